"""Words of files and people, which Qt must take as they stand and not for HTML."""

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
    """A tooltip that says just this, also if it holds ``<img src=…>``, which Qt would fetch."""
    shown = visible(text, keep_lines=True)
    if "<" not in shown:  # only then does Qt look for HTML
        return shown
    return "<qt>" + html.escape(shown).replace("\n", "<br>") + "</qt>"


def no_mnemonic(text: str) -> str:
    """Words for a button, a menu or a tab: "&" is a letter there, no mark of a shortcut."""
    return visible(text).replace("&", "&&")


def window_title(text: str) -> str:
    """Words for a window's title, in which Qt replaces ``[*]`` by a mark of unsaved work."""
    return visible(text).replace("[*]", "[*][*]")


def literal(value: object, role: int) -> object:
    """What an item model says under a role, with words taken literally."""
    if not isinstance(value, str):
        return value
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(value)
    return visible(value, keep_lines=True) if role in _SPOKEN else value


def literal_words(data: _Data) -> _Data:
    """Let the ``data`` of an item model take its words literally."""

    @wraps(data)
    def told(model: object, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return literal(data(model, index, role), role)

    return cast("_Data", told)


def literal_heads(data: _Data) -> _Data:
    """Let the ``headerData`` of an item model take its words literally."""

    @wraps(data)
    def told(
        model: object,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return literal(data(model, section, orientation, role), role)

    return cast("_Data", told)
