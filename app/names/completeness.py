"""Words for what is there and what is missing."""

from typing import TYPE_CHECKING

from app.completeness.vocabulary import State, StrayReason
from app.translating import Translate, chinese

if TYPE_CHECKING:
    from app.completeness.states import PointState

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


def describe_point(state: "PointState", translate: Translate = chinese) -> str:
    """Word what lies at a material point, what is missing, and for whom it does not apply.

    "" if there is nothing of all this.
    """
    marks = describe_marks(state, translate)
    if not state.items:
        return marks
    whole = "共 {items} 件，其中 {waiting} 件待处理" if state.waiting_items else "共 {items} 件"
    counts = {"items": len(state.items), "waiting": len(state.waiting_items)}
    notes = [translate(whole).format(**counts)]
    if state.years_missing:
        years = translate("、").join(map(str, state.years_missing))
        gap = "缺 {years} 年" if state.point.per_year else "未见 {years} 年的材料"
        notes.append(translate(gap).format(years=years))
    for threshold in state.thresholds:
        name, measure = threshold.threshold.text, threshold.threshold.unit
        short = translate("、").join(f"{f.unit} {f.value:g}{measure}" for f in threshold.unmet)
        if threshold.lacking:
            notes.append(translate("“{name}”未填数据").format(name=name))
        elif short:
            notes.append(translate("“{name}”未达到（{short}）").format(name=name, short=short))
    if marks:
        notes.append(marks)
    return translate("；").join(notes)


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
