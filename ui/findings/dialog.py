"""Every finding of an item with room for a reason, and how its content is to be bound."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.conversion.model import CHOOSABLE, BindingChoices, Changes
from app.errors import JuanzongError
from app.evidence.judging import FindingJudgement
from app.evidence.listing import FiledRow, FileFinding
from app.findings.taking_out import TOLD_BY
from app.intake.embedded.listing import Embedded
from ui.actions import label
from ui.findings.embedded_box import EmbeddedBox, TakeOut
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.wording import describe_error, describe_problem, problem_name


@dataclass(frozen=True, slots=True)
class _Line:
    found: FileFinding
    reason: QLineEdit

    @property
    def before(self) -> str:
        dismissal = self.found.problem.dismissal
        return dismissal.reason if dismissal else ""

    @property
    def verdict(self) -> FindingJudgement | None:
        """The new decision; None if nothing changes."""
        said = " ".join(self.reason.text().split())
        if said == self.before:
            return None
        return FindingJudgement(self.found.problem.kind, said or None, self.found.sha256)


class FindingsDialog(QDialog):
    """A reason settles a finding, clearing it opens the finding again; Cancel keeps nothing.

    If there are files inside a file, ``holds_files`` is true, and they are offered as soon as
    ``show_embedded`` is called; what was chosen is in ``taking``.
    """

    def __init__(
        self, theme: Theme, row: FiledRow, hindrance: str = "", parent: QWidget | None = None
    ) -> None:
        """``hindrance`` says why this side cannot judge the item; "" if it can."""
        super().__init__(parent)
        self._theme, self._binding = theme, row.binding
        self.boxes: dict[str, EmbeddedBox] = {}  # by the content that the files lie in
        self.taking: TakeOut | None = None
        self.setWindowTitle(tr("存疑"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(8), 0)
        column.setSpacing(theme.space(10))
        told = (*row.findings, *row.remarks)
        self.lines = tuple(self._line(column, found, hindrance) for found in told)
        self.marked = QCheckBox(tr("修订：带着修订标记印出（不勾选则印接受修订后的样子）"))
        self.comments = QCheckBox(tr("批注：印在页边"))
        self.hidden = QCheckBox(tr("隐藏的文字、工作表、行、列和幻灯片：也印出来"))
        if row.kind in CHOOSABLE:
            self._add_choices(column, hindrance)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.buttons, self.agree = agree_buttons(self, tr("确定"))
        self.agree.setEnabled(not hindrance)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addWidget(_plain(label(row.title or row.file_name, "subheading", wrap=True)))
        about = tr(
            "这些内容在文件里，装订页上看不到或不一样。可换文件、附打印的 PDF，或写明理由核实。"
        )
        if not row.findings and row.remarks:
            about = tr("请看清楚这些照片：可以换更好的，不需要处理的写明理由。")
        layout.addWidget(label(hindrance or about, "muted", wrap=True))
        layout.addWidget(area, 1)
        layout.addWidget(self.buttons)
        height = 230 + 110 * min(len(self.lines), 4) + (110 if row.kind in CHOOSABLE else 0)
        height += 130 if self.boxes else 0
        resize_within_window(self, theme.space(600), theme.space(height))

    def _line(self, column: QVBoxLayout, found: FileFinding, hindrance: str) -> _Line:
        sentence, dismissal = describe_problem(found.problem), found.problem.dismissal
        name = problem_name(found.problem.kind)
        column.addWidget(
            _plain(label(tr("{name}　{file}", name=name, file=found.file_name), "subheading"))
        )
        column.addWidget(_plain(label(str(sentence), wrap=True)))
        if found.problem.kind in TOLD_BY and not hindrance:
            box = self.boxes[found.sha256] = EmbeddedBox(self._theme)
            box.wanted.connect(self._take)
            column.addWidget(box)
        reason = QLineEdit(dismissal.reason if dismissal else "")
        reason.setPlaceholderText(tr("看过了、不需要处理的，写明理由"))
        reason.setAccessibleName(tr("“{name}”不需要处理的理由", name=name))
        reason.setEnabled(not hindrance)
        column.addWidget(reason)
        if dismissal is not None:
            column.addWidget(_plain(label(tr("{who}已核实", who=dismissal.by), "muted")))
        return _Line(found, reason)

    @property
    def holds_files(self) -> bool:
        """True if the files inside a file are to be listed."""
        return bool(self.boxes)

    @Slot(object)
    def show_embedded(self, files: Sequence[Embedded]) -> None:
        """List the files that lie inside the item's files."""
        for host, box in self.boxes.items():
            box.show_files([file for file in files if file.host == host])

    @Slot(object)
    def tell_embedded_unread(self, error: BaseException) -> None:
        """Say why the files inside cannot be listed."""
        if not isinstance(error, JuanzongError):
            raise error
        for box in self.boxes.values():
            box.tell(str(describe_error(error)))

    @Slot(object)
    def _take(self, choice: TakeOut) -> None:
        self.taking = choice
        self.accept()

    def _add_choices(self, column: QVBoxLayout, hindrance: str) -> None:
        column.addWidget(label(tr("装订方式"), "subheading"))
        self.marked.setChecked(self._binding.changes is Changes.MARKED)
        self.comments.setChecked(self._binding.comments)
        self.hidden.setChecked(self._binding.hidden)
        for box in (self.marked, self.comments, self.hidden):
            box.setEnabled(not hindrance)
            column.addWidget(box)

    @property
    def verdicts(self) -> tuple[FindingJudgement, ...]:
        """The new decision."""
        return tuple(verdict for line in self.lines if (verdict := line.verdict) is not None)

    @property
    def before(self) -> tuple[FindingJudgement, ...]:
        """The verdicts that would undo these."""
        return tuple(
            FindingJudgement(line.found.problem.kind, line.before or None, line.found.sha256)
            for line in self.lines
            if line.verdict is not None
        )

    @property
    def binding(self) -> BindingChoices:
        """How the content is to be bound."""
        return BindingChoices(
            Changes.MARKED if self.marked.isChecked() else Changes.ACCEPTED,
            self.comments.isChecked(),
            self.hidden.isChecked(),
        )


def _plain(made: QLabel) -> QLabel:
    """Show names and reasons literally."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
