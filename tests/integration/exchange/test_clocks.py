"""Computers whose clocks are wrong: packages and keys of a day long gone, or that has not come."""

from datetime import UTC, datetime

import pytest

from app.exchange.service import ExchangeService
from app.identity.service import Identity
from app.workspace.opening import open_workspace
from tests.support.county import LAST_YEAR, Partner, workers_of_all


def set_clock(partner: Partner, moment: datetime) -> None:
    """Close the workspace and open it at another time."""
    partner.close()
    partner.workspace = open_workspace(partner.path, clock=lambda: moment)
    partner.identity = Identity(partner.workspace)
    partner.exchange = ExchangeService(
        partner.workspace, workers_of_all(), partner.identity, lambda: LAST_YEAR
    )


@pytest.mark.parametrize("years", [(1981, 2099), (2099, 2026), (2026, 1981)])
def test_work_travels_whatever_the_clocks_say(county, unit, office, years):
    first, second = (datetime(year, 2, 28, 23, 59, 59, tzinfo=UTC) for year in years)
    set_clock(unit, first)
    unit.attach("总结", "一")
    office.merge(unit.submit(county.stick / "一.zip"))
    unit.merge(county.answer(unit.name, county.stick / "退.zip"))
    set_clock(unit, second)
    set_clock(office, first)
    unit.attach("补充", "二")
    office.merge(unit.submit(county.stick / "二.zip"))
    assert office.titles == unit.titles == {"总结", "补充"}
