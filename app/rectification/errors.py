"""The typed errors of rectification; ``app.wording.review`` has their sentences."""

from dataclasses import dataclass

from app.errors import RowUnknown, UsageError
from app.rectification.vocabulary import Lack, NoticeState


@dataclass(eq=False)
class NoticeUnknown(RowUnknown):
    """No notice has this number or id, or it was taken back."""

    notice: str


@dataclass(eq=False)
class ProblemWordless(UsageError):
    """A notice was to be opened that names no problem."""


@dataclass(eq=False)
class NoticeClosed(UsageError):
    """The problem is closed; it must be opened again first."""

    number: int


@dataclass(eq=False)
class NoticeNotReplied(UsageError):
    """A reply was to be sent back, and there is none that waits for a verdict."""

    number: int
    state: NoticeState


@dataclass(eq=False)
class NoticeIncomplete(UsageError):
    """A problem was to be closed whose account lacks something, and nobody said why."""

    number: int
    lacks: tuple[Lack, ...]


@dataclass(eq=False)
class NotReturned(UsageError):
    """A notice was to be opened for a return, and the decision is none or was taken back."""

    review_id: str


@dataclass(eq=False)
class DayNotUnderstood(UsageError):
    """What was given as a day is none, or is out of the possible."""

    text: str
