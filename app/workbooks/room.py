"""How much room a sheet's content needs: columns too narrow, rows too low."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app.workbooks.model import Area, Cell, Sheet, Style, Workbook
from app.workbooks.number_width import is_general, needed_general_width, shown_width, text_width

#: A column's width in characters to points: 7 pixels each and 5 of padding, 96 to the inch.
_POINTS_PER_CHARACTER = 7 * 0.75
_PADDING = 5 * 0.75

#: The size of type for which column widths are counted in characters.
_USUAL_SIZE = 11.0

#: A line of type with the space to the next one, as a multiple of its size.
_LINE = 1.35

#: A height that a program stored is replaced if what is needed is so many times more.
_MUCH = 1.8

#: No row can be higher (Excel's limit).
_HIGHEST_ROW = 409.0

#: Below this a number may be shown as it is for all that can be estimated.
_TOLERANCE = 1.02


@dataclass(frozen=True, slots=True)
class Narrow:
    """Cells whose numbers do not fit, and the widths in characters that their columns need."""

    cells: int
    widths: Mapping[int, float]


def points(characters: float) -> float:
    """A column's width in points."""
    return characters * _POINTS_PER_CHARACTER + _PADDING if characters else 0.0


def characters(width: float) -> float:
    """A column's width in characters, from points."""
    return max((width - _PADDING) / _POINTS_PER_CHARACTER, 0.0)


def too_narrow(book: Workbook, sheet: Sheet, margin: float = 1.0) -> Narrow:
    """Find the visible numbers that are shown as #### (or rounded until nothing is left).

    With a ``margin``, also those that would be if digits were so much wider.
    """
    content = sheet.content()
    widths = sheet.widths(content.right) if content else []
    merged = {(area.top, area.left): area for area in sheet.merged}
    count = 0
    needed: dict[int, float] = {}
    for cell in sheet.cells:
        if cell.number is None or cell.row in sheet.hidden_rows or not widths[cell.column - 1]:
            continue
        style = book.style_of(cell)
        area = merged.get((cell.row, cell.column))
        last = min(area.right, len(widths)) if area else cell.column
        room = sum(widths[cell.column - 1 : last])
        need = _needed(cell.number, cell.text, style) * margin
        if not style.shrunk and need > room * _TOLERANCE:
            count += 1
            column = widths[cell.column - 1] + need - room
            needed[cell.column] = max(needed.get(cell.column, 0.0), column)
    return Narrow(count, needed)


def _needed(number: float, shown: str, style: Style) -> float:
    if is_general(style.number_format):
        width = needed_general_width(number)
    else:
        width = text_width(shown) if shown else shown_width(number, style.number_format)
    return width * style.size / _USUAL_SIZE


def heights_needed(
    book: Workbook, sheet: Sheet, widths: Mapping[int, float] | None = None
) -> dict[int, float]:
    """The heights in points of rows whose own, if they store one, cannot hold their text.

    ``widths`` are columns that will be wider than they are.
    """
    content = sheet.content()
    columns = sheet.widths(content.right) if content else []
    for column, width in (widths or {}).items():
        columns[column - 1] = width
    merged = {(area.top, area.left): area for area in sheet.merged}
    found: dict[int, float] = {}
    for cell in sheet.cells:
        if cell.row in sheet.heights or cell.row in sheet.hidden_rows:
            continue
        style = book.style_of(cell)
        lowest = max(sheet.default_height, sheet.automatic.get(cell.row, 0.0))
        if not style.wrapped and style.size * _LINE <= lowest:
            continue
        height = _height(cell, style, columns, merged.get((cell.row, cell.column)))
        stored = sheet.automatic.get(cell.row, 0.0) * _MUCH
        if height > max(sheet.default_height, stored, found.get(cell.row, 0.0)):
            found[cell.row] = min(height, _HIGHEST_ROW)
    return found


def _height(cell: Cell, style: Style, columns: list[float], area: Area | None) -> float:
    line = style.size * _LINE
    if not style.wrapped or cell.number is not None:
        return line
    if area is not None and area.bottom > area.top:
        return line  # its text has the room of several rows
    last = min(area.right, len(columns)) if area else cell.column
    room = max(sum(columns[cell.column - 1 : last]) * _USUAL_SIZE / style.size, 1.0)
    return line * lines_needed(cell.text, room) + 2


def lines_needed(text: str, room: float) -> int:
    """How many lines a wrapped text takes in ``room`` digits of width, rather one too many."""
    return sum(
        max(1, math.ceil(text_width(paragraph) / max(room - 1.0, 1.0)))
        for paragraph in text.split("\n")
    )
