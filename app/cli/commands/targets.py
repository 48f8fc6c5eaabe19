"""``juanzong targets …``: what is to be looked up on the web, and what it must show (检索清单)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy.orm import Session

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.console import Output
from app.cli.output.tables import below_words, simple_table
from app.framework.listed import listed_indicators
from app.names.verification import VALUES
from app.names.verification.web_check import describe_standing
from app.verification.notes import read_notes
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS
from app.verification.web_check.proposals import proposals
from app.verification.web_check.standing import (
    Found,
    bound_units,
    found_by,
    standing_of,
    state_of,
    total_of,
)
from app.verification.web_check.target_file import write_targets
from app.verification.web_check.target_lists import read_file
from app.verification.web_check.targets import (
    METHOD,
    TargetLine,
    TargetsAdded,
    TargetSaid,
    add_targets,
    alter_target,
    find_target,
    read_targets,
    restore_targets,
    withdraw_targets,
)
from app.workspace.opening import Workspace

_STATES = VALUES["web_targets"]
Indicator = Annotated[str, typer.Option("--indicator", help="指标编号")]
Task = Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，不填则为网络检索")]
ForUnit = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；创建办不填则为任务的全部责任单位", show_default=False),
]
Number = Annotated[str, typer.Argument(metavar="编号", help="清单行的编号，用 targets list 查看")]


def list_all(
    workspace: WorkspacePath,
    indicator: OnlyIndicator = None,
    unit: OnlyUnit = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="写成 .xlsx 文件，可以打印", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出检索清单，每条查到了没有。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        registry = opened.registry()
        code = opened.facts.framework.indicator(indicator).code if indicator else None
        named = unit or opened.facts.unit_name
        name = registry.unit(named).name if named else ""
        with opened.reading() as session:
            lines, found = _read(session)
        shown = [
            line
            for line in lines
            if code in {None, line.slot.indicator}
            and (not name or name in bound_units(registry, line))
        ]
        if out is not None:
            write_targets(out, shown, found, registry, name)
        table = simple_table("指标", "责任单位", "要看到什么、网址和编号", "情况")
        standings = []
        for line in shown:
            units = [name] if name else list(bound_units(registry, line))
            standing = standing_of([line], found, units)
            standings.append(standing)
            one = _STATES[state_of(line, found, units[0])] if len(units) == 1 else ""
            table.add_row(
                line.slot.indicator,
                line.slot.unit or "全部",
                below_words(line.said.shows, f"{line.said.address or '网址待查'}\n{line.id}"),
                one or f"{standing.done}/{standing.total} 个单位已检索",
            )
        total = total_of(standings)
        output.table(table)
        output.line(describe_standing(*total.told, lines=len(shown)) + "。")
        if out is not None:
            output.line(f"已写入 {out}")
        output.document(
            {
                "total": total.total,
                "looked_up": total.done,
                "contradicted": total.contradicted,
                "nothing": total.nothing,
                "lines": [
                    _json(
                        line,
                        {
                            each: state_of(line, found, each).value
                            for each in bound_units(registry, line)
                            if name in {"", each}
                        },
                    )
                    for line in shown
                ],
            }
        )


def add(
    workspace: WorkspacePath,
    indicator: Indicator,
    shows: Annotated[str, typer.Option("--shows", help="要看到什么")],
    address: Annotated[str, typer.Option("--address", help="网址，可不填")] = "",
    task: Task = METHOD,
    unit: ForUnit = None,
    as_json: AsJson = False,
) -> None:
    """在检索清单上加一条：网址和要看到什么。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        slot = Slot(_unit(opened, unit), indicator, task)
        _tell_added(output, [add_targets(opened, slot, [TargetSaid(address, shows)])])


def import_list(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx、csv 或文本")],
    indicator: Annotated[
        str, typer.Option("--indicator", help="文件里没有“指标”一列时，归到这项指标")
    ] = "",
    task: Task = METHOD,
    unit: ForUnit = None,
    as_json: AsJson = False,
) -> None:
    """从表格导入检索清单：网址、要看到什么，可以有指标、责任单位两列。"""
    with command(as_json=as_json) as output:
        listed = read_file(file)
        with open_workspace(workspace) as opened:
            groups: dict[Slot, list[TargetSaid]] = {}
            for row in listed.rows:
                slot = Slot(row.unit or _unit(opened, unit), row.indicator or indicator, task)
                groups.setdefault(slot, []).append(row.said)
            added = [add_targets(opened, slot, said) for slot, said in groups.items()]
        _tell_added(output, added, listed.bad)


def edit(
    workspace: WorkspacePath,
    number: Number,
    shows: Annotated[
        str | None, typer.Option("--shows", help="要看到什么", show_default=False)
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="网址，可写空的", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """修改检索清单的一条；只改写明的各栏。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        with opened.reading() as session:
            line = find_target(read_targets(session), number)
        said = TargetSaid(
            line.said.address if address is None else address,
            line.said.shows if shows is None else shows,
        )
        alter_target(opened, number, said)
        with opened.reading() as session:
            changed = find_target(read_targets(session), number)
        output.line("已修改。")
        output.document(_json(changed))


def remove(
    workspace: WorkspacePath,
    number: Number,
    restore: Annotated[bool, typer.Option("--restore", help="移回清单")] = False,
    as_json: AsJson = False,
) -> None:
    """把一条移出检索清单，可用 --restore 移回。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        (restore_targets if restore else withdraw_targets)(opened, [number])
        output.line("已移回。" if restore else "已移出。")
        output.document({"id": number, "removed": not restore})


def propose(
    workspace: WorkspacePath,
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", help="指标编号，可写几项，如 3、5-9；可重复", show_default=False
        ),
    ] = None,
    address: Annotated[str, typer.Option("--address", help="采用时，各条都填这个网址")] = "",
    adopt: Annotated[bool, typer.Option("--adopt", help="把建议列入清单")] = False,
    unit: ForUnit = None,
    as_json: AsJson = False,
) -> None:
    """按任务要求的文字提出检索清单的建议，一样东西一条；--adopt 才列入。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=not adopt) as opened:
            framework, name = opened.facts.framework, _unit(opened, unit)
            codes = listed_indicators(framework, indicator or ())
            answering = opened.registry().units_of
            found = [
                each
                for each in proposals(framework, METHOD, codes)
                if not name or name in answering(each.indicator, each.task_code)
            ]
            table = simple_table("指标", "要看到什么")
            for each in found:
                for number, line in enumerate(each.lines):
                    table.add_row("" if number else each.indicator, line)
            output.table(table)
            if adopt:
                added = [
                    add_targets(
                        opened,
                        Slot(name, each.indicator, each.task_code),
                        [TargetSaid(address, line) for line in each.lines],
                    )
                    for each in found
                ]
                _tell_added(output, added)
                return
        output.line(f"{len(found)} 个任务，建议 {sum(len(each.lines) for each in found)} 条。")
        output.document(
            [
                {"indicator": each.indicator, "task": each.task_code, "lines": list(each.lines)}
                for each in found
            ]
        )


def _tell_added(output: Output, added: Iterable[TargetsAdded], bad: tuple[str, ...] = ()) -> None:
    groups = tuple(added)
    ids = [number for group in groups for number in group.ids]
    present = [said for group in groups for said in group.present]
    output.line(f"已列入 {len(ids)} 条" + (f"，编号 {ids[0]}。" if len(ids) == 1 else "。"))
    if present:
        output.line(f"清单上已有 {len(present)} 条，没有重复列入。")
    for words in bad:
        output.line(f"没有用上：{words}", "yellow")
    output.document(
        {
            "added": ids,
            "present": [{"address": said.address, "shows": said.shows} for said in present],
            "bad": list(bad),
        }
    )


def _unit(opened: Workspace, unit: str | None) -> str:
    return unit or opened.facts.unit_name or ""


def _read(session: Session) -> tuple[tuple[TargetLine, ...], Found]:
    return read_targets(session), found_by(read_notes(session, LOOKUPS))


def _json(line: TargetLine, states: Mapping[str, str] | None = None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": line.id,
        "indicator": line.slot.indicator,
        "task": line.slot.task_code,
        "unit": line.slot.unit or None,
        "by_office": line.by_office,
        "address": line.said.address,
        "shows": line.said.shows,
    }
    if states is not None:
        document["states"] = dict(states)
    return document
