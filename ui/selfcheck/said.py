"""What a unit says about itself, for reading; the office may enter it in the unit's stead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.selfcheck.checks import StatementRow
from ui.actions import label, mark_writing
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow
from ui.wording import ASSESSMENT_NAMES

_MOST = 160


class SaidPart(QWidget):
    """``entry_wanted``: somebody pressed the button."""

    entry_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: StatementRow | None = None
        self.heading = label("")
        self.words = label("", "muted", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.enter = QPushButton(tr("替单位填…"))
        self.enter.setProperty("flat", True)  # noqa: FBT003  (Qt's own signature)
        self.enter.setAccessibleName(tr("代填自查自评"))
        self.enter.clicked.connect(self.entry_wanted)
        mark_writing(self.enter)
        head = WrappingRow(self.heading, self.enter)
        layout = vertical(self, spacing=theme.space(2))
        layout.addLayout(head)
        layout.addWidget(self.words)
        self.hide()

    def show_statement(self, row: StatementRow | None, *, writable: bool) -> None:
        """Show a statement, or that there is none; a unit's own is not written over."""
        self.row = row
        self.heading.setText(_heading(row))
        parts = [] if row is None else [row.statement]
        if row is not None and row.score is not None:
            parts.append(tr("自评分：{score}", score=f"{row.score:g}"))
        if row is not None and row.problems:
            parts.append(tr("存在问题：{problems}", problems=row.problems))
        whole = "\n".join(filter(None, parts))
        self.words.setText(whole if len(whole) <= _MOST else f"{whole[:_MOST]}…")
        self.words.setToolTip(tip(whole) if len(whole) > _MOST else "")
        self.words.setVisible(bool(whole))
        own = row is not None and not row.by_office
        self.enter.setEnabled(writable and not own)
        if writable:  # else its tooltip says why nothing can be changed
            self.enter.setToolTip(
                tr("单位自己填报了，不能代填") if own else tr("单位没有报送时，由创建办代为填报")
            )
        self.show()


def _heading(row: StatementRow | None) -> str:
    if row is None:
        return tr("自查自评：没有填报")
    name = ASSESSMENT_NAMES[row.assessment] if row.assessment else tr("没有结论")
    return (
        tr("自查自评：{name}（代填）", name=name)
        if row.by_office
        else tr("自查自评：{name}", name=name)
    )
