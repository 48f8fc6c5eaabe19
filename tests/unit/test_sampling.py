"""Draws by lot: they can be repeated by anyone, and are fair."""

import hashlib
from collections import Counter
from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.verification.sampling import (
    DrawnTwice,
    GroupTooSmall,
    ItemNotUsable,
    NotEnoughToDraw,
    SeedNotUsable,
    StratumUnknown,
    allocate,
    checked_seed,
    draw,
    propose_seed,
    shuffled,
    stratified,
)

CASES = [f"示例罚决〔2025〕{number}号" for number in range(1, 601)]
SIZES = st.dictionaries(st.text(max_size=3), st.integers(0, 200), min_size=1, max_size=8)


def test_a_seed_always_gives_the_draw_that_was_recorded() -> None:
    # What these say must never change: records of draws that were signed depend on it.
    assert draw("20260301-090000-123456", list("甲乙丙丁戊己庚辛"), 3) == ("辛", "甲", "庚")
    assert draw("体彩 05 12 19 27 33", CASES, 5) == (
        "示例罚决〔2025〕356号",
        "示例罚决〔2025〕228号",
        "示例罚决〔2025〕294号",
        "示例罚决〔2025〕266号",
        "示例罚决〔2025〕529号",
    )
    assert stratified(
        "20260301", {"许可": ["1", "2", "3"], "处罚": ["1", "2", "3"]}, {"许可": 2}
    ) == {
        "许可": ("2", "3"),
        "处罚": (),
    }


def test_it_is_what_the_record_says_in_words() -> None:
    def sign(item: str) -> str:
        return hashlib.sha256(f"种子\n{item}".encode()).hexdigest()

    assert list(draw("种子", CASES, 60)) == sorted(CASES, key=sign)[:60]


def test_the_order_of_the_list_does_not_matter() -> None:
    assert draw("种子", CASES, 60) == draw("种子", CASES[::-1], 60)


def test_more_draws_begin_with_the_same() -> None:
    assert draw("种子", CASES, 60)[:20] == draw("种子", CASES, 20)
    assert sorted(shuffled("种子", CASES)) == sorted(CASES)


def test_every_item_has_its_chance() -> None:
    drawn = Counter(item for seed in range(2000) for item in draw(str(seed), CASES[:10], 3))
    # 600 of 2000 expected each; six standard deviations are 123.
    assert all(abs(drawn[item] - 600) < 123 for item in CASES[:10])


def test_groups_are_drawn_apart_from_each_other() -> None:
    members = {"许可": CASES[:100], "处罚": CASES[:100]}
    drawn = stratified("种子", members, {"许可": 50, "处罚": 50})
    assert drawn["许可"] != drawn["处罚"]
    more = stratified("种子", members | {"检查": CASES[:9]}, {"许可": 50, "处罚": 50, "检查": 1})
    assert more["许可"] == drawn["许可"]


def test_what_would_not_be_a_draw_is_refused() -> None:
    with pytest.raises(DrawnTwice) as twice:
        draw("种子", ["甲", "乙", "甲"], 1)
    assert twice.value.items == ("甲",)
    for count in (3, -1):
        with pytest.raises(NotEnoughToDraw):
            draw("种子", ["甲", "乙"], count)
        with pytest.raises(GroupTooSmall):
            stratified("种子", {"组": ["甲", "乙"]}, {"组": count})
    with pytest.raises(StratumUnknown):
        stratified("种子", {"组": ["甲"]}, {"别组": 0})
    with pytest.raises(ItemNotUsable):
        draw("种子", ["甲\n乙"], 1)
    for seed in ("", " 种子", "种\n子", "种\u200b子", "x" * 101):
        with pytest.raises(SeedNotUsable):
            draw(seed, ["甲"], 1)


def test_proposed_seeds_can_be_used_and_differ() -> None:
    now = datetime(2026, 3, 1, 9, 5, 7)
    seeds = {propose_seed(now) for _ in range(50)}
    assert len(seeds) > 1
    assert all(checked_seed(seed).startswith("20260301-090507-") for seed in seeds)


def test_shares_follow_the_largest_remainder() -> None:
    assert allocate({"甲": 50, "乙": 30, "丙": 20}, 10) == {"甲": 5, "乙": 3, "丙": 2}
    assert allocate({"b": 1, "a": 1, "c": 1}, 2) == {"b": 1, "a": 1, "c": 0}
    assert allocate({"大": 590, "小": 9, "无": 0}, 60, least=2) == {"大": 58, "小": 2, "无": 0}
    with pytest.raises(NotEnoughToDraw):
        allocate({"甲": 3}, 4)
    with pytest.raises(NotEnoughToDraw):
        allocate({"甲": 3, "乙": 3}, 3, least=2)


@given(SIZES, st.data())
def test_shares_are_as_near_as_whole_numbers_can_be(
    sizes: dict[str, int], data: st.DataObject
) -> None:
    total = data.draw(st.integers(0, sum(sizes.values())))
    shares = allocate(sizes, total)
    assert sum(shares.values()) == total
    for group, size in sizes.items():
        assert 0 <= shares[group] <= size
        if size:
            assert abs(shares[group] - Fraction(total * size, sum(sizes.values()))) < 1


@given(SIZES, st.integers(0, 5), st.data())
def test_every_group_gets_its_least(sizes: dict[str, int], least: int, data: st.DataObject) -> None:
    floors = {group: min(least, size) for group, size in sizes.items()}
    total = data.draw(st.integers(sum(floors.values()), sum(sizes.values())))
    shares = allocate(sizes, total, least=least)
    assert sum(shares.values()) == total
    assert all(floors[group] <= shares[group] <= sizes[group] for group in sizes)
