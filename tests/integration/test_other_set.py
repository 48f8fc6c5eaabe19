"""An indicator set of another shape goes through everything, as people would use it.

``tests.support.other_set`` says how it differs from the built-in one.
"""

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.support import documents
from tests.support.cli import Cli
from tests.support.other_set import UNITS, other_pack


def words_of(path: Path) -> str:
    """The words on all pages, without line breaks."""
    with pypdfium2.PdfDocument(path) as document:
        pages = (page.get_textpage().get_text_range() for page in document)
        return "".join("".join(pages).split())


OFFICE, UNIT = "创建办", "县财政局"


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def office(tmp_path: Path, cli: Cli) -> Path:
    pack = tmp_path / "考核指标.yaml"
    pack.write_text(other_pack(), encoding="utf-8")
    assert "考核指标 150 项" in cli.text("framework", "validate", pack)
    cli.text("init", tmp_path / OFFICE, "--county", "示例县", "--framework", pack)
    return tmp_path / OFFICE


def test_codes_methods_and_tasks_are_named_as_the_set_names_them(cli: Cli, office: Path) -> None:
    rows = cli.json("indicators", office)
    assert len(rows) == 150
    tasks = {task["task"]: task for task in rows[0]["tasks"]}
    assert tasks["台账"]["method"] is None
    told = cli.text("attach", office, office, "--indicator", "9.9.9", "--method", "台账", code=2)
    assert "编号是：1.1.1 到 5.3.10" in told
    told = cli.text("item", "list", office, "--indicator", "60", code=2)
    assert "没有编号为 60 的指标" in told


def test_the_status_counts_every_level_and_units_by_task(cli: Cli, office: Path) -> None:
    status = cli.json("status", office)
    assert status["whole"]["total"] == 150 * 4
    assert status["categories"]["2"]["total"] == 30 * 4
    assert status["categories"]["2.3.0"]["total"] == 10 * 4
    assert status["methods"][""]["total"] == 150
    assert status["kinds"]["assessed"]["total"] == 600
    by_unit = status["units"]
    assert by_unit["县财政局"]["total"] == 150  # the tasks that it leads, and no others
    assert by_unit["县信访局"]["total"] == 0  # it only takes part in one
    cli.text("owing", "set", office, "everyone")
    by_unit = cli.json("status", office)["units"]
    assert by_unit["县财政局"]["total"] == 150  # the tasks that name it, and no others
    assert by_unit["县信访局"]["total"] == 150
    assert sum(by_unit[unit]["total"] for unit in UNITS[:3]) == 450
    assert "县市场监管局" not in by_unit


def test_a_unit_is_told_of_the_tasks_that_it_leads_by_their_own_deadlines(
    cli: Cli, office: Path
) -> None:
    told = cli.json("owing", "show", office, "--unit", UNIT)
    assert {task["role"] for task in told["tasks"]} == {"lead"}
    assert told["owed"] == sum(task["owed"] for task in told["tasks"]) == 150
    assert {task["deadline"] for task in told["tasks"]} == {"2026-10-31"}
    # Taking part in a task of an indicator is none of leading it.
    told = cli.json("owing", "show", office, "--unit", "县信访局")
    assert (told["lead"], told["participant"], told["owed"]) == (0, 150, 0)
    assert told["optional"] == 150


def test_from_task_package_to_accepted_dossier(cli: Cli, office: Path, tmp_path: Path) -> None:
    unit, stick = tmp_path / UNIT, tmp_path / "U盘"
    (task,) = cli.json("pack", "task", office, "--unit", UNIT, "--out", stick)["paths"]
    cli.text("merge", unit, task, "--trust", cli.json("inspect", task)[0]["fingerprint"])
    paper = documents.text(tmp_path / "台账.txt", "推进台账内容")
    where = "--indicator", "第2.3.1项", "--method", "推进台账"
    cli.text("attach", unit, paper, *where)
    assert cli.json("item", "list", unit)[0]["task"] == "台账"
    cli.text("review", "submit", unit, "--indicator", "2.3.1", "--method", "台账")
    cli.text("pack", "submission", unit, "--out", stick / "报送.zip", "--unsealed")
    sender = cli.json("inspect", stick / "报送.zip")[0]["fingerprint"]
    merged = cli.text("merge", office, stick / "报送.zip", "--trust", sender)
    assert "指标 2.3.1　推进台账" in merged
    listed = cli.text("review", "list", office, "--indicator", "2.3.1")
    assert "推进台账" in listed
    cli.text("review", "accept", office, *where, "--unit", UNIT)
    for scope in ("indicator", "method", "unit", "combined"):
        out = tmp_path / scope
        cli.text("compile", office, "--scope", scope, "--out", out, "--accepted-only")
        lists = {"000 总索引.pdf", "案卷目录.pdf", "卷脊.pdf"}
        (dossier,) = (path for path in out.rglob("*.pdf") if path.name not in lists)
        words = words_of(dossier)
        assert "示例县依法行政考核" in words
        assert "推进台账" in words
        assert "法治政府建设示范创建" not in words
    words = words_of(next((tmp_path / "indicator").glob("*2.03.01*.pdf")))
    assert "完成时限：2026年10月底前" in words
    assert "评分办法：按期完成得满分，逾期不得分。" in words
    assert "2026年主题：建章立制年" in words
    cli.text("pack", "return", office, "--unit", UNIT, "--out", stick / "退回.zip")
    cli.text("merge", unit, stick / "退回.zip")
    cli.text("check", unit)
    cli.text("check", office)


def test_papers_are_about_the_sets_own_work(cli: Cli, office: Path, tmp_path: Path) -> None:
    cli.text("report", office, "任务分解表", "--out", tmp_path / "分解.xlsx")
    sheet = load_workbook(tmp_path / "分解.xlsx").worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "示例县依法行政考核任务分解表" in cells
    assert "推进台账" in cells
    assert not any("示范创建" in cell for cell in cells)
