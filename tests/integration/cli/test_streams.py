"""Where the words of a command go: pipes that are closed, full media, terminals that obey."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.application import app
from app.cli.localise import run
from tests.support.cli import HAN
from tests.support.documents import text_pdf

ROOT = Path(__file__).parents[3]
START = "from app.cli.main import main; main()"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


def shell(end: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose streams go where ``end`` says; what is left comes back."""
    return subprocess.run(
        ["/bin/sh", "-c", f'"$0" -c "{START}" "$@" {end}', sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("typed", ["--x\x1b[31m", "--\u202ex", "x\x1b]8;;http://a\x07", "a\nb"])
def test_wrong_usage_quotes_what_was_typed_without_what_a_terminal_obeys(typed):
    for arguments in ([typed], ["init", typed, typed], ["inbox", typed], ["report", "x", typed]):
        _, complaint = run(app, arguments, "juanzong")
        assert not set(complaint) & set("\x1b\x07\n\u202e"), repr(complaint)


@posix_only
@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize("end", ["| head -n 1", "| true", ">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_pipe_ends_a_command_quietly(end, json):
    done = shell(end, "framework", "list", *json)
    assert b"Traceback" not in done.stderr + done.stdout
    assert b"Exception ignored" not in done.stderr


@posix_only
@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no medium that is always full")
def test_words_that_find_no_room_are_told_of(json):
    done = shell(">/dev/full", "framework", "list", *json)
    told = done.stderr.decode()
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert "磁盘空间不足" in told
    assert done.returncode == 1


@posix_only
@pytest.mark.parametrize("encoding", ["cp936", "ascii:strict", "latin-1", "utf-16"])
def test_whatever_encoding_the_console_has_pipes_get_utf8(encoding):
    done = shell("", "framework", "list", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert HAN.search(done.stdout.decode("utf-8"))


#: Commands that take long, each with what it needs; W stands for the workspace.
LONG = [
    ("attach", "W", "--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "F"),
    ("compile", "W"),
    ("print-plan", "W"),
    ("check", "W"),
    ("backup", "make", "W"),
]


@posix_only
def test_progress_goes_to_terminals_only(ws: Path, tmp_path: Path):
    paper = text_pdf(tmp_path / "通知.pdf", ["第一页"])
    places = {"W": str(ws), "F": str(paper)}
    for command in LONG:
        done = shell("", *(places.get(word, word) for word in command))
        assert (done.returncode, done.stderr.decode()) == (0, ""), command


@posix_only
def test_a_terminal_shows_progress(ws: Path):
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", START, "check", str(ws)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux ends a terminal so
            while piece := os.read(ours, 4096):
                shown += piece
        os.close(ours)
    assert running.returncode == 0
    assert "━" in shown.decode("utf-8", "replace")
