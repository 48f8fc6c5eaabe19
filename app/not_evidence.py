"""What is no evidence: programs, links to something elsewhere, and disk images."""

from pathlib import Path

from app.filekind import FileKind, FileType
from app.filetypes.programs import (
    PROGRAM_TYPES,
    Runnable,
    has_macro_suffix,
    runnable,
    runnable_name,
)
from app.problems import Problem, ProblemKind


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

    A document with macros and an archive with programs may not; without them they would be no
    originals any more, so they stay in the workspace. To be run in a worker.

    Raises:
        OSError: it cannot be read.
    """
    if not_evidence(path, name, file_type) is not None or has_macro_suffix(name):
        return False
    if file_type.kind is FileKind.ARCHIVE:
        # The libraries for 7z and RAR take their time to load.
        from app.intake.archives.listing import member_names

        inside = member_names(path, file_type.media_type)
        return not any(runnable_name(one) or has_macro_suffix(one) for one in inside)
    from app.findings.macros import find_macros

    return not find_macros(path, file_type)
