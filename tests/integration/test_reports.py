"""Papers and stages of real workspaces, through the services, the command line and LibreOffice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pypdfium2
import pytest

from app.bootstrap import Services
from app.conversion.model import Rendition
from app.conversion.office.program import find_office
from app.conversion.registry import open_conversion
from app.destination import Destination
from app.errors import TargetExists
from app.framework.keys import SlotKey, TaskKey
from app.jobs import Cancelled, CancelToken, SilentJob
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.reports.certificates.papers import papers_in
from app.reports.errors import ReportNotForUnit, TemplateInvalid
from app.reports.papers import PAPERS, PaperFormat, PaperScope, find_paper
from app.reports.service import make_papers
from app.reports.writing import write_papers
from app.review.service import accept_slots, submit_slots
from app.selfcheck.service import StatementEdit, state
from app.settings import WorkspaceSettings
from app.stages.schedule import StageChange
from app.stages.service import change_stage, view_stages
from app.verification.notes import add_note
from app.verification.site_check.sites import SITES, Check, Site, SiteTask
from app.verification.slots import Slot
from app.workspace.errors import OfficeOnly, UnitOnly
from app.workspace.opening import open_workspace
from models.vocabulary import SelfAssessment
from tests.support.cli import Cli
from tests.support.conversion import FAST, source_of
from tests.support.pdf_description import describe_pdf, page_texts
from tests.support.report_rows import PART, county_rows
from tests.support.workspaces import NOON, add_item, copy_workspace, make_workspace

needs_office = pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed")
METHOD = "material_check"
#: What papers have to say in letters: how bytes are made, a digest by name and value, a suffix.
TECHNICAL = re.compile(r"docx|UTF-8|SHA-256|[0-9a-f]{16,}")
#: Papers of interviews and case reviews; the county of these tests held none.
NOTHING_TO_TELL = {
    "抽取记录",
    "访谈名单",
    "访谈情况报告",
    "案卷抽取记录",
    "案卷评查表",
    "案卷评查通报",
    "案卷评查整改清单",
}


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    path = copy_workspace(office_template, tmp_path / "示例县创建")
    with open_workspace(path, clock=lambda: NOON) as workspace:
        made = Services(workspace, WorkspaceSettings(contact="王示例"))
        yield made
        made.close()


@pytest.fixture
def filled(services: Services, tmp_path: Path) -> Services:
    """An office with an item of 县司法局, a return, a problem, a self-check and a site."""
    workspace = services.workspace
    file = tmp_path / "关于清单的通知.txt"
    file.write_text("正文", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit="县司法局", indicator="1")
        work.commit()
    unit = workspace.registry().unit("县司法局")
    submit_slots(workspace, [SlotKey("1", METHOD, unit.id)])
    notice = open_notice(
        workspace,
        NoticeDraft(
            unit.id, "1", "缺2019年台账", "补齐", "2026-02-10", METHOD, found_on="2026-01-05"
        ),
    )
    reply(workspace, notice, ReplyEdit(measure="安排专人整理", person="张示例", evidence=(item,)))
    state(
        workspace,
        "县司法局",
        "1",
        StatementEdit(SelfAssessment.MOSTLY, "已公布清单", "个别年度缺台账"),
    )
    task = TaskKey("21", "site_check")
    site = Site("公共法律服务中心", route=1, tasks=(SiteTask(task, (Check("服务台"),)),))
    add_note(workspace, SITES, Slot("县司法局", *task), site)
    return services


def words_of(path: Path) -> str:
    document = docx.Document(path)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def make(services: Services, title: str, *units: str, **more: Any):
    return make_papers(
        services.workspace, services.settings, find_paper(title), units, SilentJob(), **more
    )


def test_every_paper_is_made_of_a_workspace(filled: Services):
    unit = filled.workspace.registry().unit("县司法局")
    accept_slots(filled.workspace, [SlotKey("1", METHOD, unit.id)])
    for paper in PAPERS:
        units = ("县司法局",) if paper.scope is PaperScope.UNIT else ()
        made = make_papers(filled.workspace, filled.settings, paper, units, SilentJob()).written
        if paper.title in NOTHING_TO_TELL:
            assert not made, paper.title
            continue
        written, *more = made
        assert bool(more) is bool(paper.each), paper.title
        assert written.path.parent == filled.workspace.layout.exports / "文书"
        assert paper.each or paper.title in written.path.name
        assert "（2026年3月1日）" in written.path.name
        if written.path.suffix == ".docx":
            document = docx.Document(written.path)
            assert "{{" not in words_of(written.path)
            assert document.core_properties.author
            assert document.core_properties.comments == ""
        else:
            book = openpyxl.load_workbook(written.path)
            values = [c.value for s in book.worksheets for row in s.iter_rows() for c in row]
            assert not [v for v in values if isinstance(v, str) and "{{" in v]


def test_the_guide_to_sites_is_written_as_word_and_pdf(filled: Services):
    (written,) = make(filled, "现场核验手册", "县司法局").written
    assert written.printed == written.path.with_suffix(".pdf")
    assert written.paths == (written.path, written.printed)
    first, second = page_texts(written.printed)
    assert "县司法局" in first
    assert "公共法律服务中心" in second
    assert "服务台" in words_of(written.path)
    with pytest.raises(TargetExists):
        make(filled, "现场核验手册", "县司法局")
    written.path.unlink()
    with pytest.raises(TargetExists) as caught:
        make(filled, "现场核验手册", "县司法局")
    assert caught.value.path == written.printed
    assert not written.path.exists()


def test_statements_are_written_for_each_task_or_for_one_indicator(filled: Services):
    made = make(filled, "未发生情形说明", "县司法局").written
    names = [one.path.name for one in made]
    assert len(set(names)) == len(names) > 3
    assert {one.unit for one in made} == {"县司法局"}
    (one,) = make(
        filled, "未发生情形说明", "县司法局", indicators=("第27项指标",), overwrite=True
    ).written
    assert one.path.name.startswith("27-材料查证-要点1 县司法局关于没有发生")
    words = words_of(one.path)
    assert "自2018年1月1日至2026年3月1日" in words
    assert "2018年以来县政府及职能部门没有发生因行政规范性文件未按程序制定被通报的情况" in words
    assert "县司法局没有发生因行政规范性文件未按程序制定被通报的情况，或者" in words
    assert "（盖章）" in words
    with pytest.raises(TargetExists):
        make(filled, "未发生情形说明", "县司法局", indicators=("27",))
    none = make(filled, "未发生情形说明", "县司法局", indicators=("60",))
    assert not none.written
    assert none.skipped


def test_a_paper_that_nobody_needs_is_no_fault_of_the_disk(filled: Services, tmp_path: Path):
    made = make(filled, "整改通知", "县财政局", target=tmp_path / "文书")
    assert not made.written
    assert [unit for unit, _ in made.skipped] == ["县财政局"]
    assert not (tmp_path / "文书").exists()


def test_papers_say_what_the_workspace_holds(filled: Services):
    (notice,) = make(filled, "整改通知", "县司法局").written
    words = words_of(notice.path)
    assert "（一）第1项指标（材料查证）" in words
    assert "存在问题：缺2019年台账。" in words
    assert "整改时限：2026年2月10日前。" in words
    assert make(filled, "审核意见表", "县司法局").skipped == (("县司法局", "还没有审核结论"),)
    (report,) = make(filled, "自查报告", "县司法局").written
    words = words_of(report.path)
    assert "自评结果：基本完成" in words
    assert "自查情况：已公布清单。" in words
    assert "整改措施：安排专人整理。" in words
    (told,) = [note for note in report.notes if "项指标还没有填写自查情况：" in note]
    # The unit takes part in indicator 2 without owing anything, so nothing is asked of it there.
    assert told.partition("：")[2].split("、")[0] not in {"1", "2"}
    (ledger,) = make(filled, "整改台账").written
    row = [c.value for c in list(openpyxl.load_workbook(ledger.path).active.iter_rows())[3]]
    assert row[0] == row[1] == 1
    assert row[5] == "缺2019年台账"
    assert row[12] == "逾期·整改中"
    assert "关于清单的通知" in row[15]
    (master,) = make(filled, "总台账").written
    book = openpyxl.load_workbook(master.path)
    assert book.sheetnames == ["单位汇总", "指标汇总", "材料明细"]
    items = list(book["材料明细"].iter_rows(min_row=4, values_only=True))
    assert [(r[1], r[4], r[5]) for r in items] == [("1", "县司法局", "关于清单的通知")]
    units = list(book["单位汇总"].iter_rows(min_row=4, values_only=True))
    assert len(units) == len(filled.workspace.registry().units) + 1
    assert units[-1][0] == "合计"
    assert all(isinstance(r[4], int) for r in units)


def test_papers_for_every_unit_account_for_each(filled: Services):
    made = make(filled, "移交清单")
    named = [w.unit for w in made.written] + [unit for unit, _ in made.skipped]
    assert sorted(map(str, named)) == sorted(u.name for u in filled.workspace.registry().units)
    assert [w.unit for w in made.written] == ["县司法局"]
    assert made.written[0].path.parent.name == "移交清单（2026年3月1日）"


def test_nothing_is_overwritten_unasked(filled: Services):
    (first,) = make(filled, "进展通报").written
    before = first.path.read_bytes()
    with pytest.raises(TargetExists):
        make(filled, "进展通报")
    assert first.path.read_bytes() == before
    (again,) = make(filled, "进展通报", overwrite=True, today=date(2026, 3, 1)).written
    assert again.path == first.path


def test_a_broken_template_writes_nothing(filled: Services):
    folder = filled.workspace.layout.templates
    folder.mkdir()
    (folder / "进展通报.docx").write_bytes(b"nothing")
    with pytest.raises(TemplateInvalid):
        make(filled, "进展通报")
    assert not list(filled.workspace.layout.exports.rglob("*"))[1:]


def test_cancel_leaves_whole_files_only(filled: Services):
    token = CancelToken()

    class Job(SilentJob):
        def report(self, progress) -> None:
            if progress.done == 2:
                token.cancel()

    with pytest.raises(Cancelled):
        make_papers(filled.workspace, filled.settings, find_paper("材料清单"), (), Job(token))
    files = [p for p in filled.workspace.layout.exports.rglob("*") if p.is_file()]
    assert len(files) == 2
    for file in files:
        openpyxl.load_workbook(file)


def test_a_unit_makes_its_own_papers_only(tmp_path: Path, framework):
    with make_workspace(tmp_path / "单位", framework, "县司法局") as workspace:
        made = Services(workspace, WorkspaceSettings())
        (own,) = make(made, "材料清单").written
        assert own.unit == "县司法局"
        (breakdown,) = make(made, "任务分解表").written
        assert breakdown.unit == "县司法局"
        with pytest.raises(OfficeOnly):
            make(made, "进展通报")
        with pytest.raises(UnitOnly):
            make(made, "自查报告", "县财政局")
        with pytest.raises(OfficeOnly):
            change_stage(workspace, 2, StageChange(goal=10))
        assert {row.unit for row in view_stages(made.workspace, made.completeness()).rows} == {
            "县司法局"
        }
        made.workers.close()


def test_a_county_paper_is_not_for_units(filled: Services):
    with pytest.raises(ReportNotForUnit):
        make(filled, "进展通报", "县司法局")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def ws(office_template: Path, tmp_path: Path) -> Path:
    return copy_workspace(office_template, tmp_path / "示例县创建")


def test_report_on_the_command_line(cli: Cli, ws: Path, tmp_path: Path):
    assert {p["title"] for p in cli.json("report", ws)} == {p.title for p in papers_in(ws)}
    assert "进展通报" in cli.text("report", ws, "list")
    target = tmp_path / "出" / "清单.xlsx"
    made = cli.json("report", ws, "材料清单", "--unit", "司法局", "--out", target, code=2)
    assert "县司法局" in made["error"]["remedy"]
    made = cli.json("report", ws, "材料清单", "--unit", "县司法局", "--out", target)
    assert made["written"][0]["path"] == str(target)
    assert target.is_file()
    told = cli.text("report", ws, "材料清单", "--unit", "县司法局", "--out", target, code=2)
    assert "--overwrite" in told
    cli.text("report", ws, "材料清单", "--unit", "县司法局", "--out", target, "--overwrite")
    day = "2026年12月1日"
    made = cli.json("report", ws, "催报通知", "--unit", "县司法局", "--deadline", day)
    assert f"于{day}前报送" in words_of(Path(made["written"][0]["path"]))
    assert "没有名为“通知书”的文书" in cli.text("report", ws, "通知书", code=2)
    made = cli.json("report", ws, "移交清单")
    assert made["written"] == []
    assert {s["reason"] for s in made["skipped"]} == {"没有材料可以移交"}
    assert "templates" in cli.text("report", ws, "templates")
    assert (
        (ws / "templates" / "模板说明.txt").read_text(encoding="utf-8-sig").startswith("文书模板")
    )
    assert cli.json("report", ws, "templates", code=2)["error"]["kind"] == "target_exists"
    # The templates that were laid out serve as they are.
    cli.text("report", ws, "进展通报")


def test_lists_of_two_papers_lie_in_one_folder(cli: Cli, ws: Path, tmp_path: Path):
    names = set()
    for title in ("催报通知", "要交材料一览", "尚缺材料清单"):
        made = cli.json("report", ws, title, "--unit", "县司法局", "--out", tmp_path / "出")
        (one,) = made["written"]
        names |= {Path(path).name for path in (one["path"], one["attached"]) if path}
    assert len(names) == 5
    assert sum(name.endswith(".xlsx") for name in names) == 3
    assert sum(name.startswith("县司法局催报通知") for name in names) == 2
    assert {path.name for path in (tmp_path / "出").iterdir()} == names


def test_stages_on_the_command_line(cli: Cli, ws: Path):
    shown = cli.json("stages", ws)
    assert [s["deadline"] for s in shown["stages"]][:2] == ["2021-04-10", "2021-05-10"]
    assert len(shown["overdue"]) == len({row["unit"] for row in shown["overdue"]}) > 0
    cli.text("stages", ws, "set", "--year", "2090")
    shown = cli.json("stages", ws, "set", 2, "--deadline", "2090年5月20日", "--goal", 30)
    assert shown["stages"][1]["deadline"] == "2090-05-20"
    assert shown["stages"][1]["goal"] == 30
    assert shown["stages"][2]["start"] == "2090-05-21"
    assert shown["overdue"] == []
    assert cli.json("stages", ws) == shown
    last = cli.json("stages", ws, "set", 6, "--deadline", "另定", "--start", "另定")["stages"][5]
    assert [last[key] for key in ("start", "deadline", "deadline_text")] == [None, None, "日期另定"]
    assert "早于" in cli.text("stages", ws, "reset", 6, code=2)  # the stages before are in 2090
    assert cli.json("stages", ws, "reset", 5)["stages"][5] == last
    cli.json("stages", ws, "set", 6, "--deadline", "2090-12-01")
    assert "早于" in cli.text("stages", ws, "set", 6, "--deadline", "2090-01-01", code=2)
    assert "请写明阶段序号" in cli.text("stages", ws, "set", "--goal", 5, code=2)
    assert "没有这个创建阶段：9" in cli.text("stages", ws, "set", 9, "--goal", 5, code=2)
    made = cli.json("stages", ws, "ics")
    events = icalendar.Calendar.from_ical(Path(made["path"]).read_bytes()).walk("VEVENT")
    assert len(events) == made["entries"] == 6
    assert "--overwrite" in cli.text("stages", ws, "ics", code=2)
    again = cli.json("stages", ws, "reset")
    assert again["stages"][0]["deadline"] == "2021-04-10"


@pytest.fixture(scope="module")
def printed(tmp_path_factory, workers, framework) -> dict[str, Any]:
    """Every paper of a county of forty units as our own conversion prints it, described."""
    folder = tmp_path_factory.mktemp("papers")
    rows = county_rows(framework, 40)
    # A thinned-out register of items keeps the ledger's pages few.
    slim = replace(rows, items=tuple(i for i in rows.items if i.unit == PART))
    paths = {}
    for paper in PAPERS:
        units = [PART] if paper.scope is PaperScope.UNIT else [None]
        target = folder / paper.name
        place = Destination.remember(target)
        made = write_papers(paper, slim, units, folder / "none", target, place, SilentJob())
        paths[paper.title] = made.written[0].path
    conversion = open_conversion(folder / "cache", FAST, workers)
    sources = {title: source_of(path) for title, path in paths.items()}
    report = conversion.render(list(sources.values()), SilentJob())
    found = {}
    for title, source in sources.items():
        outcome = report.outcomes[source.sha256]
        assert isinstance(outcome, Rendition), f"{title}: {outcome}"
        found[title] = describe_pdf(outcome.path) | {
            "path": outcome.path,
            "source": source.path,
        }
    return found


def flat(text: str) -> str:
    return "".join(text.split())


@needs_office
@pytest.mark.office
def test_printed_papers_have_their_words_and_fonts(printed):
    for title, told in printed.items():
        text = flat("".join(told["text"]))
        assert "{{" not in text, title
        assert "\ufffd" not in text, title
        # What is not Chinese are numbers and marks, and no word of a program's.
        assert not re.search("[A-Za-z]{2,}", TECHNICAL.sub("", text)), title
        assert told["fonts"], title


@needs_office
@pytest.mark.office
def test_official_papers_number_their_pages_at_the_outer_edge(printed):
    for title in ("催报通知", "进展通报", "自查报告", "移交清单"):
        with pypdfium2.PdfDocument(printed[title]["path"]) as document:
            for number, page in enumerate(document, 1):
                text = page.get_textpage()
                found = text.search(f"— {number} —")
                place = found.get_next()
                assert place is not None, (title, number)
                left, _, _, top = text.get_charbox(place[0])
                # The lines beside the number lie 7 mm below the text's lower edge.
                assert 35 / 25.4 * 72 > top > 20 / 25.4 * 72
                assert (left > 595 / 2) == (number % 2 == 1), (title, number)


@needs_office
@pytest.mark.office
def test_a_reminder_and_the_list_of_what_is_owed_have_two_pages_at_most(printed):
    for title in ("催报通知", "要交材料一览"):
        assert len(printed[title]["text"]) <= 2, title


@needs_office
@pytest.mark.office
def test_the_signature_stands_on_a_page_with_text(printed):
    for title, signer in (
        ("催报通知", "示例县法治政府建设示范创建办公室"),
        ("进展通报", "示例县法治政府建设示范创建办公室"),
        ("整改通知", "示例县法治政府建设示范创建办公室"),
        ("自查报告", PART),
    ):
        pages = [[flat(line) for line in t.split("\n")] for t in printed[title]["text"]]
        signed = [
            page
            for page in pages
            if signer in page and "2027年5月1日" in page[page.index(signer) + 1]
        ]
        assert len(signed) == 1, title
        assert signed[0].index(signer) > 0, title


@needs_office
@pytest.mark.office
def test_heads_of_tables_stand_on_every_page(printed):
    pages = printed["审核意见表"]["text"]
    assert len(pages) > 2
    for page in pages[:-1]:
        assert "核验方式" in flat(page)
    for page in printed["任务分解表"]["text"]:
        assert "牵头单位" in flat(page)


@needs_office
@pytest.mark.office
@pytest.mark.parametrize("title", [p.title for p in PAPERS if p.format is PaperFormat.WORD])
def test_no_character_is_lost_on_the_way_to_paper(printed, title):
    """LibreOffice loses marks at the ends of lines that are filled to the last point."""
    pages = printed[title]["text"]
    shown = "".join(flat(page).replace(f"—{number}—", "") for number, page in enumerate(pages, 1))
    paragraphs = docx.Document(printed[title]["source"]).paragraphs
    wanted = [flat(p.text).replace("\u200b", "") for p in paragraphs]
    assert [text for text in wanted if text not in shown] == []
