"""照片说明: the photos of items listed, described and laid out; many of them in one step.

The title of a photo is the title of its item where the item is that photo alone, and the name of
the file (its caption) where an item has several. The other elements are noted of the file.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.errors import PhotoLayoutUnknown, PhotoUnknown
from app.evidence.items import Edited, ItemEdit, current, edit_within, put_within, touch
from app.evidence.parts import Parts, captioned, parts_of, put_within_item
from app.evidence.photo_notes import files_of, keep_layout, keep_notes
from app.evidence.successors import to_change
from app.filekind import FileKind
from app.framework.keys import ItemId
from app.guessing.titles import stem_of
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of
from app.photos.facts import PhotoFacts
from app.photos.notes import LAYOUTS, NO_NOTE, PhotoNote, layout_of, notes_of
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from app.workspace.opening import Workspace
from models import Blob, ItemRevision


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo of an item.

    Attributes:
        item: the item; ``item_title`` is what it is called.
        number: which of the item's files it is; 0 is the main one.
        count: how many files the item has.
        sha256: the content; ``name`` is that of the file.
        title: what the photo is called.
        note: what a person noted, ``guess`` what EXIF tells.
        layout: how many of the item's photos share a page, if a person chose that.
        pages: how its page is set up.
    """

    item: ItemId
    item_title: str
    number: int
    count: int
    sha256: str
    name: str
    title: str
    note: PhotoNote = NO_NOTE
    guess: PhotoNote = NO_NOTE
    layout: int | None = None
    pages: PageSetup = AS_THEY_ARE

    @property
    def known(self) -> PhotoNote:
        """What was noted, and what is guessed where nothing was."""
        return self.note.over(self.guess)


@dataclass(frozen=True, slots=True)
class PhotoEdit:
    """What is to be said of a photo from now on: all of its note, and its title unless None."""

    item: str
    number: int
    note: PhotoNote
    title: str | None = None


@dataclass(frozen=True, slots=True)
class PhotoState:
    """What an item says of its photos."""

    parts: Parts
    notes: Mapping[str, PhotoNote]
    layout: int | None


@dataclass(frozen=True, slots=True)
class PhotosChanged:
    """What was changed of one item: what it said of its photos before and after, and its entry."""

    item: str
    before: PhotoState
    after: PhotoState
    edited: Edited | None = None


def list_photos(session: Session, item_ids: Collection[str]) -> tuple[PhotoRow, ...]:
    """The photos of items, in their order; files that are no pictures are passed over.

    Raises:
        ItemUnknown: there is no such item.
    """
    rows: list[PhotoRow] = []
    for item_id in dict.fromkeys(item_ids):
        item, revision = current(session, item_id)
        files = _files(revision)
        query = select(Blob).where(Blob.sha256.in_({sha256 for sha256, _ in files}))
        blobs = {blob.sha256: blob for blob in session.scalars(query)}
        notes, setups = notes_of(revision.binding), setups_of(revision.binding)
        for number, (sha256, name) in enumerate(files):
            if blobs[sha256].kind != FileKind.IMAGE.value:
                continue
            alone = len(files) == 1
            rows.append(
                PhotoRow(
                    item=item.id,
                    item_title=visible(revision.title),
                    number=number,
                    count=len(files),
                    sha256=sha256,
                    name=visible(name),
                    title=visible(revision.title if alone else stem_of(name)),
                    note=notes.get(sha256, NO_NOTE),
                    guess=PhotoFacts.of_stored(blobs[sha256].photo).guess,
                    layout=layout_of(revision.binding),
                    pages=setups.get(sha256, AS_THEY_ARE),
                )
            )
    return tuple(rows)


def describe_photos(
    workspace: Workspace,
    edits: Sequence[PhotoEdit],
    layouts: Mapping[str, int | None] | None = None,
    orders: Mapping[str, Sequence[int]] | None = None,
) -> tuple[PhotosChanged, ...]:
    """Say what photos show and how those of items are laid out: all of it, or nothing.

    ``layouts`` says how many photos of an item share a page (1, 2 or 4; None: as the settings say),
    ``orders`` in which order its files follow each other: their numbers, with 0 first.
    Reviews that rest on an item whose photos are described otherwise become stale. Returns the
    items that changed; ``put_photos`` takes it back.

    Raises:
        ItemUnknown: there is no such item.
        PhotoUnknown: the item has no such photo, or an order does not name each file once.
        PhotoLayoutUnknown: so many photos cannot share a page.
        OwnedByUnit, OwnedByOffice: an item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    wanted: dict[str, list[PhotoEdit]] = {item: [] for item in (*(layouts or ()), *(orders or ()))}
    for edit in edits:
        wanted.setdefault(edit.item, []).append(edit)
    for layout in (layouts or {}).values():
        if layout is not None and layout not in LAYOUTS:
            raise PhotoLayoutUnknown(layout)
    with workspace.database.writing() as work:
        changed = [
            _describe(work, workspace, item, some, layouts or {}, (orders or {}).get(item))
            for item, some in wanted.items()
        ]
        found = tuple(one for one in changed if one is not None)
        if found:
            work.commit()
    return found


def put_photos(
    workspace: Workspace, changes: Sequence[PhotosChanged], *, back: bool = False
) -> None:
    """Let items say of their photos what they said after ``changes``, or before (``back``).

    Raises as ``describe_photos``.
    """
    with workspace.database.writing() as work:
        for change in changes:
            item, revision = current(work.session, change.item)
            before = _state(revision)
            _put(work, change.item, change.before if back else change.after)
            if change.edited is not None:
                edited = change.edited.reverse if back else change.edited
                put_within(work, workspace, item.id, edited)
            _record(work, change.item, before)
        work.commit()


def _describe(
    work: UnitOfWork,
    workspace: Workspace,
    item_id: str,
    edits: Sequence[PhotoEdit],
    layouts: Mapping[str, int | None],
    order: Sequence[int] | None,
) -> PhotosChanged | None:
    _, revision = current(work.session, item_id)
    before, edited = _state(revision), None
    files = _files(revision)
    notes, names = dict(before.notes), [name for _, name in files]
    for edit in edits:
        if not 0 <= edit.number < len(files):
            raise PhotoUnknown(visible(revision.title), edit.number)
        sha256, name = files[edit.number]
        notes[sha256] = edit.note
        if edit.title is not None and len(files) > 1:
            names[edit.number] = captioned(name, edit.title)
        elif edit.title is not None and edit.title != revision.title:
            edited = edit_within(work, workspace, item_id, ItemEdit(title=edit.title))
    others = tuple(
        replace(other, file_name=name)
        for other, name in zip(before.parts.others, names[1:], strict=True)
    )
    if order is not None:
        if sorted(order) != list(range(len(files))) or order[0] != 0:
            raise PhotoUnknown(visible(revision.title), max(order, default=0))
        others = tuple(others[number - 1] for number in order[1:])
    said = {sha256: note for sha256, note in notes.items() if note.says_something}
    after = PhotoState(Parts(names[0], others), said, layouts.get(item_id, before.layout))
    _put(work, item_id, after)
    _record(work, item_id, before)
    if after == before and (edited is None or edited.before == edited.after):
        return None
    return PhotosChanged(item_id, before, after, edited)


def _put(work: UnitOfWork, item_id: str, wanted: PhotoState) -> None:
    item, revision = current(work.session, item_id)
    if _state(revision) == wanted:
        return
    revision = to_change(work, item, revision)
    put_within_item(work, item, revision, wanted.parts)
    keep_notes(revision, wanted.notes)
    keep_layout(revision, wanted.layout)


def _record(work: UnitOfWork, item_id: str, before: PhotoState) -> None:
    """Log what is noted otherwise now; new names were logged where they were given."""
    item, revision = current(work.session, item_id)
    now, names = _state(revision), files_of(revision)
    photos = {
        names[sha256]: now.notes.get(sha256, NO_NOTE).stored()
        for sha256 in sorted({*before.notes, *now.notes})
        if sha256 in names and now.notes.get(sha256) != before.notes.get(sha256)
    }
    if photos or now.layout != before.layout:
        touch(work, item)
        work.record(
            "item.photos_described",
            item.id,
            title=revision.title,
            photos=photos,
            per_page=now.layout or 0,
        )
        work.session.flush()


def _state(revision: ItemRevision) -> PhotoState:
    notes = notes_of(revision.binding)
    files = files_of(revision)
    own = {sha256: note for sha256, note in notes.items() if sha256 in files}
    return PhotoState(parts_of(revision), own, layout_of(revision.binding))


def _files(revision: ItemRevision) -> list[tuple[str, str]]:
    """Content and name of each file in order, the main one first."""
    others = parts_of(revision).others
    return [
        (revision.blob_sha256, revision.file_name),
        *((other.sha256, other.file_name) for other in others),
    ]
