"""How much memory and disk a process that opens evidence may use on this machine."""

import sys
from dataclasses import dataclass
from typing import Self

import psutil

MEGABYTE = 1 << 20
GIGABYTE = 1 << 30

#: A worker draws a scan of a hundred megapixels in half a gigabyte; the users' PCs have 4 GB.
_WORKER_LEAST, _WORKER_MOST = 768 * MEGABYTE, 2 * GIGABYTE
#: LibreOffice alone takes some 300 MB; a report full of photos a gigabyte.
_OFFICE_LEAST, _OFFICE_MOST = GIGABYTE, 3 * GIGABYTE
#: Archives may hold 8 GB altogether (``app.archives``), so no member of theirs is larger.
_WORKER_FILE = 8 * GIGABYTE
#: No page of evidence needs so much; a dossier is bound volume by volume.
_OFFICE_FILE = 2 * GIGABYTE
_OPEN_FILES = 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """The memory of this machine, in bytes: all of it, and what is free or can be freed.

    ``ceiling`` is what the system grants any process of ours (``ulimit``).
    """

    total: int
    available: int
    ceiling: int = sys.maxsize

    @classmethod
    def now(cls) -> Self:
        """Ask the system."""
        memory = psutil.virtual_memory()
        return cls(memory.total, memory.available, _ceiling())


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process may take.

    Attributes:
        memory: bytes of its own memory, without the files that it maps.
        file_size: bytes of the largest file that it may write.
        open_files: how many files it may hold open at once.
    """

    memory: int
    file_size: int
    open_files: int = _OPEN_FILES


def _ceiling() -> int:
    if sys.platform == "win32":
        return sys.maxsize
    import resource  # only Unix has it

    granted = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA)]
    return min((one for one in granted if one != resource.RLIM_INFINITY), default=sys.maxsize)


def worker_limits(machine: Machine) -> Limits:
    """The limits of a worker: a quarter of the machine, less when little is free."""
    wanted = min(machine.total // 4, machine.available // 2)
    memory = _between(_WORKER_LEAST, wanted, _WORKER_MOST)
    return Limits(min(memory, machine.ceiling), _WORKER_FILE)


def office_limits(machine: Machine) -> Limits:
    """The limits of one run of LibreOffice: three eighths of the machine, less when little is free.

    They hold for its processes together.
    """
    wanted = min(machine.total * 3 // 8, machine.available * 2 // 3)
    memory = _between(_OFFICE_LEAST, wanted, _OFFICE_MOST)
    return Limits(min(memory, machine.ceiling), _OFFICE_FILE)


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
