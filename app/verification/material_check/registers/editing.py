"""A register while it is edited: its rows in the table, and what is to be stored. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.verification.material_check.registers.judging import (
    Cells,
    Judged,
    judge_row,
    repeated,
    with_repeats,
)
from app.verification.material_check.registers.rows import Book, Line
from app.verification.material_check.registers.schema import Register
from app.verification.notes import NoteChanges


@dataclass(frozen=True, slots=True)
class EditRow:
    """A row of the table; ``id`` "": not stored yet. ``judged`` knows nothing of other rows.

    ``mine``: this side entered it, and may change it.
    """

    id: str
    position: int
    mine: bool
    judged: Judged


def opened(book: Book, *, office: bool) -> tuple[EditRow, ...]:
    """The rows of a register as they are stored."""
    return tuple(
        EditRow(row.id, row.position, row.by_office is office, judge_row(book.register, row.cells))
        for row in book.rows
    )


def with_cells(
    register: Register, rows: Sequence[EditRow], changes: Mapping[int, Cells]
) -> tuple[EditRow, ...]:
    """The rows with other cells, by the number of the row from 0; "" empties a cell.

    Numbers beyond the last row make new ones. Rows of the other side stay as they are.
    """
    found = list(rows)
    last = max((row.position for row in rows), default=0)
    for number in sorted(changes):
        filled = {id_: text for id_, text in changes[number].items() if text.strip()}
        if number < len(rows):
            row = found[number]
            if row.mine:
                kept = {i: t for i, t in row.judged.cells.items() if i not in changes[number]}
                found[number] = replace(row, judged=judge_row(register, {**kept, **filled}))
        elif filled:
            last += 1
            found.append(EditRow("", last, mine=True, judged=judge_row(register, filled)))
    return tuple(found)


def without(rows: Sequence[EditRow], numbers: Sequence[int]) -> tuple[EditRow, ...]:
    """The rows less those of these numbers that are this side's."""
    gone = set(numbers)
    return tuple(row for n, row in enumerate(rows) if n not in gone or not row.mine)


def judged_rows(register: Register, rows: Sequence[EditRow]) -> tuple[Judged, ...]:
    """The rows with all of their faults."""
    alone = [row.judged for row in rows]
    return with_repeats(alone, repeated(register, [row.cells for row in alone]))


def difference(
    register: Register, before: Sequence[EditRow], after: Sequence[EditRow]
) -> NoteChanges[Line]:
    """What is to be stored, so that the rows of ``before`` become those of ``after``.

    Rows that were emptied are taken back.
    """
    was = {row.id: row for row in before}
    kept = [row for row in after if row.judged.cells]
    ids = {row.id for row in kept}
    return NoteChanges(
        added=[_line(register, row) for row in kept if not row.id],
        altered={
            row.id: _line(register, row)
            for row in kept
            if row.id and row.judged.cells != was[row.id].judged.cells
        },
        withdrawn=[row.id for row in before if row.id not in ids],
    )


def _line(register: Register, row: EditRow) -> Line:
    return Line(register.id, row.position, row.judged.cells)
