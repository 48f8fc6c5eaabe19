"""What was there before packages is whoever's workspace it is."""

import pytest
from sqlalchemy import text

from models.engine import WRITES, open_engine, sqlite_url
from models.migrate import upgrade

_OLD = (
    "INSERT INTO framework (id, code, version, title, content, content_sha256, installed_at) "
    "VALUES ('f', 'x', '1', 'x', '{}', '', '2026-01-01')",
    "INSERT INTO unit (id, name, category) VALUES ('u', '县司法局', '')",
    "INSERT INTO evidence_item (id, unit_id, current_revision, version, created_at, changed_at) "
    "VALUES ('i', 'u', 1, 3, '2026-01-01', '2026-01-01')",
    "INSERT INTO placement (id, item_id, indicator_code, method, unit_id, position, version, "
    "created_at, changed_at) "
    "VALUES ('p', 'i', '60', 'material_check', 'u', 1, 2, '2026-01-01', '2026-01-01')",
    "INSERT INTO figure (id, place, threshold, unit_id, value, changed_at) "
    "VALUES ('g', '60', '80%', 'u', 82.5, '2026-01-01')",
)


@pytest.mark.parametrize(("role", "by_office"), [("office", 1), ("unit", 0)])
def test_evidence_is_its_workspaces_own(tmp_path, role, by_office):
    engine = open_engine(sqlite_url(tmp_path / "juanzong.db"))
    upgrade(engine, to="0003")
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        for statement in _OLD:
            connection.execute(text(statement))
        connection.execute(
            text(
                "INSERT INTO workspace_info (single, id, role, county, unit_id, framework_id, "
                "created_at) VALUES (1, 'w', :role, '示例县', :unit, 'f', '2026-01-01')"
            ),
            {"role": role, "unit": None if by_office else "u"},
        )
    upgrade(engine)
    with engine.connect() as connection:
        for table, version in (("evidence_item", 3), ("placement", 2), ("figure", 1)):
            rows = connection.execute(text(f"SELECT by_office, version FROM {table}")).all()
            assert rows == [(by_office, version)]
        stated = connection.execute(text("SELECT value, removed_at FROM figure")).all()
        assert stated == [(82.5, None)]
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    engine.dispose()
