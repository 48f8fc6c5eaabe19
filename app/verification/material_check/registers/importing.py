"""Files taken into registers: read, matched to the columns as people chose before, and stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.settings import load_choice, save_choice
from app.table_files.errors import TableUnreadable
from app.verification.material_check.registers.matching import Matching, chosen, match, take
from app.verification.material_check.registers.rows import Line, change_rows, lines_after, read_rows
from app.verification.material_check.registers.schema import Register
from app.verification.material_check.registers.tables import read_table
from app.verification.notes import NoteChanges
from app.workspace.opening import Workspace

#: Under which setting the chosen columns are kept, by register and heading.
_KEY = "register_headings"
#: So many headings are remembered of one register.
_MOST_HEADINGS = 200


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table that is to be taken in, and how it is read."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    matching: Matching


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken in: new rows, lines with sums, and what takes it back."""

    added: int
    totals: int
    back: NoteChanges[Line]


def read_file(workspace: Workspace, register: Register, path: Path) -> TableFile:
    """Read a file and propose how it is read, as people chose before.

    Raises:
        TableUnreadable, SecretWords: see ``read_table``.
    """
    with workspace.database.reading() as session:
        remembered = headings_of(session, register)
    rows = read_table(path)
    matching = match(register, rows, remembered)
    return TableFile(path.name, tuple(tuple(row) for row in rows), matching)


def headings_of(session: Session, register: Register) -> Mapping[str, str]:
    """What people chose for headings of this register."""
    kept = load_choice(session, _KEY)
    found = kept.get(register.id) if isinstance(kept, dict) else None
    if not isinstance(found, dict):
        return {}
    return {str(heading): str(column) for heading, column in found.items()}


def remember(workspace: Workspace, register: Register, matching: Matching) -> None:
    """Remember the columns of a matching, if they differ from what would be proposed."""
    if not matching.headings or match(register, [matching.headings]).columns == matching.columns:
        return
    with workspace.database.writing() as work:
        kept = load_choice(work.session, _KEY)
        everything = dict(kept) if isinstance(kept, dict) else {}
        before = everything.get(register.id)
        headings = {**(before if isinstance(before, dict) else {}), **chosen(matching)}
        if headings == before:
            return
        everything[register.id] = dict(list(headings.items())[-_MOST_HEADINGS:])
        save_choice(work, _KEY, everything)
        work.record("settings.changed", "settings", fields=[_KEY])
        work.commit()


def import_rows(workspace: Workspace, register: Register, unit: str, table: TableFile) -> Imported:
    """Take the rows of a table in, behind those that are there.

    Raises:
        TableUnreadable: nothing in it goes into a column of the register.
        RegisterNotKept, UnitUnknown, CellTooLong, TooManyNotes: see ``change_rows``.
    """
    taken = take(table.rows, table.matching)
    if not taken.rows:
        raise TableUnreadable(table.name, "没有一列对得上台账的列")
    remember(workspace, register, table.matching)
    unit_id = workspace.registry().unit(unit).id
    with workspace.database.reading() as session:
        there = read_rows(session, register.id, unit_id)
    lines = lines_after(register, there, taken.rows)
    back = change_rows(workspace, register, unit, NoteChanges(added=lines))
    return Imported(len(lines), taken.totals, back)
