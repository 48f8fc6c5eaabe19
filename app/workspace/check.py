"""体检: is everything that the database names there and unaltered, and nothing else?"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from sqlalchemy import Engine, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from app.errors import JuanzongError, OriginalDamaged, OriginalMissing
from app.eventlog import find_chain_break
from app.framework.schema import Framework
from app.identity.protected import is_protected
from app.jobs import JobContext, Progress
from app.originals import Digests
from app.workspace.defects import Defect, DefectKind
from app.workspace.opening import Workspace
from models import Attachment, Blob, Event, EvidenceItem, ItemRevision, Placement
from models.vocabulary import WorkspaceRole

#: Hashing lets go of the interpreter, so two threads use both cores of a small machine.
HASHERS = 2


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check: what was looked at, and what was found.

    ``protected``: a pass-phrase is set; None if the database could not be asked.
    """

    originals: int
    items: int
    events: int
    defects: tuple[Defect, ...] = field(default=())
    protected: bool | None = None

    @property
    def sound(self) -> bool:
        """True if nothing was found that matters."""
        return all(f.harmless for f in self.defects)


def check_workspace(workspace: Workspace, job: JobContext) -> CheckReport:
    """Re-hash every original and follow every reference; changes nothing.

    Raises:
        Cancelled: somebody pressed cancel.
    """
    defects = list(_check_database(workspace.database.engine))
    if defects:
        return CheckReport(0, 0, 0, tuple(defects))
    with workspace.database.reading() as session:
        defects += _check_references(session)
        defects += _check_tasks(session, workspace.facts.framework)
        defects += _check_log(session)
        blobs = {b.sha256: b.sm3 for b in session.scalars(select(Blob))}
        names = _names(session)
        for sha256 in _kept_at_home(session, workspace.facts.role):
            if not workspace.originals.contains(sha256):
                del blobs[sha256]
        items = len(session.scalars(select(EvidenceItem.id)).all())
        events = len(session.scalars(select(Event.sequence)).all())
        protected = is_protected(session)
    defects += _check_originals(workspace, blobs, names, job)
    stored = workspace.originals.stored()
    defects += [Defect(DefectKind.ORIGINAL_EXTRA, s) for s in stored if s not in blobs]
    defects += [Defect(DefectKind.OPEN_TO_OTHERS, p.name) for p in workspace.layout.exposed()]
    return CheckReport(len(blobs), items, events, tuple(defects), protected)


def _check_database(engine: Engine) -> Iterator[Defect]:
    if engine.dialect.name != "sqlite":
        return
    try:
        with engine.connect() as connection:
            for row in connection.exec_driver_sql("PRAGMA integrity_check"):
                if row[0] != "ok":
                    yield Defect(DefectKind.DATABASE_DAMAGED, str(row[0]))
            for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield Defect(DefectKind.DANGLING_REFERENCE, f"{table}#{row_id} → {parent}")
    except DatabaseError as error:
        yield Defect(DefectKind.DATABASE_DAMAGED, str(error.orig))


def _check_references(session: Session) -> Iterator[Defect]:
    revisions = set(session.execute(select(ItemRevision.item_id, ItemRevision.number)))
    for item_id, current in session.execute(select(EvidenceItem.id, EvidenceItem.current_revision)):
        if (item_id, current) not in revisions:
            yield Defect(DefectKind.DANGLING_REFERENCE, f"item {item_id} → revision {current}")


def _check_tasks(session: Session, framework: Framework) -> Iterator[Defect]:
    for placement in session.scalars(select(Placement).where(Placement.removed_at.is_(None))):
        try:
            task = framework.indicator(placement.indicator_code).task(placement.method)
        except JuanzongError:
            task = None
        number = placement.point_number
        if task is None or (number is not None and task.point(number) is None):
            where = f"{placement.indicator_code}/{placement.method.value}/{number or ''}"
            yield Defect(DefectKind.UNKNOWN_TASK, where)


def _check_log(session: Session) -> Iterator[Defect]:
    events = session.scalars(
        select(Event).order_by(Event.sequence).execution_options(yield_per=500)
    )
    if found := find_chain_break(events):
        yield Defect(DefectKind.LOG_BROKEN, str(found.sequence))


def _kept_at_home(session: Session, role: WorkspaceRole) -> set[str]:
    """Originals that only removed items of the other side name: those never travel."""
    by_office = role is WorkspaceRole.OFFICE
    gone = EvidenceItem.removed_at.is_not(None) & (EvidenceItem.by_office != by_office)
    main = select(ItemRevision.blob_sha256, gone).join(EvidenceItem)
    second = (
        select(Attachment.blob_sha256, gone)
        .join(ItemRevision, ItemRevision.id == Attachment.revision_id)
        .join(EvidenceItem, EvidenceItem.id == ItemRevision.item_id)
    )
    rows = [*session.execute(main), *session.execute(second)]
    return {sha256 for sha256, away in rows if away} - {s for s, away in rows if not away}


def _check_originals(
    workspace: Workspace, blobs: dict[str, str], names: dict[str, str], job: JobContext
) -> Iterator[Defect]:
    def look(sha256: str) -> Digests | OriginalMissing | OriginalDamaged:
        try:
            return workspace.originals.verify(sha256, _stop_check(job))
        except (OriginalMissing, OriginalDamaged) as error:
            return error

    with ThreadPoolExecutor(HASHERS) as pool:
        for done, (sha256, outcome) in enumerate(zip(blobs, pool.map(look, blobs), strict=True), 1):
            job.report(Progress("check", done, len(blobs), names.get(sha256, sha256)))
            subject = f"{names.get(sha256, '')} {sha256}".strip()
            match outcome:
                case OriginalMissing():
                    yield Defect(DefectKind.ORIGINAL_MISSING, subject)
                case OriginalDamaged():
                    yield Defect(DefectKind.ORIGINAL_DAMAGED, subject)
                case Digests(sm3=sm3) if sm3 != blobs[sha256]:
                    yield Defect(DefectKind.SM3_DIFFERS, subject)


def _stop_check(job: JobContext) -> Callable[[int], None]:
    def on_chunk(_count: int) -> None:
        job.check_cancelled()

    return on_chunk


def _names(session: Session) -> dict[str, str]:
    rows = session.execute(select(ItemRevision.blob_sha256, ItemRevision.file_name))
    second = session.execute(select(Attachment.blob_sha256, Attachment.file_name))
    return dict([*second, *rows])
