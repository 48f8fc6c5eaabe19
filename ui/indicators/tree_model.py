"""The tree of categories and indicators: frozen rows behind Qt's interface."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from ui.indicators.filtering import IndicatorFilter
from ui.indicators.rows import CategoryRow, IndicatorTreeRow
from ui.literal import literal_words
from ui.translation import tr
from ui.widgets.row_list import ROW, Index
from ui.wording import ROLE_NAMES, STATE_NAMES


@dataclass(frozen=True, slots=True)
class _Node:
    """A visible row: its position below ``parent``, and how many rows are below it.

    A node's number is its index in the list of all nodes; the id that Qt keeps is one more.
    """

    row: CategoryRow | IndicatorTreeRow
    parent: int | None
    place: int
    inside: list[int]


class IndicatorTreeModel(QAbstractItemModel):
    """Levels of categories, and the indicators in them.

    The filter is applied here: for a hundred rows that is quicker than a proxy model.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[CategoryRow, ...] = ()
        self._words: Mapping[str, str] = {}
        self._filter = IndicatorFilter()
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    # --- content ---------------------------------------------------------------------------------

    def show(self, rows: Iterable[CategoryRow], words: Mapping[str, str]) -> None:
        """Take new rows; rows with unchanged positions keep selection and expansion."""
        self._all, self._words = tuple(rows), words
        self._sift()

    def sift(self, wanted: IndicatorFilter) -> None:
        """Show only what the filter lets through."""
        self._filter = wanted
        self._sift()

    @property
    def shown(self) -> list[IndicatorTreeRow]:
        """The indicators that are shown, in order."""
        return [node.row for node in self._nodes if isinstance(node.row, IndicatorTreeRow)]

    @property
    def longest_code(self) -> str:
        """The longest code of an indicator shown, so that the texts beside it are aligned."""
        return max((row.code for row in self.shown), key=len, default="")

    @property
    def total(self) -> int:
        """How many indicators there are before filtering."""
        return sum(map(_count, self._all))

    def index_of(self, code: str) -> QModelIndex:
        """The index of an indicator; invalid if it is not shown."""
        for number, node in enumerate(self._nodes):
            if isinstance(node.row, IndicatorTreeRow) and node.row.code == code:
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
        """The categories that contain a row, the innermost first."""
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
        rows: Iterable[CategoryRow | IndicatorTreeRow],
        parent: int | None,
    ) -> list[int]:
        """Add nodes for the rows that pass, with all inside them; returns the nodes of the rows."""
        grown: list[int] = []
        for row in rows:
            if isinstance(row, IndicatorTreeRow):
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
        """The index of a category, or of something inside one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._below(parent)[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        """The category that contains a row."""
        above = self._node(child).parent if child.isValid() else None
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The number of rows directly in a category, or at the top."""
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
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, IndicatorTreeRow):
            heading, statement = html.escape(row.heading), html.escape(row.statement)
            part = f"　{part_in_words(row)}" if row.role else ""
            back = f"<p>{returned_words(row)}</p>" if row.returned or row.answered else ""
            return f"<p>{heading}　{STATE_NAMES[row.state]}{part}</p>{back}<p>{statement}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _count(row: CategoryRow | IndicatorTreeRow) -> int:
    return sum(map(_count, row.inside)) if isinstance(row, CategoryRow) else 1


def _spoken(row: CategoryRow | IndicatorTreeRow) -> str:
    covered = tr(
        "要点 {total} 个，已有 {covered} 个", total=row.tally.total, covered=row.tally.proved
    )
    if row.tally.exempt:
        covered += tr("，不涉及 {exempt} 个", exempt=row.tally.exempt)
    if isinstance(row, CategoryRow):
        return tr("，").join((row.name, covered))
    part = part_in_words(row)
    back = returned_words(row)
    parts = (row.heading, part, STATE_NAMES[row.state], covered, back, row.statement)
    return tr("，").join(filter(None, parts))


def part_in_words(row: IndicatorTreeRow) -> str:
    """A unit's part in an indicator: "牵头", "参与，可以补充"."""
    if row.role is None:
        return ""
    name = ROLE_NAMES[row.role]
    return name if row.owes else tr("{role}，可以补充", role=name)


def returned_words(row: IndicatorTreeRow) -> str:
    """How much came back, and how much of it waits to be handed in again; "" for none."""
    parts = []
    if row.returned:
        parts.append(tr("退回 {count} 处，还没有改", count=row.returned))
    if row.answered:
        parts.append(tr("{count} 处已改，等着重新报送", count=row.answered))
    return tr("，").join(parts)
