"""A maker of RAR archives whose members are only stored, not compressed."""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

_LONG, _UNICODE = 0x8000, 0x0200


def stored_rar(path: Path, members: Mapping[str, bytes]) -> Path:
    """A RAR (version 2.9 format) with these members; names must be ASCII."""
    archive = b"Rar!\x1a\x07\x00" + _block(0x73, 0, b"\0" * 6)
    for name, data in members.items():
        raw = name.encode("ascii")
        fields = struct.pack(
            "<IIBIIBBHI",
            len(data),
            len(data),
            3,  # made on Unix
            zlib.crc32(data),
            0x5021_0000,
            29,
            0x30,  # stored
            len(raw),
            0o100644,
        )
        archive += _block(0x74, _LONG, fields + raw) + data
    path.write_bytes(archive + _block(0x7B, 0x4000, b""))
    return path


def rar_volumes(folder: Path, stem: str, name: str, data: bytes) -> list[Path]:
    """A RAR of one member, split into 材料.part1.rar and 材料.part2.rar."""
    half = len(data) // 2
    pieces = (data[:half], data[half:])
    paths = [folder / f"{stem}.part{number}.rar" for number in (1, 2)]
    for number, (path, piece) in enumerate(zip(paths, pieces, strict=True)):
        main = 0x0011 | (0x0100 if number == 0 else 0)  # volume, new numbering, first volume
        split = _LONG | (0x02 if number == 0 else 0x01)  # goes on in, comes from another volume
        end = 0x4000 | (0x01 if number == 0 else 0)
        raw = name.encode("ascii")
        fields = struct.pack(
            "<IIBIIBBHI",
            len(piece),
            len(data),
            3,
            zlib.crc32(piece if number == 0 else data),
            0x5021_0000,
            29,
            0x30,
            len(raw),
            0o100644,
        )
        path.write_bytes(
            b"Rar!\x1a\x07\x00"
            + _block(0x73, main, b"\0" * 6)
            + _block(0x74, split, fields + raw)
            + piece
            + _block(0x7B, end, b"")
        )
    return paths


def _block(kind: int, flags: int, rest: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head
