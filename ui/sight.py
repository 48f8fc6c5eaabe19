"""Keeps the window where it can be seen: a screen may be gone since the last time."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

#: So much of the top of a window must be on a screen, so that it can be moved.
_SEEN_WIDTH, _TOP = 120, 40


def placed(frame: QRect, screens: list[QRect]) -> QRect:
    """The place of a window on these screens, the first of which is the main one. Pure.

    A window whose top can be reached stays; any other comes to the main screen, not larger than it.
    """
    top = QRect(frame.left(), frame.top(), frame.width(), _TOP)
    for screen in screens:
        seen = screen & top
        if seen.width() >= min(_SEEN_WIDTH, frame.width()) and seen.height() >= _TOP // 2:
            return frame
    if not screens:
        return frame
    main = screens[0]
    made = QRect(0, 0, min(frame.width(), main.width()), min(frame.height(), main.height()))
    made.moveCenter(main.center())
    return made


def bring_into_sight(window: QWidget) -> None:
    """Move a window back to a screen, if it lies outside of all of them."""
    main = QGuiApplication.primaryScreen()
    ordered = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    screens = [screen.availableGeometry() for screen in ordered]
    wanted = placed(window.geometry(), screens)
    if wanted != window.geometry():
        window.setGeometry(wanted)
