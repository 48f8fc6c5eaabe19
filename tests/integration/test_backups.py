import json
import multiprocessing
import sqlite3
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.checkup.checking import check_workspace
from app.cli.application import run_command_line
from app.errors import FolderNotWritable
from app.jobs import Cancelled, CancelToken, Progress, SilentJob
from app.settings import WorkspaceSettings, save_settings
from app.storage.backup_note import note_beside
from app.workspace.backups import (
    list_backups,
    make_backup,
    read_blobs,
    second_place,
)
from app.workspace.errors import (
    BackupDamaged,
    BackupFolderUnfit,
    BackupOfAnother,
    WorkspaceLocked,
    WorkspaceTooNew,
)
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from app.workspace.restoring import restore_backup
from app.workspace.unit_editing import change_units
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import UnitState
from models import Event
from tests.support.workspaces import COUNTY, add_item


def register(workspace, name):
    made = UnitState(unit_id(COUNTY, name), name)
    change_units(workspace, lambda s: s.adding(made))


def names(root):
    with open_workspace(root) as opened:
        assert check_workspace(opened, SilentJob()).sound
        return {u.name for u in opened.registry().units}


def attach(workspace, tmp_path, text):
    file = tmp_path / f"{text}.txt"
    file.write_text(text, encoding="utf-8")
    with workspace.database.writing() as work:
        add_item(work, workspace, file, unit="县司法局", indicator="60")
        work.commit()


@pytest.fixture
def with_backup(workspace, tmp_path):
    """A workspace that has changed since its backup, closed; its root and the backup."""
    attach(workspace, tmp_path, "备份之前")
    register(workspace, "城关镇")
    backup = make_backup(workspace, SilentJob()).backup.path
    register(workspace, "河东乡")
    attach(workspace, tmp_path, "备份之后")
    workspace.close()
    return workspace.layout.root, backup


def test_a_backup_counts_the_originals_it_names(workspace, tmp_path):
    attach(workspace, tmp_path, "报告")
    report = make_backup(workspace, SilentJob())
    assert (report.originals, report.missing, report.whole) == (1, (), True)
    assert list_backups(workspace.layout)[0] == report.backup
    assert report.backup.reason == "manual"
    for sha256 in workspace.originals.stored():
        path = workspace.originals.path(sha256)
        path.chmod(0o600)
        path.unlink()
    found = make_backup(workspace, SilentJob())
    assert (found.missing, found.whole) == (("报告.txt",), False)


def test_a_backup_is_one_file(with_backup):
    _, backup = with_backup
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_restoring_finds_the_old_state_and_keeps_the_new_one_aside(with_backup):
    root, backup = with_backup
    report = restore_backup(root, backup, SilentJob())
    assert report.missing == ()
    with open_workspace(root) as opened:
        found = check_workspace(opened, SilentJob())
        # The original that came later stays in the store and is called superfluous, no more.
        assert (found.sound, found.items) == (True, 1)
        assert "城关镇" in {u.name for u in opened.registry().units}
        assert "河东乡" not in {u.name for u in opened.registry().units}
        with opened.database.reading() as session:
            last = session.query(Event).order_by(Event.sequence.desc()).first()
            assert (last.action, last.subject) == ("workspace.restored", backup.name)
    restore_backup(root, report.saved, SilentJob())
    assert {"城关镇", "河东乡"} <= names(root)


def test_an_open_workspace_is_not_restored(workspace):
    backup = make_backup(workspace, SilentJob()).backup.path
    with pytest.raises(WorkspaceLocked):
        restore_backup(workspace.layout.root, backup, SilentJob())


def test_rubbish_and_other_peoples_backups_are_refused(with_backup, tmp_path, framework):
    root, backup = with_backup
    before = names(root)
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"rubbish" * 1000)
    cut = tmp_path / "cut.db"
    cut.write_bytes(backup.read_bytes()[:-5000])
    empty = tmp_path / "empty.db"
    with closing(sqlite3.connect(empty)) as made:
        made.execute("CREATE TABLE blob (sha256 TEXT)")
    for path in (rubbish, cut, empty):
        with pytest.raises(BackupDamaged):
            restore_backup(root, path, SilentJob())
    create_workspace(tmp_path / "other", framework, COUNTY)
    with open_workspace(tmp_path / "other") as other:
        foreign = make_backup(other, SilentJob()).backup.path
    with pytest.raises(BackupOfAnother):
        restore_backup(root, foreign, SilentJob())
    with closing(sqlite3.connect(backup)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    note_beside(backup).unlink()
    with pytest.raises(WorkspaceTooNew):
        restore_backup(root, backup, SilentJob())
    assert names(root) == before
    assert not list(root.glob("*.restoring*"))


def test_a_damaged_database_is_restored_and_kept_aside(with_backup):
    root, backup = with_backup
    (root / "juanzong.db").write_bytes(b"rubbish " * 1000)
    report = restore_backup(root, backup, SilentJob())
    assert report.saved.read_bytes() == b"rubbish " * 1000
    assert "城关镇" in names(root)


class _Stop(SilentJob):
    """Cancels at a step, or tells a parent of it and waits to be killed."""

    def __init__(self, step: int, ready: Connection | None = None) -> None:
        super().__init__(CancelToken())
        self._step, self._ready = step, ready

    def report(self, progress: Progress) -> None:
        if progress.stage == "restore" and progress.done == self._step:
            if self._ready is None:
                self.token.cancel()
                return
            self._ready.send("here")
            self._ready.recv()


@pytest.mark.parametrize("step", [0, 1, 2])
def test_cancelling_leaves_the_present_state(with_backup, step):
    root, backup = with_backup
    with pytest.raises(Cancelled):
        restore_backup(root, backup, _Stop(step))
    assert {"城关镇", "河东乡"} <= names(root)


def _restore_and_wait(root: Path, backup: Path, step: int, ready: Connection) -> None:
    restore_backup(root, backup, _Stop(step, ready))


@pytest.mark.parametrize("step", range(6))
def test_a_kill_leaves_the_old_state_or_the_new_one(with_backup, step):
    root, backup = with_backup
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_restore_and_wait, args=(root, backup, step, there))
    process.start()
    assert here.poll(60)
    process.kill()
    process.join()
    found = names(root)
    assert ("河东乡" in found) == (step < 5)
    restore_backup(root, backup, SilentJob())
    assert "河东乡" not in names(root)
    assert not list(root.glob("*.restoring*"))


# --- the second disk ---


def test_the_second_disk_gets_missing_originals_only(workspace, tmp_path):
    second = tmp_path / "移动硬盘"
    attach(workspace, tmp_path, "甲")
    assert make_backup(workspace, SilentJob(), second).copied == 1
    attach(workspace, tmp_path, "乙")
    report = make_backup(workspace, SilentJob(), second)
    assert (report.copied, report.originals, report.whole) == (1, 2, True)
    place = second_place(second, workspace.facts)
    assert sorted(p.name for p in place.originals.glob("*/*")) == sorted(
        workspace.originals.stored()
    )
    copies = [b for b in list_backups(workspace.layout, place) if b.elsewhere]
    assert copies
    assert len(read_blobs(copies[0].path)) == 2


def test_lost_originals_come_back_from_the_second_disk(workspace, tmp_path):
    attach(workspace, tmp_path, "甲")
    second = tmp_path / "移动硬盘"
    make_backup(workspace, SilentJob(), second)
    sha256 = next(workspace.originals.stored())
    path = workspace.originals.path(sha256)
    path.chmod(0o600)
    path.unlink()
    copy = next(second_place(second, workspace.facts).backups.glob("*.db"))
    workspace.close()
    report = restore_backup(workspace.layout.root, copy, SilentJob())
    assert (report.fetched, report.missing) == (1, ())
    names(workspace.layout.root)


def alter(workspace, content="乙"):
    """Alter the one original; as many bytes as before if ``content`` has as many."""
    path = workspace.originals.path(next(workspace.originals.stored()))
    path.chmod(0o600)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("content", ["乙", "", "更长的内容"])
def test_altered_originals_are_mended_from_the_second_disk(workspace, tmp_path, content):
    attach(workspace, tmp_path, "甲")
    second = tmp_path / "移动硬盘"
    make_backup(workspace, SilentJob(), second)
    path = alter(workspace, content)
    assert not check_workspace(workspace, SilentJob()).sound
    copy = next(second_place(second, workspace.facts).backups.glob("*.db"))
    root = workspace.layout.root
    workspace.close()
    report = restore_backup(root, copy, SilentJob())
    assert (report.mended, report.fetched, report.whole) == (1, 0, True)
    assert path.read_text(encoding="utf-8") == "甲"
    assert [p.read_text(encoding="utf-8") for p in (root / "originals/damaged").iterdir()] == [
        content
    ]
    names(root)
    with open_workspace(root) as opened, opened.database.reading() as session:
        actions = [e.action for e in session.query(Event).order_by(Event.sequence)]
    assert actions[-2:] == ["workspace.restored", "original.mended"]
    assert restore_backup(root, copy, SilentJob()).mended == 0


@pytest.mark.parametrize("named_before", [True, False])
def test_a_backup_in_the_workspace_finds_its_originals_on_the_second_disk(
    workspace, tmp_path, named_before
):
    """The backup names the disk, or only the workspace as it is now does."""
    attach(workspace, tmp_path, "甲")
    second = tmp_path / "移动硬盘"
    named = WorkspaceSettings(backup_folder=second)

    def name_it():
        with workspace.database.writing() as work:
            save_settings(work, named)
            work.commit()

    if named_before:
        name_it()
    make_backup(workspace, SilentJob(), second)
    if not named_before:
        name_it()
    alter(workspace)
    own = list_backups(workspace.layout)[0]
    workspace.close()
    report = restore_backup(workspace.layout.root, own.path, SilentJob())
    assert (report.mended, report.whole) == (1, True)
    names(workspace.layout.root)


def test_an_original_that_nothing_can_mend_is_told(workspace, tmp_path, capsys):
    attach(workspace, tmp_path, "甲")
    second = tmp_path / "移动硬盘"
    make_backup(workspace, SilentJob(), second)
    alter(workspace)
    place = second_place(second, workspace.facts)
    copied = next(place.originals.glob("*/*"))
    copied.chmod(0o600)
    copied.write_text("丙", encoding="utf-8")
    copy = next(place.backups.glob("*.db"))
    root = workspace.layout.root
    workspace.close()
    report = restore_backup(root, copy, SilentJob())
    assert (report.mended, report.damaged, report.whole) == (0, ("甲.txt",), False)
    with open_workspace(root) as opened:
        assert len(list(opened.originals.stored())) == 1  # nothing else came in for it
    status = run_command_line(["backup", "restore", str(root), str(copy), "--json"])
    assert status == 1
    assert json.loads(capsys.readouterr().out)["damaged"] == ["甲.txt"]


def test_altered_originals_are_not_taken_for_sound(workspace, tmp_path):
    attach(workspace, tmp_path, "甲")
    path = workspace.originals.path(next(workspace.originals.stored()))
    path.chmod(0o600)
    path.write_text("乙", encoding="utf-8")
    report = make_backup(workspace, SilentJob(), tmp_path / "移动硬盘")
    assert (report.damaged, report.copied) == (("甲.txt",), 0)


def test_cancelling_keeps_what_was_copied(workspace, tmp_path):
    for text in "甲乙丙":
        attach(workspace, tmp_path, text)

    class After(SilentJob):
        def report(self, progress: Progress) -> None:
            if progress.done == 2:
                self.token.cancel()

    with pytest.raises(Cancelled):
        make_backup(workspace, After(), tmp_path / "移动硬盘")
    assert make_backup(workspace, SilentJob(), tmp_path / "移动硬盘").copied == 1


def test_the_second_place_must_be_another_one(workspace, tmp_path):
    with pytest.raises(BackupFolderUnfit):
        make_backup(workspace, SilentJob(), workspace.layout.root / "备份")
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(FolderNotWritable):
        make_backup(workspace, SilentJob(), blocked)


def test_the_command_line_lists_makes_and_restores(workspace, capsys):
    root = str(workspace.layout.root)
    workspace.close()
    assert run_command_line(["backup", "make", root, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert run_command_line(["backup", "list", root, "--json"]) == 0
    assert made["path"] in [b["path"] for b in json.loads(capsys.readouterr().out)["backups"]]
    assert run_command_line(["backup", "restore", root, Path(made["path"]).name]) == 0
    assert "已恢复" in capsys.readouterr().out
    assert run_command_line(["backup", "restore", root, "没有.db"]) == 2
    assert "没有名为 没有.db 的备份" in capsys.readouterr().err


@pytest.mark.parametrize(
    "kind",
    [
        "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x FROM n",
        "CREATE TRIGGER acts AFTER INSERT ON event BEGIN DELETE FROM evidence_item; END",
        "CREATE VIRTUAL TABLE words USING fts5(a)",
    ],
)
def test_a_backup_with_what_the_program_never_makes_is_refused(with_backup, kind):
    root, backup = with_backup
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute(kind)
    with pytest.raises(BackupDamaged):
        restore_backup(root, backup, SilentJob())
    assert "河东乡" in names(root)


def test_a_backup_whose_table_has_no_end_is_refused(with_backup):
    root, backup = with_backup
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DROP TABLE workspace_info")
        connection.execute(
            "CREATE VIEW workspace_info AS WITH RECURSIVE n(id) AS"
            " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n ORDER BY id DESC"
        )
    with pytest.raises(BackupDamaged):
        restore_backup(root, backup, SilentJob())
    assert "河东乡" in names(root)
