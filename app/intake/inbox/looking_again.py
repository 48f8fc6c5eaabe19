"""Looking for findings in files that an earlier version took in without looking.

What photos say of themselves is read as well, where an earlier version did not ask.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.errors import OriginalMissing
from app.evidence.items import current, touch
from app.evidence.lookalikes import note_lookalikes
from app.filekind import FileKind, FileType
from app.filetypes.formats import stored_type
from app.findings.errors import unread
from app.intake.inbox.wiping import wipe
from app.intake.inspection import InspectionOrder, find_mark
from app.intake.stamps import inspection_seconds
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.ownership import is_office
from app.photos.facts import PhotoFacts
from app.problems import Problem, ProblemKind, stored_problem
from app.reading.model import Unreadable
from app.workspace.opening import Workspace
from models import Attachment, Blob, EvidenceItem, ItemRevision

#: The stage that is reported; one step per original.
STAGE = "look"
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class LookedAgain:
    """How many originals were looked through, and how many items have findings that are new."""

    originals: int
    items: int


@dataclass(frozen=True, slots=True)
class _Original:
    sha256: str
    path: Path
    file_type: FileType
    size: int
    name: str
    #: False for earlier versions and for items of others: there only marks are looked for.
    findings: bool
    #: Nobody read yet what the photo says of itself.
    photo: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    problems: tuple[Problem, ...]
    photo: PhotoFacts | None = None


def look_again(workspace: Workspace, workers: Workers, job: JobContext) -> LookedAgain:
    """Look through the files of all own items; findings that are known stay as they are.

    What bears a certain mark of state secrecy is wiped, whose item ever it is in, and in earlier
    versions of an item too: all of that travels.

    Raises:
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: somebody pressed cancel; nothing was noted.
    """
    with workspace.database.reading() as session:
        originals = _originals(session, workspace)
    found: dict[str, tuple[Problem, ...]] = {}
    photos: dict[str, PhotoFacts] = {}
    secret: list[str] = []
    tasks = [IsolatedCall(original, inspection_seconds(original.size)) for original in originals]
    results = workers.run_each(_find, tasks, job, chunk=_CHUNK)
    for looked, (original, result) in enumerate(results, 1):
        seen = result.value if isinstance(result, Done) else _Seen((unread(original.file_type),))
        problems = seen.problems
        if seen.photo is not None:
            photos[original.sha256] = seen.photo
        if any(problem.kind is ProblemKind.SECRET_WIPED for problem in problems):
            secret.append(original.sha256)
        if original.findings:
            found[original.sha256] = tuple(problem for problem in problems if problem.finding)
        job.report(Progress(STAGE, looked, len(tasks)))
    _note_photos(workspace, photos)
    noted = LookedAgain(len(found), _note(workspace, found))
    wipe(workspace, secret)
    return noted


def _find(original: _Original) -> _Seen:
    from app.findings.looking import find  # only workers need what they load

    # As whoever packs it or takes it over looks; the day only matters for guesses.
    mark = find_mark(InspectionOrder(original.path, original.name, date.max, whole=True))
    if mark is not None and mark.certain:
        return _Seen((Problem(ProblemKind.SECRET_WIPED),))
    problems = find(original.path, original.file_type) if original.findings else ()
    return _Seen(problems, _facts(original) if original.photo else None)


def _facts(original: _Original) -> PhotoFacts | None:
    from app.reading.dispatch import read

    try:
        return read(original.path, original.file_type, original.size).photo
    except Unreadable:
        return None  # what is broken was told when it came


def _originals(session: Session, workspace: Workspace) -> list[_Original]:
    """Every content of all items and versions, each once."""
    blob = (
        *(Blob.sha256, Blob.kind, Blob.media_type, Blob.suffix, Blob.label, Blob.size),
        and_(Blob.kind == FileKind.IMAGE.value, Blob.photo.is_(None)).label("photo"),
    )
    findings = and_(
        EvidenceItem.by_office.is_(is_office(session)),
        EvidenceItem.current_revision == ItemRevision.number,
    ).label("findings")
    main = (
        select(*blob, ItemRevision.file_name, findings)
        .select_from(EvidenceItem)
        .join(ItemRevision, ItemRevision.item_id == EvidenceItem.id)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
    )
    parts = (
        select(*blob, Attachment.file_name, findings)
        .select_from(EvidenceItem)
        .join(ItemRevision, ItemRevision.item_id == EvidenceItem.id)
        .join(Attachment, Attachment.revision_id == ItemRevision.id)
        .join(Blob, Blob.sha256 == Attachment.blob_sha256)
    )
    wanted: dict[str, _Original] = {}
    every = [*session.execute(main), *session.execute(parts)]
    # The last one counts.
    for row in sorted(every, key=lambda row: bool(row.findings)):
        file_type = stored_type(row.kind, row.media_type, row.suffix, row.label)
        try:
            path = workspace.originals.path(row.sha256)
        except OriginalMissing:
            continue  # the check of the workspace tells of it
        wanted[row.sha256] = _Original(
            row.sha256,
            path,
            file_type,
            row.size,
            row.file_name,
            bool(row.findings),
            bool(row.photo),
        )
    return list(wanted.values())


def _note_photos(workspace: Workspace, photos: Mapping[str, PhotoFacts]) -> None:
    """Keep what photos say of themselves, and tell of those of own items that look alike."""
    if not photos:
        return
    with workspace.database.writing() as work:
        for sha256, facts in photos.items():
            work.session.get_one(Blob, sha256).photo = facts.stored()
        work.session.flush()
        added: dict[str, set[str]] = defaultdict(set)
        own = select(EvidenceItem.id).where(
            EvidenceItem.by_office.is_(is_office(work.session)), EvidenceItem.removed_at.is_(None)
        )
        for item_id in work.session.scalars(own).all():
            _, revision = current(work.session, item_id)
            files = {revision.blob_sha256, *(part.blob_sha256 for part in revision.attachments)}
            if new := files & photos.keys():
                added[item_id] = new
        note_lookalikes(work, added)
        work.commit()


def _note(workspace: Workspace, found: dict[str, tuple[Problem, ...]]) -> int:
    """Add what was not known; returns how many items have more than before."""
    changed = 0
    with workspace.database.writing() as work:
        items = select(EvidenceItem.id).where(EvidenceItem.by_office.is_(is_office(work.session)))
        for item_id in work.session.scalars(items).all():
            item, revision = current(work.session, item_id, removed_too=True)
            new: dict[str, list[str]] = defaultdict(list)
            files: list[ItemRevision | Attachment] = [revision, *revision.attachments]
            for file in files:
                known = {stored["kind"] for stored in file.problems}
                more = [p for p in found.get(file.blob_sha256, ()) if p.kind.value not in known]
                if more:
                    file.problems = [*file.problems, *map(stored_problem, more)]
                    new[file.file_name] += [p.kind.value for p in more]
            if new:
                changed += 1
                touch(work, item)
                work.record("item.looked_through", item.id, title=revision.title, found=dict(new))
        work.commit()
    return changed
