import zipfile

from app.filetypes import sniff
from app.findings.embedded import EmbeddedFile
from app.findings.taking_out import take_out
from tests.support import documents
from tests.support.documents.embedded import (
    bare_open_document,
    bare_word,
    ole_object,
    packed_file,
    relationships,
    stored_object,
)


def taken(path) -> tuple[EmbeddedFile, ...]:
    return take_out(path, sniff(path, path.name))


def test_files_come_out_of_a_word_document_as_they_went_in(tmp_path):
    book = documents.spreadsheet(tmp_path / "b.xlsx").read_bytes()
    old = stored_object(tmp_path, {"WordDocument": b"\xec\xa5"})
    packed = stored_object(tmp_path, {"\x01Ole10Native": packed_file("说明.txt", b"words")})
    wrapped = stored_object(tmp_path, {"CONTENTS": b"%PDF-1.7 and so on"})
    parts = {
        "word/embeddings/附表.xlsx": book,
        "word/embeddings/oleObject1.bin": old,
        "word/embeddings/oleObject2.bin": packed,
        "word/embeddings/oleObject3.bin": wrapped,
    }
    names = [part.removeprefix("word/") for part in parts]
    path = bare_word(
        tmp_path / "a.docx",
        "".join(ole_object(f"r{n}", "Package") for n in range(4)),
        tuple((f"r{n}", "oleObject", name, False) for n, name in enumerate(names)),
        parts,
    )
    first, second, third, fourth = taken(path)
    assert first == EmbeddedFile("附表.xlsx", book)
    assert second == EmbeddedFile("嵌入对象1.doc", old)
    assert third == EmbeddedFile("说明.txt", b"words")
    assert fourth.name == "嵌入对象3.pdf"
    assert fourth.content is not None
    assert fourth.content.startswith(b"%PDF-1.7 and so on")


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


def test_an_object_that_lies_in_pieces_has_a_name_and_no_content(tmp_path):
    path = bare_open_document(
        tmp_path / "a.odt",
        "text",
        '<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>',
        {"Object 1/content.xml": "<a/>"},
        {"Object 1/": "application/vnd.oasis.opendocument.spreadsheet"},
    )
    assert taken(path) == (EmbeddedFile("嵌入对象1.ods"),)


def test_a_letter_and_what_is_no_office_file_hold_no_files(tmp_path):
    assert taken(documents.word(tmp_path / "a.docx")) == ()
    assert taken(documents.text_pdf(tmp_path / "a.pdf")) == ()
