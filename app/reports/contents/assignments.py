"""任务分解表 and 材料清单: who does what, and what each unit has to bring."""

from app.completeness.states import PointState
from app.names.completeness import STATE_NAMES, describe_point
from app.reports.draft import Draft, NotNeeded, head_values
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows, SlotLine

_TASKS = (
    "序号", "类目", "指标", "指标内容", "核验方式", "工作任务", "要点数", "牵头单位", "参与单位",
    "职责", "完成时限",
)  # fmt: skip
_POINTS = (
    "序号", "指标", "指标内容", "核验方式", "要点序号", "材料要点", "已有件数", "状态", "说明",
)  # fmt: skip


def task_breakdown(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """任务分解表: every task of the county, or those of one unit with its part in them."""
    own = [s for s in rows.slots if s.unit == unit]
    lead = {s.indicator: any(o.lead for o in own if o.indicator == s.indicator) for s in own}
    tasks = [t for t in rows.tasks if unit is None or t.indicator in lead]
    if not tasks:
        return NotNeeded("没有承担指标")
    deadline = _last_deadline(rows)
    table: list[tuple[Value, ...]] = []
    for number, task in enumerate(tasks, 1):
        line = rows.by_code[task.indicator]
        duty = "" if unit is None else ("本单位牵头" if lead[task.indicator] else "本单位参与")
        table.append(
            (
                number,
                line.category,
                line.heading,
                line.statement,
                task.name,
                task.requirement,
                len(task.points),
                "、".join(line.leads),
                "、".join(line.participants),
                duty,
                deadline,
            )
        )
    title = f"{unit or rows.head.county}{rows.head.programme}任务分解表"
    values = {
        **head_values(rows.head, title),
        "表题": title,
        "单位": unit or "",
        "指标数": len({t.indicator for t in tasks}),
        "任务数": len(tasks),
        "要点数": sum(len(t.points) for t in tasks),
    }
    codes = {t.indicator for t in tasks}
    idle = [
        i.heading for i in rows.indicators if i.code in codes and not (i.leads or i.participants)
    ]
    notes = (f"没有责任单位的指标：{'、'.join(idle)}",) if idle else ()
    return Draft(Filling(values, {"任务": Table(_TASKS, tuple(table))}), notes)


def material_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """材料清单: every point that a unit owes or has given something for, and what is there."""
    slots = rows.slots_of(unit or "")
    if not slots:
        return NotNeeded("没有承担指标")
    table: list[tuple[Value, ...]] = []
    shown = set()
    for slot in slots:
        line = rows.by_code[slot.indicator]
        owed = {p.point.number for p in slot.owed}
        for point in slot.filing.points:
            if point.point.number not in owed and not point.anything:
                continue
            shown.add((slot.indicator, slot.task))
            table.append(
                (
                    len(table) + 1,
                    line.heading,
                    line.statement,
                    slot.task,
                    point.point.number,
                    point.point.text,
                    len(point.items),
                    STATE_NAMES[point.state],
                    _demands(point),
                )
            )
    if not table:
        return NotNeeded("没有必须交的材料")
    tally = rows.units[unit or ""]
    title = f"{unit}{rows.head.programme}材料清单"
    values = {
        **head_values(rows.head, title),
        "表题": title,
        "单位": unit or "",
        "指标数": len({code for code, _ in shown}),
        "任务数": len(shown),
        "要点数": tally.total,
        "已有数": tally.covered,
        "待处理数": tally.waiting,
        "缺数": tally.missing,
        "齐备率": f"{tally.percent}%",
    }
    notes = _optional(slots, len({code for code, _ in shown})) + _loose(slots)
    if len(table) > tally.total:
        notes = (f"其中 {len(table) - tally.total} 个要点是主动补充的，没有计入应交数", *notes)
    return Draft(Filling(values, {"要点": Table(_POINTS, tuple(table))}), notes)


def _optional(slots: tuple[SlotLine, ...], shown: int) -> tuple[str, ...]:
    more = len({s.indicator for s in slots}) - shown
    return (f"另有 {more} 项指标可以补充材料，不是必须交的，没有列入",) if more else ()


def _last_deadline(rows: ReportRows) -> str:
    wanted = [s for s in rows.schedule.stages if s.goal == 100 and s.deadline]
    return wanted[0].deadline_text if wanted else ""


def _demands(point: PointState) -> str:
    """What the text asks for besides the material, and what of that is missing."""
    asked = point.point
    notes = [describe_point(point)]
    if asked.since_year and not point.anything:
        each = "，每年都要有" if asked.per_year else ""
        notes.append(f"{asked.since_year}年以来{each}")
    elif asked.per_year and not point.anything:
        notes.append("每年都要有")
    if not point.anything:
        notes += [t.text for t in asked.thresholds]
        notes += [f"应有{'、'.join(point.expected)}"] if point.expected else []
    return "；".join(filter(None, notes))


def _loose(slots: tuple[SlotLine, ...]) -> tuple[str, ...]:
    loose = sum(len(s.filing.unassigned) for s in slots)
    return (f"有 {loose} 件材料还没有归到要点，没有计入",) if loose else ()
