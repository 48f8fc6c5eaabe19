"""What is wrong with the rows of a register, and of which year each is. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.verification.material_check.registers.cells import Fault, FaultKind, settled
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import Condition, Register

#: The cells of a row by the ids of their columns; empty ones are left out.
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A row as it was judged. One with faults (待改) counts in no rate; ``year`` 0: none."""

    cells: Cells
    faults: tuple[Fault, ...]
    year: int


def tidy(register: Register, cells: Cells) -> dict[str, str]:
    """The cells in the form in which they are kept; what has no column here stays as it is."""
    found: dict[str, str] = {}
    for id_, text in cells.items():
        column = register.column(id_)
        value = settled(column, text)[0] if column is not None else text
        if column is not None and column.masked:
            value = masked(column.type, value)
        if value:
            found[id_] = value
    return found


def judge(register: Register, rows: Sequence[Cells]) -> tuple[Judged, ...]:
    """Each row with its faults, in their order."""
    judged = [judge_row(register, cells) for cells in rows]
    return with_repeats(judged, repeated(register, [row.cells for row in judged]))


def judge_row(register: Register, cells: Cells) -> Judged:
    """A row by itself, whatever others say; its cells in the form in which they are kept."""
    found = dict(cells)
    wrong: dict[str, FaultKind] = {}
    for column in register.columns:
        text = cells.get(column.id, "")
        if not text:
            continue
        value, kind = settled(column, text)
        if kind is not None:
            wrong[column.id] = kind
        if value:
            found[column.id] = value
        else:
            del found[column.id]
    faults = tuple(_faults(register, found, wrong))
    return Judged(found, faults, 0 if register.year in wrong else year_of(register, found))


def with_repeats(
    rows: Sequence[Judged], repeats: Mapping[int, Sequence[Fault]]
) -> tuple[Judged, ...]:
    """The rows with the faults that lie in what other rows say."""
    return tuple(
        replace(row, faults=(*row.faults, *repeats[number])) if number in repeats else row
        for number, row in enumerate(rows)
    )


def repeated(register: Register, rows: Sequence[Cells]) -> dict[int, list[Fault]]:
    """The cells that say what an earlier row says too, by the number of the row from 0."""
    found: dict[int, list[Fault]] = {}
    for column in register.columns:
        if not column.unique:
            continue
        first: dict[str, int] = {}
        for number, cells in enumerate(rows):
            value = cells.get(column.id, "")
            earlier = first.setdefault(value, number) if value else number
            if earlier != number:
                fault = Fault(FaultKind.TWICE, column.id, str(earlier + 1))
                found.setdefault(number, []).append(fault)
    return found


def year_of(register: Register, cells: Cells) -> int:
    """The year of a row without faults; 0 if it says none."""
    text = cells.get(register.year or "", "")[:4]
    return int(text) if text.isascii() and text.isdigit() else 0


def holds(condition: Condition, cells: Cells) -> bool:
    """True if a row without faults keeps to a condition."""
    value = cells.get(condition.column, "")
    if condition.equals is not None:
        return value == condition.equals
    if condition.among is not None:
        return value in condition.among
    if condition.other_than is not None:
        return bool(value) and value not in condition.other_than
    if condition.not_after is not None:
        return "" < value <= cells.get(condition.not_after, "")
    return bool(value) is condition.filled


def hold(conditions: Sequence[Condition], cells: Cells) -> bool:
    """True if a row keeps to all of them."""
    return all(holds(condition, cells) for condition in conditions)


def _faults(register: Register, cells: Cells, wrong: Mapping[str, FaultKind]) -> Iterator[Fault]:
    for column in register.columns:
        if column.id in wrong:
            yield Fault(wrong[column.id], column.id)
        elif not cells.get(column.id):
            when = column.needed_when
            if column.needed or (when is not None and holds(when, cells)):
                yield Fault(FaultKind.EMPTY, column.id)
    for order in register.orders:
        before = ""
        for id_ in order.columns:
            if id_ in wrong or not cells.get(id_):
                continue
            if before and cells[id_] < cells[before]:
                yield Fault(FaultKind.TOO_EARLY, id_, before)
            before = id_
