"""What a file holds that its bound pages do not show: hidden sheets, embedded files and the like.

One module a family of formats; each reads the file itself and knows nothing of intake or
conversion. Intake tells the findings when a file is added, converters tell them again beside the
pages, so that files added by an earlier version are told of too.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.errors import NotLookedThrough
from app.problems import Problem, ProblemKind

#: Takes the file's path and type; raises ``NotLookedThrough`` where it cannot read on.
Finder = Callable[[Path, FileType], tuple[Problem, ...]]


def _find_in_pdf(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    # Its libraries are slow to load, and the process that only orders inspections needs none.
    from app.findings.pdf import find_in_pdf

    return find_in_pdf(path, file_type)


#: Which finder looks through which kind of file.
FINDERS: Mapping[FileKind, Finder] = {
    FileKind.PDF: _find_in_pdf,
}


def find(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a file, to be run in a worker; a part that cannot be read is a finding too.

    Each kind of finding is told at most once, with its counts added up.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    finder = FINDERS.get(file_type.kind)
    if finder is None:
        return ()
    try:
        return finder(path, file_type)
    except NotLookedThrough as stopped:
        unread = Problem(ProblemKind.NOT_LOOKED_THROUGH, {"label": file_type.label})
        return (*stopped.found, unread)
