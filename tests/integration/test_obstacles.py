"""Files, links and pipes where a workspace keeps something of its own."""

import os
import shutil
from pathlib import Path

import pytest

from app.checkup.checking import check_workspace
from app.errors import DatabaseDamaged, WorkspaceObstructed
from app.jobs import SilentJob
from app.reports.papers import find_paper
from app.reports.templates import own_name
from app.storage.backup_note import note_beside
from app.storage.defects import DefectKind
from app.storage.layout import Layout
from app.workspace.backups import make_backup
from app.workspace.errors import BackupDamaged, NotAWorkspace, WorkspaceLocked
from app.workspace.left_behind import clear_left_behind
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from app.workspace.restoring import restore_backup
from tests.attack.flips import run
from tests.support.workspaces import COUNTY, lushan

FOLDERS = ["originals", "inbox", "cache", "exports", "backups", "cache/opened", "cache/work"]
FILES = ["juanzong.lock", "juanzong.holder.json", "juanzong.drafts.json"]
DATABASE = ["juanzong.db", "juanzong.db-wal", "juanzong.db-shm", "juanzong.db-journal"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and links are POSIX here")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    create_workspace(tmp_path / "ws", lushan(), COUNTY)
    return tmp_path / "ws"


def in_the_way(path: Path, what: str) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    match what:
        case "file":
            path.parent.mkdir(exist_ok=True)
            path.write_text("x", encoding="utf-8")
        case "folder":
            path.mkdir(parents=True)
        case "pipe":
            path.parent.mkdir(exist_ok=True)
            os.mkfifo(path)
        case "link":
            path.parent.mkdir(exist_ok=True)
            path.symlink_to(path.parent / "nowhere")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *((name, what) for name in FOLDERS for what in ("file", "pipe", "link")),
        *((name, what) for name in (*FILES, *DATABASE) for what in ("folder", "pipe", "link")),
    ],
)
def test_what_is_in_the_way_is_named(root: Path, name: str, what: str):
    in_the_way(root / name, what)
    with pytest.raises(WorkspaceObstructed) as caught:
        open_workspace(root)
    assert caught.value.detail == name
    with pytest.raises(WorkspaceObstructed):
        restore_backup(root, root / "backups" / "none.db", SilentJob())
    if name in DATABASE:
        with pytest.raises(WorkspaceObstructed):
            open_workspace(root, read_only=True)
        return
    with open_workspace(root, read_only=True) as workspace:
        report = check_workspace(workspace, SilentJob())
    assert [d.subject for d in report.defects if d.kind is DefectKind.OBSTRUCTED] == [name]
    code, words, trace = run("check", root)
    assert (code, trace) == (1, "")
    assert name in words


def test_a_folder_may_lie_on_another_disk(root: Path, tmp_path: Path):
    for name in ("originals", "backups", "exports", "cache"):
        (root / name).rename(tmp_path / name)
        (root / name).symlink_to(tmp_path / name)
    with open_workspace(root) as workspace:
        assert check_workspace(workspace, SilentJob()).sound


def test_nothing_is_removed_or_closed_through_a_link(root: Path, tmp_path: Path):
    home = tmp_path / "home"
    kept = [home / "opened" / "信.txt", home / "work" / "2021-1-报告" / "a.txt", home / "c.txt"]
    for file in kept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("重要", encoding="utf-8")
        file.chmod(0o664)
    shutil.rmtree(root / "cache")
    for link, target in ((root / "cache", home), (root / "inbox" / "l", kept[2])):
        link.symlink_to(target)
    (root / "inbox").chmod(0o755)
    with open_workspace(root) as workspace:
        clear_left_behind(workspace.layout, alone=True)
    (root / "cache").unlink()
    (root / "cache").mkdir()
    for name in ("opened", "work", "packages"):
        (root / "cache" / name).symlink_to(home)
    with open_workspace(root) as workspace:
        clear_left_behind(workspace.layout, alone=True)
    for name in ("opened", "work"):
        (root / "cache" / name).unlink()
    (root / "cache" / "opened").mkdir()
    (root / "cache" / "opened" / "link").symlink_to(home)
    clear_left_behind(Layout(root), alone=True)
    assert not list((root / "cache" / "opened").iterdir())
    for file in kept:
        assert file.read_text(encoding="utf-8") == "重要"
        assert file.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("note", ["[]", "{", "", '"x"', '{"process": 1e99}', "[" * 9000])
def test_a_damaged_note_of_the_holder_hinders_nobody(root: Path, note: str):
    with open_workspace(root):
        (root / "juanzong.holder.json").write_text(note, encoding="utf-8")
        with pytest.raises(WorkspaceLocked):
            open_workspace(root)
    (root / "juanzong.holder.json").write_text(note, encoding="utf-8")
    code, _, trace = run("packages", root)
    assert (code, trace) == (0, "")
    open_workspace(root).close()


@pytest.mark.parametrize("size", [None, 0])
def test_a_lost_database_leads_to_the_backup(root: Path, size: int | None):
    with open_workspace(root) as workspace:
        made = make_backup(workspace, SilentJob()).backup.path
    database = root / "juanzong.db"
    database.unlink()
    if size is not None:
        database.touch()
    for read_only in (True, False):
        with pytest.raises(DatabaseDamaged) as caught:
            open_workspace(root, read_only=read_only)
        assert caught.value.backup == made.name
    restore_backup(root, made, SilentJob())
    with open_workspace(root) as workspace:
        assert check_workspace(workspace, SilentJob()).sound


def test_a_folder_that_never_was_a_workspace_is_called_none(tmp_path: Path):
    with pytest.raises(NotAWorkspace):
        open_workspace(tmp_path)


def test_a_change_that_was_broken_off_does_not_keep_from_reading(root: Path):
    journal = root / "juanzong.db-journal"
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(range(256)) * 40)
    with open_workspace(root, read_only=True) as workspace:
        assert check_workspace(workspace, SilentJob()).sound
    open_workspace(root).close()
    assert not journal.exists()


@pytest.mark.parametrize("what", ["folder", "pipe", "link"])
def test_an_original_that_became_something_else_is_missing_and_heals(
    root: Path, tmp_path: Path, what: str
):
    file = tmp_path / "总结.txt"
    file.write_text("内容", encoding="utf-8")
    with open_workspace(root) as workspace:
        store = workspace.originals
        sha256 = store.import_file(file).sha256
        in_the_way(store.path(sha256), what)
        assert not store.contains(sha256)
        assert not store.intact(sha256)
        store.import_file(file)
        assert store.intact(sha256)


def test_nothing_is_cleared_from_where_a_link_for_copies_leads(root: Path, tmp_path: Path):
    kept = tmp_path / "mine.part"
    kept.write_text("x", encoding="utf-8")
    (root / "originals" / ".incoming").symlink_to(tmp_path)
    open_workspace(root).close()
    assert kept.exists()


@pytest.mark.parametrize("what", ["folder", "pipe", "link"])
def test_a_backup_or_template_that_became_something_else_is_waited_for_by_nobody(
    root: Path, what: str
):
    with open_workspace(root) as workspace:
        made = make_backup(workspace, SilentJob()).backup.path
    for file in (note_beside(made), root / "templates" / own_name(find_paper("材料清单"))):
        in_the_way(file, what)
    code, words, trace = run("report", root, "材料清单", "--unit", "县司法局")
    assert (code == 0, trace) == (what == "link", ""), words
    restore_backup(root, made, SilentJob())
    in_the_way(made, what)
    with pytest.raises(BackupDamaged):
        restore_backup(root, made, SilentJob())
    code, words, trace = run("backup", "list", root)
    assert (code, trace) == (0, "")
    assert made.name not in words
