"""A family of processes: they all end with this program, however it ends.

``open_family`` gives the way of the system: a job object on Windows, a process group with a keeper
elsewhere. Python workers join a family by themselves (``join``); other programs are started in it.
"""

import os
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process
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


def open_family(limits: Limits) -> Family:
    """Found a family whose processes live within ``limits``. Raises ``OSError``."""
    # Each system's module only loads there.
    if sys.platform == "win32":
        from app.confinement.windows import JobFamily

        return JobFamily(limits)
    from app.confinement.posix import GroupFamily

    return GroupFamily(limits)


def join(ticket: Ticket) -> None:
    """Let this process join a family and take on its limits; for workers, before they work."""
    _watch_parent()
    if sys.platform == "win32":
        from app.confinement.windows import join_job

        join_job(ticket)
    else:
        from app.confinement.posix import join_group

        join_group(ticket)


def _watch_parent() -> None:
    """End this process soon after the program that started it; the second line of defence."""
    parent = parent_process()
    if parent is None:
        return

    def wait_for_end(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=wait_for_end, args=[parent.sentinel], daemon=True).start()
