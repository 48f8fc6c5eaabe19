"""What the system refuses at a place where nobody foresaw it, as one of our errors."""

import sqlite3

from app.errors import SystemRefused


def refused_by_system(error: OSError | sqlite3.Error) -> SystemRefused:
    """The error in our terms: which file, and what the system says."""
    if isinstance(error, OSError):
        names = [str(name) for name in (error.filename, error.filename2) if name is not None]
        return SystemRefused(" → ".join(names) or "—", error.strerror or str(error))
    return SystemRefused("juanzong.db", str(error))


def told_in_words(error: Exception) -> Exception:
    """The error itself, or what it means in our terms if the system or SQLite raised it."""
    return refused_by_system(error) if isinstance(error, OSError | sqlite3.Error) else error
