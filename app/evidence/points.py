"""Where items lie within a task: at which of its points, and in which order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import select

from app.evidence.items import current
from app.evidence.moving import (
    Whereabouts,
    displace,
    move_within,
    put_back_within,
    replace_at,
)
from app.evidence.placements import add_place, live_placement
from app.evidence.places import Place, Target, place_of
from app.framework.keys import PlacementId, SlotKey
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Placement, Unit


class Dated(Protocol):
    """An item at one of its places, with its date: ISO, whole or cut short."""

    @property
    def placement(self) -> PlacementId: ...  # noqa: D102
    @property
    def doc_date(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class PointsChosen:
    """What giving items their points did: placements added, taken away, and moved."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    before: tuple[Whereabouts, ...] = ()

    @property
    def count(self) -> int:
        """How many placements changed."""
        return len(self.added) + len(self.gone) + len(self.before)


def choose_points(
    workspace: Workspace, placement_ids: Sequence[str], points: Collection[int]
) -> PointsChosen:
    """Let each item lie at exactly these points of the task and unit at which it lies.

    Without any it lies at none of them (未归要点).

    Places that stay are left alone, so that order and review stay too; a place at another point is
    moved to one that is missing before a new one is made.

    Raises:
        UsageError: a placement or a point does not exist; then nothing changed.
        OwnedByUnit, OwnedByOffice: a placement is the other side's; then nothing changed.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    added: list[str] = []
    gone: list[str] = []
    before: list[Whereabouts] = []
    with workspace.database.writing() as work:
        done: set[tuple[str, SlotKey]] = set()
        for placement_id in placement_ids:
            placement = live_placement(work.session, placement_id)
            item, _ = current(work.session, placement.item_id)
            slot = SlotKey(placement.indicator_code, placement.task_code, placement.unit_id)
            if (item.id, slot) in done:
                continue
            done.add((item.id, slot))
            places = _places(workspace, work, slot, points)
            here = _lying(work, item.id, slot)
            wanted = {place.point for place in places}
            spare = [each for each in here if each.point_number not in wanted]
            there = {each.point_number for each in here}
            missing = [place for place in places if place.point not in there]
            for place in missing:
                if spare:
                    moved = move_within(work, workspace, spare.pop(0).id, place)
                    if isinstance(moved, Whereabouts):
                        before.append(moved)
                else:
                    added.append(add_place(work, workspace, item, place).id)
            displace(work, workspace, [each.id for each in spare])
            gone += [each.id for each in spare]
        work.commit()
    return PointsChosen(tuple(added), tuple(gone), tuple(before))


def points_back(workspace: Workspace, done: PointsChosen) -> None:
    """Take ``choose_points`` back, in one transaction. Raises as ``put_back``."""
    with workspace.database.writing() as work:
        displace(work, workspace, done.added)
        put_back_within(work, workspace, done.before)
        replace_at(work, workspace, done.gone)
        work.commit()


def in_date_order(rows: Iterable[Dated]) -> list[PlacementId]:
    """Placements by the date of their items, those without one last; equal ones as they came.

    A date that is cut short comes before the days in it. Pure.
    """
    ordered = sorted(rows, key=lambda row: (not row.doc_date, row.doc_date))
    return [row.placement for row in ordered]


def _places(
    workspace: Workspace, work: UnitOfWork, slot: SlotKey, points: Collection[int]
) -> list[Place]:
    unit = work.session.get_one(Unit, slot.unit_id).name
    target = Target(slot.indicator, slot.task_code, unit)
    if not points:
        return [place_of(workspace, target)]
    return [place_of(workspace, replace(target, point=point)) for point in sorted(points)]


def _lying(work: UnitOfWork, item_id: str, slot: SlotKey) -> Sequence[Placement]:
    return work.session.scalars(
        select(Placement)
        .where(
            Placement.item_id == item_id,
            Placement.indicator_code == slot.indicator,
            Placement.task_code == slot.task_code,
            Placement.unit_id == slot.unit_id,
            Placement.removed_at.is_(None),
        )
        .order_by(Placement.position, Placement.id)
    ).all()
