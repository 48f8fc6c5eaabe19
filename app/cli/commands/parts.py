"""``juanzong item …``: the files of an item, their captions; items put together and parted."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.commands.items import ItemId, ItemIds
from app.cli.naming import named_item, named_items
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.evidence.parts import arrange_parts, list_parts, part_item, put_together

PartNumbers = Annotated[
    list[int] | None,
    typer.Option("--part", help="附件的序号，见 item parts；不写就是全部", show_default=False),
]


def parts(
    workspace: WorkspacePath,
    item: ItemId,
    caption: Annotated[
        list[str] | None,
        typer.Option(
            "--caption",
            help="图注，如 1=评查现场；照片合排时印在照片下面，可以写几个",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出一件的各个文件，或改它们的图注。"""
    wanted = dict(one.partition("=")[::2] for one in caption or ())
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=not wanted) as opened,
    ):
        item = named_item(opened, item)
        if wanted:
            with opened.reading() as session:
                count = len(list_parts(session, item))
            captions = [wanted.pop(str(number), "") for number in range(count)]
            # A number that nothing has asks for a file that is not there.
            order = [*range(count), *(count + n for n, _ in enumerate(wanted))]
            arrange_parts(opened, item, order, [*captions, *wanted.values()])
        with opened.reading() as session:
            rows = list_parts(session, item)
        table = simple_table("序号", "文件", "类型")
        for number, row in enumerate(rows):
            table.add_row(str(number), row.name, row.label)
        output.table(table)
        output.document(
            [{"number": n, "name": r.name, "sha256": r.sha256} for n, r in enumerate(rows)]
        )


def join(
    workspace: WorkspacePath,
    items: ItemIds,
    title: Annotated[str, typer.Option("--title", help="合成的一件的题名")] = "",
    as_json: AsJson = False,
) -> None:
    """把几件合为一件：原来的题名成为图注，其余各件移入回收站。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        done = put_together(opened, named_items(opened, items), title)
        output.line(f"{len(done.removed) + 1} 件已合为一件。")
        output.document({"item": done.arranged.item, "removed": list(done.removed)})


def split(
    workspace: WorkspacePath, item: ItemId, part: PartNumbers = None, as_json: AsJson = False
) -> None:
    """把附件另成一件，放在同一位置；合并以前是单独一件的，恢复原来的著录。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        item = named_item(opened, item)
        done = part_item(opened, item, part)
        output.line(f"已另成 {len(done.items)} 件。")
        output.document({"item": item, "items": list(done.items)})
