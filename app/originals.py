"""The originals: one copy of each content, named by its SHA-256, never changed afterwards.

A copy that something else altered is mended by whatever brings the right bytes: the same file
taken in again, a package, a backup. The altered file is kept in ``damaged/``: it may be the only
trace of what a person or a failing disk did to it, and nothing is lost by keeping it.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from uuid6 import uuid7

from app.errors import DiskFull, FileUnreadable, OriginalDamaged, OriginalMissing
from app.paths import extended, is_link, sync_folder
from app.plain_files import open_plain
from app.private_files import FIXED, make_private_folder

#: Small enough to stay in the processor's cache while both check sums are taken and it is written.
CHUNK = 1 << 18
#: What must stay free on the disk after a copy, so that the database can still be written.
RESERVE = 64 << 20


class StoreOutcome(StrEnum):
    """What the store had of a content when it came: nothing, the same, or an altered file."""

    NEW = "new"
    PRESENT = "present"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class StoredOriginal:
    """An original in the store, sound in any case."""

    sha256: str
    sm3: str
    size: int
    outcome: StoreOutcome


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

    def fetch(
        self, source: Path, sha256: str, on_chunk: Callable[[int], None] | None = None
    ) -> StoreOutcome:
        """Store a copy of a file that should have this content.

        Raises ``OriginalDamaged`` if it has another; then nothing is stored.
        """

    def adopt(self, file: Path, sha256: str) -> StoreOutcome:
        """Move in a file whose content was just compared.

        A power cut may undo it until ``settle`` is told of it.
        """

    def path(self, sha256: str) -> Path:
        """Name a local file with the content. Raises ``OriginalMissing``."""

    def contains(self, sha256: str) -> bool:
        """True if the content is stored; it may have been altered since."""

    def intact(self, sha256: str, on_chunk: Callable[[int], None] | None = None) -> bool:
        """True if the content is stored unaltered; reads it."""

    def verify(self, sha256: str, on_chunk: Callable[[int], None] | None = None) -> Digests:
        """Read the content again. Raises ``OriginalMissing`` or ``OriginalDamaged``."""

    def stored(self) -> Iterator[str]:
        """Name every stored content by its SHA-256, in order."""


class FolderStore:
    """Originals in a folder: ``ab/abcd…``, written beside, synchronised, then renamed."""

    def __init__(self, root: Path) -> None:
        self._root = extended(root)
        self._incoming = self._root / ".incoming"
        self._damaged = self._root / "damaged"

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
        with self._copied(source, on_chunk) as (part, digests):
            outcome = self._take(part, digests.sha256)
        return StoredOriginal(digests.sha256, digests.sm3, digests.size, outcome)

    def fetch(
        self, source: Path, sha256: str, on_chunk: Callable[[int], None] | None = None
    ) -> StoreOutcome:
        """See ``OriginalStore.fetch``. Raises as ``copy_in``, too."""
        with self._copied(source, on_chunk) as (part, digests):
            if digests.sha256 != sha256:
                raise OriginalDamaged(sha256, source)
            outcome = self._take(part, sha256)
        self.settle([sha256])
        return outcome

    def adopt(self, file: Path, sha256: str) -> StoreOutcome:
        """See ``OriginalStore.adopt``. From the same disk the file is only renamed."""
        if self.intact(sha256):
            file.unlink()
            return StoreOutcome.PRESENT
        part = self._part()
        try:
            shutil.move(file, part)
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            return self._take(part, sha256)
        finally:
            part.unlink(missing_ok=True)

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

    def intact(self, sha256: str, on_chunk: Callable[[int], None] | None = None) -> bool:
        """See ``OriginalStore.intact``. A file that cannot be read is not."""
        return has_content(self._place(sha256), sha256, on_chunk)

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
            if folder.is_dir() and folder not in {self._incoming, self._damaged}:
                yield from sorted(entry.name for entry in folder.iterdir())

    def clear_incoming(self) -> int:
        """Remove what interrupted copies left behind; returns how many there were."""
        if is_link(self._incoming) or not self._incoming.is_dir():
            return 0  # what a link leads to may be anybody's
        leftovers = list(self._incoming.glob("*.part"))
        for part in leftovers:
            part.unlink()
        return len(leftovers)

    def _place(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256

    def _part(self) -> Path:
        make_private_folder(self._root)
        make_private_folder(self._incoming)
        return self._incoming / f"{uuid7()}.part"

    @contextmanager
    def _copied(
        self, source: Path, on_chunk: Callable[[int], None] | None
    ) -> Iterator[tuple[Path, Digests]]:
        """A copy of a file beside the store, which vanishes unless it is put in place."""
        part = self._part()
        try:
            yield part, self._copy(source, part, on_chunk)
        finally:
            part.unlink(missing_ok=True)

    def _take(self, part: Path, sha256: str) -> StoreOutcome:
        """Put a file with the right content in its place, unless the same lies there unaltered.

        A kill between the two steps of mending leaves the place empty: it is mended next time.
        """
        target = self._place(sha256)
        if not target.exists():
            _put_in_place(part, target)
            return StoreOutcome.NEW
        same_size = target.stat().st_size == part.stat().st_size
        if same_size and self.intact(sha256):
            return StoreOutcome.PRESENT
        self._set_aside(target)
        _put_in_place(part, target)
        return StoreOutcome.MENDED

    def _set_aside(self, altered: Path) -> None:
        make_private_folder(self._damaged)
        with suppress(FileNotFoundError):  # another thread was first
            altered.rename(self._damaged / f"{altered.name}-{uuid7()}")

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
    make_private_folder(target.parent)
    part.chmod(FIXED)
    try:
        part.replace(target)
    except PermissionError:
        # Windows does not replace a read-only file: another thread was first with it.
        if not target.exists():
            raise


def has_content(path: Path, sha256: str, on_chunk: Callable[[int], None] | None = None) -> bool:
    """True if a file can be read and has just this content; one check sum, for speed."""
    digest, buffer = hashlib.sha256(), memoryview(bytearray(CHUNK))
    try:
        with open_plain(path) as reader:
            while count := reader.readinto(buffer):
                digest.update(buffer[:count])
                if on_chunk is not None:
                    on_chunk(count)
    except OSError:
        return False
    return digest.hexdigest() == sha256


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
    # Whoever only reads rows needs none of it.
    from cryptography.hazmat.primitives.hashes import SM3, Hash

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
