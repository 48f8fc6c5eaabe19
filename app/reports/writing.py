"""Writing papers into files: first beside their place, then put there."""

import io
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.destination import Destination
from app.errors import FolderNotWritable, TargetExists, TargetInUse
from app.jobs import JobContext, Progress
from app.paths import extended, legal_name
from app.replacing import part_of
from app.reports.draft import Draft, NotNeeded
from app.reports.papers import FORMAT_SUFFIXES, Paper, PaperFormat
from app.reports.rows import ReportRows
from app.reports.templates import Template, find_template
from app.sheets.content import SheetContent
from app.stages.schedule import in_words
from app.visible_text import visible

STAGE = "report"
#: How many characters Word allows a property of a file.
_PROPERTY_LIMIT = 255
_NAME = 60


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper on the disk; ``notes`` tell what it leaves out or leaves open.

    ``attached`` is the paper that goes with it, ``printed`` the same as a PDF.
    """

    unit: str | None
    path: Path
    notes: tuple[str, ...]
    attached: Path | None = None
    printed: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paper's own file, and those of what goes with it."""
        beside = (self.attached, self.printed)
        return (self.path, *(path for path in beside if path is not None))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What goes with a paper, before it is written."""

    paper: Paper
    template: Template
    path: Path
    draft: Draft


@dataclass(frozen=True, slots=True)
class PapersReport:
    """The account: each unit asked for is among the written ones or the skipped ones."""

    written: tuple[WrittenPaper, ...]
    skipped: tuple[tuple[str | None, str], ...]


def write_papers(
    paper: Paper,
    rows: ReportRows,
    units: Sequence[str | None],
    templates: Path,
    target: Path,
    destination: Destination,
    job: JobContext,
    *,
    overwrite: bool = False,
    attached: Paper | None = None,
) -> PapersReport:
    """Write a paper for each unit, None for the county; beside each the one ``attached`` to it.

    ``target`` is a folder, or the file itself if it has the paper's suffix and one paper is asked
    for; ``destination`` is the folder (see ``folder_of``) as it was when the work began.
    Nothing is written before every draft is made and every name is known to be free.

    Raises:
        TargetExists: a file is there and ``overwrite`` is off.
        TemplateInvalid: the county's own template is at fault.
        FolderNotWritable, TargetInUse: the disk does not take it.
        Cancelled: somebody pressed cancel; papers that were finished stay.
    """
    template = find_template(paper, templates)
    second = find_template(attached, templates) if attached is not None else None
    drafts: list[tuple[str | None, Path, Draft, _Beside | None]] = []
    skipped: list[tuple[str | None, str]] = []
    single = _is_file(paper, units, target)
    place = folder_of(paper, units, target)
    for unit in units:
        job.check_cancelled()
        first = paper.write(rows, unit)
        if isinstance(first, NotNeeded):
            skipped.append((unit, first.reason))
            continue
        made = (first,) if paper.each is None else paper.each(rows, unit)
        for draft in made:
            alone = single and len(made) == 1
            path = target if alone else place / file_name(paper, rows, unit, draft.name)
            beside = None
            if attached is not None and second is not None:
                more = attached.write(rows, unit)
                if isinstance(more, Draft):
                    own = path.parent / _beside_name(attached, paper, rows, unit)
                    beside = _Beside(attached, second, own, more)
            printed = [_printed(path)] if draft.sheet is not None else []
            for wanted in (path, *([beside.path] if beside else []), *printed):
                if not overwrite and extended(wanted).exists():
                    raise TargetExists(wanted)
            drafts.append((unit, path, draft, beside))
    written = []
    for number, (unit, path, draft, beside) in enumerate(drafts):
        job.report(Progress(STAGE, number, len(drafts), path.name))
        job.check_cancelled()
        document = template.fill(draft.filling)
        _describe(document, paper, rows, unit)
        _save(document, path, destination)
        if beside is not None:
            second_document = beside.template.fill(beside.draft.filling)
            _describe(second_document, beside.paper, rows, unit)
            _save(second_document, beside.path, destination)
        printed_path = None
        if draft.sheet is not None:
            printed_path = _printed(path)
            _print(draft.sheet, printed_path, destination)
        attached_path = beside.path if beside is not None else None
        written.append(WrittenPaper(unit, path, draft.notes, attached_path, printed_path))
    if written:  # or the folder was never made
        destination.settle(path for paper in written for path in paper.paths)
    job.report(Progress(STAGE, len(drafts), len(drafts)))
    return PapersReport(tuple(written), tuple(skipped))


def folder_of(paper: Paper, units: Sequence[str | None], target: Path) -> Path:
    """The folder that papers for so many units are written to."""
    return target.parent if _is_file(paper, units, target) else target


def _is_file(paper: Paper, units: Sequence[str | None], target: Path) -> bool:
    return len(units) == 1 and target.suffix.lower() == FORMAT_SUFFIXES[paper.format]


def file_name(paper: Paper, rows: ReportRows, unit: str | None, name: str = "") -> str:
    """What the file of a paper is called: 示例县司法局材料清单（2026年3月1日）.xlsx.

    ``name`` is what it is called instead, before the date.
    """
    owner = unit or rows.head.own_unit or rows.head.county
    day = f"（{in_words(rows.head.today)}）"
    stem = legal_name(f"{name[:_NAME] or f'{owner}{paper.title}'}{day}", _NAME + len(day))
    return f"{stem}{FORMAT_SUFFIXES[paper.format]}"


def _beside_name(attached: Paper, paper: Paper, rows: ReportRows, unit: str | None) -> str:
    """What goes with a paper is named by it, so that two papers' lists may lie in one folder."""
    owner = unit or rows.head.own_unit or rows.head.county
    day = in_words(rows.head.today)
    stem = legal_name(f"{owner}{paper.title}附件 {attached.title}（{day}）", 72)
    return f"{stem}{FORMAT_SUFFIXES[attached.format]}"


def folder_name(paper: Paper, rows: ReportRows) -> str:
    """What the folder of many units' papers is called: 催报通知（2027年5月1日）."""
    return legal_name(f"{paper.title}（{in_words(rows.head.today)}）")


def _describe(document: Any, paper: Paper, rows: ReportRows, unit: str | None) -> None:  # noqa: ANN401
    """Set what the file says about itself; a template's own words must not travel on."""
    word = paper.format is PaperFormat.WORD
    about = document.core_properties if word else document.properties
    author = _property(unit if paper.name == "self-report" and unit else rows.head.issuer)
    now = datetime.combine(rows.head.today, datetime.min.time())
    about.title = _property(f"{unit or rows.head.county}{paper.title}")
    about.subject = about.keywords = ""
    setattr(about, "comments" if word else "description", "")
    setattr(about, "author" if word else "creator", author)
    setattr(about, "last_modified_by" if word else "lastModifiedBy", author)
    about.created = about.modified = now


def _property(text: str) -> str:
    """A text as Word and Excel take it for a property: no control characters, not too long."""
    return visible(text)[:_PROPERTY_LIMIT]


def save_paper(
    document: Any,  # noqa: ANN401 (a Word document)
    title: str,
    author: str,
    day: date,
    path: Path,
    destination: Destination,
) -> None:
    """Write a Word document that says of itself what it is, who made it, and when.

    Raises:
        FolderNotWritable, TargetInUse: the disk does not take it.
    """
    about = document.core_properties
    about.title, about.author = _property(title), _property(author)
    about.subject = about.keywords = about.comments = ""
    about.last_modified_by = _property(author)
    about.created = about.modified = datetime.combine(day, datetime.min.time())
    _save(document, path, destination)


def _printed(path: Path) -> Path:
    return path.with_suffix(".pdf")


def _print(sheet: SheetContent, path: Path, destination: Destination) -> None:
    from app.sheets.rendering import render_sheets

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "pages.pdf"
        render_sheets([sheet], made)
        _put(made.read_bytes(), path, destination)


def _save(
    document: Any,  # noqa: ANN401 (a Word document or a workbook)
    path: Path,
    destination: Destination,
) -> None:
    # A zip that a full disk breaks off would still try to write its end when it is thrown away.
    content = io.BytesIO()
    document.save(content)
    _put(content.getvalue(), path, destination)


def _put(content: bytes, path: Path, destination: Destination) -> None:
    part, made = extended(part_of(path)), not extended(path.parent).exists()
    try:
        destination.make()
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(extended(path))
    except PermissionError as error:
        if extended(path).exists():
            raise TargetInUse(path) from error
        raise FolderNotWritable(path.parent, error.strerror or str(error)) from error
    except OSError as error:
        raise FolderNotWritable(path.parent, error.strerror or str(error)) from error
    finally:
        # Where nothing can be written, nothing can be removed, and nothing is there.
        with suppress(OSError):
            part.unlink(missing_ok=True)
            if made:
                extended(path.parent).rmdir()  # stays if anything is in it
