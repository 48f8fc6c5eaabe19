"""The rows of a list of files, from CSV or Excel, whatever people call its columns."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from app.filetypes import decode
from app.framework.lookup import fold_name
from app.intake.errors import ManifestUnreadable
from app.workbooks.errors import TABLE_TROUBLE, is_too_deep

#: The columns, and what people call them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "path": ("文件", "路径", "文件路径", "文件名", "文件名称", "材料路径", "材料文件", "file"),
    "indicator": ("指标", "指标编号", "指标号", "指标序号"),
    "method": ("核验方式", "方式", "核验方法", "核验任务", "任务"),
    "unit": ("责任单位", "单位", "填报单位"),
    "point": ("材料要点", "要点", "要点序号", "要点编号"),
    "title": ("题名", "标题", "材料名称", "名称"),
    "doc_number": ("文号", "发文字号"),
    "issuer": ("责任者", "发文机关", "发文单位"),
    "date": ("日期", "成文日期", "发文日期"),
}
_REQUIRED = ("path", "indicator", "method")
_LARGEST = 32 << 20
#: A table made in Excel has its title, and perhaps notes, above the heading.
_ABOVE_HEADING = 10
#: What a list may unpack to, in bytes, and how many parts it may have. It is read in the program
#: itself, and no part gives more than it states.
_LARGEST_INSIDE, _MOST_PARTS = 64 << 20, 2_000
_MOST_ROWS = 50_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One line of a list, as it was written; ``line`` counts from 1, the heading included."""

    line: int
    cells: Mapping[str, str]

    def optional(self, column: str) -> str | None:
        """A cell's content; None if it is empty, which leaves the field to guess."""
        return self.cells.get(column) or None


def read_manifest(path: Path) -> tuple[ManifestRow, ...]:
    """Read a list in CSV (UTF-8, GB18030 or UTF-16; commas, semicolons or tabs) or Excel (.xlsx).

    Raises:
        ManifestUnreadable: it cannot be read, is no list, or lacks a column that must be there.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ManifestUnreadable(path, error.strerror or str(error)) from error
    if len(data) > _LARGEST:
        raise ManifestUnreadable(path, "超过 32 MB")
    if data.startswith(_OLE):
        raise ManifestUnreadable(path, "是旧版 Excel 格式，请另存为 .xlsx 或 CSV")
    if data.startswith(_ZIP):
        return _from_workbook(path, data)
    decoded = decode(data)
    if decoded is None:
        raise ManifestUnreadable(path, "不是文本文件，也不是 Excel 工作簿")
    return tuple(_named(path, _csv_lines(path, decoded.text.lstrip("\ufeff"))))


def _csv_lines(path: Path, text: str) -> Iterator[tuple[int, Sequence[str]]]:
    stated = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)  # what Excel writes for itself
    top = "\n".join(text.splitlines()[:_ABOVE_HEADING])
    delimiter = stated[1] if stated else max(",\t;", key=top.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        detail = f"第 {reader.line_num} 行不是规范的 CSV"
        raise ManifestUnreadable(path, detail) from error


def _from_workbook(path: Path, data: bytes) -> tuple[ManifestRow, ...]:
    """The rows of the first sheet that has the columns."""
    # Slow to load, and most lists are CSV.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    complaint: ManifestUnreadable | None = None
    try:
        with ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_INSIDE:
            raise ManifestUnreadable(path, "展开后过大，不像是清单")
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            rows = islice(sheet.iter_rows(values_only=True), _MOST_ROWS)
            lines = ((n, [_words(value) for value in row]) for n, row in enumerate(rows, 1))
            try:
                return tuple(_named(path, lines))
            except ManifestUnreadable as error:
                complaint = complaint or error
    except (BadZipFile, InvalidFileException, *TABLE_TROUBLE) as error:
        told = "表格内部层数过多" if is_too_deep(error) else "不是 Excel 工作簿，或已损坏"
        raise ManifestUnreadable(path, told) from error
    raise complaint or ManifestUnreadable(path, "没有工作表")


def _words(value: object) -> str:
    """A cell's content as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _named(path: Path, lines: Iterable[tuple[int, Sequence[str]]]) -> Iterator[ManifestRow]:
    """The rows below the heading, their cells by column; empty ones are passed over."""
    lines = iter(lines)
    columns = _heading(path, islice(lines, _ABOVE_HEADING))
    for line, cells in lines:
        named = {
            column: cell.strip()
            for column, cell in zip(columns, cells, strict=False)
            if column is not None
        }
        if any(named.values()):
            yield ManifestRow(line, named)


def _heading(path: Path, lines: Iterable[tuple[int, Sequence[str]]]) -> list[str | None]:
    """The columns of the first line that names all that must be there."""
    best: list[str] = list(_REQUIRED)
    for _, cells in lines:
        columns = [_column(cell) for cell in cells]
        missing = [name for name in _REQUIRED if name not in columns]
        if not missing:
            return columns
        best = min(best, missing, key=len)
    names = "、".join(COLUMNS[name][0] for name in best)
    raise ManifestUnreadable(path, f"表头缺少这些列：{names}")


def _column(heading: str) -> str | None:
    folded = fold_name(heading).lower().strip("*：:")
    for column, names in COLUMNS.items():
        if folded == column or folded.replace("-", "_") == column or folded in names:
            return column
    return None
