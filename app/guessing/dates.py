"""Dates as documents and file names write them, turned into ISO dates or parts of them."""

import re
from dataclasses import dataclass
from datetime import date

from app.guessing.numerals import DIGITS, ONES, ZEROS, digits_of
from app.guessing.plain_text import plain

EARLIEST_YEAR = 1990

_CHINESE_YEAR = re.compile(
    rf"(?<![{ONES}])([一二壹贰貳][{ZEROS}{ONES}]{{3}})(?=年|\s*[-—–~至到、.])"
)
_CHINESE_DAY = re.compile(
    rf"(?<![{ONES}百千])([{ZEROS}]?[{ONES}十拾廿卅]{{1,3}})(月|日|号(?=$|\W))"
)

_YEAR = r"(?P<y>(?:19|20)\d\d)"
#: What shows that digits count something or name a document, and are no year.
_COUNTED = r"\s*(?:[号条款项名户家件份页元万亿个余多次%米亩吨]|人(?![大民社员])|平方|公里)"
#: The area code of a telephone number.
_NO_PHONE = r"(?<!0\d\d-)(?<!0\d{3}-)"
_FULL = re.compile(
    rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号](?!文)"
)
_SEPARATED = re.compile(
    rf"(?<!\d){_NO_PHONE}{_YEAR}\s?(?P<s>[-./_。·、—])\s?(?P<m>\d{{1,2}})\s?(?P=s)\s?(?P<d>\d{{1,2}})"
    r"(?!\d|\.\d)"
)
_EIGHT = re.compile(
    rf"(?<![\d号码话¥￥$]){_NO_PHONE}{_YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)"
    rf"(?=\d{{6}}(?!\d)|_\d|\D|$)(?!,\d|\.\d|{_COUNTED})"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ENGLISH = {name: number for number, name in enumerate(_MONTHS.split("|"), 1)}
_NAMED = rf"(?P<name>(?:{_MONTHS})[a-z]*)\.?"
_MONTH_FIRST = re.compile(
    rf"(?<![a-z]){_NAMED}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*{_YEAR}(?!\d)", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"(?<![\w.])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s)?[\s-]*{_NAMED}[\s,-]*{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月(?:份)?")
_MONTH_SEPARATED = re.compile(
    # 便函2021-12 is the twelfth letter of the year.
    rf"(?<![\dA-Za-z函字发文令办规号])(?<!\d[-.]){_YEAR}[-./](?P<m>0?[1-9]|1[0-2])(?![\d号]|[-./]\d)"
)
#: 2018、2019、2020年: none of them is the year of the text.
_YEARS_GO_ON = r"(?:19|20)\d\d(?!\d)"
_YEAR_ONLY = re.compile(
    rf"(?<![\dA-Za-z第#])(?<![\d年度月][—–~至到、,，和及与-])(?<!编号)(?<!编号:)(?<![Nn][Oo]\.){_YEAR}"
    rf"(?!\d|\.\d|{_COUNTED}|\s*年?度?\s*(?:[-—–~至到]|[、,，和及与]\s*{_YEARS_GO_ON})|年?以来|\s*[)\]〕】〗}}]|\s*年\s*第?\s*\d+\s*号)"
    r"(?:\s*年)?(?:度)?"
)
_DAYS = (_FULL, _SEPARATED, _EIGHT, _MONTH_FIRST, _DAY_FIRST)

_LABEL = re.compile(
    r"^(?:(?:开票|成文|发文|签发|填报|填表|制表|报告|发布|签订|检查)(?:日期|时间)"
    r"|日期|时间|会议时间|活动时间)\s*:\s*"
)
#: What stands around a date that is alone on its line.
_BEFORE = re.compile(r"^(?:公元|西元|日期:?|时间:?)\s*")
_AFTER = re.compile(
    r"\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?"
    r"\s*(?:T(?=\d)|上午|下午|中午|凌晨|清晨|早上?|晚上?|夜间)?"
    r"\s*(?:\d{1,2}(?:[:时点]\d{0,2}(?:[:分]\d{0,2}秒?)?)[半整]?)?\s*$"
)
_AROUND = " ()[]【】〔〕〖〗。.,;:"
_NO_DAY = re.compile(r"(?<=月)[\s_]*日$")
_SHORT_YEAR = re.compile(r"'?(\d\d)(年\d{1,2}月\d{1,2}日)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where in the text it stands. ``iso`` may be cut short: 2021-04, 2021."""

    iso: str
    start: int
    end: int


def with_arabic_dates(text: str) -> str:
    """Write 二〇二一年四月九日 as 2021年4月9日; other text stays as it is."""
    text = _CHINESE_YEAR.sub(lambda m: digits_of(m.group(1)), text)
    return _CHINESE_DAY.sub(_arabic_part, text.replace("元月", "1月"))


def _arabic_part(found: re.Match[str]) -> str:
    written = found.group(1).replace("廿", "二十").replace("卅", "三十").replace("拾", "十")
    text = written.lstrip(ZEROS)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        number = DIGITS[ones] if len(ones) == 1 else 0
    else:
        number = (DIGITS.get(tens, 0) if tens else 1) * 10 + (DIGITS.get(ones, 0) if ones else 0)
    limit = 12 if found.group(2) == "月" else 31
    return f"{number}{found.group(2)}" if 0 < number <= limit else found.group(0)


def find_day(text: str, today: date) -> FoundDate | None:
    """The first whole date in folded text; impossible and implausible ones are passed over."""
    arabic = with_arabic_dates(text)
    candidates = [m for pattern in _DAYS for m in pattern.finditer(arabic)]
    for match in sorted(candidates, key=lambda m: m.start()):
        iso = _iso(match, today)
        if iso and not (match.re is _EIGHT and _in_a_code(arabic, match.start())):
            return FoundDate(iso, match.start(), match.end())
    return None


def _in_a_code(text: str, start: int) -> bool:
    """True if letters and digits run up to here, as in 91410423MA20210409; IMG20210409 is none."""
    run = re.search(r"[A-Za-z0-9]*$", text[:start])
    return run is not None and any(char.isdigit() for char in run.group())


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
    """The date of a line that holds nothing but one ("二〇二一年四月九日", "（2021.4.9）").

    The day of the week, a time of day and 公元 may stand beside it.
    """
    arabic = _BEFORE.sub("", with_arabic_dates(line).strip(_AROUND))
    short = _SHORT_YEAR.match(arabic)
    if short:
        century = "20" if int(short[1]) <= today.year % 100 else "19"
        arabic = century + arabic.removeprefix("'")
    for pattern in _DAYS:
        match = pattern.match(arabic)
        if match and _AFTER.fullmatch(arabic[match.end() :].rstrip(_AROUND)):
            return _iso(match, today)
    return None


def only_month(line: str, today: date) -> str | None:
    """The month of a line that holds nothing else ("2021年1月", "二〇二一年一月").

    The day may have been left open, to be written in by hand ("2021年1月  日").
    """
    match = _MONTH.fullmatch(_NO_DAY.sub("", with_arabic_dates(line).strip(_AROUND)))
    return _iso(match, today) if match else None


def is_end_of_date(text: str) -> bool:
    """True for what may stand behind a date at the end of its line: 星期五, 上午 9:30."""
    return bool(_AFTER.fullmatch(text.strip(_AROUND)))


#: What every line with a date holds; it spares most lines a closer look.
MAY_HOLD_DATE = re.compile(
    r"[日号]|月[)）]?\s*$|\d{4} ?[-./．_。·、—]|(?:19|20)\d{6}|" + _MONTHS,
    re.IGNORECASE,
)
_DATE_BROKEN = re.compile(r"(?:年|月)\s*$")
_DATE_GOES_ON = re.compile(rf"^\s*(?:\d{{1,2}}|[{ONES}十拾廿卅]{{1,3}})\s*(?:月|日)")


def join_broken_dates(lines: list[str]) -> list[str]:
    """Lines of a page in which a date that runs over two of them stands on the first.

    Further lines stay where they are, so that each keeps its number.
    """
    joined = list(lines)
    for at in range(len(joined) - 2, -1, -1):
        bare = joined[at].strip(_AROUND)
        if _DATE_BROKEN.search(bare) and _DATE_GOES_ON.match(joined[at + 1]) and len(bare) <= 12:
            joined[at], joined[at + 1] = bare + joined[at + 1].strip(), ""
    return joined


#: Marks that people type between year, month and day where documents have a full stop or a stroke.
_LOOSE = re.compile(r"(\d{4})(?:([^\S\n]*[,，。.、/\\_—–－-][^\S\n]*|\s+)(\d{1,2})){1,2}")
_BETWEEN = re.compile(r"[\s,，。.、/\\_—–－-]+")


def with_strokes(text: str) -> str:
    """A date of figures alone as 2021-3-5, whatever is typed between them; other text as it is."""
    bare = text.strip().rstrip("。.,，")
    return _BETWEEN.sub("-", bare) if _LOOSE.fullmatch(bare) else text


def typed_day(text: str, latest: date) -> str | None:
    """A whole day as people type it, as ISO: 2021.3.5, 20210305, 二〇二一年三月五日, 2021 3 5.

    "" for nothing; None if it is no day, or one after ``latest``.
    """
    folded = plain(text).strip()
    return only_day(with_strokes(folded), latest) if folded else ""


def labelled_day(line: str, today: date) -> str | None:
    """The date of a folded line that names it ("开票日期：2020年7月23日", "会议时间：…")."""
    label = _LABEL.match(line)
    found = find_day(line[label.end() :], today) if label else None
    return found.iso if found and found.start == 0 else None


def _iso(match: re.Match[str], today: date) -> str | None:
    """The ISO form of a match; None if no such day exists or nobody wrote then."""
    found = match.groupdict()
    if "name" in found:
        found["m"] = str(_ENGLISH[found["name"][:3].lower()])
    parts = [int(found[key]) for key in "ymd" if key in found]
    try:
        year, month, day = [*parts, 1, 1][:3]
        first = date(year, month, day)
    except ValueError:
        return None
    if first.year < EARLIEST_YEAR or first > today:
        return None
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
