"""A short message at the foot of the window, with at most one button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from ui.actions import label
from ui.literal import no_mnemonic
from ui.translation import tr
from ui.widgets.layouts import horizontal

_SECONDS = 8


class Notice(QFrame):
    """Says what was just done ("已移除 2 件") and offers to undo or show it.

    It disappears by itself, but not while the mouse or the focus is in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)  # noqa: FBT003  (Qt's own signature)
        self.text = label()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setProperty("flat", True)  # noqa: FBT003
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._press)
        self.close_button = QToolButton()
        self.close_button.setText("×")
        self.close_button.setAccessibleName(tr("收起这句话"))
        self.close_button.setToolTip(tr("收起这句话"))
        self.close_button.clicked.connect(self.hide)
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        layout = horizontal(self, 14, 2, 8, 2, spacing=4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self.hide()

    def say(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        seconds: int = _SECONDS,
    ) -> None:
        """Show a message; ``act`` is called when ``button`` is pressed.

        It disappears after ``seconds``; with 0 it stays until it is closed or another comes.
        """
        self.text.setText(text)
        self._act = act
        self.button.setVisible(act is not None)
        self.button.setText(no_mnemonic(button))
        self.show()
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The height of one line, whatever is said."""
        inside = max(
            self.text.fontMetrics().height(),
            self.button.sizeHint().height(),
            self.close_button.sizeHint().height(),
        )
        margins = self.contentsMargins()
        rim = 4 + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), inside + rim)

    @Slot()
    def _fade(self) -> None:
        if self.underMouse() or self.button.hasFocus() or self.close_button.hasFocus():
            self._timer.start(_SECONDS * 1000)
        else:
            self.hide()

    @Slot()
    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
