"""Which column of a list is which, by the names that people give them. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.framework.lookup import fold_name

#: A table made in Excel has its title, and perhaps notes, above the heading.
HEADING_WITHIN = 10
#: What people call a column, by its id.
Names = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a list.

    Attributes:
        columns: the id of each column; "" for one that no name fits.
        below: the place of the first row below it, from 0.
        missing: the ids that are needed and not there; then there is no heading.
    """

    columns: tuple[str, ...] = ()
    below: int = 0
    missing: tuple[str, ...] = ()

    def named(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row that hold something, by column; of columns named twice the first."""
        named: dict[str, str] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column and cell.strip():
                named.setdefault(column, cell.strip())
        return named


def find_heading(rows: Iterable[Sequence[str]], names: Names, needed: Sequence[str]) -> Heading:
    """The first of the first rows that names all columns that are needed.

    Where there is none, ``missing`` are those that the nearest row lacks.
    """
    nearest = tuple(needed)
    for place, row in zip(range(HEADING_WITHIN), rows, strict=False):
        columns = tuple(_column(cell, names) for cell in row)
        missing = tuple(column for column in needed if column not in columns)
        if not missing:
            return Heading(columns, place + 1)
        nearest = min(nearest, missing, key=len)
    return Heading(missing=nearest)


def _column(heading: str, names: Names) -> str:
    folded = fold_name(heading).lower().strip("*：:")
    for column, known in names.items():
        if folded in known or folded.replace("-", "_") == column:
            return column
    return ""
