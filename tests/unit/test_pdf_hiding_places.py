"""Whatever hides in a PDF, and however the file is written, none of it is bound."""

from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.conversion.model import Made, Order, RenditionOrigin
from app.conversion.pdf.converter import examine
from app.pdf.inert import acting_parts
from app.pdf.objects import set_entry
from tests.support.conversion import source_of
from tests.support.dossiers import bind_items, item_of
from tests.support.hostile_pdf import DRAWN, MARK, PLACES, WRITINGS, base_pdf
from tests.support.pdf_walk import foreign_parts

_WRITINGS = list(WRITINGS)


def converted(path: Path) -> Made:
    made = examine(Order(source_of(path), path.with_name("target.pdf")))
    assert isinstance(made, Made)
    return made


def bound(made: Made) -> Path:
    path = made.target.with_name("bound.pdf")
    bind_items([item_of(made.target)], path)
    return path


def look(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render().to_pil().tobytes() for page in document]


def written(tmp_path: Path, pdf: Pdf) -> Path:
    path = tmp_path / "a.pdf"
    pdf.save(path)
    return path


@pytest.mark.parametrize(
    "number", range(len(PLACES)), ids=[one.replace(" ", "-") for one in PLACES]
)
def test_nothing_is_bound_that_hides_at_any_place(tmp_path: Path, number: int) -> None:
    place, writing = list(PLACES)[number], _WRITINGS[number % len(_WRITINGS)]
    clean, hostile, random = base_pdf(), base_pdf(), Random(number)
    PLACES[place](hostile)
    plain, spoilt = tmp_path / "plain.pdf", tmp_path / "a.pdf"
    plain.write_bytes(WRITINGS[writing](clean, clean, random))
    spoilt.write_bytes(WRITINGS[writing](hostile, clean, random))
    made = converted(spoilt)
    assert foreign_parts(bound(made), MARK) == []
    assert place in DRAWN or look(made.target) == look(plain)


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_harmless_file_looks_the_same_however_it_is_written(tmp_path: Path, writing: str) -> None:
    clean, path = base_pdf(), tmp_path / "a.pdf"
    path.write_bytes(WRITINGS[writing](clean, clean, Random(1)))
    made = converted(path)
    assert look(made.target) == look(path)
    assert foreign_parts(bound(made), MARK) == []


@pytest.mark.parametrize("key", ["AA", "EF", "JS", "XFA", "PresSteps", "RichMediaContent"])
@pytest.mark.parametrize("apart", [False, True])
def test_names_of_resources_are_no_reason_to_refuse_a_volume(
    tmp_path: Path, key: str, apart: bool
) -> None:
    pdf = base_pdf()
    held = pdf.pages[0].obj.Resources
    for kind, one in (
        ("ExtGState", held.ExtGState.V),
        ("ColorSpace", Name.DeviceRGB),
        ("Font", held.Font.T3),
        ("Properties", Dictionary(MCID=3)),
        ("Pattern", held.Pattern.P),
    ):
        held[f"/{kind}"][f"/{key}"] = one
        if apart:
            held[f"/{kind}"] = pdf.make_indirect(held[f"/{kind}"])
    made = converted(written(tmp_path, pdf))
    assert made.origin is RenditionOrigin.ORIGINAL
    with pikepdf.open(bound(made)) as volume:
        assert acting_parts(volume) == []


def test_the_content_of_a_page_may_be_a_form_on_another(tmp_path: Path) -> None:
    pdf = base_pdf()
    content = pdf.pages[0].obj.Contents
    content.Type, content.Subtype = Name.XObject, Name.Form
    content.BBox, content.Resources = Array([0, 0, 300, 300]), pdf.pages[0].obj.Resources
    pdf.pages[1].obj.Resources.XObject.Whole = content
    pdf.pages[1].obj.Contents = pdf.make_stream(b"q .5 0 0 .5 100 100 cm /Whole Do Q")
    path = written(tmp_path, pdf)
    made = converted(path)
    assert made.origin is RenditionOrigin.ORIGINAL
    assert look(made.target) == look(path)


#: Names that no program should write, and some do: GB 2312, half a letter, no UTF-8.
_NAMES: list[bytes] = [
    "目录".encode("gb2312"),
    b"\xef\xbb\xbf\xff",
    b"\xfe\xff\xd8\x01",
    b"\xff\xfe\xd8",
]


@pytest.mark.parametrize("number", range(len(_NAMES)))
@pytest.mark.parametrize("old", [False, True])
def test_places_are_found_by_names_in_any_encoding(tmp_path: Path, number: int, old: bool) -> None:
    pdf = base_pdf()
    place = Array([pdf.pages[1].obj, Name.XYZ, String("abc"), pdf.make_stream(b"x"), 3])
    spelling = _NAMES[number]
    if old:
        pdf.Root.Dests = Dictionary()
        set_entry(pdf.Root.Dests, b"/" + spelling, place)
        target: Object = Object.parse(b"/" + b"".join(b"#%02x" % byte for byte in spelling))
    else:
        pdf.Root.Names = Dictionary(
            Dests=Dictionary(Kids=[Dictionary(Names=[5, place, String(spelling), place])])
        )
        pdf.Root.Names.Dests.Kids.append(Dictionary(Names=[String(spelling), place]))
        target = String(spelling)
    link = pdf.pages[0].obj.Annots[0]
    link.Dest = target
    del link.A
    pdf.Root.Outlines = pdf.make_indirect(Dictionary())
    mark = pdf.make_indirect(
        Dictionary(Title=String(spelling), Parent=pdf.Root.Outlines, Dest=target)
    )
    pdf.Root.Outlines.First = pdf.Root.Outlines.Last = mark
    made = converted(written(tmp_path, pdf))
    with pikepdf.open(bound(made)) as volume:
        pages = [page.obj.objgen for page in volume.pages]
        # The first page of the item, and the second; the sheets and the number have links, too.
        first = next(
            page for page in volume.pages if "/JZPage" in page.Resources.get("/XObject", {})
        )
        (ours,) = [one for one in first.Annots if one.Rect[0] == 0]
        assert pages.index(ours.Dest[0].objgen) == pages.index(first.obj.objgen) + 1


def test_a_tree_of_names_that_runs_in_circles_ends(tmp_path: Path) -> None:
    pdf = base_pdf()
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree, Dictionary(Names=String("x")), 3, None])
    pdf.Root.Names = Dictionary(Dests=tree, EmbeddedFiles=tree)
    assert converted(written(tmp_path, pdf)).facts is not None
