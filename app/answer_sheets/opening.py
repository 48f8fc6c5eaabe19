"""Pages of scan files as grey pictures, one at a time; to be used in a worker."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from app.pictures import (
    PICTURE_TROUBLE,
    deep_range,
    memory_told,
    orientation_of,
    page_frames,
    takes_too_much,
    turned,
)

if TYPE_CHECKING:
    from app.answer_sheets.geometry import Grey

#: Enough for a pen's stroke; more dots only take time.
_DPI = 200
#: A page's longer side at most, in pixels: A4 at 220 dots per inch.
_LONGEST = 2600
_PDF_HEAD = b"%PDF-"
_HEAD_WITHIN = 1024


class PageUnreadable(Exception):
    """The page cannot be had; the text says why, for the log."""


def count_scan_pages(path: Path) -> int:
    """Return how many pages a scan file has.

    Raises:
        PageUnreadable: it is damaged, locked, or no scan.
    """
    if _is_pdf(path):
        from app.pdfium import pypdfium2

        try:
            with pypdfium2.PdfDocument(path) as document:
                return len(document)
        except pypdfium2.PdfiumError as error:
            raise PageUnreadable(str(error)) from error
    try:
        with Image.open(path) as image:
            return len(page_frames(image))
    except PICTURE_TROUBLE as error:
        raise PageUnreadable(str(error)) from error


def open_scan_page(path: Path, place: int) -> "Grey":
    """Return page ``place`` (from 0) as rows of grey pixels, upright as far as the file tells.

    Raises:
        PageUnreadable: the page is damaged.
    """
    import numpy as np

    image = _pdf_page(path, place) if _is_pdf(path) else _picture(path, place)
    return np.asarray(image, dtype=np.uint8)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return _PDF_HEAD in stream.read(_HEAD_WITHIN)


def _pdf_page(path: Path, place: int) -> Image.Image:
    from app.pdfium import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            document.init_forms()
            page = document[place]
            scale = min(_DPI / 72, _LONGEST / max(1.0, *page.get_size()))
            image: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            return image
    except (pypdfium2.PdfiumError, *PICTURE_TROUBLE) as error:
        raise PageUnreadable(str(error)) from error


def _picture(path: Path, place: int) -> Image.Image:
    try:
        with warnings.catch_warnings(), memory_told(path), Image.open(path) as image:
            warnings.simplefilter("ignore")  # of large pictures; what is too large is asked below
            image.seek(page_frames(image)[place])
            if takes_too_much(image):
                raise MemoryError("too many pixels")
            # JPEG can be decoded to a half or a quarter of its size, which saves the memory.
            image.draft("L", (_LONGEST, _LONGEST))
            grey = _grey(image)
            grey = turned(grey, orientation_of(image))
            if max(grey.size) > _LONGEST:
                grey.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
            return grey
    except PICTURE_TROUBLE as error:
        raise PageUnreadable(str(error)) from error


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        black, white = deep_range(image)
        scale = 255.0 / (white - black)
        return image.convert("F").point(lambda value: value * scale - black * scale).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = image.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("L")
    return image.convert("L")
