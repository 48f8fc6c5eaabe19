"""Rare characters in a copy of an Office file: standard codes for old private ones.

Works on the text between the tags of the XML parts, and leaves a file without any alone.
"""

import re
import shutil
import zipfile
from pathlib import Path

from app.filetypes.package_words import (
    BETWEEN_TAGS,
    UNREADABLE,
    TooManyWords,
    resolved,
    telling_parts,
)
from app.rare_characters import without_rare_characters


def replace_rare_characters(path: Path) -> None:
    """Rewrite a zipped Office file in place, if it holds rare characters; else leave it.

    A file that cannot be read so is left as it is: LibreOffice finds out what it is.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            changed = {
                name: new.encode("utf-8", "surrogateescape")
                for name, xml in telling_parts(archive)
                if (new := with_shown_characters(xml)) != xml
            }
        if changed:
            _rewrite(path, changed)
    except (*UNREADABLE, TooManyWords):
        path.with_suffix(".part").unlink(missing_ok=True)


def with_shown_characters(xml: str) -> str:
    """Return XML with standard codes and stand-ins in its text; attributes are left alone."""
    return BETWEEN_TAGS.sub(_replaced, xml)


def _replaced(found: re.Match[str]) -> str:
    words = found.group()
    if words.isascii() and "&#" not in words:
        return words
    return without_rare_characters(resolved(words))


def _rewrite(path: Path, changed: dict[str, bytes]) -> None:
    part = path.with_suffix(".part")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = changed.get(entry.filename)
            new.writestr(entry, old.read(entry) if data is None else data)
    shutil.move(part, path)
