"""The typed errors of marking what does not apply; ``app.wording.review`` has their sentences."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class MarkReasonRequired(UsageError):
    """A mark without a reason says nothing."""

    unit: str
    indicator: str


@dataclass(eq=False)
class NotMarked(UsageError):
    """There is no mark to take back at this place."""

    unit: str
    indicator: str
