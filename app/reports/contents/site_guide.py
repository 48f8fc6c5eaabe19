"""现场核验手册: the route of the inspectors, and what awaits them at each site."""

from collections.abc import Iterator, Sequence

from app.reports.draft import Draft, NotNeeded, head_values
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows, SiteLine, SiteTaskLine
from app.sheets.content import GuideCheck, GuideSite, SiteGuide
from app.stages.schedule import in_words

_ROUTE = ("序", "现场", "单位", "地址", "负责人", "电话", "时间", "指标")
_SITES = (*_ROUTE, "要求标题", "要求", "清单标题", "清单", "记录标题")
_COME, _SEE, _NOTED = "检查组来核验什么", "现场看什么，谁负责", "现场记录"


def site_guide(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """现场核验手册 of a unit or, without one, of the county."""
    sites = tuple(site for site in rows.sites if site.tasks and unit in {None, site.unit})
    if not sites:
        return NotNeeded("没有登记核验现场")
    owner = unit or rows.head.county
    title = f"{owner}{rows.head.programme}现场核验手册"
    subtitle = "　".join((f"共 {len(sites)} 处现场", in_words(rows.head.today)))
    found = tuple(_site(number, site) for number, site in enumerate(sites, 1))
    values: dict[str, Value] = {
        **head_values(rows.head, title),
        "单位": owner,
        "现场数": len(sites),
        "截至日期": in_words(rows.head.today),
    }
    route = tuple(_route(site) for site in found)
    pages = tuple(_page(site) for site in found)
    tables = {"路线": Table(_ROUTE, route), "现场": Table(_SITES, pages)}
    empty = sum(not site.checks for site in found)
    notes = (f"有 {empty} 处现场还没有检查清单",) if empty else ()
    return Draft(Filling(values, tables), notes, SiteGuide(title, subtitle, found))


def _site(number: int, site: SiteLine) -> GuideSite:
    return GuideSite(
        number,
        site.name,
        site.unit,
        site.location,
        site.in_charge,
        site.phone,
        site.hours,
        "、".join(dict.fromkeys(task.indicator for task in site.tasks)),
        tuple((f"{task.heading}　{task.task}", task.requirement) for task in site.tasks),
        tuple(_checks(site.tasks)),
    )


def _checks(tasks: Sequence[SiteTaskLine]) -> Iterator[GuideCheck]:
    """The lines of all check lists; what is looked at for several tasks stands once."""
    served: dict[tuple[str, str, str], list[str]] = {}
    for task in tasks:
        for check in task.checks:
            served.setdefault(check, []).append(task.indicator)
    for (item, look_for, person), codes in served.items():
        yield GuideCheck(item, look_for, "、".join(dict.fromkeys(codes)), person)


def _route(site: GuideSite) -> tuple[Value, ...]:
    where = (site.location, site.in_charge, site.phone, site.hours)
    return (site.number, site.name, site.unit, *where, site.served)


def _page(site: GuideSite) -> tuple[Value, ...]:
    wording = "\n".join(f"{heading}：{requirement}" for heading, requirement in site.wording)
    several = len(site.wording) > 1
    checks = "\n".join(
        _line(number, check, several=several) for number, check in enumerate(site.checks, 1)
    )
    return (*_route(site), _COME, wording, _SEE if checks else "", checks, _NOTED)


def _line(number: int, check: GuideCheck, *, several: bool) -> str:
    """A check as one line; the indicators are named where the site serves several."""
    asides = (f"指标 {check.served}" if several else "", check.person)
    aside = "，".join(filter(None, asides))
    seen = f"：{check.look_for}" if check.look_for else ""
    return f"{number}. {check.item}{seen}{f'（{aside}）' if aside else ''}"
