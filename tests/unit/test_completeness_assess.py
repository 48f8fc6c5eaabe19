"""Completeness counts each point once, closes its sums, and only grows with evidence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.rows import (
    FigureRow,
    IndicatorRow,
    MarkRow,
    Period,
    PlacementRow,
    TaskRow,
    indicator_rows,
)
from app.completeness.states import Tally
from app.completeness.summary import status_json
from app.completeness.vocabulary import State, StrayReason
from app.framework.catalogue import load_framework
from app.framework.schema import Comparator, EvidencePoint, Threshold
from app.wording import STATE_NAMES, STRAY_NAMES, describe_point
from models.vocabulary import IndicatorKind, VerificationMethod

MATERIAL, WEB = VerificationMethod.MATERIAL_CHECK, VerificationMethod.WEB_CHECK
PERIOD = Period(2021)
RATE = Threshold(text="办复率达100%", comparator=Comparator.AT_LEAST, value=100, unit="%")
YEARLY = Threshold(text="每年至少组织1次", comparator=Comparator.AT_LEAST, value=1, unit="次/年")
UNITS = ("县司法局", "县公安局")

SET = (
    IndicatorRow(
        "1",
        IndicatorKind.CREATION,
        "A",
        (
            TaskRow(
                "1",
                MATERIAL,
                (
                    EvidencePoint(number=1, text="制度文件"),
                    EvidencePoint(number=2, text="情况说明", since_year=2019),
                    EvidencePoint(number=3, text="分年度汇总表", since_year=2019, per_year=True),
                    EvidencePoint(number=4, text="办复率达100%", thresholds=(RATE,)),
                ),
                UNITS,
            ),
            TaskRow("1", WEB, (EvidencePoint(number=1, text="网上公开"),), UNITS[:1]),
        ),
        (YEARLY,),
    ),
    IndicatorRow(
        "加1",
        IndicatorKind.BONUS,
        "B",
        (TaskRow("加1", MATERIAL, (EvidencePoint(number=1, text="证书"),), ("县司法局",)),),
    ),
)


def placed(
    item, point, *, task=("1", MATERIAL), unit="县司法局", title="材料", date="", blocked=False
):
    return PlacementRow(item, *task, point, unit, title, date, blocked)


def point_of(completeness, key):
    task = completeness.task(key.rpartition("/")[0])
    return next(p for p in task.filing.points if p.key == key)


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
    assert found.task("1/material_check").filing.state is State.PARTIAL
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
    assert found.task("1/web_check").filing.unassigned == ()


def test_an_item_without_a_point_is_unassigned_among_several():
    found = assess(SET, [placed("a", None)], (), PERIOD)
    filing = found.task("1/material_check").filing
    assert (filing.unassigned, filing.state, filing.tally.covered) == (("a",), State.PARTIAL, 0)
    assert filing.items == ("a",)
    waiting = assess(SET, [placed("a", None, blocked=True)], (), PERIOD)
    assert waiting.task("1/material_check").filing.state is State.PROBLEM


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
    filing = found.task("1/material_check").filing
    assert filing.unassigned == ("b",)
    assert filing.points[0].items == ("c",)
    assert "县财政局" not in found.units


def test_everything_there():
    rows = [placed(str(n), n, title="2019—2021年材料") for n in (1, 2, 3, 4)]
    rows += [placed("w", 1, task=("1", WEB)), placed("z", None, task=("加1", MATERIAL))]
    found = assess(SET, rows, (), PERIOD)
    assert (found.state, found.whole.percent, found.whole.complete) == (State.COMPLETE, 100, True)
    assert found.kinds[IndicatorKind.BONUS] == Tally(1, 1)


@pytest.mark.parametrize(
    ("covered", "total", "percent"), [(0, 0, 0), (0, 7, 0), (6, 7, 85), (288, 289, 99), (7, 7, 100)]
)
def test_percent_is_rounded_down(covered, total, percent):
    tally = Tally(total, covered)
    assert tally.percent == percent
    assert tally.complete is (total > 0 and covered == total)


def marked(point=None, *, unit="县司法局", task=("1", MATERIAL), reason="没有这项职能"):
    return MarkRow(*task, point, unit, reason)


def test_a_mark_settles_the_slot_of_its_unit_and_the_task_once_all_have_it():
    found = assess(SET, (), (), PERIOD, [marked()])
    assert found.units == {"县司法局": Tally(6, 4, exempt=4), "县公安局": Tally(4)}
    assert found.whole == Tally(6)
    assert found.task("1/material_check").slots[0].filing.state is State.NOT_APPLICABLE
    both = assess(SET, (), (), PERIOD, [marked(), marked(unit="县公安局", reason="无")])
    assert (both.whole.covered, both.whole.exempt, both.whole.proved) == (4, 4, 0)
    task = both.task("1/material_check")
    assert task.filing.state is State.NOT_APPLICABLE
    told = describe_point(task.filing.points[0])
    assert told == "不涉及：县公安局（无），县司法局（没有这项职能）"
    assert both.indicators[0].state is State.PARTIAL  # the search of the web is still to be done
    assert json.dumps(status_json(both))


def test_a_point_that_does_not_apply_completes_the_others():
    rows = [placed(str(n), n, title="2019—2021年材料") for n in (1, 2, 3)]
    found = assess(SET, rows, (), PERIOD, [marked(4)])
    slot = found.task("1/material_check").slots[0]
    assert (slot.filing.state, slot.filing.points[3].state) == (
        State.COMPLETE,
        State.NOT_APPLICABLE,
    )
    assert [s.filing.points[3].not_applicable for s in found.task("1/material_check").slots] == [
        True,
        False,
    ]


def test_what_lies_there_goes_before_a_mark():
    for blocked in (False, True):
        found = assess(SET, [placed("a", 1, blocked=blocked)], (), PERIOD, [marked(1)])
        point = found.task("1/material_check").slots[0].filing.points[0]
        assert (point.not_applicable, point.covered) == (False, not blocked)
        assert "没有这项职能" in describe_point(point)


def test_marks_without_a_place_are_told_apart():
    rows = [marked(task=("9", MATERIAL)), marked(7), marked(unit="县财政局")]
    found = assess(SET, (), (), PERIOD, rows)
    assert {(s.row, s.reason) for s in found.strays} == {
        (rows[0], StrayReason.UNKNOWN_TASK),
        (rows[1], StrayReason.UNKNOWN_POINT),
        (rows[2], StrayReason.UNIT_NOT_RESPONSIBLE),
    }
    assert found.whole.exempt == 0
    assert json.dumps(status_json(found))


@settings(deadline=None)
@given(
    marks=st.sets(st.tuples(st.none() | st.integers(1, 5), st.sampled_from(UNITS))),
    items=st.sets(st.tuples(st.integers(1, 4), st.sampled_from(UNITS))),
)
def test_marks_close_the_sums_and_settle_only_what_is_empty(marks, items):
    rows = [placed(f"{n}{unit}", n, unit=unit, title="2019—2021年") for n, unit in items]
    without = assess(SET, rows, (), PERIOD)
    found = assess(SET, rows, (), PERIOD, [marked(n, unit=unit) for n, unit in marks])
    for tally, before in zip(
        (found.whole, *found.units.values()), (without.whole, *without.units.values()), strict=True
    ):
        assert tally.covered + tally.waiting + tally.missing == tally.total
        assert tally.proved == before.covered
    for slot in found.task("1/material_check").slots:
        for point in slot.filing.points:
            number = point.point.number
            said = {(None, slot.unit), (number, slot.unit)} & marks
            assert point.not_applicable is bool(said and (number, slot.unit) not in items)


def test_points_are_worded():
    rows_ = [
        placed("a", 2, title="2021年情况说明"),
        placed("b", 3, title="2019—2020年汇总表"),
        placed("c", 3, blocked=True),
        placed("d", 4),
    ]
    figures = [FigureRow("1/material_check/4", RATE.text, "县公安局", 98.5)]
    filing = assess(SET, rows_, figures, PERIOD).task("1/material_check").filing
    assert [describe_point(p) for p in filing.points] == [
        "",
        "共 1 件；未见 2019、2020 年的材料",
        "共 2 件，其中 1 件待处理；缺 2021 年",
        "共 1 件；“办复率达100%”未达到（县公安局 98.5%）",
    ]
    unstated = assess(SET, rows_, (), PERIOD).task("1/material_check").filing.points[3]
    assert describe_point(unstated) == "共 1 件；“办复率达100%”未填数据"


def test_every_state_and_stray_has_a_name():
    assert set(STATE_NAMES) == set(State)
    assert set(STRAY_NAMES) == set(StrayReason)


tasks = st.sampled_from([("1", MATERIAL), ("1", WEB), ("加1", MATERIAL), ("9", WEB)])
rows = st.builds(
    placed,
    st.sampled_from("abcdef"),
    st.sampled_from([None, 1, 2, 3, 4, 5]),
    task=tasks,
    unit=st.sampled_from([*UNITS, "县财政局"]),
    title=st.sampled_from(["材料", "2019年材料", "2019—2020年材料", "2019年以来材料", "2021年"]),
    date=st.sampled_from(["", "2020", "2021-03"]),
    blocked=st.booleans(),
)
placements = st.lists(rows, max_size=25)


@given(placements)
def test_the_sums_agree(given_rows):
    found = assess(SET, given_rows, (), PERIOD)
    for side in (found.methods, found.categories, found.kinds):
        assert sum(side.values(), Tally()) == found.whole
    assert sum(found.units.values(), Tally()) == found.slots_total
    assert sum((i.tally for i in found.indicators), Tally()) == found.whole
    assert found.whole.total == 6
    for tally in (found.whole, found.slots_total, *found.units.values(), *found.methods.values()):
        assert tally.covered + tally.waiting + tally.missing == tally.total
        assert min(tally.covered, tally.waiting, tally.missing, tally.gaps) >= 0
        assert (tally.percent == 100) is tally.complete


@given(placements, rows)
def test_more_evidence_never_lowers_coverage(given_rows, more):
    before, after = (assess(SET, r, (), PERIOD) for r in (given_rows, [*given_rows, more]))
    for old, new in zip(before.indicators, after.indicators, strict=True):
        for old_task, new_task in zip(old.tasks, new.tasks, strict=True):
            pairs = zip(old_task.filing.points, new_task.filing.points, strict=True)
            for old_point, new_point in pairs:
                assert new_point.covered >= old_point.covered
                assert set(new_point.years_missing) <= set(old_point.years_missing)
    assert after.whole.percent >= before.whole.percent
    assert after.slots_total.covered >= before.slots_total.covered
    assert after.whole.missing <= before.whole.missing


@given(placements, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(given_rows, random):
    shuffled = [*given_rows, *given_rows[:3]]
    random.shuffle(shuffled)
    assert assess(SET, shuffled, (), PERIOD) == assess(SET, given_rows, (), PERIOD)


@given(placements)
def test_no_item_is_lost(given_rows):
    found = assess(SET, given_rows, (), PERIOD)
    shown = {i for ind in found.indicators for t in ind.tasks for i in t.filing.items}
    told = {s.row.item for s in found.strays}
    assert shown | told == {r.item for r in given_rows}


@given(placements)
def test_mending_an_item_never_lowers_coverage(given_rows):
    mended = [replace(r, blocked=False) for r in given_rows]
    found = assess(SET, mended, (), PERIOD)
    assert found.whole.covered >= assess(SET, given_rows, (), PERIOD).whole.covered
    assert found.whole.waiting == 0


@settings(max_examples=5, deadline=None)
@given(st.data())
def test_the_real_set(data):
    framework = load_framework("lushan-2021")
    rows_ = indicator_rows(framework, {i.code: ["县司法局"] for i in framework.indicators})
    keys = [(t.indicator, t.method, p.number) for r in rows_ for t in r.tasks for p in t.points]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=20))
    evidence = [
        PlacementRow(f"i{n}", i, m, p, "县司法局", "2016年以来材料")
        for n, (i, m, p) in enumerate(chosen)
    ]
    found = assess(rows_, evidence, (), PERIOD)
    assert (found.whole.total, found.whole.covered) == (289, len(chosen))
    assert len(found.categories) == 9
    assert sum(found.methods.values(), Tally()) == found.whole
    shown = json.loads(json.dumps(status_json(found), ensure_ascii=False))
    assert shown["whole"]["total"] == 289
    assert len(shown["indicators"]) == 99
