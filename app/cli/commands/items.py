"""``juanzong item …``: look at evidence items, correct them, give them newer or printed files."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.naming import named_item, named_items
from app.cli.opening import open_services, open_workspace
from app.cli.origin_options import (
    Address,
    LookedUpAt,
    LookedUpBy,
    PublishedOn,
    Section,
    Site,
    origin_edit,
)
from app.cli.output.progress import watched_job
from app.cli.output.tables import below_words, simple_table
from app.dossier.whereabouts import read_bound_places
from app.evidence.arranging import read_order
from app.evidence.concerns import concerns_of
from app.evidence.descriptions import Description
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.listing import FiledRow, list_filed
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.intake.errors import CompanionUnclear
from app.intake.parts.adding import add_attachment, add_companion_pdf, put_companion
from app.intake.parts.revising import revise_item
from app.isolation import Workers
from app.jobs import JobContext
from app.names.problems import describe_problem, problem_name
from app.workspace.opening import Workspace

ItemIds = Annotated[
    list[str],
    typer.Argument(metavar="材料", help="材料的编号，如 60-20-3，或标识"),
]
ItemId = Annotated[str, typer.Argument(metavar="材料", help="材料的编号，如 60-20-3，或标识")]
OneFile = Annotated[Path, typer.Argument(metavar="文件")]
Title = Annotated[str | None, typer.Option("--title", help="题名", show_default=False)]
DocNumber = Annotated[str | None, typer.Option("--doc-number", help="文号", show_default=False)]
Issuer = Annotated[str | None, typer.Option("--issuer", help="责任者", show_default=False)]
DocDate = Annotated[
    str | None, typer.Option("--date", help="日期，如 2021-04-09", show_default=False)
]
ChangeReason = Annotated[
    str | None,
    typer.Option("--reason", help="改动说明：答复退回，创建办审核时看到", show_default=False),
]


def list_all(
    workspace: WorkspacePath,
    indicator: OnlyIndicator = None,
    unit: OnlyUnit = None,
    ids: Annotated[bool, typer.Option("--ids", help="也列出各件的标识")] = False,
    as_json: AsJson = False,
) -> None:
    """列出材料：归在哪里、题名、文号、责任者、日期、问题。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            registry = opened.registry()
            chosen = registry.unit(unit).name if unit else None
            with opened.database.reading() as session:
                order = read_order(session, opened.facts.framework, registry)
                filed = list_filed(session, order)
            framework = opened.facts.framework
            bound = {key: place.words for key, place in read_bound_places(opened).items()}
        code = framework.indicator(indicator).code if indicator else None
        rows = [r for r in filed if code in {None, r.indicator} and chosen in {None, r.unit}]
        table = simple_table("编号", "题名", "日期", "问题", whole=("编号", "日期"))
        for row in rows:
            lines = [
                row.title + ("（待确认）" if row.guesses else ""),
                "　".join(
                    filter(
                        None,
                        (
                            framework.task_name(row.indicator, row.task_code),
                            f"要点{row.point}" if row.point else "",
                            row.doc_number,
                            bound.get(row.placement, ""),
                        ),
                    )
                ),
                *([row.item] if ids else []),
            ]
            table.add_row(
                row.number or row.indicator,
                below_words(*lines),
                row.doc_date,
                "、".join(problem_name(p.kind) for p in row.problems),
            )
        output.table(table)
        output.line(f"共 {len(rows)} 件。其他命令用编号指明材料；标识用 --ids 查看。")
        output.document([{**_row(r), "bound": bound.get(r.placement, "")} for r in rows])


def edit(
    workspace: WorkspacePath,
    item: ItemId,
    title: Title = None,
    doc_number: DocNumber = None,
    issuer: Issuer = None,
    date: DocDate = None,
    copies: Annotated[
        int | None, typer.Option("--copies", min=1, help="份数", show_default=False)
    ] = None,
    remark: Annotated[str | None, typer.Option("--remark", help="备注", show_default=False)] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="确认软件猜测的各项")] = False,
    address: Address = None,
    site: Site = None,
    section: Section = None,
    published: PublishedOn = None,
    looked_up_at: LookedUpAt = None,
    looked_up_by: LookedUpBy = None,
    reason: ChangeReason = None,
    as_json: AsJson = False,
) -> None:
    """改正或确认材料的题名、文号、责任者、日期。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        item = named_item(opened, item)
        change = ItemEdit(
            title,
            doc_number,
            issuer,
            date,
            copies,
            remark,
            confirm,
            reason=reason,
            origin=origin_edit(address, site, section, published, looked_up_at, looked_up_by),
        )
        edit_item(opened, item, change)
        output.line("已更新。")
        output.document({"item": item})


def revise(
    workspace: WorkspacePath,
    item: ItemId,
    file: OneFile,
    reason: ChangeReason = None,
    as_json: AsJson = False,
) -> None:
    """换上新版本的文件，旧版本保留，相关审核需复审。"""
    with command(as_json=as_json) as output:
        with open_services(workspace) as services, watched_job(output) as job:
            item = named_item(services.workspace, item)
            problems = revise_item(
                services.workspace,
                services.workers,
                item,
                file,
                job,
                Description(),
                reason=reason or "",
            )
        output.line("已换上新版本，旧版本保留。")
        for problem in problems:
            output.line(f"  注意：{describe_problem(problem)}", "yellow")
        output.document({"item": item, "problems": [p.kind.value for p in problems]})


def companion(
    workspace: WorkspacePath,
    item: ItemId,
    file: Annotated[Path | None, typer.Argument(metavar="文件", show_default=False)] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="去掉附上的 PDF，装订时仍用原来的文件")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """附上打印的 PDF，装订时用它的页面。"""
    if file is None or remove:
        with command(as_json=as_json) as output:
            if file is not None or not remove:
                raise CompanionUnclear
            with open_workspace(workspace) as opened:
                item = named_item(opened, item)
                before = put_companion(opened, item, None)
            output.line(f"已去掉 {before.file_name}。" if before else "这一件没有附打印的 PDF。")
            output.document({"item": item, "removed": before.file_name if before else None})
        return
    _add_file(workspace, item, file, add_companion_pdf, as_json=as_json)


def attachment(
    workspace: WorkspacePath, item: ItemId, file: OneFile, as_json: AsJson = False
) -> None:
    """添加附件，装订时跟在正文之后，同为一件。"""
    _add_file(workspace, item, file, add_attachment, as_json=as_json)


def _add_file(
    workspace: Path,
    item: str,
    file: Path,
    add: Callable[[Workspace, Workers, str, Path, JobContext], object],
    *,
    as_json: bool,
) -> None:
    with command(as_json=as_json) as output:
        with open_services(workspace) as services, watched_job(output) as job:
            item = named_item(services.workspace, item)
            add(services.workspace, services.workers, item, file, job)
        output.line(f"已附上 {file.name}。")
        output.document({"item": item, "file": file.name})


def place(
    workspace: WorkspacePath,
    item: ItemId,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")],
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把材料同时用于另一处：一件材料可以证明几项指标。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        item = named_item(opened, item)
        placement = place_item(opened, item, Target(indicator, method, unit, point))
        output.line("已用于新的位置，原来的位置不变。")
        output.document({"item": item, "placement": placement})


def remove(workspace: WorkspacePath, items: ItemIds, as_json: AsJson = False) -> None:
    """把材料移入回收站，可随时恢复，原件保留。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        items = named_items(opened, items)
        remove_items(opened, items)
        output.line(f"已移入回收站 {len(items)} 件。")
        output.document({"items": items})


def restore(workspace: WorkspacePath, items: ItemIds, as_json: AsJson = False) -> None:
    """从回收站恢复材料到原来的位置。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        restore_items(opened, items)
        output.line(f"已恢复 {len(items)} 件。")
        output.document({"items": items})


def _row(row: FiledRow) -> dict[str, Any]:
    return {
        "item": row.item,
        "placement": row.placement,
        "number": row.number,
        "indicator": row.indicator,
        "task": row.task_code,
        "point": row.point,
        "unit": row.unit,
        "title": row.title,
        "doc_number": row.doc_number,
        "issuer": row.issuer,
        "date": row.doc_date,
        "origin": row.origin.stored(),
        "guesses": dict(row.guesses),
        "file": row.file_name,
        "sha256": row.sha256,
        "revision": row.revision,
        "blocked": row.blocked,
        "parts": row.parts,
        "problems": [p.kind.value for p in row.problems],
        "concerns": sorted(concern.value for concern in concerns_of(row)),
    }
