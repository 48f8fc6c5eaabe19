"""Has the inbox watched while a workspace is open, and knows what waits in it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.bootstrap import Services
from app.intake.report import KEPT_OUT, AttachOutcome, AttachReport
from app.jobs import CancelToken, JobContext, SilentJob
from ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from app.intake.inbox.waiting import WaitingFile
    from app.intake.inbox.watch import InboxWatcher, WatchReport, WatchSettings


def load_watching() -> None:
    """Load what watching needs; takes a moment, so call it in a thread before ``start``."""
    from app.intake.inbox import waiting, watch  # noqa: F401


class InboxKeeper(QObject):
    """Belongs to the session; the watcher's reports arrive here on the GUI thread.

    The watcher's thread takes files in by itself, each batch in a short transaction of its own,
    exactly as attaching does.
    """

    filed = Signal(object)  # AttachReport: what files itself, or would have
    changed = Signal()  # what waits, or what was refused
    troubled = Signal(object)  # the look at the inbox failed
    _reported = Signal(object)  # WatchReport, from the watcher's thread

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._token = CancelToken()
        self._watcher: InboxWatcher | None = None
        self._looks = TaskRunner(self, workers=1)
        self._look: Task | None = None
        self._latest: WatchReport | None = None
        self._refused: dict[Path, AttachOutcome] = {}
        self.waiting: tuple[WaitingFile, ...] = ()
        self._reported.connect(self._on_report)

    @property
    def folder(self) -> Path:
        """The inbox."""
        return self._services.workspace.layout.inbox

    @property
    def watching(self) -> bool:
        """True from ``start`` until it is closed."""
        return self._watcher is not None

    @property
    def refused(self) -> tuple[AttachOutcome, ...]:
        """Files with a mark of secrecy that lie in the inbox and are left alone."""
        return tuple(o for path, o in self._refused.items() if path.exists())

    def start(self, settings: "WatchSettings | None" = None) -> None:
        """Begin to watch, unless it is watched; one that is open for reading never is."""
        from app.intake.inbox.watch import InboxWatcher

        if self._services.workspace.database.read_only or self._watcher is not None:
            return
        self._token = CancelToken()
        inbox = self._services.inbox(settings)
        self._watcher = InboxWatcher(inbox, self._reported.emit, SilentJob(self._token))
        self._watcher.start()

    def look_now(self) -> None:
        """Have the inbox looked at without waiting; may be called in any thread."""
        if self._watcher is not None:
            self._watcher.look_now()

    def close(self, milliseconds: int = 10_000) -> bool:
        """End the watch; False if a file is still being taken in after so long."""
        self._token.cancel()
        stopped = self._watcher is None or self._watcher.stop(milliseconds / 1000)
        if stopped:
            self._watcher = None
        return self._looks.shutdown(milliseconds) and stopped

    def drop(self, paths: Iterable[Path]) -> None:
        """Take files off the list at once, since they have just been moved."""
        gone = set(paths)
        self.waiting = tuple(w for w in self.waiting if w.path not in gone)
        self.changed.emit()

    def forget(self, sources: Iterable[Path]) -> None:
        """Tell no more of refused files that somebody dealt with."""
        for source in sources:
            self._refused.pop(source, None)

    @Slot(object)
    def _on_report(self, report: "WatchReport") -> None:
        if report.trouble is not None:
            self.troubled.emit(report.trouble)
            return
        for outcome in report.outcomes:
            if outcome.state in KEPT_OUT:
                self._refused[outcome.source] = outcome
        if report.outcomes:
            self.filed.emit(AttachReport(report.outcomes))
        self._latest = report
        self._look_at_waiting()

    def _look_at_waiting(self) -> None:
        """Look at what waits, one report at a time and the latest last."""
        from app.intake.inbox.waiting import look_at_waiting

        report = self._latest
        if report is None or self._look is not None or self._watcher is None:
            return
        self._latest = None
        workspace, workers = self._services.workspace, self._services.workers
        known = {w.path: w for w in self.waiting}

        def job(context: JobContext) -> "tuple[WaitingFile, ...]":
            return look_at_waiting(workspace, workers, report.unplaced, known, context)

        self._look = Task(job, self)
        self._look.succeeded.connect(self._on_looked)
        self._look.failed.connect(self.troubled)
        self._look.finished.connect(self._on_look_finished)
        self._looks.start(self._look)

    @Slot(object)
    def _on_looked(self, waiting: "tuple[WaitingFile, ...]") -> None:
        self.waiting = waiting
        self.changed.emit()

    @Slot()
    def _on_look_finished(self) -> None:
        self._look = None
        self._look_at_waiting()
