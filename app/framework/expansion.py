"""From what the source writes (units and groups) to the units of a county, each with its role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.framework.schema import Framework, GroupDefault, Indicator
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


def responsible_units(
    framework: Framework, indicator: Indicator, members: Mapping[str, Sequence[str]]
) -> tuple[ResponsibleUnit, ...]:
    """Who answers for an indicator, each unit once, in the order of the source.

    ``members`` gives each group's units by the group's canonical name (a group without an entry
    has none). A unit that is named and also comes in by a group keeps the role that it is named
    with; of two roles the lead counts.
    """
    parts: list[ResponsibleUnit] = []
    for entry in indicator.responsible:
        if entry.unit is not None:
            parts.append(ResponsibleUnit(framework.unit(entry.unit).name, entry.role))
        else:
            group = framework.group(entry.group or "").name
            parts += [ResponsibleUnit(m, entry.role, group) for m in members.get(group, ())]
    return each_once(parts)


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
