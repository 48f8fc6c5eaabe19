"""The originals: one copy per content, under its SHA-256, never altered afterwards."""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SM3, Hash
from uuid6 import uuid7

from app.errors import DiskFull, FileUnreadable, OriginalDamaged, OriginalMissing
from app.paths import extended, sync_folder

#: Small enough to stay in the processor's cache while both check sums are taken and it is written.
CHUNK = 1 << 18
#: What must stay free on the disk after a copy, so that the database can still be written.
RESERVE = 64 << 20


@dataclass(frozen=True, slots=True)
class StoredOriginal:
    """An original in the store; ``new`` is False if the same content was there before."""

    sha256: str
    sm3: str
    size: int
    new: bool


@dataclass(frozen=True, slots=True)
class Digests:
    """The two check sums (hex) and the length of some content."""

    sha256: str
    sm3: str
    size: int


class OriginalStore(Protocol):
    """Where the bytes of the originals are; a folder today, an object store when one is needed."""

    def import_file(
        self, source: Path, on_chunk: Callable[[int], None] | None = None
    ) -> StoredOriginal:
        """Store a copy of ``source``; ``on_chunk`` hears of each run of bytes and may raise."""

    def copy_in(
        self, source: Path, on_chunk: Callable[[int], None] | None = None
    ) -> StoredOriginal:
        """Store a copy that a power cut may still undo until ``settle`` is told of it."""

    def settle(self, stored: Iterable[str]) -> None:
        """Make sure that these copies (by SHA-256) outlive a power cut."""

    def adopt(self, file: Path, sha256: str) -> bool:
        """Move in a file whose content was just compared; False if it was stored before.

        A power cut may undo it until ``settle`` is told of it.
        """

    def path(self, sha256: str) -> Path:
        """Name a local file with the content. Raises ``OriginalMissing``."""

    def contains(self, sha256: str) -> bool:
        """True if the content is stored."""

    def verify(self, sha256: str, on_chunk: Callable[[int], None] | None = None) -> Digests:
        """Read the content again. Raises ``OriginalMissing`` or ``OriginalDamaged``."""

    def stored(self) -> Iterator[str]:
        """Name every stored content by its SHA-256, in order."""


class FolderStore:
    """Originals in a folder: ``ab/abcd…``, written beside, synchronised, then renamed."""

    def __init__(self, root: Path) -> None:
        self._root = extended(root)
        self._incoming = self._root / ".incoming"

    def import_file(
        self, source: Path, on_chunk: Callable[[int], None] | None = None
    ) -> StoredOriginal:
        """See ``OriginalStore.import_file``. Raises as ``copy_in``."""
        stored = self.copy_in(source, on_chunk)
        self.settle([stored.sha256])
        return stored

    def copy_in(
        self, source: Path, on_chunk: Callable[[int], None] | None = None
    ) -> StoredOriginal:
        """See ``OriginalStore.copy_in``.

        Raises:
            FileUnreadable: the source cannot be read, or changed while it was read.
            DiskFull: the disk has no room for the copy.
        """
        self._incoming.mkdir(parents=True, exist_ok=True)
        part = self._incoming / f"{uuid7()}.part"
        try:
            digests = self._copy(source, part, on_chunk)
            target = self._place(digests.sha256)
            if target.exists() and target.stat().st_size == digests.size:
                return StoredOriginal(digests.sha256, digests.sm3, digests.size, new=False)
            _put_in_place(part, target)
            return StoredOriginal(digests.sha256, digests.sm3, digests.size, new=True)
        finally:
            part.unlink(missing_ok=True)

    def adopt(self, file: Path, sha256: str) -> bool:
        """See ``OriginalStore.adopt``. From the same disk the file is only renamed."""
        target = self._place(sha256)
        if target.exists() and target.stat().st_size == file.stat().st_size:
            file.unlink()
            return False
        self._incoming.mkdir(parents=True, exist_ok=True)
        part = self._incoming / f"{uuid7()}.part"
        try:
            shutil.move(file, part)
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            _put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
        return True

    def settle(self, stored: Iterable[str]) -> None:
        """See ``OriginalStore.settle``.

        The bytes were synchronised before the renaming; what is left is the folders' entries, and
        file systems write those of many folders down in one go.
        """
        for folder in sorted({self._place(sha256).parent for sha256 in stored}):
            sync_folder(folder)

    def path(self, sha256: str) -> Path:
        """See ``OriginalStore.path``."""
        place = self._place(sha256)
        if not place.is_file():
            raise OriginalMissing(sha256)
        return place

    def contains(self, sha256: str) -> bool:
        """See ``OriginalStore.contains``."""
        return self._place(sha256).is_file()

    def verify(self, sha256: str, on_chunk: Callable[[int], None] | None = None) -> Digests:
        """See ``OriginalStore.verify``."""
        place = self.path(sha256)
        digests = digest_file(place, on_chunk)
        if digests.sha256 != sha256:
            raise OriginalDamaged(sha256, place)
        return digests

    def stored(self) -> Iterator[str]:
        """See ``OriginalStore.stored``."""
        if not self._root.is_dir():
            return
        for folder in sorted(self._root.iterdir()):
            if folder.is_dir() and folder != self._incoming:
                yield from sorted(entry.name for entry in folder.iterdir())

    def clear_incoming(self) -> int:
        """Remove what interrupted copies left behind; returns how many there were."""
        leftovers = list(self._incoming.glob("*.part")) if self._incoming.is_dir() else []
        for part in leftovers:
            part.unlink()
        return len(leftovers)

    def _place(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256

    def _copy(self, source: Path, part: Path, on_chunk: Callable[[int], None] | None) -> Digests:
        source = extended(source)
        try:
            with source.open("rb") as reader:
                before = os.fstat(reader.fileno())
                free = shutil.disk_usage(self._incoming).free
                if free < before.st_size + RESERVE:
                    raise DiskFull(self._root, before.st_size + RESERVE, free)
                with part.open("xb") as writer:
                    digests = _digest(reader.readinto, on_chunk, writer.write, before.st_size)
                    writer.flush()
                    os.fsync(writer.fileno())
                after = os.fstat(reader.fileno())
        except OSError as error:
            if error.filename is not None and Path(error.filename) == part:
                raise
            raise FileUnreadable(source, error.strerror or str(error)) from error
        changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
        if changed or digests.size != before.st_size:
            raise FileUnreadable(source, "复制过程中文件被改动")
        return digests


def _put_in_place(part: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    part.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
    try:
        part.replace(target)
    except PermissionError:
        # Windows does not replace a read-only file: another thread was first with it.
        if not target.exists():
            raise


def digest_file(path: Path, on_chunk: Callable[[int], None] | None = None) -> Digests:
    """Read a file once, piece by piece, for both check sums."""
    with extended(path).open("rb") as reader:
        return _digest(reader.readinto, on_chunk)


def _digest(
    read_into: Callable[[memoryview], int],
    on_chunk: Callable[[int], None] | None,
    write: Callable[[memoryview], object] | None = None,
    limit: int | None = None,
) -> Digests:
    """Run ``read_into`` until it gives nothing more, or more than ``limit`` bytes."""
    sha256, sm3, size = hashlib.sha256(), Hash(SM3()), 0
    buffer = memoryview(bytearray(CHUNK))
    while (limit is None or size <= limit) and (count := read_into(buffer)):
        piece = buffer[:count]
        sha256.update(piece)
        sm3.update(piece)
        if write is not None:
            write(piece)
        size += count
        if on_chunk is not None:
            on_chunk(count)
    return Digests(sha256.hexdigest(), sm3.finalize().hex(), size)
