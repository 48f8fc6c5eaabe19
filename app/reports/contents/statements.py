"""未发生情形说明: what a unit states has not happened, one paper for each task that asks for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.framework.values import EvidencePoint
from app.reports.draft import BLANK_DATE, BLANK_NAME, Draft, NotNeeded, head_values
from app.reports.filling import Filling, Value
from app.reports.rows import IndicatorLine, ReportRows, SlotLine
from app.stages.schedule import in_words

#: A clause that says what must not have happened, with the few words before it that it is about.
#: Not: 凡没有依据的, what others issue (法院出具的), what is looked up on the web.
_CLAUSE = re.compile(
    r"(?:^|(?<=[，。；]))(?P<about>[^，。；：]{0,16}?)"
    r"(?P<said>(?:没有发生|未发生|未出现|没有出现|不存在|没有)[^。；]+)"
)
_NOT_ABOUT = re.compile(r"凡|网上|网络|出具|对$")
#: When, and who: the paper says both by itself.
_WHEN_AND_WHO = re.compile(r"^(?:确保)?(?:\d{4}年以来|创建周期内)?(?:县政府及(?:职能|各)?部门)?")
_OF_MATERIAL = re.compile(r"(?:证明|佐证)?材料(?:汇总备查)?$")
_CASE = re.compile(r"的?(?:情况|情形)(?:说明)?$")
_IN_CYCLE = re.compile("创建周期")
#: A title with more characters would fill half the page.
_LONGEST = 44
_OTHERWISE = "未发生有关"


@dataclass(frozen=True, slots=True)
class AskedStatement:
    """A statement that a task of a unit asks for.

    ``point`` is the point that says so; None if the indicator does and the task has several.
    """

    slot: SlotLine
    line: IndicatorLine
    point: EvidencePoint | None
    wording: str
    clauses: tuple[str, ...]

    @property
    def place(self) -> str:
        """What a file for it begins with: 27-材料查证-要点1."""
        parts = [self.line.code, self.slot.task]
        return "-".join([*parts, f"要点{self.point.number}"] if self.point else parts)


def negative_clauses(text: str) -> tuple[str, ...]:
    """What a text says must not have happened, verbatim but for when and who."""
    found = []
    for match in _CLAUSE.finditer(text):
        if not _NOT_ABOUT.search(match["about"]):
            about = _WHEN_AND_WHO.sub("", match["about"])
            found.append(_OF_MATERIAL.sub("", f"{about}{match['said']}").rstrip("，、"))
    return tuple(found)


def asks_for_statement(statement: str, points: Iterable[str]) -> bool:
    """True if an indicator, or one of a task's points, says what must not have happened."""
    return any(map(negative_clauses, (statement, *points)))


def asked_statements(rows: ReportRows, unit: str) -> tuple[AskedStatement, ...]:
    """The statements that a unit is asked for, in the order of the set."""
    slots: dict[str, list[SlotLine]] = {}
    for slot in rows.slots_of(unit):
        wanted = not rows.only or slot.indicator in rows.only
        if wanted and (slot.owing or slot.lead or slot.begun):
            slots.setdefault(slot.indicator, []).append(slot)
    return tuple(asked for code, own in slots.items() for asked in _asked(rows.by_code[code], own))


def _asked(line: IndicatorLine, slots: list[SlotLine]) -> Iterator[AskedStatement]:
    """At the points that say it themselves; else at the indicator's task for documents.

    The indicator's own words are shorter and go before those of a point.
    """
    clauses = negative_clauses(line.statement)
    by_points = [
        AskedStatement(slot, line, state.point, state.point.text, clauses or found)
        for slot in slots
        for state in slot.filing.points
        if (found := negative_clauses(state.point.text))
    ]
    if by_points:
        yield from by_points
    elif clauses:
        slot = next((slot for slot in slots if slot.task == "材料查证"), slots[0])
        points = slot.filing.points
        point = points[0].point if len(points) == 1 else None
        yield AskedStatement(slot, line, point, line.statement, clauses)


def no_case_statements(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """未发生情形说明 of a unit, each with the name of its file."""
    return tuple(_draft(rows, asked) for asked in asked_statements(rows, unit or ""))


def no_case_statement(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first of them, for those who want to see the form."""
    drafts = no_case_statements(rows, unit)
    return drafts[0] if drafts else NotNeeded("承担的指标没有要说明未发生情形的")


def _draft(rows: ReportRows, asked: AskedStatement) -> Draft:
    title = _title(asked.clauses)
    values: dict[str, Value] = {
        **head_values(rows.head, title),
        "单位": asked.slot.unit,
        "主送机关": rows.head.issuer,
        "指标": asked.line.heading,
        "核验方式": asked.slot.task,
        "要点": f"，要点{asked.point.number}" if asked.point else "",
        "原文": asked.wording.rstrip("。；"),
        "期间": period_in_words(
            rows.head.today, asked.point.since_year if asked.point else None, asked.wording
        ),
        "情形": "；".join(asked.clauses).rstrip("。；"),
        "编号": asked.place,
        "空白姓名": BLANK_NAME,
        "空白日期": BLANK_DATE,
    }
    name = f"{asked.place} {asked.slot.unit}{title}"
    return Draft(Filling(values), name=name)


def period_in_words(today: date, since: int | None, wording: str) -> str:
    """Since when, as a point or its wording asks; where nothing is said, until today.

    A cycle whose begin the wording leaves open is left open.
    """
    if since is None and (found := re.search(r"(\d{4})年以来", wording)):
        since = int(found[1])
    until = in_words(today)
    if since is not None:
        return f"自{since}年1月1日至{until}"
    if _IN_CYCLE.search(wording):
        return f"创建周期内（自　　　　年　　月　　日至{until}）"
    return f"截至{until}"


def _title(clauses: tuple[str, ...]) -> str:
    first = re.split("[，；]", clauses[0])[0]
    more = len(clauses) > 1 or first != clauses[0]
    case = _CASE.search(first)
    core = _CASE.sub("", first)
    if len(core) > _LONGEST:
        core, more, case = _OTHERWISE, False, _CASE.search("情形")
    ending = f"{'等' if more else ''}{'情形' if case or more else ''}"
    return f"关于{core}{ending}的说明"
