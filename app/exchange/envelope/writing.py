"""Writing a package: under a temporary name, synchronised, read back, then put in place."""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.exchange.envelope import bag, container, drive, naming
from app.exchange.envelope.checking import CHUNK, check_contents, check_part
from app.exchange.envelope.container import ContainerEntry
from app.exchange.envelope.contents import Content, blame_original, bytes_of, digest_of
from app.exchange.envelope.header import PackageHeader
from app.exchange.envelope.parts import (
    FAT32_PART,
    OriginalEntry,
    part_paths,
    plan_parts,
    sealed_size,
)
from app.exchange.errors import PackageDamaged, PackageError, PackageNotVerified
from app.jobs import JobContext, Progress
from app.paths import extended, sync_folder
from app.signatures import sealing
from app.signatures.signing import Signature, Signer

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """A package on the stick, read back and found right; now the stick may be pulled."""

    paths: tuple[Path, ...]
    header: PackageHeader
    size: int


@dataclass(frozen=True, slots=True)
class _Part:
    header: PackageHeader
    contents: tuple[Content, ...]

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
        TargetInUse: another program holds the old package open.
        OriginalMissing, OriginalDamaged, FileUnreadable: an original is not what it should be.
        PartTooSmall: the documents do not fit into one part.
        Cancelled: the job was cancelled.
    """
    names = {naming.document_member(name): content for name, content in documents.items()}
    unique = tuple({original.sha256: original for original in originals}.values())
    parts = _plan(header, names, unique, signer, part_size, job)
    finals = part_paths(target, header.id, len(parts))
    sizes = [sealed_size(part.size) if seal_for else part.size for part in parts]
    drive.make_room(target.parent, sum(sizes))
    meter = _Meter(job, sum(part.size for part in parts))
    made: list[Path] = []
    try:
        for part, final, size in zip(parts, finals, sizes, strict=True):
            made.append(extended(drive.temporary_beside(final)))
            with drive.errors_of(final, size):
                if seal_for is None:
                    _write_plain(part, made[-1], final, meter)
                else:
                    _write_sealed(part, made[-1], final, meter, seal_for, scratch)
        for temporary, final in zip(made, finals, strict=True):
            with drive.errors_of(final, 0):
                drive.put_in_place(temporary, final)
        with drive.errors_of(target, 0):
            sync_folder(target.parent)
        size = sum(extended(final).stat().st_size for final in finals)
        return WrittenPackage(finals, parts[0].header, size)
    finally:
        for temporary in made:
            drive.remove(temporary)


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
        contents = [Content(n, len(c), c) for n, c in ordered.items()] if number == 1 else []
        digests = dict(written) if number == 1 else {}
        for piece in pieces:
            original = piece.original
            name = naming.original_member(original.sha256, original.suffix, piece.number)
            contents.append(Content(name, piece.length, piece))
            digests[name] = digest_of(piece, job) if piece.number else original.sha256
        mine = filled.model_copy(update={"part": number})
        tags = _tags(mine, digests, sum(c.size for c in contents), signer)
        opening = [Content(name, len(content), content) for name, content in tags.items()]
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
        done = min(-(-self._done[stage] // MEGABYTE), self._total)
        self._job.report(Progress(stage, done, self._total, subject))


def _write_plain(part: _Part, temporary: Path, final: Path, meter: _Meter) -> None:
    """Write one part beside its place, and read it back."""
    with temporary.open("xb") as writer:
        _write_container(writer, part, final.name, meter)
        writer.flush()
        os.fsync(writer.fileno())
        drive.forget_cached(writer)
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
    with tempfile.TemporaryFile(dir=scratch) as plain:
        with drive.errors_of(Path(scratch or tempfile.gettempdir()) / final.name, part.size):
            _write_container(plain, part, final.name, meter)
            plain.flush()
        _read_back(plain, part, final, meter)
        plain.seek(0)
        with temporary.open("xb") as writer:

            def write(piece: bytes) -> None:
                digest.update(piece)
                writer.write(piece)
                meter.add("seal", len(piece), final.name)

            sealing.seal(plain, write, recipient)
            writer.flush()
            os.fsync(writer.fileno())
            drive.forget_cached(writer)
    with temporary.open("rb") as reader:
        if hashlib.file_digest(reader, "sha256").digest() != digest.digest():
            raise PackageNotVerified(final, final.name)


def _write_container(stream: BinaryIO, part: _Part, subject: str, meter: _Meter) -> None:
    buffer = memoryview(bytearray(CHUNK))
    members: list[ContainerEntry] = []
    start = 0
    for content in part.contents:
        member = ContainerEntry(content.name, content.size, 0, start)
        crc = _write_content(stream, member, content, buffer, subject, meter)
        members.append(ContainerEntry(member.name, member.size, crc, start))
        start = member.end
    stream.write(container.directory(members))


def _write_content(
    stream: BinaryIO,
    member: ContainerEntry,
    content: Content,
    buffer: memoryview,
    subject: str,
    meter: _Meter,
) -> int:
    """Write an entry; its check sum, known only at the end, is put in afterwards if need be."""
    crc, patched = 0, member.size > len(buffer)
    if patched:
        stream.write(container.local_header(member))
    for piece in bytes_of(content, buffer):
        crc = zlib.crc32(piece, crc)
        if not patched:
            stream.write(container.local_header(ContainerEntry(member.name, member.size, crc, 0)))
        stream.write(piece)
        meter.add("pack", len(piece), subject)
    if patched:
        stream.seek(member.start)
        stream.write(container.local_header(ContainerEntry(member.name, member.size, crc, 0)))
        stream.seek(member.end)
    return crc


def _read_back(stream: BinaryIO, part: _Part, final: Path, meter: _Meter) -> None:
    """Read what was written as a recipient would.

    An original whose content is not what its name says was damaged before it was packed.
    """

    def on_piece(_member: ContainerEntry, _place: int, piece: memoryview) -> None:
        meter.add("verify", len(piece), final.name)

    try:
        checked = check_part(stream, final, final)
        check_contents(stream, checked, on_piece)
    except PackageDamaged as error:
        blame_original(error.member, part.contents)
        raise PackageNotVerified(final, error.member) from error
    except PackageError as error:
        raise PackageNotVerified(final, final.name) from error
