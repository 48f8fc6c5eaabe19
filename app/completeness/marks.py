"""Marking what does not apply to a unit (不涉及): a slot as a whole, or one of its points."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.errors import MarkReasonRequired, NotMarked
from app.completeness.rows import MarkRow
from app.errors import OwnedByOffice, OwnedByUnit
from app.framework.keys import SlotKey, UnitId
from app.unit_of_work import UnitOfWork
from app.workspace.access import demand_own, is_office
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace
from models import NotApplicable, Unit


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """What does not apply: a unit's slot, or one point of it."""

    unit: str
    indicator: str
    task_code: str
    point: int | None = None


def mark_not_applicable(workspace: Workspace, place: MarkPlace, reason: str) -> MarkPlace:
    """Say that a place does not apply to a unit; in the office's workspace in the unit's stead.

    A reason said before is replaced. Returns the place as the indicator set and the register
    write it.

    Raises:
        IndicatorUnknown, MethodNotRequired, PointUnknown, UnitUnknown: there is no such place.
        NotResponsible: the unit does not answer for the indicator.
        MarkReasonRequired: the reason is empty.
        UnitOnly: it is another unit.
        OwnedByUnit: the unit has marked the place itself.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    found, unit_id = _demand_place(workspace, place)
    words = " ".join(reason.split())
    if not words:
        raise MarkReasonRequired(found.unit, found.indicator)
    by_office = is_office(workspace)
    with workspace.database.writing() as work:
        rows = _rows(work, found, unit_id)
        if by_office:
            _demand_unmarked_by_unit(rows)
        own = [row for row in rows if row.by_office is by_office]
        row = next((r for r in own if r.removed_at is None), own[0] if own else None)
        if row is None:
            row = NotApplicable(
                indicator_code=found.indicator,
                task_code=found.task_code,
                point_number=found.point,
                unit_id=unit_id,
                by_office=by_office,
                version=0,
            )
            work.session.add(row)
        elif row.removed_at is None and row.reason == words:
            return found
        row.reason, row.marked_by = words, work.actor
        row.changed_at, row.removed_at = work.now, None
        row.version += 1
        work.session.flush()
        _record(work, "mark.set", found, unit_id, words)
        work.commit()
    return found


def withdraw_mark(workspace: Workspace, place: MarkPlace) -> MarkPlace:
    """Take this side's mark back; the row stays, so that packages withdraw it everywhere.

    Raises:
        NotMarked: there is none.
        OwnedByUnit, OwnedByOffice: only the other side has marked the place.
        IndicatorUnknown, MethodNotRequired, PointUnknown, UnitUnknown, UnitOnly, WorkspaceReadOnly:
            see ``mark_not_applicable``.
    """
    found, unit_id = _demand_place(workspace, place, responsible=False)
    by_office = is_office(workspace)
    with workspace.database.writing() as work:
        live = [row for row in _rows(work, found, unit_id) if row.removed_at is None]
        own = [row for row in live if row.by_office is by_office]
        if by_office:
            _demand_unmarked_by_unit(live)
        if not own and live:
            raise OwnedByOffice(live[0].reason)
        if not own:
            raise NotMarked(found.unit, found.indicator)
        for row in own:
            row.removed_at = row.changed_at = work.now
            row.version += 1
        work.session.flush()
        _record(work, "mark.withdrawn", found, unit_id, own[0].reason)
        work.commit()
    return found


def read_marks(session: Session) -> tuple[MarkRow, ...]:
    """The mark that counts at each place: the unit's own, else the one that the office entered."""
    query = (
        select(NotApplicable, Unit.name)
        .join(Unit, NotApplicable.unit_id == Unit.id)
        .where(NotApplicable.removed_at.is_(None))
        .order_by(NotApplicable.by_office.desc(), NotApplicable.id)
    )
    found = {
        (mark.indicator_code, mark.task_code, mark.point_number, unit): mark
        for mark, unit in session.execute(query)
    }
    return tuple(
        MarkRow(code, task_code, point, unit, mark.reason, by_office=mark.by_office, id=mark.id)
        for (code, task_code, point, unit), mark in found.items()
    )


def _demand_place(
    workspace: Workspace, place: MarkPlace, *, responsible: bool = True
) -> tuple[MarkPlace, UnitId]:
    registry, framework = workspace.registry(), workspace.facts.framework
    unit = registry.unit(place.unit)
    indicator = framework.indicator(place.indicator)
    task = framework.find_task(indicator.code, place.task_code)
    if place.point is not None:
        framework.point(indicator.code, task.code, place.point)
    if responsible and unit.name not in registry.units_of(indicator.code, task.code):
        raise NotResponsible(unit.name, indicator.code)
    demand_own(workspace, unit.id)
    return MarkPlace(unit.name, indicator.code, task.code, place.point), unit.id


def _rows(work: UnitOfWork, place: MarkPlace, unit_id: UnitId) -> Sequence[NotApplicable]:
    """Every row of the place, withdrawn ones included."""
    query = select(NotApplicable).where(
        NotApplicable.indicator_code == place.indicator,
        NotApplicable.task_code == place.task_code,
        NotApplicable.point_number.is_(None)
        if place.point is None
        else NotApplicable.point_number == place.point,
        NotApplicable.unit_id == unit_id,
    )
    return work.session.scalars(query.order_by(NotApplicable.id)).all()


def _demand_unmarked_by_unit(rows: Sequence[NotApplicable]) -> None:
    for row in rows:
        if not row.by_office and row.removed_at is None:
            raise OwnedByUnit(row.reason)


def _record(work: UnitOfWork, action: str, place: MarkPlace, unit_id: UnitId, reason: str) -> None:
    work.record(
        action,
        str(SlotKey(place.indicator, place.task_code, unit_id)),
        unit=place.unit,
        indicator=place.indicator,
        point=place.point,
        note=reason,
    )
