"""Is a saved document whole? A cheap look at its beginning and end, as editors write them."""

import zipfile
from pathlib import Path

from app.filetypes import suffix_of
from app.paths import extended

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Documents that are archives; with a pass-word some of them are compound files.
_ARCHIVES = {".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".pptm", ".odt", ".ods", ".odp", ".ofd"}
_COMPOUNDS = {".doc", ".xls", ".ppt", ".wps", ".et", ".dps"}
_HEAD, _TAIL = 4096, 2048


def is_whole(path: Path) -> bool:
    """True unless the file is empty, cut off, or only room on the disk.

    Raises:
        OSError: it cannot be read.
    """
    with extended(path).open("rb") as reader:
        head = reader.read(_HEAD)
        size = reader.seek(0, 2)
        reader.seek(max(0, size - _TAIL))
        tail = reader.read()
    if not head.strip(b"\0"):
        return False  # empty, or written and never filled, as a power cut leaves it
    suffix = suffix_of(path.name).lower()
    if head.startswith(_ZIP):
        return _directory_is_there(path)
    if suffix in _ARCHIVES:
        return head.startswith(_COMPOUND)
    if head.startswith(_COMPOUND):
        return size >= 3 * 512  # header, one sector of its table, one of its directory
    if suffix in _COMPOUNDS and len(head) < 8:
        return False
    if head.startswith(b"%PDF"):
        return b"startxref" in tail or b"%%EOF" in tail
    return True


def _directory_is_there(path: Path) -> bool:
    """True if the list of members at the end can be read, and they lie inside the file."""
    try:
        with zipfile.ZipFile(extended(path)) as archive:
            return bool(archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
