"""Work of the last version in which tasks were named by their method, opened today."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.checkup.checking import check_workspace
from app.completeness.marks import read_marks
from app.completeness.reading import read_figures
from app.dossier_options import DossierOptions
from app.evidence.listing import list_filed
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.receiving import inspect_package
from app.exchange.service import PackRequest
from app.framework.keys import TaskKey
from app.jobs import SilentJob
from app.review.listing import read_board
from app.review.vocabulary import SlotStage
from app.workspace.framework_move import move_to_framework, preview_move
from tests.support import editions
from tests.support.editions import texts_of, titles, unpacked
from tests.support.workspaces import lushan

DATA = editions.DATA / "edition_0008"
JOB = SilentJob()
UNIT = "县司法局"
SECOND = "二次评查说明"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "office.zip", tmp_path / "创建办")) as services:
        yield services


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "unit.zip", tmp_path / UNIT)) as services:
        yield services


def test_everything_lies_at_its_task_and_the_set_stays_as_it_was(office: Services) -> None:
    workspace = office.workspace
    with workspace.database.reading() as session:
        filed = {row.title: str(row.task) for row in list_filed(session)}
        (mark,) = read_marks(session)
        (figure,) = read_figures(session)
        board = read_board(session, workspace.facts.framework, workspace.registry(), UNIT)
    assert filed["问题整改说明"] == "1/web_check"
    assert filed[SECOND] == "60/material_check"
    assert (mark.task, mark.reason) == (TaskKey("63", "material_check"), "本年没有这类案件")
    assert (figure.place, figure.value) == ("60", 1)
    stages = {row.slot.task: row.stage for row in board.rows}
    assert stages["1", "web_check"] is SlotStage.RETURNED
    assert stages["60", "material_check"] is SlotStage.SUBMITTED
    assert json.loads(workspace.facts.framework.to_json())["format"] == 1
    assert check_workspace(workspace, JOB).sound


@pytest.mark.office
def test_the_dossier_has_the_same_evidence_on_the_same_pages(
    office: Services, tmp_path: Path
) -> None:
    office.exchange.undo_all(_last_merge(office))
    result = office.dossiers.compile(tmp_path / "卷", DossierOptions(indicators=("60",)), JOB)
    (made,) = result.dossiers
    before, after = texts_of(DATA / "dossier-060.pdf"), texts_of(made.path)
    assert len(after) == len(before) == 7
    evidence = [n for n, text in enumerate(before) if "本材料为虚构" in text]
    assert len(evidence) == 2
    assert [after[n].split() for n in evidence] == [before[n].split() for n in evidence]


def _last_merge(services: Services) -> tuple[str, ...]:
    path = DATA / "submission-002.zip"
    return (inspect_package([path], JOB, services.identity).header.id,)


def test_a_merge_made_before_is_taken_back_and_made_again(office: Services) -> None:
    assert SECOND in titles(office)
    office.exchange.undo_all(_last_merge(office))
    assert SECOND not in titles(office)
    assert len(titles(office)) == 3
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
        assert len(services.workspace.facts.framework.indicators) == 99


def test_office_and_unit_go_on_with_each_other(
    office: Services, unit: Services, tmp_path: Path
) -> None:
    move_to_framework(office.workspace, lushan())
    answer = tmp_path / "退回.zip"
    office.exchange.pack(PackRequest(PackageKind.RETURN, answer, UNIT, seal=False), JOB)
    unit.exchange.merge([answer], JOB)
    assert unit.workspace.facts.framework.reference == "lushan-2021@1.1"
    sent = tmp_path / "报送.zip"
    unit.exchange.pack(PackRequest(PackageKind.SUBMISSION, sent, seal=False), JOB)
    office.exchange.merge([sent], JOB)
    assert titles(office) == titles(unit)
    assert check_workspace(office.workspace, JOB).sound
    assert check_workspace(unit.workspace, JOB).sound


def test_it_moves_to_the_set_of_format_2_with_a_report(office: Services) -> None:
    report = preview_move(office.workspace, lushan())
    assert (report.diff.same, report.renumbered, report.homeless) == (True, 3, ())
    before = titles(office)
    move_to_framework(office.workspace, lushan())
    assert json.loads(office.workspace.facts.framework.to_json())["format"] == 2
    assert titles(office) == before
    assert check_workspace(office.workspace, JOB).sound
