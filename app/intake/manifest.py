"""Taking files in by a list (CSV): where each file is, where it belongs, what it is called."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import JuanzongError
from app.filetypes import decode
from app.framework.lookup import fold_name
from app.intake.assignments import Assignment
from app.intake.attach import assign
from app.intake.errors import ManifestCellInvalid, ManifestUnreadable
from app.intake.inspection import inspect
from app.intake.pipeline import Ordered, run
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.requests import Description, Target, normalised, resolve
from app.intake.stamps import today_of
from app.isolation import Workers
from app.jobs import JobContext
from app.workspace.opening import Workspace

#: The columns, and what people call them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "path": ("文件", "路径", "文件路径", "文件名", "材料路径", "file"),
    "indicator": ("指标", "指标编号", "指标号", "指标序号"),
    "method": ("核验方式", "方式", "核验方法"),
    "unit": ("责任单位", "单位", "填报单位"),
    "point": ("材料要点", "要点", "要点序号", "要点编号"),
    "title": ("题名", "标题", "材料名称", "名称"),
    "doc_number": ("文号", "发文字号"),
    "issuer": ("责任者", "发文机关", "发文单位"),
    "date": ("日期", "成文日期", "发文日期"),
}
_REQUIRED = ("path", "indicator", "method")
_LARGEST = 32 << 20


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One line of a list, as it was written; ``line`` counts from 1, the heading included."""

    line: int
    cells: Mapping[str, str]

    def optional(self, column: str) -> str | None:
        """A cell's content; None if it is empty, which leaves the field to guess."""
        return self.cells.get(column) or None


def read_manifest(path: Path) -> tuple[ManifestRow, ...]:
    """Read a list in UTF-8, GB18030 or UTF-16, divided by commas, semicolons or tabs.

    Raises:
        ManifestUnreadable: it cannot be read, is no text, or lacks a column that must be there.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ManifestUnreadable(path, error.strerror or str(error)) from error
    decoded = decode(data) if len(data) <= _LARGEST else None
    if decoded is None:
        raise ManifestUnreadable(path, "不是文本文件，或超过 32 MB")
    return tuple(_rows(path, decoded.text.lstrip("\ufeff")))


def _rows(path: Path, text: str) -> Iterator[ManifestRow]:
    heading = text.partition("\n")[0]
    delimiter = max(",\t;", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [_column(cell) for cell in next(reader, [])]
        missing = [COLUMNS[name][0] for name in _REQUIRED if name not in columns]
        if missing:
            raise ManifestUnreadable(path, f"第一行缺少这些列：{'、'.join(missing)}")
        before = reader.line_num
        for cells in reader:
            line, before = before + 1, reader.line_num
            named = {
                column: cell.strip()
                for column, cell in zip(columns, cells, strict=False)
                if column is not None
            }
            if any(named.values()):
                yield ManifestRow(line, named)
    except csv.Error as error:
        detail = f"第 {reader.line_num} 行不是规范的 CSV"
        raise ManifestUnreadable(path, detail) from error


def _column(heading: str) -> str | None:
    folded = fold_name(heading).lower()
    for column, names in COLUMNS.items():
        if folded == column or folded.replace("-", "_") == column or folded in names:
            return column
    return None


def attach_manifest(
    workspace: Workspace,
    workers: Workers,
    manifest: Path,
    job: JobContext,
    *,
    again: bool = False,
) -> AttachReport:
    """Take in what a list names; a bad line is reported with its number, the others go in.

    Paths are relative to the list's own folder. What lies at its place already, as after a list
    was mended, is not added once more unless it is wanted ``again``.

    Raises:
        ManifestUnreadable: the list as a whole cannot be used; nothing was taken in.
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: somebody pressed cancel; what was entered before stays.
    """
    workers.warm_up(inspect)  # while the list is read
    manifest = manifest.absolute()
    assignments: list[Assignment] = []
    outcomes: list[Ordered] = []
    registry, facts, today = workspace.registry(), workspace.facts, today_of(workspace)
    for row in read_manifest(manifest):
        try:
            source = _path_of(row, manifest)
            target = _target_of(row)
            place = resolve(target, facts.framework, registry, facts.unit_name)
            stated = normalised(_description_of(row), today)
        except JuanzongError as error:
            name = row.cells.get("path", "")
            failed = AttachState.FAILED
            outcome = AttachOutcome(name, manifest, failed, error=error, line=row.line)
            outcomes.append(((row.line,), outcome))
            continue
        found, others = assign([source], place, stated, turn=row.line, line=row.line)
        assignments += found
        outcomes += others
    return run(workspace, workers, assignments, outcomes, job, again=again)


def _path_of(row: ManifestRow, manifest: Path) -> Path:
    written = row.cells.get("path", "")
    if not written:
        raise ManifestCellInvalid("文件", written)
    path = manifest.parent / written
    # Lists are often written on Windows and used elsewhere.
    return path if path.exists() else manifest.parent / written.replace("\\", "/")


def _target_of(row: ManifestRow) -> Target:
    written = row.optional("point")
    if written is not None and not written.isdecimal():
        raise ManifestCellInvalid("材料要点", written)
    return Target(
        row.cells.get("indicator", ""),
        row.cells.get("method", ""),
        row.optional("unit"),
        int(written) if written is not None else None,
    )


def _description_of(row: ManifestRow) -> Description:
    return Description(
        row.optional("title"),
        row.optional("doc_number"),
        row.optional("issuer"),
        row.optional("date"),
    )
