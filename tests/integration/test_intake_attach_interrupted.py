"""Taking in that is stopped half way: what was entered stays, and the rest can follow."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import Cancelled, CancelToken, SilentJob
from app.workspace.opening import open_workspace
from models import EvidenceItem
from tests.support import documents
from tests.support.workspaces import demand_sound, make_workspace, rows

TARGET = Target("60", "材料查证", "县司法局")
REPO = Path(__file__).resolve().parents[2]


def test_a_cancelled_run_keeps_what_was_entered(workspace, workers, tmp_path):
    token = CancelToken()

    class Impatient(SilentJob):
        def report(self, progress):
            if progress.done >= 5:
                token.cancel()

    files = [documents.text(tmp_path / f"{n}.txt", f"内容{n}") for n in range(120)]
    with pytest.raises(Cancelled):
        attach_files(workspace, workers, AttachRequest(tuple(files), TARGET), Impatient(token))
    entered = len(rows(workspace, EvidenceItem))
    assert 5 <= entered < 120
    demand_sound(workspace)


KILLED = """
import sys
from pathlib import Path
from app.intake.attach import attach_files
from app.evidence.places import Target, Target
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import SilentJob
from app.workspace.opening import open_workspace

if __name__ == "__main__":
    root, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with open_workspace(root) as workspace, Workers(1) as workers:
        request = AttachRequest((folder,), Target("60", "材料查证", "县司法局"))
        attach_files(workspace, workers, request, SilentJob())
"""


@pytest.mark.parametrize("after", [0, 1, 17, 60])
def test_a_kill_at_any_moment_leaves_a_sound_workspace(framework, workers, tmp_path, after):
    root, folder, script = tmp_path / "ws", tmp_path / "材料", tmp_path / "attach.py"
    make_workspace(root, framework).close()
    folder.mkdir()
    for n in range(100):
        (folder / f"{n}.bin").write_bytes(bytes([n]) * 50_000)
    script.write_text(KILLED, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, script, root, folder],
        env={**os.environ, "PYTHONPATH": str(REPO)},
        stderr=subprocess.DEVNULL,
    )
    try:
        while process.poll() is None:
            if len(list((root / "originals").glob("??/*"))) >= after and (
                after or (root / "juanzong.lock").exists()
            ):
                break
    finally:
        assert process.poll() is None, "it was to be killed while it worked"
        parent = psutil.Process(process.pid)
        for member in (*parent.children(recursive=True), parent):
            member.kill()
        process.wait()
    with open_workspace(root) as workspace:
        demand_sound(workspace)
        entered = len(rows(workspace, EvidenceItem))
        request = AttachRequest((folder,), TARGET)
        report = attach_files(workspace, workers, request, SilentJob())
        assert report.count(AttachState.PRESENT) == entered
        assert report.count(AttachState.ADDED) == 100 - entered
        assert demand_sound(workspace).items == 100
        assert len(list(workspace.originals.stored())) == 100
