"""What a method's tool has noted for one task, such as 网络检索记录表."""

from itertools import groupby

from app.sheets.common import SUBTITLE, number_leaves, sheet_head
from app.sheets.content import NoteLine, NoteSheet
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import A4, MM, RECORD_MARGINS, Margins, Page
from app.sheets.table import CELL, Column, Group, Row, table
from app.typesetting.fonts import FontRole
from app.web_addresses import web_address

#: A4 lying. Its head is bound: 订口 25 mm.
_ACROSS = (A4[1], A4[0])
_ACROSS_MARGINS = Margins(15 * MM, 25 * MM, 15 * MM, 15 * MM)
_SMALL = Style(FontRole.TABLE, 8.5, 12.5)


def lay_out_note_sheet(sheet: NoteSheet) -> tuple[Page, ...]:
    """Lay out the sheet; the lines of a unit stand together under its name."""
    form = sheet.form
    size, margins = (_ACROSS, _ACROSS_MARGINS) if form.across else (A4, RECORD_MARGINS)
    subject = f"{sheet.heading}　{sheet.task}"
    flow = Flow(margins, sheet_head(margins, form.title, subject, size), size)
    flow.text(subject, SUBTITLE)
    flow.skip(4 * MM)
    columns = [Column("序号", 12 * MM, Align.CENTRE)]
    columns += [
        Column(
            one.title,
            one.width * MM,
            Align.CENTRE if one.centred else Align.LEFT,
            yields=one.yields,
            takes=one.takes,
        )
        for one in form.columns
    ]
    style = _SMALL if form.across else CELL
    rows: list[Row | Group] = []
    number = 0
    for unit, lines in groupby(sheet.lines, lambda line: line.unit):
        rows.append(Group(unit))
        for group, members in groupby(lines, lambda line: line.group):
            if group:
                rows.append(Group(group))
            for line in members:
                number += 1
                rows.append(
                    Row((str(number), *line.cells), style=style, address=_address(sheet, line))
                )
    table(flow, columns, rows)
    number_leaves(flow.pages, margins, size)
    return tuple(flow.pages)


def _address(sheet: NoteSheet, line: NoteLine) -> str:
    """The first address that a line names; "" if it names none."""
    cells = zip(sheet.form.columns, line.cells, strict=False)
    named = (web_address(cell) for column, cell in cells if column.address)
    return next(filter(None, named), "")
