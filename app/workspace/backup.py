"""Copies of the database: before every migration and once a day, the oldest ones dropped."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from app.paths import extended
from app.private_files import make_private_file, make_private_folder
from app.workspace.layout import Layout

KEEP_DAILY = 14
DAILY_AFTER = timedelta(hours=24)


def back_up(layout: Layout, now: datetime, reason: str, folder: Path | None = None) -> Path:
    """Copy the live database into ``backups``, or into ``folder``; whole or not at all.

    ``reason`` becomes part of the name: ``daily``, or ``before-0002``.
    """
    folder = folder or layout.backups
    make_private_folder(folder)
    target = folder / f"juanzong-{now:%Y%m%dT%H%M%S}-{reason}.db"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    with (
        closing(sqlite3.connect(extended(layout.database))) as source,
        closing(sqlite3.connect(extended(part))) as copy,
    ):
        source.backup(copy)
        # A copy of a database in WAL mode is in WAL mode; on a stick it should be one file.
        copy.execute("PRAGMA journal_mode=DELETE")
    part.replace(target)
    return target


def back_up_daily(layout: Layout, now: datetime) -> Path | None:
    """Make today's copy if the last one is a day old, and keep the newest fourteen."""
    copies = sorted(layout.backups.glob("juanzong-*-daily.db"))
    if copies and now - _made_at(copies[-1], now) < DAILY_AFTER:
        return None
    made = back_up(layout, now, "daily")
    for old in [*copies, made][:-KEEP_DAILY]:
        old.unlink()
    return made


def _made_at(copy: Path, now: datetime) -> datetime:
    stamp = copy.stem.split("-")[1]
    return datetime.strptime(stamp, "%Y%m%dT%H%M%S").replace(tzinfo=now.tzinfo)
