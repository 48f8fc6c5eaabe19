"""What connections of ours add to the driver's: fetching in portions, and SQLite's rules."""

import pytest
from sqlalchemy import Engine, text

from models.engine import open_engine, sqlite_url

#: More numbers than the largest question asks for.
COUNT = 1_000


@pytest.fixture
def engine(tmp_path):
    made = open_engine(sqlite_url(tmp_path / "numbers.db"))
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE number (value INTEGER PRIMARY KEY)"))
        connection.execute(
            text("INSERT INTO number VALUES (:value)"), [{"value": n} for n in range(COUNT)]
        )
    yield made
    made.dispose()


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 100, 999, COUNT])
def test_every_row_is_fetched_once_and_in_order(engine: Engine, count):
    query = text("SELECT value FROM number ORDER BY value LIMIT :count")
    with engine.connect() as connection:
        assert connection.scalars(query, {"count": count}).all() == list(range(count))
        assert [*connection.scalars(query, {"count": count})] == list(range(count))


def test_part_of_an_answer_may_be_left(engine: Engine):
    with engine.connect() as connection:
        found = connection.scalars(text("SELECT value FROM number ORDER BY value"))
        assert found.fetchmany(3) == [0, 1, 2]
        found.close()
        assert connection.scalar(text("SELECT count(*) FROM number")) == COUNT


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2)]
)
def test_connections_keep_the_rules(engine: Engine, pragma, value):
    with engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value
