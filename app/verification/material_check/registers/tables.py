"""Tables as people have them: a file in xlsx or csv, or cells that were copied."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from app.secrecy.errors import SecretWords
from app.secrecy.typed import bears_mark
from app.table_files.errors import TableUnreadable
from app.table_files.reading import Limits, Line, copied_lines, read_list_file

#: A line of a table as text.
Row = Sequence[str]

#: So many lines are taken in at once, the heading among them.
MOST_LINES = 20_100
_MOST_COLUMNS = 120
_LIMITS = Limits(MOST_LINES + 1, _MOST_COLUMNS, file_bytes=32 << 20, inside_bytes=256 << 20)


def read_table(path: Path) -> list[list[str]]:
    """The lines of a table file; of a workbook those of the first sheet that has at least two.

    Raises:
        TableUnreadable: it cannot be read, is no table, or has more lines than are taken at once.
        SecretWords: it bears a mark of state secrecy; nothing of it was kept.
    """
    rows = [list(line.cells) for line in _first_table(path)]
    demand_plain(rows)
    if len(rows) > MOST_LINES:
        raise TableUnreadable(path.name, f"超过 {MOST_LINES} 行，请分年度导入")
    if not rows:
        raise TableUnreadable(path.name, "里面没有内容")
    return rows


def _first_table(path: Path) -> tuple[Line, ...]:
    best: tuple[Line, ...] = ()
    for lines in read_list_file(path, _LIMITS).sheets():
        if len(lines) > 1:
            return lines
        best = best or lines
    return best


def demand_plain(rows: Iterable[Row]) -> None:
    """Make sure that no cell bears a mark of state secrecy. Raises ``SecretWords``."""
    for row in rows:
        if any(bears_mark(cell) for cell in row):
            raise SecretWords


def split_cells(text: str) -> list[list[str]]:
    """Cells as they were copied: columns by tabs, and nothing else parts them.

    Raises:
        TableUnreadable: a cell is too long, or its quote never ends.
    """
    lines = islice(copied_lines(text), MOST_LINES + 1)
    return [cells[:_MOST_COLUMNS] or [""] for cells in lines]


def joined_cells(rows: Iterable[Row]) -> str:
    """Cells as Excel and WPS paste them."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()
