"""What the system refuses at a place where nobody foresaw it, as one of our errors."""

import sqlite3

from app.errors import SystemRefused


def refused_by_system(error: OSError | sqlite3.Error) -> SystemRefused:
    """The error in our terms: which file, and what the system says."""
    if isinstance(error, OSError):
        names = [str(name) for name in (error.filename, error.filename2) if name is not None]
        return SystemRefused(" → ".join(names) or "—", error.strerror or str(error))
    return SystemRefused("juanzong.db", str(error))
