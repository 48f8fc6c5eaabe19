"""网络检索记录 in packages: merged, undone, and changed by their owner only."""

from dataclasses import replace

import pytest

from app.errors import OwnedByOffice, OwnedByUnit
from app.verification.notes import add_note, alter_note, read_notes, withdraw_note
from app.verification.slots import Slot
from app.verification.web_check.lookups import (
    LOOKUPS,
    Lookup,
)
from app.workspace.opening import Workspace
from models.verification import LookupResult

SLOT = Slot("县司法局", "6", "web_check")
SAID = Lookup(
    "www.example.gov.cn/zwgk", "行政执法公示", "2026-03-05", "张三", LookupResult.CONFIRMED
)


def lookups(workspace: Workspace) -> list[tuple[Slot, Lookup]]:
    with workspace.database.reading() as session:
        return [(row.slot, row.said) for row in read_notes(session, LOOKUPS)]


def test_it_travels_and_belongs_to_the_unit(county, unit):
    office, slot = county.office, replace(SLOT, unit=unit.name)
    number = add_note(unit.workspace, LOOKUPS, slot, SAID)
    office.merge(unit.submit(county.stick / "1.zip"))
    assert lookups(office.workspace) == [(slot, SAID)]
    with pytest.raises(OwnedByUnit):
        alter_note(office.workspace, LOOKUPS, number, replace(SAID, note="改"))
    alter_note(unit.workspace, LOOKUPS, number, replace(SAID, note="已公示"))
    office.merge(unit.submit(county.stick / "2.zip"))
    assert lookups(office.workspace) == [(slot, replace(SAID, note="已公示"))]
    office.exchange.undo()
    assert lookups(office.workspace) == [(slot, SAID)]
    withdraw_note(unit.workspace, LOOKUPS, number)
    office.merge(unit.submit(county.stick / "3.zip"))
    assert lookups(office.workspace) == []


def test_what_the_office_noted_comes_back_and_stays_the_offices(county, unit):
    office, slot = county.office, replace(SLOT, unit=unit.name)
    number = add_note(office.workspace, LOOKUPS, slot, SAID)
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    assert lookups(unit.workspace) == [(slot, SAID)]
    with pytest.raises(OwnedByOffice):
        withdraw_note(unit.workspace, LOOKUPS, number)
