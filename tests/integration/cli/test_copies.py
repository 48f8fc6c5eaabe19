"""``item edit-copy`` and ``item copies``: change a copy, take it, put it away."""

from pathlib import Path

import pytest

from tests.support.cli import Cli
from tests.support.documents import word


@pytest.fixture
def item(cli: Cli, ws: Path, tmp_path: Path) -> str:
    place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
    report = cli.json("attach", ws, *place, word(tmp_path / "评查通知.docx"))
    return str(report["outcomes"][0]["item"])


def test_a_copy_is_made_changed_and_taken(cli: Cli, ws: Path, item: str):
    (row,) = cli.json("item", "list", ws)
    made = cli.json("item", "edit-copy", ws, row["number"])
    assert made["item"] == item
    assert [c["state"] for c in cli.json("item", "copies", ws)] == ["same"]
    assert "没有改动" in cli.text("item", "copies", ws)
    assert "内容完全相同" in cli.text("item", "copies", ws, "--take", 1, code=2)
    word(Path(made["file"]), ["改过的正文"])
    assert [c["state"] for c in cli.json("item", "copies", ws)] == ["changed"]
    taken = cli.text("item", "copies", ws, "--take", 1, "--reason", "补了数据")
    assert "已换上新版本" in taken
    assert [r["revision"] for r in cli.json("item", "list", ws)] == [2]
    assert [c["state"] for c in cli.json("item", "copies", ws)] == ["same"]
    assert cli.json("check", ws)["defects"] == []


def test_a_copy_is_put_away_and_stays_on_the_disk(cli: Cli, ws: Path, item: str):
    made = Path(cli.json("item", "edit-copy", ws, item)["file"])
    content = word(made, ["改过的正文"]).read_bytes()
    done = cli.json("item", "copies", ws, "--discard", 1)
    assert (Path(done["folder"]) / made.name).read_bytes() == content
    assert cli.json("item", "copies", ws) == []
    assert "没有编号为 1 的工作副本" in cli.text("item", "copies", ws, "--discard", 1, code=2)
