"""What is filed for an indicator, by all units or by one. Pure."""

from app.completeness.states import Filing, IndicatorState
from app.vocabulary import VerificationMethod


def filings_of(state: IndicatorState, unit: str) -> dict[VerificationMethod, Filing]:
    """What is filed for each method, by all units or by one."""
    if not unit:
        return {task.method: task.filing for task in state.tasks}
    return {
        task.method: slot.filing for task in state.tasks for slot in task.slots if slot.unit == unit
    }
