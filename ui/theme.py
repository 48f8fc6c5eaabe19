"""Colours, fonts and spacing of the window, light and dark, scaled with the text size."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.colours import DARK, LIGHT, Colours
from ui.stylesheet import stylesheet

#: The size of body text in points at 100 %.
BASE_POINTS = 10.0
SCALES = (100, 115, 130, 150, 175, 200)


class Scheme(StrEnum):
    """Light, dark, or the system's choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The present look; emits a signal when it changes, so that painted widgets can follow."""

    changed = Signal()

    def __init__(self, application: QApplication, families: list[str], pictures: Path) -> None:
        """``families`` are the fonts to use, best first; ``pictures`` is the icons' folder."""
        super().__init__(application)
        self._application = application
        self._families = families
        self._pictures = pictures.as_posix()
        self._scheme = Scheme.SYSTEM
        self._scale = 100
        application.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The present colours."""
        return DARK if self.is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """True if the text is light on a dark background."""
        if self._scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    @property
    def scale(self) -> int:
        """The text size in percent."""
        return self._scale

    def choose(self, scheme: Scheme, scale: int) -> None:
        """Use the person's choice."""
        self._scheme = scheme
        self._scale = min(SCALES[-1], max(SCALES[0], scale))
        self._apply()

    def space(self, pixels: int) -> int:
        """A length that grows with the text, in device-independent pixels."""
        return round(pixels * self._scale / 100)

    def font(self, steps: int = 0, *, medium: bool = False) -> QFont:
        """The interface's font, ``steps`` sizes above or below body text."""
        font = QFont(self._families)
        font.setPointSizeF(BASE_POINTS * self._scale / 100 * (1.0 + 0.14 * steps))
        if medium:
            font.setWeight(QFont.Weight.Medium)
        return font

    @property
    def sheet(self) -> str:
        """The style sheet for a window.

        Set it on the window and not on the application. On the application, Qt would apply it again
        to every widget each time its parent is put into another widget.
        """
        points = BASE_POINTS * self._scale / 100
        return stylesheet(self.colours, self._scale / 100, points, self._pictures)

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        colours = self.colours
        self._application.setPalette(_palette(colours))
        self._application.setFont(self.font())
        self.changed.emit()


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, name in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.problem),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Shadow, colours.line),
        (role.Accent, colours.accent),
    ):
        palette.setColor(part, QColor(name))
    faded = QColor(colours.empty)
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, faded)
    return palette
