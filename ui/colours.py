"""The colours of the window, for light and for dark."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.completeness.vocabulary import State


@dataclass(frozen=True, slots=True)
class Colours:
    """The few colours there are.

    State colours also differ in lightness, and each state has a shape of its own too.
    """

    window: str
    surface: str
    sunken: str
    line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    hover: str
    complete: str
    partial: str
    empty: str
    problem: str
    guess: str
    guess_soft: str

    def state(self, state: State) -> QColor:
        """The colour of a state's icon and bar."""
        return QColor(
            {
                State.COMPLETE: self.complete,
                State.PARTIAL: self.partial,
                State.EMPTY: self.empty,
                State.PROBLEM: self.problem,
                State.NOT_APPLICABLE: self.muted,
            }[state]
        )


LIGHT = Colours(
    window="#f4f5f7",
    surface="#ffffff",
    sunken="#eceff3",
    line="#d9dee5",
    text="#1d2733",
    muted="#5c6878",
    accent="#2a5c9a",
    accent_soft="#e3ecf7",
    on_accent="#ffffff",
    hover="#eef2f7",
    complete="#0f766e",
    partial="#b4690e",
    empty="#8b96a5",
    problem="#b3261e",
    guess="#8a5a00",
    guess_soft="#fdf3dc",
)

DARK = Colours(
    window="#171b21",
    surface="#1f252d",
    sunken="#12161b",
    line="#343c47",
    text="#e4e8ee",
    muted="#9aa6b5",
    accent="#7fb0ea",
    accent_soft="#24364c",
    on_accent="#0f1a28",
    hover="#28303a",
    complete="#4fc1b4",
    partial="#e5a54b",
    empty="#748092",
    problem="#f28b82",
    guess="#e8bf6a",
    guess_soft="#3a3222",
)
