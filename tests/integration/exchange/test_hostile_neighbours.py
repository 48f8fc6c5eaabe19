"""What partners with a valid key do besides lying about names, originals and single fields."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import text

from app.exchange.creating import create_from_task_package
from app.exchange.envelope import bounds
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.writing import write_package
from app.exchange.errors import Flood, PackageFloods
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import PackageIdTaken
from app.identity.errors import PeerUnconfirmed
from app.rectification.reading import read_register
from app.rectification.service import NoticeDraft, open_notice
from models.base import new_id
from tests.support.county import JOB, UNITS, Partner, copy_county, open_county
from tests.support.forging import forged

LAW, MONEY = UNITS


@pytest.fixture
def county(template, tmp_path):
    """A county whose figures a test may falsify: nobody checks it in the end."""
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened


def state_of(partner: Partner) -> tuple[object, ...]:
    """All rows, and which originals are stored."""
    with closing(sqlite3.connect(partner.path / "juanzong.db")) as connection:
        rows = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    return (rows, *sorted(partner.workspace.originals.stored()))


class TestUnit:
    """A registered unit against the office."""

    def test_the_id_of_another_partners_package(self, county, office, unit, money, tmp_path):
        first = money.submit(county.stick / "财.zip")
        office.merge(first)
        with open_package([first], job=JOB) as opened:
            documents = {name: opened.document(name) for name in opened.documents}
            package_id = opened.header.id
        with open_package([unit.submit(county.stick / "1.zip")], job=JOB) as opened:
            header = opened.header.model_copy(update={"id": package_id})
        signer = unit.identity.keys().signer
        copied = write_package(tmp_path / "x.zip", header, documents, (), signer, job=JOB)
        before = state_of(office)
        with pytest.raises(PackageIdTaken):
            office.merge(copied.paths[0])
        assert state_of(office) == before

    def test_all_that_a_unit_brought_together_is_bounded(self, county, office, unit):
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        enlarge = text("UPDATE blob SET size = :size")
        for content in ("", "乙"):
            with office.workspace.database.writing() as work:
                work.session.execute(enlarge, {"size": bounds.SENDER_BYTES})
                work.commit()
            if not content:  # nothing new is let in whatever came before
                office.merge(unit.submit(county.stick / "2.zip"))
        unit.attach("乙", "乙")
        more = unit.submit(county.stick / "3.zip", full=True)
        before = state_of(office)
        with pytest.raises(PackageFloods) as caught:
            office.merge(more)
        assert caught.value.what is Flood.SENDER_BYTES
        assert caught.value.found == bounds.SENDER_BYTES + len("乙".encode())
        assert state_of(office) == before

    def test_a_reply_tells_no_title_of_another_unit(self, county, office, unit, money, tmp_path):
        secret = money.attach("只有财政局知道的标题", "机要")
        office.merge(money.submit(county.stick / "0.zip"))
        mine = unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "1.zip"))
        notice = open_notice(office.workspace, NoticeDraft(unit.unit_id, "60", "缺材料"))
        said = {
            "id": new_id(),
            "version": 1,
            "unit_id": unit.unit_id,
            "by_office": False,
            "notice_id": notice,
            "measure": "已补",
            "person": "张三",
            "done_on": "2026-03-01",
            "evidence": [mine, secret],
            "replied_by": "张三",
            "removed_at": None,
            "changed_at": "2026-03-01T12:00:00Z",
        }
        path = forged(
            unit,
            unit.submit(county.stick / "2.zip"),
            tmp_path / "x.zip",
            lambda content: content["records"]["replies"].append(said),
        )
        office.merge(path)
        with office.workspace.database.reading() as session:
            row = read_register(session, date(2026, 5, 1))[0]
        assert row.evidence == ("乙",)


class TestOffice:
    """What an office's package may do to a unit's workspace."""

    def test_a_task_package_that_is_refused_leaves_no_folder(self, county, office, tmp_path):
        task = office.pack(PackageKind.TASK, county.stick / "任务.zip", LAW).written.paths
        outside = tmp_path / "甲"
        outside.mkdir()
        place = outside / "乙" / "丙"
        with pytest.raises(PeerUnconfirmed):
            create_from_task_package(place, task, JOB, trust=None)
        assert not list(outside.iterdir())
        trust = office.identity.keys().public.fingerprint
        create_from_task_package(place, task, JOB, trust=trust)
        assert place.is_dir()

    def test_the_own_unit_stays_in_use(self, county, office, unit, tmp_path):
        def retire(content):
            for part in content["base"]["units"]:
                if part["id"] == unit.unit_id:
                    part["retired_at"] = "2026-03-01T12:00:00Z"

        package = county.answer(LAW, county.stick / "退.zip")
        unit.merge(forged(office, package, tmp_path / "x.zip", retire))
        own = {row.id: row for row in unit.workspace.registry().units}[unit.unit_id]
        assert own.name == LAW
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))

    def test_nested_lists_are_bounded(self, county, office, unit, tmp_path):
        floods = {
            "aliases": lambda base: base["units"][0].update(
                aliases=[f"别{n}" for n in range(3000)]
            ),
            "milestones": lambda base: base["stages"][0].update(
                milestones=[{"text": "x", "day": "2026-01-01"}] * 3000
            ),
            "responsibilities": lambda base: base["responsibilities"].extend(
                base["responsibilities"] * 500
            ),
            "settings": lambda base: base["settings"].update({f"甲{n}": "x" for n in range(3000)}),
        }
        package = county.answer(LAW, county.stick / "退.zip")
        before = state_of(unit)
        for name, flood in floods.items():
            path = forged(
                office,
                package,
                tmp_path / f"{name}.zip",
                lambda content, flood=flood: flood(content["base"]),
                check=False,
            )
            with pytest.raises(PackageFloods) as caught:
                unit.merge(path)
            assert caught.value.what is Flood.LISTS
            assert state_of(unit) == before
