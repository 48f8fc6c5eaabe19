"""Are the rows of the database those that the program stored? Asked before they are used."""

import sqlite3
from datetime import datetime

from sqlalchemy import func, select

from app.storage.backup_note import read_note
from app.storage.damage import told_by_driver
from app.storage.database_checks import one_snapshot
from app.storage.defects import Doubts
from app.workspace.clock import clock_is_behind
from app.workspace.errors import ContentChanged
from app.workspace.opening import Workspace
from models import Event
from models.seals import broken_seals, seal


def find_doubts(workspace: Workspace) -> Doubts:
    """Look for them; reads every row (2 seconds for 10,000 items), so not while somebody waits."""
    return Doubts(_changed(workspace), _unsound_backup(workspace), entry_of_the_future(workspace))


def entry_of_the_future(workspace: Workspace) -> datetime | None:
    """The time of the newest entry of the log if this computer's clock is behind it; quick."""
    with workspace.database.reading() as session:
        newest = session.scalar(select(func.max(Event.at)))
    return newest if clock_is_behind(newest, workspace.database.now()) else None


def demand_unchanged(workspace: Workspace) -> None:
    """Let nothing leave the workspace that the program did not store.

    Raises:
        ContentChanged: rows of some tables changed behind the program's back.
        DatabaseDamaged, DatabaseNotRead: the database cannot be read.
    """
    if changed := _changed(workspace):
        raise ContentChanged(workspace.layout.root, changed)


def accept_content(workspace: Workspace) -> tuple[str, ...]:
    """Take the rows for right as they are now; gives the tables whose seals were broken.

    For somebody who looked at them and has no backup to go back to; the log tells of it.

    Raises:
        WorkspaceReadOnly: it is open for reading only.
    """
    with workspace.database.writing() as work:
        raw = work.session.connection().connection.driver_connection
        changed = broken_seals(raw) if isinstance(raw, sqlite3.Connection) else ()
        if changed and isinstance(raw, sqlite3.Connection):
            work.record("workspace.content_accepted", workspace.facts.id, tables=list(changed))
            seal(raw, {})
            work.commit()
    return changed


def _changed(workspace: Workspace) -> tuple[str, ...]:
    try:
        with one_snapshot(workspace.database.engine) as connection:
            return () if connection is None else broken_seals(connection)
    except sqlite3.Error as error:
        told = told_by_driver(workspace.layout.root, error)
        if told is None:
            raise
        raise told from error


def _unsound_backup(workspace: Workspace) -> str:
    backups = sorted(workspace.layout.backups.glob("juanzong-*.db"), key=lambda path: path.name)
    if not backups:
        return ""
    note = read_note(backups[-1])
    return backups[-1].name if note is not None and not note.sound else ""
