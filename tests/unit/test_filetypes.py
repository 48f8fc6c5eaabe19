"""The real type of a file, by its content."""

import bz2
import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import py7zr
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.errors import FileUnreadable
from app.filekind import FileKind
from app.filetypes import decode, encoding_of, sniff, suffix_of
from tests.support import compound, documents


def kind_of(path, name=None):
    return sniff(path, name or path.name)


@pytest.mark.parametrize(
    ("name", "make", "kind", "label"),
    [
        ("a.pdf", documents.text_pdf, FileKind.PDF, "PDF"),
        ("a.ofd", documents.ofd, FileKind.OFD, "OFD 版式文件"),
        ("a.docx", documents.word, FileKind.WORD, "Word 文档"),
        ("a.xlsx", documents.spreadsheet, FileKind.SHEET, "Excel 工作簿"),
        ("a.odt", documents.open_document, FileKind.WORD, "OpenDocument 文本"),
        ("a.ods", documents.open_document, FileKind.SHEET, "OpenDocument 表格"),
        ("a.odp", documents.open_document, FileKind.SLIDES, "OpenDocument 演示文稿"),
        ("a.rtf", documents.rtf, FileKind.WORD, "RTF"),
        ("a.html", documents.html, FileKind.HTML, "HTML 网页"),
        ("a.mht", documents.mht, FileKind.MHT, "MHT 网页存档"),
        ("a.jpg", documents.jpeg, FileKind.IMAGE, "JPEG 图片"),
        ("a.png", documents.png, FileKind.IMAGE, "PNG 图片"),
        ("a.tif", documents.tiff, FileKind.IMAGE, "TIFF 图片"),
        ("a.gif", documents.animated_gif, FileKind.IMAGE, "GIF 图片"),
        ("a.wav", documents.sound, FileKind.AUDIO, "WAV 录音"),
        ("a.txt", documents.text, FileKind.TEXT, "纯文本"),
        ("a.docx", documents.encrypted_word, FileKind.WORD, "Word 文档"),
    ],
)
def test_formats_are_told_by_content(tmp_path, name, make, kind, label):
    found = kind_of(make(tmp_path / name))
    assert (found.kind, found.label, found.suffix_fits) == (kind, label, True)


@pytest.mark.parametrize(
    ("name", "stream", "kind", "label", "suffix"),
    [
        ("a.doc", "WordDocument", FileKind.WORD, "Word 97–2003 文档", ".doc"),
        ("a.wps", "WordDocument", FileKind.WORD, "WPS 文字", ".wps"),
        ("a.xls", "Workbook", FileKind.SHEET, "Excel 97–2003 工作簿", ".xls"),
        ("old.xls", "Book", FileKind.SHEET, "Excel 97–2003 工作簿", ".xls"),
        ("a.et", "Workbook", FileKind.SHEET, "WPS 表格", ".et"),
        ("a.ppt", "PowerPoint Document", FileKind.SLIDES, "PowerPoint 97–2003 演示文稿", ".ppt"),
        ("a.dps", "PowerPoint Document", FileKind.SLIDES, "WPS 演示", ".dps"),
        ("works.wps", "MatOST", FileKind.WORD, "Microsoft Works 文档", ".wps"),
        ("a.msg", "__properties_version1.0", FileKind.MAIL, "Outlook 邮件", ".msg"),
        ("Thumbs.db", "Catalog", FileKind.OTHER, "Windows 缩略图缓存", ".db"),
    ],
)
def test_compound_files_are_told_apart_by_their_streams(
    tmp_path, name, stream, kind, label, suffix
):
    found = kind_of(compound.compound(tmp_path / name, {stream: b"x"}))
    assert (found.kind, found.label, found.suffix) == (kind, label, suffix)
    assert found.suffix_fits


@pytest.mark.parametrize(
    ("claimed", "make", "kind", "usual"),
    [
        ("通知.doc", documents.rtf, FileKind.WORD, ".rtf"),
        ("公告.pdf", documents.html, FileKind.HTML, ".html"),
        ("台账.xls", documents.html, FileKind.HTML, ".html"),
        ("扫描.jpg", documents.text_pdf, FileKind.PDF, ".pdf"),
        ("照片.png", documents.jpeg, FileKind.IMAGE, ".jpg"),
        ("旧.doc", documents.word, FileKind.WORD, ".docx"),
    ],
)
def test_a_lying_suffix_is_seen_through(tmp_path, claimed, make, kind, usual):
    real = make(tmp_path / "real")
    found = sniff(real, claimed)
    assert (found.kind, found.suffix, found.suffix_fits) == (kind, usual, False)


@pytest.mark.parametrize(
    "name", ["a.jpeg", "a.JPE", "a.jpg", "没有后缀", "工作总结12.30", "照片.2021"]
)
def test_equal_and_unheard_of_suffixes_promise_nothing_wrong(tmp_path, name):
    assert sniff(documents.jpeg(tmp_path / "x"), name).suffix_fits


def test_a_pdf_header_may_stand_anywhere_in_the_first_kilobyte(tmp_path):
    pdf = documents.text_pdf(tmp_path / "a.pdf").read_bytes()
    late, too_late, quoted = tmp_path / "b.pdf", tmp_path / "c.pdf", tmp_path / "d.pdf"
    late.write_bytes(b"\0" * 1000 + pdf)
    too_late.write_bytes(b"\0" * 1500 + pdf)
    quoted.write_bytes(b"<html><body>%PDF-1.4 is a mark</body></html>")
    assert kind_of(late).kind is FileKind.PDF
    assert kind_of(too_late).kind is FileKind.OTHER
    assert kind_of(quoted).kind is FileKind.HTML


def test_a_package_cut_short_is_still_told(tmp_path):
    whole = documents.word(tmp_path / "a.docx").read_bytes()
    cut = tmp_path / "cut.bin"
    cut.write_bytes(whole[: len(whole) // 2])
    found = kind_of(cut)
    assert (found.kind, found.suffix) == (FileKind.WORD, ".docx")


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp", FileKind.IMAGE),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.heic", FileKind.IMAGE),
        (b"\0\0\0\x18ftypisom\0\0\0\0isomavc1", "a.mp4", FileKind.VIDEO),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a.mov", FileKind.VIDEO),
        (b"\0\0\0\x14ftypM4A \0\0\0\0M4A ", "a.m4a", FileKind.AUDIO),
        (b"RIFF\0\0\0\0AVI LIST", "a.avi", FileKind.VIDEO),
        (b"\x1a\x45\xdf\xa3" + b"\0" * 20 + b"matroska", "a.mkv", FileKind.VIDEO),
        (b"FLV\x01\x05", "a.flv", FileKind.VIDEO),
        (b"#!AMR\n" + b"\x3c" * 30, "a.amr", FileKind.AUDIO),
        (b"ID3\x03\0\0\0\0\0\0", "a.mp3", FileKind.AUDIO),
        (b"7z\xbc\xaf\x27\x1c\0\4", "a.7z", FileKind.ARCHIVE),
        (b"Rar!\x1a\x07\x01\0", "a.rar", FileKind.ARCHIVE),
        (b"\x4c\0\0\0\x01\x14\x02\0" + b"\0" * 60, "通知.docx.lnk", FileKind.OTHER),
        (bytes(range(256)) * 4, "a.ceb", FileKind.OTHER),
    ],
)
def test_marks_at_the_beginning(tmp_path, head, name, kind):
    path = tmp_path / name
    path.write_bytes(head)
    found = kind_of(path)
    assert (found.kind, found.suffix_fits) == (kind, True)


def test_two_mp3_frames_are_needed(tmp_path):
    frame = b"\xff\xfb\x90\x00" + b"\0" * 413  # 128 kbit/s, 44.1 kHz
    real, chance = tmp_path / "a.mp3", tmp_path / "b.bin"
    real.write_bytes(frame * 3)
    chance.write_bytes(b"\xff\xfb\x90\x00" + bytes(range(1, 255)) * 9)
    assert kind_of(real).kind is FileKind.AUDIO
    assert kind_of(chance).kind is FileKind.OTHER


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tgz", "a.tar", "a.gz", "a.bz2", "a.zip"])
def test_archives(tmp_path, name):
    path = tmp_path / name
    match name.partition(".")[2]:
        case "zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a.txt", "x")
        case "gz":
            path.write_bytes(gzip.compress(b"x"))
        case "bz2":
            path.write_bytes(bz2.compress(b"x"))
        case suffix:
            with tarfile.open(path, "w" if suffix == "tar" else "w:gz") as archive:
                archive.addfile(tarfile.TarInfo("a"), io.BytesIO())
    found = kind_of(path)
    assert (found.kind, found.suffix_fits) == (FileKind.ARCHIVE, True)


def test_tables_in_text(tmp_path):
    table = "序号,单位\n1,县司法局\n"
    assert kind_of(documents.text(tmp_path / "a.csv", table, "gb18030")).kind is FileKind.CSV
    assert kind_of(documents.text(tmp_path / "a.txt", table)).kind is FileKind.TEXT
    exported = documents.text(tmp_path / "导出.xls", "序号\t单位\n1\t县司法局\n2\t县信访局\n")
    found = kind_of(exported)
    assert (found.kind, found.suffix_fits) == (FileKind.CSV, False)


def test_messages_and_markup(tmp_path):
    mail = (
        "From: a@b.cn\nTo: c@d.cn\nSubject: =?utf-8?B?5pyJ?=\nContent-Type: text/html\n\n<p>x</p>"
    )
    assert kind_of(documents.text(tmp_path / "a.eml", mail)).label == "电子邮件"
    assert kind_of(documents.text(tmp_path / "a.xml", '<?xml version="1.0"?><a/>')).label == (
        "XML 数据"
    )
    word = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'
    assert kind_of(documents.text(tmp_path / "a.doc", word)).kind is FileKind.WORD
    link = "[InternetShortcut]\nURL=http://www.gov.cn/\n"
    assert "快捷方式" in kind_of(documents.text(tmp_path / "a.url", link)).label


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_chinese_text_in_every_encoding(encoding):
    text = "示例县司法局关于报送2021年度普法工作总结的通知\n各乡镇人民政府：\n" * 40
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text.lstrip("\ufeff") == text


def test_a_head_cut_inside_a_character_is_text():
    for encoding in ("utf-8", "gb18030"):
        data = ("法治政府" * 500).encode(encoding)
        for cut in range(1, 5):
            assert encoding_of(data[:-cut]) == encoding


@given(st.text(min_size=1).filter(lambda t: not any(ord(c) < 32 or ord(c) == 127 for c in t)))
def test_any_utf8_text_is_read_as_it_is(text):
    decoded = decode(text.encode("utf-8"))
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=2000), st.text(max_size=12))
def test_any_bytes_have_a_type(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(data)
    found = sniff(path, name)
    assert found.label
    assert found.media_type


def test_an_empty_and_a_missing_file(tmp_path):
    empty = tmp_path / "空.docx"
    empty.touch()
    assert kind_of(empty).label == "空文件"
    with pytest.raises(FileUnreadable):
        kind_of(tmp_path / "无.pdf")


def test_suffixes_of_names():
    assert suffix_of("a/b.c/名称.PDF") == ".pdf"
    assert suffix_of("目录\\文件.Doc") == ".doc"
    assert suffix_of("没有") == ""


def test_heic_as_phones_write_it(samples: Path):
    for path in (samples / "images").glob("*.heic"):
        assert sniff(path, path.name).kind is FileKind.IMAGE


@pytest.mark.samples
def test_no_sample_is_mistaken(samples):
    expected = {"pdf": {FileKind.PDF}, "images": {FileKind.IMAGE}, "ofd": {FileKind.OFD}}
    office = {FileKind.WORD, FileKind.SHEET, FileKind.SLIDES}
    for folder in ("pdf", "images", "ofd", "office"):
        for path in (samples / folder).iterdir():
            found = sniff(path, path.name)
            assert found.kind in expected.get(folder, office), path.name
            assert found.suffix_fits, path.name


def test_pictures_of_every_format_of_pillow(tmp_path):
    for suffix in ("bmp", "webp", "jp2"):
        path = tmp_path / f"a.{suffix}"
        Image.new("RGB", (8, 8)).save(path)
        assert kind_of(path).kind is FileKind.IMAGE


OFFICE_PARTS = {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"}


@pytest.mark.parametrize(
    ("name", "members", "label"),
    [
        ("责任图.xmind", {"content.json", "metadata.json"}, "XMind 思维导图"),
        ("旧图.xmind", {"content.xml", "META-INF/manifest.xml"}, "XMind 思维导图"),
        ("责任图.xmind.zip", {"content.json", "metadata.json"}, "XMind 思维导图"),
        ("总结.pages", {"Index/Document.iwa", "preview.jpg"}, "苹果 Pages 文稿"),
        ("总结.zip", {"Index/Document.iwa", "preview.jpg"}, "苹果 iWork 文稿"),
        ("汇报.key", {"Index/Document.iwa"}, "苹果 Keynote 演示文稿"),
        ("统计.numbers", {"Index.zip", "preview.jpg"}, "苹果 Numbers 表格"),
        ("点位.kmz", {"doc.kml"}, "KMZ 地图标注"),
        ("程序.jar", {"META-INF/MANIFEST.MF", "a/B.class"}, "Java 程序包"),
        ("程序.ipa", {"Payload/a.app/Info.plist"}, "手机安装包"),
        ("脑图.emmx", {"document.xml"}, "思维导图"),
        ("图纸.sketch", {"document.json"}, "绘图软件的文件"),
        ("分析.pbix", {"DataModel"}, "PBIX 文件，内部是 ZIP 格式"),
        ("缺类型.docx", OFFICE_PARTS - {"[Content_Types].xml"}, "Word 文档"),
        ("缺主文.docx", OFFICE_PARTS - {"word/document.xml"}, "Word 文档"),
        ("只剩关系.xlsx", {"_rels/.rels"}, "Excel 工作簿"),
        ("缺类型.pptx", {"ppt/presentation.xml", "_rels/.rels"}, "PowerPoint 演示文稿"),
        ("改名.zip", OFFICE_PARTS, "Word 文档"),
        ("空的.docx", set(), "Word 文档"),
        ("缺内容.odt", {"META-INF/manifest.xml"}, "OpenDocument 文本"),
    ],
)
def test_a_zip_that_no_person_takes_for_an_archive_is_one_file(tmp_path, name, members, label):
    path = documents.archive(tmp_path / name, dict.fromkeys(members, b"<a/>"))
    found = sniff(path, name)
    assert found.label == label
    assert found.kind is not FileKind.ARCHIVE


@pytest.mark.parametrize(
    "name", ["材料.zip", "材料", "材料.rar", "装错.docx", "县司法局.材料", "a.1"]
)
def test_a_zip_of_peoples_files_is_an_archive(tmp_path, name):
    path = documents.archive(tmp_path / name, {"通知.txt": b"1", "照片/1.jpg": b"2"})
    assert sniff(path, name).label == "ZIP 压缩包"


@pytest.mark.parametrize(
    ("name", "text"),
    [("图.drawio", "<mxfile/>"), ("点.kml", '<?xml version="1.0"?><kml/>'), ("脑.opml", "<opml/>")],
)
def test_drawings_in_xml_are_no_text_to_print(tmp_path, name, text):
    assert sniff(documents.text(tmp_path / name, text), name).kind is FileKind.OTHER


@pytest.mark.parametrize("kind", ["tar", "7z"])
def test_an_archive_that_begins_with_a_stored_pdf_is_an_archive(tmp_path, kind):
    """Its first member stands within the first kilobyte, where a PDF's mark may stand."""
    pdf = documents.text_pdf(tmp_path / "一.pdf").read_bytes()
    path = tmp_path / f"材料.{kind}"
    if kind == "tar":
        with tarfile.open(path, "w") as target:
            for name in ("一.pdf", "二.pdf"):
                member = tarfile.TarInfo(name)
                member.size = len(pdf)
                target.addfile(member, io.BytesIO(pdf))
    else:
        with py7zr.SevenZipFile(path, "w", filters=[{"id": py7zr.FILTER_COPY}]) as target:
            for name in ("一.pdf", "二.pdf"):
                target.writestr(pdf, name)
    for name in (path.name, "材料"):
        assert sniff(path, name).kind is FileKind.ARCHIVE
