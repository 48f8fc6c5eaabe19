"""Sticks that are pulled, full or broken: the old package stays, or the new one is whole."""

import errno
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import DiskFull, FolderNotWritable
from app.exchange.envelope.drive import STALE_SECONDS, drive_error
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.writing import write_package
from app.exchange.errors import PackageNotVerified, PackageNotWritten
from app.jobs import Progress, SilentJob
from app.originals import FolderStore
from app.signatures.sealing import Opener
from app.wording.errors import describe_error
from tests.support.packages import PAYLOAD, SIGNER, a_header, a_package, an_original

ROOT = Path(__file__).resolve().parents[3]
MINUTES = 300

#: Writes a package, and is killed at a given point: the n-th report of a stage.
KILLED = """
import sys
from pathlib import Path
import psutil
from app.exchange.envelope.writing import write_package
from app.jobs import SilentJob
from tests.support.packages import SIGNER, a_header, an_original

folder, stage, moment, part_size, recipient = sys.argv[1:]

class Deadly(SilentJob):
    seen = 0
    def report(self, progress):
        self.seen += progress.stage == stage
        if self.seen == int(moment):
            psutil.Process().kill()

folder = Path(folder)
originals = [an_original(folder / "原件", bytes([n]) * 700_000) for n in range(6)]
write_package(
    folder / "stick" / "报送包.zip", a_header(), {"payload.json": b"new"}, originals, SIGNER,
    job=Deadly(), part_size=int(part_size) or None, seal_for=recipient or None,
)
"""


def killed(folder: Path, *arguments: str) -> int:
    command = [sys.executable, "-c", KILLED, str(folder), *arguments]
    return subprocess.run(command, cwd=ROOT, timeout=MINUTES, capture_output=True).returncode


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    (tmp_path / "原件").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def old(stick: Path) -> Path:
    return a_package(stick).paths[0]


def visible(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir() if not p.name.startswith(".")}


@pytest.mark.parametrize(
    ("stage", "moment"),
    [("pack", 1), ("pack", 8), ("pack", 13), ("verify", 1), ("verify", 7)],
)
def test_killed_while_writing_leaves_the_old_package(
    tmp_path: Path, old: Path, stage: str, moment: int
):
    before = old.read_bytes()
    assert killed(tmp_path, stage, str(moment), "0", "") != 0
    assert old.read_bytes() == before
    assert visible(old.parent) == {old.name, "原件"}
    with open_package([old], job=SilentJob()) as opened:
        assert opened.document("payload.json") == PAYLOAD


def test_killed_while_encrypting_leaves_the_old_package_and_nothing_in_plain(
    tmp_path: Path, old: Path
):
    before = old.read_bytes()
    recipient = Opener.generate().recipient
    assert killed(tmp_path, "seal", "3", "0", recipient) != 0
    assert old.read_bytes() == before
    for leftover in old.parent.glob(".*"):
        assert bytes([3]) * 1000 not in leftover.read_bytes()


@pytest.mark.parametrize("moment", [1, 7])
def test_killed_while_writing_parts_leaves_no_part(tmp_path: Path, stick: Path, moment: int):
    assert killed(tmp_path, "verify", str(moment), "2000000", "") != 0
    assert visible(stick) == set()


def test_not_killed_the_new_package_is_there(tmp_path: Path, old: Path):
    assert killed(tmp_path, "never", "1", "0", "") == 0
    with open_package([old], job=SilentJob()) as opened:
        assert opened.document("payload.json") == b"new"
        assert len(opened.originals) == 6
    assert list(old.parent.glob(".*")) == []


def test_what_a_killed_program_left_is_cleared_later(tmp_path: Path, stick: Path):
    assert killed(tmp_path, "verify", "1", "0", "") != 0
    (leftover,) = stick.glob(".*")
    a_package(stick)
    assert leftover.exists()  # perhaps another program is still at it
    long_ago = time.time() - STALE_SECONDS - 60
    os.utime(leftover, (long_ago, long_ago))
    a_package(stick)
    assert not leftover.exists()


#: Opens a package and puts its originals into a store; killed at the n-th report or copy.
KILLED_READER = """
import sys
from pathlib import Path
import psutil
from app.exchange.envelope.opening import open_package
from app.jobs import SilentJob
from app.originals import FolderStore

package, folder, stage, moment = sys.argv[1:]

class Deadly(SilentJob):
    seen = 0
    def report(self, progress):
        self.count(progress.stage)
    def count(self, now):
        self.seen += now == stage
        if self.seen == int(moment):
            psutil.Process().kill()

job, store = Deadly(), FolderStore(Path(folder) / "originals")
scratch = Path(folder) / "scratch"
with open_package([Path(package)], job=job, scratch=scratch, unpack=lambda _: True) as opened:
    for original in opened.originals:
        job.count("copy")
        opened.copy_original(original.sha256, store)
"""


@pytest.mark.parametrize(
    ("stage", "moment", "stored"),
    [("verify", 1, 0), ("verify", 3, 0), ("copy", 1, 0), ("copy", 2, 1)],
)
def test_killed_while_reading_leaves_whole_originals_only(
    tmp_path: Path, old: Path, stage: str, moment: int, stored: int
):
    command = [sys.executable, "-c", KILLED_READER, old, tmp_path, stage, moment]
    done = subprocess.run([*map(str, command)], cwd=ROOT, timeout=MINUTES, capture_output=True)
    assert done.returncode != 0
    store, scratch = FolderStore(tmp_path / "originals"), tmp_path / "scratch"
    found = list(store.stored())
    assert len(found) == stored
    for sha256 in found:
        store.verify(sha256)
    (leftover,) = scratch.iterdir()
    long_ago = time.time() - STALE_SECONDS - 60
    os.utime(leftover, (long_ago, long_ago))
    with open_package([old], job=SilentJob(), scratch=scratch) as opened:
        for original in opened.originals:
            opened.copy_original(original.sha256, store)
    assert len(list(store.stored())) == 2
    assert list(scratch.iterdir()) == []


class TestBrokenDrives:
    @pytest.fixture
    def small_files_only(self) -> Iterator[int]:
        """Let the system refuse files beyond a size, as a full stick does."""
        resource = pytest.importorskip("resource")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
        yield 1 << 20
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    @pytest.mark.parametrize("sealed", [False, True])
    def test_a_write_error_leaves_the_old_package(
        self, tmp_path: Path, old: Path, request: pytest.FixtureRequest, sealed: bool
    ):
        before = old.read_bytes()
        original = an_original(tmp_path, random.Random(2).randbytes(3 << 20))
        recipient = Opener.generate().recipient if sealed else None
        request.getfixturevalue("small_files_only")
        with pytest.raises(PackageNotWritten) as caught:
            write_package(
                old, a_header(), {}, [original], SIGNER, job=SilentJob(), seal_for=recipient
            )
        assert caught.value.path.name == old.name
        assert old.read_bytes() == before
        assert visible(old.parent) == {old.name, "原件"}
        assert list(old.parent.glob(".*")) == []

    def test_a_folder_that_is_gone(self, tmp_path: Path):
        with pytest.raises(FolderNotWritable):
            write_package(tmp_path / "gone" / "包.zip", a_header(), {}, [], SIGNER, job=SilentJob())

    def test_more_than_the_drive_can_hold(self, tmp_path: Path):
        # An original that claims to be larger than any disk: nothing of it is read before.
        original = an_original(tmp_path, b"x")
        huge = type(original)(original.sha256, original.path, 1 << 60, ".pdf")
        with pytest.raises(DiskFull) as caught:
            write_package(
                tmp_path / "包.zip", a_header(), {}, [huge], SIGNER, job=SilentJob(), part_size=None
            )
        assert caught.value.needed > caught.value.free
        assert visible(tmp_path) == {original.path.name}

    @pytest.mark.parametrize(
        ("number", "kind"),
        [
            (errno.ENOSPC, DiskFull),
            (errno.EACCES, FolderNotWritable),
            (errno.EROFS, FolderNotWritable),
            (errno.EIO, PackageNotWritten),
            (errno.ENODEV, PackageNotWritten),
            (errno.EFBIG, PackageNotWritten),
        ],
    )
    def test_what_the_system_says_becomes_an_error_with_a_remedy(
        self, tmp_path: Path, number: int, kind: type
    ):
        error = drive_error(tmp_path / "包.zip", 5, OSError(number, os.strerror(number)))
        assert isinstance(error, kind)
        assert describe_error(error).remedy

    def test_a_drive_that_does_not_keep_what_it_is_given(self, tmp_path: Path, old: Path):
        """A worn or counterfeit stick, played by altering the file before it is read back."""
        before = old.read_bytes()
        original = an_original(tmp_path, random.Random(2).randbytes(3 << 20))

        class Rotting(SilentJob):
            done = False

            def report(self, progress: Progress) -> None:
                if progress.stage == "verify" and not self.done:
                    self.done = True
                    (written,) = old.parent.glob(".juanzong-*.part")
                    with written.open("r+b") as stream:
                        stream.seek(int(written.stat().st_size * 0.9))
                        stream.write(b"rot")

        with pytest.raises(PackageNotVerified) as caught:
            write_package(old, a_header(), {"a.json": b"{}"}, [original], SIGNER, job=Rotting())
        assert original.sha256 in caught.value.member
        assert old.read_bytes() == before


def test_a_target_name_with_everything_a_county_uses(stick: Path):
    target = stick / "示例县（2026年）报送包 县司法局〔第1号〕.zip"
    written = write_package(
        target, a_header(), {"payload.json": PAYLOAD}, [], SIGNER, job=SilentJob()
    )
    assert written.paths == (target,)
    assert visible(stick) == {target.name}
