"""Making a writable copy of an item's file, for a program that changes it."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileUnreadable, FolderNotWritable, WorkspaceReadOnly
from app.evidence.items import current
from app.guessing.titles import is_described, stem_of
from app.intake.copies.looking import look_at_copies
from app.intake.copies.model import CopyState, WorkingCopy
from app.isolation import Workers
from app.jobs import JobContext
from app.originals import has_content
from app.ownership import refusal, whose_by
from app.paths import extended, legal_name
from app.preview.copies import copy_to, demand_openable
from app.private_files import FILE
from app.workspace.copy_notes import (
    CopyNote,
    CopyNotesFile,
    folder_of,
    make_folder,
    next_number,
)
from app.workspace.opening import Workspace

#: A name may be this long: Excel opens no path of more than 218 characters.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A copy for a program that changes it.

    Attributes:
        path: the file.
        caution: its content may act once it is open.
        again: it was there already; what was changed in it lately is still in it.
    """

    path: Path
    caution: bool = False
    again: bool = False


def make_copy(workspace: Workspace, workers: Workers, item_id: str, job: JobContext) -> MadeCopy:
    """Make a working copy of an item's main file, or find the one that there is.

    A copy with changes that nobody took or put away is given again: there is one at a time.

    Raises:
        ItemUnknown: there is no such item.
        OwnedByUnit, OwnedByOffice: it is the other side's.
        NotForOpening: it runs, or it is of no kind that other programs are given.
        OriginalMissing, FolderNotWritable, DiskFull, Cancelled: see ``copy_to``.
        WorkersNotStarted, MemoryShort: it could not be looked into.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    if workspace.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)
    with workspace.reading() as session:
        item, revision = current(session, item_id)
        refused = refusal(whose_by(session)[item.by_office])
        if refused is not None:
            raise refused(revision.title or revision.file_name)
        sha256, name, title = revision.blob_sha256, revision.file_name, revision.title
    original = workspace.originals.path(sha256)
    found = demand_openable(workers, original, sha256, copy_name(name, title), job)
    for copy in look_at_copies(workspace):
        if copy.item != item_id or not copy.number or copy.state is CopyState.MISSING:
            continue
        if copy.state is not CopyState.SAME or copy.sha256 == sha256:
            return MadeCopy(copy.path, found.caution, again=copy.state is not CopyState.SAME)
        _remove(workspace, copy)  # an earlier version, which is stored
    return MadeCopy(_write(workspace, item_id, original, sha256, found.name, job), found.caution)


def copy_name(file_name: str, title: str) -> str:
    """What the copy of a file is called: as the file, or as the item if that says nothing. Pure."""
    stem = stem_of(file_name)
    suffix = file_name[len(stem) :]
    if not is_described(stem) and title.strip():
        stem = title
    return legal_name(f"{legal_name(stem, _LONGEST)}{suffix}", _LONGEST + len(suffix))


def _write(
    workspace: Workspace, item_id: str, original: Path, sha256: str, name: str, job: JobContext
) -> Path:
    """Note the copy, then make it: a kill in between leaves a note, which the next start drops."""
    layout, file = workspace.layout, CopyNotesFile(workspace.layout)
    notes = file.read()
    number = next_number(layout, notes)
    made_at = workspace.now().isoformat()
    note = CopyNote(number, item_id, name, sha256, made_at, workspace.actor)
    try:
        target = make_folder(layout, number) / name
        file.write(notes.with_note(note))
    except OSError as error:
        raise FolderNotWritable(layout.copies, error.strerror or str(error)) from error
    try:
        copy_to(original, target, job)
        if not has_content(extended(target), sha256):
            raise FileUnreadable(original, "原件的内容不对")
        extended(target).chmod(FILE)
    except BaseException:
        with suppress(OSError):  # the disk may be gone; the next start drops the note
            shutil.rmtree(extended(target.parent))
            file.write(file.read().without(number))
        raise
    return target


def _remove(workspace: Workspace, copy: WorkingCopy) -> None:
    """Remove a copy whose content is stored; one that is held open stays for a later time."""
    file = CopyNotesFile(workspace.layout)
    with suppress(OSError):
        extended(copy.path).unlink()
        file.write(file.read().without(copy.number))
        extended(folder_of(workspace.layout, copy.number)).rmdir()
