"""What is typed into a cell: brought into one form, or left as it is with a fault. Pure."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

from app.guessing.dates import typed_day
from app.verification.material_check.registers.schema import Column, ColumnType
from app.visible_text import visible

YES, NO = "是", "否"

#: What a package takes in one cell.
LONGEST = 1000
_LAST_DAY = date(2099, 12, 31)
_YES = frozenset({"是", "√", "✓", "✔", "☑", "y", "yes", "true", "1", "对", "有", "已"})
_NO = frozenset({"否", "×", "✗", "✘", "x", "n", "no", "false", "0", "无", "没有", "未"})
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?$")
_YEAR = re.compile(r"((?:19[5-9]|20\d|21\d)\d|1949)\s*年?度?")
_AMOUNT_ENDS = re.compile(r"^[¥￥]\s*|\s*元$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")
_PHONE = re.compile(r"[+(]?\d[\d()\- ]{4,24}(转\d{1,6})?")
_IDENTITY = re.compile(r"\d{17}[\dX]|\d{15}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class FaultKind(StrEnum):
    """What can be wrong with a cell."""

    EMPTY = "empty"
    NO_DAY = "no_day"
    NO_NUMBER = "no_number"
    NO_ANSWER = "no_answer"
    NO_CHOICE = "no_choice"
    NO_YEAR = "no_year"
    NO_IDENTITY = "no_identity"
    NO_PHONE = "no_phone"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    TWICE = "twice"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell of the column; ``other`` is the other column, or the other row."""

    kind: FaultKind
    column: str
    other: str = ""


def as_typed(text: str) -> str:
    """A text as one line without what nobody sees."""
    return " ".join(visible(text).split())


def settled(column: Column, text: str) -> tuple[str, FaultKind | None]:
    """A cell in the form in which it is kept, or as it was typed with what is wrong with it."""
    typed = as_typed(text)
    if not typed:
        return "", None
    return _settled(column.type, column.choices, column.low, column.high, typed)


@lru_cache(maxsize=50_000)
def _settled(
    kind: ColumnType, choices: tuple[str, ...], low: float | None, high: float | None, typed: str
) -> tuple[str, FaultKind | None]:
    match kind:
        case ColumnType.CHOICE:
            found = {_folded(choice): choice for choice in choices}.get(_folded(typed))
            return (found, None) if found else (typed, FaultKind.NO_CHOICE)
        case ColumnType.NUMBER | ColumnType.MONEY:
            number = number_of(typed)
            if number is None:
                return typed, FaultKind.NO_NUMBER
            written = format(number, "f")
            if low is not None and number < Decimal(str(low)):
                return written, FaultKind.TOO_LOW
            if high is not None and number > Decimal(str(high)):
                return written, FaultKind.TOO_HIGH
            return written, None
        case ColumnType.TEXT | ColumnType.PERSON:
            return typed, None
    read, fault = _READ[kind]
    value = read(typed)
    return (value, None) if value else (typed, fault)


def number_of(text: str) -> Decimal | None:
    """The number that a text says: 1,234.50, ￥300, 12元; None if it says none."""
    plain = _AMOUNT_ENDS.sub("", unicodedata.normalize("NFKC", text).strip()).strip()
    if _GROUPED.match(plain):
        plain = plain.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d{1,15}(\.\d{0,6})?|\.\d{1,6})", plain, re.ASCII):
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()


def _day(text: str) -> str:
    return typed_day(_MIDNIGHT.sub("", text), _LAST_DAY) or ""


def _answer(text: str) -> str:
    folded = _folded(text)
    return YES if folded in _YES else NO if folded in _NO else ""


def _year(text: str) -> str:
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", text))
    return found.group(1) if found else ""


def _identity(text: str) -> str:
    """A number of an identity card, whose last digit must fit the others."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").upper()
    if not _IDENTITY.fullmatch(plain):
        return ""
    if len(plain) == 18:
        total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
        if plain[-1] != "10X98765432"[total % 11]:
            return ""
    return plain


def _phone(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("—", "-").replace("－", "-")
    return plain if _PHONE.fullmatch(plain) else ""


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


_READ: Mapping[ColumnType, tuple[Callable[[str], str], FaultKind]] = {
    ColumnType.DATE: (_day, FaultKind.NO_DAY),
    ColumnType.YES_NO: (_answer, FaultKind.NO_ANSWER),
    ColumnType.YEAR: (_year, FaultKind.NO_YEAR),
    ColumnType.ID_NUMBER: (_identity, FaultKind.NO_IDENTITY),
    ColumnType.PHONE: (_phone, FaultKind.NO_PHONE),
}
