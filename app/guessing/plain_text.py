"""Text of files and file names, cleaned so that rules can be applied."""

import re
import unicodedata
from functools import lru_cache

from app.visible_text import visible

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f]")
#: What programs that turn documents into text leave in it.
_CONVERTER_NOTES = re.compile(r"\[bookmark: ?\w+\]")
#: Spaces that typists put between the characters of a heading ("通  知").
_SPACED = re.compile(
    r"(?<=[\u3400-\u9fff〇○）」』】〕》”)])[ \t]+(?=[\u3400-\u9fff〇○（「『【〔《》”])"
)
#: A wide gap between two words is a gap between columns, not the spacing of a heading.
_COLUMNS = re.compile(r"(?<=[\u3400-\u9fff）)]{3})[ \t]{3,}(?=[\u3400-\u9fff]{3})")
_AROUND_DIGITS = re.compile(
    # A time of day behind a date is no further figure of it.
    r"(?<=[\u3400-\u9fff\d〔\[(〕\])])[ \t]+(?=[\d〕\])])(?!\d{1,2}:\d\d)"
    r"|(?<=\d)[ \t]+(?=[年月日号〕\])])"
)
#: PDF programs write some characters as radicals (⽇), which look the same and are not.
_UNIFIED = {ord(space): " " for space in "\u3000\xa0"} | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2E80, 0x2FE0)
}


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Fold widths, radicals and invisible characters, so that one rule sees every spelling.

    Full-width digits and brackets become half-width ones; 〔 〕 and ★ stay.
    """
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).replace("\xa0", " ")


def lines_of(text: str) -> list[str]:
    """The lines of a page that hold something, with the spacing of headings closed up."""
    bare = _CONVERTER_NOTES.sub("", _INVISIBLE.sub("", text))
    rows = re.split(r"[\r\n\x0b\x0c\u2028\u2029]+", bare)
    closed = (close_up(row) for row in rows)
    return [row for row in closed if row]


@lru_cache(maxsize=2048)  # each rule reads the same few lines
def close_up(line: str) -> str:
    """One line without the spaces between its Chinese characters, in normal form C."""
    if line.isascii():
        return " ".join(line.split())
    kept = unicodedata.normalize("NFC", line).translate(_UNIFIED)
    words = _COLUMNS.split(kept)
    closed = (_SPACED.sub("", re.sub(r"[ \t]+", " ", word)).strip() for word in words)
    return " ".join(word for word in closed if word)


@lru_cache(maxsize=2048)
def close_up_digits(line: str) -> str:
    """One folded line without spaces around its figures ("2021 年 4 月" → "2021年4月")."""
    return _AROUND_DIGITS.sub("", close_up(plain(line)))


def clean(text: str) -> str:
    """Text for a field: normal form C, nothing invisible, one line, single spaces."""
    return re.sub(r"\s+", " ", visible(unicodedata.normalize("NFC", text))).strip()
