"""How wide a number is in its format, to find where #### would be shown."""

import re
import unicodedata
from datetime import datetime, timedelta

#: One of the characters of which a column's width is counted is a digit of the usual type.
_WIDE, _NARROW = 2.0, 0.6
_SEPARATORS = frozenset(" .,:-/'")

_SECTION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;|[^"\\\[;]+|.', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<ampm>AM/PM|A/P|上午/下午)|(?P<general>General|G/通用格式)"
    r"|(?P<power>E[+-]0+)"
    r"|(?P<date>y+|m+|d+|h+|s+|a{3,4}|e+|b+)|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?%*"
    r"|\.[0#?]+|[0#?]*/[0#?\d]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_GENERAL = frozenset({"", "general", "g/通用格式", "standard"})

#: Excel shows at most this many digits of a number without a format.
_MOST_DIGITS = 11


def is_general(code: str) -> bool:
    """Say whether a format lets the program choose how to show a number."""
    return code.strip().casefold() in _GENERAL


def shown_width(number: float, code: str) -> float:
    """Estimate the width of a number as it is shown, in digits of the usual type."""
    if is_general(code):
        return _general_width(number)
    section = _section_for(number, code)
    if "@" in section:
        return _general_width(number)
    tokens = list(_TOKEN.finditer(section))
    is_date = any(token.group("date") or token.group("ampm") for token in tokens)
    if is_date and not any(_is_condition(token) for token in tokens):
        return _date_width(number, tokens)
    return _number_width(number, tokens, section, code)


def needed_general_width(number: float) -> float:
    """Estimate what a number without a format needs so that its whole digits are shown."""
    whole = len(str(abs(int(number)))) if abs(number) < 1e15 else 16
    if whole > _MOST_DIGITS:
        return float(_MOST_DIGITS)
    return whole + (1.0 if number < 0 else 0.0)


def text_width(text: str) -> float:
    """The width of a text in digits of the usual type."""
    return sum(
        _NARROW
        if character in _SEPARATORS
        else _WIDE
        if unicodedata.east_asian_width(character) in "WFA"
        else 1.0
        for character in text
    )


def _general_width(number: float) -> float:
    return min(needed_general_width(number), float(_MOST_DIGITS))


def _is_condition(token: re.Match[str]) -> bool:
    return (token.group("bracket") or "")[:1] in {"<", ">", "="}


def _sections(code: str) -> list[str]:
    sections = [""]
    for piece in _SECTION.findall(code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def _section_for(number: float, code: str) -> str:
    sections = _sections(code)
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _literal(token: re.Match[str]) -> float | None:
    if token.group("quoted") is not None:
        return text_width(token.group("quoted"))
    if token.group("escaped"):
        return text_width(token.group("escaped"))
    if token.group("space"):
        return 1.0
    if token.group("fill"):
        return 0.0
    bracket = token.group("bracket")
    if bracket is not None:
        sign = re.match(r"\$([^-]*)", bracket)
        return text_width(sign.group(1)) if sign else 0.0
    if token.group("other"):
        return text_width(token.group("other"))
    return None


def _date_width(number: float, tokens: list[re.Match[str]]) -> float:
    try:
        moment = datetime(1899, 12, 30) + timedelta(days=number)
    except (OverflowError, ValueError):
        moment = datetime(2000, 12, 30, 23, 59, 59)
    total = 0.0
    twelve = any(token.group("ampm") for token in tokens)
    for token in tokens:
        if token.group("date"):
            total += _date_part(token.group("date").lower(), moment, twelve=twelve)
        elif token.group("ampm"):
            total += 4.0 if "午" in token.group("ampm") else 2.5
        elif token.group("bracket") is not None and set(token.group("bracket").lower()) <= set(
            "hms"
        ):
            total += len(str(int(abs(number) * 24)))
        elif token.group("number"):
            total += len(token.group("number"))
        else:
            total += _literal(token) or 0.0
    return total


def _date_part(part: str, moment: datetime, *, twelve: bool) -> float:
    letter, count = part[0], len(part)
    if letter in "yeb":
        return 2.0 if count <= 2 and letter == "y" else 4.0
    if letter == "a":
        return 6.0 if count == 4 else 2.0
    if letter in "md" and count >= 3:
        return {3: 3.5, 4: 9.0}.get(count, 1.5)
    value = {"m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}[letter]
    if letter == "h" and twelve:
        value = value % 12 or 12
    return 2.0 if count == 2 else float(len(str(value)))


def _number_width(number: float, tokens: list[re.Match[str]], section: str, code: str) -> float:
    total, counted = 0.0, False
    for token in tokens:
        pattern = token.group("number")
        if token.group("power"):
            total += 4.0
        elif token.group("general"):
            total += _general_width(number)
        elif pattern is None:
            total += _literal(token) or 0.0
        elif counted:
            total += len(pattern)
        else:
            counted = True
            total += _digits(number, pattern, section)
    minus = number < 0 and len(_sections(code)) == 1
    return total + (0.7 if minus else 0.0)


def _digits(number: float, pattern: str, section: str) -> float:
    percent = section.count("%") - section.count('"%"')
    value = abs(number) * (100**percent if 0 < percent < 3 else 1)
    whole_part, _, decimal_part = pattern.partition(".")
    thousandths = len(whole_part) - len(whole_part.rstrip(","))
    value /= 1000**thousandths
    places = sum(1 for c in decimal_part if c in "0#?")
    if re.search(r"E[+-]0", section, re.IGNORECASE):
        return 1.0 + places + (0.6 if places else 0.0)
    try:
        whole = len(str(int(round(value, places))))
    except (OverflowError, ValueError):
        return 20.0
    whole = max(whole, sum(1 for c in whole_part if c == "0"))
    separators = (whole - 1) // 3 if "," in whole_part.rstrip(",") else 0
    shown = places if "#" not in decimal_part else sum(1 for c in decimal_part if c == "0")
    percents = pattern.count("%")
    return whole + 0.6 * separators + shown + (0.6 if shown else 0.0) + 1.5 * percents
