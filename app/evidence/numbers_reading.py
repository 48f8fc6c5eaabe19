"""The 编号 of the items under some indicators, where nothing else is needed."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.evidence.numbering import BindingOrder, numbered
from app.framework.keys import ItemId, PlacementId, UnitId
from models import EvidenceItem, Placement, Unit


@dataclass(frozen=True, slots=True)
class NumberedPlace:
    """An item at one of its places; ``rank`` is the last part of its number, 0 without one."""

    placement: PlacementId
    item: ItemId
    indicator: str
    task_code: str
    point: int | None
    unit_id: UnitId
    rank: int

    @property
    def number(self) -> str:
        """Its 编号; "" if the indicator set has no such task."""
        return numbered(self.indicator, self.rank) if self.rank else ""


def read_numbers(
    session: Session, order: BindingOrder, indicators: Collection[str] | Select[str]
) -> tuple[NumberedPlace, ...]:
    """Everything outside the recycle bin under some indicators, in the order of binding."""
    wanted: ColumnElement[bool] = Placement.indicator_code.in_(indicators)
    query = (
        select(
            Placement.id,
            Placement.item_id,
            Placement.indicator_code,
            Placement.task_code,
            Placement.point_number,
            Placement.unit_id,
            Placement.position,
            Unit.name,
        )
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .join(Unit, Unit.id == Placement.unit_id)
        .where(wanted, Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
    )
    rows = sorted(
        session.execute(query),
        key=lambda r: order.place(r[2], r[3], r[4], r[7], r[6], r[0]),
    )
    counts: Counter[str] = Counter()
    found = []
    for placement, item, indicator, task_code, point, unit_id, _, _ in rows:
        known = order.knows(indicator, task_code)
        counts[indicator] += known
        rank = counts[indicator] if known else 0
        found.append(NumberedPlace(placement, item, indicator, task_code, point, unit_id, rank))
    return tuple(found)
