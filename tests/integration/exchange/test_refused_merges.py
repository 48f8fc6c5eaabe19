"""What a merge refuses; nothing of it is in the workspace afterwards."""

import pytest

from app.exchange.envelope.opening import open_package
from app.exchange.envelope.writing import write_package
from app.exchange.errors import PackageForSomebodyElse, PackageOfAnotherCounty
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import (
    FrameworkDiffers,
    OfficeWorkspaceNeeded,
    PayloadInvalid,
    RecipientRequired,
    RecordOfAnotherOwner,
    UnitWorkspaceNeeded,
)
from app.identity.errors import FingerprintDiffers, PeerUnconfirmed
from app.workspace.framework_move import move_to_framework
from models import EvidenceItem
from tests.support.county import (
    JOB,
    dump,
    own_work,
)
from tests.support.forging import forged


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
        newer = office.workspace.facts.framework.model_copy(update={"version": "1.2"})
        move_to_framework(office.workspace, newer)
        with pytest.raises(FrameworkDiffers):
            office.merge(unit.submit(county.stick / "1.zip"))
        report = unit.merge(county.answer(unit.name, county.stick / "r.zip"))
        assert report.applied.ground.framework == "lushan-2021@1.2"
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
            lambda content: content["records"]["items"][0].update({field: value}),
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
            lambda content: content["records"]["items"][0].update({"id": theirs, "version": 99}),
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
            lambda content: content["records"]["items"][0]["revisions"][0].update({"id": revision}),
        )
        with pytest.raises(RecordOfAnotherOwner):
            county.office.merge(path)

    def test_a_document_that_is_not_as_its_schema_says(self, county, unit, tmp_path):
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            lambda content: content["records"]["items"][0].update({"current_revision": 7}),
            check=False,
        )
        with pytest.raises(PayloadInvalid):
            county.office.merge(path)
