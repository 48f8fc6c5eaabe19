"""Which pages of a finished PDF need A3 or a colour printer; done by a worker, page by page."""

from dataclasses import dataclass
from pathlib import Path

#: A pixel is coloured where its channels differ by so much; JPEG noise of grey scans does not.
_CHROMA = 40
#: So many of a page's pixels must be coloured: a seal is, a speck of a scanner is not.
_SHARE = 0.0004
_WIDTH = 160.0  # pixels: enough to see a seal
_A3 = 900.0 * 640.0  # square points; larger pages do not go on A4


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """The pages of a file, counted from 1: all, those larger than A4, those in colour."""

    count: int
    large: tuple[int, ...]
    coloured: tuple[int, ...]


def look_at_pages(path: Path) -> PrintedPages:
    """Draw every page small and look. Raises ``pypdfium2.PdfiumError`` if it is no PDF."""
    from app.pdfium import pypdfium2

    large, coloured = [], []
    with pypdfium2.PdfDocument(path) as document:
        count = len(document)
        for number in range(1, count + 1):
            page = document[number - 1]
            width, height = page.get_size()
            if width * height > _A3:
                large.append(number)
            image = page.render(scale=_WIDTH / max(width, 1.0)).to_pil().convert("RGB")
            if _is_coloured(image):
                coloured.append(number)
            page.close()
    return PrintedPages(count, tuple(large), tuple(coloured))


def _is_coloured(image: object) -> bool:
    from PIL import Image, ImageChops

    assert isinstance(image, Image.Image)
    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    histogram = ImageChops.difference(most, least).histogram()
    return sum(histogram[_CHROMA:]) > _SHARE * image.width * image.height
