"""The line above the evidence of a task: a title and the buttons."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy

from ui.actions import ActionButton, IconButton
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import ElidedLabel


class ListHead(QGridLayout):
    """The title, a button to show everything again, small tools, and one large button."""

    def __init__(
        self, theme: Theme, limit: QAction, add: QAction, tools: Iterable[tuple[QAction, str]]
    ) -> None:
        """``limit`` shows everything again; ``tools`` are actions with their icons."""
        super().__init__()
        self._theme = theme
        self._width = 0
        self._title = ElidedLabel()
        self._title.setProperty("subheading", True)  # noqa: FBT003  (Qt's own signature)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._title.setText(tr("材料"))
        self._limit_button = ActionButton(limit, theme, flat=True)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        self._tools.addStretch(1)
        for action, icon in tools:
            self.add_tool(action, icon)
        self._add_button = ActionButton(add, theme, "add", primary=True)
        self.setHorizontalSpacing(6)
        self.setVerticalSpacing(2)
        self.setColumnStretch(2, 1)
        self.addWidget(self._title, 0, 0)
        self.addWidget(self._limit_button, 0, 1)
        self.addLayout(self._tools, 0, 2)
        self.addWidget(self._add_button, 0, 3)

    def add_tool(self, action: QAction, icon: str) -> None:
        """Add one more small button."""
        self._tools.addWidget(IconButton(action, self._theme, icon))

    def say(self, title: str, *, limited: bool) -> None:
        """Say what is shown; ``limited`` offers a button to show everything again."""
        self._title.setText(title)
        self._limit_button.setVisible(limited)
        self.share()

    def fold(self, width: int) -> None:
        """Fit into the visible width: if it is too narrow, the small tools get their own line."""
        self._width = width
        self.share()

    def share(self) -> None:
        """Share the room again, for the present text size."""
        title = self._title.sizeHint().width() + self._add_button.sizeHint().width()
        title += 0 if self._limit_button.isHidden() else self._limit_button.sizeHint().width()
        gaps = 3 * self.horizontalSpacing()
        fits = title + gaps + self._tools.minimumSize().width() <= self._width
        self.removeItem(self._tools)
        if fits:
            self.addLayout(self._tools, 0, 2)
        else:
            self.addLayout(self._tools, 1, 0, 1, 4)
