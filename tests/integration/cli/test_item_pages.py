"""``item pages --cut``: a long picture on one page or in pieces."""

from pathlib import Path

import pytest
from PIL import Image

from tests.support.cli import Cli

PLACE = ("--indicator", "60", "--method", "材料查证", "--unit", "县司法局")


@pytest.fixture
def picture(cli: Cli, ws: Path, tmp_path: Path) -> str:
    Image.new("RGB", (1080, 9_000), "white").save(tmp_path / "截图.png")
    cli.json("attach", ws, *PLACE, tmp_path / "截图.png")
    (item,) = cli.json("item", "list", ws)
    return str(item["item"])


def test_a_long_picture_is_cut_or_not(cli: Cli, ws: Path, picture: str):
    found = cli.json("item", "pages", ws, picture)
    assert (found["pages"] > 3, found["setup"]) == (True, {})
    whole = cli.json("item", "pages", ws, picture, "--cut", "whole", "--turn", "90")
    assert whole["pages"] == 1
    assert whole["setup"] == {"of": 1, "turns": [[1, 90]], "cut": "whole"}
    assert "不切，印在一页上" in cli.text("item", "pages", ws, picture)
    again = cli.json("item", "pages", ws, picture, "--cut", "auto")
    assert (again["pages"], again["setup"]) == (found["pages"], {})


@pytest.mark.parametrize(
    ("cut", "words"), [("half", "没有看懂长图怎样装"), ("whole", "不是图片，不能切页")]
)
def test_what_cannot_be_cut_is_said(cli: Cli, ws: Path, tmp_path: Path, cut: str, words: str):
    (tmp_path / "通知.txt").write_text("关于评查的通知\n", encoding="utf-8")
    cli.json("attach", ws, *PLACE, tmp_path / "通知.txt")
    (item,) = cli.json("item", "list", ws)
    code, _, err = cli("item", "pages", ws, str(item["item"]), "--cut", cut)
    assert code == 2
    assert words in err
