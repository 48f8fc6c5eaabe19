import json
import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from app.checkup.checking import check_workspace
from app.errors import DatabaseDamaged, UnitUnknown, WorkspaceReadOnly
from app.framework.schema import Framework
from app.jobs import Cancelled, CancelToken, SilentJob
from app.storage.defects import DefectKind
from app.workspace.backup import KEEP_DAILY, back_up_daily
from app.workspace.errors import (
    FolderNotEmpty,
    NotAWorkspace,
    WorkspaceExists,
    WorkspaceLocked,
    WorkspaceTooNew,
    WorkspaceTooOld,
)
from app.workspace.making import create_workspace
from app.workspace.opening import Workspace, open_workspace
from models import Base, WorkspaceInfo
from models.vocabulary import ResponsibilityRole, WorkspaceRole
from tests.support.workspaces import COUNTY, NOON, add_item, make_workspace


def test_an_office_workspace_holds_the_indicator_set_and_the_registry(workspace: Workspace):
    facts = workspace.facts
    assert facts.role is WorkspaceRole.OFFICE
    assert facts.county == COUNTY
    assert facts.unit_name is None
    assert len(facts.framework.indicators) == 99
    registry = workspace.registry()
    assert registry.unit("县应急局").name == "县应急管理局"
    lead = [p.unit for p in registry.responsible["73"] if p.role is ResponsibilityRole.LEAD]
    assert lead == ["县审计局"]


def test_a_units_workspace_knows_its_unit(tmp_path: Path, framework: Framework):
    with make_workspace(tmp_path / "ws", framework, "县司法局") as opened:
        assert opened.facts.role is WorkspaceRole.UNIT
        assert opened.facts.unit_name == "县司法局"


def test_units_have_the_same_id_in_every_workspace(tmp_path: Path, framework: Framework):
    with (
        make_workspace(tmp_path / "a", framework) as first,
        make_workspace(tmp_path / "b", framework, "县司法局") as second,
    ):
        assert first.registry().units == second.registry().units


def test_an_unknown_unit_makes_no_folder(tmp_path: Path, framework: Framework):
    with pytest.raises(UnitUnknown) as caught:
        create_workspace(tmp_path / "ws", framework, COUNTY, "县司法")
    assert "县司法局" in caught.value.similar
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path, framework: Framework):
    create_workspace(tmp_path / "ws", framework, COUNTY)
    with pytest.raises(WorkspaceExists):
        create_workspace(tmp_path / "ws", framework, COUNTY)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        create_workspace(tmp_path / "other", framework, COUNTY)


def test_a_folder_without_database_is_no_workspace(tmp_path: Path):
    with pytest.raises(NotAWorkspace):
        open_workspace(tmp_path)


def test_a_file_of_rubbish_is_a_damaged_database(tmp_path: Path):
    (tmp_path / "juanzong.db").write_bytes(b"rubbish " * 1000)
    with pytest.raises(DatabaseDamaged):
        open_workspace(tmp_path)


def _try_to_open(path: Path, outcome: "multiprocessing.Queue[str]") -> None:
    try:
        open_workspace(path).close()
    except WorkspaceLocked as error:
        outcome.put(error.holder)
    else:
        outcome.put("opened")


def test_a_second_process_is_told_who_has_it_open(workspace: Workspace):
    context = multiprocessing.get_context("spawn")
    outcome = context.Queue()
    process = context.Process(target=_try_to_open, args=(workspace.layout.root, outcome))
    process.start()
    holder = outcome.get(timeout=60)
    process.join()
    assert "@" in holder


def test_reading_stays_possible_while_another_writes(workspace: Workspace):
    with open_workspace(workspace.layout.root, read_only=True) as reader:
        assert reader.facts.county == COUNTY
        with pytest.raises(WorkspaceReadOnly):
            reader.database.writing()


def test_closing_lets_the_next_one_in(workspace: Workspace):
    workspace.close()
    with open_workspace(workspace.layout.root) as again:
        assert again.facts == workspace.facts
    assert not workspace.layout.holder.exists()


def test_a_newer_workspace_is_refused_untouched(workspace: Workspace):
    workspace.close()
    database = workspace.layout.database
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    with pytest.raises(WorkspaceTooNew) as caught:
        open_workspace(workspace.layout.root)
    assert caught.value.found == "9999"
    assert database.read_bytes() == before


def test_an_older_workspace_is_backed_up_and_migrated(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    # "Older" is played by a workspace whose version the program still knows but no longer writes.
    workspace.close()
    root = workspace.layout.root
    monkeypatch.setattr("app.workspace.opening.newest_version", lambda: "9000")
    with pytest.raises(WorkspaceTooOld):
        open_workspace(root, read_only=True)
    open_workspace(root).close()
    copies = list(workspace.layout.backups.glob("*-before-9000.db"))
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT county FROM workspace_info").fetchone() == (COUNTY,)


def test_the_migrations_make_what_the_models_say(workspace: Workspace):
    with workspace.database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_the_database_keeps_its_rules(workspace: Workspace):
    with workspace.database.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous")
        }
    assert pragmas == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_what_is_not_committed_is_undone(workspace: Workspace):
    with workspace.database.writing() as work:
        work.session.execute(text("UPDATE workspace_info SET county = '别处'"))
        work.record("test", "x")
    with workspace.database.reading() as session:
        assert session.query(WorkspaceInfo).one().county == COUNTY


def test_a_daily_copy_is_made_once_a_day_and_old_ones_go(workspace: Workspace):
    layout = workspace.layout
    for old in layout.backups.iterdir():
        old.unlink()
    assert back_up_daily(layout, NOON) is not None
    assert back_up_daily(layout, NOON + timedelta(hours=5)) is None
    for day in range(1, KEEP_DAILY + 5):
        assert back_up_daily(layout, NOON + timedelta(days=day)) is not None
    assert len(list(layout.backups.glob("*-daily.db"))) == KEEP_DAILY


class TestCheck:
    @pytest.fixture
    def stored(self, workspace: Workspace, tmp_path: Path) -> str:
        file = tmp_path / "通知.txt"
        file.write_text("关于开展案卷评查的通知", encoding="utf-8")
        with workspace.database.writing() as work:
            add_item(work, workspace, file, unit="县司法局", indicator="60", point=1)
            work.commit()
        return next(iter(workspace.originals.stored()))

    def kinds(self, workspace: Workspace) -> list[DefectKind]:
        return [d.kind for d in check_workspace(workspace, SilentJob()).defects]

    def test_a_sound_workspace(self, workspace: Workspace, stored: str):
        report = check_workspace(workspace, SilentJob())
        assert report.sound
        assert (report.originals, report.items, report.events) == (1, 1, 2)

    def test_a_missing_original(self, workspace: Workspace, stored: str):
        path = workspace.originals.path(stored)
        path.chmod(0o600)
        path.unlink()
        assert self.kinds(workspace) == [DefectKind.ORIGINAL_MISSING]

    def test_an_altered_original(self, workspace: Workspace, stored: str):
        path = workspace.originals.path(stored)
        path.chmod(0o600)
        path.write_bytes(b"x" + path.read_bytes()[1:])
        report = check_workspace(workspace, SilentJob())
        assert [d.kind for d in report.defects] == [DefectKind.ORIGINAL_DAMAGED]
        assert "通知.txt" in report.defects[0].subject

    def test_an_extra_original_is_harmless(self, workspace: Workspace, stored: str, tmp_path: Path):
        (tmp_path / "extra").write_bytes(b"extra")
        workspace.originals.import_file(tmp_path / "extra")
        report = check_workspace(workspace, SilentJob())
        assert [d.kind for d in report.defects] == [DefectKind.ORIGINAL_EXTRA]
        assert report.sound

    @pytest.mark.parametrize(
        ("statement", "kind"),
        [
            ("UPDATE event SET data = '{}' WHERE sequence = 1", DefectKind.LOG_BROKEN),
            ("DELETE FROM event WHERE sequence = 1", DefectKind.LOG_BROKEN),
            ("UPDATE blob SET sm3 = 'ff'", DefectKind.SM3_DIFFERS),
            ("UPDATE placement SET indicator_code = '120'", DefectKind.UNKNOWN_TASK),
            ("UPDATE placement SET point_number = 77", DefectKind.UNKNOWN_TASK),
            ("UPDATE evidence_item SET current_revision = 2", DefectKind.DANGLING_REFERENCE),
            ("UPDATE placement SET unit_id = 'nobody'", DefectKind.DANGLING_REFERENCE),
        ],
    )
    def test_what_somebody_changed_behind_the_programs_back(
        self, workspace: Workspace, stored: str, statement: str, kind: DefectKind
    ):
        with closing(sqlite3.connect(workspace.layout.database)) as connection, connection:
            connection.execute(statement)
        # Some of these are values, too, that no package may bring.
        found = set(self.kinds(workspace)) - {DefectKind.IMPOSSIBLE_VALUE}
        assert found == {DefectKind.CONTENT_CHANGED, kind}

    def test_it_can_be_cancelled(self, workspace: Workspace, stored: str):
        token = CancelToken()
        token.cancel()
        with pytest.raises(Cancelled):
            check_workspace(workspace, SilentJob(token))


def test_a_copied_folder_is_a_workspace(workspace: Workspace, tmp_path: Path):
    workspace.close()
    shutil.copytree(workspace.layout.root, tmp_path / "copy")
    with open_workspace(tmp_path / "copy") as copy:
        assert check_workspace(copy, SilentJob()).sound


def test_the_note_of_the_holder_names_the_process(workspace: Workspace):
    note = json.loads(workspace.layout.holder.read_text(encoding="utf-8"))
    assert set(note) == {"user", "computer", "process", "since"}
