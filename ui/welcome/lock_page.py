"""The page before a workspace whose keys are locked: nothing of it is shown."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.actions import ActionButton, label, make_action
from ui.theme import Theme
from ui.translation import tr


class LockPage(QWidget):
    """Emits what was typed, or the wish to close the workspace."""

    given = Signal(str)
    close_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = label("", "heading", wrap=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("口令"))
        self.field.setPlaceholderText(tr("口令"))
        self.wrong = label("", "wrong", wrap=True)
        self.unlock_action = make_action(
            self, tr("解锁"), tr("用口令打开工作区（回车）"), self._give
        )
        self.close_action = make_action(
            self, tr("关闭工作区"), tr("回到开始页"), self.close_wanted.emit, "Esc", within=True
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.heading)
        column.addWidget(label(tr("工作区设有口令，请输入口令打开。"), "muted", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(ActionButton(self.unlock_action, theme, primary=True))
        buttons.addWidget(ActionButton(self.close_action, theme, flat=True))
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._body, 4)
        outer.addStretch(1)
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(lambda _: self.wrong.setText(""))
        theme.changed.connect(self._fit)
        self._fit()

    def ask(self, title: str) -> None:
        """Ask again; ``title`` says whose workspace it is."""
        self.heading.setText(title)
        self.wrong.setText("")
        self.field.clear()
        self.setEnabled(True)
        self.field.setFocus()

    def refuse(self, why: str) -> None:
        """Say why it stays locked."""
        self.setEnabled(True)
        self.wrong.setText(why)
        self.field.selectAll()
        self.field.setFocus()

    @Slot()
    def _give(self) -> None:
        if self.field.text():
            self.setEnabled(False)
            self.given.emit(self.field.text())

    def _fit(self) -> None:
        self._body.setMaximumWidth(self._theme.space(460))
