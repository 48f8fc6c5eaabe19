"""``juanzong item …``: move items, look at their revisions, duplicates and the recycle bin."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.commands.items import ItemId, ItemIds
from app.cli.naming import named_item, named_items
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import below_words, simple_table
from app.evidence.comparing import compare_texts
from app.evidence.duplicates import Likeness, same_content, similar_titles
from app.evidence.errors import ItemUnknown, PlaceAmbiguous
from app.evidence.exporting import save_originals
from app.evidence.library import LibraryRow, PlaceRow, list_library
from app.evidence.merging import keep_one
from app.evidence.moving import copy_each, move_each, restore_placements
from app.evidence.places import Target
from app.evidence.revisions import RevisionRow, compare_fields, list_revisions, revision_of
from app.evidence.text_difference import DiffKind, TextDifference
from app.framework.schema import Framework
from app.wording.errors import describe_error
from app.wording.evidence import describe_field_change, field_name
from app.workspace.opening import Workspace

Indicator = Annotated[str, typer.Option("--indicator", help="指标编号")]
Method = Annotated[str, typer.Option("--method", "--task", help="核验方式或任务")]
UnitName = Annotated[str | None, typer.Option("--unit", help="责任单位", show_default=False)]
Point = Annotated[int | None, typer.Option("--point", help="材料要点", show_default=False)]

_MARKS = {DiffKind.SAME: "  ", DiffKind.GONE: "- ", DiffKind.NEW: "+ "}
_STYLES = {DiffKind.GONE: "red", DiffKind.NEW: "green"}


def move(
    workspace: WorkspacePath,
    items: ItemIds,
    indicator: Indicator,
    method: Method,
    unit: UnitName = None,
    point: Point = None,
    origin: Annotated[
        str | None,
        typer.Option(
            "--from", help="原来的位置，如 60 或 60/材料查证；归在几处时必填", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把材料移到另一项指标、核验方式或要点。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        rows = _rows(opened)
        items = named_items(opened, items)
        moves: list[tuple[str, Target]] = []
        for item in items:
            place = _place_meant(opened.facts.framework, _row_of(rows, item), origin)
            target = Target(indicator, method, unit or place.unit, point)
            moves.append((place.placement, target))
        moved = move_each(opened, moves)
        placements = [was.placement for was in moved.before]
        output.line(f"已移动 {len(placements)} 件。")
        if moved.without_years:
            output.line(f"{moved.without_years} 件选定的年度新要点不要求，已去掉。", "yellow")
        _say_already(output, moved.already)
        output.document({"placements": placements, "already": list(moved.already)})


def copy(
    workspace: WorkspacePath,
    items: ItemIds,
    indicator: Indicator,
    method: Method,
    unit: UnitName = None,
    point: Point = None,
    as_json: AsJson = False,
) -> None:
    """把几件材料同时用于另一项指标，原来的位置不变。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        rows = _rows(opened)
        items = named_items(opened, items)
        copies = [
            (item, Target(indicator, method, unit or _row_of(rows, item).unit, point))
            for item in items
        ]
        copied = copy_each(opened, copies)
        output.line(f"已用于新的位置 {len(copied.placements)} 件，原来的位置不变。")
        _say_already(output, copied.already)
        output.document({"placements": list(copied.placements), "already": list(copied.already)})


def bin_list(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出回收站：移除的材料，和从某处移除的；原件都在，随时可以恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        rows = _rows(opened)
        removed = [row for row in rows if row.removed_at is not None]
        displaced = [(row, p) for row in rows if row.removed_at is None for p in row.displaced]
        table = simple_table("题名和编号", "原来归在", "移除时间", below="题名和编号")
        for row in removed:
            places = _places_text(opened, row)
            words = below_words(row.title, row.item)
            table.add_row(words, places, _moment(row.removed_at))
        for row, place in displaced:
            table.add_row(
                below_words(f"{row.title}（其他位置仍在用）", place.placement),
                _place_text(opened.facts.framework, place),
                _moment(place.removed_at),
            )
        output.table(table)
        output.line(f"移除的材料 {len(removed)} 件，从某处移除的 {len(displaced)} 处。")
        output.document(
            {
                "items": [{"item": row.item, "title": row.title} for row in removed],
                "placements": [
                    {"placement": p.placement, "item": row.item, "indicator": p.indicator}
                    for row, p in displaced
                ],
            }
        )


def restore_places(
    workspace: WorkspacePath,
    placements: Annotated[
        list[str], typer.Argument(metavar="位置", help="位置的编号，见 item bin")
    ],
    as_json: AsJson = False,
) -> None:
    """恢复从某处移除的材料，回到原来的位置和次序。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        restore_placements(opened, placements)
        output.line(f"已恢复 {len(placements)} 处。")
        output.document({"placements": placements})


def revisions(workspace: WorkspacePath, item: ItemId, as_json: AsJson = False) -> None:
    """列出材料的各个版本。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        with opened.database.reading() as session:
            rows = list_revisions(session, named_item(opened, item))
        table = simple_table("版本", "题名", "文件", "大小", "时间", "操作人", "SHA-256")
        for row in rows:
            number = f"{row.number}（现行）" if row.current else str(row.number)
            size, at = f"{row.size:,}", _moment(row.created_at)
            table.add_row(
                number, row.title, row.file_name, size, at, row.created_by, row.sha256[:12]
            )
        output.table(table)
        output.document([_revision(row) for row in rows])


def compare(
    workspace: WorkspacePath,
    item: ItemId,
    before: Annotated[int, typer.Argument(metavar="旧版本", min=1)],
    after: Annotated[int, typer.Argument(metavar="新版本", min=1)],
    as_json: AsJson = False,
) -> None:
    """比较材料的两个版本：说明、文件和文字各有什么不同。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services, watched_job(output) as job:
            with services.workspace.database.reading() as session:
                rows = list_revisions(session, named_item(services.workspace, item))
            old, new = revision_of(rows, before), revision_of(rows, after)
            text = compare_texts(services.workspace, services.workers, old, new, job)
        changes = compare_fields(old, new)
        table = simple_table("项目", f"第 {before} 版", f"第 {after} 版")
        for change in changes:
            table.add_row(field_name(change.field), *describe_field_change(change))
        output.table(table)
        for words, style in _difference_lines(text):
            output.line(words, style)
        output.document(
            {
                "fields": [c.field for c in changes],
                "readable": text.readable,
                "whole": text.whole,
                "text": [[line.kind.value, line.text, line.count] for line in text.lines],
            }
        )


def _difference_lines(text: TextDifference) -> list[tuple[str, str]]:
    if not text.readable:
        return [("两个文件里没有都能读出的文字，不比较文字。", "")]
    if not text.lines:
        return [("文字没有不同。", "")]
    found = []
    for line in text.lines:
        if line.kind is DiffKind.SKIPPED:
            found.append((f"  …（{line.count} 句相同）", ""))
        else:
            found.append((_MARKS[line.kind] + line.text, _STYLES.get(line.kind, "")))
    if not text.whole:
        found.append(("文件很长，只比较了开头部分。", ""))
    return found


def duplicates(
    workspace: WorkspacePath,
    keep: Annotated[
        str | None,
        typer.Option(
            "--keep",
            metavar="材料",
            help="保留这一件（写编号或标识），与它内容相同的移入回收站，它们的位置由这一件接替",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出内容相同或题名相近的材料。"""
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=keep is None) as opened,
    ):
        rows = {row.item: row for row in _rows(opened)}
        groups = (*same_content(rows.values()), *similar_titles(rows.values()))
        if keep is not None:
            keep = named_item(opened, keep)
            others = [
                i
                for g in groups
                if g.likeness is Likeness.CONTENT and keep in g.items
                for i in g.items
            ]
            done = keep_one(opened, keep, others)
            output.line(f"已保留这一件，另 {len(done.removed)} 件移入回收站，可随时恢复。")
            output.document({"kept": keep, "removed": done.removed})
            return
        table = simple_table("组", "相同之处", "题名和编号", "归在", below="题名和编号")
        for number, group in enumerate(groups, 1):
            like = "内容相同" if group.likeness is Likeness.CONTENT else "题名相近"
            for item in group.items:
                row = rows[item]
                places = _places_text(opened, row)
                table.add_row(str(number), like, below_words(row.title, item), places)
        output.table(table)
        output.line(f"共 {len(groups)} 组。")
        output.document([{"likeness": g.likeness.value, "items": g.items} for g in groups])


def export(
    workspace: WorkspacePath,
    items: ItemIds,
    folder: Annotated[Path, typer.Option("--to", metavar="文件夹", help="另存到这个文件夹")],
    as_json: AsJson = False,
) -> None:
    """另存原件：把材料的文件复制到文件夹，不覆盖已有的文件。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services, watched_job(output) as job:
            items = named_items(services.workspace, items)
            done = save_originals(services.workspace, items, folder, job)
        output.line(f"已另存 {done.saved} 个文件，失败 {len(done.failed)} 个。")
        for file in done.failed:
            if file.error is not None:
                output.line(f"  {file.file_name}：{describe_error(file.error)}", "red")
        output.document(
            [
                {"item": f.item, "file": f.file_name, "path": str(f.path) if f.path else None}
                for f in done.files
            ]
        )
        if done.failed:
            raise typer.Exit(1)


def _rows(workspace: Workspace) -> tuple[LibraryRow, ...]:
    with workspace.database.reading() as session:
        return list_library(session)


def _row_of(rows: Sequence[LibraryRow], item: str) -> LibraryRow:
    found = next((row for row in rows if row.item == item and row.removed_at is None), None)
    if found is None:
        raise ItemUnknown(item)
    return found


def _place_meant(framework: Framework, row: LibraryRow, origin: str | None) -> PlaceRow:
    """The place of an item that a person means by ``60`` or ``60/材料查证``."""
    found = list(row.places)
    if origin is not None:
        code, _, task = origin.partition("/")
        code = framework.indicator(code).code
        found = [p for p in found if p.indicator == code]
        if task:
            wanted = framework.find_task(code, task).code
            found = [p for p in found if p.task_code == wanted]
    if len(found) != 1:
        raise PlaceAmbiguous(
            row.title, tuple(_place_text(framework, place) for place in row.places)
        )
    return found[0]


def _places_text(opened: Workspace, row: LibraryRow) -> str:
    return "、".join(_place_text(opened.facts.framework, place) for place in row.places)


def _place_text(framework: Framework, place: PlaceRow) -> str:
    point = f"/要点{place.point}" if place.point is not None else ""
    return f"{place.indicator}/{framework.task_name(place.indicator, place.task_code)}{point}"


def _moment(at: datetime | None) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at is not None else ""


def _say_already(output: Output, already: Sequence[str]) -> None:
    if already:
        titles = "、".join(f"《{title}》" for title in already)
        output.line(f"{titles}已经在那里，没有变动。", "yellow")


def _revision(row: RevisionRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "current": row.current,
        "title": row.title,
        "file": row.file_name,
        "sha256": row.sha256,
        "size": row.size,
        "created_at": row.created_at.isoformat(),
        "created_by": row.created_by,
    }
