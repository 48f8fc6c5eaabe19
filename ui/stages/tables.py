"""The two tables of the page: the stages, and the units in them."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QRectF, Qt
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

from app.stages.progress import UnitStage
from app.stages.vocabulary import StageStatus
from ui.colours import Colours
from ui.literal import literal_heads, literal_words
from ui.stages.rows import StageLine, days_in_words, standing_in_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import paint_bar
from ui.widgets.row_list import ROW, Index

T = TypeVar("T", StageLine, UnitStage)

#: The column of the units' table that contains the bar.
BAR = 2


class _LinesModel(QAbstractTableModel, Generic[T]):
    """Frozen lines; the same lines in the same order keep what is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[T, ...] = ()

    def show(self, lines: Sequence[T]) -> None:
        """Take new lines."""
        new = tuple(lines)
        same = [self.key(line) for line in new] == [self.key(line) for line in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = new
        if not same:
            self.endResetModel()
        elif new:
            last = self.index(len(new) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, key: object) -> int:
        """The row of a line, or -1."""
        return next((n for n, line in enumerate(self.lines) if self.key(line) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of columns."""
        return 0 if parent.isValid() else len(self.heads())

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heads()[section]

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, and the line itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(line)
        return line if role == ROW else None

    def key(self, line: T) -> object:
        """What makes a line the same."""
        raise NotImplementedError

    def heads(self) -> tuple[str, ...]:
        """The columns' names."""
        raise NotImplementedError

    def words(self, line: T) -> tuple[str, ...]:
        """A line as text."""
        raise NotImplementedError

    def tip(self, _line: T) -> str | None:
        """The tooltip of a line."""
        return None


class StagesModel(_LinesModel[StageLine]):
    """The stages in their order."""

    def key(self, line: StageLine) -> object:
        """The stage's number."""
        return line.stage.number

    def heads(self) -> tuple[str, ...]:
        """The columns' names."""
        return (tr("创建步骤"), tr("开始"), tr("截止"), tr("应齐备"), tr("期限"))

    def words(self, line: StageLine) -> tuple[str, ...]:
        """A stage as text."""
        stage = line.stage
        return (
            f"{stage.number}　{stage.name}",
            stage.start.isoformat() if stage.start else "",
            stage.deadline.isoformat() if stage.deadline else "",
            f"{stage.goal}%",
            days_in_words(line.days),
        )

    def tip(self, line: StageLine) -> str | None:
        """The text of the document about the stage."""
        return line.stage.description or None


class UnitsModel(_LinesModel[UnitStage]):
    """The units of a list."""

    def key(self, line: UnitStage) -> object:
        """The unit's name."""
        return line.unit

    def heads(self) -> tuple[str, ...]:
        """The columns' names."""
        return (tr("责任单位"), tr("创建步骤"), tr("要点"), tr("还差"), tr("进展"))

    def words(self, line: UnitStage) -> tuple[str, ...]:
        """A unit as text."""
        return (
            line.unit,
            line.stage.name,
            f"{line.covered}/{line.needed}",
            str(line.lacking) if line.lacking else "",
            standing_in_words(line),
        )

    def tip(self, line: UnitStage) -> str | None:
        """The figures as a sentence."""
        return tr(
            "共 {total} 个要点，已齐备 {covered} 个，应齐备 {needed} 个\n双击查看还没齐备的指标",
            total=line.total,
            covered=line.covered,
            needed=line.needed,
        )


class _Table(QTableView):
    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.space(28))
        for column, width in self._widths():
            self.setColumnWidth(column, self._theme.space(width))

    def _widths(self) -> Sequence[tuple[int, int]]:
        return ()


class StagesView(_Table):
    """One stage can be chosen; all stages are visible at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("创建步骤"), parent)
        self.stages = StagesModel(self)
        self.setModel(self.stages)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.stages.modelReset.connect(self._fit)
        self._fit()

    def chosen(self) -> StageLine | None:
        """The current stage."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, StageLine) else None

    def choose(self, number: int) -> None:
        """Turn to a stage."""
        place = self.stages.place_of(number)
        if place >= 0:
            self.selectRow(place)

    def _fit(self) -> None:
        super()._fit()
        head = self.horizontalHeader().sizeHint().height()
        rows = max(1, self.stages.rowCount()) * self._theme.space(28)
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 2)

    def _widths(self) -> Sequence[tuple[int, int]]:
        return ((1, 92), (2, 92), (3, 60), (4, 98))


class UnitsView(_Table):
    """Several units can be chosen, to make a paper for each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("各单位进展"), parent)
        self.units = UnitsModel(self)
        self.setModel(self.units)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def chosen(self) -> list[UnitStage]:
        """The units that are chosen, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.units.lines[place] for place in places]

    def _widths(self) -> Sequence[tuple[int, int]]:
        return ((1, 96), (BAR, 140), (3, 46), (4, 148))


class _Delegate(QStyledItemDelegate):
    """Background, text, and a bar with a mark at the stage's goal."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect, space = self._theme.colours, option.rect, self._theme.space
        line = index.data(ROW)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        room = rect.adjusted(space(6), 0, -space(6), 0)
        if isinstance(line, UnitStage) and index.column() == BAR:
            room = self._paint_bar(painter, room, line)
        painter.setPen(_ink(line, index.column(), colours))
        current = isinstance(line, StageLine) and line.current
        painter.setFont(self._theme.font(medium=current))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRect, line: UnitStage) -> QRect:
        colours, space = self._theme.colours, self._theme.space
        width = max(space(30), room.width() - space(62))
        bar = QRectF(room.left(), room.center().y() - space(2), width, space(6))
        total = max(1, line.total)
        tint = colours.problem if line.standing is StageStatus.OVERDUE else colours.complete
        paint_bar(painter, bar, line.covered / total, QColor(tint), QColor(colours.line))
        if line.needed:
            goal = bar.left() + min(width - 1.0, width * line.needed / total)
            painter.setPen(QPen(QColor(colours.text), space(2)))
            painter.drawLine(
                QRectF(goal, bar.top() - space(3), 0, 0).topLeft(),
                QRectF(goal, bar.bottom() + space(3), 0, 0).topLeft(),
            )
        return room.adjusted(width + space(8), 0, 0, 0)


def _ink(line: object, column: int, colours: Colours) -> QColor:
    if isinstance(line, StageLine):
        past = line.days is not None and line.days < 0
        if line.current:
            return QColor(colours.accent)
        return QColor(colours.muted if past or column else colours.text)
    if isinstance(line, UnitStage) and column:
        tints = {
            StageStatus.OVERDUE: colours.problem,
            StageStatus.AT_RISK: colours.partial,
            StageStatus.DONE: colours.complete,
        }
        if column in {3, 4}:
            return QColor(tints.get(line.standing, colours.muted))
        return QColor(colours.muted)
    return QColor(colours.text)
