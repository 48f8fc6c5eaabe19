"""``log``: who did what and when; to read, or as a file."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.eventlog import LogFilter, LoggedEntry, read_log
from app.eventlog_export import export_log
from app.evidence.errors import DateNotUnderstood
from app.evidence.listing import list_filed
from app.exchange.payload.logins import log_for_export
from app.guessing.dates import typed_day
from app.wording.log import LogNames, action_name, tell_entry

#: How many entries are shown unless more are asked for; a file always gets all.
_SHOWN = 50


def show(
    workspace: WorkspacePath,
    person: Annotated[
        str, typer.Option("--person", help="只看此人的操作", show_default=False)
    ] = "",
    item: Annotated[
        str, typer.Option("--item", help="只看涉及此编号或名称的操作", show_default=False)
    ] = "",
    action: Annotated[
        str, typer.Option("--action", help="只看这类操作，如 item 或 item.attached")
    ] = "",
    since: Annotated[
        str, typer.Option("--since", help="从这一天起，如 2026-03-01", show_default=False)
    ] = "",
    until: Annotated[str, typer.Option("--until", help="到这一天之前", show_default=False)] = "",
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="最多列出多少条，最新的在前")
    ] = _SHOWN,
    export: Annotated[
        Path | None,
        typer.Option("--export", help="全部写入文件：.csv 为表格，其余为 JSON 行"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看操作记录，按人员、材料、时间筛选，或导出。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        wanted = LogFilter(person, action, item, _day(since), _day(until))
        with opened.database.reading() as session:
            if export is not None:
                with watched_job(output) as job:
                    count = export_log(export, log_for_export(session, wanted), job)
                output.line(f"已导出 {count} 条操作记录：{export}")
                output.document({"path": str(export), "count": count})
                return
            entries = list(read_log(session, wanted, newest_first=True, limit=limit))
            names = LogNames(
                opened.facts.framework,
                {row.item: row.title for row in list_filed(session)},
                {unit.id: unit.name for unit in opened.registry().units},
            )
            _show(output, names, entries)


def _show(output: Output, names: LogNames, entries: list[LoggedEntry]) -> None:
    table = simple_table("序号", "时间", "人员", "操作", "内容")
    for entry in entries:
        at = f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"
        action = action_name(entry.action)
        told = tell_entry(entry.subject, entry.values, names)
        table.add_row(str(entry.sequence), at, entry.actor, action, told)
    output.table(table)
    output.document(
        {
            "entries": [
                {
                    "sequence": e.sequence,
                    "at": e.at.isoformat(),
                    "person": e.actor,
                    "action": e.action,
                    "subject": e.subject,
                    "data": e.values,
                    "hash": e.hash,
                }
                for e in entries
            ]
        }
    )


def _day(text: str) -> datetime | None:
    """The first moment of a day by the calendar on the wall."""
    if not text:
        return None
    day = typed_day(text, date.max)
    if day is None:
        raise DateNotUnderstood(text)
    return datetime.combine(date.fromisoformat(day), time()).astimezone()
