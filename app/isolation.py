"""Work that may hang or crash, in processes that can be killed.

Hostile and heavy files are only touched in here: a worker that overruns its time or dies costs
the one task that it had, never the program. Workers are started with ``spawn`` (the one way that
Windows and Linux share) and are reused, since starting one costs as much as hundreds of tasks.
"""

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from app.jobs import JobContext

_A = TypeVar("_A")
_R = TypeVar("_R")

#: How often a waiting caller looks whether somebody pressed cancel, in seconds.
_POLL = 0.2
#: How long killing a worker takes at most, in seconds.
_KILLED_WITHIN = 5.0


@dataclass(frozen=True, slots=True)
class Task(Generic[_A]):
    """One argument for the function, and the seconds that it may take."""

    argument: _A
    seconds: float


@dataclass(frozen=True, slots=True)
class Done(Generic[_R]):
    """The function returned ``value``."""

    value: _R


@dataclass(frozen=True, slots=True)
class Overdue:
    """The function was stopped after ``seconds``."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """The function raised, or its process died; ``detail`` is for the log."""

    detail: str


Result = Done[_R] | Overdue | Broken


class Workers:
    """A few processes that run picklable functions, each within its time.

    Nothing is started before the first task. Close it, or use it as a context, when the program
    ends or no more tasks come.
    """

    def __init__(self, count: int | None = None) -> None:
        # Two by default: the users' machines have 4 GB, and each worker holds a few dozen MB.
        self._count = count or max(1, min(2, os.cpu_count() or 1))
        self._pool: ProcessPool | None = None
        # The window attaches, compiles and watches the inbox in threads of their own.
        self._starting = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the processes; the next task starts new ones."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def warm_up(self, function: Callable[[Any], Any]) -> None:
        """Start the processes now and load what ``function`` needs; returns at once."""
        for _ in range(self._count):
            self._started().schedule(_run_here, args=[function, []])

    def run(
        self, function: Callable[[_A], _R], argument: _A, seconds: float, job: JobContext
    ) -> Result[_R]:
        """Run one task to its end and return what came of it.

        Raises:
            Cancelled: the job was cancelled; the task's process has been told to stop.
        """
        return next(self.run_each(function, [Task(argument, seconds)], job))[1]

    def run_each(
        self,
        function: Callable[[_A], _R],
        tasks: Sequence[Task[_A]],
        job: JobContext,
        *,
        chunk: int = 1,
    ) -> Iterator[tuple[_A, Result[_R]]]:
        """Run every task; yield each argument with its result as results come in.

        With ``chunk`` above 1, so many tasks travel to a worker together, which is what makes
        thousands of small ones cheap; should one of them hang or crash, the others of its group
        are run again one by one and lose nothing.

        Raises:
            Cancelled: the job was cancelled; running tasks have been killed.
        """
        again: list[Task[_A]] = []
        groups = [tasks[start : start + chunk] for start in range(0, len(tasks), chunk)]
        for group, result in self._run_groups(function, groups, job):
            if isinstance(result, Done):
                yield from (
                    (task.argument, one) for task, one in zip(group, result.value, strict=True)
                )
            elif len(group) == 1:
                yield group[0].argument, result
            else:
                again += group
        for group, result in self._run_groups(function, [[task] for task in again], job):
            one = result.value[0] if isinstance(result, Done) else result
            yield group[0].argument, one

    def run_stream(
        self, function: Callable[[_A], _R], tasks: Iterable[Task[_A]], job: JobContext
    ) -> Iterator[tuple[_A, Result[_R]]]:
        """Run tasks that are made one by one while earlier ones run; else as ``run_each``.

        Only a few tasks are taken ahead of the workers.

        Raises:
            Cancelled: the job was cancelled; running tasks have been killed.
        """
        for group, result in self._run_groups(function, ([task] for task in tasks), job):
            yield group[0].argument, result.value[0] if isinstance(result, Done) else result

    def _run_groups(
        self,
        function: Callable[[_A], _R],
        groups: Iterable[Sequence[Task[_A]]],
        job: JobContext,
    ) -> Iterator[tuple[Sequence[Task[_A]], Result[list[Result[_R]]]]]:
        pending: dict[Future[list[Result[_R]]], Sequence[Task[_A]]] = {}
        queue = iter(groups)
        try:
            while True:
                # A short queue keeps memory flat however many tasks there are.
                while len(pending) < 2 * self._count and (group := next(queue, None)) is not None:
                    pending[self._schedule(function, group)] = group
                if not pending:
                    return
                job.check_cancelled()
                finished, _ = wait(pending, timeout=_POLL, return_when=FIRST_COMPLETED)
                for future in finished:
                    group = pending.pop(future)
                    yield group, _result_of(future, sum(task.seconds for task in group))
        finally:
            for future in pending:
                future.cancel()
            # The caller may tidy up as soon as this returns, so nobody may still be writing.
            wait(pending, timeout=_KILLED_WITHIN)

    def _started(self) -> ProcessPool:
        with self._starting:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(
                    max_workers=self._count, context=context, initializer=keep_libraries_quiet
                )
            return self._pool

    def _schedule(
        self, function: Callable[[_A], _R], group: Sequence[Task[_A]]
    ) -> "Future[list[Result[_R]]]":
        arguments = [task.argument for task in group]
        seconds = sum(task.seconds for task in group)
        future: Future[list[Result[_R]]] = self._started().schedule(
            _run_here, args=[function, arguments], timeout=seconds
        )
        return future


def keep_libraries_quiet() -> None:
    """Keep what libraries log of odd files off the terminal; our own findings are returned."""
    logging.getLogger().addHandler(logging.NullHandler())


def _run_here(function: Callable[[_A], _R], arguments: Sequence[_A]) -> list[Result[_R]]:
    """Run in the worker: what the function raises belongs to its own argument only."""
    results: list[Result[_R]] = []
    for argument in arguments:
        try:
            results.append(Done(function(argument)))
        except Exception as error:  # handed to the caller as a value
            results.append(Broken(f"{type(error).__name__}: {error}"))
    return results


def _result_of(future: "Future[list[Result[_R]]]", seconds: float) -> Result[list[Result[_R]]]:
    try:
        values = future.result()
    except FutureTimeout:
        return Overdue(seconds)
    except ProcessExpired as error:
        return Broken(f"process ended with {error.exitcode}")
    return Done(values) if len(values) != 1 or isinstance(values[0], Done) else values[0]
