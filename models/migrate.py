"""Bringing a database to the present version, and telling which version it has."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

import models
from models.engine import WRITES


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(models.__file__).parent / "migrations"))
    return config


def newest_version() -> str:
    """The version that this program writes."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None  # the first migration is part of the program
    return head


def known_versions() -> frozenset[str]:
    """Every version that this program can read or bring up to date."""
    return frozenset(r.revision for r in ScriptDirectory.from_config(_config()).walk_revisions())


def version_of(engine: Engine) -> str | None:
    """The version of a database; None if no program of ours has made it."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine) -> None:
    """Bring a database to ``newest_version``: all steps in one transaction, or none."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        upgrade_within(connection)


def upgrade_within(connection: Connection) -> None:
    """Run the missing steps in the caller's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
