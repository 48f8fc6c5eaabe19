"""指标说明: what the indicator says, what each method asks for, what of it is there."""

from app.sheets.common import (
    BODY,
    BODY_SMALL,
    NOTE,
    SECTION,
    SUBTITLE,
    number_leaves,
    sheet_head,
)
from app.sheets.content import IndicatorSheet, PointLine, TaskBlock
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import FINE, MM, RECORD_MARGINS, Page
from app.sheets.table import GROUP, Column, Row, table
from app.typesetting.fonts import FontRole

_COLUMNS = (
    Column("序号", 12 * MM, Align.CENTRE),
    Column("材料要点", 105 * MM),
    Column("情况", 15 * MM, Align.CENTRE),
    Column("说明", 38 * MM),
)
_STATEMENT = Style(FontRole.BODY, 16, 28, Align.JUSTIFY, 2)
_MISSING_ROW = GROUP
_NUMERALS = "一二三四五六七八九十"


def lay_out_indicator_sheet(sheet: IndicatorSheet) -> tuple[Page, ...]:
    """Lay out the sheet; requirements stand verbatim, missing points in bold type."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "指标说明", sheet.heading))
    flow.text(_joined(sheet.heading, sheet.category), SUBTITLE)
    flow.skip(4 * MM)
    flow.rule()
    flow.y += 3 * MM
    flow.text(sheet.statement, _STATEMENT)
    flow.skip(3 * MM)
    flow.need(FINE)
    flow.rule()
    for number, task in enumerate(sheet.tasks):
        _task(flow, number, task)
    _units(flow, sheet)
    if sheet.source:
        flow.skip(5 * MM)
        flow.text(f"文本出处：{sheet.source}", NOTE)
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)


def _joined(*parts: str) -> str:
    return "　".join(part for part in parts if part)


def _task(flow: Flow, number: int, task: TaskBlock) -> None:
    flow.skip(5 * MM)
    flow.need(SECTION.leading + 2 * BODY_SMALL.leading)
    numeral = _NUMERALS[number] if number < len(_NUMERALS) else str(number + 1)
    flow.text(f"{numeral}、{task.method}", SECTION)
    flow.text(task.requirement, BODY_SMALL)
    if not task.points:
        return
    flow.skip(2 * MM)
    table(
        flow,
        _COLUMNS,
        [
            Row((str(point.number), point.text, _standing(point), point.note))
            if point.covered
            else Row((str(point.number), point.text, "缺", point.note), style=_MISSING_ROW)
            for point in task.points
        ],
    )


def _standing(point: PointLine) -> str:
    return "已有" if point.applies else "不涉及"


def _units(flow: Flow, sheet: IndicatorSheet) -> None:
    flow.skip(6 * MM)
    flow.need(SECTION.leading + BODY.leading)
    flow.text("责任单位", SECTION)
    roles = dict.fromkeys(unit.role for unit in sheet.units)
    for role in roles:
        names = "、".join(unit.name for unit in sheet.units if unit.role == role)
        flow.text(f"{role}：{names}" if role else names, BODY_SMALL)
