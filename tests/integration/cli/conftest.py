"""The command line, and a workspace for it."""

from pathlib import Path

import pytest

from tests.support.cli import Cli
from tests.support.workspaces import copy_workspace


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def ws(office_template: Path, tmp_path: Path) -> Path:
    return copy_workspace(office_template, tmp_path / "示例县创建")
