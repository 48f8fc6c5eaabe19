"""A unit's names and liaison officer to edit; a list of units to take in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.errors import JuanzongError
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import RegistryState, UnitState, fitting_groups
from ui.actions import label
from ui.literal import window_title
from ui.settings.sections import form
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.unit_list_editor import UnitListEditor
from ui.wording import describe_error

StateChange = Callable[[RegistryState], RegistryState]


@dataclass(frozen=True, slots=True)
class _Entered:
    name: str
    aliases: tuple[str, ...]
    contact: str
    phone: str


class UnitDialog(QDialog):
    """Emits ``agreed`` with a name for the undo menu and the change."""

    agreed = Signal(str, object)

    def __init__(
        self,
        state: RegistryState,
        county: str,
        unit: UnitState | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._county, self.unit = state, county, unit
        title = tr("登记单位") if unit is None else tr("修改单位")
        self.setWindowTitle(window_title(title))
        self.name = QLineEdit(unit.name if unit else "")
        self.aliases = QLineEdit("、".join(unit.aliases) if unit else "")
        self.aliases.setPlaceholderText(tr("几个别名用顿号分开，如 县应急局、应急局"))
        self.contact = QLineEdit(unit.contact if unit else "")
        self.phone = QLineEdit(unit.phone if unit else "")
        self.hint = label("", "muted", wrap=True)
        rows = form()
        for text, field in (
            (tr("名称"), self.name),
            (tr("别名"), self.aliases),
            (tr("联络人"), self.contact),
            (tr("电话"), self.phone),
        ):
            field.setAccessibleName(text)
            rows.addRow(text, field)
            field.textChanged.connect(self._check)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = QPushButton(tr("登记") if unit is None else tr("保存"))
        self.ok.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.ok.setDefault(True)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        layout = vertical(self, 24, 20, 24, 18, spacing=12)
        layout.addWidget(label(title, "heading"))
        layout.addLayout(rows)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(theme.space(460))
        self._check()

    def change(self) -> StateChange:
        """What was entered, as a change of the registry."""
        aliases = tuple(a for a in re.split("[、，,]", self.aliases.text()) if a.strip())
        entered = _Entered(
            self.name.text().strip(), aliases, self.contact.text(), self.phone.text()
        )
        unit, county = self.unit, self._county

        def apply(state: RegistryState) -> RegistryState:
            if unit is None:
                made = UnitState(unit_id(county, entered.name), entered.name)
                state = state.adding(made)
                for group in fitting_groups(entered.name, [g.name for g in state.groups]):
                    state = state.joining(made.id, group)
                identifier, kept = made.id, entered.aliases
            else:
                identifier = unit.id
                renamed = state.renaming(identifier, entered.name)
                # The old name becomes an alias by itself; it is not in the line.
                added = set(renamed.unit(identifier).aliases) - set(state.unit(identifier).aliases)
                state, kept = renamed, (*entered.aliases, *sorted(added))
            state = state.aliasing(identifier, kept)
            return state.reaching(identifier, entered.contact, entered.phone)

        return apply

    @Slot()
    def _check(self) -> None:
        """Try the change on what is known, and say what it would do or why it cannot be."""
        name = self.name.text().strip()
        self.ok.setEnabled(False)
        if not name:
            self.hint.setText("")
            return
        try:
            after = self.change()(self._state)
        except JuanzongError as error:
            self.hint.setText(describe_error(error).reason + tr("。"))
            return
        self.ok.setEnabled(after != self._state)
        if self.unit is None:
            groups = fitting_groups(name, [g.name for g in self._state.groups])
            where = tr("、").join(groups) or tr("（不加入集合）")
            self.hint.setText(tr("按名称将加入：{groups}。以后可以改。", groups=where))
        elif name != self.unit.name:
            self.hint.setText(tr("原名称留作别名，旧文件里的写法仍然认得。"))
        else:
            self.hint.setText("")

    @Slot()
    def _agree(self) -> None:
        name = self.name.text().strip()
        text = tr("登记 {name}", name=name) if self.unit is None else tr("修改 {name}", name=name)
        self.agreed.emit(text, self.change())
        self.accept()


class ImportUnitsDialog(QDialog):
    """Emits ``agreed`` with a name for the undo menu and the change."""

    agreed = Signal(str, object)

    def __init__(
        self, state: RegistryState, county: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导入单位名单"))
        self.editor = UnitListEditor(theme, choices=True)
        self.editor.work_on(state, county)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = QPushButton(tr("导入"))
        self.ok.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.ok.setEnabled(False)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        layout = vertical(self, 24, 20, 24, 18, spacing=12)
        layout.addWidget(label(tr("导入单位名单"), "heading"))
        layout.addWidget(self.editor, 1)
        layout.addWidget(buttons)
        self.resize(theme.space(640), min(theme.space(560), 660))
        self.editor.changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.ok.setEnabled(bool(self.editor.changes()))

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(tr("导入单位名单"), self.editor.order().register)
        self.accept()
