"""``item findings``, ``dismiss`` and ``bind``: what files hold beside their pages."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.cli import Cli


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A workbook with a hidden sheet."""
    book = openpyxl.Workbook()
    book.active["A1"] = "汇总"
    draft = book.create_sheet("草稿")
    draft["A1"] = "数字未核对"
    draft.sheet_state = "hidden"
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


@pytest.fixture
def item(cli: Cli, ws: Path, ledger: Path) -> str:
    place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
    (outcome,) = cli.json("attach", ws, *place, ledger)["outcomes"]
    assert [problem["kind"] for problem in outcome["problems"]] == ["hidden_sheets"]
    return str(outcome["item"])


def listed(cli: Cli, ws: Path, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.json("item", "findings", ws, *options)
    return found


def test_a_finding_is_listed_counted_and_dismissed_by_its_name(cli: Cli, ws: Path, item: str):
    (found,) = listed(cli, ws)
    assert (found["item"], found["kind"], found["detail"]["count"]) == (item, "hidden_sheets", 1)
    assert "草稿" in found["reason"]
    assert cli.json("status", ws)["findings"]["open"] == 1
    code, _, err = cli("item", "dismiss", ws, item, "有隐藏工作表")
    assert code == 2
    assert "理由" in err
    cli.json("item", "dismiss", ws, item, "有隐藏工作表", "--reason", "草稿不装")
    assert listed(cli, ws) == []
    (settled,) = listed(cli, ws, "--all")
    assert settled["dismissed"]["reason"] == "草稿不装"
    counted = cli.json("status", ws)["findings"]
    assert (counted["open"], counted["dismissed"]) == (0, 1)
    cli.json("item", "dismiss", ws, item, "hidden_sheets", "--withdraw")
    assert len(listed(cli, ws)) == 1
    code, _, err = cli("item", "dismiss", ws, item, "没有这种", "--reason", "无")
    assert code == 2
    assert "没有名为“没有这种”的存疑" in err


def test_hidden_content_that_is_bound_is_no_finding(cli: Cli, ws: Path, item: str):
    assert cli.json("item", "bind", ws, item, "--hidden")["binding"] == {"hidden": True}
    assert listed(cli, ws) == []
    assert not cli.json("item", "bind", ws, item, "--hidden")["changed"]
    assert cli.json("item", "bind", ws, item)["binding"] == {}
    assert len(listed(cli, ws, "--look-again")) == 1
