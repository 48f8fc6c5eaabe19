"""Pinyin initials, so that "sfj" finds 县司法局."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The first letters of each syllable, in lower case; Latin letters and digits stay.

    The first call is slow because the dictionary is read: do not call it on the GUI thread.
    """
    letters = lazy_pinyin(text, style=Style.FIRST_LETTER, errors="default")
    return "".join(part.lower() for part in letters if part.isalnum())
