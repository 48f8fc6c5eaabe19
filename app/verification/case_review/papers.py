"""案卷评查 in dossiers: 抽取记录, 案卷评查记录表, 评查结果 and 常见问题."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.framework.stored import take_stored
from app.names.verification.case_review import GRADES, STATES
from app.shares import share_words
from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.verification.case_review.cases import METHOD
from app.verification.case_review.draws import Draw, DrawnCase, Share
from app.verification.case_review.results import Results, results_of
from app.verification.case_review.scores import REVIEWERS, Place, Reviewed, read_reviewed
from app.verification.case_review.scoring import CaseState, Grade, Outcome, Seat
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import ColumnType
from app.workspace.registry import Registry, load_registry
from models import WorkspaceInfo
from models.workspace import FrameworkRecord

Cells = tuple[str, ...]
#: What stands in a cell that has nothing to say.
_NOTHING = "—"
#: So many characters of a list's digest stand on paper.
_DIGEST = 8
DRAW_FORM = NoteForm(
    "案卷抽取记录",
    (
        NoteColumn("类别", 20, centred=True),
        NoteColumn("结案年度", 18, centred=True),
        NoteColumn("备抽", 12, centred=True),
        NoteColumn("抽取", 12, centred=True),
        NoteColumn("抽中的案号（按抽取先后）", 72, takes=True),
        NoteColumn("名单校验值", 24, centred=True),
    ),
)
CASE_FORM = NoteForm(
    "案卷评查记录表",
    (
        NoteColumn("案号", 50),
        NoteColumn("类别", 22, centred=True),
        NoteColumn("当事人", 26, centred=True),
        NoteColumn("承办人", 26, centred=True),
        NoteColumn("评查人", 30, centred=True, internal=True),
        NoteColumn("得分", 16, centred=True),
        NoteColumn("等次", 20, centred=True),
        NoteColumn("不符合的标准", 65, takes=True),
    ),
    across=True,
)
RESULT_FORM = NoteForm(
    "案卷评查结果",
    (
        NoteColumn("类别", 24, centred=True),
        NoteColumn("抽取", 14, centred=True),
        NoteColumn("已评定", 16, centred=True),
        NoteColumn("优秀", 14, centred=True),
        NoteColumn("合格", 14, centred=True),
        NoteColumn("不合格", 16, centred=True),
        NoteColumn("平均分", 18, centred=True),
        NoteColumn("合格率", 42, centred=True),
    ),
)
DEFECT_FORM = NoteForm(
    "案卷评查常见问题",
    (
        NoteColumn("评查标准", 72, takes=True),
        NoteColumn("类别", 22, centred=True),
        NoteColumn("性质", 22, centred=True),
        NoteColumn("不符合的案卷", 42, centred=True),
    ),
)


def sheet_lines(session: Session, _own: Path | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """The sheets of every draw, each behind the tasks that the category of its cases serves."""
    every = read_reviewed(session)
    if not every:
        return
    framework, registry = _framework(session), load_registry(session)
    lines = [line for reviewed in every for line in _lines(reviewed, framework, registry)]
    for form in (DRAW_FORM, CASE_FORM, RESULT_FORM, DEFECT_FORM):
        yield from (line for line in lines if line[0] is form)


def tasks_served(
    sheet: ReviewSheet, framework: Framework, registry: Registry, unit: str
) -> tuple[TaskKey, ...]:
    """The tasks that reviews by a sheet are for, of those that a unit answers for."""
    return tuple(
        TaskKey(indicator.code, task.code)
        for indicator in framework.indicators
        if indicator.code in sheet.serves.get(framework.code, ())
        for task in indicator.tasks
        if task.method == METHOD and unit in registry.units_of(indicator.code, task.code)
    )


def draw_heading(draw: Draw) -> str:
    """A draw in one line: its name, the day and the seed; inspectors are not told who drew."""
    at = draw.drawn_at.astimezone()
    return f"{draw.name}：{at.year}年{at.month}月{at.day}日抽取，抽签种子 {draw.seed}"


def party_outside(text: str) -> str:
    """The name of a person or a body as papers that leave the house have it."""
    return masked(ColumnType.PERSON, text)


def score_words(outcome: Outcome) -> str:
    """A score as it is written: 91.5."""
    return _NOTHING if outcome.score is None else f"{outcome.score.normalize():f}"


def grade_words(outcome: Outcome) -> str:
    """A grade, or how far the case is."""
    if outcome.state is not CaseState.DECIDED:
        return STATES[outcome.state]
    return GRADES[outcome.grade or ""]


def defect_words(sheet: ReviewSheet, outcome: Outcome) -> str:
    """The standards that a case does not meet, by their texts."""
    wrong = {*outcome.failed, *outcome.defects}
    return "；".join(standard.text for standard in sheet.standards if standard.id in wrong)


def passed_words(grades: Mapping[Grade, int], ungraded: int) -> str:
    """The share of cases that passed, with its counts; a dash where some have no grade."""
    if ungraded:
        return _NOTHING
    passed = grades[Grade.EXCELLENT] + grades[Grade.PASSED]
    return share_words(passed, sum(grades.values()))


def _lines(
    reviewed: Reviewed, framework: Framework, registry: Registry
) -> Iterator[tuple[NoteForm, NoteLine]]:
    draw = reviewed.draw
    heading = draw_heading(draw)
    for share in draw.shares:
        results = results_of(reviewed, share.unit)
        for category, sheet in share.sheets.items():
            told = tuple(_told(reviewed, share, category, results))
            for task in tasks_served(sheet, framework, registry, share.unit):
                for form, cells, outside, unfinished in told:
                    line = NoteLine(*task, share.unit, cells, heading, unfinished, outside)
                    yield form, line


def _told(
    reviewed: Reviewed, share: Share, category: str, results: Results
) -> Iterator[tuple[NoteForm, Cells, Cells, bool]]:
    """The lines about one category of a unit: form, cells, masked cells, still to be done."""
    for stratum in share.strata:
        if stratum.category == category:
            cells: Cells = (
                category,
                str(stratum.year),
                str(len(stratum.population)),
                str(len(stratum.drawn)),
                "、".join(stratum.drawn) or _NOTHING,
                stratum.digest[:_DIGEST],
            )
            yield DRAW_FORM, cells, (), False
    for case in share.cases:
        if case.category == category:
            key = (case.draw_id, case.case_id)
            outcome, places = reviewed.outcomes[key], reviewed.places[key]
            sheet = share.sheets[category]
            cells = _case_cells(case, sheet, outcome, places)
            outside = _case_cells(case, sheet, outcome, places, outside=True)
            yield CASE_FORM, cells, outside, outcome.state is not CaseState.DECIDED
    for form, found in (
        (RESULT_FORM, _results(results, category)),
        (DEFECT_FORM, _defects(results, category)),
    ):
        yield from ((form, cells, (), False) for cells in found)


def _case_cells(
    case: DrawnCase,
    sheet: ReviewSheet,
    outcome: Outcome,
    places: Mapping[Seat, Place],
    *,
    outside: bool = False,
) -> tuple[str, ...]:
    shown = party_outside if outside else str
    return (
        case.number,
        case.category,
        shown(case.party),
        shown(case.handler),
        shown("、".join(_reviewers(places))),
        score_words(outcome),
        grade_words(outcome),
        defect_words(sheet, outcome) or (_NOTHING if outcome.state is CaseState.DECIDED else ""),
    )


def _reviewers(places: Mapping[Seat, Place]) -> Iterable[str]:
    seats = (*REVIEWERS, Seat.ARBITER)
    return (places[seat].reviewer for seat in seats if seat in places)


def _results(results: Results, category: str) -> Iterator[tuple[str, ...]]:
    for found in results.categories:
        tally = found.tally
        if found.category == category and tally.decided:
            mean = _NOTHING if tally.mean is None else f"{tally.mean:f}"
            graded = any(tally.grades.values())
            yield (
                category,
                str(tally.cases),
                str(tally.decided),
                str(tally.grades[Grade.EXCELLENT]) if graded else _NOTHING,
                str(tally.grades[Grade.PASSED]) if graded else _NOTHING,
                str(tally.grades[Grade.FAILED]),
                mean,
                passed_words(tally.grades, tally.ungraded),
            )


def _defects(results: Results, category: str) -> Iterator[tuple[str, ...]]:
    for defect in results.defects:
        if defect.category == category:
            kind = "基础标准" if defect.basic else "一般标准"
            yield (defect.text, category, kind, share_words(defect.count, defect.of))


def _framework(session: Session) -> Framework:
    """The indicator set that the workspace works by."""
    query = select(FrameworkRecord.content, FrameworkRecord.content_sha256).join(
        WorkspaceInfo, WorkspaceInfo.framework_id == FrameworkRecord.id
    )
    content, digest = session.execute(query).one()
    return take_stored(content, digest)
