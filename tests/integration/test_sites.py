"""核验现场: entered once for several tasks, checked, and bound in dossiers of both editions."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.dossier_options import DossierOptions, Edition
from app.evidence.places import Target
from app.framework.keys import SlotKey, TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.verification import ACTIONS
from app.review.service import accept_slots, submit_slots
from app.verification.errors import NoteIncomplete, NoteTooLong, NumberNotPossible, ToolNotOffered
from app.verification.notes import add_note, alter_note, read_notes, restore_note, withdraw_note
from app.verification.site_check.errors import TooManyChecks
from app.verification.site_check.sites import SITES, Check, Readiness, Site, SiteTask
from app.verification.slots import Slot
from app.wording.errors import describe_error
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
LAW, MEDIATION = TaskKey("21", "site_check"), TaskKey("80", "site_check")
SLOT = Slot(UNIT, *LAW)
READY = Check("服务台", "值班安排", Readiness.READY, "王五", "牌子已换")
OPEN = Check("服务台账", "记录齐全", Readiness.NOT_YET, "赵六", "还差三月")
SAID = Site(
    "公共法律服务中心",
    "人民路1号",
    "李四",
    "0375-5051234",
    "工作日 9:00—17:00",
    2,
    (SiteTask(LAW, (READY, OPEN)), SiteTask(MEDIATION)),
)


def sites(workspace: Workspace) -> list[tuple[str, Site]]:
    with workspace.database.reading() as session:
        return [(row.slot.unit, row.said) for row in read_notes(session, SITES)]


def test_a_site_is_entered_once_for_several_tasks(workspace):
    number = add_note(workspace, SITES, SLOT, replace(SAID, name=" 公共法律\n服务中心\u202e"))
    assert sites(workspace) == [(UNIT, replace(SAID, name="公共法律 服务中心"))]
    done = SAID.with_checks(LAW, [READY, replace(OPEN, state=Readiness.READY)])
    alter_note(workspace, SITES, number, done)
    assert sites(workspace) == [(UNIT, done)]
    withdraw_note(workspace, SITES, number)
    assert sites(workspace) == []
    restore_note(workspace, SITES, number)
    assert sites(workspace) == [(UNIT, done)]
    assert "noted.site_restored" in ACTIONS


def test_sites_come_in_the_order_of_visits(workspace):
    for place, name in ((3, "丙"), (1, "甲"), (2, "乙")):
        add_note(workspace, SITES, SLOT, replace(SAID, name=name, route=place))
    assert [said.name for _, said in sites(workspace)] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": " "}, NoteIncomplete),
        ({"tasks": ()}, NoteIncomplete),
        ({"tasks": (SiteTask(LAW, (Check(" "),)),)}, NoteIncomplete),
        ({"location": "长" * 1001}, NoteTooLong),
        ({"route": -1}, NumberNotPossible),
        ({"tasks": (SiteTask(LAW, (READY,) * 201),)}, TooManyChecks),
        ({"tasks": (SiteTask(TaskKey("60", "material_check")),)}, ToolNotOffered),
        ({"tasks": (SiteTask(TaskKey("57", "site_check")),)}, NotResponsible),
    ],
)
def test_what_is_refused(workspace, change, error):
    with pytest.raises(error) as caught:
        add_note(workspace, SITES, SLOT, replace(SAID, **change))
    assert describe_error(caught.value).remedy
    assert sites(workspace) == []
    number = add_note(workspace, SITES, SLOT, SAID)
    with pytest.raises(error):
        alter_note(workspace, SITES, number, replace(SAID, **change))
    assert sites(workspace) == [(UNIT, SAID)]


def _compiled(tmp_path: Path, template: Path, edition: Edition) -> list[str]:
    options = DossierOptions(indicators=("21",), edition=edition)
    with open_services(copy_workspace(template, tmp_path / "工作区")) as services:
        workspace = services.workspace
        file = text_pdf(tmp_path / "照片.pdf", ["现场照片"])
        target = Target("21", "site_check", UNIT)
        attach_files(workspace, services.workers, AttachRequest((file,), target), SilentJob())
        add_note(workspace, SITES, SLOT, SAID)
        add_note(
            workspace, SITES, SLOT, replace(SAID, name="工作站", route=1, tasks=(SiteTask(LAW),))
        )
        slot = SlotKey(*LAW, workspace.registry().unit(UNIT).id)
        submit_slots(workspace, [slot])
        accept_slots(workspace, [slot])
        (dossier,) = services.dossiers.compile(tmp_path / "卷", options, SilentJob()).dossiers
        return ["".join(text.split()) for text in page_texts(dossier.path)]


def test_the_working_edition_says_all_of_a_site(tmp_path: Path, office_template: Path):
    pages = _compiled(tmp_path, office_template, Edition.WORKING)
    page = next(page for page in pages if page.startswith("实地核验现场和检查清单"))
    for words in ("公共法律服务中心；人民路1号", "0375-5051234", "未准备", "还差三月", "牌子已换"):
        assert words in page
    assert page.index("工作站") < page.index("公共法律服务中心；")


def test_the_inspection_edition_says_nothing_that_is_internal(tmp_path, office_template):
    pages = _compiled(tmp_path, office_template, Edition.INSPECTION)
    page = next(page for page in pages if page.startswith("实地核验现场和检查清单"))
    assert "服务台账" in page
    assert "赵六" in page
    for words in ("准备情况", "已准备", "未准备", "备注", "还差三月", "牌子已换"):
        assert words not in page
