"""What a draw came to: by case, unit and category, the common defects, the papers, 整改."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QTabWidget, QWidget

from app.verification.case_review.draws import DrawnCase
from app.verification.case_review.rectifying import (
    Opened,
    open_notices,
    problems_of,
    withdraw_notices,
)
from app.verification.case_review.results import Defect, ResultLine, Results, Tally, results_of
from app.verification.case_review.scores import REVIEWERS, Place, Reviewed
from app.verification.case_review.scoring import Grade, Outcome, Seat
from app.workspace.access import is_office
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.colours import Colours
from ui.commands import Undoable, run
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import QT_TR_NOOP, tr
from ui.verification.case_review.paper_writing import write_case_paper
from ui.verification.panels import Shown
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import CASE_GRADES, CASE_STATES, share_words

#: What notices of 整改 ask for.
DEMAND = QT_TR_NOOP("能够补正的依法补正，不能补正的写明原因，不得补签日期；改进今后的办理和归档")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case of a draw, who reviewed it, and what counts."""

    case: DrawnCase
    places: dict[Seat, Place]
    outcome: Outcome


class ResultDialog(QDialog):
    """Numbers beside every share; what waits for reviewers or the arbiter is said above."""

    def __init__(
        self, context: PageContext, reviewed: Reviewed, shown: Shown, parent: QWidget
    ) -> None:
        """``shown``: a unit's task shows its cases only."""
        super().__init__(parent)
        self.context, self._reviewed, self._unit = context, reviewed, shown.unit
        theme, space = context.theme, context.theme.space
        self.results = results_of(reviewed, shown.unit)
        self.setWindowTitle(window_title(tr("评查结果：{name}", name=reviewed.draw.name)))
        self.head = label(_told(self.results), "subheading", wrap=True)
        self.cases = LineTable(tr("案卷"), LineModel(_case_columns(), _case_key, theme), theme)
        self.units = LineTable(tr("单位"), LineModel(_counted(unit=True), _line_key, theme), theme)
        self.parts = LineTable(
            tr("单位和类别"), LineModel(_counted(unit=True, category=True), _line_key, theme), theme
        )
        self.categories = LineTable(
            tr("类别"), LineModel(_counted(category=True), _line_key, theme), theme
        )
        self.defects = LineTable(
            tr("共性问题"), LineModel(_defect_columns(), _defect_key, theme, tip=_defect_tip), theme
        )
        self.cases.show_rows(_case_lines(reviewed, shown.unit))
        self.units.show_rows(self.results.units)
        self.parts.show_rows(self.results.parts)
        self.categories.show_rows(self.results.categories)
        self.defects.show_rows(self.results.defects)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for table in (self.cases, self.units, self.parts, self.categories, self.defects):
            self.tabs.addTab(table, table.accessibleName())
        self.deadline = QLineEdit()
        self.deadline.setAccessibleName(tr("整改期限"))
        self.deadline.setPlaceholderText(tr("整改期限，如 2026-12-31"))
        self.deadline.setMinimumWidth(space(190))
        self.rectify = make_action(
            self,
            tr("转为整改"),
            tr("每个有不符合的案卷列为一个整改问题；已经列过的不重复"),
            self.open_notices,
        )
        mark_writing(self.rectify)
        problems = problems_of(reviewed, shown.unit)
        office = is_office(context.session.services.workspace)
        hindrance = "" if office else tr("由创建办转为整改")
        writable = not context.session.read_only
        permit(self.rectify, writable and bool(problems), hindrance)
        self.deadline.setEnabled(self.rectify.isEnabled())
        self.papers = tuple(
            make_action(self, title, use, partial(self.write_paper, name))
            for name, title, use in (
                ("case-review-bulletin", tr("评查通报"), tr("Word：总体、各单位、共性问题、排名")),
                ("case-review-sheet", tr("评查表"), tr("Word：一案一表，没有评定的留空供手写")),
                ("case-defect-list", tr("整改清单"), tr("Word：各单位的问题和案号")),
            )
        )
        self.shut = make_action(self, tr("关闭"), tr("关闭"), self.reject)
        foot = horizontal(spacing=space(6))
        for action in self.papers:
            foot.addWidget(ActionButton(action, theme))
        foot.addStretch(1)
        foot.addWidget(self.deadline)
        foot.addWidget(ActionButton(self.rectify, theme))
        foot.addWidget(ActionButton(self.shut, theme))
        column = vertical(self, *(space(14),) * 4, spacing=space(8))
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        resize_within_window(self, space(1080), space(600))

    def write_paper(self, name: str) -> None:
        """Write a paper about the draw."""
        write_case_paper(self.context, name, self._reviewed.draw)

    @Slot()
    def open_notices(self) -> None:
        """Open a notice of 整改 for each case that fell short."""
        workspace, reviewed = self.context.session.services.workspace, self._reviewed
        problems, deadline = problems_of(reviewed, self._unit), self.deadline.text().strip()
        way = Undoable[Opened](
            text=lambda opened: tr("列出整改问题 {count} 个", count=len(opened.notices)),
            undo=lambda opened: withdraw_notices(workspace, opened.notices),
            said=_opened_words,
            changed=lambda opened: opened.notices,
        )
        run(
            self.context,
            lambda: open_notices(
                workspace, reviewed, problems, demand=tr(DEMAND), deadline=deadline
            ),
            way,
        )


def _opened_words(opened: Opened) -> str:
    told = [tr("列出整改问题 {count} 个", count=len(opened.notices))]
    if opened.known:
        told.append(tr("已经列过的 {count} 件没有重复列", count=len(opened.known)))
    if opened.placeless:
        told.append(tr("没有对应任务的 {count} 件没有列", count=len(opened.placeless)))
    return tr("；").join(told)


def _told(results: Results) -> str:
    whole = results.whole
    told = [tr("已评定 {share}", share=share_words(whole.decided, whole.cases))]
    if whole.disputed:
        told.append(tr("待复核 {count} 件", count=whole.disputed))
    for grade in Grade:
        if whole.grades[grade]:
            share = share_words(whole.grades[grade], whole.decided)
            told.append(tr("{grade} {share}", grade=CASE_GRADES[grade.value], share=share))
    if whole.ungraded:
        told.append(tr("未评等次 {count} 件", count=whole.ungraded))
    told.append(tr("不符合 {count} 条", count=whole.defects))
    return tr("；").join(told)


def _case_lines(reviewed: Reviewed, unit: str) -> tuple[CaseLine, ...]:
    return tuple(
        CaseLine(
            case,
            dict(reviewed.places[case.draw_id, case.case_id]),
            reviewed.outcomes[case.draw_id, case.case_id],
        )
        for case in reviewed.draw.cases
        if unit in {"", case.unit}
    )


def _case_columns() -> tuple[Column, ...]:
    return (
        Column(tr("单位"), 110, lambda line: line.case.unit),
        Column(tr("案号"), 0, lambda line: line.case.number),
        Column(tr("类别"), 76, lambda line: line.case.category),
        Column(tr("评查人"), 130, _reviewers),
        Column(tr("状态"), 64, lambda line: CASE_STATES[line.outcome.state.value]),
        Column(tr("得分"), 60, lambda line: _number(line.outcome.score)),
        Column(tr("等次"), 70, _grade_of_case, ink=_grade_ink),
        Column(tr("不符合"), 90, _failures),
    )


def _counted(*, unit: bool = False, category: bool = False) -> tuple[Column, ...]:
    ranks = unit and not category
    first = (
        *((Column(tr("名次"), 44, lambda line: str(line.rank or "")),) if ranks else ()),
        *((Column(tr("单位"), 0, lambda line: line.unit),) if unit else ()),
        *((Column(tr("类别"), 80 if unit else 0, lambda line: line.category),) if category else ()),
    )
    return (
        *first,
        Column(tr("抽中"), 46, lambda line: str(line.tally.cases)),
        Column(tr("已评定"), 100, lambda line: share_words(line.tally.decided, line.tally.cases)),
        Column(CASE_GRADES[Grade.EXCELLENT.value], 100, _share_of(Grade.EXCELLENT)),
        Column(CASE_GRADES[Grade.PASSED.value], 100, _share_of(Grade.PASSED)),
        Column(CASE_GRADES[Grade.FAILED.value], 100, _share_of(Grade.FAILED)),
        Column(tr("平均分"), 60, lambda line: _number(line.tally.mean)),
        Column(tr("不符合"), 60, lambda line: str(line.tally.defects)),
    )


def _defect_columns() -> tuple[Column, ...]:
    return (
        Column(tr("类别"), 76, lambda defect: defect.category),
        Column(tr("标准"), 0, _defect_words),
        Column(tr("不符合"), 110, lambda defect: share_words(defect.count, defect.of)),
        Column(tr("案号"), 200, lambda defect: tr("、").join(defect.cases)),
    )


def _share_of(grade: Grade) -> Callable[[ResultLine], str]:
    def words(line: ResultLine) -> str:
        tally: Tally = line.tally
        return share_words(tally.grades[grade], tally.decided)

    return words


def _reviewers(line: CaseLine) -> str:
    seats: Sequence[Seat] = (*REVIEWERS, Seat.ARBITER)
    return tr("、").join(line.places[seat].reviewer for seat in seats if seat in line.places)


def _grade_of_case(line: CaseLine) -> str:
    return CASE_GRADES[line.outcome.grade.value] if line.outcome.grade is not None else ""


def _grade_ink(line: CaseLine, colours: Colours) -> str | None:
    return colours.problem if line.outcome.grade is Grade.FAILED else None


def _failures(line: CaseLine) -> str:
    outcome = line.outcome
    if not outcome.failed and not outcome.defects:
        return ""
    return tr(
        "基础 {basic} 一般 {general}", basic=len(outcome.failed), general=len(outcome.defects)
    )


def _number(value: object) -> str:
    return "" if value is None else f"{value:.2f}"


def _defect_words(defect: Defect) -> str:
    head = tr("基础标准") if defect.basic else defect.group
    return tr("{group}：{text}", group=head, text=defect.text) if head else defect.text


def _defect_tip(defect: Defect) -> str:
    units = [tr("{unit} {count} 件", unit=u, count=n) for u, n in defect.units.items()]
    return "\n".join((_defect_words(defect), *units))


def _case_key(line: CaseLine) -> tuple[str, str]:
    return line.case.draw_id, line.case.case_id


def _line_key(line: ResultLine) -> tuple[str, str]:
    return line.unit, line.category


def _defect_key(defect: Defect) -> tuple[str, str]:
    return defect.category, defect.standard
