"""A search line with a lens icon that grows with the text."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui import icons
from ui.theme import Theme

_LENS = 16
_BESIDE = 8


class SearchLine(QLineEdit):
    """Qt paints the icons of a line in one size only; this line's icon follows the theme."""

    def __init__(self, theme: Theme, hint: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        theme.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setTextMargins(self._theme.space(_LENS + _BESIDE), 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the line, then the lens in front of its text."""
        super().paintEvent(event)
        space, size = self._theme.space, self._theme.space(_LENS)
        colour = self._theme.colours.muted
        painter = QPainter(self)
        lens = icons.pixmap("search", colour, size, self.devicePixelRatioF())
        painter.drawPixmap(space(_BESIDE), (self.height() - size) // 2, lens)
        painter.end()
