"""What a package holds, read from the database at one moment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.exchange.envelope.header import PackageHeader
from app.exchange.kinds import PackageKind
from app.exchange.lineage import receipt_for
from app.exchange.merge.errors import NothingToRecover
from app.exchange.payload.documents import (
    FRAMEWORK,
    LOG,
    MAIN,
    LineagePart,
    LogEndPart,
    LogPayload,
    Payload,
    RecoveryPayload,
    ReturnPayload,
    SubmissionPayload,
    TaskPayload,
    digest_of,
    to_bytes,
)
from app.exchange.payload.ground import read_ground
from app.exchange.payload.logins import Logins
from app.exchange.payload.possession import brought_by, withheld_from
from app.exchange.payload.records import OfficeRecords
from app.exchange.payload.slicing import (
    blob_parts,
    live_originals,
    log_payload,
    office_records,
    recovery_records,
    unit_records,
)
from app.storage.county_files import CountyFile
from app.workspace.opening import Facts
from models import ExchangePeer, PackageRecord, ReceivedEvent
from models.exchange import OFFICE


@dataclass(frozen=True)
class Making:
    """How a package is made.

    Attributes:
        made_by: who makes it.
        lineage: where it stands in the history of this workspace.
        instructions: the office's words to the unit.
        held: originals that the recipient has, and that stay at home.
        contains: whether an original is here and sound, as far as is known.
        files: the county's data files.
    """

    made_by: str
    lineage: LineagePart
    instructions: str
    held: frozenset[str]
    contains: Callable[[str], bool]
    files: tuple[CountyFile, ...] = ()


@dataclass(frozen=True)
class Composed:
    """The documents of a package; ``lacking`` are originals that should travel and cannot."""

    payload: Payload
    documents: dict[str, bytes]
    lacking: tuple[str, ...] = ()


def compose(session: Session, facts: Facts, header: PackageHeader, making: Making) -> Composed:
    """Read what the package of this header holds.

    Raises:
        NothingToRecover: a recovery package is wanted, and nothing of the unit was ever merged.
    """
    about = {
        "package_id": header.id,
        "made_at": header.created_at,
        "made_by": making.made_by,
        "lineage": making.lineage,
    }
    if header.kind is PackageKind.SUBMISSION:
        return _submission(session, facts, making, about)
    about["base"] = read_ground(session, facts, making.instructions, making.files)
    made: Payload
    lacking: tuple[str, ...] = ()
    match header.kind:
        case PackageKind.TASK:
            made = TaskPayload(**about)
        case PackageKind.RETURN:
            made, lacking = _return(session, header.recipient.unit_id or "", making, about)
        case _:
            made, lacking = _recovery(session, header, making, about)
    framework = facts.framework.to_json().encode("utf-8")
    return Composed(made, {MAIN: to_bytes(made), FRAMEWORK: framework}, lacking)


def _submission(session: Session, facts: Facts, making: Making, about: dict[str, Any]) -> Composed:
    logins = Logins.read(session, OFFICE)
    records = logins.records(unit_records(session, facts.unit_id or "", by_office=False))
    included, lacking = _sorted_out(live_originals(records), making)
    log = to_bytes(LogPayload(entries=logins.log(log_payload(session).entries)))
    made = SubmissionPayload(
        **about,
        framework_sha256=facts.framework.fingerprint,
        records=records,
        blobs=blob_parts(session, records, included),
        receipt=receipt_for(session, None, facts.unit_id, making.contains),
        log_sha256=digest_of(log),
    )
    return Composed(made, {MAIN: to_bytes(made), LOG: log}, lacking)


def _return(
    session: Session, unit_id: str, making: Making, about: dict[str, Any]
) -> tuple[ReturnPayload, tuple[str, ...]]:
    records = Logins.read(session, unit_id).records(office_records(session, unit_id))
    included, lacking = _sorted_out(live_originals(records), making)
    made = ReturnPayload(
        **about,
        records=records,
        blobs=blob_parts(session, records, included),
        receipt=receipt_for(session, unit_id, None, making.contains),
    )
    return made, lacking


def _recovery(
    session: Session, header: PackageHeader, making: Making, about: dict[str, Any]
) -> tuple[RecoveryPayload, tuple[str, ...]]:
    unit_id = header.recipient.unit_id or ""
    receipt = receipt_for(session, unit_id, None, making.contains)
    if receipt is None:
        raise NothingToRecover(header.recipient.name)
    brought = brought_by(session, unit_id)
    records = recovery_records(session, unit_id, lambda s: s in brought and making.contains(s))
    records = Logins.read(session, unit_id).records(records)
    entered = frozenset[str]().union(*(i.blobs() for i in records.items if i.by_office))
    # Of the unit's own items it gets only what it once brought itself.
    making = replace(making, contains=_both(making.contains, brought | entered))
    withheld = {a: s for a, s in withheld_from(session, unit_id).items() if s not in brought}
    included, lacking = _sorted_out(live_originals(records), making)
    binned = _binned(session, unit_id, records, making)
    end = session.execute(
        select(ReceivedEvent.sequence, ReceivedEvent.hash)
        .where(ReceivedEvent.peer == unit_id, ReceivedEvent.generation == receipt.generation)
        .order_by(ReceivedEvent.sequence.desc())
        .limit(1)
    ).one_or_none()
    made = RecoveryPayload(
        **about,
        generation=receipt.generation + 1 + _recoveries(session, unit_id),
        records=records,
        blobs=blob_parts(session, records, included | binned, withheld),
        receipt=receipt,
        log_end=LogEndPart(sequence=end.sequence, hash=end.hash) if end is not None else None,
    )
    return made, lacking


def _both(contains: Callable[[str], bool], allowed: frozenset[str]) -> Callable[[str], bool]:
    return lambda sha256: sha256 in allowed and contains(sha256)


def _binned(
    session: Session, unit_id: str, records: OfficeRecords, making: Making
) -> frozenset[str]:
    """Originals in the recycle bins that the lost computer had: they may be wanted again."""
    peer = session.get(ExchangePeer, unit_id)
    had = frozenset(peer.held) if peer is not None else frozenset()
    binned = [item for item in records.items if item.removed_at is not None]
    own = frozenset().union(*(item.blobs() for item in binned if not item.by_office))
    office = frozenset().union(*(item.blobs() for item in binned if item.by_office))
    return frozenset(filter(making.contains, own | (office & had)))


def _recoveries(session: Session, unit_id: str) -> int:
    """How many recovery packages were made for a unit: a computer may be lost twice."""
    query = select(func.count()).where(
        PackageRecord.peer == unit_id,
        PackageRecord.sent.is_(True),
        PackageRecord.kind == PackageKind.RECOVERY.value,
    )
    return session.scalar(query) or 0


def _sorted_out(wanted: frozenset[str], making: Making) -> tuple[frozenset[str], tuple[str, ...]]:
    """The originals that travel, and those that should and cannot."""
    travel = wanted - making.held
    there = frozenset(sha256 for sha256 in travel if making.contains(sha256))
    return there, tuple(sorted(travel - there))
