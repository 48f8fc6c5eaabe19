"""The one number (编号) and the one order of evidence: on screen, in dossiers, in papers. Pure.

An item has a number at each place where it lies: the indicator's code, the unit's place among those
that answer for the indicator, and which one of the unit's it is there, in the order of filing:
"60-2-3". Where one unit alone answers, its place is left out: "60-3". So the office and the unit
say the same number on the telephone, whatever else lies there and however the office orders what
is bound. A unit that does not answer for the indicator is told by a number made of its name.

The order of filing is by method, by point (what lies at none comes last) and as placed; what is
added or moved before an item of the same unit changes its number. The catalogue counts its rows
from 1 as GB/T 9705 wants it, and names the number in the remarks where it is another one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol, TypeVar

from app.evidence.arrangements import USUAL, Arrangement, Arrangements, Rank
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.workspace.registry import Registry

#: Sorts rows as they were filed; equal only for rows at one position of one slot.
Place = tuple[int, int, bool, int, int, str, int, str]
#: Sorts rows as they are bound: the task, what the office arranged, then as filed.
BoundPlace = tuple[int, int, Rank, Place]


class PlacedEvidence(Protocol):
    """Evidence at one of its places."""

    @property
    def placement(self) -> str:
        """The id of the placement."""

    @property
    def indicator(self) -> str:
        """The indicator's code."""

    @property
    def task_code(self) -> str:
        """With the indicator it names the task."""

    @property
    def point(self) -> int | None:
        """The point; None for the task as a whole."""

    @property
    def unit(self) -> str:
        """The unit's name."""

    @property
    def position(self) -> int:
        """The order within the slot (task and unit)."""


class DatedEvidence(PlacedEvidence, Protocol):
    """Placed evidence with its date, by which it may be bound."""

    @property
    def doc_date(self) -> str:
        """ISO, whole or cut short; "" for none."""


P = TypeVar("P", bound=PlacedEvidence)
D = TypeVar("D", bound=DatedEvidence)


@dataclass(frozen=True, slots=True)
class BindingOrder:
    """The order of binding: by indicator and method as the set has them, then within a task.

    There as the office arranged it, else by point (what lies at none comes last), by unit as the
    indicator names them, and as placed. Tasks that the set does not have come last of all.
    """

    tasks: Mapping[tuple[str, str], tuple[int, int]]
    units: Mapping[str, Mapping[str, int]]
    arrangements: Arrangements = field(default_factory=dict)

    @classmethod
    def of(
        cls, framework: Framework, registry: Registry, arrangements: Arrangements | None = None
    ) -> "BindingOrder":
        """The order that an indicator set, the responsibilities and the office give."""
        return cls(
            {
                (indicator.code, task.code): (ordinal, number)
                for ordinal, indicator in enumerate(framework.indicators)
                for number, task in enumerate(indicator.tasks)
            },
            {
                code: {part.unit: number for number, part in enumerate(parts)}
                for code, parts in registry.responsible.items()
            },
            arrangements or {},
        )

    def knows(self, indicator: str, task_code: str) -> bool:
        """True if the indicator set has the task."""
        return (indicator, task_code) in self.tasks

    def place(
        self,
        indicator: str,
        task_code: str,
        point: int | None,
        unit: str,
        position: int,
        placement: str,
    ) -> Place:
        """What rows are sorted by as they were filed."""
        ordinal, number = self.tasks.get((indicator, task_code), (len(self.tasks), 0))
        units = self.units.get(indicator, {})
        named = units.get(unit, len(units))
        return ordinal, number, point is None, point or 0, named, unit, position, placement

    def bound(self, row: DatedEvidence) -> BoundPlace:
        """What rows are sorted by as they are bound."""
        place = self._place_of(row)
        arranged = self.arrangements.get(TaskKey(row.indicator, row.task_code), USUAL)
        return *place[:2], arranged.rank(row.placement, row.doc_date), place

    def sorted(self, rows: Iterable[D]) -> list[D]:
        """The rows in the order of binding."""
        return sorted(rows, key=self.bound)

    def arranged(self, rows: Iterable[D], task: TaskKey, arrangement: Arrangement) -> list[D]:
        """The rows of one task in the order that an arrangement gives them."""
        order = replace(self, arrangements={**self.arrangements, task: arrangement})
        return order.sorted(rows)

    def locked(self, rows: Iterable[D], task: TaskKey, arrangement: Arrangement) -> Arrangement:
        """The arrangement with the order that it gives now kept as it is."""
        free = replace(arrangement, locked=False)
        placements = tuple(row.placement for row in self.arranged(rows, task, free))
        return replace(arrangement, by_hand=placements, locked=True)

    def as_filed(self, rows: Iterable[P]) -> list[P]:
        """The rows in the order of filing, which numbers them."""
        return sorted(rows, key=self._place_of)

    def _place_of(self, row: PlacedEvidence) -> Place:
        return self.place(
            row.indicator, row.task_code, row.point, row.unit, row.position, row.placement
        )

    def numbers(self, rows: Iterable[PlacedEvidence]) -> dict[str, str]:
        """The number of each row by its placement, out of all rows that count.

        What lies at a task that the set does not have is bound nowhere and has no number.
        """
        return {key: self.number(*ranked) for key, ranked in self.ranks(rows).items()}

    def ranks(self, rows: Iterable[PlacedEvidence]) -> dict[str, tuple[str, str, int]]:
        """Indicator, unit, and which one of the unit's each row is, by its placement."""
        counts: Counter[tuple[str, str]] = Counter()
        found = {}
        for row in self.as_filed(rows):
            if self.knows(row.indicator, row.task_code):
                counts[row.indicator, row.unit] += 1
                rank = counts[row.indicator, row.unit]
                found[row.placement] = row.indicator, row.unit, rank
        return found

    def number(self, indicator: str, unit: str, rank: int) -> str:
        """The number of the ``rank``-th item of a unit at an indicator."""
        units = self.units.get(indicator, {})
        if unit not in units:
            return f"{indicator}-{_told_by_name(unit)}-{rank}"
        return f"{indicator}-{units[unit] + 1}-{rank}" if len(units) > 1 else f"{indicator}-{rank}"


def _told_by_name(unit: str) -> int:
    """A number of three digits, so that it is no unit's place; the same on every machine."""
    return 100 + int(sha256(unit.encode()).hexdigest()[:8], 16) % 900
