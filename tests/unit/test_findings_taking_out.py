import io
import zipfile
from functools import partial

import olefile
import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Stream, String

from app.filetypes import sniff
from app.findings.compound_copy import copy_storage
from app.findings.embedded import MOST_OBJECT, EmbeddedFile
from app.findings.looking import find
from app.findings.taking_out import TOLD_BY, TakenOut, TakingOut, lay_out, take_out
from tests.support import documents
from tests.support.compound import compound, word_with_properties
from tests.support.documents.embedded import (
    bare_open_document,
    bare_word,
    ole_object,
    packed_file,
    relationships,
    stored_object,
)
from tests.support.documents.pdf_forms import annotation, drawn

BOX = (100, 100, 120, 120)


def taken(path) -> tuple[EmbeddedFile, ...]:
    return take_out(path, sniff(path, path.name))


def told(path) -> tuple[int, str]:
    """How many files the finding tells of, and their names."""
    found = [p for p in find(path, sniff(path, path.name)) if p.kind in TOLD_BY]
    assert len(found) <= 1
    return (found[0].detail["count"], found[0].detail["names"]) if found else (0, "")


def names(files) -> tuple[int, str]:
    return len(files), "、".join(file.name for file in files)


def test_files_come_out_of_a_word_document_as_they_went_in(tmp_path):
    book = documents.spreadsheet(tmp_path / "b.xlsx").read_bytes()
    old = stored_object(tmp_path, {"WordDocument": b"\xec\xa5"})
    packed = stored_object(tmp_path, {"\x01Ole10Native": packed_file("说明.txt", b"words")})
    empty = stored_object(tmp_path, {"\x01Ole10Native": packed_file("空.txt", b"")})
    wrapped = stored_object(tmp_path, {"CONTENTS": b"%PDF-1.7 and so on"})
    parts = {
        "word/embeddings/附表.xlsx": book,
        "word/embeddings/oleObject1.bin": old,
        "word/embeddings/oleObject2.bin": packed,
        "word/embeddings/oleObject3.bin": wrapped,
        "word/embeddings/oleObject4.bin": empty,
    }
    inside = [part.removeprefix("word/") for part in parts]
    path = bare_word(
        tmp_path / "a.docx",
        "".join(ole_object(f"r{n}", "Package") for n in range(5)),
        tuple((f"r{n}", "oleObject", name, False) for n, name in enumerate(inside)),
        parts,
    )
    first, second, third, fourth, fifth = taken(path)
    assert first == EmbeddedFile("附表.xlsx", book)
    assert second == EmbeddedFile("嵌入对象1.doc", old)
    assert third == EmbeddedFile("说明.txt", b"words")
    assert fourth.name == "嵌入对象3.pdf"
    assert fourth.content is not None
    assert fourth.content.startswith(b"%PDF-1.7 and so on")
    assert fifth == EmbeddedFile("空.txt", b"")
    assert told(path) == names(taken(path))


def test_films_come_out_of_slides_and_files_out_of_workbooks(tmp_path):
    links = (("r1", "video", "../media/宣传.mp4", False),)
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as package:
        package.writestr("ppt/presentation.xml", "<p/>")
        package.writestr("ppt/slides/slide1.xml", "<p/>")
        package.writestr("ppt/media/宣传.mp4", b"film")
        package.writestr("ppt/slides/_rels/slide1.xml.rels", relationships(links))
        package.writestr("[Content_Types].xml", "presentationml.presentation.main+xml")
    assert taken(tmp_path / "a.pptx") == (EmbeddedFile("宣传.mp4", b"film"),)

    path = documents.spreadsheet(tmp_path / "a.xlsx")
    links = (("r1", "package", "../embeddings/附件.docx", False),)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/embeddings/附件.docx", b"PK\x03\x04word")
        package.writestr("xl/worksheets/_rels/sheet1.xml.rels", relationships(links))
    assert taken(path) == (EmbeddedFile("附件.docx", b"PK\x03\x04word"),)
    assert told(path) == (1, "附件.docx")


@pytest.mark.parametrize("family", ["text", "spreadsheet", "presentation"])
def test_an_object_that_lies_in_pieces_is_put_together(tmp_path, family):
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    path = bare_open_document(
        tmp_path / "a.odx",
        family,
        '<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>',
        {"Object 1/content.xml": "<a/>", "Object 1/Pictures/1.png": b"picture"},
        {"Object 1/": media_type, "Object 1/Pictures/1.png": "image/png"},
    )
    path = path.rename(path.with_suffix({"t": ".odt", "s": ".ods", "p": ".odp"}[family[0]]))
    (file,) = taken(path)
    assert told(path) == (1, file.name) == (1, "嵌入对象1.ods")
    assert file.content is not None
    with zipfile.ZipFile(io.BytesIO(file.content)) as package:
        assert package.read("mimetype") == media_type.encode()
        assert package.read("content.xml") == b"<a/>"
        assert package.read("Pictures/1.png") == b"picture"
        assert b'full-path="Pictures/1.png"' in package.read("META-INF/manifest.xml")
    (tmp_path / "b.ods").write_bytes(file.content)
    assert sniff(tmp_path / "b.ods", "b.ods").media_type == media_type


# --- old formats ---------------------------------------------------------------------------------

SHEET = bytes(range(256)) * 20


def parts_of(content: bytes) -> dict[str, bytes]:
    with olefile.OleFileIO(io.BytesIO(content)) as found:
        assert not found.parsing_issues
        return {"/".join(e): found.openstream(e).read() for e in found.listdir()}


def test_a_workbook_among_the_streams_of_an_old_letter_becomes_a_file(tmp_path):
    streams = {"Workbook": SHEET, "_VBA/dir": b"d" * 5000, "\x03ObjInfo": b"\x40\0"}
    inside = {f"ObjectPool/_1/{name}": data for name, data in streams.items()}
    path = word_with_properties(tmp_path / "a.doc", [("正文", b"")], inside)
    (file,) = taken(path)
    assert told(path) == (1, file.name) == (1, "嵌入对象1.xls")
    assert file.content is not None
    parts = parts_of(file.content)
    assert parts == {"Workbook": SHEET, "_VBA/dir": b"d" * 5000}
    (tmp_path / "b.xls").write_bytes(file.content)
    assert sniff(tmp_path / "b.xls", "b.xls").suffix == ".xls"


@pytest.mark.parametrize("size", [5_000, 7_000_000, 17_000_000])
def test_objects_of_any_size_come_out_of_an_old_workbook(tmp_path, size):
    streams = {"Workbook": SHEET, "MBD0001/WordDocument": b"w" * size, "MBD0001/1Table": SHEET}
    path = compound(tmp_path / "a.xls", streams, large=True)
    (file,) = taken(path)
    assert file.name == "嵌入对象1.doc"
    assert file.content is not None
    assert parts_of(file.content) == {"WordDocument": b"w" * size, "1Table": SHEET}


def test_an_object_beyond_the_bound_is_only_named(tmp_path):
    path = compound(tmp_path / "a.xls", {"MBD1/WordDocument": SHEET, "Workbook": SHEET})
    with olefile.OleFileIO(str(path)) as found:
        assert copy_storage(found, ["MBD1"], len(SHEET)) is not None
        assert copy_storage(found, ["MBD1"], len(SHEET) - 1) is None


def test_small_streams_and_storages_in_storages_are_copied(tmp_path):
    inside = {"a": b"one", "b": b"t" * 200, "c/d": b"", "c/e/f": b"deep", "Workbook": SHEET}
    streams = {f"MBD1/{name}": data for name, data in inside.items()}
    path = compound(tmp_path / "a.xls", streams, exact=True)
    with olefile.OleFileIO(str(path)) as found:
        copied = copy_storage(found, ["MBD1"], MOST_OBJECT)
    assert copied is not None
    assert parts_of(copied) == inside


# --- PDF -----------------------------------------------------------------------------------------


def edited_pdf(path, change):
    documents.text_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def file_in(pdf, name="附表.csv", content=b"a,b", **entries):
    stream = Stream(pdf, content)
    for key, value in entries.items():
        stream[f"/{key}"] = value
    held = pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary(F=stream)))
    if name:
        held.UF = String(name)
    return held


def in_name_tree(pdf, **how):
    tree = pikepdf.NameTree.new(pdf)
    tree["a"] = file_in(pdf, **how)
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree.obj)


def by_paper_clip(pdf, **how):
    clip = annotation(pdf, "FileAttachment", BOX, FS=file_in(pdf, **how))
    pdf.pages[0].Annots = Array([clip])


def beside_catalogue(pdf, **how):
    pdf.Root.AF = Array([file_in(pdf, **how)])


def beside_picture(pdf, **how):
    form = drawn(pdf, b"", 10, 10)
    form.AF = Array([file_in(pdf, **how)])
    pdf.pages[0].add_resource(form, Name.XObject)


def in_portfolio(pdf, **how):
    in_name_tree(pdf, **how)
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


WAYS = [in_name_tree, by_paper_clip, beside_catalogue, beside_picture, in_portfolio]


@pytest.mark.parametrize("content", [b"a,b", b""])
@pytest.mark.parametrize("way", WAYS)
def test_a_file_comes_out_of_a_pdf_whatever_way_it_is_in(tmp_path, way, content):
    path = edited_pdf(tmp_path / "a.pdf", partial(way, content=content))
    assert taken(path) == (EmbeddedFile("附表.csv", content),)
    assert told(path) == (1, "附表.csv")


def test_files_come_out_of_a_locked_pdf_that_anybody_may_read(tmp_path):
    path = documents.attachment_pdf(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert taken(path) == (EmbeddedFile("附表.xlsx", b"PK data"),)


def test_packed_files_are_unpacked_and_bombs_are_not(tmp_path):
    def fill(pdf):
        for name, content in (("甲.txt", b"a" * 5000), ("炸.txt", bytes(MOST_OBJECT + 1))):
            pdf.attachments[name] = AttachedFileSpec(pdf, content, filename=name)
        lost = file_in(pdf, "坏.txt", b"nonsense", Filter=Name.FlateDecode)
        text = file_in(pdf, "乙.txt", b"616263>", Filter=Array([Name.ASCIIHexDecode]))
        pdf.Root.AF = Array([lost, text])

    path = edited_pdf(tmp_path / "a.pdf", fill)
    files = {file.name: file.content for file in taken(path)}
    assert files == {"甲.txt": b"a" * 5000, "炸.txt": None, "坏.txt": None, "乙.txt": b"abc"}
    assert told(path)[0] == 4


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("..\\..\\windows\\恶.exe", "恶.exe"),
        ("../../etc/passwd", "passwd"),
        ("表\u202excod.exe", "表xcod.exe"),
        ("", "嵌入文件1"),
        ("长" * 300 + ".xlsx", "长" * 115 + ".xlsx"),
    ],
)
def test_hostile_names_are_told_and_taken_alike(tmp_path, given, shown):
    path = edited_pdf(tmp_path / "a.pdf", partial(by_paper_clip, name=given))
    assert taken(path) == (EmbeddedFile(shown, b"a,b"),)
    laid = lay_out(TakingOut(path, sniff(path, path.name), tmp_path))
    assert laid == (TakenOut(shown, tmp_path / "1"),)
    assert (tmp_path / "1").read_bytes() == b"a,b"


def test_more_files_than_anybody_binds_are_only_named(tmp_path):
    def fill(pdf):
        pdf.Root.AF = Array([file_in(pdf, f"{n}.csv", b"%d" % n) for n in range(502)])

    path = edited_pdf(tmp_path / "a.pdf", fill)
    folder = tmp_path / "room"
    folder.mkdir()
    laid = lay_out(TakingOut(path, sniff(path, path.name), folder))
    assert [one.name for one in laid] == [f"{n}.csv" for n in range(502)]
    assert [one.path is None for one in laid] == [False] * 500 + [True] * 2
    assert len(list(folder.iterdir())) == 500


# --- OFD -----------------------------------------------------------------------------------------


def test_attachments_and_recordings_come_out_of_an_ofd(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd")
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    entries = "".join(
        f'<ofd:Attachment ID="{n}" Name="{name}"><ofd:FileLoc>{place}</ofd:FileLoc>'
        "</ofd:Attachment>"
        for n, (name, place) in enumerate((("评查表", "评查表.csv"), ("缺.csv", "没有.csv")), 50)
    )
    media = (
        '<ofd:MultiMedias><ofd:MultiMedia ID="60" Type="Video" Format="mp4"><ofd:MediaFile>v.mp4'
        "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    end = "</ofd:Document>"
    listed = f"<ofd:Attachments>Attachs/A.xml</ofd:Attachments>{end}"
    parts["Doc_0/Document.xml"] = parts["Doc_0/Document.xml"].replace(end, listed)
    parts["Doc_0/PublicRes.xml"] = parts["Doc_0/PublicRes.xml"].replace("</ofd:Res>", media)
    parts["Doc_0/Attachs/A.xml"] = f"<ofd:Attachments {space}>{entries}</ofd:Attachments>"
    parts["Doc_0/Attachs/评查表.csv"] = "a,b"
    parts["Doc_0/Res/v.mp4"] = "film"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert taken(path) == (
        EmbeddedFile("评查表.csv", b"a,b"),
        EmbeddedFile("缺.csv", None),
        EmbeddedFile("v.mp4", b"film"),
    )
    assert told(path) == names(taken(path))


def test_a_letter_and_what_is_no_office_file_hold_no_files(tmp_path):
    assert taken(documents.word(tmp_path / "a.docx")) == ()
    assert taken(documents.text_pdf(tmp_path / "a.pdf")) == ()
    assert taken(documents.broken_pdf(tmp_path / "b.pdf")) == ()
    assert taken(documents.ofd(tmp_path / "a.ofd")) == ()
    assert taken(documents.text(tmp_path / "a.txt")) == ()
