"""``attach``: take files in."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.origin_options import (
    Address,
    LookedUpAt,
    LookedUpBy,
    PublishedOn,
    Section,
    Site,
    origin_edit,
)
from app.cli.output.attach_report import outcome_json, outcome_lines
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.errors import NothingNamed
from app.intake.manifest.filing import attach_manifest
from app.intake.report import AttachReport, AttachState
from app.intake.requests import AttachRequest
from app.intake.together import attach_together


def attach(
    workspace: WorkspacePath,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件", help="文件、文件夹或压缩包", show_default=False),
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option("--manifest", help="按清单（CSV 或 Excel）添加", show_default=False),
    ] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    method: Annotated[
        str | None,
        typer.Option("--method", "--task", help="核验方式或任务，如 材料查证", show_default=False),
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点的序号", show_default=False)
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="题名", show_default=False)] = None,
    doc_number: Annotated[
        str | None, typer.Option("--doc-number", help="文号", show_default=False)
    ] = None,
    issuer: Annotated[
        str | None, typer.Option("--issuer", help="责任者", show_default=False)
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", help="日期，如 2021-04-09", show_default=False)
    ] = None,
    address: Address = None,
    site: Site = None,
    section: Section = None,
    published: PublishedOn = None,
    looked_up_at: LookedUpAt = None,
    looked_up_by: LookedUpBy = None,
    again: Annotated[
        bool, typer.Option("--again", help="内容相同、已在此处的文件也再加一件")
    ] = False,
    together: Annotated[
        bool, typer.Option("--together", help="几个文件合为一件：第一个是正文，其余是它的附件")
    ] = False,
    not_secret: Annotated[
        str,
        typer.Option(
            "--not-secret",
            help="疑似密级标志经核对不涉密，写明理由后收取，记入操作记录",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """添加材料：原件入库，归到指标的核验方式和材料要点。"""
    with command(as_json=as_json) as output:
        if manifest is None and not (files and indicator and method):
            raise NothingNamed
        with open_services(workspace) as services, watched_job(output) as job:
            if manifest is not None:
                report = attach_manifest(
                    services.workspace,
                    services.workers,
                    manifest,
                    job,
                    again=again,
                    cleared=not_secret,
                )
            else:
                origin = origin_edit(address, site, section, published, looked_up_at, looked_up_by)
                request = AttachRequest(
                    tuple(files or ()),
                    Target(indicator or "", method or "", unit, point),
                    Description(title, doc_number, issuer, date, origin),
                    again=again,
                    cleared=not_secret,
                )
                take_in = attach_together if together else attach_files
                report = take_in(services.workspace, services.workers, request, job)
        show_report(output, report)
        if not report.clean:
            raise typer.Exit(1)


def show_report(output: Output, report: AttachReport, *, can_add: bool = True) -> None:
    """Report on each file; ``can_add``: what is there already can be added once more."""
    for outcome in report.outcomes:
        for text, style in outcome_lines(outcome):
            output.line(text, style)
    output.line(
        f"共 {report.inputs} 个文件：已添加 {report.count(AttachState.ADDED)}，"
        f"{_parts(report)}"
        f"已在此处 {report.count(AttachState.PRESENT)}，"
        f"不收 {report.count(AttachState.EXCLUDED)}，拒收 {report.count(AttachState.REFUSED)}，"
        f"{_undecided(report)}失败 {report.count(AttachState.FAILED)}。",
        "bold",
    )
    if blocked := sum(any(p.blocking for p in o.problems) for o in report.outcomes):
        output.line(f"其中 {blocked} 个已经收下，要换文件或处理后才能装订（退出码 1）。", "red")
    if report.present() and can_add:
        output.line("已在此处的要再加一件，请加上 --again 重做一次。", "dim")
    if report.undecided() and can_add:
        output.line("疑似涉密的经核对不涉密，可加 --not-secret 理由 重做一次。", "yellow")
    output.document(
        {
            "inputs": report.inputs,
            "added": report.count(AttachState.ADDED),
            "parts": report.count(AttachState.PART),
            "present": report.count(AttachState.PRESENT),
            "excluded": report.count(AttachState.EXCLUDED),
            "refused": report.count(AttachState.REFUSED),
            "undecided": report.count(AttachState.UNDECIDED),
            "failed": report.count(AttachState.FAILED),
            "outcomes": [outcome_json(o) for o in report.outcomes],
            "seconds": round(report.seconds, 3),
        }
    )


def _undecided(report: AttachReport) -> str:
    undecided = report.count(AttachState.UNDECIDED)
    return f"待确认是否涉密 {undecided}，" if undecided else ""


def _parts(report: AttachReport) -> str:
    parts = report.count(AttachState.PART)
    return f"随件附上 {parts}，" if parts else ""
