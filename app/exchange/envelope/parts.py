"""Cutting a package into parts that fit a stick: which content goes into which part."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.exchange.errors import PartTooSmall

#: FAT32, which most sticks bear, holds no file of 4 GiB; a little less leaves room for its maker.
FAT32_PART = (4 << 30) - (1 << 20)

#: More than an entry needs in the container and in the manifest beside its content.
ENTRY_OVERHEAD = 640
#: More than the header, the lists' own text and the signature need.
BASE_OVERHEAD = 16 << 10
#: Encryption adds 16 bytes to each 64 KiB and a few hundred to the whole.
_SEALED_PIECE, _SEALED_EXTRA, _SEALED_BASE = 64 << 10, 16, 1024


@dataclass(frozen=True, slots=True)
class OriginalEntry:
    """An original to be packed: where its bytes are, and the suffix that opens it (".pdf")."""

    sha256: str
    path: Path
    size: int
    suffix: str


@dataclass(frozen=True, slots=True)
class OriginalPiece:
    """What one part holds of an original; ``number`` is 0 for the whole, else it counts from 1."""

    original: OriginalEntry
    number: int
    offset: int
    length: int


def plan_parts(
    originals: Sequence[OriginalEntry], documents_size: int, documents: int, part_size: int | None
) -> tuple[tuple[OriginalPiece, ...], ...]:
    """Share the originals out in their order; the documents go into the first part.

    An original goes whole into one part if any part can hold it, and is cut otherwise.

    Raises:
        PartTooSmall: the documents alone do not fit.
    """
    if part_size is None:
        return (tuple(OriginalPiece(o, 0, 0, o.size) for o in originals),)
    room = _room(part_size)
    needed = documents_size + documents * ENTRY_OVERHEAD
    least = max(needed, ENTRY_OVERHEAD + _SEALED_PIECE)
    if least > room:
        raise PartTooSmall(part_size, _size_for(least))
    parts: list[list[OriginalPiece]] = [[]]
    left = room - needed
    for original in originals:
        whole = original.size + ENTRY_OVERHEAD
        if whole > left and whole <= room:
            parts.append([])
            left = room
        if whole <= left:
            parts[-1].append(OriginalPiece(original, 0, 0, original.size))
            left -= whole
            continue
        offset, number = 0, 0
        while offset < original.size:
            if left <= ENTRY_OVERHEAD:
                parts.append([])
                left = room
            length = min(left - ENTRY_OVERHEAD, original.size - offset)
            number += 1
            parts[-1].append(OriginalPiece(original, number, offset, length))
            offset += length
            left -= length + ENTRY_OVERHEAD
    return tuple(tuple(part) for part in parts)


def part_paths(target: Path, package_id: str, count: int) -> tuple[Path, ...]:
    """Name the files: the target itself, or one beside it for each part.

    Parts bear the end of the package's id, so that they never mix with another package's.
    """
    if count == 1:
        return (target,)
    tail = package_id[-6:]
    return tuple(
        target.with_name(f"{target.stem}.{tail}.分卷{n}-{count}{target.suffix}")
        for n in range(1, count + 1)
    )


def sealed_size(size: int) -> int:
    """At most how large ``size`` bytes are once they are encrypted."""
    return size + (size // _SEALED_PIECE + 1) * _SEALED_EXTRA + _SEALED_BASE


def _room(part_size: int) -> int:
    usable = part_size - _SEALED_BASE - part_size // (_SEALED_PIECE // _SEALED_EXTRA) - 1
    return usable - BASE_OVERHEAD


def _size_for(room: int) -> int:
    """The smallest part that leaves this much room, or a few bytes more."""
    share = _SEALED_PIECE // _SEALED_EXTRA
    return (room + BASE_OVERHEAD + _SEALED_BASE + 1) * share // (share - 1) + 2
