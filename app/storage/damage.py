"""What an error of the database driver means: the disk, another program, or damage."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from app.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNotRead,
    DatabaseNotWritten,
    RowUnknown,
    WorkspaceError,
    WorkspaceNotWritable,
)
from app.storage.backup_note import newest_sound_backup
from app.storage.database_checks import find_damage_of, shortened
from app.storage.layout import DATABASE_NAME

#: What Python raises over values that no program of ours stored; also what a slip in the program
#: raises, so the database is looked through before it is blamed.
_OVER_VALUES = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


def database_damaged(root: Path, detail: str) -> DatabaseDamaged:
    """The error, with the backup that leads out of it."""
    backup = newest_sound_backup(root)
    name = backup.name if backup else ""
    return DatabaseDamaged(root / DATABASE_NAME, shortened(detail), name)


def told_by_driver(root: Path, error: BaseException | None) -> WorkspaceError | None:
    """What an error of SQLite means; None if only a look into the database can tell."""
    if not isinstance(error, sqlite3.Error):
        return None
    detail = str(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return DatabaseNotWritten(root, "磁盘已满")
        case sqlite3.SQLITE_IOERR:
            return DatabaseNotWritten(root, "磁盘读写出错")
        case sqlite3.SQLITE_READONLY:
            return WorkspaceNotWritable(root, "磁盘或文件是只读的")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(root)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return DatabaseNotRead(root, "打不开数据库文件")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return database_damaged(root, detail)
    if "decode to UTF-8" in detail:
        return database_damaged(root, detail)
    return None


def told_by_damage(root: Path, engine: Engine, error: BaseException) -> WorkspaceError | None:
    """The damage that explains an error which nobody foresaw; None if the database is sound."""
    origin = getattr(error, "orig", None) or error
    if isinstance(origin, sqlite3.Error):
        found = told_by_driver(root, origin)
        if found is not None:
            return found
    elif not isinstance(error, (*_OVER_VALUES, RowUnknown)):
        return None
    damage = [defect for defect in find_damage_of(engine) if not defect.harmless]
    return database_damaged(root, damage[0].subject) if damage else None
