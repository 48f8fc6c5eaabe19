"""The table of items: frozen rows behind Qt's interface, sorted and sifted here."""

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

from ui.library.filtering import Filter
from ui.library.rows import Column, Entry, column_name
from ui.literal import literal_heads, literal_words
from ui.wording import describe_problem

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1

COLUMNS = tuple(Column)
_RIGHT = frozenset({Column.SIZE, Column.COPIES, Column.REVISION})


class LibraryModel(QAbstractTableModel):
    """Thousands of rows: texts are ready made, so that painting a cell is one look-up."""

    sifted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._sorted: list[Entry] = []
        self._shown: list[Entry] = []
        self._places: dict[str, int] = {}
        self._letters: Mapping[str, str] = {}
        self._filter = Filter()
        self._column, self._descending = Column.PLACES, False
        self._grouped = False
        self._collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    # --- content ---------------------------------------------------------------------------------

    def show(self, entries: Sequence[Entry], *, grouped: bool) -> None:
        """Take new rows; ``grouped`` keeps those of one group together."""
        self._all, self._grouped = tuple(entries), grouped
        self._sort()
        self._sift()

    def take_letters(self, letters: Mapping[str, str]) -> None:
        """Take the pinyin initials that a search may be made by."""
        self._letters = letters
        if self._filter.text:
            self._sift()

    def sift(self, wanted: Filter) -> None:
        """Show only what the filter lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self._sift()

    @property
    def shown(self) -> Sequence[Entry]:
        """The rows that are shown, in order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many rows there are behind the filter."""
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
        """By the column, empty cells last either way; within groups where rows are grouped."""
        key_of = self._key_of(self._column)
        keyed = [(key_of(entry), entry) for entry in self._all]
        filled = [pair for pair in keyed if pair[0] is not None]
        filled.sort(key=lambda pair: pair[0], reverse=self._descending)
        self._sorted = [e for _, e in filled] + [e for key, e in keyed if key is None]
        if self._grouped:
            self._sorted.sort(key=lambda entry: entry.group)

    def _key_of(self, column: Column) -> Callable[[Entry], Any]:
        if column in {Column.SIZE, Column.COPIES, Column.REVISION, Column.PLACES}:
            return lambda entry: entry.order[column]
        if column in {Column.DOC_DATE, Column.CHANGED, Column.ADDED}:
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
        """The text of a cell, its entry, and what explains it."""
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


def is_number(column: Column) -> bool:
    """True if the column's texts stand to the right."""
    return column in _RIGHT


def _tip(entry: Entry, column: Column) -> str:
    if column is Column.PROBLEMS:
        return "\n".join(str(describe_problem(p)) for p in entry.row.problems)
    return entry.texts[column]
