import math
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.conversion.model import Made, Order
from app.conversion.ofd.check import agreement
from app.conversion.ofd.colours import Colour, colour_of
from app.conversion.ofd.converter import OfdConverter, draw
from app.conversion.ofd.paths import arc
from app.conversion.ofd.text import distances
from app.ofd.package import Resources
from app.ofd.seals import picture_in_seal
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


#: A watermark as office suites write it: the words in a cell, the cell as the fill of the page.
CELL = (
    '<ofd:TextObject ID="95" Boundary="0 0 60 20" Alpha="51" Font="2" Size="12">'
    '<ofd:TextCode X="0" Y="14" DeltaX="12 12 12">严禁复制</ofd:TextCode></ofd:TextObject>'
)
SQUARE = (
    '<ofd:PathObject ID="95" Boundary="0 0 10 10" Fill="true" Stroke="false"><ofd:FillColor '
    'Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 5 L 0 5 C</ofd:AbbreviatedData>'
    "</ofd:PathObject>"
)
ENDS = (
    '<ofd:Segment Position="0"><ofd:Color Value="255 0 0"/></ofd:Segment>'
    '<ofd:Segment Position="1"><ofd:Color Value="0 0 255"/></ofd:Segment>'
)


def pattern(content: str = SQUARE, attributes: str = 'Width="10" Height="10"') -> str:
    return f"<ofd:Pattern {attributes}><ofd:CellContent>{content}</ofd:CellContent></ofd:Pattern>"


def filled(fill: str, box: tuple[int, int, int, int] = (100, 100, 40, 40), more: str = "") -> str:
    x, y, width, height = box
    return (
        f'<ofd:PathObject ID="90" Boundary="{x} {y} {width} {height}" Fill="true" Stroke="false"'
        f" {more}><ofd:FillColor>{fill}</ofd:FillColor><ofd:AbbreviatedData>M 0 0 L {width} 0"
        f" L {width} {height} L 0 {height} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def annotated(path: Path, xml: str) -> Path:
    """Add a list of annotations of the first page to an OFD."""
    rewritten(
        path,
        "Doc_0/Document.xml",
        lambda old: old.replace(
            b"</ofd:Document>", b"<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>"
        ),
    )
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "Doc_0/Annots.xml",
            f'<ofd:Annotations {space}><ofd:Page PageID="10"><ofd:FileLoc>Annot.xml</ofd:FileLoc>'
            "</ofd:Page></ofd:Annotations>",
        )
        archive.writestr("Doc_0/Annot.xml", f"<ofd:PageAnnot {space}>{xml}</ofd:PageAnnot>")
    return path


def annotation(attributes: str, content: str, remark: str = "") -> str:
    return (
        f"<ofd:Annot {attributes}><ofd:Remark>{remark}</ofd:Remark>"
        f'<ofd:Appearance Boundary="0 0 210 297">{content}</ofd:Appearance></ofd:Annot>'
    )


def page_of(path: Path) -> Image.Image:
    """Draw a file's first page at one pixel per millimetre."""
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        return document[0].render(scale=25.4 / 72).to_pil().convert("RGB")


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        return document[0].get_textpage().get_text_range()


def share_darker(image: Image.Image, level: int) -> float:
    histogram = image.convert("L").histogram()
    return sum(histogram[:level]) / sum(histogram)


WATERMARK = filled(pattern(CELL, 'Width="60" Height="20" XStep="70" YStep="40"'), (0, 0, 210, 297))


def test_watermark_of_a_pattern_lies_light_over_the_text(tmp_path):
    inside = with_object(tmp_path, WATERMARK, "法治政府")
    assert 0 < share_darker(inside, 230) < 0.2
    assert share_darker(inside, 120) < 0.01
    assert words_of(tmp_path / "a.ofd") == "法治政府", "the watermark does not crowd the search"
    mark = annotation('Type="Watermark" ID="80"', WATERMARK)
    path = annotated(documents.ofd(tmp_path / "b.ofd", ["法治政府"]), mark)
    assert drawn(path).notes == ()
    assert page_of(path).tobytes() == inside.tobytes()


@pytest.mark.parametrize(
    ("attributes", "red", "white"),
    [
        ('Width="10" Height="10"', [(102, 102), (112, 112)], [(107, 107)]),
        ('Width="10" Height="10" XStep="20" YStep="4"', [(102, 112), (122, 102)], [(112, 102)]),
        ('Width="10" Height="10" ReflectMethod="Row"', [(102, 102), (118, 102)], [(112, 102)]),
        ('Width="10" Height="10" ReflectMethod="Column"', [(102, 118)], [(102, 112)]),
        ('Width="10" Height="10" ReflectMethod="RowAndColumn"', [(118, 118)], [(112, 112)]),
        ('Width="10" Height="10" CTM="1 0 0 1 5 0"', [(107, 102)], [(102, 102)]),
    ],
)
def test_pattern_repeats_as_its_attributes_say(tmp_path, attributes, red, white):
    image = with_object(tmp_path, filled(pattern(SQUARE, attributes)))
    assert [image.getpixel(place) for place in red] == [(255, 0, 0)] * len(red)
    assert [image.getpixel(place) for place in white] == [(255, 255, 255)] * len(white)
    assert image.getpixel((98, 102)) == (255, 255, 255), "only inside the shape"


def test_pattern_may_begin_at_the_page_and_be_of_ink_for_lines_and_letters(tmp_path):
    attributes = 'Width="10" Height="10" RelativeTo="Page"'
    image = with_object(tmp_path, filled(pattern(SQUARE, attributes), (107, 107, 40, 40)))
    assert image.getpixel((112, 112)) == (255, 0, 0)
    assert image.getpixel((108, 108)) == (255, 255, 255)
    line = (
        '<ofd:PathObject ID="9" Boundary="100 100 40 10" LineWidth="10"><ofd:StrokeColor>'
        f"{pattern()}</ofd:StrokeColor><ofd:AbbreviatedData>M 0 5 L 40 5</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )
    image = with_object(tmp_path, line)
    assert (image.getpixel((112, 102)), image.getpixel((117, 102))) == ((255, 0, 0), (255,) * 3)


@pytest.mark.parametrize(
    ("fill", "place", "wanted"),
    [
        (f'<ofd:AxialShd StartPoint="0 0" EndPoint="40 0">{ENDS}</ofd:AxialShd>', (102, 120), "r"),
        (f'<ofd:AxialShd StartPoint="0 0" EndPoint="40 0">{ENDS}</ofd:AxialShd>', (138, 120), "b"),
        (
            '<ofd:AxialShd StartPoint="0 0" EndPoint="40 0" MapType="Reflect" MapUnit="20">'
            f"{ENDS}</ofd:AxialShd>",
            (138, 120),
            "r",
        ),
        (
            '<ofd:AxialShd StartPoint="0 0" EndPoint="20 0" Extend="2">' + ENDS + "</ofd:AxialShd>",
            (138, 120),
            "b",
        ),
        (
            '<ofd:RadialShd StartPoint="20 20" EndPoint="20 20" EndRadius="20">'
            f"{ENDS}</ofd:RadialShd>",
            (120, 120),
            "r",
        ),
        (
            '<ofd:RadialShd StartPoint="20 20" EndPoint="20 20" EndRadius="20" Eccentricity="0.9">'
            f"{ENDS}</ofd:RadialShd>",
            (120, 136),
            "w",
        ),
        (
            '<ofd:GouraudShd><ofd:Point X="0" Y="0"><ofd:Color Value="255 0 0"/></ofd:Point>'
            '<ofd:Point X="40" Y="0"><ofd:Color Value="0 0 255"/></ofd:Point>'
            '<ofd:Point X="0" Y="40"><ofd:Color Value="0 0 255"/></ofd:Point></ofd:GouraudShd>',
            (102, 102),
            "r",
        ),
        (
            '<ofd:LaGouraudShd VerticesPerRow="2"><ofd:Point X="0" Y="0"><ofd:Color '
            'Value="255 0 0"/></ofd:Point><ofd:Point X="40" Y="0"><ofd:Color Value="0 0 255"/>'
            '</ofd:Point><ofd:Point X="0" Y="40"><ofd:Color Value="255 0 0"/></ofd:Point>'
            '<ofd:Point X="40" Y="40"><ofd:Color Value="0 0 255"/></ofd:Point></ofd:LaGouraudShd>',
            (138, 138),
            "b",
        ),
    ],
)
def test_shadings_run_from_colour_to_colour(tmp_path, fill, place, wanted):
    red, green, blue = with_object(tmp_path, filled(fill)).getpixel(place)
    seen = "w" if min(red, green, blue) > 240 else "r" if red > blue else "b"
    assert seen == wanted
    assert wanted == "w" or green < 40


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (filled(pattern(filled(pattern(), (0, 0, 10, 10)))), "底纹"),
        (filled('<ofd:Pattern Width="0" Height="0"/>'), "底纹"),
        (filled('<ofd:AxialShd StartPoint="0 0"/>'), "底纹"),
        (filled('<ofd:Texture ResourceID="4"/>'), "底纹"),
        ('<ofd:ImageObject ID="9" Boundary="100 100 40 40" ResourceID="55"/>', "图片"),
        ('<ofd:CompositeObject ID="9" Boundary="100 100 40 40" ResourceID="55"/>', "复合图元"),
        ('<ofd:VideoObject ID="9" Boundary="100 100 40 40"/>', "不认识的图元"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_page_and_hides_nothing(tmp_path, xml, told):
    path = documents.ofd(tmp_path / "a.ofd", ["第一页", "第二页"])
    rewritten(
        path,
        "Doc_0/Pages/Page_1/Content.xml",
        lambda page: page.replace(b"</ofd:Layer>", xml.encode() + b"</ofd:Layer>"),
    )
    made = drawn(path)
    detail = {"pages": "2", "label": told}
    assert made.notes == (Problem(ProblemKind.PARTS_NOT_DRAWN, detail),)
    assert share_darker(page_of(path), 200) < 0.01


def test_opacity_of_a_composite_passes_to_what_it_holds(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["甲"])
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77" Width="40" Height="40">'
        f"<ofd:Content>{filled('', (0, 0, 40, 40))}</ofd:Content></ofd:CompositeGraphicUnit>"
        "</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    rewritten(path, "Doc_0/PublicRes.xml", lambda xml: xml.replace(b"</ofd:Res>", unit.encode()))
    use = b'<ofd:CompositeObject ID="9" Boundary="100 100 40 40" ResourceID="77" Alpha="51"/>'
    rewritten(
        path,
        "Doc_0/Pages/Page_0/Content.xml",
        lambda page: page.replace(b"</ofd:Layer>", use + b"</ofd:Layer>"),
    )
    assert drawn(path).notes == ()
    assert page_of(path).getpixel((120, 120)) == (204, 204, 204)


@pytest.mark.parametrize("cover", ["0 0 0", "200 0 0", "120 120 120"])
def test_page_whose_text_lies_under_an_opaque_shape_is_refused(tmp_path, cover):
    path = documents.ofd(tmp_path / "a.ofd", ["第一页的文字", "第二页的文字"])
    shape = filled("", (0, 0, 210, 297)).replace(
        "<ofd:FillColor>", f'<ofd:FillColor Value="{cover}">'
    )
    rewritten(
        path,
        "Doc_0/Pages/Page_1/Content.xml",
        lambda page: page.replace(b"</ofd:Layer>", shape.encode() + b"</ofd:Layer>"),
    )
    assert drawn(path) == Problem(ProblemKind.TEXT_DISAGREES, {"percent": 0})


def test_dark_page_with_text_above_the_dark_is_bound_and_told(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["白字黑底"])
    ground = filled("", (0, 0, 210, 297))

    def darkened(page: bytes) -> bytes:
        white = b'Size="6"><ofd:FillColor Value="255 255 255"/>'
        before = ground.encode() + b"<ofd:TextObject"
        return page.replace(b"<ofd:TextObject", before, 1).replace(b'Size="6">', white, 1)

    rewritten(path, "Doc_0/Pages/Page_0/Content.xml", darkened)
    assert drawn(path).notes == (Problem(ProblemKind.PAGES_DARK, {"pages": "1"}),)


@pytest.mark.parametrize(
    ("attributes", "shown", "told"),
    [
        ('Type="Stamp"', True, False),
        ('Type="Watermark" Print="true"', True, False),
        ('Type="Watermark" Print="false"', False, True),
        ('Type="Stamp" Visible="false"', False, False),
        ('Type="Stamp" Visible="0"', False, False),
    ],
)
def test_annotations_are_drawn_if_they_print(tmp_path, attributes, shown, told):
    xml = annotation(f'ID="80" {attributes}', filled("", (100, 100, 40, 40)))
    path = annotated(documents.ofd(tmp_path / "a.ofd", ["甲"]), xml)
    kinds = [note.kind for note in drawn(path).notes]
    assert kinds == ([ProblemKind.NOT_PRINTED] if told else [])
    assert (page_of(path).getpixel((120, 120)) == (0, 0, 0)) is shown


def test_highlight_without_opacity_leaves_the_words_legible(tmp_path):
    ink = filled("", (0, 30, 210, 30)).replace(
        "<ofd:FillColor>", '<ofd:FillColor Value="255 255 0">'
    )
    xml = annotation('ID="80" Type="Highlight"', ink)
    path = annotated(documents.ofd(tmp_path / "a.ofd", ["法治政府"]), xml)
    assert isinstance(drawn(path), Made)
    image = page_of(path)
    assert image.getpixel((150, 40)) == (255, 255, 0)
    assert share_darker(image.crop((30, 38, 56, 50)), 120) > 0.02


def test_bold_text_has_one_colour_also_from_a_drawing_parameter(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["政"])
    ink = (
        '<ofd:DrawParams><ofd:DrawParam ID="60"><ofd:FillColor Value="255 0 0"/></ofd:DrawParam>'
        "</ofd:DrawParams></ofd:Res>"
    )
    rewritten(path, "Doc_0/PublicRes.xml", lambda xml: xml.replace(b"</ofd:Res>", ink.encode()))
    rewritten(
        path,
        "Doc_0/Pages/Page_0/Content.xml",
        lambda page: page.replace(b'Size="6"', b'Size="6" Weight="700" DrawParam="60"'),
    )
    assert isinstance(drawn(path), Made)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        image = document[0].render(scale=4).to_pil().convert("RGB")
    assert min(red for _, (red, _, _) in image.getcolors(100_000)) > 240, "red and white only"


def test_clip_area_is_turned_by_its_own_matrix(tmp_path):
    clip = (
        '<ofd:Clips><ofd:Clip><ofd:Area CTM="0.5 0 0 0.5 20 0"><ofd:Path Boundary="0 0 40 40">'
        "<ofd:AbbreviatedData>M 0 0 L 40 0 L 40 40 L 0 40 C</ofd:AbbreviatedData></ofd:Path>"
        "</ofd:Area></ofd:Clip></ofd:Clips>"
    )
    image = with_object(tmp_path, filled("").replace("<ofd:FillColor>", clip + "<ofd:FillColor>"))
    assert image.getpixel((130, 110)) == (0, 0, 0)
    assert image.getpixel((110, 110)) == (255, 255, 255)
    assert image.getpixel((130, 130)) == (255, 255, 255)


def test_character_without_a_font_is_framed_and_told(tmp_path):
    path = documents.ofd(
        tmp_path / "a.ofd", ["关于表彰同志的决定各乡镇人民政府县直各部门\U00031fff"]
    )
    detail = {"count": 1, "characters": "直各部门〓 U+31FFF"}
    assert drawn(path).notes == (Problem(ProblemKind.CHARACTERS_NOT_SHOWN, detail),)


def with_font(path: Path, data: bytes, more: str = "") -> Path:
    """Embed a font file in an OFD; ``more`` goes before its first text."""
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Doc_0/Res/f.font", data)
    rewritten(
        path,
        "Doc_0/PublicRes.xml",
        lambda xml: xml.replace(
            'FamilyName="宋体"/>'.encode(), b"><ofd:FontFile>f.font</ofd:FontFile></ofd:Font>"
        ),
    )
    return rewritten(
        path,
        "Doc_0/Pages/Page_0/Content.xml",
        lambda xml: xml.replace(b"<ofd:TextCode", more.encode() + b"<ofd:TextCode", 1),
    )


def test_bare_cff_font_is_drawn_by_its_shapes(tmp_path):
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({0x41: "A"})
    pen = T2CharStringPen(1000, None)
    pen.moveTo((0, 0))
    for corner in ((0, 1000), (1000, 1000), (1000, 0)):
        pen.lineTo(corner)
    pen.closePath()
    empty = T2CharStringPen(1000, None).getCharString()
    builder.setupCFF("Box", {}, {".notdef": empty, "A": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "A": (1000, 0)})
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "f.otf")
    data = TTFont(tmp_path / "f.otf").getTableData("CFF ")
    path = with_font(documents.ofd(tmp_path / "a.ofd", ["A"]), data)
    assert drawn(path).notes == ()
    assert page_of(path).getpixel((33, 43)) == (0, 0, 0), "the glyph is a full square"


@pytest.mark.parametrize("data", [b"no font", b"", b"\x01\x00\x04\x01torn"])
def test_embedded_font_that_cannot_be_read_is_told_and_its_text_kept(tmp_path, data):
    path = with_font(documents.ofd(tmp_path / "a.ofd", ["法治"]), data)
    detail = {"pages": "1", "label": "内嵌字体"}
    assert drawn(path).notes == (Problem(ProblemKind.PARTS_NOT_DRAWN, detail),)
    assert words_of(path) == "法治"


def test_private_codes_of_old_gbk_are_drawn_as_their_characters(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["王\ue863"])
    assert drawn(path).notes == ()
    assert words_of(path) == "王䶮"
