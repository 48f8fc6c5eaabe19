"""Binding real PDFs: numbers in the visible corner, links, outline, labels, atomic results."""

import zlib
from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from app.conversion.model import SourceBookmark
from app.dossier.binding.volume import bind_volume
from app.dossier.errors import BindingFailed
from app.dossier_options import DossierOptions, Numbering
from tests.support.documents import text_pdf
from tests.support.dossiers import (
    bind_items,
    binding_of,
    item_of,
    one_indicator,
    page_of,
    plan_dossiers,
)
from tests.support.pdf_description import SeenText, describe_pdf, page_texts, see_text
from tests.support.plain_sheets import measure_plain

A4 = (595, 842)


def shaped_pdf(
    path: Path, media: tuple[float, ...], content: bytes = b"", **entries: object
) -> Path:
    """One page with exactly these entries."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=A4)
        page = pdf.pages[0].obj
        page.MediaBox = Array(media)
        for key, value in entries.items():
            page[f"/{key}"] = Array(value) if isinstance(value, tuple) else value
        page.Contents = pdf.make_stream(content or b"0.9 g 0 0 10000 10000 re f")
        pdf.save(path)
    return path


SHAPES = {
    "upright": ((0, 0, 595, 842), {}),
    "rotated 90": ((0, 0, 595, 842), {"Rotate": 90}),
    "rotated 180": ((0, 0, 595, 842), {"Rotate": 180}),
    "rotated 270": ((0, 0, 595, 842), {"Rotate": 270}),
    "rotated -90": ((0, 0, 595, 842), {"Rotate": -90}),
    "landscape": ((0, 0, 842, 595), {}),
    "A3": ((0, 0, 842, 1191), {}),
    "A3 landscape rotated": ((0, 0, 842, 1191), {"Rotate": 90}),
    "cropped": ((0, 0, 800, 1000), {"CropBox": (100, 80, 695, 922)}),
    "cropped and rotated": ((0, 0, 800, 1000), {"CropBox": (100, 80, 695, 922), "Rotate": 270}),
    "crop beyond the paper": ((0, 0, 595, 842), {"CropBox": (-50, -50, 900, 900)}),
    "odd origin": ((-300, -421, 295, 421), {}),
    "odd origin rotated": ((1000, 2000, 1595, 2842), {"Rotate": 90}),
    "upside-down box": ((595, 842, 0, 0), {}),
    "unbalanced": ((0, 0, 595, 842), {}),
}


def as_bound(seen: SeenText) -> SeenText:
    """What a reader of the bound volume sees: a lying page of A4 stands, its head to the left."""
    width, height = seen.page_width, seen.page_height
    if width <= height or width > 1000:
        return seen
    return SeenText(height - seen.top, seen.left, height - seen.bottom, seen.right, height, width)


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("name", SHAPES)
def test_the_number_stands_in_the_visible_corner(
    tmp_path: Path, name: str, numbering: Numbering
) -> None:
    media, entries = SHAPES[name]
    # "unbalanced" leaves two states open and a matrix behind, as bad producers do.
    content = b"q q 0.2 0 0 0.2 300 300 cm" if name == "unbalanced" else b""
    source = shaped_pdf(tmp_path / "s.pdf", media, content, **entries)
    second = shaped_pdf(tmp_path / "t.pdf", media, content, **entries)
    options = DossierOptions(numbering=numbering)
    volume = bind_items([item_of(source), item_of(second)], tmp_path / "d.pdf", options)
    for number in (1, 2):
        physical = page_of(volume, number)
        seen = as_bound(see_text(tmp_path / "d.pdf", physical, str(number)))
        if numbering.at_top:
            assert 20 < seen.page_height - seen.top < 35
        else:
            assert 20 < seen.bottom < 35
        assert seen.top - seen.bottom == pytest.approx(10, abs=2)
        if options.number_on_right(physical):
            assert seen.page_width - seen.right == pytest.approx(43, abs=2)
        else:
            assert seen.left == pytest.approx(43, abs=2)


WORDS = b"BT /F 30 Tf 100 700 Td (HELLO) Tj ET "

#: Content as bad producers leave it; several streams are one content in several parts.
LEFT_OPEN = {
    "states left open": (b"q " * 9 + WORDS,),
    "states closed too often": (WORDS + b"Q " * 9,),
    "closed, then moved": (WORDS + b"Q Q Q 0.1 0 0 0.1 9 9 cm 0 0 1 1 re W n",),
    "text left open": (b"BT /F 30 Tf 100 700 Td (HELLO) Tj 3 Tr",),
    "text left open and turned": (WORDS + b"BT 0 9 -9 0 1 1 Tm /F 1 Tf",),
    "marked sections left open": (b"/Span BMC /P << /MCID 0 >> BDC " + WORDS,),
    "marked sections closed too often": (WORDS + b"EMC EMC",),
    "a clip": (WORDS + b"0 0 1 1 re W n",),
    "a path left open": (WORDS + b"0 0 500 800 re W",),
    "a matrix that squeezes": (WORDS + b"0 0 0 0 0 0 cm",),
    "white": (WORDS + b"1 g 1 G 7 Tr",),
    "a string left open": (WORDS + b"BT /F 9 Tf (open",),
    "a hex string left open": (WORDS + b"BT /F 9 Tf <41",),
    "a dictionary left open": (WORDS + b"/P << /A ",),
    "a picture left open": (WORDS + b"BI /W 9 /H 9 /BPC 8 /CS /G ID abc",),
    "a comment": (WORDS + b"% the end",),
    "operands": (WORDS + b"1 2 3 (4)",),
    "parts": (b"q 0.1 0 0 0.1 ", b"0 0 cm BT /F 300 Tf 1000 7000 ", b"Td (HELLO) Tj"),
    "an empty part": (b"", WORDS + b"q q", b""),
}


@pytest.mark.parametrize("rotate", [0, 270])
@pytest.mark.parametrize("name", LEFT_OPEN)
def test_the_number_stands_whatever_the_page_leaves_open(
    tmp_path: Path, name: str, rotate: int
) -> None:
    path = tmp_path / "s.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=A4).obj
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F=font))
        parts = [pdf.make_stream(part) for part in LEFT_OPEN[name]]
        page.Contents = parts[0] if len(parts) == 1 else Array(parts)
        page.Rotate = rotate
        pdf.pages.append(pdf.pages[0])  # both show the same streams
        pdf.save(path)
    volume = bind_items([item_of(path)], tmp_path / "d.pdf")
    for number in (1, 2):
        physical = page_of(volume, number)
        seen = as_bound(see_text(tmp_path / "d.pdf", physical, str(number)))
        assert 20 < seen.bottom < 35
        assert seen.top - seen.bottom == pytest.approx(10, abs=2)
        assert seen.page_width - seen.right == pytest.approx(43, abs=2)
        before, after = rendered(path, number - 1), rendered(tmp_path / "d.pdf", physical)
        lying = before.width > before.height
        above = (45 * lying, 0, before.width, before.height - 45 * (not lying))
        assert before.crop(above).tobytes() == after.crop(above).tobytes()


def test_parts_that_are_missing_or_damaged_keep_what_readers_show(tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=A4).obj
        whole = pdf.make_stream(b"0 0 0 rg 50 500 100 100 re f ")
        packed = zlib.compress(b"1 0 0 rg 50 300 100 100 re f " + Random(1).randbytes(3000))
        cut = pikepdf.Stream(pdf, packed[:1500], Filter=Name.FlateDecode)
        page.Contents = Array([whole, Dictionary(), 7, pdf.make_indirect(cut)])
        pdf.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    volume = bind_items([item_of(path)], tmp_path / "d.pdf")
    image = rendered(tmp_path / "d.pdf", page_of(volume, 1))
    assert image.getpixel((100, 842 - 550)) < 9
    assert 9 < image.getpixel((100, 842 - 350)) < 200
    assert see_text(tmp_path / "d.pdf", page_of(volume, 1), "1").bottom < 35


def rendered(path: Path, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        image: Image.Image = document[page].render().to_pil().convert("L")
        return image


@pytest.mark.parametrize(
    ("media", "unit", "height"),
    [
        ((0, 0, 595, 842), 1, 10),
        ((0, 0, 297.5, 421), 2, 10),  # A4 in units of 1/36 inch
        ((0, 0, 165, 600), 1, 10 * 165 / 595 / 0.6),  # a till receipt
        ((0, 0, 2384, 3370), 1, 10 * 2384 / 595 / 1.6),  # A0
    ],
)
def test_the_number_is_to_scale(
    tmp_path: Path, media: tuple[float, ...], unit: float, height: float
) -> None:
    source = shaped_pdf(tmp_path / "s.pdf", media, UserUnit=unit)
    volume = bind_items([item_of(source)], tmp_path / "d.pdf")
    seen = see_text(tmp_path / "d.pdf", page_of(volume, 1), "1")
    # pdfium measures in user units; a reader sees UserUnit times as much.
    assert (seen.top - seen.bottom) * unit == pytest.approx(height, rel=0.1)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_tiny_page_is_put_on_paper(tmp_path: Path, rotate: int) -> None:
    content = b"1 0 0 rg 0 0 500 500 re f"  # paints far beyond what is visible
    source = shaped_pdf(
        tmp_path / "s.pdf", (0, 0, 200, 200), content, CropBox=(10, 10, 60, 90), Rotate=rotate
    )
    volume = bind_items([item_of(source)], tmp_path / "d.pdf")
    seen = as_bound(see_text(tmp_path / "d.pdf", page_of(volume, 1), "1"))
    assert {round(seen.page_width), round(seen.page_height)} == {595, 842}
    assert seen.page_width - seen.right == pytest.approx(43, abs=2)
    with pypdfium2.PdfDocument(tmp_path / "d.pdf") as document:
        image = document[page_of(volume, 1)].render().to_pil().convert("RGB")
    red = {colour: count for count, colour in image.getcolors(1 << 20)}[255, 0, 0]
    assert red == pytest.approx(50 * 80, rel=0.05)
    assert image.getpixel((image.width // 2, image.height // 2)) == (255, 0, 0)


def test_the_number_is_legible_on_a_dark_scan(tmp_path: Path) -> None:
    dark = shaped_pdf(tmp_path / "s.pdf", (0, 0, 595, 842), b"0 g 0 0 595 842 re f")
    volume = bind_items([item_of(dark)], tmp_path / "d.pdf")
    with pypdfium2.PdfDocument(tmp_path / "d.pdf") as document:
        image = document[page_of(volume, 1)].render(scale=2).to_pil().convert("L")
    corner = image.crop((image.width - 130, image.height - 90, image.width - 60, image.height - 40))
    values = corner.tobytes()
    assert values.count(255) > 300  # the white around the figure
    assert image.getpixel((100, 100)) == 0


def test_every_page_bears_its_number_once(tmp_path: Path) -> None:
    items = [
        item_of(text_pdf(tmp_path / f"{n}.pdf", [f"正文{n}-{p}" for p in range(n)], embedded=False))
        for n in (1, 4, 2)
    ]
    volume = bind_items(items, tmp_path / "d.pdf")
    texts = page_texts(tmp_path / "d.pdf")
    for number in range(1, 8):
        assert texts[page_of(volume, number)].splitlines()[-1] == str(number)
        assert texts[page_of(volume, number)].startswith("正文")
    assert texts[0] == "<Cover>"
    with pikepdf.open(tmp_path / "d.pdf") as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, Dictionary) and "/FontFile2" in o]
        assert len(fonts) == 1  # the figures are embedded once


def test_outline_labels_and_links_agree(tmp_path: Path) -> None:
    first = text_pdf(tmp_path / "a.pdf", ["甲一", "甲二", "甲三"])
    second = text_pdf(tmp_path / "b.pdf", ["乙一"])
    marks = (SourceBookmark("一、总则", 0, 0), SourceBookmark("（一）目的", 2, 1))
    items = [
        item_of(first, "关于甲的通知", bookmarks=marks),
        item_of(second, "现场照片", "site_check"),
    ]
    bind_items(items, tmp_path / "d.pdf")
    told = describe_pdf(tmp_path / "d.pdf")
    assert told["labels"] == ["i", "ii", "iii", "iv", "1", "2", "3", "隔页1", "4", "备考表1"]
    assert told["outline"] == [
        [0, "封面", 0, 0],
        [0, "指标说明", 1, 0],
        [0, "卷内文件目录", 2, 0],
        [0, "材料查证", 3, 1],
        [1, "1　关于甲的通知", 4, -1],
        [2, "一、总则", 4, -1],
        [3, "（一）目的", 6, 0],
        [0, "实地核验", 7, 1],
        [1, "2　现场照片", 8, 0],
        [0, "卷内备考表", 9, 0],
    ]
    assert told["links"] == [[2, 4], [2, 8], [4, 2], [8, 2]]
    assert told["opens"] == {
        "mode": "/UseOutlines",
        "language": "zh-CN",
        "title": "第60项指标　建立行政执法日常检查监督机制",
        "author": "县司法局",
        "actions": [],
    }


def test_links_inside_a_source_still_work(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "s.pdf", ["目录", "第一章", "第二章"])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pages = [page.obj for page in pdf.pages]
        pdf.Root.Dests = Dictionary(chapter=Array([pages[2], Name.XYZ, 0, 800, None]))

        def link(**entries: object) -> pikepdf.Object:
            return pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **entries)
            )

        pages[0].Annots = Array(
            [
                link(Dest=Array([pages[1], Name.Fit])),
                link(A=Dictionary(S=Name.GoTo, D=Name.chapter)),
                link(Dest=pikepdf.String("nowhere")),
                link(A=Dictionary(S=Name.URI, URI=pikepdf.String("https://www.gov.cn/"))),
            ]
        )
        pdf.save(source)
    bind_items([item_of(source)], tmp_path / "d.pdf")
    told = describe_pdf(tmp_path / "d.pdf")
    # forward within the source, then row and back; the link to nowhere is gone, the web one stays
    assert told["links"] == [[2, 4], [4, 5], [4, 6], [4, 2]]
    with pikepdf.open(tmp_path / "d.pdf") as pdf:
        assert len(pdf.pages[4].Annots) == 4


def test_the_same_file_under_two_items_is_stamped_twice(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "s.pdf", ["同一份文件"])
    one = item_of(source)
    two = replace(one, revision="other")
    volume = bind_items([one, two], tmp_path / "d.pdf")
    texts = page_texts(tmp_path / "d.pdf")
    assert [texts[page_of(volume, n)].splitlines()[-1] for n in (1, 2)] == ["1", "2"]


def _renamed(item: object) -> object:
    from dataclasses import replace

    return replace(item, revision="other")


def test_a_rendition_with_other_pages_than_planned_is_refused(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "s.pdf", ["一", "二"])
    target = tmp_path / "d.pdf"
    rows = one_indicator([item_of(source)])
    ((volume,),) = [p.volumes for p in plan_dossiers(rows, DossierOptions(), measure_plain, 2021)]
    binding = binding_of(volume, tmp_path / "sheets.pdf", DossierOptions())
    text_pdf(source, ["一"])
    with pytest.raises(BindingFailed):
        bind_volume(binding, target)
    assert not target.exists()


def test_the_sources_are_never_changed(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "s.pdf", ["一", "二"])
    before = source.read_bytes()
    bind_items([item_of(source)], tmp_path / "d.pdf")
    assert source.read_bytes() == before
