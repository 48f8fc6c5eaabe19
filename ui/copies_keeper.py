"""Watches the working copies while a workspace is open, and knows how each stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.bootstrap import Services
from app.jobs import CancelToken, SilentJob
from app.workspace.copy_notes import numbered_folders, opened_folders

if TYPE_CHECKING:
    from app.intake.copies.model import WorkingCopy
    from app.intake.copies.watch import CopyWatcher


class CopiesKeeper(QObject):
    """Belongs to the session; the watcher's reports arrive here on the GUI thread."""

    changed = Signal()
    saved = Signal(object)  # WorkingCopy: it has just become one that can be the new version
    _reported = Signal(object)  # from the watcher's thread

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._token = CancelToken()
        self._watcher: CopyWatcher | None = None
        self._told: set[tuple[str, str]] = set()
        self.copies: tuple[WorkingCopy, ...] = ()
        self._reported.connect(self._on_report)

    def of_item(self, item: str) -> "WorkingCopy | None":
        """The copy of an item that matters most: one that was changed before any other."""
        found = [copy for copy in self.copies if copy.item == item]
        return min(found, key=lambda copy: (not copy.offered, -copy.number), default=None)

    def start_if_needed(self) -> None:
        """Begin to watch if there is any copy."""
        layout = self._services.workspace.layout
        if numbered_folders(layout) or opened_folders(layout):
            self.start()

    def start(self, still: float | None = None) -> None:
        """Begin to watch, or look at once if all folders of copies are watched already.

        Nothing is done in a workspace that is open for reading only.
        """
        from app.intake.copies.looking import STILL, Copies
        from app.intake.copies.watch import CopyWatcher

        workspace = self._services.workspace
        if workspace.read_only:
            return
        copies = Copies(workspace, STILL if still is None else still)
        if self._watcher is not None and self._watcher.folders == copies.folders:
            self._watcher.look_now()
            return
        if not self.close():
            return  # a look is still going on; the clock of that watch does the work
        self._token = CancelToken()
        self._watcher = CopyWatcher(copies, self._reported.emit, SilentJob(self._token))
        self._watcher.start()

    @Slot()
    def look_now(self) -> None:
        """Look at the copies now, if they are watched; may be called in any thread."""
        if self._watcher is not None:
            self._watcher.look_now()

    def close(self, milliseconds: int = 10_000) -> bool:
        """Stop watching; False if a look is still going on after this time."""
        self._token.cancel()
        stopped = self._watcher is None or self._watcher.stop(milliseconds / 1000)
        if stopped:
            self._watcher = None
        return stopped

    @Slot(object)
    def _on_report(self, copies: "tuple[WorkingCopy, ...]") -> None:
        from app.intake.copies.model import CopyState

        if self._watcher is None or copies == self.copies:
            return
        self.copies = copies
        self.changed.emit()
        for copy in copies:
            key = (copy.key, copy.sha256)
            if copy.offered and copy.state is CopyState.CHANGED and key not in self._told:
                self._told.add(key)
                self.saved.emit(copy)
