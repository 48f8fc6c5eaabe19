"""Many Office files with few starts of LibreOffice, even if single files crash it.

The files are dealt out to one or two runs. When a run crashes or stalls, the file that it was at
is set aside and the others go into a new run; a file that came to nothing is tried once more on
its own before it counts as failed.
"""

import os
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import psutil

from app.confinement.limits import Limits
from app.conversion.office.process import USUAL_WAY, Excess, LibreOfficeRun, Way
from app.jobs import JobContext
from app.paths import make_inside

#: How often the runs are looked at, and cancelling is heard, in seconds.
_POLL = 0.1

#: What starting the program may take on a slow disk.
START_SECONDS = 60.0

#: Two runs at a time only where each has a processor and room for a large document.
_MEMORY_FOR_TWO = 2 * 1024**3
_FEWEST_FOR_TWO = 4


class OfficeFault(Enum):
    """Why a file came to nothing, tried on its own."""

    NOT_LOADED = "not loaded"
    CRASHED = "crashed"
    OVERDUE = "overdue"
    MEMORY_EXCEEDED = "memory exceeded"
    OUTPUT_EXCEEDED = "output exceeded"


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """A file with a unique name in the input folder, the seconds that it may take, and its way."""

    path: Path
    seconds: float
    way: Way = USUAL_WAY


@dataclass(slots=True)
class _Lane:
    """One run with what it still owes; ``alone`` marks the second and last chance."""

    run: LibreOfficeRun
    files: list[OfficeFile]
    alone: bool
    last_sign: float
    delivered: int = 0


def convert_files(
    program: Path,
    files: Sequence[OfficeFile],
    work: Path,
    environment: Mapping[str, str],
    job: JobContext,
    *,
    start_seconds: float = START_SECONDS,
    limits: Limits | None = None,
) -> Iterator[tuple[OfficeFile, Path | OfficeFault]]:
    """Convert every file; yield each with what it became or with why there is none, as they come.

    A run may take ``start_seconds`` to start, on top of its first file's own time; each lives
    within ``limits``, those for the machine by default.

    Raises:
        Cancelled: somebody pressed cancel; no program of ours is left running.
    """
    batch = _Batch(program, work, environment, start_seconds, limits)
    batch.enqueue(files)
    try:
        while batch.busy:
            job.check_cancelled()
            yield from batch.step()
            time.sleep(_POLL)
    finally:
        batch.stop()


class _Batch:
    def __init__(
        self,
        program: Path,
        work: Path,
        environment: Mapping[str, str],
        start_seconds: float,
        limits: Limits | None,
    ) -> None:
        self._limits = limits
        self._start_seconds = start_seconds
        self._program = program
        self._work = work
        self._environment = environment
        self._out = work / "out"
        make_inside(work.parent, self._out)
        self._waiting: deque[tuple[list[OfficeFile], bool]] = deque()
        self._lanes: list[_Lane] = []
        self._width = 1
        self._runs = 0

    @property
    def busy(self) -> bool:
        return bool(self._waiting or self._lanes)

    def enqueue(self, files: Sequence[OfficeFile]) -> None:
        self._width = _lanes_for(len(files))
        for way in dict.fromkeys(file.way for file in files):
            alike = [file for file in files if file.way == way]
            lanes = self._width if len(alike) >= _FEWEST_FOR_TWO else 1
            # Dealt out in turn, so that neither run gets all the long ones of a folder.
            for lane in range(lanes):
                self._queue(alike[lane::lanes])

    def step(self) -> Iterator[tuple[OfficeFile, Path | OfficeFault]]:
        while self._waiting and len(self._lanes) < self._width:
            self._start(*self._waiting.popleft())
        for lane in list(self._lanes):
            yield from self._look_at(lane)

    def stop(self) -> None:
        for lane in self._lanes:
            lane.run.stop()
        self._lanes.clear()

    def _queue(self, files: list[OfficeFile], *, alone: bool = False) -> None:
        if files:
            self._waiting.append((files, alone))

    def _start(self, files: list[OfficeFile], alone: bool) -> None:  # noqa: FBT001
        self._runs += 1
        scratch = self._work / f"run-{self._runs}"
        scratch.mkdir()
        paths = [file.path for file in files]
        way = files[0].way
        run = LibreOfficeRun(
            self._program, paths, self._out, scratch, self._environment, way, self._limits
        )
        self._lanes.append(_Lane(run, files, alone, run.started))

    def _look_at(self, lane: _Lane) -> Iterator[tuple[OfficeFile, Path | OfficeFault]]:
        running = lane.run.running
        done = [position for position, file in enumerate(lane.files) if self._made(file).is_file()]
        if done and len(done) > lane.delivered:
            lane.delivered = len(done)
            lane.last_sign = time.monotonic()
        if not running:
            yield from self._close(lane, done, finished=not lane.run.crashed)
            return
        excess = lane.run.excess()
        if excess is not None:
            yield from self._close(lane, done, finished=False, excess=excess)
            return
        suspect = min((done[-1] if done else -1) + 1, len(lane.files) - 1)
        patience = lane.files[suspect].seconds + (0 if done else self._start_seconds)
        if time.monotonic() - lane.last_sign > patience:
            yield from self._close(lane, done, finished=False)
            return
        # The last one may still be being written; the ones before it are whole.
        for position in reversed(done[:-1]):
            file = lane.files.pop(position)
            lane.delivered -= 1
            yield file, self._made(file)

    def _close(
        self,
        lane: _Lane,
        done: list[int],
        *,
        finished: bool,
        excess: Excess | None = None,
    ) -> Iterator[tuple[OfficeFile, Path | OfficeFault]]:
        overdue = lane.run.running
        lane.run.stop()
        self._lanes.remove(lane)
        whole = done if finished else done[:-1]
        for position in whole:
            yield lane.files[position], self._made(lane.files[position])
        rest = [file for position, file in enumerate(lane.files) if position not in set(whole)]
        if not rest:
            return
        if lane.alone:
            self._made(rest[0]).unlink(missing_ok=True)
            if excess is None and not overdue:
                excess = lane.run.late_excess()
            yield rest[0], self._fault(lane, overdue=overdue, excess=excess)
        elif finished:
            for file in rest:
                self._queue([file], alone=True)
        else:
            self._set_aside(lane, done, rest)

    def _set_aside(self, lane: _Lane, done: list[int], rest: list[OfficeFile]) -> None:
        """After a crash or a stall: the file at fault waits for a try alone, the rest go on."""
        # A PDF that was begun last may be torn; its file is under suspicion with the one after it.
        suspects = {done[-1], done[-1] + 1} if done else {0}
        aside = [lane.files[position] for position in suspects if position < len(lane.files)]
        for file in aside:
            self._made(file).unlink(missing_ok=True)
            self._queue([file], alone=True)
        self._queue([file for file in rest if file not in aside])

    def _fault(self, lane: _Lane, *, overdue: bool, excess: Excess | None) -> OfficeFault:
        if excess is not None:
            return _FAULTS[excess]
        if overdue:
            return OfficeFault.OVERDUE
        return OfficeFault.NOT_LOADED if lane.run.could_not_load() else OfficeFault.CRASHED

    def _made(self, file: OfficeFile) -> Path:
        return self._out / f"{file.path.stem}.{file.way.target}"


_FAULTS = {
    Excess.MEMORY: OfficeFault.MEMORY_EXCEEDED,
    Excess.OUTPUT: OfficeFault.OUTPUT_EXCEEDED,
}


def _lanes_for(count: int) -> int:
    roomy = psutil.virtual_memory().available >= _MEMORY_FOR_TWO
    return 2 if count >= _FEWEST_FOR_TWO and (os.cpu_count() or 1) > 1 and roomy else 1
