"""台账: 2,000 rows are pasted, checked, rated, stated as a figure and given out."""

import random
from dataclasses import replace
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from app.bootstrap import open_services
from app.completeness.figures import put_figures
from app.completeness.reading import read_figures
from app.dossier_options import DossierOptions, Edition
from app.eventlog import LogFilter, read_log
from app.jobs import SilentJob
from app.names.verification.material_check import ACTIONS
from app.secrecy.errors import SecretWords
from app.table_files.errors import TableUnreadable
from app.verification.errors import NoteIncomplete, NoteUnknown, TooManyNotes
from app.verification.material_check.errors import CellTooLong, RegisterNotKept
from app.verification.material_check.registers import rows as stored
from app.verification.material_check.registers.exporting import export_books
from app.verification.material_check.registers.files import built_in, load_registers
from app.verification.material_check.registers.filling import (
    FillState,
    fill,
    proposals,
    read_stated,
)
from app.verification.material_check.registers.importing import import_rows, read_file
from app.verification.material_check.registers.matching import match, take
from app.verification.material_check.registers.rows import (
    LINES,
    Book,
    Line,
    change_rows,
    lines_after,
    read_books,
)
from app.verification.material_check.registers.tables import joined_cells, split_cells
from app.verification.notes import NoteChanges, add_note, read_note, restore_note, withdraw_note
from app.wording.log import action_name
from app.workspace.opening import Workspace
from tests.support.cli import Cli
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
REGISTERS = {register.id: register for register in built_in()}
CASES = REGISTERS["litigation"]
HEAD = ("立案日期", "案号", "原告", "被告", "审级", "应出庭", "是否出庭", "裁判结果", "说明")
#: In this many of the rows something is wrong.
FAULTY = 7


def pasted(count: int = 2000, seed: int = 5) -> str:
    """Cases as Excel copies them, 90 of 100 attended."""
    random_of = random.Random(seed)
    rows = [HEAD]
    for n in range(count):
        year = 2017 + n % 5
        day = f"{year}/{random_of.randint(1, 12)}/{random_of.randint(1, 28)}"
        came = "否" if n % 10 == 9 else "√"
        who, result = ("张三", "撤销") if n % 20 == 0 else ("李四", "维持原判")
        number = f"（{year}）豫04行初{n}号"
        rows.append((day, number, who, "县公安局", "一审", "是", came, result))
    for n in range(min(FAULTY, count // 10)):
        rows[1 + n * 10] = ("某日", *rows[1 + n * 10][1:])
    return joined_cells(rows)


def paste(workspace: Workspace, text: str) -> NoteChanges[Line]:
    rows = split_cells(text)
    taken = take(rows, match(CASES, rows))
    there = [row for book in books(workspace) for row in book.rows]
    lines = lines_after(CASES, there, taken.rows)
    return change_rows(workspace, CASES, UNIT, NoteChanges(added=lines))


def books(workspace: Workspace) -> tuple[Book, ...]:
    with workspace.database.reading() as session:
        return read_books(session, CASES)


def offered(workspace: Workspace, last_year: int = 2021):
    (book,) = books(workspace)
    unit_id = workspace.registry().unit(UNIT).id
    with workspace.database.reading() as session:
        stated = read_stated(session, unit_id)
    return proposals(workspace.facts.framework, book, stated, last_year)


def entries(workspace: Workspace) -> list[str]:
    with workspace.database.reading() as session:
        return [entry.action for entry in read_log(session, LogFilter())]


def test_2000_rows_are_pasted_checked_rated_and_stated(workspace, tmp_path):
    before = len(entries(workspace))
    back = paste(workspace, pasted())
    assert len(entries(workspace)) == before + 1
    (book,) = books(workspace)
    assert len(book.rows) == 2000
    assert book.faulty == FAULTY
    assert [row.cells["number"] for row in book.rows[:2]] == [
        "（2017）豫04行初0号",
        "（2018）豫04行初1号",
    ]
    (proposal,) = offered(workspace)
    assert (proposal.reckoned.of, proposal.reckoned.counted) == (1993, 1793)
    assert (proposal.value, proposal.met, proposal.state) == (89.96, False, FillState.OPEN)
    took = fill(workspace, UNIT, [proposal])
    (proposal,) = offered(workspace)
    assert proposal.state is FillState.SAME
    with workspace.database.reading() as session:
        (figure,) = read_figures(session)
    assert figure.basis == (
        "台账：行政应诉案件台账 出庭 1793 件 / 应诉 1993 件（另有 7 行待改，未计入） = 89.96%"
    )
    worse = book.rows[1]
    line = Line(CASES.id, worse.position, {**worse.cells, "attended": "否"})
    change_rows(workspace, CASES, UNIT, NoteChanges(altered={worse.id: line}))
    (proposal,) = offered(workspace)
    assert (proposal.value, proposal.state) == (89.91, FillState.DIFFERS)
    put_figures(workspace, UNIT, took)
    (proposal,) = offered(workspace)
    assert proposal.state is FillState.OPEN

    target = tmp_path / "台账.xlsx"
    assert export_books(CASES, books(workspace), target) == 2000
    sheet, statistics = openpyxl.load_workbook(target).worksheets
    assert sheet.max_row == 2001
    assert [row[1].value for row in statistics.iter_rows()][1:] == [
        *(f"{year}年" for year in range(2017, 2022)),
        "年度不明",
        "合计",
    ]
    forth = change_rows(workspace, CASES, UNIT, back)
    assert books(workspace) == ()
    change_rows(workspace, CASES, UNIT, forth)
    assert [row.id for row in books(workspace)[0].rows] == [row.id for row in book.rows]


def test_an_exported_register_comes_back_as_it_was(workspace, tmp_path):
    paste(workspace, pasted(60))
    rows = [row.cells for row in books(workspace)[0].rows]
    target = tmp_path / "台账.xlsx"
    export_books(CASES, books(workspace), target)
    change_rows(
        workspace,
        CASES,
        UNIT,
        NoteChanges(withdrawn=[row.id for row in books(workspace)[0].rows]),
    )
    table = read_file(workspace, CASES, target)
    assert table.matching.unused == ()
    assert import_rows(workspace, CASES, UNIT, table).added == 60
    assert [row.cells for row in books(workspace)[0].rows] == rows


def test_a_list_in_gbk_is_imported_and_its_columns_are_remembered(workspace, tmp_path):
    file = tmp_path / "应诉.csv"
    file.write_bytes("年度汇总\n案号,收案时间,原告\n甲,2021.3.5,张三\n合计,,1\n".encode("gbk"))
    table = read_file(workspace, CASES, file)
    assert table.matching.columns == ("number", "", "plaintiff")
    chosen = replace(table.matching, columns=("number", "filed", "plaintiff"))
    done = import_rows(workspace, CASES, UNIT, replace(table, matching=chosen))
    assert (done.added, done.totals) == (1, 1)
    assert read_file(workspace, CASES, file).matching == chosen
    assert books(workspace)[0].rows[0].cells["filed"] == "2021-03-05"


def test_what_is_refused(workspace, tmp_path, monkeypatch):
    def change(*added: dict[str, str], unit: str = UNIT, **more) -> None:
        lines = [Line(CASES.id, 1, cells) for cells in added]
        change_rows(workspace, CASES, unit, NoteChanges(added=lines, **more))

    with pytest.raises(NoteIncomplete):
        change({"number": " "})
    with pytest.raises(CellTooLong):
        change({"number": "长" * 1001})
    with pytest.raises(SecretWords):
        change({"number": "1"}, {"note": "机密★10年"})
    others = CASES.model_copy(update={"serves": {"lushan-2021": ("73",)}})
    one = NoteChanges(added=[Line("x", 1, {"number": "1"})])
    with pytest.raises(RegisterNotKept):
        change_rows(workspace, others, UNIT, one)
    with pytest.raises(NoteUnknown):
        change(withdrawn=["nobody's"])
    assert books(workspace) == ()
    monkeypatch.setattr(stored, "LINES", replace(LINES, most=3))
    with pytest.raises(TooManyNotes):
        change(*({"number": str(n)} for n in range(4)))
    change(*({"number": str(n)} for n in range(3)))
    for name, content in (
        ("空.csv", b""),
        ("表.xls", b"\xd0\xcf\x11\xe0" + bytes(600)),
        ("坏.xlsx", b"PK\x03\x04" + bytes(600)),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(TableUnreadable):
            read_file(workspace, CASES, file)
    secret = tmp_path / "密.csv"
    secret.write_text("机密★10年\n案号,原告\n1,张三\n", "utf-8")
    with pytest.raises(SecretWords):
        read_file(workspace, CASES, secret)


def test_every_change_has_its_words_in_the_log(workspace):
    line = Line(CASES.id, 1, {"number": "1"})
    number = add_note(workspace, LINES, stored.home(workspace, CASES, UNIT), line)
    change_rows(workspace, CASES, UNIT, NoteChanges(altered={number: replace(line, position=2)}))
    with workspace.database.reading() as session:
        assert read_note(session, LINES, number).said == replace(line, position=2)
    withdraw_note(workspace, LINES, number)
    restore_note(workspace, LINES, number)
    assert set(ACTIONS) - set(entries(workspace)) == {"noted.register_rows_altered"}
    assert [action for action in ACTIONS if action_name(action) == action] == []


def test_the_command_line_takes_a_register_from_a_file_to_a_figure(workspace, tmp_path, capsys):
    cli = Cli(capsys)
    folder = workspace.layout.root
    workspace.close()
    file = tmp_path / "应诉.csv"
    file.write_text(pasted(40).replace("\t", ","), "utf-8-sig")
    dry = cli.json("register", "import", folder, "行政应诉", file, "--unit", UNIT, "--dry-run")
    assert dry["added"] == 0
    assert dry["unused"] == ["说明"]
    done = cli.json(
        *("register", "import", folder, "行政应诉", file, "--unit", UNIT),
        *("--column", "说明=备注"),
    )
    assert done["added"] == 40
    faulty = cli.json("register", "show", folder, "行政应诉", "--faulty")["rows"]
    assert len(faulty) == 4
    cli.json(
        *("register", "edit", folder, "行政应诉", faulty[0]["id"], "--set", "收案日期=2021.5.1")
    )
    (told,) = cli.json("register", "rates", folder, "行政应诉")
    assert (told["rows"], told["faulty"]) == (40, 3)
    assert told["figures"][0]["state"] == "open"
    (stated,) = cli.json("register", "fill", folder, "行政应诉", "--unit", UNIT)
    assert stated["value"] == 89.19
    assert cli.json("register", "fill", folder, "行政应诉", "--unit", UNIT) == []
    ids = [row["id"] for row in faulty[1:]]
    cli.json("register", "remove", folder, "行政应诉", *ids)
    (listed,) = [r for r in cli.json("register", "list", folder) if r["id"] == "litigation"]
    assert listed["rows"] == {UNIT: 37}
    out = tmp_path / "x.xlsx"
    assert cli.json("register", "export", folder, "行政应诉", "-o", out, "--mask")["rows"] == 37
    names = {row[3].value for row in openpyxl.load_workbook(out).worksheets[0].iter_rows()}
    assert names == {"原告", "李某", "张某"}


def test_a_register_without_a_data_file_shows_what_it_holds(workspace):
    own = workspace.layout.registers
    own.mkdir()
    file = own / "own.yaml"
    file.write_text(
        "format: 1\nid: own\ntitle: 我县台账\nserves: {lushan-2021: ['68']}\n"
        "columns: [{id: a, name: 甲}]\n",
        "utf-8",
    )
    register = load_registers(own).find("我县")
    change_rows(workspace, register, UNIT, NoteChanges(added=[Line("own", 1, {"a": "x"})]))
    file.unlink()
    gone = load_registers(own).known("own")
    with workspace.database.reading() as session:
        (book,) = read_books(session, gone)
    assert [c.name for c in book.register.columns] == ["a"]
    assert book.rows[0].cells == {"a": "x"}
    assert Path(own).is_dir()


@pytest.mark.parametrize("edition", list(Edition))
def test_2000_rows_are_bound_with_their_statistics(tmp_path, office_template, edition):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as services:
        paste(services.workspace, pasted())
        fill(services.workspace, UNIT, offered(services.workspace))
        options = DossierOptions(indicators=("68",), edition=edition)
        (dossier,) = services.dossiers.compile(tmp_path / "卷", options, SilentJob()).dossiers
        pages = ["".join(text.split()) for text in page_texts(dossier.path)]
        sizes = page_sizes(dossier.path)
    counted = next(n for n, page in enumerate(pages) if page.startswith("行政应诉案件台账统计表"))
    assert "出庭1793件/应诉1993件" in pages[counted]
    assert "89.96%" in pages[counted]
    stated = "".join(page for page in pages[:counted] if page.startswith("指标说明"))
    assert "台账：行政应诉案件台账出庭1793件/应诉1993件" in stated
    listed = [n for n, page in enumerate(pages) if page.startswith("行政应诉案件台账")]
    rows = [n for n in listed if n != counted]
    assert rows == list(range(counted + 1, counted + 1 + len(rows)))
    assert len(rows) < 150
    assert {sizes[n] for n in rows} == {(842, 595)}
    whole = "".join(pages[n] for n in rows)
    assert sum(whole.count(f"豫04行初{n}号") for n in range(2000)) >= 2000
    assert all("收案日期" in pages[n] for n in rows)
    inside = edition is Edition.WORKING
    assert ("张三" in whole, "张某" in whole) == (inside, not inside)
    assert ("待改" in "".join(pages)) is inside


def page_sizes(path: Path) -> list[tuple[int, int]]:
    with pikepdf.open(path) as pdf:
        return [tuple(round(float(v)) for v in page.mediabox[2:]) for page in pdf.pages]
