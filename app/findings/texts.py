"""What a text document keeps from its reader; each format has a module of its own."""

from pathlib import Path

import olefile

from app.filekind import FileType
from app.findings.open_texts import find_in_open_document
from app.findings.rich_text import find_in_rich_text
from app.findings.word_binary import find_in_binary_word
from app.findings.word_package import find_in_word_package
from app.problems import Problem


def find_in_text(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a ``.docx``, ``.doc``, ``.wps``, ``.rtf``, ``.odt`` or ``.fodt``.

    Raises:
        NotLookedThrough: a part of it cannot be read.
        OSError: the operating system does not let it be read.
    """
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == olefile.MAGIC:
        return find_in_binary_word(path)
    if beginning.startswith(b"{\\rtf"):
        return find_in_rich_text(path)
    if "opendocument" in file_type.media_type:
        return find_in_open_document(path)
    return find_in_word_package(path) if beginning.startswith(b"PK") else ()
