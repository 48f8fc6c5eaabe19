"""The typed errors of submission and review; ``app.wording.review`` has their sentences."""

from dataclasses import dataclass

from app.errors import RowUnknown, UsageError
from app.review.vocabulary import Move, SlotStage


@dataclass(eq=False)
class UnitNotNamed(UsageError):
    """The office must say which unit it means."""


@dataclass(eq=False)
class SlotNotNamed(UsageError):
    """Neither a slot was named nor everything that waits."""


@dataclass(eq=False)
class MoveNotPossible(UsageError):
    """The slot is at a stage from which this move cannot be made."""

    indicator: str
    task: str
    unit: str
    stage: SlotStage
    move: Move


@dataclass(eq=False)
class SlotEmpty(UsageError):
    """Nothing lies in the slot, so that there is nothing to hand in."""

    indicator: str
    task: str
    unit: str


@dataclass(eq=False)
class NothingToSubmit(UsageError):
    """No slot has anything that was not handed in before."""


@dataclass(eq=False)
class ReasonRequired(UsageError):
    """A return needs a reason, else nobody knows what to do."""

    indicator: str
    task: str
    unit: str


@dataclass(eq=False)
class ReasonUnknown(RowUnknown):
    """The list has no reason of this code or number."""

    code: str


@dataclass(eq=False)
class ReasonWordless(UsageError):
    """A reason without words was to be added."""


@dataclass(eq=False)
class ItemNotInSlot(UsageError):
    """The item does not lie in the slot, or not at the point."""

    item_id: str
    indicator: str
    task: str


@dataclass(eq=False)
class ReviewUnknown(RowUnknown):
    """No decision or submission has this id."""

    review_id: str
