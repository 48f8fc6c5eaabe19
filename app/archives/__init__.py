"""Archives are taken apart safely, one level deep; every member is accounted for."""

from app.archives.model import (
    ArchiveLimits,
    ArchiveTrouble,
    ExpandOrder,
    Expansion,
    LeftOut,
    Member,
    NotExpanded,
)
from app.filekind import FileKind, FileType
from app.filetypes import formats
from app.problems import Problem
from app.secrecy.marks import classified_mark

__all__ = [
    "ArchiveLimits",
    "ExpandOrder",
    "Expansion",
    "LeftOut",
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
        formats.ZSTD,
    )
)


def can_expand(file_type: FileType) -> bool:
    """True if the file is an archive of a format that we take apart."""
    return file_type.kind is FileKind.ARCHIVE and file_type.media_type in _EXPANDABLE


def expand(order: ExpandOrder) -> Expansion | Problem:
    """Take an archive apart into ``order.work``; archives inside it stay files.

    Every member is in exactly one part of the result. A ``Problem`` means that the archive as a
    whole stays closed (password, damage, a bomb, no program for RAR, nothing in it); the folder is
    then empty. If a name in a closed archive bears a mark of secrecy, the result is an
    ``Expansion`` that says so instead, since such an archive must not be kept.
    To be run in a worker process.

    Raises:
        DiskFull: the members would not fit on the disk.
    """
    # The libraries for 7z and RAR take their time to load, and most files are no archives.
    from app.archives.unpackers import unpack
    from app.archives.unpacking import Unpacking

    unpacking = Unpacking(order)
    try:
        unpack(order, unpacking)
        return unpacking.close()
    except ArchiveTrouble as trouble:
        for leftover in order.work.iterdir():
            leftover.unlink()
        classified = _classified_inside(order, unpacking.account().classified)
        if classified:
            failed = (NotExpanded(order.name, trouble.problem),)
            return Expansion(failed=failed, classified=classified)
        return trouble.problem


def _classified_inside(
    order: ExpandOrder, found: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """The members of a closed archive whose names have a mark of secrecy."""
    from app.archives.listing import member_names

    names = (name for path in order.files for name in member_names(path, order.media_type))
    marks = ((name, classified_mark(name)) for name in names)
    return found or tuple((name, mark) for name, mark in marks if mark)
