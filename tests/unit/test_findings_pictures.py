"""What pictures hold that their pages do not show."""

import pytest
from PIL import Image

from app.filetypes import sniff
from app.findings.looking import find
from app.problems import Problem, ProblemKind
from tests.support import documents


def found(path):
    return find(path, sniff(path, path.name))


@pytest.mark.parametrize("suffix", ["gif", "png", "webp", "avif"])
def test_further_frames_of_a_moving_picture_are_told(tmp_path, suffix):
    frames = [Image.new("RGB", (300, 200), (60 * n, 90, 90)) for n in range(3)]
    path = tmp_path / f"a.{suffix}"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert found(path) == (Problem(ProblemKind.FRAMES_NOT_CARRIED, {"count": 3}),)


def test_preview_inside_a_phone_photo_is_no_second_photo(tmp_path):
    photo = documents.picture((800, 600))
    photo.save(tmp_path / "a.mpo", save_all=True, append_images=[photo.resize((200, 150))])
    assert found(tmp_path / "a.mpo") == ()


def test_one_picture_has_nothing_to_tell(tmp_path):
    for path in (
        documents.jpeg(tmp_path / "a.jpg"),
        documents.png(tmp_path / "a.png"),
        documents.tiff(tmp_path / "a.tif"),
        documents.huge_png_header(tmp_path / "bomb.png"),
    ):
        assert found(path) == ()


def test_thumbnails_of_a_tiff_are_counted(tmp_path):
    page, small = documents.picture((600, 800)), documents.picture((60, 80))
    path = documents.tiff_of(tmp_path / "a.tif", [(page, {}), (small, {254: 1}), (page, {254: 2})])
    assert found(path) == (Problem(ProblemKind.THUMBNAILS_LEFT_OUT, {"count": 1}),)


def test_long_picture_is_told_by_the_size_people_see(tmp_path):
    lying = documents.long_screenshot().transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    lying.save(tmp_path / "a.png", exif=exif)
    detail = {"width": 1080, "height": 9000}
    assert found(tmp_path / "a.png") == (Problem(ProblemKind.PICTURE_CUT, detail),)


@pytest.mark.parametrize(
    ("size", "dpi", "cut"),
    [
        ((1080, 2400), None, False),  # a telephone's screen
        ((1080, 4200), None, False),  # nearly two of them, still readable on one page
        ((1080, 16000), None, True),
        ((1920, 6000), (96, 96), True),  # a web page on a computer's screen
        ((2480, 7000), (300, 300), False),  # a scan of a long sheet
        ((6000, 4000), (72, 72), False),  # a photo
        ((12000, 2000), None, True),  # a panorama
        ((3000, 400), None, True),
        ((2000, 300), None, False),  # a banner of few pixels
    ],
)
def test_only_what_one_page_would_show_as_a_strip_is_cut(tmp_path, size, dpi, cut):
    Image.new("L", size, 255).save(tmp_path / "a.png", **({"dpi": dpi} if dpi else {}))
    kinds = [problem.kind for problem in found(tmp_path / "a.png")]
    assert kinds == ([ProblemKind.PICTURE_CUT] if cut else [])
