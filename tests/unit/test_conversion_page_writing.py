"""Pages as they were set up, read again with another program."""

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from app.conversion.page_writing import MM, write
from app.page_setup import Paper, page_setup
from tests.support.documents import text_pdf

A4, A3 = (210 * MM, 297 * MM), (297 * MM, 420 * MM)


@pytest.fixture
def source(tmp_path):
    return text_pdf(tmp_path / "扫描件.pdf", ["第一页", "第二页", "第三页"])


def written(source, **chosen):
    target = source.with_name("设置后.pdf")
    count = len(pypdfium2.PdfDocument(source))
    write(source, target, page_setup(count, **chosen))
    return pypdfium2.PdfDocument(target)


def words(document):
    return [page.get_textpage().get_text_range().strip() for page in document]


def picture(document, page=0):
    return document[page].render(scale=1).to_pil().convert("L")


def centre(image):
    """Where the dark dots of a picture lie, as shares of its sides."""
    left, top, right, bottom = ImageChops.invert(image).point(lambda v: 255 * (v > 100)).getbbox()
    return (left + right) / 2 / image.width, (top + bottom) / 2 / image.height


def test_only_the_chosen_pages_are_there(source):
    assert words(written(source, bound=[1, 3], reason="第二页空白")) == ["第一页", "第三页"]


def test_a_turned_page_is_seen_turned_clockwise(source):
    before = pypdfium2.PdfDocument(source)
    after = written(source, turns={2: 90})
    (width, height), turned = before.get_page_size(1), after.get_page_size(1)
    assert turned == pytest.approx((height, width))
    assert after.get_page_size(0) == pytest.approx(before.get_page_size(0))
    x, y = centre(picture(before, 1))
    seen = centre(picture(after, 1))
    assert seen == pytest.approx((1 - y, x), abs=0.02)
    assert words(after) == words(before)


def test_pages_are_put_on_paper_as_they_lie(source):
    after = written(source, paper=Paper.A3, turns={3: 270})
    assert after.get_page_size(0) == pytest.approx(A3, abs=0.1)
    assert after.get_page_size(2) == pytest.approx((A3[1], A3[0]), abs=0.1)
    before = pypdfium2.PdfDocument(source)
    assert centre(picture(after)) == pytest.approx(centre(picture(before)), abs=0.02)
    assert words(after) == words(before)


def test_paper_of_ones_own_and_a_page_too_small_for_it(tmp_path):
    small = tmp_path / "小票.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 200))
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(b"0 g 0 0 100 200 re f")
        pdf.save(small)
    after = written(small, paper=Paper.OWN, size=(260, 185))
    assert after.get_page_size(0) == pytest.approx((185 * MM, 260 * MM), abs=0.1)
    dark = ImageChops.invert(picture(after)).getbbox()
    assert dark[2] - dark[0] == pytest.approx(144, abs=2)  # a size of paper larger, no more


def test_a_straightened_page_keeps_its_size_and_middle(source):
    after = written(source, tilts={1: 500})
    before = pypdfium2.PdfDocument(source)
    assert after.get_page_size(0) == pytest.approx(before.get_page_size(0))
    straight = picture(before).rotate(-5, fillcolor=255)  # Pillow turns the other way round
    difference = ImageChops.difference(straight, picture(after))
    dark = sum(picture(after).histogram()[:128])
    far = sum(difference.histogram()[201:])
    assert dark
    assert far < dark / 4


def test_crop_boxes_unit_and_inherited_turns_are_kept(tmp_path):
    odd = tmp_path / "怪.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(600, 800))
        page = pdf.pages[0].obj
        page.CropBox = pikepdf.Array([100, 100, 400, 500])
        page.Contents = pdf.make_stream(b"0 g 100 400 50 100 re f")
        pdf.Root.Pages.Rotate = 90
        del page["/MediaBox"]
        pdf.Root.Pages.MediaBox = pikepdf.Array([0, 0, 600, 800])
        pdf.save(odd)
    before = centre(picture(pypdfium2.PdfDocument(odd)))
    after = written(odd, paper=Paper.A4)
    assert after.get_page_size(0) == pytest.approx((A4[1], A4[0]), abs=0.1)
    # The dark corner stays the corner: the page is centred on the paper.
    seen = centre(picture(after))
    assert seen[0] > 0.5
    assert before[0] > 0.5
    assert (seen[1] < 0.5) is (before[1] < 0.5)


def test_links_and_marks_move_with_the_page(tmp_path, source):
    marked = tmp_path / "带链接.pdf"
    with pikepdf.open(source) as pdf:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[100, 700, 200, 720],
            Dest=pikepdf.Array([pdf.pages[2].obj, pikepdf.Name.Fit]),
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link)]))
        pdf.save(marked)
    width, height = pypdfium2.PdfDocument(marked).get_page_size(0)
    written(marked, paper=Paper.A3).close()
    with pikepdf.open(marked.with_name("设置后.pdf")) as pdf:
        x0, _, x1, y1 = map(float, pdf.pages[0].Annots[0].Rect)
    assert x0 / A3[0] == pytest.approx(100 / width, abs=0.01)
    assert x1 / A3[0] == pytest.approx(200 / width, abs=0.01)
    assert y1 / A3[1] == pytest.approx(720 / height, abs=0.01)
