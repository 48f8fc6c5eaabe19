"""Whose a record is: neither side changes what the other one entered."""

import pytest
from sqlalchemy import select

from app.errors import NotOwnUnit, OwnedByOffice, OwnedByUnit
from app.evidence.items import ItemEdit, edit_item, remove_items
from app.evidence.moving import take_away
from app.evidence.placements import place_item, reorder
from app.evidence.places import Target
from models import EvidenceItem, Placement
from tests.support.county import (
    dump,
    office_word,
)


class TestOwnership:
    def test_the_office_changes_nothing_of_a_units(self, county, unit):
        office = county.office
        item = unit.attach("甲", "甲")
        unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "1.zip"))
        with office.workspace.database.reading() as session:
            placements = session.scalars(select(Placement.id).order_by(Placement.position)).all()
        before = dump(office.path)
        attempts = (
            lambda: edit_item(office.workspace, item, ItemEdit(title="改")),
            lambda: remove_items(office.workspace, [item]),
            lambda: take_away(office.workspace, [placements[0]]),
            lambda: reorder(office.workspace, placements[::-1]),
        )
        for attempt in attempts:
            with pytest.raises(OwnedByUnit):
                attempt()
        assert dump(office.path) == before

    def test_the_office_adds_beside_it_and_no_package_takes_that_away(self, county, unit):
        office = county.office
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        own = office.attach("代填", "代填", unit=unit.name)
        used = place_item(office.workspace, item, Target("63", "材料查证", unit.name, 1))
        edit_item(unit.workspace, item, ItemEdit(title="改过"))
        office.merge(unit.submit(county.stick / "2.zip"))
        with office.workspace.database.reading() as session:
            assert session.get_one(EvidenceItem, own).by_office is True
            assert session.get_one(Placement, used).by_office is True
        assert office.titles == {"改过", "代填"}
        # The unit sees what was entered in its stead, and leaves it alone.
        unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        assert unit.titles == {"改过", "代填"}
        assert office_word(unit, unit.unit_id) == office_word(office, unit.unit_id)
        with pytest.raises(OwnedByOffice):
            remove_items(unit.workspace, [own])
        remove_items(office.workspace, [own])
        unit.merge(county.answer(unit.name, county.stick / "r2.zip"))
        assert unit.titles == {"改过"}

    def test_a_unit_enters_nothing_for_another(self, county, unit):
        with pytest.raises(NotOwnUnit):
            unit.attach("甲", "甲", unit="县财政局")

    def test_the_units_order_wins(self, county, unit):
        for name in "甲乙丙":
            unit.attach(name, name)
        county.office.merge(unit.submit(county.stick / "1.zip"))
        with unit.workspace.database.reading() as session:
            ids = session.scalars(select(Placement.id).order_by(Placement.position)).all()
        reorder(unit.workspace, ids[::-1])
        county.office.merge(unit.submit(county.stick / "2.zip"))
        with county.office.workspace.database.reading() as session:
            seen = session.scalars(select(Placement.id).order_by(Placement.position)).all()
        assert seen == ids[::-1]
