"""From units and groups as the source names them to a county's units, each with its role."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.framework.schema import Framework
from app.framework.values import GroupDefault
from models.vocabulary import ResponsibilityRole


@dataclass(frozen=True, slots=True)
class ResponsibleUnit:
    """A single unit's part in an indicator; ``group`` is the set that brought it in, or ""."""

    unit: str
    role: ResponsibilityRole
    group: str = ""


def default_members(framework: Framework) -> dict[str, tuple[str, ...]]:
    """What each group holds before a county fills it, by the group's canonical name."""
    registered = tuple(u.name for u in framework.units)
    return {
        group.name: tuple(framework.unit(m).name for m in group.members)
        or (registered if group.default_from is GroupDefault.REGISTERED else ())
        for group in framework.groups
    }


def each_once(parts: Iterable[ResponsibleUnit]) -> tuple[ResponsibleUnit, ...]:
    """Each unit with the part that counts, in order of first mention."""
    found: dict[str, ResponsibleUnit] = {}
    for part in parts:
        before = found.get(part.unit)
        if before is None or _outranks(part, before):
            found[part.unit] = part
    return tuple(found.values())


def _outranks(new: ResponsibleUnit, old: ResponsibleUnit) -> bool:
    return (new.role is ResponsibilityRole.LEAD, not new.group) > (
        old.role is ResponsibilityRole.LEAD,
        not old.group,
    )
