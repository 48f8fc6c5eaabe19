"""单位: the county's units, and who is in each group that the indicator set names."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QTableView,
    QTabWidget,
    QWidget,
)

from app.framework.keys import UnitId
from app.visible_text import visible
from app.workspace.unit_editing import UnitTurn, change_units, redo_change, undo_change
from app.workspace.unit_state import RegistryState, UnitState
from app.workspace.unit_store import read_state
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.settings.sections import Section
from ui.settings.unit_dialogs import ImportUnitsDialog, StateChange, UnitDialog
from ui.settings.unit_models import MembersModel, UnitTableModel, UnitTableRow, table_rows
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical


class UnitsSection(Section):
    """Every change can be taken back with the window's undo."""

    tall = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._state: RegistryState | None = None
        self.dialog: UnitDialog | ImportUnitsDialog | None = None
        self._make_actions()
        self.tabs = QTabWidget()
        self.tabs.addTab(self._build_table(), tr("单位"))
        self.tabs.addTab(self._build_groups(), tr("单位集合"))
        layout = vertical(self)
        layout.addWidget(self.tabs)
        context.theme.changed.connect(self._fit)
        self._fit()
        self._enable()

    def _make_actions(self) -> None:
        self.add_action = make_action(
            self, tr("登记单位…"), tr("登记一个新的单位"), self._add, "Ctrl+N", within=True
        )
        self.edit_action = make_action(
            self, tr("修改…"), tr("改名、改别名和联络人"), self._edit, "F2", within=True
        )
        self.retire_action = make_action(
            self, tr("停用"), tr("不再列为责任单位，材料都保留"), self._retire
        )
        self.import_action = make_action(
            self, tr("导入名单…"), tr("粘贴或读取单位名单"), self._import, "Ctrl+I", within=True
        )
        mark_writing(self.add_action, self.edit_action, self.retire_action, self.import_action)

    def _build_table(self) -> QWidget:
        theme = self.context.theme
        self.model = UnitTableModel(self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("名称、别名或拼音首字母"))
        self.filter.setAccessibleName(tr("查找单位"))
        self.filter.setClearButtonEnabled(True)
        self.retired = QCheckBox(tr("包括已停用的"))
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("责任单位"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.count = label("", "muted")
        tools = QHBoxLayout()
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.retired)
        tools.addSpacing(8)
        for action, icon, primary in (
            (self.import_action, "open", False),
            (self.add_action, "add", True),
        ):
            tools.addWidget(ActionButton(action, theme, icon, primary=primary))
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(ActionButton(self.retire_action, theme))
        foot.addWidget(ActionButton(self.edit_action, theme))
        inside = QWidget()
        column = vertical(inside, 0, 8, 0, 0)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.filter.textChanged.connect(self._sift)
        self.retired.toggled.connect(self._sift)
        self.table.activated.connect(self._edit)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        return inside

    def _build_groups(self) -> QWidget:
        self.members = MembersModel(self)
        self.group = QComboBox()
        self.group.setAccessibleName(tr("单位集合"))
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.member_filter = QLineEdit()
        self.member_filter.setPlaceholderText(tr("名称、别名或拼音首字母"))
        self.member_filter.setAccessibleName(tr("查找成员"))
        self.member_filter.setClearButtonEnabled(True)
        self.member_list = QListView()
        self.member_list.setModel(self.members)
        self.member_list.setAccessibleName(tr("集合的成员"))
        self.member_list.setMouseTracking(True)
        self.member_hint = label("", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.group)
        head.addWidget(self.member_filter, 1)
        inside = QWidget()
        column = vertical(inside, 0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.member_hint)
        column.addWidget(self.member_list, 1)
        self.group.activated.connect(self._show_group)
        self.member_filter.textChanged.connect(self.members.sift)
        self.members.toggled.connect(self._toggle)
        self.members.editable = not self.context.session.read_only
        return inside

    # --- content ---------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read the units, retired ones included."""
        if self._state is None:
            self._read()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read them anew: something may have changed."""
        if self._state is not None:
            self._read()

    def _read(self) -> None:
        workspace = self.context.session.services.workspace

        def job() -> tuple[RegistryState, tuple[UnitTableRow, ...]]:
            with workspace.database.reading() as session:
                state = read_state(session)
            return state, table_rows(state, workspace.registry())

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, found: tuple[RegistryState, tuple[UnitTableRow, ...]]) -> None:
        chosen = self.chosen
        self._state, rows = found
        self._words = {row.unit.id: row.words for row in rows}
        self.model.show(rows)
        self._follow_count()
        if chosen is not None:
            place = self.model.place_of(chosen.id)
            if place >= 0:
                self.table.selectRow(place)
        name = self.group.currentData()
        self.group.clear()
        for group in self._state.groups:
            used = [m for m in group.members if self._state.unit(m).retired_at is None]
            self.group.addItem(
                visible(tr("{name}（{count}）", name=group.name, count=len(used))), group.name
            )
        self.group.setCurrentIndex(max(0, self.group.findData(name)))
        self._show_group()
        self._enable()

    @property
    def chosen(self) -> UnitState | None:
        """The unit that is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.rows[rows[0].row()].unit if rows else None

    @Slot()
    def _sift(self) -> None:
        self.model.sift(self.filter.text(), retired=self.retired.isChecked())
        self._follow_count()
        self._enable()

    def _follow_count(self) -> None:
        self.count.setText(tr("{count} 个单位", count=len(self.model.rows)))

    @Slot()
    def _show_group(self) -> None:
        if self._state is None or self.group.currentIndex() < 0:
            return
        group = self._state.group(self.group.currentData())
        self.members.show(self._state, group, self._words)
        self.member_hint.setText(tr("勾选的单位都对写着“{name}”的指标负责。", name=group.name))

    def _enable(self) -> None:
        free = not self.context.session.read_only and self._state is not None
        chosen = self.chosen
        self.add_action.setEnabled(free)
        self.import_action.setEnabled(free)
        self.edit_action.setEnabled(free and chosen is not None)
        self.retire_action.setEnabled(free and chosen is not None)
        retired = chosen is not None and chosen.retired_at is not None
        self.retire_action.setText(tr("恢复使用") if retired else tr("停用"))

    @Slot()
    def _fit(self) -> None:
        space = self.context.theme.space
        for column, width in ((0, 200), (1, 150), (2, 300), (3, 170)):
            self.table.setColumnWidth(column, space(width))
        self.table.verticalHeader().setDefaultSectionSize(space(30))
        self.member_list.setSpacing(space(2))

    # --- changing --------------------------------------------------------------------------------

    @Slot(str, object)
    def change(self, text: str, change: StateChange) -> None:
        """Change units in the background; ``text`` names it for undo."""
        workspace = self.context.session.services.workspace

        way = Undoable[UnitTurn](
            text=text,
            undo=lambda turn: undo_change(workspace, turn),
            redo=lambda turn: redo_change(workspace, turn),
            said=lambda turn: text if turn.changes else "",
            changed=lambda turn: turn.changes,
        )
        do = partial(change_units, workspace, change)
        run(self.context, do, way)

    def _add(self) -> None:
        self._open(None)

    @Slot(QModelIndex)
    def _edit(self, _index: object = None) -> None:
        if self.chosen is not None and self.edit_action.isEnabled():
            self._open(self.chosen)

    def _open(self, unit: UnitState | None) -> None:
        if self._state is None:
            return
        county = self.context.session.snapshot.facts.county
        dialog = UnitDialog(self._state, county, unit, self.context.theme, self.window())
        self._show_dialog(dialog)

    def _import(self) -> None:
        if self._state is None:
            return
        county = self.context.session.snapshot.facts.county
        self._show_dialog(ImportUnitsDialog(self._state, county, self.context.theme, self.window()))

    def _show_dialog(self, dialog: UnitDialog | ImportUnitsDialog) -> None:
        about = dialog.unit.id if isinstance(dialog, UnitDialog) and dialog.unit else "new"
        key = f"ask/settings/{type(dialog).__name__}/{about}"
        keep_text(self.context.drafts, dialog, key, dialog.windowTitle())
        dialog.agreed.connect(self.change)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _retire(self) -> None:
        unit = self.chosen
        if unit is None:
            return
        if unit.retired_at is not None:
            self.change(tr("恢复使用 {name}", name=unit.name), lambda s: s.reviving(unit.id))
            return
        at = self.context.session.services.workspace.database.now()
        self.change(tr("停用 {name}", name=unit.name), lambda s: s.retiring(unit.id, at))

    @Slot(str, bool)
    def _toggle(self, unit_id: str, on: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        if self._state is None:
            return
        unit = UnitId(unit_id)
        group, name = self.group.currentData(), self._state.unit(unit).name

        def change(state: RegistryState) -> RegistryState:
            if on:
                return state.joining(unit, group)
            return state.filling(group, [m for m in state.group(group).members if m != unit])

        text = (
            tr("{name} 加入 {group}", name=name, group=group)
            if on
            else tr("{name} 退出 {group}", name=name, group=group)
        )
        self.change(text, change)
