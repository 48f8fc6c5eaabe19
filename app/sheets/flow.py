"""Filling pages from top to bottom; the rest goes on to the next page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from app.sheets.page import A4, FINE, Margins, Page, RuleMark, TextMark
from app.typesetting.fonts import ASCENT, FontRole
from app.typesetting.lines import Line, break_lines, set_line
from app.typesetting.titles import break_title

_SLACK = 1e-6


class Align(Enum):
    """Where a line stands in its column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set; ``indent`` is in em and opens each paragraph."""

    role: FontRole
    size: float
    leading: float
    align: Align = Align.LEFT
    indent: float = 0.0

    def broken(self, text: str, width: float) -> tuple[Line, ...]:
        """Break ``text`` for a column of ``width``."""
        if self.align is Align.CENTRE:
            return break_title(text, self.role, self.size, width)
        ragged = self.align is not Align.JUSTIFY
        return break_lines(
            text, self.role, self.size, width, self.indent * self.size, whole_words=ragged
        )

    def line(self, text: str) -> Line:
        """Set ``text`` in one line."""
        return set_line(text, self.role, self.size)


def place_line(
    page: Page, line: Line, style: Style, x: float, top: float, width: float
) -> TextMark:
    """Put ``line`` in the column that begins at ``x``, in the leading that begins at ``top``."""
    baseline = top + (style.leading - line.size) / 2 + line.size * ASCENT
    fill = 0.0
    left = x + line.indent
    if style.align is Align.CENTRE:
        left = x + (width - line.width) / 2
    elif style.align is Align.RIGHT:
        left = x + width - line.width
    elif style.align is Align.JUSTIFY and not line.ends_paragraph:
        fill = width - line.indent
    mark = TextMark(line, left, baseline, fill)
    page.add(mark)
    return mark


Head = Callable[[Page, int], float]


class Flow:
    """A pen that moves down the page and starts another when there is no room.

    ``head`` draws what stands at the top of page number ``n`` (from 0) and returns the y below it.
    Each head must leave most of its page free.
    """

    def __init__(
        self, margins: Margins, head: Head | None = None, size: tuple[float, float] = A4
    ) -> None:
        self.left, self._top, self.right, self.bottom = margins.area(size)
        self._size = size
        self._head = head
        self.pages: list[Page] = []
        self.y = 0.0
        self.page = Page(*size)
        self.start_page()

    @property
    def width(self) -> float:
        """The width of the area between the margins."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """What is free between the pen and the bottom margin."""
        return self.bottom - self.y

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on this page yet but its head."""
        return self.y <= self._body_top + _SLACK

    @property
    def full_room(self) -> float:
        """The room that a page like this one has below its head."""
        return self.bottom - self._body_top

    def start_page(self) -> None:
        """Begin a page with its head."""
        self.page = Page(*self._size)
        self.pages.append(self.page)
        self.y = self._top
        if self._head is not None:
            self.y = self._head(self.page, len(self.pages) - 1)
        self._body_top = self.y

    def fits(self, height: float) -> bool:
        """Say whether ``height`` is free below the pen."""
        return height <= self.room + _SLACK

    def need(self, height: float) -> None:
        """Go to a fresh page unless ``height`` is free, or this page is fresh already."""
        if not self.fits(height) and not self.at_top:
            self.start_page()

    def skip(self, height: float) -> None:
        """Leave white, except at the top of a page."""
        if not self.at_top:
            self.y = min(self.y + height, self.bottom)

    def text(self, text: str, style: Style, x: float | None = None, width: float = 0.0) -> None:
        """Set ``text`` from the pen downward, over as many pages as it takes."""
        column = self.left if x is None else x
        width = width or self.right - column
        self.lines(style.broken(text, width), style, column, width)

    def lines(self, lines: Sequence[Line], style: Style, x: float, width: float) -> None:
        """Set lines that are broken already; neither the first nor the last stands alone."""
        for index, line in enumerate(lines):
            together = 2 if len(lines) > 1 and index in {0, len(lines) - 2} else 1
            self.need(together * style.leading)
            place_line(self.page, line, style, x, self.y, width)
            self.y += style.leading

    def rule(self, weight: float = FINE) -> None:
        """Draw a rule from margin to margin at the pen."""
        self.page.add(RuleMark(self.left, self.y, self.right, self.y, weight))
