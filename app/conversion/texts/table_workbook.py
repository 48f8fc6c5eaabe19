"""Tables in text files (CSV), given a workbook that LibreOffice reads surely."""

import itertools
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from app.conversion.workbooks.plan import page_setup_for
from app.filetypes import likely_encoding
from app.filetypes.delimited import dialect_of_file, rows_of_file
from app.rare_characters import without_rare_characters

#: What a sheet can hold; a larger table is cut in no silence: it is refused.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384

_WIDEST, _NARROWEST = 40, 6
#: A cell that needs more lines goes on in a row below it: a row higher than a page is cut off.
_MOST_LINES = 30
#: In points, for 宋体 of 11 points.
_LINE_HEIGHT, _PADDING = 16.0, 2.0


class TableTooLarge(ValueError):
    """The table has more rows or columns than a sheet can hold."""


def write_table_workbook(source: Path, target: Path) -> None:
    """Write a CSV file as an .xlsx of plain text cells, ruled, fitted to the page's width.

    Raises:
        TableTooLarge: a sheet cannot hold it.
        csv.Error: it is no table.
    """
    encoding = likely_encoding(source)
    dialect = dialect_of_file(source, encoding)
    widths, height = _extent(rows_of_file(source, encoding, dialect))
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    setup = page_setup_for(sum(width * 5.25 + 3.75 for width in widths))
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(
        fitToPage=True
    )
    sheet.page_setup.paperSize = setup.paper
    sheet.page_setup.orientation = "landscape" if setup.sideways else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = setup.pages_wide, 0
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    line = Side(style="thin")
    border, font = Border(line, line, line, line), Font(name="宋体", size=11)
    wrapped = Alignment(wrap_text=True, vertical="center")
    rows = itertools.islice(rows_of_file(source, encoding, dialect), height)
    for number, row in enumerate(itertools.chain.from_iterable(map(_divided, rows)), start=1):
        # A row without a stored height is drawn one line high.
        sheet.row_dimensions[number].height = _LINE_HEIGHT * _lines_of(row, widths) + _PADDING
        cells = []
        for column in range(len(widths)):
            value = row[column] if column < len(row) else ""
            shown = without_rare_characters(ILLEGAL_CHARACTERS_RE.sub("", value))
            cell = WriteOnlyCell(sheet, shown)
            # A number stays as it was typed: an identity card's 18 digits are no quantity.
            cell.data_type = "s"
            cell.border, cell.font, cell.alignment = border, font, wrapped
            cells.append(cell)
        sheet.append(cells)
    book.save(target)


def _extent(rows: Iterable[list[str]]) -> tuple[list[float], int]:
    """The widths of the columns and the number of rows, without empty ones at either end."""
    widths: list[float] = []
    used = height = 0
    for number, row in enumerate(rows, start=1):
        width = max((column for column, value in enumerate(row, 1) if value.strip()), default=0)
        if number > _MOST_ROWS or width > _MOST_COLUMNS:
            raise TableTooLarge
        used, height = max(used, width), number if width else height
        widths += [_NARROWEST] * (width - len(widths))
        for column, value in enumerate(row[:width]):
            longest = max(map(_display_width, value.splitlines() or [""]))
            widths[column] = max(widths[column], min(longest + 2, _WIDEST))
    return widths or [_NARROWEST], height


def _display_width(line: str) -> int:
    return sum(1 if character.isascii() else 2 for character in line[: _WIDEST * 2])


def _divided(row: list[str]) -> Iterator[list[str]]:
    """Yield a row as one, or as several whose cells are of a height that a page can hold."""
    pieces = [list(_pieces(value)) for value in row]
    for parts in itertools.zip_longest(*pieces, fillvalue=""):
        yield list(parts)
    if not row:
        yield row


def _lines_of(row: list[str], widths: list[float]) -> int:
    """How many lines the highest cell of a row takes."""
    return max(
        (
            sum(max(math.ceil(_whole_width(line) / (width - 1.5)), 1) for line in value.split("\n"))
            for value, width in zip(row, widths, strict=False)
        ),
        default=1,
    )


def _pieces(value: str) -> Iterator[str]:
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) == 1 and len(value) < _WIDEST:
        yield lines[0]
        return
    piece: list[str] = []
    height = 0
    for line in itertools.chain.from_iterable(map(_cut, lines)):
        needed = max(math.ceil(_whole_width(line) / (_WIDEST - 2)), 1)
        if piece and height + needed > _MOST_LINES:
            yield "\n".join(piece)
            piece, height = [], 0
        piece.append(line)
        height += needed
    yield "\n".join(piece)


def _cut(line: str) -> Iterator[str]:
    """Cut a line that alone is too high for a page."""
    size = (_WIDEST - 2) * _MOST_LINES // 2
    for start in range(0, max(len(line), 1), size):
        yield line[start : start + size]


def _whole_width(line: str) -> int:
    return sum(1 if character.isascii() else 2 for character in line)
