"""Opening a package: everything is checked before anything leaves the temporary folder."""

import errno
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import DiskFull, FolderNotWritable
from app.exchange.envelope import bag, naming
from app.exchange.envelope.bounds import demand_bounds
from app.exchange.envelope.checking import (
    CheckedPart,
    check_contents,
    check_part,
    read_content,
)
from app.exchange.envelope.container import ContainerEntry
from app.exchange.envelope.header import PackageHeader
from app.exchange.errors import (
    PackageDamaged,
    PackageMemberMissing,
    PackageNotAFile,
    PackagePartsMissing,
    PackagePartsMixed,
    PackageSealed,
    PackageSealedForOthers,
    PackageUnreadable,
)
from app.jobs import JobContext, Progress
from app.originals import OriginalStore, StoreOutcome
from app.paths import extended
from app.plain_files import NotPlain, open_plain
from app.signatures import sealing
from app.signatures.errors import SealBroken, SealedForOthers
from app.signatures.sealing import Opener
from app.signatures.signing import fingerprint
from app.workroom import workroom

MEGABYTE = 1 << 20
#: What must stay free on the disk after unpacking.
RESERVE = 64 << 20


@dataclass(frozen=True, slots=True)
class PackedOriginal:
    """An original in a package; ``suffix`` opens it (".pdf", or "")."""

    sha256: str
    size: int
    suffix: str


class OpenedPackage:
    """A package of which everything was found right. It is only valid in its ``with`` block."""

    def __init__(
        self,
        parts: Sequence[CheckedPart],
        streams: Mapping[Path, BinaryIO],
        scratch: Path,
        unpacked: Mapping[str, Path],
    ) -> None:
        self._parts = parts
        self._streams = streams
        self._scratch = scratch
        self._unpacked = dict(unpacked)
        self._places = _places(parts)
        first = parts[0]
        self.paths = tuple(part.path for part in parts)
        self.header: PackageHeader = first.header
        self.signer: bytes = first.signer
        self.documents: tuple[str, ...] = tuple(
            name.removeprefix(naming.DOCUMENTS) for name in first.documents
        )
        self.originals: tuple[PackedOriginal, ...] = tuple(
            PackedOriginal(
                sha256, sum(part.members[n].size for part, n in pieces), _suffix(pieces[0][1])
            )
            for sha256, pieces in self._places.items()
        )

    @property
    def fingerprint(self) -> str:
        """The signer's key in digits, for people to compare."""
        return fingerprint(self.signer)

    def document(self, name: str) -> bytes:
        """Read a document ("payload.json").

        Raises:
            PackageMemberMissing: the package has none of this name.
            PackageDamaged: the file on the stick changed meanwhile.
        """
        member = naming.document_member(name)
        part = self._parts[0]
        if member not in part.digests:
            raise PackageMemberMissing(part.path, member)
        with _reading(part.path):
            return read_content(self._streams[part.file], part, member)

    def unpacked(self, sha256: str) -> bool:
        """True if an original was asked for while the package was opened."""
        return sha256 in self._unpacked

    def unpacked_files(self) -> Mapping[str, Path]:
        """What was asked for while the package was opened, by SHA-256, and where it lies."""
        return dict(self._unpacked)

    def copy_original(self, sha256: str, store: OriginalStore) -> StoreOutcome:
        """Put an original into a store, compared once more on the way.

        What was unpacked while the package was opened is moved, everything else copied. Tell
        ``store.settle`` of all of them afterwards.

        Raises:
            PackageMemberMissing: the package does not hold it.
            PackageDamaged: the file on the stick changed meanwhile.
            DiskFull: the disk has no room.
        """
        pieces = self._places.get(sha256)
        if pieces is None:
            raise PackageMemberMissing(self.paths[0], naming.original_member(sha256, ""))
        file = self._unpacked.pop(sha256, None) or self._copy_out(sha256, pieces)
        return store.adopt(file, sha256)

    def _copy_out(self, sha256: str, pieces: Sequence[tuple[CheckedPart, str]]) -> Path:
        target = self._scratch / sha256
        digest = hashlib.sha256()
        with _writing(self._scratch), target.open("wb") as writer:
            for part, name in pieces:
                for piece in self._pieces(part, name):
                    digest.update(piece)
                    writer.write(piece)
        if digest.hexdigest() != sha256:
            target.unlink()
            raise PackageDamaged(pieces[0][0].path, pieces[0][1])
        return target

    def _pieces(self, part: CheckedPart, name: str) -> Iterator[bytes]:
        member, stream = part.members[name], self._streams[part.file]
        with _reading(part.path):
            stream.seek(member.offset)
            left = member.size
            while left and (piece := stream.read(min(left, MEGABYTE))):
                left -= len(piece)
                yield piece


@contextmanager
def open_package(
    paths: Sequence[Path],
    *,
    job: JobContext,
    opener: Opener | None = None,
    scratch: Path | None = None,
    unpack: Callable[[str], bool] | None = None,
) -> Iterator[OpenedPackage]:
    """Open a package from its file, or from the files of all its parts in any order.

    Every byte is compared before the block begins. Nothing is written but temporary files in
    ``scratch`` (the system's temporary folder by default), which vanish with the block: what was
    decrypted with ``opener``, and the originals for whose SHA-256 ``unpack`` says yes. Those are
    unpacked in the same pass, so that ``copy_original`` only moves them; ``scratch`` should then
    be on the disk of the workspace. What was decrypted has no name there, or is deleted by the
    system when it is closed, so that it does not outlive this program even if that is killed.

    Raises:
        PackageError: why the package is refused; each kind has its own class.
        DiskFull, FolderNotWritable: no room for what is decrypted or unpacked.
        Cancelled: the job was cancelled.
    """
    with ExitStack() as stack:
        with _writing(scratch or Path(tempfile.gettempdir())):
            work = stack.enter_context(workroom(scratch and extended(scratch)))
        streams: dict[Path, BinaryIO] = {}
        parts: list[CheckedPart] = []
        for number, path in enumerate(paths):
            with _reading(path):
                file, plain = _plain_file(path, work / f"part-{number}", opener, job)
                stream = streams[file] = stack.enter_context(plain)
                parts.append(check_part(stream, file, path))
        ordered = _in_order(parts)
        demand_bounds(ordered)
        unpacked = _check_all(ordered, streams, work, unpack, job)
        _compare_whole(ordered)
        yield OpenedPackage(ordered, streams, work, unpacked)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except NotPlain:
        raise PackageNotAFile(path) from None
    except OSError as error:
        raise PackageUnreadable(path, error.strerror or str(error)) from error


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tell trouble with our own disk from trouble with the stick."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(folder, RESERVE, shutil.disk_usage(folder).free) from error
        raise FolderNotWritable(folder, error.strerror or str(error)) from error


def _plain_file(
    path: Path, target: Path, opener: Opener | None, job: JobContext
) -> tuple[Path, BinaryIO]:
    """The package itself, or what was decrypted from it, with an open stream of it.

    What was decrypted is called ``target`` and is nowhere but in its stream.
    """
    with open_plain(path) as stream:
        if stream.read(len(sealing.OPENING)) != sealing.OPENING:
            return path, open_plain(path)
        if opener is None:
            raise PackageSealed(path)
        size = stream.seek(0, 2)
        stream.seek(0)
        _make_room(target.parent, size)
        meter = _Meter(job, "unseal", size, path.name)
        with ExitStack() as stack, _writing(target.parent):
            plain = stack.enter_context(tempfile.TemporaryFile(dir=target.parent))

            def write(piece: bytes) -> None:
                meter.add(len(piece))
                with _writing(target.parent):
                    plain.write(piece)

            try:
                sealing.unseal(stream, write, opener)
            except SealedForOthers:
                raise PackageSealedForOthers(path) from None
            except SealBroken:
                raise PackageDamaged(path, naming.SEALED) from None
            plain.flush()
            stack.pop_all()  # the caller closes it
    return target, plain


def _in_order(parts: Sequence[CheckedPart]) -> tuple[CheckedPart, ...]:
    """All parts of one package from the first to the last.

    Raises:
        PackagePartsMixed: they belong to several packages, or one came twice.
        PackagePartsMissing: some are not there.
    """
    if not parts:
        raise ValueError("no file was given")
    first = parts[0]
    by_number: dict[int, CheckedPart] = {}
    for part in parts:
        same = part.header.belongs_with(first.header) and part.signer == first.signer
        if not same or part.header.part in by_number:
            raise PackagePartsMixed(first.path, part.path)
        by_number[part.header.part] = part
    count = first.header.parts
    missing = tuple(n for n in range(1, count + 1) if n not in by_number)
    if missing:
        raise PackagePartsMissing(first.path, missing, count)
    return tuple(by_number[n] for n in range(1, count + 1))


def _places(parts: Sequence[CheckedPart]) -> dict[str, list[tuple[CheckedPart, str]]]:
    """Where each original lies: one entry, or its pieces in their order.

    Raises:
        PackageMemberMissing: a piece is not there.
    """
    places: dict[str, list[tuple[CheckedPart, str]]] = {}
    for part in parts:
        for name in part.digests:
            found = naming.read_original_member(name)
            if found is None:
                continue
            sha256, suffix, number = found
            pieces = places.setdefault(sha256, [])
            expected = len(pieces) + 1 if number else 0
            if number != expected or (pieces and not number):
                missing = naming.original_member(sha256, suffix, len(pieces) + 1)
                raise PackageMemberMissing(part.path, missing)
            pieces.append((part, name))
    return places


def _check_all(
    parts: Sequence[CheckedPart],
    streams: Mapping[Path, BinaryIO],
    work: Path,
    unpack: Callable[[str], bool] | None,
    job: JobContext,
) -> dict[str, Path]:
    """Compare every content; returns the files that were unpacked on the way."""
    places = _places(parts)
    wanted = {sha256 for sha256 in places if unpack is not None and unpack(sha256)}
    needed = sum(p.members[n].size for sha256 in wanted for p, n in places[sha256])
    _make_room(work, needed)
    meter = _Meter(job, "verify", sum(p.payload_size for p in parts), "")
    wholes = {sha256: hashlib.sha256() for sha256, at in places.items() if len(at) > 1}
    with _Unpacker(work, wanted) as unpacker:

        def on_piece(member: ContainerEntry, place: int, piece: memoryview) -> None:
            meter.add(len(piece))
            unpacker.take(member.name, place, piece)
            found = naming.read_original_member(member.name) if wholes else None
            if found is not None and found[0] in wholes:
                wholes[found[0]].update(piece)

        for part in parts:
            meter.subject = part.path.name
            with _reading(part.path):
                check_contents(streams[part.file], part, on_piece)
    for sha256, digest in wholes.items():
        if digest.hexdigest() != sha256:
            part, name = places[sha256][0]
            raise PackageDamaged(part.path, name)
    return unpacker.files


class _Unpacker:
    """Writes the wanted originals while they are read; pieces of one follow each other."""

    def __init__(self, folder: Path, wanted: set[str]) -> None:
        self.files: dict[str, Path] = {}
        self._folder = folder
        self._wanted = wanted
        self._writer: BinaryIO | None = None

    def __enter__(self) -> "_Unpacker":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def take(self, member: str, place: int, piece: memoryview) -> None:
        """Hear of a run of bytes."""
        if place == 0:
            self._begin(member)
        if self._writer is not None:
            with _writing(self._folder):
                self._writer.write(piece)

    def _begin(self, member: str) -> None:
        self._close()
        found = naming.read_original_member(member)
        if found is not None and found[0] in self._wanted:
            file = self._folder / found[0]
            self.files[found[0]] = file
            with _writing(self._folder):
                self._writer = file.open("ab")

    def _close(self) -> None:
        if self._writer is not None:
            with _writing(self._folder):
                self._writer.close()
            self._writer = None


def _compare_whole(parts: Sequence[CheckedPart]) -> None:
    """Make sure that the parts together hold what the header says."""
    header = parts[0].header
    originals = _places(parts)
    digest = bag.content_digest(parts[0].documents, originals)
    size = sum(part.payload_size for part in parts)
    found = (digest, size, len(originals))
    if found != (header.content_sha256, header.content_size, header.originals):
        raise PackageDamaged(parts[0].path, naming.HEADER)
    late = next((name for part in parts[1:] for name in part.documents), None)
    if late is not None:
        raise PackageDamaged(parts[0].path, late)


class _Meter:
    """Reports megabytes, and hears of cancelling."""

    def __init__(self, job: JobContext, stage: str, total: int, subject: str) -> None:
        self.subject = subject
        self._job = job
        self._stage = stage
        self._total = max(1, total // MEGABYTE)
        self._done = 0

    def add(self, count: int) -> None:
        """``count`` more bytes are through. Raises ``Cancelled``."""
        self._job.check_cancelled()
        self._done += count
        done = min(-(-self._done // MEGABYTE), self._total)
        self._job.report(Progress(self._stage, done, self._total, self.subject))


def _make_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed and free < needed + RESERVE:
        raise DiskFull(folder, needed + RESERVE, free)


def _suffix(name: str) -> str:
    found = naming.read_original_member(name)
    return found[1] if found else ""
