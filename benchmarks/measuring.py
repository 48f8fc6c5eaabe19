"""Running a command while the clock and the memory of all its processes are watched."""

import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

#: Seconds between two looks at the memory.
INTERVAL = 0.02


class CommandFailed(Exception):
    """A command of the measurement did not do its work; the message is its last output."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds of wall time, and what it printed."""

    seconds: float
    output: str


def run(command: Sequence[str | Path], *, allowed: tuple[int, ...] = (0,)) -> Run:
    """Run a command in its own process and take the time.

    Raises:
        CommandFailed: It returned something other than ``allowed``.
    """
    started = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, encoding="utf-8", errors="replace"
    )
    seconds = time.perf_counter() - started
    if done.returncode not in allowed:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise CommandFailed(f"{Path(str(command[0])).name} 返回 {done.returncode}：{said}")
    return Run(seconds, done.stdout)


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory that a command held at a time, in bytes.

    ``own`` is that of its own processes; ``whole`` adds the LibreOffice that it started.
    """

    own: int
    whole: int


def peak_memory(command: Sequence[str | Path], *, allowed: tuple[int, ...] = (0,)) -> Peak:
    """Run a command and watch the memory of all its processes.

    Shared pages are counted once where the system tells (PSS on Linux), else the resident sets
    are added up.

    Raises:
        CommandFailed: It returned something other than ``allowed``.
    """
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    root = psutil.Process(process.pid)
    peak = Peak(0, 0)
    while process.poll() is None:
        now = _memory_of_tree(root)
        peak = Peak(max(peak.own, now.own), max(peak.whole, now.whole))
        time.sleep(INTERVAL)
    if process.returncode not in allowed:
        raise CommandFailed(f"{Path(str(command[0])).name} 返回 {process.returncode}")
    return peak


def _memory_of_tree(root: psutil.Process) -> Peak:
    own = office = 0
    try:
        family = [root, *root.children(recursive=True)]
    except psutil.Error:
        return Peak(0, 0)
    for process in family:
        try:
            facts = process.memory_full_info()
            size = getattr(facts, "pss", facts.rss)
            if process.name().startswith(("soffice", "oosplash")):
                office += size
            else:
                own += size
        except psutil.Error:
            continue  # ended between the two looks
    return Peak(own, own + office)


def median(times: int, measure: Callable[[], float]) -> float:
    """The median of several measurements."""
    return statistics.median(measure() for _ in range(times))


def warm(files: Iterable[Path]) -> None:
    """Read every file once, so that both sides find them in memory."""
    for file in files:
        with file.open("rb", buffering=0) as stream:
            while stream.read(1 << 20):
                pass


def machine() -> dict[str, str]:
    """What this machine is, for the record."""
    facts = {
        "system": platform.platform(),
        "python": platform.python_version(),
        "processor": _processor(),
        "cores": str(psutil.cpu_count()),
        "memory": f"{psutil.virtual_memory().total / 2**30:.1f} GiB",
    }
    for program in ("qpdf", "soffice"):
        if shutil.which(program):
            said = run([program, "--version"]).output.strip().splitlines()
            facts[program] = said[0] if said else "?"
    return facts


def _processor() -> str:
    source = Path("/proc/cpuinfo")
    if source.exists():
        for line in source.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or sys.platform
