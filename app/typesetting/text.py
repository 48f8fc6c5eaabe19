"""Which characters of a text can be printed, and their classes for line breaking."""

import re
import unicodedata

from app.visible_text import visible

#: Variation selectors have no shape; a font that does not know them would draw a box.
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def printable(text: str) -> str:
    r"""Return ``text`` in NFC without what cannot be printed; line ends become ``\n``.

    Control characters and invisible marks go, tabs become spaces, half surrogates become U+FFFD.
    """
    text = _SELECTORS.sub("", visible(text, keep_lines=True))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return ``text`` printable, with every run of ASCII white space as one space."""
    return " ".join(part for part in printable(text).replace("\n", " ").split(" ") if part)


def is_word_character(character: str) -> bool:
    """Say whether ``character`` belongs to a Latin word or number, which is kept whole."""
    if character.isascii():
        return character != " "
    if unicodedata.combining(character):
        return True
    return character.isalnum() and unicodedata.east_asian_width(character) not in {"W", "F"}
