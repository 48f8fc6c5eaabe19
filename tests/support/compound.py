"""Makers of OLE compound files and of small binary Word, Excel and PowerPoint documents in them."""

import struct
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(
    path: Path,
    streams: Mapping[str, bytes],
    storages: Mapping[str, Mapping[str, bytes]] | None = None,
    *,
    large: bool = False,
    exact: bool = False,
) -> Path:
    """A compound file ([MS-CFB] version 3) with these streams, each padded to a full 4 KB.

    A ``large`` one, of more than 7 MB, is of version 4. In an ``exact`` one, streams keep their
    length; short ones lie in the stream for such.

    "a/b" is the stream b in the storage a; ``storages`` says the same in another way.
    """
    inside = {f"{a}/{b}": data for a, held in (storages or {}).items() for b, data in held.items()}
    streams = {**streams, **inside}
    sector = 4096 if large else 512
    body = b""
    fat: list[int] = []

    def add(data: bytes) -> int:
        nonlocal body
        count = -(-len(data) // sector)
        start = len(fat)
        fat.extend([*range(start + 1, start + count), _END])
        body += data.ljust(count * sector, b"\0")
        return start

    chains: dict[str, tuple[int, int]] = {}
    small, mini = b"", list[int]()
    for name, data in streams.items():
        held = data if exact else data.ljust(4096, b"\0")
        if len(held) >= 4096 or not held:
            chains[name] = (add(held), len(held)) if held else (_END, 0)
            continue
        count = -(-len(held) // 64)
        chains[name] = len(mini), len(held)
        mini += [*range(len(mini) + 1, len(mini) + count), _END]
        small += held.ljust(count * 64, b"\0")
    root = (add(small), len(small)) if small else (_END, 0)
    table = struct.pack(f"<{len(mini)}I", *mini)
    mini_sectors = -(-len(table) // sector)
    mini_start = add(table.ljust(mini_sectors * sector, b"\xff")) if mini else _END
    entries = _directory(chains, root)
    while len(entries) * 128 % sector:
        entries.append(_entry("", 0, _FREE, _FREE, 0, 0))
    directory = add(b"".join(entries))
    fat_sectors = 1
    while (len(fat) + fat_sectors) * 4 > fat_sectors * sector:
        fat_sectors += 1
    places = list(range(len(fat), len(fat) + fat_sectors))
    fat_table = [*fat, *[_FAT] * fat_sectors]
    fat_table += [_FREE] * (fat_sectors * sector // 4 - len(fat_table))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        4 if large else 3,
        0xFFFE,
        12 if large else 9,
        6,
        b"",
        len(entries) * 128 // sector if large else 0,
        fat_sectors,
        directory,
        0,
        4096,
        mini_start,
        mini_sectors,
        _END,
        0,
        places[0],
    )
    difat = [*places[1:], *[_FREE] * (109 - len(places))]
    header += struct.pack("<108I", *difat)
    header = header.ljust(sector, b"\0")
    path.write_bytes(header + body + struct.pack(f"<{len(fat_table)}I", *fat_table))
    return path


def _directory(chains: Mapping[str, tuple[int, int]], root: tuple[int, int]) -> list[bytes]:
    """The entries: each storage names its first child, and each child the one after it."""
    children: dict[str, list[str]] = {"": []}
    for name in chains:
        parts = name.split("/")
        for depth in range(len(parts)):
            parent, full = "/".join(parts[:depth]), "/".join(parts[: depth + 1])
            if full not in children.setdefault(parent, []):
                children[parent].append(full)
    order = [""]
    for name in order:
        order += children.get(name, [])
    number = {name: position for position, name in enumerate(order)}
    after = {
        one: number[following]
        for siblings in children.values()
        for one, following in pairwise(siblings)
    }
    entries = []
    for name in order:
        kind = 5 if not name else (2 if name in chains else 1)
        own = children.get(name, [])
        start, size = chains.get(name, (0, 0)) if name else root
        entries.append(
            _entry(
                name.rpartition("/")[2] or "Root Entry",
                kind,
                number[own[0]] if own else _FREE,
                after.get(name, _FREE),
                start,
                size,
            )
        )
    return entries


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        wide,
        len(wide) + 2 if name else 0,
        kind,
        1,
        _FREE,
        right,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


def old_word(path: Path, text: str, *, header: str = "", encrypted: bool = False) -> Path:
    """A .doc whose text lies in one 16-bit piece, with a page header if asked for."""
    body = text.replace("\n", "\r") + "\r"
    around = f"{header}\r" if header else ""
    everything = (body + around).encode("utf-16-le")
    start = 0x400
    main = bytearray(start) + everything
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x0200 | (0x0100 if encrypted else 0))
    struct.pack_into("<8I", main, 0x4C, len(body), 0, len(around), 0, 0, 0, 0, 0)
    pieces = struct.pack("<II", 0, len(body) + len(around)) + struct.pack("<HIH", 0, start, 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    return compound(path, {"WordDocument": bytes(main), "1Table": table})


def old_workbook(path: Path, cells: list[str]) -> Path:
    """An .xls whose shared strings are these; it has no sheets and is for guessing only."""
    strings = b"".join(struct.pack("<HB", len(c), 1) + c.encode("utf-16-le") for c in cells)
    record = struct.pack("<II", len(cells), len(cells)) + strings
    stream = struct.pack("<HH", 0xFC, len(record)) + record
    return compound(path, {"Workbook": stream})


def old_slides(path: Path, texts: list[str]) -> Path:
    """A .ppt with one slide of these texts."""
    atoms = b""
    for text in texts:
        data = text.encode("utf-16-le")
        atoms += struct.pack("<HHI", 0, 0x0FA0, len(data)) + data
    slide = struct.pack("<HHI", 0xF, 0x03EE, len(atoms)) + atoms
    return compound(path, {"PowerPoint Document": slide})


def word_with_properties(
    path: Path, stretches: list[tuple[str, bytes]], more: Mapping[str, bytes] | None = None
) -> Path:
    """A .doc whose stretches of text each bear these property modifiers ([MS-DOC] 2.6.1).

    ``more`` are further streams, with a "/" between a storage and its stream.
    """
    text = "".join(words for words, _ in stretches) + "\r"
    start, page = 0x800, 0x600
    main = bytearray(start) + text.encode("utf-16-le")
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x0200)
    struct.pack_into("<I", main, 0x4C, len(text))
    bounds = [start]
    for words, _ in stretches:
        bounds.append(bounds[-1] + 2 * len(words))
    bounds.append(bounds[-1] + 2)
    count = len(bounds) - 1
    struct.pack_into(f"<{count + 1}I", main, page, *bounds)
    place = 510
    for number, (_, modifiers) in enumerate(stretches):
        if not modifiers:
            continue
        place = (place - 1 - len(modifiers)) & ~1
        main[page + place] = len(modifiers)
        main[page + place + 1 : page + place + 1 + len(modifiers)] = modifiers
        main[page + 4 * (count + 1) + number] = place // 2
    main[page + 511] = count
    properties = struct.pack("<III", start, bounds[-1], page // 512)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, start, 0)
    table = properties + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", main, 0xFA, 0, len(properties))
    struct.pack_into("<II", main, 0x1A2, len(properties), len(table) - len(properties))
    return compound(path, {"WordDocument": bytes(main), "1Table": table, **(more or {})})
