"""A label of one line that shortens its text to the width it has."""

from pathlib import PurePath

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions import PlainLabel
from ui.literal import tip

#: A longer suffix is no extension: "1.关于开展案卷评查的通知".
_LONGEST_SUFFIX = 6
#: So many characters of the name proper are worth it to keep the extension whole.
_LEAST_STEM = 2


def elided_name(name: str, metrics: QFontMetrics, room: int) -> str:
    """A file's name in the room there is: cut in the middle, with the extension kept whole."""
    if metrics.horizontalAdvance(name) <= room:
        return name
    suffix = PurePath(name).suffix
    if len(suffix) <= _LONGEST_SUFFIX:
        left = room - metrics.horizontalAdvance(suffix)
        stem = metrics.elidedText(
            name.removesuffix(suffix), Qt.TextElideMode.ElideMiddle, max(left, 0)
        )
        if len(stem) >= _LEAST_STEM:
            return stem + suffix
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)


class ElidedLabel(PlainLabel):
    """The full text is in the tooltip if it does not fit."""

    def __init__(
        self,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Very small, so that no text makes the window wider."""
        return QSize(20, self.fontMetrics().height() + 2)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as the text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def shown(self) -> str:
        """The text as it is painted."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint what fits."""
        shown = self.shown()
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class ElidedName(ElidedLabel):
    """Shows the name of a file, with its extension."""

    def shown(self) -> str:
        """The name as it is painted."""
        return elided_name(self.text(), self.fontMetrics(), self.width())
