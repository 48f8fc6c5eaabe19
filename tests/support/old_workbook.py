"""An .xls made record for record ([MS-XLS]), for tests of reading and of changing it."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.compound import compound

#: TODAY() with the mark of a volatile formula, and A1+1.
TODAY = b"\x19\x01\x00\x00\x21\xdd\x00"
PLUS_ONE = b"\x44\x00\x00\x00\xc0\x1e\x01\x00\x03"


def record(kind: int, data: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(data)) + data


def formula(row: int, column: int, result: bytes | float, tokens: bytes = TODAY) -> bytes:
    """A formula with its stored result."""
    stored = struct.pack("<d", result) if isinstance(result, float) else result
    head = struct.pack("<HHH", row, column, 15) + stored + struct.pack("<HI", 1, 0)
    return record(0x0006, head + struct.pack("<H", len(tokens)) + tokens)


def text_result(text: str) -> bytes:
    """The record that follows a formula whose result is a text."""
    return record(0x0207, struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


TEXT_FOLLOWS = b"\x00" * 6 + b"\xff\xff"


def number(row: int, column: int, value: float, style: int = 15) -> bytes:
    """A number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, text: str, style: int = 15) -> bytes:
    """A text; style 17 is wrapped."""
    head = struct.pack("<HHHHB", row, column, style, len(text), 1)
    return record(0x0204, head + text.encode("utf-16-le"))


@dataclass
class OldSheet:
    """A sheet: its cells' records, and what else is asked for."""

    name: str
    cells: Sequence[bytes] = ()
    state: int = 0
    flags: int = 0x04C1
    fit: tuple[int, int] = (1, 1)
    columns: Sequence[tuple[int, int, float, bool]] = ()
    hidden_rows: Sequence[int] = ()
    heights: Mapping[int, tuple[float, bool]] = field(default_factory=dict)
    header: str = ""
    before: bytes = b""
    extra: Sequence[bytes] = field(default_factory=tuple)

    def stream(self) -> bytes:
        setup = struct.pack("<6H", 9, 100, 1, *self.fit, 0x0002) + bytes(22)
        out = record(0x0809, struct.pack("<HH", 0x0600, 0x0010) + bytes(12))
        out += record(0x0081, struct.pack("<H", self.flags))
        if self.header:
            text = self.header.encode("utf-16-le")
            out += record(0x0014, struct.pack("<HB", len(self.header), 1) + text)
        out += record(0x00A1, setup) + record(0x0055, struct.pack("<H", 8))
        for first, last, width, hidden in self.columns:
            data = struct.pack("<5H2x", first, last, round(width * 256), 15, int(hidden))
            out += record(0x007D, data)
        out += record(0x0200, struct.pack("<IIHHH", 0, 99, 0, 9, 0))
        for row in self.hidden_rows:
            out += record(0x0208, struct.pack("<HHHHHHI", row, 0, 9, 300, 0, 0, 0x20))
        for row, (height, custom) in self.heights.items():
            flags = 0x0F0100 | (0x40 if custom else 0)
            data = struct.pack("<HHHHHHI", row, 0, 9, round(height * 20), 0, 0, flags)
            out += record(0x0208, data)
        return out + b"".join(self.cells) + b"".join(self.extra) + record(0x000A)


def workbook_stream(sheets: Sequence[OldSheet], names: bytes = b"") -> bytes:
    """The stream of a workbook with these sheets; ``names`` are records of defined names."""
    formats = record(0x0031, struct.pack("<H", 220) + bytes(14)) * 4
    dated = "yyyy\\-mm\\-dd"
    code = struct.pack("<HHB", 164, len(dated), 0) + dated.encode()
    formats += record(0x041E, code)
    formats += record(0x00E0, struct.pack("<HH", 0, 0) + bytes(16)) * 16
    formats += record(0x00E0, struct.pack("<HH", 0, 164) + bytes(16))
    formats += record(0x00E0, struct.pack("<HHHB", 0, 0, 0, 8) + bytes(13))
    head = record(0x0809, struct.pack("<HH", 0x0600, 0x0005) + bytes(12)) + formats
    entries = [sheet.name.encode("utf-16-le") for sheet in sheets]
    place = len(head) + sum(4 + 8 + len(entry) for entry in entries) + len(names) + 4
    bounds, body = b"", b""
    for sheet, entry in zip(sheets, entries, strict=True):
        data = struct.pack("<IBBBB", place + len(body), sheet.state, 0, len(sheet.name), 1)
        bounds += record(0x0085, data + entry)
        body += sheet.stream()
    return head + bounds + names + record(0x000A) + body


def print_area(sheet: int, top: int, bottom: int, left: int, right: int) -> bytes:
    """The record of a sheet's print area; all numbers from 0."""
    tokens = b"\x3b\x00\x00" + struct.pack("<4H", top, bottom, left, right)
    head = struct.pack("<HBBHHH4x", 0x20, 0, 1, len(tokens), 0, sheet + 1)
    return record(0x0018, head + b"\x00\x06" + tokens)


def old_workbook(
    path: Path,
    sheets: Sequence[OldSheet],
    names: bytes = b"",
    storages: Mapping[str, Mapping[str, bytes]] | None = None,
) -> Path:
    """An .xls with these sheets; ``storages`` hold the files embedded in it."""
    return compound(path, {"Workbook": workbook_stream(sheets, names)}, storages)
