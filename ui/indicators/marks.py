"""Why a task, or one of its points, does not apply to a unit (不涉及)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.completeness.rows import MarkRow
from app.completeness.states import Filing
from app.visible_text import visible
from ui.actions import label
from ui.literal import no_mnemonic, tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical


def mark_at(filing: Filing, unit: str, point: int | None) -> MarkRow | None:
    """The mark of a unit at exactly this point, or at the whole task; None if there is none."""
    marks = (mark for state in filing.points for mark in state.marks)
    return next((m for m in marks if m.unit == unit and m.point == point), None)


class ReasonEdit(QWidget):
    """Where a reason is typed, or one that was given before is taken."""

    changed = Signal()

    def __init__(self, theme: Theme, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(reason)
        self.text.setAccessibleName(tr("不涉及的原因"))
        self.text.setPlaceholderText(tr("写明原因，如：本单位没有行政执法职能"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.space(72))
        self.text.textChanged.connect(self.changed)
        self.earlier = QComboBox()
        self.earlier.setAccessibleName(tr("用过的原因"))
        self.earlier.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.earlier.activated.connect(self._take)
        self.earlier.hide()
        layout = vertical(self, spacing=6)
        layout.addWidget(self.earlier)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)

    def offer(self, reasons: Sequence[str]) -> None:
        """Offer reasons that were given before, the latest first."""
        self.earlier.clear()
        self.earlier.addItem(tr("用过的原因…"))
        for reason in reasons:
            self.earlier.addItem(no_mnemonic(visible(reason)), reason)
        self.earlier.setVisible(bool(reasons))

    @property
    def words(self) -> str:
        """The reason as it was typed, on one line."""
        return " ".join(self.text.toPlainText().split())

    @Slot(int)
    def _take(self, at: int) -> None:
        reason = self.earlier.itemData(at)
        if isinstance(reason, str):
            self.text.setPlainText(reason)
            self.text.setFocus()


class MarkDialog(QDialog):
    """Asks for the reason; an existing mark can be removed.

    ``more_wanted`` has the reason typed so far: the same is to be said of other places too.
    """

    more_wanted = Signal(str)

    def __init__(
        self, theme: Theme, about: str, reason: str, parent: QWidget | None = None
    ) -> None:
        """``reason`` is the present one; "" if there is no mark."""
        super().__init__(parent)
        self.withdrawn = False
        self.setWindowTitle(tr("不涉及"))
        self.entry = ReasonEdit(theme, reason)
        self.reason = self.entry.text
        self.entry.changed.connect(self._follow)
        self.buttons, self.agree = agree_buttons(
            self, tr("标为不涉及", "to do"), tr("标为不涉及（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self.take_back = self.buttons.addButton(
            tr("取消不涉及", "to do"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.take_back.setVisible(bool(reason))
        self.take_back.clicked.connect(self._withdraw)
        self.more = self.buttons.addButton(tr("还有别处…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.more.setToolTip(tip(tr("一次标几项指标、几种核验方式或几个要点")))
        self.more.clicked.connect(self._go_on)
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
        layout.addWidget(self.entry)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(480), theme.space(280))
        self.reason.setFocus()
        self._follow()

    @property
    def words(self) -> str:
        """The reason as it was typed; "" to remove the mark."""
        return "" if self.withdrawn else self.entry.words

    @Slot()
    def _go_on(self) -> None:
        self.more_wanted.emit(self.entry.words)
        self.reject()

    @Slot()
    def _withdraw(self) -> None:
        self.withdrawn = True
        self.accept()

    @Slot()
    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.words))
