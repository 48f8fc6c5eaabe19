"""What people type into the rows of tools: single lines within bounds, and days."""

from datetime import date

from app.guessing.dates import typed_day
from app.verification.errors import (
    DayNotPossible,
    NoteField,
    NoteIncomplete,
    NoteTooLong,
    NumberNotPossible,
)
from app.visible_text import visible

#: What packages take: years of a day, characters of a line.
_LAST_DAY = date(2199, 12, 31)
_LONGEST = 1000


def line(field: str, text: str, *, needed: bool = False) -> str:
    """A text as one line, without what nobody sees.

    Raises ``NoteIncomplete`` if it is empty although needed, ``NoteTooLong``.
    """
    found = " ".join(visible(text).split())
    if needed and not found:
        raise NoteIncomplete(NoteField(field))
    if len(found) > _LONGEST:
        raise NoteTooLong(NoteField(field), _LONGEST)
    return found


def day(text: str) -> str:
    """A day as people type it, in ISO form. Raises ``DayNotPossible``."""
    typed = " ".join(visible(text).split())
    found = typed_day(typed, _LAST_DAY)
    if not found:
        raise DayNotPossible(typed)
    return found


def number(field: str, value: int, most: int) -> int:
    """A whole number from 0 to ``most``. Raises ``NumberNotPossible``."""
    if not 0 <= value <= most:
        raise NumberNotPossible(NoteField(field), most)
    return value
