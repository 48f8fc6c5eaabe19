"""How the office's decisions change a dossier: what it leaves out, what it mentions."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.rows import MarkRow
from app.dossier.gathering.reading import Evidence, EvidenceRow
from app.framework.keys import SlotKey, UnitId
from app.review.reading import read_facts
from app.review.states import item_standings, returned_items
from app.review.vocabulary import ItemStanding
from models import Unit

_REASONS = {
    ItemStanding.OPEN: "尚未审核通过",
    ItemStanding.RETURNED: "审核退回",
    ItemStanding.REWORKED: "退回后已改，尚未审核通过",
}


def withhold_unaccepted(session: Session, evidence: Evidence) -> Evidence:
    """The evidence, rows that the office has not accepted marked with why; none vanishes.

    What does not apply counts only if the office has accepted that too.
    """
    ids = _unit_ids(session)
    standings: Mapping[SlotKey, Mapping[str, ItemStanding]] = {
        slot: item_standings(facts) for slot, facts in read_facts(session).items()
    }

    def standing(row: EvidenceRow | MarkRow, key: str) -> ItemStanding:
        slot = SlotKey(row.indicator, row.task_code, ids[row.unit])
        return standings.get(slot, {}).get(key, ItemStanding.OPEN)

    def accepted(mark: MarkRow) -> bool:
        return standing(mark, mark.id) is ItemStanding.ACCEPTED

    return replace(
        evidence,
        rows=tuple(
            replace(row, withheld=_REASONS.get(standing(row, row.item), ""))
            for row in evidence.rows
        ),
        marks=tuple(mark for mark in evidence.marks if accepted(mark)),
        pending_marks=tuple(mark for mark in evidence.marks if not accepted(mark)),
    )


def tell_returned(session: Session, evidence: Evidence) -> Evidence:
    """The evidence, rows that the office has returned as they are marked so."""
    ids = _unit_ids(session)
    returned = {slot: returned_items(facts) for slot, facts in read_facts(session).items()}

    def judged(row: EvidenceRow) -> EvidenceRow:
        slot = SlotKey(row.indicator, row.task_code, ids[row.unit])
        return replace(row, returned=True) if row.item in returned.get(slot, ()) else row

    return replace(evidence, rows=tuple(map(judged, evidence.rows)))


def _unit_ids(session: Session) -> Mapping[str, UnitId]:
    return {row.name: row.id for row in session.execute(select(Unit.id, Unit.name))}
