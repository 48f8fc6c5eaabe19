"""Archives: taken apart safely, one level deep, with an account of every member."""

from app.filekind import FileKind, FileType
from app.filetypes import formats
from app.intake.archives.model import (
    ArchiveTrouble,
    ExpandOrder,
    Expansion,
    LeftOut,
    Limits,
    Member,
    NotExpanded,
)
from app.intake.archives.unpackers import expand_7z, expand_rar, expand_tar, expand_zip
from app.intake.archives.unpacking import Unpacking
from app.problems import Problem

__all__ = [
    "ExpandOrder",
    "Expansion",
    "LeftOut",
    "Limits",
    "Member",
    "NotExpanded",
    "can_expand",
    "expand",
]

_BY_TYPE = {
    formats.ZIP.media_type: expand_zip,
    formats.SEVEN_ZIP.media_type: expand_7z,
    formats.RAR.media_type: expand_rar,
    formats.TAR.media_type: expand_tar,
    formats.GZIP.media_type: expand_tar,
    formats.BZIP2.media_type: expand_tar,
    formats.XZ.media_type: expand_tar,
}


def can_expand(file_type: FileType) -> bool:
    """True if the file is an archive of a format that we take apart."""
    return file_type.kind is FileKind.ARCHIVE and file_type.media_type in _BY_TYPE


def expand(order: ExpandOrder) -> Expansion | Problem:
    """Take an archive apart into ``order.work``; archives inside it stay files.

    Every member is in exactly one part of the result. A ``Problem`` means that the archive as a
    whole stays closed (password, damage, a bomb, no program for RAR); the folder is then empty.
    To be run in a worker process.

    Raises:
        DiskFull: the members would not fit on the disk.
    """
    unpacking = Unpacking(order)
    try:
        _BY_TYPE[order.media_type](order, unpacking)
        return unpacking.close()
    except ArchiveTrouble as trouble:
        for leftover in order.work.iterdir():
            leftover.unlink()
        return trouble.problem
