"""Describing and confirming many items at once: one transaction, taken back as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.evidence.items import Edited, ItemEdit, edit_within, put_within
from app.evidence.moving import Whereabouts, move_within, put_back_within
from app.evidence.places import Target, place_of
from app.evidence.title_patterns import Named, TitlePattern, titles_of
from app.guessing.titles import is_described
from app.web_origin import UNCHANGED, OriginEdit
from app.workspace.opening import Workspace


class Describable(Protocol):
    """An item of any list, with what a change of many needs of it."""

    @property
    def item(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def issuer(self) -> str: ...  # noqa: D102
    @property
    def doc_date(self) -> str: ...  # noqa: D102
    @property
    def file_name(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What many items are to be given; None leaves a field as each of them has it.

    ``confirm`` confirms what was guessed, except a title that says nothing (IMG_0231): nobody can
    have checked that it is right.
    """

    issuer: str | None = None
    doc_date: str | None = None
    copies: int | None = None
    remark: str | None = None
    title: TitlePattern | None = None
    confirm: bool = False
    origin: OriginEdit = UNCHANGED


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What a change of many items did.

    Attributes:
        edited: the entries that changed, each before and after.
        before: where each placement that moved was.
        already: the titles of items that lie at the new point already.
    """

    edited: tuple[tuple[str, Edited], ...] = ()
    before: tuple[Whereabouts, ...] = ()
    already: tuple[str, ...] = ()
    moves: tuple[tuple[str, Target], ...] = field(default=(), repr=False)

    @property
    def count(self) -> int:
        """How many entries and places changed at most: each item counts once."""
        return max(len(self.edited), len(self.before))


def edits_of(rows: Iterable[Describable], wanted: BulkEdit) -> dict[str, ItemEdit]:
    """What each item is given. Pure.

    An item that comes twice counts once.

    Raises:
        PatternFieldUnknown: see ``titles_of``.
    """
    items = list({row.item: row for row in rows}.values())
    titles: list[str | None] = [None] * len(items)
    if wanted.title is not None and not wanted.title.is_empty:
        named = [Named(row.title, row.file_name, row.issuer, row.doc_date) for row in items]
        made = titles_of(named, wanted.title)
        titles = [new if new != row.title else None for row, new in zip(items, made, strict=True)]
    return {
        row.item: _edit_of(row, title, wanted) for row, title in zip(items, titles, strict=True)
    }


def _edit_of(row: Describable, title: str | None, wanted: BulkEdit) -> ItemEdit:
    checked = title is not None or is_described(row.title)
    return ItemEdit(
        title,
        None,
        wanted.issuer,
        wanted.doc_date,
        wanted.copies,
        wanted.remark,
        confirm=wanted.confirm,
        unsure=frozenset() if checked else frozenset({"title"}),
        origin=wanted.origin,
    )


def change_many(
    workspace: Workspace,
    edits: Mapping[str, ItemEdit],
    moves: Sequence[tuple[str, Target]] = (),
) -> BulkDone:
    """Change the entries of items, and move placements, in one transaction.

    Raises:
        UsageError: an item or a place does not exist, or the date is none; then nothing changed.
        OwnedByUnit, OwnedByOffice: one is the other side's; then nothing changed.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    places = {target: place_of(workspace, target) for _, target in moves}
    edited: list[tuple[str, Edited]] = []
    before: list[Whereabouts] = []
    already: list[str] = []
    with workspace.database.writing() as work:
        for item, edit in edits.items():
            done = edit_within(work, workspace, item, edit)
            if done.before != done.after:
                edited.append((item, done))
        for placement, target in moves:
            found = move_within(work, workspace, placement, places[target])
            if isinstance(found, Whereabouts):
                before.append(found)
            else:
                already.append(found)
        work.commit()
    return BulkDone(tuple(edited), tuple(before), tuple(already), tuple(moves))


def take_back(workspace: Workspace, done: BulkDone) -> None:
    """Take back what ``change_many`` did, in one transaction. Raises as ``put_back``."""
    with workspace.database.writing() as work:
        put_back_within(work, workspace, done.before)
        for item, edited in done.edited:
            put_within(work, workspace, item, edited.reverse)
        work.commit()


def make_again(workspace: Workspace, done: BulkDone) -> None:
    """Make the same change again after ``take_back``, in one transaction."""
    places = {target: place_of(workspace, target) for _, target in done.moves}
    with workspace.database.writing() as work:
        for item, edited in done.edited:
            put_within(work, workspace, item, edited)
        for placement, target in done.moves:
            move_within(work, workspace, placement, places[target])
        work.commit()
