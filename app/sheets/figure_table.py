"""数据表: the figures of an indicator that has many, by demand, unit and year."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.sheets.common import BODY_SMALL, SUBTITLE, number_leaves, sheet_head
from app.sheets.content import FigureLine, IndicatorSheet
from app.sheets.flow import Align, Flow, Style
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import GROUP, Column, Row, table
from app.typesetting.fonts import FontRole

#: So many figures stand on the 指标说明 itself; with more of them it would be hard to read.
_FEW = 6
#: So many years stand side by side; more go below each other.
_YEARS_BESIDE = 5
_DEMAND = Style(FontRole.HEADING, 12, 20)
_YEAR, _BASIS, _VERDICT = 16 * MM, 40 * MM, 26 * MM
_ALL = 170 * MM


def has_figure_table(sheet: IndicatorSheet) -> bool:
    """True if the figures stand on a page of their own: there are many, or of several years."""
    figures = [line for _, lines in _demands(sheet) for line in lines]
    years = any(len({line.year for line in lines if line.year}) > 1 for _, lines in _demands(sheet))
    return years or len(figures) > _FEW


def lay_out_figure_table(sheet: IndicatorSheet) -> tuple[Page, ...]:
    """Lay out the table: what is demanded, in the words of the set, and what each unit states."""
    flow = Flow(RECORD_MARGINS, sheet_head(RECORD_MARGINS, "数据表", sheet.heading))
    flow.text("　".join(filter(None, (sheet.heading, sheet.category))), SUBTITLE)
    for title, lines in _demands(sheet):
        flow.skip(5 * MM)
        flow.need(_DEMAND.leading + 4 * BODY_SMALL.leading)
        flow.text(title, _DEMAND)
        flow.skip(1 * MM)
        _Demand(flow, lines, judged=not sheet.for_inspection).draw()
    number_leaves(flow.pages, RECORD_MARGINS)
    return tuple(flow.pages)


def _demands(sheet: IndicatorSheet) -> Iterator[tuple[str, tuple[FigureLine, ...]]]:
    """Each demand with what is stated for it."""
    for task, figures in (("", sheet.figures), *((t.name, t.figures) for t in sheet.tasks)):
        for (point, demand), lines in groupby(figures, lambda one: (one.point, one.demand)):
            place = f"{task}要点{point}" if point is not None else task
            yield "　".join(filter(None, (place, demand))), tuple(lines)


class _Demand:
    """The table of one demand; ``judged``: it says what falls short."""

    def __init__(self, flow: Flow, lines: Sequence[FigureLine], *, judged: bool) -> None:
        self._flow, self._lines, self._judged = flow, lines, judged
        self._years = sorted({line.year for line in lines})
        self._dated = any(self._years)

    def draw(self) -> None:
        beside = 1 < len(self._years) <= _YEARS_BESIDE
        rows = list(self._by_unit() if beside else self._by_figure())
        if beside:
            heads = [Column(_year(year) or "数据", _YEAR, Align.CENTRE) for year in self._years]
        else:
            heads = [Column("数据", 26 * MM, Align.CENTRE)]
            if self._dated:
                heads.insert(0, Column("年度", _YEAR, Align.CENTRE))
        heads.append(Column("依据", _BASIS))
        if self._judged:
            heads.append(Column("结果", _VERDICT, Align.CENTRE))
        unit = Column("填报单位", _ALL - sum(column.width for column in heads))
        table(self._flow, (unit, *heads), rows)

    def _by_unit(self) -> Iterator[Row]:
        """A row for each unit, its years side by side; equal bases stand once."""
        for unit in dict.fromkeys(line.unit for line in self._lines):
            own = [line for line in self._lines if line.unit == unit]
            stated = {line.year: line.amount or line.value for line in own}
            cells = [unit, *(stated.get(year, "") for year in self._years)]
            cells.append("；".join(dict.fromkeys(filter(None, (line.basis for line in own)))))
            yield self._row(cells, [line for line in own if not line.met])

    def _by_figure(self) -> Iterator[Row]:
        for line in self._lines:
            dated = [_year(line.year)] if self._dated else []
            cells = [line.unit, *dated, line.amount or line.value, line.basis]
            yield self._row(cells, [] if line.met else [line])

    def _row(self, cells: list[str], short: Sequence[FigureLine]) -> Row:
        if not self._judged:
            return Row(tuple(cells))
        if not short:
            return Row((*cells, "达到"))
        years = "、".join(str(line.year) for line in short if line.year)
        told = f"未达到（{years}）" if years and len(self._years) > 1 else "未达到"
        return Row((*cells, told), style=GROUP)


def _year(year: int) -> str:
    return f"{year}年" if year else ""
