"""A sound package, and what opening a forged one comes to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.envelope.opening import open_package
from app.exchange.errors import (
    PackageError,
)
from app.jobs import SilentJob
from app.signatures.sealing import Opener
from tests.support.packages import (
    a_package,
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return a_package(tmp_path).paths[0]


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., PackageError]:
    """Open what must be refused; makes sure that nothing of it was left behind."""

    def attempt(*paths: Path, opener: Opener | None = None) -> PackageError:
        scratch = tmp_path / "scratch"
        before = {p for p in tmp_path.rglob("*") if scratch not in p.parents}
        with (
            pytest.raises(PackageError) as caught,
            open_package(
                paths, job=SilentJob(), opener=opener, scratch=scratch, unpack=lambda _: True
            ),
        ):
            pytest.fail("the package was opened")
        assert list(scratch.iterdir()) == []
        after = {p for p in tmp_path.rglob("*") if scratch not in p.parents}
        assert after - before <= {scratch}
        return caught.value

    return attempt
