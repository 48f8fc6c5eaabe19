"""The BagIt 1.0 side of a package (RFC 8493): its tag files, byte for byte."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from app.exchange.envelope import naming
from app.exchange.envelope.header import PackageHeader

BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_info(header: PackageHeader, payload_size: int, payload_files: int) -> bytes:
    """``bag-info.txt``: what any BagIt program shows of the package."""
    lines = (
        ("Source-Organization", header.sender.name),
        ("External-Description", f"{header.county} {header.kind.value}"),
        ("External-Identifier", header.id),
        ("Bagging-Date", header.created_at.date().isoformat()),
        ("Bag-Group-Identifier", header.id),
        ("Bag-Count", f"{header.part} of {header.parts}"),
        ("Payload-Oxum", f"{payload_size}.{payload_files}"),
        ("Bag-Software-Agent", "juanzong"),
    )
    return "".join(f"{label}: {value}\n" for label, value in lines).encode()


def manifest(digests: Mapping[str, str]) -> bytes:
    """A manifest: one line an entry, in the order given."""
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()


def tag_manifest(tags: Mapping[str, bytes]) -> bytes:
    """The manifest of the tag files, but for itself and the signature over it."""
    return manifest(
        {
            name: hashlib.sha256(tags[name]).hexdigest()
            for name in naming.TAGS
            if name not in {naming.TAG_MANIFEST, naming.SIGNATURE}
        }
    )


def read_manifest(raw: bytes) -> dict[str, str]:
    """Digests by entry. Raises ``ValueError`` unless the text is in its one byte form."""
    digests: dict[str, str] = {}
    for line in raw.decode().splitlines():
        digest, gap, name = line.partition("  ")
        if not gap or name in digests or len(digest) != hashlib.sha256().digest_size * 2:
            raise ValueError("not a line of a manifest")
        digests[name] = digest
    if manifest(digests) != raw:
        raise ValueError("not in the one byte form")
    return digests


def content_digest(documents: Mapping[str, str], originals: Iterable[str]) -> str:
    """One digest over the content of all parts: documents' digests by name, and originals."""
    lines: Sequence[str] = [
        *(f"{digest}  {name}\n" for name, digest in sorted(documents.items())),
        *(f"{sha256}\n" for sha256 in sorted(originals)),
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()
