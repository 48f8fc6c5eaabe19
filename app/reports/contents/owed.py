"""要交材料一览: what a unit has to hand in, by which day, on two pages at most."""

from app.completeness.states import total_of
from app.reports.draft import Draft, NotNeeded, head_values
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows, SlotLine
from app.stages.progress import UnitWork, due_stage, unit_stages
from app.stages.schedule import Schedule, in_words

_ROWS = ("序号", "指标", "内容", "职责", "要交", "已齐", "还缺", "期限")
#: So many indicators fit on two pages, one line each.
_MOST_NAMED = 38
_CONTENT = 12


def owed_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """要交材料一览 of a unit: every indicator of which it owes anything, what it lacks first."""
    name = unit or ""
    answering = rows.slots_of(name)
    if not answering:
        return NotNeeded("没有承担指标")
    slots = tuple(slot for slot in answering if slot.owing)
    if not slots:
        return NotNeeded("没有必须交的材料")
    tally = rows.units[name]
    table = _table(rows, slots)
    led = {s.indicator for s in answering if s.lead}
    every = {s.indicator for s in answering}
    owing = {s.indicator for s in slots}
    values: dict[str, Value] = {
        **head_values(rows.head, f"{name}要交材料一览"),
        "单位": name,
        "截至日期": in_words(rows.head.today),
        "牵头数": len(led),
        "参与数": len(every - led),
        "指标数": len(owing),
        "要点数": tally.total,
        "已有数": tally.covered,
        "缺数": tally.total - tally.covered,
        "期限说明": _due(rows, name),
        "补充说明": f"另有{len(every - owing)}项指标可以补充材料，不补不欠。"
        if every - owing
        else "",
        "其余说明": _rest(table),
    }
    shown = tuple((n, *row) for n, row in enumerate(table[:_MOST_NAMED], 1))
    return Draft(Filling(values, {"要交": Table(_ROWS, shown)}))


def _table(rows: ReportRows, slots: tuple[SlotLine, ...]) -> list[tuple[Value, ...]]:
    stage = due_stage(rows.schedule, rows.head.today)
    last = stage.deadline if stage else None
    open_: list[tuple[tuple[bool, int, bool], tuple[Value, ...]]] = []
    done: list[tuple[tuple[bool, int, bool], tuple[Value, ...]]] = []
    for line in rows.indicators:
        own = [slot for slot in slots if slot.indicator == line.code]
        if not own:
            continue
        tally = total_of(slot.tally for slot in own)
        lack = tally.total - tally.covered
        lead = any(slot.lead for slot in own)
        days = [slot.deadline for slot in own if slot.deadline and not slot.tally.complete]
        day = min(days) if days else last
        content = line.statement
        if len(content) > _CONTENT:
            content = f"{content[: _CONTENT - 1]}…"
        row: tuple[Value, ...] = (
            line.heading,
            content,
            "牵头" if lead else "参与",
            tally.total,
            tally.covered,
            lack,
            (f"{day.month}月{day.day}日" if day else "") if lack else "已齐",
        )
        order = (day is None, day.toordinal() if day else 0, not lead)
        (open_ if lack else done).append((order, row))
    return [row for _, row in (*sorted(open_, key=lambda pair: pair[0]), *done)]


def _rest(table: list[tuple[Value, ...]]) -> str:
    more = table[_MOST_NAMED:]
    lack = sum(int(str(row[5])) for row in more)
    if not more:
        return ""
    if not lack:
        return f"另有{len(more)}项指标已经齐备。"
    return f"另有{len(more)}项指标，还缺{lack}个要点，见《尚缺材料清单》。"


def _due(rows: ReportRows, unit: str) -> str:
    """What the present stage asks of the unit; "" if all stages have passed."""
    stage = due_stage(rows.schedule, rows.head.today)
    if stage is None or stage.deadline is None:
        return ""
    work = UnitWork(unit, rows.units[unit])
    row = unit_stages([work], Schedule(stages=(stage,)), rows.head.today)[0]
    asked = f"下一个期限是{in_words(stage.deadline)}（{stage.name}），应齐备{row.needed}个"
    return f"{asked}，还差{row.lacking}个。" if row.lacking else f"{asked}，已经达到。"
