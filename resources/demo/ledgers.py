"""Tables as spreadsheets and as the CSV files that business systems export."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from resources.demo.content import Table
from resources.demo.packing import settle

THIN = Side(style="thin", color="808080")


def table_xlsx(path: Path, *tables: Table) -> None:
    """Write each table on its own sheet, with borders, a title row and column widths."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = tables[0].issuer
    book.properties.title = tables[0].title
    book.properties.created = datetime(2021, 5, 10, 9, tzinfo=UTC).replace(tzinfo=None)
    for table in tables:
        sheet = book.create_sheet(table.title[:28])
        last = get_column_letter(len(table.header))
        sheet.merge_cells(f"A1:{last}1")
        sheet["A1"] = table.title
        sheet["A1"].font = Font(name="方正小标宋简体", size=18)
        sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
        sheet.row_dimensions[1].height = 36
        for number, row in enumerate((table.header, *table.rows), 2):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column, value)
                cell.font = Font(name="黑体" if number == 2 else "仿宋_GB2312", size=11)
                cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                if number == 2:
                    cell.fill = PatternFill("solid", fgColor="E8EEF4")
        for column, head in enumerate(table.header, 1):
            longest = max(len(str(row[column - 1])) for row in (table.header, *table.rows))
            width = table.widths[column - 1] if table.widths else min(2 * longest + 2, 40)
            sheet.column_dimensions[get_column_letter(column)].width = max(width, 2 * len(head))
        sheet.freeze_panes = "A3"
        sheet.cell(len(table.rows) + 3, 1, table.foot)
    book.save(path)
    settle(path)


def table_csv(path: Path, table: Table) -> None:
    """Write a table in GB18030, as Chinese business systems export it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows((table.header, *table.rows))
    path.write_bytes(buffer.getvalue().encode("gb18030"))
