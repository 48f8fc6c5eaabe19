"""Workspaces, a package and a dossier that an earlier version of the program made, opened today."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.checkup.checking import check_workspace
from app.conversion.model import USUAL
from app.dossier_options import DossierOptions
from app.evidence.listing import list_filed
from app.exchange.kinds import PackageKind
from app.exchange.payload.possession import brought_by
from app.exchange.payload.slicing import unit_records
from app.exchange.service import PackRequest
from app.jobs import SilentJob
from tests.support import editions
from tests.support.editions import is_within, texts_of, titles, unpacked

DATA = editions.DATA / "edition_0005"
JOB = SilentJob()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "office.zip", tmp_path / "创建办")) as services:
        yield services


def test_what_was_filed_is_there_and_sound(office: Services):
    assert len(titles(office)) == 3
    with office.workspace.database.reading() as session:
        rows = list_filed(session)
    assert {row.binding for row in rows} == {USUAL}
    assert check_workspace(office.workspace, JOB).sound


@pytest.mark.office
def test_the_dossier_has_the_same_evidence_on_the_same_pages(office: Services, tmp_path: Path):
    options = DossierOptions(indicators=("60",))
    result = office.dossiers.compile(tmp_path / "卷宗", options, JOB)
    before = texts_of(DATA / "dossier-060.pdf")
    (made,) = result.dossiers
    after = texts_of(made.path)
    assert len(after) == len(before) == 9
    evidence = [n for n, text in enumerate(before) if "本材料为虚构" in text or "通知" in text]
    assert len(evidence) > 2
    # Units and source of an indicator stand above its tasks now; the catalogue has numbers.
    sheet, catalogue, *pages = evidence
    tasks = before[sheet].split("责任单位")[0].split("一、材料查证")[1].split()
    assert after[sheet].split("一、材料查证")[1].split() == tasks
    assert "参与：县直各相关单位" in after[sheet]
    assert is_within("".join(before[catalogue].split()), "".join(after[catalogue].split()))
    assert [after[n].split() for n in pages] == [before[n].split() for n in pages]


def test_its_package_merges(office: Services):
    office.exchange.merge([DATA / "submission-002.zip"], JOB)
    assert "二次评查说明" in titles(office)


def test_the_unit_goes_on_and_packs(tmp_path: Path):
    with open_services(unpacked(DATA / "unit.zip", tmp_path / "县司法局")) as services:
        assert len(titles(services)) == 4
        stick = tmp_path / "U盘"
        stick.mkdir()
        request = PackRequest(PackageKind.SUBMISSION, stick)
        assert services.exchange.pack(request, JOB)


def test_what_its_units_had_sent_counts_as_brought(office: Services, tmp_path: Path):
    """Nobody noted then who brought what: a unit keeps what its items name, and nothing else."""
    workspace = office.workspace
    (unit,) = (u for u in workspace.registry().units if u.name == "县司法局")
    with workspace.database.reading() as session:
        own = unit_records(session, unit.id, by_office=False)
        assert brought_by(session, unit.id) == own.blobs() != frozenset()
        assert not any(brought_by(session, u.id) for u in workspace.registry().units if u != unit)
    report = office.exchange.merge([DATA / "submission-002.zip"], JOB)
    assert report.missing_originals == ()
    request = PackRequest(PackageKind.RECOVERY, tmp_path / "恢复.zip", "县司法局")
    packed = office.exchange.pack(request, JOB)
    assert packed.lacking == ()
    assert packed.originals >= len(own.blobs())
