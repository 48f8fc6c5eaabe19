"""An item of several files: its parts named and ordered, items put together, and parted again.

The name of a part is what stands below it where photos share a page, so a caption is a part's name
without the suffix. The other elements of a photo are noted beside it (``photo_notes``). The files
themselves stay as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.errors import PartsUnfit, PartUnknown
from app.evidence.filing import Fields, ReadyFile, add_revision, new_item
from app.evidence.items import (
    Edited,
    ItemEdit,
    current,
    edit_within,
    put_within,
    set_removed,
    touch,
)
from app.evidence.page_setups import keep_setups
from app.evidence.photo_notes import keep_notes, notes_among
from app.evidence.placements import add_place
from app.evidence.places import Target, place_of
from app.evidence.second_files import SecondFile
from app.filekind import FileKind
from app.filetypes.formats import stored_type
from app.guessing.guess import Guess
from app.guessing.titles import is_described, stem_of
from app.originals import StoredOriginal, StoreOutcome
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of
from app.paths import legal_name
from app.photos.notes import notes_of
from app.problems import ProblemKind, problem_of
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from app.web_origin import WebOrigin
from app.workspace.opening import Workspace
from models import Attachment, Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.base import new_id
from models.vocabulary import AttachmentRole

#: What is said of an item at its place, not of its file.
_OF_THE_PLACE = {
    ProblemKind.OUTSIDE_PERIOD.value,
    ProblemKind.ADDRESS_MISSING.value,
    ProblemKind.LOOKUP_TIME_MISSING.value,
    ProblemKind.DUPLICATE_CONTENT.value,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """All of an item's own files in order: the name of the main one, and the others."""

    main_name: str
    others: tuple[SecondFile, ...] = ()


@dataclass(frozen=True, slots=True)
class PartRow:
    """A file of an item, for lists; the main one comes first. ``pages`` is how it is set up."""

    name: str
    sha256: str
    kind: FileKind
    label: str
    size: int
    main: bool = False
    pages: PageSetup = AS_THEY_ARE

    @property
    def caption(self) -> str:
        """The name without the suffix."""
        return stem_of(self.name)


@dataclass(frozen=True, slots=True)
class Arranged:
    """A change of an item's files that was carried out."""

    item: str
    before: Parts
    after: Parts


@dataclass(frozen=True, slots=True)
class PutTogether:
    """What putting items together did: to the files of the one that stays, and to its entry."""

    arranged: Arranged
    edited: Edited
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """What parting did: the items that came of it, those that came out of the bin included."""

    arranged: Arranged
    items: tuple[str, ...]
    edited: tuple[tuple[str, Edited], ...] = ()


# --- reading -------------------------------------------------------------------------------------


def list_parts(session: Session, item_id: str) -> tuple[PartRow, ...]:
    """The files of an item, without the PDF printed from it. Raises ``ItemUnknown``."""
    _, revision = current(session, item_id)
    named = [(revision.blob_sha256, revision.file_name)]
    named += [(part.blob_sha256, part.file_name) for part in _own(revision)]
    blobs = {
        blob.sha256: blob
        for blob in session.scalars(select(Blob).where(Blob.sha256.in_({sha for sha, _ in named})))
    }
    rows, setups = [], setups_of(revision.binding)
    for at, (sha256, name) in enumerate(named):
        blob = blobs[sha256]
        kind = stored_type(blob.kind, blob.media_type, blob.suffix, blob.label).kind
        pages = setups.get(sha256, AS_THEY_ARE)
        rows.append(
            PartRow(visible(name), sha256, kind, blob.label, blob.size, main=at == 0, pages=pages)
        )
    return tuple(rows)


def read_parts(workspace: Workspace, item_id: str) -> Parts:
    """The parts of an item, as ``put_parts`` takes them. Raises ``ItemUnknown``."""
    with workspace.reading() as session:
        return parts_of(current(session, item_id)[1])


def captioned(name: str, caption: str) -> str:
    """The name of a part that bears a caption; the suffix stays, and an empty caption changes none.

    Pure.
    """
    words = legal_name(" ".join(caption.split()), 100) if caption.strip() else ""
    stem = stem_of(name)
    return f"{words}{name[len(stem) :]}" if words else name


# --- arranging -----------------------------------------------------------------------------------


def arrange_parts(
    workspace: Workspace, item_id: str, order: Sequence[int], captions: Sequence[str]
) -> Arranged:
    """Put the files of an item in order, with these captions; those that are not named go.

    Args:
        workspace: where the item is.
        item_id: the item.
        order: the numbers of the files that stay, as ``list_parts`` has them; 0, the main file,
            comes first.
        captions: the caption of each.

    Raises:
        ItemUnknown: there is no such item.
        PartUnknown: a number is none, or the main file is not the first.
        OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: nothing changed.
    """
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        before = parts_of(revision)
        files = [SecondFile(revision.blob_sha256, revision.file_name, ()), *before.others]
        if not order or order[0] != 0 or len(set(order)) < len(order):
            raise PartUnknown(len(files))
        if any(not 0 <= number < len(files) for number in order):
            raise PartUnknown(len(files))
        named = [
            replace(files[number], file_name=captioned(files[number].file_name, caption))
            for number, caption in zip(order, captions, strict=True)
        ]
        after = Parts(named[0].file_name, tuple(named[1:]))
        put_within_item(work, item, revision, after)
        if after != before:
            work.commit()
    return Arranged(item_id, before, after)


def put_parts(workspace: Workspace, item_id: str, parts: Parts) -> None:
    """Let an item have exactly these parts. Raises as ``arrange_parts``."""
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        put_within_item(work, item, revision, parts)
        work.commit()


# --- putting together and parting ----------------------------------------------------------------


def put_together(
    workspace: Workspace,
    item_ids: Sequence[str],
    title: str = "",
    captions: Mapping[str, str] | None = None,
) -> PutTogether:
    """Make one item of several: the first takes the files of the others, in the given order.

    The other items go into the recycle bin with their entries. ``title`` is the title of the whole.
    ``captions`` are those of the items' main files; without one, an item's title becomes its
    caption, if it says something.

    Raises:
        ItemUnknown: there is no such item.
        PartsUnfit: fewer than two items, items of several units, or one that has a printed PDF,
            which would be lost.
        OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: nothing changed.
    """
    wanted, said = list(dict.fromkeys(item_ids)), captions or {}
    with workspace.database.writing() as work:
        found = [current(work.session, item_id) for item_id in wanted]
        if len(found) < 2 or len({item.unit_id for item, _ in found}) > 1:
            raise PartsUnfit(found[0][1].title if found else "")
        for _, revision in found[1:]:
            if any(p.role is AttachmentRole.COMPANION_PDF for p in revision.attachments):
                raise PartsUnfit(revision.title)
        item, revision = found[0]
        before = parts_of(revision)
        others = list(before.others)
        for _, other in found[1:]:
            kept = [p for p in other.problems if p["kind"] not in _OF_THE_PLACE]
            name = _named(other, said.get(other.item_id))
            others.append(SecondFile(other.blob_sha256, name, tuple(kept)))
            others += parts_of(other).others
        after = Parts(_named(revision, said.get(item.id)), tuple(others))
        put_within_item(work, item, revision, after)
        keep_setups(revision, _setups(revision for _, revision in reversed(found)))
        keep_notes(revision, notes_among(revision for _, revision in reversed(found)))
        edited = edit_within(work, workspace, item.id, ItemEdit(title=title or None))
        removed = tuple(wanted[1:])
        set_removed(work, removed, removed=True)
        work.commit()
    return PutTogether(Arranged(wanted[0], before, after), edited, removed)


def take_apart(workspace: Workspace, done: PutTogether) -> None:
    """Take ``put_together`` back."""
    with workspace.database.writing() as work:
        _put_again(work, done.arranged.item, done.arranged.before)
        put_within(work, workspace, done.arranged.item, done.edited.reverse)
        set_removed(work, done.removed, removed=False)
        work.commit()


def put_together_again(workspace: Workspace, done: PutTogether) -> None:
    """Make the same item again after ``take_apart``."""
    with workspace.database.writing() as work:
        _put_again(work, done.arranged.item, done.arranged.after)
        put_within(work, workspace, done.arranged.item, done.edited)
        set_removed(work, done.removed, removed=True)
        work.commit()


def part_item(workspace: Workspace, item_id: str, numbers: Sequence[int] | None = None) -> Parted:
    """Make items of parts of an item; they lie where it lies.

    What was an item before it was put together comes out of the recycle bin, with the entry that
    it had. ``numbers`` are those of ``list_parts``; None: all but the main file, which stays.

    Raises:
        ItemUnknown: there is no such item.
        PartUnknown: there is no such part, or none at all.
        OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: nothing changed.
    """
    items: list[str] = []
    edited: list[tuple[str, Edited]] = []
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        before = parts_of(revision)
        count = len(before.others)
        leaving = sorted(set(range(1, count + 1) if numbers is None else numbers))
        if not leaving or not set(leaving) <= set(range(1, count + 1)):
            raise PartUnknown(count + 1)
        setups, notes = setups_of(revision.binding), notes_of(revision.binding)
        stay = tuple(f for n, f in enumerate(before.others, 1) if n not in leaving)
        after = Parts(before.main_name, stay)
        put_within_item(work, item, revision, after)
        for number in leaving:
            file = before.others[number - 1]
            came = _out_of_the_bin(work, item, file) or _entered(work, workspace, item, file)
            items.append(came)
            keep_setups(current(work.session, came)[1], setups)
            keep_notes(current(work.session, came)[1], notes)
            title = stem_of(file.file_name)
            if is_described(title):
                change = edit_within(work, workspace, came, ItemEdit(title=title))
                edited.append((came, change))
        work.commit()
    return Parted(Arranged(item_id, before, after), tuple(items), tuple(edited))


def join_again(workspace: Workspace, done: Parted) -> None:
    """Take ``part_item`` back."""
    with workspace.database.writing() as work:
        for item, edited in done.edited:
            put_within(work, workspace, item, edited.reverse)
        set_removed(work, done.items, removed=True)
        _put_again(work, done.arranged.item, done.arranged.before)
        work.commit()


def part_again(workspace: Workspace, done: Parted) -> None:
    """Part the same way again after ``join_again``."""
    with workspace.database.writing() as work:
        set_removed(work, done.items, removed=False)
        for item, edited in done.edited:
            put_within(work, workspace, item, edited)
        _put_again(work, done.arranged.item, done.arranged.after)
        work.commit()


# --- rows ----------------------------------------------------------------------------------------


def _own(revision: ItemRevision) -> list[Attachment]:
    """The parts in order, without the printed PDF."""
    parts = [p for p in revision.attachments if p.role is AttachmentRole.ATTACHMENT]
    return sorted(parts, key=lambda part: part.position)


def parts_of(revision: ItemRevision) -> Parts:
    """The files of a revision, as ``put_parts`` takes them."""
    others = (SecondFile(p.blob_sha256, p.file_name, tuple(p.problems)) for p in _own(revision))
    return Parts(revision.file_name, tuple(others))


def _put_again(work: UnitOfWork, item_id: str, parts: Parts) -> None:
    item, revision = current(work.session, item_id)
    put_within_item(work, item, revision, parts)


def put_within_item(
    work: UnitOfWork, item: EvidenceItem, revision: ItemRevision, parts: Parts
) -> None:
    """Let a revision have these parts, within a unit of work.

    Rows of contents that stay are kept, so that they stay.
    """
    before = parts_of(revision)
    if parts == before:
        return
    spare = _own(revision)
    last = max((p.position for p in revision.attachments), default=0)
    for position, file in enumerate(parts.others, last + 1):
        row = next((p for p in spare if p.blob_sha256 == file.sha256), None)
        if row is None:
            row = Attachment(id=new_id(), role=AttachmentRole.ATTACHMENT, blob_sha256=file.sha256)
            revision.attachments.append(row)
        else:
            spare.remove(row)
        row.position, row.file_name = position, file.file_name
        row.problems = [dict(problem) for problem in file.problems]
    for row in spare:
        revision.attachments.remove(row)
    revision.file_name = parts.main_name
    touch(work, item)
    work.record(
        "item.files_arranged",
        item.id,
        before=[before.main_name, *(f.file_name for f in before.others)],
        after=[parts.main_name, *(f.file_name for f in parts.others)],
    )
    work.session.flush()


def _setups(revisions: Iterable[ItemRevision]) -> dict[str, PageSetup]:
    """How the pages of all their files are set up; of one file, the last of them counts."""
    found: dict[str, PageSetup] = {}
    for revision in revisions:
        found |= setups_of(revision.binding)
    return found


def _named(revision: ItemRevision, caption: str | None) -> str:
    """The name of an item's main file with a caption, or with the item's title for one."""
    title = revision.title if is_described(revision.title) else ""
    return captioned(revision.file_name, title if caption is None else caption)


def _out_of_the_bin(work: UnitOfWork, host: EvidenceItem, file: SecondFile) -> str | None:
    """The item that the part was before it was put together, restored; None if there is none."""
    found = work.session.scalars(
        select(EvidenceItem)
        .join(EvidenceItem.current)
        .where(
            EvidenceItem.unit_id == host.unit_id,
            EvidenceItem.by_office == host.by_office,
            EvidenceItem.removed_at.is_not(None),
            ItemRevision.blob_sha256 == file.sha256,
        )
        .order_by(EvidenceItem.removed_at.desc(), EvidenceItem.id)
    ).first()
    if found is None:
        return None
    set_removed(work, [found.id], removed=False)
    work.session.flush()
    return found.id


def _entered(work: UnitOfWork, workspace: Workspace, host: EvidenceItem, file: SecondFile) -> str:
    """A new item made of a part, at every place of the item that it was part of."""
    blob = work.session.get_one(Blob, file.sha256)
    ready = ReadyFile(
        StoredOriginal(blob.sha256, blob.sm3, blob.size, StoreOutcome.PRESENT),
        stored_type(blob.kind, blob.media_type, blob.suffix, blob.label),
        file.file_name,
        None,
        Guess(),
        tuple(problem_of(dict[str, Any](problem)) for problem in file.problems),
    )
    item = new_item(work, host.unit_id)
    # The pictures of one page were seen where the page was.
    origin = WebOrigin.of_stored(current(work.session, host.id)[1].origin)
    title = stem_of(file.file_name)
    fields = Fields(title, "", "", "", {"title": "file_name"}, origin)
    add_revision(work, item, 1, ready, fields, ready.problems)
    work.session.flush()
    places = work.session.scalars(
        select(Placement)
        .where(Placement.item_id == host.id, Placement.removed_at.is_(None))
        .order_by(Placement.position, Placement.id)
    ).all()
    for at in places:
        unit = work.session.get_one(Unit, at.unit_id).name
        target = Target(at.indicator_code, at.task_code, unit, at.point_number)
        add_place(work, workspace, item, place_of(workspace, target))
    return item.id
