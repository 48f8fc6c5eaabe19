"""体检: is everything that the database names there and unaltered, and nothing else?"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Engine, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from app.errors import JuanzongError, OriginalDamaged, OriginalMissing
from app.eventlog import find_chain_break
from app.framework.schema import Framework
from app.jobs import JobContext, Progress
from app.originals import Digests
from app.workspace.opening import Workspace
from models import Attachment, Blob, Event, EvidenceItem, ItemRevision, Placement

#: Hashing lets go of the interpreter, so two threads use both cores of a small machine.
HASHERS = 2


class FindingKind(StrEnum):
    """What can be wrong with a workspace; all but ``ORIGINAL_EXTRA`` make it unsound."""

    DATABASE_DAMAGED = "database_damaged"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_DAMAGED = "original_damaged"
    ORIGINAL_EXTRA = "original_extra"
    SM3_DIFFERS = "sm3_differs"
    DANGLING_REFERENCE = "dangling_reference"
    UNKNOWN_TASK = "unknown_task"
    LOG_BROKEN = "log_broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found; ``subject`` names it (a file, a table, a log entry)."""

    kind: FindingKind
    subject: str

    @property
    def harmless(self) -> bool:
        """True for what an interrupted import may leave and what does no harm."""
        return self.kind is FindingKind.ORIGINAL_EXTRA


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check: what was looked at, and what was found."""

    originals: int
    items: int
    events: int
    findings: tuple[Finding, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """True if nothing was found that matters."""
        return all(f.harmless for f in self.findings)


def check_workspace(workspace: Workspace, job: JobContext) -> CheckReport:
    """Re-hash every original and follow every reference; changes nothing.

    Raises:
        Cancelled: somebody pressed cancel.
    """
    findings = list(_check_database(workspace.database.engine))
    if findings:
        return CheckReport(0, 0, 0, tuple(findings))
    with workspace.database.reading() as session:
        findings += _check_references(session)
        findings += _check_tasks(session, workspace.facts.framework)
        findings += _check_log(session)
        blobs = {b.sha256: b.sm3 for b in session.scalars(select(Blob))}
        names = _names(session)
        items = len(session.scalars(select(EvidenceItem.id)).all())
        events = len(session.scalars(select(Event.sequence)).all())
    findings += _check_originals(workspace, blobs, names, job)
    stored = workspace.originals.stored()
    findings += [Finding(FindingKind.ORIGINAL_EXTRA, s) for s in stored if s not in blobs]
    return CheckReport(len(blobs), items, events, tuple(findings))


def _check_database(engine: Engine) -> Iterator[Finding]:
    if engine.dialect.name != "sqlite":
        return
    try:
        with engine.connect() as connection:
            for row in connection.exec_driver_sql("PRAGMA integrity_check"):
                if row[0] != "ok":
                    yield Finding(FindingKind.DATABASE_DAMAGED, str(row[0]))
            for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield Finding(FindingKind.DANGLING_REFERENCE, f"{table}#{row_id} → {parent}")
    except DatabaseError as error:
        yield Finding(FindingKind.DATABASE_DAMAGED, str(error.orig))


def _check_references(session: Session) -> Iterator[Finding]:
    revisions = set(session.execute(select(ItemRevision.item_id, ItemRevision.number)).tuples())
    for item_id, current in session.execute(
        select(EvidenceItem.id, EvidenceItem.current_revision)
    ).tuples():
        if (item_id, current) not in revisions:
            yield Finding(FindingKind.DANGLING_REFERENCE, f"item {item_id} → revision {current}")


def _check_tasks(session: Session, framework: Framework) -> Iterator[Finding]:
    for placement in session.scalars(select(Placement).where(Placement.removed_at.is_(None))):
        try:
            task = framework.indicator(placement.indicator_code).task(placement.method)
        except JuanzongError:
            task = None
        number = placement.point_number
        if task is None or (number is not None and task.point(number) is None):
            where = f"{placement.indicator_code}/{placement.method.value}/{number or ''}"
            yield Finding(FindingKind.UNKNOWN_TASK, where)


def _check_log(session: Session) -> Iterator[Finding]:
    events = session.scalars(
        select(Event).order_by(Event.sequence).execution_options(yield_per=500)
    )
    if found := find_chain_break(events):
        yield Finding(FindingKind.LOG_BROKEN, str(found.sequence))


def _check_originals(
    workspace: Workspace, blobs: dict[str, str], names: dict[str, str], job: JobContext
) -> Iterator[Finding]:
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
                    yield Finding(FindingKind.ORIGINAL_MISSING, subject)
                case OriginalDamaged():
                    yield Finding(FindingKind.ORIGINAL_DAMAGED, subject)
                case Digests(sm3=sm3) if sm3 != blobs[sha256]:
                    yield Finding(FindingKind.SM3_DIFFERS, subject)


def _stop_check(job: JobContext) -> Callable[[int], None]:
    def on_chunk(_count: int) -> None:
        job.check_cancelled()

    return on_chunk


def _names(session: Session) -> dict[str, str]:
    rows = session.execute(select(ItemRevision.blob_sha256, ItemRevision.file_name)).tuples()
    second = session.execute(select(Attachment.blob_sha256, Attachment.file_name)).tuples()
    return dict([*second, *rows])
