"""A workspace of the first edition becomes one that can be reviewed."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from models import Base
from models.engine import WRITES, open_engine, sqlite_url
from models.migrate import newest_version, upgrade, version_of
from models.migrations import versions


@pytest.mark.parametrize("start", ["0001", "0002"])
def test_every_edition_becomes_the_newest_with_its_rows(tmp_path: Path, start: str):
    engine = open_engine(sqlite_url(tmp_path / "juanzong.db"))
    config = Config()
    config.set_main_option("script_location", str(Path(versions.__path__[0]).parent))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, start)
        connection.execute(
            text("INSERT INTO unit (id, name, category) VALUES ('u', '县司法局', '')")
        )
    assert version_of(engine) == start
    upgrade(engine)
    assert version_of(engine) == newest_version()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT name FROM unit WHERE id = 'u'")) == "县司法局"
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()
