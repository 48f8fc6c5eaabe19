"""Taking the latest merge back."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.evidence.items import ItemEdit, edit_item, remove_items
from app.exchange.merge.errors import (
    BatchNotUndone,
    Built,
    MergeBuiltUpon,
    MergeNotUndoable,
    MergeUnknown,
)
from app.exchange.merge.notices import Notice, NoticeKind
from app.exchange.merge.standing import Standing
from app.exchange.rounds import merge_each, preview_each
from app.framework.keys import SlotKey
from app.review.service import accept_slots
from app.wording.errors import describe_error
from models import PackageRecord, Submission
from models.vocabulary import PackageState
from tests.support.county import JOB, dump


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
            county.office.workspace, [SlotKey(row.indicator_code, row.task_code, row.unit_id)]
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


class TestUndoTogether:
    def merged(self, county, *submissions):
        """Packages merged in one go, as the window and the command line do it."""
        exchange = county.office.exchange
        arrivals = preview_each(exchange, [(path,) for path in submissions], JOB)
        arrivals = [replace(a, trust=a.report.fingerprint) for a in arrivals]
        merged = merge_each(exchange, arrivals, JOB)
        assert all(a.error is None for a in merged)
        return [a.report.header.id for a in merged]

    def three(self, county):
        """Two packages of one unit and one of another."""
        first, other = county.units[0], county.units[1]
        first.attach("甲", "甲")
        paths = [first.submit(county.stick / "1.zip")]
        first.attach("乙", "乙")
        paths.append(first.submit(county.stick / "2.zip"))
        other.attach("丙", "丙")
        paths.append(other.submit(county.stick / "3.zip"))
        return self.merged(county, *paths)

    def test_two_packages_of_one_sender_are_undone_with_the_rest(self, county):
        before = dump(county.office.path)
        packages = self.three(county)
        assert county.office.titles == {"甲", "乙", "丙"}
        county.office.exchange.undo_all(packages)
        assert dump(county.office.path) == before
        states = {row.state for row in county.office.exchange.history() if not row.sent}
        assert states == {PackageState.UNDONE}

    def test_one_that_something_rests_on_keeps_all_of_them(self, county):
        packages = self.three(county)
        with county.office.workspace.database.reading() as session:
            row = session.scalars(
                select(Submission).where(Submission.unit_id == county.units[1].unit_id)
            ).one()
        accept_slots(
            county.office.workspace, [SlotKey(row.indicator_code, row.task_code, row.unit_id)]
        )
        before = dump(county.office.path)
        with pytest.raises(BatchNotUndone) as caught:
            county.office.exchange.undo_all(packages)
        assert (caught.value.count, caught.value.what) == (3, Built.DECISIONS)
        assert caught.value.sender == county.units[1].name
        assert "这 3 个包都没有撤销" in describe_error(caught.value).reason
        assert dump(county.office.path) == before

    def test_one_that_was_undone_alone_keeps_the_rest_and_says_so(self, county):
        packages = self.three(county)
        county.office.exchange.undo(packages[2])
        before = dump(county.office.path)
        with pytest.raises(BatchNotUndone) as caught:
            county.office.exchange.undo_all(packages)
        assert caught.value.what is Built.LATER_PACKAGE
        assert dump(county.office.path) == before

    def test_of_a_senders_packages_the_later_one_goes_first(self, county):
        packages = self.three(county)
        exchange = county.office.exchange
        ours = [row.sequence for row in exchange.history() if row.undoable]
        assert len(ours) == 2  # one of each sender
        early = next(
            p for p in packages if p not in {row.id for row in exchange.history() if row.undoable}
        )
        with pytest.raises(MergeUnknown):
            exchange.undo(early)
        late = next(
            row.id for row in exchange.history() if row.undoable and row.peer == self.peer(county)
        )
        exchange.undo(late)
        exchange.undo(early)
        assert county.office.titles == {"丙"}

    def peer(self, county):
        return county.units[0].unit_id

    def test_a_later_go_ends_the_one_before(self, county):
        packages = self.three(county)
        county.units[0].attach("丁", "丁")
        self.merged(county, county.units[0].submit(county.stick / "4.zip"))
        with pytest.raises(BatchNotUndone):
            county.office.exchange.undo_all(packages)
