"""Every command on a disk that is read-only or full, as the application lists the commands."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.attack.flips import make_office
from tests.support.every_command import ARGUMENTS, every_command
from tests.support.read_only import demand_mounting, in_namespace

#: Commands that are refused for another reason before they reach the disk.
_READING = {
    "indicators",
    "status",
    "case list",
    "check",
    "inbox list",
    "units list",
    "backup list",
    "stages",
    "owing show",
    "item list",
    "item parts",
    "item photos",
    "item findings",
    "item copies",
    "item bin",
    "item revisions",
    "item compare",
    "item duplicates",
    "review list",
    "review matrix",
    "review next",
    "review show",
    "review returned",
    "rectify list",
    "selfcheck list",
    "targets list",
    "targets propose",
    "webcheck list",
    "site list",
    "capture recheck",
    "interview list",
    "interview questionnaires",
    "register list",
    "register show",
    "register rates",
    "exam list",
    "exam bank",
    "exam blueprints",
    "exam hours",
    "case-review cases",
    "case-review draws",
    "case-review sheets",
    "identity show",
    "identity trust",
    "packages",
}


def test_no_command_is_forgotten():
    assert sorted(name for name, _ in every_command()) == sorted(ARGUMENTS)


@pytest.mark.parametrize("way", ["ro", "full60"])
def test_every_command_has_its_sentence(tmp_path: Path, way: str):
    demand_mounting(tmp_path)
    folder, outside = tmp_path / "disk", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    make_office(folder / "office", 2)
    done = subprocess.run(
        [
            "unshare",
            "-m",
            sys.executable,
            "-m",
            "tests.support.every_command",
            str(folder),
            way,
            str(outside),
        ],
        capture_output=True,
        text=True,
        check=False,
        input="",
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in rows] == [name for name, _ in every_command()]
    for name, code, words, trace, left in rows:
        assert not trace, (name, trace)
        assert "Traceback" not in words, (name, words)
        assert words or code == 0, name
        assert not [file for file in left if file.endswith((".part", ".new"))], (name, left)
        if name in _READING:
            assert code == 0, (name, words)
        elif way == "ro" and name not in {"framework list", "framework show"}:
            assert code != 0, (name, words)


_COMPILE = """
import subprocess, sys
from pathlib import Path
from tests.attack.flips import run
folder, outside = map(Path, sys.argv[1:])
subprocess.run(["mount", "--bind", folder, folder], check=True)
subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
code, words, trace = run("compile", folder / "office", "--indicator", "60", "--out", outside)
print(words, trace)
sys.exit(code)
"""


def test_dossiers_of_a_workspace_that_cannot_be_written_go_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    demand_mounting(tmp_path)
    folder, outside, temporary = (tmp_path / name for name in ("disk", "outside", "temporary"))
    folder.mkdir()
    temporary.mkdir()
    make_office(folder / "office", 2)
    monkeypatch.setenv("TMPDIR", str(temporary))
    done = in_namespace(_COMPILE, folder, outside)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(outside.rglob("*.pdf"))
    assert not list(temporary.iterdir())
