"""Why a task, or one of its points, does not apply to a unit (不涉及)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.completeness.rows import MarkRow
from app.completeness.states import Filing
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window


def mark_at(filing: Filing, unit: str, point: int | None) -> MarkRow | None:
    """The mark of a unit at a point or at the task as a whole; None if there is none just there."""
    marks = (mark for state in filing.points for mark in state.marks)
    return next((m for m in marks if m.unit == unit and m.point == point), None)


class MarkDialog(QDialog):
    """Asks for the reason; where there is a mark already, it can be taken back."""

    def __init__(
        self, theme: Theme, about: str, reason: str, parent: QWidget | None = None
    ) -> None:
        """``reason`` is what was said before; "" if there is no mark."""
        super().__init__(parent)
        self.withdrawn = False
        self.setWindowTitle(tr("不涉及"))
        self.reason = QPlainTextEdit(reason)
        self.reason.setAccessibleName(tr("不涉及的原因"))
        self.reason.setPlaceholderText(tr("写明原因，如：本单位没有行政执法职能"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.space(88))
        self.reason.textChanged.connect(self._follow)
        self.buttons, self.agree = agree_buttons(
            self, tr("标为不涉及", "to do"), tr("标为不涉及（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self.take_back = self.buttons.addButton(
            tr("取消不涉及", "to do"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.take_back.setVisible(bool(reason))
        self.take_back.clicked.connect(self._withdraw)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(about, "subheading", wrap=True))
        layout.addWidget(
            label(
                tr(
                    "标为不涉及的要点算作已齐备，原因随报送交创建办审核，并写入卷宗；已有材料的要点不受影响。"
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.reason)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(460), theme.space(260))
        self.reason.setFocus()
        self._follow()

    @property
    def words(self) -> str:
        """The reason as it was typed; "" to take the mark back."""
        return "" if self.withdrawn else " ".join(self.reason.toPlainText().split())

    @Slot()
    def _withdraw(self) -> None:
        self.withdrawn = True
        self.accept()

    @Slot()
    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.words))
