"""``juanzong item …``: describe, confirm and order many evidence items at once."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, OnlyIndicator, OnlyUnit, WorkspacePath, command
from app.cli.commands.items import DocDate, Issuer, ItemIds
from app.cli.naming import named_items
from app.cli.opening import open_workspace
from app.cli.origin_options import (
    Address,
    LookedUpAt,
    LookedUpBy,
    PublishedOn,
    Section,
    Site,
    origin_edit,
)
from app.cli.output.tables import simple_table
from app.evidence.bulk import BulkEdit, change_many, edits_of
from app.evidence.errors import ItemUnknown, NoItemsNamed
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.evidence.placements import reorder
from app.evidence.places import Target
from app.evidence.points import choose_points, in_date_order
from app.evidence.title_patterns import PATTERN_FIELDS, TitlePattern
from app.workspace.opening import Workspace


def edit_many(
    workspace: WorkspacePath,
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="材料",
            help="材料的编号（如 60-3）或标识，见 item list；不写就用下面的条件选",
            show_default=False,
        ),
    ] = None,
    indicator: OnlyIndicator = None,
    method: Annotated[
        str | None,
        typer.Option("--method", "--task", help="只看这种核验方式的", show_default=False),
    ] = None,
    unit: OnlyUnit = None,
    issuer: Issuer = None,
    date: DocDate = None,
    copies: Annotated[
        int | None, typer.Option("--copies", min=1, help="份数", show_default=False)
    ] = None,
    remark: Annotated[str | None, typer.Option("--remark", help="备注", show_default=False)] = None,
    address: Address = None,
    site: Site = None,
    section: Section = None,
    published: PublishedOn = None,
    looked_up_at: LookedUpAt = None,
    looked_up_by: LookedUpBy = None,
    point: Annotated[
        int | None, typer.Option("--point", help="归到这个材料要点", show_default=False)
    ] = None,
    title: Annotated[
        str,
        typer.Option(
            "--title-pattern",
            help="题名格式，如 案卷评查照片（{序号}）；可用：" + "、".join(PATTERN_FIELDS),
            show_default=False,
        ),
    ] = "",
    find: Annotated[
        str, typer.Option("--find", help="把题名里的这些字换成别的", show_default=False)
    ] = "",
    replace: Annotated[
        str, typer.Option("--replace", help="换成什么；不写就是去掉", show_default=False)
    ] = "",
    confirm: Annotated[
        bool, typer.Option("--confirm", help="确认软件猜测的各项；题名是机器起的除外")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样改，不改动")] = False,
    as_json: AsJson = False,
) -> None:
    """成批改正或确认材料：责任者、日期、份数、备注、要点，按格式起题名。"""
    wanted = BulkEdit(
        issuer,
        date,
        copies,
        remark,
        TitlePattern(title, find, replace),
        confirm,
        origin_edit(address, site, section, published, looked_up_at, looked_up_by),
    )
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=dry_run) as opened:
        rows = _chosen(opened, named_items(opened, items or []), indicator, method, unit)
        edits = edits_of(rows, wanted)
        moves = [
            (row.placement, Target(row.indicator, row.task_code, row.unit, point))
            for row in rows
            if point is not None
        ]
        table = simple_table("编号", "现在的题名", "改成")
        for row in {row.item: row for row in rows}.values():
            table.add_row(row.number, row.title, edits[row.item].title or "（不变）")
        output.table(table)
        changed = 0
        if dry_run:
            output.line(f"选中 {len(edits)} 件，没有改动。")
        else:
            done = change_many(opened, edits, moves)
            changed = done.count
            output.line(f"选中 {len(edits)} 件，改动 {changed} 件。")
        output.document(
            {
                "items": list(edits),
                "titles": {item: edit.title for item, edit in edits.items() if edit.title},
                "changed": changed,
            }
        )


def choose_task_points(
    workspace: WorkspacePath,
    items: ItemIds,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")],
    point: Annotated[
        list[int] | None,
        typer.Option("--point", help="材料要点，可以写几个；不写就是未归要点", show_default=False),
    ] = None,
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """让材料归在这些要点：一件材料可以同时证明几个要点。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        items = named_items(opened, items)
        rows = _chosen(opened, items, indicator, method, unit)
        done = choose_points(opened, [row.placement for row in rows], set(point or ()))
        output.line(f"已改动 {done.count} 处位置。")
        output.document({"items": items, "points": point or [], "changed": done.count})


def sort_by_date(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")],
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """把一条核验任务的材料按日期先后排列，没有日期的在后。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        rows = _chosen(opened, [], indicator, method, unit)
        before = [row.placement for row in rows]
        after = in_date_order(rows)
        if after != before:
            reorder(opened, after)
        output.line(f"已按日期排列 {len(rows)} 件。")
        output.document({"placements": after})


def _chosen(
    opened: Workspace, items: list[str], indicator: str | None, method: str | None, unit: str | None
) -> list[FiledRow]:
    """The places that are meant, in the order of binding."""
    if not items and indicator is None and unit is None:
        raise NoItemsNamed
    framework, registry = opened.facts.framework, opened.registry()
    name = registry.unit(unit).name if unit else None
    code = framework.indicator(indicator).code if indicator else None
    with opened.database.reading() as session:
        rows = list_filed(session, BindingOrder.of(framework, registry))
    known = {row.item for row in rows}
    for item in items:
        if item not in known:
            raise ItemUnknown(item)
    found = [
        row
        for row in rows
        if (not items or row.item in items)
        and code in {None, row.indicator}
        and name in {None, row.unit}
    ]
    if method is None:
        return found
    if code is not None:
        task = framework.find_task(code, method).code
        return [row for row in found if row.task_code == task]
    verified = framework.find_method(method).id
    return [r for r in found if framework.task(r.indicator, r.task_code).method == verified]
