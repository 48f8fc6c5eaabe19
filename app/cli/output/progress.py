"""How a long command shows its progress: a bar in a terminal, plain lines elsewhere."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from app.cli.output.console import Output
from app.cli.output.tables import literal
from app.jobs import CancelToken, JobContext, Progress, SilentJob
from app.visible_text import visible
from app.wording.jobs import stage_name

#: Plain lines come at each tenth of a stage, so that a log stays readable.
PLAIN_STEPS = 10


class _LineJob(SilentJob):
    def __init__(self, token: CancelToken, output: Output) -> None:
        super().__init__(token)
        self._output = output
        self._last = ("", -1)
        self._lock = threading.Lock()

    def report(self, progress: Progress) -> None:
        step = progress.done * PLAIN_STEPS // max(progress.total, 1)
        with self._lock:
            if (progress.stage, step) == self._last:
                return
            self._last = (progress.stage, step)
        stage = stage_name(progress.stage)
        self._output.errors.print(literal(f"{stage} {progress.done}/{progress.total}"))


class _BarJob(SilentJob):
    def __init__(self, token: CancelToken, bars: Bars) -> None:
        super().__init__(token)
        self._bars = bars
        self._task = bars.add_task("", total=None, subject="")
        self._stage = ""

    def report(self, progress: Progress) -> None:
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._bars.reset(self._task, description=stage_name(progress.stage))
        name = visible(progress.subject)
        subject = name if len(name) <= 24 else name[:23] + "…"
        self._bars.update(
            self._task, completed=progress.done, total=progress.total, subject=subject
        )


@contextmanager
def watched_job(output: Output) -> Iterator[JobContext]:
    """A job whose progress is shown, and which Ctrl+C cancels in an orderly way."""
    token = CancelToken()
    with cancel_on_interrupt(token):
        if output.as_json:
            yield SilentJob(token)
        elif not sys.stderr.isatty():
            yield _LineJob(token, output)
        else:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                TextColumn("{task.fields[subject]}", markup=False),
            )
            with Bars(*columns, console=output.errors, transient=True) as bars:
                yield _BarJob(token, bars)


@contextmanager
def cancel_on_interrupt(token: CancelToken) -> Iterator[None]:
    """Let Ctrl+C throw the token instead of breaking off in the middle."""

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        token.cancel()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
