"""``juanzong webcheck …``: what was looked up on the web (网络检索记录)."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.note_rows import chosen, read_row, remove_row
from app.cli.opening import open_workspace
from app.cli.output.tables import below_words, simple_table
from app.review.errors import UnitNotNamed
from app.verification.notes import (
    Note,
    add_note,
    alter_note,
    read_notes,
)
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, RESULT_NAMES, Lookup
from app.verification.web_check.targets import find_target, read_targets

Indicator = Annotated[str, typer.Option("--indicator", help="指标编号")]
Task = Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，不填则为网络检索")]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
Number = Annotated[str, typer.Argument(metavar="编号", help="记录的编号，用 webcheck list 查看")]
Result = Annotated[
    str | None,
    typer.Option("--result", help="查到并符合、查到但不符合、没有查到", show_default=False),
]


def list_all(
    workspace: WorkspacePath,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """列出网络检索记录。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            code = opened.facts.framework.indicator(indicator).code if indicator else None
            name = opened.registry().unit(unit).name if unit else None
            with opened.database.reading() as session:
                rows = read_notes(session, LOOKUPS)
        rows = tuple(
            row
            for row in rows
            if code in {None, row.slot.indicator} and name in {None, row.slot.unit}
        )
        table = simple_table(
            *("指标", "责任单位", "网址和编号", "检索内容", "日期", "检索人", "结果"),
            whole=("日期",),
            below="网址和编号",
        )
        for row in rows:
            said = row.said
            table.add_row(
                row.slot.indicator,
                row.slot.unit,
                below_words(said.address, row.id),
                said.sought,
                said.looked_up_on,
                said.looked_up_by,
                RESULT_NAMES[said.result],
            )
        output.table(table)
        output.line(f"共 {len(rows)} 条。")
        output.document([_json(row) for row in rows])


def add(
    workspace: WorkspacePath,
    indicator: Indicator,
    result: Annotated[str, typer.Option("--result", help="查到并符合、查到但不符合、没有查到")],
    address: Annotated[str, typer.Option("--address", help="网址")] = "",
    sought: Annotated[str, typer.Option("--sought", help="检索内容、关键词")] = "",
    day: Annotated[str, typer.Option("--day", help="检索日期，不填则为今天")] = "",
    person: Annotated[str, typer.Option("--person", help="检索人，不填则为现在的使用人")] = "",
    note: Annotated[str, typer.Option("--note", help="说明")] = "",
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            help="答复检索清单的这一条，编号见 targets list；网址、内容不填则照清单",
            show_default=False,
        ),
    ] = None,
    task: Task = LOOKUPS.method,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """记一条网络检索：网址、检索内容、日期、检索人、结果。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = unit or opened.facts.unit_name
        if not named:
            raise UnitNotNamed
        database = opened.database
        if target is not None:
            with opened.reading() as session:
                line = find_target(read_targets(session), target)
            address, sought = address or line.said.address, sought or line.said.shows
        said = Lookup(
            address,
            sought,
            day or database.now().astimezone().date().isoformat(),
            person or database.actor,
            chosen(RESULT_NAMES, result),
            note,
            target,
        )
        number = add_note(opened, LOOKUPS, Slot(named, indicator, task), said)
        row = read_row(opened, LOOKUPS, number)
        output.line(f"已记下，编号 {number}。")
        output.document(_json(row))


def edit(
    workspace: WorkspacePath,
    number: Number,
    address: Annotated[
        str | None, typer.Option("--address", help="网址", show_default=False)
    ] = None,
    sought: Annotated[
        str | None, typer.Option("--sought", help="检索内容、关键词", show_default=False)
    ] = None,
    result: Result = None,
    day: Annotated[str | None, typer.Option("--day", help="检索日期", show_default=False)] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="检索人", show_default=False)
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="说明", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """修改一条网络检索记录；只改写明的各栏。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        before = read_row(opened, LOOKUPS, number).said
        given = {
            "address": address,
            "sought": sought,
            "looked_up_on": day,
            "looked_up_by": person,
            "result": chosen(RESULT_NAMES, result) if result is not None else None,
            "note": note,
        }
        changes: dict[str, Any] = {name: new for name, new in given.items() if new is not None}
        alter_note(opened, LOOKUPS, number, replace(before, **changes))
        row = read_row(opened, LOOKUPS, number)
        output.line("已修改。")
        output.document(_json(row))


def remove(
    workspace: WorkspacePath,
    number: Number,
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的记录")] = False,
    as_json: AsJson = False,
) -> None:
    """移除一条网络检索记录，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        remove_row(output, opened, LOOKUPS, number, restore=restore)


def _json(row: Note[Lookup]) -> dict[str, Any]:
    said = row.said
    return {
        "id": row.id,
        "indicator": row.slot.indicator,
        "task": row.slot.task_code,
        "unit": row.slot.unit,
        "by_office": row.by_office,
        "address": said.address,
        "sought": said.sought,
        "day": said.looked_up_on,
        "person": said.looked_up_by,
        "result": said.result.value,
        "note": said.note,
        "target": said.target,
    }
