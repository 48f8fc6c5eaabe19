"""The Word templates of exams: 试卷, 参考答案, 签到表, 抽取记录, 成绩单, 合格证明."""

from collections.abc import Callable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from resources.templates.official import HEI, SONG, new_document, set_face
from resources.templates.official_parts import title
from resources.templates.official_tables import grid, signatures

_WIDTH = 160.0


def exam_paper() -> Document:
    """试卷."""
    paper = _sheet()
    _line(paper, "{{试卷}}", face=HEI, align=ALIGN.RIGHT)
    title(paper)
    _line(paper, "{{说明}}", align=ALIGN.CENTER)
    _line(paper, "姓名＿＿＿＿＿＿＿　　单位＿＿＿＿＿＿＿＿＿＿　　考号＿＿＿＿＿＿", above=6)
    _line(paper, "{{注意}}", above=6)
    _line(paper, "{{题.大题}}", face=HEI, above=12, together=True)
    _line(paper, "{{题.评分}}", align=ALIGN.RIGHT, together=True)
    for text, together in (("{{题.题目}}", True), ("{{题.无选项}}", False)):
        stem = _line(paper, text, above=6, together=together)
        stem.paragraph_format.left_indent = Mm(7)
        stem.paragraph_format.first_line_indent = Mm(-7)
    # What two lines hold is one paragraph, so that no page parts it.
    for places, text in (
        (4, "{{题.四1}}\t{{题.四2}}\t{{题.四3}}\t{{题.四4}}"),
        (2, "{{题.二1}}\t{{题.二2}}\n{{题.二3}}\t{{题.二4}}"),
    ):
        options = _line(paper, text)
        options.paragraph_format.left_indent = Mm(7)
        for place in range(1, places):
            options.paragraph_format.tab_stops.add_tab_stop(
                Mm(7 + (_WIDTH - 7) / places * place), WD_TAB_ALIGNMENT.LEFT
            )
    alone = _line(paper, "{{题.各行}}")
    alone.paragraph_format.left_indent = Mm(7)
    _line(paper, "{{题.留白}}")
    return paper


def exam_key() -> Document:
    """参考答案和评分标准."""
    paper = _sheet()
    title(paper)
    _line(paper, "{{说明}}", align=ALIGN.CENTER)
    _line(paper, "{{题.大题}}", face=HEI, above=12, together=True)
    key = _line(paper, "{{题.题号}}. {{题.答案}}　{{题.依据}}", above=3)
    key.paragraph_format.left_indent = Mm(7)
    key.paragraph_format.first_line_indent = Mm(-7)
    note = _line(paper, "{{题.解析}}")
    note.paragraph_format.left_indent = Mm(7)
    return paper


def exam_attendance() -> Document:
    """签到表."""
    paper = _sheet()
    title(paper)
    _line(paper, "时间：{{考试时间}}　　地点：{{考试地点}}", size=12)
    _line(paper, "{{人数}}", size=12)
    grid(
        paper,
        (
            ("序号", 12, "{{人.序号}}", True),
            ("考号", 16, "{{人.考号}}", True),
            ("座位", 13, "{{人.座位}}", True),
            ("姓名", 22, "{{人.姓名}}", True),
            ("单位", 37, "{{人.单位}}", False),
            ("职务", 24, "{{人.职务}}", False),
            ("试卷", 12, "{{人.试卷}}", True),
            ("签到", 24, "", False),
        ),
        size=10.5,
    )
    _line(paper, "", size=12)
    signatures(paper, (("监考人：", "监考人："), ("缺考人数：", "{{空白日期}}")))
    return paper


def exam_draw() -> Document:
    """抽取记录."""
    paper = _sheet()
    title(paper)
    _line(paper, "{{抽取情况}}", size=12, first=True)
    _line(paper, "{{抽取办法}}", size=12, first=True)
    grid(
        paper,
        (
            ("序号", 14, "{{人.序号}}", True),
            ("名单序号", 22, "{{人.名单序号}}", True),
            ("姓名", 30, "{{人.姓名}}", True),
            ("单位", 56, "{{人.单位}}", False),
            ("考号", 19, "{{人.考号}}", True),
            ("座位", 19, "{{人.座位}}", True),
        ),
        size=10.5,
    )
    _line(paper, "", size=12)
    signatures(paper, (("抽取人：", "监督人："), ("{{空白日期}}", "{{空白日期}}")))
    return paper


def exam_results() -> Document:
    """成绩单."""
    paper = _sheet()
    title(paper)
    _line(paper, "{{情况.项目}}：{{情况.内容}}", size=12)
    _line(paper, "{{图}}", align=ALIGN.CENTER)
    grid(
        paper,
        (
            ("序号", 13, "{{人.序号}}", True),
            ("考号", 19, "{{人.考号}}", True),
            ("姓名", 26, "{{人.姓名}}", True),
            ("单位", 50, "{{人.单位}}", False),
            ("成绩", 20, "{{人.成绩}}", True),
            ("结果", 32, "{{人.结果}}", True),
        ),
        size=10.5,
    )
    _line(paper, "{{说明}}", size=10.5, above=6)
    signatures(paper, (("登分人：", "核对人："), ("{{空白日期}}", "{{空白日期}}")))
    return paper


def exam_certificate() -> Document:
    """考试合格证明."""
    paper = new_document()
    head = paper.add_paragraph("{{人.标题}}", "附件标题")
    head.paragraph_format.page_break_before = True
    head.paragraph_format.space_before = Pt(120)
    head.paragraph_format.space_after = Pt(40)
    paper.add_paragraph("{{人.正文}}", "正文段落")
    paper.add_paragraph("{{人.结语}}", "正文段落")
    for text in ("{{人.留空}}", "{{人.单位}}（盖章）"):
        paper.add_paragraph(text, "落款").paragraph_format.keep_with_next = True
    paper.add_paragraph("{{人.日期}}", "落款")
    return paper


def _sheet() -> Document:
    """A page with narrower margins, for lists and questions."""
    paper = new_document()
    section = paper.sections[0]
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    section.left_margin = section.right_margin = Mm(25)
    section.footer_distance = Mm(14)
    return paper


def _line(
    document: Document,
    text: str,
    *,
    size: float = 12,
    face: str = SONG,
    align: ALIGN = ALIGN.LEFT,
    above: float = 0,
    together: bool = False,
    first: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph("", "表文")
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    set_face(run, face)
    form = paragraph.paragraph_format
    form.alignment = align
    form.line_spacing = Pt(size * 1.7)
    form.space_before = Pt(above)
    form.keep_with_next = together
    form.keep_together = True
    if first:
        form.first_line_indent = Pt(size * 2)
    return paragraph


EXAM_PAPERS: dict[str, Callable[[], Document]] = {
    "exam-paper": exam_paper,
    "exam-key": exam_key,
    "exam-attendance": exam_attendance,
    "exam-draw": exam_draw,
    "exam-results": exam_results,
    "exam-certificate": exam_certificate,
}
