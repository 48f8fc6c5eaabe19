"""The Word templates of 案卷评查: 抽取记录, 评查表, 评查通报, 整改清单."""

from collections.abc import Callable

from docx.document import Document
from docx.shared import Pt

from resources.templates.official import HEI, new_document, set_face
from resources.templates.official_parts import (
    attachment,
    contact,
    imprint,
    letterhead,
    signature,
    title,
)
from resources.templates.official_tables import grid, signatures

_TEXT, _LEVEL_1, _LEVEL_2 = "正文段落", "Heading 1", "Heading 2"
_SMALL = 10.5


def draw_record() -> Document:
    """案卷抽取记录."""
    paper = new_document()
    title(paper)
    for text in (
        "抽取：{{抽取名称}}，{{抽取日期}}",
        "抽取人：{{抽取人}}",
        "抽签种子：{{种子}}",
        "从{{备抽数}}件结案案卷中抽取{{抽取数}}件。{{未列入}}",
        "{{办法}}",
    ):
        paper.add_paragraph(text, "表文")
    grid(
        paper,
        (
            ("序", 9, "{{抽取.序}}", True),
            ("单位", 28, "{{抽取.单位}}", False),
            ("类别", 18, "{{抽取.类别}}", True),
            ("年度", 13, "{{抽取.年度}}", True),
            ("备抽", 11, "{{抽取.备抽}}", True),
            ("抽取", 11, "{{抽取.抽取}}", True),
            ("抽中的案号（按抽取先后）", 44, "{{抽取.案号}}", False),
            ("名单校验值", 22, "{{抽取.校验值}}", True),
        ),
        size=_SMALL,
    )
    paper.add_paragraph("以上抽取照种子和名单可以重复，结果相同。", "表文")
    signatures(
        paper,
        (("抽取人（签字）：", "监督人（签字）："), ("{{空白日期}}", "{{空白日期}}")),
    )
    return paper


def review_sheet() -> Document:
    """案卷评查表, filled or blank."""
    paper = new_document()
    title(paper)
    for text in (
        "评查：{{抽取名称}}　{{状态}}",
        "案号：{{案号}}",
        "单位：{{单位}}　　案由：{{案由}}",
        "当事人：{{当事人}}　　承办人：{{承办人}}",
        "立案：{{立案日期}}　　结案：{{结案日期}}",
    ):
        paper.add_paragraph(text, "表文")
    _part(paper, "一、基础标准（有一条不符合的，案卷不合格）")
    grid(
        paper,
        (
            ("序", 9, "{{基础.序}}", True),
            ("评查标准", 72, "{{基础.标准}}", False),
            ("评查人一", 18, "{{基础.一}}", True),
            ("评查人二", 18, "{{基础.二}}", True),
            ("复核人", 17, "{{基础.复核}}", True),
            ("说明", 22, "{{基础.说明}}", False),
        ),
        size=_SMALL,
    )
    _part(paper, "二、一般标准")
    grid(
        paper,
        (
            ("序", 9, "{{一般.序}}", True),
            ("部分", 13, "{{一般.部分}}", True),
            ("评查标准", 52, "{{一般.标准}}", False),
            ("分值", 10, "{{一般.分值}}", True),
            ("评查人一", 18, "{{一般.一}}", True),
            ("评查人二", 18, "{{一般.二}}", True),
            ("复核人", 17, "{{一般.复核}}", True),
            ("说明", 19, "{{一般.说明}}", False),
        ),
        size=_SMALL,
    )
    _part(paper, "三、评查意见")
    paper.add_paragraph("{{结论}}", "表文")
    paper.add_paragraph("总评：{{总评}}", "表文")
    paper.add_paragraph("批注：{{批注}}", "表文")
    paper.add_paragraph("计分办法：{{规则}}", "表文")
    signatures(
        paper,
        (
            ("评查人一（签字）：", "评查人二（签字）："),
            ("复核人（签字）：", "{{空白日期}}"),
        ),
    )
    return paper


def review_bulletin() -> Document:
    """案卷评查通报."""
    paper = new_document()
    letterhead(paper)
    title(paper)
    paper.add_paragraph("各有关单位：", "主送机关")
    paper.add_paragraph("现将{{抽取名称}}情况通报如下：", _TEXT)
    paper.add_paragraph("一、评查概况", _LEVEL_1)
    paper.add_paragraph(
        "{{抽取日期}}，从{{备抽数}}件结案案卷中按单位、类别、年度分层随机抽取{{抽取数}}件"
        "（抽签种子{{种子}}），涉及{{单位数}}个单位、{{类别数}}类案卷。{{未列入}}"
        "每件案卷由两名评查人分别评查，互不可见；意见不同的，由复核人复核。"
        "已评定{{评定情况}}。{{复核情况}}",
        _TEXT,
    )
    paper.add_paragraph("二、评查结果", _LEVEL_1)
    paper.add_paragraph(
        "已评定的案卷中，{{等次情况}}{{平均情况}}各类别的结果如下，各单位的结果见附件。", _TEXT
    )
    grid(paper, _counts("类别", unit=False), size=_SMALL)
    paper.add_paragraph("三、主要问题", _LEVEL_1)
    paper.add_paragraph("{{问题情况}}", _TEXT)
    paper.add_paragraph(
        "{{问题.序}}.{{问题.标准}}（不符合的占{{问题.占比}}：{{问题.单位}}）。", _TEXT
    )
    paper.add_paragraph("四、有关要求", _LEVEL_1)
    paper.add_paragraph(
        "有问题的单位要逐卷核对，能够补正的依法补正，不能补正的写明原因，不得补签日期、伪造材料；"
        "要举一反三，查找同类案卷，改进办理和归档。整改情况报{{发文机关}}。",
        _TEXT,
    )
    paper.add_paragraph("", "主送机关")
    paper.add_paragraph("附件：{{附件名称}}", "附件说明")
    signature(paper)
    contact(paper)
    attachment(paper, "{{附件名称}}")
    paper.add_paragraph("一、各单位结果和名次", "表文")
    grid(paper, _counts("排名", unit=True), size=_SMALL)
    _part(paper, "二、各单位各类案卷的结果")
    grid(paper, _counts("分类", unit=True, category=True), size=_SMALL)
    imprint(paper)
    return paper


def defect_list() -> Document:
    """案卷评查整改清单."""
    paper = new_document()
    title(paper)
    paper.add_paragraph(
        "{{抽取名称}}（{{抽取日期}}抽取）发现{{单位数}}个单位的问题{{问题数}}条。", "表文"
    )
    grid(
        paper,
        (
            ("序", 9, "{{问题.序}}", True),
            ("单位", 22, "{{问题.单位}}", False),
            ("类别", 17, "{{问题.类别}}", True),
            ("不符合的评查标准", 48, "{{问题.标准}}", False),
            ("案号", 32, "{{问题.案号}}", False),
            ("件数", 10, "{{问题.件数}}", True),
            ("整改情况", 18, "", False),
        ),
        size=_SMALL,
    )
    return paper


def _counts(
    name: str, *, unit: bool, category: bool = False
) -> tuple[tuple[str, float, str, bool], ...]:
    """The columns of a table of counts: of units with their ranks, or of categories."""
    first: tuple[tuple[str, float, str, bool], ...]
    if unit and category:
        first = (("单位", 24.0, "单位", False), ("类别", 18.0, "类别", True))
    elif unit:
        first = (("名次", 11.0, "名次", True), ("单位", 31.0, "单位", False))
    else:
        first = (("类别", 42.0, "类别", False),)
    rest = (
        ("抽取", 9.0, "抽取", True),
        ("已评定", 21.0, "评定", True),
        ("优秀", 19.0, "优秀", True),
        ("合格", 19.0, "合格", True),
        ("不合格", 19.0, "不合格", True),
        ("平均分", 15.0, "平均分", True),
        ("不符合", 12.0, "不符合", True),
    )
    return tuple(
        (head, width, f"{{{{{name}.{column}}}}}", centred)
        for head, width, column, centred in (*first, *rest)
    )


def _part(paper: Document, text: str) -> None:
    line = paper.add_paragraph("", "表文")
    set_face(line.add_run(text), HEI)
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_before = Pt(9)


CASE_PAPERS: dict[str, Callable[[], Document]] = {
    "case-draw-record": draw_record,
    "case-review-sheet": review_sheet,
    "case-review-form": review_sheet,
    "case-review-bulletin": review_bulletin,
    "case-defect-list": defect_list,
}
