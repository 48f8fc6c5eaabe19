"""Completeness counts each point once, closes its sums, and only grows with evidence."""

import pytest

from app.completeness.assess import assess
from app.completeness.rows import (
    FigureRow,
    IndicatorRow,
    TaskRow,
)
from app.completeness.states import Tally
from app.completeness.summary import status_json
from app.completeness.vocabulary import State, StrayReason
from app.framework.keys import PointKey, TaskKey
from app.framework.values import Comparator, EvidencePoint
from app.names.completeness import STATE_NAMES, STRAY_NAMES, describe_point
from tests.support.completeness_rows import MATERIAL, PERIOD, RATE, SET, UNITS, WEB, YEARLY, placed

TASK = TaskKey.parse("1/material_check")


def point_of(completeness, key):
    point = PointKey.parse(key)
    task = completeness.task(point.task)
    return next(p for p in task.filing.points if p.key == point)


def test_nothing_yet():
    found = assess(SET, (), (), PERIOD)
    assert found.whole == Tally(total=6)
    assert (found.whole.missing, found.whole.percent, found.state) == (6, 0, State.EMPTY)
    assert {i.state for i in found.indicators} == {State.EMPTY}
    assert found.units == {"县司法局": Tally(6), "县公安局": Tally(4)}
    assert found.slots_total == Tally(10)


def test_a_plain_point_is_covered_by_one_item():
    found = assess(SET, [placed("a", 1)], (), PERIOD)
    point = point_of(found, "1/material_check/1")
    assert (point.state, point.items, point.years_missing) == (State.COMPLETE, ("a",), ())
    assert found.task(TASK).filing.state is State.PARTIAL
    assert found.whole == Tally(total=6, covered=1)


def test_a_blocked_item_waits_and_covers_nothing():
    found = assess(SET, [placed("a", 1, blocked=True)], (), PERIOD)
    point = point_of(found, "1/material_check/1")
    assert (point.covered, point.waiting_items, point.state) == (False, ("a",), State.PROBLEM)
    assert found.whole == Tally(total=6, covered=0, waiting=1)
    assert found.whole.missing == 5
    assert found.indicators[0].state is State.PROBLEM


def test_beside_a_usable_item_a_blocked_one_still_shows():
    found = assess(SET, [placed("a", 1), placed("b", 1, blocked=True)], (), PERIOD)
    point = point_of(found, "1/material_check/1")
    assert (point.covered, point.state) == (True, State.PROBLEM)
    assert found.whole == Tally(total=6, covered=1)


def test_a_point_for_each_year_is_covered_when_every_year_is_there():
    rows = [placed("a", 3, title="2019年度汇总表"), placed("b", 3, date="2020-05")]
    point = point_of(assess(SET, rows, (), PERIOD), "1/material_check/3")
    assert (point.covered, point.years_missing, point.state) == (False, (2021,), State.PARTIAL)
    assert point.tally == Tally(1, covered=0, gaps=1)
    rows.append(placed("c", 3, title="2021年汇总表", blocked=True))
    assert point_of(assess(SET, rows, (), PERIOD), "1/material_check/3").years_missing == (2021,)
    rows.append(placed("d", 3, title="2020—2021年汇总表"))
    assert point_of(assess(SET, rows, (), PERIOD), "1/material_check/3").covered


def test_years_missing_from_a_summary_are_a_hint():
    found = assess(SET, [placed("a", 2, title="2021年情况说明")], (), PERIOD)
    point = point_of(found, "1/material_check/2")
    assert (point.covered, point.years_missing, point.has_gap) == (True, (2019, 2020), True)
    assert found.whole == Tally(total=6, covered=1, gaps=1)
    full = assess(SET, [placed("a", 2, title="2019年以来情况说明")], (), PERIOD)
    assert point_of(full, "1/material_check/2").years_missing == ()


@pytest.mark.parametrize(
    ("values", "lacking", "unmet", "state"),
    [
        ([], True, 0, State.COMPLETE),
        ([100.0], False, 0, State.COMPLETE),
        ([100.0, 98.5], False, 1, State.PROBLEM),
    ],
)
def test_figures(values, lacking, unmet, state):
    figures = [
        FigureRow("1/material_check/4", RATE.text, u, v)
        for u, v in zip(UNITS, values, strict=False)
    ]
    found = assess(SET, [placed("a", 4)], figures, PERIOD)
    point = point_of(found, "1/material_check/4")
    (threshold,) = point.thresholds
    assert (threshold.lacking, len(threshold.unmet), point.state) == (lacking, unmet, state)
    assert point.covered
    assert point.has_gap is (lacking or bool(unmet))
    assert not found.strays


@pytest.mark.parametrize(
    ("years", "lacking", "unmet"),
    [
        ({}, (), 0),
        ({0: 2}, (2019, 2020, 2021), 0),
        ({2019: 1, 2020: 1}, (2021,), 0),
        ({2019: 1, 2020: 0, 2021: 3}, (), 1),
        ({0: 0, 2019: 1, 2020: 1, 2021: 3}, (), 1),
    ],
)
def test_a_figure_a_year(years, lacking, unmet):
    figures = [FigureRow("1", YEARLY.text, "县司法局", v, y) for y, v in years.items()]
    found = assess(SET, (), figures, PERIOD)
    (threshold,) = found.indicators[0].thresholds
    assert threshold.years == (2019, 2020, 2021)
    assert threshold.years_lacking == lacking
    assert len(threshold.unmet) == unmet
    assert threshold.lacking is (not years)
    assert threshold.short is (not years or bool(lacking) or bool(unmet))
    assert {f.year for f in threshold.figures} == set(years)


def test_what_a_point_lacks_is_told_by_year():
    point = EvidencePoint(number=1, text="分年度汇总", since_year=2019, thresholds=(RATE,))
    task = TaskRow("1", MATERIAL, MATERIAL, (point,), UNITS[:1])
    rows = [IndicatorRow("1", "creation", ("A",), (task,))]
    figures = [FigureRow("1/material_check/1", RATE.text, "县司法局", 98.5, 2020)]
    state = point_of(assess(rows, [placed("a", 1)], figures, PERIOD), "1/material_check/1")
    told = describe_point(state)
    assert "“办复率达100%”未达到（县司法局 2020年 98.5%）" in told
    assert "“办复率达100%”缺 2019、2021 年的数据" in told
    assert state.has_gap
    (asked,) = status_json(assess(rows, (), figures, PERIOD))["indicators"][0]["tasks"]
    (threshold,) = asked["points"][0]["thresholds"]
    assert threshold["years"] == [2019, 2020, 2021]
    assert threshold["unmet"] == [{"unit": "县司法局", "value": 98.5, "year": 2020}]


def test_a_slot_knows_its_own_figures_only():
    figure = FigureRow("1/material_check/4", RATE.text, "县公安局", 90)
    found = assess(SET, [placed("a", 4)], [figure], PERIOD)
    ours, theirs = (found.slots(u)[0].filing.points[3] for u in UNITS)
    assert ours.thresholds[0].lacking
    assert theirs.thresholds[0].unmet == (figure,)


@pytest.mark.parametrize(
    ("comparator", "figure", "holds"),
    [
        (Comparator.AT_LEAST, 100, True),
        (Comparator.AT_LEAST, 99.9, False),
        (Comparator.AT_MOST, 100, True),
        (Comparator.AT_MOST, 100.1, False),
        (Comparator.MORE_THAN, 100, False),
        (Comparator.LESS_THAN, 100, False),
        (Comparator.LESS_THAN, 99, True),
    ],
)
def test_comparators(comparator, figure, holds):
    assert comparator.holds(figure, 100) is holds


def test_a_threshold_of_the_statement():
    short = FigureRow("1", YEARLY.text, "县司法局", 0)
    found = assess(SET, (), [short], PERIOD)
    assert found.indicators[0].thresholds[0].unmet == (short,)
    assert found.indicators[0].state is State.PROBLEM


def test_an_item_without_a_point_covers_the_only_point():
    found = assess(SET, [placed("a", None, task=("1", WEB))], (), PERIOD)
    assert point_of(found, "1/web_check/1").covered
    assert found.task(TaskKey.parse("1/web_check")).filing.unassigned == ()


def test_an_item_without_a_point_is_unassigned_among_several():
    found = assess(SET, [placed("a", None)], (), PERIOD)
    filing = found.task(TASK).filing
    assert (filing.unassigned, filing.state, filing.tally.covered) == (("a",), State.PARTIAL, 0)
    assert filing.items == ("a",)
    waiting = assess(SET, [placed("a", None, blocked=True)], (), PERIOD)
    assert waiting.task(TASK).filing.state is State.PROBLEM


def test_a_slot_counts_the_units_own_evidence():
    rows = [placed("a", 1), placed("b", 1, unit="县公安局"), placed("b", 4, unit="县公安局")]
    found = assess(SET, rows, (), PERIOD)
    assert found.whole.covered == 2
    assert {u: t.covered for u, t in found.units.items()} == {"县司法局": 1, "县公安局": 2}
    assert found.slots("县公安局")[0].filing.items == ("b",)
    assert found.slots_total.covered == 3


def test_what_finds_no_place_is_told():
    rows = [
        placed("a", 1, task=("9", MATERIAL)),
        placed("b", 7),
        placed("c", 1, unit="县财政局"),
    ]
    figure = FigureRow("1/material_check/1", "没有这个要求", "县司法局", 1)
    found = assess(SET, rows, [figure], PERIOD)
    assert [(s.row, s.reason) for s in found.strays] == [
        (rows[0], StrayReason.UNKNOWN_TASK),
        (rows[1], StrayReason.UNKNOWN_POINT),
        (rows[2], StrayReason.UNIT_NOT_RESPONSIBLE),
        (figure, StrayReason.UNKNOWN_THRESHOLD),
    ]
    told = status_json(found)["strays"]
    assert [(s["reason"], s.get("item"), s["unit"]) for s in told] == [
        ("unknown_task", "a", "县司法局"),
        ("unknown_point", "b", "县司法局"),
        ("unit_not_responsible", "c", "县财政局"),
        ("unknown_threshold", None, "县司法局"),
    ]
    filing = found.task(TASK).filing
    assert filing.unassigned == ("b",)
    assert filing.points[0].items == ("c",)
    assert "县财政局" not in found.units


def test_everything_there():
    rows = [placed(str(n), n, title="2019—2021年材料") for n in (1, 2, 3, 4)]
    rows += [placed("w", 1, task=("1", WEB)), placed("z", None, task=("加1", MATERIAL))]
    found = assess(SET, rows, (), PERIOD)
    assert (found.state, found.whole.percent, found.whole.complete) == (State.COMPLETE, 100, True)
    assert found.kinds["bonus"] == Tally(1, 1)


@pytest.mark.parametrize(
    ("covered", "total", "percent"), [(0, 0, 0), (0, 7, 0), (6, 7, 85), (288, 289, 99), (7, 7, 100)]
)
def test_percent_is_rounded_down(covered, total, percent):
    tally = Tally(total, covered)
    assert tally.percent == percent
    assert tally.complete is (total > 0 and covered == total)


def test_points_are_worded():
    rows_ = [
        placed("a", 2, title="2021年情况说明"),
        placed("b", 3, title="2019—2020年汇总表"),
        placed("c", 3, blocked=True),
        placed("d", 4),
    ]
    figures = [FigureRow("1/material_check/4", RATE.text, "县公安局", 98.5)]
    filing = assess(SET, rows_, figures, PERIOD).task(TASK).filing
    assert [describe_point(p) for p in filing.points] == [
        "",
        "共 1 件；未见 2019、2020 年的材料",
        "共 2 件，其中 1 件待处理；缺 2021 年",
        "共 1 件；“办复率达100%”未达到（县公安局 98.5%）",
    ]
    unstated = assess(SET, rows_, (), PERIOD).task(TASK).filing.points[3]
    assert describe_point(unstated) == "共 1 件；“办复率达100%”未填数据"


def test_every_state_and_stray_has_a_name():
    assert set(STATE_NAMES) == set(State)
    assert set(STRAY_NAMES) == set(StrayReason)
