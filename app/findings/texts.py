"""What a text document hides from its reader; one module a format."""

from pathlib import Path

import olefile

from app.filekind import FileType
from app.findings.errors import NotLookedThrough
from app.findings.open_texts import look_into_open_document
from app.findings.rich_text import look_into_rich_text
from app.findings.tally import FindingCounts, Look
from app.findings.unstored_fields import unstored_fields
from app.findings.word_binary import look_into_binary_word
from app.findings.word_package import look_into_word_package
from app.findings.word_xml import look_into_word_xml
from app.problems import Problem


def find_in_text(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a ``.docx``, ``.doc``, ``.wps``, ``.rtf``, ``.odt`` or ``.fodt``.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    return find_and_count(path, file_type)[0]


def find_and_count(path: Path, file_type: FileType) -> tuple[tuple[Problem, ...], int]:
    """The findings, and how many characters the pages should show; 0 if that cannot be told.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    tally, look = FindingCounts(), look_for_text(path, file_type)
    if look is None:
        return (), 0
    if not look(path, tally):
        raise NotLookedThrough(tally.problems())
    # What an OpenDocument text has deleted may stand among the rest of it.
    uncertain = look is look_into_open_document and tally.changes
    found = (*tally.problems(), *unstored_fields(path))
    return found, 0 if uncertain else tally.printed


def look_for_text(path: Path, file_type: FileType) -> Look | None:
    """What looks through a text of this form; None if nothing does."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == olefile.MAGIC:
        return look_into_binary_word
    if beginning.startswith(b"{\\rtf"):
        return look_into_rich_text
    if "opendocument" in file_type.media_type:
        return look_into_open_document
    if beginning.startswith(b"PK"):
        return look_into_word_package
    return look_into_word_xml if "word+xml" in file_type.media_type else None
