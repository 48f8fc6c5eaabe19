"""``juanzong item photos``: what photos show, when and where they were taken, and by whom."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.naming import named_items
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.evidence.errors import PhotosNotNamed, PhotoUnknown
from app.evidence.photos import PhotoEdit, PhotoRow, describe_photos, list_photos
from app.names.photos import ELEMENT_NAMES
from app.photos.notes import ELEMENTS, cleaned


def photos(
    workspace: WorkspacePath,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="材料", help="材料的编号或标识，可以写几件", show_default=False),
    ] = None,
    number: Annotated[
        list[int] | None,
        typer.Option("--photo", help="第几张，见列表；不写就是全部", show_default=False),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="题名", show_default=False)] = None,
    taken: Annotated[
        str | None, typer.Option("--time", help="时间；写成空的就是不印", show_default=False)
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="地点", show_default=False)] = None,
    people: Annotated[str | None, typer.Option("--people", help="人物", show_default=False)] = None,
    taken_by: Annotated[str | None, typer.Option("--by", help="摄影者", show_default=False)] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="文字说明", show_default=False)
    ] = None,
    per_page: Annotated[
        int | None,
        typer.Option(
            "--per-page", help="每页 1、2 或 4 张，印出说明；0 按设置", show_default=False
        ),
    ] = None,
    from_list: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="清单（CSV 或 .xlsx）：照片、题名、时间、地点、人物、摄影者、文字说明",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出照片的题名、时间、地点、人物、摄影者、文字说明，或填写它们。"""
    said = {"taken": taken, "place": place, "people": people, "taken_by": taken_by, "words": words}
    given = {name: cleaned(text, name) for name, text in said.items() if text is not None}
    writes = bool(given or title or from_list or per_page is not None)
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=not writes) as opened,
    ):
        if not items and not from_list:
            raise PhotosNotNamed
        wanted = named_items(opened, items) if items else None
        unknown: Sequence[tuple[int, str]] = ()
        if from_list:
            from app.intake.manifest.photos import describe_by_list

            listed = describe_by_list(opened, from_list, wanted)
            unknown = listed.unknown
            output.line(f"清单写明 {listed.photos} 张照片。")
            for line, name in unknown:
                output.line(f"第 {line} 行：没有找到照片“{name}”，或有几张同名。")
            wanted = wanted or [one.item for one in listed.changes]
        with opened.reading() as session:
            rows = list_photos(session, wanted or ())
        if number and not set(number) <= set(range(1, len(rows) + 1)):
            raise PhotoUnknown(rows[0].item_title if rows else "", max(number))
        if given or title or per_page is not None:
            edits = [
                PhotoEdit(row.item, row.number, replace(row.note, **given), title or None)
                for at, row in enumerate(rows, 1)
                if (given or title) and (not number or at in number)
            ]
            layouts = dict.fromkeys(wanted or (), per_page or None) if per_page is not None else {}
            describe_photos(opened, edits, layouts)
            with opened.reading() as session:
                rows = list_photos(session, wanted or ())
        table = simple_table("序号", "文件", *ELEMENT_NAMES.values())
        for at, row in enumerate(rows, 1):
            cells = (getattr(row.known, name) or "" for name in ELEMENTS)
            table.add_row(str(at), row.name, row.title, *cells)
        output.table(table)
        output.document(
            {
                "photos": [_document(row) for row in rows],
                "unknown": [{"line": line, "photo": name} for line, name in unknown],
            }
        )


def _document(row: PhotoRow) -> dict[str, Any]:
    guessed = [n for n in ELEMENTS if getattr(row.note, n) is None and getattr(row.guess, n)]
    return {
        "item": row.item,
        "number": row.number,
        "name": row.name,
        "sha256": row.sha256,
        "title": row.title,
        **{name: getattr(row.known, name) or "" for name in ELEMENTS},
        "guessed": guessed,
        "per_page": row.layout or 0,
    }
