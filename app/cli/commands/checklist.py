"""``checklist``: what is expected at each point, and points that are said to be complete."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.completeness.checklists import (
    ChecklistSaid,
    load_checklists,
    load_expectations,
    put_checklists,
    say_complete,
    suggestions,
)
from app.completeness.marks import MarkPlace
from app.framework.errors import PointNotNamed
from app.framework.keys import PointKey
from app.framework.listed import listed_indicators
from app.review.errors import UnitNotNamed


def checklist(
    workspace: WorkspacePath,
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", help="指标编号，可写几项，如 3、5-9；可重复", show_default=False
        ),
    ] = None,
    method: Annotated[
        str | None,
        typer.Option("--method", "--task", help="核验方式或任务", show_default=False),
    ] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点", show_default=False)
    ] = None,
    entries: Annotated[
        str | None,
        typer.Option(
            "--set", help="这个要点的应有材料，用顿号分开；写空的为不要求", show_default=False
        ),
    ] = None,
    adopt: Annotated[
        bool, typer.Option("--adopt", help="还没有应有材料的要点，采用程序按文字提出的建议")
    ] = False,
    clear: Annotated[bool, typer.Option("--clear", help="不再要求应有材料")] = False,
    complete: Annotated[
        bool | None,
        typer.Option(
            "--complete/--not-complete", help="说明这个要点的材料已齐，或撤回", show_default=False
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看、采用或修改各要点的应有材料（通知、方案、记录等），说明材料已齐。"""
    with command(as_json=as_json) as output:
        changes = entries is not None or adopt or clear or complete is not None
        with open_workspace(workspace, read_only=not changes) as opened:
            framework = opened.facts.framework
            codes = listed_indicators(framework, indicator or ())
            changed = 0
            if entries is not None or complete is not None:
                if len(codes) != 1 or method is None or point is None:
                    raise PointNotNamed
                task = framework.find_task(codes[0], method)
                framework.point(codes[0], task.code, point)
                chosen = PointKey(codes[0], task.code, point)
                if entries is not None:
                    named = tuple(entries.replace(",", "、").replace("，", "、").split("、"))
                    changed += len(put_checklists(opened, [ChecklistSaid(chosen, named)]))
                if complete is not None:
                    whose = unit or opened.facts.unit_name
                    if not whose:
                        raise UnitNotNamed
                    place = MarkPlace(whose, codes[0], task.code, point)
                    changed += say_complete(opened, place, complete=complete)
            if adopt:
                with opened.reading() as session:
                    own = load_checklists(session)
                changed += len(put_checklists(opened, suggestions(framework, codes, own)))
            with opened.reading() as session:
                kept = load_expectations(session)
            if clear:
                gone = [p for p in map(PointKey.parse, kept.lists) if framework.has_point(p)]
                lists = [ChecklistSaid(p, ()) for p in gone if not codes or p.indicator in codes]
                changed += len(put_checklists(opened, lists))
                with opened.reading() as session:
                    kept = load_expectations(session)
            suggested = {str(s.point): s.entries for s in suggestions(framework, codes)}
            rows = []
            for key in dict.fromkeys((*kept.lists, *suggested)):
                place_key = PointKey.parse(key)
                outside = bool(codes) and place_key.indicator not in codes
                if outside or not framework.has_point(place_key):
                    continue
                said = sorted(named for at, named in kept.said if at == key)
                rows.append((place_key, kept.lists.get(key, ()), suggested.get(key, ()), said))
        if changes:
            output.line(f"已变动 {changed} 处" if changed else "没有变动：已经是这样")
        table = simple_table("指标", "核验方式", "要点", "应有材料", "建议", "说明已齐")
        for place_key, listed, proposal, said in rows:
            table.add_row(
                place_key.indicator,
                framework.task_name(place_key.indicator, place_key.task_code),
                str(place_key.number),
                "、".join(listed),
                "" if listed == proposal else "、".join(proposal),
                "、".join(said),
            )
        output.table(table)
        output.document(
            {
                "changed": changed,
                "points": [
                    {
                        "key": str(place_key),
                        "entries": list(listed),
                        "suggested": list(proposal),
                        "said_complete": said,
                    }
                    for place_key, listed, proposal, said in rows
                ],
            }
        )
