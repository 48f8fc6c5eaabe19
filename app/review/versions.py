"""Which version of an item the office saw before the one that lies there now."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.evidence.digests import read_digests
from app.framework.keys import ItemId
from app.review.basis import Basis, part_of
from app.review.rows import SlotFacts


@dataclass(frozen=True, slots=True)
class Versions:
    """Two revisions of an item by number: the one seen before, and the present one."""

    before: int
    now: int


def seen_before(facts: SlotFacts, item: ItemId) -> str | None:
    """The digest of the other state of an item that was judged, or else handed in, last. Pure."""
    lying = {entry.digest for entry in part_of(facts.lying, item=item)}
    bases: list[Basis] = [
        decision.basis for decision in sorted(facts.decisions, key=lambda d: d.rank, reverse=True)
    ]
    bases += [
        submission.basis
        for submission in sorted(facts.submissions, key=lambda s: s.rank, reverse=True)
    ]
    for basis in bases:
        for entry in part_of(basis, item=item):
            if not entry.is_mark and entry.digest not in lying:
                return entry.digest
    return None


def read_versions(session: Session, facts: SlotFacts, item: ItemId) -> Versions | None:
    """The two versions to lay beside each other; None if only one was ever seen."""
    before = seen_before(facts, item)
    if before is None:
        return None
    now = {entry.digest for entry in part_of(facts.lying, item=item)}
    numbers = read_digests(session, item)
    old = [number for number, digest in numbers.items() if digest == before]
    new = [number for number, digest in numbers.items() if digest in now]
    if not old or not new or max(new) == max(old):
        return None
    return Versions(max(old), max(new))
