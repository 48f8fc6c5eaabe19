"""A Word document in the layout of GB/T 9704-2012, to draw templates with.

Each page holds 22 lines of 28 characters: type of 16 pt, lines of exactly 28.95 pt, characters
drawn together by 0.3 pt. A document grid would say the same, but LibreOffice puts two characters
into a cell that is narrower than the type. With 0.25 pt the lines would be filled to the last
point, and LibreOffice 7.4 then loses marks that hang at the end of a justified line.
"""

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FANG, KAI, HEI, SONG, BIAO = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
#: What Word takes instead of a face that the machine does not have.
ALTERNATES = {FANG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun", BIAO: "方正小标宋_GBK"}

RED = RGBColor(0xE6, 0x00, 0x12)
BODY = 16.0
LINE = 28.95
TEXT_WIDTH_MM = 156.0


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


def set_face(run: Run, face: str) -> None:
    """Give one run a face of its own."""
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
    for kind in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), face)
