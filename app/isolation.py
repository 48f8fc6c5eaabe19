"""Work that may hang, crash or need too much memory runs in processes that can be killed.

Hostile and heavy files are only touched in here: a worker that overruns its time or its memory,
or dies, costs the one task that it had, never the program. Workers live within limits
(``app.confinement``), end with the program however it ends, and keep their temporary files in a
room of the program. Workers are started with ``spawn`` (the one way that
Windows and Linux share) and are reused, since starting one costs as much as hundreds of tasks.
"""

import errno
import gc
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import psutil
from pebble import ProcessExpired, ProcessPool

from app.confinement.family import join, open_family
from app.confinement.limits import Limits, Machine, worker_limits
from app.confinement.model import Ticket
from app.confinement.usage import own_memory
from app.errors import MemoryShort, StartFault, WorkersNotStarted
from app.jobs import JobContext
from app.library_logs import keep_libraries_quiet
from app.workroom import workroom

_A = TypeVar("_A")
_R = TypeVar("_R")

#: How often a waiting caller looks at the workers' memory and whether somebody pressed cancel, in
#: seconds. A worker fills the rest of its memory in less than a tenth, so it must not be longer.
_POLL = 0.02
#: How long killing a worker takes at most, in seconds.
_KILLED_WITHIN = 5.0
#: A worker that died with so large a share of its memory in use died of it: what it asked for
#: next was refused, and libraries ask for the double of what they have.
_SHARE_OF_FULL = 0.4
#: A worker that still holds such a share when a task begins makes room for a new one.
_SHARE_TO_RETIRE = 0.5
#: The exit code of a worker that makes room; its task has not begun.
_RETIRED = 75
#: How often a task is given to another worker because the one at hand made room, or never began.
_MOST_MOVES = 3
#: How many looks at a broken pool its tasks wait for its word.
_LOOKS = 10
#: Where a process may take no more than this, one that ends at its start lacks memory.
_START_NEEDS = 512 << 20
#: What C++ and Python say on the error stream when memory was refused.
_WORDS_OF_FULL = (
    b"bad_alloc",
    b"MemoryError",
    b"out of memory",
    b"Cannot allocate memory",
    b"failed to map segment",
)
_LAST_WORDS = 4096


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
class OutOfMemory:
    """The function needed more memory than the ``limit`` of a worker, in bytes."""

    limit: int


@dataclass(frozen=True, slots=True)
class TooMuchOutput:
    """The function wrote a file larger than the ``limit`` of a worker, in bytes."""

    limit: int


@dataclass(frozen=True, slots=True)
class TooDeep:
    """What the function read is nested deeper than its reader can follow."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """The function's process died of no reason that is known; ``detail`` is for the log.

    Libraries in C end so where their calls lie in each other too deep.
    """

    detail: str


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """A part of the program, or a library, does not load there; ``detail`` is for the log.

    That says nothing about what was to be read.
    """

    detail: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The function raised; ``detail`` is for the log."""

    detail: str


#: Why a task has no value.
Fault = Overdue | OutOfMemory | TooMuchOutput | TooDeep | Crashed | NotLoaded | Broken
Result = Done[_R] | Fault


@dataclass(frozen=True, slots=True)
class _Retired:
    """The worker made room for a new one before it began."""


@dataclass(frozen=True, slots=True)
class _Unborn:
    """The worker ended before it began."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What a worker gets when it starts; travels between processes.

    ``errors`` gets a file for each worker, named after its number: what it and its libraries say
    on the error stream. ``scratch`` is where they make temporary files.
    """

    ticket: Ticket
    errors: Path
    scratch: Path


@dataclass(slots=True)
class _Given(Generic[_A]):
    """Tasks that a pool was given; ``looks`` counts those that found it broken."""

    group: Sequence[Task[_A]]
    moves: int
    pool: ProcessPool
    looks: int = 0


class Workers:
    """A few processes that run picklable functions, each within its time.

    Nothing is started before the first task. Close it, or use it as a context, when the program
    ends or no more tasks come.
    """

    def __init__(self, count: int | None = None, limits: Limits | None = None) -> None:
        """Prepare ``count`` workers, each within ``limits``; both suit the machine by default."""
        # Two by default: the users' machines have 4 GB, and each worker holds a few dozen MB.
        self._count = count or max(1, min(2, os.cpu_count() or 1))
        self._limits = limits
        self._pool: ProcessPool | None = None
        self._watch: _Watch | None = None
        self._around = ExitStack()
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
        self._around.close()

    def warm_up(self, function: Callable[[Any], Any]) -> None:
        """Start the processes now and load what ``function`` needs; returns at once.

        If none can be started, the first task says so.
        """
        self._ready((function, []))

    def load(self, module: str) -> None:
        """Start the processes now and have them load a module; returns at once, as ``warm_up``."""
        self._ready((_load, [module]))

    def _ready(self, task: tuple[Callable[[Any], Any], list[Any]]) -> None:
        packed = pickle.dumps(task)
        with suppress(WorkersNotStarted, MemoryShort):
            for _ in range(self._count):
                self._put(packed, None, None)

    def run(
        self, function: Callable[[_A], _R], argument: _A, seconds: float, job: JobContext
    ) -> Result[_R]:
        """Run one task to its end and return what came of it.

        Raises:
            Cancelled: the job was cancelled; the task's process has been told to stop.
            WorkersNotStarted, MemoryShort: no process could be started; nothing was run.
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
            WorkersNotStarted, MemoryShort: no process could be started.
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
            WorkersNotStarted, MemoryShort: no process could be started.
        """
        for group, result in self._run_groups(function, ([task] for task in tasks), job):
            yield group[0].argument, result.value[0] if isinstance(result, Done) else result

    def _run_groups(
        self,
        function: Callable[[_A], _R],
        groups: Iterable[Sequence[Task[_A]]],
        job: JobContext,
    ) -> Iterator[tuple[Sequence[Task[_A]], Result[list[Result[_R]]]]]:
        pending: dict[Future[list[Result[_R]]], _Given[_A]] = {}
        queue = iter(groups)
        try:
            while True:
                # A short queue keeps memory flat however many tasks there are.
                while len(pending) < 2 * self._count and (group := next(queue, None)) is not None:
                    self._give(pending, function, group, 0)
                if not pending:
                    return
                job.check_cancelled()
                finished, _ = wait(pending, timeout=_POLL, return_when=FIRST_COMPLETED)
                watch = self._watching()
                watch.look()
                for future in finished or self._lost(pending):
                    given = pending.pop(future)
                    group = given.group
                    result = _result_of(future, sum(task.seconds for task in group), watch)
                    if not isinstance(result, _Retired | _Unborn):
                        yield group, result
                    elif given.moves < _MOST_MOVES:
                        self._give(pending, function, group, given.moves + 1)
                    elif isinstance(result, _Retired):
                        yield group, OutOfMemory(watch.limits.memory)
                    else:
                        raise watch.why_unborn()
        finally:
            for future in pending:
                future.cancel()
            # The caller may tidy up as soon as this returns, so nobody may still be writing.
            wait(pending, timeout=_KILLED_WITHIN)

    def _started(self) -> ProcessPool:
        with self._starting:
            if self._pool is not None and not self._pool.active:
                self.close()
            if self._pool is None:
                try:
                    self._pool = self._start()
                except BaseException:
                    self._around.close()
                    raise
            return self._pool

    def _start(self) -> ProcessPool:
        with _explaining(StartFault.NO_PLACE):
            room = self._around.enter_context(workroom())
            errors, scratch = room / "errors", room / "scratch"
            errors.mkdir()
            scratch.mkdir()
        with _explaining(StartFault.NO_PROCESS):
            limits = self._limits or worker_limits(Machine.now())
            family = open_family(limits)
        self._around.callback(family.close)
        self._watch = _Watch(limits, errors)
        pool = ProcessPool(
            max_workers=self._count,
            context=multiprocessing.get_context("spawn"),
            initializer=_settle_in,
            initargs=[_Home(family.ticket, errors, scratch)],
        )
        try:
            with _explaining(StartFault.NO_PROCESS):
                pool.active  # noqa: B018 (asking starts its processes)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
            raise
        return pool

    def _watching(self) -> "_Watch":
        if self._watch is None:
            raise RuntimeError("workers are watched from their start on")
        return self._watch

    def _lost(
        self, pending: "Mapping[Future[list[Result[_R]]], _Given[_A]]"
    ) -> "list[Future[list[Result[_R]]]]":
        """The tasks of a pool that broke while they were put into it; it forgets such."""
        lost = []
        for future, given in pending.items():
            now = self._pool
            if now is not None and (given.pool is not now or not given.pool.active):
                given.looks += 1  # at the first one it may still be telling them
            if given.looks > _LOOKS and not future.done():
                lost.append(future)
        return lost

    def _give(
        self,
        pending: "dict[Future[list[Result[_R]]], _Given[_A]]",
        function: Callable[[_A], _R],
        group: Sequence[Task[_A]],
        moves: int,
    ) -> None:
        # Packed here: a worker that cannot unpack a task by itself dies without a word.
        packed = pickle.dumps((function, [task.argument for task in group]))
        self._started()
        limits = self._watching().limits
        future, pool = self._put(packed, limits, sum(task.seconds for task in group))
        pending[future] = _Given(group, moves, pool)

    def _put(
        self, packed: bytes, limits: Limits | None, seconds: float | None
    ) -> "tuple[Future[list[Any]], ProcessPool]":
        for _ in range(1 + _MOST_MOVES):
            pool = self._started()
            try:
                future: Future[list[Any]] = pool.schedule(
                    _run_here, args=[packed, limits], timeout=seconds
                )
            except RuntimeError:  # its workers died since it was looked at
                continue
            return future, pool
        raise self._watching().why_unborn()


class _Watch:
    """Looks at the workers from outside, so that their deaths can be told apart."""

    def __init__(self, limits: Limits, errors: Path) -> None:
        self.limits = limits
        self._errors = errors
        self._most: dict[int, int] = {}

    def look(self) -> None:
        """Note how much memory each worker has; costs microseconds."""
        for file in self._errors.glob("*.txt"):  # none once the workers have been closed
            number = int(file.stem)
            try:
                used = own_memory(psutil.Process(number))
            except psutil.Error:
                continue
            self._most[number] = max(used, self._most.get(number, 0))

    def why_unborn(self) -> WorkersNotStarted | MemoryShort:
        """Say why workers end before they begin, again and again."""
        said = b"".join(self._last_words(int(one.stem)) for one in self._errors.glob("*.txt"))
        machine = Machine.now()
        short = min(machine.available, machine.ceiling, self.limits.memory) < _START_NEEDS
        if short or any(words in said for words in _WORDS_OF_FULL):
            return MemoryShort()
        told = said.decode("utf-8", "replace").strip()[-300:]
        return WorkersNotStarted(StartFault.ENDED_AT_ONCE, told)

    def fault_of(self, death: ProcessExpired) -> Fault | _Retired:
        """Say what a worker died of."""
        number, code = int(death.pid or 0), death.exitcode
        said = self._last_words(number)
        most = self._most.pop(number, 0)
        if code == _RETIRED:
            return _Retired()
        if os.name != "nt" and code == -signal.SIGXFSZ:
            return TooMuchOutput(self.limits.file_size)
        full = most > _SHARE_OF_FULL * self.limits.memory
        # The system kills a process when the machine's memory is at an end; nobody else does.
        killed = os.name != "nt" and code == -signal.SIGKILL
        if full or killed or any(words in said for words in _WORDS_OF_FULL):
            return OutOfMemory(self.limits.memory)
        told = said.decode("utf-8", "replace").strip()[-300:]
        return Crashed(f"process ended with {code}" + (f": {told}" if told else ""))

    def _last_words(self, number: int) -> bytes:
        file = self._errors / f"{number}.txt"
        try:
            with file.open("rb") as stream:
                stream.seek(max(0, file.stat().st_size - _LAST_WORDS))
                said = stream.read()
            file.unlink()
        except OSError:  # on Windows the worker's end may still be on its way
            return b""
        return said


def _settle_in(home: _Home) -> None:
    """Begin a worker: within limits, bound to the program, with its temporary files in its room."""
    descriptor = os.open(home.errors / f"{os.getpid()}.txt", os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(descriptor, 2)
    os.close(descriptor)
    for name in ("TMPDIR", "TMP", "TEMP"):
        os.environ[name] = str(home.scratch)
    tempfile.tempdir = None  # asked for again, it is found in the environment
    keep_libraries_quiet()
    gc.set_threshold(50_000)  # what libraries load stays, and tasks leave few circles behind
    join(home.ticket)


def _load(module: str) -> None:
    import_module(module)


def _run_here(packed: bytes, limits: Limits | None) -> list[Result[Any]]:
    """Run in the worker: what the function raises belongs to its own argument only."""
    if limits is not None and own_memory(psutil.Process()) > _SHARE_TO_RETIRE * limits.memory:
        os._exit(_RETIRED)
    try:
        function, arguments = pickle.loads(packed)
    except Exception as error:  # its module does not load; handed to the caller as a value
        if limits and _is_want_of_memory(error):
            raise MemoryError from error
        return [NotLoaded(f"{type(error).__name__}: {error}")]
    results: list[Result[Any]] = []
    for argument in arguments:
        try:
            results.append(Done(function(argument)))
        except MemoryError:
            if len(arguments) > 1:
                raise  # each is tried again, so that no other one suffers from this one's memory
            results.append(OutOfMemory(limits.memory if limits else 0))
            gc.collect()
        except RecursionError:
            results.append(TooDeep())
        except Exception as error:  # handed to the caller as a value
            if limits and isinstance(error, OSError) and error.errno == errno.EFBIG:
                results.append(TooMuchOutput(limits.file_size))
            elif limits and _is_want_of_memory(error):
                if len(arguments) > 1:
                    raise MemoryError from error
                results.append(OutOfMemory(limits.memory))
            elif isinstance(error, ImportError):
                results.append(NotLoaded(f"{type(error).__name__}: {error}"))
            else:
                results.append(Broken(f"{type(error).__name__}: {error}"))
    return results


@contextmanager
def _explaining(fault: StartFault) -> Iterator[None]:
    """Raise what the system refuses while processes are started as one of our errors."""
    try:
        yield
    except (OSError, BrokenProcessPool) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        number = cause.errno if isinstance(cause, OSError) else None
        if number == errno.ENOMEM:
            raise MemoryShort from error
        told = os.strerror(number) if number else ""
        raise WorkersNotStarted(fault, told) from error


def _is_want_of_memory(error: Exception) -> bool:
    """Say whether the system refused memory to a call, a thread, or a library at its loading."""
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    refused = ("failed to map segment", "annot allocate memory", "can't start new thread")
    return isinstance(error, ImportError | RuntimeError) and any(w in str(error) for w in refused)


def _result_of(
    future: "Future[list[Result[_R]]]", seconds: float, watch: _Watch
) -> Result[list[Result[_R]]] | _Retired | _Unborn:
    if not future.done():
        return _Unborn()
    try:
        values = future.result()
    except FutureTimeout:
        return Overdue(seconds)
    except ProcessExpired as error:
        return watch.fault_of(error)
    except MemoryError:
        return OutOfMemory(watch.limits.memory)
    except BrokenProcessPool:  # they could not start, or were killed from outside
        return _Unborn()
    return Done(values) if len(values) != 1 or isinstance(values[0], Done) else values[0]
