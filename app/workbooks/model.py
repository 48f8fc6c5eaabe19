"""What a spreadsheet holds, whatever its format; rows and columns count from 1."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

#: Excel's own limits; what is addressed beyond them is damage.
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

#: Excel's column width where a file says nothing, in characters, and its row height in points.
DEFAULT_WIDTH, DEFAULT_HEIGHT = 8.43, 15.0


#: Excel's numbers of two sizes of paper.
PAPER_A4, PAPER_A3 = 9, 8


class Visibility(Enum):
    """Whether a sheet is shown; a very hidden one cannot be shown by Excel's own menu."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very hidden"


class Cell(NamedTuple):
    """A cell that holds something: a number, or text (``number`` is None).

    ``text`` of a number is how it is shown, if the file tells that.
    """

    row: int
    column: int
    number: float | None
    text: str
    style: int


class Area(NamedTuple):
    """A rectangle of cells, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def has(self, row: int, column: int) -> bool:
        """Say whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Style(NamedTuple):
    """How cells are shown: number format, size of type in points, and how long text is fitted."""

    number_format: str = "General"
    size: float = 11.0
    wrapped: bool = False
    shrunk: bool = False


class Span(NamedTuple):
    """Consecutive columns with one width in characters."""

    first: int
    last: int
    width: float
    hidden: bool


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """How the author wants a sheet printed.

    Attributes:
        pages_wide: the pages side by side that it is to be fitted to; 0 for any number.
        pages_high: likewise downwards. Both 0: not fitted.
        scale: percent, where it is not fitted.
        sideways: on lying paper.
        paper: Excel's number of the paper's size, 9 for A4.
        areas: what alone is printed; empty for everything.
    """

    pages_wide: int = 0
    pages_high: int = 0
    scale: int = 100
    sideways: bool = False
    paper: int = PAPER_A4
    areas: tuple[Area, ...] = ()

    @property
    def fitted(self) -> bool:
        """True if the sheet is to be fitted to a number of pages."""
        return bool(self.pages_wide or self.pages_high)


@dataclass(slots=True)
class Sheet:
    """One sheet.

    Attributes:
        cells: those that hold something.
        heights: row heights in points that an author has set.
        automatic: row heights that a program has stored without being told to.
        filtered: rows are hidden by a filter.
        drawn: what pictures, charts and shapes cover.
        formatted: the last row and column with a cell that is formatted and empty.
        day: the day of the last computation, as Excel counts days, if a cell tells it.
        left_out: codes in headers and footers for the day, the time and the file's name.
        uncalculated: formulas for today's date and the like without a stored result.
    """

    name: str
    visibility: Visibility = Visibility.VISIBLE
    cells: list[Cell] = field(default_factory=list)
    columns: list[Span] = field(default_factory=list)
    default_width: float = DEFAULT_WIDTH
    heights: dict[int, float] = field(default_factory=dict)
    automatic: dict[int, float] = field(default_factory=dict)
    default_height: float = DEFAULT_HEIGHT
    hidden_rows: set[int] = field(default_factory=set)
    filtered: bool = False
    merged: list[Area] = field(default_factory=list)
    settings: PrintSettings = PrintSettings()
    comments: int = 0
    drawn: Area | None = None
    formatted: tuple[int, int] = (0, 0)
    uncalculated: int = 0
    left_out: int = 0
    day: float | None = None

    def widths(self, last: int) -> list[float]:
        """The widths of the columns 1 to ``last``."""
        widths = [self.default_width] * last
        for span in self.columns:
            for column in range(span.first, min(span.last, last) + 1):
                widths[column - 1] = 0.0 if span.hidden else span.width
        return widths

    def hidden_columns(self) -> Iterator[Span]:
        """The runs of columns that are hidden."""
        return (span for span in self.columns if span.hidden)

    def take(self, cell: Cell) -> None:
        """Take a cell that holds something; spaces, which slip in far away, are nothing."""
        if cell.number is None and cell.text.isspace():
            self.empty(cell.row, cell.column)
        else:
            self.cells.append(cell)

    def empty(self, row: int, column: int) -> None:
        """Take note of a cell that is formatted and empty."""
        last_row, last_column = self.formatted
        self.formatted = max(last_row, row), max(last_column, column)

    def hidden_among(self, columns: set[int]) -> list[int]:
        """Those of the columns that are hidden, in order."""
        hidden: set[int] = set()
        for span in self.hidden_columns():
            hidden.update(range(span.first, min(span.last, MOST_COLUMNS) + 1))
        return sorted(columns & hidden)

    def printed(self, *, hidden: bool = False) -> Iterator[Cell]:
        """The cells that are printed, hidden ones among them if that was chosen."""
        gone = set() if hidden else set(self.hidden_among({cell.column for cell in self.cells}))
        areas = self.settings.areas
        return (
            cell
            for cell in self.cells
            if (hidden or (cell.row not in self.hidden_rows and cell.column not in gone))
            and (not areas or any(area.has(cell.row, cell.column) for area in areas))
        )

    def content(self) -> Area | None:
        """The rectangle from A1 to the last row and column with content or a picture."""
        bottom = max((cell.row for cell in self.cells), default=0)
        right = max((cell.column for cell in self.cells), default=0)
        if self.drawn is not None:
            bottom, right = max(bottom, self.drawn.bottom), max(right, self.drawn.right)
        for area in self.merged:
            if area.top <= bottom and area.left <= right:
                bottom, right = max(bottom, area.bottom), max(right, area.right)
        return Area(1, 1, bottom, right) if bottom else None


@dataclass(slots=True)
class Workbook:
    """A spreadsheet file.

    Attributes:
        links: how many other workbooks it takes values from.
        changes: how many changes to it were recorded as they were made.
        complete: False if the format is not read here, or a sheet was not found.
        digit_margin: how much wider than its columns allow for digits may come out, because
            another font is used. Excel's widths count digits and grow with the font.
    """

    sheets: list[Sheet] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    links: int = 0
    changes: int = 0
    complete: bool = True
    digit_margin: float = 1.12

    def prints(self, *, hidden: bool = False) -> bool:
        """Say whether any page would show anything; with ``hidden`` sheets too if chosen."""
        return any(
            sheet.drawn is not None or any(True for _ in sheet.printed(hidden=hidden))
            for sheet in self.sheets
            if hidden or sheet.visibility is Visibility.VISIBLE
        )

    @property
    def day(self) -> float | None:
        """The day of the last computation, if a cell of any sheet tells it."""
        return next((sheet.day for sheet in self.sheets if sheet.day is not None), None)

    def style_of(self, cell: Cell) -> Style:
        """How a cell is shown."""
        return self.styles[cell.style] if 0 <= cell.style < len(self.styles) else Style()


def column_letters(number: int) -> str:
    """1 → A, 16384 → XFD."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
