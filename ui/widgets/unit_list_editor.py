"""A list of units, typed, pasted or read from a file, with what it would change."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.errors import JuanzongError
from app.visible_text import visible
from app.workspace.unit_lists import (
    ListOrder,
    UnitEntry,
    read_unit_file,
    read_unit_text,
)
from app.workspace.unit_state import RegistryState, UnitChange, UnitChangeKind, changes_between
from ui import dialogs
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import describe_bad_line, describe_unit_change

_PAUSE = 150

_MARKS = {
    UnitChangeKind.ADDED: Mark.GOOD,
    UnitChangeKind.REVIVED: Mark.GOOD,
    UnitChangeKind.JOINED: Mark.GOOD,
    UnitChangeKind.LEFT: Mark.NONE,
    UnitChangeKind.RETIRED: Mark.NONE,
}


class UnitListEditor(QWidget):
    """Emits ``changed`` when the list or what it would do is another one."""

    changed = Signal()

    def __init__(self, theme: Theme, *, choices: bool, parent: QWidget | None = None) -> None:
        """``choices``: offer to which group the units go; otherwise their names decide."""
        super().__init__(parent)
        self._state: RegistryState | None = None
        self._county = ""
        self._entries: tuple[UnitEntry, ...] | None = None  # of a file, until somebody types
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._preview)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("单位名单"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            tr("每行一个单位；也可以从表格里复制几列粘贴：名称、别名、单位集合、联络人、电话")
        )
        self.text.setMinimumHeight(theme.space(90))
        self.file_button = QPushButton(tr("从文件读取…"))
        self.file_button.setToolTip(tr("读取 xlsx 表格、CSV 或文本里的名单"))
        self.file_button.setAutoDefault(False)
        self.groups = QComboBox()
        self.groups.setAccessibleName(tr("名单没有写明集合时"))
        self.groups.setToolTip(tr("名单没有写明单位集合时，这些单位加入哪里"))
        self.whole = QCheckBox(tr("名单就是这个集合的全部成员，不在名单里的退出"))
        self.summary = label("", "muted", wrap=True)
        self.list = OutcomeList(tr("将有的变化"), theme)
        self.list.setMinimumHeight(theme.space(90))
        for area in (self.text, self.list):  # they share what room there is
            area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        if choices:
            row.addWidget(label(tr("加入"), "muted"))
            row.addWidget(self.groups)
        layout = vertical(self, spacing=8)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        layout.addWidget(self.whole)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        self.whole.hide()
        self.list.hide()
        self.text.textChanged.connect(self._on_typed)
        self.file_button.clicked.connect(self._choose_file)
        self.groups.activated.connect(self._on_group)
        self.whole.toggled.connect(self._preview)

    def work_on(self, state: RegistryState, county: str) -> None:
        """Say what the list is to be worked into."""
        self._state, self._county = state, county
        chosen = self.groups.currentText()
        self.groups.clear()
        self.groups.addItem(tr("按名称判断"), None)
        for group in state.groups:
            self.groups.addItem(visible(group.name), (group.name,))
        self.groups.addItem(tr("不加入集合"), ())
        self.groups.setCurrentIndex(max(0, self.groups.findText(chosen)))
        self._preview()

    def order(self) -> ListOrder:
        """The list and what is to be done with it, for a service to work by."""
        entries = self._entries or read_unit_text(self.text.toPlainText())
        chosen = self.groups.currentData()
        groups = None if chosen is None else tuple(chosen)
        return ListOrder(entries, self._county, groups, self.whole.isChecked())

    @property
    def empty(self) -> bool:
        """True while there is no list."""
        return not self._entries and not self.text.toPlainText().strip()

    def changes(self) -> tuple[UnitChange, ...]:
        """What the list would change."""
        if self._state is None or self.empty:
            return ()
        return changes_between(self._state, self.order().register(self._state))

    def load(self, path: Path) -> None:
        """Read a file; what is wrong with it is said."""
        try:
            entries = read_unit_file(path)
        except JuanzongError as error:
            dialogs.show_error(self, error)
            return
        self.text.setPlainText("\n".join(map(_as_line, entries)))
        self._entries = entries
        self._preview()

    @Slot()
    def _on_typed(self) -> None:
        self._entries = None
        self._pause.start()

    @Slot()
    def _choose_file(self) -> None:
        paths = dialogs.choose_files(self, tr("单位名单"), "")
        if paths:
            self.load(paths[0])

    @Slot()
    def _on_group(self) -> None:
        self.whole.setVisible(bool(self.groups.currentData()))
        self._preview()

    @Slot()
    def _preview(self) -> None:
        if self._state is None or self.empty:
            self.summary.setText("")
            self.list.hide()
            self.changed.emit()
            return
        merged = self.order().merged(self._state)
        changes = changes_between(self._state, merged.state)
        lines = [OutcomeLine(Mark.BAD, describe_bad_line(b), tr("不采用")) for b in merged.bad]
        lines += [
            OutcomeLine(_MARKS.get(c.kind, Mark.PARTIAL), describe_unit_change(c)) for c in changes
        ]
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.summary.setText(_summary(changes, len(merged.bad)))
        self.changed.emit()


def _as_line(entry: UnitEntry) -> str:
    columns = [
        entry.name,
        "、".join(entry.aliases),
        "；".join(entry.groups),
        entry.contact,
        entry.phone,
    ]
    return "\t".join(columns).rstrip("\t")


def _summary(changes: Sequence[UnitChange], bad: int) -> str:
    added = sum(c.kind is UnitChangeKind.ADDED for c in changes)
    joined = sum(c.kind is UnitChangeKind.JOINED for c in changes)
    others = len(changes) - added - joined
    parts = []
    if added:
        parts.append(tr("新登记 {count} 个单位", count=added))
    if joined:
        parts.append(tr("加入集合 {count} 处", count=joined))
    if others:
        parts.append(tr("其他变化 {count} 处", count=others))
    if bad:
        parts.append(tr("{count} 行不采用", count=bad))
    return tr("，").join(parts) + tr("。") if parts else tr("名单里的单位都已经登记，没有变化。")
