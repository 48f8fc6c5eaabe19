"""The texts of an .xls that cells refer to by number ([MS-XLS] 2.4.265, SST)."""

import struct
from collections.abc import Sequence

_WIDE, _ASIAN, _RICH = 0x01, 0x04, 0x08


def shared_strings(pieces: Sequence[bytes]) -> list[str]:
    """Read the texts out of the SST record and its continuations; stops at damage."""
    if not pieces or len(pieces[0]) < 8:
        return []
    (count,) = struct.unpack_from("<I", pieces[0], 4)
    reader = _Pieces(pieces)
    texts: list[str] = []
    try:
        while len(texts) < count:
            texts.append(reader.text())
    except (IndexError, struct.error):
        pass
    return texts


class _Pieces:
    """Goes through records that continue each other; only a text's letters are split in two."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece, self._at = 0, 8

    def text(self) -> str:
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & _ASIAN else 0
        letters = ""
        while True:
            width = 2 if flags & _WIDE else 1
            here = min(length - len(letters), self._left() // width)
            data = self._take(here * width)
            letters += data.decode("utf-16-le" if width == 2 else "latin-1", "replace")
            if len(letters) >= length:
                break
            # Each continuation of letters begins with flags of its own.
            self._next()
            (flags,) = self._take(1)
        self._skip(4 * runs + extra)
        return letters

    def _left(self) -> int:
        return len(self._pieces[self._piece]) - self._at

    def _next(self) -> None:
        if self._piece + 1 >= len(self._pieces):
            raise IndexError
        self._piece, self._at = self._piece + 1, 0

    def _take(self, size: int) -> bytes:
        if not self._left() and size:
            self._next()
        data = self._pieces[self._piece][self._at : self._at + size]
        if len(data) < size:
            raise IndexError
        self._at += size
        return data

    def _skip(self, size: int) -> None:
        while size > self._left():
            size -= self._left()
            self._next()
        self._at += size
