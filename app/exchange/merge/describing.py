"""Describing originals by their bytes; this replaces what a package says about them.

Kind, size and check sums are taken from the bytes when they come. A package that says otherwise
is corrected and not refused: another version of the program may call a format by another name.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.errors import JuanzongError, OriginalDamaged
from app.exchange.envelope.opening import OpenedPackage
from app.exchange.merge.incoming import Incoming
from app.exchange.payload.documents import blobs_of
from app.exchange.payload.records import BlobPart, UnitRecords
from app.filekind import FileType
from app.filetypes import formats, sniff
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.originals import digest_file
from app.workspace.opening import Workspace
from models import Blob

#: A larger file is looked at in a worker: its directory may be made to fill memory.
_SMALL = 16 << 20
#: How long looking at one takes at most, in seconds.
_SECONDS = 60.0


def described(
    workspace: Workspace,
    workers: Workers,
    package: OpenedPackage,
    incoming: Incoming,
    job: JobContext,
) -> Mapping[str, BlobPart]:
    """Look at every original that came unpacked, and at those here that are entered otherwise.

    Where the package and what is entered agree, it was looked at when it came.

    Raises:
        Cancelled: somebody pressed cancel.
        OriginalDamaged: a stored original is not what it was.
    """
    names = _names(incoming.records or UnitRecords())
    seen: dict[str, BlobPart] = {}
    for blob, file in _at_hand(workspace, package, incoming):
        digests = digest_file(file, lambda _: job.check_cancelled())
        if digests.sha256 != blob.sha256:
            raise OriginalDamaged(blob.sha256, file)
        found = _type_of(file, names.get(blob.sha256, ""), digests.size, workers, job)
        seen[blob.sha256] = blob.model_copy(
            update={
                "sm3": digests.sm3,
                "size": digests.size,
                "kind": found.kind,
                "media_type": found.media_type,
                "suffix": found.suffix,
                "label": found.label,
            }
        )
    return seen


def corrected(incoming: Incoming) -> int:
    """How many originals the package described falsely: another kind, length or check sum."""
    said = {blob.sha256: blob for blob in blobs_of(incoming.payload)}
    return sum(
        (blob.sm3, blob.size, blob.kind) != (said[s].sm3, said[s].size, said[s].kind)
        for s, blob in incoming.seen.items()
    )


def _at_hand(
    workspace: Workspace, package: OpenedPackage, incoming: Incoming
) -> Iterator[tuple[BlobPart, Path]]:
    with workspace.database.reading() as session:
        agreed = {b.sha256 for b in incoming.blobs if _agrees(session.get(Blob, b.sha256), b)}
    files = package.unpacked_files()
    for blob in incoming.blobs:
        file = files.get(blob.sha256)
        if file is not None:
            yield blob, file
        elif blob.sha256 not in agreed and workspace.originals.contains(blob.sha256):
            yield blob, workspace.originals.path(blob.sha256)


def _agrees(entered: Blob | None, blob: BlobPart) -> bool:
    return entered is not None and (entered.sm3, entered.size) == (blob.sm3, blob.size)


def _type_of(file: Path, name: str, size: int, workers: Workers, job: JobContext) -> FileType:
    if size <= _SMALL:
        return _sniffed((file, name))
    result = workers.run(_sniffed, (file, name), _SECONDS, job)
    if isinstance(result, Done):
        return result.value
    return formats.file_type(formats.UNKNOWN, name)


def _sniffed(order: tuple[Path, str]) -> FileType:
    file, name = order
    try:
        return sniff(file, name)
    except (JuanzongError, OSError, ValueError, RuntimeError, MemoryError, LookupError):
        # Bytes made to break a reader are of no known format; their conversion will say more.
        return formats.file_type(formats.UNKNOWN, name)


def _names(records: UnitRecords) -> dict[str, str]:
    """A file name for each original that the records name."""
    names: dict[str, str] = {}
    for item in records.items:
        for revision in item.revisions:
            for part in revision.attachments:
                names.setdefault(part.blob_sha256, part.file_name)
            names.setdefault(revision.blob_sha256, revision.file_name)
    return names
