"""The story of the demonstration, played with the real commands."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.cli.application import app
from app.cli.localise import run
from resources.demo import make_samples
from resources.demo.tools import DESCRIBED
from tests.support.cli import Cli
from tests.support.packaging_modules import packaging_module

UNIT = ("--unit", "县司法局")
SLOT = ("--method", "材料查证", *UNIT)


class ThisProcess:
    """Runs the commands of a checkout in this process; says what a command printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._cli = Cli(capsys)

    def call(self, *arguments: str, quiet: bool = False) -> int:
        """As ``Checkout.call``."""
        code, complaint = run(app, list(arguments[2:]), "juanzong")
        if complaint or not quiet:
            sys.stdout.write(complaint)
        return code

    def ask(self, *arguments: str) -> str | None:
        """As ``Checkout.ask``."""
        self._capsys.readouterr()
        code, out, _ = self._cli(*arguments[2:])
        return None if code else out


@pytest.fixture
def places(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with packaging_module("demonstration_story") as story:
        found = story.Places(tmp_path / "demo")
        make_samples.make_samples(found.samples)
        make_samples.make_handing_in(found.samples)
        assert story.play(ThisProcess(capsys), found, date(2026, 11, 30)), capsys.readouterr().out
    capsys.readouterr()
    return found


def test_both_sides_are_in_the_middle_of_the_day_s_work(places, capsys: pytest.CaptureFixture[str]):
    cli = Cli(capsys)
    check_that_each_tool_has_something_to_show(places, cli)
    # Leads and participants, with a deadline ahead.
    told = cli.json("owing", "show", places.unit)
    assert told["lead"] > 20
    assert told["participant"] > told["lead"]
    assert told["due"]["deadline"] == "2027-05-10"
    assert 0 < told["covered"] < told["owed"]

    # Photos are one item, each described, four to a page.
    photos = cli.json("item", "photos", places.office, "63-20-3")["photos"]
    assert [p["title"] for p in photos] == [line[0] for line in DESCRIBED]
    assert {p["per_page"] for p in photos} == {4}
    assert all(p["taken"] and p["place"] and p["taken_by"] and p["words"] for p in photos)

    # What does not apply was marked in bulk, handed in and accepted.
    states = {
        (row["indicator"], row["task"]): row["state"]
        for row in cli.json("review", "list", places.office, *UNIT)
    }
    marked = {key: state for key, state in states.items() if key[0] in {"55", "56"}}
    assert set(marked.values()) == {"accepted"}
    assert len(marked) == 4

    # One return is answered and waits for the office, the other one is still open.
    assert states["69", "material_check"] == "submitted"
    answered = cli.json("review", "show", places.office, "--indicator", "69", *SLOT)
    (item,) = [i for i in answered["items"] if i["number"] == "69-20-2"]
    assert (item["standing"], item["versions"]) == ("reworked", [1, 2])
    # Where nobody leads, the unit takes part and owes its share.
    assert (answered["lead"], answered["owing"]) == (False, True)
    assert states["60", "material_check"] == "returned"
    (open_one,) = cli.json("review", "returned", places.unit)
    assert (open_one["indicator"], open_one["decided_by"]) == ("60", "张某某")

    # What waits for the office stays out of the inspection edition.
    bound = ("--indicator", "68", "--indicator", "69")
    _, out, _ = cli("compile", places.office, "--inspection", *bound, "--json")
    assert list(places.for_inspectors.glob("069*.pdf"))
    left_out = [e for e in json.loads(out)["ledger"]["entries"] if e["state"] == "excluded"]
    assert [entry["file"] for entry in left_out] == ["法院出具的说明（重新扫描）.pdf"]

    # A figure says what the register worked it out from; inspectors hear of no row to be mended.
    (cases,) = places.for_inspectors.glob("068*.pdf")
    with pypdfium2.PdfDocument(cases) as pdf:
        words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    words = "".join(words.split())
    assert "台账：行政应诉案件台账出庭19件/应诉20件=95%" in words
    assert "待改" not in words


def check_that_each_tool_has_something_to_show(places, cli: Cli) -> None:
    # What the office asked for went out with the task, and is partly answered.
    listed = cli.json("targets", "list", places.office, "--indicator", "24", *UNIT)
    assert (listed["total"], listed["looked_up"], listed["contradicted"]) == (4, 2, 1)
    assert all(line["by_office"] for line in listed["lines"])

    # A site check has two sites, and part of their lists is ready.
    _, told, _ = cli("site", "list", places.office, "--indicator", "80")
    assert "公共法律服务中心" in told
    assert "行政调解室" in told
    states = re.findall(r'"state": "(\w+)"', cli("site", "list", places.office, "--json")[1])
    assert {"ready", "not_yet"} <= set(states)

    # A register fills a figure, says of how many cases, and has a row to mend.
    (kept,) = cli.json("register", "rates", places.office, "行政应诉")
    assert (kept["rows"], kept["faulty"]) == (21, 1)

    # Photos that look alike, years said by hand, a picture to be cut, a statement to be signed.
    _, told, _ = cli("item", "findings", places.office, "--indicator", "86")
    assert "照片相似" in told
    (point,) = cli.json("years", places.office, "--indicator", "69")["points"]
    assert {year for year, cell in point["years"].items() if cell["state"] == "held"} == {
        "2017", "2018", "2019", "2020", "2021",
    }  # fmt: skip
    (statement,) = (places.unit / "exports").rglob("27-*.docx")
    assert "没有发生" in statement.name


def test_the_manifests_of_both_sides_make_the_whole(tmp_path: Path):
    make_samples.make_handing_in(tmp_path)
    unit = (tmp_path / make_samples.UNIT_MANIFEST).read_text(encoding="utf-8-sig").splitlines()
    others = (tmp_path / make_samples.OTHERS_MANIFEST).read_text(encoding="utf-8-sig").splitlines()
    assert unit[0] == others[0] == ",".join(make_samples.COLUMNS)
    assert len(unit) + len(others) - 2 == len(make_samples.SAMPLES)
    assert (tmp_path / make_samples.ANSWER).read_bytes().startswith(b"%PDF-")
