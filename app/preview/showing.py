"""What is shown of a file: its own pages, its text, or the pages it is converted to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.conversion.model import (
    USUAL,
    BindingChoices,
    Failure,
    Rendition,
    RenditionOrigin,
    Source,
)
from app.conversion.service import ConversionService
from app.errors import OriginalMissing
from app.faults import problem_of_fault
from app.filekind import FileKind, FileType
from app.isolation import Done, Workers
from app.jobs import JobContext, Progress
from app.originals import digest_file
from app.page_setup import AS_THEY_ARE, PageSetup
from app.paths import extended
from app.preview.copies import source_of
from app.preview.drawing import open_pages
from app.preview.model import DRAWN_AS_THEY_ARE, SHOWN_AS_TEXT, Form, PagedFile, Pages
from app.preview.text import TextHead, read_text
from app.problems import Problem, ProblemKind
from app.workspace.opening import Workspace

#: The stage that is reported once it is clear that the file must be converted.
STAGE = "convert"

#: How long opening a file may take at least, and for each of its megabytes.
_BASE_SECONDS, _SECONDS_PER_MEGABYTE = 20.0, 0.5


@dataclass(frozen=True, slots=True)
class NamedOriginal:
    """A stored original, under the name that its item gives it."""

    sha256: str
    kind: FileKind
    name: str
    choices: BindingChoices = USUAL
    pages: PageSetup = AS_THEY_ARE


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A file that is not stored (yet): what waits in the inbox."""

    path: Path
    file_type: FileType
    name: str

    @property
    def kind(self) -> FileKind:
        """What it is."""
        return self.file_type.kind


Subject = NamedOriginal | LooseFile


@dataclass(frozen=True, slots=True)
class ShownPages:
    """Pages to look at; ``notes`` is what the dossier will say of them."""

    pages: Pages
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class NotShown:
    """Nothing can be shown, and why."""

    problem: Problem


Showing = ShownPages | TextHead | NotShown


def prepare(
    workspace: Workspace,
    viewer: Workers,
    conversion: Callable[[], ConversionService],
    subject: Subject,
    job: JobContext,
) -> Showing:
    """Find out how a file is shown, and convert it if it must be.

    PDFs and pictures are drawn as they are, texts are read; all else is shown as the dossier will
    show it, and so is what has its pages set up, and a PDF that only opens once it is mended.
    ``conversion`` is heavy to make, so it is asked for only then.

    Raises:
        FileUnreadable: the operating system does not let the file be read.
        DiskFull: there is no room for what it is converted to.
        Cancelled: somebody turned to another file.
    """
    try:
        source = _source(workspace, subject)
    except OriginalMissing:
        return NotShown(Problem(ProblemKind.ORIGINAL_MISSING))
    if source.size == 0:
        return NotShown(Problem(ProblemKind.EMPTY_FILE))
    kind = source.file_type.kind
    set_up = source.pages.says_something
    if kind in SHOWN_AS_TEXT and not set_up:
        return read_text(source.path)
    form = DRAWN_AS_THEY_ARE.get(kind)
    if form is not None and not set_up:
        opened = _open(viewer, PagedFile(source.path, form, source.file_type.label), source, job)
        if isinstance(opened, Pages):
            return ShownPages(opened)
        if opened.kind is not ProblemKind.DAMAGED:
            return NotShown(opened)
    job.report(Progress(STAGE, 0, 1, source.name))
    source = _digested(source, job)
    outcome = conversion().render([source], job).outcomes[source.key]
    if isinstance(outcome, Failure):
        return NotShown(outcome.problem)
    return _converted(viewer, outcome, source, job)


def own_rendition(
    workspace: Workspace, conversion: ConversionService, original: NamedOriginal, job: JobContext
) -> Rendition | Problem:
    """The pages that can be set up: as they are bound while only their making is set.

    Or why there are none.

    Raises:
        OriginalMissing, DiskFull, Cancelled: see ``prepare``.
    """
    source = _source(workspace, replace(original, pages=original.pages.making))
    outcome = conversion.render([source], job).outcomes[source.key]
    if isinstance(outcome, Failure):
        return outcome.problem
    if outcome.origin is RenditionOrigin.REGISTER_SHEET:
        return Problem(ProblemKind.UNSUPPORTED, {"label": source.file_type.label})
    return outcome


def own_pages(
    workspace: Workspace,
    viewer: Workers,
    conversion: ConversionService,
    original: NamedOriginal,
    job: JobContext,
) -> Pages | Problem:
    """The same, opened so that they can be drawn. Raises as ``own_rendition``."""
    found = own_rendition(workspace, conversion, original, job)
    if isinstance(found, Problem):
        return found
    source = _source(workspace, original)
    return _open(viewer, PagedFile(found.path, Form.PDF, source.file_type.label), source, job)


def _source(workspace: Workspace, subject: Subject) -> Source:
    if isinstance(subject, NamedOriginal):
        source = source_of(workspace, subject.sha256, subject.name)
        return replace(source, choices=subject.choices, pages=subject.pages)
    try:
        size = extended(subject.path).stat().st_size
    except OSError as error:
        raise OriginalMissing("") from error
    return Source("", subject.path, subject.name, subject.file_type, size)


def _digested(source: Source, job: JobContext) -> Source:
    """The cache goes by content, so a file that is not stored is read once for its address."""
    if source.sha256:
        return source
    digests = digest_file(source.path, lambda _: job.check_cancelled())
    return replace(source, sha256=digests.sha256)


def _converted(
    viewer: Workers, rendition: Rendition, source: Source, job: JobContext
) -> ShownPages | NotShown:
    file = PagedFile(rendition.path, Form.PDF, source.file_type.label)
    opened = _open(viewer, file, source, job)
    if isinstance(opened, Problem):
        return NotShown(opened)
    return ShownPages(opened, rendition.notes)


def _open(viewer: Workers, file: PagedFile, source: Source, job: JobContext) -> Pages | Problem:
    seconds = _BASE_SECONDS + _SECONDS_PER_MEGABYTE * source.size / (1 << 20)
    result = viewer.run(open_pages, file, seconds, job)
    if isinstance(result, Done):
        return result.value
    return problem_of_fault(result, file.label, ProblemKind.DAMAGED)
