"""题库: the questions of a unit, entered one by one or imported."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot

from app.verification import slots
from app.verification.exam.question_files import BankImport, import_questions, write_template
from app.verification.exam.questions import (
    QUESTIONS,
    Question,
    QuestionKind,
    change_bank,
)
from app.verification.exam.starter import examples
from app.verification.notes import Note, NoteChanges
from ui import dialogs
from ui.actions import ActionButton, make_action, mark_writing
from ui.commands import Undoable, run, start
from ui.page import PageContext
from ui.translation import tr
from ui.verification.exam.question_dialog import QuestionDialog
from ui.verification.note_panel import NotePanel, NoteWords
from ui.verification.panels import Shown
from ui.widgets.layouts import horizontal
from ui.widgets.line_table import Column
from ui.wording import TOOL_VALUES

_WORDS = TOOL_VALUES["exam_questions"]


class BankPanel(NotePanel[Question]):
    """The bank of the unit, at each of its exam tasks."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QUESTIONS, _words(), _columns())

    def lay_out_head(self) -> None:
        """See ``NotePanel``; also import, and the form for it."""
        self.load = make_action(
            self, tr("导入题库…"), tr("导入 xlsx 或 csv，有错的行逐行说明"), self.ask_file
        )
        self.form = make_action(
            self, tr("导入表样"), tr("写出题库的表样，填好后再导入"), self.write_form
        )
        mark_writing(self.load)
        line = horizontal()
        line.addWidget(self.head, 1)
        for action in (self.add, self.alter, self.remove, self.load, self.form):
            line.addWidget(ActionButton(action, self.context.theme, flat=True))
        self.column.addLayout(line)

    def belongs(self, row: Note[Question], shown: Shown) -> bool:
        """See ``NotePanel``."""
        return shown.unit in {"", row.slot.unit}

    def told(self, rows: Sequence[Note[Question]]) -> str:
        """See ``NotePanel``."""
        kinds = Counter(row.said.kind for row in rows)
        parts = [
            tr("{kind} {count}", kind=_WORDS[kind], count=kinds[kind])
            for kind in QuestionKind
            if kinds[kind]
        ]
        return tr("题库 {count} 题：{parts}", count=len(rows), parts=tr("，").join(parts))

    def new(self, slot: slots.Slot) -> tuple[str, Question]:
        """See ``NotePanel``."""
        own = [row.said for row in self.all_rows if row.slot.unit == slot.unit]
        last = own[-1] if own else None
        said = Question(
            last.kind if last is not None else QuestionKind.SINGLE,
            "",
            last.chapter if last is not None else "",
            (),
            position=max((each.position for each in own), default=0) + 1,
        )
        return tr("{unit}：添加题目", unit=slot.unit), said

    def dialog_for(self, title: str, said: Question) -> QuestionDialog:
        """See ``NotePanel``."""
        chapters = list(dict.fromkeys(row.said.chapter for row in self.all_rows))
        return QuestionDialog(self.context.theme, title, said, chapters, self)

    def name_of(self, said: Question) -> str:
        """See ``NotePanel``."""
        return said.stem

    def enable(self) -> None:
        """See ``NotePanel``."""
        super().enable()
        self.load.setEnabled(self.add.isEnabled())

    # --- files -----------------------------------------------------------------------------------

    @Slot()
    def ask_file(self) -> None:
        """Let a person pick a file of questions, and import it."""
        slot = self.slot_of_new()
        if slot is None:
            return
        path = dialogs.choose_file(self, tr("导入题库"), "")
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Take in the questions of a file, all or none."""
        slot = self.slot_of_new()
        if slot is None:
            return
        workspace, unit = self.context.session.services.workspace, slot.unit
        way = Undoable[BankImport](
            text=lambda done: tr("导入题目 {count} 道", count=done.added),
            undo=lambda done: change_bank(workspace, unit, done.back),
            redo=lambda done: change_bank(
                workspace, unit, NoteChanges(restored=done.back.withdrawn)
            ),
        )
        run(self.context, lambda: import_questions(workspace, unit, path), way)

    @Slot()
    def write_form(self) -> None:
        """Write the form in which questions are handed in."""
        folder = self.context.session.services.workspace.layout.exports

        def job(_job: object) -> Path:
            target = folder / tr("题库表样.xlsx")
            write_template(target, examples())
            return target

        start(self.context, tr("写出题库表样"), job, self._told_form, brief=True)

    @Slot(object)
    def _told_form(self, target: Path) -> None:
        self.context.notice.say(tr("已写出 {path}", path=str(target)))


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("题库"),
        none=tr("题库：还没有题目"),
        count=lambda count: tr("题库 {count} 题", count=count),
        add=(tr("出题…"), tr("添加一道题")),
        alter=(tr("改题…"), tr("修改选中的题目")),
        remove=(tr("移除题目"), tr("移除选中的题目，可以撤销")),
        added=tr("添加题目"),
        altered=tr("修改题目"),
        removed=tr("移除题目"),
        draft="exam_question",
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("题型"), 84, lambda row: _WORDS[row.said.kind]),
        Column(tr("题干"), 0, lambda row: row.said.stem),
        Column(tr("答案"), 72, lambda row: _answer(row.said)),
        Column(tr("章"), 110, lambda row: row.said.chapter),
        Column(tr("难度"), 44, lambda row: _WORDS[row.said.difficulty]),
        Column(tr("出处"), 130, lambda row: row.said.source),
        Column(tr("有效期止"), 88, lambda row: row.said.valid_until),
        Column(tr("单位"), 90, lambda row: row.slot.unit),
    )


def _answer(said: Question) -> str:
    return "；".join(said.answers) if said.kind is QuestionKind.BLANKS else "".join(said.answers)
