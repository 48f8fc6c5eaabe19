"""案卷目录: every volume of one compile in order, with the totals."""

from app.sheets.common import CODE, SUBTITLE, number_leaves, sheet_head
from app.sheets.content import MasterCatalogue
from app.sheets.flow import Align, Flow
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import GROUP, Column, Group, Row, table

_COLUMNS = (
    Column("序号", 11 * MM, Align.CENTRE),
    Column("档号", 34.2 * MM, yields=True),
    Column("案卷题名", 51 * MM, takes=True),
    Column("起止时间", 25 * MM, Align.CENTRE),
    Column("件数", 11 * MM, Align.CENTRE),
    Column("页数", 12 * MM, Align.CENTRE),
    Column("保管期限", 12 * MM, Align.CENTRE),
    Column("备注", 13.8 * MM, yields=True),
)


def lay_out_master_catalogue(catalogue: MasterCatalogue) -> tuple[Page, ...]:
    """Lay out the catalogue of volumes, closed by a row of totals."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "案卷目录", catalogue.title))
    flow.text(catalogue.title, SUBTITLE)
    flow.y += 1 * MM
    flow.text(f"全宗名称：{catalogue.fonds_name}", CODE)
    flow.y += 1 * MM
    rows: list[Row | Group] = [
        Row(
            (
                str(row.sequence),
                row.archive_code,
                row.title,
                row.period,
                str(row.items),
                str(row.pages),
                row.retention,
                row.remark,
            )
        )
        for row in catalogue.rows
    ]
    items = sum(row.items for row in catalogue.rows)
    pages = sum(row.pages for row in catalogue.rows)
    totals = ("合计", "", f"共 {len(catalogue.rows)} 卷", "", str(items), str(pages), "", "")
    table(flow, _COLUMNS, [*rows, Row(totals, style=GROUP, closing=True)])
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)
