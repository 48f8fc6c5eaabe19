"""What a family of processes is, on every system."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from typing import IO, Protocol

from app.confinement.limits import Limits


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a worker needs to join; travels between processes.

    ``family`` is the process group's number or the job object's name.
    """

    family: int | str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Launch:
    """A program to start: its command line, folder, whole environment, and its error stream."""

    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    errors: IO[bytes]


class Family(Protocol):
    """The processes that handle one kind of work. ``close`` it when the work is over."""

    @property
    def ticket(self) -> Ticket:
        """What a worker gets to join."""
        ...

    def start(self, launch: Launch) -> "Popen[bytes]":
        """Start a program in the family, within its limits. Raises ``OSError``."""
        ...

    def close(self) -> None:
        """Kill every process of the family and let go of it."""
        ...
