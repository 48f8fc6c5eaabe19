from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from app.conversion.facts import read_facts
from app.conversion.model import Made, Order, RenditionOrigin, SourceBookmark
from app.conversion.pdf.converter import PdfConverter, examine
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract


class TestPdfConverter(ConverterContract):
    @pytest.fixture
    def converter(self, workers):
        return PdfConverter(workers, FAST)

    @pytest.fixture
    def good(self, tmp_path):
        return [
            documents.text_pdf(tmp_path / "sound.pdf"),
            documents.mendable_pdf(tmp_path / "mendable.pdf"),
            documents.encrypted_pdf(tmp_path / "owner.pdf"),
            documents.form_pdf(tmp_path / "form.pdf"),
            documents.scripted_pdf(tmp_path / "script.pdf"),
            documents.odd_boxes_pdf(tmp_path / "boxes.pdf"),
        ]

    @pytest.fixture
    def bad(self, tmp_path):
        return documents.broken_pdf(tmp_path / "broken.pdf")


def examined(path: Path) -> Made | Problem:
    return examine(Order(source_of(path), path.with_name("target.pdf")))


def text_on(path: Path, page: int = 0) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return document[page].get_textpage().get_text_range()


def kinds(made: Made) -> list[ProblemKind]:
    return [note.kind for note in made.notes]


def test_sound_pdf_is_its_own_rendition(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", ["一", "二"], outline=[("章", 1, 0)])
    made = examined(path)
    assert (made.target, made.origin) == (path, RenditionOrigin.ORIGINAL)
    assert made.facts.page_count == 2
    assert made.facts.bookmarks == (SourceBookmark("章", 1, 0),)
    assert not (tmp_path / "target.pdf").exists()


def test_damaged_pdf_is_mended_without_loss_and_says_so(tmp_path):
    made = examined(documents.mendable_pdf(tmp_path / "a.pdf", pages=3))
    assert made.origin is RenditionOrigin.REPAIRED
    assert kinds(made) == [ProblemKind.REPAIRED]
    assert [text_on(made.target, n).strip() for n in range(3)] == ["第0页", "第1页", "第2页"]
    with pikepdf.open(made.target) as pdf:
        list(pdf.pages)
        assert not pdf.get_warnings()


def test_pages_swallowed_by_damage_are_not_passed_over(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", [f"第{n}页" for n in range(6)])
    data = path.read_bytes()
    # The file was cut in the middle of copying: the last pages' contents never arrived.
    stream = data.rindex(b"endstream", 0, len(data) * 2 // 3)
    last = data.rindex(b"stream", 0, stream - 10)
    path.write_bytes(data[: data.rindex(b" 0 obj", 0, last)])
    result = examined(path)
    assert isinstance(result, Problem)
    assert result.kind in {ProblemKind.PAGES_LOST, ProblemKind.DAMAGED}


def test_user_password_is_asked_for(tmp_path):
    result = examined(documents.encrypted_pdf(tmp_path / "a.pdf", user="123"))
    assert result.kind is ProblemKind.PASSWORD_REQUIRED


def test_owner_password_is_lifted_silently(tmp_path):
    made = examined(documents.encrypted_pdf(tmp_path / "a.pdf", pages=2))
    assert made.origin is RenditionOrigin.REPAIRED
    assert made.notes == ()
    assert text_on(made.target, 1).strip() == "第1页"


@pytest.mark.parametrize("xfa", [False, True])
def test_form_is_flattened_with_its_values(tmp_path, xfa):
    made = examined(documents.form_pdf(tmp_path / "a.pdf", "FILLED", xfa=xfa))
    assert "FILLED" in text_on(made.target)
    with pikepdf.open(made.target) as pdf:
        assert Name.AcroForm not in pdf.Root
        assert Name.Annots not in pdf.pages[0]


@pytest.mark.parametrize("turn", [0, 90])
def test_value_that_nobody_drew_is_drawn_in_chinese(tmp_path, turn):
    path = documents.form_pdf(tmp_path / "a.pdf", "县司法局镕喆堃", drawn=False)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = turn
        pdf.save(path)
    made = examined(path)
    assert "县司法局镕喆堃" in text_on(made.target)
    with pikepdf.open(made.target) as pdf:
        assert pdf.pages[0].obj.Rotate == turn


def test_signature_keeps_its_stamp_and_is_noted(tmp_path):
    made = examined(documents.form_pdf(tmp_path / "a.pdf", "STAMP", signed=True))
    assert kinds(made) == [ProblemKind.SIGNATURE_NOT_CARRIED]
    assert "STAMP" in text_on(made.target)


def test_dynamic_form_whose_content_is_not_in_its_page_is_refused(tmp_path):
    path = documents.form_pdf(tmp_path / "a.pdf", xfa=True)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.NeedsRendering = True
        pdf.save(path)
    assert examined(path).kind is ProblemKind.DYNAMIC_FORM


def test_everything_that_acts_goes_and_the_web_link_stays(tmp_path):
    made = examined(documents.scripted_pdf(tmp_path / "a.pdf"))
    with pikepdf.open(made.target) as pdf:
        assert Name.OpenAction not in pdf.Root
        assert Name.AA not in pdf.pages[0]
        actions = [one.A for one in pdf.pages[0].Annots if Name.A in one]
        assert sorted(str(action.S) for action in actions) == ["/GoTo", "/URI"]
        assert [str(one.URI) for one in actions if one.S == Name.URI] == ["https://www.gov.cn/"]
        assert all(Name.Next not in action for action in actions)


def test_attachments_are_named_but_no_reason_to_rewrite(tmp_path):
    made = examined(documents.attachment_pdf(tmp_path / "a.pdf"))
    assert made.origin is RenditionOrigin.ORIGINAL
    inside = {"count": 1, "names": "附表.xlsx"}
    assert made.notes == (Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, inside),)
    assert not made.copy_beside


def test_portfolio_goes_beside_its_cover_page(tmp_path):
    path = documents.attachment_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Collection = Dictionary(Type=Name.Collection)
        pdf.save(path)
    assert examined(path).copy_beside


def test_odd_pages_become_upright_and_printable(tmp_path):
    made = examined(documents.odd_boxes_pdf(tmp_path / "a.pdf"))
    with pikepdf.open(made.target) as pdf:
        sizes = []
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
            assert x0 < x1
            assert y0 < y1
            assert max(x1 - x0, y1 - y0) <= 14400
            assert page.obj.get(Name.Rotate, 0) % 90 == 0
            sizes.append((round(x1 - x0), round(y1 - y0)))
    assert sizes == [(842, 595), (595, 842), (595, 842), (1191, 1191), (595, 842)]


def shaped(path: Path, **entries: object) -> Path:
    """One page with a square in the lower left quarter, and exactly these entries."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(400, 600)).obj
        page.Contents = pdf.make_stream(b"0 0 200 300 re f")
        for key, value in entries.items():
            page[f"/{key}"] = value
        pdf.save(path)
    return path


def quarters(path: Path) -> list[bool]:
    """Which quarters of the page are dark: upper left, upper right, lower left, lower right."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=0.25).to_pil().convert("L")
    places = ((x, y) for y in (1, 3) for x in (1, 3))
    return [image.getpixel((image.width * x // 4, image.height * y // 4)) < 9 for x, y in places]


@pytest.mark.parametrize(
    "turn",
    [
        90.0,
        89.9,
        -90,
        -90.0,
        450,
        -270,
        180.0,
        720,
        45,
        100,
        pikepdf.String("90"),
        Name("/90"),
        Array([90]),
        True,
        1e9,
    ],
)
@pytest.mark.parametrize("where", ["own", "inherited", "indirect"])
def test_a_page_is_turned_as_pdfium_shows_it(tmp_path, turn, where):
    path = shaped(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        turn = pikepdf.Object.parse(b"%f" % turn) if isinstance(turn, float) else turn
        holder = pdf.Root.Pages if where == "inherited" else pdf.pages[0].obj
        holder.Rotate = pdf.make_indirect(turn) if where == "indirect" else turn
        pdf.save(path)
    made = examined(path)
    assert quarters(made.target) == quarters(path)
    with pikepdf.open(made.target) as pdf:
        assert pdf.pages[0].obj.get(Name.Rotate, 0) in (0, 90, 180, 270)


A4_SIZE = (595, 842)
LETTER = (612, 792)  # what readers take for a page whose box is nonsense


@pytest.mark.parametrize(
    ("entries", "size"),
    [
        ({"MediaBox": Array([0, 0, 0, 0])}, A4_SIZE),
        ({"MediaBox": Array([Name.A, 0, 400, 600])}, LETTER),
        ({"MediaBox": Array([0, 0, 400])}, LETTER),
        ({"MediaBox": Array([400, 600, 0, 0])}, (400, 600)),
        ({"MediaBox": Array([900000, 900000, 900400, 900600])}, (400, 600)),
        ({"CropBox": Array([0, 0, 0, 0])}, (400, 600)),
        ({"CropBox": Array([5000, 5000, 6000, 6000])}, (400, 600)),
        ({"CropBox": Array([-50, -50, 9000, 9000])}, (400, 600)),
        ({"CropBox": Array([300, 400, 0, 0])}, (300, 400)),
        ({"CropBox": pikepdf.String("none")}, (400, 600)),
        ({"UserUnit": 2}, (800, 1200)),
        ({"UserUnit": -1}, (400, 600)),
        ({"UserUnit": 2, "CropBox": Array([0, 0, 200, 300])}, (400, 600)),
    ],
)
def test_odd_boxes_become_one_that_everybody_understands(tmp_path, entries, size):
    made = examined(shaped(tmp_path / "a.pdf", **entries))
    with pypdfium2.PdfDocument(made.target) as document:
        assert document.get_page_size(0) == pytest.approx(size, abs=1)


def test_content_far_off_comes_along(tmp_path):
    path = shaped(tmp_path / "a.pdf", MediaBox=Array([900000, 900000, 900400, 900600]))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"900000 900000 200 300 re f")
        pdf.save(path)
    assert quarters(examined(path).target) == [False, False, True, False]


def test_user_unit_becomes_size(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", ["大图"], size=(200, 300))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.UserUnit = 2
        pdf.save(path)
    made = examined(path)
    with pikepdf.open(made.target) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 400, 600]
        assert Name.UserUnit not in pdf.pages[0]
    assert text_on(made.target).strip() == "大图"


def test_bookmarks_through_names_and_lost_parents(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", ["一", "二", "三"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as outline:
            lost = pikepdf.OutlineItem("无处可去")
            child = pikepdf.OutlineItem("第二页", 1)
            lost.children.append(child)
            outline.root.append(lost)
            outline.root.append(pikepdf.OutlineItem("具名", 0))
        named = pdf.Root.Outlines.Last
        named.Dest = pikepdf.String("去处")
        tree = pikepdf.NameTree.new(pdf)
        tree["去处"] = Array([pdf.pages[2].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=tree.obj)
        pdf.save(path)
    assert read_facts(path).bookmarks == (
        SourceBookmark("第二页", 1, 0),
        SourceBookmark("具名", 2, 0),
    )


def test_circular_outline_ends(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", ["一"], outline=[("甲", 0, 0), ("乙", 0, 0)])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First
        pdf.Root.Outlines.First.First = pdf.Root.Outlines.Last
        pdf.save(path)
    assert examined(path).facts.page_count == 1
