"""What is filed for an indicator, by all units or by one. Pure."""

from app.completeness.states import Filing, IndicatorState, SlotState, Tally, joined, total_of
from app.completeness.vocabulary import State


def filings_of(state: IndicatorState, unit: str) -> dict[str, Filing]:
    """What is filed for each task, by its code, by all units or by one."""
    if not unit:
        return {task.task_code: task.filing for task in state.tasks}
    return {code: slot.filing for code, slot in slots_of(state, unit).items()}


def slots_of(state: IndicatorState, unit: str) -> dict[str, SlotState]:
    """The slots of a unit, by the task's code."""
    return {
        task.task_code: slot for task in state.tasks for slot in task.slots if slot.unit == unit
    }


def tallies_of(state: IndicatorState, unit: str) -> dict[str, Tally]:
    """The points of each task, counted: all of them, or those that one unit owes."""
    if not unit:
        return {task.task_code: task.filing.tally for task in state.tasks}
    return {code: slot.tally for code, slot in slots_of(state, unit).items()}


def tally_of_indicator(state: IndicatorState, unit: str) -> Tally:
    """The same for the whole indicator."""
    return total_of(tallies_of(state, unit).values())


def state_of_indicator(state: IndicatorState, unit: str) -> State:
    """How far an indicator is; of a unit's share only what it owes counts, if it owes anything."""
    if not unit:
        return state.state
    slots = slots_of(state, unit).values()
    return joined([s.filing.state for s in [s for s in slots if s.owing] or slots])
