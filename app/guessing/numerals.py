"""Chinese numerals in document numbers: 二〇二一, 十二, 一百零五."""

import re

#: Zeros as they are typed: the sign for zero, circles, Latin and Greek and Cyrillic letters.
ZEROS = "〇○零◯OoＯ0ОоΟ"
DIGITS = {
    char: number
    for rows in ("一二三四五六七八九", "壹贰叁肆伍陆柒捌玖", "壹貳參肆伍陸柒捌玖")
    for number, char in enumerate(rows, 1)
} | dict.fromkeys(ZEROS, 0)
ONES = "".join(char for char, number in DIGITS.items() if number)
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMERAL = rf"[{ZEROS}{ONES}{''.join(_UNITS)}]"


def digits_of(text: str) -> str:
    """Numerals written one by one (二〇二一) as digits."""
    return "".join(str(DIGITS[char]) for char in text)


def number_of(text: str) -> int | None:
    """The number that a numeral below ten thousand stands for; None if it is no numeral."""
    if not re.fullmatch(rf"{NUMERAL}+", text):
        return None
    if not any(char in _UNITS for char in text):
        return int(digits_of(text))
    total, pending = 0, 0
    for char in text:
        if char in _UNITS:
            total += (pending or 1) * _UNITS[char]
            pending = 0
        else:
            pending = DIGITS[char]
    return total + pending
