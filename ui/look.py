"""Choosing light or dark and the size of the text: at once, and for the next start."""

from PySide6.QtCore import QObject, Slot

from ui.preferences import Preferences
from ui.theme import SCALES, Scheme, Theme


class Look(QObject):
    """What the menu and the settings do to the theme; what was chosen is remembered."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences

    def choose(self, scheme: Scheme, scale: int) -> None:
        """Let the window look like this from now on."""
        self._preferences.scheme = scheme
        self._preferences.scale = scale
        self._theme.choose(scheme, scale)

    @Slot(object)
    def choose_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark or what the system has."""
        self.choose(scheme, self._theme.scale)

    @Slot(int)
    def step_scale(self, step: int) -> None:
        """Make the text one step larger (1) or smaller (-1), or as it was made (0)."""
        nearest = min(SCALES, key=lambda s: abs(s - self._theme.scale))
        wanted = 0 if step == 0 else SCALES.index(nearest) + step
        self.choose(self._theme.scheme, SCALES[min(len(SCALES) - 1, max(0, wanted))])
