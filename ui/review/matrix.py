"""The matrix of indicators and units: a heat map with headers that stay visible.

A cell is cut into as many parts as the indicator has tasks, and each shows its own state.
"""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.review.board import Board, Cell, SlotRow
from app.review.vocabulary import SlotStage
from app.vocabulary import ResponsibilityRole
from ui.literal import literal_heads, literal_words
from ui.review.looks import paint_lead, paint_mark, stage_colour, stage_tint
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.wording import ROLE_NAMES, STAGE_NAMES, named

_MOST_LETTERS = 8
#: On a low screen they take at most this part of the height, but so many letters are shown.
_MOST_OF_HEAD, _FEWEST_LETTERS = 0.5, 3
#: So many parts of a cell lie beside each other before they take a second line.
_ABREAST = 2
_EMPTY = Board((), (), ())


class MatrixModel(QAbstractTableModel):
    """Indicators down, units across; a pair without a slot is an empty cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = _EMPTY
        self._headings: dict[str, str] = {}
        self._codes: tuple[str, ...] = ()
        self._units: tuple[str, ...] = ()
        self._admits: Callable[[Cell], bool] = lambda _cell: True

    def show(
        self,
        board: Board,
        headings: dict[str, str],
        codes: tuple[str, ...],
        units: tuple[str, ...],
        admits: Callable[[Cell], bool] = lambda _cell: True,
    ) -> None:
        """Take a board and which rows and columns of it to show; equal axes keep the place.

        Cells that ``admits`` does not want are empty.
        """
        self._admits = admits
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
        cell = self._board.cells.get((self._codes[index.row()], self._units[index.column()]))
        return cell if cell is not None and self._admits(cell) else None

    def place_of(self, code: str, unit: str) -> QModelIndex:
        """The index of a pair; invalid if it is not shown."""
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
        """Codes and units; the tooltip has the full text."""
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
        lines = [f"{self._headings.get(cell.indicator, cell.indicator)}　{cell.unit}", _part(cell)]
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


def _part(cell: Cell) -> str:
    """The unit's part in the indicator: "牵头", "参与，可以补充"."""
    role = ROLE_NAMES[ResponsibilityRole.LEAD if cell.lead else ResponsibilityRole.PARTICIPANT]
    return role if cell.owes else tr("{role}，可以补充", role=role)


def parts_of(rect: QRect, count: int) -> tuple[QRect, ...]:
    """Cut a cell into equal parts, in the order of reading; the first is at the top left."""
    lines = 1 if count <= _ABREAST else 2
    columns = -(-count // lines)
    found = []
    for number in range(count):
        line, column = divmod(number, columns)
        last = number == count - 1
        left = rect.left() + rect.width() * column // columns
        right = rect.left() + rect.width() * (columns if last else column + 1) // columns
        top = rect.top() + rect.height() * line // lines
        bottom = rect.top() + rect.height() * (line + 1) // lines
        found.append(QRect(left, top, right - left, bottom - top))
    return tuple(found)


class MatrixView(QTableView):
    """One cell at a time is current; ``cell_chosen`` follows it, by mouse or by arrow keys.

    A click on a part of a cell emits ``slot_chosen`` instead.
    """

    cell_chosen = Signal(object)  # Cell or None
    slot_chosen = Signal(object)  # SlotRow

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aimed: SlotRow | None = None  # the part on which the mouse was pressed
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
        self._fit_head()

    def _fit_head(self) -> None:
        """Leave half of the height to the rows: names may be cut off, cells not out of sight."""
        line, around = self.fontMetrics().height(), self._theme.space(12)
        room = (round(self.height() * _MOST_OF_HEAD) - around) // line
        letters = max(_FEWEST_LETTERS, min(_MOST_LETTERS, room))
        self.horizontalHeader().setFixedHeight(around + letters * line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Share the height again between names and rows."""
        super().resizeEvent(event)
        self._fit_head()

    def slot_at(self, at: QPoint) -> SlotRow | None:
        """The part of a cell at a point of the viewport."""
        index = self.indexAt(at)
        cell = self.matrix.cell(index)
        if cell is None:
            return None
        parts = parts_of(self.visualRect(index), len(cell.slots))
        found = (row for row, part in zip(cell.slots, parts, strict=True) if part.contains(at))
        return next(found, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Choose the part under the mouse."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._aimed = self.slot_at(event.position().toPoint()) if left else None
        super().mousePressEvent(event)
        aimed, self._aimed = self._aimed, None
        if aimed is not None:
            self.slot_chosen.emit(aimed)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._aimed is None:
            self.cell_chosen.emit(self.matrix.cell(current))


class _CellDelegate(QStyledItemDelegate):
    """For each part a background and the mark of its stage; a corner where the unit leads."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(ROW)
        colours, rect = self._theme.colours, option.rect
        state = option.state
        painter.fillRect(rect.adjusted(1, 1, 0, 0), QColor(colours.window))
        if isinstance(cell, Cell):
            ground = rect.adjusted(1, 1, 0, 0)
            parts = parts_of(ground, len(cell.slots))
            for row, part in zip(cell.slots, parts, strict=True):
                right = 0 if part.right() >= ground.right() else -1
                below = 0 if part.bottom() >= ground.bottom() else -1
                painter.fillRect(part.adjusted(0, 0, right, below), stage_tint(row.stage, colours))
                # Where a unit owes nothing and has given nothing, there is nothing to look for.
                if cell.owes or row.stage is not SlotStage.NOT_STARTED:
                    size = min(
                        self._theme.space(13), round(min(part.width(), part.height()) * 0.72)
                    )
                    centre = QPointF(part.center()) + QPointF(0.5, 0.5)
                    ink = stage_colour(row.stage, colours)
                    paint_mark(painter, centre, size, row.stage, ink)
            if cell.lead:
                paint_lead(painter, QRectF(ground), self._theme)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            pen = QPen(QColor(colours.text if chosen else colours.muted), 2 if chosen else 1)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class _UnitHeader(QHeaderView):
    """Unit names written from top to bottom, as Chinese can be."""

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
        """Three dots below each other, because few fonts have a character for them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        radius = self._theme.space(10) / 10
        for step in (-1, 0, 1):
            centre = QPointF(box.center()) + QPointF(0.5, step * self._theme.space(4))
            painter.drawEllipse(centre, radius, radius)
