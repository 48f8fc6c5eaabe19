"""A package ready for merging: its header and its documents, understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from app.exchange.envelope.header import PackageHeader
from app.exchange.merge.standing import History
from app.exchange.payload.documents import (
    BasePart,
    LogPayload,
    Payload,
    ReceiptPart,
    base_of,
    blobs_of,
    receipt_of,
    records_of,
)
from app.exchange.payload.records import BlobPart, UnitRecords
from app.framework.schema import Framework
from models.exchange import OFFICE


@dataclass(frozen=True)
class Incoming:
    """A package whose documents fit together; ``path`` names it to people.

    ``sender`` is what the register here calls the sender ("" before it was looked up), ``seen``
    what the bytes of originals say of themselves, by digest: it takes the place of what the
    package says.
    """

    path: Path
    header: PackageHeader
    payload: Payload
    digest: str
    log: LogPayload
    framework: Framework | None
    fingerprint: str
    sender: str = ""
    seen: Mapping[str, BlobPart] = field(default_factory=dict)

    @property
    def peer(self) -> str:
        """The partner that it comes from."""
        return self.header.sender.unit_id or OFFICE

    @property
    def base(self) -> BasePart | None:
        """See ``base_of``."""
        return base_of(self.payload)

    @property
    def records(self) -> UnitRecords | None:
        """See ``records_of``."""
        return records_of(self.payload)

    @property
    def blobs(self) -> tuple[BlobPart, ...]:
        """What is known of the originals that the records name."""
        return tuple(self.seen.get(blob.sha256, blob) for blob in blobs_of(self.payload))

    @property
    def receipt(self) -> ReceiptPart | None:
        """See ``receipt_of``."""
        return receipt_of(self.payload)

    @cached_property
    def history(self) -> History:
        """Where the package stands in its sender's history."""
        lineage = self.payload.lineage
        digests = {sent.sequence: sent.digest for sent in lineage.sent}
        sequence = self.header.sequence
        return History(
            self.header.sender.workspace_id,
            lineage.generation,
            sequence,
            {**digests, sequence: self.digest},
        )
