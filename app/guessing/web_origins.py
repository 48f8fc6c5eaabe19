"""Guesses at where a page of the web was seen, from what browsers and sites leave in files."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import unquote, urlsplit

from app.guessing.dates import find_any
from app.guessing.guess import Guessed, GuessSource
from app.guessing.plain_text import clean, plain
from app.web_addresses import web_address

#: More words than these are no name of a site or a section.
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What a saved page says of itself beside its words.

    Attributes:
        title: what stands in the title bar of a browser.
        meta: what its ``meta`` elements say, by their names in lower case.
        canonical: the address by which the site itself calls the page.
        account: the public account whose article it is.
        account_day: when that published it.
        head: the beginning of the source, where the program that saved the page leaves its note.
        address: where an archive says that the page was.
        saved_at: the date of an archive, as it stands there.
    """

    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    canonical: str = ""
    account: str = ""
    account_day: str = ""
    head: str = ""
    address: str = ""
    saved_at: str = ""


_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)\s*(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile[^>]*?\burl:\s*(?P<address>\S+)"
    r"(?:[^>]*?\bsaved date:\s*(?P<moment>[^\r\n>]+?))?\s*(?:-->|[\r\n])",
    re.IGNORECASE,
)
#: "Fri Apr 09 2021 15:30:00 GMT+0800 (中国标准时间)"
_SCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2}\s+(?P<month>[A-Z][a-z]{2})\s+(?P<day>\d{1,2})\s+(?P<year>\d{4})\s+"
    r"(?P<time>\d\d:\d\d:\d\d)\s+GMT(?P<zone>[+-]\d{4})"
)
_SITE_ENDS = re.compile(
    r"(?:网|网站|门户|平台|政府|委员会|法院|检察院|人大|政协|管理局|司法局|公安局|财政局|局|厅|办|公众号)$"
)
_BETWEEN = re.compile(r"\s*[_|｜]\s*|\s+[-–—]{1,2}\s+|-(?=[^-]*$)")


def origin_of_page(marks: PageMarks, today: date) -> Mapping[str, Guessed]:
    """What a saved page says of where it was seen."""
    said = _Said(GuessSource.WEB_FILE)
    single = _SINGLE_FILE.search(marks.head)
    saved = _SAVED_FROM.search(marks.head)
    meta = marks.meta
    for address in (
        marks.address,
        single["address"] if single else "",
        saved[1] if saved else "",
        meta.get("url", ""),
        meta.get("og:url", ""),
        marks.canonical,
    ):
        said.address(unescape(address))
    said.moment(_script_moment(single["moment"] or "") if single else "", today)
    said.moment(_header_moment(marks.saved_at), today)
    article = marks.account
    for site in (
        meta.get("sitename", ""),
        f"{article}（微信公众号）" if article else "",
        meta.get("og:site_name", ""),
        meta.get("application-name", ""),
        _site_in_title(marks.title),
    ):
        said.words("site", site)
    said.words("section", meta.get("columnname", ""))
    for published in (
        meta.get("pubdate", ""),
        meta.get("article:published_time", ""),
        meta.get("publishdate", ""),
        marks.account_day,
    ):
        said.day("published_on", published, today)
    return said.found


def _site_in_title(title: str) -> str:
    """The site that stands last in a title: 通知_政务公开_示例县人民政府."""
    parts = _BETWEEN.split(title.strip())
    last = parts[-1].strip() if len(parts) > 1 else ""
    return last if _SITE_ENDS.search(last) else ""


def _script_moment(text: str) -> str:
    found = _SCRIPT_DATE.match(text.strip())
    if found is None:
        return ""
    written = "{day} {month} {year} {time} {zone}".format(**found.groupdict())
    return _local(datetime.strptime(written, "%d %b %Y %H:%M:%S %z"))


def _header_moment(text: str) -> str:
    """The date of a header of mail; without a zone it is that of Greenwich."""
    try:
        return _local(parsedate_to_datetime(text)) if text else ""
    except ValueError:
        return ""


def _local(moment: datetime) -> str:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return zoned.astimezone().strftime("%Y-%m-%dT%H:%M")
    except (OverflowError, ValueError, OSError):  # a year that no calendar here reaches
        return ""


# --- pages printed by a browser ------------------------------------------------------------------

_ADDRESS = re.compile(r"https?://[^\s\u3000-\u9fff<>\"“”]+", re.IGNORECASE)
#: A line that can go on an address.
_GOES_ON = re.compile(r"[\w\-./?=&%#+~:,;@!$'()*]+", re.ASCII)
_CUT = re.compile(r"(?:…|\.{3})$")
_PAGE_MARK = re.compile(
    r"(?:^|\s)(?:第\s*)?\d{1,3}\s*(?:页\s*)?(?:/|／|of|，?\s*共)\s*(?:共\s*)?\d{1,4}(?:\s*页)?(?=\s|$)"
)
_CHINESE_MOMENT = re.compile(
    r"(?<!\d)(?P<y>20\d\d)\s*[年/.-]\s*(?P<m>\d{1,2})\s*[月/.-]\s*(?P<d>\d{1,2})\s*日?"
    r"(?:\s*(?P<half>上午|下午|晚上|凌晨|中午)?\s*(?P<h>\d{1,2})\s*[:：]\s*(?P<min>\d\d)(?::\d\d)?"
    r"(?:\s*(?P<late>[AP]M))?)?(?!\d)"
)
_AMERICAN_MOMENT = re.compile(
    r"(?<!\d)(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{2}|20\d\d),?\s+(?P<h>\d{1,2}):(?P<min>\d\d)"
    r"(?::\d\d)?\s*(?P<late>[AP]M)(?P<half>)"
)


def origin_in_margins(
    top: Iterable[str], bottom: Iterable[str], today: date
) -> Mapping[str, Guessed]:
    """What a browser printed above and below a page; {} if no browser seems to have printed it.

    Chrome, Edge and 360 print date and title above, address and 1/3 below; Firefox title and
    address above; Internet Explorer the day below. An address that was cut is no address.
    """
    lines = [" ".join(plain(line).split()) for line in (*top, *bottom)]
    address, cut = _address_in(lines)
    moments = [moment for line in lines for moment in _moments_in(line)]
    marked = any(_PAGE_MARK.search(line) for line in lines)
    if not (address or cut) or not (marked or moments):
        return {}
    said = _Said(GuessSource.MARGINS)
    said.address(address)
    for moment in sorted(moments, key=len, reverse=True):  # one with the time of day first
        said.moment(moment, today)
    for line in lines:
        said.words("site", _site_in_title(_without_marks(line)))
    return said.found


def _address_in(lines: list[str]) -> tuple[str, bool]:
    """The first address, put together again where it runs over lines; whether one was cut off."""
    cut = False
    for number, line in enumerate(lines):
        found = _ADDRESS.search(line)
        if found is None:
            continue
        address = found[0]
        if found.end() == len(line):
            for following in lines[number + 1 :]:
                more = _PAGE_MARK.sub("", following).strip()
                if not _GOES_ON.fullmatch(more) or _moments_in(following) or "://" in more:
                    break
                address += more
                if more != following:
                    break
        if _CUT.search(address):
            cut = True
            continue
        return address, cut
    return "", cut


def _moments_in(line: str) -> list[str]:
    patterns = (_CHINESE_MOMENT, _AMERICAN_MOMENT)
    moments = (_moment(found) for pattern in patterns for found in pattern.finditer(line))
    return [moment for moment in moments if moment]


def _moment(found: re.Match[str]) -> str:
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    try:
        day = date(year, int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return ""
    if found["h"] is None:
        return day
    hour, half = int(found["h"]), found["half"] or ""
    late = half in {"下午", "晚上"} or found["late"] == "PM" or (half == "中午" and hour < 11)
    early = half in {"上午", "凌晨"} or found["late"] == "AM"
    hour = hour + 12 if late and hour < 12 else 0 if early and hour == 12 else hour
    return f"{day}T{hour:02}:{found['min']}" if hour < 24 and int(found["min"]) < 60 else day


def _without_marks(line: str) -> str:
    return _ADDRESS.sub("", _PAGE_MARK.sub("", _CHINESE_MOMENT.sub("", line))).strip()


# --- names of files ------------------------------------------------------------------------------

#: What programs that picture a screen or save a page call their files.
_CAPTURED = re.compile(
    r"截图|截屏|长图|网页|screen[\s_-]?shot|screen[\s_-]?capture|snipaste|fireshot|snapshot|capture",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?<!\d)(?P<y>20\d\d)[-_.年]?(?P<m>[01]?\d)[-_.月]?(?P<d>[0-3]?\d)日?"
    r"(?:[\s_T-]|at|于)*(?P<h>[0-2]?\d)[-_.:：时]?(?P<min>[0-5]\d)(?:[-_.:：分]?(?:[0-5]\d)(?:\d{3})?秒?)?(?!\d)"
)
_SINGLE_FILE_NAME = re.compile(r"\(\s*\d{4}_\d{1,2}_\d{1,2}\s+\d{1,2}[：:_]\d\d[：:_]\d\d\s*\)")
_HOST = re.compile(
    r"(?<![\w.@-])((?:[a-z0-9-]+\.)+(?:gov\.cn|org\.cn|com\.cn|net\.cn|edu\.cn|cn|com|net|org))(?![\w.])",
    re.IGNORECASE,
)
#: GoFullPage writes the dots of the host as hyphens.
_DASHED_HOST = re.compile(
    r"screencapture-((?:[a-z0-9]+-)+?(?:gov|org|com|net|edu)-cn)(?=-|$)", re.IGNORECASE
)


def origin_in_name(name: str, today: date) -> Mapping[str, Guessed]:
    """What the name of a file says, where a program that pictures pages made it up."""
    said = _Said(GuessSource.FILE_NAME)
    stem = plain(unquote(name.rpartition(".")[0] or name))
    captured = _CAPTURED.search(stem) or _SINGLE_FILE_NAME.search(stem)
    whole = _ADDRESS.search(stem)
    if whole:
        said.address(whole[0])
    if not captured and not whole:
        return said.found
    dashed, host = _DASHED_HOST.search(stem), _HOST.search(stem)
    named = dashed[1].replace("-", ".") if dashed else host[1] if host else ""
    said.address(f"http://{named}" if named else "")
    stamp = _STAMP.search(stem)
    if stamp:
        try:
            year, month, day, hour, minute = (int(stamp[k]) for k in ("y", "m", "d", "h", "min"))
            seen = datetime(year, month, day, hour, minute)
        except ValueError:
            return said.found
        said.moment(seen.strftime("%Y-%m-%dT%H:%M"), today)
    return said.found


def origin_of_shortcut(address: str) -> Mapping[str, Guessed]:
    """What a shortcut to the page says that lies beside the file under the same name."""
    said = _Said(GuessSource.SHORTCUT)
    said.address(address)
    return said.found


def first_told(*origins: Mapping[str, Guessed]) -> Mapping[str, Guessed]:
    """Several guesses at one origin: of each field the first that says something."""
    found: dict[str, Guessed] = {}
    for origin in origins:
        for name, guessed in origin.items():
            found.setdefault(name, guessed)
    return found


_WHOLE = re.compile(r"\s*https?://", re.IGNORECASE)


class _Said:
    """Collects the fields; of each the first that is possible counts."""

    def __init__(self, source: GuessSource) -> None:
        self.found: dict[str, Guessed] = {}
        self._source = source

    def _put(self, name: str, value: str) -> None:
        if value and name not in self.found:
            self.found[name] = Guessed(value, self._source)

    def address(self, text: str) -> None:
        found = web_address(text) if _WHOLE.match(text) else None
        host = urlsplit(found).hostname if found else ""
        if found and host and "." in host.strip("."):
            self._put("address", found)

    def words(self, name: str, text: str) -> None:
        told = clean(text)
        if len(told) <= _LONGEST_NAME:
            self._put(name, told)

    def day(self, name: str, text: str, today: date) -> None:
        found = find_any(plain(text), today)
        self._put(name, found.iso if found is not None and found.start == 0 else "")

    def moment(self, moment: str, today: date) -> None:
        """A moment of the future is a clock that was ahead."""
        if moment[:10] <= today.isoformat():
            self._put("looked_up_at", moment)
