"""The zip around a package, in one canonical form.

Every entry is stored, bears the same date and rights, and follows the one before without a gap;
each byte of the container follows from the names, sizes and check sums. The reader builds the
container anew and compares, so no byte of it can be altered unnoticed, and nothing can hide in
it. Any program that unpacks zips can unpack it.
"""

import os
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.exchange.envelope import naming
from app.exchange.errors import (
    NotAPackage,
    PackageDamaged,
    PackageError,
    PackageTooLarge,
    PackageTruncated,
    PackageUnsafe,
    SizeLimit,
    UnsafeReason,
)

#: More entries than this no county's package has.
MAX_ENTRIES = 200_000

LOCAL = struct.Struct("<IHHHHHIIIHH")
CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")
END64 = struct.Struct("<IQHHIIQQQQ")
LOCATOR = struct.Struct("<IIQI")

LOCAL_MARK, CENTRAL_MARK, END_MARK = 0x04034B50, 0x02014B50, 0x06054B50
_END64_MARK, _LOCATOR_MARK = 0x06064B50, 0x07064B50
#: What the first bytes of a package are.
OPENING = struct.pack("<I", LOCAL_MARK)

_UTF8 = 0x0800
_ENCRYPTED = 0x0001
_PLAIN, _LARGE = 20, 45  # the version of the format that an entry needs
_MADE_BY = 3 << 8 | _LARGE
_RIGHTS = 0o100644 << 16
_LINK, _KIND = 0o120000, 0o170000
_DATE = 0x21  # 1 January 1980, the first that the format knows
_FULL32, _FULL16 = 0xFFFFFFFF, 0xFFFF


@dataclass(frozen=True, slots=True)
class ContainerEntry:
    """An entry: its name, its content's length and CRC-32, and where its own header starts."""

    name: str
    size: int
    crc: int
    start: int

    @property
    def offset(self) -> int:
        """Where the content starts."""
        return self.start + len(local_header(self))

    @property
    def end(self) -> int:
        """Where the next entry starts."""
        return self.offset + self.size


def local_header(member: ContainerEntry) -> bytes:
    """The bytes before an entry's content."""
    name = member.name.encode()
    large = member.size >= _FULL32
    size = _FULL32 if large else member.size
    extra = struct.pack("<HHQQ", 1, 16, member.size, member.size) if large else b""
    need = _LARGE if large else _PLAIN
    head = LOCAL.pack(
        LOCAL_MARK, need, _UTF8, 0, 0, _DATE, member.crc, size, size, len(name), len(extra)
    )
    return head + name + extra


def central_header(member: ContainerEntry) -> bytes:
    """The entry's line in the directory."""
    name = member.name.encode()
    large, far = member.size >= _FULL32, member.start >= _FULL32
    fields = [member.size, member.size] if large else []
    fields += [member.start] if far else []
    extra = struct.pack(f"<HH{len(fields)}Q", 1, 8 * len(fields), *fields) if fields else b""
    size = _FULL32 if large else member.size
    start = _FULL32 if far else member.start
    need = _LARGE if fields else _PLAIN
    head = CENTRAL.pack(
        CENTRAL_MARK, _MADE_BY, need, _UTF8, 0, 0, _DATE, member.crc, size, size,
        len(name), len(extra), 0, 0, 0, _RIGHTS, start,
    )  # fmt: skip
    return head + name + extra


def ending(count: int, size: int, start: int) -> bytes:
    """The bytes after a directory of ``size`` bytes that lies at ``start``."""
    large = count >= _FULL16 or size >= _FULL32 or start >= _FULL32
    far = b""
    if large:
        far = END64.pack(
            _END64_MARK, END64.size - 12, _MADE_BY, _LARGE, 0, 0, count, count, size, start
        ) + LOCATOR.pack(_LOCATOR_MARK, 0, start + size, 1)
    few = min(count, _FULL16)
    last = END.pack(END_MARK, 0, 0, few, few, min(size, _FULL32), min(start, _FULL32), 0)
    return far + last


def directory(members: Sequence[ContainerEntry]) -> bytes:
    """Everything after the last entry's content."""
    listing = b"".join(map(central_header, members))
    start = members[-1].end if members else 0
    return listing + ending(len(members), len(listing), start)


def container_size(entries: Iterable[tuple[str, int]]) -> int:
    """The exact length of the container that holds entries of these names and sizes."""
    members: list[ContainerEntry] = []
    start = 0
    for name, size in entries:
        members.append(ContainerEntry(name, size, 0, start))
        start = members[-1].end
    return start + len(directory(members))


def read_container(stream: BinaryIO, path: Path) -> tuple[ContainerEntry, ...]:
    """Read the entries of a package's container and check every byte around them.

    ``path`` is what errors name.

    Raises:
        PackageError: the container is none of ours, was altered, or holds what is dangerous.
    """
    length = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if stream.read(len(OPENING)) != OPENING:
        raise NotAPackage(path)
    listing, tail, count, start = _read_directory(stream, path, length)
    members, kinds = _parse_listing(listing, path, count)
    if all(member.name != naming.HEADER for member in members):
        raise NotAPackage(path)
    for name, reason in kinds.items():
        raise PackageUnsafe(path, name, reason)
    _refuse_unsafe(members, path)
    _compare_directory(members, listing, tail, start, path)
    for member in members:
        stream.seek(member.start)
        expected = local_header(member)
        if stream.read(len(expected)) != expected:
            raise PackageDamaged(path, member.name)
    return members


def _read_directory(stream: BinaryIO, path: Path, length: int) -> tuple[bytes, bytes, int, int]:
    tail_size = min(length, END64.size + LOCATOR.size + END.size)
    stream.seek(length - tail_size)
    tail = stream.read(tail_size)
    if len(tail) < END.size:
        raise PackageTruncated(path)
    mark, _, _, _, count, size, start, _ = END.unpack(tail[-END.size :])
    if mark != END_MARK:
        raise PackageTruncated(path)
    ends = length - END.size
    if count == _FULL16 or _FULL32 in {size, start}:
        if len(tail) < tail_size or tail_size < END64.size + LOCATOR.size + END.size:
            raise PackageTruncated(path)
        fields = END64.unpack(tail[: END64.size])
        count, size, start = fields[7], fields[8], fields[9]
        ends = length - tail_size
    if count > MAX_ENTRIES:
        raise PackageTooLarge(path, SizeLimit.ENTRIES, MAX_ENTRIES)
    if start + size != ends:
        raise PackageTruncated(path)
    if size > count * (CENTRAL.size + 4 * naming.MAX_NAME + 64):
        raise PackageTooLarge(path, SizeLimit.LISTS, size)
    stream.seek(start)
    return stream.read(size), tail[-(length - ends) :], count, start


def _parse_listing(
    listing: bytes, path: Path, count: int
) -> tuple[tuple[ContainerEntry, ...], dict[str, UnsafeReason]]:
    """The entries, and what kind of entry some of them must not be."""
    members: list[ContainerEntry] = []
    kinds: dict[str, UnsafeReason] = {}
    place = 0
    while place < len(listing):
        if len(listing) - place < CENTRAL.size:
            raise PackageTruncated(path)
        fields = CENTRAL.unpack_from(listing, place)
        (mark, _, _, flags, method, _, _, crc, packed, size, name_size, extra_size, note_size,
         _, _, rights, start) = fields  # fmt: skip
        if mark != CENTRAL_MARK:
            raise PackageDamaged(path, members[-1].name if members else "")
        place += CENTRAL.size
        raw_name = listing[place : place + name_size]
        extra = listing[place + name_size : place + name_size + extra_size]
        place += name_size + extra_size + note_size
        try:
            name = raw_name.decode()
        except UnicodeDecodeError:
            shown = raw_name.decode(errors="backslashreplace")
            raise PackageUnsafe(path, shown, UnsafeReason.ILLEGAL) from None
        if reason := _unsafe_kind(flags=flags, method=method, rights=rights):
            kinds.setdefault(name, reason)
        try:
            size, start = _read_extra(extra, size, start)
        except struct.error:
            raise PackageDamaged(path, name) from None
        if method == 0 and packed not in {size, _FULL32}:
            raise PackageDamaged(path, name)
        members.append(ContainerEntry(name, size, crc, start))
    if len(members) != count:
        raise PackageTruncated(path)
    return tuple(members), kinds


def _unsafe_kind(*, flags: int, method: int, rights: int) -> UnsafeReason | None:
    if flags & _ENCRYPTED:
        return UnsafeReason.ENCRYPTED
    if method != 0:
        return UnsafeReason.COMPRESSED
    return UnsafeReason.LINK if (rights >> 16) & _KIND == _LINK else None


def _read_extra(extra: bytes, size: int, start: int) -> tuple[int, int]:
    """Sizes past 32 bits; anything else in the field does not survive the comparison."""
    wanted = 2 * (size == _FULL32) + (start == _FULL32)
    if not wanted:
        return size, start
    values = struct.unpack_from(f"<4x{wanted}Q", extra)
    return (
        values[0] if size == _FULL32 else size,
        values[-1] if start == _FULL32 else start,
    )


def _refuse_unsafe(members: Sequence[ContainerEntry], path: Path) -> None:
    for member in members:
        if reason := naming.unsafe_name(member.name):
            raise _refusal(path, member.name, reason, members)
    if found := naming.clash(member.name for member in members):
        raise PackageUnsafe(path, *found)


def _refusal(
    path: Path, name: str, reason: UnsafeReason, members: Sequence[ContainerEntry]
) -> PackageError:
    """A name that is merely not ours may still clash with one that is; that says more."""
    if reason is UnsafeReason.FOREIGN and (found := naming.clash(m.name for m in members)):
        return PackageUnsafe(path, *found)
    return PackageUnsafe(path, name, reason)


def _compare_directory(
    members: Sequence[ContainerEntry], listing: bytes, tail: bytes, start: int, path: Path
) -> None:
    place, expected_start = 0, 0
    for member in members:
        expected = central_header(member)
        if listing[place : place + len(expected)] != expected:
            raise PackageDamaged(path, member.name)
        if member.start < expected_start:
            raise PackageUnsafe(path, member.name, UnsafeReason.OVERLAPPING)
        if member.start > expected_start:
            raise PackageDamaged(path, member.name)
        place += len(expected)
        expected_start = member.end
    if place != len(listing) or expected_start != start:
        raise PackageTruncated(path)
    if tail != ending(len(members), len(listing), start):
        raise PackageTruncated(path)
