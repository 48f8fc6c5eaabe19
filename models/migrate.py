"""Bringing a database to the present version, and telling which version it has.

Alembic is loaded only when there is something to migrate; every start of the program would
otherwise wait for it.
"""

import pkgutil
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from models.engine import WRITES
from models.migrations import versions

_TABLE = "alembic_version"


def newest_version() -> str:
    """The version that this program writes."""
    return max(known_versions())


def known_versions() -> frozenset[str]:
    """Every version that this program can read or bring up to date (0001, 0002)."""
    names = (module.name for module in pkgutil.iter_modules(versions.__path__))
    return frozenset(name.partition("_")[0] for name in names)


def version_of(engine: Engine) -> str | None:
    """The version of a database; None if no program of ours has made it."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_TABLE):
            return None
        found: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))
        return found


def upgrade(engine: Engine) -> None:
    """Bring a database to ``newest_version``: all steps in one transaction, or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(versions.__path__[0]).parent))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
