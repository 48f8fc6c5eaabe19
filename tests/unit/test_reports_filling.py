"""The filling of templates, on documents made here."""

from io import BytesIO

import docx
import openpyxl
import pytest
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from PIL import Image

from app.reports.filling import LINE_BREAK, Filling, Picture, Table, TemplateFault
from app.reports.sheet_filling import TALLEST, fill_sheets
from app.reports.word_filling import MARK_CHARACTERS, MARK_STYLE, fill_word


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraphs(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def texts_of(template: bytes, filling: Filling) -> list[str]:
    again = docx.Document(BytesIO(saved(fill_word(template, filling))))
    return [p.text for p in again.paragraphs]


PROBLEMS = Filling(
    {"单位": "县司法局", "空": ""},
    {"问题": Table(("序", "内容"), (("一", "缺台账"), ("二", "")))},
)


def test_values_stand_where_their_names_stood():
    assert texts_of(paragraphs("致{{单位}}：", "固定文字"), PROBLEMS) == [
        "致县司法局：",
        "固定文字",
    ]


def test_a_name_that_word_cut_into_runs_keeps_the_first_run_s_form():
    document = docx.Document()
    paragraph = document.add_paragraph("致")
    for text in ("{{", "单", "位}", "}："):
        paragraph.add_run(text)
    paragraph.runs[1].bold = True
    paragraph.runs[1].font.size = Pt(22)
    (filled,) = fill_word(saved(document), PROBLEMS).paragraphs
    assert filled.text == "致县司法局："
    run = next(r for r in filled.runs if "县司法局" in r.text)
    assert (run.bold, run.font.size) == (True, Pt(22))


def test_neighbouring_paragraphs_of_a_table_are_repeated_together():
    template = paragraphs("前", "（{{问题.序}}）{{单位}}", "内容：{{问题.内容}}", "后")
    assert texts_of(template, PROBLEMS) == [
        "前", "（一）县司法局", "内容：缺台账", "（二）县司法局", "后"
    ]  # fmt: skip


def test_a_paragraph_with_nothing_to_say_goes():
    assert texts_of(paragraphs("甲{{空}}", "乙{{空}}{{单位}}"), PROBLEMS) == ["乙县司法局"]


def test_an_empty_table_leaves_no_row():
    empty = Filling({}, {"问题": Table(("序",))})
    assert texts_of(paragraphs("{{问题.序}}", "后"), empty) == ["后"]


def test_line_ends_make_paragraphs_and_breaks_make_lines():
    filling = Filling({"话": "一\n二", "题": f"上{LINE_BREAK}下"})
    document = docx.Document()
    document.add_paragraph("说：{{话}}。", "Heading 1")
    document.add_paragraph("{{题}}")
    again = docx.Document(BytesIO(saved(fill_word(saved(document), filling))))
    assert [p.text for p in again.paragraphs] == ["说：一", "二。", "上\n下"]
    assert [p.style.name for p in again.paragraphs[:2]] == ["Heading 1", "Heading 1"]


def test_table_rows_are_repeated_with_their_form():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "序"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{问题.序}}", "{{问题.内容}}"
    table.cell(1, 0).paragraphs[0].style = "List Bullet"
    again = docx.Document(BytesIO(saved(fill_word(saved(document), PROBLEMS))))
    rows = [[cell.text for cell in row.cells] for row in again.tables[0].rows]
    assert rows == [["序", ""], ["一", "缺台账"], ["二", ""]]
    assert {r.cells[0].paragraphs[0].style.name for r in again.tables[0].rows[1:]} == {
        "List Bullet"
    }


def test_headers_and_footers_are_filled():
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "{{单位}}"
    filled = fill_word(saved(document), PROBLEMS)
    assert filled.sections[0].footer.paragraphs[0].text == "县司法局"


def test_what_people_wrote_is_never_taken_for_a_placeholder():
    filling = Filling({"甲": "{{乙}}", "乙": "错", "丙": "a\x00b\x07c"})
    assert texts_of(paragraphs("{{甲}}|{{丙}}"), filling) == ["{{乙}}|abc"]


def test_a_long_mark_is_drawn_together():
    document = docx.Document()
    document.styles.add_style(MARK_STYLE, 1)
    document.add_paragraph("{{名}}", MARK_STYLE)
    for name, scale in (("某县政府", None), ("示例县法治政府建设示范创建办公室文件", "58")):
        (paragraph,) = fill_word(saved(document), Filling({"名": name})).paragraphs
        found = paragraph.runs[0]._element.xpath("./w:rPr/w:w/@w:val")
        assert found == ([scale] if scale else [])


@pytest.mark.parametrize("count", [8, 10, 14, 21, 22, 30, 40, 42])
def test_a_mark_of_any_usual_length_fits_its_line(count: int):
    document = docx.Document()
    document.styles.add_style(MARK_STYLE, 1).font.size = Pt(40)
    document.add_paragraph("{{名}}", MARK_STYLE)
    (paragraph,) = fill_word(saved(document), Filling({"名": "县" * count})).paragraphs
    run = paragraph.runs[0]
    size = run.font.size.pt if run.font.size else 40
    narrow = run._element.xpath("./w:rPr/w:w/@w:val")
    assert count * size * (int(narrow[0]) / 100 if narrow else 1) <= MARK_CHARACTERS * 40
    assert size >= 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{单味}}", "不认识的占位符 {{单味}}"),
        ("{{问题.时限}}", "不认识的占位符 {{问题.时限}}"),
        ("{{单位}", "花括号不成对"),
        ("单位}}", "花括号不成对"),
        ("{{问题.序}}{{别的.序}}", "不能混用两个表：问题、别的"),
    ],
)
def test_a_faulty_template_is_told(text, told):
    filling = Filling(PROBLEMS.values, {**PROBLEMS.tables, "别的": Table(("序",))})
    with pytest.raises(TemplateFault) as caught:
        fill_word(paragraphs(text), filling)
    assert told in caught.value.detail
    book = openpyxl.Workbook()
    book.active["A1"] = text
    with pytest.raises(TemplateFault) as caught:
        fill_sheets(saved(book), filling)
    assert told in caught.value.detail


def sheet_template() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.merge_cells("A1:C1")
    sheet["A1"] = "{{题}}"
    for letter, text in zip("ABC", ("序号", "单位", "率"), strict=True):
        sheet[f"{letter}2"] = text
    for letter, text in zip("ABC", ("{{行.序号}}", "{{行.单位}}", "{{行.率}}"), strict=True):
        sheet[f"{letter}3"] = text
    sheet["B3"].font = Font(name="仿宋_GB2312", size=11)
    sheet["C3"].number_format = "0%"
    sheet["A4"], sheet["B4"] = "合计", "共{{数}}个"
    sheet.merge_cells("B4:C4")
    sheet.column_dimensions["B"].width = 20
    return saved(book)


def filled_sheet(rows):
    filling = Filling({"题": "题目", "数": len(rows)}, {"行": Table(("序号", "单位", "率"), rows)})
    book = fill_sheets(sheet_template(), filling)
    return openpyxl.load_workbook(BytesIO(saved(book))).active


def test_rows_are_repeated_and_what_follows_moves_down():
    sheet = filled_sheet(((1, "甲局", 0.5), (2, "=1+1", 1.0)))
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        ["题目", None, None],
        ["序号", "单位", "率"],
        [1, "甲局", 0.5],
        [2, "=1+1", 1.0],
        ["合计", "共2个", None],
    ]
    assert sheet["B4"].data_type == "s"
    assert (sheet["B4"].font.name, sheet["C4"].number_format) == ("仿宋_GB2312", "0%")
    assert {str(r) for r in sheet.merged_cells.ranges} == {"A1:C1", "B5:C5"}


def test_without_rows_the_row_is_gone():
    sheet = filled_sheet(())
    assert [row[0].value for row in sheet.iter_rows()] == ["题目", "序号", "合计"]


@given(st.integers(1, 3000))
def test_a_row_is_high_enough_for_its_text(length):
    sheet = filled_sheet(((1, "字" * length, 0.0),))
    # At most nine characters of 11 points fit a column that is twenty digits wide.
    lines = -(-length // 9)
    assert sheet.row_dimensions[3].height >= min(lines * 11, TALLEST - 1)


def test_a_picture_takes_its_paragraph_and_says_its_words_to_readers():
    content = BytesIO()
    Image.new("RGB", (60, 30), "white").save(content, "PNG")
    filling = Filling(
        {"图": Picture(content.getvalue(), 100, "满意度：90.0%（9/10）")},
        {"图": Table(("题", "图"), (("一", Picture(content.getvalue(), 50, "第一题")),))},
    )
    document = fill_word(paragraphs("见{{图}}。", "{{图.图}}"), filling)
    again = docx.Document(BytesIO(saved(document)))
    assert [p.text for p in again.paragraphs] == ["", ""]
    shapes = again.inline_shapes
    assert [round(shape.width.mm) for shape in shapes] == [100, 50]
    assert [round(shape.height.mm) for shape in shapes] == [50, 25]
    assert shapes[0]._inline.docPr.get("descr") == "满意度：90.0%（9/10）"


def test_where_no_picture_can_stand_its_words_do():
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "{{图}}"
    filling = Filling({"图": Picture(b"", 10, "满意度的图")})
    again = docx.Document(BytesIO(saved(fill_word(saved(document), filling))))
    assert again.sections[0].footer.paragraphs[0].text == "满意度的图"
