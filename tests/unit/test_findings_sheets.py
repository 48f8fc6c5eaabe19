"""What is told of a spreadsheet when it is added."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment

from app.conversion.office.sources import Preparation, prepare
from app.filetypes import sniff
from app.findings.looking import find
from app.names.problems import describe_problem
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.compound import compound
from tests.support.documents.binary_workbook import xlsb
from tests.support.documents.embedded import packed_file
from tests.support.old_workbook import (
    TODAY,
    OldSheet,
    formula,
    label,
    number,
    old_workbook,
    print_area,
    workbook_stream,
)

ROWS = [("序号", "单位", "件数"), *((n, "县司法局", n) for n in range(1, 41))]


def found(path: Path) -> dict[ProblemKind, dict[str, object]]:
    problems = find(path, sniff(path, path.name))
    assert len({problem.kind for problem in problems}) == len(problems)
    for problem in problems:
        assert describe_problem(problem).reason
    return {problem.kind: dict(problem.detail) for problem in problems}


def workbook(path: Path, change) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "汇总"
    for row in ROWS:
        book.active.append(row)
    change(book)
    book.save(path)
    return path


def hide_sheets(book):
    for name, state in (("明细", "hidden"), ("原始", "veryHidden"), ("空表", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        if name != "空表":
            sheet["A1"] = "内容"


def hide_rows(book):
    for row in (3, 4, 5, 90):
        book.active.row_dimensions[row].hidden = True


def filter_rows(book):
    hide_rows(book)
    book.active.auto_filter.ref = "A1:C41"
    book.active.auto_filter.add_filter_column(1, ["县司法局"])


def hide_columns(book):
    for letter in "BZ":
        book.active.column_dimensions[letter].hidden = True


def set_area(book):
    book.active.print_area = "A1:B11"


def narrow(book):
    sheet = book.active
    sheet["E1"], sheet["E2"] = date(2021, 12, 31), 0.5
    sheet["F1"], sheet["F2"] = 1234567.5, 1234567.5
    sheet["F1"].number_format = sheet["F2"].number_format = "#,##0.00"
    sheet["F2"].alignment = Alignment(shrink_to_fit=True)
    sheet["G1"], sheet["H1"] = 1 / 3, "一段很长的文字，放不下也不会变成井号"
    for letter in "EFG":
        sheet.column_dimensions[letter].width = 5


def fit_one_page(book):
    for n in range(400):
        book.active.append((n, "县司法局", n))
    book.active.sheet_properties.pageSetUpPr.fitToPage = True
    book.active.page_setup.fitToHeight = 1


def scale_to_a_tenth(book):
    book.active.sheet_properties.pageSetUpPr = None
    book.active.page_setup.scale = 10


def scale_a_little(book):
    book.active.sheet_properties.pageSetUpPr = None
    book.active.page_setup.scale = 85


def fit_width_only(book):
    fit_one_page(book)
    book.active.page_setup.fitToHeight = 0


def add_comments(book):
    for cell in ("A1", "B2"):
        book.active[cell].comment = Comment("待核实", "张三")


def date_margins(book):
    book.active.oddHeader.right.text = "打印日期 &D"
    book.active.oddFooter.left.text = "&F 第 &P 页"


def add_formulas(book):
    book.active["E1"], book.active["E2"] = "=TODAY()", "=SUM(A2:A9)"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda book: None, {}),
        (
            hide_sheets,
            {ProblemKind.HIDDEN_SHEETS: {"count": 2, "names": "明细、原始（深度隐藏）"}},
        ),
        (hide_rows, {ProblemKind.HIDDEN_ROWS: {"count": 3}}),
        (filter_rows, {ProblemKind.FILTERED_ROWS: {"count": 3}}),
        (hide_columns, {ProblemKind.HIDDEN_COLUMNS: {"count": 1, "names": "B"}}),
        (
            set_area,
            {
                ProblemKind.ROWS_NOT_PRINTED: {"count": 30},
                ProblemKind.COLUMNS_NOT_PRINTED: {"count": 1, "names": "C"},
            },
        ),
        (narrow, {ProblemKind.NUMBERS_TOO_WIDE: {"count": 2}}),
        (fit_one_page, {ProblemKind.FIT_UNREADABLE: {"count": 1, "size": 1.2}}),
        (fit_width_only, {}),
        (scale_to_a_tenth, {ProblemKind.FIT_UNREADABLE: {"count": 1, "size": 1.1}}),
        (scale_a_little, {}),
        (add_comments, {ProblemKind.COMMENTS: {"count": 2}}),
        (date_margins, {ProblemKind.FIELDS_NOT_STORED: {"count": 2}}),
        (add_formulas, {ProblemKind.VALUES_NOT_STORED: {"count": 1}}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_workbook_tells(tmp_path, change, expected):
    assert found(workbook(tmp_path / "台账.xlsx", change)) == expected


def test_empty_workbook_is_told_when_it_is_added(tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert list(found(tmp_path / "a.xlsx")) == [ProblemKind.NOTHING_TO_PRINT]
    assert find(tmp_path / "a.xlsx", sniff(tmp_path / "a.xlsx", "a.xlsx"))[0].blocking


@pytest.mark.parametrize(
    "shapes", ["<legacyDrawing/>", "<picture/>", "<oleObjects/>", "<controls/>"]
)
def test_sheet_with_nothing_but_a_shape_is_not_empty(tmp_path, shapes):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</worksheet>", f"{shapes}</worksheet>".encode())
    with zipfile.ZipFile(path, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    assert found(path) == {}


def test_old_workbook_tells_the_same(tmp_path):
    cells = [label(row, 0, "单位") for row in range(40)]
    dated = [number(0, 5, 44561.0, 16), formula(1, 5, 0.5, TODAY)]
    sheets = [
        OldSheet(
            "汇总",
            [*cells, label(3, 1, "列"), *dated],
            columns=[(1, 1, 8.0, True), (5, 5, 4.0, False)],
            hidden_rows=[4, 5, 77],
        ),
        OldSheet("明细", [label(0, 0, "甲")], state=1),
        OldSheet("原始", [label(0, 0, "甲")], state=2),
    ]
    path = old_workbook(tmp_path / "a.xls", sheets, print_area(0, 0, 9, 0, 8))
    assert found(path) == {
        ProblemKind.HIDDEN_SHEETS: {"count": 2, "names": "明细、原始（深度隐藏）"},
        ProblemKind.HIDDEN_ROWS: {"count": 2},
        ProblemKind.HIDDEN_COLUMNS: {"count": 1, "names": "B"},
        ProblemKind.ROWS_NOT_PRINTED: {"count": 30},
        ProblemKind.NUMBERS_TOO_WIDE: {"count": 1},
    }


def test_sheet_that_is_not_found_is_not_called_empty(tmp_path):
    stream = workbook_stream([OldSheet("表", [label(0, 0, "甲")])])
    path = compound(tmp_path / "a.xls", {"Workbook": stream[: stream.rindex(b"\x09\x08")]})
    assert list(found(path)) == [ProblemKind.NOT_LOOKED_THROUGH]


def test_file_inside_an_old_workbook_is_named(tmp_path):
    sheet = OldSheet("表", [label(0, 0, "甲")])
    inside = {
        "MBD0001A2B3": {"\x01Ole10Native": packed_file("附表.pdf", b"%PDF-1.4")},
        "_VBA_PROJECT_CUR": {"PROJECT": b"x"},
    }
    path = old_workbook(tmp_path / "a.xls", [sheet], storages=inside)
    expected = {"count": 1, "names": "附表.pdf"}
    assert found(path) == {ProblemKind.ATTACHMENTS_NOT_CARRIED: expected}


_ODS = """<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles>
<style:style style:name="c" style:family="table-column"><style:table-column-properties
 style:column-width="1cm"/></style:style>
<style:style style:name="d" style:family="table-cell" style:data-style-name="N49"/>
<style:style style:name="h" style:family="table"><style:table-properties
 table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="汇总" table:print-ranges="'汇 总'.A1:'汇 总'.C3">
<table:table-column table:style-name="c"/><table:table-column table:visibility="collapse"/>
<table:table-column table:number-columns-repeated="1000"/>
<table:table-row><table:table-cell table:style-name="d" office:value-type="date"
 office:date-value="2021-12-31"><text:p>###</text:p></table:table-cell>{text}</table:table-row>
<table:table-row table:visibility="filter"><table:table-cell/>{text}</table:table-row>
<table:table-row table:number-rows-repeated="3">{text}</table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="明细" table:style-name="h"><table:table-row>{text}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>""".format(
    text='<table:table-cell office:value-type="string"><office:annotation/><text:p>文</text:p>'
    "</table:table-cell>"
)


def test_open_document_spreadsheet_tells_the_same(tmp_path):
    path = documents.open_document(tmp_path / "a.ods")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, _ODS.encode() if name == "content.xml" else data)
    assert found(path) == {
        ProblemKind.HIDDEN_SHEETS: {"count": 1, "names": "明细"},
        ProblemKind.FILTERED_ROWS: {"count": 1},
        ProblemKind.HIDDEN_COLUMNS: {"count": 1, "names": "B"},
        ProblemKind.ROWS_NOT_PRINTED: {"count": 2},
        ProblemKind.NUMBERS_TOO_WIDE: {"count": 1},
        ProblemKind.COMMENTS: {"count": 3},
    }


def test_binary_workbook_is_read(tmp_path):
    assert found(xlsb(tmp_path / "a.xlsb", [["日期", 44297.0]])) == {}
    empty = found(xlsb(tmp_path / "b.xlsb", []))
    assert list(empty) == [ProblemKind.NOTHING_TO_PRINT]


def test_links_to_other_workbooks_are_told(tmp_path):
    path = documents.spreadsheet(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    book = parts["xl/workbook.xml"]
    links = b"<externalReferences><externalReference/><externalReference/></externalReferences>"
    parts["xl/workbook.xml"] = book.replace(b"</sheets>", b"</sheets>" + links)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert found(path) == {ProblemKind.LINKED_WORKBOOKS: {"count": 2}}


@pytest.mark.parametrize(
    "change",
    [(b'r="A1"', b'r="ZZZZZZZ1"'), (b"<v>1</v>", b"<v>one</v>"), (b'r="A1"', b'r="1"')],
)
def test_odd_addresses_and_numbers_are_survived(tmp_path, change):
    path = documents.spreadsheet(tmp_path / "a.xlsx", [("甲", 1)])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data.replace(*change))
    assert set(found(path)) <= {ProblemKind.NOT_LOOKED_THROUGH}


@pytest.mark.parametrize("size", [0, 40, 300, 2000])
def test_damaged_workbooks_are_said_not_to_be_read(tmp_path, size):
    whole = documents.spreadsheet(tmp_path / "whole.xlsx").read_bytes()
    kind = sniff(tmp_path / "whole.xlsx", "whole.xlsx")
    for data in (whole[:size], compound(tmp_path / "x", {"Workbook": b"\x09\x08"}).read_bytes()):
        (tmp_path / "a").write_bytes(data)
        problems = find(tmp_path / "a", kind)
        assert {problem.kind for problem in problems} <= {ProblemKind.NOT_LOOKED_THROUGH}


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("xl/worksheets/sheet1.xml", ProblemKind.DAMAGED),
        ("xl/workbook.xml", ProblemKind.DAMAGED),
        ("xl/styles.xml", ProblemKind.NOT_LOOKED_THROUGH),
    ],
)
def test_workbook_with_a_bad_byte_is_told(tmp_path, part, kind):
    path = workbook(tmp_path / "a.xlsx", lambda book: None)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        entry = package.getinfo(part)
    begin = entry.header_offset + 30 + len(part)
    data[begin : begin + 1] = b"\xff"  # no block of deflated data begins so
    path.write_bytes(data)
    assert list(found(path)) == [kind]
    preparation = Preparation(path, sniff(path, path.name), tmp_path, "0000")
    made = prepare(preparation)
    assert (made.kind if isinstance(made, Problem) else made.found[0].kind) == kind
