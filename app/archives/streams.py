"""An archive as one stream of bytes, even if it was split into several files."""

import bisect
import io
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from app.archives.model import ExpandOrder

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def opened(order: ExpandOrder) -> IO[bytes]:
    """Open an archive for reading; the parts of a split one follow each other in the stream."""
    if len(order.files) == 1:
        return order.files[0].open("rb")
    return cast("IO[bytes]", io.BufferedReader(JoinedFiles(order.files)))


class JoinedFiles(io.RawIOBase):
    """Several files read as one, in their order."""

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__()
        self._files = [path.open("rb") for path in paths]
        sizes = [path.stat().st_size for path in paths]
        #: Where each file begins in the stream, and behind them where the last one ends.
        self.starts = (0, *accumulate(sizes))
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Move to a place; returns it."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.starts[-1]}[whence]
        if base + offset < 0:
            raise OSError(22, "before the beginning")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        """The present place."""
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read on, at most to the end of one file."""
        number = bisect.bisect_right(self.starts, self._at) - 1
        if number >= len(self._files):
            return 0
        view = memoryview(buffer).cast("B")
        left = self.starts[number + 1] - self._at
        self._files[number].seek(self._at - self.starts[number])
        data = self._files[number].read(min(len(view), left))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        """Close every file."""
        for file in self._files:
            file.close()
        super().close()


class Slice(io.RawIOBase):
    """Part of a stream, as a stream; it can only be read forward."""

    def __init__(self, source: IO[bytes], start: int, length: int) -> None:
        super().__init__()
        self._source, self._at, self._end = source, start, start + length

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read on."""
        view = memoryview(buffer).cast("B")
        self._source.seek(self._at)
        data = self._source.read(min(len(view), self._end - self._at))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)
