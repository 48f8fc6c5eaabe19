"""Filling an Excel template: a row with columns of a table is repeated for each row.

A cell that is one placeholder gets the value itself, so that numbers stay numbers. Rows are made as
high as their text needs, because not every program does that when it opens the file.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from app.reports.filling import (
    LINE_BREAK,
    PLACEHOLDER,
    Filling,
    Value,
    check_names,
    names_in,
    printable,
    shown,
    table_of,
)

#: What a cell holds at most, and what Excel takes as a row's height at most, in points.
CELL_LIMIT = 32_767
TALLEST = 409.0

#: The beginning of what spreadsheets read as a character's code.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HALF_CODE = re.compile(r"_(?:x[0-9A-Fa-f]{0,4}_?)?$")
_LINE = 1.36  # the height of a line, in the size of its type
_PADDING = 4.0
_USUAL_WIDTH = 8.43

Book = Any  # openpyxl has no types
Sheet = Any
Scope = Mapping[str, Value]


def fill_sheets(template: bytes, filling: Filling) -> Book:
    """Fill a template. Raises ``TemplateFault`` if it asks for what the paper does not have."""
    book = openpyxl.load_workbook(BytesIO(template))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            names = [n for cell in row for n in _names(cell)]
            check_names(names, filling)
            table_of(names)
    for sheet in book.worksheets:
        _Filler(sheet, filling).fill()
    return book


class _Filler:
    def __init__(self, sheet: Sheet, filling: Filling) -> None:
        self._sheet = sheet
        self._filling = filling
        self._widths = {
            number: sheet.column_dimensions[get_column_letter(number)].width or _USUAL_WIDTH
            for number in range(1, sheet.max_column + 1)
        }

    def fill(self) -> None:
        """Write every row again; a row of a table is repeated for each of its rows."""
        sheet = self._sheet
        source = [_Row(sheet, number) for number in range(1, sheet.max_row + 1)]
        merged = [range_boundaries(str(r)) for r in list(sheet.merged_cells.ranges)]
        for found in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(found))
        target = 1
        for number, row in enumerate(source, 1):
            spans = [m for m in merged if m[1] == number]
            name = table_of(row.names)
            scopes: list[Scope] = [self._filling.values]
            if name is not None:
                rows = self._filling.tables[name].scopes(name)
                scopes = [{**self._filling.values, **r} for r in rows]
            for scope in scopes:
                self._write(row, target, scope, spans)
                target += 1
        for number in range(target, len(source) + 1):
            for column in range(1, sheet.max_column + 1):
                cell = sheet.cell(number, column)
                cell.value = None
                cell.style = "Normal"

    def _write(
        self, row: "_Row", target: int, scope: Scope, spans: list[tuple[int, int, int, int]]
    ) -> None:
        sheet = self._sheet
        needed = 0.0
        covered = {s[0]: sum(self._widths[n] for n in range(s[0], s[2] + 1)) for s in spans}
        for column, template in enumerate(row.cells, 1):
            cell = sheet.cell(target, column)
            value = _value(template.value, scope)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # what a person typed is never a formula
            cell._style = copy(template.style)  # noqa: SLF001 (openpyxl's way to copy a style)
            if isinstance(value, str):
                width = covered.get(column, self._widths[column])
                needed = max(needed, _height(value, width, template.size))
        for first, top, last, bottom in spans:
            sheet.merge_cells(
                start_row=target, end_row=target + bottom - top, start_column=first, end_column=last
            )
        height = max(row.height or 0.0, min(needed, TALLEST))
        sheet.row_dimensions[target].height = height or None


class _Row:
    """A row of the template, read before anything is written over it."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.height = sheet.row_dimensions[number].height
        cells = [sheet.cell(number, column) for column in range(1, sheet.max_column + 1)]
        self.cells = [_Cell(cell) for cell in cells]
        self.names = [n for cell in cells for n in _names(cell)]


class _Cell:
    def __init__(self, cell: Any) -> None:  # noqa: ANN401 (openpyxl)
        self.value = cell.value
        self.style = copy(cell._style)  # noqa: SLF001
        self.size = float(cell.font.size or 11)


def _names(cell: Any) -> tuple[str, ...]:  # noqa: ANN401 (openpyxl)
    return names_in(cell.value) if isinstance(cell.value, str) else ()


def _value(template: Any, scope: Scope) -> Any:  # noqa: ANN401 (whatever a cell holds)
    if not isinstance(template, str):
        return template
    whole = PLACEHOLDER.fullmatch(template.strip())
    if whole:
        value = scope[whole[1].strip()]
        return _fitting(value) if isinstance(value, str) else value
    if not PLACEHOLDER.search(template):
        return template
    return _fitting(PLACEHOLDER.sub(lambda m: shown(scope[m[1].strip()]), template))


def _fitting(text: str) -> str:
    """Text that a cell can hold.

    The file format writes characters as ``_x000D_`` (ECMA-376 part 1, 22.9.2.19): a text that
    holds such letters itself gets its "_" written so, or Excel would show something else.
    """
    cut = printable(text.replace(LINE_BREAK, "\n"))[:CELL_LIMIT]
    written = _ESCAPE.sub("_x005F_", cut)
    if len(written) > CELL_LIMIT:  # the library cuts there, and must not cut through a code
        written = _HALF_CODE.sub("", written[:CELL_LIMIT])
    return written


def _height(text: str, width: float, size: float) -> float:
    """The height that text needs; ``width`` in digits of the usual type."""
    room = max(width - 1.2, 1.0) * 11.0 / size
    lines = sum(max(1, math.ceil(_digits(line) / room)) for line in text.split("\n"))
    return lines * size * _LINE + _PADDING


def _digits(text: str) -> float:
    """How wide text is, in digits: a Han character is as wide as two, near enough."""
    return sum(2.0 if unicodedata.east_asian_width(c) in "WFA" else 1.05 for c in text)
