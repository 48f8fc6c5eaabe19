"""``report``: papers in Word and Excel from what the workspace holds."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.days import typed_day
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.reports.papers import FORMAT_SUFFIXES, PAPERS, Paper, PaperScope, find_paper
from app.reports.service import lay_out_templates, make_papers
from app.reports.writing import PapersReport

_SCOPES = {PaperScope.COUNTY: "全县", PaperScope.UNIT: "每单位", PaperScope.EITHER: "全县或单位"}
_LISTING = {"list", "列表"}
_TEMPLATES = {"templates", "模板"}


def report(
    workspace: WorkspacePath,
    name: Annotated[
        str,
        typer.Argument(
            metavar="文书", help="文书名称，如 进展通报；list 列出全部，templates 导出模板供修改"
        ),
    ] = "list",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", help="文件或文件夹；不填则放在工作区的 exports/文书", show_default=False
        ),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", help="责任单位，可重复；不填则为全县或每个单位", show_default=False),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", help="成文日期，如 2026-05-10；不填为今天", show_default=False),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline", help="催报通知的报送期限，不填为当前阶段的期限", show_default=False
        ),
    ] = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", help="未发生情形说明只要这些指标的，可重复", show_default=False
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="覆盖同名文件")] = False,
    as_json: AsJson = False,
) -> None:
    """生成文书：任务分解表、材料清单、催报通知、进展通报、移交清单、总台账等。"""
    with command(as_json=as_json) as output:
        if name in _LISTING:
            _list(output)
        elif name in _TEMPLATES:
            _templates(output, workspace)
        else:
            paper = find_paper(name)
            with (
                open_services(workspace, read_only=True) as services,
                watched_job(output) as job,
            ):
                made = make_papers(
                    services.workspace,
                    services.settings,
                    paper,
                    unit or (),
                    job,
                    target=out,
                    today=typed_day(day),
                    reply_by=typed_day(deadline),
                    indicators=indicator or (),
                    overwrite=overwrite,
                )
            _show(output, paper, made)


def _list(output: Output) -> None:
    table = simple_table("文书", "格式", "范围", "用途")
    for paper in PAPERS:
        suffix = FORMAT_SUFFIXES[paper.format]
        table.add_row(paper.title, suffix, _SCOPES[paper.scope], paper.use)
    output.table(table)
    output.document(
        [
            {
                "name": paper.name,
                "title": paper.title,
                "suffix": FORMAT_SUFFIXES[paper.format],
                "scope": paper.scope.value,
                "office_only": paper.office_only,
                "use": paper.use,
            }
            for paper in PAPERS
        ]
    )


def _templates(output: Output, workspace: Path) -> None:
    with open_workspace(workspace, read_only=True) as opened:
        written = lay_out_templates(opened.layout.templates)
    output.line(f"已把 {len(written)} 个文件放到 {written[0].parent}，可用 Word、WPS 修改。")
    output.document({"files": [str(path) for path in written]})


def _show(output: Output, paper: Paper, made: PapersReport) -> None:
    for one in made.written:
        output.line(f"已生成：{one.path}")
        if one.attached is not None:
            output.line(f"  附件：{one.attached}")
        if one.printed is not None:
            output.line(f"  PDF：{one.printed}")
        for note in one.notes:
            output.line(f"  注意：{note}。", "yellow")
    for unit, reason in made.skipped:
        output.line(f"不需要：{unit or '全县'}（{reason}）", "yellow")
    total = len(made.written) + len(made.skipped)
    if total > 1:
        counts = f"生成 {len(made.written)} 份，不需要 {len(made.skipped)} 份"
        output.line(f"{paper.title}：共 {total} 份，{counts}。")
    output.document(_json(paper, made))


def _json(paper: Paper, made: PapersReport) -> dict[str, Any]:
    return {
        "paper": paper.name,
        "title": paper.title,
        "written": [
            {
                "unit": w.unit,
                "path": str(w.path),
                "notes": list(w.notes),
                "attached": str(w.attached) if w.attached else None,
                "printed": str(w.printed) if w.printed else None,
            }
            for w in made.written
        ],
        "skipped": [{"unit": unit, "reason": reason} for unit, reason in made.skipped],
    }
