"""Copies of the database: before every migration and once a day, the oldest ones dropped."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from app.paths import extended, sync_folder
from app.private_files import make_private_file, make_private_folder
from app.storage.backup_note import (
    make_note,
    names_of_originals,
    note_beside,
    read_note,
    write_note,
)
from app.storage.county_files import read_county_files
from app.storage.database_checks import find_damage_in_file
from app.storage.layout import Layout

KEEP_DAILY = 14
DAILY_AFTER = timedelta(hours=24)
_DAILY = "juanzong-*-daily.db"


def back_up(layout: Layout, now: datetime, reason: str, folder: Path | None = None) -> Path:
    """Copy the live database into ``backups``, or into ``folder``; whole or not at all.

    ``reason`` becomes part of the name: ``daily``, or ``before-0002``. The county's own data files
    are kept in the note beside it. The copy is looked through,
    and what is wrong with it stands in the note beside it.

    Raises:
        sqlite3.Error: the database cannot be read, or the copy not be written.
        OSError: the copy cannot be written.
    """
    folder = folder or layout.backups
    make_private_folder(folder)
    target = folder / f"juanzong-{now:%Y%m%dT%H%M%S}-{reason}.db"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        make_private_file(part)
        with (
            # Not made anew where the disk is gone.
            closing(sqlite3.connect(_present(layout.database), uri=True)) as source,
            closing(sqlite3.connect(extended(part))) as copy,
        ):
            source.backup(copy)
            # A copy of a database in WAL mode is in WAL mode; on a stick it should be one file.
            copy.execute("PRAGMA journal_mode=DELETE")
        with extended(part).open("rb+") as written:
            os.fsync(written.fileno())
        files = read_county_files(layout.root).files
        note = make_note(part, _originals(part), find_damage_in_file(part), files)
        # The note first: a backup without one is taken for one of an earlier version.
        write_note(target, note)
        part.replace(target)
        sync_folder(folder)
    finally:
        for side in ("", "-journal"):
            part.with_name(part.name + side).unlink(missing_ok=True)
    return target


def back_up_daily(layout: Layout, now: datetime) -> Path | None:
    """Make today's copy if the last one is a day old, and keep the newest fourteen sound ones.

    A copy of a damaged database takes no sound one's place. A copy that bears a later time than
    now was made while the clock ran ahead: it holds nothing up.
    """
    copies = sorted(layout.backups.glob(_DAILY))
    if any(timedelta(0) <= now - _made_at(copy, now) < DAILY_AFTER for copy in copies):
        return None
    made = back_up(layout, now, "daily")
    copies = [copy for copy in copies if copy != made]
    sound = [copy for copy in copies if (note := read_note(copy)) is None or note.sound]
    own = read_note(made)
    if own is None or own.sound:
        for old in sound[: -(KEEP_DAILY - 1)]:
            drop_backup(old)
    damaged = [copy for copy in copies if copy not in sound]
    for old in damaged[:-KEEP_DAILY]:
        drop_backup(old)
    return made


def drop_backup(backup: Path) -> None:
    """Delete a backup and its note."""
    backup.unlink()
    note_beside(backup).unlink(missing_ok=True)


def _present(database: Path) -> str:
    """The address of a database that must be there."""
    return f"{extended(database).absolute().as_uri()}?mode=rw"


def _originals(database: Path) -> dict[str, str]:
    """The originals that a copy names; none where it is too damaged to tell."""
    try:
        with closing(sqlite3.connect(extended(database))) as connection:
            return names_of_originals(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return {}


def _made_at(copy: Path, now: datetime) -> datetime:
    stamp = copy.stem.split("-")[1]
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%S").replace(tzinfo=now.tzinfo)
    except ValueError:
        return datetime.min.replace(tzinfo=now.tzinfo)  # somebody's own copy
