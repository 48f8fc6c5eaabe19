"""What is told of a PDF when it is added, and again beside its bound pages."""

from functools import partial

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from app.conversion.model import Made, Order
from app.conversion.pdf.converter import examine
from app.filetypes import sniff
from app.findings.looking import find
from app.problems import ProblemKind
from tests.support import documents
from tests.support.conversion import source_of
from tests.support.documents.pdf_forms import (
    HIDDEN,
    annotated_pdf,
    annotation,
    button,
    drawn,
    field,
    stamp,
)

BOX = (100, 600, 300, 620)


def told(path):
    """Findings at attach by kind, which must be those that conversion notes."""
    found = find(path, sniff(path, path.name))
    made = examine(Order(source_of(path), path.with_name("target.pdf")))
    noted = made.notes if isinstance(made, Made) else (made,)
    silent = {ProblemKind.REPAIRED, ProblemKind.SIGNATURE_NOT_CARRIED}
    assert tuple(note for note in noted if note.kind not in silent) == found
    return {problem.kind: dict(problem.detail) for problem in found}


def edited(path, edit):
    documents.text_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        edit(pdf)
        pdf.save(path)
    return path


def file_in(pdf, name="执法数据.csv", data=b"1,2"):
    stream = pdf.make_stream(data, Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=stream, UF=stream)
        )
    )


def in_name_tree(pdf):
    names = pikepdf.NameTree.new(pdf)
    names["a"] = file_in(pdf)
    pdf.Root.Names = Dictionary(EmbeddedFiles=names.obj)


def by_paper_clip(pdf):
    clip = annotation(pdf, "FileAttachment", BOX, FS=file_in(pdf))
    pdf.pages[0].Annots = Array([clip])


def beside_catalogue(pdf):
    pdf.Root.AF = Array([file_in(pdf)])


def beside_page(pdf):
    pdf.pages[0].obj.AF = file_in(pdf)


def beside_annotation(pdf):
    link = annotation(pdf, "Link", BOX, AF=Array([file_in(pdf)]))
    pdf.pages[0].Annots = Array([link])


def beside_picture(pdf):
    form = drawn(pdf, b"", 10, 10)
    form.AF = Array([file_in(pdf)])
    pdf.pages[0].add_resource(form, Name.XObject)


def by_every_way(pdf):
    """One file, reachable from everywhere."""
    one = file_in(pdf)
    names = pikepdf.NameTree.new(pdf)
    names["a"] = one
    pdf.Root.Names = Dictionary(EmbeddedFiles=names.obj)
    pdf.Root.AF = Array([one])
    pdf.pages[0].obj.AF = Array([one])
    pdf.pages[0].Annots = Array([annotation(pdf, "FileAttachment", BOX, FS=one)])


@pytest.mark.parametrize(
    "way",
    [
        in_name_tree,
        by_paper_clip,
        beside_catalogue,
        beside_page,
        beside_annotation,
        beside_picture,
        by_every_way,
    ],
)
def test_a_file_inside_is_told_whatever_way_it_is_in(tmp_path, way):
    assert told(edited(tmp_path / "a.pdf", way)) == {
        ProblemKind.ATTACHMENTS_NOT_CARRIED: {"count": 1, "names": "执法数据.csv"}
    }


def test_a_file_that_is_only_pointed_at_is_not_inside(tmp_path):
    def point(pdf):
        pdf.Root.AF = Array([Dictionary(Type=Name.Filespec, F=String("别处.csv"))])

    assert told(edited(tmp_path / "a.pdf", point)) == {}


def test_many_files_are_counted_and_the_first_named_without_unseen_characters(tmp_path):
    def fill(pdf):
        pdf.Root.AF = Array([file_in(pdf, f"表\u202e{n}.xlsx", b"%d" % n) for n in range(8)])

    names = "、".join(f"表{n}.xlsx" for n in range(5)) + "等"
    assert told(edited(tmp_path / "a.pdf", fill)) == {
        ProblemKind.ATTACHMENTS_NOT_CARRIED: {"count": 8, "names": names}
    }


def test_a_portfolio_is_told_with_its_content(tmp_path):
    def collect(pdf):
        for name in ("甲.pdf", "乙.docx"):
            pdf.attachments[name] = AttachedFileSpec(pdf, name.encode(), filename=name)
        pdf.Root.Collection = Dictionary(Type=Name.Collection)

    ((kind, detail),) = told(edited(tmp_path / "a.pdf", collect)).items()
    assert kind is ProblemKind.PORTFOLIO
    assert detail["count"] == 2
    assert set(detail["names"].split("、")) == {"甲.pdf", "乙.docx"}


@pytest.mark.parametrize("kind", ["Movie", "Sound", "Screen", "RichMedia", "3D"])
def test_what_plays_is_told(tmp_path, kind):
    path = annotated_pdf(tmp_path / "a.pdf", partial(annotation, kind=kind, rect=BOX))
    assert told(path) == {ProblemKind.MEDIA_NOT_CARRIED: {"count": 1}}


def test_notes_of_reviewers_are_counted(tmp_path):
    def replied(pdf):
        note = annotation(pdf, "Text", BOX, Contents="已核对")
        note.IRT = annotation(pdf, "Text", BOX, Contents="")
        return note

    path = annotated_pdf(
        tmp_path / "a.pdf",
        partial(annotation, kind="Text", rect=BOX, Contents="请补盖章"),
        partial(annotation, kind="Highlight", rect=BOX, Contents="此处有误"),
        partial(annotation, kind="Highlight", rect=BOX),  # without words
        partial(annotation, kind="Text", rect=BOX, Contents="x", StateModel="Review"),
        partial(annotation, kind="Popup", rect=BOX),
        partial(stamp, words="APPROVED", rect=BOX),
        replied,
    )
    assert told(path) == {ProblemKind.REVIEW_NOTES: {"count": 3}}


def test_what_only_screens_show_is_counted(tmp_path):
    path = annotated_pdf(
        tmp_path / "a.pdf",
        partial(stamp, words="A", rect=BOX, flags=0),
        partial(stamp, words="B", rect=BOX, flags=HIDDEN),
        lambda pdf: field(pdf, "Tx", BOX, flags=0, V="填了"),
        lambda pdf: field(pdf, "Tx", BOX, flags=0, V=""),
    )
    assert told(path) == {ProblemKind.NOT_PRINTED: {"count": 2}}


@pytest.mark.parametrize("redraw", [False, True])
def test_values_that_their_drawings_do_not_show_are_told(tmp_path, redraw):
    def blank(pdf, content=b"/Tx BMC BT /F 9 Tf () Tj ET EMC"):
        look = drawn(pdf, content, 200, 20, {"F": "Helvetica"})
        return field(pdf, "Tx", BOX, V="示例县司法局", AP=Dictionary(N=look))

    path = annotated_pdf(
        tmp_path / "a.pdf",
        blank,
        partial(blank, content=b"BT /F 9 Tf (shown) Tj ET"),
        partial(button, rect=(100, 100, 120, 120), state="Yes"),
        redraw=redraw,
    )
    expected = {} if redraw else {ProblemKind.VALUES_NOT_SHOWN: {"count": 1}}
    assert told(path) == expected


@pytest.mark.parametrize("flags", [0, 4])
@pytest.mark.parametrize("has_picture", [False, True])
@pytest.mark.parametrize("place", [BOX, (0, 0, 0, 0)])
def test_a_seal_is_said_to_be_kept_only_if_it_shows(tmp_path, flags, has_picture, place):
    def seal(pdf):
        made = field(pdf, "Sig", place, flags, V=Dictionary(Type=Name.Sig))
        if has_picture:
            made.AP = Dictionary(N=drawn(pdf, b"0 0 200 20 re f", 200, 20))
        return made

    path = annotated_pdf(tmp_path / "a.pdf", seal)
    shows = flags == 4 and has_picture and place == BOX
    noted = {note.kind for note in examine(Order(source_of(path), tmp_path / "t.pdf")).notes}
    assert (ProblemKind.SIGNATURE_NOT_CARRIED in noted) is shows
    assert told(path) == ({} if shows else {ProblemKind.SIGNATURE_NOT_SHOWN: {"count": 1}})


def test_fonts_left_to_the_reader_are_named(tmp_path):
    path = documents.text_pdf(tmp_path / "a.pdf", embedded=False)
    assert told(path) == {ProblemKind.FONTS_NOT_EMBEDDED: {"count": 1, "names": "STSong-Light"}}


def test_names_in_old_chinese_encodings_are_read(tmp_path):
    def build(pdf):
        fonts = pdf.pages[0].obj.Resources.Font
        spelt = "".join(f"#{byte:02x}" for byte in "宋体".encode("gb18030"))
        fonts.X = pikepdf.Object.parse(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{spelt} /{spelt} 1 >>".encode("ascii")
        )
        specification = file_in(pdf)
        specification.F = specification.UF = String("执法台账.xlsx".encode("gb2312"))
        pdf.Root.AF = Array([specification])

    assert told(edited(tmp_path / "a.pdf", build)) == {
        ProblemKind.ATTACHMENTS_NOT_CARRIED: {"count": 1, "names": "执法台账.xlsx"},
        ProblemKind.FONTS_NOT_EMBEDDED: {"count": 1, "names": "宋体"},
    }


def test_a_sound_pdf_has_nothing_to_tell(tmp_path):
    assert told(documents.text_pdf(tmp_path / "a.pdf")) == {}


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (documents.broken_pdf, ProblemKind.DAMAGED),
        (lambda path: documents.encrypted_pdf(path, user="1"), ProblemKind.PASSWORD_REQUIRED),
    ],
)
def test_a_file_that_cannot_be_bound_says_why(tmp_path, make, kind):
    assert told(make(tmp_path / "a.pdf")) == {kind: {"label": "PDF"}}


WAIT = {
    "english": "Please wait...\nIf this message is not eventually replaced by the proper contents "
    "of the document,\nyour PDF viewer may not be able to display this type of document.",
    "chinese": "请稍候...\n如果此信息最终未被文档的正确内容替换，则您的阅读器无法显示这类文档。",
    "german": "Bitte warten...\nIhr PDF-Viewer kann dieses Dokument nicht anzeigen. Adobe Reader",
}


def waiting(path, words, *, xfa=True, flag=None, template=b"<subform layout='tb'/>"):
    documents.text_pdf(path, [words])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if xfa:
            pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(template))
        if flag is not None:
            pdf.Root.NeedsRendering = flag
        pdf.save(path)
    return path


DYNAMIC = {ProblemKind.DYNAMIC_FORM: {"label": "PDF"}}


@pytest.mark.parametrize("language", WAIT)
@pytest.mark.parametrize("flag", [None, False, True])
@pytest.mark.parametrize("xfa", [True, False])
def test_a_page_that_only_says_please_wait_is_refused(tmp_path, language, flag, xfa):
    assert told(waiting(tmp_path / "a.pdf", WAIT[language], xfa=xfa, flag=flag)) == DYNAMIC


def test_a_damaged_page_that_says_please_wait_is_refused_too(tmp_path):
    path = waiting(tmp_path / "a.pdf", WAIT["english"])
    data = path.read_bytes()
    path.write_bytes(data.replace(b"/Catalog", b"/Cotalog").replace(b"startxref", b"startxxxx"))
    assert told(path) == DYNAMIC


def test_a_dynamic_form_is_known_in_any_language(tmp_path):
    template = b"<template><subform layout='tb'><field name='unit'/></subform></template>"
    path = waiting(tmp_path / "a.pdf", "Odota hetki", template=template)
    assert told(path) == DYNAMIC


def test_a_static_form_with_its_pages_is_bound(tmp_path):
    path = annotated_pdf(tmp_path / "a.pdf", lambda pdf: field(pdf, "Tx", BOX, V="已填"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        template = b"<template><subform><field name='unit'/></subform></template>"
        pdf.Root.AcroForm.XFA = pdf.make_stream(template)
        pdf.save(path)
    assert told(path) == {}


def test_a_letter_that_asks_to_wait_is_bound(tmp_path):
    words = "关于系统升级的通知\n升级期间打开较慢，请稍候再试。"
    assert told(documents.text_pdf(tmp_path / "a.pdf", [words])) == {}
