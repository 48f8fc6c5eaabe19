"""``juanzong item``: moving, the bin, revisions, duplicates and saving out, by command."""

import pytest

from tests.support import documents
from tests.support.cli import Cli
from tests.support.workspaces import copy_workspace


@pytest.fixture
def cli(capsys):
    return Cli(capsys).json


@pytest.fixture
def ws(unit_template, tmp_path):
    return copy_workspace(unit_template, tmp_path / "示例县创建")


@pytest.fixture
def add(cli, ws, tmp_path):
    def run_(name, content, indicator="60"):
        file = documents.text(tmp_path / name, content)
        cli("attach", ws, file, "--indicator", indicator, "--method", "材料查证")
        return next(r["item"] for r in cli("item", "list", ws) if r["file"] == name)

    return run_


def places(cli, ws, item):
    return [(r["indicator"], r["point"]) for r in cli("item", "list", ws) if r["item"] == item]


def test_moving_and_copying(cli, ws, add):
    item = add("甲.txt", "甲的内容")
    cli("item", "move", ws, item, "--indicator", "63", "--method", "材料查证", "--point", 1)
    assert places(cli, ws, item) == [("63", 1)]
    cli("item", "copy", ws, item, "--indicator", "60", "--method", "材料查证")
    assert places(cli, ws, item) == [("60", None), ("63", 1)]
    where = ("--indicator", "1", "--method", "材料查证")
    complaint = cli("item", "move", ws, item, *where, code=2)
    assert complaint["error"]["kind"] == "place_ambiguous"
    cli("item", "move", ws, item, *where, "--from", "63/材料查证")
    assert places(cli, ws, item) == [("1", None), ("60", None)]
    again = cli("item", "copy", ws, item, "--indicator", "60", "--method", "材料查证")
    assert again == {"placements": [], "already": ["甲"]}


def test_the_bin_and_the_way_back(cli, ws, add):
    item = add("甲.txt", "甲的内容")
    cli("item", "remove", ws, item)
    assert cli("item", "bin", ws)["items"] == [{"item": item, "title": "甲"}]
    cli("item", "restore", ws, item)
    assert cli("item", "bin", ws) == {"items": [], "placements": []}


def test_revisions_are_compared(cli, ws, add, tmp_path):
    item = add("甲.txt", "第一句不变。第二句旧的。")
    newer = documents.text(tmp_path / "乙.txt", "第一句不变。第二句新的。")
    cli("item", "revise", ws, item, newer)
    assert [r["number"] for r in cli("item", "revisions", ws, item)] == [2, 1]
    found = cli("item", "compare", ws, item, 1, 2)
    assert "file_name" in found["fields"]
    assert ["new", "第二句新的。", 1] in found["text"]
    assert cli("item", "compare", ws, item, 1, 5, code=2)["error"]["kind"] == "revision_unknown"


def test_keeping_one_of_several(cli, ws, add):
    first, second = add("甲.txt", "一样的内容"), add("乙.txt", "一样的内容", "1")
    (group,) = cli("item", "duplicates", ws)
    assert group == {"likeness": "content", "items": [first, second]}
    assert cli("item", "duplicates", ws, "--keep", first)["removed"] == [second]
    assert places(cli, ws, first) == [("1", None), ("60", None)]
    assert [i["item"] for i in cli("item", "bin", ws)["items"]] == [second]


def test_originals_are_saved_out(cli, ws, add, tmp_path):
    item = add("甲.txt", "甲的内容")
    (saved,) = cli("item", "export", ws, item, "--to", tmp_path / "另存")
    assert saved["file"] == "甲.txt"
    assert (tmp_path / "另存" / "甲.txt").read_text(encoding="utf-8") == "甲的内容"
