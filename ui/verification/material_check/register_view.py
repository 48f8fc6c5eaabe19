"""The table in which a register is typed, with the keys of a spreadsheet."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.secrecy.errors import SecretWords
from app.table_files.errors import TableUnreadable
from app.verification.material_check.registers.cells import NO, YES
from app.verification.material_check.registers.matching import Matching, match, take
from app.verification.material_check.registers.schema import Column, ColumnType
from app.verification.material_check.registers.tables import (
    demand_plain,
    joined_cells,
    split_cells,
)
from ui import dialogs
from ui.theme import Theme
from ui.verification.material_check.register_model import RegisterModel

#: Millimetres of a printed column, in pixels at 100 %.
_PIXELS = 4.2
_ROW = 28


class RegisterView(QTableView):
    """Typed into like a spreadsheet: Enter goes down, Tab right; blocks are copied and pasted."""

    #: Rows were pasted with their headings: how many, the sums that were left out, the matching.
    headed = Signal(int, int, object)

    def __init__(self, name: str, model: RegisterModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Typing(self, model))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._fit)
        self._fit()
        self.turn_to(0, 0)

    def go_to(self, number: int, column: str) -> None:
        """Turn to a cell of a row, if it is shown."""
        line = self._model.line_of(number)
        place = next((n for n, c in enumerate(self._model.columns) if c.id == column), 0)
        if line >= 0:
            self.turn_to(line, place)
            self.setFocus()

    def turn_to(self, line: int, column: int) -> None:
        """Put the cursor into a cell, and choose it alone, whatever keys are held down."""
        index = self._model.index(line, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index)

    # --- cells -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the cells that are selected, as spreadsheets paste them."""
        lines, columns = self._block()
        rows = [[self._model.text_at(line, column) for column in columns] for line in lines]
        QGuiApplication.clipboard().setText(joined_cells(rows))

    def clear_cells(self) -> None:
        """Empty the cells that are selected."""
        self._fill([[""]])

    def fill_down(self) -> None:
        """Put the first line of the selection into all of them."""
        lines, columns = self._block()
        self._fill([[self._model.text_at(lines[0], column) for column in columns]])

    def paste(self) -> None:
        """Paste cells: under their headings if these come along, else from this cell on."""
        try:
            rows = split_cells(QGuiApplication.clipboard().text())
            demand_plain(rows)
        except (TableUnreadable, SecretWords) as error:
            dialogs.show_error(self, error)
            return
        if not rows or not self._model.writable:
            return
        matching = match(self._model.register, rows)
        if matching.heading >= 0:
            self._paste_headed(rows, matching)
        else:
            self._fill(rows, grow=True)

    def _paste_headed(self, rows: Sequence[Sequence[str]], matching: Matching) -> None:
        taken = take(rows, matching)
        self._model.add(taken.rows)
        self.headed.emit(len(taken.rows), taken.totals, matching)
        self.scrollToBottom()

    def _block(self) -> tuple[Sequence[int], Sequence[int]]:
        """The lines and columns that are selected; else those of the cell with the cursor."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        lines, columns = [i.row() for i in chosen], [i.column() for i in chosen]
        return range(min(lines), max(lines) + 1), range(min(columns), max(columns) + 1)

    def _fill(self, rows: Sequence[Sequence[str]], *, grow: bool = False) -> None:
        """Put cells into the selection, again and again; with ``grow`` also beyond it."""
        if not self._model.writable:
            return
        lines, columns = self._block()
        wide = max(len(row) for row in rows)
        if grow:
            lines = range(lines[0], lines[0] + max(len(lines) // len(rows), 1) * len(rows))
            columns = range(columns[0], columns[0] + max(len(columns) // wide, 1) * wide)
        ids = [column.id for column in self._model.columns]
        changes: dict[int, dict[str, str]] = {}
        for line in lines:
            row = rows[(line - lines[0]) % len(rows)]
            number = self._model.number_of(line)
            if number >= len(self._model.rows) and not any(row):
                continue
            changes[number] = {
                ids[column]: row[(column - columns[0]) % wide]
                for column in columns
                if column < len(ids) and (column - columns[0]) % wide < len(row)
            }
        self._model.change(changes)

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """The keys of a spreadsheet."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_cells()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._model.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._model.redo()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_cells()
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._down(-1 if back else 1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def closeEditor(  # noqa: N802  (Qt's name)
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go down after Enter."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down(1)

    def _down(self, lines: int) -> None:
        here = self.currentIndex()
        self.turn_to(here.row() + lines, here.column())

    def _fit(self) -> None:
        space = self._theme.space
        for number, column in enumerate(self._model.columns):
            words = self.fontMetrics().horizontalAdvance(f"{column.name} *") + space(20)
            self.setColumnWidth(number, max(space(round(column.width * _PIXELS)), words))
        self.verticalHeader().setDefaultSectionSize(space(_ROW))
        self.verticalHeader().setMinimumSectionSize(space(_ROW))


class _Typing(QStyledItemDelegate):
    """A line to type into, with choices where a column has some."""

    def __init__(self, view: RegisterView, model: RegisterModel) -> None:
        super().__init__(view)
        self._model = model

    def createEditor(  # noqa: N802  (Qt's name)
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A line, or a line with choices."""
        column = self._model.columns[index.column()]
        choices = _choices(column)
        if not choices:
            line = QLineEdit(parent)
            line.setFrame(False)
            line.setAccessibleName(column.name)
            return line
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(choices)
        box.setAccessibleName(column.name)
        return box

    def setEditorData(  # noqa: N802  (Qt's name)
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Begin with what stands in the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(  # noqa: N802  (Qt's name)
        self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take what was typed."""
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        text = editor.text() if isinstance(editor, QLineEdit) else text
        assert model is self._model
        self._model.setData(index, text)


def _choices(column: Column) -> tuple[str, ...]:
    if column.type is ColumnType.YES_NO:
        return (YES, NO)
    return column.choices
