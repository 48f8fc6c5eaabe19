"""Opening workspaces, and restoring backups, while the window stays responsive."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.jobs import JobContext
from ui.change_bus import ChangeBus
from ui.pages import PAGES
from ui.tasks import Task, TaskRunner
from ui.translation import tr


class Opening(QObject):
    """One thing at a time; signals tell the result."""

    opened = Signal(object)  # Opened
    failed = Signal(object, object)  # the folder, and why it could not be opened
    restoring = Signal(object)  # the task, which is about to start
    restored = Signal(object)  # the RestoreReport
    not_restored = Signal(object)  # why
    restoring_over = Signal(object)  # the folder, in any case

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner

    def open(self, path: Path, *, read_only: bool) -> None:
        """Open a workspace; emits ``opened`` or ``failed``."""
        # Made here: moving it between threads can lock both of them up, each waiting for the other.
        bus = ChangeBus()

        def job(_job: JobContext) -> object:
            # The services take long to import, so the window is shown first.
            from ui.session import open_in_thread

            PAGES[0].load()
            return open_in_thread(path, bus, read_only=read_only)

        task = Task(job, self, title=tr("打开工作区"))
        task.succeeded.connect(self.opened)
        task.failed.connect(lambda error: self.failed.emit(path, error))
        self._runner.start(task)

    def restore(self, root: Path, backup: Path) -> None:
        """Restore a closed workspace from a backup."""

        def job(context: JobContext) -> object:
            from app.workspace.restoring import restore_backup

            return restore_backup(root, backup, context)

        task = Task(job, self, title=tr("恢复备份"))
        task.succeeded.connect(self.restored)
        task.failed.connect(self.not_restored)
        task.finished.connect(lambda: self.restoring_over.emit(root))
        self.restoring.emit(task)
        self._runner.start(task)
