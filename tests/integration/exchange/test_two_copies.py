"""Two packages that come from two copies of one workspace."""

import shutil

import pytest
from sqlalchemy import select

from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.merge.decide import Change
from app.exchange.merge.errors import (
    PackageDiverged,
    PackageSuperseded,
)
from app.exchange.merge.notices import NoticeKind
from app.exchange.merge.standing import PackageStanding
from models import EvidenceItem
from tests.support.county import (
    JOB,
    Partner,
    dump,
)


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
        assert preview.applied.standing is PackageStanding.NEW_GENERATION
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
        assert county.office.titles == {"共有", "甲机"}

    def test_the_order_of_generations_does_not_matter(self, county, unit, copy, tmp_path):
        unit.attach("甲机", "甲机")
        copy.attach("乙机", "乙机")
        old = unit.submit(county.stick / "a.zip")
        new = copy.submit(county.stick / "b.zip", supersede=True)
        county.office.merge(new)
        with pytest.raises(PackageSuperseded):
            county.office.merge(old)
        assert county.office.titles == {"共有", "乙机"}

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
        assert county.office.titles == {"甲"}
        anew.close()
