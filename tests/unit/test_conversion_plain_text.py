from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from app.conversion.texts.plain import write_text_document
from app.conversion.texts.table_workbook import write_table_workbook
from tests.support import documents

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def paragraphs(path: Path) -> list[str]:
    out = []
    for element in ElementTree.parse(path).iter(f"{TEXT}p"):
        words = element.text or ""
        for one in element:
            if one.tag == f"{TEXT}span":
                words += one.text or ""
            else:
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
    path = documents.text(tmp_path / "a.txt", "甲\x01乙\x07丙\n" + "正文" * 500 + "\n")
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


def cells_of(path: Path) -> list[list[str]]:
    sheet = openpyxl.load_workbook(path).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_text_far_behind_ascii_is_read_in_its_encoding(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"ascii line 123\r\n" * 6000 + "末尾的中文".encode("gbk"))
    write_text_document(path, tmp_path / "a.fodt")
    assert paragraphs(tmp_path / "a.fodt")[-1] == "末尾的中文"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_every_line_end_ends_a_paragraph(tmp_path, end):
    path = documents.text(tmp_path / "a.txt", end.join(["一", "", "二", "三"]), "utf-8")
    write_text_document(path, tmp_path / "a.fodt")
    assert paragraphs(tmp_path / "a.fodt") == ["一", "", "二", "三"]


def test_line_end_on_the_border_of_two_blocks_is_one(tmp_path):
    path = documents.text(tmp_path / "a.txt", "x" * (64 * 1024 - 1) + "\r\n二", "utf-8")
    write_text_document(path, tmp_path / "a.fodt")
    assert "".join(paragraphs(tmp_path / "a.fodt")) == "x" * (64 * 1024 - 1) + "二"
    assert paragraphs(tmp_path / "a.fodt")[-1] == "二"


def test_form_feed_begins_a_page(tmp_path):
    path = documents.text(tmp_path / "a.txt", "一\n\f二\f三\n\f\n四\n", "utf-8")
    write_text_document(path, tmp_path / "a.fodt")
    found = ElementTree.parse(tmp_path / "a.fodt").iter(f"{TEXT}p")
    styles = {"".join(one.itertext()): one.get(f"{TEXT}style-name") for one in found}
    assert styles == {"一": None, "二": "B", "三": "B", "": "B", "四": None} or styles == {
        "一": None,
        "二": "B",
        "三": "B",
        "四": "B",
    }


def test_rare_characters_name_their_face_and_missing_ones_have_a_stand_in(tmp_path):
    text = "王\ue863李𰻞\ue000与\U00031350、㐀😀\n"
    path = documents.text(tmp_path / "a.txt", text, "utf-8")
    write_text_document(path, tmp_path / "a.fodt")
    assert paragraphs(tmp_path / "a.fodt") == ["王䶮李𰻞〓与〓、㐀😀"]
    spans = ElementTree.parse(tmp_path / "a.fodt").iter(f"{TEXT}span")
    assert [(one.text, one.get(f"{TEXT}style-name")) for one in spans] == [
        ("䶮", "S"),
        ("𰻞", "K"),
        ("㐀", "S"),
    ]


def test_table_has_no_empty_edges_and_rows_as_high_as_their_text(tmp_path):
    content = '序号,说明,,\n1,"第一行\n第二行\n第三行",,\n2,无,,\n,,,\n,,,\n'
    path = documents.text(tmp_path / "a.csv", content, "utf-8-sig")
    write_table_workbook(path, tmp_path / "a.xlsx")
    assert cells_of(tmp_path / "a.xlsx") == [
        ["序号", "说明"],
        ["1", "第一行\n第二行\n第三行"],
        ["2", "无"],
    ]
    heights = openpyxl.load_workbook(tmp_path / "a.xlsx").active.row_dimensions
    assert heights[2].height >= 3 * 15 > heights[1].height


def test_cell_higher_than_a_page_goes_on_below_and_loses_nothing(tmp_path):
    words = "".join(chr(0x4E00 + n % 5000) for n in range(40_000))
    path = documents.text(tmp_path / "a.csv", f"序号,说明\n1,{words}\n2,完\n", "utf-8")
    write_table_workbook(path, tmp_path / "a.xlsx")
    rows = cells_of(tmp_path / "a.xlsx")
    assert "".join(row[1] for row in rows) == "说明" + words + "完"
    assert [row[0] for row in rows if row[0]] == ["序号", "1", "2"]
    heights = openpyxl.load_workbook(tmp_path / "a.xlsx").active.row_dimensions
    assert all(heights[n].height < 600 for n in range(1, len(rows) + 1))


def test_quoted_list_in_the_last_column_stays_one_cell(tmp_path):
    rows = "".join(f'单位{n},张某,41042300{n},"检查;处罚;强制;许可;征收"\n' for n in range(4))
    path = documents.text(tmp_path / "a.csv", "单位,姓名,证号,执法事项\n" + rows, "utf-8-sig")
    write_table_workbook(path, tmp_path / "a.xlsx")
    assert cells_of(tmp_path / "a.xlsx")[1] == [
        "单位0",
        "张某",
        "410423000",
        "检查;处罚;强制;许可;征收",
    ]
