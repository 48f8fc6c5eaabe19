"""The typed errors of what is said of points; ``app.wording.review`` has their sentences."""

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


@dataclass(eq=False)
class ChecklistTooLong(UsageError):
    """A checklist has too many entries, or one of them is too long."""

    most: int
    longest: int


@dataclass(eq=False)
class FigureNotNamed(UsageError):
    """A figure is to be stated or taken back: one of the two, and not both."""
