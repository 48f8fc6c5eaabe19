"""Who can read a workspace, and what of the computer travels in packages."""

import json
import os
import stat
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.eventlog import LogFilter, LoggedEntry, find_chain_break, read_log
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.payload.documents import parse_log
from app.exchange.service import PackRequest
from app.identity.errors import PassphraseTooCommon
from app.identity.people import add_person
from app.jobs import SilentJob
from app.private_files import access_command, owner_sid, private_mode
from app.signatures.sealing import is_sealed
from app.storage.layout import Layout
from app.terms import UNNAMED_PERSON
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from tests.support.cli import Cli
from tests.support.workspaces import COUNTY, lushan

JOB = SilentJob()
UNIT = "县司法局"
LOGIN = "loginname7q"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")


@pytest.fixture(autouse=True)
def _distinctive_login(monkeypatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, LOGIN)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def wide_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def _loose(root: Path) -> list[str]:
    """What others could read, but for what a person exports."""
    return [
        f"{path.relative_to(root)} {stat.S_IMODE(path.lstat().st_mode):o}"
        for path in [root, *root.rglob("*")]
        if path.relative_to(root).parts[:1] != ("exports",)
        and path.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


@posix_only
def test_only_the_owner_reads_a_workspace(tmp_path, wide_umask):
    root = tmp_path / "县"
    create_workspace(root, lushan(), COUNTY, UNIT)
    with open_services(root) as services:
        file = tmp_path / "a.txt"
        file.write_text("内容", encoding="utf-8")
        stored = services.workspace.originals.import_file(file)
        place = services.workspace.originals.path(stored.sha256)
        assert stat.S_IMODE(place.stat().st_mode) == 0o400
        key_file = tmp_path / "密钥.json"
        services.identity.save_keys(key_file, "三只 白色 风筝 2026")
        assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
        assert _loose(root) == []
    assert _loose(root) == []


@posix_only
def test_an_earlier_workspace_is_tightened_at_opening(tmp_path):
    root = tmp_path / "县"
    create_workspace(root, lushan(), COUNTY)
    for path in [root, *root.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    (root / "backups" / "old.db").touch(0o644)
    with open_workspace(root) as opened:
        assert _loose(root) == []
        assert opened.layout.exposed() == ()


@posix_only
def test_a_workspace_shared_with_a_group_on_purpose_stays_shared(tmp_path):
    root = tmp_path / "县"
    create_workspace(root, lushan(), COUNTY)
    root.chmod(0o2775)
    Layout(root).database.chmod(0o664)
    with open_workspace(root):
        assert stat.S_IMODE(root.stat().st_mode) == 0o2770
        assert stat.S_IMODE(Layout(root).database.stat().st_mode) == 0o660


def test_rights_that_are_left():
    assert private_mode(0o775, group=False) == 0o700
    assert private_mode(0o664, group=True) == 0o660
    assert private_mode(0o444, group=False) == 0o400


def test_the_access_list_of_windows_names_people_by_number():
    answer = '"DESKTOP\\王芳","S-1-5-21-1-2-3-1001"\r\n'
    assert owner_sid(answer) == "S-1-5-21-1-2-3-1001"
    assert owner_sid("nothing") is None
    command = access_command("D:\\工作区", "S-1-5-21-1")
    assert command[:3] == ["D:\\工作区", "/inheritance:r", "/grant:r"]
    assert all(part.startswith("*S-1-") for part in command[3:-1])


def test_names_of_the_workspace_are_no_passphrase(tmp_path):
    root = tmp_path / "县"
    create_workspace(root, lushan(), COUNTY, UNIT)
    with open_services(root) as services, pytest.raises(PassphraseTooCommon):
        services.identity.set_passphrase(f"{COUNTY}{UNIT}2026")


def test_packages_are_sealed_once_both_keys_are_known(tmp_path):
    office, unit = tmp_path / "创建办", tmp_path / UNIT
    create_workspace(office, lushan(), COUNTY)
    with open_services(office) as services:
        task = services.exchange.pack(PackRequest(PackageKind.TASK, tmp_path, UNIT), JOB)
        assert not task.sealed
        assert services.exchange.without_key([UNIT]) == (UNIT,)
        key = services.identity.keys().public.fingerprint
    create_from_task_package(unit, task.written.paths, JOB, trust=key)
    with open_services(unit) as services:
        assert services.exchange.without_key([None]) == ()
        sent = services.exchange.pack(PackRequest(PackageKind.SUBMISSION, tmp_path), JOB)
        assert sent.sealed
        assert all(map(is_sealed, sent.written.paths))
        asked = PackRequest(PackageKind.SUBMISSION, tmp_path, seal=False)
        assert not services.exchange.pack(asked, JOB).sealed
        unit_key = services.identity.keys().public.fingerprint
    with open_services(office) as services:
        services.exchange.merge(sent.written.paths, JOB, trust=unit_key)
        answer = services.exchange.pack(PackRequest(PackageKind.RETURN, tmp_path, UNIT), JOB)
        assert answer.sealed
        recovery = services.exchange.pack(PackRequest(PackageKind.RECOVERY, tmp_path, UNIT), JOB)
        assert not recovery.sealed


def _log_of(package: Path):
    with zipfile.ZipFile(package) as bag:
        name = next(n for n in bag.namelist() if n.endswith("log.json"))
        return parse_log(bag.read(name)).entries


def test_login_names_never_travel(tmp_path, monkeypatch):
    root = tmp_path / UNIT
    create_workspace(root, lushan(), COUNTY, UNIT)
    with open_services(root) as services:
        database = services.workspace.database
        # As an earlier program wrote it, while nobody was registered.
        database.actor = LOGIN
        with database.writing() as work:
            work.record("unit.renamed", "x")
            work.commit()
        database.actor = UNNAMED_PERSON
        with database.writing() as work:
            add_person(work, "王芳")
            work.commit()
        services.sit_down("王芳")
        clear = {"seal": False}
        first, second = (
            services.exchange.pack(
                PackRequest(PackageKind.SUBMISSION, tmp_path / f"{n}.zip", **clear), JOB
            ).written.paths[0]
            for n in (1, 2)
        )
    for package in (first, second):
        raw = package.read_bytes()
        assert LOGIN.encode() not in raw
        assert str(Path.home()).encode() not in raw or str(Path.home()) == "/"
        assert str(root).encode() not in raw
        assert find_chain_break(_log_of(package)) is None
    assert {e.actor for e in _log_of(first)} == {UNNAMED_PERSON, "王芳"}
    assert _log_of(second)[: len(_log_of(first))] == _log_of(first)


def _exported(path: Path) -> list[LoggedEntry]:
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [LoggedEntry(**line | {"at": datetime.fromisoformat(line["at"])}) for line in lines]


def test_an_exported_log_names_no_login_and_still_verifies(tmp_path, cli):
    root = tmp_path / UNIT
    create_workspace(root, lushan(), COUNTY, UNIT)
    with open_services(root) as services:
        database = services.workspace.database
        with database.writing() as work:
            add_person(work, "王芳")
            work.commit()
        stored = tmp_path / "stored.jsonl"
        cli.text("log", root, "--export", stored)
        with database.reading() as session:
            assert _exported(stored) == list(read_log(session, LogFilter()))
        database.actor = LOGIN  # as an earlier program wrote it
        with database.writing() as work:
            work.record("unit.renamed", "x")
            work.commit()
        services.sit_down("王芳")
    whole, table, some = (tmp_path / name for name in ("a.jsonl", "a.csv", "b.jsonl"))
    cli.text("log", root, "--export", whole)
    cli.text("log", root, "--export", table)
    cli.text("log", root, "--export", some, "--action", "unit.renamed")
    assert LOGIN not in whole.read_text("utf-8") + table.read_text("utf-8-sig")
    entries = _exported(whole)
    assert find_chain_break(entries) is None
    assert _exported(some) == [e for e in entries if e.action == "unit.renamed"]
    assert _exported(some)[0].actor == UNNAMED_PERSON


def test_the_log_is_searched_for_letters_not_patterns(tmp_path):
    root = tmp_path / UNIT
    create_workspace(root, lushan(), COUNTY, UNIT)
    names = ("100%", "100x", "a_b", "axb", "A_B", "[a-z]*", "\\")
    with open_workspace(root) as opened:
        with opened.database.writing() as work:
            for name in names:
                work.record("item.attached", "x", title=name)
            work.commit()
        with opened.database.reading() as session:
            for name in names:
                (found,) = read_log(session, LogFilter(subject=name))
                assert found.values["title"] == name
            assert not list(read_log(session, LogFilter(subject="%_" * 60_000)))
