"""``juanzong site …``: the places that inspectors visit, and their check lists (核验现场)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.note_rows import chosen, read_row, remove_row
from app.cli.opening import open_workspace
from app.cli.output.tables import below_words, simple_table
from app.framework.keys import TaskKey
from app.review.errors import UnitNotNamed
from app.verification.errors import NoteField, NoteIncomplete
from app.verification.notes import (
    Note,
    add_note,
    alter_note,
    read_note,
    read_notes,
)
from app.verification.site_check.errors import CheckUnknown
from app.verification.site_check.proposing import proposed_checks
from app.verification.site_check.sites import (
    READINESS_NAMES,
    SITES,
    Check,
    Site,
    SiteTask,
    copied,
    on_route,
    tally_of,
)
from app.verification.slots import Slot
from app.workspace.opening import Workspace

Number = Annotated[str, typer.Argument(metavar="编号", help="现场的编号，用 site list 查看")]
Task = Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，不填则为实地核验")]
Indicators = Annotated[
    list[str] | None,
    typer.Option("--indicator", help="为哪项指标的核验服务，可以写几次", show_default=False),
]


def list_all(
    workspace: WorkspacePath,
    number: Annotated[
        str, typer.Argument(metavar="[编号]", help="只看这一处现场和它的检查清单")
    ] = "",
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """列出核验现场，或一处现场的检查清单。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            code = opened.facts.framework.indicator(indicator).code if indicator else None
            registry = opened.registry()
            name = registry.unit(unit).name if unit else None
            with opened.database.reading() as session:
                found: Sequence[Note[Site]] = read_notes(session, SITES)
                if number:
                    found = [read_note(session, SITES, number)]
        rows = [
            row
            for row in on_route(found, registry)
            if (code is None or code in {each.task.indicator for each in row.said.tasks})
            and name in {None, row.slot.unit}
        ]
        if number:
            output.table(_checks_table(rows[0].said) if rows else _sites_table([]))
        else:
            output.table(_sites_table(rows))
        tally = tally_of(row.said for row in rows)
        output.line(f"现场 {tally.sites} 处，清单 {tally.checks} 项，已准备 {tally.ready} 项。")
        output.document([_json(row) for row in rows])


def add(
    workspace: WorkspacePath,
    name: Annotated[str, typer.Option("--name", help="现场名称，如 政务服务大厅")],
    indicator: Annotated[
        list[str], typer.Option("--indicator", help="为哪项指标的核验服务，可以写几次")
    ],
    address: Annotated[str, typer.Option("--address", help="地址")] = "",
    person: Annotated[str, typer.Option("--person", help="负责人")] = "",
    phone: Annotated[str, typer.Option("--phone", help="电话")] = "",
    hours: Annotated[str, typer.Option("--hours", help="开放时间")] = "",
    route: Annotated[int, typer.Option("--route", help="路线顺序，0 为没有排")] = 0,
    propose: Annotated[
        bool, typer.Option("--propose", help="检查清单按指标要求的建议先拟好")
    ] = False,
    task: Task = SITES.method,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """登记一处核验现场：名称、地址、负责人、电话、开放时间。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = unit or opened.facts.unit_name
        if not named:
            raise UnitNotNamed
        tasks = _tasks(opened, indicator, task)
        served = tuple(SiteTask(key, _proposed(opened, key) if propose else ()) for key in tasks)
        said = Site(name, address, person, phone, hours, route, served)
        place = Slot(named, tasks[0].indicator, tasks[0].task_code)
        number = add_note(opened, SITES, place, said)
        output.line(f"已登记，编号 {number}。")
        output.document(_json(read_row(opened, SITES, number)))


def edit(
    workspace: WorkspacePath,
    number: Number,
    name: Annotated[str | None, typer.Option("--name", help="名称", show_default=False)] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="地址", show_default=False)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="负责人", show_default=False)
    ] = None,
    phone: Annotated[str | None, typer.Option("--phone", help="电话", show_default=False)] = None,
    hours: Annotated[
        str | None, typer.Option("--hours", help="开放时间", show_default=False)
    ] = None,
    route: Annotated[
        int | None, typer.Option("--route", help="路线顺序，0 为没有排", show_default=False)
    ] = None,
    indicator: Indicators = None,
    task: Task = SITES.method,
    as_json: AsJson = False,
) -> None:
    """修改一处核验现场；只改写明的各栏。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        before = read_row(opened, SITES, number).said
        given: dict[str, Any] = {
            "name": name,
            "location": address,
            "in_charge": person,
            "phone": phone,
            "hours": hours,
            "route": route,
        }
        changes = {field: new for field, new in given.items() if new is not None}
        if indicator:
            changes["tasks"] = tuple(
                SiteTask(key, before.checks_of(key)) for key in _tasks(opened, indicator, task)
            )
        alter_note(opened, SITES, number, replace(before, **changes))
        output.line("已修改。")
        output.document(_json(read_row(opened, SITES, number)))


def remove(
    workspace: WorkspacePath,
    number: Number,
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的现场")] = False,
    as_json: AsJson = False,
) -> None:
    """移除一处核验现场，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        remove_row(output, opened, SITES, number, restore=restore)


def check(
    workspace: WorkspacePath,
    number: Number,
    indicator: Annotated[str, typer.Option("--indicator", help="为哪项指标的清单")],
    propose: Annotated[
        bool, typer.Option("--propose", help="列出按指标要求的建议，不改动清单")
    ] = False,
    adopt: Annotated[bool, typer.Option("--adopt", help="采用建议：添上清单里没有的项目")] = False,
    source: Annotated[
        str | None,
        typer.Option("--from", help="从这一处现场复制清单里没有的项目", show_default=False),
    ] = None,
    line: Annotated[int, typer.Option("--line", help="修改清单的第几项，0 为添加一项")] = 0,
    item: Annotated[str | None, typer.Option("--item", help="检查项目", show_default=False)] = None,
    see: Annotated[str | None, typer.Option("--see", help="看什么", show_default=False)] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="已准备、准备中、未准备", show_default=False)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="责任人", show_default=False)
    ] = None,
    remark: Annotated[str | None, typer.Option("--remark", help="备注", show_default=False)] = None,
    drop: Annotated[int, typer.Option("--drop", help="删去清单的第几项")] = 0,
    task: Task = SITES.method,
    as_json: AsJson = False,
) -> None:
    """检查清单：按指标要求提出建议、采用、添加、修改、删除，或从另一处现场复制。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        (key,) = _tasks(opened, [indicator], task)
        before = read_row(opened, SITES, number).said
        checks = list(before.checks_of(key))
        offered = copied(_proposed(opened, key), checks)
        if propose:
            table = simple_table("检查项目", "看什么")
            for each in offered:
                table.add_row(each.item, each.look_for)
            output.table(table)
            output.line(f"建议 {len(offered)} 项，用 --adopt 采用。")
            output.document([{"item": c.item, "look_for": c.look_for} for c in offered])
            return
        if adopt:
            checks += offered
        if source is not None:
            checks += copied(read_row(opened, SITES, source).said.checks_of(key), checks)
        given: dict[str, Any] = {
            "item": item,
            "look_for": see,
            "state": chosen(READINESS_NAMES, state) if state is not None else None,
            "person": person,
            "remark": remark,
        }
        changes = {field: new for field, new in given.items() if new is not None}
        if changes and line:
            place = _place(checks, line)
            checks[place] = replace(checks[place], **changes)
        elif changes:
            if not item:
                raise NoteIncomplete(NoteField("item"))
            checks.append(Check(**changes))
        if drop:
            del checks[_place(checks, drop)]
        alter_note(opened, SITES, number, before.with_checks(key, checks))
        after = read_row(opened, SITES, number)
        output.table(_checks_table(after.said))
        output.document(_json(after))


def _tasks(workspace: Workspace, indicators: Sequence[str], task: str) -> tuple[TaskKey, ...]:
    framework = workspace.facts.framework
    codes = [framework.indicator(indicator).code for indicator in indicators]
    found = (TaskKey(code, framework.find_task(code, task).code) for code in codes)
    return tuple(dict.fromkeys(found))


def _proposed(workspace: Workspace, key: TaskKey) -> tuple[Check, ...]:
    framework = workspace.facts.framework
    requirement = framework.task(*key).requirement
    return proposed_checks(requirement, framework.indicator(key.indicator).statement)


def _place(checks: Sequence[Check], line: int) -> int:
    if not 1 <= line <= len(checks):
        raise CheckUnknown(line, len(checks))
    return line - 1


def _sites_table(rows: Sequence[Note[Site]]) -> Any:  # noqa: ANN401 (Rich's table)
    table = simple_table(
        *("路线", "现场和编号", "责任单位", "指标", "负责人", "电话", "已准备"),
        whole=("路线", "已准备"),
        below="现场和编号",
    )
    for row in rows:
        said, tally = row.said, tally_of([row.said])
        table.add_row(
            str(said.route or ""),
            below_words(said.name, row.id),
            row.slot.unit,
            "、".join(each.task.indicator for each in said.tasks),
            said.in_charge,
            said.phone,
            f"{tally.ready}/{tally.checks}",
        )
    return table


def _checks_table(site: Site) -> Any:  # noqa: ANN401 (Rich's table)
    table = simple_table(
        *("指标", "序号", "检查项目", "看什么", "准备情况", "责任人", "备注"),
        whole=("指标", "序号", "准备情况"),
    )
    for served in site.tasks:
        for number, one in enumerate(served.checks, 1):
            table.add_row(
                served.task.indicator,
                str(number),
                one.item,
                one.look_for,
                READINESS_NAMES[one.state],
                one.person,
                one.remark,
            )
    return table


def _json(row: Note[Site]) -> dict[str, Any]:
    said = row.said
    return {
        "id": row.id,
        "unit": row.slot.unit,
        "by_office": row.by_office,
        "name": said.name,
        "address": said.location,
        "person": said.in_charge,
        "phone": said.phone,
        "hours": said.hours,
        "route": said.route,
        "tasks": [
            {
                "indicator": each.task.indicator,
                "task": each.task.task_code,
                "checks": [
                    {
                        "item": one.item,
                        "look_for": one.look_for,
                        "state": one.state.value,
                        "person": one.person,
                        "remark": one.remark,
                    }
                    for one in each.checks
                ],
            }
            for each in said.tasks
        ],
    }
