"""Who works here and whom this workspace trusts: people, its own keys, the partners' keys."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, new_id


class Person(Base):
    """Somebody who works in this workspace (经办人); the log still names those who have left."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    duty: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class IdentityKey(Base):
    """The single row with the workspace's own keys.

    ``secret`` is plain where ``protection`` is None, else encrypted under a pass-phrase;
    ``protection`` then says how (algorithm and parameters, JSON).
    """

    __tablename__ = "identity_key"
    __table_args__ = (CheckConstraint("single = 1", name="single_row"),)

    single: Mapped[int] = mapped_column(primary_key=True, default=1)
    signing_key: Mapped[str]  # public, hex
    sealing_key: Mapped[str]  # public, "age1…"
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    protection: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class TrustedKey(Base):
    """A partner's key that somebody here compared and confirmed.

    ``peer`` is a unit's id, or ``models.exchange.OFFICE``. The one with ``replaced_at`` None is in
    force. ``sealing_key`` came with the package of ``sealing_generation`` and ``sealing_sequence``:
    an older package does not replace it.
    """

    __tablename__ = "trusted_key"
    __table_args__ = (Index("ix_trusted_key_peer", "peer"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    peer: Mapped[str]
    peer_name: Mapped[str]
    signing_key: Mapped[str]
    sealing_key: Mapped[str] = mapped_column(default="")
    sealing_generation: Mapped[int] = mapped_column(default=0)
    sealing_sequence: Mapped[int] = mapped_column(default=0)
    confirmed_at: Mapped[datetime]
    confirmed_by: Mapped[str]
    replaced_at: Mapped[datetime | None]
