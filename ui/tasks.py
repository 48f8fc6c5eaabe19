"""Long work in the background: a job runs in a thread and reports to the GUI thread."""

import logging
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from app.jobs import Cancelled, CancelToken, JobContext, Progress
from app.system_errors import told_in_words

log = logging.getLogger(__name__)

#: Reports that follow sooner than this are dropped: nobody reads faster, and the queue stays short.
_SECONDS_BETWEEN_REPORTS = 0.05

Job = Callable[[JobContext], Any]


class Task(QObject):
    """One piece of work. Made on the GUI thread; connect first, start last.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted, then ``finished``.
    """

    progressed = Signal(object)  # Progress
    succeeded = Signal(object)  # what the job returned
    failed = Signal(object)  # the exception
    cancelled = Signal()
    finished = Signal()

    def __init__(self, job: Job, parent: QObject | None = None, *, title: str = "") -> None:
        """Prepare ``job``; ``title`` names it in questions to the person ("装订卷宗")."""
        super().__init__(parent)
        self.job = job
        self.title = title
        self.token = CancelToken()
        self.over = False  # set by the working thread, before the GUI thread is informed

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` is emitted within a second."""
        self.token.cancel()


class _Context:
    """The context of the job: turns its reports into signals, not too many at a time."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._last = 0.0

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done >= progress.total or now - self._last >= _SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._task.progressed.emit(progress)

    def check_cancelled(self) -> None:
        if self._task.token.cancelled:
            raise Cancelled


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        task = self._task
        try:
            context = _Context(task)
            context.check_cancelled()
            result = task.job(context)
        except Cancelled:
            task.cancelled.emit()
        except Exception as error:  # handed to the task's owner, who shows it
            log.debug("%s", task.title or "job", exc_info=True)
            task.failed.emit(told_in_words(error))
        else:
            task.succeeded.emit(result)
        finally:
            task.over = True
            task.finished.emit()


class TaskRunner(QObject):
    """A queue with its own threads. With one worker, tasks run one after another."""

    busy_changed = Signal()

    def __init__(self, parent: QObject | None, workers: int) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(workers)
        self._live: list[Task] = []
        self._refuses = False

    def start(self, task: Task) -> None:
        """Queue a task; the runner becomes its owner, so closing a dialog does not delete it."""
        task.setParent(self)
        if self._refuses:
            task.token.cancel()
        self._live.append(task)
        task.finished.connect(self._forget)
        self._pool.start(_Runnable(task))
        self.busy_changed.emit()

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that are queued or running, or whose end has not been announced yet."""
        return tuple(self._live)

    @property
    def at_work(self) -> tuple[Task, ...]:
        """The tasks that are queued or running."""
        return tuple(task for task in self._live if not task.over)

    def refuse(self) -> None:
        """Cancel everything, and also every task that is started from now on."""
        self._refuses = True
        for task in self._live:
            task.cancel()

    def shutdown(self, milliseconds: int = 10_000) -> bool:
        """Cancel everything and wait for the threads; False if one is still running."""
        for task in self._live:
            task.cancel()
        return self.wait(milliseconds)

    def wait(self, milliseconds: int) -> bool:
        """Wait for the threads; False if one is still at work. Nothing is heard meanwhile."""
        return self._pool.waitForDone(milliseconds)

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._live:
            self._live.remove(task)
            task.deleteLater()
        self.busy_changed.emit()
