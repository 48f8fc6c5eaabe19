"""What leaves the computer names neither its login, nor its folders, nor itself."""

import io
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from openpyxl import Workbook
from sqlalchemy import select

from app.visible_text import visible
from app.workspace.opening import open_workspace
from models import WorkspaceInfo
from tests.support.cli import Cli

LOGIN, HOST = "loginname7q", "hostname7q"
ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le")
NEEDLES = [word.encode(encoding) for word in (LOGIN, HOST) for encoding in ENCODINGS]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A person's folder, on a computer whose names would be found anywhere."""
    folder = tmp_path / LOGIN
    folder.mkdir()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, LOGIN)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, HOST)
    monkeypatch.setattr(socket, "gethostname", lambda: HOST)
    return folder


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file and of all that is packed or compressed in it."""
    yield name, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as bag:
            for inner in bag.namelist():
                yield f"{name}/{inner}", inner.encode()
                yield from contents(f"{name}/{inner}", bag.read(inner))
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield f"{name} info", str(pdf.docinfo).encode()
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    yield f"{name} object", thing.read_bytes()
                else:
                    yield f"{name} object", repr(thing).encode()


def telling(folder: Path) -> list[str]:
    """Where below a folder a name of the computer stands."""
    return [
        place
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for place, data in contents(str(path.relative_to(folder)), path.read_bytes())
        if any(needle in data for needle in NEEDLES)
    ]


def test_nothing_that_leaves_names_the_login_or_the_computer(home, tmp_path, cli):
    root, out, papers = home / "工作区", tmp_path / "出去的", home / "来件"
    out.mkdir()
    papers.mkdir()
    word = docx.Document()
    word.add_paragraph("关于开展案卷评查的通知")
    word.save(str(papers / "通知.docx"))
    book = Workbook()
    book.active.append(["案卷", 1])
    book.save(papers / "台账.xlsx")
    (papers / "说明.txt").write_text("2021年案卷评查工作说明\n", encoding="utf-8")
    cli.text("init", root, "--county", "示例县")
    place = ("--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1")
    cli.text("attach", root, papers, *place)
    cli.text("compile", root, "--indicator", "60", "--out", out / "卷宗")
    for paper in ("任务分解表", "材料清单", "进展通报"):
        cli.text("report", root, paper, "--out", out)
    cli.text("pack", "task", root, "--unit", "县司法局", "--out", out)
    cli.text("log", root, "--export", out / "记录.csv")
    cli.text("log", root, "--export", out / "记录.jsonl")
    cli.text("stages", root, "ics", "--out", out / "日历.ics")
    cli.text("backup", "make", root, "--folder", out / "备份")
    made = {path.suffix for path in out.rglob("*") if path.is_file()}
    assert made >= {".pdf", ".docx", ".xlsx", ".zip", ".csv", ".jsonl", ".ics", ".db", ".json"}
    assert telling(out) == []


@pytest.mark.parametrize("county", ["示例县" * 100, "示\x1b[31m例\u202e<b>&县"])
def test_any_name_of_a_county_goes_into_the_properties_of_papers(tmp_path, cli, county):
    root = tmp_path / "工作区"
    cli.text("init", root, "--county", "示例县")
    # Earlier versions took any name.
    with open_workspace(root) as workspace, workspace.database.writing() as work:
        work.session.scalars(select(WorkspaceInfo)).one().county = county
        work.commit()
    cli.text("report", root, "进展通报", "--out", tmp_path / "a.docx")
    told = docx.Document(str(tmp_path / "a.docx")).core_properties.title
    assert 0 < len(told) <= 255
    assert told == visible(told)
