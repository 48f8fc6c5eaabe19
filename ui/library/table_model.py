"""The table of items: frozen rows behind Qt's interface, sorted and filtered here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.library.filtering import LibraryFilter
from ui.library.rows import LibraryColumn, TableEntry, column_name
from ui.literal import literal_heads, literal_words
from ui.wording import describe_problem

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1

COLUMNS = tuple(LibraryColumn)
_RIGHT = frozenset({LibraryColumn.SIZE, LibraryColumn.COPIES, LibraryColumn.REVISION})


class LibraryModel(QAbstractTableModel):
    """Thousands of rows: all texts are made in advance, so that painting a cell is one look-up."""

    sifted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[TableEntry, ...] = ()
        self._sorted: list[TableEntry] = []
        self._shown: list[TableEntry] = []
        self._places: dict[str, int] = {}
        self._letters: Mapping[str, str] = {}
        self._filter = LibraryFilter()
        self._column, self._descending = LibraryColumn.PLACES, False
        self._grouped = False
        self._collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    # --- content ---------------------------------------------------------------------------------

    def show(self, entries: Sequence[TableEntry], *, grouped: bool) -> None:
        """Take new rows; ``grouped`` keeps those of one group together."""
        self._all, self._grouped = tuple(entries), grouped
        self._sort()
        self._sift()

    def take_letters(self, letters: Mapping[str, str]) -> None:
        """Take the pinyin initials that a search may be made by."""
        self._letters = letters
        if self._filter.text:
            self._sift()

    def sift(self, wanted: LibraryFilter) -> None:
        """Show only what the filter lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self._sift()

    @property
    def shown(self) -> Sequence[TableEntry]:
        """The rows that are shown, in order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many rows there are before filtering."""
        return len(self._all)

    def place_of(self, key: str) -> int:
        """The row of an entry, or -1."""
        return self._places.get(key, -1)

    def _sift(self) -> None:
        passes, letters = self._filter.passes, self._letters
        if self._filter.is_empty:
            new = list(self._sorted)
        else:
            new = [entry for entry in self._sorted if passes(entry, letters)]
        places = {entry.key: n for n, entry in enumerate(new)}
        if list(places) == list(self._places):
            self._shown, self._places = new, places
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self._shown, self._places = new, places
            self.endResetModel()
        self.sifted.emit()

    def _sort(self) -> None:
        """Sort by the column and the number, empty cells last; groups stay together."""
        key_of = self._key_of(self._column)
        keyed = [(key_of(entry), entry) for entry in self._by_number()]
        filled = [pair for pair in keyed if pair[0] is not None]
        filled.sort(key=lambda pair: pair[0], reverse=self._descending)
        self._sorted = [e for _, e in filled] + [e for key, e in keyed if key is None]
        if self._grouped:
            self._sorted.sort(key=lambda entry: entry.group)

    def _by_number(self) -> list[TableEntry]:
        """By the numbers: what is equal in a column stays in this order, in both directions."""
        key_of = self._key_of(LibraryColumn.NUMBER)
        keyed = [(key_of(entry), entry) for entry in self._all]
        numbered = [pair for pair in keyed if pair[0] is not None]
        numbered.sort(key=lambda pair: pair[0])
        return [e for _, e in numbered] + [e for key, e in keyed if key is None]

    def _key_of(self, column: LibraryColumn) -> Callable[[TableEntry], Any]:
        if column in {
            LibraryColumn.SIZE,
            LibraryColumn.COPIES,
            LibraryColumn.REVISION,
            LibraryColumn.PLACES,
        }:
            return lambda entry: entry.order[column]
        if column in {LibraryColumn.DOC_DATE, LibraryColumn.CHANGED, LibraryColumn.ADDED}:
            return lambda entry: entry.texts[column] or None
        collate = self._collator.sortKey
        return lambda entry: collate(text) if (text := entry.texts[column]) else None

    # --- Qt --------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in another order."""
        if not 0 <= column < len(COLUMNS):
            return
        self._column = COLUMNS[column]
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._sort()
        self._sift()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Every column, the hidden ones too."""
        return 0 if parent.isValid() else len(COLUMNS)

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_name(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, its entry, and its tooltip."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.texts[COLUMNS[index.column()]]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry, COLUMNS[index.column()])
        return None


def is_number(column: LibraryColumn) -> bool:
    """True if the column is aligned to the right."""
    return column in _RIGHT


def _tip(entry: TableEntry, column: LibraryColumn) -> str:
    if column is LibraryColumn.PROBLEMS:
        return "\n".join(str(describe_problem(p)) for p in entry.row.problems)
    return entry.texts[column]
