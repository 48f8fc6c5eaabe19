"""体检: is everything in the database also on the disk, unchanged, and nothing else?"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from app.checkup.impossible import impossible_values
from app.errors import DatabaseDamaged, JuanzongError, OriginalDamaged, OriginalMissing
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.identity.protected import is_protected
from app.jobs import JobContext, Progress
from app.originals import Digests
from app.storage.database_checks import find_damage_of
from app.storage.defects import Defect, DefectKind
from app.storage.layout import Layout
from app.workspace.clock import clock_is_behind
from app.workspace.entered import check_sizes
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
    damage = find_damage_of(workspace.database.engine)
    damage += _obstacles(workspace.layout)
    if any(defect.kind is DefectKind.DATABASE_DAMAGED for defect in damage):
        return CheckReport(0, 0, 0, damage)
    try:
        return _check_content(workspace, damage, job)
    except (DatabaseError, DatabaseDamaged, ValueError, TypeError, LookupError):
        if not damage:
            raise
        # What is known to be damaged need not be readable.
        return CheckReport(0, 0, 0, damage)


def _check_content(
    workspace: Workspace, damage: tuple[Defect, ...], job: JobContext
) -> CheckReport:
    defects = list(damage)
    with workspace.database.reading() as session:
        defects += _check_references(session)
        defects += _check_tasks(session, workspace.facts.framework)
        defects += _check_clock(session, workspace.database.now())
        defects += check_sizes(session, workspace.originals)
        impossible = dict.fromkeys(map(str, impossible_values(session)))
        defects += [Defect(DefectKind.IMPOSSIBLE_VALUE, text) for text in impossible]
        blobs = {b.sha256: b.sm3 for b in session.scalars(select(Blob))}
        names = _names(session)
        # A partner may have named what it never brought, and left it out again since.
        unnamed = blobs.keys() - names.keys()
        for sha256 in unnamed | _kept_at_home(session, workspace.facts.role):
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


def _obstacles(layout: Layout) -> tuple[Defect, ...]:
    return tuple(
        Defect(DefectKind.OBSTRUCTED, path.relative_to(layout.root).as_posix())
        for path in layout.obstacles()
    )


def _check_references(session: Session) -> Iterator[Defect]:
    revisions = set(session.execute(select(ItemRevision.item_id, ItemRevision.number)))
    for item_id, current in session.execute(select(EvidenceItem.id, EvidenceItem.current_revision)):
        if (item_id, current) not in revisions:
            yield Defect(DefectKind.DANGLING_REFERENCE, f"item {item_id} → revision {current}")


def _check_tasks(session: Session, framework: Framework) -> Iterator[Defect]:
    for placement in session.scalars(select(Placement).where(Placement.removed_at.is_(None))):
        try:
            task = framework.indicator(placement.indicator_code).task(placement.task_code)
        except JuanzongError:
            task = None
        number = placement.point_number
        if task is None or (number is not None and task.point(number) is None):
            task_key = TaskKey(placement.indicator_code, placement.task_code)
            where = f"{task_key}/{number or ''}"
            yield Defect(DefectKind.UNKNOWN_TASK, where)


def _check_clock(session: Session, now: datetime) -> Iterator[Defect]:
    """An entry of tomorrow: this computer's clock is slow now, or was fast when it was made."""
    newest = session.scalar(select(func.max(Event.at)))
    if newest is not None and clock_is_behind(newest, now):
        yield Defect(DefectKind.LOG_FROM_THE_FUTURE, f"{newest.astimezone():%Y-%m-%d %H:%M}")


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
