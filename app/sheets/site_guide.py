"""现场核验手册: the route on the first page, then each site on a page of its own."""

from dataclasses import dataclass, replace

from app.sheets.common import BODY_SMALL, LABEL, SECTION, SHEET_TITLE, SUBTITLE
from app.sheets.content import GuideSite, SiteGuide
from app.sheets.flow import Align, Flow, Head, Style, place_line
from app.sheets.page import MM, RECORD_MARGINS, Page
from app.sheets.table import CELL, Column, Row, table
from app.typesetting.fonts import FontRole
from app.typesetting.lines import fit_line

_ROUTE = (
    Column("序", 10 * MM, Align.CENTRE),
    Column("现场", 34 * MM),
    Column("责任单位", 30 * MM),
    Column("地址和开放时间", 36 * MM),
    Column("负责人", 16 * MM, Align.CENTRE),
    Column("电话", 26 * MM, Align.CENTRE),
    Column("指标", 18 * MM, Align.CENTRE),
)
_CHECKS = (
    Column("序号", 12 * MM, Align.CENTRE),
    Column("看的项目", 36 * MM),
    Column("看什么", 76 * MM, takes=True),
    Column("指标", 26 * MM, Align.CENTRE, yields=True),
    Column("责任人", 20 * MM, Align.CENTRE),
)
_FIELD = Style(FontRole.TABLE, 12, 20)
_TASK = Style(FontRole.HEADING, 12, 20)


@dataclass(frozen=True, slots=True)
class _Set:
    """How tightly a site is set."""

    text: Style
    task: Style
    cell: Style
    gap: float


#: From wide to tight: the first with which a site stays on its page is taken.
_SETS = (
    _Set(BODY_SMALL, _TASK, CELL, 5 * MM),
    _Set(
        replace(BODY_SMALL, size=10.5, leading=16),
        replace(_TASK, size=10.5, leading=16),
        replace(CELL, size=9, leading=12.5),
        3 * MM,
    ),
    _Set(
        replace(BODY_SMALL, size=10, leading=14),
        replace(_TASK, size=10, leading=14),
        replace(CELL, size=8.5, leading=11),
        2 * MM,
    ),
)


def lay_out_site_guide(guide: SiteGuide) -> tuple[Page, ...]:
    """Lay out the guide; a site that fits no page goes on with several lines on the next one."""
    pages = list(_overview(guide))
    for site in guide.sites:
        tried = [_site(site, style) for style in _SETS]
        pages += next((one for one in tried if len(one) == 1), tried[0])
    return tuple(pages)


def _overview(guide: SiteGuide) -> list[Page]:
    flow = Flow(RECORD_MARGINS, _later(guide.title))
    flow.text(guide.title, SHEET_TITLE)
    flow.skip(2 * MM)
    flow.text(guide.subtitle, SUBTITLE)
    flow.skip(5 * MM)
    rows = [
        Row(
            (
                str(site.number),
                site.name,
                site.unit,
                "\n".join(filter(None, (site.location, site.hours))),
                site.in_charge,
                site.phone,
                site.served,
            )
        )
        for site in guide.sites
    ]
    table(flow, _ROUTE, rows)
    return flow.pages


def _site(site: GuideSite, style: _Set) -> list[Page]:
    flow = Flow(RECORD_MARGINS, _later(site.name))
    flow.text(site.name, SHEET_TITLE)
    flow.skip(1 * MM)
    flow.text(f"路线第 {site.number} 处　{site.unit}", SUBTITLE)
    flow.skip(style.gap)
    flow.rule()
    flow.skip(2 * MM)
    for name, value in (
        ("地　　址", site.location),
        ("负 责 人", "　".join(filter(None, (site.in_charge, site.phone)))),
        ("开放时间", site.hours),
    ):
        if value:
            _field(flow, name, value)
    if site.location or site.in_charge or site.phone or site.hours:
        flow.skip(2 * MM)
        flow.rule()
    flow.skip(style.gap)
    flow.text("检查组来核验什么", SECTION)
    for heading, requirement in site.wording:
        flow.need(style.task.leading + 2 * style.text.leading)
        flow.text(heading, style.task)
        flow.text(requirement, style.text)
    if site.checks:
        flow.skip(style.gap)
        flow.need(SECTION.leading + 4 * style.cell.leading)
        flow.text("现场看什么，谁负责", SECTION)
        flow.skip(1 * MM)
        rows = [
            Row(
                (str(number), check.item, check.look_for, check.served, check.person),
                style=style.cell,
            )
            for number, check in enumerate(site.checks, 1)
        ]
        table(flow, _CHECKS, rows)
    return flow.pages


def _field(flow: Flow, name: str, value: str) -> None:
    """A label, and what stands beside it, over as many lines as it takes."""
    inset = 6 * LABEL.size
    lines = _FIELD.broken(value, flow.width - inset)
    flow.need(_FIELD.leading * min(len(lines), 2))
    place_line(flow.page, LABEL.line(name), replace(LABEL, leading=20), flow.left, flow.y, inset)
    flow.lines(lines, _FIELD, flow.left + inset, flow.width - inset)


def _later(title: str) -> Head:
    """A head for the pages after the first."""

    def draw(page: Page, number: int) -> float:
        left, top, right, _ = RECORD_MARGINS.area()
        if not number:
            return top
        line = fit_line(f"{title}（续）", SUBTITLE.role, SUBTITLE.size, right - left)
        place_line(page, line, SUBTITLE, left, top, right - left)
        return top + SUBTITLE.leading + 3 * MM

    return draw
