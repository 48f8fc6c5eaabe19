"""The templates: drawn as kept, official in form, the county's own first, broken ones refused."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import openpyxl
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.reports.certificates.files import built_in_kinds
from app.reports.certificates.papers import TEMPLATE, certificate_paper
from app.reports.draft import HEAD_NAMES
from app.reports.errors import TemplateInvalid
from app.reports.example import offered
from app.reports.filling import PLACEHOLDER
from app.reports.papers import PAPERS, PaperFormat, find_paper
from app.reports.service import guide
from app.reports.templates import built_in, find_template, own_name
from app.typesetting.office_fonts import SUBSTITUTES
from app.wording.errors import describe_error
from resources.templates.make_templates import drawn
from tests.support.paper_description import described, stored
from tests.support.report_rows import PART, county_rows

WORD = [p for p in PAPERS if p.format is PaperFormat.WORD]
SHEETS = [p for p in PAPERS if p.format is PaperFormat.SHEETS]
REMINDER = find_paper("催报通知")


@pytest.fixture(scope="module")
def golden():
    return described()


@pytest.fixture(scope="module")
def rows(framework):
    return county_rows(framework, 40)


def named(paper) -> str:
    return paper.name


@pytest.mark.parametrize("title", sorted(stored()))
def test_the_usual_papers_say_what_they_said(golden, title):
    assert golden[title] == stored()[title]


def test_every_paper_is_kept():
    assert set(stored()) == {p.title for p in PAPERS}


def test_the_kept_templates_are_those_that_are_drawn():
    made = drawn()
    expected = {f"{p.name}{'.docx' if p in WORD else '.xlsx'}" for p in PAPERS}
    assert set(made) == {*expected, f"{TEMPLATE}.docx"}
    for paper in (*PAPERS, certificate_paper(built_in_kinds()[0])):
        suffix = ".xlsx" if paper in SHEETS else ".docx"
        kept, new = (
            {m: archive.read(m) for m in archive.namelist()}
            for archive in (
                zipfile.ZipFile(BytesIO(built_in(paper))),
                zipfile.ZipFile(BytesIO(made[f"{paper.template or paper.name}{suffix}"])),
            )
        )
        assert kept == new, paper.title


@pytest.mark.parametrize("paper", WORD, ids=named)
def test_the_page_is_that_of_the_standard(paper):
    document = docx.Document(BytesIO(built_in(paper)))
    (section,) = document.sections
    size = (section.page_width.mm, section.page_height.mm)
    assert [round(s) for s in size] == [210, 297]
    edges = (
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    )  # fmt: skip
    assert [round(e.mm) for e in edges] == [37, 35, 28, 26]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("仿宋_GB2312", 16)
    assert normal.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    # 22 lines fill 225 mm, and not a twentieth of a point more.
    assert normal.paragraph_format.line_spacing.twips * 22 <= 225 / 25.4 * 1440
    assert normal.paragraph_format.line_spacing.twips * 22.2 > 225 / 25.4 * 1440
    title = document.styles["公文标题"]
    assert (title.font.name, title.font.size.pt) == ("方正小标宋简体", 22)
    assert document.styles["Heading 1"].font.name == "黑体"
    assert document.styles["Heading 2"].font.name == "楷体_GB2312"
    assert document.settings.odd_and_even_pages_header_footer is True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (number,) = footer.paragraphs
        assert number.text == "— 1 —"
        indent = number._element.pPr.find(qn("w:ind"))
        assert indent.get(qn(f"w:{side}Chars")) == "100"


@pytest.mark.parametrize("paper", WORD, ids=named)
def test_word_tables_fit_the_text_and_repeat_their_heads(paper):
    document = docx.Document(BytesIO(built_in(paper)))
    for table in document.tables:
        widths = [column.width.mm for column in table.columns]
        assert sum(widths) == pytest.approx(156, abs=0.5)
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        if table.style is None or table._tbl.tblPr.find(qn("w:tblBorders")) is not None:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_number_stands_in_one_line_of_the_handover_list():
    """60-20-12 broken after 60-20- is read as another number."""
    paper = docx.Document(BytesIO(built_in(find_paper("移交清单"))))
    heads = [cell.text for cell in paper.tables[0].rows[0].cells]
    width = paper.tables[0].columns[heads.index("编号")].width
    margins = Mm(3.8)
    assert width - margins >= len("60-20-12") * Pt(10.5) * 0.5


@pytest.mark.parametrize("paper", SHEETS, ids=named)
def test_sheets_are_set_up_for_paper(paper):
    for sheet in openpyxl.load_workbook(BytesIO(built_in(paper))).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.freeze_panes.endswith("4")
        widths = [d.width for d in sheet.column_dimensions.values()]
        # Wider than this the print becomes too small to read.
        assert sum(widths) <= 190


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_templates_name_faces_that_are_mapped_for_libreoffice(paper):
    known = {name for names in SUBSTITUTES.values() for name in names}
    with zipfile.ZipFile(BytesIO(built_in(paper))) as archive:
        part = "word/styles.xml" if paper in WORD else "xl/styles.xml"
        styles = archive.read(part).decode("utf-8")
    pattern = (
        r'w:eastAsia="([^"]*[\u4e00-\u9fff][^"]*)"' if paper in WORD else r'name val="([^"]+)"'
    )
    faces = {f for f in re.findall(pattern, styles) if f != "Calibri"}
    assert faces
    assert faces <= known


def test_no_template_has_english_for_the_reader():
    for paper in WORD:
        document = docx.Document(BytesIO(built_in(paper)))
        for paragraph in document.element.body.iter(qn("w:t")):
            assert not re.search("[A-Za-z]", PLACEHOLDER.sub("", paragraph.text or ""))


def texts_in(paper) -> Iterator[str]:
    stream = BytesIO(built_in(paper))
    if paper in WORD:
        yield from (t.text or "" for t in docx.Document(stream).element.body.iter(qn("w:t")))
        return
    for sheet in openpyxl.load_workbook(stream).worksheets:
        yield from (str(cell.value or "") for row in sheet.iter_rows() for cell in row)


def test_the_guide_names_every_placeholder_of_every_template():
    text = guide()
    for paper in PAPERS:
        known = {*HEAD_NAMES, *(name for row in offered(paper) for name in row)}
        words = "".join(texts_in(paper))
        used = {name.strip() for name in PLACEHOLDER.findall(words)}
        assert used
        assert used <= known, paper.title
        assert all(f"{{{{{name}}}}}" in text for name in known)


def test_a_county_s_own_template_wins(tmp_path: Path, rows):
    document = docx.Document()
    document.add_paragraph("本县自己的催办函：{{单位}}还缺{{缺数}}个")
    document.save(tmp_path / own_name(REMINDER))
    draft = REMINDER.write(rows, PART)
    filled = find_template(REMINDER, tmp_path).fill(draft.filling)
    missing = draft.filling.values["缺数"]
    assert filled.paragraphs[0].text == f"本县自己的催办函：{PART}还缺{missing}个"


def renamed(content: bytes, name: str) -> bytes:
    """A Word file without one of its parts."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return stream.getvalue()


@pytest.mark.parametrize("fault", ["text", "cut", "headless", "sheet", "bomb", "unknown"])
def test_a_broken_template_is_refused_with_its_reason(tmp_path: Path, rows, fault: str):
    good = built_in(REMINDER)
    unknown, book, bomb = BytesIO(), BytesIO(), BytesIO()
    document = docx.Document()
    document.add_paragraph("{{单味}}")
    document.save(unknown)
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    content = {
        "text": "这不是文档".encode(),
        "cut": good[: len(good) // 2],
        "headless": renamed(good, "word/document.xml"),
        "sheet": book.getvalue(),
        "bomb": bomb.getvalue(),
        "unknown": unknown.getvalue(),
    }[fault]
    path = tmp_path / own_name(REMINDER)
    path.write_bytes(content)
    draft = REMINDER.write(rows, PART)
    with pytest.raises(TemplateInvalid) as caught:
        find_template(REMINDER, tmp_path).fill(draft.filling)
    sentence = describe_error(caught.value)
    assert str(path) in sentence.reason
    told = {"unknown": "{{单味}}", "bomb": "过大"}.get(fault, "不是")
    assert told in sentence.reason
    assert sentence.remedy


def _own(
    tmp_path: Path, paper, parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """The built-in template with other parts, as a county's own."""
    path = tmp_path / own_name(paper)
    with (
        zipfile.ZipFile(BytesIO(built_in(paper))) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for member in source.infolist():
            target.writestr(member.filename, parts.get(member.filename, source.read(member)))
    return path


def _sheet(inner: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{inner}</worksheet>'.encode()


WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VAST = {
    "corner": _sheet('<sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    "corner without names": _sheet('<sheetData><row r="900000"><c/><c/></row></sheetData>'),
    "merged": _sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD9999"/></mergeCells>'),
    "cells": _sheet("<sheetData><row>" + "<c/>" * 1_000_000 + "</row></sheetData>"),
    "rows": _sheet("<sheetData>" + "<row><c/></row>" * 400_000 + "</sheetData>"),
    "text": _sheet("<sheetData>" + " " * 12_000_000 + "</sheetData>"),
}


@pytest.mark.parametrize("kind", VAST)
def test_a_vast_sheet_is_refused_before_it_is_opened(tmp_path, rows, kind):
    paper = SHEETS[0]
    _own(tmp_path, paper, {"xl/worksheets/sheet1.xml": VAST[kind]})
    with pytest.raises(TemplateInvalid):
        find_template(paper, tmp_path).fill(paper.write(rows, PART).filling)


@pytest.mark.parametrize("piece", ["<w:p/>", "<w:tbl><w:tr><w:tc>", " "])
def test_a_word_template_of_millions_of_parts_is_refused(tmp_path, rows, piece):
    paper = WORD[0]
    body = piece * (12_000_000 // len(piece))
    text = f'<w:document xmlns:w="{WORD_SPACE}"><w:body>{body}</w:body></w:document>'
    _own(tmp_path, paper, {"word/document.xml": text.encode()})
    with pytest.raises(TemplateInvalid):
        find_template(paper, tmp_path).fill(paper.write(rows, PART).filling)


@pytest.mark.parametrize("paper", [WORD[0], SHEETS[0]], ids=named)
def test_bytes_that_rot_are_told(tmp_path, rows, paper):
    """Each broken template is told as one, whatever the library makes of it."""
    content = built_in(paper)
    path = tmp_path / own_name(paper)
    for at in range(40, len(content), max(1, len(content) // 60)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        with suppress(TemplateInvalid):
            find_template(paper, tmp_path).fill(paper.write(rows, PART).filling)


@pytest.mark.parametrize("begins", [b"\x89PNG", b"<", b"\xff\xfe<\0", b"\xff\xfe\xff\xd8"])
def test_a_template_of_a_county_with_pictures_is_taken(tmp_path, rows, begins):
    """Some pictures begin like XML; they are none, and no sheet."""
    paper = WORD[0]
    path = _own(tmp_path, paper, {})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/media/a.png", begins + Random(7).randbytes(20_000_000))
    find_template(paper, tmp_path).fill(paper.write(rows, PART).filling)
