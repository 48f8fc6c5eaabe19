"""A table of frozen rows: one line each, whole rows are chosen, one column takes the free width."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.colours import Colours
from ui.literal import literal_heads, literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.widgets.sharing_room import shared_widths

#: The column that takes the free width is never narrower than this, at 100 %.
_LEAST = 110
#: By so many rows it is judged how wide a column should be, and what lies beside its words.
_JUDGED, _AROUND = 200, 16


def _no_ink(_row: object, _colours: Colours) -> str | None:
    return None


@dataclass(frozen=True)
class Column:
    """A column: its title, its width at 100 % (0: the room that is left), the words of a row.

    ``ink`` is the colour of the words, None for the usual one; ``order`` is what rows are sorted
    by where the words would not do.
    """

    title: str
    width: int
    words: Callable[[Any], str]
    ink: Callable[[Any, Colours], str | None] = _no_ink
    order: Callable[[Any], Any] | None = None


class LineModel(QAbstractTableModel):
    """Rows as they were read; ``key`` says which row of the next reading is the same.

    ``tip`` is what a row says under the mouse; without it a cell says its words.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], object],
        theme: Theme,
        parent: QObject | None = None,
        *,
        tip: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.key, self._tip = tuple(columns), key, tip
        self._theme = theme
        self._rows: list[Any] = []
        self._read: tuple[Any, ...] = ()
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> Sequence[Any]:
        """The rows that are shown."""
        return self._rows

    def show(self, rows: Sequence[Any]) -> None:
        """Replace the rows; the same rows in the same order keep their selection."""
        before = [self.key(row) for row in self._rows]
        self._read = tuple(rows)
        new = self._sorted()
        if [self.key(row) for row in new] != before:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
        elif new:
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))

    def place_of(self, key: object) -> int:
        """The place of the row with this key, or -1."""
        return next((n for n, row in enumerate(self._rows) if self.key(row) == key), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, also what is shown later; -1 for the order in which it was read."""
        self.layoutAboutToBeChanged.emit()
        self._sorting = (column, order)
        kept = self.persistentIndexList()
        keys = [self.key(self._rows[index.row()]) for index in kept]
        self._rows = self._sorted()
        places = {self.key(row): number for number, row in enumerate(self._rows)}
        moved = [
            self.index(places[key], index.column()) for key, index in zip(keys, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _sorted(self) -> list[Any]:
        number, order = self._sorting
        if number < 0:
            return list(self._read)
        column = self.columns[number]
        falling = order is Qt.SortOrder.DescendingOrder
        return sorted(self._read, key=column.order or column.words, reverse=falling)

    def add(self, rows: Sequence[Any]) -> None:
        """Put more rows below."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, their colour, and the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(row).replace("\n", tr("；"))
            case Qt.ItemDataRole.ToolTipRole:
                return (self._tip or column.words)(row) or None
            case Qt.ItemDataRole.ForegroundRole:
                ink = column.ink(row, self._theme.colours)
                return QColor(ink) if ink else None
            case _:
                return row if role == ROW else None


class LineTable(QTableView):
    """Shows a ``LineModel``; a new reading keeps what is chosen."""

    def __init__(
        self,
        name: str,
        model: LineModel,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        many: bool = False,
        height: int = 30,
    ) -> None:
        """``many``: several rows can be chosen. ``height`` is that of a row, at 100 %."""
        super().__init__(parent)
        self._theme, self.lines, self._height = theme, model, height
        self._needs: list[int] = []  # never less than before: a filter moves no column
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        theme.changed.connect(self._fit)
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self._measure)
        self._fit()

    def sort_by_header(self) -> None:
        """Let a press on a title sort the rows; the third press takes the order back."""
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        self.setSortingEnabled(True)

    def chosen(self) -> list[Any]:
        """The rows that are selected, from the top."""
        found = self.selectionModel().selectedRows()
        return [index.data(ROW) for index in sorted(found, key=lambda index: index.row())]

    @property
    def current(self) -> object:
        """The row that the cursor is on, or None."""
        return self.currentIndex().data(ROW)

    def turn_to(self, key: object) -> None:
        """Choose the row with this key, if it is shown."""
        place = self.lines.place_of(key)
        if place >= 0:
            self.selectRow(place)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replace the rows; those that were chosen stay so."""
        kept = {self.lines.key(row) for row in self.chosen()}
        place = self.verticalScrollBar().value()
        self.lines.show(rows)
        self.choose(lambda row: self.lines.key(row) in kept)
        self.verticalScrollBar().setValue(place)

    def choose(self, wanted: Callable[[Any], bool]) -> None:
        """Select the rows that ``wanted`` picks."""
        selection = QItemSelection()
        last = self.lines.columnCount() - 1
        first = -1
        for number, row in enumerate(self.lines.rows):
            if wanted(row):
                first = number if first < 0 else first
                selection.select(self.lines.index(number, 0), self.lines.index(number, last))
        flags = QItemSelectionModel.SelectionFlag
        if first >= 0:
            here = self.lines.index(first, 0)
            self.selectionModel().setCurrentIndex(here, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Give the room that is left to the column that takes it."""
        super().resizeEvent(event)
        self._share_room()

    def _fit(self) -> None:
        space, header = self._theme.space, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(space(self._height))
        header.setMinimumSectionSize(space(36))
        self._needs = [0] * len(self.lines.columns)
        for number, column in enumerate(self.lines.columns):
            if column.width:
                self.setColumnWidth(number, space(column.width))
        self._measure()

    @Slot()
    def _measure(self) -> None:
        """Learn how wide the words are."""
        self._needs = [max(self._needed(n), before) for n, before in enumerate(self._needs)]
        self._share_room()

    def _share_room(self) -> None:
        columns, space = self.lines.columns, self._theme.space
        free = next((n for n, column in enumerate(columns) if not column.width), None)
        if free is None:
            return
        own = [space(column.width) for column in columns]
        room = self.viewport().width()
        for n, width in enumerate(shared_widths(room, own, self._needs, free, space(_LEAST))):
            self.setColumnWidth(n, width)

    def _needed(self, number: int) -> int:
        """The width at which no words of a column are cut, judged by the first rows."""
        words = self.lines.columns[number].words
        texts = (self.lines.columns[number].title, *map(words, self.lines.rows[:_JUDGED]))
        measure = self.fontMetrics().horizontalAdvance
        return max(map(measure, texts)) + self._theme.space(_AROUND)


class LineDelegate(QStyledItemDelegate):
    """The words of a line keep their colour also where the line is chosen."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of a chosen line, and the words in their ink."""
        colours, rect = self._theme.colours, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(colours.text))
        room = rect.adjusted(self._theme.space(6), 0, -self._theme.space(6), 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
