"""Results about completeness, from one point up to the whole: frozen values, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.completeness.rows import FigureRow, HeldRow, MarkRow, PlacementRow
from app.completeness.vocabulary import State, StrayReason
from app.framework.keys import PointKey, TaskKey
from app.framework.values import EvidencePoint, Threshold


@dataclass(frozen=True, slots=True)
class Tally:
    """Points counted; ``covered``, ``waiting`` and ``missing`` always make up ``total``.

    Attributes:
        total: points asked for.
        covered: points that are settled: with usable evidence (for each year, where the point wants
            each year), or marked as not applying.
        waiting: points not covered at which an item waits for a fix.
        gaps: points, covered or not, that lack a year or a figure, or have one that falls short.
        exempt: those of the covered points at which nothing lies, because they were marked as not
            applying; they are told beside ``covered`` wherever it is told.
    """

    total: int = 0
    covered: int = 0
    waiting: int = 0
    gaps: int = 0
    exempt: int = 0

    @property
    def proved(self) -> int:
        """Points with usable evidence."""
        return self.covered - self.exempt

    @property
    def missing(self) -> int:
        """Points neither covered nor waiting: nothing is there, or not for each year asked for."""
        return self.total - self.covered - self.waiting

    @property
    def complete(self) -> bool:
        """True if there are points and all are covered."""
        return 0 < self.total == self.covered

    @property
    def percent(self) -> int:
        """Covered points in a hundred, rounded down: 100 only if every point is covered."""
        return self.covered * 100 // self.total if self.total else 0

    def __add__(self, other: "Tally") -> "Tally":
        """Count two together."""
        return Tally(
            self.total + other.total,
            self.covered + other.covered,
            self.waiting + other.waiting,
            self.gaps + other.gaps,
            self.exempt + other.exempt,
        )


def total_of(tallies: Iterable[Tally]) -> Tally:
    """Count many together."""
    total = covered = waiting = gaps = exempt = 0
    for tally in tallies:
        total += tally.total
        covered += tally.covered
        waiting += tally.waiting
        gaps += tally.gaps
        exempt += tally.exempt
    return Tally(total, covered, waiting, gaps, exempt)


@dataclass(frozen=True, slots=True)
class ThresholdState:
    """A threshold with the figures stated for it, each with its unit.

    ``years`` are those that want a figure each; without any, one figure is enough.
    """

    threshold: Threshold
    figures: tuple[FigureRow, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def lacking(self) -> bool:
        """True if nobody has stated a figure."""
        return not self.figures

    @property
    def years_lacking(self) -> tuple[int, ...]:
        """The years for which nobody has stated a figure, where some figure is there."""
        stated = {figure.year for figure in self.figures}
        return tuple(year for year in self.years if year not in stated) if stated else ()

    @property
    def short(self) -> bool:
        """True if a figure is not there, not for each year, or does not reach the threshold."""
        return self.lacking or bool(self.years_lacking) or bool(self.unmet)

    @property
    def unmet(self) -> tuple[FigureRow, ...]:
        """The figures that fall short."""
        holds, value = self.threshold.comparator.holds, self.threshold.value
        return tuple(f for f in self.figures if not holds(f.value, value))


@dataclass(frozen=True, slots=True)
class PointState:
    """A point and the evidence for it, over all units or of a single one.

    Attributes:
        key: the stable id, ``60/material_check/2``.
        point: what is asked for.
        items: ids of the items placed here, in order, blocked ones included.
        waiting_items: those of them that wait for a fix.
        years_missing: years asked for that no usable item proves. They keep a point from being
            covered only if it wants material for each year (``point.per_year``); at other points
            with a ``since_year`` they are a hint, because one summary may speak of them all.
        thresholds: the figures; a lacking or short one is a gap and never undoes coverage.
        marks: who has marked the point, or its slot, as not applying, and why.
        not_applicable: every unit concerned has, and nothing lies there: the point is settled. What
            lies there goes before any mark.
        expected: the checklist that the office has taken over for the point.
        unanswered: the entries of it that no usable item shows by its title or file name.
        said_complete: the unit, or the office for it, says that the material is complete.
        held: what method tools hold for the point. Without any item it covers the point if it is
            of every year since the one that the point names, too: rows say of which years they are.
    """

    key: PointKey
    point: EvidencePoint
    items: tuple[str, ...]
    waiting_items: tuple[str, ...]
    years_missing: tuple[int, ...]
    thresholds: tuple[ThresholdState, ...]
    marks: tuple[MarkRow, ...] = ()
    not_applicable: bool = False
    expected: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    said_complete: bool = False
    held: tuple[HeldRow, ...] = ()

    @property
    def anything(self) -> bool:
        """True if an item lies there, or a tool holds something for it."""
        return bool(self.items or self.held)

    @property
    def lacking_entries(self) -> tuple[str, ...]:
        """Entries that no item shows, unless the material is said to be complete."""
        return () if self.said_complete else self.unanswered

    @property
    def covered(self) -> bool:
        """True if usable evidence is there, for each year and entry where the point wants that.

        True also if the point does not apply.
        """
        if self.not_applicable:
            return True
        if len(self.items) > len(self.waiting_items):
            gaps = self.lacking_entries or (self.point.per_year and self.years_missing)
            return not gaps
        return bool(self.held) and not (self.lacking_entries or self.years_missing)

    @property
    def has_gap(self) -> bool:
        """True if anything is there but a year or a figure is not, or a figure falls short."""
        figures = any(t.short for t in self.thresholds)
        lacks = bool(self.years_missing) or bool(self.lacking_entries)
        return self.anything and (lacks or figures)

    @property
    def state(self) -> State:
        """How far the point is."""
        if self.waiting_items or any(t.unmet for t in self.thresholds):
            return State.PROBLEM
        if self.not_applicable:
            return State.NOT_APPLICABLE
        if not self.anything:
            return State.EMPTY
        return State.COMPLETE if self.covered else State.PARTIAL

    @property
    def tally(self) -> Tally:
        """The point counted."""
        waiting = bool(self.waiting_items) and not self.covered
        exempt = int(self.not_applicable)
        return Tally(1, int(self.covered), int(waiting), int(self.has_gap), exempt)


@dataclass(frozen=True, slots=True)
class Filing:
    """Points with what was placed at them: of a task (all units), or of a slot (one unit).

    ``unassigned`` are items that lie at the task without a point (未归要点) where it has several;
    they cover nothing until somebody assigns them. ``unassigned_waiting`` are those of them that
    wait for a fix.
    """

    points: tuple[PointState, ...]
    unassigned: tuple[str, ...]
    unassigned_waiting: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of all items, each once."""
        placed = (i for p in self.points for i in p.items)
        return tuple(dict.fromkeys((*placed, *self.unassigned)))

    @property
    def waiting_items(self) -> tuple[str, ...]:
        """Ids of the items that wait for a fix, each once."""
        placed = (i for p in self.points for i in p.waiting_items)
        return tuple(dict.fromkeys((*placed, *self.unassigned_waiting)))

    @property
    def anything(self) -> bool:
        """True if an item lies there, or a tool holds something for a point."""
        return bool(self.unassigned) or any(point.anything for point in self.points)

    @property
    def tally(self) -> Tally:
        """The points counted."""
        return total_of(p.tally for p in self.points)

    @property
    def state(self) -> State:
        """How far it is, the unassigned items considered."""
        states = [p.state for p in self.points]
        if self.unassigned_waiting:
            states.append(State.PROBLEM)
        elif self.unassigned:
            states.append(State.PARTIAL)
        covered = all(p.covered for p in self.points)
        if covered and set(states) != {State.NOT_APPLICABLE} and State.PROBLEM not in states:
            return State.COMPLETE
        return joined(states)


class OwedPoints:
    """What of a filing a unit owes; for rows of a task and a unit.

    ``owes`` are the numbers of the points that the unit owes; None: all of them.
    """

    __slots__ = ()
    filing: Filing
    owes: frozenset[int] | None

    @property
    def owed(self) -> tuple[PointState, ...]:
        """The points that the unit owes."""
        return owed_of(self.filing, self.owes)

    @property
    def tally(self) -> Tally:
        """The points that the unit owes, counted."""
        return self.filing.tally if self.owes is None else total_of(p.tally for p in self.owed)

    @property
    def owing(self) -> bool:
        """True if the unit owes anything."""
        return bool(self.filing.points) if self.owes is None else bool(self.owes)


@dataclass(frozen=True, slots=True)
class SlotState(OwedPoints):
    """A slot (填报位): what one responsible unit has given for a task.

    What the unit adds at points that it does not owe counts for the task and not for the unit.
    ``lead``: the unit leads the task.
    """

    task: TaskKey
    indicator: str
    task_code: str
    unit: str
    filing: Filing
    owes: frozenset[int] | None = None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task over all units, and its slots; ``method`` is None where the set names none."""

    key: TaskKey
    indicator: str
    task_code: str
    method: str | None
    filing: Filing
    slots: tuple[SlotState, ...]


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator over all its tasks; ``thresholds`` are those of its statement.

    ``category_path`` are the codes of the categories that it lies in, the first level first.
    """

    code: str
    kind: str
    category_path: tuple[str, ...]
    tasks: tuple[TaskState, ...]
    thresholds: tuple[ThresholdState, ...]

    @property
    def tally(self) -> Tally:
        """The points of all tasks counted."""
        return total_of(t.filing.tally for t in self.tasks)

    @property
    def state(self) -> State:
        """How far the indicator is."""
        states = [t.filing.state for t in self.tasks]
        if any(t.unmet for t in self.thresholds):
            states.append(State.PROBLEM)
        return joined(states)


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that is told apart instead of being dropped.

    With ``UNKNOWN_POINT`` the item still counts at its task as unassigned; with
    ``UNIT_NOT_RESPONSIBLE`` it counts for the task but for no slot; the others count nowhere.
    """

    row: PlacementRow | FigureRow | MarkRow
    reason: StrayReason


@dataclass(frozen=True, slots=True)
class Completeness:
    """Everything that ``status``, the window and the reports show.

    ``methods``, ``categories`` (of every level), ``kinds`` and ``whole`` count each point once,
    whoever proved it; ``methods`` has the tasks without a method under None.
    ``units`` and ``slots_total`` count each point once for every unit that owes it; a unit that
    answers for something and owes nothing is there with nothing.
    """

    indicators: tuple[IndicatorState, ...]
    methods: Mapping[str | None, Tally]
    categories: Mapping[str, Tally]
    kinds: Mapping[str, Tally]
    units: Mapping[str, Tally]
    whole: Tally
    slots_total: Tally
    strays: tuple[Stray, ...]

    @property
    def state(self) -> State:
        """How far the whole is."""
        return joined([i.state for i in self.indicators])

    def task(self, key: TaskKey) -> TaskState | None:
        """The task of this key, or None."""
        found = (t for i in self.indicators for t in i.tasks if t.key == key)
        return next(found, None)

    def slots(self, unit: str) -> tuple[SlotState, ...]:
        """Every slot of a unit, in the order of the set."""
        tasks = (t for i in self.indicators for t in i.tasks)
        return tuple(s for t in tasks for s in t.slots if s.unit == unit)


def owed_of(filing: Filing, owes: frozenset[int] | None) -> tuple[PointState, ...]:
    """The points of a filing whose numbers are in ``owes``; None: all of them."""
    return tuple(p for p in filing.points if owes is None or p.point.number in owes)


def joined(states: Iterable[State]) -> State:
    """The state of a whole from those of its parts: a problem shows, then what is unfinished.

    What does not apply is as good as complete, and shows where it is all there is.
    """
    found = set(states)
    if found == {State.NOT_APPLICABLE}:
        return State.NOT_APPLICABLE
    if State.NOT_APPLICABLE in found:
        found = found - {State.NOT_APPLICABLE} | {State.COMPLETE}
    if State.PROBLEM in found:
        return State.PROBLEM
    if found <= {State.EMPTY}:
        return State.EMPTY
    return State.COMPLETE if found == {State.COMPLETE} else State.PARTIAL
