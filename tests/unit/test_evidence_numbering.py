"""The order of binding and the numbers that follow from it."""

import random
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from app.evidence.numbering import BindingOrder
from app.framework.expansion import ResponsibleUnit
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


def numbers(*rows: Row) -> list[str]:
    found = ORDER.numbers(rows)
    return [found.get(row.placement, "") for row in rows]


def test_an_indicator_counts_through_its_methods():
    methods = [task.code for task in FRAMEWORK.indicator("6").tasks]
    assert methods == [WEB, SITE]
    assert numbers(Row("d", task_code=SITE), Row("a"), Row("x", "60", MATERIAL)) == [
        "6-2",
        "6-1",
        "60-1",
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
    ) == ["6-7", "6-6", "6-4", "6-3", "6-1", "6-2", "6-5"]


def test_a_task_that_the_set_does_not_have_has_no_number():
    assert numbers(Row("a", task_code="exam"), Row("b", "没有"), Row("c")) == [
        "",
        "",
        "6-1",
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
        known = [
            r for r in ORDER.sorted(made) if r.indicator == code and ORDER.knows(code, r.task_code)
        ]
        assert [found[r.placement] for r in known] == [f"{code}-{n + 1}" for n in range(len(known))]
    assert len(set(found.values())) == len(found)
