"""What can still be read of a zip whose directory is cut off or whose parts fail their check.

Office programs mend such files and show them, so their words count.
"""

import struct
import zlib
from collections.abc import Iterator

_HEAD = struct.Struct("<4s5H3I2H")
_SIGNATURE = b"PK\x03\x04"
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_MOST_PARTS = 5000
_LARGEST_PART = 64 << 20
_MOST_BYTES = 256 << 20


def salvaged_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a zip by their own heads: names, and contents as far as they unpack."""
    budget, at = _MOST_BYTES, data.find(_SIGNATURE)
    for _ in range(_MOST_PARTS):
        if at < 0 or budget <= 0:
            return
        part = part_at(data, at, min(budget, _LARGEST_PART))
        if part is not None:
            budget -= len(part[1])
            yield part
        at = data.find(_SIGNATURE, at + len(_SIGNATURE))


def part_at(data: bytes, at: int, most: int = _LARGEST_PART) -> tuple[str, bytes] | None:
    """The part whose head begins at a place; None if there is none that can be read."""
    try:
        signature, _, flags, task_code, _, _, _, packed, _, named, more = _HEAD.unpack_from(
            data, at
        )
    except struct.error:
        return None
    if signature != _SIGNATURE:
        return None
    start = at + _HEAD.size
    raw = data[start : start + named]
    name = raw.decode("utf-8" if flags & _UTF8 else "gb18030", "replace")
    start += named + more
    if task_code == _DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return name, unpacking.decompress(memoryview(data)[start:], most)
        except zlib.error:
            return None
    if task_code == _STORED:
        end = start + packed if packed else data.find(b"PK", start)
        return name, data[start : end if end > 0 else len(data)][:most]
    return None
