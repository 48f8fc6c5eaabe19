"""Members of a zip, however they are compressed; Python itself knows only five ways."""

import bz2
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from typing import IO, TYPE_CHECKING, cast

import inflate64
import pyppmd

from app.archives.streams import Slice
from app.archives.zstandard import zstd

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Errors of the libraries that unpack; each means that the data are broken.
BROKEN_DATA = (zstd.ZstdError, pyppmd.PpmdError)

#: Names of methods (APPNOTE 6.3.10, 4.4.5) as the programs that use them show them.
_NAMES = {
    1: "Shrink",
    2: "Reduce",
    3: "Reduce",
    4: "Reduce",
    5: "Reduce",
    6: "Implode",
    9: "Deflate64",
    10: "PKWARE DCL Implode",
    12: "BZip2",
    14: "LZMA",
    16: "IBM CMPSC",
    18: "IBM TERSE",
    19: "LZ77",
    20: "Zstandard",
    93: "Zstandard",
    94: "MP3",
    95: "XZ",
    96: "JPEG",
    97: "WavPack",
    98: "PPMd",
    99: "AES",
}
_PIECE = 1 << 16
_LOCAL_HEADER = 30


def method_name(method: int) -> str:
    """What a method of compression is called."""
    return _NAMES.get(method, f"方法 {method}")


@dataclass(frozen=True)
class ZipSource:
    """A zip with the stream that it is read from.

    Attributes:
        archive: the zip.
        stream: what ``archive`` reads.
        place_of: where a member begins in a zip that spans several files; None for all others.
    """

    archive: zipfile.ZipFile
    stream: IO[bytes]
    place_of: Callable[[zipfile.ZipInfo], int] | None = None

    def open(self, entry: zipfile.ZipInfo) -> AbstractContextManager[IO[bytes]]:
        """Open a member for reading.

        Raises:
            NotImplementedError: its method is one that nothing here unpacks.
            zipfile.BadZipFile: it is not where the directory says.
        """
        method = entry.compress_type
        if self.place_of is None and method not in _DECODERS:
            return self.archive.open(entry)
        decoder = _DECODERS.get(method) or _PLAIN.get(method)
        if decoder is None:
            raise NotImplementedError(method_name(method))
        at = self.place_of(entry) if self.place_of else entry.header_offset
        self.stream.seek(at)
        header = self.stream.read(_LOCAL_HEADER)
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise zipfile.BadZipFile("no local header")
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        packed = Slice(self.stream, at + _LOCAL_HEADER + names, entry.compress_size)
        pieces = decoder(cast("IO[bytes]", BufferedReader(packed)), entry)
        return cast("IO[bytes]", _Checked(pieces, entry.CRC))


class _Checked(RawIOBase):
    """A member's bytes, piece by piece; at the end their check sum must be right."""

    def __init__(self, pieces: Iterator[bytes], expected: int) -> None:
        super().__init__()
        self._pieces, self._expected = pieces, expected
        self._sum, self._left = 0, b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read on. Raises ``BadZipFile`` at the end if the check sum is wrong."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                if self._sum != self._expected:
                    raise zipfile.BadZipFile("wrong check sum")
                return 0
            self._sum, self._left = zlib.crc32(piece, self._sum), piece
        view = memoryview(buffer).cast("B")
        data, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(data)] = data
        return len(data)


def _deflate64(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    inflater = inflate64.Inflater()
    while piece := packed.read(_PIECE):
        yield inflater.inflate(piece)


def _zstandard(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with zstd.open(packed, "rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _xz(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with lzma.open(packed, "rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _ppmd(packed: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """PPMd, variant I: two bytes of parameters, then the data (APPNOTE 5.10)."""
    head = int.from_bytes(packed.read(2), "little")
    order, megabytes, restore = (head & 0xF) + 1, (head >> 4 & 0xFF) + 1, head >> 12
    if order < 2 or restore > 1:
        raise zipfile.BadZipFile("impossible parameters of PPMd")
    decoder = pyppmd.Ppmd8Decoder(order, megabytes << 20, restore)
    left, piece = entry.file_size, b""
    while left > 0:
        if decoder.needs_input and not (piece := packed.read(_PIECE)):
            raise EOFError("packed data ends early")
        out = decoder.decode(piece, min(left, _PIECE))
        piece = b""
        left -= len(out)
        yield out
        if decoder.eof:
            return


def _stored(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    while piece := packed.read(_PIECE):
        yield piece


def _deflated(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while piece := packed.read(_PIECE):
        yield inflater.decompress(piece)


def _bzip2(packed: IO[bytes], _entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with bz2.open(packed, "rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


#: What unpacks the methods that Python knows, where it cannot find the members itself.
_PLAIN: dict[int, Callable[[IO[bytes], zipfile.ZipInfo], Iterator[bytes]]] = {
    0: _stored,
    8: _deflated,
    12: _bzip2,
}
#: What unpacks the methods that Python does not know.
_DECODERS: dict[int, Callable[[IO[bytes], zipfile.ZipInfo], Iterator[bytes]]] = {
    9: _deflate64,
    20: _zstandard,
    93: _zstandard,
    95: _xz,
    98: _ppmd,
}
