from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.conversion.model import PhotoEntry
from app.conversion.pictures.photo_sheet import compose_photo_sheets
from app.filetypes import sniff
from tests.support import documents


def entry(path: Path, caption: str = "") -> PhotoEntry:
    return PhotoEntry(path, caption, sniff(path, path.name))


@pytest.fixture
def photos(tmp_path):
    return [
        entry(documents.jpeg(tmp_path / f"{n}.jpg", (800, 600)), f"照片{n}：镕喆堃")
        for n in range(5)
    ]


@pytest.mark.parametrize(("per_page", "pages"), [(1, 5), (2, 3), (4, 2)])
def test_photos_fill_their_sheets_in_order_with_captions(tmp_path, photos, per_page, pages):
    target = tmp_path / "sheet.pdf"
    assert compose_photo_sheets(photos, per_page, target) == pages
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == pages
        texts = [page.get_textpage().get_text_range() for page in document]
    found = "\n".join(texts).split()
    assert found == [photo.caption for photo in photos]
    assert list(tmp_path.glob("*.captions")) == []


def test_jpeg_bytes_are_unchanged(tmp_path, photos):
    compose_photo_sheets(photos, 4, tmp_path / "sheet.pdf")
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        stored = [
            picture.read_raw_bytes()
            for page in pdf.pages
            for _, picture in sorted(page.Resources.XObject.items())
        ]
    assert stored == [photo.path.read_bytes() for photo in photos]


def test_two_upright_photos_share_a_page_that_lies(tmp_path):
    upright = [entry(documents.jpeg(tmp_path / f"{n}.jpg", (600, 800))) for n in range(2)]
    compose_photo_sheets(upright, 2, tmp_path / "sheet.pdf")
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        x0, y0, x1, y1 = (float(edge) for edge in pdf.pages[0].mediabox)
        assert x1 - x0 > y1 - y0


def test_turned_photo_stands_upright(tmp_path):
    path = documents.jpeg(tmp_path / "a.jpg", (800, 600), orientation=6)
    compose_photo_sheets([entry(path)], 1, tmp_path / "sheet.pdf")
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        seen = document[0].render(scale=0.5).to_pil().convert("L").point(lambda v: 255 * (v < 200))
    left, _, _, bottom = seen.getbbox()
    centre = (seen.width / 2, seen.height / 2)
    assert left > centre[0] - 5, "the dark quarter is on the right"
    assert bottom < centre[1] + 5, "and above"


def test_long_caption_ends_in_dots_within_two_lines(tmp_path):
    path = documents.jpeg(tmp_path / "a.jpg")
    compose_photo_sheets([entry(path, "很长的说明文字" * 40)] * 4, 4, tmp_path / "sheet.pdf")
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert text.count("……") == 4
    assert len(text.splitlines()) == 8


@pytest.mark.parametrize("per_page", [0, 3, 5])
def test_layouts_that_do_not_exist_are_refused(tmp_path, photos, per_page):
    with pytest.raises(ValueError, match="per page"):
        compose_photo_sheets(photos, per_page, tmp_path / "sheet.pdf")
