"""The dialog of a question of the bank: it says what is missing while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.verification.exam.questions import (
    BLANK,
    CHOICES,
    Difficulty,
    Question,
    QuestionKind,
    faults_of,
    read_answers,
    tidy,
)
from ui.actions import label
from ui.literal import window_title
from ui.theme import Theme
from ui.translation import tr
from ui.verification.note_panel import NoteDialog
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.wording import TOOL_VALUES, question_fault_words

_WORDS = TOOL_VALUES["exam_questions"]


class QuestionDialog(NoteDialog[Question]):
    """``said`` is what was entered; the button waits until the question is complete.

    ``chapters`` are those that the bank has.
    """

    def __init__(
        self, theme: Theme, title: str, said: Question, chapters: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._position = said.position
        self.setWindowTitle(window_title(title))
        self.kind = _choice(tr("题型"), QuestionKind, said.kind)
        self.difficulty = _choice(tr("难度"), Difficulty, said.difficulty)
        self.chapter = QComboBox()
        self.chapter.setEditable(True)
        self.chapter.setAccessibleName(tr("章"))
        self.chapter.addItems(list(chapters))
        self.chapter.setCurrentText(said.chapter)
        self.stem = _text(tr("题干"), said.stem, theme.space(72))
        self.options = _text(tr("选项"), "\n".join(said.options), theme.space(96))
        self.options.setPlaceholderText(tr("一行一个选项，不写 A、B、C"))
        between = "" if said.kind in CHOICES else "；"
        self.answers = _line(tr("答案"), between.join(said.answers))
        self.law = _line(tr("法律名称"), said.law)
        self.article = _line(tr("条款"), said.article)
        self.article.setPlaceholderText(tr("如 第五十四条第一款"))
        self.valid_from = _line(tr("有效期起"), said.valid_from)
        self.valid_until = _line(tr("有效期止"), said.valid_until)
        for day in (self.valid_from, self.valid_until):
            day.setPlaceholderText(tr("如 2021-07-15，不限就不填"))
        self.note = _line(tr("解析"), said.note)
        self.faults = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self._build(theme)
        for combo in (self.kind, self.difficulty):
            combo.currentIndexChanged.connect(self._follow)
        self.chapter.currentTextChanged.connect(self._follow)
        for text in (self.stem, self.options):
            text.textChanged.connect(self._follow)
        for line in (self.answers, self.valid_from, self.valid_until):
            line.textChanged.connect(self._follow)
        self._follow()
        self.stem.setFocus()

    def _build(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        first = horizontal(spacing=theme.space(12))
        first.addWidget(self.kind, 1)
        first.addWidget(label(self.difficulty.accessibleName()))
        first.addWidget(self.difficulty, 1)
        form.addRow(self.kind.accessibleName(), first)
        for field in (self.chapter, self.stem, self.options, self.answers):
            form.addRow(field.accessibleName(), field)
        source = horizontal(spacing=theme.space(12))
        source.addWidget(self.law, 2)
        source.addWidget(label(self.article.accessibleName()))
        source.addWidget(self.article, 2)
        form.addRow(self.law.accessibleName(), source)
        days = horizontal(spacing=theme.space(12))
        days.addWidget(self.valid_from, 1)
        days.addWidget(label(self.valid_until.accessibleName()))
        days.addWidget(self.valid_until, 1)
        form.addRow(self.valid_from.accessibleName(), days)
        form.addRow(self.note.accessibleName(), self.note)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(form)
        layout.addWidget(self.faults)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(680), theme.space(520))

    @property
    def said(self) -> Question:
        """What was entered."""
        kind = QuestionKind(self.kind.currentData())
        options = self.options.toPlainText().splitlines() if kind in CHOICES else []
        return Question(
            kind=kind,
            stem=self.stem.toPlainText(),
            chapter=self.chapter.currentText(),
            answers=read_answers(kind, self.answers.text()),
            options=tuple(option.strip() for option in options if option.strip()),
            law=self.law.text(),
            article=self.article.text(),
            difficulty=Difficulty(self.difficulty.currentData()),
            valid_from=self.valid_from.text().strip(),
            valid_until=self.valid_until.text().strip(),
            note=self.note.text(),
            position=self._position,
        )

    @Slot()
    def _follow(self) -> None:
        said = self.said
        self.options.setEnabled(said.kind in CHOICES)
        self.answers.setPlaceholderText(_how(said.kind))
        faults = faults_of(tidy(said))
        told = [question_fault_words(fault.value) for fault in faults]
        self.faults.setText(tr("；").join(told) if told else tr("可以保存"))
        self.agree.setEnabled(not faults)


def _how(kind: QuestionKind) -> str:
    return {
        QuestionKind.SINGLE: tr("如 B"),
        QuestionKind.MULTIPLE: tr("如 ABD"),
        QuestionKind.TRUE_FALSE: tr("对 或 错"),
        QuestionKind.BLANKS: tr("题干里用 {blank} 留空，几个答案用分号隔开", blank=BLANK),
        QuestionKind.SHORT: tr("参考答案，由人评分"),
    }[kind]


def _choice(
    name: str,
    values: type[QuestionKind] | type[Difficulty],
    chosen: QuestionKind | Difficulty,
) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for value in values:
        made.addItem(_WORDS[value], value.value)
    made.setCurrentIndex(made.findData(chosen.value))
    return made


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made


def _text(name: str, text: str, height: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(height)
    return made
