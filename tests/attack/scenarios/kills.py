"""The program is killed while it works; nothing it reported may be lost, nothing may stay."""

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import psutil
from docx import Document
from sqlalchemy import func, select

from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from models import EvidenceItem
from tests.attack.playing import Attack, Outcome
from tests.support.workspaces import COUNTY, demand_sound, lushan

_REPO = Path(__file__).resolve().parents[3]
#: How long children may take to end. Those at work end at once; one that was only starting
#: hears of the kill when its interpreter is up.
_DYING_SECONDS = 10.0
_FILES = 4
#: No kill comes before the program has begun at all, in seconds.
_FIRST = 0.3
#: On no machine does the work take longer, in seconds.
_LONGEST = 300.0

_NEXT_START = """
import sys
from pathlib import Path
from app.bootstrap import open_services
with open_services(Path(sys.argv[1])):
    pass
"""


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Kill a program at a random moment, look around, start it again, look again.

    The first case is left alone, so that its end is seen and its length is known.
    """
    outcome, length = _played(random, None, folder / "0")
    yield outcome
    for number in range(1, cases):
        # One kill in each stretch of the work, so that a few cases meet all of it.
        share = (number - 1 + random.random()) / (cases - 1)
        moment = _FIRST + share * max(0.0, length - _FIRST)
        yield _played(random, moment, folder / str(number))[0]


def _played(random: Random, moment: float | None, room: Path) -> tuple[Outcome, float]:
    """Play one case; says how long the program was at work, in seconds."""
    root, temporary = room / "workspace", room / "temporary"
    temporary.mkdir(parents=True)
    create_workspace(root, lushan(), COUNTY)
    files = _files(random, room / "files")
    environment = {**os.environ, "PYTHONPATH": str(_REPO)}
    environment |= dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))
    case = "left alone" if moment is None else f"killed after {moment:.1f} s"
    told, said = room / "told.txt", room / "said.txt"
    started = time.monotonic()
    with told.open("wb") as stream, said.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.attack.busy", root, *files],
            cwd=_REPO,
            env=environment,
            stdout=stream,
            stderr=errors,
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=moment or _LONGEST)
        code, seconds = process.poll(), time.monotonic() - started
        family = _family_of(process.pid)
        process.kill()
        process.wait()
    complaint = _failed(code, said) if code is not None or moment is None else ""
    complaint = complaint or _alive(family) or _lost(root, told)
    complaint = complaint or _left(root, temporary, environment)
    detail = complaint or f"{len(family)} children"
    return Outcome(case, held=not complaint, detail=detail), seconds


def _failed(code: int | None, said: Path) -> str:
    """Why a program that was not killed did not do its work; "" if it did."""
    if code == 0:
        return ""
    last = said.read_text(encoding="utf-8", errors="replace").strip()[-200:]
    return f"it did not end after {_LONGEST:.0f} s" if code is None else f"it failed: {last}"


def _family_of(number: int) -> list[psutil.Process]:
    try:
        return psutil.Process(number).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _alive(family: list[psutil.Process]) -> str:
    _, alive = psutil.wait_procs(family, timeout=_DYING_SECONDS)
    names = []
    for process in alive:
        with suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE:
                names.append(process.name())
            process.kill()
    return f"still alive: {', '.join(names)}" if names else ""


def _lost(root: Path, told: Path) -> str:
    reported = told.read_text(encoding="utf-8").splitlines()
    with open_workspace(root) as workspace:
        demand_sound(workspace)
        with workspace.database.reading() as session:
            stored = session.scalar(select(func.count()).select_from(EvidenceItem)) or 0
    return f"{len(reported)} reported, {stored} stored" if stored < len(reported) else ""


def _left(root: Path, temporary: Path, environment: dict[str, str]) -> str:
    started = time.monotonic()
    command = [sys.executable, "-c", _NEXT_START, root]
    done = subprocess.run(command, cwd=_REPO, env=environment, capture_output=True, check=False)
    if done.returncode:
        return f"the next start failed: {done.stderr[-200:]!r}"
    places = (
        temporary,
        root / "cache" / "work",
        root / "cache" / "packages",
        root / "cache" / "opened",
        root / "originals" / "incoming",
    )
    left = [path for place in places if place.is_dir() for path in place.rglob("*")]
    # An empty folder whose lock was not made yet holds nothing, and goes an hour later.
    left = [path for path in left if path.is_file() or any(path.iterdir())]
    names = ", ".join(str(path.relative_to(root.parent)) for path in left[:5])
    return f"left after {time.monotonic() - started:.0f} s: {names}" if left else ""


def _files(random: Random, folder: Path) -> list[Path]:
    folder.mkdir()
    files = []
    for number in range(_FILES):
        path = folder / f"材料{number}.docx"
        document = Document()
        for line in range(random.randrange(10, 400)):
            document.add_paragraph(f"第{number}件第{line}行，{random.random()}")
        document.save(str(path))
        files.append(path)
    packed = folder / "打包.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(8):
            archive.writestr(f"内{number}.txt", random.randbytes(10_000).hex())
    files.insert(random.randrange(len(files)), packed)
    return files


ATTACK = Attack(
    name="kills",
    promise=(
        "After a kill at any moment nothing reported as done is lost, no child lives on, and the"
        " next start removes what was left."
    ),
    cases=5,
    play=play,
)
