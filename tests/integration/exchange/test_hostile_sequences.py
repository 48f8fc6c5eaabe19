"""Several packages in a row, and partners who work together: what one package cannot do alone."""

import json
import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from app.exchange.creating import create_from_task_package
from app.exchange.envelope.opening import open_package
from app.exchange.errors import PackageTooNew
from app.exchange.kinds import PackageKind
from app.exchange.lineage import own_generation
from app.exchange.merge.errors import (
    Impossible,
    PackageDiverged,
    PackageIdTaken,
    PackageSuperseded,
    RecordImpossible,
    RecordOfAnotherOwner,
)
from app.exchange.merge.notices import NoticeKind
from app.exchange.merge.standing import PackageStanding
from app.exchange.merge.undo import undo_merge
from app.exchange.payload.documents import FRAMEWORK, MAIN, digest_of
from app.wording.errors import describe_error
from models.base import new_id
from tests.support.county import JOB, UNITS, Partner, dump, own_work, seen_by_office
from tests.support.forging import forged

LAW, MONEY = UNITS


def refused(partner: Partner, package, error):
    """Merge a package that is refused with this error and changes nothing; returns the error."""
    before = dump(partner.path), set(partner.workspace.originals.stored())
    with pytest.raises(error) as caught:
        partner.merge(package)
    assert (dump(partner.path), set(partner.workspace.originals.stored())) == before
    return caught.value


def payload_of(package) -> dict:
    """The main document of a package that travels in clear."""
    with open_package([package], job=JOB) as opened:
        return json.loads(opened.document(MAIN))


class TestHistory:
    """A sender cannot have two pasts, nor bring an old one back."""

    def test_older_packages_change_nothing(self, county, office, unit):
        packages = []
        for name in "甲乙丙":
            unit.attach(name, name)
            packages.append(unit.submit(county.stick / f"{name}.zip"))
        office.merge(packages[2])
        newest = seen_by_office(office, unit.unit_id)
        for package, standing in (
            (packages[1], PackageStanding.LATE),
            (packages[0], PackageStanding.LATE),
            (packages[2], PackageStanding.REPEATED),
        ):
            assert office.merge(package).applied.standing is standing
            assert seen_by_office(office, unit.unit_id) == newest

    def test_a_number_has_one_content(self, county, office, unit):
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        office.merge(good)

        def other(content):
            content["records"]["items"][0]["revisions"][0]["title"] = "乙"

        refused(office, forged(unit, good, county.stick / "x.zip", other), PackageDiverged)
        another = new_id()
        path = forged(
            unit,
            good,
            county.stick / "y.zip",
            lambda content: (other(content), content.update(package_id=another)),
            header=lambda header: header.update(id=another),
        )
        refused(office, path, PackageDiverged)

    def test_an_empty_generation_can_be_taken_back(self, county, office, unit):
        """Someone at the unit's computer wipes its work at the office, and sends the rest again."""
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        office.merge(good)
        had = seen_by_office(office, unit.unit_id)
        another = new_id()

        def emptied(content):
            content["lineage"] = {"generation": 2, "sent": []}
            content |= {"blobs": [], "package_id": another}
            content["records"] = {kind: [] for kind in content["records"]}

        path = forged(
            unit,
            good,
            county.stick / "x.zip",
            emptied,
            header=lambda header: header.update(id=another),
            originals=(),
        )
        assert office.merge(path).applied.standing is PackageStanding.NEW_GENERATION
        refused(office, good, PackageSuperseded)
        undo_merge(office.workspace)
        assert seen_by_office(office, unit.unit_id) == had
        assert office.merge(good).applied.standing is PackageStanding.REPEATED

    def test_undone_and_sent_again(self, county, office, unit):
        unit.attach("甲", "甲")
        first = unit.submit(county.stick / "1.zip")
        office.merge(first)
        one = seen_by_office(office, unit.unit_id)
        unit.attach("乙", "乙")
        second = unit.submit(county.stick / "2.zip")
        office.merge(second)
        two = seen_by_office(office, unit.unit_id)
        for _ in range(2):
            undo_merge(office.workspace)
            assert seen_by_office(office, unit.unit_id) == one
            office.merge(first)
            assert seen_by_office(office, unit.unit_id) == one
            office.merge(second)
            assert seen_by_office(office, unit.unit_id) == two

    def test_a_restored_copy_is_one_of_two(self, county, office, unit, tmp_path):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        shutil.copytree(unit.path, tmp_path / "副本")
        unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "2.zip"))
        with closing(Partner(tmp_path / "副本")) as copy:
            copy.attach("丙", "丙")
            refused(office, copy.submit(county.stick / "副2.zip"), PackageDiverged)
            office.merge(copy.submit(county.stick / "副3.zip", supersede=True))
            assert office.titles == {"甲", "丙"}
        refused(office, unit.submit(county.stick / "3.zip"), PackageSuperseded)


class TestCounters:
    """What a partner says of our own counters does not use them up for the others."""

    def receipt(self, content, **changes):
        content["receipt"] = {"generation": 1, "sequences": [1], "held": []} | changes

    @pytest.mark.parametrize(
        "changes", [{"generation": 9_000}, {"sequences": [9_000]}, {"generation": 10**9}]
    )
    def test_a_unit_does_not_raise_the_offices(self, county, office, unit, money, changes):
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        path = forged(
            unit, good, county.stick / "x.zip", lambda content: self.receipt(content, **changes)
        )
        error = refused(office, path, RecordImpossible)
        assert "收件回执" in str(describe_error(error))
        # Believed, the generation would make every other unit refuse what the office makes next.
        office.pack(PackageKind.RETURN, county.stick / "r.zip", LAW, supersede=True)
        money.merge(county.answer(MONEY, county.stick / "退回.zip"))

    @pytest.mark.parametrize("field", ["generation", "sequences"])
    def test_nor_does_a_recovery_package(self, county, office, unit, tmp_path, field):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        good = office.pack(PackageKind.RECOVERY, county.stick / "恢复.zip", LAW).written.paths[0]

        def far(content):
            if field == "generation":
                content["generation"] = 1_000_000_000
            else:
                content["receipt"]["sequences"] = [1_000_000_000]

        path = forged(office, good, county.stick / "x.zip", far)
        fingerprint = office.identity.keys().public.fingerprint
        with pytest.raises(RecordImpossible):
            create_from_task_package(tmp_path / "新", [path], JOB, trust=fingerprint)
        assert not (tmp_path / "新").exists()
        create_from_task_package(tmp_path / "新", [good], JOB, trust=fingerprint)
        with closing(Partner(tmp_path / "新")) as new:
            with new.workspace.database.reading() as session:
                assert own_generation(session) == 2
            office.merge(new.submit(county.stick / "2.zip"))

    def test_a_unit_learns_what_its_computer_sent(self, county, office, unit):
        """Another program at its computer sent a leap; the honest workspace goes on from it."""
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")

        def leap(content):
            content["lineage"] = {"generation": 9_000, "sent": []}

        office.merge(forged(unit, good, county.stick / "x.zip", leap))
        unit.merge(county.answer(LAW, county.stick / "退回.zip"))
        report = office.merge(unit.submit(county.stick / "2.zip", supersede=True))
        assert report.applied.standing is PackageStanding.NEW_GENERATION


class TestClaims:
    """One unit uses what it saw in another one's open package."""

    def claimed(self, county, unit, money, how):
        money.attach("财", "财")
        theirs = money.submit(county.stick / "财.zip")
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        seen = payload_of(theirs)["records"]["items"][0]
        path = forged(unit, good, county.stick / "x.zip", lambda content: how(content, seen))
        return path, theirs

    @pytest.mark.parametrize("part", ["item", "revision"])
    def test_ids_of_records(self, county, office, unit, money, part):
        """The honest unit is refused, but the sentence says whom to ask; undoing makes it good."""

        def how(content, seen):
            mine = content["records"]["items"][0]
            if part == "item":
                for placement in content["records"]["placements"]:
                    placement["item_id"] = seen["id"]
                mine["id"] = seen["id"]
            else:
                mine["revisions"][0]["id"] = seen["revisions"][0]["id"]

        path, theirs = self.claimed(county, unit, money, how)
        office.merge(path)
        error = refused(office, theirs, RecordOfAnotherOwner)
        assert (error.sender, error.record, error.owner) == (MONEY, "“财”", LAW)
        assert seen_id(theirs) not in str(describe_error(error))
        undo_merge(office.workspace)
        office.merge(theirs)
        refused(office, path, RecordOfAnotherOwner)
        assert "财" in office.titles

    def test_id_of_a_package(self, county, office, unit, money):
        money.attach("财", "财")
        theirs = money.submit(county.stick / "财.zip")
        taken = payload_of(theirs)["package_id"]
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            county.stick / "x.zip",
            lambda content: content.update(package_id=taken),
            header=lambda header: header.update(id=taken),
        )
        office.merge(path)
        error = refused(office, theirs, PackageIdTaken)
        assert (error.sender, error.owner) == (MONEY, LAW)
        office.merge(money.submit(county.stick / "财2.zip"))  # as the sentence says
        assert "财" in office.titles

    def test_originals_of_each_other(self, county, office, unit, money):
        """Each names what the other brought; neither is given it."""
        for partner, name in ((unit, "甲"), (money, "财")):
            partner.attach(name, name)
            office.merge(partner.submit(county.stick / f"{name}1.zip"))
        digests = {
            partner.unit_id: seen_by_office(office, partner.unit_id)["items"][0]["revisions"][0][
                "blob_sha256"
            ]
            for partner in (unit, money)
        }
        for partner, other in ((unit, money), (money, unit)):
            wanted = digests[other.unit_id]

            def naming(content, wanted=wanted):
                part = {"id": new_id(), "position": 1, "role": "attachment", "problems": []}
                part |= {"blob_sha256": wanted, "file_name": "附.txt"}
                item = content["records"]["items"][0]
                item["version"] += 1
                item["revisions"][0]["attachments"].append(part)
                blob = {**content["blobs"][0], "sha256": wanted, "included": False}
                content["blobs"].append(blob)

            good = partner.submit(county.stick / f"{partner.name}2.zip")
            path = forged(partner, good, county.stick / f"{partner.name}x.zip", naming)
            assert len(office.merge(path).missing_originals) == 1
        for partner, other in ((unit, money), (money, unit)):
            for kind in (PackageKind.RECOVERY, PackageKind.RETURN):
                target = county.stick / f"{partner.name}-{kind.value}.zip"
                package = office.pack(kind, target, partner.name, full=True).written.paths[0]
                with open_package([package], job=JOB) as opened:
                    packed = {original.sha256 for original in opened.originals}
                assert digests[other.unit_id] not in packed
        for partner in (unit, money):  # the honest copy counts again
            target = county.stick / f"{partner.name}3.zip"
            report = office.merge(partner.submit(target, supersede=True))
            assert report.missing_originals == ()

    def test_the_offices_package_about_a_units_own_records(self, county, office, unit):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        good = county.answer(LAW, county.stick / "退回.zip")
        mine = own_work(unit)

        def overwriting(content):
            item = json.loads(json.dumps(mine["items"][0]))
            item["version"] += 1
            item["revisions"][0]["title"] = "假"
            content["records"]["items"].append(item)
            content["blobs"].append(
                {
                    "sha256": item["revisions"][0]["blob_sha256"],
                    "sm3": "0" * 64,
                    "size": 3,
                    "kind": "text",
                    "media_type": "text/plain",
                    "suffix": ".txt",
                    "label": "文本",
                    "included": False,
                }
            )

        path = forged(office, good, county.stick / "x.zip", overwriting)
        error = refused(unit, path, RecordOfAnotherOwner)
        assert (error.record, error.owner) == ("“假”", "")
        assert "撤销" not in str(describe_error(error))
        assert own_work(unit) == mine


def seen_id(package) -> str:
    return payload_of(package)["records"]["items"][0]["id"]


class TestFuture:
    """Packages of a clock that runs ahead, and of a newer program."""

    def test_a_clock_ahead_is_told(self, county, office, unit):
        unit.attach("甲", "甲")
        good = unit.submit(county.stick / "1.zip")
        another = new_id()
        ahead = (office.workspace.database.now() + timedelta(days=4000)).isoformat()
        path = forged(
            unit,
            good,
            county.stick / "x.zip",
            lambda content: content.update(made_at=ahead, package_id=another),
            header=lambda header: header.update(created_at=ahead, id=another),
        )
        notices = {notice.kind for notice in office.merge(path).applied.notices}
        assert notices == {NoticeKind.MADE_AHEAD}
        undo_merge(office.workspace)
        assert not office.merge(good).applied.notices

    @pytest.mark.parametrize("document", ["log.json", "framework.json"])
    def test_a_newer_document(self, county, office, unit, document):
        if document == "log.json":
            unit.attach("甲", "甲")
            package, sender, reader = unit.submit(county.stick / "1.zip"), unit, office
        else:
            package = county.answer(LAW, county.stick / "退回.zip")
            sender, reader = office, unit

        def newer(documents):
            content = json.loads(documents[document])
            content |= {"format": 9, "neu": 1}
            documents[document] = json.dumps(content).encode()
            if document == "log.json":
                main = json.loads(documents[MAIN])
                main["log_sha256"] = digest_of(documents[document])
                documents[MAIN] = json.dumps(main).encode()

        path = forged(sender, package, county.stick / "x.zip", lambda _: None, documents=newer)
        error = refused(reader, path, PackageTooNew)
        assert error.found == "9"

    @pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
    def test_a_deadline_that_no_calendar_shows(self, county, office, unit, day):
        """The stage after it would begin on the next day, which is beyond all calendars."""

        def far(documents):
            content = json.loads(documents[FRAMEWORK])
            content["stages"][0]["deadline"] = day
            documents[FRAMEWORK] = json.dumps(content).encode()

        good = county.answer(LAW, county.stick / "退回.zip")
        path = forged(office, good, county.stick / "x.zip", lambda _: None, documents=far)
        error = refused(unit, path, RecordImpossible)
        assert error.reason is Impossible.DAY
        assert "创建步骤" in str(describe_error(error))
