"""A short tour of the window on the first day; it can be skipped at every step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical


@dataclass(frozen=True, slots=True)
class TourStop:
    """One step: what it says, and the part of the window it speaks of."""

    title: str
    text: str
    part: Callable[[], QWidget | None]


class _Ring(QWidget):
    """A frame around a part of the window; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class Tour(QFrame):
    """Shows one stop after the other over ``body``; Escape skips the rest."""

    ended = Signal()

    def __init__(self, stops: Sequence[TourStop], theme: Theme, body: QWidget) -> None:
        super().__init__(body)
        self._stops, self._theme, self._body = tuple(stops), theme, body
        self._at = -1
        self._ring = _Ring(theme, body)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.setAccessibleName(tr("带我看一遍"))
        self.title = label("", "subheading", wrap=True)
        self.text = label("", wrap=True)
        self.count = label("", "muted")
        self.skip = QPushButton(tr("跳过"))
        self.skip.setShortcut("Esc")
        self.next = QPushButton()
        self.next.setProperty("primary", True)  # noqa: FBT003
        self.next.setAutoDefault(True)
        self.skip.clicked.connect(self.end)
        self.next.clicked.connect(self.go_on)
        buttons = horizontal(spacing=theme.space(8))
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        layout = vertical(self, 16, 14, 16, 12, spacing=theme.space(8))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        body.installEventFilter(self)
        theme.changed.connect(self._place)
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Show the next stop whose part is in sight; after the last one the tour ends."""
        self._at += 1
        while self._at < len(self._stops) and self._part() is None:
            self._at += 1
        if self._at >= len(self._stops):
            self.end()
            return
        stop = self._stops[self._at]
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        last = self._at == len(self._stops) - 1
        self.count.setText(f"{self._at + 1}/{len(self._stops)}")
        self.next.setText(tr("开始用") if last else tr("下一步"))
        self.skip.setHidden(last)
        self._place()
        for widget in (self._ring, self):
            widget.show()
            widget.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        """Take the tour away."""
        self._body.removeEventFilter(self)
        self._ring.deleteLater()
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Stay beside the part when the window changes its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return super().eventFilter(watched, event)

    def _part(self) -> QWidget | None:
        part = self._stops[self._at].part()
        return part if part is not None and part.isVisible() else None

    @Slot()
    def _place(self) -> None:
        part = self._part() if 0 <= self._at < len(self._stops) else None
        if part is None:
            return
        around = QRect(part.mapTo(self._body, QPoint(0, 0)), part.size())
        self._ring.setGeometry(around.adjusted(-2, -2, 2, 2) & self._body.rect())
        width = min(self._theme.space(380), self._body.width() - 20)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        size = QRect(0, 0, width, height).size()
        self.setGeometry(place_beside(around, size.width(), size.height(), self._body.rect()))


def place_beside(part: QRect, width: int, height: int, room: QRect) -> QRect:
    """Where a card of this size lies: right of the part, else left of it, else in the middle."""
    gap = 12
    top = max(room.top() + gap, min(part.top(), room.bottom() - height - gap))
    if part.right() + gap + width <= room.right():
        return QRect(part.right() + gap, top, width, height)
    if part.left() - gap - width >= room.left():
        return QRect(part.left() - gap - width, top, width, height)
    return QRect(room.center().x() - width // 2, room.center().y() - height // 2, width, height)
