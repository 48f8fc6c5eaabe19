"""Where a person wants an item, checked against indicators and units."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.errors import NotOwnUnit, UsageError
from app.evidence.errors import UnitRequired
from app.framework.keys import SlotKey
from app.framework.lookup import parse_method
from app.framework.schema import EvidencePoint, Framework
from app.workspace.opening import Workspace
from app.workspace.registry import Registry
from models.vocabulary import VerificationMethod


@dataclass(frozen=True, slots=True)
class Target:
    """Where files are to be placed, as a person names it: 60, 材料查证, 县司法局, 2."""

    indicator: str
    method: str
    unit: str | None = None
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A target that was found to exist."""

    indicator: str
    method: VerificationMethod
    point: int | None
    unit_id: str
    unit: str
    since_year: int | None

    @property
    def slot(self) -> SlotKey:
        """The slot that the place lies in."""
        return SlotKey(self.indicator, self.method, self.unit_id)


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
        UnitUnknown: no unit is called so.
        UnitRequired: no unit was named and several answer for the indicator.
        NotOwnUnit: another unit was named in a unit's workspace.
    """
    indicator = framework.indicator(target.indicator)
    method = parse_method(target.method)
    task = indicator.task(method)
    point = indicator.point(method, target.point) if target.point is not None else None
    name = target.unit or own_unit or _only_unit(indicator.code, registry)
    unit = registry.unit(name)
    if own_unit is not None and unit.name != own_unit:
        raise NotOwnUnit(unit.name, own_unit)
    number = point.number if point else None
    return Place(
        indicator.code, method, number, unit.id, unit.name, _first_year(task.points, number)
    )


def first_year_asked(
    framework: Framework, indicator: str, method: VerificationMethod, point: int | None
) -> int | None:
    """The first year that evidence at a place may be from; None if any will do.

    A place that the indicator set no longer has asks for nothing.
    """
    try:
        task = framework.indicator(indicator).task(method)
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


def _only_unit(code: str, registry: Registry) -> str:
    units = tuple(part.unit for part in registry.responsible.get(code, ()))
    if len(units) != 1:
        raise UnitRequired(code, units)
    return units[0]


def place_of(workspace: Workspace, target: Target) -> Place:
    """Check a target against a workspace. Raises as ``resolve`` does."""
    facts = workspace.facts
    return resolve(target, facts.framework, workspace.registry(), facts.unit_name)
