"""``juanzong capture …``: web pages captured by the browser of this computer (网页采集)."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from app.capture.model import Capture
from app.capture.record import plain_capture
from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_services, open_workspace
from app.cli.output.attach_report import outcome_json, outcome_lines
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.evidence.places import Target, place_of
from app.evidence.text_difference import DiffKind
from app.intake.captures import ERRORS_FROM, MainFile, TakenCapture, Wanted, take_captures
from app.intake.courier import receive
from app.names.captures import describe_capture
from app.names.rechecks import STANDING_NAMES
from app.replacing import replace_with
from app.verification.slots import Slot
from app.verification.web_check.capture_errors import (
    CannotCapture,
    CourierListMissing,
    FolderNotNamed,
)
from app.verification.web_check.capturing import capture_orders
from app.verification.web_check.courier import pack_courier
from app.verification.web_check.courier_run import run_courier
from app.verification.web_check.errands import Errand, known_errands
from app.verification.web_check.lookups import LOOKUPS
from app.verification.web_check.orders import orders_of_words
from app.verification.web_check.recheck_page import note_of, page_of_recheck
from app.verification.web_check.rechecking import (
    AT_RISK,
    Standing,
    at_risk,
    kept_pages,
    recheck,
)
from app.workroom import workroom

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="网址或清单", help="网址，或网址清单（.txt、.csv、.xlsx）", show_default=False
    ),
]
OutFolder = Annotated[
    Path | None, typer.Option("-o", "--out", help="文件放到这个文件夹", show_default=False)
]
Browser = Annotated[
    str, typer.Option("--browser", help="用哪个浏览器，写程序的路径；不填则自动寻找")
]


def pages(
    words: Words,
    out: OutFolder = None,
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", help="收入这个工作区，作为材料", show_default=False),
    ] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    task: Annotated[
        str, typer.Option("--method", "--task", help="核验方式或任务，不填则为网络检索")
    ] = LOOKUPS.method,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点的序号", show_default=False)
    ] = None,
    main: Annotated[
        MainFile, typer.Option("--as", help="收作材料的是网页（page）还是整页截图（picture）")
    ] = MainFile.PAGE,
    any_status: Annotated[
        bool, typer.Option("--any-status", help="网站返回 404 等错误的页面也收入")
    ] = False,
    browser: Browser = "",
    as_json: AsJson = False,
) -> None:
    """采集网页：整页截图、PDF、网页存档和记录；可直接收入工作区，作为材料。"""
    with command(as_json=as_json) as output:
        if (out is None and workspace is None) or (workspace is None) != (indicator is None):
            raise FolderNotNamed
        orders = orders_of_words(words)
        with ExitStack() as stack:
            job = stack.enter_context(watched_job(output))
            services = None
            if workspace is not None:
                services = stack.enter_context(open_services(workspace))
                place_of(services.workspace, Target(indicator or "", task, unit, point))
            folder = out or stack.enter_context(workroom())
            captures = capture_orders(
                orders, folder, job, chosen=browser, done=lambda one: _tell(output, one)
            )
            taken: tuple[TakenCapture, ...] = ()
            if services is not None:
                target = Target(indicator or "", task, unit, point)
                taken = take_captures(
                    services.workspace,
                    services.workers,
                    [Wanted(one, folder, target) for one in captures],
                    job,
                    main=main,
                    any_status=any_status,
                )
        show_taken(output, taken)
        got = sum(one.fault is None for one in captures)
        output.line(f"共 {len(captures)} 个网址，采集到 {got} 个。", "bold")
        if out is not None:
            output.line(f"文件和记录在 {out}，用浏览器打开其中的“网页采集.html”查看。")
        output.document(
            {
                "folder": str(out) if out else None,
                "captures": [plain_capture(one) for one in captures],
                "taken": [_taken_json(one) for one in taken],
            }
        )
        if got < len(captures) or not all(one.fine for one in taken):
            raise typer.Exit(1)


def pack(
    workspace: WorkspacePath,
    out: Annotated[
        Path, typer.Option("-o", "--out", help="放到这个文件夹，如 U 盘", show_default=False)
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="网址或清单",
            help="不填则带上检索清单和网络检索记录里的全部网址",
            show_default=False,
        ),
    ] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="指标编号", show_default=False)
    ] = None,
    task: Annotated[
        str, typer.Option("--method", "--task", help="核验方式或任务，不填则为网络检索")
    ] = LOOKUPS.method,
    unit: Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """制作网检信使：把网址清单和采集程序放到 U 盘，拿到能上网的电脑上采集。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        if words:
            if indicator is None:
                raise FolderNotNamed
            place = place_of(opened, Target(indicator, task, unit))
            slot = Slot(place.unit, place.indicator, place.task_code)
            errands = tuple(Errand(o.address, o.sought, slot) for o in orders_of_words(words))
        else:
            registry = opened.registry()
            name = registry.unit(unit).name if unit else opened.facts.unit_name or ""
            code = opened.facts.framework.indicator(indicator).code if indicator else None
            with opened.database.reading() as session:
                errands = tuple(
                    one
                    for one in known_errands(session, registry, name)
                    if code in {None, one.slot.indicator}
                )
        made = pack_courier(opened, errands, out)
        output.line(f"已做好：{made}，{len(errands)} 个网址。")
        output.line("拿到能上网的电脑上，照“说明.txt”做；带回后用 juanzong capture receive 收回。")
        output.document({"folder": str(made), "addresses": len(errands)})


def run(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="网检信使的文件夹")],
    browser: Browser = "",
    as_json: AsJson = False,
) -> None:
    """在能上网的电脑上按网检信使的清单采集，做出带回的结果文件。"""
    with command(as_json=as_json) as output:
        with watched_job(output) as job:
            ran = run_courier(
                folder,
                lambda _number, _count, one: _tell(output, one),
                chosen=browser,
                check=job.check_cancelled,
            )
        if ran.list_fault:
            raise CourierListMissing(folder)
        if ran.fault is not None:
            raise CannotCapture(ran.fault)
        failed = sum(one.fault is not None for one in ran.captures)
        output.line(f"采集到 {len(ran.captures) - failed} 个，没有采集到 {failed} 个。", "bold")
        output.line(f"请把结果文件带回去收回：{ran.parcel}")
        output.document(
            {
                "results": str(ran.parcel),
                "captures": [plain_capture(one) for one in ran.captures],
            }
        )
        if failed:
            raise typer.Exit(1)


def take_back(
    workspace: WorkspacePath,
    path: Annotated[
        Path, typer.Argument(metavar="结果", help="带回的结果文件，或网检信使的文件夹")
    ],
    main: Annotated[
        MainFile, typer.Option("--as", help="收作材料的是网页（page）还是整页截图（picture）")
    ] = MainFile.PAGE,
    as_json: AsJson = False,
) -> None:
    """收回网检信使带回的结果，和用浏览器保存的网页，各归各的任务。"""
    with command(as_json=as_json) as output:
        with open_services(workspace) as services, watched_job(output) as job:
            got = receive(services.workspace, services.workers, path, job, main=main)
        for one in got.results:
            if one.wanted.capture.fault is not None:
                _tell(output, one.wanted.capture)
        show_taken(output, got.results)
        unknown = [page for page in got.pages if page.outcome is None]
        for page in got.pages:
            if page.outcome is not None:
                for text, style in outcome_lines(page.outcome):
                    output.line(text, style)
        for page in unknown:
            said = page.address or "文件里没有写网址"
            output.line(f"没有对上清单里的网址：{page.path.name}（{said}）", "yellow")
        output.line(f"收取 {len(got.items)} 件。", "bold")
        output.document(
            {
                "items": list(got.items),
                "taken": [_taken_json(one) for one in got.results],
                "pages": [
                    {
                        "file": page.path.name,
                        "address": page.address,
                        "outcome": outcome_json(page.outcome) if page.outcome else None,
                    }
                    for page in got.pages
                ],
            }
        )
        if unknown or not all(one.fine for one in got.results):
            raise typer.Exit(1)


def look_again(
    workspace: WorkspacePath,
    indicator: OnlyIndicator = None,
    unit: OnlyUnit = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="写成可以打印的网页（.html）", show_default=False),
    ] = None,
    browser: Browser = "",
    as_json: AsJson = False,
) -> None:
    """复查收过的网址：打不开的、改址的、内容有变的，影响哪些指标。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services:
            opened = services.workspace
            code = opened.facts.framework.indicator(indicator).code if indicator else None
            name = opened.registry().unit(unit).name if unit else None
            pages = kept_pages(
                opened, lambda row: code in {None, row.indicator} and name in {None, row.unit}
            )
            with watched_job(output) as job:
                found = recheck(opened, services.workers, pages, job, chosen=browser)
            county, now = opened.facts.county, opened.database.now().astimezone()
        for one in found:
            style = "red" if one.standing in AT_RISK else ""
            places = "、".join(one.page.indicators)
            output.line(f"{STANDING_NAMES[one.standing]}：{one.page.title}（指标 {places}）", style)
            output.line(f"  {one.page.address}")
            if note := note_of(one):
                output.line(f"  {note}")
            for line in one.lines:
                if line.kind in {DiffKind.GONE, DiffKind.NEW}:
                    output.line(f"  {'－' if line.kind is DiffKind.GONE else '＋'}{line.text}")
        risky = at_risk(found)
        output.line(f"复查 {len(found)} 件，受影响的指标：{'、'.join(risky) or '没有'}。", "bold")
        if out is not None:
            text = page_of_recheck(found, county, now)
            replace_with(out, lambda path: path.write_text(text, encoding="utf-8"))
            output.line(f"已写成 {out}，可用浏览器打开、打印。")
        output.document(
            {
                "at_risk": list(risky),
                "pages": [
                    {
                        "item": one.page.item,
                        "title": one.page.title,
                        "address": one.page.address,
                        "indicators": list(one.page.indicators),
                        "standing": one.standing.value,
                        "now": plain_capture(one.capture),
                        "changes": [
                            [line.kind.value, line.text]
                            for line in one.lines
                            if line.kind in {DiffKind.GONE, DiffKind.NEW}
                        ],
                    }
                    for one in found
                ],
            }
        )
        if any(one.standing in AT_RISK or one.standing is Standing.NOT_CHECKED for one in found):
            raise typer.Exit(1)


def _tell(output: Output, capture: Capture) -> None:
    output.line(capture.title or capture.asked, "bold")
    if capture.title:
        output.line(f"  {capture.asked}")
    output.line(f"  {describe_capture(capture)}", "red" if capture.fault else "")


def show_taken(output: Output, taken: Sequence[TakenCapture]) -> None:
    """Say what became of captures in the workspace."""
    for one in taken:
        if one.outcome is not None:
            for text, style in outcome_lines(one.outcome):
                output.line(text, style)
        elif one.wanted.capture.status >= ERRORS_FROM:
            status = one.wanted.capture.status
            output.line(f"没有收入（网站返回 {status}）：{one.wanted.capture.asked}", "yellow")
            output.line("  确实要收入的，可加 --any-status 重做一次。", "dim")
        if one.trouble is not None:
            output.complain(one.trouble)


def _taken_json(one: TakenCapture) -> dict[str, Any]:
    return {
        "address": one.wanted.capture.asked,
        "key": one.wanted.capture.key,
        "item": one.item_id,
        "outcome": outcome_json(one.outcome) if one.outcome else None,
        "whole": one.fine,
    }
