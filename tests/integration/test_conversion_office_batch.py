"""The batch against a stand-in for LibreOffice that does what each file's text tells it."""

import stat
import sys
from pathlib import Path

import psutil
import pytest

from app.conversion.office.batch import OfficeFault, OfficeFile, convert_files
from app.conversion.office.process import Way
from app.jobs import Cancelled, CancelToken, SilentJob

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

STAND_IN = """#!{python}
import os, subprocess, sys, time
from pathlib import Path
args = sys.argv[1:]
out = Path(args[args.index("--outdir") + 1])
log = Path({log!r})
files = [Path(a) for a in args[args.index("--outdir") + 2:]]
with log.open("a") as f:
    f.write(" ".join(file.name for file in files) + "\\n")
for file in files:
    what = file.read_text()
    if what == "unreadable":
        sys.stderr.write("Error: source file could not be loaded\\n")
        continue
    if what == "crash" or (what == "crash once" and len(files) > 1):
        os.kill(os.getpid(), 9)
    if what == "hang" or (what == "hang once" and len(files) > 1):
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        time.sleep(600)
    (out / (file.stem + ".pdf")).write_text(what)
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    path = tmp_path / "soffice"
    text = STAND_IN.format(python=sys.executable, log=str(tmp_path / "log.txt"))
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def files_of(tmp_path: Path, contents: list[str], seconds: float = 1.0) -> list[OfficeFile]:
    folder = tmp_path / "in"
    folder.mkdir()
    files = []
    for number, content in enumerate(contents):
        path = folder / f"{number:04d}.docx"
        path.write_text(content, encoding="utf-8")
        files.append(OfficeFile(path, seconds))
    return files


def outcomes(program: Path, files: list[OfficeFile], tmp_path: Path) -> dict[int, object]:
    work = tmp_path / "work"
    work.mkdir()
    found = {}
    answers = convert_files(program, files, work, {}, SilentJob(), start_seconds=1.0)
    for file, result in answers:
        number = int(file.path.stem)
        assert number not in found, "answered twice"
        found[number] = result if isinstance(result, OfficeFault) else result.read_text()
    return found


def test_many_files_take_few_starts(stand_in, tmp_path):
    files = files_of(tmp_path, ["good"] * 20)
    assert outcomes(stand_in, files, tmp_path) == dict.fromkeys(range(20), "good")
    assert len((tmp_path / "log.txt").read_text().splitlines()) <= 2


def test_unreadable_file_is_tried_alone_and_named(stand_in, tmp_path):
    found = outcomes(stand_in, files_of(tmp_path, ["good", "unreadable", "good"]), tmp_path)
    assert found == {0: "good", 1: OfficeFault.NOT_LOADED, 2: "good"}
    assert "0001.docx" in (tmp_path / "log.txt").read_text().splitlines()


@pytest.mark.parametrize("place", [0, 2, 5])
def test_crash_costs_only_its_file(stand_in, tmp_path, place):
    contents = ["good"] * 6
    contents[place] = "crash"
    found = outcomes(stand_in, files_of(tmp_path, contents), tmp_path)
    assert found.pop(place) is OfficeFault.CRASHED
    assert found == {n: "good" for n in range(6) if n != place}


def test_hang_costs_only_its_file(stand_in, tmp_path):
    found = outcomes(stand_in, files_of(tmp_path, ["good", "hang", "good"]), tmp_path)
    assert found == {0: "good", 1: OfficeFault.OVERDUE, 2: "good"}


def test_second_chance_alone_helps(stand_in, tmp_path):
    contents = ["good", "crash once", "good", "hang once", "good"]
    found = outcomes(stand_in, files_of(tmp_path, contents), tmp_path)
    assert found == dict(enumerate(contents))


def test_files_of_another_reader_go_in_a_run_of_their_own(stand_in, tmp_path):
    files = files_of(tmp_path, ["good"] * 3)
    files[1] = OfficeFile(files[1].path, 1.0, Way("HTML (StarWriter)"))
    assert outcomes(stand_in, files, tmp_path) == dict.fromkeys(range(3), "good")
    lines = sorted((tmp_path / "log.txt").read_text().splitlines())
    assert lines == ["0000.docx 0002.docx", "0001.docx"]


class CancelledOnceRunning(SilentJob):
    """A job that is cancelled when the stand-in's grandchild sleeps."""

    def __init__(self) -> None:
        super().__init__(CancelToken())
        self.family: list[psutil.Process] = []

    def check_cancelled(self) -> None:
        family = psutil.Process().children(recursive=True)
        sleepers = [one for one in family if "time.sleep(600)" in " ".join(one.cmdline())]
        if sleepers:
            self.family = sleepers
            self.token.cancel()
        super().check_cancelled()


def test_cancelling_leaves_no_process_behind(stand_in, tmp_path):
    job = CancelledOnceRunning()
    files = files_of(tmp_path, ["hang"], seconds=600)
    work = tmp_path / "work"
    work.mkdir()
    with pytest.raises(Cancelled):
        list(convert_files(stand_in, files, work, {}, job))
    assert job.family
    _, alive = psutil.wait_procs(job.family, timeout=5)
    assert not alive
