"""The program in a real window: an X server, a mouse and keys, from the first start to a PDF."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

REPO = Path(__file__).resolve().parents[2]
#: Cover, indicator, catalogue, divider and end sheet.
SHEETS = 5


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a display of our own, so that nobody's mouse is taken away."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as stream:
            number = stream.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def test_from_the_first_start_to_a_dossier(display, tmp_path):
    files = [tmp_path / f"{n} 关于开展案卷评查的通知.txt" for n in range(1, 4)]
    for number, file in enumerate(files):
        file.write_text(f"关于开展案卷评查的通知 {number}\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(REPO),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    folder = tmp_path / "workspace"
    command = [sys.executable, "-m", "tests.gui.pilot", str(folder), *map(str, files)]
    done = subprocess.run(
        command, cwd=REPO, env=environment, capture_output=True, encoding="utf-8", timeout=240
    )
    assert done.stdout, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert "stuck" not in seen, (seen, done.stderr)
    assert done.returncode == 0, done.stderr
    assert seen["county"] == "示例县"
    assert seen["attached"] == sorted(file.name for file in files)
    (made,) = seen["dossiers"]
    with pikepdf.open(made) as pdf:
        assert len(pdf.pages) == SHEETS + len(files)
