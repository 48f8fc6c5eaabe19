"""This workspace's history with one partner: generation, numbers, what came of packages."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.exchange.kinds import PackageKind
from app.exchange.payload.documents import LineagePart, ReceiptPart, SentPart
from app.exchange.payload.possession import brought_by
from app.exchange.payload.slicing import live_originals, unit_records
from app.settings import load_choice, save_choice
from app.unit_of_work import UnitOfWork
from models import ExchangePeer, PackageRecord
from models.exchange import OFFICE
from models.vocabulary import PackageState

_GENERATION = "generation"


@dataclass(frozen=True, slots=True)
class Arrived:
    """The numbers of a partner's packages that nobody has to wait for, and of those taken back."""

    numbers: frozenset[int] = frozenset()
    undone: frozenset[int] = frozenset()


def own_generation(session: Session) -> int:
    """The generation of this workspace; 1 until one of its copies is declared the true one."""
    return int(load_choice(session, _GENERATION) or 1)


def choose_generation(work: UnitOfWork, peer: str, *, supersede: bool) -> int:
    """The generation of the next package; with ``supersede`` a new one begins."""
    present = own_generation(work.session)
    if not supersede:
        return present
    row = work.session.get(ExchangePeer, peer)
    return begin_generation(work, max(present, row.told_generation if row is not None else 0) + 1)


def begin_generation(work: UnitOfWork, number: int) -> int:
    """Let this workspace be the true one of its copies from now on, in this generation."""
    before = own_generation(work.session)
    save_choice(work, _GENERATION, number)
    work.record("generation.begun", str(number), before=before)
    return number


def next_sequence(session: Session, peer: str) -> int:
    """The number after the last one that was used towards a partner."""
    last = session.scalar(
        select(func.max(PackageRecord.sequence)).where(
            PackageRecord.peer == peer, PackageRecord.sent.is_(True)
        )
    )
    row = session.get(ExchangePeer, peer)
    told = max(row.receipt_numbers, default=0) if row is not None else 0
    return max(last or 0, told) + 1


def lineage_of(session: Session, workspace_id: str, peer: str, generation: int) -> LineagePart:
    """What was made for a partner before, in this generation."""
    rows = session.scalars(
        select(PackageRecord)
        .where(
            PackageRecord.peer == peer,
            PackageRecord.sent.is_(True),
            PackageRecord.workspace_id == workspace_id,
            PackageRecord.generation == generation,
        )
        .order_by(PackageRecord.sequence)
    )
    sent = tuple(
        SentPart(
            sequence=row.sequence,
            digest=row.digest,
            written=row.state not in {PackageState.FAILED, PackageState.INTERRUPTED},
        )
        for row in rows
    )
    return LineagePart(generation=generation, sent=sent)


def read_arrived(session: Session, peer: str | None = None) -> Mapping[tuple[str, int], Arrived]:
    """What came of each partner (or of one) in each generation.

    What was before a recovery package is made good by it.
    """
    query = select(
        PackageRecord.peer,
        PackageRecord.generation,
        PackageRecord.sequence,
        PackageRecord.state,
        PackageRecord.kind,
    ).where(PackageRecord.sent.is_(False))
    rows = session.execute(query if peer is None else query.where(PackageRecord.peer == peer))
    came: dict[tuple[str, int], set[int]] = defaultdict(set)
    undone: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in rows:
        found = undone if row.state is PackageState.UNDONE else came
        found[row.peer, row.generation].add(row.sequence)
        if row.kind == PackageKind.RECOVERY.value:
            came[row.peer, row.generation].update(range(1, row.sequence))
    return {
        key: Arrived(frozenset(came[key] - undone[key]), frozenset(undone[key]))
        for key in {*came, *undone}
    }


def receipt_for(
    session: Session,
    unit_id: str | None,
    own_unit: str | None,
    contains: Callable[[str], bool],
) -> ReceiptPart | None:
    """What is here of a partner's work: a unit's if ``unit_id`` is given, else the office's."""
    row = session.get(ExchangePeer, unit_id or OFFICE)
    if row is None:
        return None
    received = session.scalars(
        select(PackageRecord.sequence)
        .where(
            PackageRecord.peer == row.id,
            PackageRecord.sent.is_(False),
            PackageRecord.generation == row.generation,
            PackageRecord.state != PackageState.UNDONE,
        )
        .order_by(PackageRecord.sequence)
    )
    records = (
        unit_records(session, unit_id, by_office=False)
        if unit_id is not None
        else unit_records(session, own_unit or "", by_office=True)
    )
    held = sorted(s for s in live_originals(records) if contains(s))
    if unit_id is not None:
        # Naming an original is no way to learn whether another unit has brought it.
        brought = brought_by(session, unit_id)
        held = [sha256 for sha256 in held if sha256 in brought]
    return ReceiptPart(generation=row.generation, sequences=tuple(received), held=tuple(held))
