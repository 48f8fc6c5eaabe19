"""A row of parts that continues on the next line if it is too narrow for all of them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_SPACING = 6


class WrappingRow(QLayout):
    """The first part takes the free width in its line; the others keep their width.

    With large text, headings and their buttons can be wider than a small screen; this layout keeps
    them from being cut off. Without ``fill`` the free width stays empty.
    """

    def __init__(self, *parts: QWidget, fill: bool = True) -> None:
        super().__init__()
        self._fill = fill
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    # --- what Qt asks of a layout ----------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt's name)
        """Add one more part."""
        self._items.append(item)

    def count(self) -> int:
        """Number of parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """A part, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """Remove a part and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  (Qt's name)
        """It can use more width, but not more height."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's name)
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's name)
        """The height of all lines."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + _SPACING * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The size with all parts in one line."""
        shown = self._shown()
        return QSize(_width(shown), _height(shown))

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """The size with each part in its own line."""
        shown = self._shown()
        return QSize(max((i.minimumSize().width() for i in shown), default=0), _height(shown))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt's name)
        """Place the parts."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height, left = _height(line), rect.left()
            spare = rect.width() - _width(line)
            for item in line:
                hint = item.sizeHint()
                width = hint.width() + (spare if self._fill and item is self._items[0] else 0)
                room = min(hint.height(), height)
                at = QPoint(left, top + (height - room) // 2)
                item.setGeometry(QRect(at, QSize(min(width, rect.width()), room)))
                left += width + _SPACING
            top += height + _SPACING

    # --- lines -----------------------------------------------------------------------------------

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and _width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines


def _width(items: list[QLayoutItem]) -> int:
    return sum(i.sizeHint().width() for i in items) + _SPACING * max(0, len(items) - 1)


def _height(items: list[QLayoutItem]) -> int:
    return max((i.sizeHint().height() for i in items), default=0)
