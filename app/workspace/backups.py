"""Backups: listed, made, checked and restored; with the originals if there is a second disk."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.destination import Destination
from app.errors import (
    FileUnreadable,
    FolderNotWritable,
    JuanzongError,
    OriginalDamaged,
    OriginalMissing,
)
from app.jobs import JobContext, Progress
from app.originals import FolderStore, OriginalStore
from app.paths import extended, legal_name, make_inside
from app.private_files import make_private_folder
from app.storage.backup_note import names_of_originals, read_note
from app.storage.damage import database_damaged, told_by_driver
from app.storage.defects import Defect
from app.storage.layout import Layout
from app.workspace.backup import back_up
from app.workspace.errors import BackupDamaged, BackupFolderUnfit
from app.workspace.opening import Facts, Workspace
from app.workspace.rereading import due, keep_rereading, next_rereading

#: The stage that a backup reports; one step an original.
STAGE = "backup"
MANUAL = "manual"
BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database.

    ``reason`` is an identifier: ``daily``, ``manual``, ``before-restore``, ``before-0002``.
    ``elsewhere`` is True if it lies on the second disk. ``sound`` is False if its note tells of
    something that was wrong with the database when it was made.
    """

    path: Path
    made_at: datetime
    reason: str
    size: int
    elsewhere: bool = False
    sound: bool = True


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup with an account of the originals that it names.

    Attributes:
        backup: the copy of the database.
        originals: how many originals it names.
        copied: how many of them were copied to the second disk this time.
        missing: the names of those that are nowhere.
        damaged: the names of those whose content is no longer what was stored.
        reread: how many copies on the second disk were read again this time.
        renewed: the names of those that had changed there and were copied anew.
        returned: the names of those that were gone here and came back from the second disk.
        lost: the names of those of which neither place has a sound copy.
        defects: what is wrong with the database that was backed up.
    """

    backup: Backup
    originals: int
    copied: int = 0
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    reread: int = 0
    renewed: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def whole(self) -> bool:
        """True if everything could be restored from it."""
        return not (self.missing or self.damaged or self.lost or self.defects)


def second_place(folder: Path, facts: Facts) -> Layout:
    """Where a workspace is kept inside a backup folder on another disk."""
    return place_on_second_disk(folder, facts.county, facts.unit_name, facts.id)


def place_on_second_disk(folder: Path, county: str, unit: str | None, workspace: str) -> Layout:
    """``second_place``, by the county, the unit (None: the office) and the workspace's id."""
    return Layout(folder / legal_name(f"{county}{unit or '创建办'}-{workspace[-8:]}"))


def list_backups(layout: Layout, second: Layout | None = None) -> tuple[Backup, ...]:
    """Every backup there is, newest first; names that are none of ours are passed over."""
    found = list(_in_folder(layout, elsewhere=False))
    if second is not None:
        found += _in_folder(second, elsewhere=True)
    return tuple(sorted(found, key=lambda b: (b.made_at, b.path.name), reverse=True))


def make_backup(
    workspace: Workspace, job: JobContext, second_folder: Path | None = None
) -> BackupReport:
    """Copy the database now and look after every original that it names.

    With ``second_folder`` a copy of the database and the originals that are not there yet go to
    that folder too, and a share of those that are there is read again (``rereading``), so that
    rot is found and mended while the other copy is sound. What was copied when somebody cancels
    stays and is not copied again.

    Raises:
        BackupFolderUnfit: the second folder lies in the workspace.
        FolderNotWritable: nothing can be written to it.
        DiskFull: there is no room in it.
        DatabaseDamaged: the database is too damaged to be copied.
        Cancelled: somebody pressed cancel.
    """
    layout, now = workspace.layout, workspace.database.now()
    place = Destination.remember(second_folder) if second_folder else None
    second = _second(workspace, second_folder) if second_folder else None
    try:
        path = back_up(layout, now, MANUAL)
    except OSError as error:
        raise FolderNotWritable(layout.backups, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise _refused(layout, error) from error
    try:
        blobs = read_blobs(path)
    except BackupDamaged as error:
        # The copy is as good as what was copied.
        raise database_damaged(layout.root, error.detail) from error
    if second is None or place is None:
        missing = _missing(blobs, workspace.originals, job)
        made = _backup(path, elsewhere=False)
        return BackupReport(made, len(blobs), missing=missing, defects=_defects(path))
    try:
        report = _copy_originals(path, blobs, workspace.originals, second, job)
        copy = back_up(layout, now, MANUAL, second.backups)
    except OSError as error:
        raise FolderNotWritable(second.root, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise _refused(second, error) from error
    place.demand([copy])
    return report


def _refused(layout: Layout, error: sqlite3.Error) -> JuanzongError:
    """What SQLite says of the database, or of the copy that it writes."""
    return told_by_driver(layout.root, error) or FolderNotWritable(layout.backups, str(error))


#: The program makes tables and indexes only. A view in a table's place may have no end of rows,
#: and a trigger acts when the database is brought up to date.
_FOREIGN = (
    "SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index')"
    " OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
)


def read_blobs(path: Path) -> dict[str, str]:
    """The originals that a copy of the database names: SHA-256, and the name of a file.

    Raises:
        BackupDamaged: it cannot be read, or fails its own check.
    """
    if extended(path).exists() and not extended(path).is_file():
        raise BackupDamaged(path, "不是普通的文件")  # a pipe would be waited for
    address = f"{extended(path).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as copy:
            if copy.execute(_FOREIGN).fetchone() is not None:
                raise BackupDamaged(path, "里面有不是本软件建的内容")
            verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            if verdict != "ok":
                raise BackupDamaged(path, str(verdict))
            blobs = names_of_originals(copy)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise BackupDamaged(path, str(error)) from error
    return blobs


def _second(workspace: Workspace, folder: Path) -> Layout:
    root = workspace.layout.root.resolve()
    if folder.resolve() == root or root in folder.resolve().parents:
        raise BackupFolderUnfit(folder)
    second = second_place(folder, workspace.facts)
    try:
        # Where the disk is not there, its folder is not made on another one.
        make_inside(folder.parent, folder)
        for made in (second.root, second.originals, second.backups):
            make_private_folder(extended(made))
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return second


def _copy_originals(
    path: Path, blobs: Mapping[str, str], source: OriginalStore, second: Layout, job: JobContext
) -> BackupReport:
    target = FolderStore(second.originals)
    target.clear_incoming()
    state = next_rereading(second.root)
    again = due([sha256 for sha256 in blobs if target.contains(sha256)], state.last)
    told = _Told()

    def on_chunk(_count: int) -> None:
        job.check_cancelled()

    for done, (sha256, name) in enumerate(blobs.items()):
        job.report(Progress(STAGE, done, len(blobs), name))
        job.check_cancelled()
        if not target.contains(sha256):
            if _copy(source, target, sha256, name, told, on_chunk):
                state.read(sha256)
            continue
        if not source.contains(sha256):
            _bring_back(source, target, sha256, name, told, on_chunk)
        elif sha256 in again:
            _read_again(source, target, sha256, name, told, on_chunk)
        else:
            continue
        state.read(sha256)
    keep_rereading(second.root, state)
    job.report(Progress(STAGE, len(blobs), len(blobs)))
    return BackupReport(
        _backup(path, elsewhere=False),
        len(blobs),
        told.copied,
        tuple(told.missing),
        tuple(told.damaged),
        told.reread,
        tuple(told.renewed),
        tuple(told.returned),
        tuple(told.lost),
        _defects(path),
    )


@dataclass(slots=True)
class _Told:
    """What became of the copies on the second disk."""

    copied: int = 0
    reread: int = 0
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


_OnChunk = Callable[[int], None]


def _copy(
    source: OriginalStore,
    target: FolderStore,
    sha256: str,
    name: str,
    told: _Told,
    on_chunk: _OnChunk,
) -> bool:
    try:
        target.fetch(source.path(sha256), sha256, on_chunk)
    except OriginalMissing:
        told.missing.append(name)
    except OriginalDamaged:
        told.damaged.append(name)
    else:
        told.copied += 1
        return True
    return False


def _bring_back(
    source: OriginalStore,
    target: FolderStore,
    sha256: str,
    name: str,
    told: _Told,
    on_chunk: _OnChunk,
) -> None:
    """Bring an original back that is gone here; only the copy on the second disk is left."""
    told.reread += 1
    fetched = _fetched(source, target, sha256, on_chunk)
    (told.returned if fetched else told.lost).append(name)


def _read_again(
    source: OriginalStore,
    target: FolderStore,
    sha256: str,
    name: str,
    told: _Told,
    on_chunk: _OnChunk,
) -> None:
    """Read a copy on the second disk; one that changed there is copied again."""
    told.reread += 1
    if target.intact(sha256, on_chunk):
        return
    fetched = _fetched(target, source, sha256, on_chunk)
    (told.renewed if fetched else told.lost).append(name)


def _fetched(into: OriginalStore, out_of: OriginalStore, sha256: str, on_chunk: _OnChunk) -> bool:
    """Copy a sound original from one store into the other; False if it is not sound there."""
    try:
        into.fetch(out_of.path(sha256), sha256, on_chunk)
    except (OriginalMissing, OriginalDamaged, FileUnreadable):
        return False
    return True


def _defects(path: Path) -> tuple[Defect, ...]:
    note = read_note(path)
    return tuple(d for d in note.defects if not d.harmless) if note else ()


def _missing(
    blobs: Mapping[str, str], originals: OriginalStore, job: JobContext
) -> tuple[str, ...]:
    missing = []
    for done, (sha256, name) in enumerate(blobs.items(), 1):
        job.check_cancelled()
        job.report(Progress(STAGE, done, len(blobs), name))
        if not originals.contains(sha256):
            missing.append(name)
    return tuple(missing)


def _in_folder(layout: Layout, *, elsewhere: bool) -> Iterator[Backup]:
    for path in layout.backups.glob("juanzong-*.db"):
        if path.is_file() and len(path.stem.split("-", 2)) == 3:
            try:
                yield _backup(path, elsewhere=elsewhere)
            except (ValueError, OSError):
                continue  # somebody's own copy, or one that was just deleted


def _backup(path: Path, *, elsewhere: bool) -> Backup:
    _, stamp, reason = path.stem.split("-", 2)
    made_at = datetime.strptime(stamp, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    note = read_note(path)
    sound = note is None or note.sound
    return Backup(path, made_at, reason, path.stat().st_size, elsewhere, sound)
