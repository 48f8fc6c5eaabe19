"""How each sheet is to be printed: decided from what it holds, not from its format."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app.workbooks.fitting import LEGIBLE_SIZE, unreadable, usual_size
from app.workbooks.model import PAPER_A3, PAPER_A4, Sheet, Workbook
from app.workbooks.room import heights_needed, points, too_narrow

#: Printable widths in points with the margins that Excel sets by default.
_A4_UPRIGHT, _A4_SIDEWAYS, _A3_SIDEWAYS = 495.0, 742.0, 1090.0

#: Print below this scale is not to be expected of a reader: 11 pt becomes 6.6 on A4, 3.9 on A3.
_LEGIBLE_A4, _LEGIBLE = 0.6, 0.35

_WIDEST = 255.0

#: Formatted rows and columns that may follow the content; more were brushed over by accident.
_EMPTY_ROWS, _EMPTY_COLUMNS = 60, 12


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a sheet is to be printed: paper (Excel's number), lying or not, pages side by side."""

    paper: int
    sideways: bool
    pages_wide: int


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What changes in the copy of a sheet.

    Attributes:
        setup: how it is fitted to pages; None to leave it as its author fitted it.
        widths: columns to be made wider, in characters.
        heights: rows to be made higher, in points.
        last_row: no row below it is printed; likewise last_column. None for all that there are.
        reveal: hidden rows and columns, and the sheet itself, are shown.
        comments: comments are printed after the cells.
    """

    setup: PageSetup | None
    widths: Mapping[int, float]
    heights: Mapping[int, float]
    last_row: int | None = None
    last_column: int | None = None
    reveal: bool = False
    comments: bool = False


def page_setup_for(width: float) -> PageSetup:
    """Choose the smallest paper on which a sheet of ``width`` points can still be read."""
    if width <= _A4_UPRIGHT / 0.75:
        return PageSetup(PAPER_A4, sideways=False, pages_wide=1)
    if width <= _A4_SIDEWAYS / _LEGIBLE_A4:
        return PageSetup(PAPER_A4, sideways=True, pages_wide=1)
    pages = math.ceil(width / (_A3_SIDEWAYS / _LEGIBLE))
    return PageSetup(PAPER_A3, sideways=True, pages_wide=pages)


def plan_sheet(
    book: Workbook, sheet: Sheet, *, reveal: bool = False, comments: bool = False
) -> SheetPlan:
    """Decide how one sheet is printed."""
    narrow = too_narrow(book, sheet, book.digit_margin)
    widths = {column: min(width, _WIDEST) for column, width in narrow.widths.items()}
    heights = heights_needed(book, sheet, widths)
    width = _width(sheet, widths, reveal=reveal)
    kept = sheet.settings.fitted and not unreadable(book, sheet)
    setup = None if kept or _fits_reduced(book, sheet, width) else page_setup_for(width)
    last_row, last_column = _ends(sheet)
    return SheetPlan(setup, widths, heights, last_row, last_column, reveal, comments)


def _fits_reduced(book: Workbook, sheet: Sheet, width: float) -> bool:
    """Say whether the author's own reduction (85 %) fits the sheet onto the page legibly."""
    settings = sheet.settings
    scale = settings.scale / 100
    if settings.fitted or scale >= 1 or usual_size(book, sheet) * scale < LEGIBLE_SIZE:
        return False
    room = _A4_SIDEWAYS if settings.sideways else _A4_UPRIGHT
    return width * scale <= room * (2**0.5 if settings.paper == PAPER_A3 else 1)


def _ends(sheet: Sheet) -> tuple[int | None, int | None]:
    """Where a sheet ends whose grid was drawn far beyond its content; None where it was not.

    A few ruled and empty rows are a form to be filled in, and stay; a grid alone is no page.
    """
    content = sheet.content()
    if content is None:
        return 0, 0
    rows, columns = sheet.formatted
    return (
        content.bottom if rows > content.bottom + _EMPTY_ROWS else None,
        content.right if columns > content.right + _EMPTY_COLUMNS else None,
    )


def _width(sheet: Sheet, widened: Mapping[int, float], *, reveal: bool) -> float:
    """The width in points of what is printed."""
    content = sheet.content()
    if content is None:
        return 0.0
    first, last = 1, content.right
    if sheet.settings.areas:
        first = min(area.left for area in sheet.settings.areas)
        last = min(last, max(area.right for area in sheet.settings.areas))
    total = 0.0
    widths = sheet.widths(last)
    for span in sheet.hidden_columns() if reveal else ():
        for column in range(span.first, min(span.last, last) + 1):
            widths[column - 1] = span.width or sheet.default_width
    for column in range(first, last + 1):
        total += points(widened.get(column, widths[column - 1]))
    return total
