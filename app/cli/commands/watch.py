"""``watch``: take in what is put into the inbox."""

import time
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.attach_report import outcome_json, outcome_lines
from app.cli.output.console import Output
from app.cli.output.progress import cancel_on_interrupt
from app.intake.inbox.watch import InboxWatcher, WatchReport, WatchSettings
from app.jobs import CancelToken, SilentJob
from app.wording.errors import describe_error


def watch(
    workspace: WorkspacePath,
    once: Annotated[bool, typer.Option("--once", help="收完现有文件就结束")] = False,
    stable_seconds: Annotated[
        float, typer.Option("--stable", min=0.0, help="文件多少秒没有变化才收取")
    ] = WatchSettings().stable_seconds,
    as_json: AsJson = False,
) -> None:
    """看守收件箱：inbox/指标/核验方式/ 下的文件自动归集，其余等人归集。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        settings = WatchSettings(stable_seconds=stable_seconds)
        inbox = services.inbox(settings)
        token = CancelToken()
        job = SilentJob(token)
        output.line(f"收件箱：{inbox.folder}" + ("" if once else "，按 Ctrl+C 结束。"))
        with cancel_on_interrupt(token):
            if not once:
                InboxWatcher(inbox, lambda report: _show(output, report), job).run()
                return
            while True:
                report = inbox.step(time.monotonic(), job)
                _show(output, report)
                if not report.settling:
                    return
                time.sleep(stable_seconds)


def _show(output: Output, report: WatchReport) -> None:
    for outcome in report.outcomes:
        for text, style in outcome_lines(outcome):
            output.line(text, style)
    for unplaced in report.unplaced:
        why = f"（{describe_error(unplaced.error)}）" if unplaced.error else ""
        output.line(f"待归集 {unplaced.path}{why}", "yellow")
    if report.outcomes or report.unplaced:
        output.json_line(_report_json(report))


def _report_json(report: WatchReport) -> dict[str, Any]:
    return {
        "outcomes": [outcome_json(o) for o in report.outcomes],
        "unplaced": [
            {
                "path": str(u.path),
                "reason": describe_error(u.error).reason if u.error else "",
            }
            for u in report.unplaced
        ],
        "settling": report.settling,
    }
