"""The rows of a register in a table that is edited; nothing is stored here."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor

from app.verification.material_check.registers.cells import Fault
from app.verification.material_check.registers.editing import (
    EditRow,
    judged_rows,
    with_cells,
    without,
)
from app.verification.material_check.registers.judging import Cells, Judged
from app.verification.material_check.registers.schema import Column, Register
from ui.literal import literal_heads, literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.verification.material_check.register_words import fault_reason
from ui.widgets.row_list import Index

#: So many steps can be taken back.
_STEPS = 200
#: Which rows are shown.
Wanted = Callable[[Judged], bool]


class RegisterModel(QAbstractTableModel):
    """Rows as they are typed. The line after the last one is empty and makes a new row.

    A filter chooses rows once; what is typed into them moves no row out of sight.
    """

    edited = Signal()

    def __init__(
        self,
        register: Register,
        rows: Sequence[EditRow],
        theme: Theme,
        *,
        writable: bool,
        foreign: str,
        parent: QObject | None = None,
    ) -> None:
        """``foreign`` says why rows of the other side cannot be changed."""
        super().__init__(parent)
        self.register, self._theme = register, theme
        self.writable, self._foreign = writable, foreign
        self._states: list[tuple[EditRow, ...]] = [tuple(rows)]
        self._at = 0
        self._wanted: Wanted = lambda _row: True
        self._judge()
        self._shown = self._fitting()

    # --- what stands there -----------------------------------------------------------------------

    @property
    def rows(self) -> tuple[EditRow, ...]:
        """All rows, shown or not."""
        return self._states[self._at]

    @property
    def judged(self) -> tuple[Judged, ...]:
        """All rows with their faults."""
        return self._judged

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the register."""
        return self.register.columns

    @property
    def shown(self) -> Sequence[int]:
        """The numbers of the rows that are shown, from 0."""
        return self._shown

    def number_of(self, line: int) -> int:
        """The number of the row in a line of the table; of empty lines one beyond the last."""
        if line < len(self._shown):
            return self._shown[line]
        return len(self.rows) + line - len(self._shown)

    def line_of(self, number: int) -> int:
        """The line of a row; -1 if it is not shown."""
        return self._shown.index(number) if number in self._shown else -1

    def text_at(self, line: int, column: int) -> str:
        """The words in a cell."""
        number = self.number_of(line)
        if number >= len(self.rows):
            return ""
        return self._judged[number].cells.get(self.columns[column].id, "")

    # --- what is done ----------------------------------------------------------------------------

    def change(self, changes: Mapping[int, Cells]) -> None:
        """Change cells of rows by their numbers; numbers beyond the last row make new ones."""
        self._turn_to(with_cells(self.register, self.rows, changes))

    def add(self, rows: Sequence[Cells]) -> None:
        """Put new rows below the last one."""
        first = len(self.rows)
        self.change({first + n: cells for n, cells in enumerate(rows)})

    def remove(self, numbers: Sequence[int]) -> None:
        """Take rows out."""
        self._turn_to(without(self.rows, numbers))

    def begin_with(self, rows: Sequence[EditRow]) -> None:
        """Turn to other rows, so that undo leads back to the stored ones."""
        self._turn_to(tuple(rows))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if self._at > 0:
            self._at -= 1
            self._show_anew()

    @Slot()
    def redo(self) -> None:
        """Make it again."""
        if self._at < len(self._states) - 1:
            self._at += 1
            self._show_anew()

    @property
    def can_undo(self) -> bool:
        """True if something was changed."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """True if something was taken back."""
        return self._at < len(self._states) - 1

    def show_only(self, wanted: Wanted) -> None:
        """Show the rows that ``wanted`` picks."""
        self._wanted = wanted
        self.beginResetModel()
        self._shown = self._fitting()
        self.endResetModel()

    def _turn_to(self, rows: tuple[EditRow, ...]) -> None:
        before = self.rows
        if rows == before:
            return
        self._states = [*self._states[: self._at + 1], rows][-_STEPS - 1 :]
        self._at = len(self._states) - 1
        if len(rows) < len(before):
            self._show_anew()
            return
        added = range(len(before), len(rows))
        if added:
            # The empty line becomes the first new row, so that the cursor stays in it.
            first = len(self._shown) + 1
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._shown += added
            self._judge()
            self.endInsertRows()
        else:
            self._judge()
        self._changed()

    def _show_anew(self) -> None:
        before = len(self._shown)
        self._judge()
        shown = self._fitting()
        if len(shown) == before:
            self._shown = shown
            self._changed()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        self.edited.emit()

    def _changed(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(self.rowCount() - 1, 0))
        self.edited.emit()

    def _judge(self) -> None:
        self._judged = judged_rows(self.register, self.rows)
        self._faults: dict[int, dict[str, Fault]] = {
            number: {fault.column: fault for fault in reversed(row.faults)}
            for number, row in enumerate(self._judged)
            if row.faults
        }

    def _fitting(self) -> list[int]:
        return [number for number, row in enumerate(self._judged) if self._wanted(row)]

    # --- for Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The rows that are shown, and the empty line."""
        return 0 if parent.isValid() else len(self._shown) + int(self.writable)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The columns of the register."""
        return 0 if parent.isValid() else len(self.columns)

    @literal_heads
    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of columns, those that must be filled with a star, and numbers of rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            column = self.columns[section]
            return f"{column.name} *" if column.needed else column.name
        number = self.number_of(section)
        return str(number + 1) if number < len(self.rows) else "+"

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, and what is wrong with it."""
        if not index.isValid():
            return None
        number, column = self.number_of(index.row()), self.columns[index.column()]
        if number >= len(self.rows):
            return "" if role == Qt.ItemDataRole.EditRole else None
        fault = self._faults.get(number, {}).get(column.id)
        colours = self._theme.colours
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._judged[number].cells.get(column.id, "")
            case Qt.ItemDataRole.BackgroundRole if fault is not None:
                return QColor(colours.guess_soft)
            case Qt.ItemDataRole.ForegroundRole if fault is not None:
                return QColor(colours.problem)
            case Qt.ItemDataRole.ForegroundRole if not self.rows[number].mine:
                return QColor(colours.muted)
            case Qt.ItemDataRole.ToolTipRole:
                if fault is not None:
                    reason = fault_reason(self.register, fault)
                    return tr("{column}：{reason}", column=column.name, reason=reason)
                return None if self.rows[number].mine else self._foreign
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be typed into."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        number = self.number_of(index.row())
        mine = number >= len(self.rows) or self.rows[number].mine
        return usual | Qt.ItemFlag.ItemIsEditable if self.writable and mine else usual

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = self.columns[index.column()].id
        self.change({self.number_of(index.row()): {column: str(value)}})
        return True
