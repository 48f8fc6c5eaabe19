"""An item has one number: in lists, in review, in the library, in papers and in the dossier."""

import csv
import json
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.cli.application import run_command_line
from app.dossier_options import DossierOptions, Scope
from app.evidence.descriptions import Description
from app.evidence.items import remove_items
from app.evidence.library import list_library
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.reports.reading import read_report_rows
from app.review.listing import read_slot
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

#: Title, unit and point, in the order of adding; 丙 goes into the bin.
ADDED = (
    ("戊", "县公安局", 2),
    ("乙", "县公安局", 1),
    ("丙", "县司法局", 1),
    ("甲", "县司法局", 1),
    ("己", "县司法局", None),
    ("丁", "县司法局", 2),
)
NUMBERS = {
    "甲": "60-20-1",
    "乙": "60-32-1",
    "丁": "60-20-2",
    "戊": "60-32-2",
    "己": "60-20-3",
}


@pytest.fixture
def services(tmp_path: Path, office_template: Path):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        registry = opened.workspace.registry()
        first = registry.units_of("60", "material_check")
        assert first.index("县司法局") < first.index("县公安局")
        items = {}
        for title, unit, point in ADDED:
            file = text_pdf(tmp_path / f"{title}.pdf", [title])
            request = AttachRequest(
                (file,), Target("60", "材料查证", unit, point), Description(title)
            )
            report = attach_files(opened.workspace, opened.workers, request, SilentJob())
            items[title] = report.outcomes[0].item_id
        remove_items(opened.workspace, [items["丙"]])
        place_item(opened.workspace, items["甲"], Target("63", "材料查证", "县司法局", 1))
        yield opened


def order_of(services) -> BindingOrder:
    workspace = services.workspace
    return BindingOrder.of(workspace.facts.framework, workspace.registry())


def test_lists_review_library_and_papers_agree(services):
    workspace, order = services.workspace, order_of(services)
    with workspace.database.reading() as session:
        filed = [r for r in list_filed(session, order) if r.indicator == "60"]
        library = list_library(session, order)
        reviewed = {}
        for unit in ("县司法局", "县公安局"):
            task_code = "material_check"
            slot = SlotKey("60", task_code, workspace.registry().unit(unit).id)
            detail = read_slot(session, workspace.facts.framework, slot)
            shown = [line.number for line in detail.items]
            assert shown == sorted(shown)
            reviewed |= {line.title: line.number for line in detail.items}
    assert [(r.title, r.number) for r in filed] == list(NUMBERS.items())
    assert reviewed == NUMBERS
    found = {
        row.title: place.number
        for row in library
        for place in row.places
        if place.indicator == "60" and place.number
    }
    assert found == NUMBERS
    rows = read_report_rows(services.workspace, services.settings)
    assert {i.title: i.number for i in rows.items if i.indicator == "60"} == NUMBERS
    assert [i.number for i in rows.items if i.indicator == "63"] == ["63-20-1"]


def test_the_command_line_prints_them(services, capsys):
    root = services.workspace.layout.root
    services.workspace.close()
    assert run_command_line(["item", "list", str(root), "--indicator", "60", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(r["title"], r["number"]) for r in listed] == list(NUMBERS.items())


def numbers_in(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "校验清单.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [
            (row["题名"], row["顺序号"], row["编号"])
            for row in csv.DictReader(stream)
            if row["顺序号"]
        ]


def words(path: Path) -> str:
    return "".join("".join(page_texts(path)).split())


def test_a_dossier_of_an_indicator_counts_like_the_lists(services, tmp_path):
    options = DossierOptions(indicators=("60",))
    result = services.dossiers.compile(tmp_path / "卷", options, SilentJob())
    assert numbers_in(tmp_path / "卷") == [
        (title, str(sequence), number)
        for sequence, (title, number) in enumerate(NUMBERS.items(), 1)
    ]
    printed = words(result.dossiers[0].path)
    assert all(number in printed for number in NUMBERS.values())


@pytest.mark.parametrize(
    "options",
    [
        DossierOptions(scope=Scope.COMBINED),
        DossierOptions(scope=Scope.UNIT),
        DossierOptions(scope=Scope.METHOD),
        DossierOptions(indicators=("60",), units=("县公安局",)),
        DossierOptions(indicators=("60",), volume_limit=2),
    ],
)
def test_other_editions_name_the_number_where_they_count_otherwise(services, tmp_path, options):
    result = services.dossiers.compile(tmp_path / "卷", options, SilentJob())
    found = [row for row in numbers_in(tmp_path / "卷") if row[2].startswith("60-")]
    assert {title: number for title, _, number in found}.items() <= NUMBERS.items()
    assert len(found) == (2 if options.units else 5)
    printed = "".join(words(file) for dossier in result.dossiers for file in dossier.files)
    for _, sequence, number in found:
        assert (number in printed) == (number != f"60-{sequence}")
