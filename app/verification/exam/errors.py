"""What is refused about exams."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError
from app.framework.findings import Finding


@dataclass(eq=False)
class NoExamTask(UsageError):
    """The unit answers for no task that asks for an exam."""

    unit: str


@dataclass(eq=False)
class BlueprintUnknown(UsageError):
    """No blueprint has this id or title, or several have; ``available`` are titles."""

    blueprint: str
    available: tuple[str, ...]


@dataclass(eq=False)
class BlueprintInvalid(UsageError):
    """A data file of a blueprint has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class BankTooSmall(UsageError):
    """The bank has too few questions that are in force; ``lacks`` names each."""

    lacks: tuple[str, ...]


@dataclass(eq=False)
class QuestionImpossible(UsageError):
    """A question is not complete, or contradicts itself; ``faults`` are its words."""

    faults: tuple[str, ...]


@dataclass(eq=False)
class BankFileRefused(UsageError):
    """Rows of a file are no questions; nothing was taken. ``faults`` name the rows, the first ones.

    ``count`` is how many there are.
    """

    name: str
    faults: tuple[str, ...]
    count: int


@dataclass(eq=False)
class ExamUnknown(UsageError):
    """No exam has this id or name, or several have."""

    exam: str
    available: tuple[str, ...]


@dataclass(eq=False)
class NoPaper(UsageError):
    """The papers of the exam were not made yet."""

    exam: str


@dataclass(eq=False)
class PaperInUse(UsageError):
    """Answers were entered: another paper, or other candidates, would make them wrong."""

    exam: str
    count: int


@dataclass(eq=False)
class NobodyListed(UsageError):
    """The list of the exam is empty."""

    exam: str


@dataclass(eq=False)
class TooFewPeople(UsageError):
    """More people are to be drawn than there are on the list."""

    wanted: int
    listed: int


@dataclass(eq=False)
class PersonUnknown(UsageError):
    """Nobody sits the exam under this number."""

    number: str
    exam: str


@dataclass(eq=False)
class PeopleListRefused(UsageError):
    """Lines of a list of people cannot be taken; nothing was taken."""

    faults: tuple[str, ...]


@dataclass(eq=False)
class AnswersRefused(UsageError):
    """Answers or points cannot be; nothing was taken. ``faults`` name each."""

    faults: tuple[str, ...]


@dataclass(eq=False)
class NobodyForMakeup(UsageError):
    """Nobody was absent or failed."""

    exam: str


@dataclass(eq=False)
class NoResults(UsageError):
    """Nobody's answers were entered yet."""

    exam: str
