"""Applying a package inside one unit of work. Nothing here commits: a preview just does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.eventlog import find_chain_break
from app.exchange.kinds import PackageKind
from app.exchange.lineage import Arrived, own_generation, read_arrived
from app.exchange.merge.decide import Change, Decisions
from app.exchange.merge.describing import corrected
from app.exchange.merge.errors import (
    PackageDiverged,
    PackageIdTaken,
    PackageSuperseded,
)
from app.exchange.merge.foreign import foreign_record
from app.exchange.merge.ground import GroundChange, lay_ground
from app.exchange.merge.incoming import Incoming
from app.exchange.merge.meaning import demand_meaning, refusing_conflicts
from app.exchange.merge.notices import MergeNotice, NoticeKind
from app.exchange.merge.possessing import (
    blobs_to_store,
    foreign_here,
    hand_over,
    not_brought,
    without_foreign,
)
from app.exchange.merge.recovering import demand_room, gift_of, go_on, without_own
from app.exchange.merge.rows import RowWriter, TouchedRow
from app.exchange.merge.standing import History, PackageStanding, gaps, standing
from app.exchange.merge.storing import decide_records, store_blobs, store_records
from app.exchange.payload.documents import LogEntryPart
from app.exchange.payload.records import UnitRecords
from app.identity.partners import partner_names
from app.paths import readable_name
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from app.workspace.clock import clock_is_behind
from app.workspace.opening import Facts
from models import Event, ExchangePeer, PackageRecord, ReceivedEvent
from models.vocabulary import PackageState

#: Standings of packages that bring the newest word of their sender.
NEWEST = frozenset({PackageStanding.FIRST, PackageStanding.NEWER, PackageStanding.NEW_GENERATION})


@dataclass(frozen=True)
class Applied:
    """What a package does, or did.

    Attributes:
        standing: how it relates to what had come of its sender.
        decisions: what becomes of each record, by the field of the payload that holds it.
        records: the records as the package brings them.
        notices: what people should know.
        touched: the rows written, for undoing.
        ground: what changed of the ground that the office lays.
        log_before: the last entry of the sender's log that was here before.
    """

    standing: PackageStanding
    decisions: Mapping[str, Decisions]
    records: UnitRecords
    notices: tuple[MergeNotice, ...]
    touched: tuple[TouchedRow, ...] = ()
    ground: GroundChange = field(default_factory=GroundChange)
    log_before: int = 0

    @property
    def put_away(self) -> frozenset[str]:
        """Items that come for the first time and lie in their owner's recycle bin."""
        new = self.decisions["items"].of(Change.NEW) if "items" in self.decisions else ()
        gone = (item.id for item in self.records.items if item.removed_at is not None)
        return frozenset(new).intersection(gone)

    def count(self, change: Change) -> int:
        """How many records of all kinds have this outcome."""
        return sum(len(found.of(change)) for found in self.decisions.values())


def apply_package(work: UnitOfWork, facts: Facts, incoming: Incoming) -> Applied:
    """Take over what a package brings; the caller commits, or leaves it.

    Raises:
        RecordImpossible, PackageFloods: see ``app.exchange.merge.meaning``.
        PackageSuperseded: another copy of the sender's workspace was declared the true one.
        PackageDiverged: the sender's workspace was copied, and both copies were worked in.
        RecordOfAnotherOwner: the package holds what its sender does not own.
        RecoveryInTheWay: it would give a unit back what the unit has gone on from.
    """
    with refusing_conflicts(incoming):
        return _applied(work, facts, incoming)


def _applied(work: UnitOfWork, facts: Facts, incoming: Incoming) -> Applied:
    session = work.session
    peer = session.get(ExchangePeer, incoming.peer)
    where, gift = demand_admission(session, facts, incoming), gift_of(session, incoming)
    newest = where in NEWEST
    ground = GroundChange()
    if newest and incoming.base is not None and incoming.framework is not None:
        ground = lay_ground(work, facts, incoming.base, incoming.framework)
    writer = RowWriter(session)
    notices = [*_ahead(incoming, work.now), *_gap(session, incoming)]
    decisions: Mapping[str, Decisions] = {}
    brought = incoming.records or UnitRecords()
    if incoming.records is not None:
        generation = incoming.history.generation
        replaces = peer is not None and 0 < peer.records_generation < generation
        unit_id = facts.unit_id or incoming.peer
        owners, wanted = {incoming.peer}, incoming.records
        if gift is not None:
            owners.add(unit_id)
        elif incoming.header.kind is PackageKind.RECOVERY:
            wanted = without_own(wanted)
        decisions, brought, left_out = decide_records(
            session, owners, unit_id, wanted, replaces=replaces
        )
        _refuse(session, incoming, peer, decisions)
        if not newest:
            decisions = {name: _without_missing(found) for name, found in decisions.items()}
        foreign = not_brought(session, incoming)
        store_blobs(writer, blobs_to_store(incoming, foreign), incoming.seen.keys(), work.now)
        store_records(writer, without_foreign(brought, foreign), decisions, work.now)
        hand_over(session, writer, incoming)
        if gift is not None:
            go_on(work, gift)
        if incoming.seen and (wrong := corrected(incoming)):
            notices.append(MergeNotice(NoticeKind.CORRECTED, (wrong,)))
        if foreign and (others := foreign_here(session, incoming)):
            notices.append(MergeNotice(NoticeKind.NOT_BROUGHT, (others,)))
        if left_out:
            notices.append(MergeNotice(NoticeKind.LEFT_OUT, (left_out,)))
        if replaces:
            notices.append(MergeNotice(NoticeKind.REPLACES, (generation,)))
    log_before, log_notices = _keep_log(session, incoming)
    notices += [*log_notices, *_other_copy(session, incoming)]
    _keep_peer(writer, incoming, peer, newest=newest)
    session.expire_all()
    return Applied(where, decisions, brought, tuple(notices), writer.touched(), ground, log_before)


def demand_admission(session: Session, facts: Facts, incoming: Incoming) -> PackageStanding:
    """How a package relates to what has come of its sender; changes nothing.

    Raises:
        PackageSuperseded, PackageDiverged, RecoveryInTheWay: see ``apply_package``.
    """
    where = _place(incoming, session.get(ExchangePeer, incoming.peer))
    if gift := gift_of(session, incoming):
        demand_room(session, facts.unit_id or "", gift, incoming.path)
    demand_meaning(session, facts, incoming)
    return where


def keep_package(work: UnitOfWork, incoming: Incoming, applied: Applied) -> None:
    """Note in the register that the package was taken in, and in the log.

    Raises:
        PackageIdTaken: another package bears the same id, or it is one of another partner.
    """
    header = incoming.header
    counts = {change.value: applied.count(change) for change in Change}
    kept = work.session.get(PackageRecord, header.id)
    if kept is not None and (
        kept.digest != incoming.digest or kept.peer != incoming.peer or kept.sent
    ):
        owner = partner_names(work.session).get(kept.peer, kept.peer_name)
        raise PackageIdTaken(incoming.path, incoming.sender, owner)
    late = applied.standing in {PackageStanding.LATE, PackageStanding.REPEATED}
    if kept is None:
        kept = PackageRecord(
            id=header.id,
            sent=False,
            kind=header.kind.value,
            peer=incoming.peer,
            peer_name=incoming.sender,
            workspace_id=header.sender.workspace_id,
            generation=incoming.history.generation,
            sequence=header.sequence,
            digest=incoming.digest,
            full=header.full,
            made_at=header.created_at,
            made_by=visible(incoming.payload.made_by),
            state=PackageState.LATE if late else PackageState.MERGED,
            recorded_at=work.now,
        )
        work.session.add(kept)
    elif not late:
        kept.state = PackageState.MERGED
        kept.recorded_at = work.now
    else:
        return
    kept.file_name = readable_name(incoming.path.name)
    kept.fingerprint = incoming.fingerprint
    kept.counts = {**counts, "log_before": applied.log_before}
    work.session.flush()
    work.record(
        "package.merged",
        header.id,
        kind=header.kind.value,
        sender=incoming.sender,
        sequence=header.sequence,
        generation=incoming.history.generation,
        digest=incoming.digest,
        standing=applied.standing.value,
        counts=counts,
    )


def history_of(peer: ExchangePeer | None) -> History | None:
    """The newest package merged of a partner, with what it said of the ones before it."""
    if peer is None:
        return None
    digests = {int(number): str(digest) for number, digest, _ in peer.lineage}
    return History(peer.workspace_id, peer.generation, peer.sequence, digests)


def _place(incoming: Incoming, peer: ExchangePeer | None) -> PackageStanding:
    where = standing(history_of(peer), incoming.history)
    name = incoming.sender
    if peer is not None and where is PackageStanding.SUPERSEDED:
        found = incoming.history.generation
        raise PackageSuperseded(incoming.path, name, found, peer.generation)
    if peer is not None and where is PackageStanding.DIVERGED:
        raise PackageDiverged(incoming.path, name, peer.generation)
    return where


def _refuse(
    session: Session,
    incoming: Incoming,
    peer: ExchangePeer | None,
    decisions: Mapping[str, Decisions],
) -> None:
    for kind, found in decisions.items():
        for key in found.of(Change.FOREIGN):
            raise foreign_record(session, incoming, kind, key)
        if found.of(Change.DIVERGED):
            generation = peer.generation if peer else 1
            raise PackageDiverged(incoming.path, incoming.sender, generation)


def _without_missing(found: Decisions) -> Decisions:
    """A late package lacks what came after it, which means nothing."""
    return Decisions({k: c for k, c in found.changes.items() if c is not Change.MISSING})


def _ahead(incoming: Incoming, now: datetime) -> list[MergeNotice]:
    """Tell if a package comes from the future: one of the two clocks is wrong.

    Nothing is decided by clocks, so it is merged all the same.
    """
    ahead = clock_is_behind(incoming.header.created_at, now)
    return [MergeNotice(NoticeKind.MADE_AHEAD)] if ahead else []


def _gap(session: Session, incoming: Incoming) -> list[MergeNotice]:
    """Tell which earlier packages are not there; a recovery package makes all of them good."""
    history = incoming.history
    if incoming.header.kind is PackageKind.RECOVERY:
        return []
    every = read_arrived(session, incoming.peer)
    arrived = every.get((incoming.peer, history.generation), Arrived())
    written = {sent.sequence: sent.written for sent in incoming.payload.lineage.sent}
    lacking = gaps(arrived.numbers, history, written)
    kinds = {
        NoticeKind.GAP: tuple(n for n in lacking if n not in arrived.undone),
        NoticeKind.UNDONE: tuple(n for n in lacking if n in arrived.undone),
    }
    return [MergeNotice(kind, numbers) for kind, numbers in kinds.items() if numbers]


def _other_copy(session: Session, incoming: Incoming) -> list[MergeNotice]:
    """Tell if the partner has had packages of ours that this workspace never made.

    Those of earlier generations were other copies', as everybody knows.
    """
    receipt = incoming.receipt
    if receipt is None or receipt.generation < own_generation(session):
        return []
    made = select(PackageRecord.generation, PackageRecord.sequence).where(
        PackageRecord.peer == incoming.peer, PackageRecord.sent.is_(True)
    )
    ours = {(generation, sequence) for generation, sequence in session.execute(made)}
    strange = tuple(n for n in receipt.sequences if (receipt.generation, n) not in ours)
    return [MergeNotice(NoticeKind.OTHER_COPY, strange)] if strange else []


def new_entries(session: Session, incoming: Incoming) -> list[LogEntryPart]:
    """The entries of the sender's log that were not here before, just as they are now."""
    held = session.execute(
        select(ReceivedEvent.sequence, ReceivedEvent.hash).where(
            ReceivedEvent.peer == incoming.peer,
            ReceivedEvent.generation == incoming.history.generation,
        )
    )
    known = {row.sequence: row.hash for row in held}
    return [one for one in incoming.log.entries if known.get(one.sequence) != one.hash]


def _keep_log(session: Session, incoming: Incoming) -> tuple[int, list[MergeNotice]]:
    """Keep the entries that are new; returns the last one that was here, and what is wrong."""
    entries = incoming.log.entries
    peer, generation = incoming.peer, incoming.history.generation
    last = session.execute(
        select(ReceivedEvent.sequence, ReceivedEvent.hash)
        .where(ReceivedEvent.peer == peer, ReceivedEvent.generation == generation)
        .order_by(ReceivedEvent.sequence.desc())
        .limit(1)
    ).one_or_none()
    before = last.sequence if last else 0
    notices: list[MergeNotice] = []
    broken = find_chain_break(Event(**entry.model_dump()) for entry in entries)
    if broken is not None:
        notices.append(MergeNotice(NoticeKind.LOG_BROKEN, (broken.sequence,)))
    elif last is not None and not _continues(entries, last.sequence, last.hash):
        notices.append(MergeNotice(NoticeKind.LOG_REWRITTEN, (last.sequence,)))
    session.add_all(
        ReceivedEvent(peer=peer, generation=generation, **entry.model_dump())
        for entry in {e.sequence: e for e in entries}.values()
        if entry.sequence > before
    )
    session.flush()
    return before, notices


def _continues(entries: Sequence[LogEntryPart], sequence: int, expected: str) -> bool:
    """True if the log holds the entry known last as it was; a late package's log ends before it."""
    found = next((e.hash for e in entries if e.sequence == sequence), None)
    return found == expected or (found is None and len(entries) < sequence)


def _keep_peer(
    writer: RowWriter, incoming: Incoming, peer: ExchangePeer | None, *, newest: bool
) -> None:
    """Remember how far the partner's work has been taken over."""
    history, receipt = incoming.history, incoming.receipt
    written = {sent.sequence: sent.written for sent in incoming.payload.lineage.sent}
    row = {
        column: getattr(peer, column) if peer is not None else default
        for column, default in _FRESH.items()
    }
    if newest:
        row |= {
            "workspace_id": history.workspace_id,
            "generation": history.generation,
            "sequence": history.sequence,
            "lineage": [
                [n, digest, written.get(n, True)] for n, digest in sorted(history.digests.items())
            ],
        }
    if incoming.records is not None:
        row["records_generation"] = history.generation
    place = (row["receipt_generation"], row["receipt_sequence"])
    if receipt is not None and (history.generation, history.sequence) > place:
        row |= {
            "receipt_generation": history.generation,
            "receipt_sequence": history.sequence,
            "told_generation": receipt.generation,
            "receipt_numbers": list(receipt.sequences),
            "held": list(receipt.held),
        }
    writer.put(ExchangePeer, [{"id": incoming.peer, **row}])


_FRESH: Mapping[str, object] = {
    "workspace_id": "",
    "generation": 0,
    "sequence": 0,
    "lineage": [],
    "records_generation": 0,
    "receipt_sequence": 0,
    "receipt_generation": 0,
    "told_generation": 0,
    "receipt_numbers": [],
    "held": [],
}
