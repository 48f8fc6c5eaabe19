"""Large text on a small screen: what does not fit can be scrolled, so that nothing is cut off."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks for the size of the page that is shown; Qt's stack asks for that of the largest page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The size that the page shown prefers."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The size that the page shown needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def heightForWidth(self, _width: int) -> int:  # noqa: N802  (Qt's name)
        """No special height: Qt would ask the tallest of all pages, shown or not."""
        return -1


class Fitting(QScrollArea):
    """Shows a part as a whole if there is room, and scrolls it otherwise."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(part)


class FittingColumn(Fitting):
    """Is as wide as its part, and scrolls it up and down by mouse wheel and keys."""

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
    """Give a dialog this size, but not more than the window behind it."""
    parent = dialog.parentWidget()
    if parent is not None:
        window = parent.window()
        width, height = min(width, window.width() - 40), min(height, window.height() - 60)
    dialog.resize(width, height)
