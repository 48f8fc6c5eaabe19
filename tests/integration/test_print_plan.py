"""Print plans: pages on A3 and in colour, what changed since the last print, files made."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageDraw

from app.bootstrap import Services, open_services
from app.cli.application import run_command_line
from app.dossier.errors import NothingToPrint
from app.dossier.printing.pages import look_at_pages
from app.dossier.printing.plan import page_ranges
from app.dossier.printing.service import read_print_plan, remember_print, restore_print
from app.dossier.printing.writing import write_print_plan
from app.dossier_options import DossierOptions
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.names.printing import PrintState
from tests.support.documents import text_pdf
from tests.support.documents.pictures import noise
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace


def scan(path: Path, *, seal: bool) -> Path:
    """A grey page as scanners make it, with specks of colour, and with or without a red seal."""
    image = noise((620, 877), 12).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.point([(9, 9), (300, 300)], (255, 0, 0))
    if seal:
        draw.ellipse((400, 600, 520, 720), outline=(210, 30, 30), width=5)
    image.save(path, "JPEG", quality=80)
    return path


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services: Services, file: Path, indicator: str = "60") -> None:
    request = AttachRequest((file,), Target(indicator, "材料查证", "县司法局"))
    attach_files(services.workspace, services.workers, request, SilentJob())


def compile_it(services: Services) -> Path:
    folder = services.workspace.layout.exports
    services.dossiers.compile(folder, DossierOptions(), SilentJob())
    return folder


def plan_of(services: Services, folder: Path, **options):
    chosen = {"copies": 1, "duplex": False, **options}
    return read_print_plan(
        services.workspace, services.workers, services.cache, folder, SilentJob(), **chosen
    )


def test_large_and_coloured_pages_are_found(services: Services, tmp_path: Path):
    attach(services, text_pdf(tmp_path / "大.pdf", ["图纸"], (1191, 842)))
    attach(services, scan(tmp_path / "灰.jpg", seal=False))
    attach(services, scan(tmp_path / "章.jpg", seal=True))
    folder = compile_it(services)
    (volume,) = plan_of(services, folder, duplex=True, copies=2).volumes
    path = folder / volume.file
    with pikepdf.open(path) as pdf:
        labels = {page.label: number for number, page in enumerate(pdf.pages, 1)}
        assert volume.pages == len(pdf.pages)
    assert volume.large == (labels["1"],)
    assert volume.coloured == (labels["3"],)
    assert (volume.sheets, volume.copies) == ((volume.pages + 1) // 2, 2)


def test_only_what_changed_since_the_print_is_due(services: Services, tmp_path: Path):
    with pytest.raises(NothingToPrint):
        plan_of(services, services.workspace.layout.exports)
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]), "60")
    attach(services, text_pdf(tmp_path / "b.pdf", ["乙"]), "63")
    folder = compile_it(services)
    first = plan_of(services, folder)
    assert [v.state for v in first.due] == [PrintState.NEW] * 2
    before = remember_print(services.workspace, folder, first.due)
    assert plan_of(services, folder).due == ()
    assert [v.copies for v in plan_of(services, folder, everything=True, copies=3).due] == [3, 3]
    attach(services, text_pdf(tmp_path / "c.pdf", ["丙"]), "60")
    compile_it(services)
    (changed,) = plan_of(services, folder).due
    assert (changed.state, changed.file[:3]) == (PrintState.CHANGED, "060")
    restore_print(services.workspace, folder, before)
    assert len(plan_of(services, folder).due) == 2


def test_the_plan_as_files_and_on_the_command_line(services: Services, tmp_path: Path, capsys):
    attach(services, text_pdf(tmp_path / "a.pdf", ["甲"]))
    folder = compile_it(services)
    plan = plan_of(services, folder, copies=4)
    write_print_plan(plan, tmp_path / "计划.pdf")
    text = "".join(page_texts(tmp_path / "计划.pdf")[0].split())
    assert f"合计{plan.pages}页" in text
    assert "首次打印" in text
    write_print_plan(plan, tmp_path / "计划.xlsx")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "计划.xlsx").read_bytes()))
    rows = list(book.active.iter_rows(min_row=4, values_only=True))
    assert [(row[1], row[4], row[8]) for row in rows] == [(plan.due[0].file, plan.due[0].pages, 4)]
    assert book.active.print_title_rows == "$3:$3"
    root = services.workspace.layout.root
    services.workspace.close()
    assert run_command_line(["print-plan", str(root), "--printed", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["volumes"][0]["state"] == "new"
    assert run_command_line(["print-plan", str(root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["volumes"][0]["copies"] == 0


def test_a_page_is_looked_at_whatever_its_size(tmp_path: Path):
    with pikepdf.new() as pdf:
        for size in ((3, 3), (14_400, 14_400), (595, 842)):
            pdf.add_blank_page(page_size=size)
        pdf.save(tmp_path / "x.pdf")
    assert look_at_pages(tmp_path / "x.pdf").large == (2,)


@given(st.sets(st.integers(1, 400)))
def test_page_ranges_name_every_page_once(pages: set[int]):
    found = []
    for part in filter(None, page_ranges(pages).split(", ")):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    assert found == sorted(pages)
