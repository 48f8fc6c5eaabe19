"""Where the bytes of a package come from: memory, or an original that may be damaged."""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.errors import FileUnreadable, OriginalDamaged, OriginalMissing
from app.exchange.envelope.parts import OriginalEntry, OriginalPiece
from app.jobs import JobContext
from app.paths import extended

_CHUNK = 4 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """An entry with where its bytes come from: memory, or a stretch of an original."""

    name: str
    size: int
    source: bytes | OriginalPiece


def bytes_of(content: Content, buffer: memoryview) -> Iterator[memoryview]:
    """The content in pieces of the buffer's size; at least one, be it empty."""
    if isinstance(content.source, bytes):
        whole = memoryview(content.source)
        for place in range(0, max(len(whole), 1), len(buffer)):
            yield whole[place : place + len(buffer)]
        return
    yield from _pieces_of(content.source, buffer)


def _pieces_of(piece: OriginalPiece, buffer: memoryview) -> Iterator[memoryview]:
    original = piece.original
    with _source_errors(original):
        stream = extended(original.path).open("rb", buffering=0)
    with stream:
        if os.fstat(stream.fileno()).st_size != original.size:
            raise OriginalDamaged(original.sha256, original.path)
        stream.seek(piece.offset)
        left = piece.length
        while True:
            wanted = min(left, len(buffer))
            with _source_errors(original):
                count = _fill(stream, buffer[:wanted])
            if count != wanted:
                raise OriginalDamaged(original.sha256, original.path)
            left -= count
            yield buffer[:count]
            if left == 0:
                return


def _fill(stream: io.FileIO, buffer: memoryview) -> int:
    """Read until the buffer is full or the file at its end."""
    done = 0
    while done < len(buffer) and (count := stream.readinto(buffer[done:])):
        done += count
    return done


@contextmanager
def _source_errors(original: OriginalEntry) -> Iterator[None]:
    """Tell trouble with an original from trouble with the drive that is written to."""
    try:
        yield
    except FileNotFoundError:
        raise OriginalMissing(original.sha256) from None
    except OSError as error:
        raise FileUnreadable(original.path, error.strerror or str(error)) from error


def digest_of(piece: OriginalPiece, job: JobContext) -> str:
    """The SHA-256 of one piece of an original."""
    digest = hashlib.sha256()
    for run in _pieces_of(piece, memoryview(bytearray(_CHUNK))):
        job.check_cancelled()
        digest.update(run)
    return digest.hexdigest()


def blame_original(member: str, contents: Iterable[Content]) -> None:
    """Raise ``OriginalDamaged`` if the fault is not the drive's but was there before."""
    for content in contents:
        if content.name == member and isinstance(content.source, OriginalPiece):
            original = content.source.original
            with extended(original.path).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
            if found != original.sha256:
                raise OriginalDamaged(original.sha256, original.path)
