"""What came back and is not answered yet, by the place where it shows. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.framework.keys import ItemId, TaskKey
from app.review.listing import ReturnedRow


@dataclass(frozen=True)
class Returns:
    """The returns in force, at items, at points, and at slots as a whole."""

    rows: tuple[ReturnedRow, ...] = ()

    @cached_property
    def _by_item(self) -> Mapping[tuple[TaskKey, str, str], ReturnedRow]:
        found = (row for row in self.rows if row.on_item)
        return {(row.slot.task, row.unit, row.item or ""): row for row in found}

    @cached_property
    def _by_point(self) -> Mapping[tuple[TaskKey, int | None], tuple[ReturnedRow, ...]]:
        found: dict[tuple[TaskKey, int | None], list[ReturnedRow]] = defaultdict(list)
        for row in self.rows:
            if not row.on_item:
                found[row.slot.task, row.point].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def _by_indicator(self) -> Mapping[str, tuple[ReturnedRow, ...]]:
        found: dict[str, list[ReturnedRow]] = defaultdict(list)
        for row in self.rows:
            found[row.slot.indicator].append(row)
        return {code: tuple(rows) for code, rows in found.items()}

    @property
    def open(self) -> int:
        """How many were not worked on yet."""
        return sum(not row.reworked for row in self.rows)

    def of_item(self, task: TaskKey, unit: str, item: ItemId) -> ReturnedRow | None:
        """The return of an item at a task of a unit."""
        return self._by_item.get((task, unit, item))

    def at(self, task: TaskKey, unit: str, item: ItemId, point: int | None) -> ReturnedRow | None:
        """Why an item came back: by itself, else with its point, else with the whole task.

        What came back as a part of more counts as long as nothing of the whole was worked on.
        """
        own = self.of_item(task, unit, item)
        if own is not None:
            return own
        places = (point, None) if point is not None else (None,)
        found = (row for place in places for row in self.of_point(task, place, unit))
        return next((row for row in found if not row.reworked), None)

    def of_point(self, task: TaskKey, point: int | None, unit: str = "") -> tuple[ReturnedRow, ...]:
        """The returns of a point, or with None of the task as a whole; of one unit or of all."""
        return _of_unit(self._by_point.get((task, point), ()), unit)

    def of_indicator(self, code: str, unit: str = "") -> tuple[ReturnedRow, ...]:
        """Everything returned under an indicator, of one unit or of all."""
        return _of_unit(self._by_indicator.get(code, ()), unit)

    def of_task(self, task: TaskKey, unit: str = "") -> tuple[ReturnedRow, ...]:
        """Everything returned at a task, of one unit or of all."""
        return tuple(
            row for row in self.of_indicator(task.indicator, unit) if row.slot.task == task
        )


def _of_unit(rows: Iterable[ReturnedRow], unit: str) -> tuple[ReturnedRow, ...]:
    return tuple(row for row in rows if unit in {"", row.unit})
