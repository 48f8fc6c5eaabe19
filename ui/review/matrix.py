"""The matrix of indicators and units: a heat map with headers that stay in sight."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.review.board import Board, Cell
from ui.literal import literal_heads, literal_words
from ui.review.looks import paint_mark, stage_colour, stage_tint
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.wording import STAGE_NAMES, named

_MOST_LETTERS = 8
_EMPTY = Board((), (), ())


class MatrixModel(QAbstractTableModel):
    """Indicators down, units across; a pair without a slot is an empty cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = _EMPTY
        self._headings: dict[str, str] = {}
        self._codes: tuple[str, ...] = ()
        self._units: tuple[str, ...] = ()

    def show(
        self,
        board: Board,
        headings: dict[str, str],
        codes: tuple[str, ...],
        units: tuple[str, ...],
    ) -> None:
        """Take a board and which rows and columns of it to show; equal axes keep the place."""
        same = (codes, units) == (self._codes, self._units)
        if not same:
            self.beginResetModel()
        self._board, self._headings = board, headings
        self._codes, self._units = codes, units
        if not same:
            self.endResetModel()
        elif codes and units:
            corner = self.index(len(codes) - 1, len(units) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def cell(self, index: Index) -> Cell | None:
        """The cell at a place, or None."""
        if not index.isValid():
            return None
        return self._board.cells.get((self._codes[index.row()], self._units[index.column()]))

    def place_of(self, code: str, unit: str) -> QModelIndex:
        """Where a pair stands; invalid if it is not shown."""
        if code not in self._codes or unit not in self._units:
            return QModelIndex()
        return self.index(self._codes.index(code), self._units.index(unit))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of indicators."""
        return 0 if parent.isValid() else len(self._codes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of units."""
        return 0 if parent.isValid() else len(self._units)

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell itself, and what it says in words."""
        cell = self.cell(index)
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._told(cell)
            case _:
                return cell if role == ROW else None

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Codes and units; the tip has the whole of it."""
        if orientation is Qt.Orientation.Horizontal:
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
                return self._units[section]
            return None
        code = self._codes[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return code
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._headings.get(code, code)
        return None

    def _told(self, cell: Cell) -> str:
        lines = [f"{self._headings.get(cell.indicator, cell.indicator)}　{cell.unit}"]
        lines += [
            tr(
                "{method}：{state}，{count} 件",
                method=named(row.task),
                state=STAGE_NAMES[row.stage],
                count=row.items,
            )
            for row in cell.slots
        ]
        return "\n".join(lines)


class MatrixView(QTableView):
    """One cell at a time is current; ``cell_chosen`` follows it, by mouse or by arrow keys."""

    cell_chosen = Signal(object)  # Cell or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.matrix = MatrixModel(self)
        self.setModel(self.matrix)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setHorizontalHeader(_UnitHeader(theme, self))
        self.setAccessibleName(tr("审核矩阵"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._fit()

    def choose(self, code: str, unit: str) -> None:
        """Turn to a pair, if it is shown."""
        index = self.matrix.place_of(code, unit)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @Slot()
    def _fit(self) -> None:
        space = self._theme.space
        self.verticalHeader().setDefaultSectionSize(space(24))
        self.verticalHeader().setFixedWidth(space(46))
        self.horizontalHeader().setDefaultSectionSize(space(28))
        self.horizontalHeader().setFixedHeight(
            self._theme.space(12) + _MOST_LETTERS * self.fontMetrics().height()
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.cell_chosen.emit(self.matrix.cell(current))


class _CellDelegate(QStyledItemDelegate):
    """A tinted ground and the mark of the stage."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(ROW)
        colours, rect = self._theme.colours, option.rect
        state = option.state
        if isinstance(cell, Cell):
            stage = cell.stage
            painter.fillRect(rect.adjusted(1, 1, 0, 0), stage_tint(stage, colours))
            centre = QPointF(rect.center()) + QPointF(0.5, 0.5)
            paint_mark(painter, centre, self._theme.space(13), stage, stage_colour(stage, colours))
        else:
            painter.fillRect(rect.adjusted(1, 1, 0, 0), QColor(colours.window))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            pen = QPen(QColor(colours.text if chosen else colours.muted), 2 if chosen else 1)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class _UnitHeader(QHeaderView):
    """Unit names written downwards, as Chinese is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(True)

    def sectionSizeFromContents(self, _section: int) -> QSize:  # noqa: N802  (Qt's name)
        """As narrow as one letter."""
        return QSize(self._theme.space(28), self.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """One letter below the other; what does not fit is cut off with dots."""
        colours = self._theme.colours
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        line = self.fontMetrics().height()
        room = max(1, (rect.height() - self._theme.space(8)) // line)
        letters = name if len(name) <= room else name[: room - 1] + "…"
        view = self.parent()
        current = view.currentIndex().column() if isinstance(view, QTableView) else -1
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.accent if section == current else colours.muted))
        top = rect.bottom() - self._theme.space(4) - line * len(letters)
        for number, letter in enumerate(letters):
            box = QRect(rect.left(), top + number * line, rect.width(), line)
            if letter == "…":
                self._paint_dots(painter, box)
            else:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        painter.restore()

    def _paint_dots(self, painter: QPainter, box: QRect) -> None:
        """Three dots below each other; few fonts have a sign for that."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        radius = self._theme.space(10) / 10
        for step in (-1, 0, 1):
            centre = QPointF(box.center()) + QPointF(0.5, step * self._theme.space(4))
            painter.drawEllipse(centre, radius, radius)
