"""Trust: people compare a partner's key once; a changed key is refused until they agree.

A key belongs to one partner: one that was confirmed for another is refused by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.identity.errors import (
    KeyIsOwn,
    KeyOfAnotherPartner,
    PeerKeyChanged,
    PeerUnconfirmed,
)
from app.identity.partners import partner_names
from app.signatures.signing import fingerprint
from app.unit_of_work import UnitOfWork
from models import IdentityKey, TrustedKey


class KeyTrust(StrEnum):
    """How a key stands: never seen, the one confirmed, or another than the one confirmed."""

    UNKNOWN = "unknown"
    TRUSTED = "trusted"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Peer:
    """A partner: a unit's id or ``models.exchange.OFFICE``, and its name in the own register."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SealingKey:
    """A key to encrypt to, and the package that brought it: its generation and its number."""

    key: str = ""
    generation: int = 0
    sequence: int = 0

    def newer_than(self, other: "SealingKey") -> bool:
        """True if a later package brought it."""
        place = self.generation, self.sequence
        return bool(self.key) and place > (other.generation, other.sequence)


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
    """Every confirmed key, by partner and time; names are those of the register of today."""
    rows = session.scalars(select(TrustedKey).order_by(TrustedKey.peer, TrustedKey.confirmed_at))
    names = partner_names(session)
    return tuple(_row(key, names) for key in rows if with_replaced or key.replaced_at is None)


def trusted_key(session: Session, peer_id: str) -> TrustRow | None:
    """The key that holds for a partner, if one was confirmed."""
    key = _current(session, peer_id)
    return None if key is None else _row(key, partner_names(session))


def standing(session: Session, peer_id: str, signer: bytes) -> KeyTrust:
    """What we know about the key in a package of this partner."""
    key = _current(session, peer_id)
    if key is None:
        return KeyTrust.UNKNOWN
    return KeyTrust.TRUSTED if key.signing_key == signer.hex() else KeyTrust.CHANGED


def demand_unshared(session: Session, peer: Peer, signer: bytes, sealing_key: str = "") -> None:
    """Go on only with keys that are neither another partner's nor this workspace's own.

    A key stays its partner's after another one took its place; only one whose trust was
    withdrawn can be confirmed for somebody else. That is how a wrong confirmation is mended.

    Raises:
        KeyOfAnotherPartner: one of the keys was confirmed for another partner.
        KeyIsOwn: one of the keys is this workspace's own.
    """
    own = session.get(IdentityKey, 1)
    if own is not None and (own.signing_key == signer.hex() or own.sealing_key == sealing_key):
        raise KeyIsOwn(peer.name, fingerprint(signer))
    rows = session.scalars(select(TrustedKey)).all()
    began = {(row.peer, row.confirmed_at) for row in rows}
    for row in rows:
        held = row.replaced_at is None or (row.peer, row.replaced_at) in began
        same = row.signing_key == signer.hex() or (sealing_key and row.sealing_key == sealing_key)
        if row.peer != peer.id and held and same:
            other = partner_names(session).get(row.peer, row.peer_name)
            raise KeyOfAnotherPartner(peer.name, other, fingerprint(signer))


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


def confirm(
    work: UnitOfWork, peer: Peer, signer: bytes, sealing: SealingKey = SealingKey()
) -> None:
    """Remember that somebody compared this key with the partner's own words.

    It takes the place of the one confirmed before. A package with the confirmed key may bring a
    newer key to encrypt to; an older package never puts an older one back.

    Raises:
        KeyOfAnotherPartner, KeyIsOwn: see ``demand_unshared``.
    """
    demand_unshared(work.session, peer, signer, sealing.key)
    before = _current(work.session, peer.id)
    if before is not None and before.signing_key == signer.hex():
        if sealing.newer_than(_sealing(before)):
            changed = before.sealing_key != sealing.key
            _keep_sealing(before, sealing)
            if changed:
                key = sealing.key
                work.record("trust.sealing_key", peer.id, name=peer.name, sealing_key=key)
        return
    if before is not None:
        before.replaced_at = work.now
    kept = TrustedKey(
        peer=peer.id,
        peer_name=peer.name,
        signing_key=signer.hex(),
        confirmed_at=work.now,
        confirmed_by=work.actor,
    )
    earlier = work.session.scalars(
        select(TrustedKey).where(TrustedKey.peer == peer.id, TrustedKey.signing_key == signer.hex())
    )
    newest = sealing
    for known in map(_sealing, earlier):
        newest = known if known.newer_than(newest) else newest
    _keep_sealing(kept, newest)
    work.session.add(kept)
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


def _sealing(row: TrustedKey) -> SealingKey:
    return SealingKey(row.sealing_key, row.sealing_generation, row.sealing_sequence)


def _keep_sealing(row: TrustedKey, sealing: SealingKey) -> None:
    row.sealing_key = sealing.key
    row.sealing_generation, row.sealing_sequence = sealing.generation, sealing.sequence


def _row(key: TrustedKey, names: Mapping[str, str]) -> TrustRow:
    return TrustRow(
        peer=key.peer,
        name=names.get(key.peer, key.peer_name),
        fingerprint=fingerprint(bytes.fromhex(key.signing_key)),
        signing_key=key.signing_key,
        sealing_key=key.sealing_key,
        confirmed_at=key.confirmed_at,
        confirmed_by=key.confirmed_by,
        replaced=key.replaced_at is not None,
    )
