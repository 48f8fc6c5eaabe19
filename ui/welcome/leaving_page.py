"""The page that is shown while work is being stopped before a workspace is closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.actions import label
from ui.translation import tr

if TYPE_CHECKING:
    from ui.session import Session

#: How often to check whether the work has stopped, in milliseconds.
_EVERY = 50
#: After so many milliseconds the page says that it takes long.
_LONG = 10_000

Then = Callable[[], object]


class LeavingPage(QWidget):
    """Closes the session as soon as its work has stopped; the window stays responsive meanwhile."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        #: What the person wanted to do after closing.
        self.then: Then | None = None
        self.heading = label(tr("正在停止……"), "heading")
        self.detail = label("", "muted", wrap=True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setMaximumWidth(280)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (self.heading, bar, self.detail):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._looking = QTimer(self)
        self._looking.setInterval(_EVERY)
        self._looking.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_LONG)
        self._patience.timeout.connect(self._say_long)

    @property
    def active(self) -> bool:
        """True while work is being stopped."""
        return self._session is not None

    def begin(self, session: "Session", then: Then | None) -> None:
        """Wait for a session whose work was asked to stop; emits ``left`` when it is closed."""
        self._session, self.then = session, then
        self.detail.setText(tr("已经做完的部分会保留，停下来以后自动关闭。"))
        self._looking.start()
        self._patience.start()

    @Slot()
    def _look(self) -> None:
        if self._session is not None and self._session.close(0):
            self._session = None
            self._looking.stop()
            self._patience.stop()
            self.left.emit()

    @Slot()
    def _say_long(self) -> None:
        self.detail.setText(tr("还有一项工作没有停下来，请再等一等。"))
