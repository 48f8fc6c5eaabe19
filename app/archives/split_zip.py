"""Zips in several files (材料.z01 … 材料.zip): where each member begins."""

import io
import zipfile
from collections.abc import Callable
from itertools import accumulate
from typing import IO

from app.archives import splits
from app.archives.model import ArchiveTrouble, ExpandOrder
from app.problems import ProblemKind

#: What the first file of a spanned zip may begin with (APPNOTE 6.3.10, 8.5.3).
SPLIT_MARK = b"PK\x07\x08"
_END_MARK = b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 0xFFFF
#: Fields that stand in the record of ZIP64 instead.
_IN_ZIP64, _IN_ZIP64_TOO = 0xFFFF, 0xFFFF_FFFF


def places(source: IO[bytes], order: ExpandOrder) -> Callable[[zipfile.ZipInfo], int] | None:
    """Where members of a spanned zip begin in the joined stream; None for a zip in one piece.

    Raises:
        ArchiveTrouble: some of the files that it spans are missing.
    """
    end = source.seek(0, io.SEEK_END)
    tail_at = max(0, end - _END_SIZE - _LONGEST_COMMENT)
    source.seek(tail_at)
    tail = source.read()
    at = tail.rfind(_END_MARK)
    fields = tail[at + 4 : at + _END_SIZE]
    disk = int.from_bytes(fields[0:2], "little")
    if at < 0 or disk == _IN_ZIP64:
        return None
    size, offset = int.from_bytes(fields[8:12], "little"), int.from_bytes(fields[12:16], "little")
    # What zipfile adds to every offset, since it takes all before the directory for one file.
    added = tail_at + at - size - offset
    lacks_beginning = added < 0 and offset != _IN_ZIP64_TOO
    if lacks_beginning or (disk and disk + 1 != len(order.files)):
        missing = f"{order.name.rpartition('.')[0]}.z{len(order.files):02d}"
        raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing)
    if disk == 0:
        return None
    starts = (0, *accumulate(path.stat().st_size for path in order.files))
    last = len(order.files) - 1
    return lambda entry: entry.header_offset - added + starts[min(entry.volume, last)]


def no_zip(order: ExpandOrder, source: IO[bytes], label: str) -> ArchiveTrouble:
    """Why a file that should be a zip is none: cut off before its last part, or damaged."""
    source.seek(0)
    if source.read(4) == SPLIT_MARK and len(order.files) > 1:  # Python reads no spanned ZIP64
        return ArchiveTrouble(ProblemKind.ARCHIVE_FORMAT_UNKNOWN, label="分卷的 ZIP64 压缩包")
    if splits.part_name(order.last):
        missing = splits.following(order.last)
        return ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing)
    return ArchiveTrouble(ProblemKind.DAMAGED, label=label)
