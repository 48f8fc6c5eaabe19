"""Photos added as files of their own share pages, and each keeps its row in the catalogue."""

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from app.bootstrap import open_services
from app.dossier_options import DossierOptions, Scope
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support import documents
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
UNIT = "县司法局"


@pytest.fixture
def services(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def photos(folder, *names):
    return [documents.jpeg(folder / f"{name}.jpg", (900 + n, 700)) for n, name in enumerate(names)]


def attach(services, *files, unit=UNIT, point=1):
    request = AttachRequest(files, Target("60", "材料查证", unit, point))
    return attach_files(services.workspace, services.workers, request, JOB).outcomes


def compiled(services, out, per_page=4, **options):
    made = services.dossiers.compile(
        out, DossierOptions(indicators=("60",), photos_per_page=per_page, **options), JOB
    )
    assert made.ledger.inputs == made.ledger.included
    return made


def texts_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_neighbouring_photos_share_pages_and_keep_their_numbers(services, tmp_path):
    attach(services, *photos(tmp_path, *"甲乙丙丁戊己"))
    attach(services, documents.text_pdf(tmp_path / "总结.pdf", ["总结"]))
    compiled(services, tmp_path / "out")
    (volume,) = (tmp_path / "out").glob("060*.pdf")
    pages = texts_of(volume)
    shared = [page for page in pages if page.startswith("甲乙丙丁")]
    assert shared == ["甲乙丙丁1"]
    assert "戊己2" in pages
    assert "总结3" in pages
    with pikepdf.open(volume) as pdf:
        titles = {}
        with pdf.open_outline() as outline:
            for method in outline.root:
                for item in method.children:
                    target = item.destination[0] if item.destination else None
                    titles[item.title] = pdf.pages.index(pikepdf.Page(target))
    numbers = {title.partition("　")[2]: page for title, page in titles.items()}
    first = pages.index("甲乙丙丁1")
    assert [numbers[name] - first for name in "甲乙丙丁戊己"] == [0, 0, 0, 0, 1, 1]
    assert numbers["总结"] - first == 2


def test_only_what_lies_side_by_side_shares_a_page(services, tmp_path):
    attach(services, *photos(tmp_path, "甲"), point=1)
    attach(services, *photos(tmp_path, "乙"), point=2)
    attach(services, *photos(tmp_path, "丙"), unit="县公安局", point=2)
    compiled(services, tmp_path / "out")
    (volume,) = (tmp_path / "out").glob("060*.pdf")
    assert not {"甲乙1", "乙丙2"} & set(texts_of(volume))


def test_a_photo_bound_elsewhere_too_keeps_its_page(services, tmp_path):
    first, *_ = attach(services, *photos(tmp_path, *"甲乙"))
    place_item(services.workspace, first.item_id, Target("63", "材料查证", UNIT))
    options = DossierOptions(scope=Scope.COMBINED, photos_per_page=2)
    made = services.dossiers.compile(tmp_path / "out", options, JOB)
    assert made.ledger.inputs == made.ledger.included == 3
    pages = [page for path in (tmp_path / "out").rglob("*.pdf") for page in texts_of(path)]
    assert pages
    assert not [page for page in pages if page.startswith("甲乙")]


def test_volumes_are_not_split_between_photos_of_a_page(services, tmp_path):
    attach(services, documents.text_pdf(tmp_path / "一.pdf", ["一"]))
    attach(services, *photos(tmp_path, *"甲乙丙丁"))
    compiled(services, tmp_path / "out", volume_limit=1)
    volumes = sorted((tmp_path / "out").glob("060*.pdf"))
    assert len(volumes) == 2
    assert "甲乙丙丁1" in texts_of(volumes[1])


def test_what_is_told_of_a_photo_is_told_on_the_end_sheet(services, tmp_path):
    frames = [Image.new("RGB", (900, 700), (90 * n, 90, 90)) for n in range(2)]
    frames[0].save(tmp_path / "动图.gif", save_all=True, append_images=frames[1:])
    attach(services, *photos(tmp_path, "甲"), tmp_path / "动图.gif")
    compiled(services, tmp_path / "out")
    (volume,) = (tmp_path / "out").glob("060*.pdf")
    pages = texts_of(volume)
    assert "甲动图1" in pages
    assert "动图或连拍共2幅" in pages[-1]


def test_scans_of_papers_keep_their_pages(services, tmp_path):
    scans = [documents.jpeg(tmp_path / f"{name}.jpg", (1654, 2339)) for name in "甲乙"]
    attach(services, *scans)
    compiled(services, tmp_path / "out")
    (volume,) = (tmp_path / "out").glob("060*.pdf")
    assert not [page for page in texts_of(volume) if page.startswith("甲乙")]
