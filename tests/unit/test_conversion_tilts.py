"""Crooked scans: the tilt that was given is the tilt that is found."""

import pytest
from PIL import Image, ImageDraw

from app.conversion.page_writing import write
from app.conversion.tilts import TiltOrder, measure_tilts, tilt_of
from app.page_setup import page_setup
from tests.support.documents import text_pdf
from tests.support.documents.pictures import noise


def page(lines=30, size=(640, 900)):
    """A page of uneven lines of words, as a scanner sees it: grey paper, a few specks."""
    image = Image.new("L", size, 235)
    draw = ImageDraw.Draw(image)
    for line in range(lines):
        y = 80 + line * 24
        for word in range(20 - line % 7):
            draw.rectangle((70 + word * 25, y, 70 + word * 25 + 17, y + 11), fill=40)
    for speck in range(60):
        draw.point(((speck * 97) % size[0], (speck * 53) % size[1]), fill=90)
    return image


@pytest.mark.parametrize("degrees", [-4.3, -1.2, -0.4, 0.7, 2.5, 5.0])
def test_a_crooked_page_is_measured(degrees):
    crooked = page().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=235)
    assert tilt_of(crooked) == pytest.approx(degrees, abs=0.15)


@pytest.mark.parametrize(
    "image",
    [
        page(),
        Image.new("L", (640, 900), 255),
        noise((640, 900), 80),
        Image.linear_gradient("L").resize((640, 900)),
    ],
)
def test_a_straight_page_and_one_without_lines_stay(image):
    assert tilt_of(image) == 0.0


def test_pages_are_measured_as_they_are_turned_and_straight_afterwards(tmp_path):
    scan = tmp_path / "扫描.pdf"
    straight, crooked = page(), page().rotate(1.8, Image.Resampling.BICUBIC, fillcolor=235)
    lying = crooked.rotate(90, expand=True)  # must be turned clockwise to be read
    straight.save(scan, save_all=True, append_images=[crooked, lying])
    found = measure_tilts(TiltOrder(scan, ((1, 0), (2, 0), (3, 90))))
    assert set(found) == {2, 3}
    assert found[2] == pytest.approx(180, abs=15)
    assert found[3] == pytest.approx(180, abs=15)
    target = tmp_path / "摆正.pdf"
    write(scan, target, page_setup(3, turns={3: 90}, tilts=found))
    assert measure_tilts(TiltOrder(target, ((1, 0), (2, 0), (3, 0)))) == {}


def test_a_page_of_real_letters_is_straight(tmp_path):
    source = text_pdf(
        tmp_path / "文.pdf", ["关于印发案卷评查办法的通知\n各乡镇人民政府\n县直各单位"]
    )
    assert measure_tilts(TiltOrder(source, ((1, 0),))) == {}
