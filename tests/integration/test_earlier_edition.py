"""Workspaces, a package and a dossier that an earlier version of the program made, opened today."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
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

DATA = Path(__file__).resolve().parents[1] / "data" / "edition_0005"
JOB = SilentJob()


def unpacked(name: str, target: Path) -> Path:
    with zipfile.ZipFile(DATA / name) as archive:
        archive.extractall(target)
    for original in (target / "originals").rglob("*"):
        original.chmod(0o755 if original.is_dir() else 0o444)
    return target


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked("office.zip", tmp_path / "创建办")) as services:
        yield services


def texts_of(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def titles(services: Services) -> set[str]:
    with services.workspace.database.reading() as session:
        return {row.title for row in list_filed(session)}


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
    assert [after[n].split() for n in evidence] == [before[n].split() for n in evidence]


def test_its_package_merges(office: Services):
    office.exchange.merge([DATA / "submission-002.zip"], JOB)
    assert "二次评查说明" in titles(office)


def test_the_unit_goes_on_and_packs(tmp_path: Path):
    with open_services(unpacked("unit.zip", tmp_path / "县司法局")) as services:
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
