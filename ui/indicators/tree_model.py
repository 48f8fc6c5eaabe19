"""The tree of categories and indicators: frozen rows behind Qt's interface."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from ui.indicators.filtering import Filter
from ui.indicators.rows import CategoryRow, IndicatorRow
from ui.literal import literal_words
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.wording import STATE_NAMES


@dataclass(frozen=True, slots=True)
class _Node:
    """A row that is shown: its place below ``parent``, and how many rows lie below it.

    Nodes are named by their place in the list of all; the id that Qt keeps is one more.
    """

    row: CategoryRow | IndicatorRow
    parent: int | None
    place: int
    inside: list[int]


class IndicatorTreeModel(QAbstractItemModel):
    """Levels of categories, and the indicators in them.

    The filter is applied here: a hundred rows are sooner sifted than proxied.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[CategoryRow, ...] = ()
        self._words: Mapping[str, str] = {}
        self._filter = Filter()
        self._nodes: list[_Node] = []
        self._top: list[int] = []

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
        return [node.row for node in self._nodes if isinstance(node.row, IndicatorRow)]

    @property
    def longest_code(self) -> str:
        """The longest code of an indicator that is shown; texts beside it begin in one line."""
        return max((row.code for row in self.shown), key=len, default="")

    @property
    def total(self) -> int:
        """How many indicators there are behind the filter."""
        return sum(map(_count, self._all))

    def index_of(self, code: str) -> QModelIndex:
        """Where an indicator stands; invalid if it is not shown."""
        for number, node in enumerate(self._nodes):
            if isinstance(node.row, IndicatorRow) and node.row.code == code:
                return self._index(number)
        return QModelIndex()

    def categories(self) -> list[QModelIndex]:
        """Every category that is shown, an outer one before those inside it."""
        return [
            self._index(number)
            for number, node in enumerate(self._nodes)
            if isinstance(node.row, CategoryRow)
        ]

    def above(self, index: Index) -> list[QModelIndex]:
        """The categories that a row lies in, the innermost first."""
        found = []
        parent = self.parent(index)
        while parent.isValid():
            found.append(parent)
            parent = self.parent(parent)
        return found

    def _sift(self) -> None:
        nodes: list[_Node] = []
        top = self._grow(nodes, self._all, None)
        before = [(node.row.code, node.parent) for node in self._nodes]
        if before == [(node.row.code, node.parent) for node in nodes]:
            self._nodes, self._top = nodes, top
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._nodes, self._top = nodes, top
        self.endResetModel()

    def _grow(
        self,
        nodes: list[_Node],
        rows: Iterable[CategoryRow | IndicatorRow],
        parent: int | None,
    ) -> list[int]:
        """Add nodes for what passes of some rows and all inside them; returns those of the rows."""
        grown: list[int] = []
        for row in rows:
            if isinstance(row, IndicatorRow):
                if self._filter.passes(row, self._words):
                    nodes.append(_Node(row, parent, len(grown), []))
                    grown.append(len(nodes) - 1)
                continue
            number = len(nodes)
            nodes.append(_Node(row, parent, len(grown), []))
            nodes[number].inside.extend(self._grow(nodes, row.inside, number))
            if nodes[number].inside:
                grown.append(number)
            else:
                del nodes[number:]
        return grown

    def _tell_all_changed(self) -> None:
        for number, node in enumerate(self._nodes):
            if isinstance(node.row, CategoryRow):
                self.dataChanged.emit(self._index(node.inside[0]), self._index(node.inside[-1]))
                if node.parent is None:
                    self.dataChanged.emit(self._index(number), self._index(number))

    # --- Qt --------------------------------------------------------------------------------------

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number + 1)

    def _node(self, index: Index) -> _Node:
        return self._nodes[int(index.internalId()) - 1]

    def _below(self, parent: Index) -> list[int]:
        return self._node(parent).inside if parent.isValid() else self._top

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a category, or of what lies in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._below(parent)[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        """The category that a row lies in."""
        above = self._node(child).parent if child.isValid() else None
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """What lies directly in a category, or at the top."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One; the delegate paints the rest."""
        return 1

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its text, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self._node(index).row
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


def _count(row: CategoryRow | IndicatorRow) -> int:
    return sum(map(_count, row.inside)) if isinstance(row, CategoryRow) else 1


def _spoken(row: CategoryRow | IndicatorRow) -> str:
    covered = tr(
        "要点 {total} 个，已有 {covered} 个", total=row.tally.total, covered=row.tally.proved
    )
    if row.tally.exempt:
        covered += tr("，不涉及 {exempt} 个", exempt=row.tally.exempt)
    if isinstance(row, CategoryRow):
        return tr("，").join((row.name, covered))
    return tr("，").join((row.heading, STATE_NAMES[row.state], covered, row.statement))
