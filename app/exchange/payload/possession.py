"""Which partner has proved to have which original.

A record names an original by its SHA-256, and that is no proof of having it: a unit that learns the
digest of another unit's file could let the office deliver the file to it, or bind it for it. So an
original counts as a unit's only once the unit's own package has brought the bytes. Until then the
record is kept under an address at which nothing is ever stored: the original is missing for this
unit, in every part of the program, whoever else brings it. What the office gives to a unit needs
no proof: the office has everything that it names.
"""

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.payload.records import ItemRecord
from models import BroughtOriginal, WithheldOriginal


def brought_by(session: Session, peer: str) -> frozenset[str]:
    """The originals whose bytes came in the partner's packages."""
    query = select(BroughtOriginal.sha256).where(BroughtOriginal.peer == peer)
    return frozenset(session.scalars(query))


def note_brought(session: Session, peer: str, originals: Iterable[str]) -> None:
    """Remember what a package of the partner brought; its bytes were compared."""
    new = sorted(set(originals) - brought_by(session, peer))
    session.add_all(BroughtOriginal(peer=peer, sha256=sha256) for sha256 in new)
    session.flush()


def withhold(session: Session, peer: str, originals: Iterable[str]) -> Mapping[str, str]:
    """Note originals that the partner only names; gives the address that stands for each."""
    addresses = {sha256: withheld_address(peer, sha256) for sha256 in sorted(originals)}
    known = set(withheld_from(session, peer))
    session.add_all(
        WithheldOriginal(address=address, peer=peer, sha256=sha256)
        for sha256, address in addresses.items()
        if address not in known
    )
    session.flush()
    return addresses


def withheld_from(session: Session, peer: str) -> Mapping[str, str]:
    """What each address stands for that was ever used in the partner's records."""
    query = select(WithheldOriginal.address, WithheldOriginal.sha256)
    return {
        row.address: row.sha256
        for row in session.execute(query.where(WithheldOriginal.peer == peer))
    }


def withheld_address(peer: str, sha256: str) -> str:
    """The address that stands for an original which the partner has not brought.

    It is a digest of something else than a file, so that no file can lie there.
    """
    return hashlib.sha256(f"juanzong-withheld\n{peer}\n{sha256}".encode()).hexdigest()


def readdressed(item: ItemRecord, addresses: Mapping[str, str]) -> ItemRecord:
    """The item with other addresses in place of some of its originals."""
    if not addresses.keys() & item.blobs():
        return item
    revisions = [
        revision.model_copy(
            update={
                "blob_sha256": addresses.get(revision.blob_sha256, revision.blob_sha256),
                "attachments": [
                    part.model_copy(
                        update={"blob_sha256": addresses.get(part.blob_sha256, part.blob_sha256)}
                    )
                    for part in revision.attachments
                ],
            }
        )
        for revision in item.revisions
    ]
    return item.model_copy(update={"revisions": revisions})


def readdressed_all(
    items: Iterable[ItemRecord], addresses: Mapping[str, str]
) -> tuple[ItemRecord, ...]:
    """Many items, see ``readdressed``."""
    return tuple(readdressed(item, addresses) for item in items) if addresses else tuple(items)
