"""Reading .xlsb ([MS-XLSB]): sheets, hidden parts and content; not formats and print areas."""

import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from app.workbooks.biff import rk_number
from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.formulas import changing_codes
from app.workbooks.model import (
    MOST_COLUMNS,
    Area,
    Cell,
    PrintSettings,
    Sheet,
    Span,
    Visibility,
    Workbook,
)
from app.workbooks.xlsx_package import relationships
from app.zipped import ZIP_TROUBLE

ROW, BLANK, RK, ERROR, TRUTH, REAL, TEXT, SHARED_TEXT = range(8)
FORMULA_TEXT, FORMULA_NUMBER, FORMULA_TRUTH, FORMULA_ERROR = 8, 9, 10, 11
COLUMN, BUNDLE, PROPERTIES, PAGE_SETUP, HEADER_FOOTER = 60, 156, 147, 476, 479
ARRAY_FORMULA, SHARED_FORMULA, DATA_TABLE = 426, 427, 428
EXTERNAL = 355

BOOK = "xl/workbook.bin"

_STATES = {1: Visibility.HIDDEN, 2: Visibility.VERY_HIDDEN}
_HIDDEN_ROW = 0x10
_FIT_TO_PAGE = 0x01


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record's type and data; stops at damage."""
    position = 0
    while position < len(data):
        kind = data[position]
        position += 1
        if kind & 0x80:
            if position >= len(data):
                return
            kind = kind & 0x7F | (data[position] & 0x7F) << 7
            position += 1
        length = shift = 0
        for _ in range(4):
            if position >= len(data):
                return
            byte = data[position]
            position += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if position + length > len(data):
            return
        yield kind, data[position : position + length]
        position += length


def record(kind: int, data: bytes) -> bytes:
    """Write a record."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    while True:
        byte, length = length & 0x7F, length >> 7
        head += bytes([byte | (0x80 if length else 0)])
        if not length:
            return head + data


def text_at(data: bytes, at: int) -> tuple[str, int]:
    """A string and where it ends; "" if there is none."""
    (count,) = struct.unpack_from("<I", data, at)
    if count == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * count
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def sheet_parts(package: zipfile.ZipFile) -> list[tuple[str, int, str]]:
    """The sheets' names, states and parts, in their order."""
    targets = relationships(package, BOOK)
    sheets = []
    for kind, data in records(package.read(BOOK)):
        if kind == BUNDLE:
            (state,) = struct.unpack_from("<I", data)
            key, at = text_at(data, 8)
            name, _ = text_at(data, at)
            sheets.append((name, state & 3, targets.get(key, "")))
    return sheets


def read_xlsb(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read a workbook. Raises ``WorkbookUnreadable`` or ``WorkbookTooLarge``."""
    try:
        with zipfile.ZipFile(file) as package:
            return _read(package, largest, most_cells)
    except ZIP_TROUBLE as error:
        raise WorkbookUnreadable from error


def _read(package: zipfile.ZipFile, largest: int, most_cells: int) -> Workbook:
    book = Workbook()
    names = set(package.namelist())
    book.links = sum(1 for name in names if name.startswith("xl/externalLinks/externalLink"))
    left = most_cells
    for name, state, part in sheet_parts(package):
        sheet = Sheet(name, _STATES.get(state, Visibility.VISIBLE))
        book.sheets.append(sheet)
        if part not in names:
            continue
        if package.getinfo(part).file_size > largest:
            raise WorkbookTooLarge
        if part.startswith("xl/chartsheets"):
            sheet.drawn = Area(1, 1, 1, 1)
            continue
        if "drawings/drawing" in " ".join(relationships(package, part).values()):
            sheet.drawn = Area(1, 1, 1, 1)
        _read_sheet(package.read(part), sheet, left)
        left -= len(sheet.cells)
    return book


def _read_sheet(data: bytes, sheet: Sheet, most: int) -> None:
    row = 0
    for kind, content in records(data):
        if kind == ROW and len(content) >= 13:
            row = struct.unpack_from("<I", content)[0] + 1
            if content[11] & _HIDDEN_ROW:
                sheet.hidden_rows.add(row)
            else:
                sheet.heights[row] = struct.unpack_from("<H", content, 8)[0] / 20
        elif kind == COLUMN and len(content) >= 18:
            first, last, width, _, flags = struct.unpack_from("<IIIIH", content)
            hidden = bool(flags & 1)
            sheet.columns.append(Span(first + 1, min(last + 1, MOST_COLUMNS), width / 256, hidden))
        elif kind == PROPERTIES and len(content) >= 3 and content[2] & _FIT_TO_PAGE:
            sheet.settings = PrintSettings(pages_wide=1)
        elif kind == HEADER_FOOTER:
            sheet.left_out = sum(map(changing_codes, margins(content)))
        elif RK <= kind <= FORMULA_ERROR and len(content) >= 8:
            column, style = struct.unpack_from("<II", content)
            if column >= MOST_COLUMNS:
                raise WorkbookUnreadable
            value = _number(kind, content)
            text = "" if value is not None else "文"
            sheet.cells.append(Cell(row, column + 1, value, text, style & 0xFFFFFF))
            if len(sheet.cells) > most:
                raise WorkbookTooLarge


def margins(content: bytes) -> Iterator[str]:
    """The texts of a record of headers and footers."""
    at = 2
    while at + 4 <= len(content):
        text, at = text_at(content, at)
        yield text


def _number(kind: int, content: bytes) -> float | None:
    if kind == RK:
        return rk_number(struct.unpack_from("<I", content, 8)[0])
    if kind in {REAL, FORMULA_NUMBER}:
        return float(struct.unpack_from("<d", content, 8)[0])
    return None
