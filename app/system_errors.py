"""Refusals of the operating system that no code expected, as one of our errors."""

import sqlite3

from app.errors import JuanzongError, MemoryShort, SystemRefused

#: What these errors mean does not depend on where they were raised.
REFUSALS = (MemoryError, OSError, sqlite3.Error)


def told_in_words(error: Exception) -> Exception:
    """The error itself, or what it means in our terms if the system or SQLite raised it."""
    return refused_by_system(error) if isinstance(error, REFUSALS) else error


def refused_by_system(error: MemoryError | OSError | sqlite3.Error) -> JuanzongError:
    """The error in our terms: which file, and what the system says."""
    if isinstance(error, MemoryError):
        return MemoryShort()
    if isinstance(error, OSError):
        names = [str(name) for name in (error.filename, error.filename2) if name is not None]
        return SystemRefused(" → ".join(names) or "—", error.strerror or str(error))
    return SystemRefused("juanzong.db", str(error))
