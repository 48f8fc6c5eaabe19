"""A laid-out chart: marks whose places count from its upper left corner."""

from dataclasses import dataclass, field, replace

from app.sheets.flow import Style, place_line
from app.sheets.page import AreaMark, FrameMark, Mark, Page, QrMark, RuleMark, TextMark
from app.typesetting.lines import Line


@dataclass(slots=True)
class Drawing:
    """Marks in a box of ``width`` and ``height`` points."""

    width: float
    height: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def put(self, page: Page, x: float, y: float) -> None:
        """Put it on a page, its upper left corner at ``x`` and ``y``."""
        page.add(*(_moved(mark, x, y) for mark in self.marks))

    def line(self, line: Line, style: Style, x: float, top: float, width: float) -> None:
        """Add a line of type."""
        page = Page()
        place_line(page, line, style, x, top, width)
        self.marks += page.marks

    def text(self, text: str, style: Style, x: float, top: float, width: float) -> float:
        """Add text broken into lines; return the y below it."""
        for line in style.broken(text, width):
            self.line(line, style, x, top, width)
            top += style.leading
        return top


def _moved(mark: Mark, x: float, y: float) -> Mark:
    match mark:
        case TextMark():
            return replace(mark, x=mark.x + x, baseline=mark.baseline + y)
        case QrMark():
            return replace(mark, x=mark.x + x, y=mark.y + y)
        case RuleMark() | FrameMark() | AreaMark():
            return replace(mark, x0=mark.x0 + x, y0=mark.y0 + y, x1=mark.x1 + x, y1=mark.y1 + y)
