"""Families on Linux and other Unix systems: a process group with a keeper, and resource limits.

The keeper is a shell that waits for the end of a pipe. Only this program holds the other end, so
the pipe ends when the program does, even by SIGKILL; the keeper then kills its whole group. The
"parent death signal" of Linux would not do: it follows the thread that started a child instead of
the program, and what a child starts itself does not inherit it.
"""

import os
import resource
import signal
import subprocess
import sys
import weakref
from contextlib import suppress
from pathlib import Path

from app.confinement.limits import Limits
from app.confinement.model import Launch, Ticket

_SHELL = "/bin/sh"
#: Nothing but the end of the pipe and a kill ends the keeper.
_KEEP = "trap '' HUP INT QUIT TERM; read -r _; kill -s KILL 0"
#: Linux kills this one first when memory runs out, instead of the window or the desktop.
_OUT_OF_MEMORY_SCORE = Path("/proc/self/oom_score_adj")
_SCORE = "500"
#: The shell's unit for the size of files.
_BLOCK = 512
#: What programs map besides, where only the whole address space can be limited.
_MAPPED = 1 << 30


class GroupFamily:
    """A process group whose leader is the keeper."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._keeper = subprocess.Popen(
            [_SHELL, "-c", _KEEP],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
            cwd="/",
            env={},
        )
        # Whoever forgets to close the family ends it all the same, at the latest with the program.
        self._end = weakref.finalize(self, _end_group, self._keeper)

    @property
    def ticket(self) -> Ticket:
        """What a worker gets to join."""
        return Ticket(self._keeper.pid, self._limits)

    def start(self, launch: Launch) -> "subprocess.Popen[bytes]":
        """Start a program in the group; a shell sets its limits first. Raises ``OSError``."""
        return subprocess.Popen(
            [_SHELL, "-c", _limiting(self._limits), "sh", *launch.command],
            cwd=launch.folder,
            env=dict(launch.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=launch.errors,
            process_group=self._keeper.pid,
        )

    def close(self) -> None:
        """Kill the group with its keeper."""
        self._end()


def _end_group(keeper: "subprocess.Popen[bytes]") -> None:
    if keeper.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(keeper.pid, signal.SIGKILL)
    keeper.wait()
    if keeper.stdin is not None:
        keeper.stdin.close()


def join_group(ticket: Ticket) -> None:
    """Join the group and take on its limits."""
    with suppress(OSError):  # the keeper was killed; the caller's watch still ends this process
        os.setpgid(0, int(ticket.family))
    for kind, wanted in _wanted(ticket.limits):
        allowed = _allowed(kind, wanted)
        resource.setrlimit(kind, (allowed, allowed))
    with suppress(OSError):
        _OUT_OF_MEMORY_SCORE.write_text(_SCORE, encoding="ascii")


def _wanted(limits: Limits) -> list[tuple[int, int]]:
    return [
        (memory_limit(), _memory(limits)),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ]


def memory_limit() -> int:
    """The resource that bounds a process's memory.

    Data is honest: it counts what a process writes to, but neither the libraries that it maps nor
    the address space that PDFium and LibreOffice set aside. Before Linux 4.7 it counted only the
    heap, and elsewhere still does.
    """
    if sys.platform == "linux" and _release() >= (4, 7):
        return resource.RLIMIT_DATA
    return resource.RLIMIT_AS


def _memory(limits: Limits) -> int:
    honest = memory_limit() == resource.RLIMIT_DATA
    return limits.memory if honest else limits.memory + _MAPPED


def _release() -> tuple[int, ...]:
    numbers = os.uname().release.split("-")[0].split(".")[:2]
    return tuple(int(number) for number in numbers if number.isdecimal())


def _allowed(kind: int, wanted: int) -> int:
    """What may be set: a limit that the system or the user has set already is never raised."""
    hard = resource.getrlimit(kind)[1]
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def _limiting(limits: Limits) -> str:
    """Shell words that set the limits and become the program that is named after them."""
    memory = "-d" if memory_limit() == resource.RLIMIT_DATA else "-v"
    kilobytes = _allowed(memory_limit(), _memory(limits)) // 1024
    blocks = _allowed(resource.RLIMIT_FSIZE, limits.file_size) // _BLOCK
    files = _allowed(resource.RLIMIT_NOFILE, limits.open_files)
    return (
        f"ulimit -c 0; ulimit {memory} {kilobytes}; ulimit -f {blocks}; ulimit -n {files};"
        f' {{ echo {_SCORE} > {_OUT_OF_MEMORY_SCORE}; }} 2>/dev/null; exec "$@"'
    )
