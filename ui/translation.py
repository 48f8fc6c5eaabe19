"""The window's words: Chinese in the source, other languages from Qt's translation files."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language of the window, with ``{names}`` filled in.

    ``text`` must be a literal, so that ``pyside6-lupdate`` finds it; the context is empty.
    """
    found = QCoreApplication.translate("", text)
    return found.format(**values) if values else found


def QT_TR_NOOP(text: str) -> str:  # noqa: N802  (the name that lupdate looks for)
    """Mark a literal that is translated later, where it is shown: ``tr(text)``."""
    return text
