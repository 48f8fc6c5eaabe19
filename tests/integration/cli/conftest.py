"""The command line, and a workspace that it made."""

from pathlib import Path

import pytest

from tests.support.cli import Cli


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def ws(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    path = tmp_path / "示例县创建"
    Cli(capsys).json("init", path, "--county", "示例县")
    return path
