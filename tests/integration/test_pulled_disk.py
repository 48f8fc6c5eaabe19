"""The disk that something is written to is pulled out meanwhile; an empty folder is left there."""

import json
from pathlib import Path

import pytest

from tests.attack.flips import make_office
from tests.support.read_only import demand_mounting, in_namespace

#: Pulls the stick at each word of a job that writes to it, and says what came of it.
_SCRIPT = """
import json, shutil, subprocess, sys
from pathlib import Path
from tests.support.pulling import WORKS, Pulling
from app.bootstrap import open_services
from app.errors import JuanzongError

base, name, where = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
disk, stick = base / "disk", base / "stick"
disk.mkdir()
stick.mkdir()
call = lambda *words: subprocess.run([str(w) for w in words], check=True)
call("mount", "-t", "tmpfs", "tmpfs", disk)
at = 1
while True:
    for old in disk.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(base / "office", disk / "office")
    call("mount", "--bind", disk, stick)
    office = base / "office" if where == "elsewhere" else stick / "office"
    out = stick if where == "elsewhere" else office / "exports"
    job = Pulling(at, lambda: call("umount", "-l", stick))
    try:
        with open_services(office) as services:
            if name == "pack":
                services.identity.unlock("春风又绿江南岸 1")
            WORKS[name](services, out, job)
        told = "done"
    except JuanzongError as error:
        told = type(error).__name__
    if not job.pulled:
        call("umount", "-l", stick)
    left = [str(p) for p in stick.rglob("*")]
    print(json.dumps([at, job.pulled, told, left]))
    if not job.pulled:
        break
    shutil.rmtree(stick)
    stick.mkdir()
    at = at + 1 if at < 3 else at * 2
"""


@pytest.mark.parametrize("where", ["elsewhere", "own"])
@pytest.mark.parametrize("name", ["report", "log", "pack", "originals", "backup"])
def test_nothing_goes_where_the_stick_was(tmp_path: Path, name: str, where: str):
    if (name, where) == ("backup", "own"):
        pytest.skip("a backup goes elsewhere")
    demand_mounting(tmp_path)
    make_office(tmp_path / "office", 2)
    done = in_namespace(_SCRIPT, tmp_path, name, where)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[-1][1:3] == [False, "done"]
    assert len(rows) > 1
    for at, _, told, left in rows[:-1]:
        assert told != "done", at
        assert not left, (at, left)
