"""From a draw and its reviews to the rows of papers."""

from collections.abc import Iterable, Mapping, Sequence

from app.names.verification.case_review import (
    ALGORITHM_WORDS,
    GRADES,
    RULE_WORDS,
    STATES,
    VERDICTS,
)
from app.reports.case_rows import (
    CaseCountLine,
    CaseDefectLine,
    CaseFormLine,
    CaseReviewLine,
    CaseStandardLine,
    CaseStratumLine,
    DrawnCaseLine,
)
from app.shares import share_words
from app.verification.case_review.draws import DrawnCase
from app.verification.case_review.papers import party_outside
from app.verification.case_review.results import Defect, ResultLine, Tally, results_of
from app.verification.case_review.scores import REVIEWERS, Reviewed, Score
from app.verification.case_review.scoring import CaseState, Grade, Mark, Outcome, Seat, Verdict
from app.verification.case_review.sheet_schema import BasicStandard, GeneralStandard, ReviewSheet

#: So many characters of a list's digest stand on paper.
_DIGEST = 16
_BASIC, _GENERAL = "基础标准", "一般标准"


def case_review_line(reviewed: Reviewed) -> CaseReviewLine:
    """A draw as papers tell of it; nothing of sheets that are still blind."""
    draw, results = reviewed.draw, results_of(reviewed)
    return CaseReviewLine(
        draw.round_id,
        draw.name,
        draw.seed,
        ALGORITHM_WORDS.get(draw.algorithm, draw.algorithm),
        draw.drawn_by,
        draw.drawn_at.astimezone().date(),
        draw.population,
        draw.left_out,
        RULE_WORDS,
        tuple(
            CaseStratumLine(
                one.unit,
                one.category,
                one.year,
                len(one.population),
                one.drawn,
                one.digest[:_DIGEST],
            )
            for one in draw.strata
        ),
        tuple(_case(reviewed, case) for case in draw.cases),
        _counted(ResultLine("", "", results.whole)),
        results.whole.disputed,
        results.whole.ungraded,
        tuple(map(_counted, results.units)),
        tuple(map(_counted, results.categories)),
        tuple(map(_counted, results.parts)),
        tuple(_defect(reviewed, defect) for defect in results.defects),
    )


def case_form_line(sheet: ReviewSheet) -> CaseFormLine:
    """A review sheet to be printed blank."""
    nothing = Outcome(CaseState.OPEN)
    return CaseFormLine(
        sheet.title,
        RULE_WORDS,
        tuple(_standard(standard, nothing, {}) for standard in sheet.standards),
    )


def _case(reviewed: Reviewed, case: DrawnCase) -> DrawnCaseLine:
    key = (case.draw_id, case.case_id)
    outcome, scores = reviewed.outcomes[key], reviewed.scores[key]
    sheet = reviewed.draw.sheet_of(case)
    decided = outcome.state is CaseState.DECIDED
    titles = {standard.id: standard.text for standard in sheet.standards}
    return DrawnCaseLine(
        case.unit,
        case.number,
        case.category,
        case.title,
        party_outside(case.party),
        party_outside(case.handler),
        case.filed,
        case.closed,
        sheet.title,
        decided,
        outcome.arbitrated,
        STATES[outcome.state.value],
        f"{outcome.score:.2f}" if outcome.score is not None else "",
        GRADES[outcome.grade.value] if outcome.grade is not None else "",
        tuple(_standard(standard, outcome, scores) for standard in sheet.standards),
        tuple(_comments(scores.values(), titles)),
        tuple(score.text.summary for score in _counting(scores, outcome) if score.text.summary),
    )


def _standard(
    standard: BasicStandard | GeneralStandard, outcome: Outcome, scores: Mapping[Seat, Score]
) -> CaseStandardLine:
    marks = {
        seat: next((m for m in score.text.marks if m.standard == standard.id), None)
        for seat, score in scores.items()
    }
    decided = outcome.state is CaseState.DECIDED
    failed = standard.id in {*outcome.failed, *outcome.defects}
    counted = [marks[seat] for seat in _seats_counting(outcome) if seat in marks]
    met = any(mark is not None and mark.verdict is Verdict.MET for mark in counted)
    general = standard if isinstance(standard, GeneralStandard) else None
    points = general.points if general is not None else None
    return CaseStandardLine(
        basic=general is None,
        group=general.group if general is not None else "",
        text=standard.text,
        basis=standard.basis,
        points="" if points is None else f"{points:g}",
        first=_said(marks.get(Seat.FIRST)),
        second=_said(marks.get(Seat.SECOND)),
        arbiter=_said(marks.get(Seat.ARBITER)),
        remark="；".join(
            dict.fromkeys(
                mark.remark for mark in marks.values() if mark is not None and mark.remark
            )
        ),
        met=None if not decided else False if failed else True if met else None,
    )


def _said(mark: Mark | None) -> str:
    if mark is None:
        return ""
    words = VERDICTS[mark.verdict.value]
    return words if mark.lost is None else f"{words}，扣{mark.lost:g}分"


def _seats_counting(outcome: Outcome) -> Sequence[Seat]:
    return (Seat.ARBITER,) if outcome.arbitrated else REVIEWERS


def _counting(scores: Mapping[Seat, Score], outcome: Outcome) -> tuple[Score, ...]:
    return tuple(scores[seat] for seat in _seats_counting(outcome) if seat in scores)


def _comments(scores: Iterable[Score], titles: Mapping[str, str]) -> Iterable[str]:
    for score in scores:
        for comment in score.text.comments:
            page = f"第{comment.page}页：" if comment.page else ""
            about = titles.get(comment.standard, "")
            yield f"{page}{comment.text}{f'（{about}）' if about else ''}"


def _counted(line: ResultLine) -> CaseCountLine:
    tally = line.tally
    return CaseCountLine(
        line.rank,
        line.unit,
        line.category,
        tally.cases,
        share_words(tally.decided, tally.cases),
        _grade(tally, Grade.EXCELLENT),
        _grade(tally, Grade.PASSED),
        _grade(tally, Grade.FAILED),
        f"{tally.mean:.2f}" if tally.mean is not None else "—",
        tally.defects,
    )


def _grade(tally: Tally, grade: Grade) -> str:
    """The share of a grade; a dash where grades are not given, a failure apart."""
    if not tally.grades[grade] and tally.ungraded:
        return "—"
    return share_words(tally.grades[grade], tally.decided)


def _defect(reviewed: Reviewed, defect: Defect) -> CaseDefectLine:
    numbers = set(defect.cases)
    by_unit: dict[str, list[str]] = {}
    basis = ""
    for case in reviewed.draw.cases:
        if case.category == defect.category and case.number in numbers:
            outcome = reviewed.outcomes[case.draw_id, case.case_id]
            if defect.standard in {*outcome.failed, *outcome.defects}:
                by_unit.setdefault(case.unit, []).append(case.number)
                sheet = reviewed.draw.sheet_of(case)
                basis = next((s.basis for s in sheet.standards if s.id == defect.standard), "")
    return CaseDefectLine(
        defect.category,
        _BASIC if defect.basic else defect.group or _GENERAL,
        defect.text,
        basis,
        share_words(defect.count, defect.of),
        defect.count,
        tuple((unit, tuple(cases)) for unit, cases in by_unit.items()),
    )
