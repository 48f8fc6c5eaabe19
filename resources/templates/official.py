"""A Word document in the layout of GB/T 9704-2012, to draw templates with.

Each page holds 22 lines of 28 characters: type of 16 pt, lines of exactly 28.95 pt, characters
drawn together by 0.3 pt. A document grid would say the same, but LibreOffice puts two characters
into a cell that is narrower than the type. With 0.25 pt the lines would be filled to the last
point, and LibreOffice 7.4 then loses marks that hang at the end of a justified line.
"""

from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FANG, KAI, HEI, SONG, BIAO = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
#: What Word takes instead of a face that the machine does not have.
ALTERNATES = {FANG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun", BIAO: "方正小标宋_GBK"}

RED = RGBColor(0xE6, 0x00, 0x12)
BODY = 16.0
LINE = 28.95
TEXT_WIDTH_MM = 156.0
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def new_document() -> Document:
    """An empty document with the page, the styles and the page numbers of official papers."""
    document = docx.Document()
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(24.8)
    document.settings.odd_and_even_pages_header_footer = True
    _styles(document)
    _font_table(document)
    _page_number(section.footer.paragraphs[0], ALIGN.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], ALIGN.LEFT)
    return document


def _styles(document: Document) -> None:
    normal = document.styles["Normal"]
    _face(normal, FANG, BODY)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "-6")
    normal.element.get_or_add_rPr().insert_element_before(spacing, "w:w", "w:kern", "w:sz")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(language)
    _exact(normal, LINE)
    normal.paragraph_format.alignment = ALIGN.JUSTIFY
    normal.paragraph_format.widow_control = False
    _add(document, "正文段落", FANG, first_line=2)
    _add(document, "公文标题", BIAO, size=22, align=ALIGN.CENTER, line=36, keep=True)
    _add(document, "发文机关标志", BIAO, size=42, align=ALIGN.CENTER, line=62, colour=RED)
    _add(document, "发文字号", FANG, align=ALIGN.CENTER)
    _add(document, "主送机关", FANG)
    _heading(document, "Heading 1", HEI)
    _heading(document, "Heading 2", KAI)
    _add(document, "附件说明", FANG, first_line=2, keep_lines=True)
    seal = _add(document, "落款", FANG, align=ALIGN.CENTER, keep_lines=True)
    _indent(seal, left=11.5)
    _add(document, "附件序号", HEI, keep=True)
    _add(document, "附件标题", BIAO, size=22, align=ALIGN.CENTER, line=36, keep=True)
    _add(document, "表头", HEI, size=12, align=ALIGN.CENTER, line=18)
    _add(document, "表文", FANG, size=12, align=ALIGN.LEFT, line=18)
    _add(document, "表中", FANG, size=12, align=ALIGN.CENTER, line=18)
    _add(document, "版记", FANG, size=14, align=ALIGN.LEFT, line=24, keep_lines=True)
    _add(document, "签字", FANG, keep_lines=True)
    _add(document, "表前", FANG).paragraph_format.space_after = Pt(6)


def _add(
    document: Document,
    name: str,
    face: str,
    *,
    size: float = BODY,
    align: ALIGN = ALIGN.JUSTIFY,
    line: float = LINE,
    first_line: int = 0,
    colour: RGBColor | None = None,
    keep: bool = False,
    keep_lines: bool = False,
) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _face(style, face, size)
    _exact(style, line)
    style.paragraph_format.alignment = align
    style.paragraph_format.keep_with_next = keep
    style.paragraph_format.keep_together = keep_lines or keep
    if first_line:
        _indent(style, first=first_line)
    if colour is not None:
        style.font.color.rgb = colour
    return style


def _heading(document: Document, name: str, face: str) -> None:
    style = document.styles[name]
    _face(style, face, BODY)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = style.font.italic = False
    _exact(style, LINE)
    style.paragraph_format.alignment = ALIGN.JUSTIFY
    style.paragraph_format.keep_with_next = True
    _indent(style, first=2)


def _face(style: ParagraphStyle, face: str, size: float) -> None:
    style.font.name = face
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), face)


def _exact(style: ParagraphStyle, line: float) -> None:
    form = style.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(line)
    form.space_before = form.space_after = Pt(0)


def _indent(style: BaseStyle, *, first: float = 0, left: float = 0) -> None:
    """Indent by characters, and by as many points for programs that know no characters."""
    indent = style.element.get_or_add_pPr().get_or_add_ind()
    width = BODY - 0.3
    if first:
        indent.set(qn("w:firstLineChars"), str(int(first * 100)))
        indent.set(qn("w:firstLine"), str(round(first * width * 20)))
    if left:
        indent.set(qn("w:left"), str(round(left * width * 20)))


def _font_table(document: Document) -> None:
    """Name a stand-in for each face; Word looks there before it guesses."""
    part = next(
        p for p in document.part.package.iter_parts() if str(p.partname) == "/word/fontTable.xml"
    )
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in ALTERNATES.items()
    )
    text = part.blob.decode("utf-8")
    part._blob = text.replace("</w:fonts>", f"{entries}</w:fonts>").encode("utf-8")  # noqa: SLF001


def _page_number(paragraph: Paragraph, side: ALIGN) -> None:
    """— 1 —, one character in from the outer edge."""
    paragraph.alignment = side
    indent = paragraph._element.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
    edge = "right" if side is ALIGN.RIGHT else "left"
    indent.set(qn(f"w:{edge}Chars"), "100")
    indent.set(qn(f"w:{edge}"), "280")
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        run.font.size = Pt(14)
        set_face(run, SONG)
        if text is None:
            for kind, instruction in (("begin", ""), ("", "PAGE"), ("separate", ""), ("end", "")):
                if kind:
                    mark = OxmlElement("w:fldChar")
                    mark.set(qn("w:fldCharType"), kind)
                else:
                    mark = OxmlElement("w:instrText")
                    mark.text = instruction
                run._element.append(mark)  # noqa: SLF001
                if kind == "separate":
                    shown = OxmlElement("w:t")
                    shown.text = "1"
                    run._element.append(shown)  # noqa: SLF001


def letterhead(document: Document) -> None:
    """发文机关标志, 发文字号 and the red line, then 标题 and 主送机关's place."""
    document.add_paragraph("{{发文机关}}文件", "发文机关标志")
    document.add_paragraph("", "发文字号")
    number = document.add_paragraph("{{发文字号}}", "发文字号")
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "9"), ("color", "E60012")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties = number._element.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(borders, *_AFTER_BORDERS)
    document.add_paragraph("", "主送机关")
    document.add_paragraph("", "主送机关")


def title(document: Document) -> None:
    """The title and the empty line under it."""
    document.add_paragraph("{{标题}}", "公文标题")
    document.add_paragraph("", "主送机关")


def signature(document: Document, signer: str = "{{发文机关}}") -> None:
    """Who signs and the date, kept on the page of the last lines of the text."""
    _keep_last(document)
    for _ in range(2):
        document.add_paragraph("", "落款").paragraph_format.keep_with_next = True
    document.add_paragraph(signer, "落款").paragraph_format.keep_with_next = True
    document.add_paragraph("{{成文日期}}", "落款")


def _keep_last(document: Document) -> None:
    last = document.paragraphs[-1]
    last.paragraph_format.keep_with_next = True


def contact(document: Document) -> None:
    """附注: whom to ask."""
    document.add_paragraph("（联系人：{{联系人}}，联系电话：{{联系电话}}）", "正文段落")


def imprint(document: Document) -> None:
    """版记: 抄送, 印发机关 and date between their lines, at the foot of the last page."""
    copies = document.add_paragraph("抄送：{{抄送}}。", "版记")
    indent = copies._element.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
    for key, value in (("leftChars", "400"), ("left", "1120"), ("hangingChars", "300")):
        indent.set(qn(f"w:{key}"), value)
    indent.set(qn("w:hanging"), "840")
    between = document.add_paragraph("{{抄送线}}\t", "版记")
    _thin_line(between)
    printed = document.add_paragraph("{{发文机关}}\t{{成文日期}}印发", "版记")
    indent = printed._element.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
    for key, value in (("leftChars", "100"), ("left", "280"), ("rightChars", "100")):
        indent.set(qn(f"w:{key}"), value)
    indent.set(qn("w:right"), "280")
    printed.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM - 5), WD_TAB_ALIGNMENT.RIGHT)
    for paragraph in (copies, between, printed):
        _ruled(paragraph)
        _at_foot(paragraph)
    anchor = document.add_paragraph("", "版记")
    anchor.paragraph_format.line_spacing = Pt(1)


def _ruled(paragraph: Paragraph) -> None:
    """版记's thick lines above and below (0.35 mm).

    All paragraphs have the same: LibreOffice gives them to the frame, and drops them if they differ
    or if they name a line between.
    """
    borders = OxmlElement("w:pBdr")
    for side in ("top", "bottom"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "000000")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = paragraph._element.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(borders, *_AFTER_BORDERS)


def _thin_line(paragraph: Paragraph) -> None:
    """A line (0.25 mm) an underlined tab; it goes with the paragraph."""
    form = paragraph.paragraph_format
    form.line_spacing = Pt(8)
    form.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    for run in paragraph.runs:
        run.font.size = Pt(9)
        run.font.underline = True


def _at_foot(paragraph: Paragraph) -> None:
    frame = OxmlElement("w:framePr")
    for key, value in (
        ("w", str(round(TEXT_WIDTH_MM / 25.4 * 1440))),
        ("hSpace", "0"),
        ("wrap", "notBeside"),
        ("vAnchor", "margin"),
        ("hAnchor", "margin"),
        ("xAlign", "center"),
        ("yAlign", "bottom"),
    ):
        frame.set(qn(f"w:{key}"), value)
    properties = paragraph._element.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(frame, "w:widowControl", "w:numPr", "w:pBdr", *_AFTER_BORDERS)


def attachment(document: Document, name: str) -> None:
    """A new page that begins with 附件 and its title."""
    first = document.add_paragraph("附件", "附件序号")
    first.paragraph_format.page_break_before = True
    document.add_paragraph("", "附件序号")
    document.add_paragraph(name, "附件标题")
    document.add_paragraph("", "附件序号").paragraph_format.line_spacing = Pt(12)


def grid(
    document: Document,
    columns: Sequence[tuple[str, float, str, bool]],
    *,
    size: float = 12,
) -> Table:
    """A ruled table: heads that stand again on each page, and one row to be repeated.

    ``columns`` are head, width in mm, what stands below it, and whether that is centred.
    """
    table: Table = document.add_table(rows=2, cols=len(columns))
    _frame_off(table)
    _widths(table, [width for _, width, _, _ in columns], above_and_below=40)
    for place, (head, _, text, centred) in enumerate(columns):
        _write(table.cell(0, place), head, "表头", size)
        _write(table.cell(1, place), text, "表中" if centred else "表文", size)
    _repeat_head(table)
    _borders(table, outer=("top", "left", "bottom", "right", "insideH", "insideV"))
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), "480")
        height.set(qn("w:hRule"), "atLeast")
        row._tr.get_or_add_trPr().append(height)  # noqa: SLF001
    return table


def signatures(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """A block of lines side by side to be signed, kept on one page."""
    _keep_last(document)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    _frame_off(table)
    _widths(table, [TEXT_WIDTH_MM / len(rows[0])] * len(rows[0]))
    for number, texts in enumerate(rows):
        for place, text in enumerate(texts):
            _write(table.cell(number, place), text, "签字")
            if number < len(rows) - 1:
                table.cell(number, place).paragraphs[0].paragraph_format.keep_with_next = True
        row = table.rows[number]._tr.get_or_add_trPr()  # noqa: SLF001
        row.append(OxmlElement("w:cantSplit"))


def set_face(run: Run, face: str) -> None:
    """Give one run a face of its own."""
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
    for kind in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), face)


def _write(cell: _Cell, text: str, style: str, size: float | None = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run = paragraph.add_run(text)
    if size is not None and size != 12:
        run.font.size = Pt(size)
        paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
    vertical = OxmlElement("w:vAlign")
    vertical.set(qn("w:val"), "center")
    cell._tc.get_or_add_tcPr().append(vertical)  # noqa: SLF001


def _widths(table: Table, widths: Sequence[float], above_and_below: int = 0) -> None:
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001
    whole = properties.find(qn("w:tblW"))
    if whole is None:
        whole = OxmlElement("w:tblW")
        properties.append(whole)
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(round(sum(widths) / 25.4 * 1440)))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    room = {"top": above_and_below, "left": 60, "bottom": above_and_below, "right": 60}
    for side, twips in room.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook")


def _frame_off(table: Table) -> None:
    style = table._tbl.tblPr.find(qn("w:tblStyle"))  # noqa: SLF001
    if style is not None:
        table._tbl.tblPr.remove(style)  # noqa: SLF001


def _borders(table: Table, outer: Sequence[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in outer:
            line = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
                line.set(qn(f"w:{key}"), value)
            borders.append(line)
    table._tbl.tblPr.insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _repeat_head(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001
