import binascii
import struct

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.filetypes import sniff
from app.findings.looking import find
from app.findings.rich_text import tokens
from app.problems import ProblemKind
from tests.support import documents
from tests.support.compound import compound, word_with_properties
from tests.support.documents.embedded import (
    NAMESPACES,
    ODF_NAMESPACES,
    PIXEL,
    bare_open_document,
    bare_word,
    chunk,
    deleted,
    inserted,
    packed_file,
    paragraph,
    picture,
    run,
    stored_object,
    text_box,
)
from tests.support.documents.word_xml import annotated, flat_word, word_2003

CHANGES, REMARKS, HIDDEN = (
    ProblemKind.TRACKED_CHANGES,
    ProblemKind.COMMENTS,
    ProblemKind.HIDDEN_TEXT,
)
BLANK = ProblemKind.TEXT_BLANK
FILES, PICTURES, PARTS = (
    ProblemKind.ATTACHMENTS_NOT_CARRIED,
    ProblemKind.PICTURES_NOT_STORED,
    ProblemKind.PARTS_NOT_CARRIED,
)


def found(path) -> dict[ProblemKind, dict]:
    problems = find(path, sniff(path, path.name))
    kinds = {problem.kind: dict(problem.detail) for problem in problems}
    assert len(kinds) == len(problems), "each kind is told once"
    return kinds


# --- .docx ---------------------------------------------------------------------------------------


def test_a_plain_letter_has_nothing_to_tell(tmp_path):
    assert found(documents.word(tmp_path / "a.docx")) == {}


def test_changes_of_a_word_document_are_counted_in_body_margins_and_boxes(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("罚款"), deleted("伍仟元"), inserted("叁仟元"))
        + paragraph(deleted("整段"), mark=deleted())
        + paragraph(run("又一段"))
        + paragraph(text_box(paragraph(deleted("框内")))),
        (("h", "header", "header1.xml", False),),
        {"word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph(inserted('眉'))}</w:hdr>"},
    )
    assert found(path) == {CHANGES: {"count": 5}}


def test_remarks_of_a_word_document_are_counted(tmp_path):
    remarks = f"<w:comments {NAMESPACES}><w:comment/><w:comment/></w:comments>"
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("正文")),
        (("c", "comments", "comments.xml", False),),
        {"word/comments.xml": remarks},
    )
    assert found(path) == {REMARKS: {"count": 2}}


def test_hidden_words_are_counted_by_run_by_style_and_by_what_a_style_is_based_on(tmp_path):
    styles = (
        f"<w:styles {NAMESPACES}>"
        '<w:style w:styleId="Deep"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    )
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("看得见"), run("内部意见", "<w:vanish/>"))
        + paragraph(run("看得见"), run("两字", '<w:rStyle w:val="Deep"/>'))
        + '<w:p><w:pPr><w:pStyle w:val="Deep"/></w:pPr>'
        + run("也隐藏")
        + run("不隐藏", '<w:vanish w:val="0"/>')
        + "</w:p>",
        (("s", "styles", "styles.xml", False),),
        {"word/styles.xml": styles},
    )
    # What follows at once, over the end of a paragraph, is one stretch.
    assert found(path) == {HIDDEN: {"count": 2, "characters": 9}}


def test_what_browsers_hide_around_forms_and_hidden_codes_are_no_hidden_words(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("窗体顶端", "<w:vanish/>"), run("  ", "<w:vanish/>"))
        + '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "词"</w:instrText></w:r>'
        + run("网页用", "<w:webHidden/>")
        + "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
        + "<w:t>曾经隐藏</w:t></w:r></w:p>",
    )
    assert found(path) == {}


def test_a_field_that_fetches_a_picture_tells_if_the_picture_is_not_there(tmp_path):
    def field(result: str) -> str:
        return (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDEPICTURE '
            '"http://example.invalid/1.png" </w:instrText></w:r><w:r><w:fldChar '
            f'w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            "</w:p>"
        )

    path = bare_word(
        tmp_path / "a.docx", field(run("错误")) + field("<w:r><w:drawing/></w:r>") + field("")
    )
    assert found(path) == {PICTURES: {"count": 2, "names": "example.invalid"}}


def test_chunks_are_told_only_if_their_words_will_not_be_printed(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        "".join(map(chunk, ("web", "word", "gone", "odd", "far"))),
        (
            ("web", "aFChunk", "1.html", False),
            ("word", "aFChunk", "2.docx", False),
            ("gone", "aFChunk", "3.html", False),
            ("odd", "aFChunk", "4.bin", False),
            ("far", "aFChunk", "http://example.invalid/5.html", True),
        ),
        {
            "word/1.html": "<html><body><p>网页</p></body></html>",
            "word/2.docx": documents.word(tmp_path / "c.docx").read_bytes(),
            "word/4.bin": b"\x00\x01\x02",
        },
    )
    assert found(path) == {PARTS: {"count": 3}}


def test_what_is_inside_chunks_is_told_with_the_rest(tmp_path):
    inner = bare_word(
        tmp_path / "i.docx", paragraph(run("里层"), deleted("删"), run("藏", "<w:vanish/>"))
    )
    archive = documents.mht(tmp_path / "a.mht", '<p>x</p><img src="http://example.invalid/1.png">')
    path = bare_word(
        tmp_path / "a.docx",
        "".join(map(chunk, ("web", "word", "rich", "archive"))),
        (
            ("web", "aFChunk", "1.html", False),
            ("word", "aFChunk", "2.docx", False),
            ("rich", "aFChunk", "3.rtf", False),
            ("archive", "aFChunk", "4.mht", False),
        ),
        {
            "word/1.html": '<html><img src="data:image/png;base64,AA"><img src=1.png></html>',
            "word/2.docx": inner.read_bytes(),
            "word/3.rtf": rb"{\rtf1 a{\deleted b}}",
            "word/4.mht": archive.read_bytes(),
        },
    )
    assert found(path) == {
        CHANGES: {"count": 2},
        HIDDEN: {"count": 1, "characters": 1},
        PICTURES: {"count": 2},
    }


# --- OpenDocument --------------------------------------------------------------------------------

_ODF_BODY = (
    "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>删去</text:p>"
    "</text:deletion></text:changed-region><text:changed-region text:id='c2'><text:insertion/>"
    "</text:changed-region><text:changed-region text:id='c3'><text:format-change/>"
    "</text:changed-region></text:tracked-changes>"
    "<text:p>正文<office:annotation><dc:creator>审核人</dc:creator><text:p>待核实</text:p>"
    '</office:annotation><text:span text:style-name="H">内部意见</text:span>又正文</text:p>'
    '<text:section text:display="none"><text:p>节<text:span>内</text:span>文字</text:p>'
    '</text:section><text:p>看得见</text:p><text:p><text:hidden-text text:string-value="藏" '
    'text:is-hidden="true"/></text:p>'
)
_ODF_STYLE = (
    '<style:style style:name="H" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
)
_ODF_FOUND = {
    CHANGES: {"count": 2},
    REMARKS: {"count": 1},
    HIDDEN: {"count": 3, "characters": 9},
}


def test_an_open_document_tells_changes_remarks_and_hidden_words(tmp_path):
    path = bare_open_document(tmp_path / "a.odt", "text", _ODF_BODY, automatic=_ODF_STYLE)
    assert found(path) == _ODF_FOUND


def test_a_flat_open_document_tells_the_same_and_its_linked_pictures(tmp_path):
    path = tmp_path / "a.fodt"
    frames = (
        "<text:p><draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data>"
        '</draw:image></draw:frame><draw:frame><draw:image xlink:href="../1.png"/></draw:frame>'
        "</text:p>"
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {ODF_NAMESPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{_ODF_STYLE}</office:automatic-styles>"
        f"<office:body><office:text>{_ODF_BODY}{frames}</office:text></office:body>"
        "</office:document>",
        encoding="utf-8",
    )
    assert found(path) == _ODF_FOUND | {PICTURES: {"count": 1, "names": "1.png"}}


# --- RTF -----------------------------------------------------------------------------------------


def rich(path, body: str):
    path.write_bytes(b"{\\rtf1\\ansi\\ansicpg936\\uc1 " + body.encode("gb18030") + b"}")
    return path


def coded(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))


def test_a_rich_text_tells_changes_remarks_and_hidden_words(tmp_path):
    path = rich(
        tmp_path / "a.rtf",
        "{\\stylesheet{\\s1 Normal;}{\\*\\cs9\\v Secret;}}"
        f"{coded('罚款')}{{\\deleted\\revauthdel1 {coded('伍仟元')}}}"
        f"{{\\revised\\revauth1 \\u21441\\'3f\\u20191\\'3f}}\\par "
        f"{{\\*\\atnid A}}{{\\*\\annotation {coded('待核实')}}}"
        f"{{\\v {coded('内部意见')}}}{coded('看得见')}{{\\cs9 {coded('也藏')}}}\\par",
    )
    assert found(path) == {
        CHANGES: {"count": 2},
        REMARKS: {"count": 1},
        HIDDEN: {"count": 2, "characters": 6},
    }


def _old_object(program: str, data: bytes) -> str:
    name = program.encode() + b"\0"
    head = struct.pack("<IIII", 0x0501, 2, len(name), 0)[:12]
    body = head + name + struct.pack("<III", 0, 0, len(data)) + data
    return binascii.hexlify(body).decode()


@pytest.mark.parametrize(
    ("program", "names"), [("Package", "台账.xlsx"), ("Word.Document.8", "嵌入对象1.doc")]
)
def test_objects_of_a_rich_text_are_files_if_they_are_embedded(tmp_path, program, names):
    if program == "Package":
        data = packed_file("台账.xlsx", b"PK")[4:]
    else:
        data = stored_object(tmp_path, {"WordDocument": b"\xec\xa5"})
    digits = _old_object(program, data)
    path = rich(
        tmp_path / "a.rtf",
        f"{{\\object\\objemb{{\\*\\objclass {program}}}{{\\*\\objdata {digits}}}"
        "{\\result{\\pict 00}}}"
        f"{{\\object\\objlink{{\\*\\objclass Excel.Sheet.8}}{{\\*\\objdata {digits}}}}}"
        f"{{\\object\\objemb{{\\*\\objclass Equation.3}}{{\\*\\objdata "
        f"{_old_object('Equation.3', data)}}}}}",
    )
    assert found(path) == {FILES: {"count": 1, "names": names}}


def test_a_picture_field_of_a_rich_text_tells_if_the_picture_is_not_there(tmp_path):
    code = '{\\*\\fldinst { INCLUDEPICTURE "http://example.invalid/1.png" \\\\d }}'
    path = rich(
        tmp_path / "a.rtf",
        f"{{\\field{code}{{\\fldrslt }}}}"
        f"{{\\field{code}{{\\fldrslt {{\\*\\shppict{{\\pict 00}}}}}}}}"
        "{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt a}}",
    )
    assert found(path) == {PICTURES: {"count": 1, "names": "example.invalid"}}


@given(st.binary(max_size=300))
def test_every_byte_of_a_rich_text_is_in_its_tokens(data):
    assert b"".join(token.raw for token in tokens(data)) == data


# --- .doc ----------------------------------------------------------------------------------------


def modifier(code: int, value: int = 1) -> bytes:
    return struct.pack("<HB", code, value)


def test_an_old_word_document_tells_changes_and_hidden_words(tmp_path):
    path = word_with_properties(
        tmp_path / "a.doc",
        [
            ("罚款", b""),
            ("伍仟元", modifier(0x0800)),
            ("叁仟元", modifier(0x0801)),
            ("，", modifier(0x083C, 0)),
            ("内部意见", modifier(0x083C)),
            ('\x13 XE "词" \x15', modifier(0x083C)),
            ('\x13 INCLUDEPICTURE "D:\\1.png" \\d \x14\x01\x15', b""),
        ],
    )
    assert found(path) == {
        CHANGES: {"count": 2},
        HIDDEN: {"count": 1, "characters": 4},
        PICTURES: {"count": 1},
    }


def test_an_old_word_document_that_is_damaged_inside_says_so(tmp_path):
    main = bytearray(0x400)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x0200)
    path = compound(tmp_path / "a.doc", {"WordDocument": bytes(main), "1Table": b"\0"})
    assert ProblemKind.NOT_LOOKED_THROUGH in found(path)


# --- One XML file --------------------------------------------------------------------------------


def test_the_flat_form_of_a_word_document_tells_what_the_packed_one_tells(tmp_path):
    packed = bare_word(
        tmp_path / "a.docx",
        paragraph(run("罚款"), deleted("伍仟元"), run("藏", "<w:vanish/>"))
        + picture(embed="in")
        + picture(link="out"),
        (
            ("in", "image", "media/1.png", False),
            ("out", "image", "http://example.invalid/1.png", True),
        ),
        {"word/media/1.png": PIXEL},
    )
    wanted = {
        CHANGES: {"count": 1},
        HIDDEN: {"count": 1, "characters": 1},
        PICTURES: {"count": 1, "names": "example.invalid"},
    }
    assert found(packed) == wanted
    assert found(flat_word(packed, tmp_path / "a.xml")) == wanted


def test_a_document_of_word_2003_in_xml_tells_its_annotations_and_what_is_not_in_it(tmp_path):
    path = word_2003(
        tmp_path / "a.xml",
        "<w:p><w:r><w:t>罚款</w:t></w:r>"
        + annotated("Deletion", "<w:r><w:delText>伍仟元</w:delText></w:r>")
        + annotated("Insertion", "<w:r><w:t>叁仟元</w:t></w:r>")
        + annotated("Comment", "<w:p><w:r><w:t>待核实</w:t></w:r></w:p>")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>"
        + '<w:pict><v:imagedata src="wordml://1.png"/></w:pict>'
        + '<w:pict><v:imagedata src="http://example.invalid/1.png"/></w:pict>'
        + '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.8"/>'
        + '<o:OLEObject Type="Embed" ProgID="Equation.3"/>',
    )
    assert found(path) == {
        CHANGES: {"count": 2},
        REMARKS: {"count": 1},
        HIDDEN: {"count": 1, "characters": 2},
        PICTURES: {"count": 1, "names": "example.invalid"},
        FILES: {"count": 1, "names": "嵌入对象1"},
    }


@pytest.mark.parametrize(
    ("body", "blank"),
    [
        ("", True),
        ("<w:p/>", True),
        (
            '<w:p><w:r><w:t xml:space="preserve"> \u3000</w:t><w:br w:type="page"/></w:r></w:p>',
            True,
        ),
        (paragraph(run("字")), False),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", False),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', False),
        ("<w:p><w:r><w:pict><v:line/></w:pict></w:r></w:p>", False),
    ],
)
def test_a_document_with_nothing_on_its_pages_is_told(tmp_path, body, blank):
    assert found(bare_word(tmp_path / "a.docx", body)) == ({BLANK: {}} if blank else {})


def test_a_document_with_words_in_its_header_is_not_blank(tmp_path):
    path = documents.word(tmp_path / "a.docx", [])
    document = docx.Document(path)
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.save(path)
    assert found(path) == {}


def test_a_large_picture_in_a_flat_document_is_no_trouble(tmp_path):
    body = paragraph(run("正文"), deleted("删去"))
    packed = bare_word(tmp_path / "a.docx", body, parts={"word/media/a.bin": bytes(9_000_000)})
    assert found(flat_word(packed, tmp_path / "a.xml")) == found(packed)
