"""Letters as Word files in the layout of GB/T 9704-2012, naming the fonts that offices name."""

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from resources.demo.content import NOTE, Letter, Table
from resources.demo.packing import settle
from resources.demo.page import balanced, heading_level

FANG, TITLE, KAI, HEI, SONG = "仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体", "宋体"
LINE = 28.95  # points; 22 lines fill the page
RED = RGBColor(0xC4, 0x16, 0x1C)


def letter_docx(path: Path, letter: Letter, table: Table | None = None) -> None:
    """Write a letter as .docx, with a table as its annex if one is given."""
    document = _document(letter.title, letter.issuer)
    if letter.signed:
        _centred(document, f"{letter.issuer}文件", TITLE, 36, RED)
        _centred(document, "", FANG, 16)
        number = _centred(document, letter.number, FANG, 16)
        _underline(number)
        _centred(document, "", FANG, 16)
    _centred(document, "\n".join(balanced(letter.title, "title", 22)), TITLE, 22)
    _centred(document, "", FANG, 16)
    if letter.to:
        _line(document, f"{letter.to}：", FANG)
    for text in letter.body:
        _body(document, text)
    _close(document, letter)
    if table:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _annex(document, table)
    document.save(str(path))
    settle(path)


def letter_rtf(path: Path, letter: Letter) -> None:
    """Write a letter as RTF, the format that old programs call .doc."""
    lines = [letter.title, "", *letter.body, "", letter.issuer, letter.day_text, NOTE]
    text = "\\par\n".join(_rtf(line) for line in lines)
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}"
    path.write_text(f"{head}\\paperw11906\\paperh16838\\f0\\fs32\n{text}\\par}}", encoding="ascii")


def _rtf(text: str) -> str:
    return "".join(
        sign if sign.isascii() else f"\\u{ord(sign) - (65536 if ord(sign) > 32767 else 0)}?"
        for sign in text
    )


def _document(title: str, author: str) -> Document:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.comments = NOTE
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    document.settings.odd_and_even_pages_header_footer = True
    _folio(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _folio(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    return document


def _folio(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = side
    _run(paragraph, "— ", SONG, 14)
    run = paragraph.add_run()
    _font(run, SONG, 14)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields
    _run(paragraph, " —", SONG, 14)


def _font(run: Run, name: str, size: float) -> None:
    run.font.name = name
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)  # noqa: SLF001


def _run(paragraph: Paragraph, text: str, name: str, size: float) -> Run:
    run = paragraph.add_run(text)
    _font(run, name, size)
    return run


def _paragraph(document: Document) -> Paragraph:
    paragraph = document.add_paragraph()
    style = paragraph.paragraph_format
    style.space_before = style.space_after = Pt(0)
    style.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.line_spacing = Pt(LINE)
    return paragraph


def _centred(
    document: Document, text: str, name: str, size: float, colour: RGBColor | None = None
) -> Paragraph:
    paragraph = _paragraph(document)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if size > 30:
        paragraph.paragraph_format.line_spacing = Pt(52)
    run = _run(paragraph, text, name, min(size, 440 / max(len(text), 1)) if size > 30 else size)
    if colour is not None:
        run.font.color.rgb = colour
    return paragraph


def _line(document: Document, text: str, name: str) -> Paragraph:
    paragraph = _paragraph(document)
    _run(paragraph, text, name, 16)
    return paragraph


def _body(document: Document, text: str) -> None:
    name = {1: HEI, 2: KAI}.get(heading_level(text), FANG)
    _line(document, text, name).paragraph_format.first_line_indent = Pt(32)


def _close(document: Document, letter: Letter) -> None:
    _line(document, "", FANG)
    for text, indent in ((letter.issuer, 2), (letter.day_text, 4)):
        paragraph = _line(document, text, FANG)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(16 * indent)
        paragraph.paragraph_format.keep_with_next = True
    _line(document, NOTE, FANG).paragraph_format.first_line_indent = Pt(32)


def _underline(paragraph: Paragraph) -> None:
    border = OxmlElement("w:pBdr")
    rule = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "16"), ("space", "8"), ("color", "C4161C")):
        rule.set(qn(f"w:{key}"), value)
    border.append(rule)
    paragraph._p.get_or_add_pPr().append(border)  # noqa: SLF001 - python-docx has no borders


def _annex(document: Document, table: Table) -> None:
    _line(document, "附件", HEI)
    _centred(document, table.title, TITLE, 22)
    grid = document.add_table(rows=1, cols=len(table.header))
    grid.style = "Table Grid"
    for row_number, row in enumerate((table.header, *table.rows)):
        cells = grid.rows[0].cells if row_number == 0 else grid.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            _run(cell.paragraphs[0], str(value), HEI if row_number == 0 else FANG, 12)
    _line(document, table.foot, FANG)
