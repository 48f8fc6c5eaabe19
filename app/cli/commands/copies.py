"""``juanzong item …``: change an item in another program, and take what was saved."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.commands.items import ItemId
from app.cli.naming import named_item
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.intake.copies.model import WorkingCopy
from app.names.problems import describe_problem
from app.workspace.opening import Workspace


def edit_copy(workspace: WorkspacePath, item: ItemId, as_json: AsJson = False) -> None:
    """做一份可修改的副本，用 WPS、Word 改；改好用 item copies 收为新版本。"""
    with command(as_json=as_json) as output:
        with open_services(workspace) as services, watched_job(output) as job:
            from app.intake.copies.making import make_copy

            item = named_item(services.workspace, item)
            made = make_copy(services.workspace, services.workers, item, job)
        output.line("上次的副本还没有收为新版本，接着改它：" if made.again else "副本在这里：")
        output.line(f"  {made.path}")
        if made.caution:
            output.line("  注意：它可能带有宏或外部内容，打开后不要启用。", "yellow")
        output.line("改好保存后，用 item copies 查看，加 --take 收为新版本。")
        output.document({"item": item, "file": str(made.path), "again": made.again})


def copies(
    workspace: WorkspacePath,
    take: Annotated[
        int | None, typer.Option("--take", help="把这一份收为新版本", show_default=False)
    ] = None,
    discard: Annotated[
        int | None,
        typer.Option(
            "--discard", help="不要这一份：移到 工作副本/已丢弃，不删除", show_default=False
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="改动说明，创建办审核时看到", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """列出工作副本和各份有没有改动；收为新版本，或丢弃。"""
    with command(as_json=as_json) as output:
        if take is not None:
            _take(workspace, take, reason, output)
        if discard is not None:
            _discard(workspace, discard, output)
        if take is None and discard is None:
            with open_workspace(workspace, read_only=True) as opened:
                _list(opened, output)


def _list(workspace: Workspace, output: Output) -> None:
    from app.intake.copies.looking import look_at_copies
    from app.wording.copies import describe_copy

    found = look_at_copies(workspace)
    table = simple_table("副本", "题名", "保存于", "状态")
    for copy in found:
        saved = copy.saved_at.astimezone().strftime("%Y-%m-%d %H:%M") if copy.saved_at else ""
        number = str(copy.number or "只读")
        table.add_row(number, copy.title, saved, str(describe_copy(copy)))
    if found:
        output.table(table)
    output.line(f"共 {len(found)} 份工作副本。")
    output.document([_row(copy) for copy in found])


def _take(path: WorkspacePath, number: int, reason: str, output: Output) -> None:
    with open_services(path) as services, watched_job(output) as job:
        from app.intake.copies.deciding import copy_of_number, take_copy

        copy = copy_of_number(services.workspace, number)
        taken = take_copy(services.workspace, services.workers, copy, job, reason)
    output.line(f"《{copy.title}》已换上新版本，旧版本保留。")
    for problem in taken.problems:
        output.line(f"  注意：{describe_problem(problem)}", "yellow")
    output.document({"item": taken.item, "problems": [p.kind.value for p in taken.problems]})


def _discard(path: WorkspacePath, number: int, output: Output) -> None:
    with open_workspace(path) as opened:
        from app.intake.copies.deciding import copy_of_number, put_away

        done = put_away(opened, copy_of_number(opened, number))
    output.line(f"已丢弃，文件留在 {done.folder}。")
    output.document({"discarded": number, "folder": str(done.folder)})


def _row(copy: WorkingCopy) -> dict[str, Any]:
    return {
        "number": copy.number,
        "item": copy.item,
        "title": copy.title,
        "file": str(copy.path),
        "state": copy.state.value,
        "saved_at": copy.saved_at.isoformat() if copy.saved_at else None,
        "open": copy.open,
        "removed": copy.removed,
        "overtaken": copy.overtaken,
    }
