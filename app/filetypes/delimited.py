"""Tables in text files (CSV): how they are written, and their rows as shown in a spreadsheet."""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

#: In order of preference where two divide a table equally well.
_DELIMITERS = ",\t;|"
_SAMPLE_LINES = 500
_SAMPLE_CHARACTERS = 512 * 1024

#: A table is no table if fewer of its rows than this are equally long.
_ENOUGH = 0.5

#: Excel writes the delimiter in a first line of its own.
_SEPARATOR_LINE = re.compile(r'\ufeff?"?sep=(.)"?\s*', re.IGNORECASE)
#: ="0012" is how a text of digits is kept from becoming a number.
_KEPT_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_NUMBER = re.compile(r"[-+¥\uffe5$]?\d{1,3}(,\d{3})+(\.\d+)?%?")
#: No file holds this; it shows whether a quotation is still open at the end.
_LAST = "\x00end"
_LARGEST_FIELD = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    Attributes:
        delimiter: what stands between two cells.
        quoted: quotation marks hold a cell together; False if they do not pair.
        spaced: a space may stand between the delimiter and the quotation mark.
        told: the first line only names the delimiter.
    """

    delimiter: str
    quoted: bool = True
    spaced: bool = False
    told: bool = False


def dialect_of_file(path: Path, encoding: str) -> Dialect:
    """Find out how the table in a file is written.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        sample = "".join(islice(lines, _SAMPLE_LINES))[:_SAMPLE_CHARACTERS]
    found = dialect_of(sample)
    last = deque(_parsed(_lines(path, encoding), found, end=_LAST), maxlen=1)
    closed = bool(last) and last[0] == [_LAST]
    return found if closed else Dialect(found.delimiter, quoted=False, told=found.told)


def dialect_of(sample: str) -> Dialect:
    """Find out how a table is written, by the beginning of it."""
    head = sample.split("\n", 1)[0]
    told = _SEPARATOR_LINE.fullmatch(head.rstrip("\r"))
    if told:
        return Dialect(told[1], spaced=_is_spaced(sample, told[1]), told=True)
    best, best_fit = Dialect(","), (_ENOUGH, 0.0)
    for delimiter in _DELIMITERS:
        dialect = Dialect(delimiter, spaced=_is_spaced(sample, delimiter))
        fit = _fit(sample, dialect)
        if fit > best_fit:
            best, best_fit = dialect, fit
    return best


def rows_of_file(path: Path, encoding: str, dialect: Dialect) -> Iterator[list[str]]:
    """Yield the rows of a table, each cell as a spreadsheet would show it.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    lines = _lines(path, encoding)
    if dialect.told:
        next(lines, None)
    for row in _parsed(lines, dialect):
        yield [_shown(cell) for cell in row]


def _lines(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        for number, line in enumerate(lines):
            yield (line if number else line.removeprefix("\ufeff")).replace("\0", "")


def _parsed(lines: Iterable[str], dialect: Dialect, end: str = "") -> Iterator[list[str]]:
    # The limit is the module's own; a cell of a whole file is told elsewhere, not an error here.
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(
        chain(lines, ("\n", end)) if end else lines,
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        skipinitialspace=dialect.spaced,
    )
    for row in reader:
        yield row if dialect.quoted else [_unquoted(cell) for cell in row]


def _fit(sample: str, dialect: Dialect) -> tuple[float, float]:
    """How well a dialect divides a table: the share of equally long rows, that of clean cells."""
    rows = [row for row in _parsed(sample.splitlines(keepends=True), dialect) if any(row)]
    if not rows:
        return 0.0, 0.0
    if not sample.endswith("\n") and len(rows) > 1:
        rows.pop()  # cut off by the end of the sample, perhaps
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    if not lengths:
        return 0.0, 0.0
    length, count = lengths.most_common(1)[0]
    cells = [cell for row in rows if len(row) == length for cell in row]
    if any("\t" in cell.strip() for cell in cells):
        return round(count / len(rows) * 20) / 20, -1.0  # no cell holds a tab between words
    clean = sum(_is_clean(cell.strip(), dialect.delimiter) for cell in cells)
    # A word or two more or less says nothing; steps keep the better-known delimiter in front.
    return round(count / len(rows) * 20) / 20, round(clean / len(cells) * 10) / 10


def _is_clean(cell: str, delimiter: str) -> bool:
    """A cell with another delimiter or a stray quotation mark in it was hardly meant as one."""
    if _NUMBER.fullmatch(cell) or _KEPT_TEXT.fullmatch(cell):
        return True
    return not any(mark in cell for mark in _DELIMITERS + '"' if mark != delimiter)


def _is_spaced(sample: str, delimiter: str) -> bool:
    return f'{delimiter} "' in sample


def _unquoted(cell: str) -> str:
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if whole else cell


def _shown(cell: str) -> str:
    cell = cell.strip("\t")  # a tab at the end keeps digits from becoming a number
    kept = _KEPT_TEXT.fullmatch(cell)
    return kept[1].replace('""', '"') if kept else cell
