"""Why something is returned: reasons by digit, free text beside them, a notice if wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.review.reasons import Reason
from app.visible_text import visible
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.day_edit import DayEdit
from ui.widgets.fitting import resize_within_window
from ui.widgets.ticking import TickByName

_CODE = Qt.ItemDataRole.UserRole
_DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class ReturnChoice:
    """What the person chose; ``deadline`` is None if no notice is to be opened."""

    reasons: tuple[str, ...]
    note: str
    deadline: date | None = None


class ReturnDialog(QDialog):
    """The list has the focus: 1 to 9 tick reasons, Tab goes to the text."""

    def __init__(
        self,
        theme: Theme,
        about: str,
        reasons: Sequence[Reason],
        today: date,
        parent: QWidget | None = None,
        *,
        with_notice: bool = True,
        needed: bool = True,
    ) -> None:
        """``needed``: a reason must be given here."""
        super().__init__(parent)
        self._needed = needed
        self.setWindowTitle(tr("退回", "to do"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("退回原因"))
        for number, reason in enumerate(reasons, 1):
            digit = f"{number}  " if number <= 9 else "    "
            item = QListWidgetItem(visible(digit + reason.text))
            item.setData(_CODE, reason.code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        TickByName(self.list)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._follow)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("说明"))
        self.note.setPlaceholderText(tr("补充说明，如：缺 2021 年的总结"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.space(72))
        self.note.textChanged.connect(self._follow)
        self.notice = QCheckBox(tr("同时列入整改台账，整改时限"))
        self.deadline = DayEdit(today + timedelta(days=_DAYS_AHEAD), tr("整改时限"))
        self.deadline.setEnabled(False)
        self.notice.toggled.connect(self.deadline.setEnabled)
        self.buttons, self.agree = agree_buttons(
            self, tr("退回", "to do"), tr("退回（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(about, "subheading", wrap=True))
        layout.addWidget(label(tr("按数字键选原因，可选几条；按 Tab 写说明"), "muted"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.notice)
        row.addWidget(self.deadline)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.buttons)
        self.notice.setVisible(with_notice)
        self.deadline.setVisible(with_notice)
        resize_within_window(self, theme.space(460), theme.space(590))
        self.list.setFocus()
        self._follow()

    @property
    def verdict(self) -> ReturnChoice:
        """What was chosen."""
        items = (self.list.item(n) for n in range(self.list.count()))
        codes = tuple(
            str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
        wanted = self.notice.isChecked() and self.notice.isVisibleTo(self)
        deadline = self.deadline.day if wanted else None
        return ReturnChoice(codes, self.note.toPlainText().strip(), deadline)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Digits tick reasons; Return accepts the dialog."""
        if watched is self.list and isinstance(event, QKeyEvent):
            digit = event.key() - Qt.Key.Key_0
            if event.type() is QEvent.Type.KeyPress and 1 <= digit <= min(9, self.list.count()):
                self._turn(self.list.item(digit - 1))
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        verdict = self.verdict
        self.agree.setEnabled(bool(verdict.reasons or verdict.note) or not self._needed)

    def _turn(self, item: QListWidgetItem) -> None:
        checked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
