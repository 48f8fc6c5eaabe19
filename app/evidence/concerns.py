"""What somebody should know before items are handed in or accepted. Pure.

Nothing here keeps an item from going on, since a scan that cannot be read may be all there is. But
it must not go on unseen.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.framework.keys import ItemId, TaskKey
from app.guessing.titles import is_described


class Concern(StrEnum):
    """Something about an item that somebody should look at, the gravest first."""

    UNREADABLE = "unreadable"  # its pages cannot be made
    NAMELESS = "nameless"  # its title is the name that a machine gave its file
    UNCONFIRMED = "unconfirmed"  # nobody has confirmed what was guessed of it


class Considered(Protocol):
    """An item of any list."""

    @property
    def item(self) -> ItemId: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def guesses(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def blocked(self) -> bool: ...  # noqa: D102


class Placed(Considered, Protocol):
    """An item at one of its places."""

    @property
    def task(self) -> TaskKey: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Concerns:
    """The items that each concern applies to; an item may be listed under several."""

    unreadable: tuple[ItemId, ...] = ()
    nameless: tuple[ItemId, ...] = ()
    unconfirmed: tuple[ItemId, ...] = ()

    def __bool__(self) -> bool:
        """True if there is any."""
        return bool(self.unreadable or self.nameless or self.unconfirmed)

    def of(self, concern: Concern) -> tuple[ItemId, ...]:
        """The items that a concern applies to."""
        found: tuple[ItemId, ...] = getattr(self, concern.value)
        return found


def concerns_of(row: Considered) -> frozenset[Concern]:
    """What is to be known about one item."""
    found = set()
    if row.blocked:
        found.add(Concern.UNREADABLE)
    if not is_described(row.title):
        found.add(Concern.NAMELESS)
    if row.guesses:
        found.add(Concern.UNCONFIRMED)
    return frozenset(found)


def concerns_about(rows: Iterable[Considered]) -> Concerns:
    """What is to be known about items; one that comes at several places counts once."""
    items = {row.item: concerns_of(row) for row in rows}
    return Concerns(
        *(tuple(item for item, found in items.items() if concern in found) for concern in Concern)
    )


def concerns_at(rows: Iterable[Placed], slots: Collection[tuple[TaskKey, str]]) -> Concerns:
    """What is to be known about what lies in slots, each named by its task and its unit's name."""
    return concerns_about(row for row in rows if (row.task, row.unit) in slots)
