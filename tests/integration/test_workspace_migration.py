"""A workspace of the first edition, opened by today's program."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.errors import DatabaseDamaged
from app.evidence.listing import list_filed
from app.framework.schema import Framework
from app.jobs import SilentJob
from app.storage.defects import DefectKind
from app.storage.layout import Layout
from app.workspace.errors import WorkspaceTooOld
from app.workspace.opening import open_workspace
from models import Figure, ItemRevision, Placement
from models.migrate import newest_version
from tests.support.first_edition import COUNTY, NOTICE, SHA256, make_first_edition
from tests.unit.test_originals import sm3_of


@pytest.fixture
def first_edition(tmp_path: Path, framework: Framework) -> Path:
    return make_first_edition(tmp_path / "旧工作区", framework, sm3_of(NOTICE))


def version_in(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        found: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        return found


def test_reading_alone_cannot_migrate(first_edition: Path):
    with pytest.raises(WorkspaceTooOld) as caught:
        open_workspace(first_edition, read_only=True)
    assert caught.value.found == "0001"
    assert version_in(Layout(first_edition).database) == "0001"


def test_everything_in_it_comes_along_and_works(first_edition: Path):
    with open_services(first_edition) as services:
        workspace = services.workspace
        assert version_in(workspace.layout.database) == newest_version()
        assert workspace.facts.county == COUNTY
        assert services.settings.volume_limit == 120
        assert workspace.registry().unit("司法局").id == "u-1"
        with workspace.database.reading() as session:
            revision = session.scalars(select(ItemRevision)).one()
            placement = session.scalars(select(Placement)).one()
            figure = session.scalars(select(Figure)).one()
            filed = list_filed(session)
        assert (revision.id, revision.title) == ("v-1", "关于开展案卷评查的通知")
        assert (revision.doc_date, revision.created_by) == ("2021-04-09", "张三")
        assert (placement.id, placement.point_number, placement.indicator_code) == ("p-1", 1, "60")
        assert figure.value == 82.0
        assert [row.title for row in filed] == [revision.title]
        assert workspace.originals.verify(SHA256).size == len(NOTICE)
        report = check_workspace(workspace, SilentJob())
        # The ids of this database are short for the reader's sake; no program ever made such.
        told = {defect.kind for defect in report.defects}
        assert (told, report.events, report.items) == ({DefectKind.IMPOSSIBLE_VALUE}, 1, 1)
        assert services.identity.public_keys() is None
        assert services.identity.keys().public == services.identity.public_keys()


def test_the_state_before_is_in_a_backup(first_edition: Path):
    open_workspace(first_edition).close()
    (copy,) = Layout(first_edition).backups.glob(f"*-before-{newest_version()}.db")
    assert version_in(copy) == "0001"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM evidence_item").fetchall() == [("i-1",)]
    open_workspace(first_edition).close()
    assert len(list(Layout(first_edition).backups.glob("*-before-*.db"))) == 1


def test_a_step_that_fails_leaves_the_first_edition(first_edition: Path):
    database = Layout(first_edition).database
    with closing(sqlite3.connect(database)) as connection, connection:
        # In the way of a later step: by then earlier ones have changed the tables.
        connection.execute("CREATE TABLE trusted_key (x)")
        before = sorted(connection.execute("SELECT name, sql FROM sqlite_master"))
    with pytest.raises(DatabaseDamaged):
        open_workspace(first_edition)
    assert version_in(database) == "0001"
    with closing(sqlite3.connect(database)) as connection, connection:
        assert sorted(connection.execute("SELECT name, sql FROM sqlite_master")) == before
        connection.execute("DROP TABLE trusted_key")
    open_workspace(first_edition).close()
    assert version_in(database) == newest_version()
