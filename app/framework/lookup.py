"""Understanding codes and names as people type them: ``第60项``, ``加分项1``, ``县应急局``."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from app.errors import UnitUnknown
from app.framework.errors import IndicatorUnknown, MethodUnknown
from app.terms import METHOD_NAMES
from models.vocabulary import VerificationMethod

_COUNTED = re.compile(
    r"(?:第)?(?P<number>[0-9]{1,9}|[一二三四五六七八九十百]{1,7})(?:项|号)?(?:指标)?"
)
_EXTRA = re.compile(
    r"(?:附加项)?(?:指标)?(?P<sign>[加减])(?:分)?(?:项|指标)?第?"
    r"(?P<number>[0-9]{1,9}|[一二三四五六七八九十百]{1,7})项?"
)
_DIGITS = {d: n for n, d in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100}
_METHOD_NUMBER = re.compile(r"^\(?[0-9]*\)?[-_.、]*")


def parse_indicator_code(text: str) -> str:
    """The code as the data writes it ("60", "加1") from ``60``, ``第60项``, ``六十``, ``加分项1``.

    Full-width digits, leading zeros, spaces and the word 指标 do not matter. Whether the indicator
    exists is for the framework to say.

    Raises:
        IndicatorUnknown: Nothing of the kind was written.
    """
    folded = fold_name(text)
    if match := _COUNTED.fullmatch(folded):
        sign = ""
    elif match := _EXTRA.fullmatch(folded):
        sign = match["sign"]
    else:
        raise IndicatorUnknown(text)
    number = _number(match["number"])
    if not number:
        raise IndicatorUnknown(text)
    return f"{sign}{number}"


def parse_method(text: str) -> VerificationMethod:
    """The verification method of a Chinese name or an identifier; numbering is passed over.

    Raises:
        MethodUnknown: No method is called so.
    """
    folded = _METHOD_NUMBER.sub("", fold_name(text)).rstrip(":")
    for method, name in METHOD_NAMES.items():
        if folded == name or folded.lower().replace("-", "_") == method.value:
            return method
    raise MethodUnknown(text)


def fold_name(name: str) -> str:
    """A name made comparable: width, composition and white space no longer matter."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def match_name(name: str, known: Mapping[str, Iterable[str]]) -> str:
    """The canonical name whose spellings (``known[canonical]``) include ``name``.

    Raises:
        UnitUnknown: None does; ``similar`` holds the closest canonical names, best first.
    """
    spellings = {fold_name(s): canonical for canonical, all_ in known.items() for s in all_}
    folded = fold_name(name)
    if folded in spellings:
        return spellings[folded]
    raise UnitUnknown(name, _closest(folded, spellings))


def _closest(folded: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    inside = [s for s in spellings if folded and (folded in s or s in folded)]
    near = difflib.get_close_matches(folded, spellings, n=5, cutoff=0.5)
    names = dict.fromkeys(spellings[s] for s in (*inside, *near))
    return tuple(names)[:3]


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        elif digit:
            return 0  # "三五": two digits in a row are no number
        else:
            digit = _DIGITS[char]
    return total + digit
