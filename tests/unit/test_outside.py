"""What leads outside is taken out of copies, and nothing else is."""

import base64
import gzip
import io
import re
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.findings.looking import find
from app.outside.addresses import leads_out, may_be_clicked, part_named, shown
from app.outside.compound import settled_compound
from app.outside.copies import references_of, take_out
from app.outside.drawings import settled_data_address, settled_drawing
from app.outside.field_codes import address_of, stays_inside
from app.outside.packages import NotSettled, settle_package
from app.outside.pictures import settled_picture
from app.outside.rich_text import settled_rtf
from app.outside.style_sheets import without_loading
from app.outside.xml_parts import settled_part
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.compound import compound
from tests.support.conversion import source_of
from tests.support.documents import outside

_PLACES = (
    "/srv/secret",
    "file:///srv/secret",
    "FILE:/srv/secret",
    "../../srv/secret",
    "C:\\srv\\secret",
    "\\\\host\\srv\\secret",
    "//host/srv/secret",
    "file://host/srv/secret",
    "http://host.invalid/srv/secret",
    "smb://host/srv/secret",
)
#: Made into web pages of our own, or read by nobody but ourselves.
_OTHER_WAYS = ("html", "mht", "eml", "svg", "csv")
_ELEMENTS = [name for name in outside.ELEMENTS if not name.startswith(_OTHER_WAYS)]


def _words_within(data: bytes, depth: int = 0) -> bytes:
    """All that stands in a file, packages and compressed drawings unpacked."""
    if data.startswith(b"PK") and depth < 5:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"".join(_words_within(package.read(n), depth + 1) for n in package.namelist())
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    plain = data.replace(b"\0", b"")
    drawings = [base64.b64decode(p) for p in _payloads(plain)]
    return plain + b"".join(_words_within(each, depth + 1) for each in drawings if depth < 5)


def _payloads(data: bytes) -> list[bytes]:
    return re.findall(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", data)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("element", _ELEMENTS)
def test_no_address_is_left_in_a_copy(tmp_path, element, place):
    copy = tmp_path / f"copy.{outside.names_of(element)}"
    copy.write_bytes(outside.ELEMENTS[element](place))
    take_out(copy)
    left = _words_within(copy.read_bytes())
    if "web service" not in element and "excel 2003" not in element:
        # An address of the web in a formula is a word in quotes; the call around it has gone.
        assert b"secret" not in left.replace(b"\\", b"")
    assert b"WEBSERVICE" not in left
    if "&e;" not in element and "svg" not in element:
        assert "本县材料".encode() in left or b"material" in left


@pytest.mark.parametrize("element", _ELEMENTS)
def test_taking_out_again_finds_nothing(tmp_path, element):
    copy = tmp_path / f"copy.{outside.names_of(element)}"
    copy.write_bytes(outside.ELEMENTS[element]("/srv/secret"))
    take_out(copy)
    once = copy.read_bytes()
    assert take_out(copy) == ()
    assert copy.read_bytes() == once


def test_a_file_without_outside_is_not_written_again(tmp_path):
    made = [
        documents.word(tmp_path / "a.docx"),
        documents.spreadsheet(tmp_path / "a.xlsx"),
        documents.open_document(tmp_path / "a.odt"),
        documents.rtf(tmp_path / "a.rtf"),
    ]
    for path in made:
        before, state = path.read_bytes(), path.stat()
        assert take_out(path) == ()
        assert path.read_bytes() == before
        assert path.stat().st_mtime_ns == state.st_mtime_ns
        assert path.stat().st_ino == state.st_ino


def test_a_link_to_a_web_page_stays_and_one_to_a_share_goes(tmp_path):
    body = '<w:p><w:hyperlink r:id="x"><w:r><w:t>按此</w:t></w:r></w:hyperlink></w:p>'
    kept, gone = tmp_path / "kept.docx", tmp_path / "gone.docx"
    kept.write_bytes(outside.docx(body, [("x", "hyperlink", "https://a.invalid/b", True)]))
    gone.write_bytes(outside.docx(body, [("x", "hyperlink", "\\\\host\\share\\b.docx", True)]))
    before = kept.read_bytes()
    assert take_out(kept) == ()
    assert kept.read_bytes() == before
    assert not any(reference.shows for reference in take_out(gone))
    left = _words_within(gone.read_bytes())
    assert b"share" not in left
    assert "按此".encode() in left


@pytest.mark.parametrize(
    ("element", "kind", "names"),
    [
        ("docx picture link", ProblemKind.PICTURES_NOT_STORED, "canary.png"),
        ("docx includetext", ProblemKind.OUTSIDE_CONTENT, "canary.docx"),
        ("odt section", ProblemKind.OUTSIDE_CONTENT, "canary.odt"),
        ("ods range", ProblemKind.OUTSIDE_CONTENT, "canary.ods"),
        ("pptx object link", ProblemKind.OUTSIDE_CONTENT, "canary.odt"),
        ("rtf includepicture", ProblemKind.PICTURES_NOT_STORED, "canary.png"),
        ("docx embedded odt", ProblemKind.OUTSIDE_CONTENT, "canary.png"),
        ("docx svg", ProblemKind.OUTSIDE_CONTENT, "canary.png"),
    ],
)  # fmt: skip
def test_it_is_told_with_the_name_and_without_the_folders(tmp_path, element, kind, names):
    path = tmp_path / f"a.{outside.names_of(element)}"
    path.write_bytes(outside.ELEMENTS[element]("/home/zhangsan/secret"))
    found = find(path, source_of(path).file_type)
    assert Problem(kind, {"count": 1, "names": names}) in found
    assert "zhangsan" not in str(found)


@pytest.mark.parametrize("element", ["docx template", "docx mail merge", "xlsx workbook"])
def test_what_shows_nothing_is_no_finding(tmp_path, element):
    path = tmp_path / f"a.{outside.names_of(element)}"
    path.write_bytes(outside.ELEMENTS[element]("/srv"))
    kinds = {problem.kind for problem in find(path, source_of(path).file_type)}
    assert ProblemKind.OUTSIDE_CONTENT not in kinds


# --- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("C:\\Users\\zhangsan\\图.png", "图.png"),
        ("file:///home/zhangsan/%E5%9B%BE.png", "图.png"),
        ("\\\\server\\share\\zhangsan\\a.png", "server"),
        ("file://server/share/a.png", "server"),
        ("http://user:word@host.invalid:81/a.png", "host.invalid"),
        ("../a.png", "a.png"),
        ("http://[bad", "[bad"),
        ("", ""),
    ],
)
def test_an_address_is_told_by_its_host_or_its_last_name(address, told):
    assert shown(address) == told


@given(st.text(max_size=60))
def test_any_text_can_be_judged_as_an_address(text):
    assert len(shown(text)) <= 40
    assert not (may_be_clicked(text) and text.strip().lower().startswith(("file:", "\\\\")))
    if part_named(text, "word", frozenset({"word/a.png"})):
        assert not leads_out(text)
        assert ".." not in text.split("/")


def test_a_part_is_named_in_the_folder_or_from_the_top():
    names = frozenset({"pictures/a b.png", "object 1/", "object 1/content.xml"})
    assert part_named("Pictures/a%20b.png", "", names)
    assert part_named("./Object 1", "", names)
    assert part_named("Pictures/a b.png", "Object 1", names)
    assert not part_named("/Pictures/a b.png", "", names)
    assert not part_named("../Pictures/a b.png", "Object 1", names)
    assert not part_named("file:Pictures/a b.png", "", names)
    assert not part_named("%66ile:///Pictures/a b.png", "", names)


# --- fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instruction", "stays"),
    [
        (" PAGE ", True),
        (' HYPERLINK "http://a.invalid" \\t "_blank"', True),
        (' HYPERLINK \\l "_Toc1" ', True),
        (' HYPERLINK "a.docx" ', True),
        (' HYPERLINK "..\\\\a.docx" ', False),
        (' HYPERLINK "file:///a" ', False),
        (" = SUM(ABOVE) ", True),
        (' INCLUDEPICTURE "a.png" ', False),
        (' includetext "a.docx" ', False),
        (" DDEAUTO a b c", False),
        ("IMPORT a.png", False),
        ("QWERTY a", False),
    ],
)
def test_only_known_fields_stay(instruction, stays):
    assert stays_inside(instruction) is stays


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        (' LINK Excel.Sheet.8 "C:\\a.xls" A1 \\a', "C:\\a.xls"),
        (" INCLUDEPICTURE a.png \\d", "a.png"),
        (" PAGE \\* MERGEFORMAT", ""),
    ],
)
def test_the_address_of_a_field_is_no_name_of_a_program(instruction, address):
    assert address_of(instruction) == address


def test_where_a_workbook_was_saved_is_no_finding(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(outside.xlsx("", book='<absPath url="/Users/zhangsan/Downloads/"/>'))
    assert not any(reference.shows for reference in take_out(path))


def test_a_field_that_goes_leaves_its_result():
    written = outside.ELEMENTS["docx includetext"]("/srv/secret")
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        part = package.read("word/document.xml")
    settled = settled_part(part, lambda _: False, packed=True)
    assert settled.content is not None
    assert "旧值".encode() in settled.content
    assert b"INCLUDETEXT" not in settled.content


# --- drawings, pictures and styles ---------------------------------------------------------------


def test_a_drawing_of_its_own_stays_as_it_is():
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        b'<style>.a{fill:url(#g)}</style><use xlink:href="#g"/><rect fill="url(#g)"/>'
        b'<a href="https://a.invalid"><text>x</text></a></svg>'
    )
    assert settled_drawing(drawing) == (drawing, [])
    assert settled_picture(drawing) == (drawing, [])


def test_drawings_in_drawings_are_settled_as_well():
    inner = outside.svg_image("/srv/secret")
    address = "data:image/png;base64," + base64.b64encode(inner.encode()).decode()
    settled, found = settled_data_address(address)
    assert [each.address for each in found] == ["/srv/secret/canary.png"]
    assert b"secret" not in base64.b64decode(settled.partition(",")[2])


@pytest.mark.parametrize(
    "style",
    [
        "background:url(file:///a.png)",
        "background:u\\72l(/a.png)",
        "background:url/**/('/a.png')",
        'background:URL( "//h/a.png" )',
        "@import '/a.css';",
        "@im\\70ort url(/a.css);",
        "background:image-set('/a.png' 1x)",
        "list-style:url(/a.png",
        "@font-face{src:url(/a.ttf)}",
        "background:url(data:image/svg+xml;base64,AAAA/a.png)",
    ],
)
def test_a_style_loads_nothing(style):
    left = without_loading(style)
    assert "a.png" not in left
    assert "a.css" not in left
    assert "a.ttf" not in left


@given(st.text(alphabet="url(\\) '\"/*@import72:;{}a.png#datge,", max_size=60))
def test_no_style_loads_after_settling(style):
    left = without_loading(style)
    assert "@import" not in left.lower()
    for _, _, after in [left.lower().partition("url(")]:
        assert not after or after.lstrip(" '\"").startswith(("#", "data:image/"))


@pytest.mark.parametrize("style", ['color:#f00;font:10pt "宋体"', "background:url(#a)", "a{b:c}"])
def test_a_style_without_addresses_stays(style):
    assert without_loading(style) == style


def test_postscript_is_left_out_and_its_preview_stays():
    tiff = b"II*\0picture"
    head = b"\xc5\xd0\xd3\xc6" + struct.pack("<6I", 30, 3, 0, 0, 33, len(tiff)) + b"\xff\xff"
    assert settled_picture(b"%!PS-Adobe-3.0\n(/etc/passwd) run")[0] == b""
    assert settled_picture(head + b"%!P" + tiff)[0] == tiff


# --- RTF -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        r'{\field{\*\fldinst INCLUDEPICTURE "C:\\\\srv\\\\a.png"}{\fldrslt old}}',
        r"{\field{\*\fldinst {\b IN}{CLUDE}\'50ICTURE secret/a.png}{\fldrslt old}}",
        r"{\field{\*\fldinst \u73?NCLUDETEXT secret/a.png}{\fldrslt old}}",
        r"{\field{\*\fldinst{\field{\*\fldinst INCLUDETEXT a.png}{\fldrslt }}}{\fldrslt old}}",
        r"{\shp{\*\shpinst{\sp{\sn pibName}{\sv secret/a.png}}{\sp{\sn pibFlags}{\sv 14}}}}old",
        r"{\*\template secret/a.png}old",
        r"{\object\objautlink{\*\objclass x}{\*\objdata 0105000001000000612e706e67}{\result old}}",
    ],
)
def test_rtf_keeps_results_and_loses_addresses(body):
    settled = settled_rtf(rb"{\rtf1 " + body.encode() + rb"\par}")
    assert settled.content is not None
    assert b"a.png" not in settled.content
    assert b"old" in settled.content
    assert settled_rtf(settled.content).content is None


@given(st.binary(max_size=200))
def test_any_bytes_after_the_beginning_of_an_rtf_are_read(tail):
    settled = settled_rtf(rb"{\rtf1 {\field{\*\fldinst " + tail)
    again = settled_rtf(settled.content) if settled.content is not None else settled
    assert again.content is None or again.content != settled.content or not again.found


# --- compound files ------------------------------------------------------------------------------


def _options(linked: int) -> bytes:
    name = "\\\\host\\share\\a.png\0".encode("utf-16-le")
    properties = struct.pack("<HI", 0xC105, len(name)) + struct.pack("<HI", 0x0106, linked)
    return struct.pack("<HHI", 0x0023, 0xF00B, len(properties) + len(name)) + properties + name


@pytest.fixture
def held(tmp_path):
    def make(name: str, stream: bytes) -> bytes:
        return compound(tmp_path / "a.bin", {name: stream}).read_bytes()

    return make


def test_a_linked_picture_of_a_compound_file_is_no_file_any_more(held):
    stream = bytes(5000) + _options(10) + bytes(500)
    settled = settled_compound(held("PowerPoint Document", stream))
    assert settled.content is not None
    assert [each.address for each in settled.found] == ["\\\\host\\share\\a.png"]
    assert "share".encode("utf-16-le") not in settled.content


def test_the_old_name_of_a_stored_picture_stays(held):
    stream = bytes(5000) + _options(0) + bytes(500)
    assert settled_compound(held("PowerPoint Document", stream)).content is None


def test_a_workbook_forgets_where_other_workbooks_lie(held):
    path = "\x01\x01@host\x03a.xls"
    book = struct.pack("<HHB", 1, len(path), 0) + path.encode("latin-1")
    stream = struct.pack("<HH", 0x01AE, len(book)) + book
    stream += struct.pack("<HH", 0x00DC, 8) + b"http://a" + bytes(5000)
    settled = settled_compound(held("Workbook", stream))
    assert settled.content is not None
    assert b"host" not in settled.content
    assert struct.pack("<HH", 0x00DC, 8) not in settled.content


def test_a_part_too_large_to_be_taken_apart_is_not_passed_on(tmp_path, monkeypatch):
    monkeypatch.setattr("app.outside.packages.LARGEST_PART", 1000)
    path = tmp_path / "a.odt"
    path.write_bytes(outside.odt(" " * 2000 + "材料 " * 900))
    assert settle_package(path).parts == {}
    path.write_bytes(outside.odt(" " * 2000 + '<draw:image xlink:href="/srv/a.png"/>'))
    with pytest.raises(NotSettled):
        references_of(path)
