"""Pictures and scans: each on a page of its own, a TIFF's pages on as many."""

from pathlib import Path
from typing import ClassVar

from pikepdf import Dictionary, Object, Pdf
from PIL import Image, UnidentifiedImageError

from app.conversion.limits import OneByOne
from app.conversion.model import (
    ConversionSettings,
    Made,
    Order,
    PdfFacts,
    RenditionOrigin,
)
from app.conversion.picture_data import (
    FINEST_DPI,
    PictureTooLarge,
    check_size,
    encoded_stream,
    jpeg_stream,
    orientation_of,
)
from app.conversion.placing import Picture, Place, place
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem, ProblemKind

#: What Pillow raises on files that are not the picture they begin as.
_PICTURE_ERRORS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError)

_CHUNK = 4


class ImageConverter(OneByOne):
    """Puts pictures on pages in worker processes."""

    name: ClassVar[str] = "image"
    version: ClassVar[str] = "1"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.IMAGE})
    batch_size: ClassVar[int] = 500

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, lay_out, chunk=_CHUNK)


def lay_out(order: Order) -> Made | Problem:
    """Write the pages of one picture file; to be run in a worker."""
    label = order.source.file_type.label
    with Pdf.new() as pdf:
        try:
            pages = _add_pictures(pdf, order.source.path)
        except PictureTooLarge:
            return Problem(ProblemKind.CONVERSION_FAILED, {"label": f"{label}，像素过多"})
        except _PICTURE_ERRORS:
            return Problem(ProblemKind.DAMAGED, {"label": label})
        # Outside the try: a full disk says nothing about the picture.
        pdf.save(order.target)
        facts = PdfFacts(len(pdf.pages))
    return Made(order.target, RenditionOrigin.CONVERTED, expected_pages=pages, facts=facts)


def _add_pictures(pdf: Pdf, path: Path) -> int:
    """Append a page per picture of the file; return how many it has."""
    with Image.open(path) as image:
        # Animations and phone formats show their first picture; only TIFF has pages.
        frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        for frame in range(frames):
            if frames > 1:
                image.seek(frame)
            stream, seen = picture_on(pdf, path, image)
            add_page(pdf, stream, place(seen), orientation_of(image))
    return frames


def picture_on(pdf: Pdf, path: Path, image: Image.Image) -> tuple[Object, Picture]:
    """Make the picture's stream in ``pdf``; return it with the picture as people see it.

    Raises:
        PictureTooLarge: it would take too much memory.
        OSError, ValueError: it is damaged.
    """
    width, height = image.size
    dpi = _dpi(image)
    if orientation_of(image) >= 5:
        width, height = height, width
        dpi = (dpi[1], dpi[0]) if dpi else None
    seen = Picture(width, height, dpi)
    stream = jpeg_stream(pdf, path, image) if image.format in ("JPEG", "MPO") else None
    if stream is None:
        check_size(image)
        spot = place(seen)
        longest = round(max(spot.width, spot.height) / 72 * FINEST_DPI)
        stream = encoded_stream(pdf, image, longest=longest)
    return stream, seen


def add_page(pdf: Pdf, stream: Object, spot: Place, orientation: int) -> None:
    """Append a page with the picture on its place."""
    page = pdf.add_blank_page(page_size=(spot.page_width, spot.page_height))
    page.obj.Resources = Dictionary(XObject=Dictionary(Im0=stream))
    page.obj.Contents = pdf.make_stream(drawing("Im0", spot, orientation))


def drawing(name: str, spot: Place, orientation: int) -> bytes:
    """Return the operators that paint a picture upright (EXIF orientation 1 to 8)."""
    w, h = spot.width, spot.height
    matrix = {
        1: (w, 0, 0, h, 0, 0),
        2: (-w, 0, 0, h, w, 0),
        3: (-w, 0, 0, -h, w, h),
        4: (w, 0, 0, -h, 0, h),
        5: (0, -h, -w, 0, w, h),
        6: (0, -h, w, 0, 0, h),
        7: (0, h, w, 0, 0, 0),
        8: (0, h, -w, 0, w, 0),
    }[orientation]
    numbers = " ".join(
        f"{value:.4f}" for value in (*matrix[:4], spot.x + matrix[4], spot.y + matrix[5])
    )
    return f"q {numbers} cm /{name} Do Q".encode("ascii")


def _dpi(image: Image.Image) -> tuple[float, float] | None:
    value = image.info.get("dpi")
    try:
        x, y = (float(one) for one in value) if value else (0.0, 0.0)
    except (TypeError, ValueError):
        return None
    return (x, y) if x > 1 and y > 1 else None
