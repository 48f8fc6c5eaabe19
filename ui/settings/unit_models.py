"""The county's units as a table, and the members of a group as a list to tick."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from app.framework.keys import UnitId
from app.workspace.registry import Registry
from app.workspace.unit_state import GroupState, RegistryState, UnitState
from ui.literal import literal_heads, literal_words
from ui.pinyin import initials
from ui.translation import tr
from ui.widgets.row_list import ROW, Index

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class UnitTableRow:
    """A unit as the table shows it; ``words`` is what a search looks through."""

    unit: UnitState
    groups: tuple[str, ...]
    indicators: int
    words: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        reach = f"{self.unit.contact} {self.unit.phone}".strip()
        return (
            self.unit.name + (tr("（已停用）") if self.unit.retired_at else ""),
            tr("、").join(self.unit.aliases),
            tr("、").join(self.groups),
            reach,
            str(self.indicators) if self.indicators else "",
        )


def table_rows(state: RegistryState, registry: Registry) -> tuple[UnitTableRow, ...]:
    """The units in their order, those in use first."""
    groups: dict[str, list[str]] = {}
    for group in state.groups:
        for member in group.members:
            groups.setdefault(member, []).append(group.name)
    rows = []
    for unit in sorted(state.units, key=lambda u: u.retired_at is not None):
        names = (unit.name, *unit.aliases)
        count = 0 if unit.retired_at else len(registry.indicators_of(unit.name))
        words = "\n".join([*names, *map(initials, names), unit.contact, unit.phone]).lower()
        rows.append(UnitTableRow(unit, tuple(groups.get(unit.id, ())), count, words))
    return tuple(rows)


class UnitTableModel(QAbstractTableModel):
    """Frozen rows, sifted by a word and by whether retired units are wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[UnitTableRow, ...] = ()
        self.rows: tuple[UnitTableRow, ...] = ()
        self._word, self._retired = "", False

    def show(self, rows: Sequence[UnitTableRow]) -> None:
        """Replace the rows."""
        self._all = tuple(rows)
        self._sift()

    def sift(self, word: str, *, retired: bool) -> None:
        """Show what has a word in it; retired units only if they are wanted."""
        self._word, self._retired = word.strip().lower(), retired
        self._sift()

    def _sift(self) -> None:
        self.beginResetModel()
        self.rows = tuple(
            row
            for row in self._all
            if self._word in row.words and (self._retired or row.unit.retired_at is None)
        )
        self.endResetModel()

    def place_of(self, unit_id: str) -> int:
        """The row of a unit; -1 if it is not shown."""
        return next((n for n, row in enumerate(self.rows) if row.unit.id == unit_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of units shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of columns."""
        return 0 if parent.isValid() else 5

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 4:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (tr("单位"), tr("别名"), tr("单位集合"), tr("联络人"), tr("指标"))
        return names[section]

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; the row itself under ``ROW``."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.cells[index.column()] or None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 4:
            return _RIGHT
        return None


class MembersModel(QAbstractListModel):
    """All units in use, ticked if they are in the group; members come first, in order."""

    toggled = Signal(str, bool)  # unit id, whether it is to be a member

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[UnitState, ...] = ()
        self._words: Mapping[UnitId, str] = {}
        self._members: frozenset[str] = frozenset()
        self._word = ""
        self.editable = True
        self.shown: tuple[UnitState, ...] = ()

    def show(self, state: RegistryState, group: GroupState, words: Mapping[UnitId, str]) -> None:
        """Show a group."""
        known = {u.id: u for u in state.units if u.retired_at is None}
        members = [known[m] for m in group.members if m in known]
        self._members = frozenset(group.members)
        others = [u for u in known.values() if u.id not in self._members]
        self._all, self._words = (*members, *others), words
        self._sift()

    def sift(self, word: str) -> None:
        """Show only what has a word in it."""
        self._word = word.strip().lower()
        self._sift()

    def _sift(self) -> None:
        self.beginResetModel()
        self.shown = tuple(u for u in self._all if self._word in self._words.get(u.id, ""))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of units."""
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Units can be ticked."""
        flags = super().flags(index)
        tickable = index.isValid() and self.editable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if tickable else flags

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name and the tick."""
        if not index.isValid():
            return None
        unit = self.shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return unit.name
            case Qt.ItemDataRole.CheckStateRole:
                member = unit.id in self._members
                return Qt.CheckState.Checked if member else Qt.CheckState.Unchecked
            case _:
                return unit if role == ROW else None

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for the change; the tick follows once it is made."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            on = Qt.CheckState(value) is Qt.CheckState.Checked
            self.toggled.emit(self.shown[index.row()].id, on)
        return False
