"""检索清单: what is to be looked up on the web for each task, and what it must show.

The office lays down lines for all units of a task or for one; they are a choice of its workspace
and go out with the ground of every package. A unit adds lines of its own, which are its rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import OwnedByOffice
from app.framework.keys import TaskKey
from app.settings import load_choice, save_choice
from app.unit_of_work import UnitOfWork
from app.verification import typed
from app.verification.errors import NoteUnknown
from app.verification.notes import (
    Note,
    NoteKind,
    add_notes,
    alter_note,
    read_notes,
    restore_notes,
    withdraw_notes,
)
from app.verification.slots import Slot, find_slot, find_task
from app.verification.web_check.addresses import same_page, tidy_address
from app.verification.web_check.errors import TargetPresent, TooManyTargets
from app.workspace.access import is_office
from app.workspace.opening import Workspace
from models import Unit
from models.base import new_id
from models.verification import WebTarget

#: The choice that holds the office's lines.
_CHOICE = "web_targets"
#: So many lines of the office packages take.
MOST_LINES = 20_000
METHOD = "web_check"
_ACTION = "web_target"


@dataclass(frozen=True, slots=True)
class TargetSaid:
    """A line: what must be shown, and where ("" if that is to be found out)."""

    address: str
    shows: str

    @property
    def same_as(self) -> tuple[str, str]:
        """What two lines that say the same have in common."""
        return same_page(self.address), self.shows


#: A line with its place; its unit is "" where it is for all units of the task.
TargetLine = Note[TargetSaid]


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A line that the office laid down; ``unit_id`` is "" for all units of the task."""

    id: str
    indicator: str
    task_code: str
    unit_id: str
    address: str
    shows: str
    removed: bool = False

    @property
    def said(self) -> TargetSaid:
        """What it says."""
        return TargetSaid(self.address, self.shows)


@dataclass(frozen=True, slots=True)
class TargetsAdded:
    """The ids of the lines that were added, and those that the list has already."""

    ids: tuple[str, ...] = ()
    present: tuple[TargetSaid, ...] = field(default=())


class TargetStore:
    """The lines of the lists, for a panel; see ``app.verification.notes.NoteStore``."""

    def read(self, session: Session) -> tuple[TargetLine, ...]:
        """See ``NoteStore``."""
        return read_targets(session)

    def add(self, workspace: Workspace, slot: Slot, said: TargetSaid) -> str:
        """See ``NoteStore``. Raises ``TargetPresent`` where the list has it already."""
        added = add_targets(workspace, slot, [said])
        if not added.ids:
            raise TargetPresent(added.present[0].shows)
        return added.ids[0]

    def alter(self, workspace: Workspace, note: str, said: TargetSaid) -> TargetSaid:
        """See ``NoteStore``."""
        return alter_target(workspace, note, said)

    def withdraw(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``NoteStore``."""
        withdraw_targets(workspace, notes)

    def restore(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``NoteStore``."""
        restore_targets(workspace, notes)


def load_office_lines(session: Session) -> tuple[OfficeLine, ...]:
    """The office's lines in their order, taken back ones too."""
    kept = load_choice(session, _CHOICE)
    return tuple(OfficeLine(**line) for line in kept) if isinstance(kept, list) else ()


def read_targets(session: Session) -> tuple[TargetLine, ...]:
    """Every line that was not taken back: the office's first, each in the order of adding."""
    names = {str(key): name for key, name in session.execute(select(Unit.id, Unit.name))}
    office = (
        Note(
            line.id,
            Slot(names.get(line.unit_id, ""), line.indicator, line.task_code),
            by_office=True,
            said=line.said,
        )
        for line in load_office_lines(session)
        # A line for one unit is never shown to all since that unit is gone.
        if not line.removed and (not line.unit_id or line.unit_id in names)
    )
    return (*office, *read_notes(session, TARGETS))


def has_target(line: TargetLine, slot: Slot) -> bool:
    """True if a line is one of a unit's task."""
    same = (line.slot.indicator, line.slot.task_code) == (slot.indicator, slot.task_code)
    return same and line.slot.unit in {"", slot.unit}


def find_target(lines: Iterable[TargetLine], target: str) -> TargetLine:
    """The line of this id. Raises ``NoteUnknown``."""
    found = next((line for line in lines if line.id == target), None)
    if found is None:
        raise NoteUnknown(target)
    return found


def add_targets(workspace: Workspace, slot: Slot, said: Iterable[TargetSaid]) -> TargetsAdded:
    """Put lines on the list of a task; the office's are for all its units if ``unit`` is "".

    Lines that the list of the slot has already are told and not added.

    Raises:
        UnitUnknown: the slot of a unit's workspace names none.
        AddressNotWeb, NoteIncomplete, NoteTooLong: a line says too little or too much.
        …: see ``find_slot``.
    """
    given = [_cleaned(one) for one in said]
    if not is_office(workspace):
        slot, _ = find_slot(workspace, slot, METHOD)
        with workspace.reading() as session:
            wanted, present = _told_apart(read_targets(session), slot, given)
        return TargetsAdded(add_notes(workspace, TARGETS, slot, wanted), present)
    key = find_task(workspace, slot, METHOD)
    slot, unit_id = find_slot(workspace, slot, METHOD) if slot.unit else (Slot("", *key), "")
    with workspace.database.writing() as work:
        wanted, present = _told_apart(read_targets(work.session), slot, given)
        lines = [OfficeLine(new_id(), *key, str(unit_id), one.address, one.shows) for one in wanted]
        if lines:
            _save(work, (*load_office_lines(work.session), *lines))
            _record(work, "added", lines)
            work.commit()
    return TargetsAdded(tuple(line.id for line in lines), present)


def alter_target(workspace: Workspace, target: str, said: TargetSaid) -> TargetSaid:
    """Let a line say something else; returns what it said.

    Raises:
        NoteUnknown: there is none with this id.
        OwnedByUnit, OwnedByOffice: the other side put it on the list.
        …: see ``add_targets``.
    """
    said = _cleaned(said)
    if (line := _office_line(workspace, target)) is None:
        return alter_note(workspace, TARGETS, target, said)
    changed = replace(line, address=said.address, shows=said.shows)
    if changed != line:
        _put(workspace, "altered", [changed])
    return line.said


def withdraw_targets(workspace: Workspace, targets: Sequence[str]) -> None:
    """Take lines from the list, all or none. Raises: see ``alter_target``."""
    _set_removed(workspace, targets, removed=True)


def restore_targets(workspace: Workspace, targets: Sequence[str]) -> None:
    """Bring back lines that were taken from the list. Raises: see ``alter_target``."""
    _set_removed(workspace, targets, removed=False)


def _set_removed(workspace: Workspace, targets: Sequence[str], *, removed: bool) -> None:
    found = {target: _office_line(workspace, target) for target in targets}
    office = [line for line in found.values() if line is not None]
    own = [target for target, line in found.items() if line is None]
    if own:
        (withdraw_notes if removed else restore_notes)(workspace, TARGETS, own)
    changed = [replace(line, removed=removed) for line in office if line.removed is not removed]
    if changed:
        _put(workspace, "withdrawn" if removed else "restored", changed)


def keep_office_lines(work: UnitOfWork, lines: Sequence[OfficeLine]) -> int:
    """Take over the lines of the office's newest package; returns how many are new or other."""
    before = {line.id: line for line in load_office_lines(work.session)}
    after = {line.id: line for line in lines}
    if list(before.values()) == list(after.values()):
        return 0
    _save(work, lines)
    keys = {**before, **after}
    changed = [line for key, line in keys.items() if before.get(key) != after.get(key)]
    work.record(f"noted.{_ACTION}s_laid_down", _CHOICE, count=len(after))
    return len(changed)


def _office_line(workspace: Workspace, target: str) -> OfficeLine | None:
    """The office's line of this id; None if it is not one. Raises ``OwnedByOffice`` for a unit."""
    with workspace.reading() as session:
        found = next((one for one in load_office_lines(session) if one.id == target), None)
    if found is not None and not is_office(workspace):
        raise OwnedByOffice(found.shows)
    return found


def _put(workspace: Workspace, done: str, changed: Sequence[OfficeLine]) -> None:
    by_id = {line.id: line for line in changed}
    with workspace.database.writing() as work:
        present = load_office_lines(work.session)
        if missing := by_id.keys() - {line.id for line in present}:
            raise NoteUnknown(min(missing))
        _save(work, [by_id.get(line.id, line) for line in present])
        _record(work, done, changed)
        work.commit()


def _save(work: UnitOfWork, lines: Sequence[OfficeLine]) -> None:
    if sum(not line.removed for line in lines) > MOST_LINES:
        raise TooManyTargets(MOST_LINES)
    save_choice(work, _CHOICE, [_stored(line) for line in lines])


def _stored(line: OfficeLine) -> dict[str, object]:
    return {name: getattr(line, name) for name in line.__dataclass_fields__}


def _record(work: UnitOfWork, done: str, lines: Iterable[OfficeLine]) -> None:
    for line in lines:
        name = work.session.scalar(select(Unit.name).where(Unit.id == line.unit_id)) or ""
        work.record(
            f"noted.{_ACTION}_{done}",
            str(TaskKey(line.indicator, line.task_code)),
            unit=name,
            indicator=line.indicator,
            target=line.id,
            **_told(line.said),
        )


def _told_apart(
    present: Iterable[TargetLine], slot: Slot, said: Iterable[TargetSaid]
) -> tuple[list[TargetSaid], tuple[TargetSaid, ...]]:
    """The lines that are new, and those that are there or come twice."""
    known = {line.said.same_as for line in present if has_target(line, slot)}
    new: list[TargetSaid] = []
    old: list[TargetSaid] = []
    for one in said:
        (old if one.same_as in known else new).append(one)
        known.add(one.same_as)
    return new, tuple(old)


def _cleaned(said: TargetSaid) -> TargetSaid:
    return TargetSaid(tidy_address(said.address), typed.line("shows", said.shows, needed=True))


def _said(row: WebTarget) -> TargetSaid:
    return TargetSaid(row.address, row.shows)


def _put_row(row: WebTarget, said: TargetSaid) -> None:
    row.address, row.shows = said.address, said.shows


def _told(said: TargetSaid) -> Mapping[str, Any]:
    return {"note": said.shows, "address": said.address}


#: The lines that units put on their lists, in the order in which they were added.
TARGETS = NoteKind(
    method=METHOD,
    table=WebTarget,
    action=_ACTION,
    order=(),
    cleaned=_cleaned,
    said=_said,
    put=_put_row,
    told=_told,
)
