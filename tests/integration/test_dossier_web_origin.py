"""Strips above pages of the web in real dossiers: what they say, and where they lead."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from PIL import Image, ImageStat

from app.bootstrap import Services, open_services
from app.dossier_options import DossierOptions, Edition, Numbering
from app.evidence.descriptions import Description
from app.evidence.items import ItemEdit, edit_item
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.originals import digest_file
from app.review.service import accept_slots, submit_slots
from app.verification.notes import add_note
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, Lookup
from app.web_origin import OriginEdit
from models.verification import LookupResult
from tests.support.documents import text_pdf
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
ADDRESS = "https://www.shili.gov.cn/zwgk/公示/t20210409_1.html?id=7&a=(b)"
SEEN = OriginEdit(
    ADDRESS,
    None,
    "示例县人民政府门户网站",
    "行政执法公示",
    "2021-04-01",
    "2021-04-09 15:30",
    "王某",
)


@pytest.fixture
def services(tmp_path: Path, office_template: Path) -> Iterator[Services]:
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services: Services, *files: Path, origin: OriginEdit = SEEN) -> None:
    stated = Description("行政执法公示清单", origin=origin)
    request = AttachRequest(files, Target("1", "网络检索", UNIT), stated)
    report = attach_files(services.workspace, services.workers, request, SilentJob())
    assert report.clean


def compiled(services: Services, folder: Path, **options: object) -> Path:
    wanted = DossierOptions(**options)
    (dossier,) = services.dossiers.compile(folder, wanted, SilentJob()).dossiers
    return dossier.path


def web_links(page: pikepdf.Page) -> list[str]:
    actions = (one.get("/A") for one in page.obj.get("/Annots", []))
    return [str(one.URI) for one in actions if one is not None and one.S == "/URI"]


def told_pages(path: Path) -> list[str]:
    return ["".join(text.split()) for text in page_texts(path)]


def rendered(path: Path, number: int) -> Image.Image:
    """A page in grey, two dots to a point."""
    with pypdfium2.PdfDocument(path) as document:
        return document[number].render(scale=2).to_pil().convert("L")


def first_black_row(image: Image.Image) -> int:
    """The first row that is dark over nine tenths of the page."""
    middle = image.crop((image.width // 20, 0, image.width * 19 // 20, image.height))
    rows = (middle.crop((0, y, middle.width, y + 1)) for y in range(middle.height))
    return next(y for y, row in enumerate(rows) if ImageStat.Stat(row).mean[0] < 30)


def test_the_first_page_says_all_and_the_others_enough(services, tmp_path):
    file = text_pdf(tmp_path / "网页.pdf", ["第一页正文", "第二页正文"])
    attach(services, file)
    path = compiled(services, tmp_path / "out")
    pages = told_pages(path)
    (first,) = (n for n, text in enumerate(pages) if "第一页正文" in text)
    whole = pages[first]
    for words in (
        "网址：" + ADDRESS,
        "检索时间：2021-04-0915:30",
        "检索人：王某",
        "网站名称：示例县人民政府门户网站",
        "栏目：行政执法公示",
        "题名：行政执法公示清单",
        "文件SHA-256：" + digest_file(file).sha256,
    ):
        assert words in whole
    assert whole.endswith("1")
    assert "本件第2页，共2页" in pages[first + 1]
    assert "2021-04-0915:30" in pages[first + 1]
    assert "SHA-256" not in pages[first + 1]
    catalogue = next(text for text in pages if "卷内文件目录" in text)
    assert "来自示例县人民政府门户网站" in catalogue
    with pikepdf.open(path) as pdf:
        (link,) = web_links(pdf.pages[first])
    assert link.startswith("https://www.shili.gov.cn/zwgk/%E5%85%AC%E7%A4%BA/t20210409_1.html?id=7")


def test_nothing_of_the_page_is_hidden_and_nothing_collides(services, tmp_path):
    """A page that is dark to its edges, upright, lying and turned, with numbers at the top."""
    files = []
    for name, size, turn in (("立", (595, 842), 0), ("横", (842, 595), 0), ("转", (595, 842), 90)):
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page(page_size=size)
            wide, high = size
            inner = f"6 6 {wide - 12} {high - 12}"
            frame = f"0 0 0 rg 0 0 {wide} {high} re f 1 1 1 rg {inner} re f"
            page.Contents = pdf.make_stream(frame.encode())
            page.Rotate = turn
            files.append(tmp_path / f"{name}.pdf")
            pdf.save(files[-1])
    attach(services, *files)
    for numbering in (Numbering.DUPLEX_OUTER, Numbering.TOP_OUTER):
        path = compiled(services, tmp_path / numbering.value, numbering=numbering)
        pages = told_pages(path)
        shown = [n for n, text in enumerate(pages) if "文件SHA-256" in text]
        assert len(shown) == len(files)
        for page in shown:
            image = rendered(path, page)
            top = first_black_row(image)
            wide = image.width
            # The strip is above the page's own black edge, on white paper, and nowhere below it.
            assert image.crop((wide // 10, 0, wide * 9 // 10, top - 4)).getextrema()[0] < 100
            assert image.crop((0, 0, wide, 20)).getextrema()[0] > 200
            assert (
                image.crop((wide // 10, top + 16, wide * 9 // 10, top + 200)).getextrema()[0] > 200
            )


def test_it_stays_with_the_address_alone_and_others_have_none(services, tmp_path):
    attach(services, text_pdf(tmp_path / "甲.pdf", ["甲"]), origin=OriginEdit())
    path = compiled(services, tmp_path / "out")
    assert not any("SHA-256：" in text and "甲" in text for text in told_pages(path))
    with services.workspace.database.reading() as session:
        (row,) = list_filed(session)
    edit_item(services.workspace, row.item, ItemEdit(origin=OriginEdit(address="www.a.gov.cn")))
    again = services.dossiers.compile(tmp_path / "out", DossierOptions(), SilentJob())
    assert again.dossiers[0].fresh
    pages = told_pages(path)
    assert any("网址：http://www.a.gov.cn" in text for text in pages)
    assert any("来自www.a.gov.cn" in text for text in pages)
    assert (
        not services.dossiers.compile(tmp_path / "out", DossierOptions(), SilentJob())
        .dossiers[0]
        .fresh
    )


def test_links_on_the_page_follow_it(services, tmp_path):
    file = tmp_path / "带链接.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(b"100 700 200 20 re f")
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[100, 700, 300, 720],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://b.gov.cn/")),
        )
        page.Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.save(file)
    attach(services, file)
    path = compiled(services, tmp_path / "out")
    with pikepdf.open(path) as pdf:
        number = next(n for n, p in enumerate(pdf.pages) if "https://b.gov.cn/" in web_links(p))
        rect = next(
            [float(v) for v in one.Rect]
            for one in pdf.pages[number].Annots
            if one.get("/A") is not None and one.A.URI == "https://b.gov.cn/"
        )
    with pypdfium2.PdfDocument(path) as document:
        image = document[number].render(scale=1).to_pil().convert("L")
    middle = (round((rect[0] + rect[2]) / 2), round(842 - (rect[1] + rect[3]) / 2))
    assert image.getpixel(middle) < 50
    assert rect[3] < 720


@pytest.mark.parametrize("edition", list(Edition))
def test_both_editions_have_it_and_conform_to_archives(services, tmp_path, edition):
    attach(services, text_pdf(tmp_path / "网页.pdf", ["正文", "第二页"]))
    unit = services.workspace.registry().unit(UNIT)
    slot = SlotKey("1", "web_check", unit.id)
    submit_slots(services.workspace, [slot])
    accept_slots(services.workspace, [slot])
    path = compiled(services, tmp_path / "out", edition=edition, pdfa=True)
    assert any("文件SHA-256" in text for text in told_pages(path))
    assert pdfa.validate_written(path, "2b").verdict == "pass"


def test_pictures_of_the_web_keep_their_pages(services, tmp_path):
    files = []
    for n, tint in enumerate(("white", "grey")):
        files.append(tmp_path / f"{n}.png")
        Image.new("RGB", (800, 600), tint).save(files[-1])
    attach(services, *files)
    path = compiled(services, tmp_path / "out", photos_per_page=2)
    assert sum("文件SHA-256" in text for text in told_pages(path)) == 2


def test_the_list_of_look_ups_leads_to_the_web(services, tmp_path):
    attach(services, text_pdf(tmp_path / "网页.pdf", ["正文"]))
    said = Lookup("www.shili.gov.cn/1.html", "公示", "2021-04-09", "王某", LookupResult.CONFIRMED)
    add_note(services.workspace, LOOKUPS, Slot(UNIT, "1", "web_check"), said)
    path = compiled(services, tmp_path / "out")
    with pikepdf.open(path) as pdf:
        links = [web_links(page) for page in pdf.pages]
    assert ["http://www.shili.gov.cn/1.html"] in links
