"""Which years a piece of evidence proves, and which a point asks for. Pure."""

import re
import unicodedata
from functools import lru_cache

from app.completeness.rows import Period
from app.framework.schema import EvidencePoint
from app.intake.dates import with_arabic_dates

_YEAR = r"(?:19|20)\d\d"
_LONGEST_SPAN = 50

#: Numbers that look like a year and count something else: 第2019号, 2019人.
_COUNTED = r"(?!\s*(?:号|次|项|条|页|件|份|人(?![大民社员])|名|户|家|个|元|万|亿|%|平方|公里|米))"
_DOCUMENT_NUMBER = re.compile(rf"[〔\[(【]\s*({_YEAR})\s*[〕\])】]\s*第?\s*\d+\s*号")
_SPAN = re.compile(
    rf"(?<!\d)({_YEAR})\s*年?\s*(?:\d{{1,2}}\s*月)?\s*度?\s*(?:[-–—―~─]+|至|到)\s*"
    rf"({_YEAR}|\d\d(?=\s*年))(?!\d)"
)
_SINCE = re.compile(
    rf"(?<!\d)({_YEAR})\s*年?\s*(?:\d{{1,2}}\s*月)?\s*(?:份|度)?\s*(?:以来|以后|起)"
)
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d){_COUNTED}")
_EIGHT_DIGITS = re.compile(rf"(?<!\d)({_YEAR})[01]\d[0-3]\d(?!\d)")


@lru_cache(maxsize=20_000)
def years_of(title: str, date: str = "", last_year: int | None = None) -> frozenset[int]:
    """The years that an item proves: those that its title names, or else that of its date.

    "2019年度工作报告" dated 2020-01 proves 2019; "2018—2020年" every year between; "2018年以来"
    runs to the year of the date, without a date to ``last_year``. A 文号 such as 〔2019〕5号 counts
    only if there is neither a year in the title nor a date.

    Args:
        title: the item's title.
        date: ISO, whole or cut short: "2021-04-09", "2021-04", "2021", "".
        last_year: the last year that evidence is asked for, if it is known.
    """
    text = with_arabic_dates(unicodedata.normalize("NFKC", title))
    numbers = {int(y) for y in _DOCUMENT_NUMBER.findall(text)}
    text = _DOCUMENT_NUMBER.sub(" ", text)
    dated = int(date[:4]) if re.match(_YEAR, date) else None
    named: set[int] = set()
    for start, end in _SPAN.findall(text):
        named |= _span(int(start), int(end) if len(end) == 4 else int(start[:2] + end))
    for start in _SINCE.findall(text):
        named |= _span(int(start), dated or last_year or int(start))
    named |= {int(y) for y in (*_SINGLE.findall(text), *_EIGHT_DIGITS.findall(text))}
    if named:
        return frozenset(named)
    return frozenset({dated}) if dated else frozenset(numbers)


def required_years(point: EvidencePoint, period: Period) -> tuple[int, ...]:
    """The years for which a point asks material, first to last; empty if it names none."""
    start = point.since_year
    if start is None and point.per_year:
        start = period.first_year
    return () if start is None else tuple(range(start, period.last_year + 1))


def _span(start: int, end: int) -> set[int]:
    return set(range(start, end + 1)) if 0 <= end - start <= _LONGEST_SPAN else set()
