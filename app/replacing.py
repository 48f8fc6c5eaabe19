"""Files are written beside the old ones and then replace them; a failure leaves the old ones."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.paths import extended

PART_SUFFIX = ".part"


def part_of(target: Path) -> Path:
    """The file beside ``target`` in which this process has it written."""
    return target.with_name(f"{target.name}.{os.getpid()}{PART_SUFFIX}")


def replace_with(target: Path, write: Callable[[Path], object]) -> None:
    """Write beside ``target``, then put it in place; a failure leaves the old file."""
    part = extended(part_of(target))
    try:
        write(part)
        part.replace(extended(target))
    finally:
        with suppress(OSError):  # the disk is gone, and the part with it
            part.unlink(missing_ok=True)


def clear_parts(folder: Path) -> None:
    """Remove what killed processes have left half-written in ``folder``."""
    import psutil  # most who write files do not clear, and start without it

    for part in extended(folder).rglob(f"*{PART_SUFFIX}"):
        owner = part.name.removesuffix(PART_SUFFIX).rpartition(".")[2]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            part.unlink(missing_ok=True)
