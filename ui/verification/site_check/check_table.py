"""The check lists of a site in one table, written in place."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.framework.keys import TaskKey
from app.verification.site_check.sites import Check, Readiness, SiteTask
from app.visible_text import visible
from ui.dialog_drafts import KeptField
from ui.theme import Theme
from ui.translation import tr
from ui.wording import TOOL_VALUES

_STATES = TOOL_VALUES["sites"]
_PLACE, _ITEM, _SEE, _STATE, _PERSON, _REMARK = range(6)
#: Under the first cell of a row: its task; under that of the state: the state.
_KEPT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CheckTable(QTableWidget, KeptField):
    """Emits ``changed`` after each change of the lines and of what is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, tasks: Iterable[SiteTask]) -> None:
        super().__init__(0, 6)
        self.setAccessibleName(tr("检查清单"))
        self.setHorizontalHeaderLabels(
            [tr("指标"), tr("检查项目"), tr("看什么"), tr("准备情况"), tr("责任人"), tr("备注")]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.space(30))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        widths = {_PLACE: 48, _ITEM: 150, _STATE: 84, _PERSON: 84, _REMARK: 120}
        for column, width in widths.items():
            self.setColumnWidth(column, theme.space(width))
        header.setSectionResizeMode(_SEE, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(_STATE, _StateDelegate(self))
        delete = QShortcut(QKeySequence("Del"), self)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.drop)
        for each in tasks:
            self.add(each.task, each.checks)
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.itemSelectionChanged.connect(self.changed)

    # --- content ---------------------------------------------------------------------------------

    @property
    def lists(self) -> Mapping[TaskKey, tuple[Check, ...]]:
        """The lines of each task, shown or not; one without any word is none."""
        found: dict[TaskKey, tuple[Check, ...]] = {}
        for row in range(self.rowCount()):
            task, check = self._read(row)
            if check.item.strip() or check.look_for.strip() or check.remark.strip():
                found[task] = (*found.get(task, ()), check)
        return found

    @property
    def has_choice(self) -> bool:
        """True if a line is selected."""
        return bool(self._chosen())

    @property
    def text_to_keep(self) -> str:
        """See ``KeptField``."""
        rows = (self._read(row) for row in range(self.rowCount()))
        told = [
            [*task, check.item, check.look_for, check.state.value, check.person, check.remark]
            for task, check in rows
        ]
        return json.dumps(told, ensure_ascii=False)

    def write_kept(self, text: str) -> None:
        """See ``KeptField``."""
        shown = {self._read(row)[0] for row in range(self.rowCount()) if not self.isRowHidden(row)}
        with QSignalBlocker(self):
            self.setRowCount(0)
            for code, task_code, item, see, state, person, remark in json.loads(text):
                check = Check(item, see, Readiness(state), person, remark)
                self.add(TaskKey(code, task_code), [check])
        if shown:
            self.show_only(shown)
        self.changed.emit()

    def add(self, task: TaskKey, checks: Iterable[Check]) -> None:
        """Put lines below the others of the task."""
        with QSignalBlocker(self):
            for check in checks:
                row = self._end_of(task)
                self.insertRow(row)
                self._write(row, task, check)
        self.changed.emit()

    def add_empty(self, task: TaskKey) -> None:
        """Put an empty line below the others of the task, and write in it."""
        self.add(task, [Check("")])
        cell = self.item(self._end_of(task) - 1, _ITEM)
        assert cell is not None
        self.setCurrentItem(cell)
        self.editItem(cell)

    def show_only(self, tasks: Collection[TaskKey]) -> None:
        """Hide the lines of other tasks; they come back with these."""
        for row in range(self.rowCount()):
            self.setRowHidden(row, self._read(row)[0] not in tasks)

    def mark(self, state: Readiness) -> None:
        """Set the state of the lines that are selected."""
        with QSignalBlocker(self):
            for row in self._chosen():
                _say_state(self._cell(row, _STATE), state)
        self.viewport().update()
        self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """Delete the lines that are selected."""
        with QSignalBlocker(self):
            for row in reversed(self._chosen()):
                self.removeRow(row)
        self.changed.emit()

    def _chosen(self) -> Sequence[int]:
        rows = {index.row() for index in self.selectedIndexes()}
        return sorted(row for row in rows if not self.isRowHidden(row))

    def _end_of(self, task: TaskKey) -> int:
        own = [row for row in range(self.rowCount()) if self._read(row)[0] == task]
        return own[-1] + 1 if own else self.rowCount()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def _read(self, row: int) -> tuple[TaskKey, Check]:
        words = [self._cell(row, column).text() for column in range(self.columnCount())]
        state = Readiness(self._cell(row, _STATE).data(_KEPT))
        check = Check(words[_ITEM], words[_SEE], state, words[_PERSON], words[_REMARK])
        return TaskKey(*self._cell(row, _PLACE).data(_KEPT)), check

    def _write(self, row: int, task: TaskKey, check: Check) -> None:
        place = QTableWidgetItem(visible(task.indicator))
        place.setFlags(place.flags() & ~Qt.ItemFlag.ItemIsEditable)
        place.setData(_KEPT, tuple(task))
        self.setItem(row, _PLACE, place)
        for column, words in (
            (_ITEM, check.item),
            (_SEE, check.look_for),
            (_PERSON, check.person),
            (_REMARK, check.remark),
        ):
            self.setItem(row, column, QTableWidgetItem(words))
        state = QTableWidgetItem()
        _say_state(state, check.state)
        self.setItem(row, _STATE, state)


def _say_state(cell: QTableWidgetItem, state: Readiness) -> None:
    cell.setText(_STATES[state])
    cell.setData(_KEPT, state.value)


class _StateDelegate(QStyledItemDelegate):
    """Offers the states where one is written."""

    def createEditor(  # noqa: N802  (Qt's name)
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """A list to choose from, open at once."""
        box = QComboBox(parent)
        box.setAccessibleName(tr("准备情况"))
        for state in Readiness:
            box.addItem(_STATES[state], state.value)
        box.activated.connect(lambda _: self._close(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Choose what the cell says."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(_KEPT)))
        editor.showPopup()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Write what was chosen."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), _KEPT)
        model.setData(index, editor.currentText())

    def _close(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
