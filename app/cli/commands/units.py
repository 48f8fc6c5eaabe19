"""``units``: the county's units and the groups that the indicator set leaves to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.wording.workspace import describe_bad_line, describe_unit_change
from app.workspace.opening import Workspace
from app.workspace.unit_editing import change_units
from app.workspace.unit_ids import unit_id
from app.workspace.unit_lists import Merged, merge_list, read_unit_file
from app.workspace.unit_state import BadLine, RegistryState, UnitChange, UnitState, changes_between
from app.workspace.unit_store import read_state

UnitName = Annotated[str, typer.Argument(metavar="单位", help="单位的名称或别名")]


def show(
    workspace: WorkspacePath,
    add: Annotated[
        list[str] | None, typer.Option("--add", help="登记一个单位，可重复", show_default=False)
    ] = None,
    group: Annotated[
        str | None, typer.Option(help="要填写的单位集合，如 县直各单位", show_default=False)
    ] = None,
    members: Annotated[
        list[str] | None,
        typer.Option("--member", help="集合的成员单位，可重复；将替换原有成员", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看责任单位和单位集合，登记单位，填写集合的成员。"""
    with command(as_json=as_json) as output:
        changing = bool(add or group)
        with open_workspace(workspace, read_only=not changing) as opened:
            if changing:
                county = opened.facts.county

                def change(state: RegistryState) -> RegistryState:
                    for name in add or []:
                        state = state.adding(UnitState(unit_id(county, name), name))
                    if group:
                        state = state.filling(group, [state.named(m).id for m in members or []])
                    return state

                change_units(opened, change)
            _show(opened, output)


def import_list(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="名单", help="xlsx 表格、CSV 或文本")],
    groups: Annotated[
        list[str] | None,
        typer.Option(
            "--group", help="名单没有写明集合时加入哪个单位集合，可重复", show_default=False
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="名单就是这些集合的全部成员，不在名单里的退出集合")
    ] = False,
    preview: Annotated[bool, typer.Option("--preview", help="只列出变化，不改动")] = False,
    as_json: AsJson = False,
) -> None:
    """导入单位名单：列有名称、别名、单位集合、联络人、电话的表格，或每行一个单位。"""
    with command(as_json=as_json) as output:
        entries = read_unit_file(file)
        bad: list[BadLine] = []

        def merged(state: RegistryState, county: str) -> Merged:
            names = tuple(state.group(name).name for name in groups or ())
            return merge_list(state, entries, county, names, whole=whole)

        with open_workspace(workspace, read_only=preview) as opened:
            county = opened.facts.county
            if preview:
                with opened.database.reading() as session:
                    before = read_state(session)
                found = merged(before, county)
                bad += found.bad
                changes = changes_between(before, found.state)
            else:

                def change(state: RegistryState) -> RegistryState:
                    found = merged(state, county)
                    bad.extend(found.bad)
                    return found.state

                changes = change_units(opened, change).changes
        _tell(output, changes, bad, applied=not preview)
        output.line(
            f"名单共 {len(entries)} 个单位，变化 {len(changes)} 处，{len(bad)} 行没有采用。"
        )
        if bad:
            raise typer.Exit(1)


def group(
    workspace: WorkspacePath,
    name: Annotated[str, typer.Argument(metavar="单位集合", help="如 各乡（镇、街道）")],
    add: Annotated[
        list[str] | None, typer.Option("--add", help="加入一个单位，可重复", show_default=False)
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", help="退出一个单位，可重复", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看一个单位集合的成员，加入或退出单位。"""
    with command(as_json=as_json) as output:

        def change(state: RegistryState) -> RegistryState:
            for unit in add or []:
                state = state.joining(state.named(unit).id, name)
            out = {state.named(unit).id for unit in remove or []}
            return state.filling(name, [m for m in state.group(name).members if m not in out])

        with open_workspace(workspace, read_only=not (add or remove)) as opened:
            changes = change_units(opened, change).changes if add or remove else ()
            with opened.database.reading() as session:
                state = read_state(session)
        found = state.group(name)
        present = [state.unit(m) for m in found.members]
        members = [u.name for u in present if u.retired_at is None]
        for each in changes:
            output.line(describe_unit_change(each))
        output.line(f"{found.name}：{'、'.join(members) or '（尚未填写）'}")
        output.document({"name": found.name, "members": members, "changes": _json(changes)})


def rename(
    workspace: WorkspacePath,
    unit: UnitName,
    name: Annotated[str, typer.Argument(metavar="新名称", help="原名称留作别名")],
    as_json: AsJson = False,
) -> None:
    """给单位改名；原名称留作别名，旧文件里的写法仍然认得。"""
    _change(workspace, lambda s: s.renaming(s.named(unit).id, name), as_json=as_json)


def alias(
    workspace: WorkspacePath,
    unit: UnitName,
    add: Annotated[
        list[str] | None, typer.Option("--add", help="增加别名，可重复", show_default=False)
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", help="去掉别名，可重复", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """增加或去掉单位的别名。"""

    def change(state: RegistryState) -> RegistryState:
        found = state.named(unit)
        kept = [a for a in found.aliases if a not in (remove or [])]
        return state.aliasing(found.id, [*kept, *(add or [])])

    _change(workspace, change, as_json=as_json)


def retire(workspace: WorkspacePath, unit: UnitName, as_json: AsJson = False) -> None:
    """停用单位：它的材料都保留，只是不再列为责任单位。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        at = opened.database.now()
        turn = change_units(opened, lambda s: s.retiring(s.named(unit).id, at))
        _tell(output, turn.changes, (), applied=True)


def revive(workspace: WorkspacePath, unit: UnitName, as_json: AsJson = False) -> None:
    """恢复使用停用的单位。"""
    _change(workspace, lambda s: s.reviving(s.named(unit).id), as_json=as_json)


def _change(
    workspace: Path, change: Callable[[RegistryState], RegistryState], *, as_json: bool
) -> None:
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        _tell(output, change_units(opened, change).changes, (), applied=True)


def _tell(
    output: Output,
    changes: tuple[UnitChange, ...],
    bad: list[BadLine] | tuple[BadLine, ...],
    *,
    applied: bool,
) -> None:
    for change in changes:
        output.line(describe_unit_change(change))
    for line in bad:
        output.line(describe_bad_line(line), "yellow")
    output.document(
        {
            "applied": applied,
            "changes": _json(changes),
            "bad_lines": [{"line": b.line, "text": b.text, "reason": b.trouble.value} for b in bad],
        }
    )


def _json(changes: tuple[UnitChange, ...]) -> list[dict[str, Any]]:
    return [{"kind": c.kind.value, "name": c.name, "detail": c.detail} for c in changes]


def _show(opened: Workspace, output: Output) -> None:
    registry = opened.registry()
    table = simple_table("责任单位", "其他写法", "指标数")
    for unit in registry.units:
        count = len(registry.indicators_of(unit.name))
        table.add_row(unit.name, "、".join(unit.aliases), str(count))
    output.table(table)
    for each in registry.groups:
        output.line(f"{each.name}：{'、'.join(each.members) or '（尚未填写）'}")
    output.document(
        {
            "units": [
                {
                    "name": u.name,
                    "aliases": list(u.aliases),
                    "indicators": sorted(registry.indicators_of(u.name)),
                }
                for u in registry.units
            ],
            "groups": [{"name": g.name, "members": list(g.members)} for g in registry.groups],
        }
    )
