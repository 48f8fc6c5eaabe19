"""What a method's tool has noted for one task, such as 网络检索记录表."""

from itertools import groupby

from app.sheets.common import SUBTITLE, number_leaves, sheet_head
from app.sheets.content import NoteSheet
from app.sheets.flow import Align, Flow
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import Column, Group, Row, table


def lay_out_note_sheet(sheet: NoteSheet) -> tuple[Page, ...]:
    """Lay out the sheet; the lines of a unit stand together under its name."""
    subject = f"{sheet.heading}　{sheet.task}"
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, sheet.form.title, subject))
    flow.text(subject, SUBTITLE)
    flow.skip(4 * MM)
    columns = [Column("序号", 12 * MM, Align.CENTRE)]
    columns += [
        Column(one.title, one.width * MM, Align.CENTRE if one.centred else Align.LEFT)
        for one in sheet.form.columns
    ]
    rows: list[Row | Group] = []
    number = 0
    for unit, lines in groupby(sheet.lines, lambda line: line.unit):
        rows.append(Group(unit))
        for line in lines:
            number += 1
            rows.append(Row((str(number), *line.cells)))
    table(flow, columns, rows)
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)
