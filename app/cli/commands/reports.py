"""``report``: papers in Word and Excel from what the workspace holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.days import typed_day
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.framework.keys import PointKey
from app.framework.schema import Framework
from app.reports.certificates.files import FOLDER, lay_out_kinds, load_kinds
from app.reports.certificates.papers import is_about_points, paper_named, papers_in
from app.reports.errors import PlaceNotNamed, PointNotForPaper
from app.reports.papers import FORMAT_SUFFIXES, Paper, PaperScope
from app.reports.service import lay_out_templates, make_papers
from app.reports.writing import PapersReport
from app.wording.errors import describe_error

_SCOPES = {PaperScope.COUNTY: "全县", PaperScope.UNIT: "每单位", PaperScope.EITHER: "全县或单位"}
_LISTING = {"list", "列表"}
_TEMPLATES = {"templates", "模板"}
_KINDS = {"certificates", "证明"}


def report(
    workspace: WorkspacePath,
    name: Annotated[
        str,
        typer.Argument(
            metavar="文书",
            help="文书名称，如 进展通报、情况说明；list 列出全部，templates 导出模板供修改，"
            "certificates 导出各种证明的数据文件供修改、增加",
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
            "--indicator", help="未发生情形说明、证明只要这些指标的，可重复", show_default=False
        ),
    ] = None,
    method: Annotated[
        str | None,
        typer.Option("--method", "--task", help="证明用于哪个核验任务", show_default=False),
    ] = None,
    point: Annotated[
        list[int] | None,
        typer.Option(
            "--point", help="证明用于哪个材料要点，可重复；不填则为任务的全部", show_default=False
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="覆盖同名文件")] = False,
    as_json: AsJson = False,
) -> None:
    """生成文书：任务分解表、材料清单、催报通知、进展通报、移交清单、总台账等。"""
    with command(as_json=as_json) as output:
        if name in _LISTING:
            _list(output, workspace)
        elif name in _TEMPLATES:
            _templates(output, workspace)
        elif name in _KINDS:
            _kinds(output, workspace)
        else:
            with (
                open_services(workspace, read_only=True) as services,
                watched_job(output) as job,
            ):
                paper = paper_named(services.workspace.layout.root, name)
                framework = services.workspace.facts.framework
                points = _points(framework, paper, indicator or (), method, point or ())
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
                    points=points,
                    overwrite=overwrite,
                )
            _show(output, paper, made)


def _points(
    framework: Framework,
    paper: Paper,
    indicators: Sequence[str],
    method: str | None,
    numbers: Sequence[int],
) -> tuple[PointKey, ...]:
    """The points that are named; none where only indicators are."""
    if method is None and not numbers:
        return ()
    if not is_about_points(paper):
        raise PointNotForPaper(paper.title)
    if not indicators or method is None:
        raise PlaceNotNamed
    found = []
    for code in indicators:
        task = framework.find_task(code, method)
        there = [point.number for point in task.points]
        wanted = [framework.point(code, task.code, n).number for n in numbers] or there
        found += [PointKey(framework.indicator(code).code, task.code, n) for n in wanted]
    return tuple(found)


def _list(output: Output, workspace: Path) -> None:
    table = simple_table("文书", "格式", "范围", "用途")
    papers = papers_in(workspace)
    for paper in papers:
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
            for paper in papers
        ]
    )
    for error in load_kinds(workspace / FOLDER).invalid:
        output.line(str(describe_error(error)), "yellow")


def _templates(output: Output, workspace: Path) -> None:
    with open_workspace(workspace, read_only=True) as opened:
        written = lay_out_templates(opened.layout.templates)
    output.line(f"已把 {len(written)} 个文件放到 {written[0].parent}，可用 Word、WPS 修改。")
    output.document({"files": [str(path) for path in written]})


def _kinds(output: Output, workspace: Path) -> None:
    with open_workspace(workspace, read_only=True) as opened:
        folder = opened.layout.certificates
        written = lay_out_kinds(folder)
    told = f"已把 {len(written)} 个文件放到 {folder}，改法见“说明.md”。" if written else ""
    output.line(told or f"{folder} 里都有了，没有改动。")
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
