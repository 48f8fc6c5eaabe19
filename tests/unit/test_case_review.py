"""案卷评查 as pure decisions: scores, differences, what counts, shares, ranks, proposals."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.names.verification.case_review import (
    ALGORITHM_WORDS,
    DIFFERENCES,
    GRADES,
    NOTICES,
    STATES,
    VERDICTS,
)
from app.verification.case_review.cases import Case, Notice, names_in
from app.verification.case_review.data_files import (
    ORDERS,
    SHEETS,
    built_in_orders,
    built_in_sheets,
    lay_out_files,
    load_sheets,
)
from app.verification.case_review.drawing import ALGORITHM, Wanted, counts_of, population_of
from app.verification.case_review.order_schema import CaseOrder
from app.verification.case_review.pieces import proposed_kind
from app.verification.case_review.results import ResultLine, ranked, tally_of
from app.verification.case_review.scoring import (
    CaseState,
    Difference,
    Grade,
    Mark,
    Outcome,
    Seat,
    Verdict,
    assess,
    outcome,
)
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.material_check.registers.files import built_in
from app.wording.errors import describe_error

SHEET = ReviewSheet.model_validate(
    {
        "format": 1,
        "id": "test",
        "title": "评查表",
        "category": "行政处罚",
        "basics": [{"id": "facts", "text": "事实清楚"}],
        "generals": [
            {"id": "filing", "text": "立案", "points": 30},
            {"id": "served", "text": "送达", "points": 30},
            {"id": "bound", "text": "装订", "points": 10},
        ],
        "excellent": 90,
        "passing": 60,
        "limit": 5,
    }
)
NOTHING_APPLIES = {"filing": None, "served": None, "bound": None}
CASE = Case("1", "甲局", False, "1号", "行政处罚", "", "", "", "", "2021-03-01", 2021, False)


def marks(**said: str | None) -> tuple[Mark, ...]:
    """A whole sheet: points lost by standard, "" for all of them, None for not applicable."""
    found = []
    for standard in SHEET.standards:
        if standard.id not in said:
            found.append(Mark(standard.id, Verdict.MET))
        elif (lost := said[standard.id]) is None:
            found.append(Mark(standard.id, Verdict.NOT_APPLICABLE))
        else:
            points = Decimal(lost) if lost else None
            found.append(Mark(standard.id, Verdict.FAILED, points))
    return tuple(found)


@pytest.mark.parametrize(
    ("said", "score", "grade"),
    [
        ({}, "100.00", Grade.EXCELLENT),
        ({"filing": "7"}, "90.00", Grade.EXCELLENT),
        ({"filing": "7.01"}, "89.99", Grade.PASSED),
        ({"filing": ""}, "57.14", Grade.FAILED),
        ({"filing": "28"}, "60.00", Grade.PASSED),
        # What does not apply leaves the base: 40 of 40, and 35 of 40.
        ({"filing": None}, "100.00", Grade.EXCELLENT),
        ({"filing": None, "bound": "5"}, "87.50", Grade.PASSED),
        ({"facts": ""}, "100.00", Grade.FAILED),
        ({"facts": None}, "100.00", Grade.EXCELLENT),
        # 5 of 60 lost are 91.666…
        ({"bound": None, "served": "5"}, "91.67", Grade.EXCELLENT),
    ],
)
def test_a_sheet_comes_to_its_score_and_grade(said, score, grade):
    found = assess(SHEET, marks(**said))
    assert (found.score, found.grade) == (Decimal(score), grade)


def test_nothing_is_scored_before_all_is_judged_or_where_nothing_applies():
    assert assess(SHEET, marks()[:-1]).score is None
    assert assess(SHEET, marks()[:-1]).open == ("bound",)
    away = assess(SHEET, marks(filing=None, served=None, bound=None))
    assert (away.score, away.grade) == (None, None)


def test_no_score_and_no_grade_are_made_up():
    generals = (SHEET.generals[0], SHEET.generals[1].model_copy(update={"points": None}))
    bare = SHEET.model_copy(update={"generals": generals})
    found = assess(bare, (Mark("facts", Verdict.MET), *marks(filing="5")[1:3]))
    assert (found.score, found.grade, found.defects) == (None, None, ("filing",))
    ungraded = SHEET.model_copy(update={"excellent": None})
    assert assess(ungraded, marks()).grade is None
    assert assess(ungraded, marks(facts="")).grade is Grade.FAILED


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({}, {}, ()),
        ({}, {"filing": "3.5"}, ()),
        ({}, {"filing": "3.51"}, (Difference.POINTS,)),
        ({"filing": "7"}, {"filing": "7.5"}, (Difference.GRADE,)),
        ({"facts": ""}, {}, (Difference.BASIC,)),
        ({"facts": ""}, {"facts": ""}, ()),
        (
            {"filing": None, "served": None, "bound": None},
            {},
            (Difference.GRADE, Difference.POINTS),
        ),
    ],
)
def test_an_arbiter_is_asked_where_reviewers_differ(first, second, found):
    concluded = {Seat.FIRST: marks(**first), Seat.SECOND: marks(**second)}
    result = outcome(SHEET, concluded)
    assert result.differences == found
    assert result.state is (CaseState.DISPUTED if found else CaseState.DECIDED)
    judged = outcome(SHEET, {**concluded, Seat.ARBITER: marks(served="3")})
    assert judged.arbitrated is bool(found)
    if found:
        assert (judged.score, judged.defects) == (Decimal("95.71"), ("served",))


def test_else_the_mean_counts_and_the_defects_of_both():
    both = {Seat.FIRST: marks(filing="0.7"), Seat.SECOND: marks(served="0.693")}
    result = outcome(SHEET, both)
    # The mean of 99.00 and 99.01 is 99.005: half of a hundredth rounds up.
    assert result.score == Decimal("99.01")
    assert result.defects == ("filing", "served")
    assert outcome(SHEET, {}, begun=False).state is CaseState.OPEN
    assert outcome(SHEET, {Seat.SECOND: marks()}).state is CaseState.UNDER_WAY


def test_strata_share_a_total_and_each_has_one():
    sizes = {"甲局": 90, "乙局": 9, "丙局": 1}
    cases = [
        replace(CASE, id=f"{unit}{n}", unit=unit, number=f"{unit}{n}号")
        for unit, size in sizes.items()
        for n in range(size)
    ]
    found = {key[0]: count for key, count in counts_of(cases, Wanted(10)).items()}
    assert found == {"甲局": (90, 8), "乙局": (9, 1), "丙局": (1, 1)}
    every = counts_of(cases, Wanted(1000))
    assert {key[0]: count for key, (_, count) in every.items()} == sizes
    assert [count for _, count in counts_of(cases, Wanted(each=2)).values()] == [1, 2, 2]


def test_only_closed_cases_without_faults_are_drawn_from():
    others = (
        replace(CASE, id="2", closed="", year=0),
        replace(CASE, id="3", faulty=True),
        replace(CASE, id="4", year=2020),
        replace(CASE, id="5", category="行政许可"),
    )
    wanted = Wanted(1, year=2021, categories=("行政处罚",))
    found = population_of((CASE, *others), wanted)
    assert (found.cases, found.faulty, found.not_closed) == ((CASE,), 1, 1)


def test_equal_units_share_a_rank_and_the_undecided_come_last():
    def line(unit: str, *scores: str) -> ResultLine:
        done = [Outcome(CaseState.DECIDED, Decimal(s), Grade.PASSED) for s in scores]
        return ResultLine(unit, "", tally_of(done or [Outcome(CaseState.OPEN)]))

    found = ranked([line("甲", "80"), line("乙"), line("丙", "70", "90"), line("丁", "79.99")])
    assert [(one.unit, one.rank) for one in found] == [("甲", 1), ("丙", 1), ("丁", 3), ("乙", 0)]


def test_without_scores_failed_basics_rank_before_defects():
    def line(unit: str, failed: int, defects: int) -> ResultLine:
        basic = ("facts",) * failed
        done = Outcome(CaseState.DECIDED, None, None, basic, ("filing",) * defects)
        return ResultLine(unit, "", tally_of([done]))

    found = ranked([line("甲", 1, 0), line("乙", 0, 2), line("丙", 0, 1)])
    assert [one.unit for one in found] == ["丙", "乙", "甲"]


def test_a_title_says_which_piece_it_is():
    order = CaseOrder.model_validate(
        {
            "format": 1,
            "id": "test",
            "title": "案卷",
            "category": "行政处罚",
            "pieces": [
                {"id": "decision", "title": "处罚决定书"},
                {"id": "draft", "title": "处罚决定书审批表"},
                {"id": "served", "title": "送达回证", "also": ["送达证"]},
            ],
        }
    )
    titles = ("某案处罚决定书", "处罚决定书审批表（第2稿）", "送达证", "照片")
    found = [proposed_kind(order, title) for title in titles]
    assert [kind.id if kind else None for kind in found] == ["decision", "draft", "served", None]


def test_names_are_told_apart():
    assert names_in("张三、李四，王五 赵六") == ("张三", "李四", "王五", "赵六")


class TestDataFiles:
    def test_the_built_in_ones_fit_the_register_and_the_indicator_set(self, framework):
        (register,) = (one for one in built_in() if one.id == "case_files")
        categories = register.column("category").choices
        methods = {
            indicator.code: {task.method for task in indicator.tasks}
            for indicator in framework.indicators
        }
        for one in (*built_in_sheets(), *built_in_orders()):
            assert one.category in categories
        for sheet in built_in_sheets():
            for code in sheet.serves[framework.code]:
                assert "case_review" in methods[code]
        for code in register.serves[framework.code]:
            assert "case_review" in methods[code]

    def test_no_points_bounds_or_limits_are_made_up(self):
        for sheet in built_in_sheets():
            assert not sheet.scored
            assert not sheet.graded
            assert all(standard.points is None for standard in sheet.generals)
        assert all(order.days is None for order in built_in_orders())

    def test_a_countys_own_comes_first_and_a_broken_one_is_named_by_its_line(self, tmp_path: Path):
        own = tmp_path / "own"
        assert len(lay_out_files(own, SHEETS)) == len(built_in_sheets())
        assert lay_out_files(own, SHEETS) == ()
        assert len(lay_out_files(tmp_path / "orders", ORDERS)) == len(built_in_orders())
        first = built_in_sheets()[0]
        text = SHEET.model_copy(update={"id": "ours", "category": first.category})
        (own / "ours.yaml").write_text(text.model_dump_json(), encoding="utf-8")
        (own / "broken.yaml").write_text(
            text.model_dump_json().replace('"excellent":90.0', '"excellent":900'), encoding="utf-8"
        )
        for path in own.glob("0*.yaml"):
            path.unlink()
        found = load_sheets(own)
        assert found.for_category(first.category).id == "ours"
        assert found.own == {"ours"}
        (error,) = found.invalid
        assert "broken.yaml" in str(describe_error(error))


def test_every_value_has_its_words():
    for values, names in (
        (Verdict, VERDICTS),
        (Grade, GRADES),
        (CaseState, STATES),
        (Difference, DIFFERENCES),
        (Notice, NOTICES),
    ):
        assert {value.value for value in values} <= set(names)
    assert ALGORITHM in ALGORITHM_WORDS
