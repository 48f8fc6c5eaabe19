"""What of a text can be printed, and which kinds of characters the line breaker tells apart."""

import re
import unicodedata

# Joiners, direction marks and variation selectors have no shape of their own; a font that does not
# know them would draw a box.
_INVISIBLE_RANGES = (
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE0FFF),
)
_SPECIAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE_RANGES)
    + "]"
)
_HALF_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"})


def printable(text: str) -> str:
    r"""Return ``text`` in NFC without what cannot be printed; line ends become ``\n``.

    Control characters and invisible marks go, tabs become spaces, half surrogates become U+FFFD.
    """
    if not _SPECIAL.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS).replace("\t", " ")
    text = _HALF_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", _SPECIAL.sub("", text))


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
