"""The other files of an item: parts of it, and the PDF printed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.evidence.filing import ReadyFile, ensure_blobs
from app.evidence.items import current
from app.evidence.lookalikes import note_lookalikes
from app.evidence.second_files import SecondFile, append_part, note_file
from app.filekind import FileKind
from app.intake.errors import NotAPdf, NotTakenIn
from app.intake.parts.mails import add_mail_parts
from app.intake.parts.single import take_one
from app.isolation import Workers
from app.jobs import JobContext
from app.problems import Problem, stored_problem
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import EvidenceItem, ItemRevision
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class AddedPart:
    """A part that was added: the address of its content, and what is wrong with it."""

    sha256: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Companions:
    """The PDF that stood for an item before a change and the one that does so now, if any."""

    before: SecondFile | None
    now: SecondFile | None


def add_companion_pdf(
    workspace: Workspace, workers: Workers, item_id: str, path: Path, job: JobContext
) -> Companions:
    """Add the PDF printed from an item's file, whose pages then stand in the dossier.

    A companion that was there before gives way.

    Raises:
        ItemUnknown: there is no such item.
        NotAPdf: the file is something else.
        NotTakenIn: the PDF is damaged, empty or locked.
        ClassifiedRefused, FileUnreadable, DiskFull, WorkspaceReadOnly, Cancelled: see ``take_one``.
    """
    ready = _taken(workspace, workers, item_id, path, job)
    if ready.file_type.kind is not FileKind.PDF:
        raise NotAPdf(ready.file_name, ready.file_type.label)
    blocking = next((p for p in ready.problems if p.blocking), None)
    if blocking is not None:
        raise NotTakenIn(ready.file_name, blocking)
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        ensure_blobs(work, [ready])
        now = SecondFile(ready.original.sha256, ready.file_name, _problems(ready))
        before = _exchange(work, item, revision, now)
        work.commit()
    return Companions(before, now)


def put_companion(
    workspace: Workspace, item_id: str, companion: SecondFile | None
) -> SecondFile | None:
    """Let this PDF stand for an item, or none; returns the one that did so before.

    Raises:
        ItemUnknown: there is no such item.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        before = _exchange(work, item, revision, companion)
        work.commit()
    return before


def add_attachment(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    path: Path,
    job: JobContext,
    *,
    cleared: str = "",
) -> AddedPart:
    """Add a part to an item: an annex that belongs to the same catalogue entry.

    The attachments of a mail become parts as well. ``cleared`` says why a file that may bear a
    mark of state secrecy is none.

    Raises:
        ItemUnknown: there is no such item.
        ClassifiedRefused, SecrecyDoubtful: see ``take_one``; nothing was stored.
        FileUnreadable, DiskFull, WorkspaceReadOnly, Cancelled: see ``take_one``.
    """
    ready = _taken(workspace, workers, item_id, path, job, cleared)
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        ensure_blobs(work, [ready])
        if cleared:
            work.record("secrecy.cleared", item_id, reason=cleared)
        file = SecondFile(ready.original.sha256, ready.file_name, _problems(ready))
        append_part(work, item, revision, file, AttachmentRole.ATTACHMENT)
        work.session.flush()
        told = note_lookalikes(work, {item_id: {ready.original.sha256}})
        work.commit()
    if ready.file_type.kind is FileKind.MAIL:
        add_mail_parts(workspace, workers, item_id, job)
    return AddedPart(ready.original.sha256, (*ready.problems, *told.get(item_id, ())))


def _taken(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    path: Path,
    job: JobContext,
    cleared: str = "",
) -> ReadyFile:
    with workspace.database.reading() as session:
        current(session, item_id)
    return take_one(workspace, workers, path, job, cleared=cleared)


def _problems(ready: ReadyFile) -> tuple[Mapping[str, Any], ...]:
    return tuple(stored_problem(problem) for problem in ready.problems)


def _exchange(
    work: UnitOfWork, item: EvidenceItem, revision: ItemRevision, wanted: SecondFile | None
) -> SecondFile | None:
    role = AttachmentRole.COMPANION_PDF
    before = None
    for part in [p for p in revision.attachments if p.role is role]:
        before = SecondFile(part.blob_sha256, part.file_name, tuple(part.problems))
        revision.attachments.remove(part)
    if wanted is not None:
        append_part(work, item, revision, wanted, role)
    elif before is not None:
        note_file(work, item, "item.file_removed", before, role)
    return before
