"""``identity`` and ``log`` as a person or a script uses them."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.application import app
from app.cli.localise import run
from app.identity.trust import Peer, confirm
from app.workspace.opening import open_workspace
from tests.support.cli import Cli
from tests.support.packages import SIGNER

PHRASE = "三只 白色 风筝 2026"

Run = Callable[..., Any]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the lines that a script feeds it; give its document."""

    def run_command(*arguments: object, code: int = 0, typed: str = "") -> Any:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return Cli(capsys).json(*arguments, code=code)

    return run_command


def test_keys_are_shown_and_made_on_request(cli: Run, ws: Path):
    before = cli("identity", "show", ws)
    assert before == {
        "owner": "示例县 创建办",
        "fingerprint": None,
        "signing_key": None,
        "sealing_key": None,
        "protected": False,
        "person": None,
    }
    made = cli("identity", "show", ws, "--make")
    assert len(made["fingerprint"].split()) == 6
    assert cli("identity", "show", ws) == made


def test_people_are_registered_and_sit_down(cli: Run, ws: Path):
    cli("identity", "people", ws, "--add", "王芳", "--duty", "科员", "--use", "王芳")
    cli("identity", "people", ws, "--add", "李强")
    people = cli("identity", "people", ws, "--retire", "李强")["people"]
    assert [(p["name"], p["sitting"], p["retired"]) for p in people] == [
        ("王芳", True, False),
        ("李强", False, True),
    ]
    assert cli("identity", "show", ws)["person"] == "王芳"
    entries = cli("log", ws, "--person", "王芳")["entries"]
    assert [e["action"] for e in entries] == ["person.retired", "person.added"]
    error = cli("identity", "people", ws, "--use", "赵六", code=2)["error"]
    assert "王芳" in error["remedy"]
    # Every later command is hers, too.
    cli("owing", "set", ws, "everyone")
    cli("settings", ws, "contact=王芳")
    latest = cli("log", ws)["entries"][:2]
    assert {e["person"] for e in latest} == {"王芳"}


def test_a_passphrase_is_set_changed_and_removed(cli: Run, ws: Path, tmp_path: Path):
    assert cli("identity", "passphrase", ws, typed=f"{PHRASE}\n")["protected"]
    assert cli("identity", "passphrase", ws, typed="wrong words\nother words\n", code=2)
    file = tmp_path / "密钥.json"
    cli("identity", "save-keys", ws, file, typed=f"{PHRASE}\nwords of the file\n")
    cli("identity", "passphrase", ws, typed=f"{PHRASE}\nother words\n")
    assert not cli("identity", "passphrase", ws, "--remove", typed="other words\n")["protected"]
    again = cli("identity", "restore-keys", ws, file, typed="words of the file\n")
    assert again["fingerprint"] == cli("identity", "show", ws)["fingerprint"]


def test_a_short_passphrase_is_refused(cli: Run, ws: Path):
    error = cli("identity", "passphrase", ws, typed="short\n", code=2)["error"]
    assert error["kind"] == "passphrase_too_short"


def test_trusted_keys_are_listed_and_revoked(cli: Run, ws: Path):
    with open_workspace(ws) as opened:
        unit = opened.registry().unit("县司法局")
        with opened.database.writing() as work:
            confirm(work, Peer(unit.id, unit.name), SIGNER.public_key)
            work.commit()
    (row,) = cli("identity", "trust", ws)["trusted"]
    assert row["name"] == "县司法局"
    assert cli("identity", "trust", ws, "--revoke", "县司法局")["trusted"] == []
    (row,) = cli("identity", "trust", ws, "--history")["trusted"]
    assert row["replaced"]
    assert cli("identity", "trust", ws, "--revoke", "没有的单位", code=2)


class TestLog:
    def test_the_newest_entries_come_first(self, cli: Run, ws: Path):
        cli("settings", ws, "fonds_name=示例县创建办")
        entries = cli("log", ws)["entries"]
        assert [e["action"] for e in entries] == ["settings.changed", "workspace.created"]
        assert entries[1]["data"]["county"] == "示例县"
        assert [e["sequence"] for e in cli("log", ws, "--limit", "1")["entries"]] == [2]

    def test_filters(self, cli: Run, ws: Path):
        cli("settings", ws, "fonds_name=示例县创建办")
        assert len(cli("log", ws, "--action", "workspace")["entries"]) == 1
        assert len(cli("log", ws, "--item", "settings")["entries"]) == 1
        assert len(cli("log", ws, "--since", "2020-01-01")["entries"]) == 2
        assert cli("log", ws, "--until", "2020-01-01")["entries"] == []
        assert cli("log", ws, "--since", "前天", code=2)["error"]["kind"] == "date_not_understood"

    @pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
    def test_export(self, cli: Run, ws: Path, tmp_path: Path, suffix: str):
        file = tmp_path / f"记录{suffix}"
        assert cli("log", ws, "--export", file)["count"] == 1
        with file.open(encoding="utf-8-sig", newline="") as stream:
            if suffix == ".csv":
                assert next(csv.DictReader(stream))["操作"] == "新建工作区"
            else:
                assert json.loads(stream.readline())["action"] == "workspace.created"


def test_people_read_chinese_lines(ws: Path, capsys: pytest.CaptureFixture[str]):
    for command in (["identity", "show", ws], ["identity", "people", ws], ["log", ws]):
        code, complaint = run(app, [str(a) for a in command], "juanzong")
        said = capsys.readouterr().out
        assert (code, complaint) == (0, "")
        assert any("\u4e00" <= c <= "\u9fff" for c in said)


def test_packages_ask_for_the_passphrase_only_when_they_need_it(cli: Run, ws: Path, tmp_path: Path):
    cli("identity", "passphrase", ws, typed=f"{PHRASE}\n")
    stick = tmp_path / "U盘"
    stick.mkdir()
    task = ("pack", "task", ws, "--unit", "县司法局", "--out", stick)
    assert cli(*task, typed="wrong\n", code=2)["error"]["kind"] == "passphrase_wrong"
    cli(*task, typed=f"{PHRASE}\n")
    (package,) = stick.iterdir()
    (seen,) = cli("inspect", package)
    unit = tmp_path / "县司法局"
    cli("merge", unit, package, "--trust", seen["fingerprint"])
    back = tmp_path / "报送包.zip"
    cli("pack", "submission", unit, "--out", back, "--seal")
    fingerprint = cli("identity", "show", unit)["fingerprint"]
    error = cli("inspect", back, code=1)["error"]
    assert error["kind"] == "package_sealed"
    error = cli("merge", ws, back, "--trust", fingerprint, typed="wrong\n", code=2)["error"]
    assert error["kind"] == "passphrase_wrong"
    merged = cli("merge", ws, back, "--trust", fingerprint, typed=f"{PHRASE}\n")
    assert len(merged["merged"]) == 1
