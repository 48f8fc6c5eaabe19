"""The results of an exam: who passed, how points are spread, how good each question was."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.completeness.figures import FigureSaid, put_figures
from app.reports.exam_papers import ExamPaperKind
from app.verification.exam.exams import FIRST, Exam
from app.verification.exam.filling import figures_of, state
from app.verification.exam.people import Person
from app.verification.exam.statistics import (
    BANDS,
    ItemStatistics,
    Result,
    Tally,
    item_statistics,
    results_of,
    spread_of,
    tally_of,
)
from app.verification.notes import Note
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.exam.writing import ask_and_write
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import TOOL_VALUES, points_words, share_words

_WORDS = TOOL_VALUES["exam_questions"]
_STATES = TOOL_VALUES["exam_people"]


class ResultsDialog(QDialog):
    """What stands here is worked out from the answers; nothing of it is typed."""

    def __init__(
        self,
        context: PageContext,
        row: Note[Exam],
        people: Sequence[Note[Person]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context, self._row = context, row
        self._people = tuple(person.said for person in people)
        self.setWindowTitle(window_title(tr("成绩：{name}", name=row.said.name)))
        self.sitting = QComboBox()
        self.sitting.setAccessibleName(tr("场次"))
        for sitting in row.said.papers:
            self.sitting.addItem(tr("考试") if sitting == FIRST else tr("补考"), sitting)
        self.told = label("", "subheading", wrap=True)
        self.spread = label("", "muted", wrap=True)
        self.people = LineTable(
            tr("成绩"), LineModel(_people_columns(), lambda r: r.person.number, theme), theme
        )
        self.questions = LineTable(
            tr("试题分析"), LineModel(_item_columns(), lambda r: r.number, theme), theme
        )
        self.tabs = QTabWidget()
        self.tabs.addTab(self.people, tr("成绩"))
        self.tabs.addTab(self.questions, tr("试题分析"))
        self.fill = make_action(
            self, tr("填入数据"), tr("把合格率连同依据填到指标的量化要求"), self.fill_figures
        )
        mark_writing(self.fill)
        self.write = make_action(
            self, tr("写出成绩单、证明…"), tr("考试成绩单和合格证明"), self.write_papers
        )
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        line = horizontal(spacing=theme.space(8))
        line.addWidget(self.sitting)
        line.addWidget(self.told, 1)
        for action in (self.fill, self.write):
            line.addWidget(ActionButton(action, theme, flat=True))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(line)
        layout.addWidget(self.spread)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)
        self.sitting.currentIndexChanged.connect(self._show)
        resize_within_window(self, theme.space(900), theme.space(620))
        self._show()

    @property
    def results(self) -> tuple[Result, ...]:
        """What everybody's sheet of the sitting came to."""
        sitting = self.sitting.currentData()
        return results_of(self._row.said, self._people, sitting) if sitting is not None else ()

    @Slot()
    def _show(self) -> None:
        results = self.results
        tally = tally_of(results)
        told = [
            tr("抽 {drawn} 人，参考 {present} 人", drawn=tally.drawn, present=tally.present),
            tr("缺考 {count} 人", count=tally.absent),
            tr("合格率 {rate}", rate=share_words(tally.passed, tally.scored)),
        ]
        if tally.waiting:
            told.append(tr("{count} 人还没有成绩", count=tally.waiting))
        self.told.setText(tr("，").join(told))
        self.spread.setText(self._spread_words(results))
        self.people.show_rows(results)
        self.questions.show_rows(item_statistics(results))
        self.write.setEnabled(tally.scored > 0)
        self.fill.setEnabled(bool(self._figures(tally)) and not self._context.session.read_only)

    def _figures(self, tally: Tally) -> tuple[FigureSaid, ...]:
        """What the exam itself, not 补考, says of the figures that its blueprint names."""
        if self.sitting.currentData() != FIRST or not tally.scored:
            return ()
        framework = self._context.session.snapshot.framework
        return figures_of(framework, self._row.said, tally)

    @Slot()
    def write_papers(self) -> None:
        """Write the result sheet, and certificates where somebody passed."""
        kinds = [ExamPaperKind.RESULTS]
        if tally_of(self.results).passed:
            kinds.append(ExamPaperKind.CERTIFICATE)
        ask_and_write(self._context, self, self._row, kinds, self.sitting.currentData())

    @Slot()
    def fill_figures(self) -> None:
        """State the figures that the exam says, with what they rest on."""
        figures = self._figures(tally_of(self.results))
        workspace, unit = self._context.session.services.workspace, self._row.slot.unit
        way = Undoable[tuple[FigureSaid, ...]](
            text=tr("填入 {count} 个考试算出的数", count=len(figures)),
            undo=lambda before: put_figures(workspace, unit, before),
        )
        run(self._context, lambda: state(workspace, unit, figures), way)

    def _spread_words(self, results: Sequence[Result]) -> str:
        sitting = self.sitting.currentData()
        if sitting is None:
            return ""
        total = self._row.said.paper(sitting).total
        spread = spread_of(results, total)
        if spread is None:
            return tr("还没有成绩。")
        bands = [
            tr("{low}% 起 {count} 人", low=low, count=count)
            for low, count in zip(BANDS, spread.bands, strict=True)
            if count
        ]
        return tr(
            "满分 {total}，平均 {mean}，中位数 {median}，标准差 {deviation}，最低 {least}，"
            "最高 {most}；按得分率：{bands}。",
            total=points_words(total),
            mean=points_words(spread.mean),
            median=points_words(spread.median),
            deviation=points_words(spread.deviation),
            least=points_words(spread.least),
            most=points_words(spread.most),
            bands=tr("，").join(bands),
        )


def _people_columns() -> tuple[Column, ...]:
    return (
        Column(tr("考号"), 56, lambda r: r.person.number),
        Column(tr("姓名"), 90, lambda r: r.person.name),
        Column(tr("单位"), 0, lambda r: r.person.department),
        Column(tr("试卷"), 48, lambda r: r.person.paper_version),
        Column(tr("得分"), 64, _points, order=lambda r: -1.0 if r.total is None else r.total),
        Column(tr("结果"), 84, _outcome, ink=_ink),
    )


def _points(result: Result) -> str:
    return "" if result.total is None else points_words(result.total)


def _outcome(result: Result) -> str:
    if result.marked is not None and result.marked.open:
        return tr("待评分")
    if result.passed is None:
        return _STATES[result.person.attendance]
    return tr("合格") if result.passed else tr("不合格")


def _ink(result: Result, colours: Colours) -> str | None:
    return colours.problem if result.passed is False else None


def _item_columns() -> tuple[Column, ...]:
    return (
        Column(tr("题号"), 48, lambda r: str(r.number), order=lambda r: r.number),
        Column(tr("题型"), 0, lambda r: _WORDS[r.kind]),
        Column(tr("答对"), 130, lambda r: share_words(r.right, r.answered)),
        Column(tr("难度 P"), 72, lambda r: f"{r.difficulty:.2f}"),
        Column(tr("区分度 D"), 80, lambda r: f"{r.discrimination:.2f}"),
        Column(tr("相关"), 64, _correlation),
    )


def _correlation(item: ItemStatistics) -> str:
    return "—" if item.correlation is None else f"{item.correlation:.2f}"
