"""A stage as a form: its name, its dates, and how much is to be there at its end."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from app.errors import NamedThing, NameUnfit
from app.naming import demand_name
from app.rectification.days import stated_day
from app.rectification.errors import DayNotUnderstood
from app.stages.schedule import StagePlan
from ui.actions import label
from ui.drafts import Typing
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.number_edit import NumberEdit
from ui.wording import describe_error


class StageForm(QFrame):
    """``changed`` follows the typing; what cannot be stored stays in its field, with the reason."""

    changed = Signal()

    def __init__(
        self,
        context: PageContext,
        check: Callable[[Mapping[str, str]], Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``check`` says what of the dates contradicts the other stages."""
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        theme = context.theme
        self.typing = Typing(context.drafts, self, lambda fields: refused(fields) or check(fields))
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
        self._fields: dict[str, QLineEdit] = {
            "name": self.name,
            "start": self.start,
            "deadline": self.deadline,
            "goal": self.goal,
        }
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
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
        self._layout = vertical(self, 12, 10, 12, 10, spacing=theme.space(6))
        self._layout.addLayout(grid)
        self._layout.addWidget(self.wrong)
        self._layout.addWidget(self.wording)
        self.typing.refused.connect(self._on_refused)

    def add_foot(self, foot: QWidget) -> None:
        """Put the buttons below the fields."""
        self._layout.addWidget(foot)

    @property
    def stage(self) -> StagePlan | None:
        """The stage that is shown."""
        return self._stage

    @property
    def entered(self) -> dict[str, str]:
        """What stands in the fields."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        return {**texts, "goal": str(self.goal.value)}

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not stored."""
        return bool(self.typing.typed)

    def show_stage(self, stage: StagePlan | None, *, writable: bool) -> None:
        """Show a stage, or its newer state; what is typed and not stored stays."""
        may = writable and stage is not None
        shown = self.typing.turn_to(
            f"stage/{stage.number}" if stage is not None else "",
            tr("“{stage}”阶段", stage=stage.name) if stage is not None else "",
            stored_of(stage) if stage is not None else dict.fromkeys(self._fields, ""),
            writable=may,
        )
        self._stage = stage
        present = self.entered
        for name, field in self._fields.items():
            field.setReadOnly(not may)
            if present[name] != shown[name]:
                field.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
                field.setText(shown[name])
                field.blockSignals(False)  # noqa: FBT003
        words = [stage.deadline_text, stage.description] if stage is not None else []
        self.wording.setText("　".join(filter(None, words)))
        self.wording.setVisible(bool(self.wording.text()))

    @Slot(object)
    def _on_refused(self, reasons: Mapping[str, str]) -> None:
        for name, field in self._fields.items():
            field.setProperty("wrong", name in reasons)
            field.style().unpolish(field)
            field.style().polish(field)
        self.wrong.setText("\n".join(reasons.values()))
        self.wrong.setVisible(bool(reasons))

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(self._on_typed)
        return made

    @Slot()
    def _on_typed(self) -> None:
        self.typing.note(self.entered)
        self.changed.emit()


def number_of(key: str) -> int:
    """The number of the stage that a draft is about."""
    return int(key.partition("/")[2])


def stored_of(stage: StagePlan) -> dict[str, str]:
    """A stage as the form shows it."""
    return {
        "name": stage.name,
        "start": stage.start.isoformat() if stage.start else "",
        "deadline": stage.deadline.isoformat() if stage.deadline else "",
        "goal": str(stage.goal),
    }


def refused(fields: Mapping[str, str]) -> dict[str, str]:
    """Why fields cannot be stored as they were typed, by their names."""
    wrong = {}
    if not fields.get("name", "-"):
        wrong["name"] = tr("阶段名称不能空着")
    else:
        try:
            demand_name(fields.get("name", "-"), NamedThing.STAGE)
        except NameUnfit as error:
            wrong["name"] = str(describe_error(error))
    for name in ("start", "deadline"):
        try:
            stated_day(fields.get(name, ""))
        except DayNotUnderstood as error:
            sentence = describe_error(error)
            wrong[name] = tr("，").join((sentence.reason, sentence.remedy))
    return wrong
