"""Words for what is there and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.completeness.vocabulary import State, StrayReason, YearState
from app.names.verification import describe_rows
from app.translating import Translate, chinese

if TYPE_CHECKING:
    from app.completeness.rows import FigureRow, HeldRow
    from app.completeness.states import PointState
    from app.completeness.year_matrix import YearCell

#: So many units are named with their reasons; more are counted.
_MARKS_NAMED = 2

STATE_NAMES = {
    State.EMPTY: "未填报",
    State.PARTIAL: "未齐",
    State.COMPLETE: "齐备",
    State.PROBLEM: "有问题",
    State.NOT_APPLICABLE: "不涉及",
}

STRAY_NAMES = {
    StrayReason.UNKNOWN_TASK: "指标体系里没有这项核验任务",
    StrayReason.UNKNOWN_POINT: "没有这个材料要点，暂列未归要点",
    StrayReason.UNIT_NOT_RESPONSIBLE: "该单位不是这项指标的责任单位",
    StrayReason.UNKNOWN_THRESHOLD: "没有这项量化要求",
}


#: How a year of a point stands; each has a mark beside its colour.
YEAR_STATE_NAMES: Mapping[YearState, str] = {
    YearState.HELD: "有材料",
    YearState.MISSING: "缺",
    YearState.UNSEEN: "未见",
    YearState.EXEMPT: "不涉及",
    YearState.OUTSIDE: "不用交",
}


def year_words(cell: "YearCell", translate: Translate = chinese) -> str:
    """What stands in a cell of the table of years: a mark and the number of items."""
    count = len(cell.items)
    match cell.state:
        case YearState.HELD:
            return translate("✓ {count}").format(count=count)
        case YearState.MISSING | YearState.UNSEEN:
            mark = "✗" if cell.state is YearState.MISSING else "–"
            words = f"{mark} {translate(YEAR_STATE_NAMES[cell.state])}"
            waiting = "{words}（{count} 件待处理）"
            return translate(waiting).format(words=words, count=count) if count else words
        case YearState.EXEMPT:
            return translate(YEAR_STATE_NAMES[cell.state])
        case YearState.OUTSIDE:
            return str(count) if count else ""


def describe_point(state: "PointState", translate: Translate = chinese) -> str:
    """Word what lies at a material point, what is missing, and for whom it does not apply.

    "" if there is nothing of all this.
    """
    marks = describe_marks(state, translate)
    if not state.anything:
        return marks
    whole = "共 {items} 件，其中 {waiting} 件待处理" if state.waiting_items else "共 {items} 件"
    counts = {"items": len(state.items), "waiting": len(state.waiting_items)}
    notes = [translate(whole).format(**counts)] if state.items else []
    if told := describe_held(state.held, translate):
        notes.append(told)
    if state.years_missing:
        years = translate("、").join(map(str, state.years_missing))
        gap = "缺 {years} 年" if state.point.per_year else "未见 {years} 年的材料"
        notes.append(translate(gap).format(years=years))
    if state.said_complete and state.unanswered:
        notes.append(translate("已说明材料齐全"))
    if state.lacking_entries:
        entries = translate("、").join(state.lacking_entries)
        notes.append(translate("按应有材料还差 {entries}").format(entries=entries))
    for threshold in state.thresholds:
        name, measure = threshold.threshold.text, threshold.threshold.unit
        short = translate("、").join(
            f"{f.unit} {figure_value(f, measure, translate)}" for f in threshold.unmet
        )
        if threshold.lacking:
            notes.append(translate("“{name}”未填数据").format(name=name))
        elif short:
            notes.append(translate("“{name}”未达到（{short}）").format(name=name, short=short))
        if threshold.years_lacking:
            years = translate("、").join(map(str, threshold.years_lacking))
            notes.append(translate("“{name}”缺 {years} 年的数据").format(name=name, years=years))
    if marks:
        notes.append(marks)
    return translate("；").join(notes)


def describe_held(held: "Iterable[HeldRow]", translate: Translate = chinese) -> str:
    """Word what method tools hold for a point: 行政应诉案件台账 18 行; "" for nothing."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row in held:
        counts[row.table, row.title] += row.count
    return translate("、").join(
        describe_rows(table, count, title, translate) for (table, title), count in counts.items()
    )


def figure_value(figure: "FigureRow", measure: str, translate: Translate = chinese) -> str:
    """A figure with its measure, and the year that it is of, if it is of one: 2019年 82.5%."""
    value = f"{figure.value:.10g}{measure}"
    if not figure.year:
        return value
    return translate("{year}年 {value}").format(year=figure.year, value=value)


def describe_marks(state: "PointState", translate: Translate = chinese) -> str:
    """Word who has said that a point does not apply, and why; "" if nobody has."""
    if not state.marks:
        return ""
    units = {mark.unit: mark.reason for mark in state.marks}
    if state.not_applicable and len(set(units.values())) == 1:
        told = next(iter(units.values()))
    elif len(units) <= _MARKS_NAMED:
        named = translate("{unit}（{reason}）")
        told = translate("，").join(named.format(unit=u, reason=r) for u, r in units.items())
    else:
        told = translate("{count} 个单位").format(count=len(units))
    return translate("不涉及：{told}").format(told=told)
