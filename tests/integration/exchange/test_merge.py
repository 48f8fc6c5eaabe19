"""Packages between real workspaces: what arrives, and what a preview tells of it."""

import pytest
from sqlalchemy import select

from app.completeness.figures import place_of, state_figure, withdraw_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.completeness.reading import read_figures
from app.errors import OwnedByUnit
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.exchange.kinds import PackageKind
from app.exchange.merge.decide import Change
from app.exchange.merge.notices import MergeNotice, NoticeKind
from app.exchange.merge.standing import PackageStanding
from app.exchange.service import group_parts
from app.framework.keys import SlotKey
from app.review.listing import returned_rows
from app.review.reading import facts_of
from app.review.service import Ruling, accept_slots, decide
from app.review.states import state_of
from app.review.vocabulary import SlotStage
from app.workspace.unit_editing import change_units
from models import Event, EvidenceItem, ReceivedEvent, Submission
from models.vocabulary import ReviewDecision
from tests.support.county import (
    JOB,
    dump,
    ground,
    own_work,
    seen_by_office,
)


class TestArriving:
    def test_the_task_package_made_the_units_workspace(self, county, unit):
        assert unit.workspace.facts.unit_name == "县司法局"
        assert ground(unit) == ground(county.office)

    def test_what_a_unit_did_is_at_the_office(self, county, unit):
        first, second = unit.attach("甲", "甲"), unit.attach("乙", "乙")
        edit_item(unit.workspace, first, ItemEdit(title="改过", doc_number="示政〔2021〕1号"))
        remove_items(unit.workspace, [second])
        report = county.office.merge(unit.submit(county.stick / "1.zip"))
        assert report.applied.standing is PackageStanding.FIRST
        assert seen_by_office(county.office, unit.unit_id) == own_work(unit)
        with county.office.workspace.database.reading() as session:
            assert session.get_one(EvidenceItem, first).by_office is False
            assert session.scalars(select(Submission)).one().by_office is False

    def test_only_what_the_office_lacks_travels(self, county, unit):
        unit.attach("甲", "甲")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        unit.attach("乙", "乙")
        again = unit.pack(PackageKind.SUBMISSION, county.stick / "2.zip")
        assert again.originals == 2  # nobody has confirmed the first one yet
        unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        county.office.merge(county.stick / "2.zip")
        assert unit.pack(PackageKind.SUBMISSION, county.stick / "3.zip").originals == 1
        assert unit.pack(PackageKind.SUBMISSION, county.stick / "4.zip", full=True).originals == 2

    def test_a_package_mends_an_altered_original(self, county, unit):
        unit.attach("甲", "甲")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        store = county.office.workspace.originals
        (sha256,) = store.stored()
        kept = store.path(sha256)
        kept.chmod(0o600)
        kept.write_text("乙", encoding="utf-8")
        unit.pack(PackageKind.SUBMISSION, county.stick / "2.zip", full=True)
        report = county.office.merge(county.stick / "2.zip")
        assert (report.stored_originals, report.mended_originals) == (1, 1)
        assert store.intact(sha256)
        with county.office.workspace.database.reading() as session:
            assert session.scalars(select(Event).where(Event.action == "original.mended")).one()
        unit.pack(PackageKind.SUBMISSION, county.stick / "3.zip", full=True)
        report = county.office.merge(county.stick / "3.zip")
        assert (report.stored_originals, report.mended_originals) == (0, 0)

    def test_the_original_of_a_removed_item_stays_at_home(self, county, unit):
        item = unit.attach("私事", "不该报送的内容")
        remove_items(unit.workspace, [item])
        packed = unit.pack(PackageKind.SUBMISSION, county.stick / "1.zip")
        assert packed.originals == 0

    def test_a_damaged_original_does_not_keep_the_others_back(self, county, unit):
        unit.attach("甲", "甲")
        bad = unit.attach("乙", "乙")
        with unit.workspace.database.reading() as session:
            sha256 = session.get_one(EvidenceItem, bad).revisions[0].blob_sha256
        place = unit.workspace.originals.path(sha256)
        place.chmod(0o600)
        good = place.read_bytes()
        place.write_bytes(b"x" * len(good))
        packed = unit.pack(PackageKind.SUBMISSION, county.stick / "1.zip")
        assert (packed.originals, packed.lacking) == (1, (sha256,))
        report = county.office.merge(county.stick / "1.zip")
        assert report.missing_originals == (sha256,)
        # The number that the first attempt used up was never written, so it is no gap.
        assert report.applied.notices == ()
        assert [p.gaps for p in county.office.exchange.partners()] == [()]
        place.write_bytes(good)
        county.office.merge(unit.submit(county.stick / "2.zip"))

    def test_a_lost_package_is_named_and_blocks_nothing(self, county, unit):
        unit.attach("甲", "甲")
        lost = unit.submit(county.stick / "1.zip")
        unit.attach("乙", "乙")
        report = county.office.merge(unit.submit(county.stick / "2.zip"))
        assert report.applied.notices == (MergeNotice(NoticeKind.GAP, (1,)),)
        assert [p.gaps for p in county.office.exchange.partners()] == [(1,)]
        before = dump(county.office.path)
        assert county.office.merge(lost).applied.standing is PackageStanding.LATE
        assert dump(county.office.path) == before
        assert [p.gaps for p in county.office.exchange.partners()] == [()]

    def test_the_senders_log_comes_along(self, county, unit):
        unit.attach("甲", "甲")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        with county.office.workspace.database.reading() as session:
            actions = [e.action for e in session.scalars(select(ReceivedEvent))]
        assert actions[0] == "workspace.created"
        assert {"item.attached", "slot.submitted", "package.made"} <= set(actions)

    def test_a_package_in_parts(self, county, unit):
        for n in range(4):
            unit.attach(f"大{n}", str(n) * 200_000)
        packed = unit.pack(PackageKind.SUBMISSION, county.stick / "大.zip", part_size=400_000)
        assert len(packed.written.paths) > 1
        assert group_parts(packed.written.paths[:1]) == (packed.written.paths,)
        report = county.office.exchange.preview(packed.written.paths, JOB)
        assert report.stored_originals == 4

    def test_sealed_both_ways(self, county, unit):
        unit.attach("甲", "甲")
        sealed = unit.submit(county.stick / "1.zip", seal=True)
        trust = unit.identity.keys().public.fingerprint
        assert county.office.exchange.merge([sealed], JOB, trust=trust).stored_originals == 1
        back = county.answer(unit.name, county.stick / "r.zip", seal=True)
        assert unit.exchange.merge([back], JOB).applied.standing is PackageStanding.NEWER


class TestPreview:
    def test_it_changes_nothing_and_tells_all(self, county, unit):
        office = county.office
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        with office.workspace.database.reading() as session:
            slot = session.scalars(select(Submission)).one()
        accept_slots(office.workspace, [SlotKey(slot.indicator_code, slot.task_code, slot.unit_id)])
        edit_item(unit.workspace, item, ItemEdit(title="另题"))
        unit.attach("乙", "乙", "63")
        path = unit.submit(county.stick / "2.zip", submit=False)
        before = dump(office.path)
        report = office.exchange.preview([path], JOB)
        assert dump(office.path) == before
        assert report.applied.decisions["items"].of(Change.CHANGED) == (item,)
        assert report.effects is not None
        assert [e.indicator for e in report.effects.indicators] == ["63"]
        assert [s.after for s in report.effects.stages] == [SlotStage.RECHECK, SlotStage.PREPARING]
        assert len(report.effects.stale) == 1
        assert report.stored_originals == 1


def test_the_offices_newest_word_counts_in_any_order(county, unit):
    office = county.office
    first = county.answer(unit.name, county.stick / "r1.zip")
    change_units(office.workspace, lambda s: s.renaming(unit.unit_id, "示例县司法局"))
    task = office.pack(PackageKind.TASK, county.stick / "t.zip", "示例县司法局").written.paths[0]
    unit.merge(task)
    assert unit.workspace.facts.unit_name == "示例县司法局"
    assert unit.merge(first).applied.standing is PackageStanding.LATE
    assert unit.workspace.facts.unit_name == "示例县司法局"
    assert ground(unit) == ground(office)


def test_a_withdrawn_figure_is_withdrawn_at_the_office(county, unit):
    workspace, office = unit.workspace, county.office.workspace
    place = place_of(workspace.facts.framework, "68", "material_check", 4)
    text = place.thresholds[0].text

    def figures() -> list[float]:
        with office.database.reading() as session:
            return [row.value for row in read_figures(session)]

    told = []
    for number, value in enumerate((82.0, None, 90.0)):
        with workspace.database.writing() as work:
            if value is None:
                withdraw_figure(work, place, unit.unit_id, text)
            else:
                state_figure(work, place, unit.unit_id, value, text)
            work.commit()
        path = unit.submit(county.stick / f"{number}.zip", full=True)
        county.office.merge(path)
        told.append(figures())
        if value is None:
            with office.database.writing() as work:
                state_figure(work, place, unit.unit_id, 50.0, text)
                work.commit()
    assert told == [[82.0], [], [90.0]]
    county.office.merge(county.stick / "1.zip")  # a late one takes nothing back
    assert figures() == [90.0]


def test_the_figures_of_years_travel_beside_one_of_no_year(county, unit):
    workspace, office = unit.workspace, county.office.workspace
    place = place_of(workspace.facts.framework, "67", "material_check", 2)

    def figures() -> dict[int, float]:
        with office.database.reading() as session:
            return {row.year: row.value for row in read_figures(session)}

    with workspace.database.writing() as work:
        for year, value in ((0, 90.0), (2019, 96.0), (2020, 97.0)):
            state_figure(work, place, unit.unit_id, value, None, year)
        work.commit()
    county.office.merge(unit.submit(county.stick / "1.zip", full=True))
    assert figures() == {0: 90.0, 2019: 96.0, 2020: 97.0}
    with workspace.database.writing() as work:
        withdraw_figure(work, place, unit.unit_id)
        state_figure(work, place, unit.unit_id, 98.0, None, 2020)
        work.commit()
    county.office.merge(unit.submit(county.stick / "2.zip", full=True))
    assert figures() == {2019: 96.0, 2020: 98.0}


def test_what_does_not_apply_arrives_and_is_withdrawn_again(county, unit):
    place = MarkPlace(unit.name, "60", "material_check", 1)
    slot = SlotKey("60", "material_check", unit.unit_id)

    def stage() -> SlotStage:
        with county.office.workspace.database.reading() as session:
            return state_of(facts_of(session, slot)).stage

    mark_not_applicable(unit.workspace, place, "没有这项职能")
    county.office.merge(unit.submit(county.stick / "1.zip", submit=True))
    assert stage() is SlotStage.SUBMITTED
    accept_slots(county.office.workspace, [slot])
    with pytest.raises(OwnedByUnit):
        withdraw_mark(county.office.workspace, place)
    mark_not_applicable(unit.workspace, place, "职能已划走")
    report = county.office.merge(unit.submit(county.stick / "2.zip", submit=False))
    assert report.applied.decisions["not_applicable"].of(Change.CHANGED)
    assert stage() is SlotStage.RECHECK
    withdraw_mark(unit.workspace, place)
    report = county.office.merge(unit.submit(county.stick / "3.zip"))
    assert report.applied.decisions["not_applicable"].of(Change.REMOVED)
    assert seen_by_office(county.office, unit.unit_id) == own_work(unit)


def test_restoring_a_removed_item_travels(county, unit):
    item = unit.attach("甲", "甲")
    remove_items(unit.workspace, [item])
    county.office.merge(unit.submit(county.stick / "1.zip"))
    restore_items(unit.workspace, [item])
    report = county.office.merge(unit.submit(county.stick / "2.zip"))
    assert (report.stored_originals, report.missing_originals) == (1, ())


def test_the_return_package_brings_what_was_judged_singly(county, unit):
    blurred, _ = unit.attach("甲", "甲"), unit.attach("乙", "乙")
    county.office.merge(unit.submit(county.stick / "1.zip"))
    office = county.office.workspace
    with office.database.reading() as session:
        row = session.scalars(select(Submission)).one()
    slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
    decide(office, [Ruling(slot, ReviewDecision.RETURNED, item=blurred, note="不清楚")])
    accept_slots(office, [slot])
    unit.merge(county.answer(unit.name, county.stick / "退.zip"))

    def seen():
        with unit.workspace.database.reading() as session:
            rows = returned_rows(session, unit.workspace.facts.framework, unit.unit_id)
            returned = [(r.item, r.reasons) for r in rows]
            return state_of(facts_of(session, slot)).stage, returned

    assert seen() == (SlotStage.RETURNED, [(blurred, "不清楚")])
    edit_item(unit.workspace, blurred, ItemEdit(title="重新扫描"))
    assert seen()[0] is SlotStage.RETURNED  # until it is handed in again
    county.office.merge(unit.submit(county.stick / "2.zip"))
    decide(office, [Ruling(slot, ReviewDecision.ACCEPTED, item=blurred)])
    unit.merge(county.answer(unit.name, county.stick / "退2.zip"))
    assert seen() == (SlotStage.ACCEPTED, [])
