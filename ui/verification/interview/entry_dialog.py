"""录入: sheets one after the other by keys; a second person enters them again without seeing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from app.verification.interview.answering import Answers, missing
from app.verification.interview.entering import (
    RoundSheets,
    change_sheets,
    enter_again,
    enter_sheet,
    make_void,
    read_round,
    settle,
)
from app.verification.interview.errors import SheetUnknown
from app.verification.interview.sheets import LAST_NUMBER, SHEETS, AnswerSheet, next_number
from app.verification.notes import Note, NoteChanges, alter_note, restore_note, withdraw_note
from app.workspace.opening import Workspace
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.literal import no_mnemonic, tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.interview.difference_dialog import DifferenceDialog
from ui.verification.interview.sheet_form import SheetForm
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.plain_numbers import WholeNumbers, plain, take_numbers
from ui.widgets.wrapping import WrappingRow

_FIRST, _AGAIN = "first", "again"


class EntryDialog(QDialog):
    """Each sheet is stored when it ends, and the next one begins; unfinished ones survive a crash.

    Sheets that are stored are read again after every change, so that what is shown is what counts.
    """

    def __init__(
        self, context: PageContext, there: RoundSheets, parent: QWidget, *, mine: bool
    ) -> None:
        """``mine``: this side may enter sheets of the round."""
        super().__init__(parent)
        self.context, self.there = context, there
        self._writable = mine and not context.session.read_only
        self._key = f"ask/interview/entry/{there.round.id}"
        self._sheet: Note[AnswerSheet] | None = None
        self._storing = self._closed = False
        self.differences: DifferenceDialog | None = None
        theme, round_ = context.theme, there.round.said
        self.setWindowTitle(window_title(tr("录入：{name}", name=round_.name)))
        self.way = QComboBox()
        self.way.setAccessibleName(tr("怎样录入"))
        self.way.addItem(tr("录入答卷"), _FIRST)
        self.way.addItem(tr("第二人复录"), _AGAIN)
        self.number = QLineEdit()
        self.number.setAccessibleName(tr("答卷编号"))
        self.number.setMaximumWidth(theme.space(80))
        take_numbers(self.number, WholeNumbers(1, LAST_NUMBER, self.number))
        self.group = QComboBox()
        self.group.setAccessibleName(tr("组别"))
        for name in _groups(there):
            self.group.addItem(no_mnemonic(name) if name else tr("未分组"), name)
        self.form = SheetForm(theme, writable=self._writable)
        self.form.ask(round_.questionnaire.questions)
        self.told = label("", wrap=True)
        self.table = LineTable(
            tr("答卷"), LineModel(self._columns(), lambda row: row.id, theme), theme, many=True
        )
        self.store = QPushButton(tr("存入，下一份"))
        self.store.setToolTip(tip(tr("存入这份答卷，接着录下一份（Ctrl+回车）")))
        self.store.setShortcut("Ctrl+Return")
        self.store.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.void = make_action(
            self, tr("作废…"), tr("写明原因，选中的答卷不计入；原因留空为恢复"), self.ask_void
        )
        self.remove = make_action(
            self, tr("移除"), tr("移除选中的答卷，可以撤销"), self.remove_chosen
        )
        self.compare = make_action(
            self, tr("核对差异…"), tr("两次录入不同的地方并排显示，选定一个"), self.show_difference
        )
        self.undo = make_action(self, tr("撤销"), tr("撤销上一步（存入、作废、移除）"), self._undo)
        mark_writing(self.void, self.remove, self.compare, self.undo)
        self._lay_out()
        self.form.changed.connect(self._keep)
        self.form.ended.connect(self._on_ended)
        self.store.clicked.connect(self.store_sheet)
        self.way.activated.connect(lambda _n: self._begin_next())
        self.number.editingFinished.connect(self._on_number)
        self.table.activated.connect(lambda _i: self._open_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        back = QShortcut(QKeySequence("PgUp"), self)
        back.activated.connect(lambda: self._step(-1))
        onward = QShortcut(QKeySequence("PgDown"), self)
        onward.activated.connect(lambda: self._step(1))
        context.undo.changed.connect(self._enable)
        context.undo.told.connect(self._on_undone)
        self._show_sheets()
        self._resume(context.drafts.of(self._key))

    def _lay_out(self) -> None:
        theme = self.context.theme
        space = theme.space
        head = WrappingRow(fill=False)
        for name, field in ((tr("编号"), self.number), (tr("组别"), self.group)):
            head.addWidget(label(name))
            head.addWidget(field)
        head.addWidget(self.way)
        right = QWidget()
        column = vertical(right, spacing=space(6))
        column.addLayout(head)
        column.addWidget(self.form, 1)
        column.addWidget(self.told)
        column.addWidget(
            label(
                tr("按 1、2、3 或 A、B、C 选答，0 为未答，回车下一题，退格上一题，翻页键换答卷"),
                "muted",
                wrap=True,
            )
        )
        left = QWidget()
        side = vertical(left, spacing=space(6))
        side.addWidget(self.table, 1)
        buttons = WrappingRow(fill=False)
        for action in (self.void, self.remove, self.compare, self.undo):
            buttons.addWidget(ActionButton(action, theme, flat=True))
        side.addLayout(buttons)
        left.setMinimumWidth(space(220))
        right.setMinimumWidth(space(340))
        foot = horizontal(spacing=space(8))
        foot.addStretch(1)
        close = QPushButton(tr("关闭"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.store.setAutoDefault(False)
        foot.addWidget(self.store)
        foot.addWidget(close)
        whole = vertical(self, *(space(12),) * 4, spacing=space(8))
        whole.addWidget(beside(left, right, sizes=(space(300), space(760))), 1)
        whole.addLayout(foot)
        resize_within_window(self, space(1120), space(680))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("编号"), 48, lambda row: str(row.said.number)),
            Column(tr("组别"), 90, lambda row: row.said.group),
            Column(tr("情况"), 0, self._standing, ink=self._ink),
        )

    def _standing(self, row: Note[AnswerSheet]) -> str:
        if row.said.void:
            return tr("作废：{reason}", reason=row.said.void)
        different = self.there.differing(row.said)
        if different:
            return tr("两次录入有 {count} 题不同", count=len(different))
        if row.said.second_by:
            return tr("已复录")
        empty = missing(self.there.round.said.questionnaire, row.said.answers)
        return tr("缺必答题 {count} 个", count=len(empty)) if empty else tr("已录入")

    def _ink(self, row: Note[AnswerSheet], colours: Colours) -> str | None:
        if row.said.void:
            return colours.muted
        return colours.problem if self.there.differing(row.said) else None

    # --- which sheet -----------------------------------------------------------------------------

    @property
    def again(self) -> bool:
        """True while a second person enters the sheets."""
        return bool(self.way.currentData() == _AGAIN)

    @property
    def sheets(self) -> Sequence[Note[AnswerSheet]]:
        """The sheets that are stored."""
        return self.there.sheets

    def begin(self, number: int, answers: Answers | None = None) -> None:
        """Turn to the sheet of this number, stored or new."""
        try:
            self._sheet = self.there.sheet(number)
        except SheetUnknown:
            self._sheet = None
        self.number.setText(str(number))
        sheet = self._sheet
        if sheet is not None:
            self.group.setCurrentIndex(max(self.group.findData(sheet.said.group), 0))
            self.table.turn_to(sheet.id)
        else:
            self.table.clearSelection()
        stored: Answers = sheet.said.answers if sheet is not None and not self.again else {}
        self.form.begin(stored if answers is None else answers)
        self._enable()

    def _begin_next(self) -> None:
        if self.again:
            waiting = [s for s in self.sheets if not s.said.second_by and not s.said.void]
            if not waiting:
                self.told.setText(tr("没有等着复录的答卷"))
                self.form.begin({})
                self._enable()
                return
            here = int(plain(self.number.text()) or 0)
            after = [s for s in waiting if s.said.number >= here] or waiting
            self.begin(after[0].said.number)
        else:
            self.begin(next_number(self.sheets))

    @Slot()
    def _on_number(self) -> None:
        number = int(plain(self.number.text()) or 0)
        shown = self._sheet.said.number if self._sheet is not None else None
        if not number or number == shown or self._storing:
            return
        known = any(sheet.said.number == number for sheet in self.sheets)
        if known and self.form.answers and self._sheet is None:
            self.told.setText(tr("{number} 号答卷已经录过：再存入就改写它", number=number))
        if known or self._sheet is not None:
            self.begin(number)

    def _step(self, by: int) -> None:
        numbers = [sheet.said.number for sheet in self.sheets]
        here = int(plain(self.number.text()) or 0)
        wanted = [n for n in numbers if (n < here if by < 0 else n > here)]
        if wanted:
            self.begin(max(wanted) if by < 0 else min(wanted))
        elif by > 0 and not self.again:
            self.begin(next_number(self.sheets))

    def _open_chosen(self) -> None:
        for row in self.table.chosen()[:1]:
            self.begin(row.said.number)

    # --- storing ---------------------------------------------------------------------------------

    @Slot()
    def _on_ended(self) -> None:
        """Enter behind the last question: the sheet is stored, unless something is to be asked."""
        self.store_sheet()

    @Slot()
    def store_sheet(self) -> None:
        """Store the sheet and begin the next one."""
        if not self._writable or self._storing:
            return
        number = int(plain(self.number.text()) or 0)
        impossible = self.form.answering.impossible
        if impossible or not number:
            if impossible:
                self.form.turn_to(impossible[0] - 1)
            self.told.setText(
                tr("第 {number} 题的数不对，请先改好", number=impossible[0])
                if impossible
                else tr("请先写答卷编号")
            )
            return
        if not self.form.answers:
            self.told.setText(tr("一题都没有答：空白的答卷请录入后作废，或者跳过"))
            self.form.turn_to(0)
            return
        if self.again:
            self._store_again()
        else:
            self._store_first(number)

    def _store_first(self, number: int) -> None:
        workspace, round_id = self._workspace, self.there.round.id
        answers, sheet = dict(self.form.answers), self._sheet
        group = str(self.group.currentData() or "")
        self._busy()
        if sheet is None:
            said = AnswerSheet(round_id, number, group, answers)
            run(
                self.context,
                lambda: enter_sheet(workspace, said),
                Undoable[str](
                    text=tr("录入 {number} 号答卷", number=number),
                    said="",
                    undo=lambda note: withdraw_note(workspace, SHEETS, note),
                    redo=lambda note: restore_note(workspace, SHEETS, note),
                    then=lambda _note: self._stored(),
                ),
            )
            return
        said = replace(sheet.said, answers=answers, group=group)
        self._change(
            NoteChanges(altered={sheet.id: said}), tr("修改 {number} 号答卷", number=number)
        )

    def _store_again(self) -> None:
        workspace, round_id, sheet = self._workspace, self.there.round.id, self._sheet
        if sheet is None:
            self.told.setText(tr("这个编号还没有录入，不能复录"))
            return
        answers, before = dict(self.form.answers), sheet.said
        self._busy()
        run(
            self.context,
            lambda: enter_again(workspace, round_id, sheet.id, answers),
            Undoable[tuple[int, ...]](
                text=tr("复录 {number} 号答卷", number=before.number),
                said="",
                undo=lambda _differ: alter_note(workspace, SHEETS, sheet.id, before),
                then=lambda differ: self._stored(sheet.id if differ else ""),
            ),
        )

    def _change(self, changes: NoteChanges[AnswerSheet], text: str) -> None:
        workspace, round_id = self._workspace, self.there.round.id
        self._busy()
        run(
            self.context,
            lambda: change_sheets(workspace, round_id, changes),
            Undoable[NoteChanges[AnswerSheet]](
                text=text,
                said="",
                undo=lambda back: change_sheets(workspace, round_id, back),
                then=lambda _back: self._stored(),
            ),
        )

    def _busy(self) -> None:
        # The next sheet is begun at once when this one is stored: keys pressed meanwhile wait.
        self._storing = True
        self.context.drafts.note(self._key, self.windowTitle(), {})
        self.context.session.troubled.connect(self._on_trouble, Qt.ConnectionType.UniqueConnection)

    @Slot(object)
    def _on_trouble(self, _error: object) -> None:
        self._storing = False
        self._keep()

    def _stored(self, differing: str = "") -> None:
        self._storing = False
        self.read(go_on=True, differing=differing)

    def read(self, *, go_on: bool = False, differing: str = "") -> None:
        """Read the sheets anew; then begin the next one, or show what two people differ in."""
        workspace, round_id = self._workspace, self.there.round.id

        def show(there: RoundSheets) -> None:
            if self._closed:
                return
            self.there = there
            self._show_sheets()
            if differing:
                self._compare(next(s for s in there.sheets if s.id == differing))
            elif go_on:
                self._begin_next()

        self.context.session.read(lambda: read_round(workspace, round_id), show)

    @Slot(str)
    def _on_undone(self, _told: str) -> None:
        self.read()

    def _show_sheets(self) -> None:
        self.table.show_rows(self.sheets)
        count, void = len(self.sheets), sum(bool(s.said.void) for s in self.sheets)
        differ = len(self.there.unsettled)
        told = [tr("已录 {count} 份", count=count)]
        if void:
            told.append(tr("作废 {count} 份", count=void))
        if differ:
            told.append(tr("{count} 份两次录入不同", count=differ))
        self.told.setText(tr("；").join(told))
        self._enable()

    # --- what is done with sheets ----------------------------------------------------------------

    @Slot()
    def ask_void(self) -> None:
        """Ask why the chosen sheets do not count."""
        chosen = self.table.chosen()
        if not chosen:
            return
        if any(row.said.void for row in chosen):
            reason = ""
            if not dialogs.ask(self, tr("恢复这些答卷吗？"), tr("它们重新计入结果。"), tr("恢复")):
                return
        else:
            question = tr("为什么作废？如 缺页、字迹不清、不是访谈对象")
            reason = dialogs.ask_text(self, tr("作废答卷"), question).strip()
            if not reason:
                return
        workspace, round_id = self._workspace, self.there.round.id
        ids = [row.id for row in chosen]
        text = tr("作废 {count} 份答卷", count=len(ids))
        if not reason:
            text = tr("恢复 {count} 份答卷", count=len(ids))
        run(
            self.context,
            lambda: make_void(workspace, round_id, ids, reason),
            Undoable[NoteChanges[AnswerSheet]](
                text=text,
                undo=lambda back: change_sheets(workspace, round_id, back),
                then=lambda _back: self.read(),
            ),
        )

    @Slot()
    def remove_chosen(self) -> None:
        """Take the chosen sheets back."""
        ids = [row.id for row in self.table.chosen()]
        if ids:
            self._change(NoteChanges(withdrawn=ids), tr("移除 {count} 份答卷", count=len(ids)))

    @Slot()
    def show_difference(self) -> None:
        """Show what two people entered differently on the chosen sheet, or on the first one."""
        chosen = [row for row in self.table.chosen() if self.there.differing(row.said)]
        found = (*chosen, *self.there.unsettled)
        if found:
            self._compare(found[0])

    def _compare(self, sheet: Note[AnswerSheet]) -> None:
        questionnaire = self.there.round.said.questionnaire
        dialog = self.differences = DifferenceDialog(
            self.context.theme, questionnaire, sheet.said, self
        )
        dialog.accepted.connect(lambda: self._settle(sheet, dialog.answers))
        dialog.rejected.connect(self._begin_next)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self, sheet: Note[AnswerSheet], answers: Mapping[str, str]) -> None:
        workspace, round_id = self._workspace, self.there.round.id
        run(
            self.context,
            lambda: settle(workspace, round_id, sheet.id, answers),
            Undoable[NoteChanges[AnswerSheet]](
                text=tr("核定 {number} 号答卷", number=sheet.said.number),
                undo=lambda back: change_sheets(workspace, round_id, back),
                then=lambda _back: self._stored(),
            ),
        )

    @Slot()
    def _undo(self) -> None:
        self.context.undo.undo()

    @Slot()
    def _enable(self) -> None:
        chosen = bool(self.table.chosen())
        self.void.setEnabled(self._writable and chosen)
        self.remove.setEnabled(self._writable and chosen)
        self.compare.setEnabled(self._writable and bool(self.there.unsettled))
        self.undo.setEnabled(self._writable and bool(self.context.undo.undo_text))
        self.store.setEnabled(self._writable)
        self.group.setEnabled(self._writable and not self.again)

    def done(self, result: int) -> None:
        """What is still being read is shown no more."""
        self._closed = True
        super().done(result)

    @property
    def _workspace(self) -> Workspace:
        return self.context.session.services.workspace

    # --- what survives a crash -------------------------------------------------------------------

    @Slot()
    def _keep(self) -> None:
        if not self._writable or self._storing:
            return
        kept: dict[str, str] = {}
        stored = self._sheet.said.answers if self._sheet is not None and not self.again else {}
        if self.form.answers and self.form.answers != stored:
            kept = {
                "answers": json.dumps(dict(self.form.answers), ensure_ascii=False),
                "number": self.number.text(),
                "group": str(self.group.currentData() or ""),
                "way": str(self.way.currentData()),
            }
        self.context.drafts.note(self._key, self.windowTitle(), kept)

    def _resume(self, kept: Mapping[str, str]) -> None:
        try:
            answers = json.loads(kept.get("answers", "") or "{}")
            number = int(kept.get("number", "") or 0)
        except ValueError:
            answers, number = {}, 0
        if not answers or not number or not self._writable:
            self._begin_next()
            return
        self.way.setCurrentIndex(max(self.way.findData(kept.get("way", "")), 0))
        self.begin(number, {str(k): str(v) for k, v in answers.items()})
        self.group.setCurrentIndex(max(self.group.findData(kept.get("group", "")), 0))
        self.told.setText(tr("已找回上次没有录完的答卷"))


def _groups(there: RoundSheets) -> tuple[str, ...]:
    planned = [line.group for line in there.round.said.plan]
    held = [sheet.said.group for sheet in there.sheets]
    return tuple(dict.fromkeys((*planned, *held))) or ("",)
