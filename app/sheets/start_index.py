"""总索引: by indicator, by unit, by document number; every row opens its page of another file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.sheets.common import NOTE, SECTION, SUBTITLE, number_leaves, sheet_head
from app.sheets.content import IndexedItem, StartIndex, place_in_file
from app.sheets.flow import Align, Flow
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import GROUP, Column, Group, Row, table

_PLAIN = (
    Column("编号", 18 * MM, Align.CENTRE),
    Column("题名", 88 * MM, takes=True),
    Column("文号", 42 * MM, yields=True),
    Column("位置", 22 * MM, Align.CENTRE),
)
_BY_UNIT = (
    Column("编号起", 18 * MM, Align.CENTRE),
    Column("案卷", 112 * MM),
    Column("件数", 18 * MM, Align.CENTRE),
    Column("位置", 22 * MM, Align.CENTRE),
)
_BY_DOC_NUMBER = (
    Column("文号", 40 * MM, yields=True),
    Column("题名", 90 * MM, takes=True),
    Column("编号", 18 * MM, Align.CENTRE),
    Column("位置", 22 * MM, Align.CENTRE),
)
_HINT = "点任何一行，打开它所在的卷宗和那一页。请让本文件和各卷宗留在同一个文件夹里。"

#: The parts, in their order; bookmarks have the same names.
PARTS = ("一、按指标", "二、按责任单位", "三、按文号")


def lay_out_start_index(index: StartIndex) -> tuple[Page, ...]:
    """Lay out the three parts one after the other; a part without rows is left out."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "总索引", index.title))
    flow.text(index.title, SUBTITLE)
    flow.skip(2 * MM)
    flow.text(_HINT, NOTE)
    numbered = [item for item in index.items if item.doc_number]
    for name, columns, rows in (
        (PARTS[0], _PLAIN, list(_by_indicator(index))),
        (PARTS[1], _BY_UNIT, list(_by_unit(index))),
        (PARTS[2], _BY_DOC_NUMBER, list(_by_doc_number(numbered))),
    ):
        if rows:
            flow.skip(6 * MM)
            flow.need(SECTION.leading + 30 * MM)
            flow.text(name, SECTION)
            flow.skip(1 * MM)
            table(flow, columns, rows)
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)


def _by_indicator(index: StartIndex) -> Iterable[Row | Group]:
    items: dict[str, list[IndexedItem]] = defaultdict(list)
    for item in index.items:
        items[item.case].append(item)
    for case in index.cases:
        if not case.volumes:
            yield Group(f"{case.title}　{case.note}")
            continue
        pages = sum(pages for _, pages in case.volumes)
        first, _ = case.volumes[0]
        count = f"共{len(case.volumes)}卷{pages}页" if len(case.volumes) > 1 else f"{pages}页"
        cells = (case.code, case.title, "", count)
        yield Row(cells, place_in_file(first, 1), style=GROUP)
        for item in items[case.code]:
            yield Row((item.number, item.title, item.doc_number, item.where), item.key)


def _by_unit(index: StartIndex) -> Iterable[Row | Group]:
    """A row for each dossier that holds something of a unit; it opens the unit's first item."""
    titles = {case.code: case.title for case in index.cases}
    units: dict[str, dict[str, list[IndexedItem]]] = defaultdict(lambda: defaultdict(list))
    for item in index.items:
        units[item.unit][item.case].append(item)
    for unit, cases in units.items():
        yield Group(f"{unit}（{sum(map(len, cases.values()))} 件）")
        for code, found in cases.items():
            first = found[0]
            cells = (first.number, titles[code], f"{len(found)} 件", first.where)
            yield Row(cells, first.key)


def _by_doc_number(items: Sequence[IndexedItem]) -> Iterable[Row | Group]:
    for item in sorted(items, key=lambda one: (one.doc_number, one.number)):
        yield Row((item.doc_number, item.title, item.number, item.where), item.key)
