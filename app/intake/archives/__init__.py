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

_EXPANDABLE = frozenset(
    each.media_type
    for each in (
        formats.ZIP,
        formats.SEVEN_ZIP,
        formats.RAR,
        formats.TAR,
        formats.GZIP,
        formats.BZIP2,
        formats.XZ,
    )
)


def can_expand(file_type: FileType) -> bool:
    """True if the file is an archive of a format that we take apart."""
    return file_type.kind is FileKind.ARCHIVE and file_type.media_type in _EXPANDABLE


def expand(order: ExpandOrder) -> Expansion | Problem:
    """Take an archive apart into ``order.work``; archives inside it stay files.

    Every member is in exactly one part of the result. A ``Problem`` means that the archive as a
    whole stays closed (password, damage, a bomb, no program for RAR); the folder is then empty.
    To be run in a worker process.

    Raises:
        DiskFull: the members would not fit on the disk.
    """
    # The libraries for 7z and RAR take their time to load, and most files are no archives.
    from app.intake.archives.unpackers import unpack
    from app.intake.archives.unpacking import Unpacking

    unpacking = Unpacking(order)
    try:
        unpack(order, unpacking)
        return unpacking.close()
    except ArchiveTrouble as trouble:
        for leftover in order.work.iterdir():
            leftover.unlink()
        return trouble.problem
