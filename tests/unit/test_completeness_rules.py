"""What holds for any evidence: sums close, nothing is lost, and more never covers less."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.rows import (
    PlacementRow,
    indicator_rows,
)
from app.completeness.states import Tally
from app.completeness.summary import status_json
from app.framework.catalogue import load_framework
from tests.support.completeness_rows import (
    MATERIAL,
    PERIOD,
    SET,
    UNITS,
    WEB,
    placed,
)

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
    rows_ = indicator_rows(framework, lambda _code, _task: ["县司法局"])
    by_code = {c.code: c for c in framework.categories}
    keys = [(t.indicator, t.task_code, p.number) for r in rows_ for t in r.tasks for p in t.points]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=20))
    evidence = [
        PlacementRow(f"i{n}", i, m, p, "县司法局", "2016年以来材料")
        for n, (i, m, p) in enumerate(chosen)
    ]
    found = assess(rows_, evidence, (), PERIOD)
    assert (found.whole.total, found.whole.covered) == (289, len(chosen))
    first_level = [code for code in found.categories if by_code[code].parent is None]
    assert len(first_level) == 9
    assert sum((found.categories[code] for code in first_level), Tally()) == found.whole
    assert sum(found.methods.values(), Tally()) == found.whole
    shown = json.loads(json.dumps(status_json(found), ensure_ascii=False))
    assert shown["whole"]["total"] == 289
    assert len(shown["indicators"]) == 99
