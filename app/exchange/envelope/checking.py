"""Checking one part of a package: container, tag files, signature, then every content."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from app.exchange.envelope import bag, naming
from app.exchange.envelope.container import ContainerEntry, read_container
from app.exchange.envelope.header import FORMAT, VERSION, PackageHeader
from app.exchange.errors import (
    NotAPackage,
    PackageDamaged,
    PackageMemberMissing,
    PackageTooLarge,
    PackageTooNew,
    PackageUnsafe,
    SignatureInvalid,
    SizeLimit,
    UnsafeReason,
)
from app.signatures.signing import Signature

CHUNK = 4 << 20
#: So much of a version number is shown; what a header says is not ours.
_SHOWN_DIGITS = 20
#: No honest tag file is larger; they are read into memory.
MAX_TAG = 64 << 10
#: The list of the contents has a line for each.
MAX_MANIFEST = 64 << 20
#: All documents of a package together; they are read into memory one by one.
MAX_DOCUMENTS = 256 << 20

#: Hears of each piece of content: the entry, its place in the entry, the bytes.
OnPiece = Callable[[ContainerEntry, int, memoryview], None]


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """One file of a package whose signature holds; contents are still to be compared.

    ``path`` is the file that the person knows, ``file`` where the plain bytes are: the same, or
    what was decrypted from it.
    """

    path: Path
    file: Path
    header: PackageHeader
    signer: bytes
    members: Mapping[str, ContainerEntry]
    digests: Mapping[str, str]

    @property
    def documents(self) -> dict[str, str]:
        """Digests of the documents by entry."""
        return {n: d for n, d in self.digests.items() if n.startswith(naming.DOCUMENTS)}

    @property
    def payload_size(self) -> int:
        """Bytes of all contents."""
        return sum(self.members[name].size for name in self.digests)


def check_part(stream: BinaryIO, file: Path, path: Path) -> CheckedPart:
    """Make sure of everything but the contents, which ``check_contents`` compares.

    Raises:
        PackageError: what is wrong, and with which entry.
    """
    members = {member.name: member for member in read_container(stream, path)}
    if tuple(members)[: len(naming.TAGS)] != naming.TAGS:
        missing = next((name for name in naming.TAGS if name not in members), None)
        raise PackageMemberMissing(path, missing or naming.TAGS[0])
    tags = {name: _read_tag(stream, members[name], path) for name in naming.TAGS}
    _compare_tags(tags, path)
    header = _read_header(tags[naming.HEADER], path)
    signature = _read_signature(tags, path)
    digests = _read_manifest(tags[naming.MANIFEST], members, path)
    part = CheckedPart(path, file, header, signature.public_key, members, digests)
    if tags[naming.BAG_INFO] != bag.bag_info(header, part.payload_size, len(digests)):
        raise PackageDamaged(path, naming.BAG_INFO)
    if sum(members[name].size for name in part.documents) > MAX_DOCUMENTS:
        raise PackageTooLarge(path, SizeLimit.DOCUMENTS, MAX_DOCUMENTS)
    return part


def check_contents(stream: BinaryIO, part: CheckedPart, on_piece: OnPiece) -> None:
    """Read every content once and compare it with its digest.

    ``on_piece`` sees the bytes before they are known to be right; it may raise.

    Raises:
        PackageDamaged: a content is not what was signed; names the entry.
    """
    buffer = memoryview(bytearray(CHUNK))
    for name, expected in part.digests.items():
        member = part.members[name]
        digest = hashlib.sha256()
        stream.seek(member.offset)
        done = 0
        for piece in _pieces(stream, member.size, buffer):
            digest.update(piece)
            on_piece(member, done, piece)
            done += len(piece)
        if done != member.size or digest.hexdigest() != expected:
            raise PackageDamaged(part.path, name)
        if member.size == 0:
            on_piece(member, 0, buffer[:0])


def read_content(stream: BinaryIO, part: CheckedPart, name: str) -> bytes:
    """Read one content whole, and compare it once more.

    Raises:
        PackageDamaged: it changed since it was checked.
    """
    member = part.members[name]
    stream.seek(member.offset)
    content = stream.read(member.size)
    if hashlib.sha256(content).hexdigest() != part.digests[name]:
        raise PackageDamaged(part.path, name)
    return content


def _pieces(stream: BinaryIO, size: int, buffer: memoryview) -> Iterator[memoryview]:
    left = size
    while left:
        count = stream.readinto(buffer[: min(left, len(buffer))])  # type: ignore[attr-defined]
        if not count:
            return
        left -= count
        yield buffer[:count]


def _read_tag(stream: BinaryIO, member: ContainerEntry, path: Path) -> bytes:
    limit = MAX_MANIFEST if member.name == naming.MANIFEST else MAX_TAG
    if member.size > limit:
        raise PackageTooLarge(path, SizeLimit.LISTS, limit)
    stream.seek(member.offset)
    return stream.read(member.size)


def _compare_tags(tags: Mapping[str, bytes], path: Path) -> None:
    if tags[naming.BAGIT] != bag.BAGIT_TEXT:
        raise PackageDamaged(path, naming.BAGIT)
    expected = bag.tag_manifest(tags)
    if tags[naming.TAG_MANIFEST] == expected:
        return
    try:
        listed = bag.read_manifest(tags[naming.TAG_MANIFEST])
    except ValueError:
        raise PackageDamaged(path, naming.TAG_MANIFEST) from None
    right = bag.read_manifest(expected)
    wrong = [name for name in right if listed.get(name) != right[name]]
    # One digest that differs is either the file's fault or the list's; the signature tells.
    raise PackageDamaged(path, wrong[0] if len(wrong) == 1 else naming.TAG_MANIFEST)


def _read_header(raw: bytes, path: Path) -> PackageHeader:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise PackageDamaged(path, naming.HEADER) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotAPackage(path)
    version = data.get("version")
    if type(version) is int and version > VERSION:
        raise PackageTooNew(path, str(version)[:_SHOWN_DIGITS])
    try:
        return PackageHeader.model_validate_json(raw)
    except ValidationError:
        raise PackageDamaged(path, naming.HEADER) from None


def _read_signature(tags: Mapping[str, bytes], path: Path) -> Signature:
    try:
        signature = Signature.parse(tags[naming.SIGNATURE])
    except (ValueError, RecursionError):
        raise SignatureInvalid(path) from None
    if not signature.holds_for(tags[naming.TAG_MANIFEST]):
        raise SignatureInvalid(path)
    return signature


def _read_manifest(raw: bytes, members: Mapping[str, ContainerEntry], path: Path) -> dict[str, str]:
    try:
        digests = bag.read_manifest(raw)
    except ValueError:
        raise PackageDamaged(path, naming.MANIFEST) from None
    contents = [name for name in members if name not in naming.TAGS]
    for name in digests:
        if name not in members or name in naming.TAGS:
            raise PackageMemberMissing(path, name)
    for name in contents:
        if name not in digests:
            raise PackageUnsafe(path, name, UnsafeReason.FOREIGN)
    for name, digest in digests.items():
        original = naming.read_original_member(name)
        if original is not None and original[2] == 0 and original[0] != digest:
            raise PackageDamaged(path, name)
    if contents != list(digests):
        raise PackageDamaged(path, naming.MANIFEST)
    return digests
