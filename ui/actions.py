"""Actions and buttons with all their names: text, shortcut, tooltip, name for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.visible_text import visible
from ui import icons
from ui.literal import tip as as_tip
from ui.theme import Theme
from ui.translation import tr

#: The property in which an action keeps its tooltip for the time when it can be used.
_TIP = "usual_tip"
_WRITES = "writes"

Shortcut = QKeySequence | QKeySequence.StandardKey | str | None


def make_action(
    parent: QWidget,
    text: str,
    tip: str,
    slot: Callable[[], object] | None = None,
    shortcut: Shortcut = None,
    *,
    within: bool = False,
) -> QAction:
    """An action whose tooltip says what it does and by which keys.

    ``within`` limits the shortcut to the parent and what is inside it.
    """
    action = QAction(text, parent)
    if shortcut is not None:
        action.setShortcut(QKeySequence(shortcut))
    explain(action, tip)
    if slot is not None:
        action.triggered.connect(lambda _checked=False: slot())
    if within:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    parent.addAction(action)
    return action


def explain(action: QAction, tip: str) -> None:
    """Set the tooltip, followed by the shortcut."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(as_tip(tr("{tip}（{keys}）", tip=tip, keys=keys) if keys else tip))
    action.setProperty(_TIP, action.toolTip())


def permit(action: QAction, fits: bool, hindrance: str = "") -> None:  # noqa: FBT001
    """Enable an action where it fits; a ``hindrance`` disables it and is shown in its tooltip."""
    action.setEnabled(fits and not hindrance)
    action.setToolTip(as_tip(hindrance) if fits and hindrance else action.property(_TIP))


def mark_writing(*targets: QAction | QWidget) -> None:
    """Mark an action that changes the workspace: it stays grey in a read-only workspace."""
    for target in targets:
        target.setProperty(_WRITES, True)  # noqa: FBT003  (Qt's own signature)


def writes(target: QAction | QWidget) -> bool:
    """True for what ``mark_writing`` marked."""
    return bool(target.property(_WRITES))


def forbid(target: QAction | QWidget, hindrance: str) -> None:
    """Disable something for good; its tooltip says why."""
    target.setEnabled(False)
    target.setToolTip(as_tip(hindrance))
    if isinstance(target, QAction):
        target.setProperty(_TIP, target.toolTip())


class ActionButton(QPushButton):
    """A push button for an action, with its text, state and tooltip."""

    def __init__(
        self,
        action: QAction,
        theme: Theme,
        icon_name: str = "",
        *,
        primary: bool = False,
        flat: bool = False,
    ) -> None:
        super().__init__(action.text())
        self._action, self._theme, self._icon_name = action, theme, icon_name
        self._primary = primary
        # A click leaves the focus in the list or field where somebody works, as tool buttons do.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it whenever it has the focus, as in dialogs
        self.setProperty("primary", primary)
        self.setProperty("flat", flat)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        theme.changed.connect(self._paint)
        self._follow()
        self._paint()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        shown = self._action.isVisible()
        if self.parent() or not shown:  # shown without a parent, it would be a window
            self.setVisible(shown)
        self.setToolTip(self._action.toolTip())

    def _paint(self) -> None:
        size = self._theme.space(16)
        self.setIconSize(QSize(size, size))
        if self._icon_name:
            colours = self._theme.colours
            colour = colours.on_accent if self._primary else colours.text
            self.setIcon(icons.icon(self._icon_name, colour, faded=colours.empty))


class IconButton(QToolButton):
    """A small button that shows only the action's icon; the tooltip says the rest."""

    def __init__(self, action: QAction, theme: Theme, icon_name: str) -> None:
        super().__init__()
        self._own, self._theme, self._icon_name = action, theme, icon_name
        self.setDefaultAction(action)
        self.setAccessibleName(action.text())
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        size = self._theme.space(16)
        self.setIconSize(QSize(size, size))
        colours = self._theme.colours
        self._own.setIcon(icons.icon(self._icon_name, colours.muted, faded=colours.line))


def first_line_label(text: str) -> QLabel:
    """A label for a form field of several lines, aligned with the first line."""
    made = label(text)
    # A form moves a label down by less than half a line where the label may grow.
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


class PlainLabel(QLabel):
    """A label that shows text literally, without characters that hide or reorder it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before any text: QLabel would look for HTML in it, and load its pictures.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        """Show other words."""
        super().setText(visible(text, keep_lines=True))


def label(text: str = "", *roles: str, wrap: bool = False) -> QLabel:
    """A label with a role that the style sheet knows: muted, heading, subheading, wrong, guess.

    It shows its text literally, because names and titles may contain what looks like HTML.
    """
    made = PlainLabel(text)
    for role in roles:
        made.setProperty(role, True)  # noqa: FBT003  (Qt's own signature)
    made.setWordWrap(wrap)
    return made
