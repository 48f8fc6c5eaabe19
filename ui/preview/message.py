"""What stands in the place of a page: nothing chosen, work going on, or why nothing is shown."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui import icons
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical

#: Work that is done sooner is not worth a word.
_PATIENCE = 300


class MessageView(QWidget):
    """Says one thing in the middle, with at most one button below it."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self._seconds = 0
        self._words = ""
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show_busy)
        self.mark = label()
        self.text = label("", "subheading", wrap=True)
        self.detail = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("进度"))
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        column = vertical(self, 24, 24, 24, 24, spacing=8)
        column.addStretch(1)
        for part in (self.mark, self.text, self.detail):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.bar, 2)
        row.addStretch(1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(2)
        theme.changed.connect(self._paint)
        self.say("")

    def say(self, text: str, detail: str = "", *, icon: str = "", button: str = "") -> None:
        """Say something; ``button`` is what can be done about it."""
        self._clock.stop()
        self._patience.stop()
        self._icon = icon
        self.text.setText(text)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.text.setVisible(bool(text))
        self.bar.hide()
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._paint()

    def say_busy(self, words: str, button: str = "") -> None:
        """Say what is being done, for how long, and how to stop it; nothing for a short while."""
        self._words = words
        self.say("")
        self.button.setText(button)
        self._seconds = 0
        self._patience.start()

    @Slot()
    def _show_busy(self) -> None:
        self.text.setText(self._words)
        self.text.show()
        self.bar.show()
        self.button.setVisible(bool(self.button.text()))
        self._clock.start()

    @Slot()
    def _tick(self) -> None:
        self._seconds += 1
        self.detail.setText(tr("已用 {seconds} 秒", seconds=self._seconds))
        self.detail.show()

    @Slot()
    def _paint(self) -> None:
        self.mark.setVisible(bool(self._icon))
        if self._icon:
            colours = self._theme.colours
            colour = colours.problem if self._icon == "state-problem" else colours.muted
            size = self._theme.space(36)
            self.mark.setPixmap(icons.pixmap(self._icon, colour, size, self.devicePixelRatioF()))
