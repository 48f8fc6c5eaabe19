"""The papers of an exam: drawn by a blueprint with a seed, looked at, and written as documents."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reports.exam_papers import ExamPaperKind
from app.verification.exam.exams import EXAMS, FIRST, MAKEUP, Exam, read_exams
from app.verification.exam.making import make_papers
from app.verification.exam.papers import Paper, Printed
from app.verification.exam.questions import LETTERS, QuestionKind
from app.verification.exam.schema import Blueprint
from app.verification.notes import Note, alter_note
from app.verification.sampling import propose_seed
from ui.actions import label
from ui.commands import Undoable, run
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.exam.writing import ask_and_write
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.wording import TOOL_VALUES, points_words

_WORDS = TOOL_VALUES["exam_questions"]


class PapersDialog(QDialog):
    """Drawing again with the same seed gives the same papers; it is refused once answers are in."""

    def __init__(
        self,
        context: PageContext,
        row: Note[Exam],
        blueprints: Sequence[Blueprint],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context, self._row = context, row
        self._blueprints = tuple(blueprints)
        self.setWindowTitle(window_title(tr("试卷：{name}", name=row.said.name)))
        self.blueprint = QComboBox()
        self.blueprint.setAccessibleName(tr("组卷方案"))
        for each in self._blueprints:
            self.blueprint.addItem(each.title, each.id)
        if row.said.rules is not None:
            place = self.blueprint.findData(row.said.rules.id)
            self.blueprint.setCurrentIndex(max(place, 0))
        self.about = label("", "muted", wrap=True)
        self.sitting = QComboBox()
        self.sitting.setAccessibleName(tr("场次"))
        self.sitting.addItem(tr("考试"), FIRST)
        self.sitting.addItem(tr("补考"), MAKEUP)
        self.seed = QLineEdit(propose_seed(datetime.now()))
        self.seed.setAccessibleName(tr("抽题种子"))
        self.seed.setToolTip(tip(tr("同一题库、同一方案、同一种子，抽出的题和题序总是一样")))
        self.make = QPushButton(tr("组卷"))
        self.make.setToolTip(tip(tr("按方案从题库里抽题；录入答案以后不能再抽")))
        self.version = QComboBox()
        self.version.setAccessibleName(tr("看哪一套"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("试卷内容"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.told = label("", "subheading", wrap=True)
        self.buttons = QDialogButtonBox(self)
        self.write = self.buttons.addButton(tr("写出文书…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.write.setToolTip(
            tip(tr("试卷、参考答案；抽取考生以后还有签到表、抽取记录、带考号的答题卡"))
        )
        self.write.setAutoDefault(False)
        self.write.clicked.connect(self.write_papers)
        self.buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self._build()
        self.make.setEnabled(not context.session.read_only and bool(self._blueprints))
        self.make.clicked.connect(self.make_papers)
        self.blueprint.currentIndexChanged.connect(self._describe)
        self.sitting.currentIndexChanged.connect(self._show)
        self.version.currentIndexChanged.connect(self._show_version)
        resize_within_window(self, theme.space(900), theme.space(640))
        self._describe()
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.blueprint.accessibleName(), self.blueprint)
        form.addRow("", self.about)
        line = horizontal(spacing=theme.space(12))
        line.addWidget(self.sitting)
        line.addWidget(label(self.seed.accessibleName()))
        line.addWidget(self.seed, 1)
        self.make.setAutoDefault(False)
        line.addWidget(self.make)
        form.addRow(self.sitting.accessibleName(), line)
        heads = horizontal(spacing=theme.space(12))
        heads.addWidget(self.told, 1)
        heads.addWidget(label(self.version.accessibleName()))
        heads.addWidget(self.version)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(form)
        layout.addLayout(heads)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.buttons)

    @property
    def paper(self) -> Paper | None:
        """The paper of the sitting that is chosen."""
        return self._row.said.papers.get(self.sitting.currentData())

    @property
    def chosen(self) -> Blueprint | None:
        """The blueprint that is chosen."""
        wanted = self.blueprint.currentData()
        return next((each for each in self._blueprints if each.id == wanted), None)

    @Slot()
    def make_papers(self) -> None:
        """Draw the papers of the sitting."""
        blueprint, seed = self.chosen, self.seed.text().strip()
        if blueprint is None or not seed:
            return
        workspace, exam = self._context.session.services.workspace, self._row.id
        sitting: int = self.sitting.currentData()
        way = Undoable[Exam](
            text=tr("组卷"),
            undo=lambda before: alter_note(workspace, EXAMS, exam, before),
            then=lambda _before: self.read(),
        )
        run(
            self._context,
            lambda: make_papers(workspace, exam, blueprint, seed, sitting=sitting),
            way,
        )

    @Slot()
    def write_papers(self) -> None:
        """Write what is needed on the day of the exam."""
        drawn = self._row.said.draw is not None
        kinds = [ExamPaperKind.PAPER, ExamPaperKind.KEY]
        kinds += [ExamPaperKind.ATTENDANCE, ExamPaperKind.DRAW] if drawn else []
        sitting: int = self.sitting.currentData()
        ask_and_write(self._context, self, self._row, kinds, sitting, sheets=drawn)

    def read(self) -> None:
        """Read the exam anew."""
        workspace = self._context.session.services.workspace

        def job() -> tuple[Note[Exam], ...]:
            with workspace.reading() as session:
                return read_exams(session)

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, rows: tuple[Note[Exam], ...]) -> None:
        self._row = next((row for row in rows if row.id == self._row.id), self._row)
        self._show()

    @Slot()
    def _describe(self) -> None:
        each = self.chosen
        if each is None:
            self.about.setText(tr("没有组卷方案。"))
            return
        parts = [
            tr(
                "{kind} {count} 题，每题 {points} 分",
                kind=_WORDS[part.kind],
                count=part.count,
                points=points_words(part.points),
            )
            for part in each.parts
        ]
        parts.append(
            tr(
                "共 {total} 分，{minutes} 分钟，{mark} 分合格",
                total=points_words(each.total),
                minutes=each.minutes,
                mark=points_words(each.pass_mark),
            )
        )
        self.about.setText(tr("；").join(parts))

    @Slot()
    def _show(self) -> None:
        paper = self.paper
        self.version.clear()
        self.version.setEnabled(paper is not None)
        self.write.setEnabled(paper is not None)
        if paper is None:
            self.told.setText(tr("还没有组卷"))
            self.text.setPlainText("")
            return
        self.told.setText(
            tr("{count} 题，种子 {seed}", count=len(paper.questions), seed=paper.seed)
        )
        for version in paper.versions:
            self.version.addItem(tr("{name}卷", name=version.name), version.name)

    @Slot()
    def _show_version(self) -> None:
        paper, name = self.paper, self.version.currentData()
        if paper is not None and name is not None:
            self.text.setPlainText("\n\n".join(_shown(each) for each in paper.printed(name)))


def _shown(each: Printed) -> str:
    question = each.question
    lines = [
        tr(
            "{number}．（{kind}，{points} 分）{stem}",
            number=each.number,
            kind=_WORDS[question.kind],
            points=points_words(question.points),
            stem=question.stem,
        )
    ]
    lines += [
        tr("　　{letter}. {option}", letter=letter, option=option)
        for letter, option in zip(LETTERS, each.options, strict=False)
    ]
    between = "；" if question.kind is QuestionKind.BLANKS else ""
    lines.append(tr("　　答案：{answer}", answer=between.join(each.answers)))
    if question.source:
        lines.append(tr("　　出处：{source}", source=question.source))
    return "\n".join(lines)
