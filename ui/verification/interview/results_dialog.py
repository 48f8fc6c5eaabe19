"""结果: what the sheets of a round come to, the figures they fill, and what people suggested."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.changed import Area, Changed
from app.completeness.figures import FigureSaid, put_figures
from app.paths import legal_name
from app.verification.interview.entering import RoundSheets, alter_round, read_round
from app.verification.interview.exporting import export_round
from app.verification.interview.filling import FigureProposal, figure_proposals, fill_figures
from app.verification.interview.rectifying import (
    OpenedNotices,
    one_by_one,
    open_notices,
    remove_notices,
)
from app.verification.interview.results import (
    OpenAnswer,
    Results,
    by_topic,
    cross_table,
    results_of,
)
from app.verification.interview.rounds import Round, Topic
from app.verification.interview.schema import QuestionKind
from app.verification.material_check.registers.filling import FillState, read_stated
from app.visible_text import visible
from app.workspace.opening import Workspace
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.colours import Colours
from ui.commands import Undoable, run, start
from ui.dialog_drafts import keep_text
from ui.literal import window_title
from ui.page import PageContext
from ui.papers.opening import open_papers
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineDelegate, LineModel, LineTable
from ui.widgets.row_list import ROW
from ui.widgets.wrapping import WrappingRow
from ui.wording import FILL_STATES, QUESTION_KINDS, group_words, number_words, share_words

_BAR_COLUMN = 4
#: How much more of the height a table takes than the room below it.
_ALL_ROOM = 1000


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of the table of answers; ``part`` is how long its bar is, of 1."""

    key: tuple[str, int]
    number: str
    text: str
    answer: str
    words: str
    part: float = 0.0
    counted: bool = False


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A line of the cross table."""

    group: str
    answered: str
    satisfied: str
    options: str


@dataclass(frozen=True, slots=True)
class WordLine:
    """An answer in words, with what it is grouped under."""

    number: int
    topic: str
    answer: OpenAnswer


def answer_lines(results: Results) -> tuple[AnswerLine, ...]:
    """Every option of every question, and what numbers come to."""
    found: list[AnswerLine] = []
    for result in results.questions:
        question, head = result.question, str(result.number)
        kind = QUESTION_KINDS[question.kind.value]
        about = tr(
            "{text}（{kind}，{count} 人回答）",
            text=question.text,
            kind=kind,
            count=result.answered.counted,
        )
        lines = [
            (
                option.text,
                share_words(option.share.counted, option.share.of),
                option.share.counted / option.share.of if option.share.of else 0.0,
            )
            for option in result.options
        ]
        if result.satisfaction is not None:
            share = result.satisfaction
            lines.append((tr("满意度"), share_words(share.counted, share.of), -1.0))
        numbers = result.numbers
        if numbers is not None:
            unit = question.unit if question.kind is QuestionKind.NUMBER else tr("分")
            lines.append((tr("平均"), number_words(numbers.mean, unit), -1.0))
            lines.append((tr("中位数"), number_words(numbers.median, unit), -1.0))
        if question.kind is QuestionKind.OPEN:
            told = tr("{count} 条，见“开放题”", count=len(result.words))
            lines.append((tr("书面回答"), told, -1.0))
        for place, (answer, words, part) in enumerate(lines):
            found.append(
                AnswerLine(
                    (question.id, place),
                    head if place == 0 else "",
                    about if place == 0 else "",
                    answer,
                    words,
                    max(part, 0.0),
                    part >= 0,
                )
            )
    return tuple(found)


class ResultsDialog(QDialog):
    """Follows what is stored: figures that are filled here are shown as filled."""

    def __init__(
        self, context: PageContext, there: RoundSheets, parent: QWidget, *, mine: bool
    ) -> None:
        """``mine``: this side may change the round."""
        super().__init__(parent)
        self.context, self.there = context, there
        self._mine = mine and not context.session.read_only
        self._proposals: tuple[FigureProposal, ...] = ()
        self._closed = False
        self.topics_dialog: TopicsDialog | None = None
        theme = context.theme
        self.setWindowTitle(window_title(tr("结果：{name}", name=there.round.said.name)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._overview(theme), tr("概况"))
        self.tabs.addTab(self._answers(theme), tr("各题"))
        self.tabs.addTab(self._groups(theme), tr("分组"))
        self.tabs.addTab(self._words(theme), tr("开放题"))
        self.report = make_action(
            self, tr("访谈情况报告…"), tr("生成 Word 报告，可以改动"), self.open_report
        )
        self.export = make_action(
            self,
            tr("另存为 xlsx"),
            tr("答卷和统计，写到 exports 文件夹；隐去姓名、电话"),
            self.save_as,
        )
        foot = WrappingRow(fill=False)
        for action in (self.report, self.export):
            foot.addWidget(ActionButton(action, theme, flat=True))
        close = QPushButton(tr("关闭"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        whole = vertical(self, *(theme.space(12),) * 4, spacing=theme.space(8))
        whole.addWidget(self.tabs, 1)
        whole.addLayout(foot)
        resize_within_window(self, theme.space(1060), theme.space(660))
        context.session.bus.changed.connect(self._on_changed)
        self._show()
        self._read_figures()

    # --- the tabs --------------------------------------------------------------------------------

    def _overview(self, theme: Theme) -> QWidget:
        self.response = label("", wrap=True)
        self.satisfaction = label("", "subheading", wrap=True)
        columns = (
            Column(tr("量化要求"), 0, lambda row: row.threshold.text),
            Column(tr("算出"), 150, _computed, ink=_met_ink),
            Column(tr("达到"), 60, _met, ink=_met_ink),
            Column(tr("已填"), 80, _stated),
            Column(tr("状态"), 120, lambda row: FILL_STATES[row.state.value]),
        )
        model = LineModel(columns, _proposal_key, theme, tip=lambda row: row.basis)
        self.figures = LineTable(tr("量化要求"), model, theme)
        self.fill = make_action(
            self, tr("填入量化要求"), tr("把算出的数连同依据填到量化要求"), self.fill_figures
        )
        mark_writing(self.fill)
        self.no_figures = label(tr("这份问卷没有对应的量化要求。"), "muted", wrap=True)
        return _page(
            theme,
            self.response,
            self.satisfaction,
            self.no_figures,
            self.figures,
            _buttons(theme, self.fill),
        )

    def _answers(self, theme: Theme) -> QWidget:
        columns = (
            Column(tr("题"), 36, lambda row: row.number),
            Column(tr("题目"), 0, lambda row: row.text),
            Column(tr("选项"), 180, lambda row: row.answer),
            Column(tr("结果"), 130, lambda row: row.words),
            Column("", 150, lambda _row: ""),
        )
        model = LineModel(columns, lambda row: row.key, theme, tip=lambda row: row.text)
        self.answers = LineTable(tr("各题"), model, theme, height=26)
        self.answers.setItemDelegateForColumn(_BAR_COLUMN, _Bars(theme, self.answers))
        return _page(theme, self.answers)

    def _groups(self, theme: Theme) -> QWidget:
        questionnaire = self.there.round.said.questionnaire
        self.asked, self.by = QComboBox(), QComboBox()
        self.asked.setAccessibleName(tr("看哪一题"))
        self.by.setAccessibleName(tr("按什么分组"))
        for box in (self.asked, self.by):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(16)
        self.by.addItem(tr("访谈分组"), "")
        for number, question in enumerate(questionnaire.questions, 1):
            words = visible(tr("{number}．{text}", number=number, text=question.text))
            if question.kind.chosen:
                self.asked.addItem(words, question.id)
                if question.overall:
                    self.asked.setCurrentIndex(self.asked.count() - 1)
            if question.group:
                self.by.addItem(words, question.id)
        columns = (
            Column(tr("组别"), 170, lambda row: row.group),
            Column(tr("回答"), 100, lambda row: row.answered),
            Column(tr("满意度"), 130, lambda row: row.satisfied),
            Column(tr("各选项"), 0, lambda row: row.options),
        )
        self.crossed = LineTable(
            tr("分组"), LineModel(columns, lambda row: row.group, theme), theme
        )
        self.asked.activated.connect(lambda _n: self._cross())
        self.by.activated.connect(lambda _n: self._cross())
        line = horizontal(spacing=theme.space(8))
        line.addWidget(self.asked, 3)
        line.addWidget(self.by, 2)
        return _page(theme, line, self.crossed)

    def _words(self, theme: Theme) -> QWidget:
        columns = (
            Column(tr("题"), 36, lambda row: str(row.number)),
            Column(tr("归类"), 100, lambda row: row.topic),
            Column(tr("答卷"), 50, lambda row: str(row.answer.number)),
            Column(tr("组别"), 110, lambda row: group_words(row.answer.group)),
            Column(tr("内容"), 0, lambda row: row.answer.words),
        )
        model = LineModel(columns, lambda row: (row.answer.sheet, row.number, row.topic), theme)
        self.words = LineTable(tr("书面回答"), model, theme, many=True)
        self.topics = make_action(
            self, tr("归类…"), tr("写明各类的名称和关键词，书面回答按关键词归类"), self.ask_topics
        )
        self.rectify = make_action(
            self,
            tr("转整改"),
            tr("选中的意见建议各立一条整改，写明来自哪份答卷；已立过的不再立"),
            self.open_notices,
        )
        mark_writing(self.topics, self.rectify)
        self.words.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        return _page(theme, self.words, _buttons(theme, self.topics, self.rectify))

    # --- what is shown ---------------------------------------------------------------------------

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES, Area.FIGURES):
            workspace, round_id = self._workspace, self.there.round.id

            def show(there: RoundSheets) -> None:
                if self._closed:
                    return
                self.there = there
                self._show()
                self._read_figures()

            self.context.session.read(lambda: read_round(workspace, round_id), show)

    def _show(self) -> None:
        round_ = self.there.round.said
        results = results_of(round_, self.there.numbered)
        self.response.setText(_response(results))
        self.satisfaction.setText(_satisfaction(results))
        self.answers.show_rows(answer_lines(results))
        self.words.show_rows(_word_lines(round_.topics, results))
        self._cross()
        self._enable()

    def _cross(self) -> None:
        asked, by = str(self.asked.currentData() or ""), str(self.by.currentData() or "")
        rows = []
        for column in cross_table(self.there.round.said, self.there.numbered, asked, by):
            result = column.result
            share = result.satisfaction
            options = tr("；").join(
                tr(
                    "{option} {share}",
                    option=option.text,
                    share=share_words(option.share.counted, option.share.of),
                )
                for option in result.options
            )
            name = group_words(column.group) if not by or column.group else tr("没有回答")
            satisfied = share_words(share.counted, share.of) if share is not None else ""
            answered = tr("{count}/{of}", count=result.answered.counted, of=result.answered.of)
            rows.append(GroupLine(name, answered, satisfied, options))
        self.crossed.show_rows(rows)

    def _read_figures(self) -> None:
        services, there = self.context.session.services, self.there
        workspace = services.workspace

        def job() -> tuple[FigureProposal, ...]:
            unit = workspace.registry().unit(there.round.slot.unit)
            with workspace.reading() as session:
                stated = read_stated(session, unit.id)
            return figure_proposals(workspace.facts.framework, there, stated, services.last_year())

        self.context.session.read(job, self._show_figures)

    @Slot(object)
    def _show_figures(self, proposals: tuple[FigureProposal, ...]) -> None:
        if self._closed:
            return
        self._proposals = proposals
        self.figures.show_rows(proposals)
        self.figures.setVisible(bool(proposals))
        self.no_figures.setVisible(not proposals)
        self._enable()

    @property
    def _open(self) -> tuple[FigureProposal, ...]:
        return tuple(
            p
            for p in self._proposals
            if p.state in {FillState.OPEN, FillState.DIFFERS} and (p.stated is None or p.stated.own)
        )

    @Slot()
    def _enable(self) -> None:
        writable = not self.context.session.read_only
        office = self.context.session.snapshot.facts.unit_name is None
        self.fill.setEnabled(writable and bool(self._open))
        self.topics.setEnabled(self._mine and bool(self.words.lines.rows))
        why = "" if office else tr("整改由创建办立；单位把意见建议写进报告")
        permit(self.rectify, writable and bool(self.words.chosen()), why)

    # --- what is done ----------------------------------------------------------------------------

    @Slot()
    def fill_figures(self) -> None:
        """State the figures that the answers say, with what they rest on."""
        workspace, unit, wanted = self._workspace, self.there.round.slot.unit, self._open
        way = Undoable[tuple[FigureSaid, ...]](
            text=tr("填入 {count} 个访谈算出的数", count=len(wanted)),
            undo=lambda before: put_figures(workspace, unit, before),
        )
        run(self.context, lambda: fill_figures(workspace, unit, wanted), way)

    @Slot()
    def ask_topics(self) -> None:
        """Ask what open answers are grouped under."""
        round_ = self.there.round.said
        dialog = self.topics_dialog = TopicsDialog(self.context.theme, round_.topics, self)
        key = f"ask/interview/topics/{self.there.round.id}"
        keep_text(self.context.drafts, dialog, key, dialog.windowTitle())
        dialog.accepted.connect(lambda: self._put_topics(dialog.topics))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_topics(self, topics: tuple[Topic, ...]) -> None:
        workspace, round_id = self._workspace, self.there.round.id
        said = replace(self.there.round.said, topics=topics)
        way = Undoable[Round](
            text=tr("修改归类"), undo=lambda before: alter_round(workspace, round_id, before)
        )
        run(self.context, lambda: alter_round(workspace, round_id, said), way)

    @Slot()
    def open_notices(self) -> None:
        """Open a notice for each of the chosen answers."""
        answers = tuple(dict.fromkeys(row.answer for row in self.words.chosen()))
        workspace, there = self._workspace, self.there
        way = Undoable[OpenedNotices](
            text=lambda done: tr("立整改 {count} 条", count=len(done.notices)),
            said=lambda done: (
                tr("已立整改 {count} 条", count=len(done.notices))
                if done.notices
                else tr("这些意见建议已经立过整改")
            ),
            changed=lambda done: done.notices,
            undo=lambda done: remove_notices(workspace, done.notices, removed=True),
            redo=lambda done: remove_notices(workspace, done.notices, removed=False),
        )
        run(self.context, lambda: open_notices(workspace, there, one_by_one(there, answers)), way)

    @Slot()
    def open_report(self) -> None:
        """Open the dialog of papers at the report."""
        slot = self.there.round.slot
        open_papers(self.context, self, "interview-report", (slot.unit,), (slot.indicator,))

    @Slot()
    def save_as(self) -> None:
        """Write answers and results as a workbook, masked."""
        there = self.there
        name = tr("{name}.xlsx", name=there.round.said.name)
        target = self._workspace.layout.exports / legal_name(name)

        def job(_job: object) -> Path:
            export_round(there, target)
            return target

        start(self.context, tr("另存答卷"), job, self._told_export, brief=True)

    @Slot(object)
    def _told_export(self, target: Path) -> None:
        self.context.notice.say(tr("已写出 {path}", path=str(target)))

    def done(self, result: int) -> None:
        """What is still being read is shown no more."""
        self._closed = True
        super().done(result)

    @property
    def _workspace(self) -> Workspace:
        return self.context.session.services.workspace


class TopicsDialog(QDialog):
    """A line for each topic: its name, and the words by which answers belong to it."""

    def __init__(self, theme: Theme, topics: Sequence[Topic], parent: QWidget) -> None:
        super().__init__(parent)
        self._before = {topic.name: topic for topic in topics}
        self.setWindowTitle(window_title(tr("书面回答的归类")))
        self.text = QPlainTextEdit(
            "\n".join(f"{topic.name}：{'、'.join(topic.words)}" for topic in topics)
        )
        self.text.setAccessibleName(tr("归类"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("窗口时间：中午、周末、午休"))
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        column = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(8))
        column.addWidget(
            label(tr("一行一类：名称，冒号，关键词。含有其中一个词的回答归入这一类。"), wrap=True)
        )
        column.addWidget(self.text, 1)
        column.addWidget(self.buttons)
        resize_within_window(self, theme.space(520), theme.space(320))
        self.text.textChanged.connect(self._follow)
        self._follow()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What is written; a topic keeps the question that it is limited to."""
        found = []
        for line in self.text.toPlainText().splitlines():
            name, _, words = line.replace(":", "：").partition("：")
            parts = words.replace("，", "、").replace(",", "、").split("、")
            keys = tuple(part.strip() for part in parts if part.strip())
            if name.strip() and keys:
                before = self._before.get(name.strip())
                found.append(Topic(before.question if before else "", name.strip(), keys))
        return tuple(found)

    @Slot()
    def _follow(self) -> None:
        lines = [line for line in self.text.toPlainText().splitlines() if line.strip()]
        self.agree.setEnabled(len(lines) == len(self.topics))


class _Bars(LineDelegate):
    """How many chose an option, as a bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._look = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground of a chosen line, and the bar."""
        super().paint(painter, option, index)
        row = index.data(ROW)
        if not isinstance(row, AnswerLine) or not row.counted:
            return
        rect: QRect = option.rect
        colours, space = self._look.colours, self._look.space
        room = rect.adjusted(space(6), space(7), -space(6), -space(7))
        painter.fillRect(room, QColor(colours.sunken))
        room.setWidth(round(room.width() * row.part))
        painter.fillRect(room, QColor(colours.accent))


def _page(theme: Theme, *parts: QWidget | QLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, theme.space(8), 0, 0)
    column.setSpacing(theme.space(8))
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part, _ALL_ROOM if isinstance(part, LineTable) else 0)
    column.addStretch(1)  # where the table is hidden, the words stay at the top
    return page


def _buttons(theme: Theme, *actions: Any) -> QLayout:  # noqa: ANN401
    row = WrappingRow(fill=False)
    for action in actions:
        row.addWidget(ActionButton(action, theme, flat=True))
    return row


def _response(results: Results) -> str:
    response = results.response
    told = [tr("收回 {count} 份", count=response.returned)]
    if response.asked:
        rate = response.return_rate
        told.append(tr("回收率 {share}", share=share_words(rate.counted, rate.of)))
    told.append(tr("有效 {count} 份", count=response.valid))
    if response.void:
        told.append(tr("作废 {count} 份", count=response.void))
    if response.total:
        rate = response.interview_rate
        told.append(tr("访谈率 {share}", share=share_words(rate.counted, rate.of)))
    return tr("；").join(told)


def _satisfaction(results: Results) -> str:
    overall = results.overall
    if overall is None or overall.satisfaction is None:
        return tr("这份问卷没有问总体满意度")
    share = overall.satisfaction
    return tr(
        "总体满意度 {share}（第 {number} 题）",
        share=share_words(share.counted, share.of),
        number=overall.number,
    )


def _word_lines(topics: Sequence[Topic], results: Results) -> tuple[WordLine, ...]:
    return tuple(
        WordLine(result.number, part.topic.name if part.topic is not None else "", answer)
        for result in results.questions
        for part in by_topic(topics, result.words)
        for answer in part.answers
    )


def _proposal_key(row: FigureProposal) -> tuple[Any, ...]:
    return (row.place.key, row.threshold.text, row.year)


def _computed(row: FigureProposal) -> str:
    return share_words(row.share.counted, row.share.of)


def _stated(row: FigureProposal) -> str:
    return f"{row.stated.value:g}{row.threshold.unit}" if row.stated is not None else ""


def _met(row: FigureProposal) -> str:
    if row.met is None:
        return ""
    return tr("✓ 达到") if row.met else tr("✗ 未达到")


def _met_ink(row: FigureProposal, colours: Colours) -> str | None:
    if row.met is None:
        return None
    return colours.complete if row.met else colours.problem
