import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.workroom import workroom

_KILLED = """
import os
from app.workroom import workroom
with workroom() as room:
    (room / "left.txt").write_text("left")
    print(room, flush=True)
    os._exit(1)
"""


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))


def test_the_room_goes_with_its_job(tmp_path):
    with workroom() as room:
        (room / "part").write_text("part")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_removed_by_the_next(tmp_path):
    killed = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, text=True)
    assert killed.returncode == 1
    left = list(tmp_path.rglob("left.txt"))
    assert len(left) == 1
    with workroom():
        assert not left[0].exists()


def test_a_room_in_use_is_left_alone(tmp_path):
    with workroom() as first:
        (first / "part").write_text("part")
        with workroom() as second:
            assert second != first
        assert (first / "part").read_text() == "part"


def test_folders_of_others_are_left_alone(tmp_path):
    other = tmp_path / "juanzong-of-somebody"
    other.mkdir()
    with workroom():
        pass
    assert other.is_dir()


def test_programs_that_begin_at_once_leave_each_others_rooms_alone(tmp_path):
    def work(_number):
        for _ in range(30):
            with workroom() as room:
                (room / "part").write_text("part")
                assert (room / "part").read_text() == "part"
        return True

    with ThreadPoolExecutor(4) as programs:
        assert all(programs.map(work, range(4)))
    assert list(tmp_path.iterdir()) == []
