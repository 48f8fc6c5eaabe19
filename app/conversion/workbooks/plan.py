"""How each sheet is to be printed: decided from what it holds, not from its format."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app.workbooks.fitting import unreadable
from app.workbooks.model import PAPER_A3, PAPER_A4, Sheet, Workbook
from app.workbooks.room import heights_needed, points, too_narrow

#: Printable widths in points with the margins that Excel sets by default.
_A4_UPRIGHT, _A4_SIDEWAYS, _A3_SIDEWAYS = 495.0, 742.0, 1090.0

#: Print below this scale is not to be expected of a reader: 11 pt becomes 6.6 on A4, 3.9 on A3.
_LEGIBLE_A4, _LEGIBLE = 0.6, 0.35

_WIDEST = 255.0


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
        reveal: hidden rows and columns, and the sheet itself, are shown.
        comments: comments are printed after the cells.
    """

    setup: PageSetup | None
    widths: Mapping[int, float]
    heights: Mapping[int, float]
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
    kept = sheet.settings.fitted and not unreadable(book, sheet)
    setup = None if kept else page_setup_for(_width(sheet, widths, reveal=reveal))
    return SheetPlan(setup, widths, heights, reveal, comments)


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
