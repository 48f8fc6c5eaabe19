"""Layout of photo sheets, and prints by which photos that look alike are found."""

import io
import random
from datetime import datetime
from itertools import combinations, pairwise

import pypdfium2
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from app.conversion.model import PhotoEntry
from app.conversion.pictures.described_sheet import caption_lines, compose_described_sheets
from app.conversion.pictures.placing import MARGIN, Picture
from app.conversion.pictures.sheet_layout import GAP, lay_out, shared
from app.filetypes import sniff
from app.photos.facts import PhotoFacts, told_by
from app.photos.looks import DIGITS, alike, alike_among, look_of, print_of
from app.photos.notes import PhotoNote, layout_of, notes_of, with_notes
from tests.support.documents.photos import KUNMING, photo, scene

SIDES = st.integers(400, 6000)
PICTURES = st.lists(st.builds(Picture, SIDES, SIDES), min_size=1, max_size=4)


@given(PICTURES, st.sampled_from([1, 2, 4]), st.floats(0, 400))
def test_photos_and_captions_stand_apart_within_the_margins(pictures, per_page, high):
    pictures = pictures[:per_page]
    page = lay_out(pictures, per_page, lambda _number, _width: high)
    assert sorted((page.width, page.height)) == pytest.approx([595.28, 841.89], abs=0.1)
    assert len(page.photos) == len(pictures)
    rows = 1 if per_page == 1 or (per_page == 2 and page.width > page.height) else 2
    room = min(high, 0.75 * (page.height - 2 * MARGIN) / rows) - GAP
    boxes = []
    for picture, placed in zip(pictures, page.photos, strict=True):
        spot = placed.spot
        assert spot.width > 0
        assert spot.height > 0
        # Nobody is drawn out, and no photo is blown up.
        assert spot.width / spot.height == pytest.approx(picture.width / picture.height, rel=0.01)
        assert spot.width <= picture.width / 150 * 72 + 0.01
        boxes.append((placed.left, spot.y - max(0.0, room), placed.width, spot.y + spot.height))
    for left, foot, width, top in boxes:
        assert left >= MARGIN - 0.01
        assert left + width <= page.width - MARGIN + 0.01
        assert top <= page.height - MARGIN + 0.01
        assert foot >= MARGIN - GAP - 0.01
    for (left, foot, width, top), (other_left, other_foot, _, other_top) in combinations(boxes, 2):
        beside = left + width <= other_left + 0.01 or other_left + width <= left + 0.01
        assert beside or foot >= other_top - 0.01 or other_foot >= top - 0.01


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=4), st.floats(0, 1000))
def test_a_room_is_shared_by_need(needed, room):
    given_ = shared(needed, room)
    assert all(0 <= one <= need + 1e-6 for one, need in zip(given_, needed, strict=True))
    assert sum(given_) == pytest.approx(min(room, sum(needed)), abs=1e-6)
    # Who needs more never gets less.
    pairs = sorted(zip(needed, given_, strict=True))
    assert all(one <= more + 1e-6 for (_, one), (_, more) in pairwise(pairs))


@pytest.mark.parametrize("pictures", [0, 3])
def test_layouts_that_do_not_exist_are_refused(pictures):
    with pytest.raises(ValueError, match="per page"):
        lay_out([Picture(4, 3)] * pictures, 2, lambda _number, _width: 0.0)


def test_captions_keep_all_that_is_noted(tmp_path):
    path = photo(tmp_path / "a.jpg")
    words = "文字说明" * 75
    details = (("时间", "2021年5月6日"), ("地点", "大厅" * 40), ("文字说明", words))
    entry = PhotoEntry(path, "题名" * 30, sniff(path, path.name), 0, 12, details, told_last=True)
    told = "".join(line.text for line in caption_lines(entry, 200.0))
    noted = f"照片12{'题名' * 30}时间：2021年5月6日地点：{'大厅' * 40}文字说明：{words}"
    assert told.replace("\u3000", "") == noted
    assert compose_described_sheets([entry] * 4, 4, tmp_path / "sheet.pdf") == 1
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        found = "".join(document[0].get_textpage().get_text_range().split())
    assert found.count(words) == 4


def test_a_turned_photo_stands_upright(tmp_path):
    path = tmp_path / "a.jpg"
    image = Image.new("RGB", (1200, 900), (235, 235, 225))
    ImageDraw.Draw(image).rectangle((0, 0, 600, 450), fill=(30, 60, 120))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(path, exif=exif)
    entry = PhotoEntry(path, "", sniff(path, path.name))
    compose_described_sheets([entry], 1, tmp_path / "sheet.pdf")
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        seen = document[0].render(scale=0.5).to_pil().convert("L").point(lambda v: 255 * (v < 150))
    left, top, right, bottom = seen.getbbox()
    assert bottom - top > right - left, "it stands"
    assert left > seen.width / 2 - 5, "the dark quarter is on the right"


# --- looks ---------------------------------------------------------------------------------------


def look(image):
    small = image.convert("L").reduce(max(1, round(image.width / 256)))
    return print_of(look_of(small))


def saved(image, quality):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10_000))
def test_a_photo_looks_like_itself_saved_smaller_and_brighter(seed):
    image = scene(seed, (1200, 900))
    one = look(image)
    assume(one is not None)
    assert alike(one, look(saved(image, 30)))
    assert alike(one, look(image.resize((600, 450))))
    assert alike(one, look(image.point(lambda value: min(255, value + 12))))


def test_different_scenes_do_not_look_alike():
    prints = {str(seed): look(scene(seed, (800, 600))) for seed in range(60)}
    for name, one in prints.items():
        assert alike_among(one, prints) == [name]


def test_photos_of_printed_pages_do_not_look_alike():
    def page(seed):
        """A sheet that a hand held: somewhere on the desk, a little crooked."""
        chance = random.Random(seed)
        sheet = Image.new("RGB", (780, 1080), (232, 230, 225))
        draw = ImageDraw.Draw(sheet)
        for row in range(60, 1020, 30):
            end = 720 if chance.random() < 0.8 else chance.randrange(200, 720)
            for at in range(60, end, 20):
                draw.rectangle((at, row, at + chance.randrange(4, 16), row + 14), fill=(25, 25, 25))
        desk = Image.new("RGB", (1100, 1400), tuple(chance.randrange(60, 150) for _ in range(3)))
        turned = sheet.rotate(chance.uniform(-4, 4), expand=True, fillcolor=(90, 80, 70))
        desk.paste(turned, (chance.randrange(20, 260), chance.randrange(20, 240)))
        return desk

    prints = [look(page(seed)) for seed in range(40)]
    assert not [pair for pair in combinations(prints, 2) if alike(*pair)]


def test_plain_sheets_are_not_compared():
    form = Image.new("L", (300, 400), 245)
    draw = ImageDraw.Draw(form)
    for row in range(40, 380, 20):
        draw.line((30, row, 270, row), fill=20)
    assert look_of(form) == ""


def test_what_shows_nothing_has_no_look():
    assert look_of(Image.new("L", (300, 200), 240)) == ""
    assert print_of("") is None


@given(st.integers(0, 2 ** (4 * DIGITS) - 1), st.integers(0, 2 ** (4 * DIGITS) - 1))
def test_being_alike_is_mutual(one, other):
    assert alike(one, one)
    assert alike(one, other) == alike(other, one)


# --- what EXIF tells -----------------------------------------------------------------------------


def facts(path):
    with Image.open(path) as image:
        return told_by(image.getexif())


def test_exif_is_told_as_people_read_it(tmp_path):
    path = photo(
        tmp_path / "a.jpg", taken=datetime(2021, 5, 6, 2, 20), offset="+00:00", gps=KUNMING
    )
    assert facts(path) == PhotoFacts(
        taken="2021年5月6日 10时20分", place="北纬25°02′43″，东经102°42′35″"
    )


@pytest.mark.parametrize(
    "gps", [((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)), ((95.0, 0.0, 0.0), (9.0, 0.0, 0.0))]
)
def test_nonsense_in_exif_tells_nothing(tmp_path, gps):
    path = photo(tmp_path / "a.jpg", taken=datetime(1970, 1, 1), gps=gps)
    assert facts(path) == PhotoFacts()


LINES = st.one_of(st.none(), st.text(max_size=20))
NOTES = st.builds(PhotoNote, LINES, LINES, LINES, LINES, LINES)


@given(st.dictionaries(st.sampled_from("abc"), NOTES), st.sampled_from([None, 1, 2, 4]))
def test_notes_are_kept_as_they_were(notes, layout):
    kept = with_notes({"comments": True}, notes, layout, "abc")
    assert kept["comments"] is True
    assert notes_of(kept) == {name: note for name, note in notes.items() if note.says_something}
    assert layout_of(kept) == layout
