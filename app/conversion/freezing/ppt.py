"""Date fields of PowerPoint 97-2003 files ([MS-PPT]).

Such a file stores no date with the field, so the date is left out: in place, record for record.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import olefile

_LARGEST_STREAM = 256 * 1024 * 1024
_CONTAINER = 0x0F
_DEPTH = 40

_TEXT_CHARS, _TEXT_BYTES = 0x0FA0, 0x0FA8
_HEADERS_FOOTERS = 0x0FDA
_DATE_MARKS = frozenset({0x0FF7, 0x0FF8, 0x1015})
_UNKNOWN = 0x7FF7
_HAS_DATE, _TODAY = 0x0001, 0x0002


def freeze_ppt(path: Path) -> None:
    """Leave the dates of the day of printing out of a presentation, in place.

    Raises:
        OSError: it is no such file.
    """
    name = "PowerPoint Document"
    with olefile.OleFileIO(str(path), write_mode=True) as container:
        if container.exists(name) and container.get_size(name) <= _LARGEST_STREAM:
            data = bytearray(container.openstream(name).read())
            if freeze_ppt_records(data):
                container.write_stream(name, bytes(data))


def freeze_ppt_records(data: bytearray) -> bool:
    """Change a PowerPoint Document stream in place; return True if anything was changed."""
    changed = False
    text: tuple[int, int, int] | None = None
    for kind, start, length in list(_records(data, 0, len(data), 0)):
        if kind in {_TEXT_CHARS, _TEXT_BYTES}:
            text = (kind, start, length)
        elif kind == _HEADERS_FOOTERS and length >= 4:
            (flags,) = struct.unpack_from("<H", data, start + 2)
            if flags & _HAS_DATE and flags & _TODAY:
                struct.pack_into("<H", data, start + 2, flags & ~(_HAS_DATE | _TODAY))
                changed = True
        elif kind in _DATE_MARKS and length >= 4:
            (position,) = struct.unpack_from("<I", data, start)
            _blank(data, text, position)
            struct.pack_into("<H", data, start - 6, _UNKNOWN)
            changed = True
    return changed


def _blank(data: bytearray, text: tuple[int, int, int] | None, position: int) -> None:
    """Put a space where the text has the mark that stands for the date."""
    if text is None:
        return
    kind, start, length = text
    width = 2 if kind == _TEXT_CHARS else 1
    if (position + 1) * width <= length:
        at = start + position * width
        data[at : at + width] = b" \0"[:width]


def _records(data: bytearray, start: int, end: int, depth: int) -> Iterator[tuple[int, int, int]]:
    position = start
    while position + 8 <= end:
        version, kind, length = struct.unpack_from("<HHI", data, position)
        body = position + 8
        if body + length > end:
            return
        if version & 0x0F == _CONTAINER and depth < _DEPTH:
            yield from _records(data, body, body + length, depth + 1)
        else:
            yield kind, body, length
        position = body + length
