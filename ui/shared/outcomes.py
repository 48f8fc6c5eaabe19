"""The results for files that were taken in: one line each, with reason and remedy if needed."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QWidget,
)

from app.intake.errors import NotTakenIn
from app.intake.report import KEPT_OUT, AttachOutcome, AttachReport, AttachState
from ui import dialogs
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import (
    describe_error,
    describe_exclusion,
    describe_mended,
    describe_present,
    describe_problem,
)


def needs_care(outcome: AttachOutcome) -> bool:
    """True if somebody should look at it."""
    troubled = {*KEPT_OUT, AttachState.PRESENT, AttachState.FAILED}
    return outcome.state in troubled or bool(outcome.problems) or outcome.mended


def notes_of(outcome: AttachOutcome) -> str:
    """Reason and remedy as text; "" if there is nothing to say."""
    told = outcome.error.problem if isinstance(outcome.error, NotTakenIn) else None
    parts = [str(describe_problem(p)) for p in outcome.problems if p != told]
    if outcome.error is not None:
        parts.insert(0, str(describe_error(outcome.error)))
    if outcome.state is AttachState.PRESENT:
        parts.append(describe_present(outcome.number, outcome.title))
    if outcome.mended:
        parts.append(describe_mended())
    if outcome.exclusion is not None:
        parts.append(describe_exclusion(outcome.exclusion))
    return "\n".join(parts)


def summary_of(report: AttachReport) -> str:
    """The totals in one sentence."""
    parts = []
    attached = report.count(AttachState.PART)
    if report.added() or not attached:
        parts.append(tr("收取 {count} 件", count=len(report.added())))
    waiting = sum(_waits(o) for o in report.added())
    if waiting:
        parts.append(tr("其中 {count} 件待处理，还不能印成页面", count=waiting))
    if troubled := sum(1 for o in report.added() if o.problems and not _waits(o)):
        more = tr("{count} 件有提示", count=troubled)
        parts.append(more if waiting else tr("其中 {what}", what=more))
    if attached:
        parts.append(tr("{count} 个随件附上", count=attached))
    if present := report.count(AttachState.PRESENT):
        parts.append(tr("{count} 个已在此处，没有再加", count=present))
    if excluded := report.count(AttachState.EXCLUDED):
        parts.append(tr("略过 {count} 个", count=excluded))
    if refused := report.count(AttachState.REFUSED):
        parts.append(tr("{count} 个带密级标志，没有导入", count=refused))
    if undecided := report.count(AttachState.UNDECIDED):
        parts.append(tr("{count} 个待确认是否涉密，没有导入", count=undecided))
    if failed := report.count(AttachState.FAILED):
        parts.append(tr("{count} 个失败", count=failed))
    return tr("，").join(parts)


def lines_of(report: AttachReport, *, only_care: bool = False) -> list[OutcomeLine]:
    """Every file's outcome in words, in the order of the files but for this.

    First what is not in, or has no pages; then what else needs care.
    """
    ranked = sorted(report.outcomes, key=lambda o: (_mark(o) is not Mark.BAD, not needs_care(o)))
    return [
        OutcomeLine(_mark(o), o.file, _name(o), notes_of(o), o)
        for o in ranked
        if needs_care(o) or not only_care
    ]


def _waits(outcome: AttachOutcome) -> bool:
    """True if it was taken in and has no pages until somebody acts."""
    return any(problem.blocking for problem in outcome.problems)


def _name(outcome: AttachOutcome) -> str:
    if outcome.state in {AttachState.ADDED, AttachState.PART} and _waits(outcome):
        return tr("已收取，待处理")
    return {
        AttachState.ADDED: tr("已收取"),
        AttachState.PART: tr("随件附上"),
        AttachState.PRESENT: tr("已在此处"),
        AttachState.REFUSED: tr("没有导入"),
        AttachState.UNDECIDED: tr("待确认是否涉密"),
        AttachState.EXCLUDED: tr("已略过"),
        AttachState.FAILED: tr("失败"),
    }[outcome.state]


def _mark(row: AttachOutcome) -> Mark:
    if row.state is AttachState.FAILED or row.state in KEPT_OUT:
        return Mark.BAD
    if row.state is AttachState.EXCLUDED:
        return Mark.NONE
    if row.state is AttachState.PRESENT:
        return Mark.HINT
    if _waits(row):
        return Mark.BAD
    return Mark.HINT if row.problems else Mark.GOOD


class OutcomeDialog(QDialog):
    """Not modal; emits the item that somebody wants to see.

    ``again_wanted`` carries the outcomes of files that were there already and should be added
    anyway; without ``can_add`` nobody is asked. ``clearing_wanted`` carries the files that seem to
    have a secrecy mark, with the reason why they are not secret; only with ``can_clear``.
    """

    item_wanted = Signal(str)
    again_wanted = Signal(list)
    clearing_wanted = Signal(list, str)

    def __init__(
        self,
        report: AttachReport,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        can_add: bool = True,
        can_clear: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("收取结果"))
        resize_within_window(self, theme.space(640), theme.space(460))
        self._report = report
        self._asked: list[AttachOutcome] = []
        self.view = OutcomeList(tr("每个文件的结果"), theme)
        self.view.activated.connect(self._on_activated)
        self.only_care = QCheckBox(tr("只看需要处理的"))
        self.only_care.toggled.connect(self._show)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.again = QPushButton(tr("仍要添加"))
        self.again.setToolTip(tr("已在此处的文件也各加一件；先选中几行，就只加这几行的（Alt+J）"))
        self.again.setShortcut("Alt+J")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._ask_again)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        self._can_add = can_add
        self.clear = QPushButton(tr("不涉密，仍要收取…"))
        self.clear.setToolTip(tr("经核对不涉密：写明理由再收取；先选中几行，就只收这几行的"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self._ask_reason)
        buttons.addButton(self.clear, QDialogButtonBox.ButtonRole.ActionRole)
        self._can_clear = can_clear
        self.summary = label("", "subheading", wrap=True)
        layout = vertical(self, 18, 16, 18, 14, spacing=10)
        layout.addWidget(self.summary)
        layout.addWidget(self.only_care)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self._show()

    @Slot(object)
    def show_added(self, added: AttachReport) -> None:
        """Show the results for files that were added anyway."""
        became = dict(zip(map(id, self._asked), added.outcomes, strict=True))
        outcomes = tuple(became.get(id(o), o) for o in self._report.outcomes)
        self._report = replace(self._report, outcomes=outcomes)
        self._show()

    @Slot()
    def let_ask(self) -> None:
        """Allow asking about the remaining files after the earlier ones are finished."""
        self.again.setEnabled(True)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        outcome = index.data(ROW).value
        if outcome.item_id:
            self.item_wanted.emit(outcome.item_id)

    @Slot()
    def _ask_again(self) -> None:
        chosen = [index.data(ROW).value for index in self.view.selectionModel().selectedIndexes()]
        wanted = [o for o in chosen or self._report.present() if o.filing is not None]
        if wanted:
            self._asked = wanted
            self.again.setEnabled(False)
            self.again_wanted.emit(wanted)

    @Slot()
    def _ask_reason(self) -> None:
        chosen = [index.data(ROW).value for index in self.view.selectionModel().selectedIndexes()]
        undecided = [o for o in self._report.outcomes if o.state is AttachState.UNDECIDED]
        wanted = [o for o in chosen if o.state is AttachState.UNDECIDED] or undecided
        reason = dialogs.ask_text(
            self,
            tr("不涉密，仍要收取"),
            tr("请先打开文件核对。为什么不涉密？理由和姓名记入操作记录。"),
        )
        if reason.strip():
            sources = list(dict.fromkeys(o.source for o in wanted))
            self.clearing_wanted.emit(sources, reason)

    @Slot()
    def _show(self) -> None:
        self.summary.setText(summary_of(self._report))
        self.view.show_lines(lines_of(self._report, only_care=self.only_care.isChecked()))
        self.only_care.setVisible(any(needs_care(o) for o in self._report.outcomes))
        can_be_added = any(outcome.filing is not None for outcome in self._report.present())
        self.again.setVisible(self._can_add and can_be_added)
        undecided = self._report.count(AttachState.UNDECIDED) > 0
        self.clear.setVisible(self._can_clear and undecided)
