"""The rows of a list of files, from CSV or Excel, whatever people call its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.table_files.errors import TableUnreadable
from app.table_files.headings import find_heading
from app.table_files.reading import Limits, Line, read_list_file

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
    "address": ("网址", "网页地址", "链接"),
    "site": ("网站名称", "网站"),
    "section": ("栏目", "栏目名称"),
    "published_on": ("发布时间", "发布日期"),
    "looked_up_at": ("检索时间", "检索日期", "截图时间"),
    "looked_up_by": ("检索人", "截图人"),
}
_REQUIRED = ("path", "indicator", "method")
_LIMITS = Limits(rows=50_000, file_bytes=32 << 20)


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One line of a list, as it was written; ``line`` counts from 1, the heading included."""

    line: int
    cells: Mapping[str, str]

    def optional(self, column: str) -> str | None:
        """A cell's content; None if it is empty, which leaves the field to guess."""
        return self.cells.get(column) or None


@dataclass(frozen=True, slots=True)
class ListForm:
    """The columns of a list, what people call them, and those that must be there."""

    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


#: A list of files to be taken in.
MANIFEST = ListForm(COLUMNS, _REQUIRED)


def read_manifest(path: Path, form: ListForm = MANIFEST) -> tuple[ManifestRow, ...]:
    """Read a list in CSV (UTF-8, GB18030 or UTF-16; commas, semicolons or tabs) or Excel (.xlsx).

    Of a workbook it is the first sheet that has the columns.

    Raises:
        TableUnreadable: it cannot be read, is no list, or lacks a column that must be there.
    """
    complaint: TableUnreadable | None = None
    for lines in read_list_file(path, _LIMITS).sheets():
        try:
            return _named(path, lines, form)
        except TableUnreadable as error:
            complaint = complaint or error
    raise complaint or TableUnreadable(path.name, "没有工作表")


def _named(path: Path, lines: tuple[Line, ...], form: ListForm) -> tuple[ManifestRow, ...]:
    """The rows below the heading, their cells by column; empty ones are passed over."""
    heading = find_heading((line.cells for line in lines), form.columns, form.required)
    if heading.missing:
        names = "、".join(form.columns[name][0] for name in heading.missing)
        raise TableUnreadable(path.name, f"表头缺少这些列：{names}")
    rows = (ManifestRow(line.number, heading.named(line.cells)) for line in lines[heading.below :])
    return tuple(row for row in rows if row.cells)
