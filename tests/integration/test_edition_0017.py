"""Work of the version before interviews, case reviews and exams had tools, opened today."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.checkup.checking import check_workspace
from app.completeness.reading import read_figures
from app.dossier_options import Edition
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.receiving import inspect_package
from app.exchange.service import PackRequest
from app.jobs import SilentJob
from app.review.listing import read_board
from app.review.vocabulary import SlotStage
from app.verification.notes import read_notes
from app.verification.site_check.sites import SITES
from app.verification.web_check.lookups import LOOKUPS
from app.verification.web_check.targets import TARGETS
from tests.support import editions
from tests.support.editions import texts_of, titles, unpacked

DATA = editions.DATA / "edition_0017"
JOB = SilentJob()
UNIT = "县司法局"
NOTICE = "关于开展2021年度行政执法案卷评查的通知"
SECOND = "示例县司法局关于二次评查的说明"
DIGEST = re.compile(r"[0-9a-f]{64}")
#: What the dossiers say otherwise since, by page: registers are listed and numbered, too, so that
#: items have later pages.
LISTED = "县司法局 执法检查监督和案卷评查台账统计 表 1 县司法局 执法检查监督和案卷评查台账 2 "
OTHERWISE = {
    0: (("件 数 2 件 页 数 2 页", "件 数 材料 2 件，表册 2 份 页 数 4 页"),),
    3: (
        ("材料查证 1 示司", f"材料查证 {LISTED}1 示司"),
        ("20210409 1 60-20-1", "20210409 3 60-20-1"),
        ("20210901 2 60-20-2", "20210901 4 60-20-2"),
    ),
    4: (("共 2 件 第 1—2 页", "共材料 2 件，表册 2 份 第 1—4 页"),),
    5: (("，合计 END", "，合计 1 END"),),
    6: (("42 3 3 END", "42 3 3 2 END"),),
    7: (("4 月 9 日 1 END", "4 月 9 日 3 END"),),
    8: (("9 月 1 日 2 END", "9 月 1 日 4 END"),),
    9: (("本卷共 2 件，编有页号 2 页", "本卷共材料 2 件，表册 2 份，编有页号 4 页"),),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "office.zip", tmp_path / "创建办")) as services:
        yield services


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Services]:
    with open_services(unpacked(DATA / "unit.zip", tmp_path / UNIT)) as services:
        yield services


def as_today(before: Sequence[str]) -> list[str]:
    """The words of the pages of then, as the dossiers of today say them."""
    return [_reworded(plain(text), OTHERWISE.get(page, ())) for page, text in enumerate(before)]


def _reworded(text: str, changes: Iterable[tuple[str, str]]) -> str:
    for was, now in changes:
        assert text.count(was) == 1, was
        text = text.replace(was, now)
    return text


def plain(text: str) -> str:
    """The words of a page; END marks its end, and the digest of what is bound is left out."""
    return " ".join((*DIGEST.sub("", text).split(), "END"))


def last_merge() -> tuple[str, ...]:
    return (inspect_package([DATA / "submission-002.zip"], JOB).header.id,)


def test_everything_is_there_and_sound(office: Services, unit: Services) -> None:
    for services in (office, unit):
        with services.workspace.database.reading() as session:
            (site,) = read_notes(session, SITES)
            (lookup,) = read_notes(session, LOOKUPS)
            (target,) = read_notes(session, TARGETS)
            figures = read_figures(session)
        assert (site.said.name, site.said.in_charge) == ("县公共法律服务中心", "示例乙")
        assert lookup.said.target == target.id
        assert figures
        assert all(figure.basis for figure in figures)
        assert NOTICE in titles(services)
        assert check_workspace(services.workspace, JOB).sound


def test_what_was_decided_stands(office: Services) -> None:
    office.exchange.undo_all(last_merge())
    workspace = office.workspace
    with workspace.database.reading() as session:
        board = read_board(session, workspace.facts.framework, workspace.registry(), UNIT)
    stages = {row.slot.task: row.stage for row in board.rows}
    assert stages["60", "material_check"] is SlotStage.ACCEPTED
    assert stages["6", "web_check"] is SlotStage.ACCEPTED
    assert stages["21", "site_check"] is SlotStage.RETURNED


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
    (made,) = office.dossiers.compile(tmp_path / "卷", options, JOB).dossiers
    before, after = texts_of(DATA / f"{name}-060.pdf"), texts_of(made.path)
    assert [plain(text) for text in after] == as_today(before)


def test_a_merge_made_before_is_taken_back_and_made_again(office: Services) -> None:
    assert SECOND in titles(office)
    office.exchange.undo_all(last_merge())
    assert SECOND not in titles(office)
    with office.workspace.database.reading() as session:
        (lookup,) = read_notes(session, LOOKUPS)
        (site,) = read_notes(session, SITES)
    assert (lookup.said.note, site.said.hours) == ("", "")
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
