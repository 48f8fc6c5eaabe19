"""The dialog of a round of interviews: which questionnaire, when, where, how many people."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.verification.interview.rounds import Round
from app.verification.interview.schema import Questionnaire
from app.visible_text import visible
from ui.actions import label
from ui.literal import window_title
from ui.theme import Theme
from ui.translation import tr
from ui.verification.interview.plan_table import PlanTable
from ui.verification.note_panel import NoteDialog
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window


class RoundDialog(NoteDialog[Round]):
    """``said`` is what was entered; the button waits for a name and a questionnaire."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        said: Round,
        offered: Sequence[Questionnaire],
        parent: QWidget | None = None,
        *,
        answered: int = 0,
    ) -> None:
        """``answered`` sheets keep the round at its questionnaire."""
        super().__init__(parent)
        self._before = said
        self.setWindowTitle(window_title(title))
        self.name = _line(tr("活动名称"), said.name)
        self.name.setPlaceholderText(tr("如 2027年第一次办事群众访谈"))
        self.questionnaire = QComboBox()
        self.questionnaire.setAccessibleName(tr("问卷"))
        self._offered = [each for each in offered if each != said.questionnaire]
        if answered or said.name:
            self._offered.insert(0, said.questionnaire)
        else:
            self._offered = list(offered)
        for each in self._offered:
            shown = tr(
                "{title}（第 {edition} 版，{audience}）",
                title=each.title,
                edition=each.edition,
                audience=each.audience,
            )
            self.questionnaire.addItem(visible(shown))
        self.questionnaire.setEnabled(not answered)
        self.first = _line(tr("开始日期"), said.held_from)
        self.last = _line(tr("结束日期"), said.held_to)
        for line in (self.first, self.last):
            line.setPlaceholderText(tr("如 2027-4-7；没有定的不填"))
        self.location = _line(tr("地点"), said.location)
        self.note = _line(tr("备注"), said.note)
        self.plan = PlanTable(theme)
        self.plan.show_plan(said.plan)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self.name, self.questionnaire, self.first, self.last, self.location, self.note)
        for field in fields:
            form.addRow(field.accessibleName(), field)
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(form)
        told = tr("分组和人数：不分组的只写一行；抽样时会按名单和抽取人数改写")
        if answered:
            told = tr(
                "已有 {count} 份答卷，问卷不能再换；要换问卷，请另登记一次活动", count=answered
            )
        layout.addWidget(label(told, "muted", wrap=True))
        layout.addWidget(self.plan, 1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(620), theme.space(520))
        self.name.textChanged.connect(self._follow)
        self._follow()

    @property
    def said(self) -> Round:
        """What was entered."""
        return replace(
            self._before,
            name=self.name.text(),
            questionnaire=self._offered[self.questionnaire.currentIndex()],
            held_from=self.first.text(),
            held_to=self.last.text(),
            location=self.location.text(),
            note=self.note.text(),
            plan=self.plan.plan,
        )

    @Slot()
    def _follow(self) -> None:
        ready = bool(self.name.text().strip()) and self.questionnaire.currentIndex() >= 0
        self.agree.setEnabled(ready)


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made
