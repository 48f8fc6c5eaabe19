"""``juanzong item take-out``: embedded files become parts or items of their own."""

from pathlib import Path

import pytest

from tests.support import documents
from tests.support.cli import Cli
from tests.support.documents.embedded import bare_word, ole_object


@pytest.fixture
def item(cli: Cli, ws: Path, tmp_path: Path) -> str:
    files = {
        "台账.xlsx": documents.spreadsheet(tmp_path / "b.xlsx").read_bytes(),
        "说明.docx": documents.word(tmp_path / "n.docx", ["说明"]).read_bytes(),
    }
    letter = bare_word(
        tmp_path / "评查报告.docx",
        "".join(ole_object(f"r{n}", "Package") for n in range(2)),
        tuple((f"r{n}", "package", f"embeddings/{name}", False) for n, name in enumerate(files)),
        {f"word/embeddings/{name}": content for name, content in files.items()},
    )
    place = ("--indicator", "60", "--method", "材料查证", "--unit", "县司法局")
    (outcome,) = cli.json("attach", ws, letter, *place)["outcomes"]
    return outcome["item"]


def open_findings(cli: Cli, ws: Path) -> list[str]:
    found = cli.json("item", "findings", ws)
    return [one["detail"]["names"] for one in found if one["kind"] == "attachments_not_carried"]


def test_a_list_changes_nothing(cli: Cli, ws: Path, item: str):
    listed = cli.json("item", "take-out", ws, item, "--list")
    assert [(one["name"], one["bound"]) for one in listed] == [
        ("台账.xlsx", "not"),
        ("说明.docx", "not"),
    ]
    assert open_findings(cli, ws) == ["台账.xlsx、说明.docx"]


def test_all_become_parts(cli: Cli, ws: Path, item: str):
    report = cli.json("item", "take-out", ws, item)
    assert (report["inputs"], report["parts"]) == (2, 2)
    assert [one["state"] for one in report["outcomes"]] == ["part", "part"]
    assert open_findings(cli, ws) == []
    (row,) = cli.json("item", "list", ws)
    assert row["item"] == item


def test_one_becomes_an_item_of_its_own(cli: Cli, ws: Path, item: str):
    report = cli.json("item", "take-out", ws, item, "--name", "说明.docx", "--separate")
    assert [(one["file"], one["state"]) for one in report["outcomes"]] == [
        ("评查报告.docx/说明.docx", "added")
    ]
    assert open_findings(cli, ws) == ["台账.xlsx"]
    assert {row["file"] for row in cli.json("item", "list", ws)} == {"评查报告.docx", "说明.docx"}


def test_people_are_told_what_became_of_each(cli: Cli, ws: Path, item: str):
    said = cli.text("item", "take-out", ws, item)
    assert "已附上 评查报告.docx/台账.xlsx" in said
    assert "共 2 个文件" in said
    again = cli.text("item", "take-out", ws, item)
    assert "已在此处" in again
    assert "--again" not in again


def test_a_name_that_is_not_there_is_refused_with_those_that_are(cli: Cli, ws: Path, item: str):
    said = cli.text("item", "take-out", ws, item, "--name", "没有.xlsx", code=2)
    assert "台账.xlsx、说明.docx" in said
