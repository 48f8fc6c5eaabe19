"""The register as a table: frozen rows, what is overdue in red and named so."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.rectification.reading import RegisterRow
from app.rectification.vocabulary import NoticeState
from ui.literal import literal_heads, literal_words
from ui.rectification.rows import words_of
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.line_table import LineDelegate
from ui.widgets.row_list import ROW, Index

_PROBLEM = 3


class RegisterModel(QAbstractTableModel):
    """One line a problem."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[RegisterRow, ...] = ()

    def show(self, rows: Sequence[RegisterRow]) -> None:
        """Take new rows; the same problems in the same order keep their selection."""
        new = tuple(rows)
        same = [r.notice.id for r in new] == [r.notice.id for r in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = new
        if not same:
            self.endResetModel()
        elif new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 6))

    def place_of(self, notice: str) -> int:
        """The row of a problem, or -1."""
        return next((n for n, r in enumerate(self._rows) if r.notice.id == notice), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of problems."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of columns."""
        return 0 if parent.isValid() else 7

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            tr("序号"),
            tr("责任单位"),
            tr("指标", "a narrow column"),
            tr("存在问题"),
            tr("责任人"),
            tr("时限"),
            tr("状态"),
        )[section]

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the row itself; red for what is overdue."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words_of(row)[index.column()].replace("\n", tr("；"))
            case Qt.ItemDataRole.ToolTipRole:
                return row.notice.problem if index.column() == _PROBLEM else None
            case Qt.ItemDataRole.ForegroundRole:
                if row.overdue:
                    return QColor(self._theme.colours.problem)
                closed = row.state is NoticeState.CLOSED
                return QColor(self._theme.colours.muted) if closed else None
            case _:
                return row if role == ROW else None


class RegisterView(QTableView):
    """Whole rows are chosen; the problem takes the room that is left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.register = RegisterModel(theme, self)
        self.setModel(self.register)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setAccessibleName(tr("整改台账"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(_PROBLEM, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self._fit)
        self._fit()

    def chosen(self) -> RegisterRow | None:
        """The current problem."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, RegisterRow) else None

    def choose(self, notice: str) -> None:
        """Turn to a problem, if it is shown."""
        place = self.register.place_of(notice)
        if place >= 0:
            self.selectRow(place)

    def _fit(self) -> None:
        space = self._theme.space
        self.verticalHeader().setDefaultSectionSize(space(30))
        for column, width in ((0, 48), (1, 128), (2, 52), (4, 76), (5, 96), (6, 150)):
            self.setColumnWidth(column, space(width))
