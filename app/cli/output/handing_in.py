"""How what would be handed in is printed: in words, and as JSON with stable English keys."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.cli.output.console import Output
from app.evidence.listing import FiledRow
from app.exchange.handing_in import LeftOut, SlotOutlook
from app.names.completeness import describe_point
from app.names.problems import describe_problem
from app.names.sentence import Sentence
from app.terms import task_heading


def show_handing_in(output: Output, slots: Sequence[SlotOutlook], left: LeftOut) -> None:
    """Print each slot with what is wrong or missing, the sum, and what is owed beside that."""
    for line in slots:
        head = task_heading(line.slot.indicator, line.task, f"{len(line.items)} 件")
        output.line(head, "bold")
        for row in line.broken:
            output.line(f"  不能印成页面　{_named(row)}　{_reason(row)}", "red")
        _list(output, "题名还是文件名", line.unnamed)
        _list(output, "还没有核对", line.unconfirmed)
        if line.returned:
            output.line(f"  退回后还没有改　{line.returned} 处", "red")
        for point in line.exempt:
            output.line(f"  要点{point.point.number}　{describe_point(point)}")
        for point in line.missing:
            there = describe_point(point)
            more = f"（{there}）" if there else ""
            output.line(f"  还缺　要点{point.point.number}　{point.point.text}{more}", "yellow")
    wrong = sum(not line.sound for line in slots)
    lacking = sum(bool(line.missing) for line in slots)
    items = len({row.item for line in slots for row in line.items})
    told = f"，其中 {wrong} 处有问题" if wrong else ""
    told += f"，{lacking} 处还缺要点" if lacking else ""
    output.line(f"将报送 {len(slots)} 处、{items} 件{told}。没有报送。", "bold")
    beside = [f"退回还没有改 {left.returned} 处"] if left.returned else []
    beside += [f"还没有材料的要点 {left.points} 个"] if left.points else []
    if beside:
        output.line(f"不在这次报送里：{'，'.join(beside)}。", "yellow")
    output.document([_json(line) for line in slots])


def _list(output: Output, what: str, rows: Iterable[FiledRow]) -> None:
    for row in rows:
        output.line(f"  {what}　{_named(row)}", "yellow")


def _named(row: FiledRow) -> str:
    return f"{row.number}《{row.title or row.file_name}》"


def _reason(row: FiledRow) -> str:
    problem = next((p for p in row.problems if p.blocking), None)
    told: Sentence | str = describe_problem(problem) if problem is not None else ""
    return str(told)


def _json(line: SlotOutlook) -> dict[str, Any]:
    def items(rows: Iterable[FiledRow]) -> list[str]:
        return [row.item for row in rows]

    return {
        "slot": str(line.slot),
        "indicator": line.slot.indicator,
        "task": line.task,
        "items": items(line.items),
        "broken": items(line.broken),
        "file_name_for_title": items(line.unnamed),
        "unconfirmed": items(line.unconfirmed),
        "missing_points": [point.point.number for point in line.missing],
        "returned": line.returned,
    }
