"""Large text on a small screen: what does not fit can be scrolled, and nothing is cut off."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks for the room of the page that is shown; Qt's asks for that of the largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """What the page that is shown would like."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """What the page that is shown needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def heightForWidth(self, _width: int) -> int:  # noqa: N802  (Qt's name)
        """None in particular: Qt would ask the tallest of all pages, shown or not."""
        return -1


class Fitting(QScrollArea):
    """Shows a part whole where there is room, and scrolls it where there is not."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(part)


class FittingColumn(Fitting):
    """Is as wide as its part, and scrolls it up and down by the wheel and by the keys."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The part's width."""
        return QSize(max(self._part.sizeHint().width(), self._part.minimumWidth()), 100)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Follow the part when its width changes with the size of the text."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def resize_within_window(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size, or what the window has before which it stands."""
    parent = dialog.parentWidget()
    if parent is not None:
        window = parent.window()
        width, height = min(width, window.width() - 40), min(height, window.height() - 60)
    dialog.resize(width, height)
