"""Which originals the sender of a package really brings, and which it only names."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.exchange.kinds import PackageKind
from app.exchange.merge.incoming import Incoming
from app.exchange.merge.rows import RowWriter, read_where
from app.exchange.payload.possession import (
    brought_by,
    note_brought,
    readdressed_all,
    withheld_from,
    withhold,
)
from app.exchange.payload.records import BlobPart, UnitRecords
from app.exchange.payload.slicing import live_originals
from models import Attachment, Blob, ItemRevision


def not_brought(session: Session, incoming: Incoming) -> Mapping[str, str]:
    """Note what a unit's package brings; the rest that it names, with what stands for each.

    Empty for the office's packages: what the office names, it may give.
    """
    if incoming.header.kind is not PackageKind.SUBMISSION or incoming.records is None:
        return {}
    note_brought(session, incoming.peer, (b.sha256 for b in incoming.blobs if b.included))
    named = incoming.records.blobs()
    return withhold(session, incoming.peer, named - brought_by(session, incoming.peer))


def without_foreign(records: UnitRecords, addresses: Mapping[str, str]) -> UnitRecords:
    """The records as they are stored: an original that was not brought goes by its address."""
    return records.model_copy(update={"items": readdressed_all(records.items, addresses)})


def blobs_to_store(incoming: Incoming, addresses: Mapping[str, str]) -> list[BlobPart]:
    """The originals as they are entered; of one that was not brought, the sender's own words."""
    return [
        blob.model_copy(update={"sha256": addresses.get(blob.sha256, blob.sha256)})
        for blob in incoming.blobs
    ]


def hand_over(session: Session, writer: RowWriter, incoming: Incoming) -> None:
    """Give the sender's records the originals that it has brought by now."""
    brought = brought_by(session, incoming.peer)
    ready = {a: s for a, s in withheld_from(session, incoming.peer).items() if s in brought}
    if not ready:
        return
    # Only what was entered from its bytes takes the place of what was merely said.
    there = {row["sha256"] for row in read_where(session, Blob, Blob.sha256, [*ready.values()])}
    in_use = {row["sha256"] for row in read_where(session, Blob, Blob.sha256, [*ready])}
    described = [address for address in in_use if ready[address] in there]
    for model in (ItemRevision, Attachment):
        rows = read_where(session, model, model.blob_sha256, described)
        writer.put(model, [{**r, "blob_sha256": ready[r["blob_sha256"]]} for r in rows])
    writer.delete(Blob, [(address,) for address in described])


def missing_of(session: Session, incoming: Incoming, originals: frozenset[str]) -> frozenset[str]:
    """Those of some originals that the sender neither brings nor has brought before."""
    if incoming.header.kind is not PackageKind.SUBMISSION:
        return frozenset()
    included = {blob.sha256 for blob in incoming.blobs if blob.included}
    return originals - included - brought_by(session, incoming.peer)


def foreign_here(session: Session, incoming: Incoming) -> int:
    """How many originals of live items are here only because somebody else brought them."""
    records = incoming.records
    if records is None:
        return 0
    named = sorted(missing_of(session, incoming, live_originals(records)))
    return len(read_where(session, Blob, Blob.sha256, named))
