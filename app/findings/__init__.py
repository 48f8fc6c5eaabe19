"""What a file holds that its bound pages do not show: hidden sheets, embedded files and the like.

One module a family of formats; each reads the file itself and knows nothing of intake or
conversion. Intake tells the findings when a file is added, converters tell them again beside the
pages, so that files added by an earlier version are told of too.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.errors import NotLookedThrough, unread
from app.findings.sheets import find_in_sheets
from app.findings.slides import find_in_slides
from app.findings.texts import find_in_text
from app.problems import Problem

#: Takes the file's path and type; raises ``NotLookedThrough`` where it cannot read on.
Finder = Callable[[Path, FileType], tuple[Problem, ...]]

#: Which finder looks through which kind of file.
FINDERS: Mapping[FileKind, Finder] = {
    FileKind.WORD: find_in_text,
    FileKind.SLIDES: find_in_slides,
    FileKind.SHEET: find_in_sheets,
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
        return (*stopped.found, unread(file_type))
