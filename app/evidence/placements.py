"""Where items lie: one item may prove several indicators; it can be moved and put in order."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.errors import AlreadyPlaced, PlacementUnknown
from app.evidence.filing import add_placement, next_position, order_placements, slot_of
from app.evidence.items import current, judge_places, touch
from app.evidence.places import Place, Target, place_of
from app.ownership import owns
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import EvidenceItem, Placement


def place_item(workspace: Workspace, item_id: str, target: Target) -> str:
    """Put an item at one more place, last in its slot; returns the placement's id.

    Raises:
        UsageError: the item or the place does not exist, or the item is there already.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    place = place_of(workspace, target)
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        if lies_at(work.session, item.id, place):
            raise AlreadyPlaced(revision.title, place.indicator)
        placement = add_place(work, workspace, item, place)
        work.commit()
        return placement.id


def add_place(
    work: UnitOfWork, workspace: Workspace, item: EvidenceItem, place: Place
) -> Placement:
    """Put an item at one more place, last in its slot, within a unit of work."""
    position = next_position(work.session, place.slot)
    placement = add_placement(work, item, place, position)
    work.session.flush()
    note_change(work, workspace, item)
    work.record("item.placed", item.id, placement=placement.id, **where_of(place))
    return placement


def reorder(workspace: Workspace, placement_ids: Sequence[str]) -> None:
    """Let placements of a slot follow each other in this order.

    Those of the slot that are not named keep their positions.

    Raises:
        PlacementUnknown: one of them does not exist.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        found = [live_placement(work.session, placement_id) for placement_id in placement_ids]
        order_placements(work, [placement.id for placement in found])
        for placement in found:
            placement.version += 1
            placement.changed_at = work.now
        slots = {slot_of(placement) for placement in found}
        for slot in sorted(slots):
            ids = [p.id for p in found if slot_of(p) == slot]
            work.record("placements.reordered", str(slot), placements=ids)
        work.commit()


def put_at(work: UnitOfWork, placement: Placement, place: Place) -> None:
    """Let a placement name another place; in another slot it comes last."""
    if slot_of(placement) != place.slot:
        placement.position = next_position(work.session, place.slot)
    placement.indicator_code, placement.task_code = place.indicator, place.task_code
    placement.point_number, placement.unit_id = place.point, place.unit_id
    placement.version += 1
    placement.changed_at = work.now
    work.session.flush()


def live_placement(session: Session, placement_id: str) -> Placement:
    """A placement that was not removed. Raises ``PlacementUnknown``."""
    placement = session.get(Placement, placement_id)
    if placement is None or placement.removed_at is not None:
        raise PlacementUnknown(placement_id)
    return placement


def lies_at(session: Session, item_id: str, place: Place) -> bool:
    """True if the item lies at just this place: task, point and unit."""
    same = session.scalar(
        select(Placement.id).where(
            Placement.item_id == item_id,
            Placement.indicator_code == place.indicator,
            Placement.task_code == place.task_code,
            Placement.point_number.is_(None)
            if place.point is None
            else Placement.point_number == place.point,
            Placement.unit_id == place.unit_id,
            Placement.removed_at.is_(None),
        )
    )
    return same is not None


def note_change(work: UnitOfWork, workspace: Workspace, item: EvidenceItem) -> None:
    """After an item was moved: check again what its places ask for; raise its version."""
    if owns(work.session, item):
        judge_places(work.session, item, workspace.facts.framework)
        touch(work, item)


def where_of(place: Place) -> dict[str, str | int | None]:
    """A place as the log names it."""
    return {
        "indicator": place.indicator,
        "method": place.task_code,
        "point": place.point,
        "unit": place.unit,
    }
