"""What can be wrong with the stages of the programme."""

from dataclasses import dataclass
from datetime import date

from app.errors import UsageError


@dataclass(eq=False)
class StageUnknown(UsageError):
    """The indicator set has no stage of this number; 0 if none was named."""

    number: int
    available: tuple[int, ...]


@dataclass(eq=False)
class StageDatesInvalid(UsageError):
    """A stage would end before ``other`` does, or before it begins itself."""

    stage: str
    deadline: date
    other: str
    other_day: date
