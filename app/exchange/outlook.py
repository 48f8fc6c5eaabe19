"""What a package would hold before it is made, and what each unit waits for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.history import PackageRow, PeerRow, list_packages, list_peers
from app.exchange.kinds import PackageKind
from app.exchange.payload.slicing import live_originals, unit_records
from app.framework.keys import SlotKey, UnitId
from app.identity.trust import TrustRow, list_trusted
from app.review.listing import read_board
from app.review.service import submittable
from app.workspace.opening import Workspace
from app.workspace.registry import UnitRow
from models import Blob, ExchangePeer, RectificationNotice, Review
from models.exchange import OFFICE
from models.vocabulary import PackageState

_MANY = 500


@dataclass(frozen=True, slots=True)
class SubmissionOutlook:
    """What a submission package made now would hold.

    Attributes:
        slots: what would count as handed in with it.
        items: the unit's own items outside the recycle bin.
        sizes: the size of each original that the items rest on and that is here, by its digest.
        held: the originals that the office has confirmed; a package that is not full leaves
            them out.
        absent: originals that the items rest on and that are gone here.
    """

    slots: tuple[SlotKey, ...]
    items: int
    sizes: Mapping[str, int]
    held: frozenset[str]
    absent: tuple[str, ...]

    def originals(self, *, full: bool) -> int:
        """How many originals travel."""
        return sum(full or sha256 not in self.held for sha256 in self.sizes)

    def size(self, *, full: bool) -> int:
        """How many bytes of originals travel."""
        return sum(s for sha256, s in self.sizes.items() if full or sha256 not in self.held)


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit as the office sees it between packages.

    Attributes:
        sent, received: the newest package made for it, and the newest merged of it.
        gaps: the numbers of its packages that never came.
        waiting: its slots that wait for a decision.
        news: decisions and notices since the last return package that was made for it.
        key: its confirmed key.
    """

    unit: UnitRow
    sent: PackageRow | None
    received: PackageRow | None
    gaps: tuple[int, ...]
    waiting: int
    news: int
    key: TrustRow | None


def read_outlook(workspace: Workspace) -> SubmissionOutlook:
    """Read what a unit's next submission would hold; opens no original."""
    unit_id = workspace.facts.unit_id or ""
    with workspace.database.reading() as session:
        records = unit_records(session, unit_id, by_office=False)
        live = sorted(live_originals(records))
        known = _sizes(session, live)
        peer = session.get(ExchangePeer, OFFICE)
        held = frozenset(peer.held) if peer is not None else frozenset()
        slots = submittable(session, unit_id)
    here = {sha256 for sha256 in live if workspace.originals.contains(sha256)}
    return SubmissionOutlook(
        slots,
        sum(item.removed_at is None for item in records.items),
        {sha256: size for sha256, size in known.items() if sha256 in here},
        held,
        tuple(sha256 for sha256 in live if sha256 not in here),
    )


def read_standings(workspace: Workspace) -> tuple[UnitStanding, ...]:
    """Read how every unit stands."""
    registry = workspace.registry()
    with workspace.database.reading() as session:
        packages, peers = list_packages(session), list_peers(session)
        trusted = list_trusted(session)
        board = read_board(session, workspace.facts.framework, registry)
        told = _told(session)
    waiting = Counter(row.slot.unit_id for row in board.queue)
    return standings(registry.units, packages, peers, trusted, waiting, told)


def standings(
    units: Iterable[UnitRow],
    packages: Sequence[PackageRow],
    peers: Iterable[PeerRow],
    trusted: Iterable[TrustRow],
    waiting: Mapping[UnitId, int],
    told: Mapping[str, Sequence[datetime]],
) -> tuple[UnitStanding, ...]:
    """Put together what is known of each unit. Pure; ``packages`` has the newest first.

    ``told`` has the moments at which something was decided about a unit, by its id.
    """
    sent: dict[str, PackageRow] = {}
    returned: dict[str, PackageRow] = {}
    received: dict[str, PackageRow] = {}
    for row in packages:
        if row.sent and row.state is PackageState.WRITTEN:
            sent.setdefault(row.peer, row)
            if row.kind is PackageKind.RETURN:
                returned.setdefault(row.peer, row)
        elif row.state is PackageState.MERGED:
            received.setdefault(row.peer, row)
    gaps = {peer.peer: peer.gaps for peer in peers}
    keys = {row.peer: row for row in trusted if not row.replaced}
    found = []
    for unit in units:
        last = returned.get(unit.id)
        moments = told.get(unit.id, ())
        found.append(
            UnitStanding(
                unit,
                sent.get(unit.id),
                received.get(unit.id),
                gaps.get(unit.id, ()),
                waiting.get(unit.id, 0),
                sum(last is None or at > last.made_at for at in moments),
                keys.get(unit.id),
            )
        )
    return tuple(found)


def _told(session: Session) -> Mapping[str, list[datetime]]:
    found: dict[str, list[datetime]] = {}
    for table in (Review, RectificationNotice):
        for unit_id, at in session.execute(select(table.unit_id, table.changed_at)):
            found.setdefault(unit_id, []).append(at)
    return found


def _sizes(session: Session, digests: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(digests), _MANY):
        some = digests[start : start + _MANY]
        rows = session.execute(select(Blob.sha256, Blob.size).where(Blob.sha256.in_(some)))
        found.update((row.sha256, row.size) for row in rows)
    return found
