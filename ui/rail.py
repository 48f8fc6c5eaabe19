"""The rail on the left: one button a page, the pages that exist and no others."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QWidget

from ui import icons
from ui.actions import label
from ui.literal import tip as as_tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page's place on the rail; ``title`` and ``tip`` are translated where they are shown."""

    key: str
    title: str
    icon: str
    shortcut: str
    tip: str


class Rail(QFrame):
    """Exactly one entry is lit."""

    chosen = Signal(str)

    def __init__(
        self, entries: tuple[RailEntry, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)  # noqa: FBT003  (Qt's own signature)
        self._theme = theme
        self._entries = entries
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._badges: dict[str, QLabel] = {}
        layout = vertical(self, 0, 8, 0, 8, spacing=2)
        for entry in entries:
            button = QToolButton()
            title = tr(entry.title)
            button.setText(title)
            button.setToolTip(as_tip(tr("{tip}（{keys}）", tip=tr(entry.tip), keys=entry.shortcut)))
            button.setAccessibleName(title)
            button.setCheckable(True)
            button.setProperty("rail", True)  # noqa: FBT003
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setShortcut(entry.shortcut)
            button.clicked.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[entry.key] = button
            layout.addWidget(button)
        layout.addStretch(1)
        theme.changed.connect(self._paint)
        self._paint()

    def light(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)

    def call(self, key: str, title: str, tip: str) -> None:
        """Name a page otherwise, as another role sees it."""
        button = self._buttons[key]
        keys = button.shortcut()
        button.setText(title)  # which takes the keys away
        button.setShortcut(keys)
        button.setAccessibleName(title)
        button.setToolTip(as_tip(tr("{tip}（{keys}）", tip=tip, keys=button.shortcut().toString())))

    def button(self, key: str) -> QToolButton:
        """The button of a page."""
        return self._buttons[key]

    def badge(self, key: str, count: int) -> None:
        """Show how much waits on a page; nothing for 0."""
        button = self._buttons[key]
        mark = self._badges.get(key)
        if mark is None:
            mark = self._badges[key] = label()
            mark.setParent(button)
            mark.setProperty("badge", True)  # noqa: FBT003  (Qt's own signature)
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setText(str(count) if count < 100 else "99+")
        mark.setVisible(count > 0)
        title = button.text()
        waiting = tr("{title}，{count} 个等着处理", title=title, count=count)
        button.setAccessibleName(waiting if count else title)
        self._place_badges()

    def _place_badges(self) -> None:
        for mark in self._badges.values():
            mark.adjustSize()
            mark.setMinimumWidth(mark.sizeHint().height())
            mark.adjustSize()
            mark.move(self.width() - mark.width() - self._theme.space(9), self._theme.space(5))

    def _paint(self) -> None:
        colours = self._theme.colours
        size = self._theme.space(22)
        width = self._theme.space(78)
        self.setFixedWidth(width)
        for entry in self._entries:
            button = self._buttons[entry.key]
            button.setFixedWidth(width - 1)
            button.setIconSize(QSize(size, size))
            button.setIcon(icons.icon(entry.icon, colours.muted, colours.accent))
        self._place_badges()
