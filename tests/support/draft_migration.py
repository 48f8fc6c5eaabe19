"""Draft the next migration: what the models say and the last migration does not make yet.

From the project's folder:

    python -m tests.support.draft_migration "what changes"
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from models.engine import WRITES, open_engine, sqlite_url
from models.migrate import newest_version, upgrade
from models.migrations import versions

#: Migrations name SQLite's own types: ours may mean something else one day.
_TYPES = {"models.base.NfcText()": "sa.Text()", "models.base.UtcDateTime()": "sa.DateTime()"}


def draft(subject: str) -> None:
    """Write the module of the next version beside the others."""
    folder = Path(versions.__path__[0])
    config = Config()
    config.set_main_option("script_location", str(folder.parent))
    revision = f"{int(newest_version()) + 1:04}"
    with TemporaryDirectory() as place:
        engine = open_engine(sqlite_url(Path(place) / "empty.db"))
        upgrade(engine)
        with engine.connect().execution_options(**{WRITES: True}) as connection:
            config.attributes["connection"] = connection
            command.revision(config, subject, rev_id=revision, autogenerate=True)
        engine.dispose()
    (made,) = folder.glob(f"{revision}_*.py")
    text = made.read_text(encoding="utf-8")
    for ours, plain in _TYPES.items():
        text = text.replace(ours, plain)
    made.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    draft(sys.argv[1])
