import struct
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from app.conversion.model import Made, Order
from app.conversion.pictures.converter import ImageConverter, lay_out
from app.conversion.pictures.data import jpeg_length
from app.page_setup import Cut, PageSetup
from app.pictures import is_strip
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract
from tests.support.documents.pictures import noise


class TestImageConverter(ConverterContract):
    @pytest.fixture
    def converter(self, workers):
        return ImageConverter(workers, FAST)

    @pytest.fixture
    def good(self, tmp_path):
        return [
            documents.jpeg(tmp_path / "a.jpg"),
            documents.png(tmp_path / "a.png"),
            documents.tiff(tmp_path / "a.tif"),
            documents.animated_gif(tmp_path / "a.gif"),
        ]

    @pytest.fixture
    def bad(self, tmp_path):
        path = documents.jpeg(tmp_path / "cut.jpg", (2000, 1500))
        path.write_bytes(path.read_bytes()[:-9000])
        return path


def laid_out(path: Path, cut: Cut = Cut.AUTO) -> Made | Problem:
    source = replace(source_of(path), pages=PageSetup(cut=cut))
    return lay_out(Order(source, path.with_suffix(".pdf")))


def picture_shown(pdf: Path, page: int = 0) -> Image.Image:
    """The page as seen, cut down to the picture on it."""
    with pypdfium2.PdfDocument(pdf) as document:
        seen = document[page].render(scale=1).to_pil().convert("RGB")
    box = ImageChops.difference(seen, Image.new("RGB", seen.size, "white")).getbbox()
    return seen.crop(box)


def difference(one: Image.Image, other: Image.Image) -> float:
    size = (64, 64)
    pair = [image.convert("RGB").resize(size) for image in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*pair)).mean)


def stored_image(pdf: Path) -> bytes:
    with pikepdf.open(pdf) as document:
        return document.pages[0].Resources.XObject.Im0.read_raw_bytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_bytes_are_unchanged(tmp_path, mode, progressive):
    path = documents.jpeg(tmp_path / "a.jpg", mode=mode, progressive=progressive)
    laid_out(path)
    assert stored_image(tmp_path / "a.pdf") == path.read_bytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_is_seen_as_the_camera_meant_it(tmp_path, mode, orientation):
    path = documents.jpeg(tmp_path / "a.jpg", mode=mode, orientation=orientation)
    laid_out(path)
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    shown = picture_shown(tmp_path / "a.pdf")
    assert shown.width / shown.height == pytest.approx(upright.width / upright.height, rel=0.02)
    # CMYK goes through another conversion to screen colours; a wrong turn differs by over 50.
    assert difference(shown, upright) < (30 if mode == "CMYK" else 8)


def test_film_behind_a_photo_is_left_out(tmp_path):
    path = documents.jpeg(tmp_path / "a.jpg")
    photo = path.read_bytes()
    path.write_bytes(photo + b"\0\0\0\x18ftypmp42" + bytes(5000))
    laid_out(path)
    assert stored_image(tmp_path / "a.pdf") == photo


def test_jpeg_length_of_what_is_none():
    assert jpeg_length(b"\x89PNG") is None
    assert jpeg_length(b"\xff\xd8\xff\xda\x00\x02" + b"\x01" * 50) is None
    assert jpeg_length(b"\xff\xd8\xff\xe0\x00\x04ab\x00\x00") is None


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_png_of_every_mode_looks_the_same_on_white(tmp_path, mode):
    path = documents.png(tmp_path / "a.png", mode=mode)
    laid_out(path)
    with Image.open(path) as image:
        over = image.convert("RGBA")
    paper = Image.new("RGBA", over.size, "white")
    paper.alpha_composite(over)
    assert difference(picture_shown(tmp_path / "a.pdf"), paper) < 12


def test_sixteen_bit_grey_keeps_its_tones(tmp_path):
    rows = struct.pack("<H", 32768) * 20_000 + struct.pack("<H", 65535) * 20_000
    Image.frombytes("I;16", (200, 200), rows).save(tmp_path / "a.png")
    laid_out(tmp_path / "a.png")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        seen = document[0].render(scale=1).to_pil().convert("L")
    tones = {value for count, value in seen.getcolors() if count > 1000}
    assert tones in ({127, 255}, {128, 255})


@pytest.mark.parametrize(
    ("compression", "mode"), [("tiff_lzw", "RGB"), ("group4", "1"), ("jpeg", "RGB")]
)
def test_every_page_of_a_tiff_is_there(tmp_path, compression, mode):
    path = documents.tiff(tmp_path / "a.tif", pages=4, compression=compression, mode=mode)
    made = laid_out(path)
    assert made.expected_pages == made.facts.page_count == 4
    with Image.open(path) as image:
        for page in range(4):
            image.seek(page)
            assert difference(picture_shown(tmp_path / "a.pdf", page), image) < 12


@pytest.mark.parametrize(
    ("compression", "mode"),
    [("raw", "RGB"), ("tiff_lzw", "RGB"), ("jpeg", "RGB"), ("group4", "1"), ("packbits", "L")],
)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_scan_is_seen_upright_and_in_proportion(tmp_path, compression, mode, orientation):
    upright = documents.picture((400, 560), mode)
    documents.stored_turned(upright, orientation).save(
        tmp_path / "a.tif", compression=compression, tiffinfo={274: orientation}, dpi=(150, 150)
    )
    laid_out(tmp_path / "a.tif")
    shown = picture_shown(tmp_path / "a.pdf")
    assert shown.width / shown.height == pytest.approx(400 / 560, rel=0.02)
    assert difference(shown, upright) < 12


def test_each_page_of_a_tiff_has_its_own_orientation(tmp_path):
    upright = documents.picture((400, 560))
    turns = (1, 6, 8, 3)
    path = documents.tiff_of(
        tmp_path / "a.tif", [(documents.stored_turned(upright, o), {274: o}) for o in turns]
    )
    assert laid_out(path).facts.page_count == len(turns)
    for page in range(len(turns)):
        shown = picture_shown(tmp_path / "a.pdf", page)
        assert shown.width / shown.height == pytest.approx(400 / 560, rel=0.02)
        assert difference(shown, upright) < 12


@pytest.mark.parametrize("suffix", ["png", "webp"])
def test_exif_of_other_formats_turns_them_too(tmp_path, suffix):
    upright = documents.picture((400, 560))
    exif = Image.Exif()
    exif[0x0112] = 6
    documents.stored_turned(upright, 6).save(tmp_path / f"a.{suffix}", exif=exif)
    laid_out(tmp_path / f"a.{suffix}")
    assert difference(picture_shown(tmp_path / "a.pdf"), upright) < 12


def test_fax_lying_on_its_side_keeps_its_proportions(tmp_path):
    upright = documents.picture((1728, 1145), "1")  # 204 × 98 dots per inch: a sheet of A4
    documents.stored_turned(upright, 8).save(
        tmp_path / "a.tif", compression="group4", tiffinfo={274: 8}, dpi=(98, 204)
    )
    laid_out(tmp_path / "a.tif")
    shown = picture_shown(tmp_path / "a.pdf")
    assert shown.width / shown.height == pytest.approx(1728 / 204 / (1145 / 98), rel=0.02)


@pytest.mark.parametrize(
    ("tags", "thumbnail_first"), [({254: 1}, False), ({255: 2}, False), ({254: 1}, True)]
)
def test_thumbnails_between_pages_are_no_pages(tmp_path, tags, thumbnail_first):
    page, small = documents.picture((600, 800)), documents.picture((60, 80))
    pair = [(page, {}), (small, tags)]
    frames = [*reversed(pair), *reversed(pair)] if thumbnail_first else [*pair, *pair]
    made = laid_out(documents.tiff_of(tmp_path / "a.tif", frames))
    assert made.facts.page_count == 2
    assert made.notes == (Problem(ProblemKind.THUMBNAILS_LEFT_OUT, {"count": 2}),)


def test_pages_wrongly_marked_as_thumbnails_stay_pages(tmp_path):
    page = documents.picture((600, 800))
    frames = [(page, {}), (page, {254: 1}), (page, {254: 1})]
    assert laid_out(documents.tiff_of(tmp_path / "a.tif", frames)).facts.page_count == 3


@pytest.mark.parametrize(("bits", "white_is_zero"), [(12, False), (16, False), (16, True)])
def test_deep_grey_scans_keep_black_and_white(tmp_path, bits, white_is_zero):
    most = (1 << bits) - 1
    dark, light = (most, 0) if white_is_zero else (0, most)
    if bits == 16:
        values = struct.pack("<H", dark) * 20_000 + struct.pack("<H", light) * 20_000
    else:
        pairs = [value << 12 | value for value in (dark, light)]
        values = b"".join(pair.to_bytes(3, "big") * 10_000 for pair in pairs)
    documents.grey_tiff(
        tmp_path / "a.tif", values, (200, 200), bits=bits, white_is_zero=white_is_zero
    )
    laid_out(tmp_path / "a.tif")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        seen = document[0].render(scale=1).to_pil().convert("L")
    middle = seen.width // 2
    assert seen.getpixel((middle, seen.height // 2 - 20)) == 0
    assert seen.getpixel((middle, seen.height // 2 + 20)) == 255


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_long_screenshot_is_cut_between_its_lines(tmp_path, suffix):
    documents.long_screenshot().save(tmp_path / f"a.{suffix}")
    made = laid_out(tmp_path / f"a.{suffix}")
    pages = made.facts.page_count
    assert pages == made.expected_pages == 5
    assert [note.kind for note in made.notes] == [ProblemKind.PICTURE_CUT]
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        words = [page.get_textpage().get_text_bounded().strip() for page in document]
        seen = document[1].render(scale=4).to_pil().convert("L")
    assert words == [f"{n}/{pages}" for n in range(1, pages + 1)]
    shown = seen.point(lambda value: 255 if value < 128 else 0).getbbox()
    # The first line is whole: as far from the paper's edge as the margin and its white allow.
    assert shown[0] / 4 > 20 / 25.4 * 72
    assert (shown[2] - shown[0]) / 4 > 100 / 25.4 * 72


#: Bands of a long page, each of another colour, with a white gap below.
_BAND, _GAP = 160, 40


def banded(height: int = 16_000) -> Image.Image:
    """A telephone's screenshot on which every band tells where it is by its colour."""
    picture = Image.new("RGB", (1080, height), "white")
    for number in range(height // (_BAND + _GAP)):
        top = number * (_BAND + _GAP)
        colour = (number * 3 % 256, 40, 200 - number * 2 % 200)
        picture.paste(colour, (100, top, 980, top + _BAND))
        for row in range(_BAND):  # no two rows of a band are alike, as in text and pictures
            picture.paste((0, 0, 0), (110 + row, top + row, 150 + row, top + row + 1))
    return picture


def test_every_band_of_a_long_screenshot_is_whole_on_a_page_and_in_order(tmp_path):
    picture = banded()
    picture.save(tmp_path / "a.png")
    made = laid_out(tmp_path / "a.png")
    count = made.facts.page_count
    assert 6 <= count <= 10
    seen, words = [], []
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        for page in pdf.pages:
            piece = pikepdf.PdfImage(page.Resources.XObject.Strip).as_pil_image().convert("RGB")
            assert piece.width == picture.width  # not a pixel is lost
            middle = [piece.getpixel((540, row)) for row in range(piece.height)]
            runs = [(colour, len(list(run))) for colour, run in groupby(middle)]
            seen += [(colour, rows) for colour, rows in runs if colour != (255, 255, 255)]
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        words = [page.get_textpage().get_text_bounded().strip() for page in document]
        width = picture_width(document[0])
    assert words == [f"{n}/{count}" for n in range(1, count + 1)]
    wanted = [(picture.getpixel((540, top)), _BAND) for top in range(0, 16_000, _BAND + _GAP)]
    assert list(dict.fromkeys(seen)) == list(dict.fromkeys(wanted))
    assert all(rows == _BAND for _, rows in seen)  # cut in the gaps only
    # A letter of 40 pixels is over 4 mm high on the paper, as on the telephone.
    assert 40 * width / 1080 > 4


def picture_width(page: pypdfium2.PdfPage) -> float:
    """How wide the picture on a page is, in millimetres."""
    (found,) = [o for o in page.get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, _, right, _ = found.get_bounds()
    return (right - left) / 72 * 25.4


def test_a_person_decides_whether_a_picture_is_cut(tmp_path):
    banded().save(tmp_path / "长图.png")
    whole = laid_out(tmp_path / "长图.png", Cut.WHOLE)
    assert (whole.facts.page_count, whole.notes) == (1, ())
    banded(4_000).save(tmp_path / "两屏.png")
    assert laid_out(tmp_path / "两屏.png").facts.page_count == 1
    cut = laid_out(tmp_path / "两屏.png", Cut.PIECES)
    assert cut.facts.page_count == 2
    assert [note.kind for note in cut.notes] == [ProblemKind.PICTURE_CUT]
    documents.jpeg(tmp_path / "照片.jpg", (900, 700))
    small = laid_out(tmp_path / "照片.jpg", Cut.PIECES)
    assert (small.facts.page_count, small.notes) == (1, ())
    with pypdfium2.PdfDocument(tmp_path / "照片.pdf") as document:
        assert not document[0].get_textpage().get_text_bounded().strip()


def test_pictures_about_which_nothing_is_set_keep_their_pages_in_the_cache(workers, tmp_path):
    converter = ImageConverter(workers, FAST)
    source = source_of(documents.jpeg(tmp_path / "a.jpg"))
    assert converter.variant(source) == ""
    assert converter.version == "2"
    variants = {converter.variant(replace(source, pages=PageSetup(cut=cut))) for cut in Cut}
    assert len(variants) == len(Cut)


@given(
    st.integers(32, 12_000),
    st.floats(1, 2.5),
    st.booleans(),
    st.none() | st.tuples(st.sampled_from([72.0, 96.0, 150.0, 200.0, 300.0, 600.0])),
)
def test_photos_and_sheets_are_never_cut(shorter, ratio, upright, dpi):
    longer = int(shorter * ratio)
    width, height = (shorter, longer) if upright else (longer, shorter)
    assert not is_strip(width, height, (dpi[0], dpi[0]) if dpi else None)


@given(st.integers(320, 1_600), st.floats(8, 20))
def test_long_screenshots_of_telephones_are_always_cut(width, ratio):
    assert is_strip(width, max(width * ratio, 2_700), None)


def test_wide_panorama_is_cut_from_left_to_right(tmp_path):
    documents.long_screenshot().transpose(Image.Transpose.ROTATE_90).save(tmp_path / "a.png")
    laid_out(tmp_path / "a.png")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        assert 3 <= len(document) <= 6
        assert all(page.get_width() > page.get_height() for page in document)


def test_black_and_white_scans_stay_small(tmp_path):
    laid_out(documents.tiff(tmp_path / "a.tif", pages=1, compression="raw", mode="1"))
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert pdf.pages[0].Resources.XObject.Im0.Filter == Name.CCITTFaxDecode


def test_moving_picture_shows_its_beginning(tmp_path):
    assert laid_out(documents.animated_gif(tmp_path / "a.gif")).facts.page_count == 1


def test_bomb_is_refused_with_a_reason(tmp_path):
    result = laid_out(documents.huge_png_header(tmp_path / "a.png"))
    assert result.kind is ProblemKind.CONVERSION_FAILED
    assert "像素过多" in result.detail["label"]


def test_tiny_picture_is_not_blown_up(tmp_path):
    documents.png(tmp_path / "a.png", (32, 32))
    laid_out(tmp_path / "a.png")
    assert max(picture_shown(tmp_path / "a.pdf").size) < 20


@pytest.mark.parametrize("size", [(1, 1), (3, 5000), (5000, 3)])
def test_absurd_shapes_still_make_a_page(tmp_path, size):
    assert laid_out(documents.png(tmp_path / "a.png", size)).facts.page_count == 1


def test_cut_off_png_is_damaged(tmp_path):
    path = documents.png(tmp_path / "a.png", (2000, 1500), mode="P")
    path.write_bytes(path.read_bytes()[:-500])
    assert laid_out(path).kind is ProblemKind.DAMAGED


def test_colour_profile_travels_along(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    documents.picture().save(tmp_path / "a.jpg", icc_profile=profile)
    laid_out(tmp_path / "a.jpg")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        space = pdf.pages[0].Resources.XObject.Im0.ColorSpace
        assert space[0] == Name.ICCBased
        assert space[1].read_bytes() == profile


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_scan_that_breaks_off_is_damaged(tmp_path, share):
    path = tmp_path / "a.tif"
    pages = [noise((200, 280), 60, seed=page) for page in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert laid_out(path) == Problem(ProblemKind.DAMAGED, {"label": "TIFF 图片"})
