"""进展通报: how far the county is, with the units ranked."""

from app.completeness.states import Tally
from app.names.stages import STANDING_NAMES
from app.reports.draft import Draft, NotNeeded, head_values, tally_in_words
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ReportRows
from app.review.vocabulary import SlotStage
from app.stages.progress import UnitStage, at_risk, overdue, unit_stages, works_of
from app.stages.schedule import in_words
from app.stages.vocabulary import StageStatus

_RANKING = ("名次", "单位", "指标数", "要点数", "已有", "待处理", "缺", "齐备率", "进度")
_LATE = ("序号", "单位", "阶段", "应有", "已有", "还差")


def progress_bulletin(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """进展通报 of the whole county."""
    stages = unit_stages(works_of(_working(rows)), rows.schedule, rows.head.today)
    late, risky = overdue(stages), at_risk(stages)
    late_units = {r.unit for r in late}
    risky = tuple(r for r in risky if r.unit not in late_units)
    ranking = rank(rows)
    whole = rows.whole
    complete = sum(t.complete for t in _working(rows).values())
    idle = [u for u, t in rows.units.items() if not t.total]
    untouched = sum(not t.covered and not t.waiting for t in _working(rows).values())
    values: dict[str, Value] = {
        **head_values(rows.head, f"关于{rows.head.county}{rows.head.programme}工作进展情况的通报"),
        "截至日期": in_words(rows.head.today),
        "指标数": len(rows.indicators),
        "任务数": len(rows.tasks),
        "单位数": len(_working(rows)),
        "要点数": whole.total,
        "已有数": whole.covered,
        "待处理数": whole.waiting,
        "缺数": whole.missing,
        "齐备率": f"{whole.percent}%",
        "齐备情况": tally_in_words(whole),
        "齐备单位数": complete,
        "未报单位数": untouched,
        "审核情况": _review(rows),
        "逾期情况": _late(late, "已经逾期"),
        "风险情况": _late(risky, "有延误风险"),
        "不排名单位": f"{'、'.join(idle)}没有必须交的材料，不参加排名。" if idle else "",
        "附件名称": "各责任单位材料齐备情况排名表",
    }
    tables = {
        "排名": Table(_RANKING, ranking),
        "逾期": Table(_LATE, _late_rows(late)),
        "风险": Table(_LATE, _late_rows(risky)),
    }
    notes = (f"没有必须交的材料、不参加排名的单位：{'、'.join(idle)}",) if idle else ()
    return Draft(Filling(values, tables), notes)


def rank(rows: ReportRows) -> tuple[tuple[Value, ...], ...]:
    """Every unit that owes something, once, by the share of its points that are covered.

    Units with equal shares and equal lacks have the same rank, and the next one's counts on.
    """
    counts: dict[str, set[str]] = {}
    for slot in (s for s in rows.slots if s.owing):
        counts.setdefault(slot.unit, set()).add(slot.indicator)
    standing = _standings(rows)
    ordered = sorted(_working(rows).items(), key=lambda pair: (*_merit(pair[1]), pair[0]))
    table: list[tuple[Value, ...]] = []
    place, before = 0, None
    for number, (unit, tally) in enumerate(ordered, 1):
        if _merit(tally) != before:
            place, before = number, _merit(tally)
        table.append(
            (
                place,
                unit,
                len(counts.get(unit, ())),
                tally.total,
                tally.covered,
                tally.waiting,
                tally.missing,
                f"{tally.percent}%",
                standing[unit],
            )
        )
    return tuple(table)


def _working(rows: ReportRows) -> dict[str, Tally]:
    return {unit: tally for unit, tally in rows.units.items() if tally.total}


def _merit(tally: Tally) -> tuple[float, int]:
    return -tally.covered / tally.total, tally.missing + tally.waiting


def _standings(rows: ReportRows) -> dict[str, str]:
    """The word for each unit in the stage that presses most."""
    order = (StageStatus.OVERDUE, StageStatus.AT_RISK, StageStatus.ON_TRACK, StageStatus.DONE)
    found: dict[str, set[StageStatus]] = {unit: set() for unit in rows.units}
    for row in unit_stages(works_of(rows.units), rows.schedule, rows.head.today):
        found[row.unit].add(row.standing)
    words = {}
    for unit, states in found.items():
        first = next((s for s in order if s in states), None)
        words[unit] = STANDING_NAMES[first] if first else ""
    return words


def _review(rows: ReportRows) -> str:
    if not rows.in_review:
        return ""
    slots = [s for s in rows.slots if s.owing or s.begun]
    count = {stage: sum(s.stage is stage for s in slots) for stage in SlotStage}
    parts = [f"审核通过{count[SlotStage.ACCEPTED]}处"]
    parts += [
        f"{word}{count[stage]}处"
        for stage, word in (
            (SlotStage.SUBMITTED, "已报送待审"),
            (SlotStage.RETURNED, "退回"),
            (SlotStage.RECHECK, "需复审"),
        )
        if count[stage]
    ]
    rest = count[SlotStage.PREPARING] + count[SlotStage.NOT_STARTED]
    return f"按核验任务和责任单位共有{len(slots)}处材料，{'、'.join(parts)}，尚未报送{rest}处。"


def _late(found: tuple[UnitStage, ...], word: str) -> str:
    if not found:
        return ""
    shown = "、".join(r.unit for r in found[:10])
    more = f"等{len(found)}个单位" if len(found) > 10 else f"{len(found)}个单位"
    return f"{shown}{more}{word}。"


def _late_rows(found: tuple[UnitStage, ...]) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (n, r.unit, r.stage.name, r.needed, r.covered, r.lacking) for n, r in enumerate(found, 1)
    )
