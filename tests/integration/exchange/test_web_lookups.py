"""网络检索记录 in packages: merged, undone, and changed by their owner only."""

from dataclasses import replace

import pytest

from app.errors import OwnedByOffice, OwnedByUnit
from app.methods.slots import Slot
from app.methods.web_check import (
    Lookup,
    add_lookup,
    alter_lookup,
    read_lookups,
    withdraw_lookup,
)
from app.workspace.opening import Workspace
from models.methods import LookupResult

SLOT = Slot("县司法局", "6", "web_check")
SAID = Lookup(
    "www.example.gov.cn/zwgk", "行政执法公示", "2026-03-05", "张三", LookupResult.CONFIRMED
)


def lookups(workspace: Workspace) -> list[tuple[Slot, Lookup]]:
    with workspace.database.reading() as session:
        return [(row.slot, row.said) for row in read_lookups(session)]


def test_it_travels_and_belongs_to_the_unit(county, unit):
    office, slot = county.office, replace(SLOT, unit=unit.name)
    number = add_lookup(unit.workspace, slot, SAID)
    office.merge(unit.submit(county.stick / "1.zip"))
    assert lookups(office.workspace) == [(slot, SAID)]
    with pytest.raises(OwnedByUnit):
        alter_lookup(office.workspace, number, replace(SAID, note="改"))
    alter_lookup(unit.workspace, number, replace(SAID, note="已公示"))
    office.merge(unit.submit(county.stick / "2.zip"))
    assert lookups(office.workspace) == [(slot, replace(SAID, note="已公示"))]
    office.exchange.undo()
    assert lookups(office.workspace) == [(slot, SAID)]
    withdraw_lookup(unit.workspace, number)
    office.merge(unit.submit(county.stick / "3.zip"))
    assert lookups(office.workspace) == []


def test_what_the_office_noted_comes_back_and_stays_the_offices(county, unit):
    office, slot = county.office, replace(SLOT, unit=unit.name)
    number = add_lookup(office.workspace, slot, SAID)
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    assert lookups(unit.workspace) == [(slot, SAID)]
    with pytest.raises(OwnedByOffice):
        withdraw_lookup(unit.workspace, number)
