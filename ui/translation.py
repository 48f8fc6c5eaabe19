"""The window's words: Chinese in the source, other languages from Qt's translation files."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, meaning: str = "", /, **values: object) -> str:
    """``text`` in the language of the window, with ``{names}`` filled in.

    ``text`` must be a literal, or a literal marked by ``QT_TR_NOOP``, so that it is found and
    translated; the context is empty. ``meaning`` distinguishes meanings that have one word in
    Chinese ("a verb"). ``count`` selects singular or plural in languages that have them.
    """
    count = values.get("count")
    number = count if isinstance(count, int) else -1
    found = QCoreApplication.translate("", text, meaning, number)
    return found.format(**values) if values else found


def QT_TR_NOOP(text: str) -> str:  # noqa: N802  (the name that translators' tools look for)
    """Mark a literal that is translated later, where it is shown: ``tr(text)``."""
    return text
