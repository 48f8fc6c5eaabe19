"""The languages of the window: ours from our own file, Qt's own words from Qt's."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources import resource_path


class Language(StrEnum):
    """What the window may speak; ``SYSTEM`` is English on an English system, else Chinese."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


#: Each language in its own words, as lists of languages have them.
OWN_NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}


class _FileKinds(QTranslator):
    """Words of the file dialog that Qt's Chinese keeps under another heading, and so never finds.

    On systems without a dialog of their own the column 类型 said "Folder".
    """

    _KINDS: ClassVar[Mapping[str, str]] = {
        "%1 File": "%1 文件",
        "File": "文件",
        "Folder": "文件夹",
        "File Folder": "文件夹",
        "Drive": "磁盘",
        "Shortcut": "快捷方式",
        "Alias": "快捷方式",
        "Unknown": "未知",
    }

    def translate(  # None lets Qt ask the next one; "" would be shown
        self, context: str, text: str, comment: str | None = None, count: int = -1
    ) -> str | None:
        return self._KINDS.get(text) if context == "QAbstractFileIconProvider" else None


class TranslationUnusable(RuntimeError):
    """A bundled translation did not load; the installation is damaged."""


def spoken(language: Language, system: QLocale) -> Language:
    """The language that is used for a choice."""
    if language is not Language.SYSTEM:
        return language
    english = system.language() == QLocale.Language.English
    return Language.ENGLISH if english else Language.CHINESE


def speak(application: QCoreApplication, language: Language) -> None:
    """From now on show everything in ``language``.

    Raises:
        TranslationUnusable: the bundled file is damaged.
    """
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.setParent(None)
    wanted = spoken(language, QLocale.system())
    locale = QLocale(wanted.value)
    QLocale.setDefault(locale)
    qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(locale, "qtbase", "_", folder):
        application.installTranslator(qt)
    if wanted is Language.CHINESE:
        application.installTranslator(_FileKinds(application))
    if wanted is Language.ENGLISH:
        ours = QTranslator(application)
        with resource_path("i18n/juanzong_en.qm") as path:
            if not ours.load(str(path)):
                raise TranslationUnusable(str(path))
        application.installTranslator(ours)
