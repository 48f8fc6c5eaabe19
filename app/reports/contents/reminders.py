"""催报通知 and 整改通知: what a unit has still to do."""

from app.names.completeness import describe_point
from app.reports.draft import (
    BLANK_DATE,
    Draft,
    NotNeeded,
    chinese_number,
    head_values,
    iso_in_words,
    sentence,
    tally_in_words,
)
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows, SlotLine
from app.stages.progress import UnitStage, at_risk, due_stage, overdue, unit_stages, works_of
from app.stages.schedule import in_words
from app.terms import indicator_heading

_GAPS = ("序号", "指标", "核验方式", "材料要点", "情况")
#: So many indicators are named in the notice itself, which has two pages; the list has all.
_MOST_NAMED = 4
_LIST = (
    "序号", "指标", "指标内容", "核验方式", "职责", "要点序号", "材料要点", "情况", "期限",
)  # fmt: skip
_DEMANDS = ("序", "标题", "内容")
_PROBLEMS = ("序", "指标", "核验方式", "问题", "要求", "时限")


def reminder(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """催报通知 to a unit that lacks something."""
    name = unit or ""
    answering, tally = rows.slots_of(name), rows.units.get(name)
    if not answering or tally is None:
        return NotNeeded("没有承担指标")
    slots = tuple(slot for slot in answering if slot.owing)
    if not tally.total:
        return NotNeeded("没有必须交的材料")
    gaps = _gaps(rows, slots)
    if not gaps:
        return NotNeeded("材料已经齐备")
    day, notes = _day(rows)
    table = tuple((n, *gap) for n, gap in enumerate(gaps, 1))
    demands = _demands(rows, slots, day)
    values: dict[str, Value] = {
        **head_values(rows.head, f"关于抓紧报送{rows.head.programme}材料的通知"),
        "单位": name,
        "指标数": len({s.indicator for s in slots}),
        "任务数": len(slots),
        "要点数": tally.total,
        "已有数": tally.covered,
        "待处理数": tally.waiting,
        "缺数": tally.missing,
        "齐备率": f"{tally.percent}%",
        "齐备情况": tally_in_words(tally),
        "截至日期": in_words(rows.head.today),
        "阶段情况": _situation(rows, name),
        "报送期限": day,
        "附件名称": f"{name}尚缺材料清单",
        "附件说明": f"{name}尚缺材料清单（电子表格，{len(gaps)}条）",
        "重点说明": _worst(rows, slots),
    }
    tables = {
        "缺口": Table(_GAPS, table),
        "要求": Table(
            _DEMANDS,
            tuple((chinese_number(n), title, text) for n, (title, text) in enumerate(demands, 1)),
        ),
    }
    return Draft(Filling(values, tables), notes)


def rectification_notice(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """整改通知 to a unit with problems that are not closed."""
    name = unit or ""
    wanted = [r for r in rows.rectifications if r.unit == name and r.open]
    if not wanted:
        return NotNeeded("没有尚未销号的问题")
    table = []
    for number, row in enumerate(wanted, 1):
        line = rows.by_code.get(row.indicator)
        table.append(
            (
                chinese_number(number),
                line.heading if line else indicator_heading(row.indicator),
                f"（{row.task}）" if row.task else "",
                sentence(row.problem),
                sentence(row.demand),
                iso_in_words(row.deadline) or BLANK_DATE,
            )
        )
    days = [r.deadline for r in wanted if r.deadline]
    values: dict[str, Value] = {
        **head_values(rows.head, f"关于限期整改{rows.head.programme}有关问题的通知"),
        "单位": name,
        "问题数": len(wanted),
        "逾期数": sum(r.overdue for r in wanted),
        "最后时限": iso_in_words(max(days)) if days else BLANK_DATE,
    }
    open_dates = sum(not r.deadline for r in wanted)
    notes = (f"有 {open_dates} 个问题没有定整改时限，已留空",) if open_dates else ()
    return Draft(Filling(values, {"问题": Table(_PROBLEMS, tuple(table))}), notes)


def _day(rows: ReportRows) -> tuple[str, tuple[str, ...]]:
    if rows.head.reply_by is not None:
        return in_words(rows.head.reply_by), ()
    stage = due_stage(rows.schedule, rows.head.today)
    if stage is not None and stage.deadline is not None:
        return in_words(stage.deadline), ()
    return BLANK_DATE, ("各阶段的期限都已过去，报送期限留空；要写明的，另定报送期限再生成",)


def _gaps(rows: ReportRows, slots: tuple[SlotLine, ...]) -> list[tuple[Value, ...]]:
    found: list[tuple[Value, ...]] = []
    for slot in slots:
        line = rows.by_code[slot.indicator]
        for point in slot.owed:
            if not point.covered:
                state = describe_point(point) or "缺材料"
                found.append((line.heading, slot.task, point.point.text, state))
    return found


def _worst(rows: ReportRows, slots: tuple[SlotLine, ...]) -> str:
    """The indicators that lack most, named; "" if only a few lack anything."""
    lacks: dict[str, int] = {}
    for slot in slots:
        lack = slot.tally.total - slot.tally.covered
        if lack:
            lacks[slot.indicator] = lacks.get(slot.indicator, 0) + lack
    if len(lacks) < 2:
        return ""
    worst = sorted(lacks.items(), key=lambda pair: -pair[1])[:_MOST_NAMED]
    named = "、".join(f"{rows.by_code[code].heading}{lack}个" for code, lack in worst)
    return f"涉及{len(lacks)}项指标，缺得较多的是{named}。"


def shortfall_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """尚缺材料清单: every point that a unit still owes, with the day it is due."""
    name = unit or ""
    slots = tuple(slot for slot in rows.slots_of(name) if slot.owing)
    stage = due_stage(rows.schedule, rows.head.today)
    table: list[tuple[Value, ...]] = []
    for slot in slots:
        line = rows.by_code[slot.indicator]
        due = slot.deadline or rows.head.reply_by or (stage.deadline if stage else None)
        for point in slot.owed:
            if point.covered:
                continue
            table.append(
                (
                    len(table) + 1,
                    line.heading,
                    line.statement,
                    slot.task,
                    "牵头" if slot.lead else "参与",
                    point.point.number,
                    point.point.text,
                    describe_point(point) or "缺材料",
                    due.isoformat() if due else "",
                )
            )
    if not slots:
        return NotNeeded("没有必须交的材料" if rows.slots_of(name) else "没有承担指标")
    if not table:
        return NotNeeded("材料已经齐备")
    title = f"{name}{rows.head.programme}尚缺材料清单"
    values: dict[str, Value] = {
        **head_values(rows.head, title),
        "表题": title,
        "单位": name,
        "指标数": len({row[1] for row in table}),
        "缺数": len(table),
    }
    return Draft(Filling(values, {"缺口": Table(_LIST, tuple(table))}))


def _situation(rows: ReportRows, unit: str) -> str:
    """How the unit stands in the stage that presses most; "" if none does."""
    own = {unit: rows.units[unit]}
    stages = unit_stages(works_of(own), rows.schedule, rows.head.today)
    for late in overdue(stages):
        return f"按“{late.stage.name}”阶段的安排，{_asked(late)}，已经逾期。"
    for risk in at_risk(stages):
        left = f"距截止还有{risk.days_left}天" if risk.days_left else "今天截止"
        return f"按“{risk.stage.name}”阶段的安排，{_asked(risk)}，{left}。"
    return ""


def _asked(row: UnitStage) -> str:
    return (
        f"{row.stage.deadline_text}应齐备材料要点{row.needed}个，"
        f"你单位已齐备{row.covered}个，还差{row.lacking}个"
    )


def _demands(rows: ReportRows, slots: tuple[SlotLine, ...], day: str) -> list[tuple[str, str]]:
    waiting = len({i for s in slots for i in s.filing.waiting_items})
    loose = len({i for s in slots for i in s.filing.unassigned})
    found = [
        (
            "抓紧补齐材料。",
            f"请对照附件逐项落实，于{day}前报送。确无相关材料的，请书面说明情况。",
        )
    ]
    faults = []
    if waiting:
        faults.append(f"有{waiting}件打不开、有密码或不完整，请换报完好的文件")
    if loose:
        faults.append(f"有{loose}件没有对应到材料要点，请逐件归到要点")
    if faults:
        found.append(("处理已报材料。", f"{'；'.join(faults)}。"))
    found.append(
        (
            "确保真实准确。",
            "以已经形成的正式文件和工作记录为准，不得编造、补签日期；涉密材料不得通过本渠道报送。",
        )
    )
    found.append(("落实专人负责。", "请明确一名联络员具体办理。"))
    return found
