"""The start page opens what it says; lists say where things are bound."""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name

from app.bootstrap import Services, open_services
from app.cli.application import run_command_line
from app.completeness.marks import MarkPlace, mark_not_applicable
from app.dossier.output.start_page import INDEX_HTML, INDEX_PDF
from app.dossier.planning.naming import volume_words
from app.dossier.whereabouts import read_bound_places
from app.dossier_options import DossierOptions, Scope
from app.evidence.descriptions import Description
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.guessing.numerals import number_of
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

#: Indicator, unit, what the pages say.
MATERIAL = (
    ("60", "县司法局", "评查通知"),
    ("60", "县司法局", "评查方案"),
    ("60", "县公安局", "评查<总结> & 通报"),
    ("63", "县司法局", "持证上岗名单"),
)


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        for number, (indicator, unit, text) in enumerate(MATERIAL):
            file = text_pdf(tmp_path / f"{number}.pdf", [text, "第二页"])
            target = Target(indicator, "材料查证", unit)
            described = Description(text, f"示司〔2021〕{number}号", unit, "2021-04-09")
            request = AttachRequest((file,), target, described)
            attach_files(opened.workspace, opened.workers, request, SilentJob())
        yield opened


def compile_it(services: Services, **options):
    folder = services.workspace.layout.exports
    return folder, services.dossiers.compile(folder, DossierOptions(**options), SilentJob())


def test_pages_are_counted_as_in_the_catalogue(services):
    """The number is the one on the cover, without cover, catalogue and end sheet."""
    folder, result = compile_it(services)
    (first, second) = result.dossiers
    assert first.numbered_pages < first.pages
    page = (folder / INDEX_HTML).read_text(encoding="utf-8")
    assert re.findall(r">(\d+)页</a>", page) == [
        str(first.numbered_pages),
        str(second.numbered_pages),
    ]
    printed = "".join(page_texts(folder / INDEX_PDF))
    assert f"{first.numbered_pages}页" in printed


def links_of(folder: Path) -> Iterator[tuple[str, int]]:
    """Where the PDF's links lead: file and page, counted from 0."""
    with pikepdf.open(folder / INDEX_PDF) as pdf:
        for page in pdf.pages:
            for link in page.obj.get(Name.Annots, ()):
                assert Name.GoToR == link.A.S
                yield str(link.A.F.UF), int(link.A.D[0])


def rows_of(folder: Path) -> list[list[str]]:
    page = (folder / INDEX_HTML).read_text(encoding="utf-8")
    return json.loads(re.search(r"const items = (\[.*\]);", page)[1])


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"volume_limit": 2},
        {"scope": Scope.UNIT},
        {"scope": Scope.COMBINED},
        {"duplex_blanks": True},
    ],
)
def test_every_link_opens_the_page_of_its_item(services: Services, tmp_path: Path, options):
    folder, _ = compile_it(services, **options)
    # The stick is another place than this computer's disk.
    stick = Path(shutil.copytree(folder, tmp_path / "U盘"))
    rows = rows_of(stick)
    assert sorted(row[1] for row in rows) == sorted(text for _, _, text in MATERIAL)
    for row in rows:
        name, _, page = unquote(row[7]).partition("#page=")
        text = page_texts(stick / name)[int(page) - 1]
        assert row[1] in text
        assert re.fullmatch(r"卷[一二三四] 第\d+页", row[6])
        assert text.splitlines()[-1] == re.search(r"第(\d+)页", row[6])[1]
    opened = {(name, page) for name, page in links_of(stick)}
    for row in rows:
        name, _, page = unquote(row[7]).partition("#page=")
        assert (name, int(page) - 1) in opened
    assert all((stick / name).is_file() for name, _ in opened)


def test_the_page_for_a_browser_is_whole(services: Services):
    for unit in services.workspace.registry().units_of("64", "material_check"):
        mark_not_applicable(
            services.workspace, MarkPlace(unit, "64", "material_check"), "没有<辅助>人员"
        )
    folder, _ = compile_it(services)
    page = (folder / INDEX_HTML).read_text(encoding="utf-8")
    assert "评查<总结>" not in page
    assert "不涉及：没有&lt;辅助&gt;人员" in page or "64" not in page
    for address in re.findall(r'href="([^"]+)"', page):
        name, _, _ = unquote(unescape(address)).partition("#")
        assert (folder / name).is_file()
    assert "http" not in page.replace("http-equiv", "")


def test_it_is_written_again_only_when_something_changed(services: Services):
    folder, _ = compile_it(services)
    before = (folder / INDEX_PDF).stat().st_mtime_ns
    compile_it(services)
    assert (folder / INDEX_PDF).stat().st_mtime_ns == before


def test_lists_say_where_things_are_bound(services: Services, capsys):
    workspace = services.workspace
    assert read_bound_places(workspace) == {}
    _, result = compile_it(services, volume_limit=4)
    with workspace.reading() as session:
        filed = {row.placement: row for row in list_filed(session)}
    found = {filed[key].title: place for key, place in read_bound_places(workspace).items()}
    assert {title: place.words for title, place in found.items()} == {
        "评查通知": "第60项 卷一 第1页",
        "评查方案": "第60项 卷一 第3页",
        "评查<总结> & 通报": "第60项 卷二 第1页",
        "持证上岗名单": "第63项 卷一 第1页",
    }
    for title, place in found.items():
        assert title in page_texts(place.file)[place.page - 1]
    root = workspace.layout.root
    workspace.close()
    assert run_command_line(["item", "list", str(root), "--json"]) == 0
    listed = {row["title"]: row["bound"] for row in json.loads(capsys.readouterr().out)}
    assert listed["评查方案"] == "第60项 卷一 第3页"
    result.dossiers[-1].path.unlink()
    with open_services(root) as again:
        assert len(read_bound_places(again.workspace)) == 3


@given(st.integers(1, 99))
def test_volumes_are_counted_in_chinese(number: int):
    assert number_of(volume_words(number).removeprefix("卷")) == number


def test_the_index_says_what_it_is_and_its_links_are_objects(services: Services):
    folder, _ = compile_it(services)
    with pikepdf.open(folder / INDEX_PDF) as pdf:
        assert not pdf.check_pdf_syntax()
        assert "总索引" in str(pdf.docinfo.Title)
        assert "anonymous" not in "".join(map(str, pdf.docinfo.values()))
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert str(pdf.docinfo.Title) in packet
        assert "urn:sha256:" in packet
        assert str(pdf.Root.Lang) == "zh-CN"
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        assert links
        assert all(link.is_indirect for link in links)
