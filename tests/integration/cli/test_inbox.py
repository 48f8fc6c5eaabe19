"""``juanzong inbox``: what waits, and giving it a place."""

import json

import pytest
from typer.testing import CliRunner

from app.cli.application import app
from tests.support import documents
from tests.support.workspaces import copy_workspace


@pytest.fixture
def place(office_template, tmp_path):
    return copy_workspace(office_template, tmp_path / "工作区")


def call(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


def listed(place):
    code, out = call("inbox", "list", place, "--json")
    assert code == 0, out
    return json.loads(out)


def test_waiting_files_are_listed_assigned_moved_out_and_put_back(place):
    documents.text(place / "inbox" / "通知.txt", "示法办〔2021〕12号\n")
    documents.text(place / "inbox" / "杂物.txt", "x")
    waiting = listed(place)["waiting"]
    assert {one["path"] for one in waiting} == {"通知.txt", "杂物.txt"}
    code, out = call(
        "inbox", "assign", place, "通知.txt", "没有.txt", "--indicator", "60",
        "--method", "材料查证", "--unit", "县司法局",
    )  # fmt: skip
    assert code == 1
    assert "已添加 通知.txt" in out
    assert "有 1 个文件不在收件箱里" in out
    assert call("inbox", "out", place, "杂物.txt")[0] == 0
    after = listed(place)
    assert after["waiting"] == []
    (gone,) = after["moved_out"]
    assert call("inbox", "back", place, gone["path"])[0] == 0
    assert [one["path"] for one in listed(place)["waiting"]] == ["杂物.txt"]
