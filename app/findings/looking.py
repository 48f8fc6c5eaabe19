"""Looking through a file of any kind."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.errors import NotLookedThrough, unread
from app.problems import Problem, ProblemKind, united

#: Takes the file's path and type; raises ``NotLookedThrough`` where it cannot read on.
Finder = Callable[[Path, FileType], tuple[Problem, ...]]


def _loaded(module: str, name: str) -> Finder:
    """A finder that is loaded with the first file of its kind: most need slow libraries."""

    def finder(path: Path, file_type: FileType) -> tuple[Problem, ...]:
        find_in: Finder = getattr(import_module(f"app.findings.{module}"), name)
        return find_in(path, file_type)

    return finder


#: Which finder looks through which kind of file.
FINDERS: Mapping[FileKind, Finder] = {
    FileKind.WORD: _loaded("texts", "find_in_text"),
    FileKind.SLIDES: _loaded("slides", "find_in_slides"),
    FileKind.SHEET: _loaded("sheets", "find_in_sheets"),
    FileKind.PDF: _loaded("pdf", "find_in_pdf"),
    FileKind.OFD: _loaded("ofd", "find_in_ofd"),
    FileKind.TEXT: _loaded("plain_text", "find_in_plain_text"),
    FileKind.CSV: _loaded("plain_text", "find_in_plain_text"),
    FileKind.IMAGE: _loaded("pictures", "find_in_picture"),
    FileKind.HTML: _loaded("web_pages", "find_in_web_page"),
    FileKind.MHT: _loaded("web_pages", "find_in_web_page"),
    FileKind.MAIL: _loaded("mails", "find_in_mail"),
    FileKind.DRAWING: _loaded("drawings", "find_in_drawing"),
}

_MACROS = _loaded("macros", "find_macros")
_RARE_CHARACTERS = _loaded("characters", "find_rare_characters")

#: Kinds whose words are looked through for rare characters as well.
_WITH_WORDS = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})


def find(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a file, to be run in a worker; a part that cannot be read is a finding too.

    Each kind of finding is told at most once, with its counts added up.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    return _looked_through(path, file_type, FINDERS.get(file_type.kind))


def find_and_count(path: Path, file_type: FileType) -> tuple[tuple[Problem, ...], int]:
    """The same for a text, and how many characters its pages should show, in one reading.

    The count is 0 if it cannot be told.
    """
    from app.findings.texts import find_and_count as count_in_text

    counts: list[int] = []

    def finder(path: Path, file_type: FileType) -> tuple[Problem, ...]:
        found, count = count_in_text(path, file_type)
        counts.append(count)
        return found

    return _looked_through(path, file_type, finder), sum(counts)


def _looked_through(path: Path, file_type: FileType, finder: Finder | None) -> tuple[Problem, ...]:
    finders = [finder]
    if file_type.kind in _WITH_WORDS:
        from app.findings.broken_parts import has_broken_content

        if has_broken_content(path):
            return (Problem(ProblemKind.DAMAGED, {"label": file_type.label}),)
        finders += [_RARE_CHARACTERS, _MACROS]
    lists: list[tuple[Problem, ...]] = []
    for each in filter(None, finders):
        try:
            lists.append(each(path, file_type))
        except NotLookedThrough as stopped:
            lists.append((*stopped.found, unread(file_type)))
    found = united(*lists)
    if file_type.kind not in _WITH_WORDS:
        return found
    from app.findings.outside import with_outside

    return with_outside(found, path, file_type)
