"""Trust: a partner's key is compared once by people, and any change is refused until they agree."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.signing import fingerprint
from app.identity.errors import PeerKeyChanged, PeerUnconfirmed
from app.unit_of_work import UnitOfWork
from models import TrustedKey


class Standing(StrEnum):
    """How a key stands: never seen, the one confirmed, or another than the one confirmed."""

    UNKNOWN = "unknown"
    TRUSTED = "trusted"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Peer:
    """A partner: a unit's id or ``models.exchange.OFFICE``, and the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TrustRow:
    """A confirmed key, for lists; ``replaced`` once another one was confirmed."""

    peer: str
    name: str
    fingerprint: str
    signing_key: str
    sealing_key: str
    confirmed_at: datetime
    confirmed_by: str
    replaced: bool


def list_trusted(session: Session, *, with_replaced: bool = False) -> tuple[TrustRow, ...]:
    """Every confirmed key, by partner and time."""
    rows = session.scalars(select(TrustedKey).order_by(TrustedKey.peer, TrustedKey.confirmed_at))
    return tuple(_row(key) for key in rows if with_replaced or key.replaced_at is None)


def trusted_key(session: Session, peer_id: str) -> TrustRow | None:
    """The key that holds for a partner, if one was confirmed."""
    key = _current(session, peer_id)
    return None if key is None else _row(key)


def standing(session: Session, peer_id: str, signer: bytes) -> Standing:
    """How a key stands that a package of this partner bears."""
    key = _current(session, peer_id)
    if key is None:
        return Standing.UNKNOWN
    return Standing.TRUSTED if key.signing_key == signer.hex() else Standing.CHANGED


def demand_trust(session: Session, peer: Peer, signer: bytes) -> None:
    """Go on only with a confirmed key.

    Raises:
        PeerUnconfirmed: nobody compared it yet.
        PeerKeyChanged: another one was confirmed.
    """
    key = _current(session, peer.id)
    if key is None:
        raise PeerUnconfirmed(peer.id, peer.name, fingerprint(signer))
    if key.signing_key != signer.hex():
        known = fingerprint(bytes.fromhex(key.signing_key))
        raise PeerKeyChanged(peer.id, peer.name, known, fingerprint(signer))


def confirm(work: UnitOfWork, peer: Peer, signer: bytes, sealing_key: str = "") -> None:
    """Remember that somebody compared this key with the partner's own words.

    It takes the place of the one confirmed before. A package with the confirmed key may bring a
    newer key to encrypt to: confirming the same key again with another ``sealing_key`` stores that.
    """
    before = _current(work.session, peer.id)
    if before is not None and before.signing_key == signer.hex():
        if sealing_key and before.sealing_key != sealing_key:
            before.sealing_key = sealing_key
            work.record("trust.sealing_key", peer.id, name=peer.name, sealing_key=sealing_key)
        return
    if before is not None:
        before.replaced_at = work.now
    work.session.add(
        TrustedKey(
            peer=peer.id,
            peer_name=peer.name,
            signing_key=signer.hex(),
            sealing_key=sealing_key,
            confirmed_at=work.now,
            confirmed_by=work.actor,
        )
    )
    work.record(
        "trust.confirmed",
        peer.id,
        name=peer.name,
        fingerprint=fingerprint(signer),
        before=fingerprint(bytes.fromhex(before.signing_key)) if before else "",
    )


def revoke(work: UnitOfWork, peer: Peer) -> bool:
    """Trust a partner's key no longer; False if none was confirmed."""
    key = _current(work.session, peer.id)
    if key is None:
        return False
    key.replaced_at = work.now
    found = fingerprint(bytes.fromhex(key.signing_key))
    work.record("trust.revoked", peer.id, name=peer.name, fingerprint=found)
    return True


def _current(session: Session, peer_id: str) -> TrustedKey | None:
    return session.scalars(
        select(TrustedKey).where(TrustedKey.peer == peer_id, TrustedKey.replaced_at.is_(None))
    ).one_or_none()


def _row(key: TrustedKey) -> TrustRow:
    return TrustRow(
        peer=key.peer,
        name=key.peer_name,
        fingerprint=fingerprint(bytes.fromhex(key.signing_key)),
        signing_key=key.signing_key,
        sealing_key=key.sealing_key,
        confirmed_at=key.confirmed_at,
        confirmed_by=key.confirmed_by,
        replaced=key.replaced_at is not None,
    )
