"""Moving items to other places, and using them at several: many at once, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.evidence.errors import AlreadyPlaced, PlacementUnknown
from app.evidence.items import current
from app.evidence.placements import (
    add_place,
    lies_at,
    live_placement,
    note_change,
    put_at,
    where_of,
)
from app.evidence.places import Place, Target, place_of
from app.framework.keys import PlacementId, UnitId
from app.framework.schema import Framework
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Placement, Unit


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a placement was, so that it can be put back there.

    ``years`` are those that a person had chosen there; ``dropped`` says that the new place does
    not ask for some of them.
    """

    placement: PlacementId
    indicator: str
    task_code: str
    point: int | None
    unit_id: UnitId
    position: int
    years: tuple[int, ...] | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """What moving did.

    Attributes:
        before: where each placement that moved was.
        already: the titles of items that lie at the target already and stayed where they are.
    """

    before: tuple[Whereabouts, ...]
    already: tuple[str, ...]

    @property
    def without_years(self) -> int:
        """How many lost years that had been chosen and are not asked for at the new place."""
        return sum(was.dropped for was in self.before)


@dataclass(frozen=True, slots=True)
class Copied:
    """What using items at one more place did: the new placements; ``already`` as in ``Moved``."""

    placements: tuple[str, ...]
    already: tuple[str, ...]


def move_placements(workspace: Workspace, placement_ids: Sequence[str], target: Target) -> Moved:
    """Move items from where they lie to one place; see ``move_each``."""
    return move_each(workspace, [(placement_id, target) for placement_id in placement_ids])


def move_each(workspace: Workspace, moves: Sequence[tuple[str, Target]]) -> Moved:
    """Move each placement to its own new place: last in the slot, in the given order.

    Raises:
        UsageError: a placement or a place does not exist; then nothing moved.
        OwnedByUnit, OwnedByOffice: a placement is the other side's; then nothing moved.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    places = {target: place_of(workspace, target) for _, target in moves}
    before, already = [], []
    with workspace.database.writing() as work:
        for placement_id, target in moves:
            found = move_within(work, workspace, placement_id, places[target])
            if isinstance(found, Whereabouts):
                before.append(found)
            else:
                already.append(found)
        work.commit()
    return Moved(tuple(before), tuple(already))


def move_within(
    work: UnitOfWork, workspace: Workspace, placement_id: str, place: Place
) -> Whereabouts | str:
    """Move a placement within a unit of work; returns where it was.

    Of the years that were chosen for it, those stay that the new place asks for.

    The title of an item that lies there already is returned instead; it stays where it is.
    """
    placement = live_placement(work.session, placement_id)
    item, revision = current(work.session, placement.item_id)
    if lies_at(work.session, item.id, place):
        return revision.title
    kept = _years_at(workspace.facts.framework, placement, place)
    before = _whereabouts(placement)
    before = replace(before, dropped=kept != before.years)
    placement.years = None if kept is None else list(kept)
    put_at(work, placement, place)
    note_change(work, workspace, item)
    work.record("item.moved", item.id, placement=placement.id, **where_of(place))
    return before


def put_back(workspace: Workspace, before: Sequence[Whereabouts]) -> None:
    """Take a move back: each placement returns to its place and its position.

    Raises:
        PlacementUnknown: one was removed since.
        AlreadyPlaced: the item was put at its old place anew.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        put_back_within(work, workspace, before)
        work.commit()


def put_back_within(work: UnitOfWork, workspace: Workspace, before: Sequence[Whereabouts]) -> None:
    """Take a move back within a unit of work; see ``put_back``."""
    for was in before:
        placement = live_placement(work.session, was.placement)
        item, revision = current(work.session, placement.item_id)
        place = _place(work.session, was)
        if lies_at(work.session, item.id, place):
            raise AlreadyPlaced(revision.title, place.indicator)
        placement.years = None if was.years is None else list(was.years)
        put_at(work, placement, place)
        placement.position = was.position
        work.session.flush()
        note_change(work, workspace, item)
        work.record("item.moved", item.id, placement=placement.id, **where_of(place))


def copy_items(workspace: Workspace, item_ids: Sequence[str], target: Target) -> Copied:
    """Use items at one more place; see ``copy_each``."""
    return copy_each(workspace, [(item_id, target) for item_id in item_ids])


def copy_each(workspace: Workspace, copies: Sequence[tuple[str, Target]]) -> Copied:
    """Use items each at one more place, last in its slot and in the given order.

    Old places stay.

    Raises:
        UsageError: an item or a place does not exist; then nothing changed.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    places = {target: place_of(workspace, target) for _, target in copies}
    placements, already = [], []
    with workspace.database.writing() as work:
        for item_id, target in dict.fromkeys(copies):
            place = places[target]
            item, revision = current(work.session, item_id)
            if lies_at(work.session, item.id, place):
                already.append(revision.title)
                continue
            placements.append(add_place(work, workspace, item, place).id)
        work.commit()
    return Copied(tuple(placements), tuple(already))


def take_away(workspace: Workspace, placement_ids: Sequence[str]) -> None:
    """Take items away from places, though it be their last; the recycle bin lists the places.

    Raises:
        PlacementUnknown: there is no such placement.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        displace(work, workspace, placement_ids)
        work.commit()


def displace(work: UnitOfWork, workspace: Workspace, placement_ids: Iterable[str]) -> None:
    """Take items away from places, within a unit of work."""
    for placement_id in placement_ids:
        placement = live_placement(work.session, placement_id)
        item, _ = current(work.session, placement.item_id, removed_too=True)
        placement.removed_at = placement.changed_at = work.now
        placement.version += 1
        work.session.flush()
        note_change(work, workspace, item)
        work.record("item.displaced", item.id, placement=placement.id)


def restore_placements(workspace: Workspace, placement_ids: Sequence[str]) -> None:
    """Put items back where they were taken away, at their old position.

    Raises:
        PlacementUnknown: there is no such placement.
        ItemUnknown: the item itself lies in the recycle bin.
        AlreadyPlaced: the item was put there anew.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        replace_at(work, workspace, placement_ids)
        work.commit()


def replace_at(work: UnitOfWork, workspace: Workspace, placement_ids: Iterable[str]) -> None:
    """Put items back where they were taken away, within a unit of work."""
    for placement_id in placement_ids:
        placement = work.session.get(Placement, placement_id)
        if placement is None:
            raise PlacementUnknown(placement_id)
        item, revision = current(work.session, placement.item_id)
        if placement.removed_at is None:
            continue
        place = _place(work.session, _whereabouts(placement))
        if lies_at(work.session, item.id, place):
            raise AlreadyPlaced(revision.title, place.indicator)
        placement.removed_at = None
        placement.changed_at = work.now
        placement.version += 1
        work.session.flush()
        note_change(work, workspace, item)
        work.record("item.placed", item.id, placement=placement.id, **where_of(place))


def _whereabouts(placement: Placement) -> Whereabouts:
    return Whereabouts(
        placement.id,
        placement.indicator_code,
        placement.task_code,
        placement.point_number,
        placement.unit_id,
        placement.position,
        None if placement.years is None else tuple(placement.years),
    )


def _years_at(framework: Framework, placement: Placement, place: Place) -> tuple[int, ...] | None:
    """The years chosen for a placement that still mean something at another place."""
    chosen = placement.years
    there = (placement.indicator_code, placement.task_code, placement.point_number)
    if chosen is None or there == (place.indicator, place.task_code, place.point):
        return None if chosen is None else tuple(chosen)
    if place.point is None:
        return None
    asked = framework.point(place.indicator, place.task_code, place.point)
    if asked.since_year is None and not asked.per_year:
        return None
    first = asked.since_year or 0
    kept = tuple(year for year in chosen if year >= first)
    # Where nothing is left, title and date tell, as for an item that was filed there.
    return kept if kept or not chosen else None


def _place(session: Session, was: Whereabouts) -> Place:
    """An old place as it was; the indicator set may have changed since, so it is not looked up."""
    unit = session.get_one(Unit, was.unit_id)
    return Place(was.indicator, was.task_code, was.point, unit.id, unit.name, None)
