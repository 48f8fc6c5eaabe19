"""``juanzong item pages``: how the pages of a file are bound; the original stays as it is."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.commands.items import ItemId
from app.cli.naming import named_item
from app.cli.opening import open_services
from app.cli.output.progress import watched_job
from app.conversion.model import CHOOSABLE, USUAL
from app.errors import ConversionFailed
from app.evidence.errors import (
    CutNotUnderstood,
    OnlyPicturesCut,
    PagesNotUnderstood,
    PagesWithoutReason,
    PaperNotUnderstood,
    PartUnknown,
    TurnNotUnderstood,
)
from app.evidence.listing import list_filed
from app.evidence.page_setups import set_pages
from app.evidence.parts import PartRow, list_parts
from app.filekind import FileKind
from app.names.page_setup import page_setup_words
from app.page_setup import AS_THEY_ARE, Cut, PageSetup, Paper, page_setup, pages_in
from app.preview.showing import NamedOriginal, own_rendition
from app.problems import Problem


def pages(
    workspace: WorkspacePath,
    item: ItemId,
    file: Annotated[int, typer.Option("--file", min=0, help="第几份附件，0 是正文")] = 0,
    bind: Annotated[
        str | None,
        typer.Option("--bind", help="只装订这些页，如 3-7,9；all 是全部", show_default=False),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="为什么不装其余的页", show_default=False)
    ] = "",
    turn: Annotated[
        list[str] | None,
        typer.Option("--turn", help="向右转，如 2=90、1-3=180；90 是各页都转", show_default=False),
    ] = None,
    tilt: Annotated[
        list[str] | None,
        typer.Option("--tilt", help="摆正：向右转几度，如 1=0.8", show_default=False),
    ] = None,
    paper: Annotated[
        str | None,
        typer.Option("--paper", help="纸张：auto、a4、a3，或毫米，如 185x260", show_default=False),
    ] = None,
    cut: Annotated[
        str | None,
        typer.Option(
            "--cut",
            help="图片：auto 长截图自动切页，whole 印在一页上，pieces 切成几页",
            show_default=False,
        ),
    ] = None,
    reset: Annotated[bool, typer.Option("--reset", help="恢复原样")] = False,
    as_json: AsJson = False,
) -> None:
    """查看和设置一份文件怎样装订：转页、选页、纸张、长图切页；不写选项只查看，原件不变。"""
    told = (bind, paper, cut)
    asked = reset or bool(turn) or bool(tilt) or any(one is not None for one in told)
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=not asked) as services,
    ):
        opened = services.workspace
        item = named_item(opened, item)
        with opened.database.reading() as session:
            parts = list_parts(session, item)
            row = next(row for row in list_filed(session, items=[item]))
        if file >= len(parts):
            raise PartUnknown(len(parts))
        part = parts[file]
        before = row.setups.get(part.sha256, AS_THEY_ARE)
        before = _cut(AS_THEY_ARE if reset else before, part, cut)
        choices = row.binding if part.kind in CHOOSABLE else USUAL
        original = NamedOriginal(part.sha256, part.kind, part.name, choices, before)
        with watched_job(output) as job:
            found = own_rendition(opened, services.conversion, original, job)
        if isinstance(found, Problem):
            raise ConversionFailed(part.name, found)
        count = found.page_count
        after = _chosen(before, count, bind, reason, paper)
        after = _moved(after, count, turn or [], tilt or [])
        changed = asked and set_pages(opened, item, {part.sha256: after})
        output.line(f"{part.name}：{count} 页，{page_setup_words(after)}。")
        if asked:
            output.line("已更新，下次编制时生效。" if changed else "原来就是这样，没有改动。")
        output.document(_document(item, part, count, after) | {"changed": changed})


def _document(item: str, part: PartRow, count: int, setup: PageSetup) -> dict[str, object]:
    return {
        "item": item,
        "file": part.name,
        "sha256": part.sha256,
        "pages": count,
        "setup": setup.stored() if setup.says_something else {},
    }


def _chosen(
    before: PageSetup, count: int, bind: str | None, reason: str, paper: str | None
) -> PageSetup:
    """The setup with other pages, or other paper."""
    if before.of not in {0, count}:
        before = before.making
    bound = before.bound
    if bind is not None:
        read = pages_in("" if bind.strip().lower() == "all" else bind, count)
        if read is None:
            raise PagesNotUnderstood(bind, count)
        bound = () if len(read) == count else read
    why = reason.strip() or before.reason
    if bound and not why:
        raise PagesWithoutReason
    kind, size = (before.paper, before.size) if paper is None else _paper(paper)
    turns, tilts = dict(before.turns), dict(before.tilts)
    return page_setup(
        count,
        bound=bound,
        reason=why,
        turns=turns,
        tilts=tilts,
        paper=kind,
        size=size,
        cut=before.cut,
    )


def _cut(before: PageSetup, part: PartRow, text: str | None) -> PageSetup:
    """The setup with a picture cut, or not; what was set for pages that are others then goes."""
    if text is None:
        return before
    try:
        cut = Cut(text.strip().lower())
    except ValueError as error:
        raise CutNotUnderstood(text) from error
    if cut is not Cut.AUTO and part.kind is not FileKind.IMAGE:
        raise OnlyPicturesCut(part.name)
    return before if cut is before.cut else PageSetup(cut=cut)


def _paper(text: str) -> tuple[Paper, tuple[int, int] | None]:
    name = text.strip().lower()
    if name in {Paper.AUTO.value, Paper.A4.value, Paper.A3.value}:
        return Paper(name), None
    first, _, second = name.replace("×", "x").replace("*", "x").partition("x")
    if not (first.isdecimal() and second.isdecimal()):
        raise PaperNotUnderstood(text)
    size = (min(int(first), int(second)), max(int(first), int(second)))
    try:
        page_setup(1, paper=Paper.OWN, size=size)
    except ValueError as error:
        raise PaperNotUnderstood(text) from error
    return Paper.OWN, size


def _moved(setup: PageSetup, count: int, turns: list[str], tilts: list[str]) -> PageSetup:
    """The setup with pages turned, or set straight, as they are told here."""
    turned, straight = dict(setup.turns), dict(setup.tilts)
    for text in turns:
        for page, degrees in _degrees(text, count):
            turned[page] = int(degrees) % 360 if degrees == int(degrees) else -1
    for text in tilts:
        for page, degrees in _degrees(text, count):
            straight[page] = round(degrees * 100)
    try:
        return page_setup(
            count,
            bound=setup.bound,
            reason=setup.reason,
            turns=turned,
            tilts=straight,
            paper=setup.paper,
            size=setup.size,
            cut=setup.cut,
        )
    except ValueError as error:
        raise TurnNotUnderstood("，".join((*turns, *tilts))) from error


def _degrees(text: str, count: int) -> list[tuple[int, float]]:
    named, equals, degrees = text.rpartition("=")
    found = pages_in(named, count) if equals else pages_in("", count)
    if found is None:
        raise PagesNotUnderstood(named, count)
    try:
        return [(page, float(degrees)) for page in found]
    except ValueError as error:
        raise TurnNotUnderstood(text) from error
