"""``item``: companions, versions, corrections, places, the bin."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import Cli
from tests.support.documents import text_pdf


class TestItems:
    @pytest.fixture
    def item(self, cli: Cli, ws: Path, tmp_path: Path) -> str:
        (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing more")
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        report = cli.json("attach", ws, *place, tmp_path / "坏.docx", code=1)
        return str(report["outcomes"][0]["item"])

    def listed(self, cli: Cli, ws: Path) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = cli.json("item", "list", ws)
        return rows

    def test_a_printed_pdf_stands_in_for_what_cannot_be_shown(
        self, cli: Cli, ws: Path, item: str, tmp_path: Path
    ):
        assert self.listed(cli, ws)[0]["blocked"]
        text_pdf(tmp_path / "打印.pdf", ["打印件第一页", "打印件第二页"])
        cli.json("item", "companion", ws, item, tmp_path / "打印.pdf")
        assert not self.listed(cli, ws)[0]["blocked"]
        result = cli.json("compile", ws, "--out", tmp_path / "out")
        assert result["dossiers"][0]["complete"]
        assert result["dossiers"][0]["numbered_pages"] == 2
        code, _, err = cli("item", "companion", ws, item)
        assert code == 2
        assert "--remove" in err
        taken = cli.json("item", "companion", ws, item, "--remove")
        assert taken["removed"] == "打印.pdf"
        assert self.listed(cli, ws)[0]["blocked"]

    def test_a_new_version_replaces_the_file_and_keeps_the_old_one(
        self, cli: Cli, ws: Path, item: str, tmp_path: Path
    ):
        text_pdf(tmp_path / "新版.pdf", ["新版"])
        cli.json("item", "revise", ws, item, tmp_path / "新版.pdf")
        (row,) = self.listed(cli, ws)
        assert (row["revision"], row["file"]) == (2, "新版.pdf")
        assert cli.json("check", ws)["originals"] == 2

    def test_the_entry_is_corrected_and_confirmed(self, cli: Cli, ws: Path, item: str):
        cli.json(
            "item",
            "edit",
            ws,
            item,
            "--title",
            "评查方案",
            "--doc-number",
            "示司[2021]3号",
            "--confirm",
        )
        (row,) = self.listed(cli, ws)
        assert (row["title"], row["doc_number"]) == ("评查方案", "示司〔2021〕3号")
        assert row["guesses"] == {}

    def test_where_a_page_was_seen_is_said_for_one_and_for_many(
        self, cli: Cli, ws: Path, tmp_path: Path
    ):
        for name in "甲乙":
            text_pdf(tmp_path / f"{name}.pdf", [name])
        files = [tmp_path / f"{name}.pdf" for name in "甲乙"]
        seen = ["--address", "www.shili.gov.cn", "--site", "县政府网", "--published", "2021.4.1"]
        place = ["--indicator", "1", "--method", "网络检索", "--unit", "县司法局"]
        cli.json("attach", ws, *place, *seen, *files)
        rows = self.listed(cli, ws)
        assert rows[0]["origin"] == {
            "address": "http://www.shili.gov.cn",
            "site": "县政府网",
            "published_on": "2021-04-01",
        }
        assert [row["problems"] for row in rows] == [["lookup_time_missing"]] * 2
        moment = ["--looked-up-at", "2021-04-09 15:30", "--looked-up-by", "王某"]
        cli.json("item", "edit-many", ws, "--indicator", "1", *moment)
        cli.json("item", "edit", ws, rows[0]["item"], "--section", "公示", "--site", "")
        rows = self.listed(cli, ws)
        assert rows[0]["origin"]["section"] == "公示"
        assert "site" not in rows[0]["origin"]
        assert {row["origin"]["looked_up_at"] for row in rows} == {"2021-04-09T15:30"}
        assert [row["problems"] for row in rows] == [[], []]
        code, _, err = cli("item", "edit", ws, rows[0]["item"], "--address", "县政府网")
        assert code == 2
        assert "不是网址" in err

    def test_an_item_serves_two_indicators(self, cli: Cli, ws: Path, item: str):
        cli.json(
            "item",
            "place",
            ws,
            item,
            "--indicator",
            "51",
            "--method",
            "材料查证",
            "--unit",
            "县司法局",
        )
        assert {r["indicator"] for r in self.listed(cli, ws)} == {"60", "51"}

    def test_the_recycle_bin_gives_back(self, cli: Cli, ws: Path, item: str):
        cli.json("item", "remove", ws, item)
        assert self.listed(cli, ws) == []
        cli.json("item", "restore", ws, item)
        assert len(self.listed(cli, ws)) == 1


class TestManyItems:
    def test_many_are_described_at_once(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局"]
        for number in (1, 2):
            (tmp_path / f"扫描件00{number}.txt").write_text(f"内容 {number}", encoding="utf-8")
            cli.json("attach", ws, *place, tmp_path / f"扫描件00{number}.txt")
        wanted = ["--title-pattern", "检查笔录（{序号}）", "--date", "2021-05", "--point", "2"]
        dry = cli.json("item", "edit-many", ws, "--indicator", "60", *wanted, "--dry-run")
        assert (len(dry["items"]), dry["changed"]) == (2, 0)
        done = cli.json("item", "edit-many", ws, "--indicator", "60", *wanted)
        assert done["changed"] == 2
        rows = cli.json("item", "list", ws)
        assert [(r["title"], r["date"], r["point"]) for r in rows] == [
            ("检查笔录（1）", "2021-05", 2),
            ("检查笔录（2）", "2021-05", 2),
        ]
        code, _, err = cli("item", "edit-many", ws, "--confirm")
        assert code == 2
        assert "没有说明改哪些" in err
        code, _, err = cli("item", "edit-many", ws, "--unit", "县司法局", "--title-pattern", "{x}")
        assert code == 2
        assert "{x}" in err

    def test_points_and_order(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局"]
        for date in ("2022-03-01", "2021-04-09"):
            (tmp_path / f"评查通知 {date}.txt").write_text(f"内容 {date}", encoding="utf-8")
            cli.json("attach", ws, *place, tmp_path / f"评查通知 {date}.txt")
        cli.json("item", "sort", ws, *place)
        rows = cli.json("item", "list", ws)
        assert [row["date"] for row in rows] == ["2021-04-09", "2022-03-01"]
        where = ["--indicator", "60", "--method", "材料查证", "--point", "1", "--point", "3"]
        done = cli.json("item", "points", ws, rows[0]["item"], *where)
        assert done["changed"] == 2
        found = [r["point"] for r in cli.json("item", "list", ws) if r["item"] == rows[0]["item"]]
        assert found == [1, 3]

    def test_a_file_name_for_a_title_is_told(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局"]
        (tmp_path / "扫描件001.txt").write_text("", encoding="utf-8")
        (tmp_path / "评查通知.txt").write_text("评查通知", encoding="utf-8")
        for name in ("扫描件001", "评查通知"):
            cli("attach", ws, *place, tmp_path / f"{name}.txt")
        rows = {row["file"]: row["concerns"] for row in cli.json("item", "list", ws)}
        assert rows["评查通知.txt"] == ["unconfirmed"]
        assert "nameless" in rows["扫描件001.txt"]
        assert "unreadable" in rows["扫描件001.txt"]
        cli.json("review", "submit", ws, *place)
        code, out, _ = cli("review", "accept", ws, *place)
        assert code == 0
        assert "1 件的题名还是文件名" in out

    def test_on_a_narrow_terminal_identifiers_stay_whole(
        self, cli: Cli, ws: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        (tmp_path / "评查通知.txt").write_text("评查通知", encoding="utf-8")
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        cli("attach", ws, *place, tmp_path / "评查通知.txt")
        (row,) = cli.json("item", "list", ws)
        item, number = row["item"], row["number"]
        monkeypatch.setenv("COLUMNS", "80")
        listed = cli.text("item", "list", ws, "--ids").splitlines()
        assert any(item in line.split() for line in listed)
        assert any(line.startswith(f"{number} ") for line in listed)
        cli.text("item", "remove", ws, item)
        assert any(item in line.split() for line in cli.text("item", "bin", ws).splitlines())


class TestParts:
    def test_items_become_one_with_captions_and_several_again(
        self, cli: Cli, ws: Path, tmp_path: Path
    ):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        items = []
        for name in ("评查方案", "评查通知"):
            (tmp_path / f"{name}.txt").write_text(f"{name}\n", encoding="utf-8")
            report = cli.json("attach", ws, *place, tmp_path / f"{name}.txt")
            items.append(report["outcomes"][0]["item"])
        joined = cli.json("item", "join", ws, *items, "--title", "评查材料")
        assert joined == {"item": items[0], "removed": [items[1]]}
        (row,) = cli.json("item", "list", ws)
        assert (row["title"], row["parts"]) == ("评查材料", 1)
        named = cli.json("item", "parts", ws, items[0], "--caption", "1=动员会")
        assert [part["name"] for part in named] == ["评查方案.txt", "动员会.txt"]
        code, _, err = cli("item", "parts", ws, items[0], "--caption", "7=没有")
        assert code == 2
        assert "共有 2 个文件" in err
        split = cli.json("item", "split", ws, items[0])
        assert split["items"] == [items[1]]
        assert sorted(row["title"] for row in cli.json("item", "list", ws)) == [
            "动员会",
            "评查材料",
        ]

    def test_what_was_joined_is_not_told_as_left_out(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        items = []
        for name in ("评查方案", "评查通知", "评查名单"):
            (tmp_path / f"{name}.txt").write_text(f"{name}\n", encoding="utf-8")
            report = cli.json("attach", ws, *place, tmp_path / f"{name}.txt")
            items.append(report["outcomes"][0]["item"])
        cli.json("item", "join", ws, *items[:2], "--title", "评查材料")
        cli.json("item", "remove", ws, items[2])
        cli.json("compile", ws, "--indicator", "60", "--out", tmp_path / "out")
        ledger = (tmp_path / "out" / "清点单.txt").read_text(encoding="utf-8-sig")
        assert "装入 2 份，未装 1 份" in ledger
        (left_out,) = [line for line in ledger.splitlines() if "已移入回收站" in line]
        assert "评查名单.txt" in left_out


class TestPages:
    def test_pages_are_set_up_step_by_step_and_bound_so(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        report = cli.json("attach", ws, *place, text_pdf(tmp_path / "报告.pdf", ["一", "二", "三"]))
        item = report["outcomes"][0]["item"]
        assert cli.json("item", "pages", ws, item)["setup"] == {}
        code, _, err = cli("item", "pages", ws, item, "--bind", "2-3")
        assert code == 2
        assert "写明理由" in err
        cli.json("item", "pages", ws, item, "--bind", "2—3", "--reason", "封面不装")
        cli.json("item", "pages", ws, item, "--turn", "3=90", "--paper", "a3")
        done = cli.json("item", "pages", ws, item, "--tilt", "2=-0.8")
        assert done["pages"] == 3
        assert done["setup"] == {
            "of": 3,
            "bound": [2, 3],
            "reason": "封面不装",
            "turns": [[3, 90]],
            "tilts": [[2, -80]],
            "paper": "a3",
        }
        compiled = cli.json("compile", ws, "--out", tmp_path / "out")
        assert compiled["dossiers"][0]["numbered_pages"] == 2
        for wrong, words in (
            (["--bind", "4", "--reason", "x"], "这份文件有 3 页"),
            (["--turn", "2=45"], "可转90、180、270"),
            (["--tilt", "2=30"], "不超过10度"),
            (["--paper", "b5"], "没有这种纸"),
            (["--paper", "10x20"], "没有这种纸"),
            (["--file", "1"], "1"),
        ):
            code, _, err = cli("item", "pages", ws, item, *wrong)
            assert (code, words in err) == (2, True), err
        assert cli.json("item", "pages", ws, item, "--reset")["setup"] == {}
        assert not cli.json("item", "pages", ws, item, "--bind", "all")["changed"]

    def test_a_file_without_pages_says_so(self, cli: Cli, ws: Path, tmp_path: Path):
        place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
        (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 nothing more")
        report = cli.json("attach", ws, *place, tmp_path / "坏.docx", code=1)
        code, _, err = cli("item", "pages", ws, report["outcomes"][0]["item"], "--turn", "90")
        assert code == 1
        assert "坏.docx" in err


def test_items_are_named_by_the_number_that_lists_show(cli: Cli, ws: Path, tmp_path: Path):
    place = ["--indicator", "60", "--method", "材料查证", "--unit", "县司法局", "--point", "1"]
    for name in ("评查方案", "评查通知"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n", encoding="utf-8")
        cli.json("attach", ws, *place, tmp_path / f"{name}.txt")
    rows = {row["number"]: row["item"] for row in cli.json("item", "list", ws)}
    first, second = rows
    assert first.count("-") == 2  # several units answer for the indicator
    cli.json("item", "edit", ws, first, "--title", "甲")
    edited = cli.json("item", "edit-many", ws, second, "--remark", "乙")
    assert edited["items"] == [rows[second]]
    joined = cli.json("item", "join", ws, first, second)
    assert (joined["item"], joined["removed"]) == (rows[first], [rows[second]])
    assert [p["name"] for p in cli.json("item", "parts", ws, first)] == ["甲.txt", "评查通知.txt"]
    code, _, err = cli("item", "edit", ws, "60-1-9", "--title", "丙")
    assert code == 2
    assert "60-1-9" in err
