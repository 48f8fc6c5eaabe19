"""How the lines of a list stand: what the look-ups that answer them found. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.verification.notes import Note, read_notes
from app.verification.web_check.lookups import LOOKUPS, Lookup
from app.verification.web_check.targets import TargetLine, read_targets
from app.workspace.registry import Registry


class TargetState(StrEnum):
    """What was found of a line; the last look-up counts."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Standing:
    """How many lines there are, and how many of them stand how."""

    total: int = 0
    confirmed: int = 0
    contradicted: int = 0
    nothing: int = 0

    @property
    def done(self) -> int:
        """How many were looked up."""
        return self.confirmed + self.contradicted + self.nothing

    @property
    def open(self) -> int:
        """How many were not."""
        return self.total - self.done

    @property
    def told(self) -> tuple[int, int, int, int]:
        """What is said of it: all, looked up, contradicted, not found."""
        return self.total, self.done, self.contradicted, self.nothing

    def __add__(self, other: "Standing") -> "Standing":
        """Both together."""
        return Standing(
            self.total + other.total,
            self.confirmed + other.confirmed,
            self.contradicted + other.contradicted,
            self.nothing + other.nothing,
        )


def total_of(standings: Iterable[Standing]) -> Standing:
    """All of them together."""
    return sum(standings, Standing())


#: What was found last, by the id of the line and the unit.
Found = Mapping[tuple[str, str], TargetState]


def found_by(lookups: Iterable[Note[Lookup]]) -> Found:
    """What the look-ups found; the last one of a line and a unit counts."""
    answering = (row for row in lookups if row.said.target is not None)
    rows = sorted(answering, key=lambda row: (row.said.looked_up_on, row.id))
    return {
        (row.said.target or "", row.slot.unit): TargetState(row.said.result.value) for row in rows
    }


def state_of(line: TargetLine, found: Found, unit: str) -> TargetState:
    """How a line stands for a unit."""
    return found.get((line.id, unit), TargetState.OPEN)


def standing_of(lines: Iterable[TargetLine], found: Found, units: Iterable[str]) -> Standing:
    """How the lines stand for some units; a line for all counts once for each of them."""
    named = tuple(units)
    states = [
        state_of(line, found, unit)
        for line in lines
        for unit in named
        if line.slot.unit in {"", unit}
    ]
    return Standing(
        len(states),
        states.count(TargetState.CONFIRMED),
        states.count(TargetState.CONTRADICTED),
        states.count(TargetState.NOTHING),
    )


def standing_in(session: Session, registry: Registry, unit: str = "") -> Standing:
    """How all lists stand for a unit, or for all units that have to look up their lines."""
    lines = read_targets(session)
    if not lines:
        return Standing()
    found = found_by(read_notes(session, LOOKUPS))
    return total_of(
        standing_of(
            [line], found, [name for name in bound_units(registry, line) if unit in {"", name}]
        )
        for line in lines
    )


def bound_units(registry: Registry, line: TargetLine) -> tuple[str, ...]:
    """The units that have to look up a line: those that owe the points of the task."""
    if line.slot.unit:
        return (line.slot.unit,)
    place = line.slot.indicator, line.slot.task_code
    return registry.owing(*place).units or registry.units_of(*place)
