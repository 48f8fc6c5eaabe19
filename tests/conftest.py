"""What every test may ask for."""

import logging
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from app.framework.schema import Framework
from app.isolation import Workers
from app.workspace.making import create_workspace
from app.workspace.opening import Workspace, open_workspace
from tests.support.workspaces import COUNTY, copy_workspace, lushan

REPO = Path(__file__).resolve().parent.parent

#: A busy computer is slow, and no test fails for that.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The built-in indicator set, read once."""
    return lushan()


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Path:
    """The office's workspace as it is when new, to be copied and never opened itself."""
    path = tmp_path_factory.mktemp("template") / "office"
    create_workspace(path, framework, COUNTY)
    return path


@pytest.fixture(scope="session")
def unit_template(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Path:
    """The workspace of 县司法局, likewise."""
    path = tmp_path_factory.mktemp("template") / "unit"
    create_workspace(path, framework, COUNTY, "县司法局")
    return path


@pytest.fixture
def workspace(tmp_path: Path, office_template: Path) -> Iterator[Workspace]:
    """An office workspace of the invented county, open for writing."""
    with open_workspace(copy_workspace(office_template, tmp_path / "示例县创建")) as opened:
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
