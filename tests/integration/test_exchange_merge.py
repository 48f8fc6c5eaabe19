"""Packages between real workspaces: what arrives, what is refused, what survives a kill."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from app.completeness.figures import place_of, state_figure, withdraw_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.completeness.reading import read_figures
from app.errors import NotOwnUnit, OwnedByOffice, OwnedByUnit
from app.evidence.listing import list_filed
from app.evidence.moving import take_away
from app.exchange.creating import create_from_task_package
from app.exchange.errors import PackageForSomebodyElse, PackageOfAnotherCounty
from app.exchange.kinds import PackageKind
from app.exchange.merge.decide import Change
from app.exchange.merge.errors import (
    Built,
    FrameworkDiffers,
    MergeBuiltUpon,
    MergeNotUndoable,
    MergeUnknown,
    OfficeWorkspaceNeeded,
    PackageDiverged,
    PackageSuperseded,
    PayloadInvalid,
    RecipientRequired,
    RecordOfAnotherOwner,
    UnitWorkspaceNeeded,
)
from app.exchange.merge.notices import Notice, NoticeKind
from app.exchange.merge.standing import Standing
from app.exchange.parts import OriginalEntry
from app.exchange.payload import MAIN, parse_payload, to_bytes
from app.exchange.reading import open_package
from app.exchange.service import group_parts
from app.exchange.writing import write_package
from app.identity.errors import FingerprintDiffers, PeerUnconfirmed
from app.intake.items import ItemEdit, edit_item, remove_items, restore_items
from app.intake.placements import place_item, reorder
from app.intake.requests import Target
from app.review.basis import SlotKey
from app.review.reading import facts_of
from app.review.service import accept_slots
from app.review.states import state_of
from app.review.vocabulary import Stage
from app.workspace.check import check_workspace
from app.workspace.framework_move import move_to_framework
from app.workspace.unit_editing import change_units
from models import EvidenceItem, PackageRecord, Placement, ReceivedEvent, Submission
from models.vocabulary import VerificationMethod
from tests.support.county import (
    JOB,
    Partner,
    copy_county,
    ground,
    make_county,
    office_word,
    open_county,
    own_work,
    seen_by_office,
)

UNITS = ("县司法局", "县财政局")


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


def dump(path: Path) -> dict[str, list]:
    """Every row of the tables that a merge writes; when an original was stored does not matter."""
    skipped = {"event", "package", "merge_snapshot", "sqlite_sequence", "trusted_key", "setting"}
    with closing(sqlite3.connect(path / "juanzong.db")) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {row[0] for row in tables} - skipped
        columns = dict.fromkeys(names, "*") | {"blob": "sha256"}
        return {
            name: sorted(map(repr, connection.execute(f"SELECT {columns[name]} FROM {name}")))
            for name in names
        }


class TestArriving:
    def test_the_task_package_made_the_units_workspace(self, county, unit):
        assert unit.workspace.facts.unit_name == "县司法局"
        assert ground(unit) == ground(county.office)

    def test_what_a_unit_did_is_at_the_office(self, county, unit):
        first, second = unit.attach("甲", "甲"), unit.attach("乙", "乙")
        edit_item(unit.workspace, first, ItemEdit(title="改过", doc_number="示政〔2021〕1号"))
        remove_items(unit.workspace, [second])
        report = county.office.merge(unit.submit(county.stick / "1.zip"))
        assert report.applied.standing is Standing.FIRST
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
        assert report.applied.notices == (Notice(NoticeKind.GAP, (1,)),)
        assert [p.gaps for p in county.office.exchange.partners()] == [(1,)]
        before = dump(county.office.path)
        assert county.office.merge(lost).applied.standing is Standing.LATE
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
        assert unit.exchange.merge([back], JOB).applied.standing is Standing.NEWER


class TestPreview:
    def test_it_changes_nothing_and_tells_all(self, county, unit):
        office = county.office
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        with office.workspace.database.reading() as session:
            slot = session.scalars(select(Submission)).one()
        accept_slots(office.workspace, [SlotKey(slot.indicator_code, slot.method, slot.unit_id)])
        edit_item(unit.workspace, item, ItemEdit(title="另题"))
        unit.attach("乙", "乙", "63")
        path = unit.submit(county.stick / "2.zip", submit=False)
        before = dump(office.path)
        report = office.exchange.preview([path], JOB)
        assert dump(office.path) == before
        assert report.applied.decisions["items"].of(Change.CHANGED) == (item,)
        assert report.effects is not None
        assert [e.indicator for e in report.effects.indicators] == ["63"]
        assert [s.after for s in report.effects.stages] == [Stage.RECHECK, Stage.PREPARING]
        assert len(report.effects.stale) == 1
        assert report.stored_originals == 1


class TestRefusals:
    def test_an_unknown_key(self, county, unit):
        path = unit.submit(county.stick / "1.zip")
        with pytest.raises(PeerUnconfirmed):
            county.office.exchange.merge([path], JOB)
        with pytest.raises(FingerprintDiffers):
            county.office.exchange.merge([path], JOB, trust="00000")
        county.office.merge(path)
        county.office.exchange.merge([path], JOB)  # once is enough

    def test_a_package_for_somebody_else(self, county, unit):
        task = county.office.pack(PackageKind.TASK, county.stick / "t.zip", "县财政局")
        for partner in (unit, county.office):
            with pytest.raises(PackageForSomebodyElse):
                partner.merge(task.written.paths[0])
        with pytest.raises(PackageForSomebodyElse):
            county.units[1].merge(unit.submit(county.stick / "1.zip"))

    def test_a_package_of_another_county(self, county, unit, tmp_path):
        path = unit.submit(county.stick / "1.zip")
        with open_package([path], job=JOB) as package:
            documents = {name: package.document(name) for name in package.documents}
            header = package.header.model_copy(update={"county": "别处县"})
        signer = unit.identity.keys().signer
        written = write_package(tmp_path / "x.zip", header, documents, (), signer, job=JOB)
        with pytest.raises(PackageOfAnotherCounty):
            county.office.merge(written.paths[0])

    def test_each_side_makes_its_own_kind(self, county, unit):
        with pytest.raises(UnitWorkspaceNeeded):
            county.office.pack(PackageKind.SUBMISSION, county.stick / "x.zip")
        with pytest.raises(OfficeWorkspaceNeeded):
            unit.pack(PackageKind.RETURN, county.stick / "x.zip", unit.name)
        with pytest.raises(RecipientRequired):
            county.office.pack(PackageKind.TASK, county.stick / "x.zip")

    def test_another_indicator_set_until_the_task_package_was_taken(self, county, unit):
        item = unit.attach("甲", "甲")
        office = county.office
        newer = office.workspace.facts.framework.model_copy(update={"version": "1.1"})
        move_to_framework(office.workspace, newer)
        with pytest.raises(FrameworkDiffers):
            office.merge(unit.submit(county.stick / "1.zip"))
        report = unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        assert report.applied.ground.framework == "lushan-2021@1.1"
        office.merge(unit.submit(county.stick / "2.zip"))
        with office.workspace.database.reading() as session:
            assert session.get(EvidenceItem, item) is not None

    @pytest.mark.parametrize(
        ("field", "value"),
        [("by_office", True), ("unit_id", "01900000-0000-7000-8000-000000000000")],
    )
    def test_records_that_the_sender_does_not_own(self, county, unit, tmp_path, field, value):
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            lambda records: records["items"][0].update({field: value}),
        )
        before = dump(county.office.path)
        with pytest.raises(RecordOfAnotherOwner):
            county.office.merge(path)
        assert dump(county.office.path) == before

    def test_a_unit_cannot_take_another_units_item(self, county, unit, tmp_path):
        other = county.units[1]
        theirs = other.attach("财政", "财政", "60")
        county.office.merge(other.submit(county.stick / "f.zip"))
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            lambda records: records["items"][0].update({"id": theirs, "version": 99}),
        )
        with pytest.raises(RecordOfAnotherOwner):
            county.office.merge(path)

    def test_a_unit_cannot_write_into_another_units_revision(self, county, unit, tmp_path):
        other = county.units[1]
        other.attach("财政", "财政", "60")
        county.office.merge(other.submit(county.stick / "f.zip"))
        revision = own_work(other)["items"][0]["revisions"][0]["id"]
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            lambda records: records["items"][0]["revisions"][0].update({"id": revision}),
        )
        with pytest.raises(RecordOfAnotherOwner):
            county.office.merge(path)

    def test_a_document_that_is_not_as_its_schema_says(self, county, unit, tmp_path):
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            lambda records: records["items"][0].update({"current_revision": 7}),
            check=False,
        )
        with pytest.raises(PayloadInvalid):
            county.office.merge(path)


def forged(unit: Partner, path: Path, target: Path, change, *, check: bool = True) -> Path:
    """A package of a unit that had its records changed, and is signed all the same."""
    with open_package([path], job=JOB) as package:
        documents = {name: package.document(name) for name in package.documents}
        header, packed = package.header, package.originals
    content = json.loads(documents[MAIN])
    change(content["records"])
    raw = json.dumps(content).encode()
    documents[MAIN] = to_bytes(parse_payload(raw)) if check else raw
    store = unit.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    signer = unit.identity.keys().signer
    return write_package(target, header, documents, entries, signer, job=JOB).paths[0]


class TestTwoCopies:
    """A unit copied its workspace to a second PC, and both were worked in."""

    @pytest.fixture
    def copy(self, county, unit):
        unit.attach("共有", "共有")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        unit.workspace.close()
        shutil.copytree(unit.path, county.root / "副本")
        reopened = Partner(unit.path)
        county.units[0] = reopened
        unit.workspace, unit.identity, unit.exchange = (
            reopened.workspace,
            reopened.identity,
            reopened.exchange,
        )
        second = Partner(county.root / "副本")
        yield second
        second.close()
        reopened.close()

    def test_the_second_one_is_refused_and_nothing_changes(self, county, unit, copy):
        unit.attach("甲机", "甲机")
        copy.attach("乙机", "乙机")
        county.office.merge(unit.submit(county.stick / "a.zip"))
        before = dump(county.office.path)
        for n in range(3):
            with pytest.raises(PackageDiverged):
                county.office.merge(copy.submit(county.stick / f"b{n}.zip"))
        assert dump(county.office.path) == before

    def test_the_one_that_is_declared_true_replaces_the_other(self, county, unit, copy):
        lost, kept = unit.attach("甲机", "甲机"), copy.attach("乙机", "乙机")
        old = unit.submit(county.stick / "a.zip")
        county.office.merge(old)
        path = copy.submit(county.stick / "b.zip", supersede=True)
        preview = county.office.exchange.preview([path], JOB)
        assert preview.applied.standing is Standing.NEW_GENERATION
        assert preview.applied.decisions["items"].of(Change.REMOVED) == (lost,)
        county.office.merge(path)
        with county.office.workspace.database.reading() as session:
            live = set(
                session.scalars(select(EvidenceItem.id).where(EvidenceItem.removed_at.is_(None)))
            )
        assert kept in live
        assert lost not in live
        for stale in (old, unit.submit(county.stick / "c.zip")):
            with pytest.raises(PackageSuperseded):
                county.office.merge(stale)
        # The other copy may be chosen yet: it learns the generation from the office.
        county.answer(unit.name, county.stick / "r.zip")
        report = unit.merge(county.stick / "r.zip")
        assert NoticeKind.OTHER_COPY in {n.kind for n in report.applied.notices}
        county.office.merge(unit.submit(county.stick / "d.zip", supersede=True))
        assert live_titles(county.office) == {"共有", "甲机"}

    def test_the_order_of_generations_does_not_matter(self, county, unit, copy, tmp_path):
        unit.attach("甲机", "甲机")
        copy.attach("乙机", "乙机")
        old = unit.submit(county.stick / "a.zip")
        new = copy.submit(county.stick / "b.zip", supersede=True)
        county.office.merge(new)
        with pytest.raises(PackageSuperseded):
            county.office.merge(old)
        assert live_titles(county.office) == {"共有", "乙机"}

    def test_a_workspace_made_anew_does_not_wipe_out_the_old_work(self, county, unit, tmp_path):
        unit.attach("甲", "甲")
        county.office.merge(unit.submit(county.stick / "1.zip"))
        task = county.office.pack(PackageKind.TASK, county.stick / "t.zip", unit.name)
        trust = county.office.identity.keys().public.fingerprint
        create_from_task_package(tmp_path / "新机", task.written.paths, JOB, trust=trust)
        anew = Partner(tmp_path / "新机")
        anew.attach("新", "新")
        with pytest.raises(PackageDiverged):
            county.office.merge(anew.submit(county.stick / "n.zip"))
        assert live_titles(county.office) == {"甲"}
        anew.close()


def live_titles(partner: Partner) -> set[str]:
    with partner.workspace.database.reading() as session:
        return {row.title for row in list_filed(session)}


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
        assert live_titles(office) == {"改过", "代填"}
        # The unit sees what was entered in its stead, and leaves it alone.
        unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        assert live_titles(unit) == {"改过", "代填"}
        assert office_word(unit, unit.unit_id) == office_word(office, unit.unit_id)
        with pytest.raises(OwnedByOffice):
            remove_items(unit.workspace, [own])
        remove_items(office.workspace, [own])
        unit.merge(county.answer(unit.name, county.stick / "r2.zip"))
        assert live_titles(unit) == {"改过"}

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


def test_the_offices_newest_word_counts_in_any_order(county, unit):
    office = county.office
    first = county.answer(unit.name, county.stick / "r1.zip")
    change_units(office.workspace, lambda s: s.renaming(unit.unit_id, "示例县司法局"))
    task = office.pack(PackageKind.TASK, county.stick / "t.zip", "示例县司法局").written.paths[0]
    unit.merge(task)
    assert unit.workspace.facts.unit_name == "示例县司法局"
    assert unit.merge(first).applied.standing is Standing.LATE
    assert unit.workspace.facts.unit_name == "示例县司法局"
    assert ground(unit) == ground(office)


def test_a_withdrawn_figure_is_withdrawn_at_the_office(county, unit):
    workspace, office = unit.workspace, county.office.workspace
    place = place_of(workspace.facts.framework, "68", VerificationMethod.MATERIAL_CHECK, 4)
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


def test_what_does_not_apply_arrives_and_is_withdrawn_again(county, unit):
    place = MarkPlace(unit.name, "60", VerificationMethod.MATERIAL_CHECK, 1)
    slot = SlotKey("60", VerificationMethod.MATERIAL_CHECK, unit.unit_id)

    def stage() -> Stage:
        with county.office.workspace.database.reading() as session:
            return state_of(facts_of(session, slot)).stage

    mark_not_applicable(unit.workspace, place, "没有这项职能")
    county.office.merge(unit.submit(county.stick / "1.zip", submit=True))
    assert stage() is Stage.SUBMITTED
    accept_slots(county.office.workspace, [slot])
    with pytest.raises(OwnedByUnit):
        withdraw_mark(county.office.workspace, place)
    mark_not_applicable(unit.workspace, place, "职能已划走")
    report = county.office.merge(unit.submit(county.stick / "2.zip", submit=False))
    assert report.applied.decisions["not_applicable"].of(Change.CHANGED)
    assert stage() is Stage.RECHECK
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


KILL = """
import os, sys
from pathlib import Path
from app.jobs import SilentJob
from tests.support.county import Partner
import app.exchange.receiving as receiving

class Deadly(SilentJob):
    calls = 0
    def check_cancelled(self):
        Deadly.calls += 1
        if Deadly.calls == int(sys.argv[3]):
            os._exit(9)

if __name__ == "__main__":
    office = Partner(Path(sys.argv[1]))
    if sys.argv[4] == "commit":
        database = office.workspace.database
        made = database.writing
        count = [0]
        def writing():
            work = made()
            commit = work.commit
            def deadly():
                count[0] += 1
                if count[0] == int(sys.argv[3]):
                    os._exit(9)
                commit()
                if count[0] == int(sys.argv[3]) - 1000:
                    os._exit(9)
            work.commit = deadly
            return work
        database.writing = writing
        office.merge(Path(sys.argv[2]))
    else:
        office.merge(Path(sys.argv[2]), Deadly())
    office.close()
"""


@pytest.mark.parametrize(
    ("how", "when"),
    [
        ("job", 2),
        ("job", 4),
        ("job", 6),
        ("job", 7),
        ("commit", 1),
        ("commit", 2),
        ("commit", 1002),
    ],
)
def test_a_kill_leaves_before_or_after_and_nothing_between(county, unit, tmp_path, how, when):
    for name in "甲乙丙":
        unit.attach(name, name)
    path = unit.submit(county.stick / "1.zip")
    office = county.office
    before = dump(office.path)
    office.workspace.close()
    script = tmp_path / "kill.py"
    script.write_text(KILL, encoding="utf-8")
    command = [sys.executable, str(script), str(office.path), str(path), str(when), how]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], env=environment(), timeout=120)
    assert done.returncode == 9
    county.office = reopened = Partner(office.path)
    between = dump(office.path)
    whole = seen_by_office(reopened, unit.unit_id) == own_work(unit)
    assert between == before or whole
    assert whole == (when > 1000)
    reopened.merge(path)
    assert seen_by_office(reopened, unit.unit_id) == own_work(unit)
    office.workspace = reopened.workspace


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
