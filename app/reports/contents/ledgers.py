"""总台账 and 整改台账: everything, for the records."""

from collections import Counter, defaultdict

from app.completeness.states import joined, total_of
from app.names.completeness import STATE_NAMES
from app.reports.draft import Draft, NotNeeded, dotted, head_values
from app.reports.filling import Filling, Table, Value
from app.reports.rows import ItemLine, ReportRows, SlotLine
from app.review.vocabulary import SlotStage
from app.stages.schedule import in_words

_UNITS = (
    "序号", "单位", "指标数", "任务数", "要点数", "已有", "待处理", "缺", "齐备率", "件数",
    "通过", "退回",
)  # fmt: skip
_SUMMED = ("任务数", "要点数", "已有", "待处理", "缺", "件数", "通过", "退回")
_INDICATORS = (
    "序号", "类目", "指标", "指标内容", "牵头单位", "参与单位", "要点数", "已有", "待处理", "缺",
    "状态", "件数",
)  # fmt: skip
_ITEMS = (
    "序号", "编号", "指标", "核验方式", "要点", "单位", "题名", "文号", "责任者", "日期", "份数",
    "文件名", "问题",
)  # fmt: skip
_PROBLEMS = (
    "序号", "编号", "指标", "核验方式", "单位", "问题", "发现时间", "发现人", "要求", "措施",
    "责任人", "时限", "状态", "完成时间", "销号时间", "佐证",
)  # fmt: skip


def master_ledger(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """总台账: units, indicators and every item at every place; of the county or of one unit."""
    named = unit or rows.head.county
    slots = [s for s in rows.slots if unit in {None, s.unit}]
    items = [i for i in rows.items if unit in {None, i.unit}]
    units = {u: t for u, t in rows.units.items() if unit in {None, u}}
    by_unit: dict[str, list[SlotLine]] = defaultdict(list)
    for slot in slots:
        by_unit[slot.unit].append(slot)
    held = Counter(owner for owner, _ in {(i.unit, i.item) for i in items})
    unit_rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            number,
            name,
            len({s.indicator for s in by_unit[name]}),
            len(by_unit[name]),
            tally.total,
            tally.covered,
            tally.waiting,
            tally.missing,
            tally.percent / 100,
            held[name],
            sum(s.stage is SlotStage.ACCEPTED for s in by_unit[name]),
            sum(s.stage is SlotStage.RETURNED for s in by_unit[name]),
        )
        for number, (name, tally) in enumerate(units.items(), 1)
    )
    item_rows = tuple(
        (
            number,
            line.number,
            line.indicator,
            line.task,
            line.point if line.point is not None else "",
            line.unit,
            line.title or line.file_name,
            line.doc_number,
            line.issuer,
            dotted(line.doc_date),
            line.copies,
            line.file_name,
            line.problems,
        )
        for number, line in enumerate(items, 1)
    )
    title = f"{named}{rows.head.programme}总台账"
    values: dict[str, Value] = {
        **head_values(rows.head, title),
        "表题": title,
        "单位": unit or "",
        "截至日期": in_words(rows.head.today),
        "单位数": len(unit_rows),
        "指标数": 0,
        "件数": len({i.item for i in items}),
        "归位数": len(item_rows),
        **_sums(unit_rows),
    }
    indicator_rows = _indicators(rows, slots, _items_of(items), whole=unit is None)
    values["指标数"] = len(indicator_rows)
    tables = {
        "单位": Table(_UNITS, unit_rows),
        "指标": Table(_INDICATORS, indicator_rows),
        "材料": Table(_ITEMS, item_rows),
    }
    known = set(rows.by_code)
    strays = sum(i.indicator not in known for i in items)
    notes = (f"有 {strays} 处材料的位置不在现行指标体系内，只列在材料明细里",) if strays else ()
    return Draft(Filling(values, tables), notes)


def rectification_ledger(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """整改台账: every problem once, the open ones with their delay."""
    wanted = [r for r in rows.rectifications if unit in {None, r.unit}]
    if not wanted:
        return NotNeeded("没有登记过问题")
    table = tuple(
        (
            number,
            r.number,
            r.indicator,
            r.task,
            r.unit,
            r.problem,
            dotted(r.found_on),
            r.found_by,
            r.demand,
            r.measure,
            r.person,
            dotted(r.deadline),
            f"逾期·{r.state}" if r.overdue else r.state,
            dotted(r.done_on),
            dotted(r.closed_on),
            r.evidence,
        )
        for number, r in enumerate(wanted, 1)
    )
    title = f"{unit or rows.head.county}{rows.head.programme}问题清单和整改台账"
    values: dict[str, Value] = {
        **head_values(rows.head, title),
        "表题": title,
        "单位": unit or "",
        "截至日期": in_words(rows.head.today),
        "问题数": len(table),
        "未销号数": sum(r.open for r in wanted),
        "逾期数": sum(r.overdue for r in wanted),
    }
    return Draft(Filling(values, {"问题": Table(_PROBLEMS, table)}))


def _sums(table: tuple[tuple[Value, ...], ...]) -> dict[str, Value]:
    """The column sums of the table of units, by the names that its last row has."""
    whole = {name: place for place, name in enumerate(_UNITS) if name in _SUMMED}
    return {f"{name}合计": sum(int(str(row[p])) for row in table) for name, p in whole.items()}


def _items_of(items: list[ItemLine]) -> dict[str, int]:
    """How many items lie under each indicator, each counted once there."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in items:
        found[line.indicator].add(line.item)
    return {code: len(ids) for code, ids in found.items()}


def _indicators(
    rows: ReportRows, slots: list[SlotLine], items: dict[str, int], *, whole: bool
) -> tuple[tuple[Value, ...], ...]:
    by_code: dict[str, list[SlotLine]] = defaultdict(list)
    for slot in slots:
        by_code[slot.indicator].append(slot)
    table: list[tuple[Value, ...]] = []
    for line in rows.indicators:
        own = by_code.get(line.code, [])
        if not whole and not own:
            continue
        tally = line.tally if whole else total_of(s.tally for s in own)
        wanted = [s for s in own if s.owing] or own
        state = line.state if whole else joined([s.filing.state for s in wanted])
        table.append(
            (
                len(table) + 1,
                line.category,
                line.heading,
                line.statement,
                "、".join(line.leads),
                "、".join(line.participants),
                tally.total,
                tally.covered,
                tally.waiting,
                tally.missing,
                STATE_NAMES[state],
                items.get(line.code, 0),
            )
        )
    return tuple(table)
