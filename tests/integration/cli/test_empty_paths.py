"""An empty path, as a variable without a value gives it, is not the present folder."""

from pathlib import Path

import pytest

from tests.support.cli import Cli

_PLACE = ("--indicator", "60", "--method", "材料查证", "--unit", "县司法局")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands run in, with a file that nobody named."""
    folder = tmp_path / "别的"
    folder.mkdir()
    (folder / "私人.txt").write_text("没有人要添加它", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("attach", "{ws}", *_PLACE, ""),
        ("attach", "{ws}", *_PLACE, "私人.txt", ""),
        ("attach", "{ws}", *_PLACE, "--together", "", "私人.txt"),
        ("attach", "{ws}", "--manifest", ""),
        ("attach", "", *_PLACE, "私人.txt"),
        ("inbox", "assign", "{ws}", *_PLACE, ""),
        ("inbox", "out", "{ws}", ""),
        ("item", "revise", "{ws}", "a", ""),
        ("item", "attachment", "{ws}", "a", ""),
        ("item", "companion", "{ws}", "a", ""),
        ("item", "export", "{ws}", "a", "--to", ""),
        ("units", "import", "{ws}", ""),
        ("merge", "{ws}", ""),
        ("compile", "{ws}", "--out="),
        ("framework", "install", ""),
    ],
)
def test_an_empty_path_is_wrong_usage(cli: Cli, ws: Path, here: Path, words: tuple[str, ...]):
    said = cli.text(*(word.format(ws=ws) for word in words), code=2)
    assert "是空的：请写明路径" in said
    assert "--help" in said
    assert cli.json("item", "list", ws) == []
    assert [path.name for path in here.iterdir()] == ["私人.txt"]


def test_the_present_folder_is_taken_where_it_is_named(cli: Cli, ws: Path):
    assert cli.json("attach", ws, *_PLACE, ".")["added"] == 1


def test_an_empty_text_that_is_no_path_stays_what_it_is(cli: Cli, ws: Path):
    assert cli.json("attach", ws, *_PLACE, "私人.txt", "--not-secret", "")["added"] == 1


def test_help_is_shown_all_the_same(cli: Cli, ws: Path):
    assert "用法" in cli.text("attach", ws, "", "--help")
