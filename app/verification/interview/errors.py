"""What is refused about questionnaires, rounds of interviews and their answers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import RowUnknown, UsageError
from app.framework.findings import Finding


class Expected(StrEnum):
    """What a question takes for an answer."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMBER = "number"
    OTHER = "other"


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
    expected: Expected


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
class TooManyDrawn(UsageError):
    """More people are to be drawn than packages take."""

    most: int


@dataclass(eq=False)
class TooManyGroups(UsageError):
    """The list has more groups than packages take."""

    most: int


@dataclass(eq=False)
class ReasonMissing(UsageError):
    """Drawing again needs a reason, which the record of draws shows."""


@dataclass(eq=False)
class TooManyDraws(UsageError):
    """A round was drawn as often as packages take."""

    most: int


@dataclass(eq=False)
class HeadingUnknown(UsageError):
    """The table has no such heading; ``available`` are those that it has."""

    heading: str
    available: tuple[str, ...]


@dataclass(eq=False)
class FillUnknown(UsageError):
    """The questionnaire fills no figure by this name."""

    words: str
    available: tuple[str, ...]


@dataclass(eq=False)
class SheetUnknown(RowUnknown):
    """The round has no sheet with this number."""

    number: int


@dataclass(eq=False)
class NothingSuggested(UsageError):
    """No open answer was chosen to be put right."""
