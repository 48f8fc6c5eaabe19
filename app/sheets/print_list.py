"""打印计划: which volumes to print, on what paper, how often; with a box to tick."""

from app.sheets.common import BODY_SMALL, SUBTITLE, number_leaves, sheet_head
from app.sheets.content import PrintList
from app.sheets.flow import Align, Flow
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import Column, Group, Row, table

_COLUMNS = (
    Column("序号", 11 * MM, Align.CENTRE),
    Column("卷宗文件", 52 * MM, takes=True),
    Column("情况", 20 * MM, Align.CENTRE, yields=True),
    Column("页数", 12 * MM, Align.CENTRE),
    Column("用纸", 12 * MM, Align.CENTRE),
    Column("A3 页", 21 * MM, yields=True),
    Column("彩色页", 21 * MM, yields=True),
    Column("份数", 11 * MM, Align.CENTRE),
    Column("√", 10 * MM, Align.CENTRE),
)


def lay_out_print_list(sheet: PrintList) -> tuple[Page, ...]:
    """Lay out the list; page numbers are those of the PDF, as print dialogs count."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "打印计划", sheet.title))
    flow.text(sheet.title, SUBTITLE)
    flow.skip(2 * MM)
    flow.text(f"{sheet.totals}。A3 页、彩色页按 PDF 的页码。", BODY_SMALL)
    flow.skip(3 * MM)
    rows: list[Row | Group] = [
        Row(
            (
                str(number),
                row.file,
                row.state,
                str(row.pages),
                str(row.sheets),
                row.large,
                row.coloured,
                str(row.copies),
                "",
            )
        )
        for number, row in enumerate(sheet.rows, 1)
    ]
    table(flow, _COLUMNS, rows or [Group("没有要打印的卷宗")])
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)
