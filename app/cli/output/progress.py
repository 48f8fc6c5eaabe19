"""How a long command shows its progress: a bar in a terminal, nothing in pipes and files."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from app.cli.output.console import Output
from app.jobs import CancelToken, JobContext, Progress, SilentJob
from app.visible_text import visible
from app.wording.jobs import stage_name


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
    """A job that Ctrl+C cancels in an orderly way; a terminal shows its progress."""
    token = CancelToken()
    with cancel_on_interrupt(token):
        if output.as_json or not sys.stderr.isatty():
            yield SilentJob(token)
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
