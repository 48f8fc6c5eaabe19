"""What a bound page of a PDF shows."""

from pathlib import Path

import pypdfium2

from app.conversion.model import Made, Order
from app.conversion.pdf.converter import examine
from tests.support.conversion import source_of
from tests.support.documents.pdf_forms import Rect


def bound(path: Path) -> Made:
    """Examine a PDF that can be bound."""
    made = examine(Order(source_of(path), path.with_name("target.pdf")))
    assert isinstance(made, Made)
    return made


def words_on(path: Path) -> str:
    """The words on the first page."""
    with pypdfium2.PdfDocument(path) as document:
        return str(document[0].get_textpage().get_text_range())


def places_on(path: Path) -> dict[str, list[tuple[float, float]]]:
    """Each character that shows, with its middle: {"4": [(x, y)]}."""
    places: dict[str, list[tuple[float, float]]] = {}
    with pypdfium2.PdfDocument(path) as document:
        layer = document[0].get_textpage()
        for index in range(layer.count_chars()):
            x0, y0, x1, y1 = layer.get_charbox(index)
            character = layer.get_text_range(index, 1)
            places.setdefault(character, []).append(((x0 + x1) / 2, (y0 + y1) / 2))
    return places


def ink(path: Path, rect: Rect) -> float:
    """The share of a rectangle that is not white, in an upright page of A4."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        height = page.get_height()
        image = page.render(scale=2, may_draw_forms=False).to_pil().convert("L")
    x0, y0, x1, y1 = rect
    part = image.crop((int(2 * x0), int(2 * (height - y1)), int(2 * x1), int(2 * (height - y0))))
    dark: int = sum(count for count, grey in part.getcolors(1 << 16) if grey < 200)
    return dark / (part.width * part.height)


def inside(rect: Rect, margin: float) -> Rect:
    """The rectangle without a margin."""
    return (rect[0] + margin, rect[1] + margin, rect[2] - margin, rect[3] - margin)
