"""The preview shows pictures as their pages do."""

import pytest
from PIL import Image

from app.preview.model import Form, PagedFile, PageSize, TileOrder
from app.preview.picture_pages import close, draw, measure
from tests.support import documents


@pytest.fixture(autouse=True)
def _nothing_kept():
    yield
    close()


def drawn(file, page, size):
    tile = draw(TileOrder(file, page, 1.0, 0, 0, *size))
    return Image.frombytes("RGB", size, tile.pixels, "raw", "BGRX")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_scans_are_upright_and_in_proportion(tmp_path, orientation):
    upright = documents.picture((400, 560))
    stored = documents.stored_turned(upright, orientation)
    path = documents.tiff_of(tmp_path / "a.tif", [(stored, {274: orientation})])
    file = PagedFile(path, Form.PICTURE, "TIFF 图片")
    assert measure(file).sizes == (PageSize(400.0, 560.0),)
    assert drawn(file, 0, (400, 560)).getpixel((10, 10)) == (30, 60, 120)
    assert drawn(file, 0, (400, 560)).getpixel((390, 550)) == (235, 235, 225)


def test_thumbnails_are_passed_over(tmp_path):
    page, small = documents.picture((600, 800)), documents.picture((60, 80))
    last = Image.new("RGB", (500, 700), (200, 0, 0))
    path = documents.tiff_of(tmp_path / "a.tif", [(page, {}), (small, {254: 1}), (last, {})])
    file = PagedFile(path, Form.PICTURE, "TIFF 图片")
    assert [size.width for size in measure(file).sizes] == [600, 500]
    assert drawn(file, 1, (500, 700)).getpixel((5, 5)) == (200, 0, 0)
