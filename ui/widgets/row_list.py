"""Lists of frozen rows behind Qt's interface."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.literal import literal_words

Index = QModelIndex | QPersistentModelIndex

#: The role under which an item model returns the row itself.
ROW = Qt.ItemDataRole.UserRole + 1

Row = TypeVar("Row")


class RowListModel(QAbstractListModel, Generic[Row]):
    """Rows as they were read. A subclass defines their texts and their keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def key(self, row: Row) -> object:
        """The key by which the same row is found in the next reading."""
        return row

    def words(self, row: Row, role: int) -> object:
        """The text of a row under one of Qt's roles, or None."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Take new rows; the same rows in the same order keep their selection."""
        new = tuple(rows)
        if new == self._rows:
            return
        if list(map(self.key, new)) == list(map(self.key, self._rows)):
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def place_of(self, key: object) -> int:
        """The place of the row with this key, or -1."""
        return next((n for n, row in enumerate(self._rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's name)
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or text about it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == ROW else self.words(row, role)


class RowListView(QListView):
    """A list as wide as the space it has; its rows are as tall as their texts need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Break the lines again: Qt looks at the height only, and the scroll bar takes width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
