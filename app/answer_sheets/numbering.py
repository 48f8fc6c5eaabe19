"""The number of a sheet and what its codes say.

Each page has a QR code in every corner. It says series, number, page, corner, and two check
characters, in 17 characters of QR's alphanumeric set: so it is of the smallest size.
"""

from dataclasses import dataclass
from hashlib import sha256

#: Digits and capitals without I, L, O and U, which look like others.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MARK = "Z"
_SERIES, _NUMBER, _PAGE = 6, 5, 2
_LENGTH = len(_MARK) + _SERIES + _NUMBER + _PAGE + 1 + 2

#: So many sheets a series may have, and so many pages a sheet.
MOST_SHEETS = 10**_NUMBER - 1
MOST_PAGES = 10**_PAGE - 1


@dataclass(frozen=True, slots=True)
class PageCode:
    """What a code says; ``corner`` counts from the upper left one clockwise, from 0."""

    series: str
    number: int
    page: int
    corner: int


def series_code(identifier: str) -> str:
    """Return the six characters for a series, from the identifier that the program knows it by."""
    return _letters(identifier, _SERIES)


def encode(code: PageCode) -> str:
    """Return the text of a code.

    Raises:
        ValueError: a number does not fit.
    """
    fits = len(code.series) == _SERIES and 1 <= code.number <= MOST_SHEETS
    if not (fits and 1 <= code.page <= MOST_PAGES and 0 <= code.corner <= 3):
        raise ValueError(f"no such page: {code}")
    said = f"{_MARK}{code.series}{code.number:0{_NUMBER}d}{code.page:0{_PAGE}d}{code.corner}"
    return said + _letters(said, 2)


def decode(text: str) -> PageCode | None:
    """Return what a code says, or None if it is none of ours."""
    if len(text) != _LENGTH or not text.isascii() or not text.startswith(_MARK):
        return None
    said, check = text[:-2], text[-2:]
    if _letters(said, 2) != check:
        return None
    rest = said[len(_MARK) :]
    series, figures = rest[:_SERIES], rest[_SERIES:]
    if not figures.isdigit():
        return None
    number, page = int(figures[:_NUMBER]), int(figures[_NUMBER : _NUMBER + _PAGE])
    corner = int(figures[-1])
    if not number or not page or corner > 3:
        return None
    return PageCode(series, number, page, corner)


def shown_number(number: int) -> str:
    """Return the number as it is printed for people."""
    return f"{number:0{_NUMBER}d}"


def _letters(text: str, count: int) -> str:
    value = int.from_bytes(sha256(text.encode("utf-8")).digest()[:8], "big")
    return "".join(_LETTERS[value >> 5 * place & 31] for place in range(count))
