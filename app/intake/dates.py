"""Dates as documents and file names write them, as whole or partial ISO dates."""

import re
from dataclasses import dataclass
from datetime import date

EARLIEST_YEAR = 1990

_DIGITS = {c: n for n, row in enumerate(("〇○零OoＯ0", *"一二三四五六七八九")) for c in row}
_CHINESE_YEAR = re.compile(r"([一二][〇○零OoＯ0一二三四五六七八九]{3})年")
_CHINESE_DAY = re.compile(r"([一二三四五六七八九十廿卅]{1,3})(月|日)")

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FULL = re.compile(rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号]")
_SEPARATED = re.compile(rf"(?<!\d){_YEAR}(?P<s>[-./_])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)")
_EIGHT = re.compile(rf"(?<!\d){_YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?=\d{{6}}(?!\d)|_\d|[^\d]|$)")
_MONTH = re.compile(rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月(?:份)?")
_MONTH_SEPARATED = re.compile(rf"(?<!\d){_YEAR}[-.](?P<m>0[1-9]|1[0-2])(?!\d|[-.]\d)")
_YEAR_ONLY = re.compile(
    rf"(?<![\dA-Za-z—~至到-]){_YEAR}\s*年?(?:度)?(?!\d|[-—~至到]|年?以来|\s*[)\]〕])"
)
_LABEL = re.compile(
    r"^(?:(?:开票|成文|发文|签发|填报|填表|制表|报告|发布|签订|检查)(?:日期|时间)"
    r"|日期|时间|会议时间|活动时间)\s*:\s*"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where in the text it stands. ``iso`` may be cut short: 2021-04, 2021."""

    iso: str
    start: int
    end: int


def with_arabic_dates(text: str) -> str:
    """Write 二〇二一年四月九日 as 2021年4月9日; other text stays as it is."""
    text = _CHINESE_YEAR.sub(
        lambda m: "".join(str(_DIGITS[char]) for char in m.group(1)) + "年", text
    )
    return _CHINESE_DAY.sub(_arabic_part, text)


def _arabic_part(found: re.Match[str]) -> str:
    text = found.group(1).replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if not ten:
        number = _DIGITS[ones] if len(ones) == 1 else 0
    else:
        number = (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    limit = 12 if found.group(2) == "月" else 31
    return f"{number}{found.group(2)}" if 0 < number <= limit else found.group(0)


def find_day(text: str, today: date) -> FoundDate | None:
    """The first whole date in folded text; impossible and implausible ones are passed over."""
    arabic = with_arabic_dates(text)
    candidates = [m for pattern in (_FULL, _SEPARATED, _EIGHT) for m in pattern.finditer(arabic)]
    for match in sorted(candidates, key=lambda m: m.start()):
        iso = _iso(match, today)
        if iso:
            return FoundDate(iso, match.start(), match.end())
    return None


def find_any(text: str, today: date) -> FoundDate | None:
    """The most exact date in folded text: a day, else a month, else a year."""
    day = find_day(text, today)
    if day:
        return day
    arabic = with_arabic_dates(text)
    for pattern in (_MONTH, _MONTH_SEPARATED, _YEAR_ONLY):
        for match in pattern.finditer(arabic):
            iso = _iso(match, today)
            if iso:
                return FoundDate(iso, match.start(), match.end())
    return None


def only_day(line: str, today: date) -> str | None:
    """The date of a line that holds nothing but one ("二〇二一年四月九日", "（2021.4.9）")."""
    arabic = with_arabic_dates(line).strip(" ()[]【】〔〕。.")
    for pattern in (_FULL, _SEPARATED):
        match = pattern.fullmatch(arabic)
        if match:
            return _iso(match, today)
    return None


def only_month(line: str, today: date) -> str | None:
    """The month of a line that holds nothing else ("2021年1月", "二〇二一年一月")."""
    match = _MONTH.fullmatch(with_arabic_dates(line).strip(" ()[]【】〔〕。."))
    return _iso(match, today) if match else None


def labelled_day(line: str, today: date) -> str | None:
    """The date of a folded line that names it ("开票日期：2020年7月23日", "会议时间：…")."""
    label = _LABEL.match(line)
    found = find_day(line[label.end() :], today) if label else None
    return found.iso if found and found.start == 0 else None


def _iso(match: re.Match[str], today: date) -> str | None:
    """The ISO form of a match; None if no such day exists or nobody wrote then."""
    parts = [int(value) for key, value in match.groupdict().items() if key in "ymd"]
    try:
        year, month, day = [*parts, 1, 1][:3]
        first = date(year, month, day)
    except ValueError:
        return None
    if first.year < EARLIEST_YEAR or first > today:
        return None
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
