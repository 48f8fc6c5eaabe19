"""Text from files and people, which Qt must show literally and not as HTML."""

import html
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from PySide6.QtCore import Qt

from app.visible_text import visible

_Data = TypeVar("_Data", bound=Callable[..., object])

_SPOKEN = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
}


def tip(text: str) -> str:
    """A tooltip with exactly this text, also for ``<img src=…>``, which Qt would load."""
    shown = visible(text, keep_lines=True)
    if "<" not in shown:  # only then does Qt look for HTML
        return shown
    return "<qt>" + html.escape(shown).replace("\n", "<br>") + "</qt>"


def no_mnemonic(text: str) -> str:
    """Text for a button, a menu or a tab, in which "&" is a letter and does not mark a shortcut."""
    return visible(text).replace("&", "&&")


def window_title(text: str) -> str:
    """Text for a window's title, where Qt would replace ``[*]`` by a mark for unsaved work."""
    return visible(text).replace("[*]", "[*][*]")


def literal(value: object, role: int) -> object:
    """The value of an item model under a role, with text made literal."""
    if not isinstance(value, str):
        return value
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(value)
    return visible(value, keep_lines=True) if role in _SPOKEN else value


def literal_words(data: _Data) -> _Data:
    """Make the ``data`` of an item model return literal text."""

    @wraps(data)
    def told(model: object, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return literal(data(model, index, role), role)

    return cast("_Data", told)


def literal_heads(data: _Data) -> _Data:
    """Make the ``headerData`` of an item model return literal text."""

    @wraps(data)
    def told(
        model: object,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return literal(data(model, section, orientation, role), role)

    return cast("_Data", told)
