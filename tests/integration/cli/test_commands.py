"""The command line as a person or a script uses it: words, documents, exit codes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.originals import FolderStore
from app.workspace.opening import open_workspace
from tests.support.cli import HAN, Cli
from tests.support.documents import jpeg, text_pdf


def test_init_says_what_was_made(cli: Cli, tmp_path: Path):
    code, out, _ = cli("init", tmp_path / "ws", "--county", "示例县", "--unit", "县司法局")
    assert code == 0
    assert "县司法局" in out
    assert "严禁存储、处理涉密信息" in out
    code, _, err = cli("init", tmp_path / "ws", "--county", "示例县")
    assert code == 3
    assert "已经是一个卷宗工作区" in err


def test_indicators_hold_everything_by_stable_keys(cli: Cli, ws: Path):
    rows = cli.json("indicators", ws)
    assert len(rows) == 99
    sixty = next(r for r in rows if r["code"] == "60")
    assert set(sixty) >= {"code", "kind", "category", "statement", "tasks", "units"}
    (task,) = sixty["tasks"]
    assert task["method"] == "material_check"
    assert [p["number"] for p in task["points"]] == [1, 2, 3]
    assert {"name", "role"} == set(sixty["units"][0])


def test_indicators_can_be_narrowed(cli: Cli, ws: Path):
    exams = cli.json("indicators", ws, "--method", "随机抽考")
    assert [r["code"] for r in exams] == ["63", "91"]
    audit = cli.json("indicators", ws, "--unit", "县审计局")
    assert "73" in {r["code"] for r in audit}
    assert len(audit) < 99


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--indicator", "120", "--method", "材料查证"], 2, "没有编号为 120 的指标"),
        (["--indicator", "60", "--method", "现场看"], 2, "没有名为 现场看 的核验方式"),
        (["--indicator", "60", "--method", "网络检索"], 2, "材料查证"),
        (["--indicator", "60", "--method", "材料查证", "--point", "9"], 2, "没有第 9 个材料要点"),
        (["--indicator", "60", "--method", "材料查证", "--unit", "县司法"], 2, "县司法局"),
        ([], 2, "--manifest"),
    ],
)
def test_a_place_that_does_not_exist_is_said_so(
    cli: Cli, ws: Path, tmp_path: Path, arguments: list[str], code: int, words: str
):
    text_pdf(tmp_path / "a.pdf", ["第一页"])
    got, _, err = cli("attach", ws, *arguments, tmp_path / "a.pdf")
    assert got == code
    assert words in err


def test_from_files_to_dossier(cli: Cli, ws: Path, tmp_path: Path):
    text_pdf(tmp_path / "关于开展案卷评查的通知.pdf", ["通知正文", "第二页"])
    jpeg(tmp_path / "评查现场.jpg")
    place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局"]
    report = cli.json(
        "attach",
        ws,
        *place,
        "--point",
        1,
        "--doc-number",
        "示司〔2021〕12号",
        tmp_path / "关于开展案卷评查的通知.pdf",
    )
    assert (report["inputs"], report["added"]) == (1, 1)
    cli.json("attach", ws, *place, "--point", 2, tmp_path / "评查现场.jpg")

    status = cli.json("status", ws)
    sixty = next(i for i in status["indicators"] if i["code"] == "60")
    assert (sixty["covered"], sixty["total"]) == (2, 3)

    out = tmp_path / "卷宗"
    result = cli.json("compile", ws, "--out", out)
    (dossier,) = result["dossiers"]
    assert dossier["indicator"] == "60"
    assert dossier["complete"]
    assert Path(dossier["path"]).read_bytes().startswith(b"%PDF")
    ledger = result["ledger"]
    assert (ledger["inputs"], ledger["included"], ledger["failed"]) == (2, 2, 0)
    keys = {"file", "indicator", "number", "unit", "state", "reason", "pages", "findings"}
    assert set(ledger["entries"][0]) == keys
    assert [entry["number"] for entry in ledger["entries"]] == ["60-20-1", "60-20-2"]

    again = cli.json("compile", ws, "--out", out)
    assert not again["dossiers"][0]["fresh"]
    assert cli.json("check", ws)["sound"]


def test_a_bad_file_costs_exit_code_1_and_stands_in_the_ledger(cli: Cli, ws: Path, tmp_path: Path):
    text_pdf(tmp_path / "好.pdf", ["好"])
    (tmp_path / "空.pdf").write_bytes(b"")
    place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
    report = cli.json("attach", ws, *place, tmp_path / "好.pdf", tmp_path / "空.pdf", code=1)
    kinds = [p["kind"] for o in report["outcomes"] for p in o["problems"]]
    assert "empty_file" in kinds
    result = cli.json("compile", ws, "--out", tmp_path / "out", code=1)
    ledger = result["ledger"]
    assert (ledger["inputs"], ledger["included"], ledger["failed"]) == (2, 1, 1)
    assert not result["dossiers"][0]["complete"]
    code, out, _ = cli("compile", ws, "--out", tmp_path / "out")
    assert code == 1
    assert "空.pdf" in out


def test_a_figure_is_stated_and_judged(cli: Cli, ws: Path):
    stated = cli.json(
        "figure",
        ws,
        82,
        "--indicator",
        "79",
        "--method",
        "材料查证",
        "--point",
        2,
        "--unit",
        "县信访局",
    )
    assert stated["met"]
    assert stated["place"] == "79/material_check/2"


def test_a_figure_of_a_year_is_stated_and_taken_back(cli: Cli, ws: Path):
    place = ("--indicator", "60", "--unit", "县司法局")
    cli.json("settings", ws, "last_year=2021")
    _, out, _ = cli("figure", ws, 3, *place, "--year", 2020)
    assert "--year" not in out
    _, out, _ = cli("figure", ws, 3, *place, "--year", 2012)
    assert "2019—2021年" in out
    assert cli("figure", ws, *place)[0] == 2
    assert cli("figure", ws, 3, *place, "--withdraw")[0] == 2
    _, out, _ = cli("figure", ws, *place, "--year", 2012, "--withdraw")
    assert "已取消" in out
    _, out, _ = cli("figure", ws, *place, "--year", 2012, "--withdraw")
    assert "本来没有填" in out
    told = cli.json("status", ws)["indicators"]
    thresholds = next(i for i in told if i["code"] == "60")["thresholds"]
    assert [f["year"] for f in thresholds[0]["figures"]] == [2020]


def test_a_checklist_is_written_adopted_and_cleared(cli: Cli, ws: Path):
    place = ("--indicator", "60", "--method", "材料查证", "--point", 2)
    assert cli.json("checklist", ws, *place, "--set", "通知,照片")["changed"] == 1
    adopted = cli.json("checklist", ws, "--indicator", "60", "--adopt")
    kept = {p["key"]: p["entries"] for p in adopted["points"]}
    assert kept["60/material_check/2"] == ["通知", "照片"]  # what the office wrote stays
    assert kept["60/material_check/1"] == ["通知", "方案", "结果"]
    said = cli.json("checklist", ws, *place, "--complete", "--unit", "县司法局")
    assert [p["said_complete"] for p in said["points"]] == [[], ["县司法局"]]
    assert cli("checklist", ws, "--indicator", "60", "--set", "通知")[0] == 2
    cleared = cli.json("checklist", ws, "--clear")
    assert cleared["changed"] == 2
    assert not any(p["entries"] for p in cleared["points"])


def test_what_does_not_apply_is_marked_and_shown(cli: Cli, ws: Path):
    place = ("--indicator", "79", "--method", "材料查证", "--unit", "县信访局")
    code, _, err = cli("mark", ws, *place)
    assert code == 2
    assert "没有写明" in err
    made = cli.json("mark", ws, *place, "--point", 2, "--reason", "没有信访事项")
    assert (made["point"], made["not_applicable"]) == (2, True)
    told = cli.json("status", ws, "--unit", "县信访局")
    assert told["units"]["县信访局"]["not_applicable"] == 1
    assert told["units"]["县信访局"]["covered"] == 1
    _, out, _ = cli("status", ws, "--unit", "县信访局")
    assert "已有材料 0，不涉及 1" in out
    assert "没有信访事项" in "".join(out.split())
    _, out, _ = cli("status", ws)
    assert "县信访局（没有信访事项）" in "".join(out.split())
    assert not cli.json("mark", ws, *place, "--point", 2, "--withdraw")["not_applicable"]
    assert cli("mark", ws, *place, "--point", 2, "--withdraw")[0] == 2
    assert cli.json("status", ws)["slots"]["not_applicable"] == 0


def test_many_places_are_marked_by_one_command(cli: Cli, ws: Path):
    place = ("--indicator", "79、81-82", "--unit", "县司法局")
    made = cli.json("mark", ws, *place, "--reason", "没有这类案件")
    tasks = {(p["indicator"], p["task"]) for p in made["places"]}
    assert {code for code, _ in tasks} == {"79", "81", "82"}
    assert all(p["changed"] for p in made["places"])
    listed = cli.json("status", ws, "--unit", "县司法局")["units"]["县司法局"]
    assert listed["not_applicable"] > len(tasks)
    again = cli.json("mark", ws, *place, "--reason", "没有这类案件")
    assert not any(p["changed"] for p in again["places"])
    refused = ("--indicator", "79、1", "--unit", "县司法局", "--reason", "无")
    code, _, _ = cli("mark", ws, *refused, "--method", "材料查证", "--point", 99)
    assert code == 2
    cli.json("mark", ws, *place, "--withdraw")
    assert cli.json("status", ws)["slots"]["not_applicable"] == 0


def test_settings_are_remembered_and_checked(cli: Cli, ws: Path):
    changed = cli.json("settings", ws, "fonds_name=示例县司法局", "volume_limit=150")
    assert changed["volume_limit"] == 150
    assert cli.json("settings", ws)["fonds_name"] == "示例县司法局"
    code, _, err = cli("settings", ws, "volume_limit=none")
    assert code == 2
    assert "volume_limit" in err


def test_a_county_fills_its_groups(cli: Cli, ws: Path):
    listed = cli.json(
        "units",
        ws,
        "--add",
        "城关镇人民政府",
        "--group",
        "各乡（镇、街道）",
        "--member",
        "城关镇人民政府",
    )
    group = next(g for g in listed["groups"] if g["name"] == "各乡（镇、街道）")
    assert group["members"] == ["城关镇人民政府"]
    assert len(cli.json("indicators", ws, "--unit", "城关镇人民政府")) > 20


def test_check_reports_a_damaged_database(cli: Cli, ws: Path):
    (ws / "juanzong.db").write_bytes(b"rubbish" * 1000)
    report = cli.json("check", ws, code=1)
    assert not report["sound"]
    assert [d["kind"] for d in report["defects"]] == ["database_damaged"]


def test_errors_are_documents_too(cli: Cli, tmp_path: Path):
    error = cli.json("status", tmp_path, code=3)["error"]
    assert error["kind"] == "not_a_workspace"
    assert HAN.search(error["reason"])


def test_a_workspace_in_use_can_still_be_looked_at(cli: Cli, ws: Path, tmp_path: Path):
    with open_workspace(ws):
        assert cli.json("status", ws)["whole"]["total"] > 200


class TestFrameworkCommands:
    def test_list_and_show(self, cli: Cli):
        assert "lushan-2021" in {e["code"] for e in cli.json("framework", "list")}
        shown = cli.json("framework", "show", "lushan-2021")
        assert shown["counts"]["tasks"] == 153

    def test_validate_names_line_and_field(self, cli: Cli, tmp_path: Path):
        pack = tmp_path / "坏.yaml"
        pack.write_text("format: 1\ncode: x\n", encoding="utf-8")
        code, out, err = cli("framework", "validate", pack)
        assert code == 1
        assert "行" in out + err

    def test_a_workspace_moves_to_a_newer_version(
        self, cli: Cli, ws: Path, tmp_path: Path, edited_pack: Callable[[], Path]
    ):
        text_pdf(tmp_path / "a.pdf", ["一"])
        cli.json(
            "attach",
            ws,
            "--indicator",
            "60",
            "--method",
            "材料查证",
            "--unit",
            "县司法局",
            "--point",
            3,
            tmp_path / "a.pdf",
        )
        place = ("--indicator", "60", "--method", "材料查证", "--unit", "县财政局")
        cli.json("mark", ws, *place, "--point", 3, "--reason", "没有执法职能")
        pack = edited_pack()
        preview = cli.json("framework", "upgrade", ws, pack, "--preview")
        assert preview["changes"]
        assert not preview["applied"]
        moved = cli.json("framework", "upgrade", ws, pack)
        assert moved["renumbered"] == 1
        sixty = next(i for i in cli.json("status", ws)["indicators"] if i["code"] == "60")
        (task,) = sixty["tasks"]
        assert [p["number"] for p in task["points"] if p["items"]] == [4]
        assert [p["number"] for p in task["points"] if p["not_applicable"]] == [4]
        assert cli.json("check", ws)["sound"]

    @pytest.fixture
    def edited_pack(self, tmp_path: Path) -> Callable[[], Path]:
        from resources import resource_bytes

        def make() -> Path:
            text = resource_bytes("frameworks/lushan-2021.yaml").decode("utf-8")
            text = re.sub(r"(?m)^version: .*$", 'version: "1.1"', text, count=1)
            start = text.index("第60项指标")
            end = text.index("第61项指标")
            entry = text[start:end]
            entry = re.sub(r"number: 3\b", "number: 4", entry)
            path = tmp_path / "新版.yaml"
            path.write_text(text[:start] + entry + text[end:], encoding="utf-8")
            return path

        return make


def test_the_inbox_files_what_has_a_place_and_names_what_has_none(cli: Cli, ws: Path):
    folder = ws / "inbox" / "第60项" / "材料查证" / "县司法局"
    folder.mkdir(parents=True)
    text_pdf(folder / "评查通知.pdf", ["通知"])
    text_pdf(ws / "inbox" / "不知道放哪.pdf", ["材料"])
    text_pdf(ws / "inbox" / "第60项" / "材料查证" / "哪个单位.pdf", ["材料"])
    code, out, _ = cli("watch", ws, "--once", "--stable", "0")
    assert code == 0
    assert "待归集 不知道放哪.pdf" in out
    assert re.search("待归集 .*哪个单位.pdf（.*责任单位", out)
    (row,) = cli.json("item", "list", ws)
    assert (row["indicator"], row["unit"], row["file"]) == ("60", "县司法局", "评查通知.pdf")
    assert not (folder / "评查通知.pdf").exists()
    assert len(list((ws / "inbox").rglob("评查通知.pdf"))) == 1


def test_superfluous_originals_are_told_together(cli: Cli, ws: Path, tmp_path: Path):
    store = FolderStore(ws / "originals")
    for number in range(7):
        (tmp_path / "extra").write_text(f"多余{number}", encoding="utf-8")
        store.import_file(tmp_path / "extra")
    _, said, _ = cli("check", ws)
    assert said.count("多余的原件") == 1
    assert "共 7 份，如" in said
    report = cli.json("check", ws)
    assert (report["sound"], len(report["defects"])) == (True, 7)
