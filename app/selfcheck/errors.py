"""The typed errors of self-check; ``app.wording.review`` has their sentences."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class AssessmentUnknown(UsageError):
    """The word is no self-assessment."""

    text: str


@dataclass(eq=False)
class ScoreInvalid(UsageError):
    """A score is a number from 0 to 1000."""

    text: str
