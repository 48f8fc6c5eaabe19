"""Which years a piece of evidence proves, and which a point asks for. Pure."""

import re
import unicodedata
from functools import lru_cache

from app.completeness.rows import Period, PlacementRow
from app.framework.values import EvidencePoint, Threshold
from app.guessing.dates import with_arabic_dates

_YEAR = r"(?:19|20)\d\d"
_LONGEST_SPAN = 50

_EACH_YEAR = re.compile(r"每年|每一年|[/／]\s*每?年(?:度)?\s*$|分年度|各年度")
_OTHER_CYCLE = re.compile(r"每\s*[2-9两二三四五]\s*年|[/／]\s*[2-9两二三四五]\s*年")
#: So many years are asked for where a text says 每年 and not since when.
_YEARS_SHOWN = 3

#: Numbers that look like a year and count something else: 第2019号, 2019人.
_COUNTED = r"(?!\s*(?:号|次|项|条|页|件|份|人(?![大民社员])|名|户|家|个|元|万|亿|%|平方|公里|米))"
_DOCUMENT_NUMBER = re.compile(
    rf"[〔\[(【]\s*({_YEAR})\s*[〕\])】]\s*第?\s*\d+(?:\s*[-–—―~、,至]\s*\d+)*\s*号"
    rf"|(?<!\d){_YEAR}年第?\d+号"
)
#: What stands before digits of a telephone number or of a code.
_NO_NUMBER = (
    r"(?<!\d)(?<!0\d\d-)(?<!0\d{3}-)(?<![话码真机编]号)(?<![电座]话)(?<!传真)(?<!号码)(?<!电话:)(?<!传真:)"
    r"(?<!编号:)(?<!号码:)(?<!手机)(?<!手机:)(?<!第)"
)
#: 2018—2021年, 2018年1月至2021年12月, 2018.1-2021.12, 20180101-20211231, 2018-21年.
_SPAN = re.compile(
    rf"{_NO_NUMBER}({_YEAR})(?:\s*[年月./-]?\s*\d{{1,2}}){{0,2}}\s*[年月日号]?\s*[度份起]?"
    rf"\s*(?:[-–—―~─_/]+|至|到)\s*({_YEAR}|\d\d(?=\s*年))(?=[01]\d[0-3]\d(?!\d)|(?!\d)){_COUNTED}"
)
#: 2018-2019-1: the first term of a school year, or a number of a list.
_TERM = re.compile(rf"(?<!\d)({_YEAR})-({_YEAR})-\d{{1,3}}(?!\d|\s*(?:[年月/-]|\.\d))")
#: “十三五”期间: the plan of 2016 to 2020.
_FIVE_YEARS = re.compile(
    r"(?<![一二三四五六七八九])十([一二三四五])五(?![一二三四五六七八九十百千万个名年月日天次件条人户家分点号项])"
)
#: “七五”普法: legal education goes by plans of five years too, the seventh from 2016 to 2020.
_LEGAL_EDUCATION = re.compile(
    r"(?<!十)([一二三四五六七八九])五[”\"’'》]?\s*(?:普法|法治宣传|法制宣传)"
)
#: 近三年, which only a date or a year beside it resolves.
_RECENT = re.compile(r"(?:最近|过去|近)([一二两三四五六七八九十1-9])年(?![级前])")
_COUNTS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_COUNTS |= {str(n): n for n in range(1, 10)}
_SINCE = re.compile(
    rf"(?<!\d)({_YEAR})\s*年?\s*(?:\d{{1,2}}\s*月)?\s*(?:份|度)?\s*(?:以来|以后|至今|迄今|起(?!草))"
)
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d){_COUNTED}")
_EIGHT_DIGITS = re.compile(rf"{_NO_NUMBER}({_YEAR})[01]\d[0-3]\d(?!\d)")


@lru_cache(maxsize=20_000)
def years_of(
    title: str, date: str = "", last_year: int | None = None, file_name: str = ""
) -> frozenset[int]:
    """The years that an item proves: those that its title names, or else that of its date.

    "2019年度工作报告" dated 2020-01 proves 2019; "2018—2020年" every year between; "2018年以来"
    runs to the year of the date, without a date to ``last_year``. "近三年" are the three years to
    the year that the title names besides, else to that of the date (in the first quarter to the one
    before); without both nobody knows which, and it proves none. A 文号 such as 〔2019〕5号 counts
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
    spans = _spans_in(_DOCUMENT_NUMBER.sub(" ", _folded(file_name)), dated, last_year)
    named |= {int(y) for y in (*_SINGLE.findall(text), *_EIGHT_DIGITS.findall(text))}
    end = max(named | spans) if named or spans else _ended_with(date)
    for count in (*_RECENT.findall(text), *_RECENT.findall(_folded(file_name))):
        if end is not None:
            named |= _span(end - _COUNTS[count] + 1, end)
    if named or spans:
        return frozenset(named | spans)
    return frozenset({dated}) if dated else frozenset(numbers)


def proved_years(row: PlacementRow, last_year: int | None = None) -> frozenset[int]:
    """The years that an item proves at a place: those that a person chose, else ``years_of``."""
    if row.years is not None:
        return frozenset(row.years)
    return years_of(row.title, row.date, last_year, row.file_name)


def _ended_with(date: str) -> int | None:
    """The last year that "近三年" means in a document of this date; None without a date."""
    if not re.match(_YEAR, date):
        return None
    early = re.match(r"\d{4}-0[1-3]", date) is not None
    return int(date[:4]) - early


def _folded(text: str) -> str:
    return with_arabic_dates(unicodedata.normalize("NFKC", text))


def _spans_in(text: str, dated: int | None, last_year: int | None) -> set[int]:
    """Every year of the spans that a text names."""
    found: set[int] = set()
    text = _TERM.sub(_apart, text)
    for start, end in _SPAN.findall(text):
        found |= _span(int(start), int(end) if len(end) == 4 else int(start[:2] + end))
    for start in _SINCE.findall(text):
        found |= _span(int(start), dated or last_year or int(start))
    for plan in _FIVE_YEARS.findall(text):
        first = 2001 + 5 * "一二三四五".index(plan) + 5
        found |= _span(first, first + 4)
    for plan in _LEGAL_EDUCATION.findall(text):
        first = 1986 + 5 * "一二三四五六七八九".index(plan)
        found |= _span(first, first + 4)
    return found


def _apart(term: re.Match[str]) -> str:
    """A school year's term without its stroke; a longer span stays one."""
    first, second = term.groups()
    return f"{first} {second}" if int(second) == int(first) + 1 else term.group()


def required_years(point: EvidencePoint, period: Period) -> tuple[int, ...]:
    """The years for which a point asks material, first to last; empty if it names none."""
    start = point.since_year
    if start is None and point.per_year:
        start = period.first_year
    return () if start is None else tuple(range(start, period.last_year + 1))


def asked_years(point: EvidencePoint, period: Period) -> tuple[int, ...]:
    """The years that a point is looked at by: those it asks material for, first to last.

    A point that says 每年 and not since when is looked at by the last three. Empty for one that
    names no years.
    """
    required = required_years(point, period)
    if required or not point.per_year:
        return required
    return tuple(range(period.last_year - _YEARS_SHOWN + 1, period.last_year + 1))


def is_yearly(threshold: Threshold, point: EvidencePoint | None = None) -> bool:
    """True if a demand holds for each year, so that each has a figure of its own.

    The demand says so itself (每年至少组织1次, 不少于40学时/年), or its point asks for each year or
    for all since one. A demand for every two years has one figure.
    """
    if _OTHER_CYCLE.search(threshold.text) or _OTHER_CYCLE.search(threshold.unit):
        return False
    if _EACH_YEAR.search(threshold.text) or _EACH_YEAR.search(threshold.unit):
        return True
    return point is not None and (point.per_year or point.since_year is not None)


def figure_years(
    threshold: Threshold, point: EvidencePoint | None, since_year: int | None, period: Period
) -> tuple[int, ...]:
    """The years for which a demand wants a figure each; empty where one figure is enough.

    They begin with the year that the point names, else with ``since_year`` of the indicator. Where
    nothing says since when, they are the last three.
    """
    if not is_yearly(threshold, point):
        return ()
    first = (point.since_year if point is not None else None) or since_year
    if first is None:
        first = period.last_year - _YEARS_SHOWN + 1
    return tuple(range(first, period.last_year + 1))


def _span(start: int, end: int) -> set[int]:
    return set(range(start, end + 1)) if 0 <= end - start <= _LONGEST_SPAN else set()
