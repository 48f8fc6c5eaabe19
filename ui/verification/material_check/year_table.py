"""A table of points by years: a mark and a number in each cell, what is missing on a red ground."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.completeness.vocabulary import YearState
from app.completeness.year_matrix import YearCell, YearRow, years_in
from app.evidence.listing import FiledRow
from ui.literal import literal_heads, literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import unpack_placements
from ui.widgets.row_list import Index
from ui.wording import YEAR_STATE_NAMES, year_words

#: The widths of the columns, the height of a row, and how many titles a tooltip has, at 100 %.
_YEAR_WIDTH, _LAST_WIDTH, _LEAST, _HEIGHT = 56, 66, 140, 30
_TITLES = 12
_FAINT = 40


class YearModel(QAbstractTableModel):
    """The rows; the first column is the point, the last one has the items of no year in sight."""

    def __init__(self, parent: QObject | None = None, *, coded: bool = False) -> None:
        """``coded``: the point is named with its indicator."""
        super().__init__(parent)
        self._coded = coded
        self.rows: tuple[YearRow, ...] = ()
        self.years: tuple[int, ...] = ()

    def show(self, rows: Sequence[YearRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.rows, self.years = tuple(rows), years_in(rows)
        self.endResetModel()

    def cell(self, index: Index) -> YearCell | None:
        """The cell of a year at this place; None elsewhere."""
        if not index.isValid() or not 1 <= index.column() <= len(self.years):
            return None
        return self.rows[index.row()].cell(self.years[index.column() - 1])

    def items(self, index: Index) -> tuple[FiledRow, ...]:
        """The items at this place; at a point itself all of it."""
        if not index.isValid():
            return ()
        row = self.rows[index.row()]
        if (cell := self.cell(index)) is not None:
            return cell.items
        found = row.undated
        if index.column() == 0:
            found = (*(item for each in row.cells for item in each.items), *found)
        return tuple({item.placement: item for item in found}.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of points."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The point, its years, and what has no year."""
        return 0 if parent.isValid() else len(self.years) + 2

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The years."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("要点")
        if section <= len(self.years):
            return str(self.years[section - 1])
        return tr("年份不明")

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, and whole under the mouse and for screen readers."""
        if not index.isValid():
            return None
        row, cell = self.rows[index.row()], self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                words = f"{row.key.number}. {row.text}"
                return f"{row.key.indicator}　{words}" if self._coded else words
            if cell is not None:
                return year_words(cell)
            return str(len(row.undated)) if row.undated else ""
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._told(index)
        return None

    def _told(self, index: Index) -> str:
        row, cell = self.rows[index.row()], self.cell(index)
        if index.column() == 0:
            return row.text
        head = tr("年份不明")
        if cell is not None:
            state = YEAR_STATE_NAMES[cell.state]
            head = tr("{year} 年：{state}", year=cell.year, state=state)
        titles = [f"{item.number}　{item.title}".strip() for item in self.items(index)]
        if len(titles) > _TITLES:
            rest = tr("……共 {count} 件", count=len(titles))
            titles = [*titles[:_TITLES], rest]
        return "\n".join((head, *titles))


class YearTable(QTableView):
    """Items can be dropped on a year; Enter or a double click asks for those of a cell."""

    dropped = Signal(list, int, int)  # placements, row, year
    opened = Signal(QModelIndex)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, coded: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aim = QModelIndex()
        self.years = YearModel(self, coded=coded)
        self.setModel(self.years)
        self.setItemDelegate(_YearDelegate(theme, self))
        self.setAccessibleName(tr("按年份查看"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        theme.changed.connect(self.fit)
        self.fit()

    def show_rows(self, rows: Sequence[YearRow]) -> None:
        """Replace the rows; the cursor stays at its point and year."""
        here = self.currentIndex()
        kept = (here.row(), here.column()) if here.isValid() else None
        key = self.years.rows[here.row()].key if kept else None
        year = self.years.cell(here)
        self.years.show(rows)
        self.fit()
        if kept is not None:
            place = next((n for n, row in enumerate(self.years.rows) if row.key == key), -1)
            column = kept[1]
            if year is not None and year.year in self.years.years:
                column = self.years.years.index(year.year) + 1
            if place >= 0:
                self.setCurrentIndex(self.years.index(place, column))
        self.moved.emit()

    @Slot()
    def fit(self) -> None:
        """Give the years their widths, and the points the room that is left."""
        space, header = self._theme.space, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(space(_HEIGHT))
        header.setMinimumSectionSize(space(36))
        modes = QHeaderView.ResizeMode
        for column in range(self.years.columnCount()):
            header.setSectionResizeMode(column, modes.Interactive)
            self.setColumnWidth(column, space(_YEAR_WIDTH))
        if self.years.columnCount() > 1:
            last = self.years.columnCount() - 1
            self.setColumnWidth(last, space(_LAST_WIDTH))
            years = (last - 1) * space(_YEAR_WIDTH) + space(_LAST_WIDTH)
            self.setColumnWidth(0, max(space(_LEAST), self.viewport().width() - years))

    def resizeEvent(self, event: object) -> None:  # noqa: N802  (Qt's name)
        """Share the width anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter asks for the items of the cell."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Items of the list are welcome."""
        if unpack_placements(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        """Show the year that the items would go to."""
        super().dragMoveEvent(event)  # scrolls near the edges
        index = self.indexAt(event.position().toPoint())
        fits = self.years.cell(index) is not None
        self._take_aim(index if fits else QModelIndex())
        event.acceptProposedAction() if fits else event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  (Qt's name)
        """Remove the frame."""
        super().dragLeaveEvent(event)
        self._take_aim(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell which items go to which year."""
        self._take_aim(QModelIndex())
        index = self.indexAt(event.position().toPoint())
        cell, ids = self.years.cell(index), unpack_placements(event.mimeData())
        if cell is not None and ids:
            # The list must not take its items away, as it would after a move.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(ids, index.row(), cell.year)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The cells, and a frame around the one that items would go to."""
        super().paintEvent(event)
        if self._aim.isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(self.visualRect(self._aim).adjusted(2, 2, -2, -2))
            painter.end()

    def _take_aim(self, index: Index) -> None:
        if index != self._aim:
            self._aim = QModelIndex(index) if isinstance(index, QModelIndex) else QModelIndex()
            self.viewport().update()


class _YearDelegate(QStyledItemDelegate):
    """A ground for each state; the words have a mark as well."""

    def __init__(self, theme: Theme, table: YearTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, and the words in their ink."""
        colours, rect = self._theme.colours, option.rect
        cell = self._table.years.cell(index)
        state = cell.state if cell is not None else None
        ink, ground = QColor(colours.text), QColor(colours.surface)
        if state in {YearState.MISSING, YearState.UNSEEN}:
            ink = QColor(colours.problem)
            if state is YearState.MISSING:
                ground = QColor(colours.problem)
                ground.setAlpha(_FAINT)
        elif state is YearState.HELD:
            ink = QColor(colours.complete)
        elif state in {YearState.EXEMPT, YearState.OUTSIDE}:
            ink, ground = QColor(colours.muted), QColor(colours.sunken)
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        painter.fillRect(rect, ground)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignHCenter
        room = rect.adjusted(self._theme.space(6), 0, -self._theme.space(4), 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, text)
        painter.restore()
