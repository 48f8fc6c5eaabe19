"""审核意见表 and 移交清单: what the office decided, and what is handed over."""

from app.names.review import STAGE_NAMES
from app.reports.draft import BLANK_DATE, BLANK_NAME, Draft, NotNeeded, dotted, head_values
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ItemLine, ReportRows
from app.review.vocabulary import SlotStage
from app.stages.schedule import in_words

_SLOTS = ("序号", "指标", "核验方式", "件数", "要点", "结论", "意见")
_JUDGED = frozenset({SlotStage.ACCEPTED, SlotStage.RETURNED, SlotStage.RECHECK})
_ITEMS = ("序号", "编号", "指标", "核验方式", "题名", "文号", "责任者", "日期", "份数", "备注")


def review_opinion(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """审核意见表 of a unit: each slot that the office has judged; the others are counted."""
    slots = tuple(s for s in rows.slots_of(unit or "") if s.owing or s.begun)
    if not slots:
        return NotNeeded("没有承担指标" if not rows.slots_of(unit or "") else "没有必须交的材料")
    judged = tuple(slot for slot in slots if slot.stage in _JUDGED)
    if not judged:
        return NotNeeded("还没有审核结论")
    table: list[tuple[Value, ...]] = []
    for number, slot in enumerate(judged, 1):
        tally = slot.tally if slot.owing else slot.filing.tally
        table.append(
            (
                number,
                rows.by_code[slot.indicator].heading,
                slot.task,
                len(slot.filing.items),
                f"{tally.covered}/{tally.total}",
                STAGE_NAMES[slot.stage] if slot.stage else "",
                slot.remarks,
            )
        )
    count = {stage: sum(s.stage is stage for s in slots) for stage in SlotStage}
    others = {stage: n for stage, n in count.items() if stage not in _JUDGED}
    rest = len(slots) - len(judged)
    people = list(dict.fromkeys(s.decided_by for s in slots if s.decided_by))
    days = [s.decided_on for s in slots if s.decided_on]
    values: dict[str, Value] = {
        **head_values(rows.head, f"{rows.head.programme}材料审核意见表"),
        "单位": unit or "",
        "任务数": len(slots),
        "审核小结": _counted(count),
        "其余任务": f"其余{rest}条还没有审核结论，不在表中：{_counted(others)}。" if rest else "",
        "通过数": count[SlotStage.ACCEPTED],
        "退回数": count[SlotStage.RETURNED],
        "待审数": count[SlotStage.SUBMITTED] + count[SlotStage.RECHECK],
        "未报数": count[SlotStage.PREPARING] + count[SlotStage.NOT_STARTED],
        "审核人": "、".join(people) or BLANK_NAME,
        "审核日期": in_words(max(days)) if days else BLANK_DATE,
    }
    return Draft(Filling(values, {"任务": Table(_SLOTS, tuple(table))}))


def _counted(count: dict[SlotStage, int]) -> str:
    return "，".join(f"{STAGE_NAMES[s]}{n}条" for s, n in reversed(count.items()) if n)


def handover_list(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """移交清单 of a unit: each of its items once, with all its places."""
    places: dict[str, list[ItemLine]] = {}
    for line in rows.items:
        if line.unit == unit:
            places.setdefault(line.item, []).append(line)
    if not places:
        return NotNeeded("没有材料可以移交")
    table = tuple(_item(n, found) for n, found in enumerate(places.values(), 1))
    values: dict[str, Value] = {
        **head_values(rows.head, f"{rows.head.programme}材料移交清单"),
        "单位": unit or "",
        "接收单位": rows.head.issuer,
        "件数": len(table),
        "份数": sum(found[0].copies for found in places.values()),
        "空白日期": BLANK_DATE,
    }
    return Draft(Filling(values, {"材料": Table(_ITEMS, table)}))


def _item(number: int, found: list[ItemLine]) -> tuple[Value, ...]:
    first = found[0]
    codes = dict.fromkeys(line.indicator for line in found)
    methods = dict.fromkeys(line.task for line in found)
    return (
        number,
        "、".join(line.number or line.indicator for line in found),
        "、".join(codes),
        "、".join(methods),
        first.title or first.file_name,
        first.doc_number,
        first.issuer,
        dotted(first.doc_date),
        first.copies,
        first.remark,
    )
