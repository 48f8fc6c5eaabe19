"""卷内文件目录 (GB/T 9705-2008): seven columns on A4; every row links to its item."""

from app.sheets.common import CODE, SUBTITLE, number_leaves, sheet_head
from app.sheets.content import Catalogue, CatalogueHeading
from app.sheets.flow import Align, Flow
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import Column, Group, Row, table

_COLUMNS = (
    Column("顺序号", 13.2 * MM, Align.CENTRE),
    Column("文号", 33.2 * MM, yields=True),
    Column("责任者", 24 * MM, yields=True),
    Column("题名", 47.2 * MM, takes=True),
    Column("日期", 18.4 * MM, Align.CENTRE, yields=True),
    Column("页号", 17.6 * MM, Align.CENTRE, yields=True),
    Column("备注", 16.4 * MM, yields=True),
)


def lay_out_catalogue(catalogue: Catalogue) -> tuple[Page, ...]:
    """Lay out the catalogue; its head repeats, a row that is taller than the page goes on."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "卷内文件目录", catalogue.subtitle))
    flow.text(catalogue.subtitle, SUBTITLE)
    flow.y += 1 * MM
    flow.text(f"档号：{catalogue.archive_code}", CODE)
    flow.y += 1 * MM
    rows: list[Row | Group] = [
        Group(line.text)
        if isinstance(line, CatalogueHeading)
        else Row(
            (
                str(line.sequence or ""),
                line.doc_number,
                line.issuer,
                line.title,
                line.date,
                line.page,
                line.remark,
            ),
            line.key,
        )
        for line in catalogue.lines
    ]
    table(flow, _COLUMNS, rows or [Group("本卷没有文件")])
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)
