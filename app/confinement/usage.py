"""How much memory processes use, measured from outside while they run."""

from collections.abc import Iterable

import psutil


def own_memory(process: psutil.Process) -> int:
    """The bytes that a process has for itself, as its limit counts them; 0 if it has ended."""
    try:
        told = process.memory_info()
    except psutil.Error:
        return 0
    # Linux: what it may write to; Windows: what is committed for it; elsewhere what is resident.
    return int(getattr(told, "data", 0) or getattr(told, "private", 0) or told.rss)


def resident_memory(processes: Iterable[psutil.Process]) -> int:
    """The bytes that processes hold in memory together, without what they share."""
    total = 0
    for process in processes:
        try:
            told = process.memory_info()
        except psutil.Error:
            continue
        total += int(getattr(told, "private", 0) or told.rss - getattr(told, "shared", 0))
    return total
