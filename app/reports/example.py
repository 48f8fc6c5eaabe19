"""A county of one unit and one indicator, used to list the placeholders of each paper."""

from datetime import date

from app.completeness.states import Filing, PointState, Tally
from app.framework.keys import PointKey
from app.framework.values import EvidencePoint
from app.reports.case_rows import (
    CaseCountLine,
    CaseDefectLine,
    CaseFormLine,
    CaseReviewLine,
    CaseStandardLine,
    CaseStratumLine,
    DrawnCaseLine,
)
from app.reports.draft import HEAD_NAMES, Draft
from app.reports.papers import Paper, PaperScope
from app.reports.rows import (
    IndicatorLine,
    InterviewLine,
    ItemLine,
    Letterhead,
    QuestionnaireLine,
    RectificationLine,
    ReportRows,
    SiteLine,
    SiteTaskLine,
    SlotLine,
    TaskLine,
)
from app.review.vocabulary import SlotStage
from app.stages.schedule import Schedule
from app.verification.interview.rounds import DrawnGroup, DrawnPerson, DrawRecord, Round
from app.verification.interview.schema import Question, QuestionKind, Questionnaire
from app.verification.interview.sheets import AnswerSheet

_UNIT, _METHOD = "单位", "material_check"


def offered(paper: Paper) -> tuple[tuple[str, ...], ...]:
    """The placeholders of a paper besides those of all: single values, then each table's."""
    draft = paper.write(_rows(), None if paper.scope is PaperScope.COUNTY else _UNIT)
    if not isinstance(draft, Draft):
        raise TypeError(f"the example does not reach {paper.name}")
    single = tuple(name for name in draft.filling.values if name not in HEAD_NAMES)
    tables = draft.filling.tables.items()
    return (single, *(tuple(f"{name}.{c}" for c in table.columns) for name, table in tables))


def _rows() -> ReportRows:
    point = PointState(
        PointKey("1", _METHOD, 1), EvidencePoint(number=1, text="要点"), (), (), (), ()
    )
    filing = Filing((point,), (), ())
    item = ItemLine("1", _UNIT, "1", _METHOD, 1, "题名", "", "", "", 1, "")
    problem = RectificationLine(1, _UNIT, "1", _METHOD, "问题", "", "", "", "", "", open=True)
    task = SiteTaskLine("1", "第1项指标", _METHOD, "任务", (("项目", "看什么", "责任人"),))
    site = SiteLine(_UNIT, "现场", "地址", "负责人", "电话", "时间", (task,))
    asked = Questionnaire(
        format=1,
        id="example",
        title="问卷",
        audience="对象",
        questions=(Question(id="open", kind=QuestionKind.OPEN, text="题目"),),
    )
    draw = DrawRecord(
        "2026-01-01T08:00:00", "操作人", "种子", "sha256-ticket-1", "摘要", "",
        (DrawnGroup("组", 1, 1),), (DrawnPerson(1, "组", "姓名"),),
    )  # fmt: skip
    interview = InterviewLine(
        _UNIT, "1", "第1项指标", _METHOD, "任务",
        Round("活动", asked, draws=(draw,)), (("1", AnswerSheet("1", 1)),),
    )  # fmt: skip
    return ReportRows(
        head=Letterhead("县", "创建工作", "", "发文机关", date(2026, 1, 1)),
        schedule=Schedule(),
        units={_UNIT: Tally(1)},
        whole=Tally(1),
        indicators=(IndicatorLine("1", "第1项指标", "类目", "不存在某种情形。", (_UNIT,), ()),),
        tasks=(TaskLine("1", _METHOD, "任务", ("要点",)),),
        slots=(SlotLine(_UNIT, "1", _METHOD, lead=True, filing=filing, stage=SlotStage.ACCEPTED),),
        items=(item,),
        rectifications=(problem,),
        sites=(site,),
        interviews=(interview,),
        questionnaires=(QuestionnaireLine(asked, ("1",)),),
        case_reviews=(_case_review(),),
        case_forms=(CaseFormLine("案卷评查表", "", ()),),
    )


def _case_review() -> CaseReviewLine:
    """A draw of one case that has one defect."""
    standard = CaseStandardLine(
        basic=True,
        group="",
        text="标准",
        basis="",
        points="",
        first="",
        second="",
        arbiter="",
        remark="",
        met=False,
    )
    case = DrawnCaseLine(
        unit=_UNIT,
        number="案号",
        category="类别",
        title="",
        party="",
        handler="",
        filed="",
        closed="",
        sheet="案卷评查表",
        decided=True,
        arbitrated=False,
        state="",
        score="",
        grade="",
        standards=(standard,),
        comments=(),
        summaries=(),
    )
    count = CaseCountLine(1, _UNIT, "类别", 1, "", "", "", "", "", 1)
    return CaseReviewLine(
        round_id="1",
        name="抽取",
        seed="1",
        algorithm="",
        drawn_by="",
        drawn_on=date(2026, 1, 1),
        population=1,
        left_out=0,
        rule="",
        strata=(CaseStratumLine(_UNIT, "类别", 2026, 1, ("案号",), ""),),
        cases=(case,),
        whole=count,
        disputed=0,
        ungraded=0,
        units=(count,),
        categories=(count,),
        parts=(count,),
        defects=(CaseDefectLine("类别", "", "标准", "", "", 1, ((_UNIT, ("案号",)),)),),
    )
