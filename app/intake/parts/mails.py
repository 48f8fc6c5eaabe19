"""Attachments of mails become parts of the mail's item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from app.errors import DiskFull, FileUnreadable
from app.evidence.filing import ReadyFile, ensure_blobs
from app.evidence.items import current
from app.evidence.lookalikes import note_lookalikes
from app.evidence.second_files import SecondFile, append_part
from app.filekind import FileKind, FileType
from app.filetypes.formats import MAIL_TYPES, stored_type
from app.findings.mails import attachments_left
from app.intake.parts.enclosures import Enclosure, look_at, store
from app.intake.report import AttachOutcome, AttachState
from app.intake.stamps import inspection_seconds
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.mail.unpacking import MailUnpacking, Unpacked, unpack
from app.problems import Problem, ProblemKind, problem_of, stored_problem
from app.workroom import workroom
from app.workspace.opening import Workspace
from models import Blob
from models.vocabulary import AttachmentRole

_LEFT = ProblemKind.MAIL_ATTACHMENTS_LEFT


@dataclass(frozen=True, slots=True)
class MailPart:
    """An attachment that became a part; ``name`` begins with those of the mails it lay in."""

    name: str
    sha256: str
    problems: tuple[Problem, ...]


def with_mail_parts(
    workspace: Workspace, workers: Workers, outcomes: Sequence[AttachOutcome], job: JobContext
) -> tuple[AttachOutcome, ...]:
    """Give every mail that was added its attachments; each has an outcome after the mail's.

    Raises:
        Cancelled: what was entered before stays; a mail without its parts says so.
    """
    mails = _mails_among(workspace, outcomes)
    complete: list[AttachOutcome] = []
    for outcome in outcomes:
        if outcome.state is not AttachState.ADDED or outcome.item_id not in mails:
            complete.append(outcome)
            continue
        try:
            parts = add_mail_parts(workspace, workers, outcome.item_id, job)
        except (DiskFull, FileUnreadable):
            parts = ()  # the mail goes on saying that its attachments are not bound
        left = problems_now(workspace, outcome.item_id) if parts else outcome.problems
        complete.append(replace(outcome, problems=left))
        complete += [
            AttachOutcome(
                file=f"{outcome.file}/{part.name}",
                source=outcome.source,
                state=AttachState.PART,
                item_id=outcome.item_id,
                title=outcome.title,
                sha256=part.sha256,
                problems=part.problems,
                line=outcome.line,
            )
            for part in parts
        ]
    return tuple(complete)


def add_mail_parts(
    workspace: Workspace, workers: Workers, item_id: str, job: JobContext
) -> tuple[MailPart, ...]:
    """Make the attachments of an item's mails parts of the item; those it has stay as they are.

    Raises:
        ItemUnknown: there is no such item.
        DiskFull, WorkspaceReadOnly, Cancelled: nothing was entered.
    """
    mails, known = _mails_of(workspace, item_id)
    if not mails:
        return ()
    with workroom() as room:
        ready: list[tuple[Unpacked, ReadyFile]] = []
        missing: list[str] = []
        for number, (sha256, file_type, size) in enumerate(mails, 1):
            folder = room / str(number)
            folder.mkdir()
            order = MailUnpacking(workspace.originals.path(sha256), file_type, folder)
            result = workers.run(unpack, order, 4 * inspection_seconds(size), job)
            if not isinstance(result, Done):
                return ()  # the mail goes on saying that its attachments are not bound
            kept = _ready(workspace, workers, result.value, job)
            ready += kept
            entered = {one for one, _ in kept}
            missing += [one.own_name for one in result.value if one not in entered]
    new = [(one.name, file) for one, file in ready if file.original.sha256 not in known]
    return _enter(workspace, item_id, new, missing)


def _mails_among(workspace: Workspace, outcomes: Iterable[AttachOutcome]) -> frozenset[str]:
    """The items among what was added whose file is a mail."""
    items = {o.item_id: o.sha256 for o in outcomes if o.state is AttachState.ADDED and o.item_id}
    mail = Blob.media_type.in_(MAIL_TYPES)
    with workspace.database.reading() as session:
        contents = set(session.scalars(select(Blob.sha256).where(mail)))
    return frozenset(item for item, content in items.items() if content in contents)


def _mails_of(
    workspace: Workspace, item_id: str
) -> tuple[list[tuple[str, FileType, int]], frozenset[str]]:
    """The mails among an item's files, and all contents that the item has already."""
    with workspace.database.reading() as session:
        _, revision = current(session, item_id)
        contents = [revision.blob_sha256]
        contents += [
            part.blob_sha256
            for part in revision.attachments
            if part.role is AttachmentRole.ATTACHMENT
        ]
        blobs = {
            blob.sha256: blob
            for blob in session.scalars(select(Blob).where(Blob.sha256.in_(contents)))
        }
        types = {
            sha256: stored_type(blob.kind, blob.media_type, blob.suffix, blob.label)
            for sha256, blob in blobs.items()
        }
        mails = [
            (sha256, types[sha256], blobs[sha256].size)
            for sha256 in dict.fromkeys(contents)
            if types[sha256].kind is FileKind.MAIL
        ]
    return mails, frozenset(contents)


def _ready(
    workspace: Workspace, workers: Workers, unpacked: Iterable[Unpacked], job: JobContext
) -> list[tuple[Unpacked, ReadyFile]]:
    """Look at attachments and store them; the mail was refused for marks of secrecy."""
    files = [(one, Enclosure(one.path, one.own_name)) for one in unpacked if one.path]
    looked = look_at(workspace, workers, [file for _, file in files], job)
    return [
        # What lies in a mail inside the mail becomes a part as well.
        (one, store(workspace, file, found, job, lambda problem: problem.kind is not _LEFT))
        for (one, file), found in zip(files, looked, strict=True)
        if not found.classified and not found.not_evidence
    ]


def _enter(
    workspace: Workspace,
    item_id: str,
    new: Sequence[tuple[str, ReadyFile]],
    missing: Sequence[str],
) -> tuple[MailPart, ...]:
    """Enter the parts, and say of the item which attachments it still lacks."""
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        ensure_blobs(work, [file for _, file in new])
        for _, file in new:
            problems = tuple(stored_problem(problem) for problem in file.problems)
            second = SecondFile(file.original.sha256, file.file_name, problems)
            append_part(work, item, revision, second, AttachmentRole.ATTACHMENT)
        for part in revision.attachments:
            part.problems = [p for p in part.problems if p["kind"] != _LEFT.value]
        others = [p for p in revision.problems if p["kind"] != _LEFT.value]
        left = [stored_problem(attachments_left(missing))] if missing else []
        revision.problems = [*others, *left]
        work.session.flush()
        note_lookalikes(work, {item_id: {file.original.sha256 for _, file in new}})
        work.announce("item.file_added", item_id)
        work.commit()
    return tuple(MailPart(name, file.original.sha256, file.problems) for name, file in new)


def problems_now(workspace: Workspace, item_id: str) -> tuple[Problem, ...]:
    """The problems of an item, as the database has them."""
    with workspace.database.reading() as session:
        _, revision = current(session, item_id)
        return tuple(problem_of(stored) for stored in revision.problems)
