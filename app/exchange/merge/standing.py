"""Where a package stands in its sender's history, as far as we know it. Pure.

Every package names all packages that its sender made before it (in this generation, to this
recipient) by number and digest. Two packages of one history therefore agree on what they both
name; where they do not, the sender's workspace was copied, or put back to an older state, and both
copies were worked in. No merge can join such work rightly, so it is refused, and people choose the
copy that is to count: it starts a new generation, which replaces the old one as a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PackageStanding(StrEnum):
    """How a package relates to what was merged from its sender before."""

    FIRST = "first"
    NEWER = "newer"
    REPEATED = "repeated"
    LATE = "late"
    NEW_GENERATION = "new_generation"
    SUPERSEDED = "superseded"
    DIVERGED = "diverged"


@dataclass(frozen=True)
class History:
    """A package, or the newest one merged: its number, and every earlier one by number and digest.

    ``digests`` includes the package itself.
    """

    workspace_id: str
    generation: int
    sequence: int
    digests: Mapping[int, str]


def standing(known: History | None, incoming: History) -> PackageStanding:
    """Compare a package with the newest one that was merged of its sender."""
    if known is None:
        return PackageStanding.FIRST
    if incoming.generation != known.generation:
        newer = incoming.generation > known.generation
        return PackageStanding.NEW_GENERATION if newer else PackageStanding.SUPERSEDED
    if incoming.workspace_id != known.workspace_id:
        return PackageStanding.DIVERGED
    both = incoming.digests.keys() & known.digests.keys()
    if any(incoming.digests[n] != known.digests[n] for n in both):
        return PackageStanding.DIVERGED
    if incoming.sequence == known.sequence:
        return PackageStanding.REPEATED
    older, newer_one = sorted((incoming, known), key=lambda history: history.sequence)
    if older.sequence not in newer_one.digests:
        return PackageStanding.DIVERGED
    return PackageStanding.NEWER if incoming.sequence > known.sequence else PackageStanding.LATE


def gaps(
    received: frozenset[int], incoming: History, written: Mapping[int, bool]
) -> tuple[int, ...]:
    """The numbers of earlier packages that never came; those that were never written do not count.

    ``written`` is what the package says of the ones before it.
    """
    return tuple(
        n
        for n in sorted(incoming.digests)
        if n != incoming.sequence and n not in received and written.get(n, True)
    )
