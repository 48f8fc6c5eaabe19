"""Undoing the latest merge of a unit's package, as long as nothing depends on it."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, Table, delete, func, insert, select
from sqlalchemy.orm import Session

from app.exchange.kinds import PackageKind
from app.exchange.merge.apply import Applied
from app.exchange.merge.errors import (
    BatchNotUndone,
    Built,
    MergeBuiltUpon,
    MergeNotUndoable,
    MergeUnknown,
)
from app.exchange.merge.incoming import Incoming
from app.exchange.merge.rows import Key, digest_of, read_rows, restore_row
from app.identity.partners import partner_names
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import (
    Attachment,
    Base,
    Blob,
    EvidenceItem,
    ItemRevision,
    MergeSnapshot,
    PackageRecord,
    Placement,
    ReceivedEvent,
    RectificationNotice,
    Review,
)
from models.vocabulary import PackageState

_ITEMS = EvidenceItem.__tablename__


def keep_snapshot(
    work: UnitOfWork, incoming: Incoming, applied: Applied, batch: Collection[str] = ()
) -> None:
    """Keep what the merge changed, so that it can be undone.

    What earlier merges of the sender changed can then be undone no more, except for those of
    ``batch``: packages that were merged in the same go, and can be undone with this one.
    """
    if incoming.header.kind is not PackageKind.SUBMISSION:
        return
    # Tens of thousands of rows: plain ones take a fraction of the time of objects.
    rows = [
        {
            "package_id": incoming.header.id,
            "table": row.table,
            "key": list(row.key),
            "before": row.before,
            "after": row.after,
        }
        for row in applied.touched
    ]
    if not rows:
        return
    others = select(PackageRecord.id).where(
        PackageRecord.peer == incoming.peer, PackageRecord.id.not_in(tuple(batch))
    )
    work.session.execute(delete(MergeSnapshot).where(MergeSnapshot.package_id.in_(others)))
    work.session.execute(insert(MergeSnapshot), rows)


def undoable_merges(session: Session) -> tuple[str, ...]:
    """The packages whose merge is the latest of their senders, newest first."""
    newest = func.max(MergeSnapshot.id)
    query = (
        select(PackageRecord.id, PackageRecord.peer)
        .join(MergeSnapshot, MergeSnapshot.package_id == PackageRecord.id)
        .group_by(PackageRecord.id, PackageRecord.peer)
        .order_by(newest.desc())
    )
    latest: dict[str, str] = {}
    for package, peer in session.execute(query):
        latest.setdefault(peer, package)
    return tuple(latest.values())


def undo_merge(workspace: Workspace, package_id: str | None = None) -> str:
    """Make everything as it was before a merge; originals stay. Returns the package's id.

    Without ``package_id`` the newest merge is undone.

    Raises:
        MergeUnknown: there is no such merge, or a later package of the sender was merged since.
        MergeNotUndoable: it is a package of the office, whose newest word counts.
        MergeBuiltUpon: decisions, changes or a return package rest on it.
    """
    with workspace.database.writing() as work:
        chosen = package_id or next(iter(undoable_merges(work.session)), "")
        _undo(work, chosen)
        work.commit()
        return chosen


def undo_merges(workspace: Workspace, package_ids: Collection[str]) -> None:
    """Make everything as it was before these merges, all of them or none; the newest goes first.

    Raises:
        BatchNotUndone: one of them cannot be undone any more; then none was.
    """
    waiting = set(package_ids)
    with workspace.database.writing() as work:
        while waiting:
            latest = undoable_merges(work.session)
            chosen = next((package for package in latest if package in waiting), None)
            if chosen is None:
                name = _sender(work.session, min(waiting))
                raise BatchNotUndone(len(package_ids), name, Built.LATER_PACKAGE)
            waiting.remove(chosen)
            try:
                _undo(work, chosen)
            except MergeBuiltUpon as error:
                raise BatchNotUndone(len(package_ids), error.sender, error.what) from error
        work.commit()


def _sender(session: Session, package_id: str) -> str:
    package = session.get(PackageRecord, package_id)
    return _name(session, package) if package is not None else package_id


def _name(session: Session, package: PackageRecord) -> str:
    return partner_names(session).get(package.peer, package.peer_name)


def _undo(work: UnitOfWork, chosen: str) -> None:
    session = work.session
    package = session.get(PackageRecord, chosen)
    if package is None or package.sent:
        raise MergeUnknown(chosen)
    if package.kind != PackageKind.SUBMISSION.value:
        raise MergeNotUndoable(chosen)
    if chosen not in undoable_merges(session):
        raise MergeUnknown(chosen)
    kept = session.scalars(
        select(MergeSnapshot)
        .where(MergeSnapshot.package_id == chosen)
        .order_by(MergeSnapshot.id.desc())
    ).all()
    _refuse_built_upon(session, package, kept)
    for row in kept:
        _take_back(session, row)
    session.execute(
        delete(ReceivedEvent).where(
            ReceivedEvent.peer == package.peer,
            ReceivedEvent.generation == package.generation,
            ReceivedEvent.sequence > package.counts.get("log_before", 0),
        )
    )
    session.execute(delete(MergeSnapshot).where(MergeSnapshot.package_id == chosen))
    package.state = PackageState.UNDONE
    package.recorded_at = work.now
    sender = _name(session, package)
    work.record("package.undone", chosen, sender=sender, sequence=package.sequence)


def _refuse_built_upon(
    session: Session, package: PackageRecord, kept: Sequence[MergeSnapshot]
) -> None:
    since, unit = package.recorded_at, package.peer
    added = {str(row.key[0]) for row in kept if row.before is None and row.table == _ITEMS}
    rests: tuple[tuple[Built, Select[str]], ...] = (
        (
            Built.DECISIONS,
            select(Review.id).where(Review.unit_id == unit, Review.changed_at > since),
        ),
        (
            Built.NOTICES,
            select(RectificationNotice.id).where(
                RectificationNotice.unit_id == unit, RectificationNotice.changed_at > since
            ),
        ),
        (
            Built.RETURN_PACKAGE,
            select(PackageRecord.id).where(
                PackageRecord.peer == unit,
                PackageRecord.sent.is_(True),
                PackageRecord.kind == PackageKind.RETURN.value,
                PackageRecord.made_at > since,
            ),
        ),
    )
    for what, query in rests:
        if session.scalar(query.limit(1)) is not None:
            raise MergeBuiltUpon(_name(session, package), what)
    if added.intersection(
        session.scalars(select(Placement.item_id).where(Placement.by_office.is_(True)))
    ):
        raise MergeBuiltUpon(_name(session, package), Built.PLACEMENTS)
    for row in kept:
        table = _table(row.table)
        if table.name != Blob.__tablename__ and _now(session, table, tuple(row.key)) != row.after:
            raise MergeBuiltUpon(_name(session, package), Built.CHANGES)


def _take_back(session: Session, row: MergeSnapshot) -> None:
    table = _table(row.table)
    if table.name == Blob.__tablename__ and _in_use(session, str(row.key[0])):
        return
    restore_row(session, table, tuple(row.key), row.before)


def _in_use(session: Session, sha256: str) -> bool:
    """True if an item names the original, also one that came in otherwise since."""
    uses = (
        select(ItemRevision.id).where(ItemRevision.blob_sha256 == sha256).limit(1),
        select(Attachment.id).where(Attachment.blob_sha256 == sha256).limit(1),
    )
    return any(session.scalar(query) is not None for query in uses)


def _now(session: Session, table: Table, key: Key) -> str:
    return digest_of(table, read_rows(session, table, [key]).get(key))


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
