"""Points by years: what lies in each year, and where one is missing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.completeness.reading import placement_row
from app.completeness.rows import Period
from app.completeness.states import Completeness, PointState
from app.completeness.vocabulary import YearState
from app.completeness.years import asked_years, proved_years, required_years
from app.evidence.listing import FiledRow
from app.framework.keys import PointKey, TaskKey


@dataclass(frozen=True, slots=True)
class YearCell:
    """A year of a point, with the items that prove it; those that have no pages yet come too."""

    year: int
    state: YearState
    items: tuple[FiledRow, ...] = ()


@dataclass(frozen=True, slots=True)
class YearRow:
    """A point with its years; ``undated`` are items that prove none of them.

    ``unit`` is "" where it is that of all units together.
    """

    key: PointKey
    text: str
    unit: str
    cells: tuple[YearCell, ...]
    undated: tuple[FiledRow, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """The years that are owed and not there."""
        return tuple(cell.year for cell in self.cells if cell.state is YearState.MISSING)

    def cell(self, year: int) -> YearCell:
        """The cell of a year; one outside where the point does not have it."""
        found = next((cell for cell in self.cells if cell.year == year), None)
        return found or YearCell(year, YearState.OUTSIDE)


def year_rows(
    completeness: Completeness,
    filed: Iterable[FiledRow],
    last_year: int,
    unit: str = "",
    tasks: Iterable[TaskKey] | None = None,
) -> tuple[YearRow, ...]:
    """Every point that asks for years, in the order of the set; for a unit, or for all together.

    ``tasks`` limits it to some. A unit's rows are those of the tasks that it answers for.
    """
    wanted = None if tasks is None else set(tasks)
    by_task: dict[TaskKey, list[FiledRow]] = {}
    for row in filed:
        if unit in {"", row.unit}:
            by_task.setdefault(row.task, []).append(row)
    found = []
    for indicator in completeness.indicators:
        for task in indicator.tasks:
            if wanted is not None and task.key not in wanted:
                continue
            points, owes = task.filing.points, None
            if unit:
                slot = next((each for each in task.slots if each.unit == unit), None)
                if slot is None:
                    continue
                points, owes = slot.filing.points, slot.owes
            rows = by_task.get(task.key, [])
            for point in points:
                owed = owes is None or point.point.number in owes
                made = _row(point, rows, last_year, unit, owed=owed)
                if made is not None:
                    found.append(made)
    return tuple(found)


def years_in(rows: Iterable[YearRow]) -> tuple[int, ...]:
    """Every year that one of the rows has, first to last."""
    return tuple(sorted({cell.year for row in rows for cell in row.cells}))


def with_year(row: FiledRow, last_year: int, year: int, *, there: bool) -> tuple[int, ...]:
    """The years that are to be chosen for an item, so that it proves ``year`` too, or no longer."""
    now = proved_years(placement_row(row), last_year)
    return tuple(sorted(now | {year} if there else now - {year}))


def _row(
    state: PointState, filed: Iterable[FiledRow], last_year: int, unit: str, *, owed: bool
) -> YearRow | None:
    asked = asked_years(state.point, Period(last_year))
    if not asked:
        return None
    # A task with a single point has the items that lie at none there.
    items = set(state.items)
    own = [row for row in filed if row.item in items and row.point in {None, state.point.number}]
    proved = {row.placement: proved_years(placement_row(row), last_year) for row in own}
    firm = bool(required_years(state.point, Period(last_year))) and (
        state.point.per_year or not state.items
    )

    rows_of = {year for held in state.held for year in held.years}

    def cell(year: int) -> YearCell:
        there = tuple(row for row in own if year in proved[row.placement])
        if year in rows_of or any(not row.blocked for row in there):
            return YearCell(year, YearState.HELD, there)
        if state.not_applicable:
            return YearCell(year, YearState.EXEMPT, there)
        if not owed:
            return YearCell(year, YearState.OUTSIDE, there)
        return YearCell(year, YearState.MISSING if firm else YearState.UNSEEN, there)

    undated = tuple(row for row in own if proved[row.placement].isdisjoint(asked))
    return YearRow(state.key, state.point.text, unit, tuple(map(cell, asked)), undated)
