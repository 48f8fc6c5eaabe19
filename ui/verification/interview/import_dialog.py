"""导入: which column of a table answers which question, and what was not taken in."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QListWidget, QWidget

from app.verification.interview.answering import OTHER
from app.verification.interview.entering import RoundSheets, change_sheets
from app.verification.interview.importing import (
    AnswerTable,
    FaultyRow,
    ImportedAnswers,
    import_answers,
    read_answer_table,
    take,
)
from app.verification.interview.matching import (
    GROUP,
    NUMBER,
    OPTION,
    VOID,
    Matching,
    targets_of,
)
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import AnswerSheet
from app.verification.notes import NoteChanges
from app.visible_text import visible
from ui.actions import label
from ui.commands import Undoable, run, start
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import scrolled, vertical
from ui.wording import row_fault_words

#: So much of an example is shown, and so many lines that were not taken in are listed.
_EXAMPLE, _LISTED = 16, 200


class ImportDialog(QDialog):
    """A line for each column of the table, with the question that is proposed for it."""

    def __init__(
        self, context: PageContext, there: RoundSheets, path: Path, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context, self.there = context, there
        self._table: AnswerTable | None = None
        theme = context.theme
        self.setWindowTitle(window_title(tr("导入答卷：{name}", name=path.name)))
        self.told = label(tr("正在读取……"), wrap=True)
        self.boxes: list[QComboBox] = []
        self.part = QWidget()
        self._form = QFormLayout(self.part)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.faults = QListWidget()
        self.faults.setAccessibleName(tr("不能导入的行"))
        self.faults.setMaximumHeight(theme.space(110))
        self.faults.hide()
        self.buttons, self.agree = agree_buttons(
            self, tr("导入"), tr("导入能导入的行（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self.agree.setEnabled(False)
        column = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(8))
        column.addWidget(self.told)
        column.addWidget(scrolled(self.part), 1)
        column.addWidget(self.faults)
        column.addWidget(self.buttons)
        resize_within_window(self, theme.space(720), theme.space(600))
        workspace, round_ = context.session.services.workspace, there.round.said
        start(
            context,
            tr("读取表格"),
            lambda _job: read_answer_table(workspace, round_, path),
            self._show,
            failed=self._on_failed,
            brief=True,
        )

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.reject()
        self.context.session.troubled.emit(error)

    @Slot(object)
    def _show(self, table: AnswerTable) -> None:
        self._table = table
        questionnaire = self.there.round.said.questionnaire
        matching = table.matching
        targets = [("", tr("不导入")), *_targets(questionnaire)]
        for place, (heading, chosen) in enumerate(
            zip(matching.headings, matching.targets, strict=True)
        ):
            name = visible(heading) or tr("第 {number} 列", number=place + 1)
            box = QComboBox()
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            for target, words in targets:
                box.addItem(visible(words), target)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.currentIndexChanged.connect(self._follow)
            example = self._example(place)
            shown = tr("{name}（如 {example}）", name=name, example=example) if example else name
            told = label(shown, wrap=True)
            told.setFixedWidth(self.context.theme.space(260))
            self._form.addRow(told, box)
            self.boxes.append(box)
        self._follow()

    def _example(self, place: int) -> str:
        assert self._table is not None
        for line in self._table.lines[self._table.matching.heading + 1 :]:
            if place < len(line.cells) and line.cells[place].strip():
                text = visible(line.cells[place].strip())
                return text if len(text) <= _EXAMPLE else text[:_EXAMPLE] + "…"
        return ""

    @property
    def matching(self) -> Matching:
        """How the table is to be read."""
        assert self._table is not None
        targets = tuple(str(box.currentData()) for box in self.boxes)
        return replace(self._table.matching, targets=targets)

    @Slot()
    def _follow(self) -> None:
        if self._table is None:
            return
        targets = [box.currentData() for box in self.boxes if box.currentData()]
        twice = len(set(targets)) < len(targets)
        found = take(self.there, replace(self._table, matching=self.matching))
        told = [tr("将导入 {count} 份答卷；各列的对应会记住", count=len(found.sheets))]
        if found.faulty:
            told.append(tr("不能导入 {count} 行，见下面", count=len(found.faulty)))
        unanswered = self.matching.unanswered(self.there.round.said.questionnaire)
        if unanswered:
            told.append(tr("有 {count} 题没有对应的列", count=len(unanswered)))
        if twice:
            told = [tr("有两列对应到同一题，请改一处。")]
        self.told.setText(tr("；").join(told))
        self._list(found.faulty)
        self.agree.setEnabled(bool(found.sheets) and not twice)

    def _list(self, faulty: tuple[FaultyRow, ...]) -> None:
        self.faults.clear()
        for row in faulty[:_LISTED]:
            words = row_fault_words(row.fault.value, row.line, row.question, visible(row.text))
            self.faults.addItem(visible(words))
        self.faults.setVisible(bool(faulty))

    def accept(self) -> None:
        """Take the answers in, all at once."""
        if self._table is None:
            return
        workspace, round_id = self.context.session.services.workspace, self.there.round.id
        table = replace(self._table, matching=self.matching)
        way = Undoable[ImportedAnswers](
            text=lambda done: tr("导入 {count} 份答卷", count=done.added),
            said=_said,
            changed=lambda done: done.added,
            undo=lambda done: change_sheets(workspace, round_id, done.back),
            redo=lambda done: change_sheets(workspace, round_id, _forth(done)),
        )
        run(self.context, lambda: import_answers(workspace, round_id, table), way)
        super().accept()


def _said(done: ImportedAnswers) -> str:
    told = [tr("已导入 {count} 份答卷", count=done.added)]
    if done.faulty:
        told.append(tr("{count} 行没有导入", count=len(done.faulty)))
    return tr("；").join(told)


def _forth(done: ImportedAnswers) -> NoteChanges[AnswerSheet]:
    return NoteChanges(restored=done.back.withdrawn)


def _targets(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Everything that a column may go to, in words."""
    beside = {NUMBER: tr("答卷编号"), GROUP: tr("组别"), VOID: tr("作废原因")}
    found = []
    for target in targets_of(questionnaire):
        if target in beside:
            found.append((target, beside[target]))
            continue
        id_, _, place = target.partition(OPTION)
        question = questionnaire.question(id_.removesuffix(OTHER))
        if question is None:
            continue
        number = questionnaire.number_of(question.id)
        words = tr("{number}．{text}", number=number, text=question.text)
        if target.endswith(OTHER):
            words = tr("{question}：其他，写明的内容", question=words)
        elif place:
            option = question.options[int(place) - 1]
            words = tr("{question}：{option}", question=words, option=option)
        found.append((target, words))
    return found
