"""Whether a new pass-phrase is safe: its length, and how easily it is guessed.

After NIST SP 800-63B (5.1.1.2): a length, a list of what people commonly choose, nothing of the
user's own names; no rules about kinds of characters. Pure functions; the lists lie in
``resources/passphrases``.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

#: Characters at least; nothing shorter, whatever it is made of.
SHORTEST = 8
#: Length at least, in which a Chinese character counts for two: there are thousands of them.
LEAST_LENGTH = 10
#: How many letters a pass-phrase must add to what is easily guessed.
_OWN_LETTERS = 4

_ROWS = (
    "`1234567890-=",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "abcdefghijklmnopqrstuvwxyz",
    # Columns of the keyboard, as 1qaz2wsx walks them.
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "7894561230",
    "1472583690",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "147258369",
    "159357",
    "一二三四五六七八九十",
)
_SHIFTED = str.maketrans('!@#$%^&*()_+{}:"<>?', "1234567890-=[];',./")
#: Letters that are commonly written with a figure or a sign.
_LEET = str.maketrans("@4301$5!7", "aaeoissit")
_DATE = re.compile(
    r"(?:19|20)\d{2}(?:年|[-./]?)(?:0?[1-9]|1[0-2])?(?:月|[-./]?)(?:0?[1-9]|[12]\d|3[01])?日?"
)


class Weakness(StrEnum):
    """Why a pass-phrase is no protection."""

    SHORT = "short"
    COMMON = "common"
    PATTERN = "pattern"
    OWN_NAME = "own_name"


def weakness_of(passphrase: str, names: Iterable[str] = ()) -> Weakness | None:
    """Why others would guess it soon; None if it is fit.

    ``names`` are words that stand on everything the workspace sends: the county, the unit.
    """
    words = unicodedata.normalize("NFKC", passphrase).strip()
    if len(words) < SHORTEST or _length(words) < LEAST_LENGTH:
        return Weakness.SHORT
    plain = "".join(words.lower().split())
    if _is_pattern(plain):
        return Weakness.PATTERN
    own = {n for name in names for n in _forms(name)}
    if own and any(n in plain for n in own) and _rest(plain, own | common_words()) < _OWN_LETTERS:
        return Weakness.OWN_NAME
    if any(_is_common(form) for form in {plain, plain.translate(_LEET)}):
        return Weakness.COMMON
    return None


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words, names and whole pass-phrases that people commonly choose, in small letters."""
    text = files("resources").joinpath("passphrases", "common.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _length(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _is_common(plain: str) -> bool:
    """True if hardly anything is left besides common words, dates, runs and walks."""
    return _rest(plain, common_words()) < _OWN_LETTERS


def _rest(plain: str, words: Collection[str]) -> int:
    """How much is left when all that is easily guessed is taken out; the longest words first.

    A row of digits that is left counts for little: it is a telephone number or a tail.
    """
    left = _DATE.sub(" ", plain)
    longest = max(map(len, words), default=0)
    kept, at = "", 0
    while at < len(left):
        for size in range(min(longest, len(left) - at), 1, -1):
            if left[at : at + size] in words:
                kept += " "
                at += size
                break
        else:
            kept += left[at]
            at += 1
    parts = re.findall(r"[0-9]+|[^0-9\W_]+", kept)
    return sum(
        0 if _is_pattern(part) else (len(part) // 3 if part.isdigit() else _length(part))
        for part in parts
    )


def _is_pattern(plain: str) -> bool:
    """True for repetitions, rows of the keyboard and of the alphabet, dates and numbers."""
    if not plain:
        return True
    if _repeats(plain) or (len(plain) >= SHORTEST and len(set(plain)) <= 3):
        return True
    typed = plain.translate(_SHIFTED)
    if _walked(typed) >= max(len(typed) - 1, 3):
        return True
    if _DATE.fullmatch(plain) or re.fullmatch(r"1[3-9]\d{9}|\d{17}[\dx]", plain):
        return True
    return plain.isdigit() and len(plain) < 12


def _repeats(plain: str) -> bool:
    """True if it is one short piece over and over, the last time perhaps cut."""
    size = len(plain)
    for length in range(1, min(size // 2, 6) + 1):
        piece = plain[:length]
        if (piece * (size // length + 1))[:size] == plain:
            return True
    return False


def _walked(typed: str) -> int:
    """How many characters belong to walks of at least three steps along a row, either way."""
    count, run = 0, 1
    for pair in [*pairwise(typed), ("", "")]:
        if pair[0] and _next_to(*pair):
            run += 1
            continue
        if run >= 3:
            count += run
        run = 1
    return count


@lru_cache(maxsize=1)
def _steps() -> frozenset[tuple[str, str]]:
    steps = {step for row in _ROWS for step in pairwise(row)}
    return frozenset(steps | {(b, a) for a, b in steps} | {("9", "0"), ("0", "9")})


def _next_to(first: str, second: str) -> bool:
    return first == second or (first, second) in _steps()


def _forms(name: str) -> set[str]:
    """A name as people put it into a pass-phrase: whole, and without 县, 局 and the like."""
    plain = unicodedata.normalize("NFKC", name).strip().lower()
    short = re.sub(r"(?:人民政府|办公室|委员会|管理局|[县市区局办委院镇乡])$", "", plain)
    return {form for form in (plain, short) if len(form) >= 2}
