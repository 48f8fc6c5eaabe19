"""A reviewed draw for papers: twelve cases of two units, made up by a fixed rule."""

from datetime import UTC, datetime
from decimal import Decimal

from app.reports.case_reading import case_form_line, case_review_line
from app.reports.case_rows import CaseFormLine, CaseReviewLine
from app.verification.case_review.cases import Case
from app.verification.case_review.data_files import built_in_sheets
from app.verification.case_review.drawing import ALGORITHM, Wanted, draw_strata
from app.verification.case_review.draws import Draw, DrawnCase, Share
from app.verification.case_review.scores import Comment, Place, Reviewed, Score, SheetText
from app.verification.case_review.scoring import Mark, Seat, Verdict, outcome
from app.verification.case_review.sheet_schema import ReviewSheet

AT = datetime(2027, 4, 20, 2, 0, tzinfo=UTC)
PENALTY = "行政处罚"
#: The standards that the two reviewers of each case find not met; the arbiter says what the
#: second one does.
FAILED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    ((), ()),
    (("served",), ("served",)),
    (("served", "report"), ("served",)),
    ((), ("notified",)),
    (("evidence_marked",), ("evidence_marked",)),
    ((), ()),
    (("consistent",), ("consistent", "served")),
    (("hearing",), ("hearing",)),
    ((), ()),
    ((), ()),
)


def case_reviews(first: str, second: str) -> tuple[CaseReviewLine, ...]:
    """The draw as papers have it; ten of its cases are decided."""
    return (case_review_line(reviewed_draw(first, second)),)


def case_forms() -> tuple[CaseFormLine, ...]:
    """The review sheets that come with the program."""
    return tuple(map(case_form_line, built_in_sheets()))


def reviewed_draw(first: str, second: str) -> Reviewed:
    """Twelve of forty cases of two units, each with two sheets but for the last two."""
    sheet = _with_points(next(one for one in built_in_sheets() if one.category == PENALTY))
    cases = [
        Case(
            f"id{n:02d}", first if n % 3 else second, True, f"示监罚〔{2025 + n % 2}〕{n + 1}号",
            PENALTY, "未按规定明码标价", "赵示例" if n % 2 else "示例县某某商贸有限公司",
            "钱示例、孙示例", f"{2025 + n % 2}-03-0{n % 9 + 1}", f"{2025 + n % 2}-05-1{n % 9}",
            2025 + n % 2, False,
        )
        for n in range(40)
    ]  # fmt: skip
    by_number = {case.number: case for case in cases}
    strata = draw_strata("20270420-01", cases, Wanted(total=12))
    shares = tuple(
        Share(
            f"draw-{unit}",
            unit,
            True,
            1,
            tuple(one for one in strata if one.unit == unit),
            tuple(
                _drawn(by_number[number], f"draw-{unit}")
                for one in strata
                if one.unit == unit
                for number in one.drawn
            ),
            {PENALTY: sheet},
        )
        for unit in (first, second)
    )
    draw = Draw(
        "round", "2027年行政执法案卷评查", "20270420-01", ALGORITHM, "张示例", AT, True, shares
    )
    places, outcomes, scores = {}, {}, {}
    for number, case in enumerate(draw.cases):
        key = (case.draw_id, case.case_id)
        found = FAILED[number] if number < len(FAILED) else None
        kept = _scores(sheet, case, found) if found is not None else {}
        marks = {seat: one.text.marks for seat, one in kept.items()}
        scores[key], outcomes[key] = kept, outcome(sheet, marks, begun=bool(kept))
        places[key] = {
            seat: Place(one.reviewer, len(one.text.marks), len(one.text.marks), True)
            for seat, one in kept.items()
        }
    return Reviewed(draw, places, outcomes, scores)


def _with_points(sheet: ReviewSheet) -> ReviewSheet:
    generals = tuple(one.model_copy(update={"points": 5.0}) for one in sheet.generals)
    grades = {"excellent": 96.0, "passing": 60.0, "limit": 5.0}
    return sheet.model_copy(update={"generals": generals, **grades})


def _drawn(case: Case, draw: str) -> DrawnCase:
    return DrawnCase(
        draw, case.id, case.unit, case.number, case.category, case.title, case.year, case.party,
        case.handler, case.filed, case.closed,
    )  # fmt: skip


def _scores(
    sheet: ReviewSheet, case: DrawnCase, failed: tuple[tuple[str, ...], tuple[str, ...]]
) -> dict[Seat, Score]:
    texts = {Seat.FIRST: _text(sheet, failed[0]), Seat.SECOND: _text(sheet, failed[1])}
    if outcome(sheet, {seat: text.marks for seat, text in texts.items()}).differences:
        texts[Seat.ARBITER] = _text(sheet, failed[1])
    names = {Seat.FIRST: "周示例", Seat.SECOND: "吴示例", Seat.ARBITER: "郑示例"}
    return {
        seat: Score(
            f"{case.case_id}-{seat}",
            case.draw_id,
            case.case_id,
            True,
            seat,
            names[seat],
            text,
            AT,
            1,
        )
        for seat, text in texts.items()
    }


def _text(sheet: ReviewSheet, failed: tuple[str, ...]) -> SheetText:
    marks = tuple(
        Mark(one.id, Verdict.FAILED, Decimal(2) if one.id == "report" else None, "没有看到凭证")
        if one.id in failed
        else Mark(one.id, Verdict.NOT_APPLICABLE if one.id == "hearing_course" else Verdict.MET)
        for one in sheet.standards
    )
    comments = (Comment("日期有涂改，没有按印", "item", 3, "served"),) if failed else ()
    return SheetText(marks, comments, "总体规范" if not failed else "", concluded=True)
