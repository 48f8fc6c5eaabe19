"""A unit that lost its computer gets its work back from the office, and goes on from there."""

import json
import shutil

import pytest
from sqlalchemy import select

from app.checkup.checking import check_workspace
from app.completeness.figures import place_of, state_figure
from app.completeness.marks import MarkPlace, mark_not_applicable
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.exchange.creating import create_from_task_package
from app.exchange.envelope.opening import open_package
from app.exchange.kinds import PackageKind
from app.exchange.lineage import own_generation
from app.exchange.merge.decide import Change
from app.exchange.merge.errors import (
    NothingToRecover,
    OfficeWorkspaceNeeded,
    PackageSuperseded,
    RecordOfAnotherOwner,
    RecoveryInTheWay,
)
from app.exchange.merge.notices import NoticeKind
from app.exchange.merge.standing import PackageStanding
from app.exchange.payload.documents import MAIN
from app.exchange.service import group_parts
from app.identity.errors import PeerKeyChanged
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.review.service import Ruling, decide
from app.review.vocabulary import SlotStage
from app.selfcheck.service import StatementEdit, state
from app.web_origin import OriginEdit
from benchmarks.exchange import board_of
from models import Event, EvidenceItem, Figure, RectificationNotice
from models.vocabulary import ReviewDecision
from tests.support.county import (
    JOB,
    UNITS,
    Partner,
    copy_county,
    office_word,
    open_county,
    own_work,
    seen_by_office,
)
from tests.support.forging import forged

LAW = UNITS[0]
METHOD = "material_check"


@pytest.fixture
def county(template, tmp_path):
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened
        assert check_workspace(opened.office.workspace, JOB).sound


@pytest.fixture
def sit_down():
    """Opens a workspace on a new computer; it is looked through and closed at the end."""
    opened = []

    def sit(path) -> Partner:
        opened.append(Partner(path))
        return opened[-1]

    yield sit
    for partner in opened:
        assert check_workspace(partner.workspace, JOB).sound
        partner.close()


def lose(unit: Partner) -> None:
    """The computer is gone, with everything on it."""
    unit.close()
    shutil.rmtree(unit.path)


def recovery(county, name="恢复.zip", unit=LAW, **more):
    packed = county.office.pack(PackageKind.RECOVERY, county.stick / name, unit, **more)
    assert packed.lacking == ()
    return packed.written.paths[0]


def create(county, path, package):
    trust = county.office.identity.keys().public.fingerprint
    return create_from_task_package(path, [package], JOB, trust=trust)


def generation(partner: Partner) -> int:
    with partner.workspace.database.reading() as session:
        return own_generation(session)


SEEN = OriginEdit("https://www.shili.gov.cn/1.html", looked_up_at="2021-04-09 15:30")


def work_of_a_year(county, unit: Partner) -> None:
    """Everything that a unit can have at the office, and the office about it."""
    first = unit.attach("报告", "第一稿")
    edit_item(unit.workspace, first, ItemEdit(title="报告（改）", remark="补了附件", origin=SEEN))
    unit.attach("通知", "通知")
    binned = unit.attach("废稿", "废稿")
    place_item(unit.workspace, first, Target("63", "材料查证", None, 1))
    framework = unit.workspace.facts.framework
    with unit.workspace.database.writing() as work:
        place = place_of(framework, "68", METHOD, 4)
        threshold = place.thresholds[0].text
        state_figure(work, place, unit.unit_id, 82.5, threshold)
        work.commit()
    own = sorted(unit.workspace.registry().indicators_of(LAW))
    mark_not_applicable(unit.workspace, MarkPlace(LAW, "60", METHOD, 3), "没有这类事项")
    state(unit.workspace, LAW, own[0], StatementEdit(statement="已经做到"))
    office = county.office
    office.merge(unit.submit(county.stick / "1.zip"))
    remove_items(unit.workspace, [binned])
    open_notice(office.workspace, NoticeDraft(unit.unit_id, own[0], "缺少附件"))
    waiting = [row.slot for row in board_of(office).rows if row.waits]
    rulings = [Ruling(s, ReviewDecision.RETURNED, reasons=("missing",)) for s in waiting[:1]]
    rulings += [Ruling(s, ReviewDecision.ACCEPTED) for s in waiting[1:]]
    decide(office.workspace, rulings)
    office.attach("代填", "代填的材料", unit=LAW)
    unit.merge(county.answer(LAW, county.stick / "退回.zip"))
    with unit.workspace.database.reading() as session:
        notice = session.scalars(select(RectificationNotice.id)).one()
    reply(unit.workspace, notice, ReplyEdit(measure="已补"))
    office.merge(unit.submit(county.stick / "2.zip"))
    waiting = [row.slot for row in board_of(office).rows if row.waits]
    decide(
        office.workspace, [Ruling(s, ReviewDecision.RETURNED, reasons=("years",)) for s in waiting]
    )
    # What the office last merged is what there is to give back.
    assert seen_by_office(office, unit.unit_id) == own_work(unit)


class TestRoundTrip:
    def test_nothing_is_lost_and_the_work_goes_on(self, county, office, unit, sit_down):
        work_of_a_year(county, unit)
        unit_id, before = unit.unit_id, own_work(unit)
        said, board = office_word(office, unit_id), stages(office)
        late = unit.submit(county.stick / "丢失.zip")
        lose(unit)

        report = create(county, county.root / "新电脑", recovery(county))
        assert report.missing_originals == ()
        new = sit_down(county.root / "新电脑")
        assert own_work(new) == before
        assert office_word(new, unit_id) == said
        assert stages(new) == board
        assert SlotStage.RETURNED in board.values()
        assert new.titles == {"报告（改）", "通知", "代填"}
        with new.workspace.database.reading() as session:
            store = new.workspace.originals
            binned = session.scalars(
                select(EvidenceItem.id).where(EvidenceItem.removed_at.is_not(None))
            ).one()
            event = session.scalars(
                select(Event).where(Event.action == "workspace.recovered")
            ).one()
            assert json.loads(event.data)["log_hash"]
        restore_items(new.workspace, [binned])
        assert check_workspace(new.workspace, JOB).sound
        assert len(tuple(store.stored())) == 4

        new.attach("新材料", "换电脑以后的")
        path = new.submit(county.stick / "3.zip")
        with open_package([path], job=JOB) as package:
            # The office says what it has; what lay in the recycle bin is not among it.
            assert len(package.originals) == 2
            assert package.header.sequence == 3
        # The key is a new one: the office has to compare it before anything is taken over.
        with pytest.raises(PeerKeyChanged):
            office.exchange.merge([path], JOB)
        report = office.merge(path)
        assert report.applied.standing is PackageStanding.NEW_GENERATION
        assert report.applied.count(Change.REMOVED) == 0
        assert {n.kind for n in report.applied.notices} == {NoticeKind.REPLACES}
        assert seen_by_office(office, unit_id) == own_work(new)
        assert office.titles == {"报告（改）", "通知", "废稿", "代填", "新材料"}
        with pytest.raises(PackageSuperseded):
            office.merge(late)
        new.attach("又一份", "又一份")
        report = office.merge(new.submit(county.stick / "4.zip"))
        assert report.applied.standing is PackageStanding.NEWER
        assert report.applied.notices == ()
        told = new.merge(county.answer(LAW, county.stick / "再退.zip"))
        assert told.applied.notices == ()
        assert seen_by_office(office, unit_id) == own_work(new)

    def test_after_the_task_package_and_in_parts(self, county, office, unit, sit_down):
        work_of_a_year(county, unit)
        unit.attach("长篇", "长" * 200_000)
        office.merge(unit.submit(county.stick / "3.zip"))
        before = own_work(unit)
        lose(unit)
        create(county, county.root / "新电脑", county.stick / f"任务-{LAW}.zip")
        new = sit_down(county.root / "新电脑")
        packed = office.pack(
            PackageKind.RECOVERY, county.stick / "恢复.zip", LAW, part_size=400_000
        )
        assert len(packed.written.paths) > 1
        (paths,) = group_parts([packed.written.paths[0]])
        preview = new.exchange.preview(paths, JOB)
        assert preview.applied.count(Change.NEW) > 5
        assert new.titles == set()
        new.exchange.merge(paths, JOB)
        assert own_work(new) == before

    def test_with_saved_keys_nobody_has_to_compare_anything(
        self, county, office, unit, sit_down, tmp_path
    ):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.identity.save_keys(tmp_path / "密钥.json", "另外保管的口令八字以上")
        lose(unit)
        create(county, county.root / "新电脑", county.stick / f"任务-{LAW}.zip")
        new = sit_down(county.root / "新电脑")
        new.identity.restore_keys(tmp_path / "密钥.json", "另外保管的口令八字以上")
        new.exchange.merge([recovery(county, seal=True)], JOB)
        new.attach("乙", "乙")
        office.exchange.merge([new.submit(county.stick / "2.zip")], JOB)
        assert office.titles == {"甲", "乙"}


class TestAgain:
    def test_a_second_time_changes_nothing_even_after_work_went_on(
        self, county, office, unit, sit_down
    ):
        work_of_a_year(county, unit)
        lose(unit)
        package = recovery(county)
        create(county, county.root / "新电脑", package)
        new = sit_down(county.root / "新电脑")
        assert generation(new) == 2
        assert new.merge(package).applied.standing is PackageStanding.REPEATED
        item = new.attach("新材料", "新")
        edit_item(new.workspace, item, ItemEdit(title="改过的"))
        present = own_work(new)
        report = new.merge(package)
        assert report.applied.count(Change.NEW) + report.applied.count(Change.CHANGED) == 0
        assert own_work(new) == present
        assert generation(new) == 2

    def test_a_later_one_brings_what_came_to_the_office_meanwhile(
        self, county, office, unit, sit_down
    ):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.attach("乙", "乙")
        late = unit.submit(county.stick / "2.zip")
        present = own_work(unit)
        lose(unit)
        create(county, county.root / "新电脑", recovery(county))
        new = sit_down(county.root / "新电脑")
        office.merge(late)  # the stick turns up
        new.merge(recovery(county, "再次.zip"))
        assert own_work(new) == present
        assert generation(new) == 3

    def test_a_computer_that_is_lost_twice(self, county, office, unit, sit_down):
        """What the second one had sent, and what the third sends, are never taken for one."""
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        lose(unit)
        create(county, county.root / "第二台", recovery(county))
        second = Partner(county.root / "第二台")
        second.attach("乙", "乙")
        on_its_way = second.submit(county.stick / "2.zip")
        lose(second)
        create(county, county.root / "第三台", recovery(county, "又.zip"))
        third = sit_down(county.root / "第三台")
        office.merge(on_its_way)
        assert office.titles == {"甲", "乙"}
        third.attach("丙", "丙")
        report = office.merge(third.submit(county.stick / "3.zip"))
        assert report.applied.standing is PackageStanding.NEW_GENERATION
        assert office.titles == {"甲", "丙"}
        with pytest.raises(PackageSuperseded):
            office.merge(on_its_way)

    def test_it_may_come_after_a_newer_return_package(self, county, office, unit, sit_down):
        work_of_a_year(county, unit)
        before = own_work(unit)
        lose(unit)
        package, answer = recovery(county), county.answer(LAW, county.stick / "之后.zip")
        create(county, county.root / "新电脑", county.stick / f"任务-{LAW}.zip")
        new = sit_down(county.root / "新电脑")
        new.merge(answer)
        assert new.merge(package).applied.standing is PackageStanding.LATE
        assert own_work(new) == before
        assert generation(new) == 2


class TestRefused:
    def test_work_that_is_not_in_it_is_never_overwritten(self, county, office, unit, sit_down):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        lose(unit)
        create(county, county.root / "新电脑", county.stick / f"任务-{LAW}.zip")
        new = sit_down(county.root / "新电脑")
        new.attach("已经开始做的", "新")
        present, stored = own_work(new), set(new.workspace.originals.stored())
        package = recovery(county)
        for attempt in (new.merge, lambda p: new.exchange.preview([p], JOB)):
            with pytest.raises(RecoveryInTheWay):
                attempt(package)
        assert own_work(new) == present
        assert set(new.workspace.originals.stored()) == stored
        assert generation(new) == 1

    def test_it_does_not_take_a_living_workspace_back(self, county, office, unit):
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        package = recovery(county)
        edit_item(unit.workspace, item, ItemEdit(title="甲改"))
        with pytest.raises(RecoveryInTheWay):
            unit.merge(package)
        assert unit.titles == {"甲改"}

    def test_only_the_office_makes_one_and_only_of_what_it_has(self, county, office, unit):
        with pytest.raises(NothingToRecover):
            office.pack(PackageKind.RECOVERY, county.stick / "x.zip", LAW)
        with pytest.raises(OfficeWorkspaceNeeded):
            unit.pack(PackageKind.RECOVERY, county.stick / "x.zip", LAW)
        assert not list(county.stick.glob("x*"))

    def test_records_of_another_unit(self, county, office, unit, sit_down):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        package, other = recovery(county), county.units[1].unit_id
        lose(unit)
        create(county, county.root / "新电脑", county.stick / f"任务-{LAW}.zip")
        new = sit_down(county.root / "新电脑")

        def change(payload):
            payload["records"]["items"][0]["unit_id"] = other

        with pytest.raises(RecordOfAnotherOwner):
            new.merge(forged(office, package, county.stick / "伪.zip", change))
        assert new.titles == set()

    def test_a_return_package_gives_nothing_back(self, county, office, unit):
        item = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        edit_item(unit.workspace, item, ItemEdit(title="甲改"))
        with open_package([recovery(county)], job=JOB) as opened:
            given = json.loads(opened.document(MAIN))

        def change(payload):
            payload["records"]["items"] = given["records"]["items"]
            payload["blobs"] = [{**blob, "included": False} for blob in given["blobs"]]

        answer = county.answer(LAW, county.stick / "退.zip")
        with pytest.raises(RecordOfAnotherOwner):
            unit.merge(forged(office, answer, county.stick / "伪.zip", change))
        assert unit.titles == {"甲改"}


class TestWhatTheOfficeLacks:
    def test_what_was_thrown_away_before_it_was_ever_sent(self, county, office, unit, sit_down):
        unit.attach("甲", "甲")
        remove_items(unit.workspace, [unit.attach("从没送出的", "从没送出的")])
        office.merge(unit.submit(county.stick / "1.zip"))
        lose(unit)
        create(county, county.root / "新电脑", recovery(county))
        new = sit_down(county.root / "新电脑")
        new.attach("乙", "乙")
        office.merge(new.submit(county.stick / "2.zip"))
        assert office.titles == {"甲", "乙"}

    def test_what_the_office_takes_out_of_its_bin_later(self, county, office, unit, sit_down):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        item = office.attach("代填", "代填的", unit=LAW)
        unit.merge(county.answer(LAW, county.stick / "退1.zip"))
        office.merge(unit.submit(county.stick / "2.zip"))
        remove_items(office.workspace, [item])
        lose(unit)
        create(county, county.root / "新电脑", recovery(county))
        new = sit_down(county.root / "新电脑")
        assert new.titles == {"甲"}
        restore_items(office.workspace, [item])
        # The office still goes by what the lost computer had.
        report = new.merge(county.answer(LAW, county.stick / "退2.zip"))
        assert report.missing_originals == ()
        assert new.titles == {"甲", "代填"}

    def test_a_damaged_original_is_named_and_the_others_come_back(self, county, office, unit):
        unit.attach("甲", "甲")
        spoilt = unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "1.zip"))
        with office.workspace.database.reading() as session:
            item = session.get_one(EvidenceItem, spoilt)
            address = item.revisions[0].blob_sha256
        path = office.workspace.originals.path(address)
        sound = path.read_bytes()
        path.chmod(0o644)
        path.write_bytes(b"\xff" * len(sound))
        lose(unit)
        packed = office.pack(PackageKind.RECOVERY, county.stick / "恢复.zip", LAW)
        assert packed.lacking == (address,)
        report = create(county, county.root / "新电脑", packed.written.paths[0])
        assert report.missing_originals == (address,)
        new = Partner(county.root / "新电脑")
        assert new.titles == {"甲", "乙"}
        # The unit still has the paper somewhere: once it is filed again, it travels again.
        new.attach("乙", "乙")
        with open_package([new.submit(county.stick / "2.zip")], job=JOB) as package:
            assert address in {original.sha256 for original in package.originals}
        new.close()
        path.write_bytes(sound)
        path.chmod(0o444)


def stages(partner: Partner) -> dict[str, SlotStage]:
    return {str(row.slot): row.stage for row in board_of(partner).rows if row.items}


def test_figures_come_back_as_they_were(county, office, unit, sit_down):
    work_of_a_year(county, unit)
    lose(unit)
    create(county, county.root / "新电脑", recovery(county))
    new = sit_down(county.root / "新电脑")
    with new.workspace.database.reading() as session:
        assert [figure.value for figure in session.scalars(select(Figure))] == [82.5]
