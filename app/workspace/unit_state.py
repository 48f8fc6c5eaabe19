"""The county's units and groups as one value: what can be changed, and what differs. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.errors import NamedThing
from app.framework.keys import UnitId
from app.framework.lookup import fold_name, match_name
from app.naming import demand_line, demand_name, name_fault
from app.workspace.errors import GroupUnknown, UnitNameTaken


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit, retired ones included; ``contact`` and ``phone`` are the liaison officer's."""

    id: UnitId
    name: str
    aliases: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GroupState:
    """A group with the ids of its members in order."""

    code: str
    name: str
    members: tuple[UnitId, ...] = ()


class UnitChangeKind(StrEnum):
    """What can change about units and groups."""

    ADDED = "added"
    RENAMED = "renamed"
    ALIAS_ADDED = "alias_added"
    ALIAS_REMOVED = "alias_removed"
    CONTACT = "contact"
    RETIRED = "retired"
    REVIVED = "revived"
    JOINED = "joined"
    LEFT = "left"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One change: ``name`` is the unit's (for ``REORDERED`` the group's) name afterwards.

    ``detail`` is the name before, the alias, the contact or the group.
    """

    kind: UnitChangeKind
    name: str
    detail: str = ""


class LineTrouble(StrEnum):
    """Why a line of a list is not used."""

    NAME_INVALID = "name_invalid"
    CONTACT_TOO_LONG = "contact_too_long"
    NAME_TAKEN = "name_taken"
    GROUP_UNKNOWN = "group_unknown"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is not used, by its number from 1; ``text`` is what is wrong in it."""

    line: int
    text: str
    trouble: LineTrouble
    owner: str = ""


@dataclass(frozen=True)
class RegistryState:
    """All units and groups; every change gives a new value."""

    units: tuple[UnitState, ...]
    groups: tuple[GroupState, ...]

    def unit(self, unit_id: UnitId) -> UnitState:
        """The unit of this id, which must be there."""
        return next(u for u in self.units if u.id == unit_id)

    def group(self, name: str) -> GroupState:
        """The group of this name. Raises ``GroupUnknown``."""
        folded = fold_name(name)
        for group in self.groups:
            if folded == fold_name(group.name):
                return group
        raise GroupUnknown(name, tuple(g.name for g in self.groups))

    def find(self, name: str) -> UnitState | None:
        """The unit of this name or alias, retired ones included."""
        folded = fold_name(name)
        for unit in self.units:
            if any(folded == fold_name(n) for n in (unit.name, *unit.aliases)):
                return unit
        return None

    def named(self, name: str) -> UnitState:
        """The same, but raises ``UnitUnknown`` with the closest names."""
        found = match_name(name, {u.name: (u.name, *u.aliases) for u in self.units})
        return next(u for u in self.units if u.name == found)

    # --- changes ---------------------------------------------------------------------------------

    def adding(self, unit: UnitState) -> "RegistryState":
        """With one more unit. Raises ``UnitNameTaken``, ``NameUnfit``."""
        for name in (unit.name, *unit.aliases):
            self._claim(name, None)
        return replace(self, units=(*self.units, unit))

    def renaming(self, unit_id: UnitId, name: str) -> "RegistryState":
        """With another name for a unit; the old one stays as an alias, for older documents.

        Raises ``UnitNameTaken``, ``NameUnfit``.
        """
        unit, name = self.unit(unit_id), name.strip()
        if name == unit.name:
            return self
        self._claim(name, unit_id)
        aliases = dict.fromkeys((*(a for a in unit.aliases if a != name), unit.name))
        return self._with(replace(unit, name=name, aliases=tuple(aliases)))

    def aliasing(self, unit_id: UnitId, aliases: Iterable[str]) -> "RegistryState":
        """With exactly these aliases. Raises ``UnitNameTaken``, ``NameUnfit``."""
        unit = self.unit(unit_id)
        wanted = tuple(dict.fromkeys(a.strip() for a in aliases if a.strip()))
        for alias in wanted:
            if alias not in unit.aliases:  # one of an earlier version may stay
                self._claim(alias, unit_id)
        return self._with(replace(unit, aliases=tuple(a for a in wanted if a != unit.name)))

    def reaching(self, unit_id: UnitId, contact: str, phone: str) -> "RegistryState":
        """With another liaison officer. Raises ``NameUnfit`` if a text is too long."""
        unit = self.unit(unit_id)
        contact, phone = (demand_line(text, NamedThing.CONTACT) for text in (contact, phone))
        return self._with(replace(unit, contact=contact, phone=phone))

    def retiring(self, unit_id: UnitId, at: datetime) -> "RegistryState":
        """With the unit out of use; what it has filed, and its place in groups, are kept."""
        unit = self.unit(unit_id)
        return self if unit.retired_at else self._with(replace(unit, retired_at=at))

    def reviving(self, unit_id: UnitId) -> "RegistryState":
        """With a retired unit in use again."""
        return self._with(replace(self.unit(unit_id), retired_at=None))

    def filling(self, group: str, members: Iterable[UnitId]) -> "RegistryState":
        """With exactly these members (ids) in a group. Raises ``GroupUnknown``."""
        found = replace(self.group(group), members=tuple(dict.fromkeys(members)))
        groups = tuple(found if g.code == found.code else g for g in self.groups)
        return replace(self, groups=groups)

    def joining(self, unit_id: UnitId, group: str) -> "RegistryState":
        """With a unit at the end of a group, if it is not in it yet."""
        return self.filling(group, (*self.group(group).members, unit_id))

    def _with(self, unit: UnitState) -> "RegistryState":
        return replace(self, units=tuple(unit if u.id == unit.id else u for u in self.units))

    def _claim(self, name: str, unit_id: UnitId | None) -> None:
        demand_name(name, NamedThing.UNIT)
        owner = self.find(name)
        if owner is not None and owner.id != unit_id:
            raise UnitNameTaken(name, owner.name)


def is_name(text: str) -> bool:
    """True if a unit can be called so."""
    return name_fault(text, NamedThing.UNIT) is None


def changes_between(before: RegistryState, after: RegistryState) -> tuple[UnitChange, ...]:
    """What differs, unit by unit and then group by group."""
    return (*_unit_changes(before, after), *_group_changes(before, after))


def put_back(
    present: RegistryState, before: RegistryState, after: RegistryState, at: datetime
) -> RegistryState:
    """``present`` with whatever ``before`` and ``after`` differ in as it was in ``before``.

    A unit that came in between is retired at ``at`` and not deleted: something may refer to it.
    """
    old, new = ({u.id: u for u in state.units} for state in (before, after))

    def unit(found: UnitState) -> UnitState:
        if found.id in old:
            return found if new.get(found.id) == old[found.id] else old[found.id]
        came = found.id in new and found.retired_at is None
        return replace(found, retired_at=at) if came else found

    earlier = {g.code: g for g in before.groups}
    moved = {g.code for g in after.groups if earlier.get(g.code, g) != g}
    return RegistryState(
        tuple(map(unit, present.units)),
        tuple(earlier[g.code] if g.code in moved else g for g in present.groups),
    )


def fitting_groups(name: str, groups: Sequence[str]) -> tuple[str, ...]:
    """The groups that a unit of this name belongs to by the look of it.

    城关镇 belongs to 各乡（镇、街道） and 各乡（镇）政府, a 街道 only where the group names them,
    anything else to the groups of 县直 units.
    """
    town = next((t for t in ("街道", "镇", "乡") if _is_town(name, t)), "")
    if town:
        return tuple(g for g in groups if town in g)
    return tuple(g for g in groups if "直" in g)


def _is_town(name: str, word: str) -> bool:
    tails = ("", "人民政府", "政府", "办事处", "党委", "委员会")
    return any(fold_name(name).endswith(word + tail) for tail in tails)


def _unit_changes(before: RegistryState, after: RegistryState) -> Iterator[UnitChange]:
    kind = UnitChangeKind
    known: Mapping[str, UnitState] = {u.id: u for u in before.units}
    for unit in after.units:
        old = known.get(unit.id)
        if old is None:
            yield UnitChange(kind.ADDED, unit.name)
            old = replace(unit, aliases=(), contact="", phone="", retired_at=None)
        if old.name != unit.name:
            yield UnitChange(kind.RENAMED, unit.name, old.name)
        for alias in unit.aliases:
            if alias not in (*old.aliases, old.name):
                yield UnitChange(kind.ALIAS_ADDED, unit.name, alias)
        for alias in old.aliases:
            if alias not in (*unit.aliases, unit.name):
                yield UnitChange(kind.ALIAS_REMOVED, unit.name, alias)
        if (old.contact, old.phone) != (unit.contact, unit.phone):
            yield UnitChange(kind.CONTACT, unit.name, f"{unit.contact} {unit.phone}".strip())
        if bool(old.retired_at) != bool(unit.retired_at):
            yield UnitChange(kind.RETIRED if unit.retired_at else kind.REVIVED, unit.name)


def _group_changes(before: RegistryState, after: RegistryState) -> Iterator[UnitChange]:
    kind = UnitChangeKind
    names = {u.id: u.name for u in (*before.units, *after.units)}
    earlier = {g.code: g.members for g in before.groups}
    for group in after.groups:
        old, new = earlier.get(group.code, ()), group.members
        yield from (UnitChange(kind.JOINED, names[m], group.name) for m in new if m not in old)
        yield from (UnitChange(kind.LEFT, names[m], group.name) for m in old if m not in new)
        if [m for m in old if m in new] != [m for m in new if m in old]:
            yield UnitChange(kind.REORDERED, group.name)
