import struct
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from app.conversion.model import Made, Order
from app.conversion.pictures.converter import ImageConverter, lay_out
from app.conversion.pictures.data import jpeg_length
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract


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


def laid_out(path: Path) -> Made | Problem:
    return lay_out(Order(source_of(path), path.with_suffix(".pdf")))


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
    pages = [Image.effect_noise((200, 280), 60) for _ in range(4)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert laid_out(path) == Problem(ProblemKind.DAMAGED, {"label": "TIFF 图片"})
