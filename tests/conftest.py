"""What every test may ask for."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.framework.schema import Framework
from app.isolation import Workers
from app.workspace.opening import Workspace
from tests.support.workspaces import lushan, make_workspace

REPO = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The built-in indicator set, read once."""
    return lushan()


@pytest.fixture
def workspace(tmp_path: Path, framework: Framework) -> Iterator[Workspace]:
    """An office workspace of the invented county, open for writing."""
    with make_workspace(tmp_path / "示例县创建", framework) as opened:
        yield opened


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """The worker processes, started once for all tests that convert."""
    with Workers() as pool:
        yield pool


@pytest.fixture
def samples() -> Path:
    """Real files made by others, where somebody laid them beside the checkout."""
    folder = REPO.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the sample files are not beside the checkout")
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert not [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
