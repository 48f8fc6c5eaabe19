"""The line in which one types what to look for in the file that is shown."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.actions import IconButton, label, make_action
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import horizontal

_PAUSE = 200


class SearchBar(QWidget):
    """Emits what is typed after a short pause, and where to go from there."""

    words_changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("在这个文件里查找"))
        self.words.setAccessibleName(tr("在这个文件里查找"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.count = label("", "muted")
        self.earlier = make_action(
            self, tr("上一处"), tr("上一处"), lambda: self.step_wanted.emit(-1), "Shift+F3",
            within=True,
        )  # fmt: skip
        self.later = make_action(
            self, tr("下一处"), tr("下一处"), lambda: self.step_wanted.emit(1), "Ctrl+F3",
            within=True,
        )  # fmt: skip
        self.close_action = make_action(self, tr("关闭查找"), tr("关闭查找（Esc）"), self.dismiss)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.words.textChanged.connect(self._pause.start)
        row = horizontal(self, spacing=4)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        row.addWidget(IconButton(self.earlier, theme, "up"))
        row.addWidget(IconButton(self.later, theme, "down"))
        row.addWidget(IconButton(self.close_action, theme, "close"))
        self.hide()

    def open(self) -> None:
        """Show the line and let the person type."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._tell()

    @Slot()
    def dismiss(self) -> None:
        """Hide the line, and what it found."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def say(self, text: str) -> None:
        """Say how much was found."""
        self.count.setText(text)

    @Slot()
    def _tell(self) -> None:
        self.words_changed.emit(self.words.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Enter goes to the next place, Shift+Enter to the one before, Escape closes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                    if self._pause.isActive():
                        self._pause.stop()
                        self._tell()
                    else:
                        self.step_wanted.emit(-1 if back else 1)
                    return True
                case Qt.Key.Key_Escape:
                    self.dismiss()
                    return True
        return super().eventFilter(watched, event)
