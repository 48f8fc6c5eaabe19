"""What the drive can do to a workspace: no room, and paths that SQLite does not take."""

import os
import subprocess
import sys

import pytest

from app.checkup.checking import check_workspace
from app.errors import PathTooLong
from app.jobs import SilentJob
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from tests.support.workspaces import COUNTY, lushan

_FILL = """
import resource, signal, sys
from pathlib import Path
from app.errors import DatabaseNotWritten
from app.workspace.opening import open_workspace
from app.settings import save_choice
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_workspace(Path(sys.argv[1])) as workspace:
    size = max(f.stat().st_size for f in Path(sys.argv[1]).glob("juanzong.db*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        with workspace.database.writing() as work:
            save_choice(work, "instructions", "x" * 3_000_000)
            work.commit()
    except DatabaseNotWritten as error:
        print(type(error).__name__, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_and_leaves_the_workspace_sound(tmp_path):
    root = tmp_path / "ws"
    create_workspace(root, lushan(), COUNTY)
    done = subprocess.run(
        [sys.executable, "-c", _FILL, str(root)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "DatabaseNotWritten", done.stderr
    with open_workspace(root) as workspace:
        assert check_workspace(workspace, SilentJob()).sound


@pytest.mark.skipif(os.name == "nt", reason="SQLite takes longer paths on Windows")
def test_a_path_that_is_too_long_is_refused_before_anything_is_made(tmp_path):
    root = tmp_path / ("县" * 80) / ("创" * 80) / "工作区"
    with pytest.raises(PathTooLong):
        create_workspace(root, lushan(), COUNTY)
    assert list(tmp_path.iterdir()) == []
