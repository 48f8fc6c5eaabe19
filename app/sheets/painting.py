"""Drawing laid-out pages into a PDF: the only module of the sheets that knows ReportLab."""

from collections.abc import Callable, Iterable, Iterator
from math import atan2, cos, degrees, hypot, sin

from app.sheets.content import LinkArea
from app.sheets.page import AreaMark, FrameMark, Hatch, Mark, Page, QrMark, RuleMark, TextMark
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole
from app.typesetting.lines import set_line
from app.typesetting.outlines import outline_of

WATERMARK_GRAY = 0.88
_WATERMARK_SPAN = 0.5  # of the page's diagonal
_HATCH_GAP, _HATCH_WEIGHT = 3.6, 0.5
_QUIET_MODULES = 4  # ISO/IEC 18004


def paint(
    canvas: PlainCanvas,
    pages: Iterable[Page],
    watermark: str = "",
    annotation: Callable[[LinkArea], bytes] | None = None,
) -> None:
    """Draw the pages one after the other; ``watermark`` lies beneath what is printed.

    ``annotation`` makes what the links of the pages become; without it they become nothing.
    """
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        if watermark and page.marks:
            paint_watermark(canvas, watermark, page.width, page.height)
        for mark in page.marks:
            _paint_mark(canvas, mark, page.height)
        if annotation is not None:
            for area in link_areas(number, page):
                canvas.annotate(annotation(area))
        canvas.showPage()


def link_areas(number: int, page: Page) -> Iterator[LinkArea]:
    """The links of page ``number``, measured from the lower edge, as a PDF has them."""
    for link in page.links:
        left, top, right, bottom = link.box
        box = (left, page.height - bottom, right, page.height - top)
        yield LinkArea(number, box, link.key, link.address)


def paint_watermark(canvas: PlainCanvas, text: str, width: float, height: float) -> None:
    """Draw ``text`` in light grey along the page's rising diagonal.

    Its letters are shapes and no text, so that they do not get into what is read out of a page.
    """
    unit = set_line(text, FontRole.HEADING, 1.0)
    if not unit.text:
        return
    size = min(_WATERMARK_SPAN * hypot(width, height) / unit.width, 0.3 * min(width, height))
    line = set_line(text, FontRole.HEADING, size)
    angle = atan2(height, width)
    canvas.saveState()
    canvas.setFillGray(WATERMARK_GRAY)
    canvas.translate(
        width / 2 - cos(angle) * line.width / 2 + sin(angle) * size * 0.38,
        height / 2 - sin(angle) * line.width / 2 - cos(angle) * size * 0.38,
    )
    canvas.rotate(degrees(angle))
    canvas.addLiteral(outline_of(line))
    canvas.restoreState()


def _paint_mark(canvas: PlainCanvas, mark: Mark, height: float) -> None:
    match mark:
        case TextMark(turned=True):
            canvas.saveState()
            canvas.translate(mark.x, height - mark.baseline)
            canvas.rotate(-90)
            draw_line(canvas, mark.line, 0, 0)
            canvas.restoreState()
        case TextMark():
            draw_line(canvas, mark.line, mark.x, height - mark.baseline, mark.fill_width)
        case RuleMark():
            dash = " ".join(f"{length:g}" for length in mark.dash)
            canvas.addLiteral(
                f"[{dash}] 0 d {mark.weight:g} w {mark.x0:.3f} {height - mark.y0:.3f} m"
                f" {mark.x1:.3f} {height - mark.y1:.3f} l S"
            )
        case FrameMark():
            canvas.addLiteral(
                f"[] 0 d {mark.weight:g} w {mark.x0:.3f} {height - mark.y1:.3f}"
                f" {mark.x1 - mark.x0:.3f} {mark.y1 - mark.y0:.3f} re S"
            )
        case QrMark():
            _paint_qr(canvas, mark, height)
        case AreaMark():
            canvas.addLiteral(" ".join(_area(mark, height)))


def _area(mark: AreaMark, height: float) -> Iterator[str]:
    wide, high = mark.x1 - mark.x0, mark.y1 - mark.y0
    box = f"{mark.x0:.3f} {height - mark.y1:.3f} {wide:.3f} {high:.3f} re"
    red, green, blue = mark.colour
    yield f"q {red:g} {green:g} {blue:g} rg {box} f"
    yield f"{box} W n [] 0 d {_HATCH_WEIGHT:g} w"
    bottom, top = height - mark.y1, height - mark.y0
    for step in range(int((wide + high) / _HATCH_GAP) + 1):
        start = mark.x0 - high + step * _HATCH_GAP
        if mark.hatch in (Hatch.RISING, Hatch.CROSSED):
            yield f"{start:.3f} {bottom:.3f} m {start + high:.3f} {top:.3f} l S"
        if mark.hatch in (Hatch.FALLING, Hatch.CROSSED):
            yield f"{start:.3f} {top:.3f} m {start + high:.3f} {bottom:.3f} l S"
    yield "Q"
    if mark.weight:
        yield f"[] 0 d {mark.weight:g} w {box} S"


def _paint_qr(canvas: PlainCanvas, mark: QrMark, height: float) -> None:
    """Fill the dark modules, neighbours in a row as one rectangle."""
    # It brings ReportLab's paragraphs and charts along, and few sheets have a code.
    from reportlab.graphics.barcode.qr import QrCodeWidget

    widget = QrCodeWidget(mark.data, barLevel="M")
    widget.qr.make()
    modules = widget.qr.modules
    count = len(modules)
    side = mark.side / (count + 2 * _QUIET_MODULES)
    path = canvas.beginPath()
    for row, line in enumerate(modules):
        bottom = height - mark.y - (row + 1 + _QUIET_MODULES) * side
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                left = mark.x + (start + _QUIET_MODULES) * side
                path.rect(left, bottom, (column - start) * side, side)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
