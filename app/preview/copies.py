"""Copies of originals for other programs; the stored original itself is never handed out."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from sqlalchemy import select

from app.conversion.model import Source
from app.errors import DiskFull, FolderNotWritable, OriginalMissing
from app.filetypes.formats import stored_type
from app.jobs import JobContext
from app.originals import CHUNK
from app.paths import extended, legal_name
from app.workspace.opening import Workspace
from models import Blob


def source_of(workspace: Workspace, sha256: str, file_name: str) -> Source:
    """An original as conversion and preview take it, under the name that its item gives it.

    Raises:
        OriginalMissing: it is not entered, or its bytes are gone.
    """
    with workspace.database.reading() as session:
        blob = session.scalar(select(Blob).where(Blob.sha256 == sha256))
    if blob is None:
        raise OriginalMissing(sha256)
    file_type = stored_type(blob.kind, blob.media_type, blob.suffix, blob.label)
    return Source(sha256, workspace.originals.path(sha256), file_name, file_type, blob.size)


def copy_for_opening(workspace: Workspace, sha256: str, file_name: str, job: JobContext) -> Path:
    """Make a read-only copy under the item's file name in the cache; one that is there is reused.

    Raises:
        OriginalMissing: the original is gone.
        FolderNotWritable, DiskFull, Cancelled: see ``copy_to``.
    """
    original = workspace.originals.path(sha256)
    folder = workspace.layout.opened / sha256[:16]
    target = folder / legal_name(file_name)
    try:
        if extended(target).stat().st_size == extended(original).stat().st_size:
            return target
    except FileNotFoundError:
        pass
    copy_to(original, target, job)
    extended(target).chmod(stat.S_IREAD | stat.S_IRGRP)
    return target


def copy_to(original: Path, target: Path, job: JobContext) -> None:
    """Copy a file to a place that a person chose; what was there is replaced at the very end.

    Raises:
        FolderNotWritable: nothing can be written there.
        DiskFull: the disk has no room for the copy.
        Cancelled: somebody pressed cancel; what was there is intact.
    """
    folder = extended(target.parent)
    part: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        size = extended(original).stat().st_size
        free = shutil.disk_usage(folder).free
        if free < size:
            raise DiskFull(target, size, free)
        number, name = tempfile.mkstemp(prefix=".juanzong-", suffix=".part", dir=folder)
        part = Path(name)
        with extended(original).open("rb") as reader, os.fdopen(number, "wb") as writer:
            while piece := reader.read(CHUNK):
                job.check_cancelled()
                writer.write(piece)
            writer.flush()
            os.fsync(writer.fileno())
        part.replace(extended(target))
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
