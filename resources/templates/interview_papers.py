"""The Word templates of 随机访谈: 访谈问卷, 抽取记录, 访谈名单, 访谈情况报告."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from resources.templates.official import HEI, new_document, set_face
from resources.templates.official_parts import keep_last, signature, title
from resources.templates.official_tables import grid, signatures

_TEXT, _LEVEL_1 = "正文段落", "Heading 1"


def questionnaire() -> Document:
    """访谈问卷: each question stays together with its options."""
    paper = new_document()
    title(paper)
    _lines(
        paper,
        "问卷编号：＿＿＿＿＿　访谈日期：＿＿年＿＿月＿＿日　访谈人：＿＿＿＿＿",
        "{{开头语}}",
        "请在符合的选项前的□里打√；没有写明“可选几项”的只选一项。",
    )
    question = paper.add_paragraph("", "表文")
    set_face(question.add_run("{{题目.序}}．{{题目.题目}}{{题目.提示}}"), HEI)
    question.paragraph_format.space_before = Pt(9)
    question.paragraph_format.keep_with_next = True
    question.paragraph_format.keep_together = True
    answer = paper.add_paragraph("{{题目.答案}}", "表文")
    answer.paragraph_format.line_spacing = Pt(21)
    answer.paragraph_format.keep_together = True
    thanks = paper.add_paragraph("问卷到此结束，感谢您的支持！", "表中")
    thanks.paragraph_format.space_before = Pt(12)
    _lines(paper, "{{问卷}}　{{版次}}　访谈对象：{{对象}}")
    return paper


def draw_record() -> Document:
    """抽取记录."""
    paper = new_document()
    title(paper)
    _lines(
        paper,
        "访谈活动：{{活动}}",
        "对应指标：{{指标}}　{{任务}}",
        "访谈对象：{{对象}}",
        "问卷：{{问卷}}",
        "抽取时间：{{抽取时间}}　　操作人：{{操作人}}",
        "名单人数：{{名单人数}}人　　抽取人数：{{抽取人数}}人",
        "种子：{{种子}}",
        "抽取方法：{{方法}}",
        "名单摘要：",
    )
    digest = paper.add_paragraph("", "表文")
    digest.add_run("{{名单摘要}}").font.size = Pt(10.5)
    _lines(
        paper,
        "用同一份名单和同一个种子，任何人都能抽出同样的人。",
        "{{重抽说明}}",
    )
    _gap(paper)
    grid(
        paper,
        (
            ("组别", 76, "{{分组.组别}}", False),
            ("名单人数", 40, "{{分组.名单人数}}", True),
            ("抽取人数", 40, "{{分组.抽取人数}}", True),
        ),
        size=10.5,
    )
    _gap(paper)
    _people(paper, last=("备注", 22))
    _head(paper, "{{以前标题}}")
    _lines(
        paper,
        "第{{以前.序}}次：{{以前.时间}}，种子{{以前.种子}}，抽取{{以前.人数}}人；重抽原因：{{以前.原因}}",
    )
    keep_last(paper)
    paper.add_paragraph("", "签字")
    signatures(
        paper,
        (
            ("抽取人：", "监督人："),
            ("{{单位}}（盖章）", ""),
            ("{{空白日期}}", "{{空白日期}}"),
        ),
    )
    return paper


def interview_list() -> Document:
    """访谈名单, for those who go and ask."""
    paper = new_document()
    title(paper)
    _lines(
        paper,
        "访谈活动：{{活动}}　　抽取时间：{{抽取时间}}　　共{{抽取人数}}人",
        "结果填写：已访谈、不在、拒访、电话访谈等。{{说明}}",
    )
    _gap(paper)
    _people(paper, last=("结果", 22))
    return paper


def interview_report() -> Document:
    """访谈情况报告."""
    paper = new_document()
    title(paper)
    paper.add_paragraph("一、基本情况", _LEVEL_1)
    paper.add_paragraph("按照{{指标}}{{任务}}任务“{{任务要求}}”，{{单位}}开展了“{{活动}}”。", _TEXT)
    for text in ("访谈时间：{{访谈时间}}。", "访谈地点：{{访谈地点}}。"):
        paper.add_paragraph(text, _TEXT)
    paper.add_paragraph("访谈对象为{{对象}}，使用问卷{{问卷}}。{{抽取情况}}", _TEXT)
    paper.add_paragraph("二、答卷回收情况", _LEVEL_1)
    paper.add_paragraph("{{回收情况}}", _TEXT)
    _before_table(paper)
    grid(
        paper,
        (
            ("组别", 46, "{{回收.组别}}", False),
            ("对象", 18, "{{回收.对象}}", True),
            ("应访", 18, "{{回收.应访}}", True),
            ("收回", 18, "{{回收.收回}}", True),
            ("有效", 18, "{{回收.有效}}", True),
            ("回收率", 38, "{{回收.回收率}}", True),
        ),
        size=10.5,
    )
    _gap(paper)
    paper.add_paragraph("三、满意度", _LEVEL_1)
    paper.add_paragraph("{{满意度}}", _TEXT)
    _before_table(paper)
    grid(
        paper,
        (
            ("题", 12, "{{满意.题}}", True),
            ("题目", 72, "{{满意.题目}}", False),
            ("满意", 17, "{{满意.满意}}", True),
            ("回答", 17, "{{满意.回答}}", True),
            ("满意度", 38, "{{满意.满意度}}", True),
        ),
        size=10.5,
    )
    _gap(paper)
    paper.add_paragraph("四、分组比较", _LEVEL_1)
    _before_table(paper)
    grid(
        paper,
        (
            ("分组", 44, "{{比较.题目}}", False),
            ("组别", 40, "{{比较.组别}}", False),
            ("回答", 17, "{{比较.回答}}", True),
            ("满意", 17, "{{比较.满意}}", True),
            ("满意度", 38, "{{比较.满意度}}", True),
        ),
        size=10.5,
    )
    _gap(paper)
    paper.add_paragraph("五、各题回答情况", _LEVEL_1)
    _before_table(paper)
    grid(
        paper,
        (
            ("题", 12, "{{答案.题}}", True),
            ("题目", 64, "{{答案.题目}}", False),
            ("回答", 80, "{{答案.回答}}", False),
        ),
        size=10.5,
    )
    _gap(paper)
    _charts(paper)
    paper.add_paragraph("六、意见建议和其他书面回答", _LEVEL_1)
    paper.add_paragraph("{{意见建议说明}}{{开放题说明}}", _TEXT)
    _before_table(paper)
    grid(
        paper,
        (
            ("序", 12, "{{意见.序}}", True),
            ("题", 20, "{{意见.题目}}", True),
            ("归类", 28, "{{意见.归类}}", True),
            ("内容", 96, "{{意见.内容}}", False),
        ),
        size=10.5,
    )
    _gap(paper)
    paper.add_paragraph("七、整改安排", _LEVEL_1)
    paper.add_paragraph("{{整改说明}}", _TEXT)
    signature(paper, "{{单位}}")
    return paper


def _lines(paper: Document, *texts: str) -> None:
    for text in texts:
        paper.add_paragraph(text, "表文").paragraph_format.space_after = Pt(3)


def _gap(paper: Document) -> None:
    """Room below a table, which Word would otherwise set close to what follows."""
    paper.add_paragraph("", "表文").paragraph_format.line_spacing = Pt(9)


def _before_table(paper: Document) -> None:
    paper.paragraphs[-1].paragraph_format.space_after = Pt(6)
    keep_last(paper)


def _head(paper: Document, text: str) -> None:
    line = paper.add_paragraph("", "表文")
    set_face(line.add_run(text), HEI)
    line.paragraph_format.space_before = Pt(9)
    line.paragraph_format.space_after = Pt(3)
    line.paragraph_format.keep_with_next = True


def _people(paper: Document, last: tuple[str, int]) -> None:
    """Those who were drawn; names and telephones are masked where the paper leaves the unit."""
    head, width = last
    grid(
        paper,
        (
            ("序号", 14, "{{名单.序号}}", True),
            ("组别", 34, "{{名单.组别}}", False),
            ("名单行号", 20, "{{名单.名单行号}}", True),
            ("姓名", 32, "{{名单.姓名}}", True),
            ("电话", 34, "{{名单.电话}}", True),
            (head, width, "{{名单.结果}}", False),
        ),
        size=10.5,
    )


def _charts(paper: Document) -> None:
    """Each chart with its name below, both on one page."""
    picture = paper.add_paragraph("{{图表.图}}", "表中")
    form = picture.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    form.space_before = Pt(6)
    form.keep_with_next = True
    form.alignment = ALIGN.CENTER
    name = paper.add_paragraph("", "表中")
    set_face(name.add_run("{{图表.图名}}"), HEI)
    name.paragraph_format.space_after = Pt(9)
