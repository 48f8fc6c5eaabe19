"""What the state of a slot is worked out from: frozen rows, read from the database before."""

from dataclasses import dataclass
from datetime import datetime

from app.framework.keys import SlotKey
from app.review.basis import NOTHING, Basis
from models.vocabulary import ReviewDecision


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A slot as it was handed in; one that was withdrawn is no longer among the rows.

    ``assumed`` is what of its basis an earlier version of the program did not look at (see
    ``app.review.basis.assumed_rows``): the parts of the slot can be judged without it.
    """

    id: str
    slot: SlotKey
    round: int
    basis: Basis
    by_office: bool
    by: str
    at: datetime
    note: str = ""
    assumed: Basis = NOTHING

    @property
    def rank(self) -> tuple[int, bool, datetime, str]:
        """The order of a slot's submissions, the same on every machine.

        Clocks of two machines are not compared unless nothing else tells: the round decides, and
        of two submissions of one round the unit's own comes after the office's.
        """
        return self.round, not self.by_office, self.at, self.id


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision on a slot, on one of its points, or on an item in it; none was taken back."""

    id: str
    slot: SlotKey
    decision: ReviewDecision
    basis: Basis
    submission: str | None
    by: str
    at: datetime
    point: int | None = None
    item: str | None = None
    reasons: tuple[str, ...] = ()
    note: str = ""

    @property
    def on_slot(self) -> bool:
        """True if it is the decision on the slot as a whole."""
        return self.point is None and self.item is None

    @property
    def rank(self) -> tuple[datetime, str]:
        """The order of decisions: all are the office's, so that one clock tells."""
        return self.at, self.id


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """All that is known of a slot: what lies there, what was handed in, what was decided."""

    slot: SlotKey
    lying: Basis = NOTHING
    submissions: tuple[SubmissionRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
