"""Choosing the files to add: in a dialog, or by copying them or a picture elsewhere."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.actions import explain, make_action, mark_writing
from ui.preferences import Preferences
from ui.shared.pasting import Paster
from ui.translation import tr

#: The name under which the folder used last is stored.
_PURPOSE = "attach"


class Adding(QObject):
    """Three actions; each emits ``chosen`` if files were chosen.

    ``pictures_pasted`` is emitted instead if a picture was pasted, and ``nothing_pasted`` with the
    reason if there was nothing to paste.
    """

    chosen = Signal(list)  # paths
    pictures_pasted = Signal(list)  # paths
    nothing_pasted = Signal(str)

    def __init__(self, preferences: Preferences, over: QWidget) -> None:
        super().__init__(over)
        self._preferences, self._over = preferences, over
        self._paster = Paster()
        self.add_files = make_action(
            over, tr("添加文件…"), tr("选择文件添加到这里"), self._choose_files, "Ctrl+O"
        )
        self.add_folder = make_action(
            over,
            tr("添加文件夹…"),
            tr("选择文件夹，里面的文件都添加到这里"),
            self._choose_folder,
            "Ctrl+Alt+Shift+O",
        )
        self.paste = make_action(
            over, tr("粘贴"), tr("添加复制的文件，或截图、复制的图片"), self._paste
        )
        # Lists need no Ctrl+V of their own, and fields for text take it before this action does.
        self.paste.setShortcuts([QKeySequence("Ctrl+V"), QKeySequence("Ctrl+Shift+V")])
        explain(self.paste, tr("添加复制的文件，或截图、复制的图片"))
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
        pasted = self._paster.paste()
        if not pasted.paths:
            self.nothing_pasted.emit(pasted.reason)
        elif pasted.pictures:
            self.pictures_pasted.emit(list(pasted.paths))
        else:
            self.chosen.emit(list(pasted.paths))
