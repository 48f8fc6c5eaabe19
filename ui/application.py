"""The Qt application: fonts, the language, the look."""

import atexit
from collections.abc import Sequence
from contextlib import ExitStack

from PySide6.QtGui import QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from resources import resource_bytes, resource_path
from ui.language import Language, speak
from ui.preferences import Preferences
from ui.theme import Theme
from ui.translation import tr

_FONTS = ("fonts/NotoSansSC-Regular.ttf", "fonts/NotoSansSC-Medium.ttf")
_SYSTEM_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC")


class FontUnusable(RuntimeError):
    """A bundled font did not load; the installation is damaged."""


def make_application(
    arguments: Sequence[str], preferences: Preferences, language: Language | None = None
) -> tuple[QApplication, Theme]:
    """Make the application and its theme; to be called once, before any widget.

    It speaks ``language``, or the preferred one.
    """
    application = QApplication(list(arguments))
    speak(application, language or preferences.language)
    application.setApplicationName("juanzong")
    application.setApplicationDisplayName(tr("卷宗", "the program"))
    application.setDesktopFileName("juanzong")
    mark = QPixmap()
    mark.loadFromData(resource_bytes("icons/juanzong.svg"))
    application.setWindowIcon(QIcon(mark))
    theme = _themed(application)
    theme.choose(preferences.scheme, preferences.scale)
    return application, theme


def dress(application: QApplication) -> Theme:
    """Give an application our fonts, Chinese and the look."""
    speak(application, Language.CHINESE)
    return _themed(application)


def _themed(application: QApplication) -> Theme:
    # Style sheets name pictures by their paths, so these must exist as long as the program runs.
    held = ExitStack()
    atexit.register(held.close)
    pictures = held.enter_context(resource_path("icons"))
    return Theme(application, register_fonts(), pictures)


def register_fonts() -> list[str]:
    """Load the bundled fonts; the families to use, best first.

    Raises:
        FontUnusable: a font file is damaged.
    """
    families: list[str] = []
    for name in _FONTS:
        number = QFontDatabase.addApplicationFontFromData(resource_bytes(name))
        if number < 0:
            raise FontUnusable(name)
        families += QFontDatabase.applicationFontFamilies(number)
    return [families[0], *_SYSTEM_FAMILIES]
