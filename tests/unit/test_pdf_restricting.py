"""Bound pages hold what draws them and nothing else."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from app.conversion.admitting import admit
from app.conversion.model import Made, Order, RenditionOrigin
from app.conversion.pdf.converter import examine
from app.dossier.binding.volume import bind_volume
from app.dossier.errors import ActiveContentLeft
from app.dossier_options import DossierOptions
from app.pdf.inert import acting_parts
from app.pdf.restricting import restrict
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import source_of
from tests.support.dossiers import bind_items, binding_of, item_of, one_indicator, plan_dossiers
from tests.support.plain_sheets import measure_plain

SECRET = b"JZ-SECRET-PAYLOAD"


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('" + SECRET.decode() + "')"))


def file_in(pdf: Pdf) -> Object:
    stream = pdf.make_stream(SECRET, Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=stream))
    )


def rich_pdf(path: Path) -> Path:
    """A page with each kind of thing that draws, so that there is something to hide things in."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 300))
        page = pdf.pages[0].obj
        picture = pdf.make_stream(
            bytes(range(0, 240, 20)),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=2,
            Height=2,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            SMask=pdf.make_stream(
                b"\xff\x80\x40\xff",
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=2,
                Height=2,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            ),
        )
        ramp = pdf.make_indirect(
            Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
        )
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 100, 0], Function=ramp
        )
        glyph = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
        type3 = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=[0, 0, 600, 600],
                FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
                CharProcs=Dictionary(a=glyph),
                Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.a]),
                FirstChar=97,
                LastChar=97,
                Widths=[600],
                Resources=Dictionary(),
            )
        )
        tile = pdf.make_stream(
            b"0 1 0 rg 0 0 5 5 re f",
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 10, 10],
            XStep=10,
            YStep=10,
            Resources=Dictionary(),
        )
        form = pdf.make_stream(
            b"q 40 0 0 40 0 0 cm /I Do Q",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 40, 40],
            Resources=Dictionary(XObject=Dictionary(I=picture)),
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
        )
        tint = Array([Name.Separation, Name("/红"), Name.DeviceRGB, ramp])
        page.Resources = Dictionary(
            XObject=Dictionary({"/F": form, "/AA": picture}),
            Font=Dictionary({"/JS": type3}),
            Shading=Dictionary(S=shading),
            Pattern=Dictionary(P=tile),
            ColorSpace=Dictionary(C=tint),
            ExtGState=Dictionary(G=Dictionary(ca=0.5)),
            Properties=Dictionary(M=Dictionary(MCID=1)),
        )
        page.Contents = pdf.make_stream(
            b"q 1 0 0 1 10 10 cm /F Do Q q 50 0 0 50 60 10 cm /AA Do Q"
            b" q 1 0 0 1 120 10 cm 0 0 100 50 re W n /S sh Q"
            b" /Span /M BDC BT /JS 80 Tf 10 100 Td (aa) Tj ET EMC"
            b" /Pattern cs /P scn 120 100 80 80 re f /C cs 0.5 scn 220 100 60 60 re f"
            b" /G gs 0 g 10 200 280 50 re f"
        )
        page.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=[0, 0, 9, 9],
                    A=Dictionary(S=Name.URI, URI=String("https://www.gov.cn/")),
                )
            ]
        )
        pdf.save(path)
    return path


def look(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=100 / 72).to_pil().tobytes() for page in document]


def examined(path: Path) -> Made:
    made = examine(Order(source_of(path), path.with_name("target.pdf")))
    assert isinstance(made, Made)
    return made


def holders(pdf: Pdf) -> dict[str, Object]:
    """The things on the page that something may be hidden in."""
    page = pdf.pages[0].obj
    resources = page.Resources
    form = resources.XObject["/F"]
    return {
        "page": page,
        "link": page.Annots[0],
        "form": form,
        "picture": form.Resources.XObject["/I"],
        "mask": form.Resources.XObject["/I"].SMask,
        "font": resources.Font["/JS"],
        "glyph": resources.Font["/JS"].CharProcs["/a"],
        "encoding": resources.Font["/JS"].Encoding,
        "shading": resources.Shading["/S"],
        "function": resources.Shading["/S"].Function,
        "pattern": resources.Pattern["/P"],
        "graphics state": resources.ExtGState["/G"],
        "property list": resources.Properties["/M"],
        "group": form.Group,
        "resources": resources,
        "content": page.Contents,
        "action": page.Annots[0].A,
    }


HOLDERS = [
    "page",
    "link",
    "form",
    "picture",
    "mask",
    "font",
    "glyph",
    "encoding",
    "shading",
    "function",
    "pattern",
    "graphics_state",
    "property_list",
    "group",
    "resources",
    "content",
    "action",
]
KEYS = "AF FS PieceInfo PresSteps Popup IRT Parent B Ref OPI Thread PA AA Next Metadata JZUnknown"


@pytest.mark.parametrize("key", KEYS.split())
@pytest.mark.parametrize("where", HOLDERS)
def test_nothing_hides_in_what_draws(tmp_path: Path, where: str, key: str) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    before = look(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        holder = holders(pdf)[where.replace("_", " ")]
        if not (where == "page" and key == "Parent"):
            holder[f"/{key}"] = pdf.make_indirect(
                Dictionary(One=script(), Two=Array([file_in(pdf)]), S=Name.JavaScript)
            )
        pdf.save(path)
    made = examined(path)
    assert look(made.target) == before
    if where != "page" or key != "Parent":
        assert made.origin is RenditionOrigin.REPAIRED
    bind_items([item_of(made.target)], tmp_path / "d.pdf")
    for result in (made.target, tmp_path / "d.pdf"):
        with pikepdf.open(result) as pdf:
            assert not acting_parts(pdf)
            assert not any(_holds(thing, SECRET) for thing in pdf.objects)


def _holds(thing: Object, words: bytes) -> bool:
    if isinstance(thing, Stream):
        return words in thing.read_bytes() or words in thing.stream_dict.unparse()
    return isinstance(thing, (Dictionary, Array)) and words in thing.unparse(resolved=True)


def test_a_page_that_is_clean_is_bound_as_it_is(tmp_path: Path) -> None:
    assert examined(rich_pdf(tmp_path / "a.pdf")).origin is RenditionOrigin.ORIGINAL


def test_names_of_fonts_and_pictures_are_not_taken_for_something_active(tmp_path: Path) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    bind_items([item_of(path)], tmp_path / "d.pdf")
    with pikepdf.open(tmp_path / "d.pdf") as pdf:
        assert not acting_parts(pdf)


def test_data_that_lie_in_another_file_are_told_and_not_sought(tmp_path: Path) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        held = holders(pdf)
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            held["picture"][key] = String("\\\\server\\share\\a.jpg")
        pdf.save(path)
    made = examined(path)
    assert Problem(ProblemKind.OUTSIDE_NOT_CARRIED, {"count": 1}) in made.notes
    with pikepdf.open(made.target) as pdf:
        assert not holders(pdf)["picture"].keys() & {"/F", "/FFilter", "/FDecodeParms"}


def test_actions_are_counted_and_told(tmp_path: Path) -> None:
    made = examined(documents.scripted_pdf(tmp_path / "a.pdf"))
    told = {note.kind: note.detail for note in made.notes}
    # The script of the catalogue, its name, the one that follows a link; two launches; one file.
    assert told[ProblemKind.ACTIVE_LEFT_OUT]["count"] >= 4


def test_files_are_told_wherever_they_hide(tmp_path: Path) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        holders(pdf)["font"]["/AF"] = Array([file_in(pdf)])
        holders(pdf)["form"]["/PieceInfo"] = Dictionary(X=Dictionary(Private=file_in(pdf)))
        pdf.save(path)
    told = {note.kind: note.detail for note in examined(path).notes}
    assert told[ProblemKind.ATTACHMENTS_NOT_CARRIED]["count"] == 2


def test_links_by_name_still_lead_to_their_page(tmp_path: Path) -> None:
    path = documents.text_pdf(tmp_path / "a.pdf", ["一", "二"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        there = pdf.make_indirect(Dictionary(D=[pdf.pages[1].obj, Name.Fit]))
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("zwei"), there]))
        pdf.pages[0].obj.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Dest=String("zwei"))]
        )
        pdf.pages[0].obj.PieceInfo = Dictionary(A=1)
        pdf.save(path)
    made = examined(path)
    with pikepdf.open(made.target) as pdf:
        assert pdf.pages[0].Annots[0].Dest[0] == pdf.pages[1].obj
        assert pdf.Root.keys() == {"/Type", "/Pages"}


def test_a_link_leads_to_no_page_of_its_own_making(tmp_path: Path) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stray = pdf.make_indirect(Dictionary(Type=Name.Page, AA=Dictionary(O=script())))
        pdf.pages[0].Annots[0].A = Dictionary(S=Name.GoTo, D=[stray, Name.Fit])
        pdf.save(path)
    with pikepdf.open(examined(path).target) as pdf:
        assert Name.A not in pdf.pages[0].Annots[0]


def test_an_outline_that_acts_is_left_behind_with_its_bookmarks_kept(tmp_path: Path) -> None:
    path = documents.text_pdf(tmp_path / "a.pdf", ["一", "二"], outline=[("章", 1, 0)])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Outlines.First.A = script()
        pdf.save(path)
    made = examined(path)
    assert made.origin is RenditionOrigin.REPAIRED
    with pikepdf.open(made.target) as pdf:
        assert Name.Outlines not in pdf.Root


def test_postscript_becomes_an_empty_form(tmp_path: Path) -> None:
    path = rich_pdf(tmp_path / "a.pdf")
    before = look(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        program = pdf.make_stream(b"(x) run", Type=Name.XObject, Subtype=Name.PS)
        pdf.pages[0].Resources.XObject["/PS"] = program
        pdf.pages[0].obj.Contents = Array([pdf.pages[0].Contents, pdf.make_stream(b" /PS Do")])
        pdf.save(path)
    made = examined(path)
    assert look(made.target) == before
    with pikepdf.open(made.target) as pdf:
        assert pdf.pages[0].Resources.XObject["/PS"].Subtype == Name.Form


def test_pages_of_other_converters_are_cut_down_too(tmp_path: Path) -> None:
    path = documents.scripted_pdf(tmp_path / "made.pdf")
    facts = admit(path)
    assert facts.page_count == 2
    with pikepdf.open(path) as pdf:
        assert not acting_parts(pdf)
        assert not restrict(pdf)


def test_binding_lets_nothing_in_that_no_converter_cut_down(tmp_path: Path) -> None:
    path = documents.scripted_pdf(tmp_path / "raw.pdf")
    bind_items([item_of(path)], tmp_path / "d.pdf")
    with pikepdf.open(tmp_path / "d.pdf") as pdf:
        assert not acting_parts(pdf)


@pytest.mark.parametrize("kind", ["script", "file", "outside", "annotation"])
def test_a_dossier_in_which_something_acts_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Break the cutting down on purpose: the last look must find what is left."""
    path = rich_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        held = holders(pdf)
        match kind:
            case "script":
                held["page"].AA = Dictionary(O=script())
            case "file":
                held["font"].AF = Array([file_in(pdf)])
            case "outside":
                held["picture"]["/F"] = String("a.jpg")
            case _:
                held["page"].Annots.append(
                    Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=[0, 0, 9, 9])
                )
        pdf.save(path)
    monkeypatch.setattr("app.dossier.binding.volume.restrict", lambda pdf: None)
    ((volume,),) = [
        plan.volumes
        for plan in plan_dossiers(
            one_indicator([item_of(path)]), DossierOptions(), measure_plain, 2021
        )
    ]
    binding = binding_of(volume, tmp_path / "sheets.pdf", DossierOptions())
    with pytest.raises(ActiveContentLeft):
        bind_volume(binding, tmp_path / "d.pdf")
    assert not (tmp_path / "d.pdf").exists()
