"""Rows for papers: a whole county, made up by a fixed rule."""

from collections import Counter
from dataclasses import replace
from datetime import date

from app.completeness.assess import assess
from app.completeness.rows import Period, PlacementRow, indicator_rows
from app.completeness.states import Tally
from app.framework.schema import Framework
from app.reports.rows import (
    IndicatorLine,
    InterviewLine,
    ItemLine,
    Letterhead,
    QuestionnaireLine,
    RectificationLine,
    ReportRows,
    SelfCheckLine,
    SiteLine,
    SiteTaskLine,
    SlotLine,
    TaskLine,
)
from app.review.vocabulary import SlotStage
from app.stages.schedule import default_schedule, shifted
from app.verification.interview.drawing import ALGORITHM, Listed, drawn, list_digest
from app.verification.interview.files import built_in
from app.verification.interview.rounds import (
    DrawnGroup,
    DrawnPerson,
    DrawRecord,
    GroupPlan,
    Round,
    Topic,
)
from app.verification.interview.schema import Question, QuestionKind
from app.verification.interview.sheets import AnswerSheet
from app.verification.site_check.proposing import proposed_checks
from models.vocabulary import ResponsibilityRole, SelfAssessment
from tests.support.case_rows import case_forms, case_reviews

TODAY = date(2027, 5, 1)
IDLE = "县地震局"
#: The unit that has everything, and the one that has nothing.
FULL, BARE = "县司法局", "县气象局"
PART = "县应急管理局"


def head(**changes: object) -> Letterhead:
    """The office of the invented county."""
    base = Letterhead(
        county="示例县",
        programme="法治政府建设示范创建",
        own_unit="",
        issuer="示例县法治政府建设示范创建办公室",
        today=TODAY,
        issuer_code="示创办",
        contact="王示例",
        phone="0000-1234567",
        copy_to="县委办公室，县人大常委会办公室，县政府办公室，县政协办公室",
    )
    return replace(base, **changes)


def county_rows(framework: Framework, count: int = 80) -> ReportRows:
    """A county of ``count`` units: all indicators, most of them partly proved."""
    named = [u.name for u in framework.units]
    towns = [f"示例{n}镇" for n in "东西南北中前后左右上下"] + ["城关街道办事处"]
    units = [*dict.fromkeys([FULL, BARE, PART, *named, *towns])]
    units += [f"示例县第{n}事业发展服务中心" for n in range(1, max(1, count - len(units)))]
    units = units[: count - 1]
    members = {"县直各单位": [u for u in units if u not in towns], "各乡（镇、街道）": towns}
    parts: dict[str, dict[str, ResponsibilityRole]] = {}
    lines = []
    for indicator in framework.indicators:
        own: dict[str, ResponsibilityRole] = {}
        for part in indicator.responsible:
            group = framework.group(part.group).name if part.group else ""
            name = framework.unit(part.unit).name if part.unit else ""
            for unit in [name] if name else members.get(group, []):
                if unit in units:
                    own.setdefault(unit, part.role)
        parts[indicator.code] = own
        spoken = [(p.unit or p.group or "", p.role) for p in indicator.responsible]
        lines.append((indicator, spoken))
    placements, items = _placements(framework, parts)
    completeness = assess(
        indicator_rows(framework, lambda code, _task: tuple(parts[code])),
        placements,
        (),
        Period(2026),
    )
    states = {i.code: i for i in completeness.indicators}
    return ReportRows(
        head=head(),
        schedule=shifted(default_schedule(framework), 2027),
        units={u: completeness.units.get(u, Tally()) for u in [*units, IDLE]},
        whole=completeness.whole,
        indicators=tuple(
            IndicatorLine(
                i.code,
                i.heading,
                framework.category_path(i.category)[0].name,
                i.statement,
                tuple(n for n, r in spoken if r is ResponsibilityRole.LEAD),
                tuple(n for n, r in spoken if r is ResponsibilityRole.PARTICIPANT),
                states[i.code].tally,
                states[i.code].state,
            )
            for i, spoken in lines
        ),
        tasks=tuple(
            TaskLine(
                i.code,
                framework.task_name(i.code, t.code),
                t.requirement,
                tuple(p.text for p in t.points),
            )
            for i in framework.indicators
            for t in i.tasks
        ),
        slots=tuple(
            _slot(
                framework.task_name(*t.key),
                s,
                parts[s.indicator][s.unit] is ResponsibilityRole.LEAD,
            )
            for i in completeness.indicators
            for t in i.tasks
            for s in t.slots
        ),
        items=items,
        rectifications=_rectifications(framework),
        self_checks=_self_checks(framework, parts),
        sites=_sites(framework),
        interviews=(interview(framework),),
        questionnaires=tuple(
            QuestionnaireLine(each, tuple(each.serves[framework.code])) for each in built_in()
        ),
        case_reviews=case_reviews(PART, FULL),
        case_forms=case_forms(),
        in_review=True,
    )


def _placements(framework, parts):
    placements, items = [], []
    counts: Counter[str] = Counter()
    for indicator in framework.indicators:
        for task in indicator.tasks:
            for place, unit in enumerate(parts[indicator.code]):
                for point in task.points:
                    if not _brings(unit, place, point.number):
                        continue
                    key = f"{indicator.code}-{task.code}-{point.number}-{unit}"
                    title = f"{unit}关于{point.text[:24]}的情况说明"
                    years = range(point.since_year or 2020, 2027) if unit == FULL else (2026,)
                    for year in years if point.per_year or point.since_year else (2026,):
                        item = f"{key}-{year}"
                        where = (item, indicator.code, task.code, point.number, unit)
                        placements.append(PlacementRow(*where, f"{year}年{title}", f"{year}-04-09"))
                        counts[indicator.code] += 1
                        items.append(
                            ItemLine(
                                item, unit, indicator.code,
                                framework.task_name(indicator.code, task.code), point.number,
                                f"{year}年{title}", f"示政发〔{year}〕{point.number}号", unit,
                                f"{year}-04-09", 1, f"{year}年{title}.docx",
                                number=f"{indicator.code}-{counts[indicator.code]}",
                            )
                        )  # fmt: skip
    return placements, tuple(items)


def _brings(unit: str, place: int, point: int) -> bool:
    if unit in {FULL, BARE}:
        return unit == FULL
    return (len(unit) * 7 + place * 3 + point) % 10 < 4 + len(unit) % 5


def _slot(task: str, state, lead: bool) -> SlotLine:
    stage, remarks = SlotStage.NOT_STARTED, ""
    if state.filing.items:
        stage = (SlotStage.SUBMITTED, SlotStage.ACCEPTED, SlotStage.RETURNED)[
            len(state.filing.items) % 3
        ]
        if state.unit == FULL:
            stage = SlotStage.ACCEPTED
    if stage is SlotStage.RETURNED:
        remarks = "年度不全或超出规定年限；请补充2019年以来各年度的工作台账，并加盖单位印章"
    decided = stage in {SlotStage.ACCEPTED, SlotStage.RETURNED}
    return SlotLine(
        state.unit, state.indicator, task, lead, state.filing, stage, remarks,
        "李示例" if decided else "", date(2027, 4, 28) if decided else None,
    )  # fmt: skip


def _rectifications(framework) -> tuple[RectificationLine, ...]:
    found = []
    for number, indicator in enumerate(framework.indicators[:24], 1):
        closed = number % 4 == 0
        late = number % 4 == 1
        found.append(
            RectificationLine(
                number, PART if number % 3 else FULL, indicator.code,
                framework.task_name(indicator.code, indicator.tasks[0].code),
                "提供的台账缺少2019年、2020年两个年度，部分页面没有盖章",
                "补齐所缺年度的台账，逐页核对并加盖单位印章", "2027-04-20", "李示例",
                "2027-04-28" if late else "2027-05-20", "已销号" if closed else "整改中",
                not closed, late and not closed, "已安排专人补充整理", "张示例",
                "2027-04-26" if closed else "", "2027-04-27" if closed else "",
                "补充台账一册" if closed else "",
            )
        )  # fmt: skip
    return tuple(found)


def _self_checks(framework, parts) -> tuple[SelfCheckLine, ...]:
    found = []
    for number, indicator in enumerate(framework.indicators):
        if PART not in parts[indicator.code] or number % 9 == 8:
            continue
        choice = tuple(SelfAssessment)[number % 3]
        behind = choice is not SelfAssessment.ACHIEVED
        found.append(
            SelfCheckLine(
                PART, indicator.code, choice,
                "已按照指标要求制定工作方案，明确责任股室和责任人，相关制度文件已在政府网站公开。\n"
                "2019年以来共组织专题培训6次，参训人员320人次，整理形成工作台账8册",
                "台账整理不够规范，个别年度材料缺失" if behind else "",
                "6月底前补齐缺失材料，统一台账格式" if behind else "",
            )
        )  # fmt: skip
    return tuple(found)


def _sites(framework) -> tuple[SiteLine, ...]:
    served = [
        SiteTaskLine(
            indicator.code,
            indicator.heading,
            framework.task_name(indicator.code, task.code),
            task.requirement,
            tuple(
                (check.item, check.look_for, "张示例")
                for check in proposed_checks(task.requirement, indicator.statement)
            ),
        )
        for indicator in framework.indicators
        for task in indicator.tasks
        if task.method == "site_check"
    ]
    return (
        SiteLine(
            PART, "政务服务大厅", "人民路1号政务服务中心一楼", "李示例", "0375-5051234",
            "工作日 9:00—17:00", tuple(served[:3]),
        ),
        SiteLine(FULL, "档案室", "", "", "", "", (served[5],)),
        SiteLine(PART, "公共法律服务中心", "法治路8号", "王示例", "", "", (served[4],)),
    )  # fmt: skip


GROUPS = ("大厅窗口", "乡镇便民服务中心")


def interview(framework: Framework, sheets: int = 46) -> InterviewLine:
    """A round of fifty people, drawn of two lists; the last sheet is void."""
    asked = built_in()[0]
    people = tuple(
        Listed(n, f"{'赵钱孙李'[n % 4]}示例{n}", GROUPS[n % 3 == 0], f"1380000{n:04d}")
        for n in range(1, 301)
    )
    counts = {GROUPS[0]: 30, GROUPS[1]: 20}
    chosen = drawn(people, "2027-04", counts)
    sizes = {group: sum(p.group == group for p in people) for group in GROUPS}
    record = DrawRecord(
        "2027-04-06T09:30:00", "张示例", "2027-04", ALGORITHM, list_digest(people), "",
        tuple(DrawnGroup(group, sizes[group], counts[group]) for group in GROUPS),
        tuple(DrawnPerson(p.place, p.group, p.name, p.phone) for p in chosen),
    )  # fmt: skip
    held = Round(
        name="2027年第一次办事群众访谈", questionnaire=asked, held_from="2027-04-07",
        held_to="2027-04-16", location="政务服务大厅、东镇便民服务中心",
        plan=tuple(GroupPlan(group, sizes[group], counts[group]) for group in GROUPS),
        draws=(record,),
        topics=(Topic("suggestion", "窗口时间", ("中午", "周末")),),
    )  # fmt: skip
    indicator = framework.indicator("1")
    task = next(each for each in indicator.tasks if each.method == "interview")
    return InterviewLine(
        PART, "1", indicator.heading, framework.task_name("1", task.code), task.requirement,
        held, tuple((f"{n:03d}", answer_sheet(asked.questions, n, n == sheets))
                    for n in range(1, sheets + 1)),
    )  # fmt: skip


def answer_sheet(questions: tuple[Question, ...], number: int, void: bool = False) -> AnswerSheet:
    """Answers by a fixed rule: most people are satisfied, few leave a question out."""
    answers = {}
    for place, question in enumerate(questions, 1):
        turn = (number * 7 + place * 3) % 11
        if question.kind is QuestionKind.OPEN:
            if number % 9 == 0:
                answers[question.id] = f"建议中午也有人值班，第{number}份，电话13900001234"
        elif question.kind is QuestionKind.NUMBER:
            answers[question.id] = str(turn)
        elif turn != 10 or question.overall:
            answers[question.id] = str(1 + max(turn - 6, 0) % len(question.options))
    group = GROUPS[number > 28]
    return AnswerSheet("r", number, group, answers, "王示例", void="缺页" if void else "")
