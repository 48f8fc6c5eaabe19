"""A disk that rots: what is told, what is refused, and what mends it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from app.checkup.checking import check_workspace
from app.errors import DatabaseDamaged
from app.evidence.errors import ItemUnknown, PlacementUnknown
from app.evidence.items import remove_items
from app.evidence.placements import live_placement
from app.evidence.revisions import list_revisions
from app.jobs import SilentJob
from app.settings import WorkspaceSettings, save_settings
from app.storage.backup_note import newest_sound_backup, note_beside, read_note
from app.storage.defects import DefectKind
from app.workspace.backup import back_up, back_up_daily
from app.workspace.backups import make_backup
from app.workspace.errors import BackupAltered
from app.workspace.opening import Workspace, open_workspace
from app.workspace.rereading import ROUNDS, due
from app.workspace.restoring import restore_backup
from models import EvidenceItem, Placement, Unit
from models.seals import broken_seals
from tests.support.workspaces import add_item


def kinds(workspace: Workspace) -> list[DefectKind]:
    return [defect.kind for defect in check_workspace(workspace, SilentJob()).defects]


def change(workspace: Workspace, statement: str) -> None:
    with closing(sqlite3.connect(workspace.layout.database)) as connection, connection:
        connection.execute(statement)


def broken(workspace: Workspace) -> tuple[str, ...]:
    with closing(sqlite3.connect(workspace.layout.database)) as connection:
        return broken_seals(connection)


@pytest.fixture
def item(workspace: Workspace, tmp_path: Path) -> str:
    file = tmp_path / "通知.txt"
    file.write_text("会议研究了工作", encoding="utf-8")
    with workspace.database.writing() as work:
        made = add_item(work, workspace, file, unit="县司法局", indicator="60")
        work.commit()
    return made


class TestSeals:
    def test_what_the_program_does_keeps_them(self, workspace: Workspace, item: str):
        assert broken(workspace) == ()
        with workspace.database.writing() as work:
            work.session.execute(update(EvidenceItem).values(version=EvidenceItem.version + 1))
            save_settings(work, WorkspaceSettings(contact="张三"))
            work.commit()
        with workspace.database.writing() as work:
            save_settings(work, WorkspaceSettings(contact="没有存下的"))
        assert broken(workspace) == ()

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE item_revision SET title = title || '。'",
            "UPDATE evidence_item SET created_at = '2021-01-01 00:00:00.000000'",
            "UPDATE setting SET value = '{}'",
            "DELETE FROM unit_alias WHERE name = (SELECT min(name) FROM unit_alias)",
            "INSERT INTO setting (key, value) VALUES ('x', '1')",
            "DROP INDEX ix_placement_task",
            "UPDATE content_seal SET total = total + 1 WHERE name = 'unit'",
        ],
    )
    def test_what_another_program_does_is_told(
        self, workspace: Workspace, item: str, statement: str
    ):
        change(workspace, statement)
        if "setting SET" not in statement:
            assert DefectKind.CONTENT_CHANGED in kinds(workspace)

    def test_a_later_change_does_not_make_a_rotten_row_good(self, workspace: Workspace, item: str):
        change(workspace, "UPDATE unit SET category = 'x' WHERE name = '县司法局'")
        with workspace.database.writing() as work:
            work.session.execute(update(Unit).values(retired_at=work.now))
            work.commit()
        assert broken(workspace) == ("unit",)


def test_an_altered_indicator_set_does_not_open(workspace: Workspace):
    backup = make_backup(workspace, SilentJob()).backup.path
    workspace.close()
    change(workspace, "UPDATE framework SET content = replace(content, '法治', '人治')")
    with pytest.raises(DatabaseDamaged) as caught:
        open_workspace(workspace.layout.root, read_only=True)
    assert caught.value.backup == backup.name
    restore_backup(workspace.layout.root, backup, SilentJob())
    with open_workspace(workspace.layout.root) as opened:
        assert kinds(opened) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE workspace_info SET role = 'nobody'",
        "UPDATE evidence_item SET changed_at = 'never'",
        "UPDATE item_revision SET problems = '{['",
        "UPDATE placement SET task_code = x'00ff'",
    ],
)
def test_values_that_cannot_be_are_told_and_never_a_traceback(
    workspace: Workspace, item: str, statement: str
):
    workspace.close()
    change(workspace, statement)
    try:
        with open_workspace(workspace.layout.root, read_only=True) as opened:
            assert DefectKind.VALUE_UNFIT in kinds(opened)
            with opened.database.reading() as session:
                list(session.query(EvidenceItem))
    except DatabaseDamaged:
        pass


class TestBackups:
    def test_one_that_changed_is_refused(self, workspace: Workspace):
        backup = make_backup(workspace, SilentJob()).backup.path
        workspace.close()
        with closing(sqlite3.connect(backup)) as connection, connection:
            connection.execute("UPDATE unit SET category = 'x'")
        with pytest.raises(BackupAltered):
            restore_backup(workspace.layout.root, backup, SilentJob())

    def test_without_a_note_its_own_seals_are_looked_at(self, workspace: Workspace):
        backup = make_backup(workspace, SilentJob()).backup.path
        workspace.close()
        note_beside(backup).unlink()
        report = restore_backup(workspace.layout.root, backup, SilentJob())
        assert not report.verified
        with closing(sqlite3.connect(backup)) as connection, connection:
            connection.execute("UPDATE unit SET category = 'x'")
        with pytest.raises(BackupAltered):
            restore_backup(workspace.layout.root, backup, SilentJob())

    def test_a_copy_of_a_damaged_database_is_not_offered(self, workspace: Workspace):
        sound = make_backup(workspace, SilentJob()).backup.path
        change(workspace, "UPDATE unit SET category = 'x'")
        later = workspace.database.now() + timedelta(minutes=1)
        copy = back_up(workspace.layout, later, "manual")
        note = read_note(copy)
        assert note is not None
        assert not note.sound
        assert newest_sound_backup(workspace.layout.root) == sound

    def test_a_clock_that_ran_ahead_holds_up_no_backup(self, workspace: Workspace):
        now = workspace.database.now()
        back_up(workspace.layout, now + timedelta(days=3000), "daily")
        assert back_up_daily(workspace.layout, now + timedelta(days=2)) is not None


def test_an_entry_of_tomorrow_is_told_and_does_no_harm(workspace: Workspace):
    root = workspace.layout.root
    workspace.close()
    with open_workspace(root) as opened:
        ahead = opened.database.now() + timedelta(days=800)
    with open_workspace(root, clock=lambda: ahead) as opened, opened.database.writing() as work:
        save_settings(work, WorkspaceSettings(contact="张三"))
        work.commit()
    with open_workspace(root) as opened:
        report = check_workspace(opened, SilentJob())
        assert report.sound
        assert [d.kind for d in report.defects] == [DefectKind.LOG_FROM_THE_FUTURE]


def test_every_copy_is_due_within_the_rounds():
    names, last = [f"{n:064x}" for n in range(21)], dict[str, int]()
    for run in range(1, ROUNDS + 1):
        last |= dict.fromkeys(due(names, last), run)
    assert sorted(last) == names


def empty_index(database: Path, table: str) -> None:
    """Let the index of a small table's key lose its entries, as a lost write does."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", [f"sqlite_autoindex_{table}_1"]
        ).fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x0a\0\0\0\0" + (size % 65536).to_bytes(2, "big") + b"\0")


class TestLostIndex:
    """What an index does not find may be there: the database is looked at before a typing error."""

    def test_an_item_that_is_there(self, workspace: Workspace, item: str):
        root = workspace.layout.root
        workspace.close()
        empty_index(workspace.layout.database, "evidence_item")
        with open_workspace(root) as opened:
            with pytest.raises(DatabaseDamaged):
                remove_items(opened, [item])
            with pytest.raises(DatabaseDamaged), opened.database.reading() as session:
                list_revisions(session, item)

    def test_a_place_that_is_there(self, workspace: Workspace, item: str):
        with workspace.database.reading() as session:
            place = session.query(Placement.id).filter_by(item_id=item).scalar()
        root = workspace.layout.root
        workspace.close()
        empty_index(workspace.layout.database, "placement")
        with (
            open_workspace(root) as opened,
            pytest.raises(DatabaseDamaged),
            opened.database.reading() as session,
        ):
            live_placement(session, place)

    def test_a_typing_error_is_told_as_one(self, workspace: Workspace, item: str):
        with pytest.raises(ItemUnknown):
            remove_items(workspace, [item + "x"])
        with pytest.raises(PlacementUnknown), workspace.database.reading() as session:
            live_placement(session, "none")
