"""The checklists of points that the office takes over, and points that are said to be complete."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.errors import ChecklistTooLong
from app.completeness.expecting import MOST_ENTRIES, Expectations, proposed
from app.completeness.marks import MarkPlace
from app.errors import OwnedByUnit
from app.framework.keys import PointKey, SlotKey
from app.framework.schema import Framework
from app.settings import CHECKLISTS, load_choice, save_choice
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from app.workspace.access import demand_office, demand_own, is_office
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace
from models import CompletePoint, Unit

#: An entry is a word or two.
LONGEST_ENTRY = 40

Checklists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ChecklistSaid:
    """The list of a point; () for none."""

    point: PointKey
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointSaid:
    """What is to count for a point: its list, and whether a unit's material is complete."""

    point: PointKey
    entries: tuple[str, ...]
    complete: bool


def load_checklists(session: Session) -> Checklists:
    """The lists that count, by the point's key."""
    kept = load_choice(session, CHECKLISTS)
    if not isinstance(kept, dict):
        return {}
    return {str(key): tuple(map(str, entries)) for key, entries in sorted(kept.items())}


def load_expectations(session: Session) -> Expectations:
    """The lists that count, and for which units a point is said to be complete."""
    query = (
        select(CompletePoint, Unit.name)
        .join(Unit, CompletePoint.unit_id == Unit.id)
        .where(CompletePoint.removed_at.is_(None))
    )
    said = {
        (str(PointKey(row.indicator_code, row.task_code, row.point_number)), unit)
        for row, unit in session.execute(query)
    }
    return Expectations(load_checklists(session), frozenset(said))


def suggestions(
    framework: Framework, codes: Iterable[str] = (), but: Container[str] = ()
) -> tuple[ChecklistSaid, ...]:
    """The lists that the wording suggests, of all points or of those of some indicators.

    ``but`` has the keys of points that are left out, as those that have a list already.
    """
    wanted = set(codes)
    return tuple(
        ChecklistSaid(PointKey(indicator.code, task.code, point.number), entries)
        for indicator in framework.indicators
        if not wanted or indicator.code in wanted
        for task in indicator.tasks
        for point in task.points
        if str(PointKey(indicator.code, task.code, point.number)) not in but
        if (entries := proposed(point.text))
    )


def put_checklists(
    workspace: Workspace, lists: Iterable[ChecklistSaid]
) -> tuple[ChecklistSaid, ...]:
    """Let lists count, all at once; () takes a point's list away.

    Returns what there was before at the points that changed, so that handing it in takes it back.

    Raises:
        OfficeOnly: it is a unit's workspace.
        ChecklistTooLong: a list or an entry is.
        IndicatorUnknown, MethodNotRequired, PointUnknown: there is no such point.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    wanted = _demanded(workspace.facts.framework, lists)
    with workspace.database.writing() as work:
        before = _put_lists(work, wanted)
        work.commit()
    return before


def put_expected(
    workspace: Workspace, unit: str, points: Iterable[PointSaid]
) -> tuple[PointSaid, ...]:
    """Store lists and what a unit's material is said to be, all at once.

    Only the office changes lists: a unit's workspace leaves them alone. Returns what there was
    before at the points that changed, so that handing it in takes it back.

    Raises:
        …: see ``put_checklists`` and ``say_complete``.
    """
    wanted = tuple(points)
    lists: tuple[ChecklistSaid, ...] = ()
    if is_office(workspace):
        said = (ChecklistSaid(point.point, point.entries) for point in wanted)
        lists = _demanded(workspace.facts.framework, said)
    with workspace.database.writing() as work:
        kept = load_expectations(work.session)
        changed = {before.point for before in _put_lists(work, lists)}
        for said_now in wanted:
            key = said_now.point
            if ((str(key), unit) in kept.said) is not said_now.complete:
                place = MarkPlace(unit, key.indicator, key.task_code, key.number)
                if _say(work, workspace, place, complete=said_now.complete):
                    changed.add(key)
        work.commit()
    return tuple(
        PointSaid(p.point, kept.lists.get(str(p.point), ()), (str(p.point), unit) in kept.said)
        for p in wanted
        if p.point in changed
    )


def _demanded(framework: Framework, lists: Iterable[ChecklistSaid]) -> tuple[ChecklistSaid, ...]:
    """The lists as they are stored; points that are not there are refused."""
    wanted = tuple(ChecklistSaid(said.point, tidied(said.entries)) for said in lists)
    for said in wanted:
        framework.point(said.point.indicator, said.point.task_code, said.point.number)
    return wanted


def _put_lists(work: UnitOfWork, lists: Iterable[ChecklistSaid]) -> tuple[ChecklistSaid, ...]:
    present = dict(load_checklists(work.session))
    before = []
    for said in lists:
        key = str(said.point)
        if present.get(key, ()) == said.entries:
            continue
        before.append(ChecklistSaid(said.point, present.pop(key, ())))
        if said.entries:
            present[key] = said.entries
    if before:
        save_checklists(work, present)
    return tuple(before)


def save_checklists(work: UnitOfWork, lists: Checklists) -> None:
    """Keep all lists, with an entry in the log."""
    save_choice(work, CHECKLISTS, {key: list(entries) for key, entries in sorted(lists.items())})
    work.record("checklists.changed", CHECKLISTS, count=len(lists))


def tidied(entries: Iterable[str]) -> tuple[str, ...]:
    """Entries as they are stored: one line each, none twice, none empty.

    Raises:
        ChecklistTooLong: see ``fits``.
    """
    found = tuple(dict.fromkeys(filter(None, (" ".join(visible(e).split()) for e in entries))))
    if not fits(found):
        raise ChecklistTooLong(MOST_ENTRIES, LONGEST_ENTRY)
    return found


def fits(entries: Collection[str]) -> bool:
    """False for a list with too many entries, or with one that is too long."""
    return len(entries) <= MOST_ENTRIES and all(len(entry) <= LONGEST_ENTRY for entry in entries)


def say_complete(workspace: Workspace, place: MarkPlace, *, complete: bool) -> bool:
    """Say that a unit's material for a point is complete whatever the list says, or no longer.

    Returns False if that was said already.

    Raises:
        IndicatorUnknown, MethodNotRequired, PointUnknown, UnitUnknown: there is no such place.
        NotResponsible: the unit does not answer for the indicator.
        UnitOnly: it is another unit.
        OwnedByUnit: the unit said so itself, and the office would take that back.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        changed = _say(work, workspace, place, complete=complete)
        work.commit()
    return changed


def _say(work: UnitOfWork, workspace: Workspace, place: MarkPlace, *, complete: bool) -> bool:
    registry, framework = workspace.registry(), workspace.facts.framework
    unit = registry.unit(place.unit)
    task = framework.find_task(place.indicator, place.task_code)
    code = framework.indicator(place.indicator).code
    point = framework.point(code, task.code, place.point or 1)
    if unit.name not in registry.units_of(code, task.code):
        raise NotResponsible(unit.name, code)
    demand_own(workspace, unit.id)
    by_office = is_office(workspace)
    query = select(CompletePoint).where(
        CompletePoint.indicator_code == code,
        CompletePoint.task_code == task.code,
        CompletePoint.point_number == point.number,
        CompletePoint.unit_id == unit.id,
    )
    # A generation of the unit's workspace may have left a row behind: the live one counts.
    found = sorted(work.session.scalars(query), key=lambda row: row.removed_at is None)
    rows = {row.by_office: row for row in found}
    theirs = rows.get(False)
    if by_office and not complete and theirs is not None and theirs.removed_at is None:
        raise OwnedByUnit(point.text)
    row = rows.get(by_office)
    if (row is not None and row.removed_at is None) is complete:
        return False
    if row is None:
        row = CompletePoint(
            indicator_code=code,
            task_code=task.code,
            point_number=point.number,
            unit_id=unit.id,
            by_office=by_office,
            version=0,
        )
        work.session.add(row)
    row.said_by = work.actor
    row.changed_at, row.removed_at = work.now, None if complete else work.now
    row.version += 1
    work.session.flush()
    work.record(
        "point.complete" if complete else "point.incomplete",
        str(SlotKey(code, task.code, unit.id)),
        unit=unit.name,
        indicator=code,
        point=point.number,
    )
    return True
