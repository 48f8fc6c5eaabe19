"""Registers as workbooks: the rows, and the statistics on a second sheet."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from app.errors import FolderNotWritable
from app.replacing import replace_with
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.rows import Book
from app.verification.material_check.registers.schema import ColumnType, Register
from app.verification.material_check.registers.statistics import statistics

_NUMBERS = frozenset({ColumnType.NUMBER, ColumnType.MONEY})
#: Millimetres that a character of a column's width takes.
_CHARACTER = 2.0
_MARK = "待改"


def export_books(
    register: Register, books: Sequence[Book], target: Path, *, mask: bool = False
) -> int:
    """Write a register of one or more units; returns the number of rows.

    ``mask``: personal data as papers for inspectors have it. A file that is there is replaced.

    Raises:
        FolderNotWritable: the file cannot be written.
    """
    # Costs a second to load.
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_sheet_name(register.title))
    several = len(books) > 1
    columns = register.columns
    widths = [8.0, *([22.0] if several else []), *(c.width / _CHARACTER for c in columns), 10.0]
    _set_up(sheet, widths)
    head = ["序号", *(["单位"] if several else []), *(c.name for c in columns), _MARK]
    sheet.append([_text(sheet, text, bold=True) for text in head])
    count = 0
    for book in books:
        for number, row in enumerate(book.judged, 1):
            count += 1
            cells: list[Any] = [number]
            if several:
                cells.append(_text(sheet, book.unit))
            for column in columns:
                text = row.cells.get(column.id, "")
                text = masked(column.type, text) if mask else text
                cells.append(_value(sheet, column.type, text))
            cells.append(_MARK if row.faults else None)
            sheet.append(cells)
    _statistics(workbook, register, books)
    # The library leaves a file open where the disk is full.
    content = BytesIO()
    workbook.save(content)
    try:
        replace_with(target, lambda path: path.write_bytes(content.getvalue()))
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    return count


def _statistics(workbook: Any, register: Register, books: Iterable[Book]) -> None:  # noqa: ANN401
    sheet = workbook.create_sheet("统计")
    _set_up(sheet, [22, 14, 10, 10, *([18, 44] * len(register.rates))])
    head = ["单位", "年度", "行数", "待改"]
    for rate in register.rates:
        head += [rate.name, "算法"]
    sheet.append([_text(sheet, text, bold=True) for text in head])
    for book in books:
        for line in statistics(register, book.judged):
            pairs = zip(line.values, line.reckonings, strict=True)
            told = [_text(sheet, text) for pair in pairs for text in pair]
            cells = [_text(sheet, book.unit), _text(sheet, line.year), line.rows, line.faulty]
            sheet.append([*cells, *told])


def _set_up(sheet: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 (openpyxl has no types)
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _value(sheet: Any, kind: ColumnType, text: str) -> Any:  # noqa: ANN401
    if kind in _NUMBERS:
        try:
            number = float(text)
        except ValueError:
            return _text(sheet, text)
        return int(number) if number.is_integer() else number
    return _text(sheet, text)


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:  # noqa: ANN401
    """A cell that is text whatever it says: "=1+1" is no formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[:31] or "台账"
