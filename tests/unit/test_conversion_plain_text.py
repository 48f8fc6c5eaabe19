import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.conversion.frozen_dates import copy_with_frozen_dates
from app.conversion.plain_text import write_table_workbook, write_text_document
from tests.support import documents

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def paragraphs(path: Path) -> list[str]:
    out = []
    for element in ElementTree.parse(path).iter(f"{TEXT}p"):
        words = element.text or ""
        for one in element:
            words += "\t" if one.tag == f"{TEXT}tab" else " " * int(one.get(f"{TEXT}c", "1"))
            words += one.tail or ""
        out.append(words)
    return out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_keeps_its_lines_in_every_encoding(tmp_path, encoding):
    lines = ["第一行 <标签> & 符号", "", "  缩进\t制表　全角", "镕喆堃𬭎"]
    path = documents.text(tmp_path / "a.txt", "\r\n".join(lines) + "\r\n", encoding)
    write_text_document(path, tmp_path / "a.fodt")
    assert paragraphs(tmp_path / "a.fodt") == lines


def test_control_characters_do_not_break_the_document(tmp_path):
    path = documents.text(tmp_path / "a.txt", "甲\x01乙\x0c丙\n" + "正文" * 500 + "\n")
    write_text_document(path, tmp_path / "a.fodt")
    assert paragraphs(tmp_path / "a.fodt")[0] == "甲乙丙"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_table_keeps_its_cells_as_typed(tmp_path, encoding, delimiter):
    rows = [
        ["序号", "单位", "身份证号"],
        ["1", "县司法局", "410423199001011234"],
        ["2", "", "0012"],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows)
    path = documents.text(tmp_path / "a.csv", content, encoding)
    write_table_workbook(path, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == rows
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_formula_in_a_table_stays_text(tmp_path):
    path = documents.text(tmp_path / "a.csv", '=HYPERLINK("http://x"),=1+1\n')
    write_table_workbook(path, tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["B1"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


def dated_letter(path: Path, *, simple: bool) -> Path:
    document = docx.Document()
    paragraph = document.add_paragraph("落款：")
    if simple:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), ' DATE \\@ "yyyy年M月d日" ')
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = "2019年3月4日"
        run.append(words)
        field.append(run)
        paragraph._p.append(field)
    else:
        code = OxmlElement("w:instrText")
        code.text = " TIME \\@ HH:mm "
        paragraph.add_run()._r.append(code)
    document.save(str(path))
    return path


@pytest.mark.parametrize("simple", [True, False])
def test_date_fields_are_frozen_in_the_copy(tmp_path, simple):
    path = dated_letter(tmp_path / "a.docx", simple=simple)
    copy_with_frozen_dates(path, tmp_path / "b.docx")
    with zipfile.ZipFile(tmp_path / "b.docx") as archive:
        xml = archive.read("word/document.xml").decode()
    assert "JUANZONG" in xml
    assert "DATE" not in xml
    assert "TIME" not in xml


def test_letter_without_date_fields_is_copied_byte_for_byte(tmp_path):
    path = documents.word(tmp_path / "a.docx", ["DATE 2021 TIME"])
    copy_with_frozen_dates(path, tmp_path / "b.docx")
    assert (tmp_path / "b.docx").read_bytes() == path.read_bytes()
