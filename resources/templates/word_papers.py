"""The Word templates, drawn: 催报通知, 整改通知, 进展通报, 审核意见表, 移交清单 and others."""

from collections.abc import Callable

from docx.document import Document
from docx.shared import Pt

from resources.templates import interview_papers
from resources.templates.case_papers import CASE_PAPERS
from resources.templates.official import HEI, new_document, set_face
from resources.templates.official_parts import (
    attachment,
    contact,
    imprint,
    keep_last,
    letterhead,
    signature,
    title,
)
from resources.templates.official_tables import grid, signatures

TEXT, LEVEL_1, LEVEL_2 = "正文段落", "Heading 1", "Heading 2"


def reminder() -> Document:
    """催报通知."""
    paper = new_document()
    letterhead(paper)
    title(paper)
    paper.add_paragraph("{{单位}}：", "主送机关")
    paper.add_paragraph(
        "按照{{县}}{{工作名称}}工作安排，你单位承担创建指标{{指标数}}项、核验任务{{任务数}}条，"
        "应提供材料要点{{要点数}}个。截至{{截至日期}}，{{齐备情况}}。{{重点说明}}",
        TEXT,
    )
    paper.add_paragraph("{{阶段情况}}现就抓紧报送有关材料通知如下：", TEXT)
    heading = paper.add_paragraph("", TEXT)
    set_face(heading.add_run("{{要求.序}}、{{要求.标题}}"), HEI)
    heading.add_run("{{要求.内容}}")
    paper.add_paragraph("附件：{{附件说明}}", "附件说明")
    signature(paper)
    contact(paper)
    imprint(paper)
    return paper


def owed_list() -> Document:
    """要交材料一览."""
    paper = new_document()
    title(paper)
    paper.add_paragraph(
        "{{单位}}牵头{{牵头数}}项指标，参与{{参与数}}项。截至{{截至日期}}，"
        "要交{{指标数}}项指标的材料要点{{要点数}}个，已齐{{已有数}}个，还缺{{缺数}}个。"
        "{{期限说明}}{{补充说明}}",
        "表文",
    )
    grid(
        paper,
        (
            ("序号", 11, "{{要交.序号}}", True),
            ("指标", 34, "{{要交.指标}}", True),
            ("内容", 49, "{{要交.内容}}", False),
            ("职责", 11, "{{要交.职责}}", True),
            ("要交", 10, "{{要交.要交}}", True),
            ("已齐", 10, "{{要交.已齐}}", True),
            ("还缺", 10, "{{要交.还缺}}", True),
            ("期限", 21, "{{要交.期限}}", True),
        ),
        size=10.5,
    )
    paper.add_paragraph("{{其余说明}}", "表文")
    return paper


def rectification_notice() -> Document:
    """整改通知."""
    paper = new_document()
    letterhead(paper)
    title(paper)
    paper.add_paragraph("{{单位}}：", "主送机关")
    paper.add_paragraph(
        "经审核，你单位报送的{{工作名称}}材料尚有{{问题数}}个问题需要整改。现将有关事项通知如下：",
        TEXT,
    )
    paper.add_paragraph("一、需要整改的问题", LEVEL_1)
    paper.add_paragraph("（{{问题.序}}）{{问题.指标}}{{问题.核验方式}}", LEVEL_2)
    paper.add_paragraph("存在问题：{{问题.问题}}", TEXT)
    paper.add_paragraph("整改要求：{{问题.要求}}", TEXT)
    paper.add_paragraph("整改时限：{{问题.时限}}前。", TEXT)
    paper.add_paragraph("二、有关要求", LEVEL_1)
    paper.add_paragraph(
        "请逐项明确整改措施和责任人，在规定时限内完成整改，将整改情况和佐证材料报送{{发文机关}}。"
        "整改材料应当真实，不得编造、虚构，不得补签日期。确因客观原因不能按期完成的，"
        "请在时限届满前书面说明理由。",
        TEXT,
    )
    signature(paper)
    contact(paper)
    imprint(paper)
    return paper


def progress_bulletin() -> Document:
    """进展通报."""
    paper = new_document()
    letterhead(paper)
    title(paper)
    paper.add_paragraph("各责任单位：", "主送机关")
    paper.add_paragraph(
        "现将截至{{截至日期}}{{县}}{{工作名称}}材料准备工作进展情况通报如下：", TEXT
    )
    paper.add_paragraph("一、总体情况", LEVEL_1)
    paper.add_paragraph(
        "本次创建共有指标{{指标数}}项、核验任务{{任务数}}条，由{{单位数}}个责任单位承担。"
        "全县共有材料要点{{要点数}}个，{{齐备情况}}。",
        TEXT,
    )
    paper.add_paragraph("{{审核情况}}", TEXT)
    paper.add_paragraph("二、责任单位进展", LEVEL_1)
    paper.add_paragraph(
        "按各责任单位应提供的材料要点分别计算，材料全部齐备的单位{{齐备单位数}}个，"
        "尚未报送材料的单位{{未报单位数}}个。各单位齐备情况和排名见附件。{{不排名单位}}",
        TEXT,
    )
    paper.add_paragraph("{{逾期情况}}", TEXT)
    paper.add_paragraph("{{风险情况}}", TEXT)
    paper.add_paragraph("三、下一步工作要求", LEVEL_1)
    paper.add_paragraph(
        "各责任单位要对照任务分解和材料清单，抓紧补齐材料，确保真实、准确、完整。"
        "进度滞后的单位要查找原因，明确责任人和完成时间；进度较快的单位要做好材料自查，"
        "防止前后不一致。{{发文机关}}将继续跟踪调度，定期通报。",
        TEXT,
    )
    paper.add_paragraph("", "主送机关")
    paper.add_paragraph("附件：{{附件名称}}", "附件说明")
    signature(paper)
    contact(paper)
    attachment(paper, "{{附件名称}}")
    grid(
        paper,
        (
            ("名次", 12, "{{排名.名次}}", True),
            ("责任单位", 49, "{{排名.单位}}", False),
            ("指标", 12, "{{排名.指标数}}", True),
            ("要点", 13, "{{排名.要点数}}", True),
            ("齐备", 13, "{{排名.已有}}", True),
            ("待处理", 15, "{{排名.待处理}}", True),
            ("缺", 11, "{{排名.缺}}", True),
            ("齐备率", 15, "{{排名.齐备率}}", True),
            ("进度", 16, "{{排名.进度}}", True),
        ),
        size=11,
    )
    imprint(paper)
    return paper


def review_opinion() -> Document:
    """审核意见表."""
    paper = new_document()
    title(paper)
    paper.add_paragraph("报送单位：{{单位}}", "主送机关")
    paper.add_paragraph(
        "核验任务{{任务数}}条：{{审核小结}}。",
        "表前",
    )
    grid(
        paper,
        (
            ("序号", 12, "{{任务.序号}}", True),
            ("指标", 30, "{{任务.指标}}", True),
            ("核验方式", 22, "{{任务.核验方式}}", True),
            ("件数", 12, "{{任务.件数}}", True),
            ("齐备/应有", 21, "{{任务.要点}}", True),
            ("结论", 17, "{{任务.结论}}", True),
            ("审核意见", 42, "{{任务.意见}}", False),
        ),
        size=11,
    )
    paper.add_paragraph("{{其余任务}}", "表前")
    keep_last(paper)
    paper.add_paragraph("", "签字")
    signatures(
        paper,
        (
            ("审核人：{{审核人}}", "报送单位签收："),
            ("审核单位（盖章）", "报送单位（盖章）"),
            ("{{审核日期}}", "　　　　年　　月　　日"),
        ),
    )
    return paper


def handover_list() -> Document:
    """移交清单."""
    paper = new_document()
    title(paper)
    paper.add_paragraph("移交单位：{{单位}}", "主送机关")
    paper.add_paragraph("接收单位：{{接收单位}}", "表前")
    grid(
        paper,
        (
            ("序号", 10, "{{材料.序号}}", True),
            ("编号", 20, "{{材料.编号}}", True),
            ("核验方式", 18, "{{材料.核验方式}}", True),
            ("题名", 33, "{{材料.题名}}", False),
            ("文号", 34, "{{材料.文号}}", False),
            ("日期", 21, "{{材料.日期}}", True),
            ("份数", 10, "{{材料.份数}}", True),
            ("备注", 10, "{{材料.备注}}", False),
        ),
        size=10.5,
    )
    paper.add_paragraph("以上材料共{{件数}}件、{{份数}}份，经双方清点无误。", "正文段落")
    signatures(
        paper,
        (
            ("移交单位（盖章）", "接收单位（盖章）"),
            ("移交人：", "接收人："),
            ("监交人：", "监交人："),
            ("{{空白日期}}", "{{空白日期}}"),
        ),
    )
    return paper


def self_report() -> Document:
    """自查报告."""
    paper = new_document()
    title(paper)
    paper.add_paragraph("{{主送机关}}：", "主送机关")
    paper.add_paragraph(
        "按照{{县}}{{工作名称}}工作安排，我单位对照创建指标体系进行了自查自评，"
        "现将有关情况报告如下：",
        TEXT,
    )
    paper.add_paragraph("一、自查总体情况", LEVEL_1)
    paper.add_paragraph(
        "我单位承担创建指标{{指标数}}项（牵头{{牵头数}}项、参与{{参与数}}项）、核验任务{{任务数}}条，"
        "应提供材料要点{{要点数}}个。截至{{截至日期}}，已有材料的要点{{已有数}}个，齐备率{{齐备率}}。"
        "{{自评小结}}",
        TEXT,
    )
    paper.add_paragraph("二、逐项自查情况", LEVEL_1)
    paper.add_paragraph("（{{自查.序}}）{{自查.指标}}", LEVEL_2)
    paper.add_paragraph("指标内容：{{自查.指标内容}}", TEXT)
    paper.add_paragraph("自评结果：{{自查.自评}}", TEXT)
    paper.add_paragraph("自查情况：{{自查.自查情况}}{{自查.材料情况}}", TEXT)
    paper.add_paragraph("存在问题：{{自查.问题}}", TEXT)
    paper.add_paragraph("整改措施：{{自查.措施}}", TEXT)
    paper.add_paragraph("三、存在的主要问题和整改措施", LEVEL_1)
    paper.add_paragraph("{{问题小结}}", TEXT)
    paper.add_paragraph("（{{问题.序}}）{{问题.指标}}", LEVEL_2)
    paper.add_paragraph("{{问题.问题}}", TEXT)
    paper.add_paragraph("整改措施：{{问题.措施}}", TEXT)
    paper.add_paragraph("以上报告所述情况属实，所附材料均为已经形成的正式文件和工作记录。", TEXT)
    signature(paper, "{{单位}}")
    return paper


def site_guide() -> Document:
    """现场核验手册."""
    paper = new_document()
    title(paper)
    paper.add_paragraph("共{{现场数}}处现场，截至{{截至日期}}。", "表文")
    grid(
        paper,
        (
            ("序", 10, "{{路线.序}}", True),
            ("现场", 28, "{{路线.现场}}", False),
            ("责任单位", 28, "{{路线.单位}}", False),
            ("地址", 28, "{{路线.地址}}", False),
            ("负责人", 16, "{{路线.负责人}}", True),
            ("电话", 28, "{{路线.电话}}", True),
            ("指标", 18, "{{路线.指标}}", True),
        ),
        size=10.5,
    )
    name = paper.add_paragraph("{{现场.现场}}", "附件标题")
    name.paragraph_format.page_break_before = True
    for text in (
        "路线第{{现场.序}}处，{{现场.单位}}",
        "地址：{{现场.地址}}",
        "负责人：{{现场.负责人}}　{{现场.电话}}",
        "开放时间：{{现场.时间}}",
    ):
        paper.add_paragraph(text, "表文")
    # A list that does not fit goes on to the next page as a whole, never one line of it.
    for head, text, together in (
        ("{{现场.要求标题}}", "{{现场.要求}}", False),
        ("{{现场.清单标题}}", "{{现场.清单}}", True),
    ):
        line = paper.add_paragraph("", "表文")
        set_face(line.add_run(head), HEI)
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before = Pt(9)
        told = paper.add_paragraph("", "表文")
        told.add_run(text).font.size = Pt(10.5)
        told.paragraph_format.line_spacing = Pt(15.75)
        told.paragraph_format.keep_together = True
        told.paragraph_format.keep_with_next = together
    last = paper.add_paragraph("{{现场.记录标题}}：", "表文")
    last.paragraph_format.space_before = Pt(9)
    return paper


def no_case_statement() -> Document:
    """未发生情形说明."""
    paper = new_document()
    paper.add_paragraph("编号：{{编号}}", "表文")
    title(paper)
    paper.add_paragraph("{{主送机关}}：", "主送机关")
    paper.add_paragraph("{{指标}}（{{核验方式}}{{要点}}）的要求是：“{{原文}}。”", TEXT)
    paper.add_paragraph("经认真自查，{{期间}}，{{单位}}{{情形}}。", TEXT)
    paper.add_paragraph("以上情况属实。如有不实，愿意承担相应责任。", TEXT)
    paper.add_paragraph("特此说明。", TEXT)
    keep_last(paper)
    for text in ("", "", "{{单位}}（盖章）", "负责人（签字）：{{空白姓名}}"):
        paper.add_paragraph(text, "落款").paragraph_format.keep_with_next = True
    paper.add_paragraph("{{空白日期}}", "落款")
    return paper


def certificate() -> Document:
    """证明、说明、承诺书: the form of every kind that has no template of its own."""
    paper = new_document()
    paper.add_paragraph("编号：{{编号}}", "表文")
    title(paper)
    paper.add_paragraph("{{主送}}", "主送机关")
    paper.add_paragraph("{{正文}}", TEXT)
    keep_last(paper)
    for text in ("", "", "{{落款}}"):
        paper.add_paragraph(text, "落款").paragraph_format.keep_with_next = True
    paper.add_paragraph("{{空白日期}}", "落款")
    return paper


WORD_PAPERS: dict[str, Callable[[], Document]] = {
    "owed-list": owed_list,
    "reminder": reminder,
    "rectification-notice": rectification_notice,
    "progress-bulletin": progress_bulletin,
    "review-opinion": review_opinion,
    "handover-list": handover_list,
    "self-report": self_report,
    "site-guide": site_guide,
    "no-case-statement": no_case_statement,
    "certificate": certificate,
    "questionnaire": interview_papers.questionnaire,
    "draw-record": interview_papers.draw_record,
    "interview-list": interview_papers.interview_list,
    "interview-report": interview_papers.interview_report,
    **CASE_PAPERS,
}
