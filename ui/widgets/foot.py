"""The line at the foot of the window: room that is always kept for messages and long work."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.actions import label
from ui.widgets.job_strip import JobStrip
from ui.widgets.layouts import horizontal
from ui.widgets.notice import Notice

_MOVING = {
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Move,
    QEvent.Type.Resize,
}


class Foot(QFrame):
    """Its height never changes, so that nothing above it moves when a message comes or goes.

    The message lies over the line; a message of many lines grows upward, over the page. ``body`` is
    the widget that it lies in, which must hold the foot as well.
    """

    def __init__(self, notice: Notice, strip: JobStrip, hint: str, body: QWidget) -> None:
        super().__init__()
        self.setProperty("foot", True)  # noqa: FBT003  (Qt's own signature)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._notice, self._strip, self._body = notice, strip, body
        self.hint = label(hint, "muted")
        layout = horizontal(self, 14, 0, 0, 0, spacing=12)
        layout.addWidget(self.hint, 1)
        layout.addWidget(strip, 1)
        notice.setParent(body)
        notice.installEventFilter(self)
        strip.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """High enough for a message of one line, or for the progress of work."""
        parts = (self._notice, self._strip)
        return QSize(100, max(part.sizeHint().height() for part in parts))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same height; the width may shrink."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the message over the line."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Place the message anew when it has other words, or when work begins or ends."""
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        notice, strip = self._notice, self._strip
        width = strip.x() if strip.isVisibleTo(self) else self.width()
        height = max(self.height(), notice.heightForWidth(width))
        corner = self.mapTo(self._body, self.rect().bottomLeft())
        notice.setGeometry(corner.x(), corner.y() + 1 - height, width, height)
        notice.raise_()
