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
