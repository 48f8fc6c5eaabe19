"""Names and titles without characters that hide, reorder or break lines."""

import re
import unicodedata
from functools import lru_cache

from app.gbk_private import with_standard_codes

#: Letters by category, but drawn as nothing: the Hangul fillers and the blank of Braille.
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
_HALF = "\N{REPLACEMENT CHARACTER}"

#: Format marks by category that are drawn all the same: signs of Arabic and Syriac numbers.
_DRAWN = frozenset((*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2))


@lru_cache(maxsize=1)
def _unseen() -> re.Pattern[str]:
    """Match what must not be shown raw: controls, format marks, separators, half surrogates."""
    codes = [
        code
        for code in (*range(0x10000), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0080))
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Zl", "Zp", "Cs"} and code not in _DRAWN
    ]
    characters = (*map(chr, codes), *_BLANK_LETTERS)
    return re.compile("[" + "".join(map(re.escape, characters)) + "]")


def visible(text: str, *, keep_lines: bool = False) -> str:
    r"""Return ``text`` with nothing in it that a reader cannot see.

    - Line ends, tabs, and line and paragraph separators become one space (``keep_lines``: ``\n``).
    - All other control characters, bidi marks, overrides and isolates, zero-width characters, soft
      hyphens, byte-order marks and blank letters go. The other letters stay in the order stored.
    - Half surrogates (undecodable bytes of a file name) become U+FFFD.

    - Characters of old GBK with private codes get their standard ones: 䶮 may be U+E863.

    Variation selectors stay: they choose the shape of a character in a person's name. The result
    of a text that is visible already is that text.
    """
    plain = text.replace("\u3000", "")
    if keep_lines:
        plain = plain.replace("\n", "")
    if plain.isprintable() and _BLANK_LETTERS.isdisjoint(plain):
        return text  # as almost all are; no pattern is needed to know it
    text = with_standard_codes(text)
    if not _unseen().search(text):
        return text
    if keep_lines:
        text = text.replace("\r\n", "\n")
    return _unseen().sub(lambda found: _shown(found.group(), keep_lines=keep_lines), text)


def _shown(character: str, *, keep_lines: bool) -> str:
    if character in _BREAKS:
        return "\n" if keep_lines and character != "\t" else " "
    return _HALF if "\ud800" <= character <= "\udfff" else ""
