"""Layers (optional content): bound as they print, with nothing left for viewers to judge."""

import itertools
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.conversion.model import Made, Order
from app.conversion.pdf.converter import examine
from app.problems import ProblemKind
from tests.support.conversion import source_of
from tests.support.documents.pdf_forms import annotation, drawn, fonts_of

FONT = {"F1": "Helvetica"}


class Layered:
    """A PDF under construction with the layers ``on`` and ``off``; settings follow."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(300, 300))
        self.page.obj.Resources = Dictionary(
            Font=fonts_of(FONT), Properties=Dictionary(), XObject=Dictionary()
        )
        self.on, self.off = self.group("显示"), self.group("草稿")
        self.content = b""

    def group(self, name: str, **usage: str) -> pikepdf.Object:
        group = Dictionary(Type=Name.OCG, Name=String(name))
        for event, state in usage.items():
            group.Usage = group.get(Name.Usage, Dictionary())
            group.Usage[f"/{event}"] = Dictionary({f"/{event}State": Name(state)})
        return self.pdf.make_indirect(group)

    def section(self, mark: pikepdf.Object, words: str) -> None:
        name = f"L{len(self.page.obj.Resources.Properties.keys())}"
        self.page.obj.Resources.Properties[f"/{name}"] = mark
        self.content += f"/OC /{name} BDC ({words}) Tj EMC\n".encode("ascii")

    def words(self, words: str) -> pikepdf.Object:
        content = f"BT /F1 12 Tf 5 5 Td ({words}) Tj ET".encode("ascii")
        return drawn(self.pdf, content, 100, 20, FONT)

    def save(self, path: Path, *groups: pikepdf.Object, **default: object) -> Path:
        forms = b"".join(
            b"q 1 0 0 1 0 %d cm %s Do Q " % (30 * number, name.encode("ascii"))
            for number, name in enumerate(self.page.obj.Resources.XObject.keys())
        )
        text = b"BT /F1 12 Tf 10 250 Td 14 TL " + self.content.replace(b"\n", b" T* ") + b"ET "
        self.page.obj.Contents = self.pdf.make_stream(text + forms)
        if "OFF" not in default and not groups:
            default["OFF"] = Array([self.off])
        self.pdf.Root.OCProperties = Dictionary(
            OCGs=Array([self.on, self.off, *groups]), D=Dictionary(**default)
        )
        self.pdf.save(path)
        self.pdf.close()
        return path


def bound(path: Path) -> tuple[Made, set[str]]:
    """What was made, and the words that every viewer shows of it once it left its file."""
    made = examine(Order(source_of(path), path.with_name("target.pdf")))
    assert isinstance(made, Made)
    with pikepdf.open(made.target) as pdf, pikepdf.new() as dossier:
        dossier.pages.extend(pdf.pages)
        dossier.save(path.with_name("dossier.pdf"))
        for scope in pdf.content_scopes():
            assert b"/OC" not in b"".join(
                bytes(step.operands[0].unparse())
                for step in pikepdf.parse_content_stream(scope.content, "BDC")
            )
        for one in pdf.objects:
            assert not (isinstance(one, Dictionary) and one.get(Name.Type) == Name.OCG)
    with pypdfium2.PdfDocument(path.with_name("dossier.pdf")) as document:
        return made, set(document[0].get_textpage().get_text_range().split())


def test_sections_follow_their_layer(tmp_path):
    build = Layered()
    either = Dictionary(Type=Name.OCMD, OCGs=Array([build.on, build.off]))
    build.section(build.on, "ON")
    build.section(build.off, "OFF")
    build.section(either, "EITHER")
    build.section(Dictionary(Type=Name.OCMD, OCGs=build.off), "SINGLE")
    for rule in ("AllOn", "AnyOn", "AnyOff", "AllOff"):
        mark = Dictionary(Type=Name.OCMD, OCGs=Array([build.on, build.off]), P=Name(f"/{rule}"))
        build.section(mark, rule)
    for words, rule in {
        "NOTOFF": [Name.Not, build.off],
        "NOTON": [Name.Not, build.on],
        "AND": [Name.And, build.on, Array([Name.Not, build.off])],
        "OR": [Name.Or, build.off, Array([Name.And, build.on, build.off])],
    }.items():
        # With an expression, the groups beside it do not count.
        build.section(Dictionary(Type=Name.OCMD, VE=Array(rule), OCGs=build.off), words)
    made, words = bound(build.save(tmp_path / "a.pdf"))
    assert words == {"ON", "EITHER", "AnyOn", "AnyOff", "NOTOFF", "AND"}
    assert [(note.kind, note.detail) for note in made.notes] == [
        (ProblemKind.LAYERS_NOT_PRINTED, {"count": 1, "names": "草稿"})
    ]


def test_forms_annotations_and_what_is_inside_them_follow_their_layer(tmp_path):
    build = Layered()
    objects = build.page.obj.Resources.XObject
    for name, mark, words in (("/A", build.on, "FORMON"), ("/B", build.off, "FORMOFF")):
        objects[name] = build.words(words)
        objects[name].OC = mark
    outer = drawn(
        build.pdf, b"/I Do /OC /P BDC BT /F1 9 Tf 9 9 Td (MARKED) Tj ET EMC", 99, 99, FONT
    )
    outer.Resources.XObject = Dictionary(I=build.words("INNER"))
    outer.Resources.XObject.I.OC = build.off
    outer.Resources.Properties = Dictionary(P=build.off)
    objects["/C"] = outer
    notes = []
    for mark, words in ((build.on, "NOTEON"), (build.off, "NOTEOFF")):
        look = Dictionary(N=build.words(words))
        notes.append(annotation(build.pdf, "Stamp", (150, 10, 250, 30), AP=look, OC=mark))
    inside = build.words("WITHIN")
    inside.OC = build.off
    notes.append(annotation(build.pdf, "Stamp", (150, 50, 250, 70), AP=Dictionary(N=inside)))
    build.page.obj.Annots = Array(notes)
    _, words = bound(build.save(tmp_path / "a.pdf"))
    assert words == {"FORMON", "NOTEON"}


PRINTED = {"Print": "/ON"}


@pytest.mark.parametrize(
    ("default", "usage", "event", "printed"),
    [
        ("ON", {}, None, True),
        ("OFF", {}, None, False),
        # A usage that no settings apply is only advice.
        ("ON", {"Print": "/OFF"}, None, True),
        ("ON", {"Print": "/OFF"}, "Print", False),
        ("OFF", {"Print": "/ON"}, "Print", True),
        ("ON", {"Print": "/OFF"}, "View", True),
        ("ON", {"View": "/OFF", "Print": "/ON"}, "Print", True),
        ("OFF", {"View": "/ON"}, "Print", False),
    ],
)
@pytest.mark.parametrize("base", ["ON", "OFF"])
def test_the_state_in_print_decides(tmp_path, default, usage, event, printed, base):
    build = Layered()
    layer = build.group("图层", **usage)
    build.section(layer, "LAYER")
    entries = {"BaseState": Name(f"/{base}")}
    if default != base:
        entries[default] = Array([layer])
    if event is not None:
        rule = Dictionary(
            Event=Name(f"/{event}"), Category=Array([Name(f"/{event}")]), OCGs=Array([layer])
        )
        entries["AS"] = Array([rule])
    made, words = bound(build.save(tmp_path / "a.pdf", layer, **entries))
    assert words == ({"LAYER"} if printed else set())
    assert bool(made.notes) is not printed


def test_hidden_painting_goes_and_the_state_that_it_sets_stays(tmp_path):
    build = Layered()
    build.page.obj.Resources.Properties = Dictionary(B=build.off)
    path = build.save(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(
            b"/OC /B BDC 1 0 0 1 100 0 cm 0 0 50 50 re f BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI EMC "
            b"0 0 50 50 re f"
        )
        pdf.save(path)
    bound(path)
    with pypdfium2.PdfDocument(tmp_path / "dossier.pdf") as document:
        image = document[0].render(scale=1).to_pil().convert("L")
    row = [image.getpixel((x, 280)) for x in range(300)]
    assert [
        (dark, len(list(run))) for dark, run in itertools.groupby(grey < 9 for grey in row)
    ] == [
        (False, 100),
        (True, 50),
        (False, 150),
    ]


def test_an_unprinted_layer_with_nothing_in_it_is_not_told(tmp_path):
    build = Layered()
    build.section(build.on, "ON")
    made, words = bound(build.save(tmp_path / "a.pdf"))
    assert (made.notes, words) == ((), {"ON"})


TRICKY = [
    b"/OC /B BDC (OFF) Tj (EMC \\) \\\\) Tj EMC (ON) Tj",
    b"(/OC /B BDC) Tj (ON) Tj",
    b"/OC /B BDC <4f464645> Tj /Span BMC (OFF) Tj EMC (OFF) ' EMC (ON) Tj",
    b"/Span << /Note (\xfe\xff EMC) >> BDC /OC /B BDC (OFF) Tj EMC (ON) Tj EMC",
    b"/OC /B BDC % EMC\n (OFF) Tj /OC /A BDC (OFF) Tj EMC EMC % /OC /B BDC\n(ON) Tj",
    b"/OC/B BDC(OFF)Tj EMC(ON)Tj",
    b"/OC /A BDC (ON) Tj EMC EMC EMC (ON) Tj",
    b"/OC % why\n /B BDC (OFF) Tj EMC (ON) Tj",
    b"((nested) EMC) Tj /OC /B BDC [(O) -20 (FF)] TJ EMC (ON) Tj",
    b"/OC /#42 BDC (OFF) Tj EMC (ON) Tj",
    b"(ON) Tj ET /X Do /Y Do BT /F1 12 Tf 9 9 Td (ON) Tj",
    b"BI /W 1 /H 1 /BPC 8 /CS /G ID E EI /OC /B BDC (OFF) Tj EMC (ON) Tj",
    b"(ON) Tj /OC /B BDC (OFF) Tj",
]


@pytest.mark.parametrize("content", TRICKY)
@pytest.mark.parametrize("size", [0, (1 << 20) + 99])
def test_large_content_is_cleaned_like_small_content(tmp_path, content, size):
    build = Layered()
    build.page.obj.Resources.Properties = Dictionary(A=build.on, B=build.off)
    for name, mark in (("/X", build.on), ("/Y", build.off)):
        build.page.obj.Resources.XObject[name] = build.words("SHOWN" if name == "/X" else "HIDDEN")
        build.page.obj.Resources.XObject[name].OC = mark
    path = build.save(tmp_path / "a.pdf")
    filling = b"1 0 0 1 0 0 cm\n" * (size // 15)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        text = b"BT /F1 12 Tf 14 TL 10 250 Td " + content + b" ET "
        pdf.pages[0].obj.Contents = pdf.make_stream(filling + text)
        pdf.save(path)
    _, words = bound(path)
    shown = "".join(words)
    assert "ON" in shown
    assert "OFF" not in shown
    assert "HIDDEN" not in shown
    assert ("SHOWN" in shown) is (b"/X Do" in content)
