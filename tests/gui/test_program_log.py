"""The program's own log and its crash report: entries stay whole, the login stays here."""

import logging
from pathlib import Path

import pytest

from ui.crash import report_of, start_logging


@pytest.fixture
def written(tmp_path):
    """Log one message; gives what the file holds."""
    root = logging.getLogger()
    before = list(root.handlers)

    def write(message, error=None):
        path = tmp_path / "log" / "juanzong.log"
        start_logging(path)
        logging.getLogger("test").warning("%s", message, exc_info=error)
        for handler in set(root.handlers) - set(before):
            handler.close()
            root.removeHandler(handler)
        return path.read_text("utf-8")

    return write


FORGED = "a\n2026-01-01 00:00:00,000 CRITICAL juanzong forged\r\x1b[2J\u2028\u202eb"


def test_a_name_with_line_breaks_forges_no_entry(written):
    text = written(FORGED, ValueError(FORGED))
    lines = text.splitlines()
    assert "WARNING test a" in lines[0]
    assert all(line.startswith("    ") for line in lines[1:]), text
    assert not set(text) & set("\r\x1b\u2028\u202e")


def test_a_report_of_a_crash_does_not_name_the_login(monkeypatch):
    home = Path("/home/loginname7q")
    monkeypatch.setattr(Path, "home", lambda: home)
    error = FileNotFoundError(2, "no such file", str(home / "案卷.pdf"))
    assert "loginname7q" not in report_of(error)
    assert "~/案卷.pdf" in report_of(error)
