"""Which years a piece of evidence proves, and which a point asks for. Pure."""

import re
import unicodedata
from functools import lru_cache

from app.completeness.rows import Period
from app.framework.values import EvidencePoint
from app.guessing.dates import with_arabic_dates

_YEAR = r"(?:19|20)\d\d"
_LONGEST_SPAN = 50

#: Numbers that look like a year and count something else: 第2019号, 2019人.
_COUNTED = r"(?!\s*(?:号|次|项|条|页|件|份|人(?![大民社员])|名|户|家|个|元|万|亿|%|平方|公里|米))"
_DOCUMENT_NUMBER = re.compile(
    rf"[〔\[(【]\s*({_YEAR})\s*[〕\])】]\s*第?\s*\d+\s*号|(?<!\d){_YEAR}年第?\d+号"
)
#: 2018—2021年, 2018年1月至2021年12月, 2018.1-2021.12, 20180101-20211231, 2018-21年.
_SPAN = re.compile(
    rf"(?<!\d)({_YEAR})(?:\s*[年月./-]?\s*\d{{1,2}}){{0,2}}\s*[年月日号]?\s*[度份起]?"
    rf"\s*(?:[-–—―~─_/]+|至|到)\s*({_YEAR}|\d\d(?=\s*年))(?=[01]\d[0-3]\d(?!\d)|(?!\d))"
)
#: “十三五”期间: the plan of 2016 to 2020.
_FIVE_YEARS = re.compile(r"十([一二三四五])五[”\"’'》]?(?=期间|时期|阶段|以来|规划|纲要)")
_SINCE = re.compile(
    rf"(?<!\d)({_YEAR})\s*年?\s*(?:\d{{1,2}}\s*月)?\s*(?:份|度)?\s*(?:以来|以后|至今|迄今|起(?!草))"
)
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d){_COUNTED}")
_EIGHT_DIGITS = re.compile(rf"(?<!\d)({_YEAR})[01]\d[0-3]\d(?!\d)")


@lru_cache(maxsize=20_000)
def years_of(
    title: str, date: str = "", last_year: int | None = None, file_name: str = ""
) -> frozenset[int]:
    """The years that an item proves: those that its title names, or else that of its date.

    "2019年度工作报告" dated 2020-01 proves 2019; "2018—2020年" every year between; "2018年以来"
    runs to the year of the date, without a date to ``last_year``. A 文号 such as 〔2019〕5号 counts
    only if there is neither a year in the title nor a date. A span of years in the file's name
    counts as well: a table's heading often leaves it out.

    Args:
        title: the item's title.
        date: ISO, whole or cut short: "2021-04-09", "2021-04", "2021", "".
        last_year: the last year that evidence is asked for, if it is known.
        file_name: the name of the item's file.
    """
    text = _folded(title)
    numbers = {int(year) for year in _DOCUMENT_NUMBER.findall(text) if year}
    text = _DOCUMENT_NUMBER.sub(" ", text)
    dated = int(date[:4]) if re.match(_YEAR, date) else None
    named = _spans_in(text, dated, last_year)
    spans = _spans_in(_folded(file_name), dated, last_year)
    named |= {int(y) for y in (*_SINGLE.findall(text), *_EIGHT_DIGITS.findall(text))}
    if named or spans:
        return frozenset(named | spans)
    return frozenset({dated}) if dated else frozenset(numbers)


def _folded(text: str) -> str:
    return with_arabic_dates(unicodedata.normalize("NFKC", text))


def _spans_in(text: str, dated: int | None, last_year: int | None) -> set[int]:
    """Every year of the spans that a text names."""
    found: set[int] = set()
    for start, end in _SPAN.findall(text):
        found |= _span(int(start), int(end) if len(end) == 4 else int(start[:2] + end))
    for start in _SINCE.findall(text):
        found |= _span(int(start), dated or last_year or int(start))
    for plan in _FIVE_YEARS.findall(text):
        first = 2001 + 5 * "一二三四五".index(plan) + 5
        found |= _span(first, first + 4)
    return found


def required_years(point: EvidencePoint, period: Period) -> tuple[int, ...]:
    """The years for which a point asks material, first to last; empty if it names none."""
    start = point.since_year
    if start is None and point.per_year:
        start = period.first_year
    return () if start is None else tuple(range(start, period.last_year + 1))


def _span(start: int, end: int) -> set[int]:
    return set(range(start, end + 1)) if 0 <= end - start <= _LONGEST_SPAN else set()
