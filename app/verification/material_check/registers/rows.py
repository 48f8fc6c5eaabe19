"""The rows of registers: kept, and read a register at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.framework.keys import UnitId
from app.verification.errors import NoteField, NoteIncomplete
from app.verification.material_check.errors import CellTooLong, RegisterNotKept
from app.verification.material_check.registers.cells import LONGEST, as_typed
from app.verification.material_check.registers.files import METHOD, as_known, home_of
from app.verification.material_check.registers.judging import Cells, Judged, judge, tidy
from app.verification.material_check.registers.schema import Register
from app.verification.notes import NoteChanges, NoteKind, change_notes
from app.verification.slots import Slot
from app.workspace.opening import Workspace
from models import Unit
from models.verification import MOST_REGISTER_ROWS, RegisterRow


@dataclass(frozen=True, slots=True)
class Line:
    """What a row of a register says; ``position`` orders the rows."""

    register: str
    position: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored row; ``by_office``: entered in the unit's stead."""

    id: str
    unit: str
    by_office: bool
    position: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Book:
    """A register of one unit with its rows as they were judged."""

    register: Register
    unit: str
    rows: tuple[Kept, ...]
    judged: tuple[Judged, ...]

    @property
    def faulty(self) -> int:
        """How many rows have faults (待改)."""
        return sum(bool(row.faults) for row in self.judged)


def read_rows(session: Session, register: str, unit: UnitId | None = None) -> tuple[Kept, ...]:
    """The rows of a register in their order, of all units or of one."""
    table = RegisterRow
    query = (
        select(table.id, Unit.name, table.by_office, table.position, table.cells)
        .join(Unit, Unit.id == table.unit_id)
        .where(table.register_id == register, table.removed_at.is_(None))
        .order_by(Unit.name, table.position, table.id)
    )
    if unit is not None:
        query = query.where(table.unit_id == unit)
    return tuple(Kept(*row) for row in session.execute(query))


def count_rows(session: Session) -> Mapping[tuple[str, str], int]:
    """How many rows there are, by the id of the register and the name of the unit."""
    table = RegisterRow
    query = (
        select(table.register_id, Unit.name, func.count())
        .join(Unit, Unit.id == table.unit_id)
        .where(table.removed_at.is_(None))
        .group_by(table.register_id, Unit.name)
    )
    return {(register, unit): count for register, unit, count in session.execute(query)}


def read_books(
    session: Session, register: Register, unit: UnitId | None = None
) -> tuple[Book, ...]:
    """A register of each unit that has rows in it, or of one unit."""
    by_unit: dict[str, list[Kept]] = {}
    for row in read_rows(session, register.id, unit):
        by_unit.setdefault(row.unit, []).append(row)
    ids = {id_ for rows in by_unit.values() for row in rows for id_ in row.cells}
    known = as_known(register, ids)
    return tuple(book_of(known, name, rows) for name, rows in by_unit.items())


def book_of(register: Register, unit: str, rows: Sequence[Kept]) -> Book:
    """The register of a unit, its rows judged."""
    return Book(register, unit, tuple(rows), judge(register, [row.cells for row in rows]))


def home(workspace: Workspace, register: Register, unit: str) -> Slot:
    """Where a unit's rows of a register belong.

    Raises:
        UnitUnknown: there is no such unit.
        RegisterNotKept: it answers for none of the tasks that the register serves.
    """
    registry = workspace.registry()
    name = registry.unit(unit).name
    slot = home_of(register, workspace.facts.framework, registry, name)
    if slot is None:
        raise RegisterNotKept(name, register.title)
    return Slot(name, slot.indicator, slot.task_code)


def change_rows(
    workspace: Workspace, register: Register, unit: str, changes: NoteChanges[Line]
) -> NoteChanges[Line]:
    """Change rows of a unit, all or none; the log has one entry. Returns what takes it back.

    What is typed is kept even if it has faults.

    Raises:
        RegisterNotKept, UnitUnknown: see ``home``.
        NoteIncomplete: a row is empty.
        CellTooLong: a cell is longer than packages take.
        TooManyNotes: the unit would have more rows than packages take.
    """
    slot = home(workspace, register, unit)
    tidied = NoteChanges(
        added=[_tidied(register, line) for line in changes.added],
        altered={note: _tidied(register, line) for note, line in changes.altered.items()},
        withdrawn=changes.withdrawn,
        restored=changes.restored,
    )
    kind = replace(LINES, method=register.method)
    return change_notes(workspace, kind, slot, tidied, register=register.title)


def lines_after(
    register: Register, rows: Sequence[Kept], added: Sequence[Cells]
) -> tuple[Line, ...]:
    """New rows, to stand after those that are there."""
    first = max((row.position for row in rows), default=0) + 1
    return tuple(Line(register.id, first + n, cells) for n, cells in enumerate(added))


def _tidied(register: Register, line: Line) -> Line:
    cells = tidy(register, line.cells)
    for id_, text in cells.items():
        if len(text) > LONGEST:
            column = register.column(id_)
            raise CellTooLong(column.name if column is not None else id_, LONGEST)
    return Line(register.id, line.position, cells)


def _cleaned(said: Line) -> Line:
    cells = dict(_filled(said.cells))
    if not cells:
        raise NoteIncomplete(NoteField("cells"))
    return Line(said.register, said.position, cells)


def _filled(cells: Cells) -> Iterator[tuple[str, str]]:
    for id_, text in cells.items():
        if typed := as_typed(text):
            yield id_, typed


def _said(row: RegisterRow) -> Line:
    return Line(row.register_id, row.position, dict(row.cells))


def _put(row: RegisterRow, said: Line) -> None:
    row.register_id, row.position, row.cells = said.register, said.position, dict(said.cells)


def _told(said: Line) -> Mapping[str, Any]:
    return {"note": next(iter(said.cells.values()), ""), "register": said.register}


#: The rows of all registers.
LINES = NoteKind(
    method=METHOD,
    table=RegisterRow,
    action="register_rows",
    order=("register_id", "position"),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=MOST_REGISTER_ROWS,
)
