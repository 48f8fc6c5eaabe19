"""指标说明: what the indicator says, what each method asks for, what is there."""

from collections.abc import Sequence
from itertools import groupby

from app.sheets.common import (
    BODY,
    BODY_SMALL,
    NOTE,
    SECTION,
    SUBTITLE,
    number_leaves,
    sheet_head,
)
from app.sheets.content import FigureLine, IndicatorSheet, PointLine, TaskBlock
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import FINE, MM, RECORD_MARGINS, Page
from app.sheets.table import GROUP, Column, Group, Row, table
from app.typesetting.fonts import FontRole

_COLUMNS = (
    Column("序号", 12 * MM, Align.CENTRE),
    Column("材料要点", 105 * MM),
    Column("情况", 15 * MM, Align.CENTRE),
    Column("说明", 38 * MM),
)
_FIGURE_COLUMNS = (
    Column("填报单位", 112 * MM),
    Column("数据", 35 * MM, Align.CENTRE),
    Column("结果", 23 * MM, Align.CENTRE),
)
_FIGURES_HEAD = Style(FontRole.HEADING, 12, 20)
_UNITS_NAMED = 3
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
    if sheet.share:
        flow.skip(4 * MM)
        flow.text(f"以下情况只就{_named(sheet.share)}的材料而言。", NOTE)
    if sheet.figures:
        flow.skip(5 * MM)
        _figures(flow, sheet.figures)
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
    flow.text(f"{numeral}、{task.name}", SECTION)
    flow.text(task.requirement, BODY_SMALL)
    for term in task.terms:
        flow.text(term, BODY_SMALL)
    if task.points:
        flow.skip(2 * MM)
        _points(flow, task.points)
    if task.figures:
        flow.skip(3 * MM)
        _figures(flow, task.figures)


def _points(flow: Flow, points: Sequence[PointLine]) -> None:
    table(
        flow,
        _COLUMNS,
        [
            Row((str(point.number), point.text, _standing(point), point.note))
            if point.covered
            else Row((str(point.number), point.text, "缺", point.note), style=_MISSING_ROW)
            for point in points
        ],
    )


def _figures(flow: Flow, figures: Sequence[FigureLine]) -> None:
    """What was stated for each demand, one line a unit; what falls short in bold type."""
    flow.need(BODY.leading + _MISSING_ROW.leading * 3)
    flow.text("量化数据", _FIGURES_HEAD)
    rows: list[Row | Group] = []
    for (point, demand), stated in groupby(figures, lambda one: (one.point, one.demand)):
        rows.append(Group(f"要点{point}　{demand}" if point is not None else demand))
        for figure in stated:
            cells = (figure.unit, figure.value, "达到" if figure.met else "未达到")
            rows.append(Row(cells) if figure.met else Row(cells, style=_MISSING_ROW))
    table(flow, _FIGURE_COLUMNS, rows)


def _named(units: Sequence[str]) -> str:
    shown = "、".join(units[:_UNITS_NAMED])
    return shown if len(units) <= _UNITS_NAMED else f"{shown}等 {len(units)} 个单位"


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
