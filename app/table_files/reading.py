"""Files with lists, read: what they hold as lines of cells, each with its number."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from pathlib import Path

from app.filetypes import decode
from app.plain_files import NotPlain, read_plain
from app.table_files.errors import TableUnreadable
from app.workbooks.errors import TABLE_TROUBLE, is_too_deep

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MB = 1 << 20
#: A workbook of more parts than this is no list.
_MOST_PARTS = 2_000
#: What Excel writes for itself above the lines.
_STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
#: So many lines tell what stands between the cells.
_TOP_LINES = 10
#: A longer cell is a whole text in quotes that never end.
_LONGEST = 131_072
#: Beyond this a number of a table is no longer exact.
_EXACT = 1e15


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read.

    Attributes:
        rows: so many lines of a sheet; those beyond are left out.
        columns: so many cells of a line; those beyond are left out.
        file_bytes: a larger file is refused.
        inside_bytes: a workbook that unpacks to more is refused; no part gives more than it states.
    """

    rows: int
    columns: int = 120
    file_bytes: int = 8 * _MB
    inside_bytes: int = 64 * _MB


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something; ``number`` counts from 1, empty lines and headings included."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was read; ``text`` is None for a workbook."""

    name: str
    text: str | None
    _data: bytes
    _limits: Limits

    def sheets(self) -> Iterator[tuple[Line, ...]]:
        """The lines of each visible sheet, of a text file those of its one.

        Raises:
            TableUnreadable: it is damaged, or would unpack to too much.
        """
        if self.text is None:
            yield from _workbook_sheets(self.name, self._data, self._limits)
        else:
            yield _tidied(text_lines(self.text, self.name), self._limits)


def read_list_file(path: Path, limits: Limits) -> ListFile:
    """Read a workbook (.xlsx), or a text in UTF-8, GB18030 or UTF-16.

    Raises:
        TableUnreadable: it cannot be read, is too large, or is something else.
    """
    try:
        data = read_plain(path, limits.file_bytes + 1)
    except NotPlain as error:
        raise TableUnreadable(path.name, "不是普通的文件") from error
    except OSError as error:
        raise TableUnreadable(path.name, error.strerror or str(error)) from error
    if len(data) > limits.file_bytes:
        raise TableUnreadable(path.name, f"文件超过 {limits.file_bytes // _MB} MB")
    if data.startswith(_OLE):
        raise TableUnreadable(path.name, "是旧版表格或设了密码，请另存为不加密的 xlsx")
    if data.startswith(_ZIP):
        return ListFile(path.name, None, data, limits)
    decoded = decode(data)
    if decoded is None:
        raise TableUnreadable(path.name, "不是 xlsx 表格，也不是文本")
    return ListFile(path.name, decoded.text.lstrip("\ufeff"), data, limits)


def text_lines(text: str, name: str = "文本") -> Iterator[tuple[int, list[str]]]:
    """The lines of a text with columns, each with the number of the line where it begins.

    Columns are parted by tabs, as Excel and WPS copy cells; without any by commas or semicolons.

    Raises:
        TableUnreadable: a cell is too long, as after a quote that is never closed.
    """
    text = text.lstrip("\ufeff")
    stated = _STATED.match(text)
    before = 1 if stated else 0
    rest = text[stated.end() :] if stated else text
    top = "\n".join(rest.splitlines()[:_TOP_LINES])
    delimiter = stated[1] if stated else "\t" if "\t" in top else max(",;", key=top.count)
    return _split(rest, delimiter, name, before)


def copied_lines(text: str) -> Iterator[list[str]]:
    """Cells as they were copied: parted by tabs alone, and empty lines are lines too.

    Raises:
        TableUnreadable: see ``text_lines``.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return (cells for _, cells in _split(text, "\t", "文本", 0))


def _split(text: str, delimiter: str, name: str, before: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = before + 1
    try:
        for cells in reader:
            if any(len(cell) > _LONGEST for cell in cells):
                raise csv.Error("field larger than field limit")
            yield begins, cells
            begins = before + reader.line_num + 1
    except csv.Error as error:
        detail = f"第 {begins} 行不是规范的 CSV：有一格太长，或引号不成对"
        raise TableUnreadable(name, detail) from error


def _workbook_sheets(name: str, data: bytes, limits: Limits) -> Iterator[tuple[Line, ...]]:
    # Costs a second to load, and most lists are pasted or texts.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > limits.inside_bytes:
            raise TableUnreadable(name, "展开后过大，不像是清单")
        with _silent():
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            with _silent():
                rows = sheet.iter_rows(max_col=limits.columns, values_only=True)
                lines = _tidied(enumerate(rows, 1), limits)
            yield lines
    except (InvalidFileException, zipfile.BadZipFile, *TABLE_TROUBLE) as error:
        told = "表格内部层数过多" if is_too_deep(error) else "表格已损坏，或不是 xlsx"
        raise TableUnreadable(name, told) from error


@contextmanager
def _silent() -> Iterator[None]:
    """Without warnings: openpyxl tells of styles and validations that it drops."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _tidied(rows: Iterable[tuple[int, Sequence[object]]], limits: Limits) -> tuple[Line, ...]:
    # Formatted empty lines are passed over, but not without end.
    looked_at = islice(rows, 4 * limits.rows)
    found = (Line(n, tuple(_words(cell) for cell in row[: limits.columns])) for n, row in looked_at)
    return tuple(islice((line for line in found if any(line.cells)), limits.rows))


def _words(value: object) -> str:
    """A cell's content as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        # A day in a workbook is midnight; what was looked up also has its hour and minute.
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else f"{value:%Y-%m-%d %H:%M}"
    # Numbers of telephones and documents that the table took for numbers.
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return str(value).strip()
