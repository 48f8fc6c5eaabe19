"""The window in which the rows of a register are typed, pasted and imported."""

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QWidget

from app.verification.material_check.registers.editing import (
    EditRow,
    difference,
    opened,
    with_cells,
    without,
)
from app.verification.material_check.registers.filling import NOTHING
from app.verification.material_check.registers.importing import TableFile, read_file, remember
from app.verification.material_check.registers.matching import Matching, take
from app.verification.material_check.registers.rows import Book, Line, change_rows
from app.verification.material_check.registers.statistics import statistics
from app.verification.notes import NoteChanges
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run, start
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.material_check.matching_dialog import MatchingDialog
from ui.verification.material_check.register_model import RegisterModel
from ui.verification.material_check.register_view import RegisterView
from ui.verification.material_check.register_words import fault_line
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical

_EVERYTHING, _FAULTY = 0, -1
#: So many faults are listed; when they are mended the next ones come.
_LISTED = 300
#: Milliseconds after the last change until totals and faults are told anew.
_PAUSE = 250


class RegisterDialog(QDialog):
    """Nothing is stored before 保存, and then all at once; what was typed survives a crash."""

    def __init__(
        self, context: PageContext, book: Book, parent: QWidget, *, office: bool, foreign: str
    ) -> None:
        """``foreign`` says why rows of the other side cannot be changed."""
        super().__init__(parent)
        self.context, self.book = context, book
        theme, register = context.theme, book.register
        self.setWindowTitle(
            window_title(tr("{title}　{unit}", title=register.title, unit=book.unit))
        )
        self._before = opened(book, office=office)
        writable = not context.session.read_only
        self.model = RegisterModel(
            register, self._before, theme, writable=writable, foreign=foreign, parent=self
        )
        self._matching: Matching | None = None
        self._key = f"ask/indicators/register/{register.id}/{book.unit}"
        self.about = label(register.about, "muted", wrap=True)
        self.totals = label("", wrap=True)
        self.years = QComboBox()
        self.years.setAccessibleName(tr("显示哪些行"))
        self.view = RegisterView(register.title, self.model, theme)
        self.faults = QListWidget()
        self.faults.setAccessibleName(tr("待改之处"))
        self.undo = make_action(self, tr("撤销"), tr("撤销表里的上一步"), self.model.undo)
        self.redo = make_action(self, tr("重做"), tr("重做撤销的一步"), self.model.redo)
        self.paste = make_action(
            self, tr("粘贴"), tr("从 Excel、WPS 复制的块；带表头的按列名对应"), self.view.paste
        )
        self.remove = make_action(
            self, tr("删除行"), tr("删除选中的行"), self.remove_rows, "Ctrl+-", within=True
        )
        self.load = make_action(
            self, tr("导入表格…"), tr("导入 xlsx 或 csv，先核对各列怎样对应"), self.import_file
        )
        mark_writing(self.paste, self.remove, self.load)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+S）"), shortcut="Ctrl+S", refuse=tr("关闭")
        )
        self.agree.setAutoDefault(False)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._tell)
        self.model.edited.connect(self._on_edited)
        self.view.headed.connect(self._on_headed)
        self.years.activated.connect(lambda _n: self._filter())
        self.faults.itemActivated.connect(lambda _item: self._go_to_fault())
        self.faults.itemClicked.connect(lambda _item: self._go_to_fault())
        self._places: list[tuple[int, str]] = []
        self._resume(context.drafts.of(self._key))
        self._tell()

    def _lay_out(self) -> None:
        theme = self.context.theme
        line = horizontal(spacing=theme.space(6))
        line.addWidget(self.years)
        for action in (self.load, self.paste, self.remove, self.undo, self.redo):
            line.addWidget(ActionButton(action, theme, flat=True))
        line.addStretch(1)
        column = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(8))
        column.addWidget(self.about)
        column.addWidget(self.totals)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addWidget(self.faults)
        column.addWidget(self.buttons)
        self.faults.setMaximumHeight(theme.space(92))
        self.view.setFocus()
        resize_within_window(self, theme.space(1280), theme.space(700))

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def changes(self) -> NoteChanges[Line]:
        """What would be stored."""
        return difference(self.book.register, self._before, self.model.rows)

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()
        self.agree.setEnabled(self.model.writable)

    @Slot()
    def _tell(self) -> None:
        register, judged = self.book.register, self.model.judged
        lines = statistics(register, judged)
        whole = lines[-1]
        told = [tr("共 {count} 行", count=whole.rows)]
        if whole.faulty:
            told.append(tr("待改 {count} 行（不计入下面的数）", count=whole.faulty))
        for rate, value, words in zip(register.rates, whole.values, whole.reckonings, strict=True):
            if value == NOTHING:
                continue
            told.append(tr("{name} {value}（{words}）", name=rate.name, value=value, words=words))
        self.totals.setText(tr("；").join(told))
        self._list_faults()
        self._list_years()
        changed = self.model.writable and bool(self.changes)
        self.agree.setEnabled(changed)
        self.undo.setEnabled(self.model.can_undo)
        self.redo.setEnabled(self.model.can_redo)
        self.context.drafts.note(self._key, register.title, self._draft() if changed else {})

    def _list_faults(self) -> None:
        found = [
            (number, fault) for number, row in enumerate(self.model.judged) for fault in row.faults
        ]
        self._places = [(number, fault.column) for number, fault in found[:_LISTED]]
        self.faults.clear()
        for number, fault in found[:_LISTED]:
            self.faults.addItem(fault_line(self.book.register, number, fault))
        if len(found) > _LISTED:
            self.faults.addItem(tr("还有 {count} 处，改好上面的再列出", count=len(found) - _LISTED))
        self.faults.setVisible(bool(found))

    def _list_years(self) -> None:
        chosen = self.years.currentData()
        years = sorted({row.year for row in self.model.judged if row.year})
        entries = [(tr("全部"), _EVERYTHING), (tr("只看待改的行"), _FAULTY)]
        entries += [(tr("{year} 年", year=year), year) for year in years]
        if [self.years.itemData(n) for n in range(self.years.count())] == [d for _, d in entries]:
            return
        self.years.clear()
        for text, data in entries:
            self.years.addItem(text, data)
        self.years.setCurrentIndex(max(self.years.findData(chosen), 0))

    @Slot()
    def _filter(self) -> None:
        wanted = self.years.currentData()
        if wanted == _FAULTY:
            self.model.show_only(lambda row: bool(row.faults))
        elif wanted:
            self.model.show_only(lambda row: row.year == wanted)
        else:
            self.model.show_only(lambda _row: True)
        self.view.turn_to(0, 0)

    @Slot()
    def _go_to_fault(self) -> None:
        place = self.faults.currentRow()
        if 0 <= place < len(self._places):
            number, column = self._places[place]
            if self.model.line_of(number) < 0:
                self.years.setCurrentIndex(0)
                self._filter()
            self.view.go_to(number, column)

    # --- what is done ----------------------------------------------------------------------------

    @Slot()
    def remove_rows(self) -> None:
        """Take the rows out that are selected."""
        chosen = self.view.selectionModel().selectedIndexes() or [self.view.currentIndex()]
        self.model.remove([self.model.number_of(index.row()) for index in chosen])

    @Slot()
    def import_file(self) -> None:
        """Ask for a table, and how its columns go into those of the register."""
        path = dialogs.choose_file(self, tr("导入表格"), "")
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Read a table, and ask how its columns go into those of the register."""
        workspace, register = self.context.session.services.workspace, self.book.register
        start(
            self.context,
            tr("读取表格"),
            lambda _job: read_file(workspace, register, path),
            self._ask_matching,
            brief=True,
        )

    @Slot(object)
    def _ask_matching(self, table: TableFile) -> None:
        dialog = self.matching = MatchingDialog(self.context.theme, self.book.register, table, self)
        dialog.accepted.connect(lambda: self._take(table, dialog.matching_chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, table: TableFile, matching: Matching) -> None:
        taken = take(table.rows, matching)
        self.model.add(taken.rows)
        self._on_headed(len(taken.rows), taken.totals, matching)
        self.view.scrollToBottom()

    @Slot(int, int, object)
    def _on_headed(self, count: int, totals: int, matching: Matching) -> None:
        self._matching = matching
        said = [tr("加入 {count} 行", count=count)]
        if totals:
            said.append(tr("跳过合计 {count} 行", count=totals))
        if matching.unused:
            said.append(tr("没有用到的列：{names}", names=tr("、").join(matching.unused)))
        self.context.notice.say(tr("；").join(said))

    def accept(self) -> None:
        """Store what was changed, all at once."""
        context, register, unit = self.context, self.book.register, self.book.unit
        workspace = context.session.services.workspace
        changes = self.changes
        if not changes:
            super().accept()
            return
        matching = self._matching

        def do() -> NoteChanges[Line]:
            back = change_rows(workspace, register, unit, changes)
            if matching is not None:
                remember(workspace, register, matching)
            return back

        def again(back: NoteChanges[Line]) -> object:
            forth = NoteChanges(
                altered=changes.altered, withdrawn=changes.withdrawn, restored=back.withdrawn
            )
            return change_rows(workspace, register, unit, forth)

        way = Undoable[NoteChanges[Line]](
            text=tr("修改{title}", title=register.title),
            undo=lambda back: change_rows(workspace, register, unit, back),
            redo=again,
        )
        run(context, do, way)
        context.drafts.drop_when_stored(self._key)
        super().accept()

    def reject(self) -> None:
        """Close; people are asked first if something was not stored."""
        if self.model.writable and self.changes:
            question = tr("不保存就关闭吗？")
            detail = tr("改动还没有保存。要留下请选“取消”，再按“保存”。")
            if not dialogs.ask(self, question, detail, tr("不保存")):
                return
        self._timer.stop()
        self.context.drafts.drop(self._key)
        super().reject()

    # --- what survives a crash -------------------------------------------------------------------

    def _draft(self) -> Mapping[str, str]:
        changes = self.changes
        return {
            "rows": json.dumps(
                {
                    "added": [dict(line.cells) for line in changes.added],
                    "altered": {id_: dict(line.cells) for id_, line in changes.altered.items()},
                    "removed": list(changes.withdrawn),
                },
                ensure_ascii=False,
            )
        }

    def _resume(self, kept: Mapping[str, str]) -> None:
        """Bring back what was typed before the program ended."""
        try:
            draft = json.loads(kept.get("rows", "") or "{}")
        except ValueError:
            return
        if not draft or not self.model.writable:
            return
        rows = self._with_draft(draft)
        if rows != self._before:
            self.model.begin_with(rows)
            self.context.notice.say(tr("已找回上次没有保存的改动"))

    def _with_draft(self, draft: Mapping[str, object]) -> tuple[EditRow, ...]:
        register, rows = self.book.register, self._before
        places = {row.id: number for number, row in enumerate(rows)}
        altered, added = draft.get("altered"), draft.get("added")
        changes = {}
        if isinstance(altered, dict):
            for id_, cells in altered.items():
                if id_ in places:
                    there = rows[places[id_]].judged.cells
                    changes[places[id_]] = {**dict.fromkeys(there, ""), **cells}
        if isinstance(added, list):
            changes |= {len(rows) + n: cells for n, cells in enumerate(added)}
        removed = draft.get("removed")
        gone = (
            [places[id_] for id_ in removed if id_ in places] if isinstance(removed, list) else []
        )
        return without(with_cells(register, rows, changes), gone)
