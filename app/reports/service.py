"""Making papers from a workspace, for the command line and the window."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from app.destination import Destination
from app.errors import FolderNotWritable, TargetExists
from app.framework.keys import PointKey
from app.jobs import JobContext
from app.paths import extended
from app.replacing import replace_with
from app.reports.case_rows import chosen_draw
from app.reports.certificates.files import built_in_kinds
from app.reports.certificates.papers import certificate_paper
from app.reports.certificates.schema import NAMES
from app.reports.draft import HEAD_NAMES, NotNeeded
from app.reports.errors import ReportNotForUnit
from app.reports.example import offered
from app.reports.papers import PAPERS, Paper, PaperScope, find_paper
from app.reports.reading import read_report_rows
from app.reports.rows import ReportRows
from app.reports.templates import built_in, own_name
from app.reports.writing import PapersReport, folder_name, folder_of, write_papers
from app.settings import WorkspaceSettings
from app.workspace.access import demand_office, demand_own, is_office
from app.workspace.opening import Workspace

#: Where papers go if nobody says otherwise, inside the workspace's exports.
FOLDER = "文书"
GUIDE = "模板说明.txt"


_GUIDE = """文书模板说明

1. 本文件夹里的 .docx、.xlsx 是各文书的模板，可以用 Word、WPS 打开修改：字体、字号、行距、页边距、
   固定的文字、表格的列都可以改。软件生成文书时，先用这里的模板；没有的，用自带的。
2. 双花括号里的是占位符，生成时换成实际内容，例如 {{单位}}。占位符可以移动、删除，不能改写名称。
3. 带点的占位符是表格的一列，例如 {{任务.指标}}。含有这种占位符的表格行（或连续的几段）按数据
   逐行重复；同一行里不能混用两个表。
4. 一段里的占位符都没有内容时，这一段不印。
5. 样式“发文机关标志”的段落自动压缩到一行。
6. 改坏了不要紧：把该模板移出本文件夹，就用自带的模板。"""


def make_papers(
    workspace: Workspace,
    settings: WorkspaceSettings,
    paper: Paper,
    units: Sequence[str],
    job: JobContext,
    *,
    target: Path | None = None,
    today: date | None = None,
    reply_by: date | None = None,
    indicators: Sequence[str] = (),
    points: Sequence[PointKey] = (),
    case_draw: str = "",
    overwrite: bool = False,
) -> PapersReport:
    """Write a paper for the units named; for none named, see ``wanted_units``.

    ``indicators`` limit a paper about single tasks to some of them; ``points`` are those that
    certificates are wanted for, whether their wording asks for them or not. ``case_draw`` is the
    ``round_id`` of the draw that a paper of case reviews is about; "" for the latest.

    Raises:
        UnitUnknown, IndicatorUnknown: there is none of this name.
        ReportNotForUnit: the paper speaks of the whole county.
        OfficeOnly: the workspace is a unit's and does not know enough for this paper.
        UnitOnly: a unit's workspace was asked for another unit's paper.
        TargetExists, TemplateInvalid, FolderNotWritable, TargetInUse: see ``write_papers``.
        Cancelled: somebody pressed cancel.
    """
    if paper.office_only:
        demand_office(workspace)
    named = wanted_units(workspace, paper, units)
    wanted = target or workspace.layout.exports / FOLDER
    place = workspace.destination(folder_of(paper, named, wanted))
    job.check_cancelled()
    codes = frozenset(workspace.facts.framework.indicator(one).code for one in indicators)
    rows = dated(read_report_rows(workspace, settings), today, reply_by)
    rows = replace(
        rows,
        only=codes,
        points=frozenset(points),
        case_reviews=chosen_draw(rows.case_reviews, case_draw),
    )
    if target is None and len(named) > 1:
        wanted /= folder_name(paper, rows)
        place = replace(place, folder=wanted)
    templates = workspace.layout.templates
    attached = find_paper(paper.attached) if paper.attached else None
    return write_papers(
        paper, rows, named, templates, wanted, place, job, overwrite=overwrite, attached=attached
    )


def wanted_units(
    workspace: Workspace, paper: Paper, units: Sequence[str]
) -> tuple[str | None, ...]:
    """The units to write the paper for; None is the county.

    Without names a unit's workspace means its own unit; the office means the county, or every
    unit where the paper is for single ones.
    """
    registry = workspace.registry()
    if units:
        if paper.scope is PaperScope.COUNTY:
            raise ReportNotForUnit(paper.title)
        found = [registry.unit(name) for name in units]
        if not is_office(workspace):
            for unit in found:
                demand_own(workspace, unit.id)
        return tuple(dict.fromkeys(u.name for u in found))
    if paper.scope is PaperScope.COUNTY:
        return (None,)
    if not is_office(workspace):
        return (workspace.facts.unit_name,)
    if paper.scope is PaperScope.EITHER:
        return (None,)
    return tuple(u.name for u in registry.units)


def needed_by(
    workspace: Workspace,
    settings: WorkspaceSettings,
    paper: Paper,
    points: Sequence[PointKey] = (),
) -> tuple[str, ...]:
    """The units that this paper has something to say to; for papers about single units."""
    rows = replace(read_report_rows(workspace, settings), points=frozenset(points))
    units = (unit.name for unit in workspace.registry().units)
    return tuple(unit for unit in units if not isinstance(paper.write(rows, unit), NotNeeded))


def dated(rows: ReportRows, today: date | None, reply_by: date | None) -> ReportRows:
    """The rows under another date, or with a date to answer by."""
    head = replace(rows.head, today=today or rows.head.today, reply_by=reply_by)
    return replace(rows, head=head)


def lay_out_templates(folder: Path) -> tuple[Path, ...]:
    """Put the built-in templates into a folder, for a county to change, with a guide.

    Raises:
        TargetExists: one of them is there; nothing was written.
        FolderNotWritable: nothing can be written there; nothing is left.
    """
    place = Destination.remember(folder)
    kinds = [certificate_paper(kind) for kind in built_in_kinds()]
    wanted = {folder / own_name(paper): built_in(paper) for paper in (*PAPERS, *kinds)}
    wanted[folder / GUIDE] = guide().encode("utf-8-sig")
    for path in wanted:
        if extended(path).exists():
            raise TargetExists(path)
    place.make()
    written: list[Path] = []
    try:
        for path, content in wanted.items():
            replace_with(path, partial(_write, content))
            written.append(path)
        place.settle(written)
    except OSError as error:
        _take_back(written)
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(wanted)


def _write(content: bytes, part: Path) -> None:
    part.write_bytes(content)


def _take_back(files: Sequence[Path]) -> None:
    for file in files:
        with suppress(OSError):  # the disk is gone, and the files with it
            extended(file).unlink()


def guide() -> str:
    """How templates are written, and what each paper offers."""
    lines = [_GUIDE, "", "各文书都有："]
    lines += [f"  {{{{{name}}}}}　{meaning}" for name, meaning in HEAD_NAMES.items()]
    for paper in PAPERS:
        names = offered(paper)
        lines += ["", f"{own_name(paper)}（{paper.use}）"]
        lines += [f"  {'  '.join(f'{{{{{name}}}}}' for name in row)}" for row in names]
    titles = "、".join(f"{kind.title}.docx" for kind in built_in_kinds())
    lines += ["", f"{titles}，以及县里自己加的证明（一种一个模板，没有模板的用自带的版式）"]
    lines += ["  {{主送}}  {{正文}}  {{落款}}"]
    lines += [f"  {{{{{name}}}}}　{meaning}" for name, meaning in NAMES.items()]
    return "\r\n".join(lines) + "\r\n"
