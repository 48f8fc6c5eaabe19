"""Fields show what a file stored, not what they would show today."""

import re
import struct
import zipfile
from pathlib import Path

import docx
import olefile
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.freezing import odf, ooxml
from app.conversion.freezing.doc import freeze_field_tables
from app.conversion.freezing.documents import copy_frozen
from app.conversion.freezing.ppt import freeze_ppt_records
from app.conversion.freezing.rtf import freeze_rtf
from app.filekind import FileKind
from app.filetypes import sniff
from app.findings.looking import find
from app.problems import ProblemKind
from tests.support import compound, documents

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(*pieces: str) -> str:
    return "".join(
        run(f'<w:instrText xml:space="preserve">{piece}</w:instrText>') for piece in pieces
    )


def words(text: str) -> str:
    return run(f"<w:t>{text}</w:t>")


def complex_field(instruction: str, result: str) -> str:
    return mark("begin") + instruction + mark("separate") + words(result) + mark("end")


def frozen(body: str) -> str:
    data = f"<w:document {_W}><w:p>{body}</w:p></w:document>".encode()
    return (ooxml.freeze_part("word/document.xml", data) or data).decode()


def shown(xml: str) -> str:
    return "".join(re.findall(r"<w:t>([^<]*)</w:t>", xml))


@pytest.mark.parametrize(
    "body",
    [
        complex_field(code(' DATE \\@ "yyyy-M-d" '), "2021-4-11"),
        complex_field(code(" D", "AT", 'E \\@ "yyyy-M-d" '), "2021-4-11"),
        complex_field(code(" TIME "), "2021-4-11"),
        complex_field(code(" savedate \\* MERGEFORMAT "), "2021-4-11"),
        complex_field(code(" FILENAME \\p "), "2021-4-11"),
        complex_field(code(" QUOTE ") + complex_field(code("DATE"), "2026"), "2021-4-11"),
        complex_field(
            code(" IF ") + complex_field(code("DATE"), "2026") + code(" > 1 "), "2021-4-11"
        ),
        f'<w:fldSimple w:instr=" DATE \\@ yyyy ">{words("2021-4-11")}</w:fldSimple>',
        complex_field(code(" REF 甲 "), "2021-4-11").replace(
            words("2021-4-11"), complex_field(code("DATE"), "2021-4-11")
        ),
    ],
    ids=[
        "one run",
        "split",
        "time",
        "saved",
        "name",
        "quoted",
        "condition",
        "simple",
        "in a result",
    ],
)
def test_changing_field_of_word_becomes_its_stored_text(body):
    result = frozen(body)
    assert shown(result) == "2021-4-11"
    assert not re.search(r"DATE|TIME|FILENAME|QUOTE|IF ", re.sub(r"REF", "", result))


@pytest.mark.parametrize(
    "instruction", [" PAGE ", " NUMPAGES ", " TOC \\o ", " PAGEREF _1 ", " DATEI "]
)
def test_field_that_belongs_to_the_layout_stays(instruction):
    body = complex_field(code(instruction), "1")
    assert frozen(body).count("fldChar ") == 3


def test_unfinished_fields_harm_nothing():
    assert shown(frozen(mark("end") + mark("begin") + code(" DATE ") + words("甲"))) == "甲"


def test_every_part_of_a_word_file_is_frozen(tmp_path):
    document = docx.Document()
    section = document.sections[0]
    for part in (document.element.body, section.header._element, section.footer._element):
        field = complex_field(code(" DA", "TE "), "2021-4-11")
        part.insert(0, parse_xml(f"<w:p {_W}>{field}</w:p>"))
    document.save(str(tmp_path / "a.docx"))
    copy_frozen(tmp_path / "a.docx", tmp_path / "b.docx", FileKind.WORD)
    with zipfile.ZipFile(tmp_path / "b.docx") as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    assert sum(part.count(b"2021-4-11") for part in parts) == 3
    assert not any(b"instrText" in part for part in parts)


def test_word_file_without_such_fields_is_copied_byte_for_byte(tmp_path):
    path = documents.word(tmp_path / "a.docx")
    copy_frozen(path, tmp_path / "b.docx", FileKind.WORD)
    assert (tmp_path / "b.docx").read_bytes() == path.read_bytes()


def test_word_2003_xml_is_frozen(tmp_path):
    field = complex_field(code(" DATE "), "2021-4-11")
    path = tmp_path / "a.xml"
    path.write_text(f"<w:wordDocument {_W}><w:p>{field}</w:p></w:wordDocument>", "utf-8")
    copy_frozen(path, tmp_path / "b.xml", FileKind.WORD)
    result = (tmp_path / "b.xml").read_text("utf-8")
    assert shown(result) == "2021-4-11"
    assert "instrText" not in result


def test_date_on_a_slide_becomes_text_and_its_number_stays():
    data = (
        b'<p:sld xmlns:p="p" xmlns:a="a"><a:p>'
        b'<a:fld id="{1}" type="datetimeFigureOut"><a:rPr lang="zh"/><a:pPr/><a:t>2021-4-11</a:t>'
        b'</a:fld><a:fld id="{2}" type="slidenum"><a:t>7</a:t></a:fld></a:p></p:sld>'
    )
    result = ooxml.freeze_part("ppt/slides/slide1.xml", data)
    assert result is not None
    assert b'<a:r><a:rPr lang="zh"/><a:t>2021-4-11</a:t></a:r>' in result
    assert b'type="slidenum"' in result


@pytest.mark.parametrize(
    "instruction",
    [
        r'{\*\fldinst { DATE \\@ "yyyy-M-d" }}',
        r"{\*\fldinst {\rtlch\fcs1 \af0 DA}{\b TE}{ \\@ yyyy}}",
        r"{\*\fldinst TIME}",
        "{\\*\\fldinst\r\n DA\r\nTE }",
    ],
)
def test_rtf_field_loses_its_instruction_and_keeps_its_result(instruction):
    data = rf"{{\rtf1 {{\field{instruction}{{\fldrslt 2021-4-11}}}} \chdate\par}}".encode()
    result = freeze_rtf(data)
    assert not re.search(rb"DATE|TIME|DA|chdate", result.replace(b"JUANZONG", b""))
    assert rb"{\fldrslt 2021-4-11}" in result


def test_rtf_page_number_and_binary_data_stay():
    data = rb"{\rtf1 {\field{\*\fldinst PAGE}{\fldrslt 1}}{\pict\bin7 {\chdat}\par}"
    assert freeze_rtf(data) == data


@given(st.binary(max_size=200))
def test_any_bytes_survive_freezing(data):
    assert freeze_rtf(freeze_rtf(data)) == freeze_rtf(data)
    ooxml.freeze_part("", b"datetime" + data)
    odf.freeze_part("", b"text:date" + data)
    freeze_ppt_records(bytearray(data))
    freeze_field_tables(bytearray(data), [(0, len(data))])


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('<text:date text:date-value="2021-04-11">2021-4-11</text:date>', "甲2021-4-11乙"),
        (
            '<text:date text:date-value="2021-04-11T08:05:00">00/00/0000</text:date>',
            "甲2021-04-11乙",
        ),
        ("<text:date>二〇二一年四月十一日</text:date>", "甲二〇二一年四月十一日乙"),
        ('<text:time text:time-value="2021-04-11T08:05:00"/>', "甲08:05乙"),
        ("<text:file-name>报告.odt</text:file-name>", "甲报告.odt乙"),
        ("<text:file-name>???</text:file-name>", "甲乙"),
        ("<text:page-number>3</text:page-number>", None),
    ],
)
def test_open_document_field_becomes_its_stored_text(field, text):
    data = f"<office:document {_ODF}><text:p>甲{field}乙</text:p></office:document>".encode()
    result = odf.freeze_part("content.xml", data)
    if text is None:
        assert result is None
    else:
        assert result is not None
        assert f"<text:p>{text}</text:p>" in result.decode()


def test_date_of_the_day_in_a_presentation_is_the_day_it_was_saved():
    declared = (
        '<presentation:date-time-decl presentation:name="d" presentation:source="current-date"/>'
    )
    data = f"<office:document {_ODF}>{declared}</office:document>".encode()
    result = odf.freeze_part("content.xml", data, "2021-04-11")
    assert result is not None
    assert 'source="fixed">2021-04-11<' in result.decode()


def test_field_types_of_old_word_become_unknown(tmp_path):
    # Four positions, then three marks: begin of DATE, separator, end; and one PAGE.
    fields = struct.pack("<5I", 0, 5, 9, 12, 20) + bytes([0x13, 31, 0x14, 0xFF, 0x13, 33, 0x15, 0])
    main = bytearray(0x400)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x0200)
    struct.pack_into("<II", main, 0x9A + 8 * 17, 16, len(fields))  # fields of headers
    path = compound.compound(
        tmp_path / "a.doc", {"WordDocument": bytes(main), "1Table": bytes(16) + fields}
    )
    copy_frozen(path, tmp_path / "b.doc", FileKind.WORD)
    with olefile.OleFileIO(str(tmp_path / "b.doc")) as container:
        table = container.openstream("1Table").read()[16 : 16 + len(fields)]
    assert table == fields[:20] + bytes([0x13, 2]) + fields[22:]


def test_dates_of_old_slides_are_left_out(tmp_path):
    def atom(kind: int, data: bytes) -> bytes:
        return struct.pack("<HHI", 0, kind, len(data)) + data

    text = atom(0x0FA0, "日期*止".encode("utf-16-le"))
    marked = text + atom(0x0FF7, struct.pack("<IB3x", 2, 0))
    margins = atom(0x0FDA, struct.pack("<HH", 0, 0x0023))
    stream = struct.pack("<HHI", 0xF, 0x03EE, len(marked + margins)) + marked + margins
    path = compound.compound(tmp_path / "a.ppt", {"PowerPoint Document": stream})
    copy_frozen(path, tmp_path / "b.ppt", FileKind.SLIDES)
    with olefile.OleFileIO(str(tmp_path / "b.ppt")) as container:
        result = container.openstream("PowerPoint Document").read()
    assert "日期 止".encode("utf-16-le") in result
    assert struct.pack("<HHI", 0, 0x0FF7, 8) not in result
    assert atom(0x0FDA, struct.pack("<HH", 0, 0x0020)) in result


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (complex_field(code(" DA", "TE "), "2021-4-11"), 0),
        (mark("begin") + code(" DA", "TE ") + mark("separate") + mark("end"), 1),
        (mark("begin") + code("TIME") + mark("end"), 1),
        ('<w:fldSimple w:instr="DATE"/>', 1),
        (mark("begin") + code("PAGE") + mark("end"), 0),
        (mark("end") + words("甲"), 0),
    ],
)
def test_date_field_without_a_stored_result_is_told(tmp_path, body, count):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {_W}>{body}</w:p>"))
    document.save(str(tmp_path / "a.docx"))
    found = find(tmp_path / "a.docx", sniff(tmp_path / "a.docx", "a.docx"))
    told = [p.detail["count"] for p in found if p.kind is ProblemKind.FIELDS_NOT_STORED]
    assert told == ([count] if count else [])


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.rtf", "a.odt"])
def test_damaged_file_is_copied_as_it_is(tmp_path, name):
    path = documents.word(tmp_path / "whole.docx") if name == "a.docx" else tmp_path / name
    data = path.read_bytes()[:300] if path.exists() else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 torn"
    (tmp_path / name).write_bytes(data)
    copy_frozen(tmp_path / name, Path(tmp_path / "copy"), FileKind.WORD)
    assert (tmp_path / "copy").read_bytes() == data
