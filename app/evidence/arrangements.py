"""How the office orders what is bound under a task. Pure.

Without an arrangement a task is bound by point and unit. Key documents come first in any case;
what comes in later goes to the end of what was ordered by hand or locked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from app.framework.keys import TaskKey


class BindingMode(StrEnum):
    """What is bound before what (按要点和单位, 按日期, 手工排定)."""

    POINTS = "points"
    DATE = "date"
    HAND = "hand"


@dataclass(frozen=True)
class Arrangement:
    """The order of one task, by placements.

    Attributes:
        mode: what decides.
        first: the key documents, in their order; they come before all others.
        by_hand: the others in the order given by hand; counts if the mode says so, or if locked.
        locked: the order stays as it is until somebody unlocks it.
    """

    mode: BindingMode = BindingMode.POINTS
    first: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    locked: bool = False

    @cached_property
    def _first_places(self) -> Mapping[str, int]:
        return {placement: place for place, placement in enumerate(self.first)}

    @cached_property
    def _hand_places(self) -> Mapping[str, int]:
        return {placement: place for place, placement in enumerate(self.by_hand)}

    @property
    def usual(self) -> bool:
        """True if nothing was arranged."""
        return self == Arrangement()

    def rank(self, placement: str, date: str) -> "Rank":
        """What an item is sorted by before its point and unit."""
        first = self._first_places.get(placement, len(self.first))
        hand = 0
        if self.locked or self.mode is BindingMode.HAND:
            hand = self._hand_places.get(placement, len(self.by_hand))
        by_date = self.mode is BindingMode.DATE
        return first, hand, by_date and not date, date if by_date else ""

    def stored(self) -> dict[str, Any]:
        """The arrangement as JSON."""
        return {
            "mode": self.mode.value,
            "first": list(self.first),
            "by_hand": list(self.by_hand),
            "locked": self.locked,
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Arrangement":
        """An arrangement out of JSON."""
        return cls(
            BindingMode(stored["mode"]),
            tuple(stored["first"]),
            tuple(stored["by_hand"]),
            bool(stored["locked"]),
        )


#: Key documents, by hand, without a date, the date.
Rank = tuple[int, int, bool, str]
USUAL = Arrangement()
Arrangements = Mapping[TaskKey, Arrangement]


def moved(ids: Iterable[str], chosen: Iterable[str], by: int) -> list[str]:
    """A list in which the chosen ones moved by one place, towards the front or the end."""
    order, picked = list(ids), set(chosen)
    places = [place for place, each in enumerate(order) if each in picked]
    for place in places if by < 0 else reversed(places):
        other = place + (1 if by > 0 else -1)
        if 0 <= other < len(order) and order[other] not in picked:
            order[place], order[other] = order[other], order[place]
    return order
