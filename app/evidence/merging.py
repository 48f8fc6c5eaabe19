"""Keeping one of several items that are the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.evidence.items import current, touch
from app.evidence.placements import add_place, lies_at
from app.evidence.places import Place
from app.workspace.opening import Workspace
from models import Placement, Unit


@dataclass(frozen=True, slots=True)
class KeptOne:
    """What keeping one did: the items that went into the bin, the places that it took over."""

    kept: str
    removed: tuple[str, ...]
    placements: tuple[str, ...]


def keep_one(workspace: Workspace, kept: str, others: Sequence[str]) -> KeptOne:
    """Keep one item, and put the others into the recycle bin; the one takes over their places.

    Raises:
        ItemUnknown: one of them does not exist, or lies in the bin already.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    removed = tuple(other for other in dict.fromkeys(others) if other != kept)
    placements = []
    with workspace.database.writing() as work:
        item, _ = current(work.session, kept)
        for other_id in removed:
            other, revision = current(work.session, other_id)
            held = work.session.execute(
                select(Placement, Unit)
                .join(Unit, Unit.id == Placement.unit_id)
                .where(Placement.item_id == other_id, Placement.removed_at.is_(None))
                .order_by(Placement.id)
            ).all()
            for placement, unit in held:
                place = Place(
                    placement.indicator_code,
                    placement.task_code,
                    placement.point_number,
                    unit.id,
                    unit.name,
                    None,
                )
                if not lies_at(work.session, item.id, place):
                    placements.append(add_place(work, workspace, item, place).id)
            other.removed_at = work.now
            touch(work, other)
            work.record("item.removed", other.id, title=revision.title, kept=kept)
        work.commit()
    return KeptOne(kept, removed, tuple(placements))
