"""A short message above the foot of the window, with at most one thing to press; goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.actions import label
from ui.widgets.layouts import horizontal

_SECONDS = 8


class Notice(QFrame):
    """Says what was just done ("已移除 2 件") and offers to take it back or to look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)  # noqa: FBT003  (Qt's own signature)
        self.text = label()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setProperty("flat", True)  # noqa: FBT003
        self.button.clicked.connect(self._press)
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        layout = horizontal(self, 14, 6, 8, 6)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        seconds: int = _SECONDS,
    ) -> None:
        """Show a message for some ``seconds``; ``act`` runs when ``button`` is pressed."""
        self.text.setText(text)
        self._act = act
        self.button.setVisible(act is not None)
        self.button.setText(button)
        self.show()
        self._timer.start(seconds * 1000)

    @Slot()
    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
