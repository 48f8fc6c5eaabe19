import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.page_setup import (
    AS_THEY_ARE,
    Cut,
    PageSetup,
    Paper,
    page_ranges,
    page_setup,
    pages_in,
    setups_of,
    stored_setups,
    told_pages,
    turned,
)


@st.composite
def setups(draw):
    of = draw(st.integers(1, 60))
    pages = st.integers(1, of)
    bound = draw(st.sets(pages, max_size=of))
    paper = draw(st.sampled_from(Paper))
    size = (draw(st.integers(50, 1200)), draw(st.integers(50, 1200)))
    return page_setup(
        of,
        bound=bound,
        reason="其余为空白页",
        turns=draw(st.dictionaries(pages, st.sampled_from([0, 90, 180, 270, 360]))),
        tilts=draw(st.dictionaries(pages, st.integers(-1000, 1000))),
        paper=paper,
        size=size if paper is Paper.OWN else None,
        cut=draw(st.sampled_from(Cut)),
    )


@given(setups())
def test_a_setup_is_stored_and_read_again(setup):
    stored = json.loads(json.dumps(stored_setups({"a" * 64: setup})))
    read = setups_of({"pages": stored}).get("a" * 64, AS_THEY_ARE)
    assert read == setup
    assert bool(stored) is setup.says_something is bool(setup.key)


@given(st.sets(st.integers(1, 200), min_size=1))
def test_pages_that_are_told_are_understood(pages):
    chosen = tuple(sorted(pages))
    assert pages_in(page_ranges(chosen), 200) == chosen
    assert pages_in(f"第{told_pages(chosen)}页", 200) == chosen


@given(setups(), st.integers(0, 3))
def test_four_quarters_bring_a_page_back(setup, quarters):
    if not setup.of:
        return
    after = turned(setup, setup.of, [1], quarters * 90)
    assert turned(after, setup.of, [1], (4 - quarters) * 90) == setup
    assert after.turn_of(1) == (setup.turn_of(1) + quarters * 90) % 360


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("3-7", (3, 4, 5, 6, 7)),
        ("3—7，9", (3, 4, 5, 6, 7, 9)),
        ("第３至５页", (3, 4, 5)),
        (" 2 , 1 - 1 ", (1, 2)),
        ("", tuple(range(1, 11))),
        ("0", None),
        ("11", None),
        ("7-3", None),
        ("前三页", None),
    ],
)
def test_what_people_type(typed, pages):
    assert pages_in(typed, 10) == pages


def test_what_no_file_can_be():
    for wrong in (
        {"of": 3, "bound": (4,), "reason": "空白"},
        {"of": 3, "bound": (1, 2)},
        {"of": 3, "bound": (2, 1), "reason": "空白"},
        {"of": 3, "bound": (1, 2, 3), "reason": "空白"},
        {"of": 3, "turns": ((1, 45),)},
        {"of": 3, "tilts": ((1, 1001),)},
        {"of": 3, "paper": Paper.OWN},
        {"of": 3, "paper": Paper.OWN, "size": (10, 20)},
        {"of": 3},
        {"paper": Paper.A4},
    ):
        with pytest.raises(ValueError):  # noqa: PT011  (its words are for programmers)
            PageSetup(**wrong)


def test_choosing_all_pages_is_no_choice():
    assert page_setup(3, bound=(1, 2, 3), reason="不要") == AS_THEY_ARE


def test_a_setup_of_other_pages_does_not_last():
    two = page_setup(2, turns={2: 90})
    assert turned(two, 5, [1], 90) == page_setup(5, turns={1: 90})


@given(setups())
def test_what_decides_how_pages_are_made_is_told_apart(setup):
    making = setup.making
    assert (making.cut, making.of, making.arranges) == (setup.cut, 0, False)
    assert making.making is making
    # What nobody has cut is named as before, so that pages made earlier are found.
    plain = page_setup(
        setup.of or 1,
        bound=setup.bound,
        reason=setup.reason,
        turns=dict(setup.turns),
        tilts=dict(setup.tilts),
        paper=setup.paper,
        size=setup.size,
    )
    assert (setup.key == plain.key) is (setup.cut is Cut.AUTO)
    assert ("whole" in setup.pages_key) is (setup.cut is Cut.WHOLE)
