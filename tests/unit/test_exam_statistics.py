"""What an exam comes to, compared with ``statistics`` and numpy."""

import statistics
from dataclasses import replace
from decimal import Decimal
from random import Random

import numpy as np
import pytest

from app.names.verification.exam import points_words
from app.verification.exam.blueprints import built_in
from app.verification.exam.exams import FIRST, MAKEUP, Exam
from app.verification.exam.hours import hours_of, years_of
from app.verification.exam.papers import Paper, Printed, draw_paper
from app.verification.exam.people import Attendance, Person
from app.verification.exam.questions import RIGHT, WRONG
from app.verification.exam.starter import starter_questions
from app.verification.exam.statistics import (
    BANDS,
    correlation,
    item_statistics,
    passed_in_all,
    results_of,
    spread_of,
    tally_of,
)
from app.verification.material_check.registers.judging import Judged

STAFF = next(blueprint for blueprint in built_in() if blueprint.id == "staff")
BANK = [(str(n), question) for n, question in enumerate(starter_questions().questions)]


def an_exam() -> Exam:
    paper = draw_paper(STAFF, BANK, "2026-03-01", "7")
    assert isinstance(paper, Paper)
    return Exam("考试", "2026-03-01", rules=STAFF, papers={FIRST: paper})


def candidates(exam: Exam, count: int, seed: int) -> list[Person]:
    """People of different skill who answer rightly by chance."""
    random = Random(seed)
    people = []
    for n in range(1, count + 1):
        version = "AB"[n % 2]
        skill = random.random()
        answers = {
            str(each.number): "".join(each.answers) if random.random() < skill else _wrong(each)
            for each in exam.paper().printed(version)
        }
        people.append(
            Person(
                exam="1",
                name=f"人{n}",
                number=f"{n:03d}",
                paper_version=version,
                attendance=Attendance.PRESENT,
                answers=answers,
                position=n,
            )
        )
    return people


def _wrong(printed: Printed) -> str:
    if not printed.options:
        return WRONG if printed.answers == (RIGHT,) else RIGHT
    return "A" if printed.answers == ("D",) else "D"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_points_are_spread_as_the_standard_library_says(seed):
    exam = an_exam()
    results = results_of(exam, candidates(exam, 41, seed))
    points = [result.total for result in results]
    spread = spread_of(results, exam.paper().total)
    assert spread.mean == pytest.approx(statistics.fmean(points))
    assert spread.mean == pytest.approx(float(np.mean(points)))
    assert spread.median == statistics.median(points)
    assert spread.deviation == pytest.approx(float(np.std(points)))
    assert (spread.least, spread.most) == (min(points), max(points))
    counted, _ = np.histogram(points, [*BANDS, 101])
    assert spread.bands == tuple(counted)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_questions_do_as_numpy_says(seed):
    exam = an_exam()
    results = results_of(exam, candidates(exam, 100, seed))
    items = item_statistics(results)
    questions = exam.paper().questions
    table = np.zeros((100, len(questions)))
    for row, result in enumerate(results):
        for mark in result.marked.marks:
            table[row, mark.question - 1] = mark.points
    totals = table.sum(axis=1)
    order = sorted(range(100), key=lambda row: (-totals[row], results[row].person.number))
    most = np.array([question.points for question in questions])
    share = table / most
    upper, lower = share[order[:27]].mean(axis=0), share[order[-27:]].mean(axis=0)
    assert [item.number for item in items] == list(range(1, len(questions) + 1))
    for item in items:
        column = item.number - 1
        assert item.group == 27
        assert item.answered == 100
        assert item.right == int((share[:, column] == 1).sum())
        assert item.difficulty == pytest.approx(share[:, column].mean())
        assert item.discrimination == pytest.approx(upper[column] - lower[column])
        expected = np.corrcoef(table[:, column], totals)[0, 1]
        assert item.correlation == pytest.approx(expected)
        assert item.correlation == pytest.approx(
            statistics.correlation(list(table[:, column]), list(totals))
        )


def test_a_right_or_wrong_question_has_the_point_biserial_coefficient():
    right = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0]
    totals = [9.0, 4.0, 8.0, 7.0, 6.0, 8.0, 3.0, 7.0]
    first = [t for r, t in zip(right, totals, strict=True) if r]
    second = [t for r, t in zip(right, totals, strict=True) if not r]
    p = len(first) / len(right)
    by_hand = (statistics.fmean(first) - statistics.fmean(second)) / statistics.pstdev(totals)
    assert correlation(right, totals) == pytest.approx(by_hand * (p * (1 - p)) ** 0.5)
    assert correlation([1.0, 1.0], [1.0, 2.0]) is None
    assert correlation([1.0], [1.0]) is None


def test_who_was_absent_or_sat_again_is_counted_apart():
    exam = an_exam()
    people = candidates(exam, 10, 5)
    people[0] = replace(people[0], attendance=Attendance.ABSENT, answers={})
    people[1] = replace(people[1], attendance=Attendance.DRAWN, answers={})
    people.append(Person("1", "没有抽中", position=11))
    tally = tally_of(results_of(exam, people))
    assert (tally.drawn, tally.present, tally.absent, tally.scored) == (10, 8, 1, 8)
    assert tally.waiting == 1
    passed = {r.person.number for r in results_of(exam, people) if r.passed}
    assert passed_in_all(exam, people) == (len(passed), 10)
    again = replace(exam, papers={**exam.papers, MAKEUP: exam.paper()})
    right = {str(each.number): "".join(each.answers) for each in again.paper(MAKEUP).printed("A")}
    makeup = replace(
        people[0], sitting=MAKEUP, attendance=Attendance.PRESENT, paper_version="A", answers=right
    )
    assert tally_of(results_of(again, [*people, makeup])).drawn == 10
    assert tally_of(results_of(again, [*people, makeup], MAKEUP)).passed == 1
    assert passed_in_all(again, [*people, makeup]) == (len(passed | {"001"}), 10)


def test_nobody_has_passed_before_a_person_has_scored():
    officers = next(blueprint for blueprint in built_in() if blueprint.id == "officers")
    paper = draw_paper(officers, BANK, "2026-03-01", "7")
    assert isinstance(paper, Paper)
    exam = Exam("考试", rules=officers, papers={FIRST: paper})
    shorts = [p.number for p in paper.printed("A") if p.question.kind.value == "short"]
    person = Person("1", "张三", number="001", paper_version="A", attendance=Attendance.PRESENT)
    said = {str(each.number): "；".join(each.answers).split("|")[0] for each in paper.printed("A")}
    (result,) = results_of(exam, [replace(person, answers=said)])
    assert result.marked.open == tuple(shorts)
    assert (result.total, result.passed) == (None, None)
    scores = {str(number): 5.0 for number in shorts}
    (result,) = results_of(exam, [replace(person, answers=said, scores=scores)])
    assert result.passed is not None
    assert points_words(result.total) == f"{result.total:g}"


def test_hours_are_added_for_each_person_and_year():
    rows = [
        Judged({"name": "张三", "department": "大队", "hours": "24"}, (), 2020),
        Judged({"name": "张三", "department": "大队", "hours": "16.5"}, (), 2020),
        Judged({"name": "李四", "department": "大队", "hours": "39.5"}, (), 2020),
        Judged({"name": "李四", "department": "大队", "hours": "60"}, (), 2021),
        Judged({"name": "无年", "hours": "60"}, (), 0),
    ]
    people = hours_of(rows, Decimal(40))
    assert [(p.year, p.name, p.hours, p.missing) for p in people] == [
        (2021, "李四", Decimal(60), 0),
        (2020, "李四", Decimal("39.5"), Decimal("0.5")),
        (2020, "张三", Decimal("40.5"), 0),
    ]
    assert [(y.year, y.people, y.enough, y.least) for y in years_of(people)] == [
        (2021, 1, 1, Decimal(60)),
        (2020, 2, 1, Decimal("39.5")),
    ]
