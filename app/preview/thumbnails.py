"""Small pictures of photos and of first pages, kept in the workspace's cache.

They are named after the content, so that wiping a content takes them along. What would first have
to be converted has none until its pages were made for the preview or a dossier: a list of fifty
documents must not start fifty conversions.
"""

import io
from collections.abc import Callable
from contextlib import suppress

from PIL import Image

from app.conversion.service import ConversionService
from app.errors import OriginalMissing
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.paths import extended, make_inside
from app.plain_files import read_plain
from app.preview.copies import source_of
from app.preview.drawing import draw_tile, open_pages
from app.preview.model import DRAWN_AS_THEY_ARE, Form, PagedFile, Pages, Tile, TileOrder
from app.preview.showing import NamedOriginal
from app.replacing import replace_with
from app.workspace.opening import Workspace

#: The longer edge, in pixels; enough for a tile of 160 pixels on a screen of twice the density.
EDGE = 320
_FOLDER = "thumbnails-1"
_SECONDS = 20.0


def thumbnail(
    workspace: Workspace,
    viewer: Workers,
    conversion: Callable[[], ConversionService],
    original: NamedOriginal,
    job: JobContext,
) -> bytes | None:
    """The picture of an original as a PNG; None if there is none.

    A picture that was made is kept, unless the workspace is open for reading only.

    Raises:
        Cancelled: nobody wants it any more.
    """
    kept = workspace.layout.cache / _FOLDER / f"{picture_name(original)}.png"
    with suppress(OSError):
        return read_plain(extended(kept))
    job.check_cancelled()
    file = _file_of(workspace, conversion, original)
    page = _first_bound(original)
    drawn = _drawn(viewer, file, page, job) if file is not None else None
    if drawn is None:
        return None
    content = _png(drawn, original.pages.turn_of(page + 1))
    if not workspace.read_only:
        # Without room for it, it is drawn again the next time.
        with suppress(OSError):
            make_inside(workspace.layout.root, kept.parent)
            replace_with(kept, lambda part: part.write_bytes(content))
            if not extended(workspace.originals.path(original.sha256)).exists():
                extended(kept).unlink()  # it was wiped while it was drawn
    return content


def _file_of(
    workspace: Workspace, conversion: Callable[[], ConversionService], original: NamedOriginal
) -> PagedFile | None:
    try:
        source = source_of(workspace, original.sha256, original.name)
    except OriginalMissing:
        return None
    label = source.file_type.label
    form = DRAWN_AS_THEY_ARE.get(source.file_type.kind)
    if form is not None:
        return PagedFile(source.path, form, label)
    made = conversion().known([source]).get(source.key)
    return PagedFile(made.path, Form.PDF, label) if made is not None else None


def picture_name(original: NamedOriginal) -> str:
    """Names the picture: the content, and how its first page is set up if it is."""
    page = _first_bound(original)
    turn = original.pages.turn_of(page + 1)
    return f"{original.sha256}-{page}-{turn}" if page or turn else original.sha256


def _first_bound(original: NamedOriginal) -> int:
    """The first page that is bound, counted from 0."""
    return original.pages.shown[0] - 1 if original.pages.bound else 0


def _drawn(viewer: Workers, file: PagedFile, page: int, job: JobContext) -> Tile | None:
    opened = viewer.run(open_pages, file, _SECONDS, job)
    if not isinstance(opened, Done) or not isinstance(opened.value, Pages):
        return None
    sizes = opened.value.sizes
    # A long picture is one, and becomes several pages.
    page = page if page < len(sizes) else 0
    size = sizes[page]
    scale = min(1.0, EDGE / max(size.width, size.height, 1.0))
    width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
    order = TileOrder(file, page, scale, 0, 0, width, height)
    drawn = viewer.run(draw_tile, order, _SECONDS, job)
    return drawn.value if isinstance(drawn, Done) and isinstance(drawn.value, Tile) else None


def _png(tile: Tile, turn: int) -> bytes:
    size = (tile.width, tile.height)
    image: Image.Image = Image.frombuffer("RGB", size, tile.pixels, "raw", "BGRX", 0, 1)
    if turn:
        image = image.rotate(-turn, expand=True)  # Pillow turns the other way round
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
