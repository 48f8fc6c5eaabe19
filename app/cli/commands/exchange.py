"""``pack``, ``inspect``, ``merge``, ``packages``: packages between office and units."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.handing_in import ChosenIndicators, DryRun, read_own
from app.cli.opening import open_services, open_workspace
from app.cli.output.concerns import say_concerns
from app.cli.output.console import Output, error_json
from app.cli.output.exchange_report import (
    history_json,
    inspected_json,
    merge_json,
    packed_json,
    show_history,
    show_inspected,
    show_merge,
    show_packed,
    show_stage_moves,
)
from app.cli.output.handing_in import show_handing_in
from app.cli.output.progress import watched_job
from app.cli.passphrase import unlock
from app.errors import JuanzongError
from app.exchange.creating import create_from_task_package
from app.exchange.envelope.parts import FAT32_PART
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import PackageRequired
from app.exchange.receiving import MergeReport, inspect_package
from app.exchange.sending import Packed
from app.exchange.service import ExchangeService, PackRequest, group_parts
from app.jobs import JobContext
from app.signatures.sealing import is_sealed
from app.storage.layout import Layout

MEGABYTE = 1 << 20

Out = Annotated[
    Path, typer.Option("--out", help="写到哪个文件；也可以是文件夹，如 U 盘", show_default=False)
]
UnitName = Annotated[
    str | None, typer.Option("--unit", help="发给哪个责任单位", show_default=False)
]
EveryUnit = Annotated[bool, typer.Option("--all", help="给每个责任单位各制作一份")]
Full = Annotated[bool, typer.Option("--full", help="全量：对方确认收到过的原件也装入")]
Supersede = Annotated[
    bool,
    typer.Option("--supersede", help="以本机为准：有几份工作区时，宣布这一份为准，并制作全量包"),
]
PartSize = Annotated[
    int | None,
    typer.Option("--part-size", min=1, help="每个文件最大多少 MB，超过时分卷", show_default=False),
]
Seal = Annotated[
    bool | None,
    typer.Option(
        "--seal/--unsealed",
        help="加密，只有对方能打开；核对过对方的密钥以后默认加密，恢复包除外。"
        "--unsealed：不加密，原件、著录和操作记录谁拿到都能看",
        show_default=False,
    ),
]
Instructions = Annotated[
    str, typer.Option("--instructions", help="给单位的说明文字", show_default=False)
]


def pack_task(
    workspace: WorkspacePath,
    out: Out,
    unit: UnitName = None,
    every: EveryUnit = False,
    instructions: Instructions = "",
    part_size: PartSize = None,
    seal: Seal = None,
    as_json: AsJson = False,
) -> None:
    """制作任务包：指标体系、责任分工、创建步骤，发给责任单位。"""
    request = PackRequest(
        PackageKind.TASK,
        out,
        unit,
        instructions=instructions,
        part_size=_bytes(part_size),
        seal=seal,
    )
    _pack(workspace, request, every=every, as_json=as_json)


def pack_submission(
    workspace: WorkspacePath,
    out: Out,
    full: Full = False,
    supersede: Supersede = False,
    draft: Annotated[bool, typer.Option("--draft", help="只把材料送去看看，不算正式报送")] = False,
    indicator: ChosenIndicators = None,
    dry_run: DryRun = False,
    part_size: PartSize = None,
    seal: Seal = None,
    as_json: AsJson = False,
) -> None:
    """制作报送包：本单位的全部材料记录，和创建办还没有的原件。"""
    if dry_run:
        with command(as_json=as_json) as output, open_services(workspace, read_only=True) as opened:
            show_handing_in(output, *read_own(opened, None, indicator))
        return
    slots = None
    if indicator:
        with open_services(workspace, read_only=True) as opened:
            slots = frozenset(line.slot for line in read_own(opened, None, indicator)[0])
    request = PackRequest(
        PackageKind.SUBMISSION,
        out,
        full=full,
        supersede=supersede,
        submit=not draft,
        slots=slots,
        part_size=_bytes(part_size),
        seal=seal,
    )
    _pack(workspace, request, every=False, as_json=as_json)


def pack_return(
    workspace: WorkspacePath,
    out: Out,
    unit: UnitName = None,
    every: EveryUnit = False,
    full: Full = False,
    supersede: Supersede = False,
    instructions: Instructions = "",
    part_size: PartSize = None,
    seal: Seal = None,
    as_json: AsJson = False,
) -> None:
    """制作退回包：审核结论、整改通知、收件回执和最新的期限。"""
    request = PackRequest(
        PackageKind.RETURN,
        out,
        unit,
        full=full,
        supersede=supersede,
        instructions=instructions,
        part_size=_bytes(part_size),
        seal=seal,
    )
    _pack(workspace, request, every=every, as_json=as_json)


def pack_recovery(
    workspace: WorkspacePath,
    out: Out,
    unit: UnitName = None,
    instructions: Instructions = "",
    part_size: PartSize = None,
    seal: Seal = None,
    as_json: AsJson = False,
) -> None:
    """制作恢复包：单位的电脑丢了、坏了时，把已合并的材料和原件全部还给它。"""
    request = PackRequest(
        PackageKind.RECOVERY,
        out,
        unit,
        instructions=instructions,
        part_size=_bytes(part_size),
        seal=seal,
    )
    _pack(workspace, request, every=False, as_json=as_json)


def inspect(
    packages: Annotated[list[Path], typer.Argument(metavar="包", help="包文件，分卷可只写一个")],
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace", help="加密的包：写明收件的工作区，用它的密钥打开", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看一个包：谁发给谁、第几号、是否完好、签名指纹。"""
    with command(as_json=as_json) as output, ExitStack() as stack:
        identity = None
        if workspace is not None:
            services = stack.enter_context(open_services(workspace, read_only=True))
            identity = services.identity
            unlock(identity)
        found = []
        for paths in group_parts(packages):
            with watched_job(output) as job:
                found.append(inspect_package(paths, job, identity))
            show_inspected(output, found[-1])
        output.document([inspected_json(each) for each in found])


def merge(
    workspace: WorkspacePath,
    packages: Annotated[
        list[Path] | None,
        typer.Argument(metavar="包", help="包文件，可以几个一起；分卷可只写一个"),
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="只看会怎样，不合并")] = False,
    trust: Annotated[
        str | None,
        typer.Option(
            "--trust", help="与发送方核对过的签名指纹，首次合并时填写", show_default=False
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="撤销最近一次合并；可写明包的编号，见 packages")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """合并收到的包；工作区还不存在时，用任务包或恢复包新建本单位的工作区。"""
    with command(as_json=as_json) as output:
        if undo:
            _undo(workspace, packages, output)
            return
        groups = group_parts(packages or [])
        if not groups:
            raise PackageRequired
        if not Layout(workspace).database.exists():
            with watched_job(output) as job:
                report = create_from_task_package(workspace, groups[0], job, trust=trust)
            with open_workspace(workspace, read_only=True) as opened:
                show_merge(output, opened.facts.framework, report, preview=False)
            output.line(f"已新建{report.header.recipient.name}的工作区：{workspace}")
            output.document({"merged": [merge_json(report)], "failed": []})
            return
        failed = _merge_each(workspace, groups, output, preview=preview, trust=trust)
        if failed:
            raise typer.Exit(1)


def packages(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出发出和收到的包，以及没有收到的号。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services:
            rows, peers = services.exchange.history(), services.exchange.partners()
        show_history(output, rows, peers)
        output.document(history_json(rows, peers))


def _bytes(megabytes: int | None) -> int:
    return FAT32_PART if megabytes is None else min(FAT32_PART, megabytes * MEGABYTE)


def _pack(workspace: Path, request: PackRequest, *, every: bool, as_json: bool) -> None:
    with command(as_json=as_json) as output:
        made: list[Packed] = []
        with open_services(workspace) as services:
            unlock(services.identity)
            units = [request.unit]
            if request.kind is PackageKind.SUBMISSION:
                say_concerns(output, services.workspace)
            if every:
                units = [unit.name for unit in services.workspace.registry().units]
                services.workspace.destination(request.target).make()
            with watched_job(output) as job:
                for unit in units:
                    made.append(_pack_one(services.exchange, request, unit, job))
                    show_packed(output, made[-1])
        found = [packed_json(packed) for packed in made]
        output.document(found if every else found[0])


def _pack_one(
    exchange: ExchangeService, request: PackRequest, unit: str | None, job: JobContext
) -> Packed:
    return exchange.pack(replace(request, unit=unit), job)


def _merge_each(
    workspace: Path,
    groups: tuple[tuple[Path, ...], ...],
    output: Output,
    *,
    preview: bool,
    trust: str | None,
) -> int:
    """Merge one package after the other; one that is refused does not stop the rest."""
    done: list[MergeReport] = []
    failed: list[JuanzongError] = []
    batch: list[str] = []
    with open_services(workspace) as services, ExitStack() as stack:
        if any(is_sealed(path) for paths in groups for path in paths):
            unlock(services.identity)
        job = stack.enter_context(watched_job(output))
        for paths in groups:
            try:
                if preview:
                    report = services.exchange.preview(paths, job)
                else:
                    report = services.exchange.merge(paths, job, trust=trust, batch=batch)
                    batch.append(report.header.id)
            except JuanzongError as error:
                if len(groups) == 1:
                    raise
                failed.append(error)
                output.complain(error)
                continue
            framework = services.workspace.facts.framework
            show_merge(output, framework, report, preview=preview)
            show_stage_moves(output, framework, report)
            done.append(report)
    output.document(
        {
            "merged": [merge_json(report) for report in done],
            "failed": [error_json(error) for error in failed],
        }
    )
    return len(failed)


def _undo(workspace: Path, packages: list[Path] | None, output: Output) -> None:
    with open_services(workspace) as services:
        named = [str(package) for package in packages or ()]
        if len(named) > 1:
            services.exchange.undo_all(named)
        else:
            named = [services.exchange.undo(named[0] if named else None)]
    output.line(f"已撤销 {len(named)} 个包的合并，原件保留。")
    output.document({"package": named[0], "packages": named})
