"""Which column of a table goes into which column of a register. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.verification.material_check.registers.cells import as_typed
from app.verification.material_check.registers.schema import Column, Register

#: Titles and notes stand above a heading.
_HEADING_WITHIN = 10
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
#: Columns that tell nothing of a row; the last one is of exported registers.
_NUMBERING = frozenset({"序号", "序", "no", "行号", "待改"})
_TOTALS = re.compile(r"^(合\s*计|总\s*计|小\s*计|共\s*计)[:：]?$")


@dataclass(frozen=True, slots=True)
class Matching:
    """How a table is read.

    Attributes:
        heading: the number of the line with the headings, from 0; -1 if there is none.
        headings: what stands there, a text for each column of the table.
        columns: the id of the register's column for each of them; "" for none.
    """

    heading: int
    headings: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings of what goes nowhere, but for numbers of lines."""
        pairs = zip(self.headings, self.columns, strict=True)
        return tuple(h for h, column in pairs if h and not column and _folded(h) not in _NUMBERING)


@dataclass(frozen=True, slots=True)
class Taken:
    """The rows of a table as cells of a register; ``totals`` lines were sums and no rows."""

    rows: tuple[Mapping[str, str], ...]
    totals: int = 0


def match(
    register: Register,
    rows: Sequence[Sequence[str]],
    remembered: Mapping[str, str] | None = None,
    first: int = 0,
) -> Matching:
    """Propose how a table is read: by its headings, else column by column.

    Args:
        register: where it goes.
        rows: the table.
        remembered: what people chose before, the id of a column ("" for none) by heading.
        first: the register's column, from 0, that the first one goes to where there is no heading.
    """
    names = _names(register, remembered or {})
    wide = max((len(row) for row in rows), default=0)
    for number, row in enumerate(rows[:_HEADING_WITHIN]):
        found = [_column_of(names, cell) for cell in row]
        known = len({column for column in found if column})
        filled = sum(bool(as_typed(cell)) for cell in row)
        if known and 2 * known >= filled and (known > 1 or wide == 1):
            headings = [as_typed(cell) for cell in row] + [""] * (wide - len(row))
            columns = found + [""] * (wide - len(row))
            return Matching(number, tuple(headings), _each_once(columns))
    ids = [column.id for column in register.columns[first:]]
    numbered = int(1 < wide > len(ids) and first == 0 and _is_numbering(rows))
    columns = ([""] * numbered + ids + [""] * wide)[:wide]
    return Matching(-1, ("",) * wide, tuple(columns))


def take(rows: Sequence[Sequence[str]], matching: Matching) -> Taken:
    """The rows below the heading; empty ones are passed over, and lines with sums are counted."""
    found: list[Mapping[str, str]] = []
    totals = 0
    for row in rows[matching.heading + 1 :]:
        filled = [text for cell in row if (text := as_typed(cell))]
        if filled and _TOTALS.match(filled[0]):
            totals += 1
            continue
        cells = {
            column: text
            for column, cell in zip(matching.columns, row, strict=False)
            if column and (text := as_typed(cell))
        }
        if cells:
            found.append(cells)
    return Taken(tuple(found), totals)


def chosen(matching: Matching) -> dict[str, str]:
    """What is remembered of a matching, by heading."""
    pairs = zip(matching.headings, matching.columns, strict=True)
    return {heading: column for heading, column in pairs if heading}


def _names(register: Register, remembered: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in register.columns:
        for name in (column.name, *column.also):
            found.setdefault(_folded(name), column.id)
            found.setdefault(_folded(_IN_BRACKETS.sub("", name)), column.id)
    # The names of columns come before what is another's as well.
    found |= {_folded(column.name): column.id for column in register.columns}
    ids = {column.id for column in register.columns} | {""}
    found |= {_folded(h): column for h, column in remembered.items() if column in ids}
    found.pop("", None)
    return found


def _column_of(names: Mapping[str, str], heading: str) -> str:
    """The column of a heading, also by what stands before brackets: 罚款金额（万元）."""
    folded = _folded(heading)
    return names.get(folded) or names.get(_IN_BRACKETS.sub("", folded), "")


def _folded(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    return plain.strip("*：:")


def _each_once(columns: Sequence[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    found = []
    for column in columns:
        found.append("" if column in seen else column)
        seen.add(column)
    return tuple(found)


def _is_numbering(rows: Sequence[Sequence[str]]) -> bool:
    """True if the first column counts the lines."""
    numbers = [as_typed(row[0]) for row in rows if row]
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]


def column_named(register: Register, words: str) -> Column | None:
    """The column of this heading or id."""
    id_ = _column_of(_names(register, {}), words) or words
    return register.column(id_)
