"""The strip above a page that was seen on the web: where, when, by whom, and its file's SHA-256."""

from dataclasses import dataclass, field

from app.sheets.page import FINE, Box, Page, RuleMark, TextMark
from app.terms import ORIGIN_NAMES
from app.typesetting.fonts import FontRole
from app.typesetting.lines import Line, break_lines, fit_line, set_line
from app.typesetting.text import one_line
from app.web_addresses import host_of
from app.web_origin import WebOrigin

_SIZE = 7.5
_PITCH = 10.0
#: What printers may cut off at the edge of the paper.
_EDGE = 14.0
_SIDE = 48.0
_BELOW = 4.0
#: A longer address is cut; the link still leads to the whole of it.
_MOST_LINES = 3
_ROLE = FontRole.TABLE


@dataclass(frozen=True, slots=True)
class OriginStrip:
    """What a strip says.

    Attributes:
        origin: where the item was seen.
        title: the item's.
        sha256: of the file that the page shows; "" on the file's other pages.
        page: the page's place in its item, from 1; the first one says all.
        of: how many pages the item has.
    """

    origin: WebOrigin
    title: str
    sha256: str
    page: int
    of: int


@dataclass(frozen=True, slots=True)
class LaidOutStrip:
    """A strip as a page of its own, and the boxes of the lines of its address."""

    page: Page
    links: tuple[tuple[Box, str], ...] = field(default=())


def lay_out_origin_strip(strip: OriginStrip, width: float, above: float = 0.0) -> LaidOutStrip:
    """Lay a strip out for a page of this width; ``above`` is what something else takes there."""
    room = width - 2 * _SIDE
    lines: list[tuple[Line, str]] = []
    if strip.page == 1:
        for name in ("address", "final_address"):
            address = getattr(strip.origin, name)
            if address:
                lines += [(line, address) for line in _address_lines(name, address, room)]
        lines += [(line, "") for line in _told(strip, room)]
    else:
        lines.append((_short(strip, room), ""))
    if strip.sha256:
        lines.append((fit_line(f"文件 SHA-256：{strip.sha256}", _ROLE, _SIZE, room), ""))
    height = above + _EDGE + _PITCH * len(lines) + _BELOW
    page = Page(width, height)
    links: list[tuple[Box, str]] = []
    for number, (line, address) in enumerate(lines):
        mark = TextMark(line, _SIDE, above + _EDGE + _PITCH * number + _SIZE)
        page.marks.append(mark)
        if address:
            links.append((mark.box(), address))
    rule = height - _BELOW / 2
    page.marks.append(RuleMark(_SIDE, rule, width - _SIDE, rule, FINE))
    return LaidOutStrip(page, tuple(links))


def _address_lines(name: str, address: str, room: float) -> list[Line]:
    found = break_lines(one_line(f"{ORIGIN_NAMES[name]}：{address}"), _ROLE, _SIZE, room)
    if len(found) <= _MOST_LINES:
        return list(found)
    rest = "".join(line.text for line in found[_MOST_LINES - 1 :])
    return [*found[: _MOST_LINES - 1], fit_line(rest, _ROLE, _SIZE, room)]


def _told(strip: OriginStrip, room: float) -> list[Line]:
    """When and by whom; then site, section and title."""
    origin = strip.origin
    seen = _joined(
        ("looked_up_at", origin.moment),
        ("looked_up_by", origin.looked_up_by),
        ("published_on", origin.published_on),
    )
    named = _joined(("site", origin.site), ("section", origin.section))
    named = "　".join(filter(None, (named, f"题名：{strip.title}")))
    return [fit_line(text, _ROLE, _SIZE, room) for text in (seen, named) if text]


def _short(strip: OriginStrip, room: float) -> Line:
    """Enough to know what a page that fell out belongs to."""
    origin = strip.origin
    place = f"本件第 {strip.page} 页，共 {strip.of} 页"
    at_end = set_line(f"　{place}", _ROLE, _SIZE)
    seen = "　".join(filter(None, (origin.site or host_of(origin.address), origin.moment)))
    words = "　".join(filter(None, (seen, strip.title)))
    return set_line(
        fit_line(words, _ROLE, _SIZE, room - at_end.width).text + at_end.text, _ROLE, _SIZE
    )


def _joined(*pairs: tuple[str, str]) -> str:
    return "　".join(f"{ORIGIN_NAMES[name]}：{one_line(value)}" for name, value in pairs if value)
