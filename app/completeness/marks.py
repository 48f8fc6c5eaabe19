"""Marking what does not apply to a unit (不涉及): a slot as a whole, or one of its points."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.errors import MarkReasonRequired, NotMarked
from app.completeness.rows import MarkRow
from app.errors import OwnedByOffice, OwnedByUnit
from app.framework.keys import SlotKey, UnitId
from app.framework.schema import Framework
from app.unit_of_work import UnitOfWork
from app.workspace.access import demand_own, is_office
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace
from app.workspace.registry import Registry
from models import NotApplicable, Unit

#: So many reasons are offered again.
_REASONS = 20


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """What does not apply: a unit's slot, or one point of it."""

    unit: str
    indicator: str
    task_code: str
    point: int | None = None


@dataclass(frozen=True, slots=True)
class MarkSaid:
    """A place and the reason that this side gives for its mark; "" for no mark."""

    place: MarkPlace
    reason: str


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
    words = _demand_reason(found, reason)
    with workspace.database.writing() as work:
        _set(work, found, unit_id, words, by_office=is_office(workspace))
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
    with workspace.database.writing() as work:
        _withdraw(work, found, unit_id, by_office=is_office(workspace))
        work.commit()
    return found


def put_marks(workspace: Workspace, marks: Iterable[MarkSaid]) -> tuple[MarkSaid, ...]:
    """Give many places their reasons at once, all or none; "" takes this side's mark back.

    Returns what this side said before at the places that changed, so that handing it in takes the
    change back. A place that has the reason already, or has no mark to take back, is left alone.

    Raises:
        OwnedByOffice: only the office has marked a place, whose mark was to be taken back.
        …: see ``mark_not_applicable``.
    """
    by_office, registry = is_office(workspace), workspace.registry()
    wanted = []
    for mark in marks:
        words = " ".join(mark.reason.split())
        found = _demand_place(workspace, mark.place, registry, responsible=bool(words))
        wanted.append((*found, words))
    before = []
    with workspace.database.writing() as work:
        for place, unit_id, words in wanted:
            live = [r for r in _rows(work, place, unit_id) if r.removed_at is None]
            present = next((r.reason for r in live if r.by_office is by_office), "")
            if words == present and not (live and not words):
                continue
            if words:
                _set(work, place, unit_id, words, by_office=by_office)
            else:
                _withdraw(work, place, unit_id, by_office=by_office)
            before.append(MarkSaid(place, present))
        work.commit()
    return tuple(before)


def list_places(
    framework: Framework,
    registry: Registry,
    unit: str,
    codes: Iterable[str],
    tasks: Collection[str] = (),
    points: Collection[int] = (),
) -> tuple[MarkPlace, ...]:
    """The places of a unit at several indicators: of the tasks and points that are named.

    Without ``tasks`` they are all of an indicator that the unit answers for; without ``points``
    each task as a whole.

    Raises:
        NotResponsible: the unit answers for no task of an indicator.
        IndicatorUnknown, MethodUnknown, MethodNotRequired, PointUnknown, UnitUnknown: there is no
            such place.
    """
    name = registry.unit(unit).name
    found: list[MarkPlace] = []
    for code in codes:
        indicator = framework.indicator(code)
        named = [framework.find_task(code, words) for words in tasks]
        own = named or [t for t in indicator.tasks if name in registry.units_of(code, t.code)]
        if not own:
            raise NotResponsible(name, code)
        for task in own:
            for point in points:
                framework.point(code, task.code, point)
            found += [MarkPlace(name, code, task.code, point) for point in points or (None,)]
    return tuple(dict.fromkeys(found))


def demanded(
    workspace: Workspace, places: Iterable[MarkPlace], reason: str | None
) -> tuple[MarkSaid, ...]:
    """What to put at places that are named one by one; None takes marks back.

    Raises:
        MarkReasonRequired: the reason is empty.
        NotMarked: a mark is to be taken back at a place that has none.
    """
    wanted = tuple(places)
    if reason is not None:
        return tuple(MarkSaid(place, _demand_reason(place, reason)) for place in wanted)
    with workspace.reading() as session:
        marked = {(m.unit, m.indicator, m.task_code, m.point) for m in read_marks(session)}
    for place in wanted:
        if (place.unit, place.indicator, place.task_code, place.point) not in marked:
            raise NotMarked(place.unit, place.indicator)
    return tuple(MarkSaid(place, "") for place in wanted)


def read_reasons(session: Session) -> tuple[str, ...]:
    """The reasons that were given for marks here, the latest first, each once."""
    query = select(NotApplicable.reason).order_by(NotApplicable.changed_at.desc())
    return tuple(dict.fromkeys(session.scalars(query)))[:_REASONS]


def _demand_reason(place: MarkPlace, reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise MarkReasonRequired(place.unit, place.indicator)
    return words


def _set(
    work: UnitOfWork, place: MarkPlace, unit_id: UnitId, words: str, *, by_office: bool
) -> None:
    rows = _rows(work, place, unit_id)
    if by_office:
        _demand_unmarked_by_unit(rows)
    own = [row for row in rows if row.by_office is by_office]
    row = next((r for r in own if r.removed_at is None), own[0] if own else None)
    if row is None:
        row = NotApplicable(
            indicator_code=place.indicator,
            task_code=place.task_code,
            point_number=place.point,
            unit_id=unit_id,
            by_office=by_office,
            version=0,
        )
        work.session.add(row)
    elif row.removed_at is None and row.reason == words:
        return
    row.reason, row.marked_by = words, work.actor
    row.changed_at, row.removed_at = work.now, None
    row.version += 1
    work.session.flush()
    _record(work, "mark.set", place, unit_id, words)


def _withdraw(work: UnitOfWork, place: MarkPlace, unit_id: UnitId, *, by_office: bool) -> None:
    live = [row for row in _rows(work, place, unit_id) if row.removed_at is None]
    own = [row for row in live if row.by_office is by_office]
    if by_office:
        _demand_unmarked_by_unit(live)
    if not own and live:
        raise OwnedByOffice(live[0].reason)
    if not own:
        raise NotMarked(place.unit, place.indicator)
    for row in own:
        row.removed_at = row.changed_at = work.now
        row.version += 1
    work.session.flush()
    _record(work, "mark.withdrawn", place, unit_id, own[0].reason)


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
    workspace: Workspace,
    place: MarkPlace,
    registry: Registry | None = None,
    *,
    responsible: bool = True,
) -> tuple[MarkPlace, UnitId]:
    registry, framework = registry or workspace.registry(), workspace.facts.framework
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
