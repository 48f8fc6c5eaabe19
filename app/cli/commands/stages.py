"""``stages``: the stages with their dates, who is late, and the calendar file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.days import typed_day
from app.cli.opening import open_services
from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.paths import legal_name
from app.stages.errors import StageUnknown
from app.stages.progress import UnitStage, at_risk, overdue
from app.stages.schedule import UNDATED, Schedule, StageChange
from app.stages.service import (
    StageView,
    change_stage,
    export_calendar,
    reset_stage,
    reset_stages,
    shift_stages,
    view_stages,
)
from app.stages.store import load_schedule
from app.workspace.opening import Workspace

#: How people write that there is no date.
_OPEN = {"另定", UNDATED}


class Action(StrEnum):
    """What to do with the stages."""

    SHOW = "show"
    SET = "set"
    RESET = "reset"
    ICS = "ics"


def stages(
    workspace: WorkspacePath,
    action: Annotated[
        Action,
        typer.Argument(
            metavar="做什么",
            help="查看、修改、恢复指标体系的日期（写明序号的只恢复那个阶段）、导出日历文件",
        ),
    ] = Action.SHOW,
    number: Annotated[
        int | None,
        typer.Argument(metavar="阶段序号", help="要修改或恢复的阶段", show_default=False),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline", help="截止日期，如 2026-05-10；另定的写 另定", show_default=False
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--start", help="开始日期；不限的写 另定", show_default=False),
    ] = None,
    goal: Annotated[
        int | None,
        typer.Option(
            "--goal", min=0, max=100, help="阶段末应齐备的要点比例（%）", show_default=False
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="阶段名称", show_default=False)] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", min=1990, max=2199, help="各阶段一起移到这一年", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="日历文件；不填则放在工作区的 exports", show_default=False),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="覆盖同名文件")] = False,
    as_json: AsJson = False,
) -> None:
    """创建步骤：查看和修改各阶段日期，看谁逾期、谁有延误风险，导出日历文件（.ics）。"""
    with command(as_json=as_json) as output:
        changing = action in {Action.SET, Action.RESET}
        with open_services(workspace, read_only=not changing) as services:
            if action is Action.SET:
                _set(services.workspace, number, _change(name, start, deadline, goal), year)
            elif action is Action.RESET:
                if number is None:
                    reset_stages(services.workspace)
                else:
                    reset_stage(services.workspace, number)
            completeness = services.completeness()
            view = view_stages(services.workspace, completeness)
            if action is Action.ICS:
                facts = services.workspace.facts
                folder = services.workspace.layout.exports
                target = out or folder / legal_name(
                    f"{facts.county}{facts.framework.programme}日历.ics"
                )
                count = export_calendar(
                    services.workspace, completeness, target, overwrite=overwrite
                )
                output.line(f"已导出 {count} 项到 {target}，可导入手机或电脑的日历。")
                output.document({"path": str(target), "entries": count})
                return
        _show(output, view)


def _change(
    name: str | None, start: str | None, deadline: str | None, goal: int | None
) -> StageChange:
    no_start, no_deadline = ((day or "").strip() in _OPEN for day in (start, deadline))
    return StageChange(
        name,
        None if no_start else typed_day(start),
        None if no_deadline else typed_day(deadline),
        goal,
        no_start=no_start,
        no_deadline=no_deadline,
    )


def _set(workspace: Workspace, number: int | None, change: StageChange, year: int | None) -> None:
    if year is not None:
        shift_stages(workspace, year)
    if number is not None:
        change_stage(workspace, number, change)
    elif year is None or change != StageChange():
        with workspace.database.reading() as session:
            known = load_schedule(session, workspace.facts.framework)
        raise StageUnknown(0, tuple(s.number for s in known.stages))


def _show(output: Output, view: StageView) -> None:
    table = simple_table("序号", "阶段", "开始", "截止", "期限", "应齐备", "还有")
    for stage in view.schedule.stages:
        left = (stage.deadline - view.today).days if stage.deadline else None
        days = "" if left is None else (f"{left} 天" if left >= 0 else "已过期限")
        table.add_row(
            str(stage.number),
            stage.name,
            stage.start.isoformat() if stage.start else "",
            stage.deadline.isoformat() if stage.deadline else "",
            stage.deadline_text,
            f"{stage.goal}%",
            days,
        )
    output.table(table)
    for word, rows in (("逾期", overdue(view.rows)), ("有延误风险", at_risk(view.rows))):
        output.line(f"{word}的单位 {len(rows)} 个", "bold")
        for row in rows:
            output.line(
                f"  {row.unit}：{row.stage.name}应齐备 {row.needed} 个，还差 {row.lacking} 个"
            )
    output.document(_json(view))


def _json(view: StageView) -> dict[str, Any]:
    return {
        "today": view.today.isoformat(),
        "stages": _stages(view.schedule),
        "overdue": [_row(row) for row in overdue(view.rows)],
        "at_risk": [_row(row) for row in at_risk(view.rows)],
    }


def _stages(schedule: Schedule) -> list[dict[str, Any]]:
    return [stage.model_dump(mode="json") for stage in schedule.stages]


def _row(row: UnitStage) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "stage": row.stage.number,
        "needed": row.needed,
        "covered": row.covered,
        "lacking": row.lacking,
        "days_left": row.days_left,
    }
