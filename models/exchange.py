"""Packages: what was sent and received, and how far each partner's work was merged here.

``peer`` names a partner: a unit's id, or ``OFFICE``. A package's ``digest`` is that of its payload.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.vocabulary import PackageState

#: The peer that the creation office is to its units.
OFFICE = "office"


class PackageRecord(Base):
    """A package that was made here, or that came in (报送记录).

    A number is used up before its package is written, so that no two packages ever bear the same
    one; ``state`` says how the writing ended. ``counts`` holds numbers to show.
    """

    __tablename__ = "package"
    __table_args__ = (Index("ix_package_peer", "peer", "sent"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    sent: Mapped[bool]
    kind: Mapped[str]  # app.exchange.envelope.header.PackageKind
    peer: Mapped[str]
    peer_name: Mapped[str]
    workspace_id: Mapped[str]  # the sender's
    generation: Mapped[int]
    sequence: Mapped[int]
    digest: Mapped[str]
    state: Mapped[PackageState]
    full: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
    file_name: Mapped[str] = mapped_column(default="")
    fingerprint: Mapped[str] = mapped_column(default="")
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)


class ExchangePeer(Base):
    """How far a partner's work was merged here.

    ``sequence`` is the newest package merged, ``lineage`` what that package says of the ones before
    it in this generation (``[sequence, digest, whether it was written]``). ``records_generation``
    is the generation of the records here; it lags behind while only task packages of a newer one
    have come. ``held`` names the originals that the partner says it has, as of its package
    ``receipt_sequence``, and ``told_generation`` the generation of our work that it goes by.
    """

    __tablename__ = "exchange_peer"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    generation: Mapped[int]
    sequence: Mapped[int]
    lineage: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    records_generation: Mapped[int]
    receipt_sequence: Mapped[int] = mapped_column(default=0)
    receipt_generation: Mapped[int] = mapped_column(default=0)
    told_generation: Mapped[int] = mapped_column(default=0)
    receipt_numbers: Mapped[list[int]] = mapped_column(JSON, default=list)
    held: Mapped[list[str]] = mapped_column(JSON, default=list)


class BroughtOriginal(Base):
    """A partner has shown that it has an original: the bytes came in a package of its own.

    This stays true when the package's records are taken back, so undoing a merge keeps the row.
    """

    __tablename__ = "brought_original"

    peer: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)


class WithheldOriginal(Base):
    """An original that a partner names and has never brought.

    Its records are kept with ``address`` in place of ``sha256``. Nothing is ever stored under that
    address, so the original is missing for this partner, even if another one has brought it.
    """

    __tablename__ = "withheld_original"
    __table_args__ = (Index("ix_withheld_original_peer", "peer"),)

    address: Mapped[str] = mapped_column(primary_key=True)
    peer: Mapped[str]
    sha256: Mapped[str]


class ReceivedEvent(Base):
    """An entry of a partner's log, as its packages brought it; the chain is the partner's own."""

    __tablename__ = "received_event"

    peer: Mapped[str] = mapped_column(primary_key=True)
    generation: Mapped[int] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    data: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]


class MergeSnapshot(Base):
    """A row that a merge changed, as it was before, so that the merge can be undone.

    ``before`` is None for a row that the merge added. ``after`` is the digest of the row after the
    merge: if the row has changed since, the merge cannot be undone.
    """

    __tablename__ = "merge_snapshot"
    __table_args__ = (Index("ix_merge_snapshot_package", "package_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    package_id: Mapped[str] = mapped_column(ForeignKey("package.id", ondelete="CASCADE"))
    table: Mapped[str]
    key: Mapped[list[Any]] = mapped_column(JSON)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[str]
