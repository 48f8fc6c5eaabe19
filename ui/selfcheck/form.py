"""A self-check statement as a form: the assessment, how things stand, what is wrong, a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from app.selfcheck.checks import StatementRow
from app.selfcheck.service import StatementEdit
from app.vocabulary import SelfAssessment
from ui.actions import label
from ui.selfcheck.score_edit import ScoreEdit
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.wording import ASSESSMENT_NAMES


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form."""

    assessment: SelfAssessment | None = None
    statement: str = ""
    problems: str = ""
    score: float | None = None

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is still to be filled in, by name."""
        lacks = []
        if self.assessment is None:
            lacks.append(tr("自评"))
        if not self.statement:
            lacks.append(tr("自查情况"))
        if self.assessment not in {None, SelfAssessment.ACHIEVED} and not self.problems:
            lacks.append(tr("存在问题"))
        return tuple(lacks)


def entered_of(row: StatementRow | None) -> Entered:
    """A stored statement as the form shows it."""
    return Entered(row.assessment, row.statement, row.problems, row.score) if row else Entered()


def fields_of(entered: Entered) -> dict[str, str]:
    """A statement as texts, as drafts keep it."""
    return {
        "assessment": entered.assessment.value if entered.assessment else "",
        "statement": entered.statement,
        "problems": entered.problems,
        "score": "" if entered.score is None else f"{entered.score:g}",
    }


def entered_from(fields: Mapping[str, str]) -> Entered:
    """A statement of texts that ``fields_of`` made."""
    return Entered(
        SelfAssessment(fields["assessment"]) if fields["assessment"] else None,
        fields["statement"],
        fields["problems"],
        float(fields["score"]) if fields["score"] else None,
    )


def edit_of(entered: Entered) -> StatementEdit:
    """What is to be stored."""
    return StatementEdit(
        entered.assessment,
        entered.statement,
        entered.problems,
        entered.score,
        no_score=entered.score is None,
        no_assessment=entered.assessment is None,
    )


class _Lines(QPlainTextEdit):
    """Takes the room there is, and asks for no more than it needs."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(super().sizeHint().width(), self.minimumHeight())


class StatementForm(QWidget):
    """``changed`` follows the typing; ``entered`` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.choices: dict[SelfAssessment, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(theme.space(18))
        row.addWidget(label(tr("自评"), "muted"))
        for assessment, name in ASSESSMENT_NAMES.items():
            button = QRadioButton(name)
            self._group.addButton(button)
            self.choices[assessment] = button
            button.toggled.connect(self._on_changed)
            row.addWidget(button)
        row.addStretch(1)
        self.statement = self._text(tr("自查情况"), tr("对照指标写明做了什么、做到什么程度"), theme)
        self.problems = self._text(
            tr("存在问题"), tr("还有什么没有做到；自评为完成的可以不填"), theme
        )
        self.score = ScoreEdit()
        self.score.setMaximumWidth(theme.space(110))
        self.score.value_changed.connect(self._on_changed)
        last = QHBoxLayout()
        last.addWidget(label(tr("自评分"), "muted"))
        last.addWidget(self.score, 1)
        self.standing = label("", "muted", wrap=True)
        last.addWidget(self.standing, 3)
        layout = vertical(self, spacing=theme.space(6))
        layout.addLayout(row)
        layout.addWidget(label(tr("自查情况"), "muted"))
        layout.addWidget(self.statement, 3)
        layout.addWidget(label(tr("存在问题"), "muted"))
        layout.addWidget(self.problems, 2)
        layout.addLayout(last)

    @property
    def entered(self) -> Entered:
        """What stands in the fields."""
        chosen = (a for a, button in self.choices.items() if button.isChecked())
        return Entered(
            next(chosen, None),
            self.statement.toPlainText().strip(),
            self.problems.toPlainText().strip(),
            self.score.value,
        )

    def show_entered(self, entered: Entered, *, writable: bool) -> None:
        """Show a statement."""
        self._group.setExclusive(False)
        for assessment, button in self.choices.items():
            button.setChecked(assessment is entered.assessment)
            button.setEnabled(writable)
        self._group.setExclusive(True)
        for field, text in ((self.statement, entered.statement), (self.problems, entered.problems)):
            field.setReadOnly(not writable)
            if field.toPlainText().strip() != text:
                field.setPlainText(text)
        self.score.setReadOnly(not writable)
        self.score.set_value(entered.score)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        lacking = self.entered.lacking
        words = tr("还要填：{fields}", fields=tr("、").join(lacking)) if lacking else tr("已填完整")
        self.standing.setText(words)
        self.changed.emit()

    def _text(self, name: str, hint: str, theme: Theme) -> QPlainTextEdit:
        made = _Lines()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setTabChangesFocus(True)
        made.setMinimumHeight(theme.space(64))
        made.textChanged.connect(self._on_changed)
        return made
