"""Packages for tests: honest ones, and the means to forge dishonest ones."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.exchange.envelope import bag, container, naming
from app.exchange.envelope.container import ContainerEntry
from app.exchange.envelope.header import FrameworkReference, PackageHeader, Party, Sender
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.envelope.writing import WrittenPackage, write_package
from app.exchange.kinds import PackageKind
from app.jobs import SilentJob
from app.signatures.signing import Signature, Signer
from models.base import new_id
from models.vocabulary import WorkspaceRole

SIGNER = Signer(bytes(range(32)))
MADE_AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
PAYLOAD = b'{"items": []}'
PAYLOAD_MEMBER = "data/documents/payload.json"


def a_header(**changes: Any) -> PackageHeader:
    """The header of a submission of 县司法局 to the office."""
    header = PackageHeader(
        kind=PackageKind.SUBMISSION,
        id=new_id(),
        county="示例县",
        framework=FrameworkReference(code="lushan-2021", version="1.0"),
        sender=Sender(role=WorkspaceRole.UNIT, unit_id="u-1", name="县司法局", workspace_id="w-1"),
        recipient=Party(role=WorkspaceRole.OFFICE, name="示例县创建办"),
        sequence=1,
        full=True,
        created_at=MADE_AT,
    )
    return header.model_copy(update=changes)


def an_original(folder: Path, content: bytes, suffix: str = ".pdf") -> OriginalEntry:
    """A file with this content, to be packed."""
    digest = hashlib.sha256(content).hexdigest()
    path = folder / f"original-{digest[:12]}"
    path.write_bytes(content)
    return OriginalEntry(digest, path, len(content), suffix)


def a_package(folder: Path, name: str = "报送包.zip", **options: Any) -> WrittenPackage:
    """A small honest package with one document and two originals."""
    sources = folder / "原件"
    sources.mkdir(exist_ok=True)
    originals = [an_original(sources, b"%PDF-1.7 one"), an_original(sources, b"", ".txt")]
    return write_package(
        folder / name,
        options.pop("header", a_header()),
        {"payload.json": PAYLOAD},
        originals,
        SIGNER,
        job=SilentJob(),
        **options,
    )


def contents_of(package: Path) -> dict[str, bytes]:
    """Every entry of an honest package, in its order."""
    raw = package.read_bytes()
    with package.open("rb") as stream:
        members = container.read_container(stream, package)
    return {m.name: raw[m.offset : m.end] for m in members}


def resigned(entries: Mapping[str, bytes], signer: Signer = SIGNER) -> dict[str, bytes]:
    """Make lists and signature agree with the contents again, as a clever forger would."""
    data = {n: c for n, c in entries.items() if n not in naming.TAGS}
    tags = {n: c for n, c in entries.items() if n in naming.TAGS}
    tags[naming.MANIFEST] = bag.manifest(
        {n: hashlib.sha256(c).hexdigest() for n, c in data.items()}
    )
    header = json.loads(tags[naming.HEADER])
    if header.get("version") == 1:
        parsed = PackageHeader.model_validate(header)
        size = sum(map(len, data.values()))
        tags[naming.BAG_INFO] = bag.bag_info(parsed, size, len(data))
    return signed_tags(tags, signer) | data


def signed_tags(tags: Mapping[str, bytes], signer: Signer = SIGNER) -> dict[str, bytes]:
    """The tag files with a fitting list of themselves and a signature over it."""
    listed = bag.tag_manifest(tags)
    signature = Signature.make(signer, listed).to_bytes()
    whole = {**tags, naming.TAG_MANIFEST: listed, naming.SIGNATURE: signature}
    return {name: whole[name] for name in naming.TAGS}


def pack(target: Path, entries: Iterable[tuple[str, bytes]]) -> Path:
    """Put entries, whatever they are called, into a sound container."""
    body, members, start = b"", [], 0
    for name, content in entries:
        member = ContainerEntry(name, len(content), zlib.crc32(content), start)
        body += container.local_header(member) + content
        members.append(member)
        start = member.end
    target.write_bytes(body + container.directory(members))
    return target


def with_header(entries: Mapping[str, bytes], **changes: Any) -> dict[str, bytes]:
    """Another header over the same contents, signed again."""
    header = json.loads(entries[naming.HEADER]) | changes
    raw = (json.dumps(header, ensure_ascii=False, indent=2) + "\n").encode()
    return resigned({**entries, naming.HEADER: raw})


def patched(package: Path, place: int, new: bytes) -> Path:
    """The package with some bytes in place of others."""
    raw = bytearray(package.read_bytes())
    raw[place : place + len(new)] = new
    package.write_bytes(raw)
    return package


def members_of(package: Path) -> list[ContainerEntry]:
    """Where each entry lies."""
    with package.open("rb") as stream:
        return list(container.read_container(stream, package))


def moved(member: ContainerEntry, start: int) -> ContainerEntry:
    """The same entry said to lie elsewhere."""
    return replace(member, start=start)


def with_extra(package: Path, name: str, content: bytes = b"x") -> Path:
    """An entry more, listed and signed for."""
    entries = resigned({**contents_of(package), name: content})
    return pack(package, entries.items())
