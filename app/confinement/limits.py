"""How much memory and disk a process that handles evidence may take, from what the machine has."""

from dataclasses import dataclass
from typing import Self

import psutil

MEGABYTE = 1 << 20
GIGABYTE = 1 << 30

#: A worker draws a scan of a hundred megapixels in half a gigabyte; the users' PCs have 4 GB.
_WORKER_LEAST, _WORKER_MOST = 768 * MEGABYTE, 2 * GIGABYTE
#: LibreOffice alone takes some 300 MB; a report full of photos a gigabyte.
_OFFICE_LEAST, _OFFICE_MOST = GIGABYTE, 3 * GIGABYTE
#: Archives may hold 8 GB altogether (``app.intake.archives``), so no member of theirs is larger.
_WORKER_FILE = 8 * GIGABYTE
#: No page of evidence needs so much; a dossier is bound volume by volume.
_OFFICE_FILE = 2 * GIGABYTE
_OPEN_FILES = 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """The memory of this machine, in bytes: all of it, and what is free or can be freed."""

    total: int
    available: int

    @classmethod
    def now(cls) -> Self:
        """Ask the system."""
        memory = psutil.virtual_memory()
        return cls(memory.total, memory.available)


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


def worker_limits(machine: Machine) -> Limits:
    """The limits of a worker: a quarter of the machine, less when little is free."""
    wanted = min(machine.total // 4, machine.available // 2)
    return Limits(_between(_WORKER_LEAST, wanted, _WORKER_MOST), _WORKER_FILE)


def office_limits(machine: Machine) -> Limits:
    """The limits of one run of LibreOffice: three eighths of the machine, less when little is free.

    They hold for its processes together.
    """
    wanted = min(machine.total * 3 // 8, machine.available * 2 // 3)
    return Limits(_between(_OFFICE_LEAST, wanted, _OFFICE_MOST), _OFFICE_FILE)


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
