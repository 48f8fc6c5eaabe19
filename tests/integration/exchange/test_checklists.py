"""Checklists are adopted by the office, travel in task packages, and are answered by units."""

import pytest

from app.completeness.checklists import (
    ChecklistSaid,
    load_checklists,
    load_expectations,
    put_checklists,
    say_complete,
    suggestions,
)
from app.completeness.errors import ChecklistTooLong
from app.completeness.marks import MarkPlace
from app.errors import OwnedByUnit
from app.exchange.merge.errors import RecordImpossible
from app.framework.keys import PointKey
from app.workspace.errors import OfficeOnly
from tests.support.forging import forged

POINT = PointKey("60", "material_check", 1)


def expected(partner):
    with partner.workspace.database.reading() as session:
        return load_expectations(session)


def test_lists_are_adopted_changed_and_taken_back(county):
    workspace = county.office.workspace
    all_of_them = suggestions(workspace.facts.framework)
    assert len(all_of_them) > 30
    before = put_checklists(workspace, all_of_them)
    assert len(before) == len(all_of_them)
    assert put_checklists(workspace, all_of_them) == ()
    changed = put_checklists(workspace, [ChecklistSaid(POINT, (" 通知 ", "", "通知", "照片"))])
    with workspace.database.reading() as session:
        assert load_checklists(session)[str(POINT)] == ("通知", "照片")
    put_checklists(workspace, changed)
    put_checklists(workspace, before)
    assert expected(county.office).lists == {}
    with pytest.raises(ChecklistTooLong):
        put_checklists(workspace, [ChecklistSaid(POINT, tuple(map(str, range(13))))])


def test_units_get_the_lists_and_say_what_is_complete(county):
    office, unit = county.office, county.units[0]
    with pytest.raises(OfficeOnly):
        put_checklists(unit.workspace, [ChecklistSaid(POINT, ("通知",))])
    put_checklists(office.workspace, [ChecklistSaid(POINT, ("通知", "记录"))])
    report = unit.merge(county.answer(unit.name, county.stick / "ground.zip"))
    assert report.applied.ground.checklists == 1
    assert expected(unit).lists == {str(POINT): ("通知", "记录")}
    place = MarkPlace(unit.name, "60", "material_check", 1)
    assert say_complete(unit.workspace, place, complete=True)
    assert not say_complete(unit.workspace, place, complete=True)
    office.merge(unit.submit(county.stick / "1.zip", full=True))
    assert expected(office).said == {(str(POINT), unit.name)}
    package = office.exchange.undo()
    assert expected(office).said == frozenset()
    assert package
    office.merge(county.stick / "1.zip")
    assert expected(office).said == {(str(POINT), unit.name)}
    with pytest.raises(OwnedByUnit):
        say_complete(office.workspace, place, complete=False)
    assert say_complete(unit.workspace, place, complete=False)
    office.merge(unit.submit(county.stick / "2.zip", full=True))
    assert expected(office).said == frozenset()
    put_checklists(office.workspace, [ChecklistSaid(POINT, ())])
    unit.merge(county.answer(unit.name, county.stick / "ground2.zip"))
    assert expected(unit).lists == {}


def test_a_list_of_a_point_that_the_set_lacks_is_refused(county, tmp_path):
    unit = county.units[0]
    put_checklists(county.office.workspace, [ChecklistSaid(POINT, ("通知", "记录"))])
    package = county.answer(unit.name, county.stick / "ground.zip")

    def elsewhere(content):
        content["base"]["checklists"][0]["point_number"] = 99

    path = forged(county.office, package, tmp_path / "x.zip", elsewhere)
    with pytest.raises(RecordImpossible):
        unit.merge(path)
    assert expected(unit).lists == {}
