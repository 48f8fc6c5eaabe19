"""A stage as a form: its name, its dates, and how much is to be there at its end."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.stages.schedule import StagePlan
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.number_edit import NumberEdit


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form."""

    name: str
    start: str
    deadline: str
    goal: int


class StageForm(QFrame):
    """``changed`` follows the typing; ``entered`` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self._theme = theme
        self._stage: StagePlan | None = None
        self.name = self._line(tr("阶段名称"), "")
        self.start = self._line(tr("开始日期"), tr("不限"))
        self.start.setToolTip(tr("如 2026-03-01；空着就是不限"))
        self.deadline = self._line(tr("截止日期"), tr("日期另定"))
        self.deadline.setToolTip(tr("如 2026-05-10；空着就是日期另定"))
        self.goal = NumberEdit(0, 100)
        self.goal.setAccessibleName(tr("阶段末应齐备的要点比例"))
        self.goal.setToolTip(tr("到阶段末，每个单位应齐备的材料要点占多少"))
        self.goal.value_changed.connect(self._on_typed)
        self.wording = label("", "muted", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(tr("名称"), "muted"), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(label(tr("应齐备"), "muted"), 0, 2)
        grid.addWidget(self.goal, 0, 3)
        grid.addWidget(label("%", "muted"), 0, 4)
        grid.addWidget(label(tr("开始"), "muted"), 1, 0)
        grid.addWidget(self.start, 1, 1)
        grid.addWidget(label(tr("截止"), "muted"), 1, 2)
        grid.addWidget(self.deadline, 1, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(theme.space(6))
        self._layout.addLayout(grid)
        self._layout.addWidget(self.wording)

    def add_foot(self, foot: QWidget) -> None:
        """Put the buttons below the fields."""
        self._layout.addWidget(foot)

    @property
    def stage(self) -> StagePlan | None:
        """The stage that is shown."""
        return self._stage

    @property
    def entered(self) -> Entered:
        """What stands in the fields."""
        return Entered(
            self.name.text().strip(),
            self.start.text().strip(),
            self.deadline.text().strip(),
            self.goal.value,
        )

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return self._stage is not None and self.entered != entered_of(self._stage)

    def show_stage(self, stage: StagePlan | None, *, writable: bool) -> None:
        """Show a stage, or its newer state; its fields always show what is stored."""
        self._stage = stage
        known = entered_of(stage) if stage is not None else Entered("", "", "", 0)
        for field, text in (
            (self.name, known.name),
            (self.start, known.start),
            (self.deadline, known.deadline),
            (self.goal, str(known.goal)),
        ):
            field.setReadOnly(not writable or stage is None)
            if field.text() != text:
                field.setText(text)
        words = [stage.deadline_text, stage.description] if stage is not None else []
        self.wording.setText("　".join(filter(None, words)))
        self.wording.setVisible(bool(self.wording.text()))

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(self._on_typed)
        return made

    @Slot()
    def _on_typed(self) -> None:
        self.changed.emit()


def entered_of(stage: StagePlan) -> Entered:
    """A stage as the form shows it."""
    return Entered(
        stage.name,
        stage.start.isoformat() if stage.start else "",
        stage.deadline.isoformat() if stage.deadline else "",
        stage.goal,
    )
