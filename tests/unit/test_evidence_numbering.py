"""The order of binding and the numbers that follow from it."""

import random
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from app.evidence.arrangements import Arrangement, BindingMode, moved
from app.evidence.numbering import BindingOrder
from app.framework.expansion import ResponsibleUnit
from app.framework.keys import TaskKey
from app.workspace.registry import Registry, UnitRow
from models.vocabulary import ResponsibilityRole
from tests.support.workspaces import lushan

UNITS = ("县司法局", "县公安局")
FRAMEWORK = lushan()
LEAD = ResponsibilityRole.LEAD
REGISTRY = Registry(
    tuple(UnitRow(name, name) for name in UNITS),
    (),
    {code: tuple(ResponsibleUnit(u, LEAD) for u in UNITS) for code in ("6", "60")},
)
ORDER = BindingOrder.of(FRAMEWORK, REGISTRY)
MATERIAL, WEB, SITE = (
    "material_check",
    "web_check",
    "site_check",
)


@dataclass(frozen=True)
class Row:
    placement: str
    indicator: str = "6"
    task_code: str = WEB
    point: int | None = 1
    unit: str = "县司法局"
    position: int = 1
    doc_date: str = ""


def numbers(*rows: Row) -> list[str]:
    found = ORDER.numbers(rows)
    return [found.get(row.placement, "") for row in rows]


def test_an_indicator_counts_through_its_methods():
    methods = [task.code for task in FRAMEWORK.indicator("6").tasks]
    assert methods == [WEB, SITE]
    assert numbers(Row("d", task_code=SITE), Row("a"), Row("x", "60", MATERIAL)) == [
        "6-1-2",
        "6-1-1",
        "60-1-1",
    ]


def test_within_a_task_by_point_then_unit_then_as_placed():
    assert numbers(
        Row("a", point=None),
        Row("b", point=2, position=1),
        Row("c", point=1, unit="县公安局", position=1),
        Row("d", point=1, position=9),
        Row("e", point=1, position=2),
        Row("f", point=1, position=2),
        Row("g", point=1, unit="别的单位"),
    ) == ["6-1-5", "6-1-4", "6-2-1", "6-1-3", "6-1-1", "6-1-2", "6-996-1"]


def test_a_unit_and_the_office_say_the_same_number():
    own = [Row("a", point=2), Row("b", point=1), Row("c", "60", MATERIAL)]
    others = [
        Row("x", unit="县公安局"),
        Row("y", unit="县公安局", point=2),
        Row("z", unit="别的单位"),
    ]
    alone, together = ORDER.numbers(own), ORDER.numbers([*others, *own])
    assert alone == {key: together[key] for key in alone}


def test_one_unit_alone_needs_no_place_of_its_own():
    alone = replace(REGISTRY, responsible={"6": REGISTRY.responsible["6"][:1]})
    order = BindingOrder.of(FRAMEWORK, alone)
    found = order.numbers([Row("a"), Row("b", point=2), Row("c", unit="县公安局")])
    assert (found["a"], found["b"]) == ("6-1", "6-2")
    assert found["c"] not in {"6-1", "6-2"}
    assert found["c"].startswith("6-")


def test_a_task_that_the_set_does_not_have_has_no_number():
    assert numbers(Row("a", task_code="exam"), Row("b", "没有"), Row("c")) == [
        "",
        "",
        "6-1-1",
    ]


rows = st.lists(
    st.builds(
        Row,
        st.just(""),
        st.sampled_from(["6", "60", "没有"]),
        st.sampled_from([MATERIAL, WEB, SITE]),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([*UNITS, "别的单位"]),
        st.integers(1, 3),
    ),
    max_size=15,
).map(lambda made: [replace(row, placement=f"p{n:02}") for n, row in enumerate(made)])


@given(rows, st.randoms(use_true_random=False))
def test_numbers_are_whole_and_do_not_depend_on_the_order_of_rows(made, shuffler: random.Random):
    found = ORDER.numbers(made)
    shuffled = list(made)
    shuffler.shuffle(shuffled)
    assert ORDER.numbers(shuffled) == found
    assert [r.placement for r in ORDER.sorted(shuffled)] == [
        r.placement for r in ORDER.sorted(made)
    ]
    for code in ("6", "60"):
        for unit in (*UNITS, "别的单位"):
            known = [
                r
                for r in ORDER.sorted(made)
                if (r.indicator, r.unit) == (code, unit) and ORDER.knows(code, r.task_code)
            ]
            numbered = [found[r.placement].rpartition("-") for r in known]
            assert len({head for head, _, _ in numbered}) <= 1
            assert [int(tail) for _, _, tail in numbered] == list(range(1, len(known) + 1))
    assert len(set(found.values())) == len(found)


TASK = TaskKey("6", WEB)


def bound(rows: list[Row], arrangement: Arrangement) -> list[str]:
    return [row.placement for row in ORDER.arranged(rows, TASK, arrangement)]


def test_what_is_bound_is_ordered_by_date_by_hand_and_key_documents_first():
    rows = [
        Row("a", point=1, doc_date="2021-04"),
        Row("b", point=2, doc_date="2019-01-05"),
        Row("c", point=None),
        Row("d", point=1, unit="县公安局", doc_date="2020"),
    ]
    assert bound(rows, Arrangement()) == ["a", "d", "b", "c"]
    assert bound(rows, Arrangement(BindingMode.DATE)) == ["b", "d", "a", "c"]
    by_hand = Arrangement(BindingMode.HAND, by_hand=("c", "a"))
    assert bound(rows, by_hand) == ["c", "a", "d", "b"]  # the others as usual, at the end
    assert bound(rows, Arrangement(BindingMode.DATE, first=("c", "a"))) == ["c", "a", "b", "d"]
    numbers_of = ORDER.numbers(rows)
    assert BindingOrder.of(FRAMEWORK, REGISTRY, {TASK: by_hand}).numbers(rows) == numbers_of


dated = st.lists(
    st.builds(
        Row,
        st.just(""),
        st.just("6"),
        st.just(WEB),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(UNITS),
        st.integers(1, 3),
        st.sampled_from(["", "2019", "2020-05", "2020-05-06"]),
    ),
    max_size=10,
).map(lambda made: [replace(row, placement=f"p{n:02}") for n, row in enumerate(made)])
arrangements = st.builds(
    Arrangement,
    st.sampled_from(BindingMode),
    st.lists(st.sampled_from([f"p{n:02}" for n in range(12)]), unique=True).map(tuple),
    st.lists(st.sampled_from([f"p{n:02}" for n in range(12)]), unique=True).map(tuple),
)


@given(dated, dated, arrangements)
def test_a_locked_order_stays_and_what_comes_later_goes_to_the_end(rows, later, arrangement):
    locked = ORDER.locked(rows, TASK, arrangement)
    before = bound(rows, arrangement)
    assert bound(rows, locked) == before
    new = [replace(row, placement=f"x{n}") for n, row in enumerate(later)]
    after = bound([*new, *rows], locked)
    assert after[: len(before)] == before
    assert set(after[len(before) :]) == {row.placement for row in new}
    assert Arrangement.of(locked.stored()) == locked


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")), st.sampled_from([-1, 1]))
def test_moving_keeps_everything_and_what_is_not_chosen_in_its_order(order, chosen, by):
    after = moved(order, chosen, by)
    assert sorted(after) == sorted(order)
    for some in (chosen, set(order) - chosen):
        assert [x for x in after if x in some] == [x for x in order if x in some]
