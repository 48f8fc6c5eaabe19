"""A recovery package gives a unit its own work back, if it has no other work there.

The records stay the unit's: the office only hands back what it last merged of them. The workspace
that takes them goes on as a new generation, so that nobody takes it for the one that was lost.
"""

from pathlib import Path

from sqlalchemy.orm import Session

from app.exchange.lineage import begin_generation, own_generation
from app.exchange.merge.errors import RecoveryInTheWay
from app.exchange.merge.incoming import Incoming
from app.exchange.payload.documents import RecoveryPayload
from app.exchange.payload.records import UnitRecords, rows_of
from app.exchange.payload.slicing import unit_records
from app.unit_of_work import UnitOfWork
from models import PackageRecord


def gift_of(session: Session, incoming: Incoming) -> RecoveryPayload | None:
    """What gives the unit its own work back; None if the package does not, or did so before."""
    payload = incoming.payload
    if not isinstance(payload, RecoveryPayload):
        return None
    came_before = session.get(PackageRecord, payload.package_id) is not None
    return None if came_before else payload


def without_own(records: UnitRecords) -> UnitRecords:
    """The records that the office entered or decided."""
    kept = {
        name: tuple(row for row in rows if getattr(row, "by_office", True))
        for name, rows in rows_of(records).items()
    }
    return records.model_copy(update=kept)


def demand_room(session: Session, unit_id: str, gift: RecoveryPayload, path: Path) -> None:
    """Raise unless all of the unit's own work here is in the package, unchanged.

    Raises:
        RecoveryInTheWay: there is other work; nothing could join the two rightly.
    """
    brought = {row.id: row.digest() for rows in rows_of(gift.records).values() for row in rows}
    for rows in rows_of(unit_records(session, unit_id, by_office=False)).values():
        if any(brought.get(row.id) != row.digest() for row in rows):
            raise RecoveryInTheWay(path)


def go_on(work: UnitOfWork, gift: RecoveryPayload) -> None:
    """Go on from the workspace that was lost, as the generation that the office names."""
    receipt, end = gift.receipt, gift.log_end
    work.record(
        "workspace.recovered",
        gift.package_id,
        generation=receipt.generation,
        sequences=list(receipt.sequences),
        log_sequence=end.sequence if end is not None else 0,
        log_hash=end.hash if end is not None else "",
    )
    if own_generation(work.session) < gift.generation:
        begin_generation(work, gift.generation)
