"""Writing a package: to a temporary name, synchronised, read back, and only then in its place."""

import errno
import hashlib
import io
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from uuid6 import uuid7

from app.errors import (
    DiskFull,
    FolderNotWritable,
    JuanzongError,
    OriginalDamaged,
    OriginalMissing,
)
from app.exchange import bag, container, naming, sealing
from app.exchange.checking import CHUNK, check_contents, check_part
from app.exchange.container import Member
from app.exchange.errors import PackageDamaged, PackageError, PackageNotVerified, PackageNotWritten
from app.exchange.header import PackageHeader
from app.exchange.parts import FAT32_PART, OriginalEntry, Piece, part_paths, plan_parts, sealed_size
from app.exchange.signing import Signature, Signer
from app.jobs import JobContext, Progress
from app.paths import extended

MEGABYTE = 1 << 20
#: A temporary file older than this is what a pulled stick left behind.
STALE_SECONDS = 3600
_TEMPORARY = ".juanzong-{}.part"


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """A package on the stick, read back and found right; now the stick may be pulled."""

    paths: tuple[Path, ...]
    header: PackageHeader
    size: int


@dataclass(frozen=True, slots=True)
class _Content:
    """An entry with where its bytes come from: memory, or a stretch of an original."""

    name: str
    size: int
    source: bytes | Piece


@dataclass(frozen=True, slots=True)
class _Part:
    header: PackageHeader
    contents: tuple[_Content, ...]

    @property
    def size(self) -> int:
        return container.container_size((c.name, c.size) for c in self.contents)


def write_package(
    target: Path,
    header: PackageHeader,
    documents: Mapping[str, bytes],
    originals: Sequence[OriginalEntry],
    signer: Signer,
    *,
    job: JobContext,
    seal_for: str | None = None,
    part_size: int | None = FAT32_PART,
    scratch: Path | None = None,
) -> WrittenPackage:
    """Write a signed package, in as many parts as ``part_size`` asks for (None: never cut).

    ``documents`` have plain names ("payload.json"). With ``seal_for``, a public key, only its
    owner can read the package; the plain form then lies in ``scratch`` (a folder, the system's
    temporary one by default) while it is made. What stood at ``target`` before is intact until
    the new package was read back and found right.

    Raises:
        ValueError: a document's name or the public key is none.
        DiskFull: the drive has no room; nothing was written.
        FolderNotWritable: the drive does not let anything be written.
        PackageNotWritten: writing failed half-way.
        PackageNotVerified: what was written does not read back the same.
        OriginalMissing, OriginalDamaged: an original is not what it should be.
        PartTooSmall: the documents do not fit into one part.
        Cancelled: the job was cancelled.
    """
    names = {naming.document_member(name): content for name, content in documents.items()}
    unique = tuple({original.sha256: original for original in originals}.values())
    parts = _plan(header, names, unique, signer, part_size, job)
    finals = part_paths(target, header.id, len(parts))
    sizes = [sealed_size(part.size) if seal_for else part.size for part in parts]
    _make_room(target.parent, sum(sizes))
    meter = _Meter(job, sum(part.size for part in parts))
    made: list[Path] = []
    try:
        for part, final, size in zip(parts, finals, sizes, strict=True):
            made.append(extended(final.with_name(_TEMPORARY.format(uuid7()))))
            with _drive_errors(final, size):
                if seal_for is None:
                    _write_plain(part, made[-1], final, meter)
                else:
                    _write_sealed(part, made[-1], final, meter, seal_for, scratch)
        for temporary, final in zip(made, finals, strict=True):
            with _drive_errors(final, 0):
                temporary.replace(extended(final))
        with _drive_errors(target, 0):
            _sync_folder(target.parent)
        return WrittenPackage(finals, parts[0].header, sum(sizes))
    finally:
        for temporary in made:
            _remove(temporary)


def _plan(
    header: PackageHeader,
    documents: Mapping[str, bytes],
    originals: Sequence[OriginalEntry],
    signer: Signer,
    part_size: int | None,
    job: JobContext,
) -> tuple[_Part, ...]:
    """Decide every byte but the originals' own and the check sums."""
    ordered = dict(sorted(documents.items()))
    written = {name: hashlib.sha256(content).hexdigest() for name, content in ordered.items()}
    documents_size = sum(map(len, ordered.values()))
    shares = plan_parts(originals, documents_size, len(ordered), part_size)
    filled = header.model_copy(
        update={
            "parts": len(shares),
            "originals": len(originals),
            "content_size": documents_size + sum(o.size for o in originals),
            "content_sha256": bag.content_digest(written, (o.sha256 for o in originals)),
        }
    )
    parts = []
    for number, pieces in enumerate(shares, 1):
        contents = [_Content(n, len(c), c) for n, c in ordered.items()] if number == 1 else []
        digests = dict(written) if number == 1 else {}
        for piece in pieces:
            original = piece.original
            name = naming.original_member(original.sha256, original.suffix, piece.number)
            contents.append(_Content(name, piece.length, piece))
            digests[name] = _digest_of(piece, job) if piece.number else original.sha256
        mine = filled.model_copy(update={"part": number})
        tags = _tags(mine, digests, sum(c.size for c in contents), signer)
        opening = [_Content(name, len(content), content) for name, content in tags.items()]
        parts.append(_Part(mine, (*opening, *contents)))
    return tuple(parts)


def _tags(
    header: PackageHeader, digests: Mapping[str, str], size: int, signer: Signer
) -> dict[str, bytes]:
    tags = {
        naming.BAGIT: bag.BAGIT_TEXT,
        naming.BAG_INFO: bag.bag_info(header, size, len(digests)),
        naming.HEADER: header.to_bytes(),
        naming.MANIFEST: bag.manifest(digests),
    }
    tags[naming.TAG_MANIFEST] = bag.tag_manifest(tags)
    tags[naming.SIGNATURE] = Signature.make(signer, tags[naming.TAG_MANIFEST]).to_bytes()
    return tags


class _Meter:
    """Reports megabytes written and read back, and hears of cancelling."""

    def __init__(self, job: JobContext, total: int) -> None:
        self._job = job
        self._total = max(1, total // MEGABYTE)
        self._done = dict.fromkeys(("pack", "seal", "verify"), 0)

    def add(self, stage: str, count: int, subject: str) -> None:
        """``count`` more bytes are through the stage. Raises ``Cancelled``."""
        self._job.check_cancelled()
        self._done[stage] += count
        done = min(self._done[stage] // MEGABYTE, self._total)
        self._job.report(Progress(stage, done, self._total, subject))


def _write_plain(part: _Part, temporary: Path, final: Path, meter: _Meter) -> None:
    """Write one part beside its place, and read it back."""
    with temporary.open("xb") as writer:
        _write_container(writer, part, final.name, meter)
        writer.flush()
        os.fsync(writer.fileno())
        _forget_cached(writer)
    with temporary.open("rb", buffering=0) as reader:
        _read_back(reader, part, final, meter)


def _write_sealed(
    part: _Part,
    temporary: Path,
    final: Path,
    meter: _Meter,
    recipient: str,
    scratch: Path | None,
) -> None:
    """Write one part in plain out of sight, check it, and encrypt it to its place."""
    digest = hashlib.sha256()

    def on_bytes(piece: bytes) -> None:
        digest.update(piece)
        meter.add("seal", len(piece), final.name)

    with tempfile.TemporaryFile(dir=scratch) as plain:
        _write_container(plain, part, final.name, meter)
        plain.flush()
        _read_back(plain, part, final, meter)
        plain.seek(0)
        with temporary.open("xb") as writer:
            sealing.seal(plain, writer, recipient, on_bytes)
            writer.flush()
            os.fsync(writer.fileno())
            _forget_cached(writer)
    with temporary.open("rb") as reader:
        if hashlib.file_digest(reader, "sha256").digest() != digest.digest():
            raise PackageNotVerified(final, final.name)


def _write_container(stream: BinaryIO, part: _Part, subject: str, meter: _Meter) -> None:
    buffer = memoryview(bytearray(CHUNK))
    members: list[Member] = []
    start = 0
    for content in part.contents:
        member = Member(content.name, content.size, 0, start)
        crc = _write_content(stream, member, content, buffer, subject, meter)
        members.append(Member(member.name, member.size, crc, start))
        start = member.end
    stream.write(container.directory(members))


def _write_content(
    stream: BinaryIO,
    member: Member,
    content: _Content,
    buffer: memoryview,
    subject: str,
    meter: _Meter,
) -> int:
    """Write an entry; its check sum, known only at the end, is put in afterwards if need be."""
    crc, patched = 0, member.size > len(buffer)
    if patched:
        stream.write(container.local_header(member))
    for piece in _bytes_of(content, buffer):
        crc = zlib.crc32(piece, crc)
        if not patched:
            stream.write(container.local_header(Member(member.name, member.size, crc, 0)))
        stream.write(piece)
        meter.add("pack", len(piece), subject)
    if patched:
        stream.seek(member.start)
        stream.write(container.local_header(Member(member.name, member.size, crc, 0)))
        stream.seek(member.end)
    return crc


def _bytes_of(content: _Content, buffer: memoryview) -> Iterator[memoryview]:
    """The content in pieces of the buffer's size; at least one, be it empty."""
    if isinstance(content.source, bytes):
        whole = memoryview(content.source)
        for place in range(0, max(len(whole), 1), len(buffer)):
            yield whole[place : place + len(buffer)]
        return
    yield from _pieces_of(content.source, buffer)


def _pieces_of(piece: Piece, buffer: memoryview) -> Iterator[memoryview]:
    original = piece.original
    try:
        stream = extended(original.path).open("rb", buffering=0)
    except FileNotFoundError:
        raise OriginalMissing(original.sha256) from None
    with stream:
        if os.fstat(stream.fileno()).st_size != original.size:
            raise OriginalDamaged(original.sha256, original.path)
        stream.seek(piece.offset)
        left = piece.length
        while True:
            count = _fill(stream, buffer[: min(left, len(buffer))])
            left -= count
            yield buffer[:count]
            if left == 0:
                return
            if count == 0:
                raise OriginalDamaged(original.sha256, original.path)


def _fill(stream: io.FileIO, buffer: memoryview) -> int:
    """Read until the buffer is full or the file at its end."""
    done = 0
    while done < len(buffer) and (count := stream.readinto(buffer[done:])):
        done += count
    return done


def _digest_of(piece: Piece, job: JobContext) -> str:
    digest = hashlib.sha256()
    for run in _pieces_of(piece, memoryview(bytearray(CHUNK))):
        job.check_cancelled()
        digest.update(run)
    return digest.hexdigest()


def _read_back(stream: BinaryIO, part: _Part, final: Path, meter: _Meter) -> None:
    """Read what was written as a recipient would.

    An original whose content is not what its name says was damaged before it was packed.
    """

    def on_piece(_member: Member, _place: int, piece: memoryview) -> None:
        meter.add("verify", len(piece), final.name)

    try:
        checked = check_part(stream, final, final)
        check_contents(stream, checked, on_piece)
    except PackageDamaged as error:
        _blame_original(error.member, part)
        raise PackageNotVerified(final, error.member) from error
    except PackageError as error:
        raise PackageNotVerified(final, final.name) from error


def _blame_original(member: str, part: _Part) -> None:
    """Raise ``OriginalDamaged`` if the fault is not the drive's but was there before."""
    for content in part.contents:
        if content.name == member and isinstance(content.source, Piece):
            original = content.source.original
            with extended(original.path).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
            if found != original.sha256:
                raise OriginalDamaged(original.sha256, original.path)


def _make_room(folder: Path, needed: int) -> None:
    """Clear what earlier, interrupted writing left, and make sure that there is room."""
    try:
        oldest = time.time() - STALE_SECONDS
        for leftover in extended(folder).glob(_TEMPORARY.format("*")):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    if free < needed:
        raise DiskFull(folder, needed, free)


@contextmanager
def _drive_errors(final: Path, size: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise drive_error(final, size, error) from error


def drive_error(path: Path, size: int, error: OSError) -> JuanzongError:
    """What it means that the system could not write ``size`` bytes of a package at ``path``."""
    detail = error.strerror or str(error)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderNotWritable(path.parent, detail)
    if error.errno == errno.ENOSPC:
        with suppress(OSError):
            return DiskFull(path.parent, size, shutil.disk_usage(path.parent).free)
    return PackageNotWritten(path, detail)


def _remove(temporary: Path) -> None:
    """Remove a temporary file, if the stick is still there."""
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        # The stick is gone; the next package that is written there clears it.
        return


def _forget_cached(stream: BinaryIO) -> None:
    """Ask the system to read back from the drive itself, where it lets itself be asked."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sync_folder(folder: Path) -> None:
    # Windows neither needs nor lets a folder be opened for this.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
