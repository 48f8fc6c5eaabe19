from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

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
