"""考试: the exams of a task, their papers, people, answers and results."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.verification import slots
from app.verification.exam.blueprints import Blueprints, load_blueprints
from app.verification.exam.exams import EXAMS, FIRST, Exam
from app.verification.exam.people import Person, read_people
from app.verification.notes import Note
from ui import dialogs
from ui.actions import ActionButton, make_action, mark_writing
from ui.literal import window_title
from ui.page import PageContext
from ui.theme import Theme
from ui.translation import tr
from ui.verification.exam.answers_dialog import AnswersDialog
from ui.verification.exam.papers_dialog import PapersDialog
from ui.verification.exam.people_dialog import PeopleDialog
from ui.verification.exam.results_dialog import ResultsDialog
from ui.verification.note_panel import NoteDialog, NotePanel, NoteWords
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.widgets.line_table import Column
from ui.wording import points_words


class ExamPanel(NotePanel[Exam]):
    """The exams that were held, or will be, for a task."""

    def __init__(self, context: PageContext) -> None:
        self.work: QDialog | None = None
        super().__init__(context, EXAMS, _words(), _columns())

    def lay_out_head(self) -> None:
        """See ``NotePanel``; also what is done with an exam, in its order."""
        self.papers = make_action(
            self, tr("试卷…"), tr("按组卷方案抽题，写出试卷、答题卡和答案"), self.open_papers
        )
        self.people = make_action(
            self, tr("考生…"), tr("名单、抽取、座位、缺考和补考"), self.open_people
        )
        self.enter = make_action(self, tr("录入…"), tr("录入选中考试的答题卡"), self.open_answers)
        self.results = make_action(
            self, tr("成绩…"), tr("合格率、分布、试题分析，成绩单和证明"), self.open_results
        )
        line = horizontal()
        line.addWidget(self.head, 1)
        mark_writing(self.enter)
        actions = (self.add, self.alter, self.remove)
        for action in (*actions, self.papers, self.people, self.enter, self.results):
            line.addWidget(ActionButton(action, self.context.theme, flat=True))
        self.column.addLayout(line)

    def new(self, slot: slots.Slot) -> tuple[str, Exam]:
        """See ``NotePanel``."""
        year = self.context.session.snapshot.today.year
        return tr("{unit}：登记考试", unit=slot.unit), Exam(tr("{year}年随机抽考", year=year))

    def dialog_for(self, title: str, said: Exam) -> "ExamDialog":
        """See ``NotePanel``."""
        return ExamDialog(
            self.context.theme, title, said, self.context.session.snapshot.today, self
        )

    def name_of(self, said: Exam) -> str:
        """See ``NotePanel``."""
        return said.name

    def enable(self) -> None:
        """See ``NotePanel``."""
        super().enable()
        row = self.chosen()
        self.papers.setEnabled(row is not None)
        self.people.setEnabled(row is not None)
        ready = row is not None and FIRST in row.said.papers and row.said.draw is not None
        self.enter.setEnabled(ready and not self.context.session.read_only)
        self.results.setEnabled(ready)

    # --- work on an exam -------------------------------------------------------------------------

    @Slot()
    def open_papers(self) -> None:
        """Open the papers of the exam that is chosen."""
        row = self.chosen()
        if row is None:
            return
        folder = self.context.session.services.workspace.layout.exams

        def show(found: Blueprints) -> None:
            for error in found.invalid:
                dialogs.show_error(self, error)
            self._open(PapersDialog(self.context, row, found.all, self))

        self.context.session.read(lambda: load_blueprints(folder), show)

    @Slot()
    def open_people(self) -> None:
        """Open the list of people of the exam that is chosen."""
        self._with_people(lambda row, _people: PeopleDialog(self.context, row, self))

    @Slot()
    def open_answers(self) -> None:
        """Enter answer sheets of the exam that is chosen."""
        self._with_people(lambda row, people: AnswersDialog(self.context, row, people, self))

    @Slot()
    def open_results(self) -> None:
        """Show the results of the exam that is chosen."""
        self._with_people(lambda row, people: ResultsDialog(self.context, row, people, self))

    def _with_people(self, make: Callable[[Note[Exam], tuple[Note[Person], ...]], QDialog]) -> None:
        row = self.chosen()
        if row is None:
            return
        workspace = self.context.session.services.workspace

        def job() -> tuple[Note[Person], ...]:
            with workspace.reading() as session:
                return read_people(session, row.id)

        self.context.session.read(job, lambda people: self._open(make(row, people)))

    def _open(self, dialog: QDialog) -> None:
        self.work = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ExamDialog(NoteDialog[Exam]):
    """``said`` is what was entered; the button waits for a name and possible days."""

    def __init__(self, theme: Theme, title: str, said: Exam, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = said
        self.setWindowTitle(window_title(title))
        self.name = _line(tr("考试名称"), said.name)
        self.held_on = _line(tr("考试日期"), said.held_on)
        self.held_on.setPlaceholderText(tr("如 {day}，未定就不填", day=today.isoformat()))
        self.starts_at = _line(tr("开始时间"), said.starts_at)
        self.room = _line(tr("考试地点"), said.room)
        self.makeup_on = _line(tr("补考日期"), said.makeup_on)
        self.makeup_on.setPlaceholderText(tr("没有补考就不填"))
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.name, self.held_on, self.starts_at, self.room, self.makeup_on):
            form.addRow(field.accessibleName(), field)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(460), theme.space(270))
        self.name.textChanged.connect(self._follow)
        self._follow()

    @property
    def said(self) -> Exam:
        """What was entered; papers and draw stay as they are."""
        before = self._before
        return Exam(
            self.name.text(),
            self.held_on.text(),
            self.starts_at.text(),
            self.room.text(),
            self.makeup_on.text(),
            before.rules,
            before.papers,
            before.draw,
        )

    @Slot()
    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.name.text().strip()))


def _words() -> NoteWords:
    return NoteWords(
        rows=tr("考试"),
        none=tr("考试：还没有登记"),
        count=lambda count: tr("考试 {count} 场", count=count),
        add=(tr("登记考试…"), tr("登记一场随机抽考：名称、日期、地点")),
        alter=(tr("修改…"), tr("修改选中的考试")),
        remove=(tr("移除考试"), tr("移除选中的考试，可以撤销")),
        added=tr("登记考试"),
        altered=tr("修改考试"),
        removed=tr("移除考试"),
        draft="exam",
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("考试"), 0, lambda row: row.said.name),
        Column(tr("日期"), 88, lambda row: row.said.held_on),
        Column(tr("试卷"), 150, _paper),
        Column(tr("考生"), 120, _people),
        Column(tr("地点"), 110, lambda row: row.said.room),
        Column(tr("单位"), 90, lambda row: row.slot.unit),
    )


def _paper(row: Note[Exam]) -> str:
    paper = row.said.papers.get(FIRST)
    if paper is None:
        return tr("还没有组卷")
    return tr(
        "{count} 题，{points} 分，{versions} 套",
        count=len(paper.questions),
        points=points_words(paper.total),
        versions=len(paper.versions),
    )


def _people(row: Note[Exam]) -> str:
    draw = row.said.draw
    if draw is None:
        return tr("还没有抽取")
    return tr("{of} 人中抽 {count} 人", of=draw.of, count=draw.count)


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made
