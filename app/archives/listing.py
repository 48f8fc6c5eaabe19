"""The names inside an archive that cannot be opened, as far as it shows them."""

import tarfile
import zipfile
from itertools import islice
from pathlib import Path

import py7zr
import py7zr.exceptions
import rarfile

from app.archives.names import decoded, zip_name
from app.filetypes import formats

_MOST = 5000


def member_names(path: Path, media_type: str) -> list[str]:
    """The members' names; none where the archive is broken or hides them."""
    try:
        if media_type == formats.ZIP.media_type:
            with zipfile.ZipFile(path) as archive:
                return [zip_name(entry) for entry in archive.infolist()[:_MOST]]
        if media_type == formats.SEVEN_ZIP.media_type:
            with py7zr.SevenZipFile(path) as seven:
                return list(seven.getnames())[:_MOST]
        if media_type == formats.RAR.media_type:
            with rarfile.RarFile(path, part_only=True) as rar:
                return list(rar.namelist())[:_MOST]
        with tarfile.open(path, "r:*", errors="surrogateescape") as tar:
            raw = (entry.name.encode("utf-8", "surrogateescape") for entry in islice(tar, _MOST))
            return [decoded(name) for name in raw]
    except (
        zipfile.BadZipFile,
        py7zr.exceptions.ArchiveError,
        py7zr.exceptions.PasswordRequired,
        rarfile.Error,
        tarfile.TarError,
        EOFError,
        OSError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
    ):
        return []
