"""What ``juanzong review`` prints, for people and as JSON with stable English keys."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.framework.keys import SlotKey
from app.names.review import (
    DECISION_NAMES,
    RETURNED_WITH_NAMES,
    STAGE_NAMES,
    STANDING_NAMES,
    describe_difference,
    describe_rows,
)
from app.review.basis import Difference
from app.review.board import Board, SlotRow, ToolHolding
from app.review.listing import ItemLine, ReturnedRow, SlotDetail
from app.review.states import WAITING
from app.review.vocabulary import SlotStage
from app.terms import task_heading

Json = dict[str, Any]


def show_rows(output: Output, rows: Sequence[SlotRow]) -> None:
    """Print slots as a table."""
    table = simple_table("指标", "核验方式", "责任单位", "状态", "件数", "次", "变化", "原因")
    for row in rows:
        table.add_row(
            row.slot.indicator,
            row.task,
            row.unit,
            STAGE_NAMES[row.stage],
            "、".join(filter(None, (str(row.items or "" if row.tools else row.items), _held(row)))),
            str(row.round or ""),
            describe_difference(row.since),
            row.reasons,
        )
    output.table(table)


def totals(board: Board) -> str:
    """All slots counted by stage, as one sentence."""
    counts = (f"{name} {board.counts.get(stage, 0)}" for stage, name in STAGE_NAMES.items())
    return f"{len(board.rows)} 处材料（一处即一个单位在一项任务下的）：{'，'.join(counts)}。"


def told_of_end(stage: SlotStage) -> str:
    """Say what a slot came to if its last part was judged; "" if it still waits."""
    return "" if stage in WAITING else f"这一处已审完：{STAGE_NAMES[stage]}。"


def show_slot(output: Output, detail: SlotDetail) -> None:
    """Print everything about one slot."""
    row = detail.row
    head = task_heading(row.slot.indicator, row.task, row.unit)
    output.line(f"{head}　{STAGE_NAMES[row.stage]}", "bold")
    if row.reasons:
        output.line(f"退回原因：{row.reasons}", "red")
    if row.since:
        output.line(f"之后有变化：{describe_difference(row.since)}", "yellow")
    for point in detail.points:
        verdict = f"（{DECISION_NAMES[point.decision]}）" if point.decision else ""
        output.line(f"  {point.number}. {point.text}{verdict}{point.reasons}")
        for line in detail.items:
            if line.point == point.number:
                output.line(f"     {_item_words(line)}")
    for line in detail.items:
        if line.point is None:
            where = "整项" if line.mark else "工具" if line.tool else "未归要点"
            output.line(f"  {where} {_item_words(line)}")
    numbers = {line.item: _named(line) for line in detail.items}
    for past in detail.history:
        what = DECISION_NAMES[past.decision] if past.decision else f"第 {past.round} 次报送"
        if past.rest:
            what = "其余通过"
        about = f"要点{past.point}" if past.point else ""
        if past.item:
            about = numbers.get(past.item, "") or "一件材料"
        told = (moment(past.at), past.by, about, what, past.reasons)
        output.line(f"  {' '.join(filter(None, told))}", "dim")
    output.document(
        {
            **row_json(row),
            "requirement": detail.requirement,
            "points": [
                {
                    "number": p.number,
                    "text": p.text,
                    "decision": p.decision.value if p.decision else None,
                    "reasons": p.reasons,
                    "changed": p.changed,
                }
                for p in detail.points
            ],
            "items": [
                {
                    "item": i.item,
                    "number": i.number,
                    "point": i.point,
                    "title": i.title,
                    "standing": i.standing.value,
                    "returned_with": i.returned_with.value if i.returned_with else None,
                    "reasons": i.reasons,
                    "not_applicable": i.mark,
                    "tool": _tool_json(i.tool) if i.tool else None,
                    "answer": i.answer,
                    "versions": [i.versions.before, i.versions.now] if i.versions else None,
                }
                for i in detail.items
            ],
            "history": [
                {
                    "at": moment(h.at),
                    "by": h.by,
                    "round": h.round,
                    "decision": h.decision.value if h.decision else None,
                    "point": h.point,
                    "item": h.item,
                    "reasons": h.reasons,
                    "by_office": h.by_office,
                    "rest": h.rest,
                }
                for h in detail.history
            ],
        }
    )


def _item_words(line: ItemLine) -> str:
    told = f"：{line.reasons}" if line.reasons else ""
    told += f"；改动说明：{line.answer}" if line.answer else ""
    name = f"{line.number}《{line.title}》" if line.is_file else _named(line)
    more = line.returned_with
    standing = STANDING_NAMES[line.standing] if more is None else RETURNED_WITH_NAMES[more]
    return f"{name}（{standing}{told}）"


def _named(line: ItemLine) -> str:
    """What a part of a slot is called in short."""
    if line.tool is not None:
        return tool_words(line.tool)
    return f"不涉及：{line.title}" if line.mark else line.number


def tool_words(tool: ToolHolding) -> str:
    """What a method tool holds: 网络检索记录 4 条."""
    return describe_rows(tool.table, tool.count, tool.title)


def _held(row: SlotRow) -> str:
    return "、".join(map(tool_words, row.tools))


def _tool_json(tool: ToolHolding) -> Json:
    return {"table": tool.table, "kind": tool.kind, "title": tool.title, "rows": tool.count}


def row_json(row: SlotRow) -> Json:
    """A slot in lists."""
    return {
        **slot_json(row.slot, row.unit),
        "state": row.stage.value,
        "items": row.items,
        "not_applicable": row.marks,
        "tools": [_tool_json(tool) for tool in row.tools],
        "items_returned": row.returned,
        "items_open": row.open,
        "lead": row.lead,
        "owing": row.owes,
        "round": row.round,
        "submitted_at": moment(row.submitted_at),
        "decided_at": moment(row.decided_at),
        "decided_by": row.decided_by,
        "reasons": row.reasons,
        "since": _since_json(row.since),
        "review": row.decision,
    }


def slot_json(slot: SlotKey, unit: str) -> Json:
    """What names a slot."""
    return {"indicator": slot.indicator, "task": slot.task_code, "unit": unit}


def matrix_json(board: Board) -> Json:
    """Every cell of the matrix that has slots."""
    return {
        "indicators": list(board.indicators),
        "units": list(board.units),
        "counts": {stage.value: count for stage, count in board.counts.items()},
        "cells": [
            {
                "indicator": cell.indicator,
                "unit": cell.unit,
                "state": cell.stage.value,
                "items": cell.items,
                "lead": cell.lead,
                "owing": cell.owes,
                "counts": {stage.value: count for stage, count in cell.counts.items()},
            }
            for cell in board.cells.values()
        ],
    }


def returned_json(row: ReturnedRow) -> Json:
    """Something that came back, and why."""
    return {
        **slot_json(row.slot, row.unit),
        "point": row.point,
        "item": row.item,
        "number": row.number,
        "title": row.title,
        "tool": _tool_json(row.tool) if row.tool else None,
        "reasons": row.reasons,
        "answer": row.answer,
        "decided_by": row.decided_by,
        "decided_at": moment(row.decided_at),
        "reworked": row.reworked,
        "review": row.decision,
    }


def moment(at: datetime | None) -> str:
    """A moment as the clock on the wall shows it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at is not None else ""


def _since_json(since: Difference) -> Json:
    return {
        "added": list(since.added),
        "removed": list(since.removed),
        "changed": list(since.changed),
        "moved": list(since.moved),
        "not_applicable": list(since.marks),
        "tools": [
            {
                "table": change.table,
                "kind": change.kind,
                "title": change.title,
                "before": change.before,
                "after": change.after,
            }
            for change in since.rows
        ],
    }
