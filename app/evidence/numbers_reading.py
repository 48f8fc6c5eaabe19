"""The 编号 of the items under some indicators, where nothing else is needed."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.evidence.numbering import BindingOrder
from app.framework.keys import ItemId, PlacementId, UnitId
from models import EvidenceItem, ItemRevision, Placement, Unit


@dataclass(frozen=True, slots=True)
class NumberedPlace:
    """An item at one of its places.

    ``number`` is its 编号, "" if the indicator set has no such task.
    """

    placement: PlacementId
    item: ItemId
    indicator: str
    task_code: str
    point: int | None
    unit_id: UnitId
    unit: str
    position: int
    doc_date: str
    number: str = ""


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
            ItemRevision.doc_date,
        )
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .join(EvidenceItem.current)
        .join(Unit, Unit.id == Placement.unit_id)
        .where(wanted, Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
    )
    places = [
        NumberedPlace(placement, item, indicator, task_code, point, unit_id, unit, position, date)
        for placement, item, indicator, task_code, point, unit_id, position, unit, date in (
            session.execute(query)
        )
    ]
    ranks = order.ranks(places)
    return tuple(
        replace(place, number=order.number(*ranks[place.placement]))
        if place.placement in ranks
        else place
        for place in order.sorted(places)
    )
