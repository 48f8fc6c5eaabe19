"""What is refused about questionnaires, rounds of interviews and their answers."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import RowUnknown, UsageError
from app.framework.findings import Finding
from app.framework.keys import TaskKey


@dataclass(eq=False)
class QuestionnaireUnknown(UsageError):
    """No questionnaire has this id or title, or several have; ``available`` are titles."""

    questionnaire: str
    available: tuple[str, ...]


@dataclass(eq=False)
class QuestionnaireFileInvalid(UsageError):
    """A data file of a questionnaire has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class RoundUnknown(RowUnknown):
    """No round of interviews has this id or name, or several have; ``available`` are names."""

    round: str
    available: tuple[str, ...]


@dataclass(eq=False)
class RoundHasAnswers(UsageError):
    """A round with answers keeps the questionnaire that these were given to."""

    round: str
    sheets: int


@dataclass(eq=False)
class RoundElsewhere(UsageError):
    """The sheet belongs to a round of another task or another unit."""

    round: str
    task: TaskKey


@dataclass(eq=False)
class SheetNumberTaken(UsageError):
    """Another sheet of the round has this number."""

    number: int


@dataclass(eq=False)
class QuestionUnknown(UsageError):
    """The questionnaire has no such question."""

    question: str
    available: tuple[str, ...]


@dataclass(eq=False)
class AnswerNotPossible(UsageError):
    """What was answered is none of the answers that the question takes."""

    number: int
    text: str
    expected: str


@dataclass(eq=False)
class DaysOutOfOrder(UsageError):
    """The round ends before it begins."""

    first: str
    last: str


@dataclass(eq=False)
class NothingListed(UsageError):
    """The list to draw from is empty."""


@dataclass(eq=False)
class TooManyListed(UsageError):
    """The list to draw from is longer than any office of a county needs."""

    most: int


@dataclass(eq=False)
class TooFewListed(UsageError):
    """More are to be drawn from a group than the list has of it."""

    group: str
    wanted: int
    listed: int


@dataclass(eq=False)
class GroupNotListed(UsageError):
    """The plan has a group that nobody on the list belongs to, or has none for the list."""

    group: str
    available: tuple[str, ...]


@dataclass(eq=False)
class ReasonMissing(UsageError):
    """Drawing again needs a reason, which the record of draws shows."""


@dataclass(eq=False)
class TooManyDraws(UsageError):
    """A round was drawn as often as packages take."""

    most: int
