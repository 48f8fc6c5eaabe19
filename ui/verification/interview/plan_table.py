"""How many people of each group there are, and how many are asked; written in place."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.verification.interview.rounds import MOST_GROUPS, GroupPlan
from app.visible_text import visible
from ui.dialog_drafts import KeptField
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.plain_numbers import WholeNumbers, plain, take_numbers

_GROUP, _TOTAL, _PLANNED = range(3)
_LARGEST = 10_000_000


class PlanTable(QTableWidget, KeptField):
    """A line for each group; the last one is empty and makes a new group.

    With ``fixed`` groups only the last column is written: the list says the others.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, fixed: bool = False) -> None:
        super().__init__(0, 3)
        self._fixed = fixed
        self.setAccessibleName(tr("分组和人数"))
        heads = [tr("组别"), tr("名单人数") if fixed else tr("对象总数"), tr("应访人数")]
        self.setHorizontalHeaderLabels(heads)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.space(28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_GROUP, QHeaderView.ResizeMode.Stretch)
        for column in (_TOTAL, _PLANNED):
            self.setColumnWidth(column, theme.space(86))
        self.setItemDelegate(_NumberDelegate(self))
        self.itemChanged.connect(self._on_changed)
        self.show_plan(())

    @property
    def plan(self) -> tuple[GroupPlan, ...]:
        """What is written; a line without anything is none."""
        found = []
        for row in range(self.rowCount()):
            group, total, planned = (self._text(row, column) for column in range(3))
            if group or total or planned:
                found.append(GroupPlan(group, _number(total), _number(planned)))
        return tuple(found)

    def show_plan(self, plan: Sequence[GroupPlan]) -> None:
        """Write other lines."""
        with QSignalBlocker(self):
            self.setRowCount(0)
            for line in plan:
                self._add(line.group, _shown(line.total), _shown(line.planned))
            if not self._fixed:
                self._add("", "", "")
        self.changed.emit()

    def _on_changed(self, _item: QTableWidgetItem) -> None:
        last = self.rowCount() - 1
        some = any(self._text(last, column) for column in range(3)) if last >= 0 else False
        if not self._fixed and some and self.rowCount() < MOST_GROUPS:
            with QSignalBlocker(self):
                self._add("", "", "")
        self.changed.emit()

    def _add(self, *texts: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(visible(text))
            if self._fixed and column != _PLANNED:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(row, column, item)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    # --- drafts ----------------------------------------------------------------------------------

    @property
    def text_to_keep(self) -> str:
        """See ``KeptField``."""
        lines = [[line.group, line.total, line.planned] for line in self.plan]
        return json.dumps(lines, ensure_ascii=False)

    def write_kept(self, text: str) -> None:
        """See ``KeptField``."""
        try:
            lines = [GroupPlan(str(g), int(t), int(p)) for g, t, p in json.loads(text)]
        except (ValueError, TypeError):
            return
        self.show_plan(lines)


class _NumberDelegate(QStyledItemDelegate):
    def createEditor(  # noqa: N802  (Qt's name)
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A line; in the columns of numbers it takes numbers alone."""
        if index.column() == _GROUP:
            return super().createEditor(parent, option, index)
        line = QLineEdit(parent)
        line.setFrame(False)
        take_numbers(line, WholeNumbers(0, _LARGEST, line))
        return line


def _number(text: str) -> int:
    digits = plain(text)
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _shown(number: int) -> str:
    return str(number) if number else ""
