"""A line above the preview: what the pages do not show, and a button to deal with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from app.conversion.model import CHOOSABLE, USUAL
from app.evidence.listing import FiledRow
from app.problems import ProblemKind
from ui.actions import ActionButton, label, make_action
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import horizontal
from ui.wording import describe_problem


class FindingCard(QFrame):
    """Hidden while there is nothing to say. ``judge_wanted`` carries the row that is shown."""

    judge_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FiledRow | None = None
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self.said = label("", "guess", wrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.judge = make_action(
            self, tr("处理…"), tr("核实存疑，选择修订、批注和隐藏内容怎样装订"), self._ask
        )
        line = horizontal(self, 12, 6, 6, 6)
        line.addWidget(self.said, 1)
        line.addWidget(ActionButton(self.judge, theme, "info"), 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_row(self, row: FiledRow | None) -> None:
        """Show the findings of one item; None: nothing."""
        self._row = row
        self.said.setText(card_text(row) if row else "")
        self.setVisible(bool(self.said.text()))

    @property
    def told(self) -> frozenset[ProblemKind]:
        """The kinds of finding that the card knows of."""
        findings = self._row.findings if self._row else ()
        return frozenset(found.problem.kind for found in findings)

    @Slot()
    def _ask(self) -> None:
        if self._row is not None:
            self.judge_wanted.emit(self._row)


def card_text(row: FiledRow) -> str:
    """The text about an item; "" if its pages show everything that it contains."""
    waiting = [describe_problem(found.problem).reason for found in row.open_findings]
    if waiting:
        return tr("存疑：{findings}", findings=tr("；").join(waiting))
    remarked = [describe_problem(found.problem).reason for found in row.open_remarks]
    if remarked:
        return tr("留意：{remarks}", remarks=tr("；").join(remarked))
    settled = sum(found.problem.settled for found in (*row.findings, *row.remarks))
    if settled:
        return tr("存疑 {count} 条，都已核实", count=settled)
    if row.binding != USUAL and row.kind in CHOOSABLE:
        return tr("修订、批注或隐藏内容另选了装订方式")
    return ""
