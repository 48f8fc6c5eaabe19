"""The table of papers that the program makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.framework.lookup import fold_name
from app.reports.contents.assignments import material_list, task_breakdown
from app.reports.contents.bulletin import progress_bulletin
from app.reports.contents.case_reviews import (
    blank_sheet,
    blank_sheets,
    defect_list,
    review_bulletin,
    review_sheet,
    review_sheets,
)
from app.reports.contents.case_reviews import (
    draw_record as case_draw_record,
)
from app.reports.contents.interviews import (
    draw_record,
    draw_records,
    interview_list,
    interview_lists,
    interview_report,
    interview_reports,
)
from app.reports.contents.ledgers import master_ledger, rectification_ledger
from app.reports.contents.owed import owed_list
from app.reports.contents.questionnaires import questionnaire, questionnaires
from app.reports.contents.reminders import (
    rectification_notice,
    reminder,
    shortfall_list,
)
from app.reports.contents.review import handover_list, review_opinion
from app.reports.contents.self_report import self_report
from app.reports.contents.site_guide import site_guide
from app.reports.contents.statements import no_case_statement, no_case_statements
from app.reports.draft import Draft, NotNeeded
from app.reports.errors import ReportUnknown
from app.reports.rows import ReportRows


class PaperFormat(StrEnum):
    """What a paper is opened with."""

    WORD = "word"
    SHEETS = "sheets"


class PaperScope(StrEnum):
    """Whom a paper speaks of: the whole county, one unit each, or either."""

    COUNTY = "county"
    UNIT = "unit"
    EITHER = "either"


FORMAT_SUFFIXES = {PaperFormat.WORD: ".docx", PaperFormat.SHEETS: ".xlsx"}

Writer = Callable[[ReportRows, str | None], Draft | NotNeeded]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper.

    Attributes:
        name: the identifier, also that of the built-in template.
        title: what people call it, and what files of it are called.
        use: what it is for, in a sentence without a full stop.
        write: rows and unit in, draft out.
        office_only: a unit's workspace does not know enough to write it.
        attached: the name of the paper that is written beside it for the same unit, or "".
        each: where a unit gets several of them, one for each task: all of these; ``write`` gives
            the first.
        template: the built-in template, where it is not called as the paper; see ``name``.
    """

    name: str
    title: str
    format: PaperFormat
    scope: PaperScope
    use: str
    write: Writer
    office_only: bool = False
    attached: str = ""
    each: Callable[[ReportRows, str | None], tuple[Draft, ...]] | None = None
    template: str = ""


_WORD, _SHEETS = PaperFormat.WORD, PaperFormat.SHEETS

PAPERS = (
    Paper(
        "task-breakdown", "任务分解表", _SHEETS, PaperScope.EITHER,
        "每项指标的核验任务由谁牵头、谁参与", task_breakdown,
    ),
    Paper(
        "material-list", "材料清单", _SHEETS, PaperScope.UNIT,
        "一个单位要提供的每个材料要点和现有情况", material_list,
    ),
    Paper(
        "owed-list", "要交材料一览", _WORD, PaperScope.UNIT,
        "一个单位牵头、参与哪些指标，要交什么，到哪天，最多两页", owed_list,
        attached="shortfall-list",
    ),
    Paper(
        "shortfall-list", "尚缺材料清单", _SHEETS, PaperScope.UNIT,
        "一个单位还没有交齐的每个材料要点和期限", shortfall_list,
    ),
    Paper(
        "reminder", "催报通知", _WORD, PaperScope.UNIT,
        "给材料未齐的单位，最多两页，另附尚缺材料清单（Excel）", reminder,
        office_only=True, attached="shortfall-list",
    ),
    Paper(
        "rectification-notice", "整改通知", _WORD, PaperScope.UNIT,
        "给有未销号问题的单位，逐条写明问题、要求、时限", rectification_notice,
        office_only=True,
    ),
    Paper(
        "progress-bulletin", "进展通报", _WORD, PaperScope.COUNTY,
        "全县进展，各单位排名", progress_bulletin,
        office_only=True,
    ),
    Paper(
        "review-opinion", "审核意见表", _WORD, PaperScope.UNIT,
        "一个单位各项核验任务的审核结论和意见", review_opinion,
    ),
    Paper(
        "handover-list", "移交清单", _WORD, PaperScope.UNIT,
        "一个单位的全部材料，供双方清点签字", handover_list,
    ),
    Paper(
        "site-guide", "现场核验手册", _WORD, PaperScope.EITHER,
        "检查组走的路线，每处现场一页：看什么、谁负责，另有同样内容的 PDF", site_guide,
    ),
    Paper(
        "no-case-statement", "未发生情形说明", _WORD, PaperScope.UNIT,
        "指标要求没有发生、不存在某种情形的，每条任务一份，供盖章后扫描添加", no_case_statement,
        each=no_case_statements,
    ),
    Paper(
        "questionnaire", "访谈问卷", _WORD, PaperScope.EITHER,
        "问卷一份一个文件，双面打印，可以改动后再印", questionnaire,
        each=questionnaires,
    ),
    Paper(
        "draw-record", "抽取记录", _WORD, PaperScope.UNIT,
        "访谈对象是怎样随机抽取的，供签字；姓名、电话隐去一部分", draw_record,
        each=draw_records,
    ),
    Paper(
        "interview-list", "访谈名单", _WORD, PaperScope.UNIT,
        "抽中的访谈对象，访谈时填写结果；在本单位以外隐去姓名、电话的一部分", interview_list,
        each=interview_lists,
    ),
    Paper(
        "interview-report", "访谈情况报告", _WORD, PaperScope.UNIT,
        "访谈了多少人、满意度、分组比较、意见建议，比率都带人数", interview_report,
        each=interview_reports,
    ),
    Paper(
        "master-ledger", "总台账", _SHEETS, PaperScope.EITHER,
        "单位汇总、指标汇总、材料明细", master_ledger,
    ),
    Paper(
        "rectification-ledger", "整改台账", _SHEETS, PaperScope.EITHER,
        "问题清单和整改情况，逾期标红", rectification_ledger,
    ),
    Paper(
        "case-draw-record", "案卷抽取记录", _WORD, PaperScope.EITHER,
        "最近一次抽取的分层、种子和抽中的案号，供签字", case_draw_record,
    ),
    Paper(
        "case-review-sheet", "案卷评查表", _WORD, PaperScope.EITHER,
        "最近一次抽中的案卷一案一表，没有评定的留空供手写", review_sheet,
        each=review_sheets,
    ),
    Paper(
        "case-review-form", "空白案卷评查表", _WORD, PaperScope.EITHER,
        "各类案卷的评查表，没有填写的", blank_sheet,
        each=blank_sheets,
    ),
    Paper(
        "case-review-bulletin", "案卷评查通报", _WORD, PaperScope.EITHER,
        "最近一次评查的结果、共性问题和各单位排名", review_bulletin,
    ),
    Paper(
        "case-defect-list", "案卷评查整改清单", _WORD, PaperScope.EITHER,
        "最近一次评查发现的问题，各单位、各案号", defect_list,
    ),
    Paper(
        "self-report", "自查报告", _WORD, PaperScope.UNIT,
        "一个单位的自查自评，供盖章报送", self_report,
    ),
)  # fmt: skip


def find_paper(name: str, papers: Sequence[Paper] = PAPERS) -> Paper:
    """The paper of this name or Chinese title. Raises ``ReportUnknown``."""
    folded = fold_name(name)
    for paper in papers:
        if folded in {paper.name, paper.title}:
            return paper
    raise ReportUnknown(name, tuple(p.title for p in papers))
