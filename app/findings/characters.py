"""Rare characters in zipped Office files, found before LibreOffice has to draw them."""

import zipfile
from pathlib import Path

from app.filekind import FileType
from app.filetypes.package_words import (
    BETWEEN_TAGS,
    UNREADABLE,
    TooManyWords,
    resolved,
    telling_parts,
)
from app.findings.errors import NotLookedThrough
from app.problems import Problem
from app.rare_characters import RareCharacters


def find_rare_characters(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell of characters that have no standard code, or that no bundled font has.

    Raises:
        NotLookedThrough: there is too much text.
    """
    del file_type
    rare = RareCharacters()
    try:
        with zipfile.ZipFile(path) as archive:
            for _, xml in telling_parts(archive):
                words = "".join(found.group() for found in BETWEEN_TAGS.finditer(xml))
                rare.look_through(resolved(words))
    except TooManyWords as error:
        raise NotLookedThrough(rare.problems()) from error
    except UNREADABLE:
        return ()  # what cannot be opened is told by the finder of its own format
    return rare.problems()
