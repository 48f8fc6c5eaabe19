"""Long work: progress and cancelling as an argument, without any window."""

import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.errors import JuanzongError

_T = TypeVar("_T")

#: So many things are done between two pauses of so many seconds.
_PORTION, _PAUSE = 25, 0.00005


@dataclass(eq=False)
class Cancelled(JuanzongError):
    """Somebody pressed cancel; whatever was there before is still intact."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` steps in the stage ``stage``.

    ``stage`` is an identifier that ``app.wording`` turns into words; ``subject`` is the name of
    the file or dossier at hand.
    """

    stage: str
    done: int
    total: int
    subject: str = ""


class JobContext(Protocol):
    """What long work gets: somewhere to report to, and a way to hear that it should stop."""

    def report(self, progress: Progress) -> None:
        """Tell how far the work is; cheap, may be called as often as wished."""

    def check_cancelled(self) -> None:
        """Raise ``Cancelled`` if the work should stop; call it at least every second."""


class CancelToken:
    """A switch that one thread throws and another one reads."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """True once somebody asked the work to stop."""
        return self._event.is_set()


class SilentJob:
    """A job that nobody watches; it still can be cancelled."""

    def __init__(self, token: CancelToken | None = None) -> None:
        self.token = token or CancelToken()

    def report(self, progress: Progress) -> None:
        """Drop the report."""

    def check_cancelled(self) -> None:
        """Raise ``Cancelled`` if the token was thrown."""
        if self.token.cancelled:
            raise Cancelled


def breathing(things: Iterable[_T]) -> Iterator[_T]:
    """Go through things so that other threads have their turn meanwhile.

    For thousands of short calls to the operating system: each lets go of the interpreter and
    takes it back, so quickly that a thread that waits for it always wakes too late.
    """
    for number, thing in enumerate(things, 1):
        yield thing
        if number % _PORTION == 0:
            time.sleep(_PAUSE)
