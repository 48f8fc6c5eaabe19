import math
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.conversion.model import Made, Order
from app.conversion.ofd import OfdConverter, agreement, draw
from app.conversion.ofd_colours import Colour, colour_of
from app.conversion.ofd_package import Resources, picture_in_seal
from app.conversion.ofd_painting import arc
from app.conversion.ofd_text import distances
from app.problems import Problem, ProblemKind
from resources import resource_path
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract


class TestOfdConverter(ConverterContract):
    @pytest.fixture
    def converter(self, workers):
        return OfdConverter(workers, FAST)

    @pytest.fixture
    def good(self, tmp_path):
        return [
            documents.ofd(tmp_path / "a.ofd", ["第一页", "第二页"]),
            documents.ofd(tmp_path / "b.ofd", signed=True),
        ]

    @pytest.fixture
    def bad(self, tmp_path):
        path = documents.ofd(tmp_path / "c.ofd")
        return rewritten(path, "Doc_0/Document.xml", lambda xml: xml[: len(xml) // 2])


def rewritten(path: Path, name: str, change) -> Path:
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    return path


def drawn(path: Path) -> Made | Problem:
    return draw(Order(source_of(path), path.with_suffix(".pdf")))


def with_object(tmp_path: Path, xml: str, text: str = "甲") -> Image.Image:
    """Draw a page with one more object; return the page at one pixel per millimetre."""
    path = documents.ofd(tmp_path / "a.ofd", [text])
    rewritten(
        path,
        "Doc_0/Pages/Page_0/Content.xml",
        lambda page: page.replace(b"</ofd:Layer>", xml.encode() + b"</ofd:Layer>"),
    )
    assert isinstance(drawn(path), Made)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        return document[0].render(scale=25.4 / 72).to_pil().convert("RGB")


def test_text_stands_where_the_file_puts_it(tmp_path):
    made = drawn(documents.ofd(tmp_path / "a.ofd", ["法治政府", "镕喆堃𬭎"]))
    assert made.facts.page_count == made.expected_pages == 2
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
        page = document[0].get_textpage()
        assert page.get_text_range() == "法治政府"
        lefts = [page.get_charbox(n, loose=True)[0] / 72 * 25.4 for n in range(4)]
        assert lefts == pytest.approx([30, 36, 42, 48], abs=0.3)
        assert document[1].get_textpage().get_text_range() == "镕喆堃𬭎"


def test_seal_is_drawn_and_the_signature_noted(tmp_path):
    made = drawn(documents.ofd(tmp_path / "a.ofd", signed=True))
    assert [note.kind for note in made.notes] == [ProblemKind.SIGNATURE_NOT_CARRIED]
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        page = document[0].render(scale=25.4 / 72).to_pil().convert("RGB")
    assert page.getpixel((140, 220)) == (200, 0, 0)
    assert page.getpixel((115, 220)) == (255, 255, 255)


def test_text_that_does_not_come_back_is_refused(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["甲乙丙丁\ue5d1\ue5d2"])
    result = drawn(path)
    assert result == Problem(ProblemKind.TEXT_DISAGREES, {"percent": 66})


def test_filled_and_stroked_paths_have_their_colours(tmp_path):
    image = with_object(
        tmp_path,
        '<ofd:PathObject ID="9" Boundary="100 100 50 50" Fill="true" Stroke="false">'
        '<ofd:FillColor Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 50 L 0 50 C'
        "</ofd:AbbreviatedData></ofd:PathObject>"
        '<ofd:PathObject ID="10" Boundary="10 200 50 50" LineWidth="4" Fill="true">'
        '<ofd:StrokeColor Value="#00 #80 #00"/><ofd:AbbreviatedData>M 0 25 L 50 25'
        "</ofd:AbbreviatedData></ofd:PathObject>",
    )
    assert image.getpixel((125, 125)) == (255, 0, 0)
    assert image.getpixel((155, 125)) == (255, 255, 255)
    assert image.getpixel((30, 225)) == (0, 128, 0)
    assert image.getpixel((30, 215)) == (255, 255, 255), "no colour, no filling"


def test_transformed_object_lies_where_its_matrix_puts_it(tmp_path):
    image = with_object(
        tmp_path,
        '<ofd:PathObject ID="9" Boundary="100 100 50 50" CTM="0 1 -1 0 0 0" Fill="true"'
        ' Stroke="false">'
        '<ofd:FillColor Value="0 0 255"/><ofd:AbbreviatedData>M 0 0 L 30 0 L 30 10 L 0 10 C'
        "</ofd:AbbreviatedData></ofd:PathObject>",
    )
    assert image.getpixel((95, 120)) == (0, 0, 255)
    assert image.getpixel((105, 120)) == (255, 255, 255)


def test_picture_fills_its_place_upright(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["甲"])
    documents.png(tmp_path / "p.png", (40, 40))
    resource = (
        b'<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>p.png'
        b"</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    rewritten(path, "Doc_0/PublicRes.xml", lambda xml: xml.replace(b"</ofd:Res>", resource))
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(tmp_path / "p.png", "Doc_0/Res/p.png")
    rewritten(
        path,
        "Doc_0/Pages/Page_0/Content.xml",
        lambda page: page.replace(
            b"</ofd:Layer>",
            b'<ofd:ImageObject ID="9" Boundary="50 150 60 60" ResourceID="5" CTM="60 0 0 60 0 0"/>'
            b"</ofd:Layer>",
        ),
    )
    drawn(path)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        image = document[0].render(scale=25.4 / 72).to_pil().convert("L")
    assert image.getpixel((60, 160)) < 100, "the dark quarter is at the top left"
    assert image.getpixel((100, 200)) > 200
    assert image.getpixel((45, 160)) == 255


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("1 2 3", 9, [1, 2, 3]),
        ("g 3 1.5 2", 9, [1.5, 1.5, 1.5, 2]),
        ("g 1000000000 1", 4, [1, 1, 1, 1]),
        ("g", 5, []),
        (None, 5, []),
        ("x 1", 5, [1]),
    ],
)
def test_distances(text, limit, wanted):
    assert distances(text, limit) == wanted


def test_colours_by_value_palette_and_space():
    resources = Resources()
    resources.colour_spaces["7"] = ElementTree.fromstring(
        '<ColorSpace BitsPerComponent="8"><Palette><CV>0 0 0</CV><CV>255 0 0</CV></Palette>'
        "</ColorSpace>"
    )

    def colour(xml: str) -> Colour:
        return colour_of(ElementTree.fromstring(xml), resources)

    assert colour('<F Value="255 255 0" Alpha="0"/>') == Colour(1, 1, 0, 0)
    assert colour('<F Index="1" ColorSpace="7"/>') == Colour(1, 0, 0)
    assert colour('<F Value="255"/>') == Colour(1, 1, 1)
    assert colour('<F Value="0 0 0 255"/>') == Colour(0, 0, 0)
    assert colour('<F Index="9" ColorSpace="7"/>') == Colour(0, 0, 0)


@pytest.mark.parametrize("size", [100, 200, 300, 70_000])
def test_picture_is_found_in_a_seal(size):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(size - 8)
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    header = bytes([4, size]) if size < 128 else bytes([4, 0x80 | len(length)]) + length
    assert (
        picture_in_seal(b"\x30\x82\x01\x01\x02\x01\x01" + header + picture + b"\x02\x01\x28")
        == picture
    )


@given(st.binary(max_size=200))
def test_any_bytes_are_no_seal_or_one(data):
    found = picture_in_seal(b"\x89PNG\r\n\x1a\n" + data)
    assert found is None or found in data


@given(st.floats(1, 50), st.floats(1, 50), st.floats(-180, 180), st.booleans(), st.booleans())
def test_arc_ends_where_it_should_and_stays_on_its_ellipse(rx, ry, turn, large, sweep):
    curves = arc((0.0, 0.0), [rx, ry, turn, large, sweep, 10.0, 5.0])
    assert curves[-1][4:] == pytest.approx((10.0, 5.0), abs=1e-6)
    assert all(math.isfinite(number) for curve in curves for number in curve)


def test_agreement_ignores_order_and_space():
    assert agreement("甲 乙\n丙", "丙乙甲") == 1.0
    assert agreement("甲甲乙乙", "甲乙") == 0.5
    assert agreement("", "任何") == 1.0


@pytest.mark.samples
def test_real_files_come_out_whole(samples, tmp_path):
    for path in sorted((samples / "ofd").glob("*.ofd")):
        result = draw(Order(source_of(path), tmp_path / f"{path.stem}.pdf"))
        assert isinstance(result, Made), f"{path.name}: {result}"
        assert result.facts.page_count == result.expected_pages


def subset_font(path: Path, text: str, *, with_map: bool) -> list[int]:
    """Write a font of just ``text``, as producers embed it; return the numbers of its glyphs."""
    with resource_path("fonts/LXGWWenKai-Regular.ttf") as whole:
        font = TTFont(whole)
    subsetter = Subsetter(Options(glyph_names=False, notdef_outline=True))
    subsetter.populate(text=text)
    subsetter.subset(font)
    numbers = [font.getGlyphID(font.getBestCmap()[ord(character)]) for character in text]
    if not with_map:
        del font["cmap"]
    font.save(path)
    return numbers


@pytest.mark.parametrize("with_map", [True, False])
def test_embedded_font_is_drawn_by_its_shapes_and_can_be_searched(tmp_path, with_map):
    numbers = subset_font(tmp_path / "f.ttf", "法治", with_map=with_map)
    path = documents.ofd(tmp_path / "a.ofd", ["法治"])
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(tmp_path / "f.ttf", "Doc_0/Res/f.ttf")
    rewritten(
        path,
        "Doc_0/PublicRes.xml",
        lambda xml: xml.replace(
            'FamilyName="宋体"/>'.encode(), b"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>"
        ),
    )
    if not with_map:
        glyphs = " ".join(map(str, numbers)).encode()
        rewritten(
            path,
            "Doc_0/Pages/Page_0/Content.xml",
            lambda xml: xml.replace(
                b"<ofd:TextCode",
                b'<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>'
                + glyphs
                + b"</ofd:Glyphs></ofd:CGTransform><ofd:TextCode",
                1,
            ),
        )
    drawn(path)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        assert document[0].get_textpage().get_text_range() == "法治"
        seen = document[0].render(scale=3).to_pil().convert("L").point(lambda v: 255 * (v < 128))
        kinds = {one.type for one in document[0].get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds
    left, _, right, bottom = (edge / 3 / 72 * 25.4 for edge in seen.getbbox())
    assert (left, right) == pytest.approx((30.3, 41.8), abs=0.6)
    assert bottom == pytest.approx(46.4, abs=0.8)
