"""The command line, run in this process."""

import json
import re
from typing import Any

import pytest

from app.cli.application import app
from app.cli.localise import run

HAN = re.compile(r"[\u4e00-\u9fff]")


class Cli:
    """Runs commands and gives what they printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        """The exit code, what was printed, and what was complained of."""
        code, complaint = run(app, [str(a) for a in arguments], "juanzong")
        captured = self._capsys.readouterr()
        return code, captured.out, captured.err + complaint

    def text(self, *arguments: object, code: int = 0) -> str:
        """All the words of a command, which must end with this exit code."""
        exit_code, out, err = self(*arguments)
        assert exit_code == code, out + err
        return out + err

    def json(self, *arguments: object, code: int = 0) -> Any:
        """The document of a command, which must end with this exit code."""
        exit_code, out, err = self(*arguments, "--json")
        assert exit_code == code, err
        return json.loads(out)
