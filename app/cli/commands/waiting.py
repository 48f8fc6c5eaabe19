"""``inbox``: what waits in the inbox, and filing it by hand."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.attach_report import outcome_json, outcome_lines
from app.cli.output.progress import watched_job
from app.evidence.places import Target
from app.intake.inbox.arrivals import MOVED_OUT, NOT_FILED
from app.intake.inbox.waiting import (
    AsideFile,
    WaitingFile,
    find_waiting,
    list_aside,
    look_at_waiting,
    move_out,
    put_back,
)
from app.intake.report import AttachReport
from app.names.problems import describe_problem
from app.wording.errors import describe_error

_Files = Annotated[
    list[Path], typer.Argument(metavar="文件", help="收件箱里的文件，写相对于收件箱的路径")
]


def list_all(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出等着归集的、没有收成的和已移出的文件。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services, watched_job(output) as job:
            place = services.workspace
            waiting = look_at_waiting(place, services.workers, find_waiting(place), {}, job)
            failed, out = list_aside(place, NOT_FILED), list_aside(place, MOVED_OUT)
        for file in waiting:
            label = file.file_type.label if file.file_type else "—"
            output.line(f"待归集 {file.path.as_posix()}（{label}）", "yellow")
            for trouble in _troubles(file):
                output.line(f"  {trouble}", "red")
        for title, files in (("没有收成", failed), ("已移出", out)):
            for one in files:
                output.line(f"{title} {one.path.as_posix()}")
                if one.note:
                    output.line(f"  {one.note}", "red")
        output.document(
            {
                "waiting": [_waiting_json(file) for file in waiting],
                "not_filed": [_aside_json(file) for file in failed],
                "moved_out": [_aside_json(file) for file in out],
            }
        )


def assign(
    workspace: WorkspacePath,
    files: _Files,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，如 材料查证")],
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位")] = None,
    point: Annotated[int | None, typer.Option("--point", help="材料要点的序号")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="内容相同、已在此处的文件也再加一件")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """把收件箱里的文件归到指标的核验方式和材料要点。"""
    with command(as_json=as_json) as output:
        with open_services(workspace) as services, watched_job(output) as job:
            target = Target(indicator, method, unit, point)
            inbox = services.inbox()
            assigned = inbox.assign(files, target, job, again=again)
        for outcome in assigned.outcomes:
            for text, style in outcome_lines(outcome):
                output.line(text, style)
        missing = len(set(files)) - len({outcome.source for outcome in assigned.outcomes})
        if missing:
            output.line(f"有 {missing} 个文件不在收件箱里。", "red")
        output.document(
            {"outcomes": [outcome_json(o) for o in assigned.outcomes], "missing": missing}
        )
        if missing or not AttachReport(assigned.outcomes).clean:
            raise typer.Exit(1)


def out(workspace: WorkspacePath, files: _Files, as_json: AsJson = False) -> None:
    """把不是材料的文件移出收件箱，放到旁边的“已移出”文件夹。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        for before, now in move_out(services.workspace, files):
            output.line(f"已移出 {before.as_posix()} → {now.as_posix()}")
            output.json_line({"from": before.as_posix(), "to": now.as_posix()})


def back(workspace: WorkspacePath, files: _Files, as_json: AsJson = False) -> None:
    """把移出的、没有收成的文件放回收件箱。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        for before, now in put_back(services.workspace, files):
            output.line(f"已放回 {before.as_posix()} → {now.as_posix()}")
            output.json_line({"from": before.as_posix(), "to": now.as_posix()})


def _troubles(file: WaitingFile) -> list[str]:
    found = [str(describe_error(file.error))] if file.error else []
    return found + [str(describe_problem(problem)) for problem in file.problems]


def _waiting_json(file: WaitingFile) -> dict[str, Any]:
    return {
        "path": file.path.as_posix(),
        "size": file.stamp.size,
        "kind": file.file_type.kind.value if file.file_type else None,
        "guess": {name: guessed.value for name, guessed in file.guess.found()},
        "problems": _troubles(file),
    }


def _aside_json(file: AsideFile) -> dict[str, Any]:
    return {"path": file.path.as_posix(), "size": file.stamp.size, "note": file.note}
