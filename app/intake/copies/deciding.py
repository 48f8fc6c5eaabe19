"""What a person does with a copy that was changed: take it, put it away, or say "later".

Each can be taken back. Nothing that somebody typed is removed: what is put away moves to 已丢弃.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import WorkspaceReadOnly
from app.evidence.errors import ItemUnknown
from app.evidence.items import current
from app.evidence.reverting import revert_item
from app.intake.copies.looking import look_at_copies
from app.intake.copies.model import CopyState, WorkingCopy
from app.intake.copies.wholeness import is_whole
from app.intake.errors import (
    CopyGone,
    CopyHeld,
    CopyNotWhole,
    CopyUnknown,
    CopyWithoutItem,
    RevisionUnchanged,
)
from app.intake.parts.revising import revise_item
from app.isolation import Workers
from app.jobs import JobContext
from app.originals import digest_file
from app.paths import extended
from app.private_files import make_private_folder
from app.problems import Problem
from app.workspace.copy_notes import (
    PUT_AWAY,
    CopyNote,
    CopyNotes,
    CopyNotesFile,
    adopt,
    folder_of,
    numbered_folders,
)
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class TakenCopy:
    """A copy that became the new version of its item.

    Attributes:
        item: the item.
        before: its revision until then; the new one has the next number.
        problems: what is wrong with the new version.
        was: the note of the copy until then.
        now: its note since.
    """

    item: str
    before: int
    problems: tuple[Problem, ...]
    was: CopyNote
    now: CopyNote


@dataclass(frozen=True, slots=True)
class PutAwayCopy:
    """A copy that was put away: its note, and the folder where it lies now."""

    note: CopyNote
    folder: Path


@dataclass(frozen=True, slots=True)
class PutOffCopy:
    """A copy that is not to be offered until it is saved again."""

    key: str
    before: str
    sha256: str


def copy_of_number(workspace: Workspace, number: int) -> WorkingCopy:
    """The working copy in the folder of this number. Raises ``CopyUnknown``."""
    copies = [copy for copy in look_at_copies(workspace) if copy.number]
    for copy in copies:
        if copy.number == number:
            return copy
    raise CopyUnknown(number, tuple(copy.number for copy in copies))


def take_copy(
    workspace: Workspace, workers: Workers, copy: WorkingCopy, job: JobContext, reason: str = ""
) -> TakenCopy:
    """Make what was saved in a copy the new version of its item; the copy stays for going on.

    Args:
        workspace: where the item is.
        workers: where the file is inspected, like any other.
        copy: the copy, as it was looked at; what lies there now is taken.
        job: progress and cancellation.
        reason: what was changed, for the office.

    Raises:
        CopyGone, CopyNotWhole: nobody can read it as a document.
        CopyWithoutItem: its item is in the recycle bin, or unknown.
        RevisionUnchanged: its content is that of the present version.
        CopyHeld: a read-only copy is still open, and cannot be moved.
        ClassifiedRefused, FileUnreadable, DiskFull, WorkspaceReadOnly, Cancelled: see ``take_one``.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
    """
    _demand_writable(workspace)
    _demand_saved(copy)
    if not copy.item or copy.removed:
        raise CopyWithoutItem(copy.path.name, copy.path.parent)
    try:
        with workspace.reading() as session:
            before = current(session, copy.item)[1]
    except ItemUnknown as error:
        raise CopyWithoutItem(copy.path.name, copy.path.parent) from error
    if digest_file(copy.path).sha256 == before.blob_sha256:
        raise RevisionUnchanged(copy.path.name)
    note, path = _settled(workspace, copy)
    problems = revise_item(workspace, workers, copy.item, path, job, reason=reason)
    with workspace.reading() as session:
        taken = current(session, copy.item)[1]
    # A kill before this leaves a copy whose content is the present version: nothing is offered.
    now = replace(note, item=copy.item, base=taken.blob_sha256)
    _change(workspace, lambda notes: notes.with_note(now))
    return TakenCopy(copy.item, before.number, problems, replace(note, item=copy.item), now)


def give_back(workspace: Workspace, taken: TakenCopy) -> None:
    """Let the item be as it was; the copy is offered again. Raises as ``revert_item``."""
    revert_item(workspace, taken.item, taken.before)
    _note_if_there(workspace, taken.was)


def take_again(workspace: Workspace, taken: TakenCopy) -> None:
    """Let the item have the version again that ``give_back`` took away."""
    revert_item(workspace, taken.item, taken.before + 1)
    _note_if_there(workspace, taken.now)


def put_away(workspace: Workspace, copy: WorkingCopy) -> PutAwayCopy:
    """Move a copy to 已丢弃; it is not offered any more, and nothing of it is lost.

    Raises:
        CopyHeld: another program has it open.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    _demand_writable(workspace)
    layout = workspace.layout
    if copy.state is CopyState.MISSING:
        note = _note_of(workspace, copy)
        _change(workspace, lambda notes: notes.without(note.number))
        return PutAwayCopy(note, folder_of(layout, note.number))
    note, path = _settled(workspace, copy)
    away = layout.copies / PUT_AWAY
    target = away / str(note.number)
    try:
        make_private_folder(extended(away))
        # First the folder: a kill leaves a note without a file, which the next start drops.
        extended(path.parent).rename(extended(target))
    except OSError as error:
        raise CopyHeld(copy.path.name) from error
    _change(workspace, lambda notes: notes.without(note.number))
    return PutAwayCopy(note, target)


def bring_back(workspace: Workspace, done: PutAwayCopy) -> None:
    """Move a copy back from 已丢弃.

    Raises:
        CopyGone: somebody has emptied that folder.
    """
    _demand_writable(workspace)
    _change(workspace, lambda notes: notes.with_note(done.note))
    place = folder_of(workspace.layout, done.note.number)
    if done.folder == place:
        return
    try:
        extended(done.folder).rename(extended(place))
    except OSError as error:
        _change(workspace, lambda notes: notes.without(done.note.number))
        raise CopyGone(done.note.name) from error


def put_away_again(workspace: Workspace, done: PutAwayCopy) -> None:
    """Put the copy of a number away once more. Raises as ``put_away``, and ``CopyUnknown``."""
    put_away(workspace, copy_of_number(workspace, done.note.number))


def put_off(workspace: Workspace, copy: WorkingCopy) -> PutOffCopy:
    """Offer a copy no more until it is saved again. Raises ``WorkspaceReadOnly``."""
    _demand_writable(workspace)
    before = CopyNotesFile(workspace.layout).read().put_off.get(copy.key, "")
    done = PutOffCopy(copy.key, before, copy.sha256)
    _change(workspace, lambda notes: _with_put_off(notes, copy.key, copy.sha256))
    return done


def offer_again(workspace: Workspace, done: PutOffCopy) -> None:
    """Take ``put_off`` back."""
    _demand_writable(workspace)
    _change(workspace, lambda notes: _with_put_off(notes, done.key, done.before))


# --- parts ---------------------------------------------------------------------------------------


def _demand_writable(workspace: Workspace) -> None:
    if workspace.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)


def _demand_saved(copy: WorkingCopy) -> None:
    """Look at the file as it lies there now."""
    try:
        whole = is_whole(copy.path)
    except FileNotFoundError as error:
        raise CopyGone(copy.path.name) from error
    except OSError as error:
        raise CopyNotWhole(copy.path.name) from error
    if not whole:
        raise CopyNotWhole(copy.path.name)


def _settled(workspace: Workspace, copy: WorkingCopy) -> tuple[CopyNote, Path]:
    """The note of a copy, and its file; a read-only one becomes a working copy first."""
    if copy.number:
        return _note_of(workspace, copy), copy.path
    base = copy.key.partition("/")[0][:16]
    try:
        note = adopt(workspace.layout, copy.path, base, workspace.now(), copy.item)
    except OSError as error:
        raise CopyHeld(copy.path.name) from error
    return note, folder_of(workspace.layout, note.number) / copy.path.name


def _note_of(workspace: Workspace, copy: WorkingCopy) -> CopyNote:
    known = CopyNotesFile(workspace.layout).read().of_number(copy.number)
    return known or CopyNote(copy.number, copy.item, copy.path.name, "")


def _note_if_there(workspace: Workspace, note: CopyNote) -> None:
    """Note a copy unless it was put away meanwhile."""
    if note.number in numbered_folders(workspace.layout):
        _change(workspace, lambda notes: notes.with_note(note))


def _change(workspace: Workspace, change: Callable[[CopyNotes], CopyNotes]) -> None:
    file = CopyNotesFile(workspace.layout)
    file.write(change(file.read()))


def _with_put_off(notes: CopyNotes, key: str, sha256: str) -> CopyNotes:
    kept = {k: v for k, v in notes.put_off.items() if k != key}
    return replace(notes, put_off=kept | ({key: sha256} if sha256 else {}))
