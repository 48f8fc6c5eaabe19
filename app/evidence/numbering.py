"""The one order and the one number (编号) of evidence: on screen, in dossiers and in papers. Pure.

An item has a number at each place where it lies: the indicator's code, and which one it is in the
order in which an indicator's dossier is bound, counted from 1 over everything that lies there and
is not in the recycle bin: "60-3". So it is the 顺序号 of the 卷内文件目录 wherever one volume holds
the whole indicator. A volume that begins later, or holds a part of the indicator, counts its rows
from 1 as GB/T 9705 wants it, and names the number in the remarks.

The number follows the order: what is added or moved before an item changes it, as it changes the
page. A unit counts what it has; the office counts all units together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.framework.schema import Framework
from app.workspace.registry import Registry

#: Sorts rows; equal only for rows at one position of one slot.
Place = tuple[int, int, bool, int, int, str, int, str]


class Placed(Protocol):
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


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class BindingOrder:
    """The order of binding: by indicator and method as the set has them, then within a task.

    There by point (what lies at none comes last), by unit as the indicator names them, and as
    placed. Tasks that the set does not have come last of all.
    """

    tasks: Mapping[tuple[str, str], tuple[int, int]]
    units: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, framework: Framework, registry: Registry) -> "BindingOrder":
        """The order that an indicator set and the responsibilities give."""
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
        """What rows are sorted by."""
        ordinal, number = self.tasks.get((indicator, task_code), (len(self.tasks), 0))
        units = self.units.get(indicator, {})
        named = units.get(unit, len(units))
        return ordinal, number, point is None, point or 0, named, unit, position, placement

    def sorted(self, rows: Iterable[P]) -> list[P]:
        """The rows in the order of binding."""
        return sorted(
            rows,
            key=lambda r: self.place(
                r.indicator, r.task_code, r.point, r.unit, r.position, r.placement
            ),
        )

    def numbers(self, rows: Iterable[Placed]) -> dict[str, str]:
        """The number of each row by its placement, out of all rows that count.

        What lies at a task that the set does not have is bound nowhere and has no number.
        """
        counts: Counter[str] = Counter()
        found = {}
        for row in self.sorted(rows):
            if self.knows(row.indicator, row.task_code):
                counts[row.indicator] += 1
                found[row.placement] = numbered(row.indicator, counts[row.indicator])
        return found


def numbered(indicator: str, rank: int) -> str:
    """The number of what is bound as the ``rank``-th of an indicator."""
    return f"{indicator}-{rank}"
