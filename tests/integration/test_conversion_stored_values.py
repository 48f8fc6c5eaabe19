"""Pages show what a file stored: not the day of the conversion, not a new random number."""

import re
import struct
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import olefile
import openpyxl
import pypdfium2
import pytest
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Side

from app.conversion.model import BindingChoices, Made, Order, Source
from app.conversion.office.batch import OfficeFile, convert_files
from app.conversion.office.converter import OfficeConverter
from app.conversion.office.process import Way
from app.conversion.office.program import find_office
from app.jobs import SilentJob
from app.problems import Problem, ProblemKind
from app.typesetting.office_fonts import write_fontconfig
from app.workbooks import biff
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.documents.binary_workbook import xlsb

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed"),
]

STORED = 44297.0  # 2021-04-11
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LONG = "关于进一步加强行政执法监督工作的若干意见以及配套实施办法的落实情况说明"


def letter(path: Path) -> Path:
    """A letter with a date field in text, header and footer, its code in two pieces."""
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{p}</w:instrText></w:r>'
        for p in (" DA", 'TE \\@ "yyyy-MM-dd" ')
    )

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        f"{mark('begin')}{pieces}{mark('separate')}<w:r><w:t>2021-04-11</w:t></w:r>{mark('end')}"
    )
    document = docx.Document()
    section = document.sections[0]
    for part in (document.element.body, section.header._element, section.footer._element):
        part.insert(0, parse_xml(f"<w:p {_W}>{field}</w:p>"))
    document.save(str(path))
    return path


def ledger(path: Path) -> Path:
    """A sheet of volatile formulas with stored results, as Excel writes them; &D in its header."""
    book = openpyxl.Workbook()
    sheet = book.active
    stored = (("TODAY()", "44297"), ("TODAY()-DATE(2021,3,1)", "41"), ("RAND()", "0.125"))
    for row, (formula, _) in enumerate(stored, start=1):
        sheet.cell(row, 1, f"={formula}")
    sheet["A1"].number_format = "yyyy-mm-dd"
    sheet.column_dimensions["A"].width = 20
    sheet.oddHeader.right.text = "打印日期 &D &F"
    book.save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    for formula, value in stored:
        empty = re.compile(rf"(<f>{re.escape(formula)}</f>)<v\s*(?:/>|></v>)")
        parts[name], count = empty.subn(rf"\g<1><v>{value}</v>", parts[name])
        assert count == 1
    with zipfile.ZipFile(path, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    return path


def by_office(path: Path, suffix: str, folder: Path, environment: dict[str, str]) -> Path:
    """The file in an old format, as LibreOffice writes it."""
    file = OfficeFile(path, 60.0, Way(target=suffix))
    ((_, made),) = convert_files(find_office(None), [file], folder, environment, SilentJob())
    assert isinstance(made, Path), made
    return made


def as_if_written_then(path: Path, stream: str, change) -> Path:
    """Put stored values of 2021 in place of those that LibreOffice has just stored."""
    with olefile.OleFileIO(str(path), write_mode=True) as container:
        data = bytearray(container.openstream(stream).read())
        assert change(data)
        container.write_stream(stream, bytes(data))
    return path


def old_dates(data: bytearray) -> int:
    count = 0
    for encoding in ("latin-1", "utf-16-le"):
        old = "2021-04-11".encode(encoding)
        after = "" if encoding == "latin-1" else "\0"
        pattern = f"-{after}".join(f"(?:[0-9]{after}){{{n}}}" for n in (4, 2, 2))
        for found in re.finditer(pattern.encode("latin-1"), bytes(data)):
            data[found.start() : found.end()] = old
            count += 1
    return count


def old_results(data: bytearray) -> int:
    count = 0
    for kind, start, _ in biff.records(data):
        if kind == biff.FORMULA:
            row = struct.unpack_from("<H", data, start)[0]
            struct.pack_into("<d", data, start + 6, (STORED, 41.0, 0.125)[row])
            count += 1
    return count


class Bound:
    """The pages of each file, by its name, as text without spaces."""

    def __init__(self, converter: OfficeConverter, folder: Path, sources: list[Source]) -> None:
        (folder / "work").mkdir()
        (folder / "targets").mkdir()
        orders = [
            Order(source, folder / "targets" / f"{number}.pdf")
            for number, source in enumerate(sources)
        ]
        self.pages: dict[str, list[str]] = {}
        self.notes: dict[str, tuple[Problem, ...]] = {}
        self.paths: dict[str, Path] = {}
        for order, made in converter.convert(orders, folder / "work", SilentJob()):
            name = order.source.name
            assert isinstance(made, Made), f"{name}: {made}"
            self.notes[name], self.paths[name] = made.notes, made.target
            with pypdfium2.PdfDocument(made.target) as document:
                self.pages[name] = [
                    "".join(page.get_textpage().get_text_range().split()) for page in document
                ]


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    return {"FONTCONFIG_FILE": str(write_fontconfig(tmp_path_factory.mktemp("fonts")))}


@pytest.fixture(scope="module")
def bound(workers, environment, tmp_path_factory) -> Bound:
    folder = tmp_path_factory.mktemp("stored")
    docx_file, xlsx_file = letter(folder / "函.docx"), ledger(folder / "台账.xlsx")
    doc = by_office(docx_file, "doc", folder / "doc", environment)
    as_if_written_then(doc, "WordDocument", old_dates)
    xls = by_office(xlsx_file, "xls", folder / "xls", environment)
    as_if_written_then(xls, "Workbook", old_results)
    rtf = folder / "函.rtf"
    rtf.write_text(
        r'{\rtf1\ansi {\field{\*\fldinst { D}{ATE \\@ "yyyy-MM-dd" }}{\fldrslt 2021-04-11}}\par}',
        encoding="ascii",
    )
    field = '<text:date text:date-value="2021-04-11">2021-04-11</text:date>'
    odt = documents.open_document(folder / "函.odt", field)
    binary = xlsb(folder / "台账.xlsb", [["日期", STORED], ["天数", 41.0]], "&R打印日期 &D")
    files = [docx_file, doc, rtf, odt, xlsx_file, xls, binary]
    converter = OfficeConverter(workers, FAST, environment)
    return Bound(converter, folder, [source_of(path) for path in files])


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("函.docx", 3),
        ("函.doc", 3),
        ("函.rtf", 1),
        ("函.odt", 1),
        ("台账.xlsx", 1),
        ("台账.xls", 1),
    ],
)
def test_stored_date_is_bound(bound, name, times):
    assert "".join(bound.pages[name]).count("2021-04-11") == times


@pytest.mark.parametrize("name", ["台账.xlsx", "台账.xls", "台账.xlsb"])
def test_stored_results_are_bound_and_no_day_in_the_header(bound, name):
    text = "".join(bound.pages[name])
    assert "41" in text
    assert ("44297" in text) if name.endswith("b") else ("0.125" in text)
    assert "打印日期" in text
    today = date.today()
    assert str(today.year) not in text.replace("打印日期", "")
    assert "000" not in text  # the number under which the copy lies


def ruled(path: Path, change, rows: int = 12) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    line = Side("thin")
    for row in range(1, rows + 1):
        for column, value in enumerate((row, f"单位{row}", "短"), start=1):
            cell = sheet.cell(row, column, value)
            cell.border = Border(line, line, line, line)
    change(sheet)
    book.save(path)
    return path


def wrap(sheet) -> None:
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 18, True
    for row in range(1, 8):
        sheet.cell(row, 2, f"{row}{_LONG}")
        sheet.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="center")
    sheet.column_dimensions["B"].width = 20


def draw_far(sheet) -> None:
    line = Side("thin")
    for row in range(13, 3000, 2):
        sheet.cell(row, row % 7 + 1).border = Border(line, line, line, line)
    for column in range(5, 3000):
        sheet.cell(2, column).number_format = "0.00"


def squeeze(sheet) -> None:
    sheet["E1"], sheet["F1"] = date(2021, 12, 31), 1234567.5
    sheet["F1"].number_format = "#,##0.00"
    for letter_ in "EF":
        sheet.column_dimensions[letter_].width = 5


def shrink(sheet) -> None:
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 1


def hide(sheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.parent.create_sheet("明细")["A1"] = "暗处的内容"
    sheet.parent["明细"].sheet_state = "veryHidden"
    sheet["B5"].comment = Comment("尚待核实", "张三")


@pytest.fixture(scope="module")
def sheets(workers, environment, tmp_path_factory) -> Bound:
    folder = tmp_path_factory.mktemp("sheets")
    files = [
        ruled(folder / "换行.xlsx", wrap),
        ruled(folder / "框线.xlsx", draw_far),
        ruled(folder / "列窄.xlsx", squeeze),
        ruled(folder / "缩印.xlsx", shrink, rows=400),
        ruled(folder / "隐藏.xlsx", hide),
    ]
    sources = [source_of(path) for path in files]
    shown = BindingChoices(hidden=True, comments=True)
    last = sources[-1]
    sources.append(Source(last.sha256, last.path, "印出.xlsx", last.file_type, last.size, shown))
    return Bound(OfficeConverter(workers, FAST, environment), folder, sources)


def test_wrapped_rows_do_not_overprint_each_other(sheets):
    with pypdfium2.PdfDocument(sheets.paths["换行.xlsx"]) as document:
        text = document[0].get_textpage()
        found = []
        for row in range(1, 8):
            first = text.search(f"{row}关于").get_next()
            assert first is not None, row
            found.append(text.get_charbox(first[0] + 1)[3])
        assert "".join(text.get_text_range().split()).count(_LONG[-6:]) == 7
    heights = [upper - lower for upper, lower in pairwise(found)]
    assert min(heights) > 40, "three lines or more of 11 pt"


def test_lines_far_from_the_content_make_no_pages(sheets):
    assert len(sheets.pages["框线.xlsx"]) == 1
    with pypdfium2.PdfDocument(sheets.paths["框线.xlsx"]) as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=1)


def test_columns_are_as_wide_as_their_numbers(sheets):
    (page,) = sheets.pages["列窄.xlsx"]
    assert "#" not in page
    assert "1,234,567.50" in page
    assert "2021-12-31" in page
    assert [note.kind for note in sheets.notes["列窄.xlsx"]] == [ProblemKind.NUMBERS_TOO_WIDE]


def test_four_hundred_rows_are_no_strip(sheets):
    assert len(sheets.pages["缩印.xlsx"]) > 5
    assert [note.kind for note in sheets.notes["缩印.xlsx"]] == [ProblemKind.FIT_UNREADABLE]


def test_hidden_parts_and_comments_are_bound_only_when_chosen(sheets):
    usual, shown = "".join(sheets.pages["隐藏.xlsx"]), "".join(sheets.pages["印出.xlsx"])
    for words in ("暗处的内容", "尚待核实"):
        assert words not in usual
        assert words in shown
    assert "单位3" not in usual
    assert "单位3" in shown
    assert {note.kind for note in sheets.notes["隐藏.xlsx"]} == {
        ProblemKind.HIDDEN_SHEETS,
        ProblemKind.HIDDEN_ROWS,
        ProblemKind.COMMENTS,
    }
    assert sheets.notes["印出.xlsx"] == ()
