"""Restoring a workspace from a backup: prepared beside it, then put in place in one step."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from app.errors import FolderNotWritable
from app.jobs import JobContext, Progress
from app.originals import FolderStore
from app.paths import extended
from app.unit_of_work import Clock, Database
from app.workspace.backup import back_up
from app.workspace.backups import BEFORE_RESTORE, read_blobs
from app.workspace.errors import BackupDamaged, BackupOfAnother, NotAWorkspace, WorkspaceTooNew
from app.workspace.kept_identity import put_identity, read_identity
from app.workspace.layout import SIDES, Layout, clear_unfinished
from app.workspace.lock import WorkspaceLock, current_user
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
        fetched: how many originals were fetched from the backup's own folder.
        missing: the names of originals that the restored state names and that are nowhere.
    """

    saved: Path
    fetched: int
    missing: tuple[str, ...]


def restore_backup(
    root: Path, backup: Path, job: JobContext, clock: Clock = utc_now
) -> RestoreReport:
    """Take a closed workspace back to a backup; the state of now is backed up first.

    The keys, their pass-phrase and the partners' confirmed keys stay those of now. Whatever stops
    it, the workspace is as it was or as the backup has it. Originals are only ever added: those
    that came after the backup stay in the store.

    Raises:
        NotAWorkspace: there is no workspace.
        WorkspaceLocked: a program has it open.
        BackupDamaged: the backup cannot be read.
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
        _prepare(layout, backup, ready, clock)
        job.report(Progress(STAGE, 1, _STEPS))
        job.check_cancelled()
        fetched, missing = _fetch(layout, backup, blobs, job)
        job.report(Progress(STAGE, 2, _STEPS))
        job.check_cancelled()
        saved = _save_present(layout, clock)
        job.report(Progress(STAGE, 3, _STEPS))
        _close_journal(layout)
        job.report(Progress(STAGE, 4, _STEPS))
        extended(ready).replace(extended(layout.database))
        job.report(Progress(STAGE, 5, _STEPS))
    except OSError as error:
        raise FolderNotWritable(layout.root, error.strerror or str(error)) from error
    finally:
        clear_unfinished(layout)
        lock.release()
    return RestoreReport(saved, fetched, missing)


def _prepare(layout: Layout, backup: Path, ready: Path, clock: Clock) -> None:
    """Make the database that will take the place: up to date, with today's keys and an entry."""
    shutil.copyfile(extended(backup), extended(ready))
    engine = open_engine(sqlite_url(extended(ready)))
    try:
        found = version_of(engine)
        if found is None:
            raise BackupDamaged(backup, "不是卷宗的数据库")
        if found not in known_versions():
            raise WorkspaceTooNew(backup, found)
        if found != newest_version():
            upgrade(engine)
        database = Database(engine, layout.root, current_user(), clock, read_only=False)
        with database.writing() as work:
            kept = put_identity(work.session, read_identity(layout.database))
            work.record("workspace.restored", backup.name, fingerprint=kept)
            work.commit()
    except DatabaseError as error:
        raise BackupDamaged(backup, str(error.orig)) from error
    finally:
        engine.dispose()
    with closing(sqlite3.connect(extended(ready))) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with extended(ready).open("rb+") as file:
        os.fsync(file.fileno())


def _fetch(
    layout: Layout, backup: Path, blobs: dict[str, str], job: JobContext
) -> tuple[int, tuple[str, ...]]:
    """Fetch originals that are gone here from beside the backup."""
    here = FolderStore(layout.originals)
    beside = FolderStore(Layout(backup.parent.parent).originals)
    fetched, missing = 0, []

    def on_chunk(_count: int) -> None:
        job.check_cancelled()

    for sha256, name in blobs.items():
        job.check_cancelled()
        if here.contains(sha256):
            continue
        stored = beside.contains(sha256) and here.import_file(beside.path(sha256), on_chunk)
        if stored and stored.sha256 == sha256:
            fetched += 1
        else:
            missing.append(name)
    return fetched, tuple(missing)


def _save_present(layout: Layout, clock: Clock) -> Path:
    """Back up what is there; a database that cannot be read is kept as it is."""
    layout.backups.mkdir(exist_ok=True)
    now = clock()
    try:
        return back_up(layout, now, BEFORE_RESTORE)
    except sqlite3.DatabaseError:
        aside = layout.backups / f"juanzong-{now:%Y%m%dT%H%M%S}-damaged.db"
        for side in ("", *SIDES):
            file = layout.database.with_name(layout.database.name + side)
            if file.exists():
                shutil.copyfile(extended(file), extended(aside.with_name(aside.name + side)))
        return aside


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
    if ours is not None and ours != theirs:
        raise BackupOfAnother(backup)


def _id_of(database: Path) -> str | None:
    address = f"{extended(database).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute("SELECT id FROM workspace_info").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
