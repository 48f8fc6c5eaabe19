"""What happens with each record of a package, given what is here. Pure.

A record's owner counts its version up with each change, so the greater version is the later one,
in whatever order packages come. A new generation of the owner's workspace replaces every record
as it stands, whatever the versions.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum


class Change(StrEnum):
    """What becomes of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OLDER = "older"
    REMOVED = "removed"
    MISSING = "missing"
    DIVERGED = "diverged"
    FOREIGN = "foreign"


#: What is written when a merge is applied.
WRITTEN = frozenset({Change.NEW, Change.CHANGED, Change.REMOVED})


@dataclass(frozen=True, slots=True)
class Stand:
    """A record at one place: its owner, its version, what it says."""

    id: str
    owner: str
    version: int
    digest: str
    removed: bool


@dataclass(frozen=True)
class Decisions:
    """What becomes of each record of one kind, by its id."""

    changes: Mapping[str, Change] = field(default_factory=dict)

    def of(self, change: Change) -> tuple[str, ...]:
        """The ids with this outcome, in order."""
        return tuple(sorted(key for key, found in self.changes.items() if found is change))


def decide(
    present: Mapping[str, Stand],
    incoming: Iterable[Stand],
    owners: Set[str],
    *,
    replaces: bool,
) -> Decisions:
    """Decide each record of one kind.

    Args:
        present: every record here with an id that is incoming, and every record of the owners.
        incoming: the package's records; each must be an owner's.
        owners: whose records the package brings: its sender's, but for recovery packages.
        replaces: the package begins a new generation: records of the owners that it lacks go.

    Returns:
        ``DIVERGED`` or ``FOREIGN`` for records that must stop the merge. Without ``replaces``,
        records of the owners that the package lacks are ``MISSING`` and stay.
    """
    changes: dict[str, Change] = {}
    for stand in incoming:
        changes[stand.id] = _one(present.get(stand.id), stand, owners, replaces=replaces)
    for key, stand in present.items():
        if key not in changes and stand.owner in owners and not stand.removed:
            changes[key] = Change.REMOVED if replaces else Change.MISSING
    return Decisions(changes)


def _one(here: Stand | None, there: Stand, owners: Set[str], *, replaces: bool) -> Change:
    if there.owner not in owners or (here is not None and here.owner != there.owner):
        return Change.FOREIGN
    if here is None:
        return Change.NEW
    if here.digest == there.digest:
        return Change.SAME
    if not replaces:
        if there.version < here.version:
            return Change.OLDER
        if there.version == here.version:
            return Change.DIVERGED
    return Change.REMOVED if there.removed and not here.removed else Change.CHANGED
