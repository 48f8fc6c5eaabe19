"""Where a person wants an item, checked against indicators and units."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.errors import NotOwnUnit, UsageError
from app.evidence.errors import UnitRequired
from app.framework.keys import SlotKey, UnitId
from app.framework.schema import Framework
from app.framework.values import EvidencePoint
from app.workspace.opening import Workspace
from app.workspace.registry import Registry


@dataclass(frozen=True, slots=True)
class Target:
    """Where files are to be placed, as a person names it: 60, 材料查证, 县司法局, 2.

    ``task`` is the task's code or name, or its verification method.
    """

    indicator: str
    task: str
    unit: str | None = None
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A target that was found to exist."""

    indicator: str
    task_code: str
    point: int | None
    unit_id: UnitId
    unit: str
    since_year: int | None

    @property
    def slot(self) -> SlotKey:
        """The slot that the place lies in."""
        return SlotKey(self.indicator, self.task_code, self.unit_id)


def resolve(
    target: Target, framework: Framework, registry: Registry, own_unit: str | None
) -> Place:
    """Check a target against the indicator set and the units.

    Args:
        target: what was asked for.
        framework: the workspace's indicator set.
        registry: its units.
        own_unit: the unit whose workspace it is; None in the office's.

    Raises:
        IndicatorUnknown, MethodUnknown, MethodNotRequired, PointUnknown: no such place.
        TaskAmbiguous: several tasks are verified by the method that was named.
        UnitUnknown: no unit is called so.
        UnitRequired: no unit was named and several answer for the indicator.
        NotOwnUnit: another unit was named in a unit's workspace.
    """
    indicator = framework.indicator(target.indicator)
    task = framework.find_task(indicator.code, target.task)
    point = None
    if target.point is not None:
        point = framework.point(indicator.code, task.code, target.point)
    name = target.unit or own_unit or _only_unit(indicator.code, task.code, registry)
    unit = registry.unit(name)
    if own_unit is not None and unit.name != own_unit:
        raise NotOwnUnit(unit.name, own_unit)
    number = point.number if point else None
    return Place(
        indicator.code, task.code, number, unit.id, unit.name, _first_year(task.points, number)
    )


def first_year_asked(
    framework: Framework, indicator: str, task_code: str, point: int | None
) -> int | None:
    """The first year that evidence at a place may be from; None if any will do.

    A place that the indicator set no longer has asks for nothing.
    """
    try:
        task = framework.task(indicator, task_code)
    except UsageError:
        return None
    return _first_year(task.points, point)


def _first_year(points: Iterable[EvidencePoint], number: int | None) -> int | None:
    """Without a point, only what every dated point would refuse is certainly too old."""
    years = [
        point.since_year
        for point in points
        if point.since_year is not None and number in {None, point.number}
    ]
    return min(years, default=None)


def _only_unit(code: str, task: str, registry: Registry) -> str:
    units = registry.units_of(code, task)
    if len(units) != 1:
        raise UnitRequired(code, units)
    return units[0]


def place_of(workspace: Workspace, target: Target) -> Place:
    """Check a target against a workspace. Raises as ``resolve`` does."""
    facts = workspace.facts
    return resolve(target, facts.framework, workspace.registry(), facts.unit_name)
