"""What is refused about sites and their check lists."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class TooManyChecks(UsageError):
    """A site has more tasks, or a check list more lines, than packages take."""

    most: int


@dataclass(eq=False)
class CheckUnknown(UsageError):
    """The check list of the task has no line with this number."""

    number: int
    count: int
