"""The board: every slot with its state, as a matrix, as a queue, and counted. Pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from app.framework.keys import SlotKey
from app.review.basis import Difference
from app.review.states import WAITING
from app.review.vocabulary import Move, SlotStage

#: Which stage a cell of the matrix shows if its slots differ: what the office must act on first.
_PRECEDENCE = (SlotStage.RECHECK, SlotStage.SUBMITTED, SlotStage.RETURNED, SlotStage.PREPARING)


@dataclass(frozen=True, slots=True)
class ToolHolding:
    """What a method tool holds in a slot: the table, for registers the id, and how many rows.

    ``title`` is that of a register, where somebody looked it up.
    """

    table: str
    kind: str
    count: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A slot in lists; ``reasons`` are those of the decision that holds, as one line.

    ``task`` is the task's name. ``returned`` and ``open`` count items; ``open`` ones the office has
    not decided on. ``marks`` counts what was marked as not applying (不涉及), the slot as a whole
    being one. ``tools`` are what method tools hold there. ``moves`` are those that can be made now.
    ``lead``: the unit leads the task, None where nobody asked; ``owes``: it owes material for it.
    """

    slot: SlotKey
    task: str
    unit: str
    stage: SlotStage
    items: int
    returned: int
    open: int
    round: int
    submitted_at: datetime | None
    decided_at: datetime | None
    decided_by: str
    reasons: str
    since: Difference
    decision: str | None
    marks: int = 0
    tools: tuple[ToolHolding, ...] = ()
    moves: frozenset[Move] = frozenset()
    lead: bool | None = None
    owes: bool = True

    @property
    def holds(self) -> bool:
        """True if anything lies there."""
        return bool(self.items or self.marks or self.tools)

    @property
    def waits(self) -> bool:
        """True if the office is asked to decide."""
        return self.stage in WAITING


@dataclass(frozen=True, slots=True)
class Cell:
    """An indicator and a unit in the matrix: its slots counted by stage."""

    indicator: str
    unit: str
    slots: tuple[SlotRow, ...]

    @property
    def counts(self) -> Mapping[SlotStage, int]:
        """How many slots are at each stage."""
        return Counter(row.stage for row in self.slots)

    @property
    def stage(self) -> SlotStage:
        """The stage of all, or the one to act on first; half accepted is 准备中."""
        return joint_stage(row.stage for row in self.slots)

    @property
    def first(self) -> SlotRow:
        """The slot to look at first: what waits, what came back, else what holds something."""
        asked: tuple[Callable[[SlotRow], bool], ...] = (
            lambda row: row.waits,
            lambda row: row.stage is SlotStage.RETURNED,
            lambda row: row.holds,
        )
        found = (row for asks in asked for row in self.slots if asks(row))
        return next(found, self.slots[0])

    @property
    def items(self) -> int:
        """Items in all its slots."""
        return sum(row.items for row in self.slots)

    @property
    def lead(self) -> bool:
        """True if the unit leads any task of the indicator."""
        return any(row.lead for row in self.slots)

    @property
    def owes(self) -> bool:
        """True if the unit owes material for any of them."""
        return any(row.owes for row in self.slots)


@dataclass(frozen=True)
class Board:
    """Every slot with its state, in the order of indicators, methods and units."""

    indicators: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[SlotRow, ...]

    @cached_property
    def _places(self) -> Mapping[SlotKey, int]:
        return {row.slot: place for place, row in enumerate(self.rows)}

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], Cell]:
        """The matrix: by indicator code and unit name; a pair without a slot has no cell."""
        grouped: dict[tuple[str, str], list[SlotRow]] = defaultdict(list)
        for row in self.rows:
            grouped[row.slot.indicator, row.unit].append(row)
        return {pair: Cell(*pair, tuple(rows)) for pair, rows in grouped.items()}

    @cached_property
    def queue(self) -> tuple[SlotRow, ...]:
        """What waits for a decision, in the order of the board."""
        return tuple(row for row in self.rows if row.waits)

    @cached_property
    def counts(self) -> Mapping[SlotStage, int]:
        """How many slots are at each stage."""
        return Counter(row.stage for row in self.rows)

    def row(self, slot: SlotKey) -> SlotRow | None:
        """The row of a slot, or None."""
        place = self._places.get(slot)
        return None if place is None else self.rows[place]

    def next_waiting(self, after: SlotKey | None = None, unit: str | None = None) -> SlotRow | None:
        """The next slot that waits for a decision, from the top again at the end.

        ``unit`` keeps to the slots of one unit. The slot ``after`` is not its own successor.
        """
        place = self._places.get(after, -1) if after is not None else -1
        ahead = (*self.rows[place + 1 :], *self.rows[: max(place, 0)])
        return next((r for r in ahead if r.waits and unit in {None, r.unit}), None)


def joint_stage(stages: Iterable[SlotStage]) -> SlotStage:
    """The stage of several slots together."""
    found = set(stages)
    for stage in _PRECEDENCE:
        if stage in found:
            return stage
    if found == {SlotStage.ACCEPTED}:
        return SlotStage.ACCEPTED
    return SlotStage.PREPARING if SlotStage.ACCEPTED in found else SlotStage.NOT_STARTED
