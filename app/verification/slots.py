"""Where a tool notes something: a unit's task."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.verification.errors import ToolNotOffered
from app.workspace.access import demand_own
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class Slot:
    """A task of a unit, by the unit's name."""

    unit: str
    indicator: str
    task_code: str


def find_slot(workspace: Workspace, slot: Slot, method: str) -> tuple[Slot, str]:
    """The slot as the indicator set and the register write it, and the unit's id.

    Raises:
        IndicatorUnknown, MethodNotRequired, UnitUnknown: there is no such place.
        NotResponsible: the unit does not answer for the task.
        UnitOnly: it is another unit.
        ToolNotOffered: the task has another method.
    """
    registry = workspace.registry()
    unit = registry.unit(slot.unit)
    key = find_task(workspace, slot, method)
    if unit.name not in registry.units_of(*key):
        raise NotResponsible(unit.name, key.indicator)
    demand_own(workspace, unit.id)
    return Slot(unit.name, *key), unit.id


def only_points(framework: Framework) -> Mapping[TaskKey, int]:
    """The tasks that have one point, with its number."""
    return {
        TaskKey(indicator.code, task.code): task.points[0].number
        for indicator in framework.indicators
        for task in indicator.tasks
        if len(task.points) == 1
    }


def find_task(workspace: Workspace, slot: Slot, method: str) -> TaskKey:
    """The task of a slot, whoever its unit is.

    Raises:
        IndicatorUnknown, MethodNotRequired: there is no such task.
        ToolNotOffered: the task has another method.
    """
    framework = workspace.facts.framework
    indicator = framework.indicator(slot.indicator)
    task = framework.find_task(indicator.code, slot.task_code)
    if task.method != method:
        name = framework.task_name(indicator.code, task.code)
        raise ToolNotOffered(indicator.code, name, framework.method_name(method))
    return TaskKey(indicator.code, task.code)
