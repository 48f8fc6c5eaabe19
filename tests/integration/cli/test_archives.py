"""Archives that stay closed, and hostile titles, in every list that the command line prints."""

import zipfile
from pathlib import Path

import pytest

from tests.support import documents
from tests.support.cli import Cli
from tests.support.zips import packed_zip

PLACE = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]


def too_many(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5001):
            archive.writestr(f"{number}.txt", "")
    return path


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder of archives that cannot be opened, each for another reason."""
    folder = tmp_path / "收到的"
    folder.mkdir()
    too_many(folder / "太多.zip")
    documents.archive(folder / "空.zip", {})
    packed_zip(folder / "老.zip", "通知.txt", 6, b"xxx", b"abc")
    (folder / "评查.7z.002").write_bytes(b"\x01\x02\x03" * 99)
    return folder


def test_they_are_told_in_every_list(cli: Cli, ws: Path, closed: Path, tmp_path: Path):
    cli.text("attach", ws, *PLACE, closed, code=1)
    listed = cli.text("item", "list", ws)
    for name in ("压缩包过大", "空压缩包", "压缩方法不支持", "缺分卷"):
        assert name in listed.replace("\n", "")
    told = cli("compile", ws, "--out", tmp_path / "卷宗", "--indicator", "60")[1]
    assert told.count("存疑") >= 4
    assert "压缩包是空的" in told
    for command in (("status",), ("item", "duplicates"), ("log",)):
        cli.text(command[0], *command[1:], ws)
    for paper in ("material-list", "master-ledger"):
        cli.text("report", ws, paper, "--unit", "县司法局", "--out", tmp_path / "文书")


@pytest.mark.parametrize("title", ["[/附件]关于通知", "报告[draft]终稿", "[red]红[/]"])
def test_brackets_in_a_title_are_no_markup(cli: Cli, ws: Path, tmp_path: Path, title: str):
    file = documents.text(tmp_path / "a.txt")
    assert title in cli.text("attach", ws, *PLACE, "--title", title, file)
    assert title[:4] in cli.text("item", "list", ws)
    item = cli.json("item", "list", ws)[0]["item"]
    cli.text("item", "revisions", ws, item)
    cli.text("item", "remove", ws, item)
    assert title in cli.text("item", "bin", ws).replace("\n", "")
