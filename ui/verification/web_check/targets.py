"""检索清单: what is to be looked up for a task, how it stands, and the dialogs to fill it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.verification import slots
from app.verification.notes import Note, add_note, read_notes, restore_note, withdraw_note
from app.verification.web_check.addresses import is_address
from app.verification.web_check.lookups import LOOKUPS, Lookup, LookupResult
from app.verification.web_check.proposals import proposed
from app.verification.web_check.standing import (
    Found,
    TargetState,
    bound_units,
    found_by,
    standing_of,
    state_of,
    total_of,
)
from app.verification.web_check.target_file import write_targets
from app.verification.web_check.targets import (
    TARGETS,
    TargetLine,
    TargetsAdded,
    TargetSaid,
    TargetStore,
    add_targets,
    has_target,
    read_targets,
    restore_targets,
    withdraw_targets,
)
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.dialog_drafts import keep_text
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.theme import Theme
from ui.translation import tr
from ui.verification.note_panel import NoteDialog, NotePanel, NoteWords
from ui.verification.panels import Shown
from ui.verification.web_check.lookups import LookupDialog
from ui.verification.web_check.target_list import TargetListDialog
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.line_table import Column
from ui.widgets.wrapping import WrappingRow
from ui.wording import TOOL_VALUES, describe_standing, indicator_heading

_STATES = TOOL_VALUES["web_targets"]
_MARKS = {
    TargetState.OPEN: "○",
    TargetState.CONFIRMED: "✓",
    TargetState.CONTRADICTED: "✗",
    TargetState.NOTHING: "✗",
}


def _short(address: str) -> str:
    """An address as browsers show it; the sites of two addresses often begin alike."""
    return address.partition("://")[2] or address


class TargetPanel(NotePanel[TargetSaid]):
    """What is to be looked up for a task. The office's lines are for all its units, or for one."""

    def __init__(self, context: PageContext) -> None:
        self._found: Found = {}
        self.answer_dialog: LookupDialog | None = None
        self.list_dialog: TargetListDialog | None = None
        super().__init__(context, TARGETS, _words(), self._columns(), store=TargetStore())
        self.column.addWidget(self.detail)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)

    def lay_out_head(self) -> None:
        """See ``NotePanel``: what is done often has a button, the rest is in a menu."""
        self.answer = make_action(
            self, tr("记检索结果…"), tr("记下选中这条在网上查到了没有"), self.ask_result
        )
        self.visit = make_action(
            self, tr("打开网址"), tr("用这台电脑的浏览器打开选中这条的网址"), self.open_chosen
        )
        self.add_many = make_action(
            self,
            tr("成批添加…"),
            tr("粘贴或导入清单，或采用按任务要求提出的建议"),
            self.ask_list,
        )
        self.export = make_action(
            self, tr("另存清单…"), tr("把这个任务的清单写成表格，可以打印"), self.ask_export
        )
        mark_writing(self.answer, self.add_many)
        theme, line = self.context.theme, WrappingRow(fill=False)
        for action in (self.answer, self.visit, self.add, self.add_many):
            line.addWidget(ActionButton(action, theme, flat=True))
        self.menu = QMenu(self)
        self.menu.addActions([self.alter, self.remove, self.export])
        more = QToolButton()
        more.setText(tr("更多"))
        more.setToolTip(tip(tr("修改、移出选中的一条，另存清单")))
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(more)
        self.column.addWidget(self.head)
        self.column.addLayout(line)
        self.detail = label("", "muted", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setAccessibleName(tr("选中的一条"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.addActions([self.answer, self.visit, self.alter, self.remove])

    # --- what the panel says ---------------------------------------------------------------------

    def new(self, slot: slots.Slot) -> tuple[str, TargetSaid]:
        """See ``NotePanel``."""
        said = TargetSaid("", "")
        if slot.unit:
            return tr("{unit}：列入检索清单", unit=slot.unit), said
        return tr("列入检索清单"), said

    def dialog_for(self, title: str, said: TargetSaid) -> "TargetDialog":
        """See ``NotePanel``."""
        return TargetDialog(self.context.theme, title, said, self)

    def name_of(self, said: TargetSaid) -> str:
        """See ``NotePanel``."""
        return said.shows

    def belongs(self, row: Note[TargetSaid], shown: Shown) -> bool:
        """See ``NotePanel``; a line for all units is each unit's."""
        unit = row.slot.unit or shown.unit
        return shown.has(slots.Slot(unit, row.slot.indicator, row.slot.task_code))

    def told(self, rows: Sequence[Note[TargetSaid]]) -> str:
        """See ``NotePanel``."""
        standing = total_of(standing_of([r], self._found, self._units(r)) for r in rows)
        return describe_standing(*standing.told, lines=len(rows))

    def read(self) -> None:
        """Read the lines, and what was found of them."""
        workspace = self.context.session.services.workspace

        def job() -> tuple[tuple[TargetLine, ...], Found]:
            with workspace.reading() as session:
                return read_targets(session), found_by(read_notes(session, LOOKUPS))

        self.context.session.read(job, self._take_all)

    @Slot(object)
    def _take_all(self, read: tuple[tuple[TargetLine, ...], Found]) -> None:
        rows, self._found = read
        self.take(rows)

    def _units(self, row: TargetLine) -> tuple[str, ...]:
        """The units whose look-ups a line in sight tells of."""
        if self.shown is not None and self.shown.unit:
            return (self.shown.unit,)
        return bound_units(self.context.session.snapshot.registry, row)

    def _state(self, row: TargetLine) -> TargetState | None:
        """How a line stands for the one unit that it tells of; None for several."""
        units = self._units(row)
        return state_of(row, self._found, units[0]) if len(units) == 1 else None

    def _told(self, row: TargetLine) -> str:
        if (state := self._state(row)) is not None:
            return f"{_MARKS[state]} {_STATES[state]}"
        standing = standing_of([row], self._found, self._units(row))
        words = tr("{done}/{all} 个单位已检索", done=standing.done, all=standing.total)
        if wrong := standing.contradicted + standing.nothing:
            return tr("✗ {wrong} 个不符合或没查到，{words}", wrong=wrong, words=words)
        return words if standing.open else f"✓ {words}"

    def _ink(self, row: TargetLine, colours: Colours) -> str | None:
        state = self._state(row)
        if state in {TargetState.CONTRADICTED, TargetState.NOTHING}:
            return colours.problem
        return colours.complete if state is TargetState.CONFIRMED else None

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("要看到什么"), 0, lambda row: row.said.shows),
            Column(tr("情况"), 130, self._told, self._ink),
            Column(tr("网址"), 140, lambda row: _short(row.said.address) or tr("待查")),
            Column(tr("单位"), 96, lambda row: row.slot.unit or tr("全部")),
        )

    # --- doing -----------------------------------------------------------------------------------

    def enable(self) -> None:
        """See ``NotePanel``."""
        super().enable()
        row, writable = self.chosen(), self.add.isEnabled()
        self._tell_chosen(row)
        self.answer.setEnabled(writable and row is not None)
        permit(
            self.visit,
            row is not None,
            "" if row is None or row.said.address else tr("这条还没有写网址"),
        )
        self.add_many.setEnabled(writable)
        self.export.setEnabled(bool(self.rows))

    def _tell_chosen(self, row: TargetLine | None) -> None:
        """Say the chosen line in full below the table, whose columns are narrow."""
        parts = []
        if row is not None:
            unit = row.slot.unit or tr("全部单位")
            parts = [row.said.shows, row.said.address or tr("网址待查"), unit, self._told(row)]
        self.detail.setText("　".join(parts))
        self.detail.setVisible(row is not None)

    def slot_of_new(self) -> slots.Slot | None:
        """A unit's lines are its own; the office's are for the unit that is shown, or for all."""
        shown = self.shown
        if shown is None:
            return None
        own = self.context.session.snapshot.facts.unit_name
        return replace(shown.slot, unit=own or shown.unit)

    @Slot()
    def open_chosen(self) -> None:
        """Open the address of the line that is chosen."""
        row = self.chosen()
        if row is not None and row.said.address:
            dialogs.open_page(self, row.said.address)

    @Slot()
    def ask_result(self) -> None:
        """Ask what was found of the line that is chosen, and note it as a look-up."""
        row, slot = self.chosen(), super().slot_of_new()
        if row is None or slot is None:
            return
        if row.slot.unit:
            slot = replace(slot, unit=row.slot.unit)
        context = self.context
        workspace, day = context.session.services.workspace, context.session.snapshot.today
        said = Lookup(
            row.said.address,
            row.said.shows,
            day.isoformat(),
            workspace.actor,
            LookupResult.CONFIRMED,
            target=row.id,
        )
        title = tr("{unit}：记检索结果", unit=slot.unit)
        dialog = self.answer_dialog = LookupDialog(context.theme, title, said, self)
        way = Undoable[str](
            text=tr("记下检索结果"),
            undo=lambda note: withdraw_note(workspace, LOOKUPS, note),
            redo=lambda note: restore_note(workspace, LOOKUPS, note),
        )
        place = slot
        keep_text(context.drafts, dialog, f"ask/web_target/{row.id}/{slot.unit}", title)

        def note() -> None:
            entered = dialog.said
            run(context, lambda: add_note(workspace, LOOKUPS, place, entered), way)

        dialog.accepted.connect(note)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def paste(self) -> None:
        """Put what was copied from a table on the list, after a look at it."""
        self.ask_list(QGuiApplication.clipboard().text())

    def ask_list(self, text: str = "") -> None:
        """Ask for many lines; ``text`` stands there at first."""
        slot = self.slot_of_new()
        if slot is None or not self.add_many.isEnabled():
            return
        context = self.context
        snapshot = context.session.snapshot
        task = snapshot.framework.task(slot.indicator, slot.task_code)
        office = snapshot.facts.unit_name is None
        title = self.new(slot if not office else replace(slot, unit=""))[0]
        dialog = self.list_dialog = TargetListDialog(
            context,
            title,
            self,
            units=snapshot.registry.units_of(slot.indicator, slot.task_code) if office else (),
            indicator=slot.indicator,
            proposal=proposed([point.text for point in task.points] or [task.requirement]),
            present=lambda unit: self._present(replace(slot, unit=unit or slot.unit)),
        )
        if office:
            dialog.unit.setCurrentIndex(max(dialog.unit.findData(slot.unit), 0))
        key = f"ask/web_targets/{slot.indicator}/{slot.task_code}/{slot.unit}"
        keep_text(context.drafts, dialog, key, title)
        if text.strip():
            dialog.text.setPlainText(text)
        dialog.accepted.connect(
            lambda: self.add_lines(
                replace(slot, unit=dialog.unit.currentData() if office else slot.unit), dialog.said
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _present(self, slot: slots.Slot) -> frozenset[tuple[str, str]]:
        return frozenset(row.said.same_as for row in self.all_rows if has_target(row, slot))

    def add_lines(self, slot: slots.Slot, said: Sequence[TargetSaid]) -> None:
        """Put lines on the list of a slot."""
        workspace = self.context.session.services.workspace
        way = Undoable[TargetsAdded](
            text=lambda done: tr("把 {count} 条列入检索清单", count=len(done.ids)),
            undo=lambda done: withdraw_targets(workspace, done.ids),
            redo=lambda done: restore_targets(workspace, done.ids),
            changed=lambda done: done.ids,
        )
        run(self.context, lambda: add_targets(workspace, slot, said), way)

    @Slot()
    def ask_export(self) -> None:
        """Ask where the list goes, and write it."""
        shown = self.shown
        if shown is None:
            return
        name = "　".join((tr("网络检索清单"), indicator_heading(shown.slot.indicator))) + ".xlsx"
        target = dialogs.choose_target(self, tr("另存清单"), name)
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the lines in sight."""
        registry = self.context.session.snapshot.registry
        rows, found = tuple(self.rows), self._found
        unit = self.shown.unit if self.shown is not None else ""

        def job() -> Path:
            write_targets(target, rows, found, registry, unit)
            return target

        self.context.session.read(job, self._on_written)

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        self.context.notice.say(tr("已另存 {name}", name=target.name))


class TargetDialog(NoteDialog[TargetSaid]):
    """``said`` is what was entered; the button waits until it can be stored."""

    def __init__(self, theme: Theme, title: str, said: TargetSaid, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.shows = _line(tr("要看到什么"), said.shows)
        self.shows.setPlaceholderText(tr("如：权责清单"))
        self.address = _line(tr("网址"), said.address)
        self.address.setPlaceholderText(tr("还不知道可以不填"))
        self.fault = label("", "wrong", wrap=True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.shows, self.address):
            form.addRow(field.accessibleName(), field)
            field.textChanged.connect(self._follow)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(480), theme.space(190))
        self._follow()

    @property
    def said(self) -> TargetSaid:
        """What was entered."""
        return TargetSaid(self.address.text(), self.shows.text())

    @Slot()
    def _follow(self) -> None:
        typed = self.address.text().strip()
        wrong = bool(typed) and not is_address(typed)
        self.fault.setText(tr("这不是 http 或 https 的网址") if wrong else "")
        self.agree.setEnabled(bool(self.shows.text().strip()) and not wrong)


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("检索清单"),
        none=tr("检索清单：还没有"),
        count=lambda count: tr("检索清单 {count} 条", count=count),
        add=(tr("添加…"), tr("把一样要在网上看到的东西列入清单")),
        alter=(tr("修改…"), tr("修改选中的清单行")),
        remove=(tr("移出"), tr("把选中的一条移出清单，可以撤销")),
        added=tr("列入检索清单"),
        altered=tr("修改检索清单"),
        removed=tr("移出检索清单"),
        draft="web_target",
    )


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made
