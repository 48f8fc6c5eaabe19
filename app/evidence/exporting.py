"""另存原件: copies of originals in a folder, under the names that their files had."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session
from uuid6 import uuid7

from app.destination import Destination
from app.errors import DiskFull, FolderNotWritable, JuanzongError, OriginalDamaged, OriginalMissing
from app.evidence.items import current
from app.jobs import JobContext, Progress
from app.originals import CHUNK, RESERVE, digest_file
from app.paths import extended, legal_name
from app.preview.copies import inert_target
from app.workspace.opening import Workspace
from models import Blob


@dataclass(frozen=True, slots=True)
class SavedOriginal:
    """What became of one file: where its copy is, or why there is none."""

    item: str
    file_name: str
    path: Path | None = None
    error: JuanzongError | None = None


@dataclass(frozen=True, slots=True)
class SavedOriginals:
    """The account: every file asked for is saved, or failed with its error."""

    files: tuple[SavedOriginal, ...]

    @property
    def saved(self) -> int:
        """How many there are copies of."""
        return sum(file.path is not None for file in self.files)

    @property
    def failed(self) -> tuple[SavedOriginal, ...]:
        """Those without a copy."""
        return tuple(file for file in self.files if file.path is None)


@dataclass(frozen=True, slots=True)
class _Wanted:
    item: str
    file_name: str
    sha256: str
    size: int
    modified_at: datetime | None


def save_originals(
    workspace: Workspace, item_ids: Sequence[str], folder: Path, job: JobContext
) -> SavedOriginals:
    """Copy the current files of items, attachments included, into a folder.

    Nothing there is overwritten: a name that is taken gets a number. Each copy is compared with
    its check sum before it gets its name. A program, as earlier versions took in, gets a suffix
    that no system runs.

    Raises:
        ItemUnknown: an item does not exist.
        FolderNotWritable: nothing can be written in the folder.
        Cancelled: somebody pressed cancel; the copies made so far stay.
    """
    place = workspace.destination(folder)
    with workspace.database.reading() as session:
        wanted = list(_wanted(session, item_ids))
    files = []
    for number, file in enumerate(wanted, 1):
        job.check_cancelled()
        job.report(Progress("save", number, len(wanted), file.file_name))
        try:
            path = _save(workspace, file, place, job)
        except (OriginalMissing, OriginalDamaged, DiskFull) as error:
            files.append(SavedOriginal(file.item, file.file_name, error=error))
        else:
            files.append(SavedOriginal(file.item, file.file_name, path))
    place.settle(file.path for file in files if file.path is not None)
    return SavedOriginals(tuple(files))


def save_original(
    workspace: Workspace, sha256: str, file_name: str, folder: Path, job: JobContext
) -> Path:
    """Copy one original, of whichever revision, into a folder; returns where the copy is.

    Raises:
        OriginalMissing, OriginalDamaged: the store no longer has the content.
        FolderNotWritable, DiskFull: the folder does not take it.
        Cancelled: somebody pressed cancel.
    """
    place = workspace.destination(folder)
    with workspace.database.reading() as session:
        size = session.get_one(Blob, sha256).size
    path = _save(workspace, _Wanted("", file_name, sha256, size, None), place, job)
    place.settle([path])
    return path


def _wanted(session: Session, item_ids: Sequence[str]) -> Iterator[_Wanted]:
    for item_id in dict.fromkeys(item_ids):
        _, revision = current(session, item_id, removed_too=True)
        blob = session.get_one(Blob, revision.blob_sha256)
        yield _Wanted(
            item_id, revision.file_name, blob.sha256, blob.size, revision.file_modified_at
        )
        for part in revision.attachments:
            size = session.get_one(Blob, part.blob_sha256).size
            yield _Wanted(item_id, part.file_name, part.blob_sha256, size, None)


def _save(workspace: Workspace, file: _Wanted, place: Destination, job: JobContext) -> Path:
    source = workspace.originals.path(file.sha256)
    folder = extended(place.folder)
    name = legal_name(file.file_name)
    if source.is_file():
        name = inert_target(source, Path(name)).name
    target = _free_name(folder, name)
    part = folder / f".{uuid7()}.part"
    try:
        place.make()
        free = shutil.disk_usage(folder).free
        if free < file.size + RESERVE:
            raise DiskFull(folder, file.size + RESERVE, free)
        with source.open("rb") as reader, part.open("xb") as writer:
            while piece := reader.read(CHUNK):
                job.check_cancelled()
                writer.write(piece)
            writer.flush()
            os.fsync(writer.fileno())
        if digest_file(part, lambda _: job.check_cancelled()).sha256 != file.sha256:
            raise OriginalDamaged(file.sha256, source)
        if file.modified_at is not None:
            stamp = file.modified_at.timestamp()
            os.utime(part, (stamp, stamp))
        place.demand()
        part.replace(target)
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # the disk is gone, and the part with it
            part.unlink(missing_ok=True)
    return target


def _free_name(folder: Path, name: str) -> Path:
    stem, dot, suffix = name.rpartition(".")
    if not (dot and stem):
        stem, suffix = name, ""
    target, number = folder / name, 2
    while target.exists():
        target = folder / (f"{stem} ({number}).{suffix}" if suffix else f"{stem} ({number})")
        number += 1
    return target
