"""The rows that method tools keep under a unit's tasks: noted, altered, taken back, brought back.

A tool says in a ``NoteKind`` what a row of it holds; all else is the same for every tool.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.framework.keys import SlotKey, TaskKey, UnitId
from app.unit_of_work import UnitOfWork
from app.verification.errors import NoteUnknown, TooManyNotes
from app.verification.slots import Slot, find_slot
from app.workspace.access import is_office
from app.workspace.opening import Workspace
from models import Unit
from models.verification import MethodRow, ToolRow

#: How many ids one question names; SQLite takes a few more variables than this.
_MANY = 400

Row = TypeVar("Row", bound=ToolRow)
#: What a person says in a row: a frozen dataclass.
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class NoteKind(Generic[Row, Said]):
    """What one tool keeps.

    Attributes:
        method: the id of the verification method whose tasks have such rows.
        table: where they are stored.
        action: what entries of the log are called, between ``noted.`` and ``_added``.
        order: the columns that rows are listed by, before their ids.
        cleaned: what was said as it is stored; raises ``UsageError`` if it says too little.
        said: what a stored row says.
        put: lets a stored row say something else.
        told: what entries of the log tell of a row.
        tasks: the tasks that a row names by itself; each must be one of the unit's.
        most: so many rows may a unit have, those that were taken back among them.
    """

    method: str
    table: type[Row]
    action: str
    order: tuple[str, ...]
    cleaned: Callable[[Said], Said]
    said: Callable[[Row], Said]
    put: Callable[[Row, Said], None]
    told: Callable[[Said], Mapping[str, Any]]
    tasks: Callable[[Said], Iterable[TaskKey]] = lambda _said: ()
    most: int = 20_000


@dataclass(frozen=True, slots=True)
class Note(Generic[Said]):
    """A stored row: where it is and what it says; ``by_office``: entered in the unit's stead.

    The slot of what belongs to the unit as a whole names no task.
    """

    id: str
    slot: Slot
    by_office: bool
    said: Said


class NoteStore(Protocol[Said]):
    """Where the rows of a panel are read and written; the functions below say what each does."""

    def read(self, session: Session) -> tuple[Note[Said], ...]:
        """Every row that was not taken back."""
        ...

    def add(self, workspace: Workspace, slot: Slot, said: Said) -> str:
        """See ``add_note``."""
        ...

    def alter(self, workspace: Workspace, note: str, said: Said) -> Said:
        """See ``alter_note``."""
        ...

    def withdraw(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``withdraw_notes``."""
        ...

    def restore(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``restore_notes``."""
        ...


@dataclass(frozen=True, slots=True)
class KindStore(Generic[Row, Said]):
    """The rows of one kind, as they are stored."""

    kind: NoteKind[Row, Said]

    def read(self, session: Session) -> tuple[Note[Said], ...]:
        """See ``NoteStore``."""
        return read_notes(session, self.kind)

    def add(self, workspace: Workspace, slot: Slot, said: Said) -> str:
        """See ``NoteStore``."""
        return add_note(workspace, self.kind, slot, said)

    def alter(self, workspace: Workspace, note: str, said: Said) -> Said:
        """See ``NoteStore``."""
        return alter_note(workspace, self.kind, note, said)

    def withdraw(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``NoteStore``."""
        withdraw_notes(workspace, self.kind, notes)

    def restore(self, workspace: Workspace, notes: Sequence[str]) -> None:
        """See ``NoteStore``."""
        restore_notes(workspace, self.kind, notes)


@dataclass(frozen=True, slots=True)
class NoteChanges(Generic[Said]):
    """Changes of many rows, made together.

    Attributes:
        added: what new rows say, in their order.
        altered: by id, what rows are to say.
        withdrawn: the ids of rows that are taken back.
        restored: the ids of rows that are brought back.
    """

    added: Sequence[Said] = ()
    altered: Mapping[str, Said] = field(default_factory=dict)
    withdrawn: Sequence[str] = ()
    restored: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.withdrawn or self.restored)


def change_notes(
    workspace: Workspace,
    kind: NoteKind[Row, Said],
    slot: Slot,
    changes: NoteChanges[Said],
    **told: str,
) -> NoteChanges[Said]:
    """Change many rows of a unit, all or none, with one entry in the log.

    New rows are noted at ``slot``. ``told`` is what the entry says beside the numbers of rows.
    Returns the changes that take these back.

    Raises: see ``add_note`` and ``alter_note``.
    """
    slot, unit_id = find_slot(workspace, slot, kind.method)
    cleaned = [kind.cleaned(said) for said in changes.added]
    altered = {note: kind.cleaned(said) for note, said in changes.altered.items()}
    with workspace.database.writing() as work:
        before: dict[str, Said] = {}
        touched: list[Row] = []
        rows = _demanded_all(work, kind, (*altered, *changes.withdrawn, *changes.restored))
        for note, said in altered.items():
            earlier = kind.said(rows[note])
            if earlier != said:
                before[note] = earlier
                kind.put(rows[note], said)
                touched.append(rows[note])
        withdrawn = [n for n in changes.withdrawn if rows[n].removed_at is None]
        restored = [n for n in changes.restored if rows[n].removed_at is not None]
        for note in withdrawn:
            rows[note].removed_at = work.now
        for note in restored:
            rows[note].removed_at = None
        touched += [rows[note] for note in (*withdrawn, *restored)]
        added = [_new_row(workspace, kind, slot, unit_id, said) for said in cleaned]
        _demand_room(work, kind, unit_id, len(added))
        work.session.add_all(added)
        for row in (*added, *touched):
            row.version += 1
            row.changed_at = work.now
        work.session.flush()
        done = {
            "rows_added": len(added),
            "rows_altered": len(before),
            "rows_withdrawn": len(withdrawn),
            "rows_restored": len(restored),
        }
        if any(done.values()):
            numbers = {name: number for name, number in done.items() if number}
            place = SlotKey(slot.indicator, slot.task_code, UnitId(unit_id))
            work.record(
                f"noted.{kind.action}_changed",
                str(place),
                unit=slot.unit,
                indicator=slot.indicator,
                **numbers,
                **told,
            )
            work.commit()
        return NoteChanges(
            altered=before,
            withdrawn=(*(row.id for row in added), *restored),
            restored=tuple(withdrawn),
        )


def add_note(workspace: Workspace, kind: NoteKind[Row, Said], slot: Slot, said: Said) -> str:
    """Note something of a unit; in the office's workspace in the unit's stead. Returns its id.

    Raises:
        IndicatorUnknown, MethodNotRequired, UnitUnknown, NotResponsible, UnitOnly, ToolNotOffered:
            see ``find_slot``.
        UsageError: it says too little or too much, see the kind.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    return add_notes(workspace, kind, slot, [said])[0]


def add_notes(
    workspace: Workspace, kind: NoteKind[Row, Said], slot: Slot, said: Iterable[Said]
) -> tuple[str, ...]:
    """Note several things of a unit, all or none of them. Raises: see ``add_note``."""
    slot, unit_id = find_slot(workspace, slot, kind.method)
    wanted = [kind.cleaned(one) for one in said]
    for one in wanted:
        _check_tasks(workspace, kind, slot.unit, kind.tasks(one))
    with workspace.database.writing() as work:
        rows = [_new_row(workspace, kind, slot, unit_id, one) for one in wanted]
        _demand_room(work, kind, unit_id, len(rows))
        for row in rows:
            work.session.add(row)
            _grown(work, row)
            _record(work, kind, "added", row)
        if rows:
            work.commit()
        return tuple(row.id for row in rows)


def alter_note(workspace: Workspace, kind: NoteKind[Row, Said], note: str, said: Said) -> Said:
    """Say something else in a row; returns what was said before.

    Raises:
        NoteUnknown: there is none with this id.
        OwnedByUnit, OwnedByOffice: the other side entered it.
        UsageError, WorkspaceReadOnly: see ``add_note``.
    """
    said = kind.cleaned(said)
    with workspace.database.writing() as work:
        row = _demanded(work, kind, note)
        before = kind.said(row)
        if before != said:
            # What an earlier indicator set, or another share of work, left there may stay.
            new = set(kind.tasks(said)) - set(kind.tasks(before))
            _check_tasks(workspace, kind, _unit_name(work.session, row), new)
            kind.put(row, said)
            _grown(work, row)
            _record(work, kind, "altered", row)
            work.commit()
        return before


def withdraw_note(workspace: Workspace, kind: NoteKind[Row, Said], note: str) -> None:
    """Take a row back; it stays stored, so that packages take it back everywhere.

    Raises: see ``alter_note``.
    """
    withdraw_notes(workspace, kind, [note])


def withdraw_notes(workspace: Workspace, kind: NoteKind[Row, Said], notes: Iterable[str]) -> None:
    """Take several rows back, all or none of them. Raises: see ``alter_note``."""
    with workspace.database.writing() as work:
        for row in [_demanded(work, kind, note) for note in notes]:
            if row.removed_at is None:
                row.removed_at = work.now
                _grown(work, row)
                _record(work, kind, "withdrawn", row)
        work.commit()


def restore_note(workspace: Workspace, kind: NoteKind[Row, Said], note: str) -> None:
    """Bring back a row that was taken back. Raises: see ``alter_note``."""
    restore_notes(workspace, kind, [note])


def restore_notes(workspace: Workspace, kind: NoteKind[Row, Said], notes: Iterable[str]) -> None:
    """Bring several rows back, all or none of them. Raises: see ``alter_note``."""
    with workspace.database.writing() as work:
        for row in [_demanded(work, kind, note) for note in notes]:
            if row.removed_at is not None:
                row.removed_at = None
                _grown(work, row)
                _record(work, kind, "restored", row)
        work.commit()


def read_notes(session: Session, kind: NoteKind[Row, Said]) -> tuple[Note[Said], ...]:
    """Every row that was not taken back, in its order."""
    table = kind.table
    query = (
        select(table, Unit.name)
        .join(Unit, Unit.id == table.unit_id)
        .where(table.removed_at.is_(None))
        .order_by(*(getattr(table, name) for name in kind.order), table.id)
    )
    return tuple(
        Note(row.id, _slot(row, unit), row.by_office, kind.said(row))
        for row, unit in session.execute(query)
    )


def read_note(session: Session, kind: NoteKind[Row, Said], note: str) -> Note[Said]:
    """One row that was not taken back. Raises ``NoteUnknown``."""
    found = next((row for row in read_notes(session, kind) if row.id == note), None)
    if found is None:
        raise NoteUnknown(note)
    return found


def _check_tasks(
    workspace: Workspace, kind: NoteKind[Row, Said], unit: str, tasks: Iterable[TaskKey]
) -> None:
    """Each task that a row names is the unit's and of the method."""
    for task in tasks:
        find_slot(workspace, Slot(unit, task.indicator, task.task_code), kind.method)


def _slot(row: ToolRow, unit: str) -> Slot:
    if isinstance(row, MethodRow):
        return Slot(unit, row.indicator_code, row.task_code)
    return Slot(unit, "", "")


def _new_row(
    workspace: Workspace, kind: NoteKind[Row, Said], slot: Slot, unit_id: str, said: Said
) -> Row:
    place = {}
    if issubclass(kind.table, MethodRow):
        place = {"indicator_code": slot.indicator, "task_code": slot.task_code}
    row = kind.table(unit_id=unit_id, by_office=is_office(workspace), version=0, **place)
    kind.put(row, said)
    return row


def _demand_room(work: UnitOfWork, kind: NoteKind[Row, Said], unit_id: str, more: int) -> None:
    query = select(func.count()).select_from(kind.table).where(kind.table.unit_id == unit_id)
    if more and (work.session.scalar(query) or 0) + more > kind.most:
        raise TooManyNotes(kind.most)


def _demanded_all(
    work: UnitOfWork, kind: NoteKind[Row, Said], notes: Iterable[str]
) -> dict[str, Row]:
    """The rows of these ids, read many at a time. Raises ``NoteUnknown``."""
    wanted = list(dict.fromkeys(notes))
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), _MANY):
        query = select(kind.table).where(kind.table.id.in_(wanted[start : start + _MANY]))
        found |= {row.id: row for row in work.session.scalars(query)}
    missing = [note for note in wanted if note not in found]
    if missing:
        raise NoteUnknown(missing[0])
    return found


def _grown(work: UnitOfWork, row: ToolRow) -> None:
    row.version += 1
    row.changed_at = work.now
    work.session.flush()


def _demanded(work: UnitOfWork, kind: NoteKind[Row, Said], note: str) -> Row:
    row = work.session.get(kind.table, note)
    if row is None:
        raise NoteUnknown(note)
    return row


def _record(work: UnitOfWork, kind: NoteKind[Row, Said], done: str, row: Row) -> None:
    told: dict[str, Any] = {"unit": _unit_name(work.session, row), "lookup": row.id}
    subject = row.id
    if isinstance(row, MethodRow):
        subject = str(SlotKey(row.indicator_code, row.task_code, row.unit_id))
        told["indicator"] = row.indicator_code
    work.record(f"noted.{kind.action}_{done}", subject, **told, **kind.told(kind.said(row)))


def _unit_name(session: Session, row: ToolRow) -> str:
    return session.scalar(select(Unit.name).where(Unit.id == row.unit_id)) or ""
