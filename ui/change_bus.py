"""What changed in the workspace, told to whom it may concern."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.changed import NOTHING, changed_by
from app.eventlog import Entry
from ui.tasks import TaskRunner

#: While files are taken in, pages show the new ones about this often, in milliseconds.
_WHILE_BUSY = 1500


class ChangeBus(QObject):
    """One per open workspace; what its database commits is told on the GUI thread.

    A change is told after whoever waited for the task that made it has heard of its end. Long
    work commits many times; what it did so far is told once in a while.
    """

    changed = Signal(object)  # Changed
    _committed = Signal(object)  # entries of the log

    def __init__(self) -> None:
        super().__init__()
        self._untold = NOTHING
        self._short: TaskRunner | None = None
        self._long: TaskRunner | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WHILE_BUSY)
        self._later.timeout.connect(self._tell)
        self._committed.connect(self._on_committed, Qt.ConnectionType.QueuedConnection)

    def announce(self, entries: tuple[Entry, ...]) -> None:
        """Hear what was committed; called in any thread."""
        self._committed.emit(entries)

    def wait_for(self, short: TaskRunner, long: TaskRunner) -> None:
        """Tell what these queues change when a task ends; of ``long`` ones also meanwhile."""
        self._short, self._long = short, long
        for runner in (short, long):
            runner.busy_changed.connect(self._tell)

    @Slot(object)
    def _on_committed(self, entries: tuple[Entry, ...]) -> None:
        self._untold |= changed_by(entries)
        if self._short is not None and self._short.running:
            return
        if self._long is not None and self._long.running:
            if not self._later.isActive():
                self._later.start()
            return
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._later.stop()
        told, self._untold = self._untold, NOTHING
        if told != NOTHING:
            self.changed.emit(told)
