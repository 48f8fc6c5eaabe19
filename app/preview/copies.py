"""Copies of originals for other programs; the stored original is never given out."""

import itertools
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from sqlalchemy import select

from app.conversion.model import Source
from app.destination import Destination
from app.errors import (
    DiskFull,
    FileUnreadable,
    FolderNotWritable,
    NotForOpening,
    OriginalMissing,
)
from app.filekind import FileKind, FileType
from app.filetypes import formats, sniff, suffix_of
from app.filetypes.formats import stored_type
from app.filetypes.programs import runnable, runnable_name
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.not_evidence import may_lie_beside, not_evidence
from app.originals import CHUNK, digest_file, has_content
from app.paths import extended, legal_name
from app.private_files import FIXED
from app.visible_text import visible
from app.workspace.opening import Workspace
from models import Blob

#: Behind the name of a program, so that no double click runs it.
INERT_SUFFIX = ".bin"

#: Kinds that other programs only show.
_LOOKED_AT = frozenset(FileKind) - {FileKind.OTHER}
#: Documents of programs that we cannot print, but that others show.
_OTHER_DOCUMENTS = frozenset(
    each.media_type
    for each in (
        *(formats.ENCRYPTED_OFFICE, formats.VISIO, formats.PUBLISHER, formats.PROJECT),
        *(formats.XPS, formats.EPUB, formats.ODG, formats.PAGES, formats.NUMBERS, formats.KEYNOTE),
        *(formats.XMIND, formats.MIND_MAP, formats.KMZ, formats.PHOTOSHOP, formats.RAW),
        *(formats.CAD, formats.CAJ, formats.CEB, formats.GD),
    )
)
#: Browsers and mail programs may run or fetch what is in these.
_MAY_ACT = frozenset({FileKind.HTML, FileKind.MHT, FileKind.DRAWING, FileKind.MAIL})
#: How long somebody waits for a look into a file that is to be opened, in seconds.
_LOOKING = 20.0


def source_of(workspace: Workspace, sha256: str, file_name: str) -> Source:
    """An original as conversion and preview take it, under the name that its item gives it.

    Raises:
        OriginalMissing: it is not entered, or its bytes are gone.
    """
    with workspace.database.reading() as session:
        blob = session.scalar(select(Blob).where(Blob.sha256 == sha256))
    if blob is None:
        raise OriginalMissing(sha256)
    file_type = stored_type(blob.kind, blob.media_type, blob.suffix, blob.label)
    return Source(sha256, workspace.originals.path(sha256), file_name, file_type, blob.size)


@dataclass(frozen=True, slots=True)
class OpenedCopy:
    """A copy for another program; with ``caution`` its content may act once it is open."""

    path: Path
    caution: bool = False


@dataclass(frozen=True, slots=True)
class Openable:
    """A file that other programs may be given: its content, the name for a copy, as above."""

    sha256: str
    name: str
    caution: bool = False


def demand_openable(
    workers: Workers, original: Path, sha256: str, file_name: str, job: JobContext
) -> Openable:
    """Look whether other programs may be given a file, and what its copy is to be called.

    What the file is called decides nothing: the system would choose its program by that, so the
    copy has the suffix of what the content really is.

    Args:
        workers: where the file is looked into, for macros and scripts.
        original: the file; a stored original, or a file that waits in the inbox.
        sha256: its content, "" if nobody knows it yet.
        file_name: what it is called.
        job: progress and cancellation.

    Raises:
        NotForOpening: it runs, or it is of no kind that is only looked at.
        OriginalMissing, FileUnreadable: the file is gone.
        WorkersNotStarted, MemoryShort: it could not be looked into.
        Cancelled: somebody pressed cancel.
    """
    try:
        file_type = sniff(extended(original), file_name)
        runs = not_evidence(extended(original), file_name, file_type, deep=False) is not None
        digest = sha256 or digest_file(extended(original)).sha256
    except (FileUnreadable, OSError) as error:
        if sha256:
            raise OriginalMissing(sha256) from error
        raise FileUnreadable(original, str(error)) from error
    looked_at = file_type.kind in _LOOKED_AT or file_type.media_type in _OTHER_DOCUMENTS
    name = _safe_name(file_name, file_type)
    if runs or not looked_at or runnable_name(name) is not None:
        raise NotForOpening(file_name)
    order = _Look(extended(original), file_name, file_type)
    looked = workers.run(_look_into, order, _LOOKING, job)
    # One that stops its reader, or takes too long, may hold anything.
    content = looked.value if isinstance(looked, Done) else _Content.ACTS
    if content is _Content.RUNS:
        raise NotForOpening(file_name)
    return Openable(digest, name, content is _Content.ACTS or file_type.kind in _MAY_ACT)


def copy_for_opening(
    workspace: Workspace,
    workers: Workers,
    original: Path,
    sha256: str,
    file_name: str,
    job: JobContext,
) -> OpenedCopy:
    """Make a read-only copy in the cache, with the suffix of what the content really is.

    A copy that is there is reused if its content is right. One that somebody changed stays as it
    is: it may be offered as a new version.

    Args:
        workspace: whose cache takes the copy.
        workers: where the file is looked into, for macros and scripts.
        original: the file; a stored original, or a file that waits in the inbox.
        sha256: its content, "" if nobody knows it yet.
        file_name: what it is called.
        job: progress and cancellation.

    Raises:
        NotForOpening: it runs, or it is of no kind that is only looked at.
        OriginalMissing, FileUnreadable: the file is gone.
        FolderNotWritable, DiskFull, Cancelled: see ``copy_to``.
        WorkersNotStarted, MemoryShort: it could not be looked into.
    """
    found = demand_openable(workers, original, sha256, file_name, job)
    for number in itertools.count(1):
        suffix = f"-{number}" if number > 1 else ""
        target = workspace.layout.opened / f"{found.sha256[:16]}{suffix}" / found.name
        if has_content(extended(target), found.sha256):
            break
        if not os.path.lexists(extended(target)):
            copy_to(original, target, job)
            if not has_content(extended(target), found.sha256):  # it was changed in the meantime
                extended(target).unlink()
                raise FileUnreadable(original, "文件正在被改动")
            extended(target).chmod(FIXED)
            break
    return OpenedCopy(target, found.caution)


@dataclass(frozen=True, slots=True)
class _Look:
    """What to look into; travels between processes."""

    path: Path
    name: str
    file_type: FileType


class _Content(Enum):
    """What a file does once it is open: nothing; something that it asks for; it is a program."""

    STILL = auto()
    ACTS = auto()
    RUNS = auto()


def _look_into(order: _Look) -> _Content:
    """Look for programs, macros and scripts, also in files inside; to be run in a worker."""
    if not_evidence(order.path, order.name, order.file_type) is not None:
        return _Content.RUNS
    still = may_lie_beside(order.path, order.name, order.file_type)
    return _Content.STILL if still else _Content.ACTS


def _safe_name(name: str, file_type: FileType) -> str:
    """A name with the suffix of the content; another suffix that the name has stays before it."""
    legal = legal_name(visible(name))
    if suffix_of(legal) == file_type.suffix:
        return legal
    return legal_name(f"{legal}{file_type.suffix}")


def inert_target(original: Path, target: Path) -> Path:
    """Where a copy goes that a person wants: a program gets a suffix that no system runs."""
    if runnable(extended(original), target.name) is None:
        return target
    return target.with_name(target.name + INERT_SUFFIX)


def copy_to(original: Path, target: Path, job: JobContext) -> None:
    """Copy a file to a place that a person chose; what was there is replaced at the very end.

    Raises:
        FolderNotWritable: nothing can be written there.
        DiskFull: the disk has no room for the copy.
        Cancelled: somebody pressed cancel; what was there is intact.
    """
    place, folder = Destination.remember(target.parent), extended(target.parent)
    place.make()
    part: Path | None = None
    try:
        size = extended(original).stat().st_size
        free = shutil.disk_usage(folder).free
        if free < size:
            raise DiskFull(target, size, free)
        number, name = tempfile.mkstemp(prefix=".juanzong-", suffix=".part", dir=folder)
        part = Path(name)
        with extended(original).open("rb") as reader, os.fdopen(number, "wb") as writer:
            while piece := reader.read(CHUNK):
                job.check_cancelled()
                writer.write(piece)
            writer.flush()
            os.fsync(writer.fileno())
        place.demand()
        part.replace(extended(target))
        place.settle([target])
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    finally:
        if part is not None:
            with suppress(OSError):  # the disk is gone, and the part with it
                part.unlink(missing_ok=True)
