"""The window's measurements: its start, the gaps of its event loop, a keystroke in the search."""

import json
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import run

DRIVING = (sys.executable, "-m", "benchmarks.driving")


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the program to a painted window.

    Attributes:
        bare: an empty Qt window of a program that also imports SQLAlchemy.
        window: ours, told to open the workspace.
        filled: ours, with the workspace's first page in it.
    """

    bare: float
    window: float
    filled: float


def start(workspace: Path, times: int) -> Start:
    """Start a bare window and ours in turn; the medians."""
    bare, window, filled = [], [], []
    for _ in range(times):
        began = time.time()
        bare.append(_drive("bare")["painted"] - began)
        began = time.time()
        seen = _drive("start", workspace)
        # Copying the workspace, so that each start finds the same, is not the window's work.
        copied = seen["began"] - seen["called"]
        window.append(seen["painted"] - began - copied)
        filled.append(seen["filled"] - began - copied)
    return Start(*(statistics.median(seconds) for seconds in (bare, window, filled)))


def gaps(workspace: Path, times: int) -> dict[str, float]:
    """The longest gaps in seconds by what the window did meanwhile; the best of several runs."""
    runs = [_drive("gaps", workspace) for _ in range(times)]
    return {name: min(seen[name] for seen in runs) for name in runs[0]}


def keystroke(workspace: Path, times: int) -> float:
    """Seconds from the slowest keystroke in the search to the painted hits; the best of several."""
    return min(_drive("filter", workspace)["slowest"] for _ in range(times))


def scroll(workspace: Path, times: int) -> float:
    """Seconds for painting the slowest of the usual frames of the scrolled 材料库."""
    return min(_drive("scroll", workspace)["frame"] for _ in range(times))


def _drive(what: str, *arguments: Path) -> dict[str, float]:
    said = run((*DRIVING, what, *arguments)).output
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found
