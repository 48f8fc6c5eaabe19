"""Words for evidence and its order."""

from app.evidence.arrangements import BindingMode

BINDING_MODE_NAMES = {
    BindingMode.POINTS: "按要点、单位",
    BindingMode.DATE: "按日期",
    BindingMode.HAND: "手工排定",
}
