import struct
import zipfile
from pathlib import Path

import olefile
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.sheet_fitting import (
    PageSetup,
    fit_layouts,
    fit_ods,
    fit_sheet_xml,
    fit_xls,
    fit_xls_records,
    fit_xlsx,
    page_setup_for,
)
from tests.support import documents

A4_UPRIGHT = PageSetup(9, sideways=False, pages_wide=1)


@given(st.floats(0, 1e6))
def test_print_stays_legible_on_the_smallest_paper_that_does(width):
    setup = page_setup_for(width)
    printable = {(9, False): 495, (9, True): 742, (8, True): 1090}[setup.paper, setup.sideways]
    assert width == 0 or printable * setup.pages_wide / width >= 0.349
    if setup.pages_wide > 1:
        assert width > 1090 / 0.35


def fitted(path: Path) -> openpyxl.Workbook:
    target = path.with_name("fitted.xlsx")
    fit_xlsx(path, target)
    return openpyxl.load_workbook(target)


def test_wide_workbook_lies_on_a3_and_keeps_its_cells(tmp_path):
    book = fitted(documents.wide_spreadsheet(tmp_path / "a.xlsx", columns=25))
    sheet = book.active
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    setup = sheet.page_setup
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert (setup.orientation, setup.paperSize) == ("landscape", 8)
    assert sheet.cell(2, 25).value == "0-24"


def test_narrow_workbook_stands_on_a4(tmp_path):
    setup = fitted(documents.spreadsheet(tmp_path / "a.xlsx")).active.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth) == ("portrait", 9, 1)


def test_every_sheet_is_fitted(tmp_path):
    book = fitted(documents.spreadsheet(tmp_path / "a.xlsx", sheets=["甲", "乙", "丙"]))
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)


def test_what_the_author_fitted_stays(tmp_path):
    path = documents.wide_spreadsheet(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.sheet_properties.pageSetUpPr.fitToPage = True
    book.active.page_setup.fitToWidth = 3
    book.save(path)
    assert fitted(path).active.page_setup.fitToWidth == 3


def test_chosen_orientation_and_paper_stay_where_they_are_wide_enough(tmp_path):
    path = documents.spreadsheet(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.page_setup.orientation = "landscape"
    book.active.page_setup.paperSize = 11
    book.active.page_setup.scale = 250
    book.save(path)
    setup = fitted(path).active.page_setup
    assert (setup.orientation, setup.paperSize, setup.scale) == ("landscape", 11, None)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<not>xml</not>",
        b"<worksheet><sheetData>",
        b'<worksheet><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/></worksheet>',
    ],
)
def test_xml_that_needs_or_allows_nothing_comes_back(xml):
    assert fit_sheet_xml(xml) == xml


def test_prefixed_xml_is_fitted_with_its_prefix():
    xml = (
        b'<x:worksheet xmlns:x="m"><x:sheetPr codeName="S"/><x:sheetData>'
        b'<x:row r="1"/></x:sheetData><x:pageMargins left="1"/></x:worksheet>'
    )
    result = fit_sheet_xml(xml)
    assert b'<x:sheetPr codeName="S"><x:pageSetUpPr fitToPage="1"/></x:sheetPr>' in result
    assert b'fitToWidth="1" fitToHeight="0"/></x:worksheet>' in result


def ods(path: Path, columns: int) -> Path:
    documents.open_document(path)
    column = (
        '<style:style style:name="c" style:family="table-column">'
        '<style:table-column-properties style:column-width="2in"/></style:style>'
    )
    table = f'<table:table-column table:style-name="c" table:number-columns-repeated="{columns}"/>'
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(
        b'<table:table table:name="1">',
        f'{column}<table:table table:name="1">{table}'.encode(),
    )
    parts["styles.xml"] = (
        b'<style:page-layout-properties style:print-orientation="portrait" style:scale-to="100%"/>'
    )
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


@pytest.mark.parametrize(("columns", "paper"), [(2, b""), (8, b"297mm"), (14, b"420mm")])
def test_open_document_sheet_gets_the_paper_it_needs(tmp_path, columns, paper):
    fit_ods(ods(tmp_path / "a.ods", columns), tmp_path / "b.ods")
    with zipfile.ZipFile(tmp_path / "b.ods") as archive:
        styles = archive.read("styles.xml")
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert b'style:scale-to-X="1" style:scale-to-Y="0"' in styles
    assert b"style:scale-to=" not in styles
    assert (b'fo:page-width="%b"' % paper in styles) == bool(paper)


def test_open_document_layout_fitted_by_its_author_stays():
    styles = b'<style:page-layout-properties style:scale-to-pages="2"/>'
    assert fit_layouts(styles, A4_UPRIGHT) == styles


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def workbook_stream(columns: int, *, flags: int = 0x04C1, chart: bool = False) -> bytearray:
    setup = struct.pack("<6H", 1, 100, 1, 7, 7, 0x0002) + bytes(22)
    sheet = (
        record(0x0809, struct.pack("<HH", 0x0600, 0x0020 if chart else 0x0010) + bytes(12))
        + record(0x0081, struct.pack("<H", flags))
        + record(0x00A1, setup)
        + record(0x007D, struct.pack("<HHH", 0, columns - 1, 20 * 256) + bytes(6))
        + record(0x0200, struct.pack("<IIHHH", 0, 5, 0, columns, 0))
        + record(0x000A, b"")
    )
    head = record(0x0809, struct.pack("<HH", 0x0600, 0x0005) + bytes(12)) + record(0x000A, b"")
    return bytearray(head + sheet)


@pytest.mark.parametrize(
    ("columns", "paper", "upright"), [(3, 1, True), (10, 1, False), (25, 8, False)]
)
def test_records_of_an_xls_are_set(columns, paper, upright):
    data = workbook_stream(columns)
    length = len(data)
    assert fit_xls_records(data)
    assert len(data) == length
    at = data.index(struct.pack("<HH", 0x00A1, 34)) + 4
    found = struct.unpack_from("<6H", data, at)
    assert found[0] == paper
    assert found[3:5] == (1, 0)
    assert bool(found[5] & 0x0002) is upright
    flags = struct.unpack_from("<H", data, data.index(struct.pack("<HH", 0x0081, 2)) + 4)[0]
    assert flags & 0x0100


@pytest.mark.parametrize("data", [workbook_stream(5, flags=0x0100), workbook_stream(5, chart=True)])
def test_records_that_are_fitted_or_no_sheet_stay(data):
    before = bytes(data)
    assert not fit_xls_records(data)
    assert bytes(data) == before


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data):
    fit_xls_records(bytearray(data))
    fit_sheet_xml(data)


@pytest.mark.samples
def test_real_xls_is_fitted_in_place(samples, tmp_path):
    copy = tmp_path / "a.xls"
    copy.write_bytes((samples / "office/testEXCEL_hyperlinks.xls").read_bytes())
    fit_xls(copy)
    with olefile.OleFileIO(str(copy)) as container:
        data = bytearray(container.openstream("Workbook").read())
    assert not fit_xls_records(data), "fitted already"
