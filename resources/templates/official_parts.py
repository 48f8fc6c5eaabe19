"""The parts of an official paper, each put at the end of the document."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from resources.templates.official import TEXT_WIDTH_MM

#: What the schema wants to stand after the borders of a paragraph.
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


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
    keep_last(document)
    for _ in range(2):
        document.add_paragraph("", "落款").paragraph_format.keep_with_next = True
    document.add_paragraph(signer, "落款").paragraph_format.keep_with_next = True
    document.add_paragraph("{{成文日期}}", "落款")


def keep_last(document: Document) -> None:
    """Keep the last paragraph on the page of what follows it."""
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
    printed = document.add_paragraph("{{印发机关}}\t{{成文日期}}印发", "版记")
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
