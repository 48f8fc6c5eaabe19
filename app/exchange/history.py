"""What was sent and received, as lists show it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.kinds import PackageKind
from app.exchange.lineage import Arrived, read_arrived
from app.exchange.merge.undo import undoable_merges
from app.identity.partners import partner_names
from models import ExchangePeer, PackageRecord
from models.vocabulary import PackageState


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package that was made here or that came in.

    Attributes:
        sent: it was made here; ``peer`` is then the recipient, else the sender.
        peer_name: what the register calls the partner today.
        arrived: the recipient has confirmed it; None for what came in.
        undoable: its merge can still be undone.
    """

    id: str
    sent: bool
    kind: PackageKind
    peer: str
    peer_name: str
    generation: int
    sequence: int
    state: PackageState
    full: bool
    made_at: datetime
    made_by: str
    recorded_at: datetime
    file_name: str
    fingerprint: str
    arrived: bool | None
    undoable: bool


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A partner: the newest package merged, and what is not there of the earlier ones.

    ``gaps`` never came; ``undone`` came, and their merge was taken back.
    """

    peer: str
    name: str
    generation: int
    sequence: int
    gaps: tuple[int, ...]
    undone: tuple[int, ...]


def list_packages(session: Session, *, at_work: bool = True) -> tuple[PackageRow, ...]:
    """Every package, the newest first; ``at_work``: somebody may be writing one at this moment."""
    rows = session.scalars(
        select(PackageRecord).order_by(PackageRecord.recorded_at.desc(), PackageRecord.id.desc())
    )
    peers = {peer.id: peer for peer in session.scalars(select(ExchangePeer))}
    undoable = set(undoable_merges(session))
    names = partner_names(session)
    listed = tuple(
        _row(row, peers.get(row.peer), names.get(row.peer, row.peer_name), row.id in undoable)
        for row in rows
    )
    return listed if at_work else tuple(map(_given_up, listed))


def list_peers(session: Session) -> tuple[PeerRow, ...]:
    """Every partner of whom something was merged."""
    names = partner_names(session)
    every = read_arrived(session)
    found: list[PeerRow] = []
    for peer in session.scalars(select(ExchangePeer).order_by(ExchangePeer.id)):
        arrived = every.get((peer.id, peer.generation), Arrived())
        made = {int(number) for number, _, written in peer.lineage if written}
        lacking = sorted(made - arrived.numbers)
        gaps = tuple(n for n in lacking if n not in arrived.undone)
        undone = tuple(n for n in lacking if n in arrived.undone)
        name = names.get(peer.id, "")
        found.append(PeerRow(peer.id, name, peer.generation, peer.sequence, gaps, undone))
    return tuple(found)


def _given_up(row: PackageRow) -> PackageRow:
    begun = row.state is PackageState.WRITING
    return replace(row, state=PackageState.INTERRUPTED) if begun else row


def _row(
    row: PackageRecord,
    peer: ExchangePeer | None,
    name: str,
    undoable: bool,  # noqa: FBT001
) -> PackageRow:
    arrived = None
    if row.sent:
        same = peer is not None and peer.told_generation == row.generation
        arrived = peer is not None and same and row.sequence in peer.receipt_numbers
    return PackageRow(
        id=row.id,
        sent=row.sent,
        kind=PackageKind(row.kind),
        peer=row.peer,
        peer_name=name,
        generation=row.generation,
        sequence=row.sequence,
        state=row.state,
        full=row.full,
        made_at=row.made_at,
        made_by=row.made_by,
        recorded_at=row.recorded_at,
        file_name=row.file_name,
        fingerprint=row.fingerprint,
        arrived=arrived,
        undoable=undoable,
    )
