"""``review``, ``rectify`` and ``selfcheck`` as a person or a script uses them."""

from pathlib import Path

import pytest

from app.names.review import STAGE_NAMES
from app.review.vocabulary import SlotStage
from app.workspace.opening import open_workspace
from tests.support.cli import Cli
from tests.support.workspaces import add_item, copy_workspace

UNIT = "县司法局"
SLOT = ("--indicator", "60", "--method", "材料查证", "--unit", UNIT)


@pytest.fixture
def ws(tmp_path: Path, office_template: Path) -> Path:
    path = copy_workspace(office_template, tmp_path / "示例县创建")
    with open_workspace(path) as workspace:
        for title, code, unit in (("甲", "60", UNIT), ("乙", "63", UNIT), ("丙", "63", "县公安局")):
            file = tmp_path / f"{title}.txt"
            file.write_text(title, encoding="utf-8")
            with workspace.database.writing() as work:
                add_item(work, workspace, file, unit=unit, indicator=code, point=1)
                work.commit()
    return path


def test_a_slot_is_handed_in_returned_and_accepted(cli: Cli, ws: Path):
    (made,) = cli.json("review", "submit", ws, *SLOT)
    assert set(made) == {"slot", "submission"}
    rows = cli.json("review", "list", ws, "--waiting")
    assert [(r["indicator"], r["unit"], r["state"]) for r in rows] == [("60", UNIT, "submitted")]
    found = cli.json("review", "next", ws)
    assert [i["title"] for i in found["items"]] == ["甲"]
    reasons = cli.json("review", "reasons", ws)
    assert reasons[0]["number"] == 1
    code, _, err = cli("review", "return", ws, *SLOT)
    assert code == 2
    assert "要写明原因" in err
    back = cli.json(
        "review", "return", ws, *SLOT, "--reason", "3", "--note", "补2021年", "--notice",
        "--deadline", "2026-12-31",
    )  # fmt: skip
    assert back["notice"]
    (row,) = cli.json("review", "returned", ws)
    assert row["reasons"] == "年度不全或超出规定年限；补2021年"
    code, out, _ = cli("review", "show", ws, *SLOT)
    assert code == 0
    assert "第 1 次报送" in out
    cli.json("review", "undo", ws, back["review"])
    assert cli.json("review", "list", ws, "--state", "submitted")
    cli.json("review", "redo", ws, back["review"])
    cli.json("review", "submit", ws, *SLOT)
    (accepted,) = cli.json("review", "accept", ws, *SLOT)
    assert cli.json("review", "show", ws, *SLOT)["review"] == accepted["review"]
    matrix = cli.json("review", "matrix", ws)
    assert matrix["counts"]["accepted"] == 1
    assert next(c for c in matrix["cells"] if c["state"] == "accepted")["unit"] == UNIT
    assert cli.json("review", "next", ws) is None


def test_the_rest_is_accepted_and_the_last_item_decides(cli: Cli, ws: Path, tmp_path: Path):
    with open_workspace(ws) as workspace:
        file = tmp_path / "丁.txt"
        file.write_text("丁", encoding="utf-8")
        with workspace.database.writing() as work:
            add_item(work, workspace, file, unit=UNIT, indicator="60", point=2)
            work.commit()
    cli.json("review", "submit", ws, "--unit", UNIT)
    first, second = cli.json("review", "show", ws, *SLOT)["items"]
    assert [first["number"], second["number"]] == ["60-20-1", "60-20-2"]
    back = cli.json("review", "return", ws, *SLOT, "--item", first["number"], "--note", "不清楚")
    assert back["state"] == "submitted"
    code, out, _ = cli("review", "accept", ws, "--all")
    assert code == 0
    assert "已通过 2 处。其中 1 处有退回的材料，退回的不变" in out
    shown = cli.json("review", "show", ws, *SLOT)
    assert [i["standing"] for i in shown["items"]] == ["returned", "accepted"]
    assert (shown["state"], shown["reasons"]) == ("returned", "不清楚")
    code, out, _ = cli("review", "show", ws, *SLOT)
    assert "其余通过" in out
    code, out, _ = cli("review", "accept", ws, *SLOT, "--item", first["item"])
    assert "已通过 1 处。这一处已审完：通过。" in out
    assert cli.json("review", "show", ws, *SLOT)["state"] == "accepted"


def test_many_slots_at_once(cli: Cli, ws: Path):
    assert len(cli.json("review", "submit", ws, "--unit", UNIT)) == 2
    made = cli.json("review", "submit", ws, "--unit", "县公安局")
    cli.json("review", "withdraw", ws, made[0]["submission"])
    assert len(cli.json("review", "accept", ws, "--all", "--method", "材料查证")) == 2
    assert cli.json("review", "accept", ws, "--all") == []
    error = cli.json("review", "submit", ws, "--unit", UNIT, code=2)["error"]
    assert error["kind"] == "nothing_to_submit"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("review", "submit"), "没有写明是哪个责任单位"),
        (("review", "accept"), "没有写明是哪项指标"),
        (("review", "accept", *SLOT), "现在是“准备中”，不能“通过”"),
        (("review", "return", *SLOT, "--reason", "99"), "没有编号为 99 的退回原因"),
        (("review", "undo", "没有"), "没有编号为 没有"),
        (("rectify", "open"), "没有写明是哪项指标"),
        (("rectify", "open", "--indicator", "60", "--unit", UNIT), "没有写明存在什么问题"),
        (("rectify", "close", "7"), "没有 7 号问题"),
        (("selfcheck", "show"), "没有写明是哪个责任单位"),
        (
            ("selfcheck", "set", "--indicator", "60", "--unit", UNIT, "--assessment", "很好"),
            "没有“很好”这种自评",
        ),
    ],
)
def test_what_cannot_be_is_said_in_words(cli: Cli, ws: Path, arguments, words):
    group, name, *rest = arguments
    code, _, err = cli(group, name, ws, *rest)
    assert code == 2
    assert words in err


def test_the_register_is_kept_by_command(cli: Cli, ws: Path):
    made = cli.json(
        "rectify", "open", ws, "--indicator", "60", "--unit", UNIT, "--problem", "缺总结",
        "--deadline", "2020年1月31日",
    )  # fmt: skip
    assert (made["number"], made["state"]) == (1, "open")
    (row,) = cli.json("rectify", "list", ws, "--overdue")
    assert row["days_overdue"] > 0
    code, out, _ = cli("rectify", "list", ws)
    assert code == 0
    assert "超期 1。" in out
    with open_workspace(ws, read_only=True) as opened:
        assert opened.facts.unit_name is None
    item = cli.json("item", "list", ws)[0]["item"]
    done = cli.json(
        "rectify", "reply", ws, "1", "--measure", "补", "--person", "王某", "--done-on",
        "2020-01-30", "--evidence", item,
    )  # fmt: skip
    assert (done["state"], done["evidence"]) == ("to_verify", [item])
    assert cli.json("rectify", "back", ws, "1", "--note", "再补")["sent_back"]
    assert cli.json("rectify", "reopen", ws, "1")["state"] == "to_verify"
    assert cli.json("rectify", "close", ws, "1")["state"] == "closed"
    assert cli.json("rectify", "reopen", ws, "1")["state"] == "to_verify"
    cli.json("rectify", "reply", ws, "1", "--person", "")
    code, _, err = cli("rectify", "close", ws, "1", "--note", "同意")
    assert code != 0
    assert "1 号问题还没有责任人，不能直接销号" in err
    code, _, err = cli("rectify", "close", ws, "1", "--force")
    assert code != 0
    closed = cli.json("rectify", "close", ws, "1", "--force", "--note", "责任人已调离")
    assert (closed["state"], closed["verdict_note"]) == ("closed", "责任人已调离")
    assert cli.json("rectify", "edit", ws, "1", "--deadline", "")["deadline"] is None
    cli.json("rectify", "remove", ws, "1")
    assert cli.json("rectify", "list", ws) == []
    assert cli.json("rectify", "restore", ws, made["id"])["number"] == 1


def test_a_unit_checks_itself(cli: Cli, ws: Path):
    line = cli.json(
        "selfcheck", "set", ws, "--unit", UNIT, "--indicator", "60", "--assessment", "基本完成",
        "--statement", "已开展", "--score", "9",
    )  # fmt: skip
    assert not line["complete"]
    line = cli.json(
        "selfcheck", "set", ws, "--unit", UNIT, "--indicator", "60", "--problems", "两校未覆盖"
    )
    assert line["complete"]
    check = cli.json("selfcheck", "show", ws, "--unit", UNIT)
    assert check["done"] == 1
    assert check["assessments"] == {"mostly": 1}
    mine = next(c for c in cli.json("selfcheck", "list", ws) if c["unit"] == UNIT)
    assert mine["done"] == 1
    cli.json("selfcheck", "clear", ws, "--unit", UNIT, "--indicator", "60")
    assert cli.json("selfcheck", "show", ws, "--unit", UNIT)["done"] == 0


def test_the_office_adds_a_reason(cli: Cli, ws: Path):
    before = cli.json("review", "reasons", ws)
    after = cli.json("review", "reasons", ws, "--add", "缺照片说明")
    assert after[-1] == {
        "number": len(before) + 1,
        "code": after[-1]["code"],
        "text": "缺照片说明",
        "built_in": False,
    }
    assert len(cli.json("review", "reasons", ws, "--hide", "1")) == len(before)


def test_every_stage_has_its_name():
    assert set(STAGE_NAMES) == set(SlotStage)
