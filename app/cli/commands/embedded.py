"""``juanzong item take-out``: bind files that are embedded in an item's files."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.commands.attach import show_report
from app.cli.commands.findings import ItemId
from app.cli.naming import named_item
from app.cli.opening import open_services
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.intake.embedded.filing import file_embedded
from app.intake.embedded.findings import Bound
from app.intake.embedded.listing import Embedded, embedded_in
from app.intake.errors import EmbeddedUnknown
from app.visible_text import visible

_BOUND = {Bound.NOT: "", Bound.PART: "已随件装订", Bound.ITEM: "已另作一件"}


def take_out(
    workspace: WorkspacePath,
    item: ItemId,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="只取出叫这个名字的，可写几次", show_default=False),
    ] = None,
    separate: Annotated[
        bool, typer.Option("--separate", help="各作一件，放在同一位置；不写则附在本件之后")
    ] = False,
    only_list: Annotated[bool, typer.Option("--list", help="只列出，不取出")] = False,
    as_json: AsJson = False,
) -> None:
    """取出文件里的内嵌附件，随件装订或另作一件。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=only_list) as services, watched_job(output) as job:
            opened, workers = services.workspace, services.workers
            item = named_item(opened, item)
            chosen: list[int] | None = None
            if only_list or name:
                found = embedded_in(opened, workers, item, job)
                chosen = [one.number for one in found if not name or one.name in name]
                missing = set(name or ()) - {one.name for one in found}
                if missing:
                    raise EmbeddedUnknown(tuple(one.name for one in found))
            if not only_list:
                report, _ = file_embedded(opened, workers, item, job, chosen, separate=separate)
        if only_list:
            shown = [one for one in found if one.number in (chosen or ())]
            table = simple_table("文件", "内嵌文件", "现状")
            for one in shown:
                table.add_row(visible(one.host_name), visible(one.name), _state(one))
            output.table(table)
            output.line(f"内嵌文件 {len(shown)} 个。")
            output.document([_document(one) for one in shown])
            return
        show_report(output, report, can_add=False)
        if not report.clean:
            raise typer.Exit(1)


def _state(one: Embedded) -> str:
    return _BOUND[one.bound] if one.sha256 else "不能取出"


def _document(one: Embedded) -> dict[str, Any]:
    return {
        "file": one.host_name,
        "name": one.name,
        "sha256": one.sha256,
        "bound": one.bound.value,
    }
