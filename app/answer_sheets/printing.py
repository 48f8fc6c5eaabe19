"""Printing sheets: as many as wanted, numbered one after the other, for both sides of the paper."""

from collections.abc import Iterator
from pathlib import Path

from app.answer_sheets.layout import SheetLayout, numbered
from app.jobs import JobContext, Progress
from app.sheets.page import Page
from app.sheets.painting import paint
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name

#: The stage that is reported.
STAGE = "print_sheets"


def print_sheets(layout: SheetLayout, first: int, count: int, target: Path, job: JobContext) -> int:
    """Write a PDF of ``count`` sheets from number ``first`` on; return its number of pages.

    Every sheet begins on the front of a leaf: one with an odd number of pages gets an empty one
    behind it.

    Raises:
        ValueError: no sheets, or their numbers go beyond the last one.
        Cancelled: nothing useful is left in ``target``.
    """
    if count < 1:
        raise ValueError("no sheets")
    size = (layout.pages[0].width, layout.pages[0].height)
    canvas = PlainCanvas(target, size, base_font_name(FontRole.TABLE))
    paint(canvas, _pages(layout, first, count, job))
    canvas.save()
    return count * pages_of_sheet(layout)


def pages_of_sheet(layout: SheetLayout) -> int:
    """The pages that a sheet takes in print, with the empty one at its end."""
    return len(layout.pages) + len(layout.pages) % 2


def _pages(layout: SheetLayout, first: int, count: int, job: JobContext) -> Iterator[Page]:
    for place in range(count):
        job.check_cancelled()
        yield from numbered(layout, first + place)
        if len(layout.pages) % 2:
            yield Page()
        job.report(Progress(STAGE, place + 1, count, ""))
