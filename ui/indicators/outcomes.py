"""What became of the files that were handed in: one line a file, reason and remedy where needed."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.intake.report import AttachOutcome, AttachReport, AttachState
from ui.actions import label
from ui.indicators.tree_model import ROW
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import describe_error, describe_exclusion, describe_problem


def needs_care(outcome: AttachOutcome) -> bool:
    """True if somebody should look at it."""
    return outcome.state in {AttachState.REFUSED, AttachState.FAILED} or bool(outcome.problems)


def notes_of(outcome: AttachOutcome) -> str:
    """Reason and remedy in words; "" if there is nothing to say."""
    parts = [str(describe_problem(p)) for p in outcome.problems]
    if outcome.error is not None:
        parts.insert(0, str(describe_error(outcome.error)))
    if outcome.exclusion is not None:
        parts.append(describe_exclusion(outcome.exclusion))
    return "\n".join(parts)


def summary_of(report: AttachReport) -> str:
    """The totals in one sentence."""
    parts = [tr("收取 {count} 件", count=report.count(AttachState.ADDED))]
    troubled = sum(1 for o in report.added() if o.problems)
    if troubled:
        parts.append(tr("其中 {count} 件有提示", count=troubled))
    if excluded := report.count(AttachState.EXCLUDED):
        parts.append(tr("略过 {count} 个", count=excluded))
    if refused := report.count(AttachState.REFUSED):
        parts.append(tr("{count} 个带密级标志，没有导入", count=refused))
    if failed := report.count(AttachState.FAILED):
        parts.append(tr("{count} 个失败", count=failed))
    return tr("，").join(parts)


def lines_of(report: AttachReport, *, only_care: bool = False) -> list[OutcomeLine]:
    """Every file's outcome in words: those that need care first, in the order of the files."""
    return [
        OutcomeLine(_mark(o), o.file, _name(o.state), notes_of(o), o)
        for o in sorted(report.outcomes, key=lambda o: not needs_care(o))
        if needs_care(o) or not only_care
    ]


def _name(state: AttachState) -> str:
    return {
        AttachState.ADDED: tr("已收取"),
        AttachState.REFUSED: tr("没有导入"),
        AttachState.EXCLUDED: tr("已略过"),
        AttachState.FAILED: tr("失败"),
    }[state]


def _mark(row: AttachOutcome) -> Mark:
    if row.state in {AttachState.FAILED, AttachState.REFUSED}:
        return Mark.BAD
    if row.state is AttachState.EXCLUDED:
        return Mark.NONE
    if any(p.blocking for p in row.problems):
        return Mark.BAD
    return Mark.HINT if row.problems else Mark.GOOD


class OutcomeDialog(QDialog):
    """Stays beside the window; emits the item that somebody wants to see."""

    item_wanted = Signal(str)

    def __init__(self, report: AttachReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("收取结果"))
        self.resize(640, 460)
        self._report = report
        self.view = OutcomeList(tr("每个文件的结果"), theme)
        self.view.show_lines(lines_of(report))
        self.view.activated.connect(self._on_activated)
        self.only_care = QCheckBox(tr("只看需要处理的"))
        some = any(needs_care(o) for o in report.outcomes)
        self.only_care.setVisible(some)
        self.only_care.toggled.connect(self._limit)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(label(summary_of(report), "subheading", wrap=True))
        layout.addWidget(self.only_care)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        outcome = index.data(ROW).value
        if outcome.item_id:
            self.item_wanted.emit(outcome.item_id)

    @Slot(bool)
    def _limit(self, only_care: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        self.view.show_lines(lines_of(self._report, only_care=only_care))
