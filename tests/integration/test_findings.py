"""What files hold and pages do not show: judged by a person, told by ledger, end sheet, package."""

import json

import openpyxl
import pypdfium2
import pytest

from app.bootstrap import open_services
from app.conversion.model import BindingChoices, Changes
from app.dossier_options import DossierOptions
from app.errors import OwnedByUnit
from app.evidence.descriptions import Description
from app.evidence.errors import DismissalWithoutReason, FindingUnknown
from app.evidence.filing import ItemToFile, ReadyFile, file_items
from app.evidence.judging import FindingJudgement, judge_item
from app.evidence.listing import FiledRow, count_findings, list_filed
from app.evidence.places import Target, place_of
from app.exchange.kinds import PackageKind
from app.filetypes import sniff
from app.guessing.guess import Guess
from app.intake.inbox.looking_again import LookedAgain, look_again
from app.intake.parts.adding import add_attachment
from app.intake.parts.revising import revise_item
from app.jobs import SilentJob
from app.problems import Problem, ProblemKind
from app.wording.log import action_name
from models import Event
from tests.support import documents
from tests.support.county import copy_county, make_county, open_county
from tests.support.workspaces import rows

JOB = SilentJob()
UNIT = "县司法局"
PICTURES = Problem(ProblemKind.PICTURES_NOT_STORED, {"count": 3})
INSIDE = Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 1, "names": "台账.xlsx"})
REASON = "插图是装饰，正文完整"


def file_with(workspace, path, *problems, unit=UNIT):
    """Enter a file as intake does, with what was found in it."""
    original = workspace.originals.import_file(path)
    ready = ReadyFile(original, sniff(path, path.name), path.name, None, Guess(), problems)
    target = Target("60", "材料查证", unit, 1)
    filing = ItemToFile(ready, place_of(workspace, target), Description(title=path.stem))
    with workspace.database.writing() as work:
        (filed,) = file_items(work, workspace.facts.framework, [filing])
        work.commit()
    return filed.item_id


def row_of(workspace, item) -> FiledRow:
    with workspace.database.reading() as session:
        return next(row for row in list_filed(session) if row.item == item)


@pytest.fixture
def report(tmp_path):
    return documents.text_pdf(tmp_path / "评查报告.pdf", ["第一页", "第二页"])


@pytest.fixture
def item(workspace, report):
    return file_with(workspace, report, PICTURES, INSIDE)


def test_a_finding_is_open_until_somebody_says_why_not(workspace, item):
    assert [f.problem for f in row_of(workspace, item).open_findings] == [PICTURES, INSIDE]
    assert judge_item(workspace, item, [FindingJudgement(PICTURES.kind, f" {REASON} ")])
    row = row_of(workspace, item)
    assert [f.problem for f in row.open_findings] == [INSIDE]
    (dismissed,) = [f.problem.dismissal for f in row.findings if f.problem.settled]
    assert dismissed.reason == REASON
    assert dismissed.by
    count = count_findings([row, row])
    assert (count.open, count.items, count.dismissed) == (1, 1, 1)
    assert judge_item(workspace, item, [FindingJudgement(PICTURES.kind, None)])
    assert [f.problem for f in row_of(workspace, item).open_findings] == [PICTURES, INSIDE]


def test_what_changes_nothing_is_no_step(workspace, item):
    judge_item(workspace, item, [FindingJudgement(PICTURES.kind, REASON)])
    events = len(rows(workspace, Event))
    assert not judge_item(workspace, item, [FindingJudgement(PICTURES.kind, REASON)])
    assert not judge_item(workspace, item, binding=BindingChoices())
    assert len(rows(workspace, Event)) == events


@pytest.mark.parametrize(
    ("verdict", "error"),
    [
        (FindingJudgement(PICTURES.kind, "  "), DismissalWithoutReason),
        (FindingJudgement(ProblemKind.PARTS_NOT_DRAWN, REASON), FindingUnknown),
        (FindingJudgement(PICTURES.kind, REASON, "0" * 64), FindingUnknown),
    ],
)
def test_one_verdict_that_fails_undoes_all(workspace, item, verdict, error):
    with pytest.raises(error):
        judge_item(workspace, item, [FindingJudgement(INSIDE.kind, REASON), verdict])
    assert len(row_of(workspace, item).open_findings) == 2


def test_the_log_says_who_let_what_be_and_why(workspace, item):
    judge_item(
        workspace, item, [FindingJudgement(PICTURES.kind, REASON)], BindingChoices(hidden=True)
    )
    found = [event for event in rows(workspace, Event) if event.subject == item]
    said = {event.action: json.loads(event.data) for event in found}
    assert said["item.finding_dismissed"]["reason"] == REASON
    assert said["item.binding_chosen"]["after"] == {"hidden": True}
    assert {action_name(action) for action in said} == {"收取材料", "核实存疑", "选择装订方式"}


def test_findings_of_parts_count_and_are_judged_apart(workspace, workers, item, tmp_path):
    part = documents.text_pdf(tmp_path / "附件.pdf", ["附件"])
    add_attachment(workspace, workers, item, part, JOB)
    assert len(row_of(workspace, item).findings) == 2
    judge_item(
        workspace, item, [FindingJudgement(PICTURES.kind, REASON, row_of(workspace, item).sha256)]
    )
    assert [f.problem for f in row_of(workspace, item).open_findings] == [INSIDE]


def test_a_new_version_has_its_own_findings_and_the_choices_of_the_old(
    workspace, workers, item, tmp_path
):
    judge_item(
        workspace, item, [FindingJudgement(PICTURES.kind, REASON)], BindingChoices(comments=True)
    )
    revise_item(workspace, workers, item, documents.text_pdf(tmp_path / "新.pdf", ["新"]), JOB)
    row = row_of(workspace, item)
    assert row.findings == ()
    assert row.binding == BindingChoices(comments=True)


def test_ledger_and_end_sheet_tell_what_is_open_and_what_was_let_be(workspace, item, tmp_path):
    judge_item(workspace, item, [FindingJudgement(PICTURES.kind, REASON)])
    path = workspace.layout.root
    workspace.close()
    with open_services(path) as services:
        result = services.dossiers.compile(tmp_path / "卷宗", DossierOptions(), JOB)
    (entry,) = result.ledger.entries
    assert entry.doubtful
    assert entry.findings == ("文件内嵌 1 个附件（台账.xlsx），装订页不含附件内容",)
    assert result.ledger.to_json()["doubtful"] == 1
    with pypdfium2.PdfDocument(result.dossiers[0].path) as document:
        end = document[len(document) - 1].get_textpage().get_text_bounded()
    end = "".join(end.split())
    assert "其中1份存疑" in end
    assert "文件内嵌1个附件（台账.xlsx）" in end
    assert "3张图片没有存在文件里，装订页上看不到；经" in end
    assert f"核实，{REASON}" in end
    listed = (tmp_path / "卷宗" / "清点单.txt").read_text(encoding="utf-8-sig")
    assert "装入 1 份（其中 1 份存疑）" in listed
    assert "已装入，存疑　指标 60　60-20-1　县司法局　评查报告.pdf：文件内嵌 1 个附件" in listed


def test_a_verdict_makes_the_dossier_anew(workspace, item, tmp_path):
    path = workspace.layout.root
    workspace.close()
    with open_services(path) as services:
        services.dossiers.compile(tmp_path / "卷宗", DossierOptions(), JOB)
        again = services.dossiers.compile(tmp_path / "卷宗", DossierOptions(), JOB)
        assert not again.dossiers[0].fresh
        for kind in (PICTURES.kind, INSIDE.kind):
            judge_item(services.workspace, item, [FindingJudgement(kind, REASON)])
        judged = services.dossiers.compile(tmp_path / "卷宗", DossierOptions(), JOB)
        assert judged.dossiers[0].fresh
        assert judged.ledger.doubtful == 0


@pytest.fixture(scope="module")
def county_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("county") / "示例县"
    make_county(path, [UNIT])
    return path


def test_findings_verdicts_and_choices_travel_to_the_office(county_template, tmp_path, report):
    copy_county(county_template, tmp_path / "县")
    choices = BindingChoices(Changes.MARKED, comments=True)
    with open_county(tmp_path / "县", [UNIT]) as county:
        unit, office = county.units[0], county.office
        item = file_with(unit.workspace, report, PICTURES, INSIDE, unit=None)
        judge_item(unit.workspace, item, [FindingJudgement(PICTURES.kind, REASON)], choices)
        office.merge(unit.submit(county.stick / "一.zip"))
        here = row_of(office.workspace, item)
        assert here.findings == row_of(unit.workspace, item).findings
        assert here.binding == choices
        with pytest.raises(OwnedByUnit):
            judge_item(office.workspace, item, [FindingJudgement(INSIDE.kind, REASON)])
        # What the unit takes back is taken back at the office too, and the package says so alone.
        judge_item(unit.workspace, item, [FindingJudgement(PICTURES.kind, None)], BindingChoices())
        office.merge(unit.submit(county.stick / "二.zip"))
        assert len(row_of(office.workspace, item).open_findings) == 2
        assert row_of(office.workspace, item).binding == BindingChoices()
        assert unit.pack(PackageKind.SUBMISSION, county.stick / "三.zip").written


def test_what_the_binding_answers_is_open_no_more(workspace, tmp_path):
    hidden = Problem(ProblemKind.HIDDEN_SHEETS, {"count": 2, "names": "明细、原始"})
    item = file_with(workspace, documents.spreadsheet(tmp_path / "台账.xlsx"), hidden)
    assert [f.problem for f in row_of(workspace, item).open_findings] == [hidden]
    judge_item(workspace, item, binding=BindingChoices(hidden=True))
    row = row_of(workspace, item)
    assert row.open_findings == ()
    assert [f.problem for f in row.findings] == [hidden]


def hidden_sheet(path):
    book = openpyxl.Workbook()
    book.active["A1"] = "汇总"
    draft = book.create_sheet("草稿")
    draft["A1"] = "数字未核对"
    draft.sheet_state = "hidden"
    book.save(path)
    return path


def test_files_of_earlier_versions_are_looked_through_on_demand(workspace, workers, tmp_path):
    item = file_with(workspace, hidden_sheet(tmp_path / "台账.xlsx"))
    assert row_of(workspace, item).findings == ()
    assert look_again(workspace, workers, JOB) == LookedAgain(originals=1, items=1)
    (found,) = row_of(workspace, item).open_findings
    assert found.problem.kind is ProblemKind.HIDDEN_SHEETS
    judge_item(workspace, item, [FindingJudgement(found.problem.kind, REASON)])
    assert look_again(workspace, workers, JOB) == LookedAgain(originals=1, items=0)
    assert row_of(workspace, item).open_findings == ()


def test_what_the_other_side_owns_is_left_to_it(county_template, workers, tmp_path):
    copy_county(county_template, tmp_path / "县")
    with open_county(tmp_path / "县", [UNIT]) as county:
        unit, office = county.units[0], county.office
        item = file_with(unit.workspace, hidden_sheet(tmp_path / "台账.xlsx"), unit=None)
        office.merge(unit.submit(county.stick / "一.zip"))
        assert look_again(office.workspace, workers, JOB) == LookedAgain(originals=0, items=0)
        assert look_again(unit.workspace, workers, JOB) == LookedAgain(originals=1, items=1)
        office.merge(unit.submit(county.stick / "二.zip"))
        assert len(row_of(office.workspace, item).open_findings) == 1
