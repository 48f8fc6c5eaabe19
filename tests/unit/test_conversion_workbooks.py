"""The copies of spreadsheets: values frozen, pages that can be read."""

import shutil
import struct
import zipfile
from pathlib import Path

import olefile
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle

from app.conversion.model import BindingChoices
from app.conversion.workbooks.copying import NothingToPrint, copy_workbook
from app.conversion.workbooks.excel_xml import frozen_excel_xml
from app.conversion.workbooks.plan import page_setup_for
from app.conversion.workbooks.xls import change_records
from app.conversion.workbooks.xlsb import frozen_sheet
from app.conversion.workbooks.xlsx import freeze_sheet
from app.filetypes import sniff
from app.findings.looking import find
from app.problems import ProblemKind
from app.workbooks import biff
from app.workbooks.model import PAPER_A3, Visibility, Workbook
from app.workbooks.opening import read_workbook
from app.workbooks.xls_strings import shared_strings
from tests.support import documents
from tests.support.old_workbook import (
    PLUS_ONE,
    TEXT_FOLLOWS,
    OldSheet,
    formula,
    label,
    number,
    old_workbook,
    record,
    text_result,
    workbook_stream,
)

USUAL = BindingChoices()
SHOWING = BindingChoices(hidden=True, comments=True)


def copied(path: Path, choices: BindingChoices = USUAL) -> Path:
    target = path.with_name(f"copy{path.suffix}")
    copy_workbook(path, target, choices)
    return target


def read(path: Path) -> Workbook:
    return read_workbook(path, largest=1 << 26, most_cells=100_000)


@given(st.floats(0, 1e6))
def test_print_stays_legible_on_the_smallest_paper_that_does(width):
    setup = page_setup_for(width)
    printable = {(9, False): 495, (9, True): 742, (8, True): 1090}[setup.paper, setup.sideways]
    assert width == 0 or printable * setup.pages_wide / width >= 0.349
    if setup.pages_wide > 1:
        assert width > 1090 / 0.35


# --- .xlsx -------------------------------------------------------------------------------------


def test_wide_workbook_lies_on_a3_and_keeps_its_cells(tmp_path):
    path = copied(documents.wide_spreadsheet(tmp_path / "a.xlsx", columns=25))
    sheet = openpyxl.load_workbook(path).active
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    setup = sheet.page_setup
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert (setup.orientation, setup.paperSize) == ("landscape", 8)
    assert sheet.cell(2, 25).value == "0-24"


def test_every_narrow_sheet_stands_on_a4(tmp_path):
    path = copied(documents.spreadsheet(tmp_path / "a.xlsx", sheets=["甲", "乙", "丙"]))
    for sheet in openpyxl.load_workbook(path):
        setup = sheet.page_setup
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (setup.orientation, setup.paperSize, setup.fitToWidth) == ("portrait", 9, 1)


def changed(path: Path, change) -> openpyxl.Workbook:
    book = openpyxl.load_workbook(path)
    change(book.active)
    book.save(path)
    return openpyxl.load_workbook(copied(path))


def test_what_the_author_fitted_stays(tmp_path):
    def fit(sheet):
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth = 3

    book = changed(documents.wide_spreadsheet(tmp_path / "a.xlsx"), fit)
    assert book.active.page_setup.fitToWidth == 3
    assert book.active.page_setup.paperSize == 9


def test_fit_that_nobody_can_read_is_not_taken(tmp_path):
    def fit(sheet):
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 1

    rows = [(n, "县司法局", n) for n in range(400)]
    book = changed(documents.spreadsheet(tmp_path / "a.xlsx", rows), fit)
    assert (book.active.page_setup.fitToWidth, book.active.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize(
    ("scale", "columns", "kept"), [(80, 3, True), (80, 14, False), (20, 3, False)]
)
def test_reduction_chosen_by_the_author_stays_if_it_serves(tmp_path, scale, columns, kept):
    def reduce(sheet):
        sheet.cell(1, columns, "末")
        sheet.page_setup.scale = scale

    sheet = changed(documents.spreadsheet(tmp_path / "a.xlsx"), reduce).active
    assert (sheet.page_setup.scale == scale) is kept
    assert bool(sheet.sheet_properties.pageSetUpPr.fitToPage) is not kept


def test_chosen_orientation_and_paper_stay_where_they_are_wide_enough(tmp_path):
    def choose(sheet):
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 11
        sheet.page_setup.scale = 250

    setup = changed(documents.spreadsheet(tmp_path / "a.xlsx"), choose).active.page_setup
    assert (setup.orientation, setup.paperSize, setup.scale) == ("landscape", 11, None)


def test_formats_far_from_the_content_ask_for_no_larger_paper(tmp_path):
    def brush(sheet):
        sheet.cell(1, 16384).number_format = "0.00"
        sheet.cell(5000, 1).number_format = "0.00"

    setup = changed(documents.spreadsheet(tmp_path / "a.xlsx"), brush).active.page_setup
    assert (setup.orientation, setup.paperSize) == ("portrait", 9)


def test_spaces_far_from_the_content_ask_for_no_larger_paper(tmp_path):
    def slip(sheet):
        sheet.cell(1, 16384).value = " "
        sheet.cell(5000, 1).value = "\u3000"

    copy = changed(documents.spreadsheet(tmp_path / "a.xlsx"), slip).active
    assert (copy.page_setup.orientation, copy.page_setup.paperSize) == ("portrait", 9)
    assert (copy.max_row, copy.max_column) < (100, 20)


def test_grid_without_content_is_taken_out(tmp_path):
    path = documents.spreadsheet(tmp_path / "a.xlsx", sheets=["甲", "空格"])
    book = openpyxl.load_workbook(path)
    for row in book["空格"].iter_rows():
        for cell in row:
            cell.value = None
            cell.number_format = "0.00"
    book.save(path)
    copy = openpyxl.load_workbook(copied(path))
    assert copy["甲"].max_row == 2
    assert not any(cell.has_style for row in copy["空格"].iter_rows() for cell in row)


def test_narrow_columns_are_widened_out_of_their_run(tmp_path):
    def squeeze(sheet):
        for column in range(1, 6):
            sheet.cell(3, column, 44561).number_format = "yyyy-mm-dd" if column == 3 else "0"
        sheet.column_dimensions.group("A", "E")
        sheet.column_dimensions["A"].width = 6

    path = tmp_path / "a.xlsx"
    changed(documents.spreadsheet(path), squeeze)
    columns = read(tmp_path / "copy.xlsx").sheets[0].columns
    assert [(span.first, span.last) for span in columns] == [(1, 2), (3, 3), (4, 5)]
    assert columns[0].width == columns[2].width == 6
    assert columns[1].width > 10


def test_wrapped_rows_without_heights_get_them(tmp_path):
    def wrap(sheet):
        for row in (1, 2):
            sheet.cell(row, 1, "很长的说明文字" * 10).alignment = Alignment(wrap_text=True)
        sheet.row_dimensions[2].height = 20

    rows = changed(documents.spreadsheet(tmp_path / "a.xlsx"), wrap).active.row_dimensions
    assert rows[1].height > 100
    assert rows[2].height == 20


def test_hidden_parts_and_comments_are_printed_when_chosen(tmp_path):
    path = documents.spreadsheet(tmp_path / "a.xlsx", sheets=["甲", "乙"])
    book = openpyxl.load_workbook(path)
    book["乙"].sheet_state = "veryHidden"
    book["甲"].row_dimensions[2].hidden = True
    book["甲"].column_dimensions["B"].hidden = True
    book.save(path)
    kept = read(copied(path))
    assert kept.sheets[0].hidden_rows == {2}
    assert kept.sheets[1].visibility is Visibility.VERY_HIDDEN
    shown = read(copied(path, SHOWING))
    assert not shown.sheets[0].hidden_rows
    assert not list(shown.sheets[0].hidden_columns())
    assert shown.sheets[1].visibility is Visibility.VISIBLE
    assert openpyxl.load_workbook(tmp_path / "copy.xlsx")["甲"].page_setup.cellComments


_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def frozen(cells: str, rest: str = "", *, recalculated: bool = False) -> str:
    xml = (
        f'<worksheet xmlns="{_S}"><sheetData><row r="1">{cells}</row></sheetData>{rest}</worksheet>'
    )
    root = etree.fromstring(xml)
    freeze_sheet(root, 44297.0, recalculated=recalculated)
    return etree.tostring(root).decode()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><f>TODAY()</f><v>44297</v></c>', '<c r="A1"><v>44297</v></c>'),
        ('<c r="A1"><f>A2+1</f><v>0.5</v></c>', '<c r="A1"><v>0.5</v></c>'),
        ('<c r="A1" t="str"><f>TEXT(NOW(),"")</f><v/></c>', '<c r="A1" t="str"><v/></c>'),
        ('<c r="A1" t="b"><f>A2</f><v>0</v></c>', '<c r="A1" t="b"><v>0</v></c>'),
        (
            '<c r="A1" cm="1"><f t="array" ref="A1:A9">RAND()</f><v>1</v></c>',
            '<c r="A1"><v>1</v></c>',
        ),
        ('<c r="A1"><f>SUM(A2:A9)</f></c>', '<c r="A1"><f>SUM(A2:A9)</f></c>'),
        ('<c r="A1"><f>RAND()</f></c>', '<c r="A1"><f>NA()</f></c>'),
        ('<c r="A1"><v>7</v></c>', '<c r="A1"><v>7</v></c>'),
    ],
)
def test_stored_value_takes_the_place_of_a_formula(cell, expected):
    assert expected in frozen(cell)


def test_zero_of_a_workbook_to_be_recalculated_is_no_result():
    cells = (
        '<c r="A1"><f>SUM(A2:A9)</f><v>0</v></c><c r="B1"><f>TODAY()</f><v>0</v></c>'
        '<c r="C1"><f t="shared" ref="C1:D1" si="0">A2*2</f><v>0</v></c>'
        '<c r="D1"><f t="shared" si="0"/><v>5</v></c>'
    )
    result = frozen(cells, recalculated=True)
    assert '<c r="A1"><f>SUM(A2:A9)</f></c><c r="B1"><v>0</v></c>' in result
    assert result.count('si="0"') == 2
    assert "<f" not in frozen(cells)


@pytest.mark.parametrize(
    ("mark", "titles"),
    [
        (lambda sheet: setattr(sheet, "freeze_panes", "B3"), "$1:$2"),
        (lambda sheet: setattr(sheet.auto_filter, "ref", "A2:C40"), "$2:$2"),
        (lambda sheet: setattr(sheet, "freeze_panes", "B1"), None),  # columns only
        (lambda sheet: setattr(sheet, "freeze_panes", "A30"), None),
        (lambda sheet: None, None),
    ],
)
def test_a_head_that_the_author_marked_is_on_each_page(tmp_path, mark, titles):
    book = changed(documents.spreadsheet(tmp_path / "a.xlsx", sheets=["台账'一"]), mark)
    assert book.active.print_title_rows == titles


def test_rows_that_the_author_repeats_stay(tmp_path):
    def mark(sheet):
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:3"

    book = changed(documents.spreadsheet(tmp_path / "a.xlsx"), mark)
    assert book.active.print_title_rows == "$1:$3"


def test_formats_and_headers_depend_on_no_day(tmp_path):
    def depend(sheet):
        red = DifferentialStyle()
        sheet.conditional_formatting.add("A1:A9", FormulaRule(formula=["A1<TODAY()"]))
        rule = Rule(type="timePeriod", timePeriod="today", dxf=red, formula=["FLOOR(A1,1)=TODAY()"])
        sheet.conditional_formatting.add("A1:A9", rule)
        sheet["D1"] = "=TODAY()"
        sheet.oddHeader.right.text = "打印日期 &D &T"
        sheet.oddFooter.left.text = "&F 第 &P 页"

    sheet = changed(documents.spreadsheet(tmp_path / "a.xlsx"), depend).active
    rules = [rule for each in sheet.conditional_formatting for rule in each.rules]
    assert [rule.type for rule in rules] == ["expression", "expression"]
    assert [rule.formula for rule in rules] == [["A1<NA()"], ["FLOOR(A1,1)=NA()"]]
    assert sheet["D1"].value == "=NA()"
    assert sheet.oddHeader.right.text.strip() == "打印日期"
    assert sheet.oddFooter.left.text.strip() == "第 &P 页"


def test_day_of_the_last_computation_is_taken_from_a_cell():
    rest = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">'
        "<formula>A1&lt;TODAY()-7</formula></cfRule></conditionalFormatting>"
    )
    assert "A1&lt;(44297)-7" in frozen('<c r="A1"><f>TODAY()</f><v>44297</v></c>', rest)


def test_workbook_without_content_is_not_printed(tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(NothingToPrint):
        copied(tmp_path / "a.xlsx")
    book = openpyxl.Workbook()
    book.create_sheet("明细")["A1"] = "内容"
    book["明细"].sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(NothingToPrint):
        copied(tmp_path / "b.xlsx")
    assert copied(tmp_path / "b.xlsx", SHOWING).is_file()


@pytest.mark.parametrize(
    ("change", "helped"),
    [
        (lambda sheet: setattr(sheet, "print_area", "A50:C60"), False),
        (
            lambda sheet: [setattr(sheet.row_dimensions[row], "hidden", True) for row in (1, 2)],
            True,
        ),
        (lambda sheet: sheet.column_dimensions.group("A", "C", hidden=True), True),
    ],
    ids=["area", "rows", "columns"],
)
def test_blank_page_is_not_printed(tmp_path, change, helped):
    path = documents.spreadsheet(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    change(book.active)
    book.save(path)
    with pytest.raises(NothingToPrint):
        copied(path)
    if helped:
        assert copied(path, SHOWING).is_file()
    kinds = [problem.kind for problem in find(path, sniff(path, path.name))]
    assert ProblemKind.NOTHING_TO_PRINT in kinds


def test_workbook_that_excel_locks_without_asking_is_frozen(tmp_path):
    from msoffcrypto.format.ooxml import OOXMLFile

    book = openpyxl.Workbook()
    book.active["A1"] = "=RAND()"
    book.save(tmp_path / "plain.xlsx")
    with (tmp_path / "plain.xlsx").open("rb") as source, (tmp_path / "a.xlsx").open("wb") as out:
        OOXMLFile(source).encrypt("VelvetSweatshop", out)
    assert openpyxl.load_workbook(copied(tmp_path / "a.xlsx")).active["A1"].value == "=NA()"


@pytest.mark.parametrize("cut", [10, 100, 1000])
def test_damaged_workbook_is_copied_as_it_is(tmp_path, cut):
    data = documents.spreadsheet(tmp_path / "whole.xlsx").read_bytes()[:cut]
    (tmp_path / "a.xlsx").write_bytes(data)
    assert copied(tmp_path / "a.xlsx").read_bytes() == data


# --- .xls --------------------------------------------------------------------------------------


def kinds_of(data: bytes) -> list[tuple[int, bytes]]:
    return [
        (kind, bytes(data[start : start + length]))
        for kind, start, length in biff.records(data)
        if kind in {biff.NUMBER, biff.LABEL, biff.BOOLERR, biff.BLANK, biff.FORMULA}
    ]


def test_stored_results_take_the_place_of_records_of_formulas():
    cells = [
        formula(0, 0, 44297.0),
        formula(1, 0, TEXT_FOLLOWS) + text_result("二〇二一年"),
        formula(2, 0, b"\x01\0\x01\0\0\0\xff\xff"),
        formula(3, 0, b"\x02\0\x07\0\0\0\xff\xff"),
        formula(4, 0, b"\x03\0\0\0\0\0\xff\xff"),
        formula(5, 0, 0.0, PLUS_ONE),
        formula(6, 0, 5.0, b"\x01\0\0\0\0") + record(biff.SHARED, bytes(18)),
        number(7, 0, 3.0),
    ]
    data = bytearray(workbook_stream([OldSheet("表", cells)]))
    length = len(data)
    change_records(data, {})
    assert len(data) == length
    found = kinds_of(data)
    assert [kind for kind, _ in found] == [
        biff.NUMBER,
        biff.LABEL,
        biff.BOOLERR,
        biff.BOOLERR,
        biff.BLANK,
        biff.FORMULA,
        biff.NUMBER,
        biff.NUMBER,
    ]
    assert struct.unpack_from("<d", found[0][1], 6) == (44297.0,)
    assert "二〇二一年".encode("utf-16-le") in found[1][1]
    assert (found[2][1][6:], found[3][1][6:]) == (b"\x01\x00", b"\x07\x01")
    assert not any(kind == biff.SHARED for kind, _, _ in biff.records(data))


@pytest.mark.parametrize(("cells", "day"), [([formula(0, 0, 44297.5)], 44297), ([], 0)])
def test_condition_of_an_old_format_depends_on_the_stored_day(cells, day):
    condition = record(
        biff.CONDITION, b"\x02\x00\x04\x00\x00\x00" + b"\x41\xdd\x00\x1e\x01\x00\x04"
    )
    data = bytearray(workbook_stream([OldSheet("表", cells, extra=[condition])]))
    change_records(data, {})
    assert struct.pack("<BH", 0x1E, day) + b"\x1e\x01\x00\x04" in data
    assert b"\x41\xdd\x00" not in data


def test_prefixed_sheet_is_changed_with_its_prefix(tmp_path):
    path = documents.spreadsheet(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{_S}"><x:sheetPr codeName="S"/><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:f>NOW()</x:f><x:v>1.5</x:v></x:c></x:row></x:sheetData>'
        '<x:pageMargins left="1"/><x:headerFooter/></x:worksheet>'
    ).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    with zipfile.ZipFile(copied(path)) as archive:
        result = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<x:sheetPr codeName="S"><x:pageSetUpPr fitToPage="1"/></x:sheetPr>' in result
    assert 'fitToHeight="0"/><x:headerFooter/>' in result
    assert '<x:c r="A1"><x:v>1.5</x:v></x:c>' in result


def test_records_of_sheets_are_set_as_planned(tmp_path):
    wide = OldSheet("宽", [label(0, 0, "甲"), label(0, 24, "乙")], columns=[(0, 24, 20, False)])
    narrow = OldSheet(
        "窄",
        [number(0, 1, 44561.0, 16)],
        columns=[(1, 1, 4, False), (2, 2, 9, True)],
        header="&R打印 &D &F",
        hidden_rows=[3],
        state=2,
    )
    high = OldSheet("长", [label(n, 0, "甲") for n in range(400)], flags=0x0100)
    path = old_workbook(tmp_path / "a.xls", [wide, narrow, high])
    book = read(copied(path))
    settings = [sheet.settings for sheet in book.sheets]
    assert [(each.pages_wide, each.pages_high) for each in settings] == [(1, 0)] * 3
    assert [(each.paper, each.sideways) for each in settings[:2]] == [(PAPER_A3, True), (9, False)]
    assert book.sheets[1].columns[0].width > 10
    assert book.sheets[1].visibility is Visibility.VERY_HIDDEN
    with olefile.OleFileIO(str(tmp_path / "copy.xls")) as container:
        stream = container.openstream("Workbook").read()
    assert "&R打印      ".encode("utf-16-le") in stream
    shown = read(copied(path, SHOWING)).sheets[1]
    assert shown.visibility is Visibility.VISIBLE
    assert not shown.hidden_rows
    assert not list(shown.hidden_columns())


def test_low_rows_of_an_old_workbook_are_made_higher(tmp_path):
    cells = [label(row, 0, "很长的说明文字" * 10, 17) for row in range(4)]
    heights = {0: (13.5, False), 1: (13.5, True), 2: (300.0, False)}
    path = old_workbook(tmp_path / "a.xls", [OldSheet("表", cells, heights=heights)])
    sheet = read(copied(path)).sheets[0]
    assert set(sheet.heights) == {1, 2}
    assert sheet.heights[1] > 100
    assert sheet.heights[2] == 13.5
    assert sheet.automatic == {3: 300.0}


def test_shared_strings_are_read_across_records():
    def head(count: int) -> bytes:
        return struct.pack("<II", count, count)

    def text(words: str, flags: int = 1, before: bytes = b"", after: bytes = b"") -> bytes:
        data = words.encode("utf-16-le" if flags & 1 else "latin-1")
        return struct.pack("<HB", len(words), flags) + before + data + after

    rich = text("富文本", 0x0D, struct.pack("<HI", 1, 3), bytes(4 + 3))
    whole = head(3) + text("甲乙丙丁") + rich + text("plain", 0)
    assert shared_strings([whole]) == ["甲乙丙丁", "富文本", "plain"]
    cut = head(2) + struct.pack("<HB", 4, 1) + "甲乙".encode("utf-16-le")
    rest = b"\x01" + "丙丁".encode("utf-16-le") + text("末")
    assert shared_strings([cut, rest]) == ["甲乙丙丁", "末"]
    assert shared_strings([whole[:-2]]) == ["甲乙丙丁", "富文本"]


@given(st.lists(st.binary(max_size=60), max_size=4))
def test_any_strings_are_survived(pieces):
    shared_strings(pieces)


@given(st.binary(max_size=300))
def test_any_records_are_survived(data):
    change_records(bytearray(data), {})
    frozen_excel_xml(data)
    frozen_sheet(data)


@pytest.mark.samples
def test_real_xls_is_fitted_in_place(samples, tmp_path):
    shutil.copyfile(samples / "office/testEXCEL_hyperlinks.xls", tmp_path / "a.xls")
    copy = copied(tmp_path / "a.xls")
    assert copy.stat().st_size == (tmp_path / "a.xls").stat().st_size
    assert all(sheet.settings.fitted for sheet in read(copy).sheets)


# --- OpenDocument ------------------------------------------------------------------------------


def ods(path: Path, columns: int, layout: str = 'style:scale-to="100%"', cells: str = "") -> Path:
    documents.open_document(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = f'xmlns:style="{space}style:1.0" xmlns:fo="{space}xsl-fo-compatible:1.0"'
    column = (
        f'<office:automatic-styles {names}><style:style style:name="c" '
        'style:family="table-column"><style:table-column-properties style:column-width="2in"/>'
        "</style:style></office:automatic-styles>"
    )
    run = f'<table:table-column table:style-name="c" table:number-columns-repeated="{columns}"/>'
    last = (
        f"<table:table-row>{cells}<table:table-cell "
        f'table:number-columns-repeated="{columns - 1}"/>'
        '<table:table-cell office:value-type="string"><text:p>末</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    content = parts["content.xml"].decode()
    content = content.replace("<office:body>", f"{column}<office:body>")
    content = content.replace('<table:table table:name="1">', f'<table:table table:name="1">{run}')
    parts["content.xml"] = content.replace("</table:table>", last).encode()
    parts["styles.xml"] = (
        f'<office:document-styles xmlns:office="{space}office:1.0" {names}>'
        '<office:automatic-styles><style:page-layout style:name="p">'
        f'<style:page-layout-properties style:print-orientation="portrait" {layout}/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="p"/>'
        "</office:master-styles></office:document-styles>"
    ).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


@pytest.mark.parametrize(("columns", "paper"), [(2, b""), (8, b"297mm"), (14, b"420mm")])
def test_open_document_sheet_gets_the_paper_it_needs(tmp_path, columns, paper):
    with zipfile.ZipFile(copied(ods(tmp_path / "a.ods", columns))) as archive:
        styles = archive.read("styles.xml")
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert b'style:scale-to-X="1" style:scale-to-Y="0"' in styles
    assert b"style:scale-to=" not in styles
    assert (b'fo:page-width="%b"' % paper in styles) == bool(paper)


def test_open_document_layout_fitted_by_its_author_stays(tmp_path):
    path = copied(ods(tmp_path / "a.ods", 2, 'style:scale-to-pages="2"'))
    with zipfile.ZipFile(path) as archive:
        assert b'style:scale-to-pages="2"' in archive.read("styles.xml")


def test_open_document_formulas_give_way_to_stored_values(tmp_path):
    cells = (
        '<table:table-cell table:formula="of:=TODAY()" office:value-type="date" '
        'office:date-value="2021-04-11"><text:p>2021-4-11</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=RAND()"/>'
        '<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>'
    )
    with zipfile.ZipFile(copied(ods(tmp_path / "a.ods", 2, cells=cells))) as archive:
        content = archive.read("content.xml")
    assert b"TODAY" not in content
    assert b'office:date-value="2021-04-11"' in content
    assert b'table:formula="of:=NA()"' in content
    assert b'table:formula="of:=SUM([.A1:.A9])"' in content


def test_excel_2003_xml_is_frozen():
    data = (
        b'<s:Workbook xmlns:s="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="x">'
        b'<s:Cell s:Formula="=TODAY()"><s:Data s:Type="Number">44297</s:Data></s:Cell>'
        b'<s:Cell s:Formula="=A1"/><x:Header x:Data="&amp;D &amp;P"/></s:Workbook>'
    )
    result = frozen_excel_xml(data)
    assert b"TODAY" not in result
    assert b"44297" in result
    assert b's:Formula="=A1"' in result
    assert b'x:Data=" &amp;P"' in result
