"""Restoring a workspace from a backup: prepared beside it, then put in place in one step."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.errors import (
    DatabaseDamaged,
    FileUnreadable,
    FolderNotWritable,
    OriginalDamaged,
    OriginalMissing,
)
from app.eventlog import LogEntry
from app.jobs import JobContext, Progress
from app.originals import FolderStore, StoreOutcome, digest_file
from app.paths import extended, sync_folder
from app.private_files import make_private_file, make_private_folder
from app.settings import load_settings
from app.storage.backup_note import BackupNote, read_note
from app.storage.county_files import (
    FileChange,
    FileChangeKind,
    carry_out,
    lies_there,
    read_county_files,
)
from app.storage.database_checks import find_damage_in_file
from app.storage.defects import Defect, DefectKind
from app.storage.layout import SIDES, Layout, clear_unfinished
from app.terms import UNNAMED_PERSON
from app.unit_of_work import Clock, Database
from app.workspace.backup import back_up
from app.workspace.backups import BEFORE_RESTORE, place_on_second_disk, read_blobs
from app.workspace.errors import (
    BackupAltered,
    BackupDamaged,
    BackupOfAnother,
    NotAWorkspace,
    WorkspaceTooNew,
)
from app.workspace.kept_identity import put_identity, read_identity
from app.workspace.lock import WorkspaceLock
from models import Unit, WorkspaceInfo
from models.base import utc_now
from models.engine import open_engine, sqlite_url
from models.migrate import known_versions, newest_version, upgrade, version_of

STAGE = "restore"
_STEPS = 5


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did.

    Attributes:
        saved: the backup of the state that was there before.
        fetched: how many originals that were gone came back from beside the backup, or from the
            second disk.
        mended: how many that had been altered came back from there; the altered files are kept.
        missing: the names of originals that the restored state names and that are nowhere.
        damaged: the names of those that were altered, with no sound copy anywhere.
        verified: the backup was compared with the digest noted when it was made; False for one of
            an earlier version, of which only structure and form could be checked.
        defects: what was wrong with the database already when the backup was made.
        files: the places of the county's data files that are as the backup has them again.
    """

    saved: Path
    fetched: int
    mended: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    verified: bool = True
    defects: tuple[Defect, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True if every original is there as it was stored."""
        return not self.missing and not self.damaged


def restore_backup(
    root: Path, backup: Path, job: JobContext, clock: Clock = utc_now
) -> RestoreReport:
    """Take a closed workspace back to a backup; the state of now is backed up first.

    The keys, their pass-phrase and the partners' confirmed keys stay those of now. Whatever stops
    it, the workspace is as it was or as the backup has it. Originals that came after the backup
    stay in the store. The county's data files are put back with it. Every
    original that the backup names is read: one that is gone or was altered comes from beside the
    backup, or from the second disk that the backup names.

    The backup is compared with its note, and the state that it gives is looked through, before
    anything of the workspace is touched.

    Raises:
        NotAWorkspace: there is no workspace.
        WorkspaceLocked: a program has it open.
        WorkspaceObstructed: something else lies where its folders and files belong.
        BackupDamaged: the backup cannot be read.
        BackupAltered: it is not what was written.
        BackupOfAnother: it belongs to another workspace.
        WorkspaceTooNew: a newer program made it.
        FolderNotWritable: the database cannot be replaced.
        Cancelled: somebody pressed cancel; the workspace is as it was.
    """
    layout = Layout(root.absolute())
    if not layout.root.is_dir():
        raise NotAWorkspace(layout.root)
    now = clock()
    lock = WorkspaceLock(layout, now)
    ready = layout.restoring
    try:
        blobs = read_blobs(backup)
        _check_owner(layout, backup)
        job.report(Progress(STAGE, 0, _STEPS))
        clear_unfinished(layout)
        note = _prepare(backup, ready)
        defects = _look_through(backup, ready, note)
        job.report(Progress(STAGE, 1, _STEPS))
        job.check_cancelled()
        found = _fetch(layout, _places(layout, backup, ready, clock), blobs, job)
        _enter(layout, backup, ready, clock, found)
        job.report(Progress(STAGE, 2, _STEPS))
        job.check_cancelled()
        saved = _save_present(layout, clock)
        files = _put_files(layout, note, saved)
        job.report(Progress(STAGE, 3, _STEPS))
        _close_journal(layout)
        job.report(Progress(STAGE, 4, _STEPS))
        extended(ready).replace(extended(layout.database))
        sync_folder(layout.root)
        job.report(Progress(STAGE, 5, _STEPS))
    except OSError as error:
        raise FolderNotWritable(layout.root, error.strerror or str(error)) from error
    finally:
        clear_unfinished(layout)
        lock.release()
    return RestoreReport(
        saved,
        found.fetched,
        len(found.mended),
        tuple(found.missing),
        tuple(found.damaged),
        verified=note is not None,
        defects=defects,
        files=files,
    )


@dataclass(slots=True)
class _Found:
    """What became of the originals that the backup names."""

    fetched: int = 0
    mended: list[str] = field(default_factory=list)  # by SHA-256
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def _prepare(backup: Path, ready: Path) -> BackupNote | None:
    """Make the database that will take the place: a copy, brought up to date.

    Returns the note that the copy fits; None for a backup that has no note.
    """
    make_private_file(ready)
    shutil.copyfile(extended(backup), extended(ready))
    note = read_note(backup)
    if note is not None and digest_file(ready).sha256 != note.sha256:
        raise BackupAltered(backup, "校验值不符")
    engine = open_engine(sqlite_url(extended(ready)))
    try:
        found = version_of(engine)
        if found is None:
            raise BackupDamaged(backup, "不是卷宗的数据库")
        if found not in known_versions():
            raise WorkspaceTooNew(backup, found)
        if found != newest_version():
            upgrade(engine)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise BackupDamaged(backup, str(getattr(error, "orig", error))) from error
    finally:
        engine.dispose()
    return note


def _look_through(backup: Path, ready: Path, note: BackupNote | None) -> tuple[Defect, ...]:
    """What is wrong with the state that the backup gives, and was when it was made.

    A backup that fits its note is what people had, with all its faults; of another one nobody
    knows when a fault came about. A partner's broken log may have come so: it is told only.
    """
    found = tuple(defect for defect in find_damage_in_file(ready) if not defect.harmless)
    told = {DefectKind.RECEIVED_LOG_BROKEN}
    for defect in found:
        unreadable = defect.kind in {DefectKind.DATABASE_DAMAGED, DefectKind.VALUE_UNFIT}
        if unreadable or (note is None and defect.kind not in told):
            raise BackupAltered(backup, defect.subject)
    return found


@contextmanager
def _database(layout: Layout, backup: Path, ready: Path, clock: Clock) -> Iterator[Database]:
    engine = open_engine(sqlite_url(extended(ready)))
    try:
        yield Database(engine, layout.root, UNNAMED_PERSON, clock, read_only=False)
    except DatabaseDamaged as error:
        raise BackupDamaged(backup, error.detail) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise BackupDamaged(backup, str(getattr(error, "orig", error))) from error
    finally:
        engine.dispose()


def _enter(layout: Layout, backup: Path, ready: Path, clock: Clock, found: _Found) -> None:
    """Give the database that will take the place today's keys, and write down what was done."""
    with (
        _database(layout, backup, ready, clock) as database,
        database.writing() as work,
    ):
        kept = put_identity(work.session, read_identity(layout.database))
        work.record("workspace.restored", backup.name, fingerprint=kept)
        work.record_all(LogEntry("original.mended", sha256, {}) for sha256 in found.mended)
        work.commit()
    with closing(sqlite3.connect(extended(ready))) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with extended(ready).open("rb+") as file:
        os.fsync(file.fileno())


def _places(layout: Layout, backup: Path, ready: Path, clock: Clock) -> tuple[FolderStore, ...]:
    """Where copies may be: beside the backup, and on the second disk, as named then and now."""
    places = [Layout(backup.absolute().parent.parent), *_second_disk(layout, backup, ready, clock)]
    with suppress(BackupDamaged):  # what is there now may be past reading
        places += _second_disk(layout, backup, layout.database, clock)
    own = layout.root.resolve()
    roots = dict.fromkeys(place.root.resolve() for place in places)
    return tuple(FolderStore(Layout(root).originals) for root in roots if root != own)


def _second_disk(layout: Layout, backup: Path, database: Path, clock: Clock) -> list[Layout]:
    """The workspace's place on the second disk, if a database names one.

    Settings that this program cannot read name none; that is no reason not to restore.
    """
    if not database.exists():
        return []
    with (
        suppress(ValueError),
        _database(layout, backup, database, clock) as opened,
        opened.reading() as session,
    ):
        info = session.scalars(select(WorkspaceInfo)).one()
        unit = session.get(Unit, info.unit_id) if info.unit_id else None
        folder = load_settings(session, info.county, "").backup_folder
        name = unit.name if unit else None
        return [place_on_second_disk(folder, info.county, name, info.id)] if folder else []
    return []


def _fetch(
    layout: Layout, places: Sequence[FolderStore], blobs: Mapping[str, str], job: JobContext
) -> _Found:
    """Bring every original into the state in which it was stored."""
    here, found = FolderStore(layout.originals), _Found()

    def on_chunk(_count: int) -> None:
        job.check_cancelled()

    for sha256, name in blobs.items():
        job.report(Progress(STAGE, 1, _STEPS, name))
        job.check_cancelled()
        if here.intact(sha256, on_chunk):
            continue
        match _copy(here, places, sha256, on_chunk):
            case StoreOutcome.NEW:
                found.fetched += 1
            case StoreOutcome.MENDED:
                found.mended.append(sha256)
            case None:
                (found.damaged if here.contains(sha256) else found.missing).append(name)
    return found


def _copy(
    here: FolderStore,
    places: Iterable[FolderStore],
    sha256: str,
    on_chunk: Callable[[int], None],
) -> StoreOutcome | None:
    """Store the first sound copy; None if there is none."""
    for place in places:
        with suppress(OriginalMissing, OriginalDamaged, FileUnreadable):
            return here.fetch(place.path(sha256), sha256, on_chunk)
    return None


def _save_present(layout: Layout, clock: Clock) -> Path:
    """Back up what is there; a database that cannot be read is kept as it is."""
    make_private_folder(layout.backups)
    now = clock()
    try:
        return back_up(layout, now, BEFORE_RESTORE)
    except sqlite3.DatabaseError:
        aside = layout.backups / f"juanzong-{now:%Y%m%dT%H%M%S}-damaged.db"
        for side in ("", *SIDES):
            file = layout.database.with_name(layout.database.name + side)
            if file.exists():
                copy = aside.with_name(aside.name + side)
                make_private_file(copy)
                shutil.copyfile(extended(file), extended(copy))
        return aside


def _put_files(layout: Layout, note: BackupNote | None, saved: Path) -> tuple[str, ...]:
    """Write the county's data files as the backup has them; others stay.

    What lies there is in the backup of now. Where that has it not, it is put aside.
    """
    kept = read_note(saved)
    safe = {file.place for file in kept.files} if kept is not None else set()
    present = {file.place: file.content for file in read_county_files(layout.root).files}
    changes = tuple(
        FileChange(FileChangeKind.CHANGED, file.place, file, aside)
        for file in (note.files if note is not None else ())
        if present.get(file.place) != file.content
        for aside in [lies_there(layout.root, file) and file.place not in safe]
    )
    carry_out(layout.root, changes)
    return tuple(change.place for change in changes)


def _close_journal(layout: Layout) -> None:
    """Leave no journal behind that the restored database would take for its own."""
    if layout.database.exists():
        try:
            with closing(sqlite3.connect(extended(layout.database))) as present:
                present.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError:
            pass  # damaged, and kept aside; its journal goes below
    for side in SIDES:
        layout.database.with_name(layout.database.name + side).unlink(missing_ok=True)


def _check_owner(layout: Layout, backup: Path) -> None:
    theirs, ours = _id_of(backup), _id_of(layout.database)
    if theirs is None:
        raise BackupDamaged(backup, "不是卷宗的数据库")
    # The id of a damaged database proves nothing.
    if ours is not None and ours != theirs and not find_damage_in_file(layout.database):
        raise BackupOfAnother(backup)


def _id_of(database: Path) -> str | None:
    address = f"{extended(database).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute("SELECT id FROM workspace_info").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return str(row[0]) if row else None
