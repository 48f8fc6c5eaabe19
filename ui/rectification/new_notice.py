"""A new problem for the register."""

from datetime import timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import UsageError
from app.rectification.service import NoticeDraft
from ui.actions import label
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.day_edit import DayEdit
from ui.widgets.fitting import resize_within_window
from ui.widgets.name_picker import NamePicker

_DAYS_AHEAD = 14


class NewNoticeDialog(QDialog):
    """``draft`` is what was entered; the button waits until unit, indicator and problem stand."""

    def __init__(self, snapshot: Snapshot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self.setWindowTitle(tr("列入整改台账"))
        self.unit = NamePicker(tr("单位名称或首字母"))
        self.unit.offer([unit.name for unit in snapshot.registry.units])
        self.unit.setAccessibleName(tr("责任单位"))
        self.unit.picked.connect(self._follow)
        self.indicator = QLineEdit()
        self.indicator.setAccessibleName(tr("指标"))
        self.indicator.setPlaceholderText(tr("编号，如 60、加1"))
        self.indicator.textChanged.connect(self._follow)
        self.statement = label("", "muted", wrap=True)
        self.problem = QPlainTextEdit()
        self.problem.setAccessibleName(tr("存在问题"))
        self.problem.setTabChangesFocus(True)
        self.problem.textChanged.connect(self._follow)
        self.demand = QPlainTextEdit()
        self.demand.setAccessibleName(tr("整改要求"))
        self.demand.setTabChangesFocus(True)
        self.demand.setFixedHeight(theme.space(58))
        today = snapshot.today
        self.deadline = DayEdit(today + timedelta(days=_DAYS_AHEAD), tr("整改时限"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.addRow(tr("责任单位"), self.unit)
        form.addRow(tr("指标"), self.indicator)
        form.addRow("", self.statement)
        form.addRow(tr("存在问题"), self.problem)
        form.addRow(tr("整改要求"), self.demand)
        form.addRow(tr("整改时限"), self.deadline)
        self.buttons, self.agree = agree_buttons(
            self, tr("列入"), tr("列入台账（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(10))
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(480), theme.space(420))
        self._follow()

    @property
    def draft(self) -> NoticeDraft:
        """What was entered."""
        unit = self._snapshot.registry.unit(self.unit.name)
        return NoticeDraft(
            unit.id,
            self._snapshot.framework.indicator(self.indicator.text()).code,
            self.problem.toPlainText(),
            self.demand.toPlainText(),
            self.deadline.day.isoformat(),
        )

    @Slot()
    def _follow(self) -> None:
        try:
            found = self._snapshot.framework.indicator(self.indicator.text())
        except UsageError:
            found = None
        self.statement.setText(found.statement if found is not None else "")
        ready = found is not None and self.unit.name and self.problem.toPlainText().strip()
        self.agree.setEnabled(bool(ready))
