"""Choosing light or dark and the text size, for now and for the next start."""

from PySide6.QtCore import QObject, Slot

from ui.preferences import Preferences
from ui.theme import SCALES, Scheme, Theme


class Look(QObject):
    """Changes the theme for the menu and the settings, and remembers the choice."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences

    def choose(self, scheme: Scheme, scale: int) -> None:
        """Use this look from now on."""
        self._preferences.scheme = scheme
        self._preferences.scale = scale
        self._theme.choose(scheme, scale)

    @Slot(object)
    def choose_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark or what the system has."""
        self.choose(scheme, self._theme.scale)

    @Slot(int)
    def step_scale(self, step: int) -> None:
        """Make the text one step larger (1) or smaller (-1), or reset it (0)."""
        nearest = min(SCALES, key=lambda s: abs(s - self._theme.scale))
        wanted = 0 if step == 0 else SCALES.index(nearest) + step
        self.choose(self._theme.scheme, SCALES[min(len(SCALES) - 1, max(0, wanted))])
