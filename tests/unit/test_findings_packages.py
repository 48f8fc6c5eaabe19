import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.findings.embedded import EmbeddedFile, native_file
from app.findings.errors import NotLookedThrough
from app.findings.packages import look_into
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.documents.embedded import (
    PIXEL,
    bare_open_document,
    bare_word,
    ole_object,
    packed_file,
    picture,
    relationships,
    stored_object,
)


def embedded(path) -> tuple[int, str]:
    (found,) = look_into(path)
    assert found.kind is ProblemKind.ATTACHMENTS_NOT_CARRIED
    return found.detail["count"], found.detail["names"]


def pictures(path) -> int:
    found = [p for p in look_into(path) if p.kind is ProblemKind.PICTURES_NOT_STORED]
    return found[0].detail["count"] if found else 0


def test_packed_files_are_told_by_their_own_names(tmp_path):
    native = packed_file("执法台账.xlsx", b"PK")
    wide = packed_file("镕喆堃.docx", b"PK", wide=True)
    path = bare_word(
        tmp_path / "a.docx",
        ole_object("r2", "Package") + ole_object("r1", "Package"),
        (
            ("r1", "oleObject", "embeddings/oleObject1.bin", False),
            ("r2", "oleObject", "embeddings/oleObject2.bin", False),
        ),
        {
            "word/embeddings/oleObject1.bin": stored_object(tmp_path, {"\x01Ole10Native": native}),
            "word/embeddings/oleObject2.bin": stored_object(tmp_path, {"\x01Ole10Native": wide}),
        },
    )
    assert embedded(path) == (2, "镕喆堃.docx、执法台账.xlsx")


@pytest.mark.parametrize(
    ("streams", "name"),
    [
        ({"WordDocument": b"\xec\xa5"}, "嵌入对象1.doc"),
        ({"Workbook": b"\x09\x08"}, "嵌入对象1.xls"),
        ({"PowerPoint Document": b""}, "嵌入对象1.ppt"),
        ({"CONTENTS": b"%PDF-1.7"}, "嵌入对象1.pdf"),
    ],
)
def test_objects_of_old_programs_are_named_for_what_they_are(tmp_path, streams, name):
    path = bare_word(
        tmp_path / "a.docx",
        ole_object("r1", "Anything", icon=False),
        (("r1", "oleObject", "embeddings/oleObject1.bin", False),),
        {"word/embeddings/oleObject1.bin": stored_object(tmp_path, streams)},
    )
    assert embedded(path) == (1, name)


@pytest.mark.parametrize(
    ("program", "streams"),
    [
        ("Equation.DSMT4", {"Equation Native": b"1"}),
        ("Equation.KSEE3", {"Equation Native": b"1"}),
        ("MSGraph.Chart.8", {"Workbook": b"1"}),
        ("Excel.Chart.8", {"Workbook": b"1"}),
        ("PBrush", {"\x01Ole10Native": b"BM"}),
        ("Some.Seal.1", {"seal": b"1"}),
    ],
)
def test_what_the_page_draws_whole_is_no_embedded_file(tmp_path, program, streams):
    path = bare_word(
        tmp_path / "a.docx",
        ole_object("r1", program, icon=False),
        (("r1", "oleObject", "embeddings/oleObject1.bin", False),),
        {"word/embeddings/oleObject1.bin": stored_object(tmp_path, streams)},
    )
    assert look_into(path) == ()


def test_an_unknown_object_behind_an_icon_is_a_file(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        ole_object("r1", "Some.Program.1", icon=True),
        (("r1", "oleObject", "embeddings/oleObject1.bin", False),),
        {"word/embeddings/oleObject1.bin": stored_object(tmp_path, {"data": b"1"})},
    )
    assert embedded(path) == (1, "嵌入对象1")


def test_the_workbook_behind_a_chart_is_no_embedded_file(tmp_path):
    book = documents.spreadsheet(tmp_path / "b.xlsx").read_bytes()
    link = (("rId1", "package", "../embeddings/Microsoft_Excel_Sheet1.xlsx", False),)
    path = bare_word(
        tmp_path / "a.docx",
        "<w:p/>",
        (("r1", "chart", "charts/chart1.xml", False),),
        {
            "word/charts/chart1.xml": "<c/>",
            "word/embeddings/Microsoft_Excel_Sheet1.xlsx": book,
        },
        {"word/charts/_rels/chart1.xml.rels": link},
    )
    assert look_into(path) == ()


def test_many_files_are_counted_and_the_first_named(tmp_path):
    book = documents.spreadsheet(tmp_path / "b.xlsx").read_bytes()
    links = tuple((f"r{n}", "package", f"embeddings/表{n}.xlsx", False) for n in range(7))
    path = bare_word(
        tmp_path / "a.docx",
        "".join(ole_object(f"r{n}", "Excel.Sheet.12") for n in range(7)),
        links,
        {f"word/embeddings/表{n}.xlsx": book for n in range(7)},
    )
    assert embedded(path) == (7, "表0.xlsx、表1.xlsx、表2.xlsx、表3.xlsx、表4.xlsx等")


def test_pictures_outside_or_missing_are_counted_and_stored_ones_are_not(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        picture(embed="in")
        + picture(link="web")
        + picture(embed="in", link="web")
        + picture(embed="gone")
        + picture(embed="empty")
        + picture(embed="nowhere")
        + '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="disk"/></v:shape></w:pict></w:r></w:p>',
        (
            ("in", "image", "media/1.png", False),
            ("web", "image", "http://example.invalid/1.png", True),
            ("disk", "image", "file:///D:/1.png", True),
            ("gone", "image", "media/gone.png", False),
            ("empty", "image", "media/empty.png", False),
        ),
        {"word/media/1.png": PIXEL, "word/media/empty.png": b""},
    )
    assert pictures(path) == 5


def test_a_picture_written_twice_for_old_programs_counts_once(tmp_path):
    both = (
        f"<mc:AlternateContent><mc:Choice>{picture(link='web')}</mc:Choice>"
        f"<mc:Fallback>{picture(link='web')}</mc:Fallback></mc:AlternateContent>"
    )
    path = bare_word(
        tmp_path / "a.docx", both, (("web", "image", "http://example.invalid/1.png", True),)
    )
    assert pictures(path) == 1


def test_a_picture_of_a_layout_counts_only_if_a_slide_uses_it(tmp_path):
    blip = '<p:sld {}><a:blip r:link="r1"/></p:sld>'.format('xmlns:p="p" xmlns:a="a" xmlns:r="r"')
    web = ("r1", "image", "http://example.invalid/1.png", True)
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as package:
        for number in (1, 2):
            package.writestr(f"ppt/slideLayouts/slideLayout{number}.xml", blip)
            package.writestr(
                f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels", relationships((web,))
            )
        package.writestr("ppt/slides/slide1.xml", "<p/>")
        package.writestr(
            "ppt/slides/_rels/slide1.xml.rels",
            relationships((("r1", "slideLayout", "../slideLayouts/slideLayout2.xml", False),)),
        )
    assert pictures(tmp_path / "a.pptx") == 1


def test_films_of_slides_are_files(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as package:
        package.writestr("ppt/slides/slide1.xml", "<p/>")
        package.writestr("ppt/media/普法宣传.mp4", b"1")
        package.writestr(
            "ppt/slides/_rels/slide1.xml.rels",
            relationships(
                (
                    ("r1", "video", "../media/普法宣传.mp4", False),
                    ("r2", "media", "../media/普法宣传.mp4", False),
                )
            ),
        )
    assert embedded(tmp_path / "a.pptx") == (1, "普法宣传.mp4")


def frame(inside: str) -> str:
    return f"<text:p><draw:frame>{inside}</draw:frame></text:p>"


def test_open_documents_tell_files_and_pictures_too(tmp_path):
    native = packed_file("台账.xlsx", b"PK")
    path = bare_open_document(
        tmp_path / "a.odt",
        "text",
        frame('<draw:object xlink:href="./Object 1"/>')
        + frame('<draw:object xlink:href="./Object 2"/>')
        + frame('<draw:object-ole xlink:href="./Object 3"/>')
        + frame('<draw:image xlink:href="Pictures/1.png"/>')
        + frame('<draw:image xlink:href="https://example.invalid/1.png"/>')
        + frame('<draw:image xlink:href="../1.png"/>')
        + frame('<draw:image xlink:href="Pictures/gone.png"/>'),
        {
            "Object 1/content.xml": "<a/>",
            "Object 2/content.xml": "<a/>",
            "Object 3": stored_object(tmp_path, {"\x01Ole10Native": native}),
            "Pictures/1.png": PIXEL,
        },
        {
            "Object 1/": "application/vnd.oasis.opendocument.spreadsheet",
            "Object 2/": "application/vnd.oasis.opendocument.chart",
        },
    )
    assert look_into(path) == (
        Problem(
            ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 2, "names": "嵌入对象1.ods、台账.xlsx"}
        ),
        Problem(ProblemKind.PICTURES_NOT_STORED, {"count": 3}),
    )


def test_a_part_that_cannot_be_read_is_told_and_the_rest_is_looked_through(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        picture(link="web"),
        (("web", "image", "http://example.invalid/1.png", True),),
        {"word/header1.xml": "<w:hdr"},
        {"word/_rels/header1.xml.rels": (("r1", "image", "http://example.invalid/2.png", True),)},
    )
    with pytest.raises(NotLookedThrough) as stopped:
        look_into(path)
    assert stopped.value.found == (Problem(ProblemKind.PICTURES_NOT_STORED, {"count": 1}),)


def test_what_is_no_package_is_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(NotLookedThrough):
        look_into(path)


@given(
    st.text(st.characters(codec="gb18030", categories=("L", "N")), min_size=1, max_size=40),
    st.binary(max_size=200),
    st.booleans(),
)
def test_the_name_of_a_packed_file_comes_back(name, content, wide):
    assert native_file(packed_file(name, content, wide=wide)) == EmbeddedFile(name, content)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_file_or_none(data):
    assert isinstance(native_file(data), EmbeddedFile | None)
