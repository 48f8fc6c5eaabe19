"""Pictures and scans, upright and small in memory; runs in a worker."""

from functools import lru_cache

from PIL import Image

from app.conversion.pictures.data import PictureTooLarge, check_size, upright
from app.paths import extended
from app.pictures import PICTURE_TROUBLE, memory_told, page_frames, upright_size
from app.preview.model import PagedFile, Pages, PageSize, Tile, TileOrder
from app.problems import Problem, ProblemKind

#: No more pixels of a picture are kept decoded; beyond that a coarser copy must do.
_MOST_PIXELS = 48_000_000
_COARSEST = 64


def measure(file: PagedFile) -> Pages | Problem:
    """Open a picture and measure it, or each page of a TIFF; nothing is decoded."""
    close()
    sizes = []
    try:
        with memory_told(extended(file.path)), Image.open(extended(file.path)) as image:
            for frame in page_frames(image):
                image.seek(frame)
                width, height = upright_size(image)
                sizes.append(PageSize(float(width), float(height)))
    except PICTURE_TROUBLE:
        return Problem(ProblemKind.DAMAGED, {"label": file.label})
    return Pages(file, tuple(sizes))


def draw(order: TileOrder) -> Tile | Problem:
    """Draw a part of a picture at a scale."""
    label = order.file.label
    try:
        picture, share = _decoded(order.file, order.page, reduction(order.scale))
    except PictureTooLarge:
        return Problem(ProblemKind.CONVERSION_FAILED, {"label": f"{label}，像素过多"})
    except PICTURE_TROUBLE:
        return Problem(ProblemKind.DAMAGED, {"label": label})
    ratio = share / order.scale
    box = (
        order.left * ratio,
        order.top * ratio,
        min(float(picture.width), (order.left + order.width) * ratio),
        min(float(picture.height), (order.top + order.height) * ratio),
    )
    task_code = Image.Resampling.BILINEAR if order.scale < 2 else Image.Resampling.NEAREST
    part = picture.resize((order.width, order.height), task_code, box=box)
    return Tile(order.width, order.height, part.convert("RGB").tobytes("raw", "BGRX"))


def close() -> None:
    """Let go of what was decoded; the files themselves are closed already."""
    _decoded.cache_clear()


def reduction(scale: float) -> int:
    """How far a picture may be reduced (1, 2, 4 …) and still be sharp enough for a scale."""
    step = 1
    while step < _COARSEST and scale * step * 2 <= 1:
        step *= 2
    return step


@lru_cache(maxsize=2)
def _decoded(file: PagedFile, page: int, step: int) -> tuple[Image.Image, float]:
    """The upright picture, reduced by at least ``step``, and its size as a share of the whole."""
    path = extended(file.path)
    with memory_told(path), Image.open(path) as image:
        image.seek(page_frames(image)[page])
        whole, height = upright_size(image)
        while whole * height // (step * step) > _MOST_PIXELS:
            step *= 2
        # JPEG decodes at an eighth as quickly as it can be read; for others nothing happens.
        image.draft(None, (max(1, image.width // step), max(1, image.height // step)))
        check_size(image)
        picture = upright(image)
    left = max(1, round(picture.width / (whole / step)))
    if left > 1:
        picture = picture.reduce(left)
    return picture, picture.width / whole
