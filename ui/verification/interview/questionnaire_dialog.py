"""修改问卷: questions on the left, one of them in the middle, the sheet as it will be on the right.

What is saved is the county's own questionnaire, in its next edition; rounds keep theirs.
"""

import json
from collections.abc import Mapping

from pydantic import ValidationError
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from app.verification.interview.files import Questionnaires, save_edition
from app.verification.interview.schema import (
    MOST_QUESTIONS,
    Question,
    QuestionKind,
    Questionnaire,
    faults_of,
)
from app.visible_text import visible
from ui.actions import ActionButton, label, make_action
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.interview.question_editor import QuestionEditor
from ui.verification.interview.sheet_form import SheetForm
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, scrolled, vertical
from ui.widgets.wrapping import WrappingRow


class QuestionnaireDialog(QDialog):
    """``questionnaire`` is what is written; it is kept until it is saved or thrown away."""

    def __init__(
        self, context: PageContext, said: Questionnaire, known: Questionnaires, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context, self._before, self._known = context, said, known
        self._writable = not context.session.read_only
        self._key = f"ask/interview/questionnaire/{said.id}"
        self._said = said
        theme = context.theme
        self.setWindowTitle(window_title(tr("问卷：{title}", title=said.title)))
        self.title = _line(tr("问卷名称"), said.title)
        self.audience = _line(tr("访谈对象"), said.audience)
        self.introduction = QPlainTextEdit(said.introduction)
        self.introduction.setAccessibleName(tr("开头的话"))
        self.introduction.setTabChangesFocus(True)
        self.introduction.setFixedHeight(theme.space(66))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("各题"))
        self.list.setWordWrap(True)
        self.editor = QuestionEditor(theme)
        self.preview = SheetForm(theme)
        self.add = make_action(self, tr("添加一题"), tr("在选中的题后面添加"), self.add_question)
        self.remove = make_action(self, tr("删除"), tr("删除选中的题"), self.remove_question)
        self.up = make_action(self, tr("上移"), tr("选中的题上移（Alt+↑）"), self.move_up, "Alt+Up")
        self.down = make_action(
            self, tr("下移"), tr("选中的题下移（Alt+↓）"), self.move_down, "Alt+Down"
        )
        self.told = label("", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("存为新版"),
            tr("存为县里的问卷，版次加一（Ctrl+S）"),
            shortcut="Ctrl+S",
        )
        self._lay_out()
        self._resume(context.drafts.of(self._key))
        self._show_list(0)
        for line in (self.title, self.audience):
            line.textChanged.connect(self._follow)
        self.introduction.textChanged.connect(self._follow)
        self.list.currentRowChanged.connect(self._on_row)
        self.editor.changed.connect(self._on_edited)
        self._on_row(0)

    def _lay_out(self) -> None:
        theme = self.context.theme
        space = theme.space
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in (self.title, self.audience, self.introduction):
            form.addRow(field.accessibleName(), field)
        left, middle, right = QWidget(), QWidget(), QWidget()
        column = vertical(left, spacing=space(6))
        column.addLayout(form)
        column.addWidget(self.list, 1)
        buttons = WrappingRow(fill=False)
        for action in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(ActionButton(action, theme, flat=True))
        column.addLayout(buttons)
        inner = vertical(middle, space(4), 0, space(4), 0)
        inner.addWidget(self.editor)
        side = vertical(right, spacing=space(4))
        side.addWidget(label(tr("预览（可以试填）"), "subheading"))
        side.addWidget(self.preview, 1)
        whole = vertical(self, *(space(12),) * 4, spacing=space(8))
        parts = beside(left, scrolled(middle), right, sizes=(space(330), space(380), space(430)))
        whole.addWidget(parts, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.buttons)
        resize_within_window(self, space(1240), space(700))

    # --- what is written -------------------------------------------------------------------------

    @property
    def questionnaire(self) -> Questionnaire:
        """What is written."""
        return self._said.model_copy(
            update={
                "title": " ".join(self.title.text().split()),
                "audience": " ".join(self.audience.text().split()),
                "introduction": " ".join(self.introduction.toPlainText().split()),
            }
        )

    def _put(self, questions: tuple[Question, ...], row: int) -> None:
        self._said = self._said.model_copy(update={"questions": questions})
        self._show_list(row)
        self._on_row(row)

    def _show_list(self, row: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, question in enumerate(self._said.questions, 1):
                self.list.addItem(_heading(number, question))
            self.list.setCurrentRow(row)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._said.questions):
            self.editor.show_question(self._said.questions[row])
        self._follow()

    @Slot()
    def _on_edited(self) -> None:
        row, questions = self.list.currentRow(), list(self._said.questions)
        questions[row] = self.editor.question
        self._said = self._said.model_copy(update={"questions": tuple(questions)})
        item = self.list.item(row)
        item.setText(_heading(row + 1, questions[row]))
        self._follow()

    @Slot()
    def add_question(self) -> None:
        """Put a question below the one that is chosen."""
        questions = list(self._said.questions)
        row = self.list.currentRow() + 1
        taken = {question.id for question in questions}
        number = next(n for n in range(1, MOST_QUESTIONS + 2) if f"q{n}" not in taken)
        new = Question(
            id=f"q{number}",
            kind=QuestionKind.SINGLE,
            text=tr("新的一题"),
            options=(tr("是"), tr("否"), tr("不清楚")),
        )
        self._put((*questions[:row], new, *questions[row:]), row)
        self.editor.text.setFocus()
        self.editor.text.selectAll()

    @Slot()
    def remove_question(self) -> None:
        """Take the chosen question out; the last one stays."""
        row, questions = self.list.currentRow(), self._said.questions
        if len(questions) > 1:
            left = (*questions[:row], *questions[row + 1 :])
            self._put(left, min(row, len(left) - 1))

    @Slot()
    def move_up(self) -> None:
        """Let the chosen question change places with the one above."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Let it change places with the one below."""
        self._move(1)

    def _move(self, by: int) -> None:
        row, questions = self.list.currentRow(), list(self._said.questions)
        if 0 <= row + by < len(questions):
            questions[row], questions[row + by] = questions[row + by], questions[row]
            self._put(tuple(questions), row + by)

    # --- what follows ----------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        said, row = self.questionnaire, self.list.currentRow()
        self.preview.ask(said.questions)
        if 0 <= row < len(self.preview.parts):
            self.preview.show_part(row)
        wrong = _wrong_questions(said)
        told = tr("共 {count} 题", count=len(said.questions))
        if wrong:
            numbers = tr("、").join(str(number) for number in wrong)
            told = tr("第 {numbers} 题还不完整", numbers=numbers)
        elif not said.title or not said.audience:
            told = tr("请写问卷名称和访谈对象")
        self.told.setText(told)
        complete = not wrong and bool(said.title) and bool(said.audience)
        changed = said != self._before
        self.agree.setEnabled(self._writable and complete and changed)
        self.editor.say(
            tr("选项至少两个，满意、不计入、写字的要是其中的第几个") if row + 1 in wrong else ""
        )
        self.add.setEnabled(self._writable and len(said.questions) < MOST_QUESTIONS)
        self.remove.setEnabled(self._writable and len(said.questions) > 1)
        self.up.setEnabled(self._writable and row > 0)
        self.down.setEnabled(self._writable and row + 1 < len(said.questions))
        kept = json.dumps(said.model_dump(mode="json"), ensure_ascii=False) if changed else ""
        self.context.drafts.note(self._key, said.title, {"said": kept} if kept else {})

    def _resume(self, kept: Mapping[str, str]) -> None:
        try:
            said = Questionnaire.model_validate_json(kept.get("said", ""))
        except ValidationError:
            return
        self._said = said
        self.title.setText(said.title)
        self.audience.setText(said.audience)
        self.introduction.setPlainText(said.introduction)

    def accept(self) -> None:
        """Save the next edition."""
        folder = self.context.session.services.workspace.layout.questionnaires
        said, known = self.questionnaire, self._known
        done = super().accept

        def saved(_path: object) -> None:
            self.context.drafts.drop(self._key)
            self.context.notice.say(tr("已存为新版：{title}", title=said.title))
            done()

        self.context.session.write(lambda: save_edition(folder, said, known), saved)

    def reject(self) -> None:
        """Close; what was written is thrown away, as in other dialogs that are cancelled."""
        self.context.drafts.drop(self._key)
        super().reject()


def _wrong_questions(said: Questionnaire) -> tuple[int, ...]:
    """The questions that say too little or what does not go together, counted from 1."""
    places = (place for place, _kind, _told in faults_of(said) if place[0] == "questions")
    wrong = {int(place[1]) + 1 for place in places}
    wrong |= {n for n, question in enumerate(said.questions, 1) if not question.text}
    return tuple(sorted(wrong))


def _heading(number: int, question: Question) -> str:
    return visible(tr("{number}．{text}", number=number, text=question.text))


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made
