"""The words for what is there and what is missing."""

from typing import TYPE_CHECKING

from app.completeness.vocabulary import State, StrayReason
from app.translating import Translate, chinese
from app.wording.review import describe_marks

if TYPE_CHECKING:
    from app.completeness.states import PointState

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
