"""A small county whose office and units exchange packages."""

from pathlib import Path

import pytest

from app.checkup.checking import check_workspace
from tests.support.county import (
    JOB,
    UNITS,
    Partner,
    copy_county,
    make_county,
    open_county,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("county") / "县"
    make_county(root, UNITS)
    return root


@pytest.fixture
def county(template, tmp_path):
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened
        for partner in (opened.office, *opened.units):
            assert check_workspace(partner.workspace, JOB).sound


@pytest.fixture
def unit(county) -> Partner:
    return county.units[0]


@pytest.fixture
def office(county) -> Partner:
    return county.office


@pytest.fixture
def money(county) -> Partner:
    """The second unit."""
    return county.units[1]
