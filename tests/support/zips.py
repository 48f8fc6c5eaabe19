"""Archives as other programs write them: methods that Python does not write, split sets."""

import struct
import zlib
from pathlib import Path

import py7zr

_ZSTANDARD = bytes.fromhex("04f71101")


def packed_zip(path: Path, name: str, method: int, packed: bytes, plain: bytes) -> Path:
    """A zip of one member that was packed elsewhere."""
    raw = name.encode()
    common = struct.pack(
        "<HHHHIIIHH",
        0x800,
        method,
        0,
        0x21,
        zlib.crc32(plain),
        len(packed),
        len(plain),
        len(raw),
        0,
    )
    local = b"PK\x03\x04" + struct.pack("<H", 63) + common + raw + packed
    entry = b"PK\x01\x02" + struct.pack("<HH", 63, 63) + common
    entry += struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    path.write_bytes(local + entry + b"PK\x05\x06" + end)
    return path


def spanned_zip(folder: Path, stem: str, members: dict[str, bytes], first: int) -> list[Path]:
    """材料.z01 and 材料.zip: stored members in a zip whose first file is ``first`` bytes long.

    As in real ones, places are counted from the beginning of the file in which they lie.
    """
    data, entries = b"PK\x07\x08", b""
    for name, plain in members.items():
        raw = name.encode()
        disk, at = divmod(len(data), first) if len(data) < first else (1, len(data) - first)
        sizes = zlib.crc32(plain), len(plain), len(plain), len(raw), 0
        common = struct.pack("<HHHHIIIHH", 0x800, 0, 0, 0x21, *sizes)
        data += b"PK\x03\x04" + struct.pack("<H", 20) + common + raw + plain
        entries += b"PK\x01\x02" + struct.pack("<HH", 20, 20) + common
        entries += struct.pack("<HHHII", 0, disk, 0, 0, at) + raw
    count = len(members)
    end = struct.pack("<HHHHIIH", 1, 1, count, count, len(entries), len(data) - first, 0)
    data += entries + b"PK\x05\x06" + end
    paths = [folder / f"{stem}.z01", folder / f"{stem}.zip"]
    for path, piece in zip(paths, (data[:first], data[first:]), strict=True):
        path.write_bytes(piece)
    return paths


def seven_zip_packed_by(path: Path, method: bytes) -> Path:
    """A 7z whose header names this method, four bytes long."""
    with py7zr.SevenZipFile(path, "w", filters=[{"id": py7zr.FILTER_ZSTD, "level": 3}]) as archive:
        archive.set_encoded_header_mode(False)
        archive.writestr(b"content" * 50, "a.txt")
    data = bytearray(path.read_bytes())
    offset, size = struct.unpack("<QQ", data[12:28])
    header = 32 + offset
    at = data.index(_ZSTANDARD, header)
    data[at : at + 4] = method
    data[28:32] = struct.pack("<I", zlib.crc32(data[header : header + size]))
    data[8:12] = struct.pack("<I", zlib.crc32(data[12:32]))
    path.write_bytes(data)
    return path
