"""Work of the version before method tools kept more than look-ups, opened today."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.checkup.checking import check_workspace
from app.completeness.marks import read_marks
from app.completeness.reading import read_figures
from app.dossier_options import Edition
from app.evidence.listing import list_filed
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.receiving import inspect_package
from app.exchange.service import PackRequest
from app.jobs import SilentJob
from app.review.listing import read_board
from app.review.vocabulary import SlotStage
from app.verification.notes import read_notes
from app.verification.web_check.lookups import LOOKUPS
from tests.support import editions
from tests.support.editions import is_within, texts_of, titles, unpacked

DATA = editions.DATA / "edition_0012"
JOB = SilentJob()
UNIT = "县司法局"
SECOND = "示例县司法局关于二次评查的说明"
PHOTOS = "评查现场照片"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "office.zip", tmp_path / "创建办")) as services:
        yield services


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "unit.zip", tmp_path / UNIT)) as services:
        yield services


def last_merge() -> tuple[str, ...]:
    return (inspect_package([DATA / "submission-002.zip"], JOB).header.id,)


def test_everything_is_there_and_sound(office: Services, unit: Services) -> None:
    for services in (office, unit):
        workspace = services.workspace
        with workspace.database.reading() as session:
            rows = {row.title: row for row in list_filed(session)}
            (mark,) = read_marks(session)
            (figure,) = read_figures(session)
            (lookup,) = read_notes(session, LOOKUPS)
            board = read_board(session, workspace.facts.framework, workspace.registry(), UNIT)
        assert len(rows) == 5
        assert rows[PHOTOS].doc_date == "2021-05-20"
        assert (mark.reason, figure.value) == ("本年没有这类案件", 90)
        assert lookup.said.address == "https://www.example.com/gk"
        stages = {row.slot.task: row.stage for row in board.rows}
        assert stages["1", "web_check"] is SlotStage.SUBMITTED
        assert stages["60", "material_check"] is SlotStage.SUBMITTED
        assert check_workspace(workspace, JOB).sound


@pytest.mark.office
@pytest.mark.parametrize(
    ("edition", "name"), [(Edition.WORKING, "dossier"), (Edition.INSPECTION, "inspection")]
)
def test_the_dossiers_say_the_same_on_the_same_pages(
    office: Services, tmp_path: Path, edition: Edition, name: str
) -> None:
    office.exchange.undo_all(last_merge())
    usual = office.settings.dossier_options()
    options = replace(usual, indicators=("60",), edition=edition)
    result = office.dossiers.compile(tmp_path / "卷", options, JOB)
    (made,) = result.dossiers
    before, after = texts_of(DATA / f"{name}-060.pdf"), texts_of(made.path)
    # On the 指标说明, the working edition names the basis of figures now, and a point that has
    # usable material and a gap is 未齐.
    was, now = ("".join(pages.pop(1).split()) for pages in (before, after))
    assert is_within(was.replace("缺共1件", "未齐共1件"), now)
    assert [text.split() for text in after] == [text.split() for text in before]


def test_a_merge_made_before_is_taken_back_and_made_again(office: Services) -> None:
    assert SECOND in titles(office)
    office.exchange.undo_all(last_merge())
    assert SECOND not in titles(office)
    office.exchange.merge([DATA / "submission-002.zip"], JOB)
    assert SECOND in titles(office)
    assert check_workspace(office.workspace, JOB).sound


def test_its_task_package_makes_a_workspace(tmp_path: Path) -> None:
    package, target = tmp_path / "任务.zip", tmp_path / "新"
    shutil.copyfile(DATA / "task.zip", package)
    trust = inspect_package([package], JOB).fingerprint
    create_from_task_package(target, [package], JOB, trust=trust)
    with open_services(target) as services:
        assert services.workspace.facts.unit_name == UNIT
        assert check_workspace(services.workspace, JOB).sound


def test_office_and_unit_go_on_with_each_other(
    office: Services, unit: Services, tmp_path: Path
) -> None:
    answer, sent = tmp_path / "退回.zip", tmp_path / "报送.zip"
    office.exchange.pack(PackRequest(PackageKind.RETURN, answer, UNIT, seal=False), JOB)
    unit.exchange.merge([answer], JOB)
    unit.exchange.pack(PackRequest(PackageKind.SUBMISSION, sent, seal=False), JOB)
    office.exchange.merge([sent], JOB)
    assert titles(office) == titles(unit)
    assert check_workspace(office.workspace, JOB).sound
    assert check_workspace(unit.workspace, JOB).sound
