"""The tree of categories and indicators: frozen rows behind Qt's interface."""

import html
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from ui.indicators.filtering import Filter
from ui.indicators.rows import CategoryRow, IndicatorRow
from ui.literal import literal_words
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.wording import STATE_NAMES

_TOP = 0


class IndicatorTreeModel(QAbstractItemModel):
    """Two levels. The filter is applied here: a hundred rows are sooner sifted than proxied."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[CategoryRow, ...] = ()
        self._words: Mapping[str, str] = {}
        self._filter = Filter()
        self._shown: list[tuple[CategoryRow, list[IndicatorRow]]] = []

    # --- content ---------------------------------------------------------------------------------

    def show(self, rows: Iterable[CategoryRow], words: Mapping[str, str]) -> None:
        """Take new rows; those that stay in place keep selection and expansion."""
        self._all, self._words = tuple(rows), words
        self._sift()

    def sift(self, wanted: Filter) -> None:
        """Show only what the filter lets through."""
        self._filter = wanted
        self._sift()

    @property
    def shown(self) -> list[IndicatorRow]:
        """The indicators that are shown, in order."""
        return [row for _, rows in self._shown for row in rows]

    @property
    def total(self) -> int:
        """How many indicators there are behind the filter."""
        return sum(len(c.indicators) for c in self._all)

    def index_of(self, code: str) -> QModelIndex:
        """Where an indicator stands; invalid if it is not shown."""
        for top, (_, rows) in enumerate(self._shown):
            for place, row in enumerate(rows):
                if row.code == code:
                    return self.createIndex(place, 0, top + 1)
        return QModelIndex()

    def _sift(self) -> None:
        new = []
        for category in self._all:
            rows = [r for r in category.indicators if self._filter.passes(r, self._words)]
            if rows:
                new.append((category, rows))
        if _shape(new) == _shape(self._shown):
            self._shown = new
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._shown = new
        self.endResetModel()

    def _tell_all_changed(self) -> None:
        if not self._shown:
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        for top, (_, rows) in enumerate(self._shown):
            parent = self.index(top, 0)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(rows) - 1, 0, parent))

    # --- Qt --------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a category, or of an indicator below one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        inner = parent.row() + 1 if parent.isValid() else _TOP
        return self.createIndex(row, column, inner)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        """The category of an indicator."""
        inner = child.internalId() if child.isValid() else _TOP
        return self.createIndex(int(inner) - 1, 0, _TOP) if inner else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Categories at the top, indicators below them."""
        if not parent.isValid():
            return len(self._shown)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._shown[parent.row()][1])

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One; the delegate paints the rest."""
        return 1

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its text, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self._row(index)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, CategoryRow) else row.statement
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, IndicatorRow):
            heading, statement = html.escape(row.heading), html.escape(row.statement)
            return f"<p>{heading}　{STATE_NAMES[row.state]}</p><p>{statement}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def _row(self, index: Index) -> CategoryRow | IndicatorRow:
        inner = int(index.internalId())
        if inner == _TOP:
            return self._shown[index.row()][0]
        return self._shown[inner - 1][1][index.row()]


def _shape(shown: list[tuple[CategoryRow, list[IndicatorRow]]]) -> list[tuple[str, list[str]]]:
    return [(category.code, [row.code for row in rows]) for category, rows in shown]


def _spoken(row: CategoryRow | IndicatorRow) -> str:
    covered = tr(
        "要点 {total} 个，已有 {covered} 个", total=row.tally.total, covered=row.tally.proved
    )
    if row.tally.exempt:
        covered += tr("，不涉及 {exempt} 个", exempt=row.tally.exempt)
    if isinstance(row, CategoryRow):
        return tr("，").join((row.name, covered))
    return tr("，").join((row.heading, STATE_NAMES[row.state], covered, row.statement))
