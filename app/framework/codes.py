"""How the indicators of a set are coded, and understanding codes as people type them.

A pattern stands for the codes of one kind of indicators. In braces stands what changes:
``{number}`` (1, 2 …), ``{numeral}`` (一, 二 …) or ``{letter}`` (A, B …); all else is written as
it is: ``{number}``, ``加{number}``, ``{number}.{number}``, ``{numeral}（{numeral}）``,
``{letter}{number}``.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_PART = re.compile(r"\{(number|numeral|letter)\}")
_DIGITS = {d: n for n, d in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100}
_TYPED = {
    # A person may write any number in either way.
    "number": r"([0-9]{1,9}|[一二三四五六七八九十百零]{1,7})",
    "numeral": r"([0-9]{1,9}|[一二三四五六七八九十百零]{1,7})",
    "letter": r"([A-Za-z])",
}
_WRITTEN = {
    "number": r"[1-9][0-9]{0,3}",
    "numeral": r"[一二三四五六七八九十百零]{1,7}",
    "letter": r"[A-Z]",
}
#: What a number is counted with: 第60项, 60号指标.
_COUNTED = r"(?:第)?{}(?:项|号)?(?:指标)?"
#: The most codes that a sentence lists one by one.
_FEW = 3


def fold_name(name: str) -> str:
    """A name made comparable: width, composition and white space no longer matter."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def is_pattern(pattern: str) -> bool:
    """True if a pattern has a part that changes, and no braces beside."""
    return bool(_PART.search(pattern)) and not re.search(r"[{}\s/\\]", _PART.sub("", pattern))


def fits(pattern: str, code: str) -> bool:
    """True if a code is written as the pattern says."""
    return _written(pattern).fullmatch(code) is not None


def understood(pattern: str, beginnings: Iterable[str], text: str) -> str | None:
    """The code that somebody means who types ``text``; None if it is none of this pattern.

    Full-width digits, leading zeros, spaces and the word 指标 do not matter; 第60项 is 60.
    ``beginnings`` are other ways to write what the pattern begins with: 加分项 for 加.
    """
    match = _typed(pattern, tuple(beginnings)).fullmatch(fold_name(text))
    if match is None:
        return None
    kinds = _PART.findall(pattern)
    parts = [_canonical(kind, part) for kind, part in zip(kinds, match.groups(), strict=True)]
    if not all(parts):
        return None
    given = iter(parts)
    return _PART.sub(lambda _: next(given), pattern)


def shown_range(codes: Iterable[str]) -> str:
    """The codes of one kind in words: ``1 到 95``, or ``加1、加2`` where they are few."""
    listed = tuple(codes)
    if len(listed) <= _FEW:
        return "、".join(listed)
    return f"{listed[0]} 到 {listed[-1]}"


@cache
def _written(pattern: str) -> re.Pattern[str]:
    return re.compile(_filled(pattern, _WRITTEN))


@cache
def _typed(pattern: str, beginnings: tuple[str, ...]) -> re.Pattern[str]:
    folded = "".join(
        part if place % 2 else fold_name(part) for place, part in enumerate(_cut(pattern))
    )
    if folded.startswith("{"):
        return re.compile(_COUNTED.format(_filled(folded, _TYPED)))
    fixed, rest = folded.split("{", 1)
    ways = "|".join(re.escape(fold_name(w)) for w in sorted({fixed, *beginnings}, key=len)[::-1])
    return re.compile(rf"(?:附加项)?(?:指标)?(?:{ways})第?" + _filled("{" + rest, _TYPED) + "项?")


def _cut(pattern: str) -> list[str]:
    """Fixed parts and, at odd places, parts in braces."""
    return re.split(r"(\{(?:number|numeral|letter)\})", pattern)


def _filled(pattern: str, ways: dict[str, str]) -> str:
    return "".join(
        ways[part[1:-1]] if place % 2 else re.escape(part)
        for place, part in enumerate(_cut(pattern))
    )


def _canonical(kind: str, part: str) -> str:
    if kind == "letter":
        return part.upper()
    value = read_number(part)
    if kind == "number":
        return str(value) if value else ""
    return _numeral(value) if 0 < value < 1000 else ""


def read_number(text: str) -> int:
    """A whole number in digits or Chinese numerals (up to 九百九十九); 0 if it is none."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char == "零":
            continue
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        elif digit or char not in _DIGITS:
            return 0  # "三五": two digits in a row are no number
        else:
            digit = _DIGITS[char]
    return total + digit


def _numeral(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    digits = "零一二三四五六七八九"
    written = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        written += "十" if tens == 1 and not hundreds else f"{digits[tens]}十"
    elif hundreds and ones:
        written += "零"
    return written + (digits[ones] if ones else "")
