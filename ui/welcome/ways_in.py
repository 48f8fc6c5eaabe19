"""The ways to a workspace: a new one, one on the disk, one made from a task package."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.preferences import Preferences
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.translation import tr


class WaysIn(QObject):
    """Asks what each way needs; emits ``found`` with the workspace to open."""

    found = Signal(object)  # Path

    def __init__(
        self, preferences: Preferences, theme: Theme, runner: TaskRunner, over: QWidget
    ) -> None:
        super().__init__(over)
        self._preferences, self._theme = preferences, theme
        self._runner, self._over = runner, over

    @Slot()
    def new_workspace(self) -> None:
        """Ask what a new workspace needs, and make it."""
        # Dialogs are loaded when they are needed, so that the window starts sooner.
        from ui.dialog_drafts import PreferenceDrafts, keep_text
        from ui.welcome.new_workspace import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self._runner, self._theme, self._over)
        keep_text(PreferenceDrafts(self._preferences), dialog, "ask/new-workspace", "")
        dialog.created.connect(self.found)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def browse(self) -> None:
        """Let the person pick a workspace folder."""
        start = self._preferences.last_folder("workspaces")
        chosen = dialogs.choose_folder(self._over, tr("打开工作区文件夹"), start)
        if chosen is not None:
            self._preferences.keep_folder("workspaces", str(chosen.parent))
            self.found.emit(chosen)

    @Slot()
    def open_task_package(self) -> None:
        """Let the person pick a task package, and make the unit's workspace from it."""
        start = self._preferences.last_folder("received")
        chosen = dialogs.choose_files(self._over, tr("打开任务包（分卷可只选一个）"), start)
        if chosen:
            from ui.welcome.from_task import FromTaskDialog

            self._preferences.keep_folder("received", str(chosen[0].parent))
            dialog = FromTaskDialog(self._runner, self._theme, chosen, self._over)
            dialog.created.connect(self.found)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
