"""Which items a final dossier leaves out because the office has not accepted them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.dossier.reading import EvidenceRow
from app.review.basis import SlotKey
from app.review.reading import read_facts
from app.review.states import item_standings
from app.review.vocabulary import ItemStanding
from models import Unit

_REASONS = {
    ItemStanding.OPEN: "尚未审核通过",
    ItemStanding.RETURNED: "审核退回",
    ItemStanding.REWORKED: "退回后已改，尚未审核通过",
}


def withhold_unaccepted(session: Session, rows: Sequence[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """The rows, those that the office has not accepted marked with why; none vanishes."""
    ids = {row.name: row.id for row in session.execute(select(Unit.id, Unit.name))}
    standings: Mapping[SlotKey, Mapping[str, ItemStanding]] = {
        slot: item_standings(facts) for slot, facts in read_facts(session).items()
    }

    def judged(row: EvidenceRow) -> EvidenceRow:
        slot = SlotKey(row.indicator, row.method, ids[row.unit])
        standing = standings.get(slot, {}).get(row.item, ItemStanding.OPEN)
        return replace(row, withheld=_REASONS.get(standing, ""))

    return tuple(judged(row) for row in rows)
