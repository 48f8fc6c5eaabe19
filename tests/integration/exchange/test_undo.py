"""Taking the latest merge back."""

import pytest
from sqlalchemy import select

from app.exchange.merge.errors import (
    Built,
    MergeBuiltUpon,
    MergeNotUndoable,
    MergeUnknown,
)
from app.exchange.merge.notices import Notice, NoticeKind
from app.exchange.merge.standing import Standing
from app.intake.items import ItemEdit, edit_item, remove_items
from app.review.basis import SlotKey
from app.review.service import accept_slots
from models import PackageRecord, Submission
from tests.support.county import dump


class TestUndo:
    def test_everything_is_as_it_was_and_the_package_can_come_again(self, county, unit):
        office = county.office
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        edit_item(unit.workspace, item, ItemEdit(title="改过"))
        second = unit.attach("乙", "乙")
        remove_items(unit.workspace, [second])
        before = dump(office.path)
        path = unit.submit(county.stick / "2.zip")
        office.merge(path)
        after = dump(office.path)
        office.exchange.undo()
        assert dump(office.path) == before
        assert office.merge(path).applied.standing is Standing.NEWER
        assert dump(office.path) == after

    def test_an_undone_package_is_not_said_to_be_lost(self, county, unit):
        office = county.office
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "2.zip"))
        office.exchange.undo()
        report = office.merge(unit.submit(county.stick / "3.zip"))
        assert report.applied.notices == (Notice(NoticeKind.UNDONE, (2,)),)
        assert [(p.gaps, p.undone) for p in office.exchange.partners()] == [((), (2,))]

    def test_only_the_latest_one_and_only_while_nothing_rests_on_it(self, county, unit):
        office = county.office
        with pytest.raises(MergeUnknown):
            office.exchange.undo()
        unit.attach("甲", "甲")
        first = office.merge(unit.submit(county.stick / "1.zip")).header.id
        unit.attach("乙", "乙", "63")
        office.merge(unit.submit(county.stick / "2.zip"))
        with pytest.raises(MergeUnknown):
            office.exchange.undo(first)
        county.answer(unit.name, county.stick / "r.zip")
        with pytest.raises(MergeBuiltUpon) as caught:
            office.exchange.undo()
        assert caught.value.what is Built.RETURN_PACKAGE

    def test_a_decision_keeps_the_merge(self, county, unit):
        unit.attach("甲", "甲")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        with county.office.workspace.database.reading() as session:
            row = session.scalars(select(Submission)).one()
        accept_slots(
            county.office.workspace, [SlotKey(row.indicator_code, row.method, row.unit_id)]
        )
        with pytest.raises(MergeBuiltUpon) as caught:
            county.office.exchange.undo()
        assert caught.value.what is Built.DECISIONS

    def test_what_the_office_hands_down_stays(self, county, unit):
        unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        with unit.workspace.database.reading() as session:
            package = session.scalars(
                select(PackageRecord.id).where(PackageRecord.sent.is_(False))
            ).first()
        with pytest.raises(MergeNotUndoable):
            unit.exchange.undo(package)
