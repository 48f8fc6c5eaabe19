"""What is filed for an indicator, by all units or by one. Pure."""

from app.completeness.states import Filing, IndicatorState


def filings_of(state: IndicatorState, unit: str) -> dict[str, Filing]:
    """What is filed for each task, by its code, by all units or by one."""
    if not unit:
        return {task.task_code: task.filing for task in state.tasks}
    return {
        task.task_code: slot.filing
        for task in state.tasks
        for slot in task.slots
        if slot.unit == unit
    }
