"""Workers and LibreOffice keep to their limits, and nothing of them outlives the program."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import psutil
import pytest

from app.confinement.limits import Limits
from app.conversion.office.batch import OfficeFault, OfficeFile, convert_files
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.isolation import Done, IsolatedCall, OutOfMemory, TooMuchOutput, Workers
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.storage.layout import Layout
from app.workroom import workroom
from app.workspace.left_behind import clear_left_behind
from models import ItemRevision
from tests.attack.scenarios import bombs
from tests.support.workspaces import rows

pytestmark = pytest.mark.skipif(os.name == "nt", reason="resource limits are those of Unix")

REPO = Path(__file__).resolve().parents[2]
MEGABYTE = 1 << 20
SMALL = Limits(memory=300 * MEGABYTE, file_size=20 * MEGABYTE)
#: How long what was killed may take to be gone.
GONE_WITHIN = 10.0


def act(what: object) -> object:
    """Do in a worker what the argument says."""
    match what:
        case "swell":
            return len(bytes(SMALL.memory * 2))
        case "swell and be told otherwise":
            kept: list[bytearray] = []
            try:
                while True:
                    kept.append(bytearray(MEGABYTE))
            except MemoryError:
                return os.abort()
        case "write":
            with tempfile.TemporaryFile() as file:
                file.write(bytes(SMALL.file_size * 2))
        case "write and stumble":
            raise OSError(errno.EFBIG, "File too large")
        case "stumble for want of memory":
            raise OSError(errno.ENOMEM, "Cannot allocate memory")
        case "load for want of memory":
            raise ImportError("libx.so: failed to map segment from shared object")
        case "die for want of memory":
            os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\n")
            os.abort()
        case "be killed by the system":
            os.kill(os.getpid(), signal.SIGKILL)
        case "place":
            return tempfile.gettempdir()
    return what


@pytest.fixture(scope="module")
def small_workers():
    with Workers(2, SMALL) as workers:
        yield workers


@pytest.mark.parametrize(
    "what",
    [
        "swell",
        "swell and be told otherwise",
        "stumble for want of memory",
        "load for want of memory",
        "die for want of memory",
        "be killed by the system",
    ],
)
def test_too_much_memory_is_named_and_costs_only_itself(small_workers, what):
    tasks = [IsolatedCall(each, 60.0) for each in (1, what, 2, 3)]
    results = dict(small_workers.run_each(act, tasks, SilentJob(), chunk=4))
    assert results == {1: Done(1), 2: Done(2), 3: Done(3), what: OutOfMemory(SMALL.memory)}


@pytest.mark.parametrize("what", ["write", "write and stumble"])
def test_too_large_a_file_is_named(small_workers, what):
    assert small_workers.run(act, what, 60, SilentJob()) == TooMuchOutput(SMALL.file_size)


def test_temporary_files_of_workers_go_with_them(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Workers(1) as workers:
        place = workers.run(act, "place", 60, SilentJob())
        assert isinstance(place, Done)
        assert tmp_path in Path(place.value).parents
        assert Path(place.value).parents[1].stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_taken_in_with_what_it_is(workspace, tmp_path):
    data = bytes(500 * MEGABYTE)
    for _ in range(3):
        data = zlib.compress(data, 9)
    pdf = bombs._pdf([*bombs._page("/Contents 4 0 R/Resources<<>>"), bombs._stream(data, 3)])
    bomb, sound = tmp_path / "a.pdf", tmp_path / "b.txt"
    bomb.write_bytes(pdf)
    sound.write_text("通知", encoding="utf-8")
    request = AttachRequest((bomb, sound), Target("60", "材料查证", "县司法局"))
    with Workers(1, SMALL) as workers:
        attach_files(workspace, workers, request, SilentJob())
    kinds = [one["kind"] for row in rows(workspace, ItemRevision) for one in row.problems]
    assert ProblemKind.MEMORY_EXCEEDED in kinds
    assert ProblemKind.DAMAGED not in kinds


STAND_IN = """#!{python}
import os, subprocess, sys, time
from pathlib import Path
args = sys.argv[1:]
out = Path(args[args.index("--outdir") + 1])
for file in (Path(a) for a in args[args.index("--outdir") + 2:]):
    what = file.read_text()
    if what == "swell":
        kept = bytearray({memory})
        for place in range(0, len(kept), 4096):
            kept[place] = 1
        time.sleep(600)
    if what == "write":
        with (Path(os.environ["TMPDIR"]) / "lu1.tmp").open("wb") as stream:
            for _ in range(1000):
                stream.write(bytes(1 << 20))
    if what == "leave a child":
        command = [sys.executable, "-c", "import time; time.sleep(600)"]
        child = subprocess.Popen(["/bin/sh", "-c", '"$@" & echo $! > {child}', "sh", *command])
        child.wait()
    (out / (file.stem + ".pdf")).write_text(what)
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    path = tmp_path / "soffice"
    memory, child = SMALL.memory + 100 * MEGABYTE, tmp_path / "child"
    text = STAND_IN.format(python=sys.executable, memory=memory, child=child)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o700)
    return path


def converted(program: Path, what: list[str], tmp_path: Path) -> dict[str, object]:
    folder = tmp_path / "in"
    folder.mkdir()
    files = []
    for number, words in enumerate(what):
        (folder / f"{number}.docx").write_text(words, encoding="utf-8")
        files.append(OfficeFile(folder / f"{number}.docx", 30.0))
    made = convert_files(program, files, tmp_path / "work", {}, SilentJob(), limits=SMALL)
    return {what[int(file.path.stem)]: result for file, result in made}


@pytest.mark.parametrize(
    ("what", "fault"),
    [("swell", OfficeFault.MEMORY_EXCEEDED), ("write", OfficeFault.OUTPUT_EXCEEDED)],
)
def test_libreoffice_keeps_to_its_limits(stand_in, tmp_path, what, fault):
    made = converted(stand_in, ["good", what, "better"], tmp_path)
    assert made.pop(what) is fault
    assert all(isinstance(result, Path) for result in made.values())
    assert list((tmp_path / "work").glob("run-*/temporary/*")) == []


def test_what_libreoffice_started_ends_with_its_run(stand_in, tmp_path):
    converted(stand_in, ["leave a child"], tmp_path)
    demand_gone([int((tmp_path / "child").read_text())])


KILLED = """
import os, sys, threading
from pathlib import Path
from app.confinement.model import Launch
from app.confinement.family import open_family
from app.confinement.limits import Limits
from app.isolation import Workers
from app.jobs import SilentJob
from app.workroom import workroom

if __name__ == "__main__":
    limits = Limits(1 << 30, 1 << 30)
    family = open_family(limits)
    command = ["/bin/sh", "-c", "sleep 600 & echo $! $$; wait"]
    with workroom() as room, (room / "member").open("wb") as errors:
        family.start(Launch([*command[:2], command[2].replace("$$;", "$$ >&2;")], room,
                            dict(os.environ), errors))
        workers = Workers(1)
        # The thread that starts the workers ends before they do.
        pids = []
        run = lambda: pids.append(workers.run(os.getpgid, 0, 60, SilentJob()).value)
        starter = threading.Thread(target=run)
        starter.start()
        starter.join()
        workers.run(os.getpid, None, 1, SilentJob())
        while len((room / "member").read_text().split()) < 2:
            pass
        print((room / "member").read_text(), flush=True)
        sys.stdin.read()
"""


def test_children_and_theirs_end_when_the_program_is_killed(tmp_path):
    script, temporary = tmp_path / "script.py", tmp_path / "temporary"
    script.write_text(KILLED, encoding="utf-8")
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(REPO), "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    told = [int(number) for number in process.stdout.readline().split()]
    family = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
    assert len(family) > len(told)
    process.kill()
    process.communicate()
    demand_gone({*told, *family})
    assert list(temporary.iterdir()) != []
    with_tempdir = {**os.environ, "PYTHONPATH": str(REPO), "TMPDIR": str(temporary)}
    sweep = "from app.workroom import sweep_rooms; sweep_rooms()"
    subprocess.run([sys.executable, "-c", sweep], env=with_tempdir, check=True)
    assert list(temporary.iterdir()) == []


def test_the_next_start_clears_what_was_left(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    layout = Layout(tmp_path / "workspace")
    (layout.opened / "ab").mkdir(parents=True)
    copy = layout.opened / "ab" / "通知.docx"
    copy.write_text("copy")
    copy.chmod(0o400)
    with workroom(layout.unpacking) as package, workroom(layout.converting) as work:
        clear_left_behind(layout, alone=False)
        assert copy.exists()
        assert package.exists()
        clear_left_behind(layout, alone=True)
        assert package.exists()
        assert work.exists()
        assert not copy.exists()


def demand_gone(numbers) -> None:
    """Make sure that processes have ended."""
    processes = []
    for number in numbers:
        try:
            processes.append(psutil.Process(number))
        except psutil.NoSuchProcess:
            continue
    _, alive = psutil.wait_procs(processes, timeout=GONE_WITHIN)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
