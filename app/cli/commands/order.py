"""``order``: in which order what lies under a task is bound."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.naming import named_items
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.evidence.arrangements import USUAL, Arrangement, BindingMode
from app.evidence.arranging import arrange, read_order
from app.evidence.errors import ItemUnknown
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey
from app.names.evidence import BINDING_MODE_NAMES
from app.terms import task_heading
from app.workspace.opening import Workspace


def order(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[
        str | None,
        typer.Option(
            "--method", "--task", help="核验方式或任务；不写则这项指标的全部", show_default=False
        ),
    ] = None,
    by: Annotated[
        BindingMode | None,
        typer.Option(
            "--by",
            help="points 按要点和单位、date 按日期、hand 手工排定（次序用 --item）",
            show_default=False,
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            help="手工排定的次序，一件一个，写编号；没写到的排在后面",
            show_default=False,
        ),
    ] = None,
    first: Annotated[
        list[str] | None,
        typer.Option("--first", help="重点材料，排在最前，写编号，可重复", show_default=False),
    ] = None,
    lock: Annotated[
        bool | None,
        typer.Option(
            "--lock/--unlock", help="锁定：顺序不再变，以后新增的排在最后", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """装订顺序：列出；或由创建办按日期、手工排定，重点材料排前，锁定。"""
    changes = by is not None or item or first is not None or lock is not None
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=not changes) as opened,
    ):
        framework = opened.facts.framework
        code = framework.indicator(indicator).code
        chosen = framework.find_task(code, method).code if method else None
        tasks = [
            TaskKey(code, task.code)
            for task in framework.indicator(code).tasks
            if chosen in {None, task.code}
        ]
        if changes:
            ordered = named_items(opened, item or ())
            keys = None if first is None else named_items(opened, first)
            arrange(opened, _wanted(opened, tasks, by, ordered, keys, lock=lock))
        bound, rows = _read(opened)
        arrangements = bound.arrangements
        table = simple_table("指标", "核验方式", "顺序", "编号", "责任单位", "日期", "题名")
        document = []
        for task in tasks:
            arranged = arrangements.get(task, USUAL)
            name = framework.task_name(*task)
            for place, row in enumerate((r for r in rows if r.task == task), 1):
                shown = "重点" if row.placement in arranged.first else str(place)
                table.add_row(code, name, shown, row.number, row.unit, row.doc_date, row.title)
                document.append(
                    {
                        "task": str(task),
                        "place": place,
                        "number": row.number,
                        "item": row.item,
                        "key_document": row.placement in arranged.first,
                    }
                )
            locked = "，已锁定" if arranged.locked else ""
            output.line(
                f"{task_heading(code, name)}：{BINDING_MODE_NAMES[arranged.mode]}{locked}", "bold"
            )
        output.table(table)
        output.document(
            {
                "orders": [
                    {"task": str(task), **arrangements.get(task, USUAL).stored()} for task in tasks
                ],
                "items": document,
            }
        )


def _read(opened: Workspace) -> tuple[BindingOrder, tuple[FiledRow, ...]]:
    registry = opened.registry()
    with opened.database.reading() as session:
        order = read_order(session, opened.facts.framework, registry)
        return order, list_filed(session, order)


def _wanted(
    opened: Workspace,
    tasks: Sequence[TaskKey],
    by: BindingMode | None,
    items: Sequence[str],
    first: Sequence[str] | None,
    *,
    lock: bool | None,
) -> dict[TaskKey, Arrangement]:
    """The new arrangements. Raises ``ItemUnknown`` if an item lies at none of the tasks."""
    order, rows = _read(opened)
    here = [row for row in rows if row.task in tasks]
    for named in (*items, *(first or ())):
        if not any(row.item == named for row in here):
            raise ItemUnknown(named)
    wanted = {}
    for task in tasks:
        own = [row for row in here if row.task == task]
        arranged = order.arrangements.get(task, USUAL)
        if first is not None:
            arranged = replace(arranged, first=_placements(own, first))
        if by is not None:
            arranged = replace(arranged, mode=by)
        if items:
            arranged = replace(arranged, mode=BindingMode.HAND, by_hand=_placements(own, items))
        if lock:
            arranged = order.locked(own, task, arranged)
        elif lock is not None:
            arranged = replace(arranged, locked=False)
        wanted[task] = arranged
    return wanted


def _placements(rows: Sequence[FiledRow], items: Sequence[str]) -> tuple[str, ...]:
    places: dict[str, str] = {row.item: row.placement for row in reversed(rows)}
    return tuple(places[item] for item in dict.fromkeys(items) if item in places)
