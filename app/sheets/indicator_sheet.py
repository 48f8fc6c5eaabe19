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
from app.sheets.figure_table import has_figure_table, lay_out_figure_table
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import FINE, MM, RECORD_MARGINS, Page
from app.sheets.table import CELL, GROUP, Column, Group, Row, table
from app.typesetting.fonts import FontRole

_COLUMNS = (
    Column("序号", 12 * MM, Align.CENTRE),
    Column("材料要点", 105 * MM),
    Column("情况", 15 * MM, Align.CENTRE),
    Column("说明", 38 * MM),
)
_FIGURE_COLUMNS = (
    Column("填报单位", 60 * MM),
    Column("数据", 35 * MM, Align.CENTRE),
    Column("依据", 52 * MM),
    Column("结果", 23 * MM, Align.CENTRE),
)
# Inspectors look for the material of a point, not for what is still to come.
_SHOWN_COLUMNS = (
    Column("序号", 12 * MM, Align.CENTRE),
    Column("材料要点", 96 * MM),
    Column("对应材料", 62 * MM),
)
_BASIS_COLUMNS = (
    Column("填报单位", 73 * MM),
    Column("数据", 35 * MM, Align.CENTRE),
    Column("依据", 62 * MM),
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
    if sheet.source:
        flow.skip(2 * MM)
        flow.text(sheet.source, NOTE)
    _units(flow, sheet)
    if sheet.share:
        flow.skip(4 * MM)
        flow.text(f"以下情况只就{_named(sheet.share)}的材料而言。", NOTE)
    apart = has_figure_table(sheet)
    draw = _Tables(flow, for_inspection=sheet.for_inspection, apart=apart)
    if sheet.figures:
        flow.skip(5 * MM)
        draw.figures(sheet.figures)
    for number, task in enumerate(sheet.tasks):
        _task(flow, draw, number, task)
    number_leaves(flow.pages, RECORD_MARGINS)
    return (*flow.pages, *(lay_out_figure_table(sheet) if apart else ()))


def _joined(*parts: str) -> str:
    return "　".join(part for part in parts if part)


def _task(flow: Flow, draw: "_Tables", number: int, task: TaskBlock) -> None:
    flow.skip(5 * MM)
    flow.need(SECTION.leading + 2 * BODY_SMALL.leading)
    numeral = _NUMERALS[number] if number < len(_NUMERALS) else str(number + 1)
    flow.text(f"{numeral}、{task.name}", SECTION)
    flow.text(task.requirement, BODY_SMALL)
    for term in task.terms:
        flow.text(term, BODY_SMALL)
    if task.points:
        flow.skip(2 * MM)
        draw.points(task.points)
    if task.figures:
        flow.skip(3 * MM)
        draw.figures(task.figures)


class _Tables:
    """The tables of points and figures, as the edition has them."""

    def __init__(self, flow: Flow, *, for_inspection: bool, apart: bool) -> None:
        self._flow = flow
        self._for_inspection = for_inspection
        self._apart = apart

    def points(self, points: Sequence[PointLine]) -> None:
        """The points of one task."""
        if self._for_inspection:
            rows = [Row((str(p.number), p.text, _material(p))) for p in points]
            table(self._flow, _SHOWN_COLUMNS, rows)
            return
        table(
            self._flow,
            _COLUMNS,
            [
                Row(
                    (str(point.number), point.text, _standing(point), point.note),
                    style=CELL if point.covered else _MISSING_ROW,
                )
                for point in points
            ],
        )

    def figures(self, figures: Sequence[FigureLine]) -> None:
        """What was stated for each demand, one line a unit; what falls short in bold type."""
        flow = self._flow
        if self._apart:
            flow.text("量化数据见后面的数据表。", BODY_SMALL)
            return
        flow.need(BODY.leading + _MISSING_ROW.leading * 3)
        flow.text("量化数据", _FIGURES_HEAD)
        rows: list[Row | Group] = []
        for (point, demand), stated in groupby(figures, lambda one: (one.point, one.demand)):
            rows.append(Group(f"要点{point}　{demand}" if point is not None else demand))
            for figure in stated:
                if self._for_inspection:
                    rows.append(Row((figure.unit, figure.value, figure.basis)))
                    continue
                verdict = "达到" if figure.met else "未达到"
                cells = (figure.unit, figure.value, figure.basis, verdict)
                rows.append(Row(cells) if figure.met else Row(cells, style=_MISSING_ROW))
        table(flow, _BASIS_COLUMNS if self._for_inspection else _FIGURE_COLUMNS, rows)


def _material(point: PointLine) -> str:
    """What is bound for a point, or why it does not apply; nothing where there is nothing."""
    if not point.applies:
        return f"不涉及：{point.note}" if point.note else "不涉及"
    return "；".join(filter(None, (point.items, point.note)))


def _named(units: Sequence[str]) -> str:
    shown = "、".join(units[:_UNITS_NAMED])
    return shown if len(units) <= _UNITS_NAMED else f"{shown}等 {len(units)} 个单位"


def _standing(point: PointLine) -> str:
    if not point.covered:
        return "未齐" if point.partial else "缺"
    return "已有" if point.applies else "不涉及"


def _units(flow: Flow, sheet: IndicatorSheet) -> None:
    flow.skip(4 * MM)
    flow.need(SECTION.leading + BODY.leading)
    flow.text("责任单位", SECTION)
    roles = dict.fromkeys(unit.role for unit in sheet.units)
    for role in roles:
        names = "、".join(unit.name for unit in sheet.units if unit.role == role)
        flow.text(f"{role}：{names}" if role else names, BODY_SMALL)
