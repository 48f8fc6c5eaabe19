"""Self-check statements as rows, and how complete a unit's self-check is. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from app.framework.keys import UnitId
from models.vocabulary import ResponsibilityRole, SelfAssessment


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What a unit says about itself under an indicator."""

    unit_id: UnitId
    indicator: str
    by_office: bool
    assessment: SelfAssessment | None
    statement: str
    problems: str
    score: float | None
    by: str
    at: datetime

    @property
    def complete(self) -> bool:
        """True if it says how far the unit is, in words and in judgement.

        Who is not done must say what is lacking.
        """
        if self.assessment is None or not self.statement:
            return False
        return self.assessment is SelfAssessment.ACHIEVED or bool(self.problems)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """An indicator that a unit answers for, with its statement if there is one.

    ``owes``: the unit leads it or owes material for it, so that its word is asked for.
    """

    indicator: str
    heading: str
    text: str
    role: ResponsibilityRole
    statement: StatementRow | None
    owes: bool = True

    @property
    def asked(self) -> bool:
        """True if the unit is to say something, or has done so all the same."""
        return self.owes or self.statement is not None

    @property
    def complete(self) -> bool:
        """True if nothing is missing."""
        return self.statement is not None and self.statement.complete


@dataclass(frozen=True)
class UnitCheck:
    """A unit's self-check: every indicator that it answers for, in the order of the set."""

    unit_id: UnitId
    unit: str
    lines: tuple[CheckLine, ...]

    @property
    def total(self) -> int:
        """Indicators on which the unit's word is asked for."""
        return sum(line.asked for line in self.lines)

    @property
    def done(self) -> int:
        """Indicators whose statement is complete."""
        return sum(line.complete for line in self.lines)

    @property
    def missing(self) -> tuple[str, ...]:
        """The indicators that still lack something."""
        return tuple(line.indicator for line in self.lines if line.asked and not line.complete)

    @cached_property
    def assessments(self) -> Mapping[SelfAssessment, int]:
        """How many indicators are judged how."""
        found = (line.statement.assessment for line in self.lines if line.statement is not None)
        return Counter(a for a in found if a is not None)

    @property
    def complete(self) -> bool:
        """True if every indicator has its statement."""
        return bool(self.total) and not self.missing

    @property
    def percent(self) -> int:
        """Complete statements in a hundred, rounded down."""
        return self.done * 100 // self.total if self.total else 0
