"""Work out completeness: rows in, states out. Pure; order and repetition do not matter."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from app.completeness.expecting import NOTHING_EXPECTED, Expectations
from app.completeness.rows import (
    FigureRow,
    HeldRow,
    IndicatorRow,
    MarkRow,
    Period,
    PlacementRow,
    TaskRow,
)
from app.completeness.states import (
    Completeness,
    Filing,
    IndicatorState,
    PointState,
    SlotState,
    Stray,
    Tally,
    TaskState,
    ThresholdState,
    total_of,
)
from app.completeness.vocabulary import StrayReason
from app.completeness.years import figure_years, proved_years, required_years
from app.framework.keys import PointKey, TaskKey
from app.framework.values import EvidencePoint, Threshold

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


def assess(
    indicators: Iterable[IndicatorRow],
    placements: Iterable[PlacementRow],
    figures: Iterable[FigureRow],
    period: Period,
    marks: Iterable[MarkRow] = (),
    known: Mapping[str, IndicatorState] | None = None,
    expectations: Expectations = NOTHING_EXPECTED,
    held: Iterable[HeldRow] = (),
) -> Completeness:
    """What the placed items cover of what the indicators ask for.

    An item without a point number covers the point of a task that has only one; in a task with
    several points it is unassigned (未归要点) and covers none. A blocked item covers nothing.
    A mark settles the points at which nothing lies: of a slot if its unit made it, of a task if all
    units that owe it did.

    ``known`` has the states of indicators, by their code, of which nothing has changed since.
    A point with a checklist is covered once its items show every entry, or somebody says that its
    material is complete. What tools hold (``held``) answers its point like an item.
    """
    known = known or {}
    rows = tuple(indicators)
    evidence = _Evidence(
        _grouped((p.task, p) for p in _in_order(placements)),
        _grouped((f.place, f) for f in sorted(set(figures), key=_figure_order)),
        _grouped((m.task, m) for m in sorted(set(marks), key=_mark_order)),
        period,
        expectations,
        _grouped((h.task, h) for h in sorted(set(held), key=_held_order)),
    )
    states = tuple(known.get(row.code) or _indicator(row, evidence) for row in rows)
    tasks = [t for i in states for t in i.tasks]
    # Most slots of a task share one filing, the empty one, which is counted once.
    filings = {(id(s.filing), s.owes): s for t in tasks for s in t.slots}
    counted = {key: slot.tally for key, slot in filings.items()}
    units = _added((s.unit, counted[id(s.filing), s.owes]) for t in tasks for s in t.slots)
    categories = _added((code, i.tally) for i in states for code in i.category_path)
    kinds = _added((i.kind, i.tally) for i in states)
    return Completeness(
        states,
        methods=_added((t.method, t.filing.tally) for t in tasks),
        categories=categories,
        kinds=kinds,
        units=units,
        whole=total_of(kinds.values()),
        slots_total=total_of(units.values()),
        strays=tuple(_strays(rows, evidence)),
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All rows by where they belong: figures by point or indicator, the others by task."""

    placements: Mapping[TaskKey, Sequence[PlacementRow]]
    figures: Mapping[str, Sequence[FigureRow]]
    marks: Mapping[TaskKey, Sequence[MarkRow]]
    period: Period
    expectations: Expectations
    held: Mapping[TaskKey, Sequence[HeldRow]]


def _in_order(rows: Iterable[PlacementRow]) -> list[PlacementRow]:
    """Each row once. There may be tens of thousands, so Python code is kept off them."""
    ordered = sorted(sorted(rows, key=_placement_point), key=_placement_order)
    before = [None, *ordered]
    return [row for row, last in zip(ordered, before, strict=False) if row != last]


_placement_order = attrgetter("item", "indicator", "task_code", "unit", "blocked", "title", "date")


def _placement_point(row: PlacementRow) -> int:
    return row.point or 0


def _figure_order(row: FigureRow) -> tuple[str, str, str, int, float]:
    return (row.place, row.threshold, row.unit, row.year, row.value)


def _held_order(row: HeldRow) -> tuple[TaskKey, int, str, str, str]:
    return (row.task, row.point, row.unit, row.table, row.kind)


def _mark_order(row: MarkRow) -> tuple[TaskKey, str, int, str, bool, str]:
    return (row.task, row.unit, row.point or 0, row.reason, row.by_office, row.id)


def _grouped(pairs: Iterable[tuple[K, R]]) -> dict[K, list[R]]:
    grouped: dict[K, list[R]] = defaultdict(list)
    for key, row in pairs:
        grouped[key].append(row)
    return grouped


def _added(pairs: Iterable[tuple[K, Tally]]) -> dict[K, Tally]:
    return {key: total_of(tallies) for key, tallies in _grouped(pairs).items()}


def _indicator(row: IndicatorRow, evidence: _Evidence) -> IndicatorState:
    figures = evidence.figures.get(row.code, ())
    return IndicatorState(
        row.code,
        row.kind,
        row.category_path,
        tuple(_task(task, evidence) for task in row.tasks),
        tuple(
            _threshold(t, figures, figure_years(t, None, row.since_year, evidence.period))
            for t in row.thresholds
        ),
    )


def _task(task: TaskRow, evidence: _Evidence) -> TaskState:
    placed = evidence.placements.get(task.key, ())
    figures = [f for p in task.points for f in evidence.figures.get(str(_key(task, p)), ())]
    by_unit = _grouped((p.unit, p) for p in placed)
    figures_by_unit = _grouped((f.unit, f) for f in figures)
    marked = [m for m in evidence.marks.get(task.key, ()) if m.unit in task.units]
    marks_by_unit = _grouped((m.unit, m) for m in marked)
    held = [h for h in evidence.held.get(task.key, ()) if h.unit in task.units]
    held_by_unit = _grouped((h.unit, h) for h in held)
    nothing = _filing(task, _Share((), (), (), ()), evidence)
    owing = frozenset(task.units if task.owing is None else task.owing.units)
    slots = []
    for unit in dict.fromkeys(task.units):
        share = _Share(
            by_unit.get(unit, ()),
            figures_by_unit.get(unit, ()),
            marks_by_unit.get(unit, ()),
            (unit,),
            held_by_unit.get(unit, ()),
        )
        said = (str(task.key), unit) in evidence.expectations.slots
        filing = _filing(task, share, evidence) if share.anything or said else nothing
        owes = None if unit in owing else _held(task, filing)
        slots.append(
            SlotState(
                task.key,
                task.indicator,
                task.task_code,
                unit,
                filing,
                owes,
                lead=unit in task.leads,
            )
        )
    # Whoever owes a point may say that it does not apply; where nobody does, all have to.
    concerned = tuple(owing) or task.units
    filing = _filing(task, _Share(placed, figures, marked, concerned, held), evidence)
    return TaskState(task.key, task.indicator, task.task_code, task.method, filing, tuple(slots))


_NOTHING: frozenset[int] = frozenset()


def _held(task: TaskRow, filing: Filing) -> frozenset[int]:
    """The points that a unit owes since it has given something there."""
    if task.owing is None or not task.owing.if_held:
        return _NOTHING
    given = (p for p in filing.points if p.anything or any(t.figures for t in p.thresholds))
    return frozenset(p.point.number for p in given)


@dataclass(frozen=True, slots=True)
class _Share:
    """What there is for a task, of all ``units`` that owe it or of a single one."""

    placed: Sequence[PlacementRow]
    figures: Sequence[FigureRow]
    marks: Sequence[MarkRow]
    units: Sequence[str]
    held: Sequence[HeldRow] = ()

    @property
    def anything(self) -> bool:
        return bool(self.placed or self.figures or self.marks or self.held)


def _filing(task: TaskRow, share: _Share, evidence: _Evidence) -> Filing:
    only = task.points[0].number if len(task.points) == 1 else None
    numbers = {p.number for p in task.points}
    # The point that a placement counts for, or None if it is unassigned.
    by_point = _grouped(
        (only if p.point is None else p.point if p.point in numbers else None, p)
        for p in share.placed
    )
    points = tuple(
        _point(_key(task, point), point, by_point.get(point.number, []), share, evidence)
        for point in task.points
    )
    loose = by_point.get(None, [])
    return Filing(points, _items(loose), _waiting(loose))


def _point(
    key: PointKey,
    point: EvidencePoint,
    placed: Sequence[PlacementRow],
    share: _Share,
    evidence: _Evidence,
) -> PointState:
    period, expected = evidence.period, evidence.expectations
    required = required_years(point, period)
    proved: set[int] = set()
    if required:
        for row in placed:
            if not row.blocked:
                proved |= proved_years(row, period.last_year)
    held = tuple(h for h in share.held if h.point == point.number)
    proved.update(*(h.years for h in held))
    marks = tuple(m for m in share.marks if m.point in {None, point.number})
    figures = [f for f in share.figures if f.place == str(key)]
    return PointState(
        key,
        point,
        _items(placed),
        _waiting(placed),
        tuple(year for year in required if year not in proved),
        tuple(
            _threshold(t, figures, figure_years(t, point, None, period)) for t in point.thresholds
        ),
        marks,
        expected=expected.lists.get(str(key), ()),
        unanswered=expected.unanswered(
            key, ((row.title, row.file_name) for row in placed if not row.blocked)
        ),
        said_complete=any((str(key), unit) in expected.said for unit in share.units),
        not_applicable=bool(marks)
        and not (placed or held)
        and {m.unit for m in marks} >= set(share.units),
        held=held,
    )


def _threshold(
    threshold: Threshold, figures: Sequence[FigureRow], years: tuple[int, ...]
) -> ThresholdState:
    stated = tuple(f for f in figures if f.threshold == threshold.text)
    return ThresholdState(threshold, stated, years)


def _key(task: TaskRow, point: EvidencePoint) -> PointKey:
    return PointKey(task.indicator, task.task_code, point.number)


def _items(placed: Sequence[PlacementRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.item for p in placed))


def _waiting(placed: Sequence[PlacementRow]) -> tuple[str, ...]:
    usable = {p.item for p in placed if not p.blocked}
    return tuple(item for item in _items(placed) if item not in usable)


def _strays(rows: Sequence[IndicatorRow], evidence: _Evidence) -> Iterator[Stray]:
    tasks = {t.key: t for row in rows for t in row.tasks}
    for key, placed in evidence.placements.items():
        for placement in placed:
            reason = _stray_reason(placement, tasks.get(key))
            if reason is not None:
                yield Stray(placement, reason)
    for key, marks in evidence.marks.items():
        for mark in marks:
            reason = _stray_reason(mark, tasks.get(key))
            if reason is not None:
                yield Stray(mark, reason)
    known = {(row.code, t.text) for row in rows for t in row.thresholds}
    for task in tasks.values():
        known |= {(str(_key(task, p)), t.text) for p in task.points for t in p.thresholds}
    for place, figures in evidence.figures.items():
        for figure in figures:
            if (place, figure.threshold) not in known:
                yield Stray(figure, StrayReason.UNKNOWN_THRESHOLD)


def _stray_reason(row: PlacementRow | MarkRow, task: TaskRow | None) -> StrayReason | None:
    if task is None:
        return StrayReason.UNKNOWN_TASK
    if row.point is not None and row.point not in {p.number for p in task.points}:
        return StrayReason.UNKNOWN_POINT
    if row.unit not in task.units:
        return StrayReason.UNIT_NOT_RESPONSIBLE
    return None
