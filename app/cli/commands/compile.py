"""``compile``: make dossiers."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Services
from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.dossier.output.ledger import LedgerState
from app.dossier.output.lists import doubtful_words
from app.dossier.result import CompileResult
from app.dossier_options import DossierOptions, Edition, Numbering, Scope, usual_folder
from app.errors import WorkspaceNotWritable

_DRAFT = "草 稿"


def compile_dossiers(
    workspace: WorkspacePath,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="输出文件夹；不填则为工作区的 exports", show_default=False),
    ] = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", help="只编这项指标，可重复", show_default=False),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", help="只收这个责任单位的材料，可重复", show_default=False),
    ] = None,
    scope: Annotated[
        Scope,
        typer.Option(
            "--scope",
            help="一卷装什么：indicator 一项指标，unit 一个单位，method 一种方式，combined 全部",
        ),
    ] = Scope.INDICATOR,
    combined: Annotated[bool, typer.Option("--combined", help="全部装成一个文件")] = False,
    numbering: Annotated[
        Numbering | None,
        typer.Option(
            "--numbering",
            help="页号位置：single_sided 单面右下，duplex_outer 双面外侧，"
            "top_right 单面右上，top_outer 双面外侧上角",
            show_default=False,
        ),
    ] = None,
    duplex_blanks: Annotated[
        bool | None,
        typer.Option("--blanks/--no-blanks", help="双面装订补空白页", show_default=False),
    ] = None,
    volume_limit: Annotated[
        int | None,
        typer.Option("--volume-limit", min=1, help="每卷页数上限", show_default=False),
    ] = None,
    photos: Annotated[
        int | None,
        typer.Option("--photos", min=1, max=4, help="每页照片数：1、2、4", show_default=False),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="加“草稿”水印")] = False,
    pdfa: Annotated[bool, typer.Option("--pdfa", help="长期保存格式 PDF/A-2b")] = False,
    accepted_only: Annotated[
        bool, typer.Option("--accepted-only", help="只装审核通过的材料，其余列入清点单")
    ] = False,
    inspection: Annotated[
        bool,
        typer.Option("--inspection", help="检查组版：只装审核通过的材料，不带任何内部情况"),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """编制案卷：封面、指标说明、目录、材料、备考表，装订成 PDF。"""
    with command(as_json=as_json) as output:
        with _opened(workspace, out) as services, watched_job(output) as job:
            services.conversion.get_ready()
            usual = services.settings.dossier_options()
            options = replace(
                usual,
                scope=Scope.COMBINED if combined else scope,
                indicators=tuple(
                    services.workspace.facts.framework.indicator(code).code
                    for code in indicator or ()
                ),
                units=_units(services, unit or []),
                numbering=numbering or usual.numbering,
                duplex_blanks=usual.duplex_blanks if duplex_blanks is None else duplex_blanks,
                volume_limit=volume_limit or usual.volume_limit,
                photos_per_page=photos or usual.photos_per_page,
                watermark=_DRAFT if draft and not inspection else "",
                pdfa=pdfa,
                accepted_only=accepted_only,
                edition=Edition.INSPECTION if inspection else Edition.WORKING,
            )
            if inspection and draft:
                output.line("检查组版不加“草稿”水印。", "yellow")
            folder = out or usual_folder(services.workspace.layout.exports, options.edition)
            result = services.dossiers.compile(folder, options, job)
        _show_result(output, result, options)
        failed = result.ledger.failed or result.unwritten
        if failed:
            raise typer.Exit(1)


@contextmanager
def _opened(workspace: Path, out: Path | None) -> Iterator[Services]:
    """Open for writing; where nothing can be written there, for reading if ``out`` is elsewhere."""
    with ExitStack() as stack:
        try:
            services = stack.enter_context(open_services(workspace))
        except WorkspaceNotWritable:
            if out is None or out.absolute().is_relative_to(workspace.absolute()):
                raise
            services = stack.enter_context(open_services(workspace, read_only=True))
        yield services


def _units(services: Services, names: list[str]) -> tuple[str, ...]:
    registry = services.workspace.registry()
    return tuple(registry.unit(name).name for name in names)


def _show_result(output: Output, result: CompileResult, options: DossierOptions) -> None:
    for dossier in result.dossiers:
        made = "已编" if dossier.fresh else "无变化"
        mark = "" if dossier.complete else "（不完整）"
        volumes = f"{dossier.volumes} 卷 " if dossier.volumes > 1 else ""
        pages = f"{dossier.numbered_pages} 页，连同封面、目录共 {dossier.pages} 页"
        output.line(f"{made} {dossier.path.name}　{volumes}{pages}{mark}")
    for entry in result.ledger.entries:
        if entry.state is not LedgerState.INCLUDED:
            word = "失败" if entry.state is LedgerState.FAILED else "未装"
            output.line(f"{word} {entry.place}　{entry.file}：{entry.reason}", "red")
        elif entry.doubtful:
            told = "；".join(entry.findings)
            output.line(f"已装，存疑 {entry.place}　{entry.file}：{told}", "yellow")
    for title, why in result.unwritten:
        output.line(f"没有写成 {title}：{why}", "red")
    for path in result.retired:
        output.line(f"已移到作废卷宗：{path.name}", "dim")
    for path in result.left_behind:
        output.line(f"旧文件仍在原处：{path}", "yellow")
    ledger = result.ledger
    without = "、".join(result.without_evidence)
    if options.indicators and without:
        output.line(f"尚无材料的指标：{without}", "yellow")
    if result.not_applicable:
        output.line(f"不涉及的指标：{'、'.join(result.not_applicable)}")
    output.line(
        f"清点：应装 {ledger.inputs}，已装 {ledger.included}{doubtful_words(ledger)}，"
        f"未装 {ledger.excluded}，失败 {ledger.failed}。用时 {result.seconds:.1f} 秒。",
        "bold",
    )
    output.document(result.to_json())
