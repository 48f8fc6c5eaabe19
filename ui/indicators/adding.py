"""Which files are to be added: chosen in a dialog, or copied in the file manager."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.actions import make_action, mark_writing
from ui.preferences import Preferences
from ui.translation import tr
from ui.widgets.dropping import dropped_files

#: What the folder chosen last is remembered under.
_PURPOSE = "attach"


class Adding(QObject):
    """Three actions that end in ``chosen``, or in nothing where nothing was chosen."""

    chosen = Signal(list)  # paths

    def __init__(self, preferences: Preferences, over: QWidget) -> None:
        super().__init__(over)
        self._preferences, self._over = preferences, over
        self.add_files = make_action(
            over, tr("添加文件…"), tr("选择文件添加到这里"), self._choose_files, "Ctrl+O"
        )
        self.add_folder = make_action(
            over,
            tr("添加文件夹…"),
            tr("选择文件夹，里面的文件都添加到这里"),
            self._choose_folder,
            "Ctrl+Shift+F",
        )
        self.paste = make_action(
            over, tr("粘贴文件"), tr("添加在文件管理器里复制的文件"), self._paste, "Ctrl+Shift+V"
        )
        mark_writing(self.add_files, self.add_folder, self.paste)

    def set_enabled(self, *, enabled: bool) -> None:
        """Allow all three, or none."""
        for action in (self.add_files, self.add_folder, self.paste):
            action.setEnabled(enabled)

    def _choose_files(self) -> None:
        start = self._preferences.last_folder(_PURPOSE)
        paths = dialogs.choose_files(self._over, tr("添加文件"), start)
        if paths:
            self._preferences.keep_folder(_PURPOSE, str(paths[0].parent))
            self.chosen.emit(paths)

    def _choose_folder(self) -> None:
        folder = dialogs.choose_folder(
            self._over, tr("添加文件夹"), self._preferences.last_folder(_PURPOSE)
        )
        if folder is not None:
            self._preferences.keep_folder(_PURPOSE, str(folder.parent))
            self.chosen.emit([folder])

    def _paste(self) -> None:
        paths: list[Path] = dropped_files(QGuiApplication.clipboard().mimeData())
        if paths:
            self.chosen.emit(paths)
