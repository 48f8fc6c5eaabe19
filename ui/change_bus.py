"""What changed in the workspace, told to every page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.changed import NOTHING, changed_by
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.eventlog import LogEntry

#: While files are taken in, pages show the new ones about this often, in milliseconds.
_WHILE_BUSY = 1500


class ChangeBus(QObject):
    """One per open workspace; announces on the GUI thread what the database committed.

    A change is announced after the end of the task that made it. Long work commits many times; what
    it did so far is announced from time to time.
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

    def announce(self, entries: "tuple[LogEntry, ...]") -> None:
        """Take note of what was committed; called in any thread."""
        self._committed.emit(entries)

    def wait_for(self, short: TaskRunner, long: TaskRunner) -> None:
        """Announce what these queues changed when a task ends; for ``long`` ones also meanwhile."""
        self._short, self._long = short, long
        for runner in (short, long):
            runner.busy_changed.connect(self._tell)

    @Slot(object)
    def _on_committed(self, entries: "tuple[LogEntry, ...]") -> None:
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
