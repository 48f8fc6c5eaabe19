"""What a file holds that its bound pages do not show: hidden sheets, embedded files and the like.

One module a family of formats; each reads the file itself and knows nothing of intake or
conversion. Intake tells the findings when a file is added, converters tell them again beside the
pages, so that files added by an earlier version are told of too.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.broken_parts import has_broken_content
from app.findings.characters import find_rare_characters
from app.findings.drawings import find_in_drawing
from app.findings.errors import NotLookedThrough, unread
from app.findings.mails import find_in_mail
from app.findings.ofd import find_in_ofd
from app.findings.pictures import find_in_picture
from app.findings.plain_text import find_in_plain_text
from app.findings.sheets import find_in_sheets
from app.findings.slides import find_in_slides
from app.findings.texts import find_in_text
from app.findings.web_pages import find_in_web_page
from app.problems import Problem, ProblemKind, united

#: Takes the file's path and type; raises ``NotLookedThrough`` where it cannot read on.
Finder = Callable[[Path, FileType], tuple[Problem, ...]]


def _find_in_pdf(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    # Its libraries are slow to load, and the process that only orders inspections needs none.
    from app.findings.pdf import find_in_pdf

    return find_in_pdf(path, file_type)


#: Which finder looks through which kind of file.
FINDERS: Mapping[FileKind, Finder] = {
    FileKind.WORD: find_in_text,
    FileKind.SLIDES: find_in_slides,
    FileKind.SHEET: find_in_sheets,
    FileKind.PDF: _find_in_pdf,
    FileKind.OFD: find_in_ofd,
    FileKind.TEXT: find_in_plain_text,
    FileKind.CSV: find_in_plain_text,
    FileKind.IMAGE: find_in_picture,
    FileKind.HTML: find_in_web_page,
    FileKind.MHT: find_in_web_page,
    FileKind.MAIL: find_in_mail,
    FileKind.DRAWING: find_in_drawing,
}

#: Kinds whose words are looked through for rare characters as well.
_WITH_WORDS = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})


def find(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a file, to be run in a worker; a part that cannot be read is a finding too.

    Each kind of finding is told at most once, with its counts added up.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    if file_type.kind in _WITH_WORDS and has_broken_content(path):
        return (Problem(ProblemKind.DAMAGED, {"label": file_type.label}),)
    finders = [FINDERS.get(file_type.kind)]
    finders.append(find_rare_characters if file_type.kind in _WITH_WORDS else None)
    lists: list[tuple[Problem, ...]] = []
    for finder in filter(None, finders):
        try:
            lists.append(finder(path, file_type))
        except NotLookedThrough as stopped:
            lists.append((*stopped.found, unread(file_type)))
    return united(*lists)
