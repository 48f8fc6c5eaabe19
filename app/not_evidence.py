"""What cannot be evidence: programs, links to something elsewhere, and disk images."""

from pathlib import Path

from app.filekind import FileKind, FileType
from app.filetypes import sniff
from app.filetypes.programs import (
    PROGRAM_TYPES,
    Runnable,
    has_macro_suffix,
    is_access_database,
    runnable,
    runnable_name,
)
from app.paths import own_name
from app.problems import Problem, ProblemKind
from app.workroom import workroom

#: Files in files are followed so far; what lies deeper cannot be vouched for.
_DEEPEST = 4
#: What comes out of an archive, and of a PDF at a time, only to be looked at, in bytes.
_MOST_UNPACKED, _MOST_OF_PDF = 1 << 30, 64 << 20
#: An archive that stays closed for these may be opened by another program, and hold anything.
_TOO_MUCH = frozenset({ProblemKind.ARCHIVE_TOO_LARGE, ProblemKind.ARCHIVE_METHOD_UNKNOWN})
#: Actions of a PDF that run something on the reader's machine.
_RUNNING = frozenset({"/JavaScript", "/JS", "/Launch"})


def not_evidence(
    path: Path, name: str, file_type: FileType, *, deep: bool = True
) -> Problem | None:
    """Say why a file must not be taken in, bound, or laid beside a dossier; None for all others.

    ``deep`` as for ``runnable``.

    Raises:
        OSError: it cannot be read.
    """
    kind = runnable(path, name, deep=deep)
    if kind is None and file_type.media_type in PROGRAM_TYPES:
        kind = Runnable.PROGRAM
    return Problem(ProblemKind(kind.value)) if kind is not None else None


def may_lie_beside(path: Path, name: str, file_type: FileType) -> bool:
    """Say whether an original may lie beside a dossier, where people double-click it.

    A document with macros may not, nor a database of Access, whose macros nobody here can see, nor
    an archive or a PDF with programs or such documents in it, however deep; without them they would
    be no originals any more, so they stay in the workspace. Where a password keeps the content from
    being looked at, the names decide. To be run in a worker.

    Raises:
        OSError: it cannot be read.
    """
    return _may_lie_beside(path, name, file_type, 0)


def _may_lie_beside(path: Path, name: str, file_type: FileType, depth: int) -> bool:
    if depth > _DEEPEST or not_evidence(path, name, file_type) is not None:
        return False
    if has_macro_suffix(name) or is_access_database(path):
        return False
    if file_type.kind is FileKind.ARCHIVE:
        return _archive_may(path, name, file_type, depth)
    if file_type.kind is FileKind.PDF:
        return _pdf_may(path, depth)
    from app.findings.macros import find_macros

    return not find_macros(path, file_type)


def _archive_may(path: Path, name: str, file_type: FileType, depth: int) -> bool:
    # The libraries for 7z and RAR take their time to load.
    from app.archives import ArchiveLimits, ExpandOrder, Expansion, can_expand, expand
    from app.archives.listing import member_names

    if any(map(_name_runs, member_names(path, file_type.media_type))):
        return False
    if not can_expand(file_type):
        return False  # nobody can say what is in it
    with workroom() as room:
        limits = ArchiveLimits(total_bytes=_MOST_UNPACKED)
        found = expand(ExpandOrder(path, name, file_type.media_type, room, limits))
        if not isinstance(found, Expansion):
            return found.kind not in _TOO_MUCH
        names = [one.name for one in found.left_out] + [one.name for one in found.failed]
        return not any(map(_name_runs, names)) and all(
            _may_lie_beside(one.path, own_name(one.name), sniff(one.path, one.name), depth + 1)
            for one in found.members
        )


def _pdf_may(path: Path, depth: int) -> bool:
    from app.pdf.attachments import content_of, embedded_streams
    from app.pdf.inert import acting_parts
    from app.pdf.opening import CannotOpen, open_pdf

    try:
        with open_pdf(path) as opened, workroom() as room:
            if not _RUNNING.isdisjoint(acting_parts(opened.pdf)):
                return False
            file = room / "file"
            for name, stream in embedded_streams(opened.pdf):
                if _name_runs(name):
                    return False
                file.write_bytes(content_of(stream, _MOST_OF_PDF) or b"")
                if not _may_lie_beside(file, name, sniff(file, name), depth + 1):
                    return False
    except CannotOpen:
        return True  # no reader opens it either, or it needs a password
    return True


def _name_runs(name: str) -> bool:
    return runnable_name(name) is not None or has_macro_suffix(name)
