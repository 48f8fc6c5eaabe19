"""The state of slots and items: any legal sequence of moves, in any order of delivery."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framework.keys import SlotKey
from app.names.review import describe_difference
from app.review.basis import NOTHING, Basis, BasisEntry, Difference, difference, part_of
from app.review.board import Cell, SlotRow, joint_stage
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.states import (
    ALLOWED,
    PART_ALLOWED,
    ReviewedSlot,
    is_changed,
    item_standings,
    point_decision,
    returned_items,
    state_of,
)
from app.review.vocabulary import ItemStanding, Move, SlotStage
from models.vocabulary import ReviewDecision

SLOT = SlotKey("60", "material_check", "u")
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ITEMS = ("甲", "乙", "丙")
POINTS = (None, 1, 2)


class Slot:
    """A slot that is worked on by the rules, written down as the tables write it down."""

    def __init__(self) -> None:
        self.lying: Basis = NOTHING
        self.submissions: list[SubmissionRow] = []
        self.decisions: list[DecisionRow] = []
        self._clock: Iterator[datetime] = (NOON + timedelta(minutes=n) for n in range(10_000))

    @property
    def facts(self) -> SlotFacts:
        return SlotFacts(SLOT, self.lying, tuple(self.submissions), tuple(self.decisions))

    @property
    def state(self) -> ReviewedSlot:
        return state_of(self.facts)

    def put(self, item: str, point: int | None = None, digest: str = "1") -> None:
        self.take(item)
        self.lying |= {BasisEntry(item, point, digest)}

    def take(self, item: str) -> None:
        self.lying = frozenset(e for e in self.lying if e.item != item)

    def submit(self, *, by_office: bool = False, turn: int | None = None) -> None:
        latest = self.state.submission
        number = turn or (latest.round + 1 if latest else 1)
        name = f"s{len(self.submissions)}"
        row = SubmissionRow(name, SLOT, number, self.lying, by_office, "甲", next(self._clock))
        self.submissions.append(row)

    def withdraw(self) -> None:
        self.submissions.remove(self.state.submission)

    def decide(
        self, decision: ReviewDecision, point: int | None = None, item: str | None = None
    ) -> None:
        latest = self.state.submission
        row = DecisionRow(
            f"d{len(self.decisions)}",
            SLOT,
            decision,
            part_of(self.lying, point=point, item=item),
            latest.id if latest else None,
            "创建办",
            next(self._clock),
            point,
            item,
        )
        self.decisions.append(row)

    def accept(self, **what: object) -> None:
        self.decide(ReviewDecision.ACCEPTED, **what)

    def give_back(self, **what: object) -> None:
        self.decide(ReviewDecision.RETURNED, **what)


def test_the_way_of_a_slot():
    slot = Slot()
    assert slot.state.stage is SlotStage.NOT_STARTED
    slot.put("甲")
    assert slot.state.stage is SlotStage.PREPARING
    slot.submit()
    assert slot.state.stage is SlotStage.SUBMITTED
    slot.give_back()
    assert slot.state.stage is SlotStage.RETURNED
    slot.put("甲", digest="2")
    assert (slot.state.stage, slot.state.since.changed) == (SlotStage.RETURNED, ("甲",))
    slot.submit()
    assert slot.state.stage is SlotStage.SUBMITTED
    slot.accept()
    assert slot.state.stage is SlotStage.ACCEPTED
    slot.put("乙")
    assert (slot.state.stage, slot.state.since.added) == (SlotStage.RECHECK, ("乙",))
    slot.take("乙")
    assert slot.state.stage is SlotStage.ACCEPTED


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda slot: slot.put("丙"), "added"),
        (lambda slot: slot.take("甲"), "removed"),
        (lambda slot: slot.put("甲", 1, "2"), "changed"),
        (lambda slot: slot.put("甲", 2), "moved"),
    ],
)
def test_whatever_changes_makes_an_acceptance_stale(change, name):
    slot = Slot()
    slot.put("甲", 1)
    slot.put("乙")
    slot.submit()
    slot.accept()
    change(slot)
    assert slot.state.stage is SlotStage.RECHECK
    assert len(getattr(slot.state.since, name)) == 1


def test_the_units_own_submission_comes_after_the_offices_of_the_same_round():
    slot = Slot()
    slot.put("甲")
    slot.submit(by_office=True, turn=1)
    slot.give_back()
    slot.submit(by_office=False, turn=1)
    assert slot.state.stage is SlotStage.SUBMITTED
    slot.accept()
    assert slot.state.stage is SlotStage.ACCEPTED


def test_a_decision_on_a_withdrawn_submission_decides_nothing():
    slot = Slot()
    slot.put("甲")
    slot.submit()
    slot.accept()
    slot.submissions.clear()
    assert slot.state.stage is SlotStage.PREPARING


def test_handing_in_twice_needs_a_change():
    slot = Slot()
    slot.put("甲")
    slot.submit()
    assert not slot.state.may(Move.SUBMIT)
    slot.put("乙")
    assert slot.state.may(Move.SUBMIT)
    slot.submit()
    slot.give_back()
    assert slot.state.may(Move.SUBMIT)


def test_an_item_is_judged_as_it_was():
    slot = Slot()
    slot.put("甲", 1)
    slot.put("乙", 2)
    slot.submit()
    assert set(item_standings(slot.facts).values()) == {ItemStanding.OPEN}
    slot.give_back(item="甲")
    slot.accept(point=2)
    assert item_standings(slot.facts) == {
        "甲": ItemStanding.RETURNED,
        "乙": ItemStanding.ACCEPTED,
    }
    slot.put("甲", 1, "2")
    assert item_standings(slot.facts)["甲"] is ItemStanding.REWORKED
    slot.accept()
    slot.put("丙")
    assert item_standings(slot.facts) == {
        "甲": ItemStanding.ACCEPTED,
        "乙": ItemStanding.ACCEPTED,
        "丙": ItemStanding.OPEN,
    }


def test_what_is_returned_and_unchanged():
    slot = Slot()
    slot.put("甲", 1)
    slot.put("乙", 2)
    slot.put("丙")
    slot.submit()
    assert not returned_items(slot.facts)
    slot.give_back(item="甲")
    slot.give_back(point=2)
    slot.give_back()
    assert returned_items(slot.facts) == {"甲", "乙"}  # the slot came back for these two
    slot.put("乙", 2, "2")
    assert returned_items(slot.facts) == {"甲"}
    slot.submit()
    assert returned_items(slot.facts) == {"甲"}
    slot.give_back()
    assert returned_items(slot.facts) == {"甲", "乙", "丙"}
    slot.accept(item="丙")
    slot.put("乙", 2, "3")
    assert returned_items(slot.facts) == {"甲"}
    slot.submit()
    slot.accept()
    assert not returned_items(slot.facts)


def test_a_changed_mark_is_told_apart_from_items():
    slot = Slot()
    slot.put("甲", 1)
    slot.put("不涉及", 2, "n/a:1")
    slot.submit()
    slot.accept()
    slot.put("不涉及", 2, "n/a:2")
    assert slot.state.stage is SlotStage.RECHECK
    assert slot.state.since == Difference(marks=("不涉及",))
    assert describe_difference(slot.state.since) == "不涉及变动 1 处"
    slot.take("不涉及")
    assert slot.state.since.marks == ("不涉及",)
    assert not slot.state.since.removed


def test_returning_a_slot_takes_back_what_was_accepted_with_it_only():
    slot = Slot()
    slot.put("甲")
    slot.put("乙")
    slot.submit()
    slot.accept(item="甲")
    slot.accept()
    slot.give_back()
    # The slot's acceptance came after the item's own and stands for both.
    assert set(item_standings(slot.facts).values()) == {ItemStanding.OPEN}
    slot.submit()
    slot.accept(item="甲")
    slot.give_back()
    assert item_standings(slot.facts)["甲"] is ItemStanding.ACCEPTED


def test_a_points_decision_gives_way_to_a_later_acceptance_of_the_slot():
    slot = Slot()
    slot.put("甲", 1)
    slot.submit()
    slot.give_back(point=1)
    held = point_decision(slot.facts, 1)
    assert held is not None
    assert not is_changed(slot.facts, held)
    slot.put("乙", 1)
    assert is_changed(slot.facts, held)
    assert point_decision(slot.facts, 2) is None
    slot.accept()
    assert point_decision(slot.facts, 1) is None


@pytest.mark.parametrize(
    ("stages", "joint"),
    [
        ([], SlotStage.NOT_STARTED),
        ([SlotStage.ACCEPTED, SlotStage.ACCEPTED], SlotStage.ACCEPTED),
        ([SlotStage.ACCEPTED, SlotStage.NOT_STARTED], SlotStage.PREPARING),
        ([SlotStage.RETURNED, SlotStage.SUBMITTED], SlotStage.SUBMITTED),
        ([SlotStage.RECHECK, SlotStage.SUBMITTED, SlotStage.ACCEPTED], SlotStage.RECHECK),
    ],
)
def test_a_cell_shows_what_to_act_on_first(stages, joint):
    assert joint_stage(stages) is joint


moves = st.lists(
    st.one_of(
        st.sampled_from(list(Move)),
        st.tuples(st.sampled_from(ITEMS), st.sampled_from(POINTS), st.sampled_from("123")),
        st.sampled_from(ITEMS),
    ),
    max_size=25,
)


def expected_after(stage: SlotStage, move: Move) -> set[SlotStage]:
    return {
        Move.SUBMIT: {SlotStage.SUBMITTED},
        Move.ACCEPT: {SlotStage.ACCEPTED},
        Move.RETURN: {SlotStage.RETURNED},
        Move.WITHDRAW: {
            SlotStage.NOT_STARTED,
            SlotStage.PREPARING,
            SlotStage.RETURNED,
            SlotStage.ACCEPTED,
            SlotStage.RECHECK,
            SlotStage.SUBMITTED,
        },
    }[move]


@given(moves, st.randoms(use_true_random=False))
def test_any_sequence_of_legal_moves(steps: list[object], shuffler: random.Random):
    slot = Slot()
    accepted: Basis | None = None
    for step in steps:
        before = slot.state.stage
        match step:
            case Move():
                if not slot.state.may(step) or (step is Move.SUBMIT and not slot.lying):
                    continue
                assert before in ALLOWED[step]
                actions = {
                    Move.SUBMIT: slot.submit,
                    Move.WITHDRAW: slot.withdraw,
                    Move.ACCEPT: slot.accept,
                    Move.RETURN: slot.give_back,
                }
                actions[step]()
                assert slot.state.stage in expected_after(before, step)
                if step is Move.ACCEPT:
                    accepted = slot.lying
            case (str() as item, point, str() as digest):
                slot.put(item, point, digest)
            case str():
                slot.take(step)
        state = slot.state
        # 通过 and 需复审 are told apart by nothing but what lies there.
        if state.stage is SlotStage.ACCEPTED:
            assert slot.lying == state.decision.basis
        elif state.stage is SlotStage.RECHECK:
            assert slot.lying != state.decision.basis
            assert state.since == difference(state.decision.basis, slot.lying)
        elif state.stage in {SlotStage.NOT_STARTED, SlotStage.PREPARING}:
            assert (state.stage is SlotStage.PREPARING) == bool(slot.lying)
            assert state.submission is None
        # Nothing is accepted that the office did not see just so.
        for item, standing in item_standings(slot.facts).items():
            if standing is ItemStanding.ACCEPTED:
                assert accepted is not None
                seen = {e for d in slot.decisions for e in d.basis}
                assert part_of(slot.lying, item=item) <= seen
        # Packages bring the rows in any order and more than once.
        rows = [*slot.submissions], [*slot.decisions]
        for some in rows:
            shuffler.shuffle(some)
        assert state_of(SlotFacts(SLOT, slot.lying, *map(tuple, rows))) == state


@given(
    st.frozensets(
        st.builds(BasisEntry, st.sampled_from(ITEMS), st.sampled_from(POINTS), st.just("1"))
    ),
    st.frozensets(
        st.builds(BasisEntry, st.sampled_from(ITEMS), st.sampled_from(POINTS), st.just("2"))
    ),
)
def test_a_difference_is_empty_only_between_equals(one: Basis, other: Basis):
    assert bool(difference(one, other)) == (one != other)
    assert not difference(one, one)
    forth, back = difference(one, other), difference(other, one)
    assert (forth.added, forth.changed) == (back.removed, back.changed)


class Office:
    """The same rules told forwards: what each move makes of each part of one round."""

    def __init__(self, lying: Basis) -> None:
        self.parts = {entry.item: ItemStanding.OPEN for entry in lying}
        self.points: dict[int, ReviewDecision] = {}
        self._place = {entry.item: entry.point for entry in lying}

    def judge(
        self, decision: ReviewDecision, point: int | None = None, item: str | None = None
    ) -> None:
        accepts = decision is ReviewDecision.ACCEPTED
        if item is not None:
            self.parts[item] = ItemStanding.ACCEPTED if accepts else ItemStanding.RETURNED
            return
        if point is not None:
            self.points[point] = decision
        for name, place in self._place.items():
            held = self.points.get(place) is ReviewDecision.RETURNED
            if point not in {None, place} or self.parts[name] is ItemStanding.RETURNED:
                continue
            if accepts and not held:
                self.parts[name] = ItemStanding.ACCEPTED

    @property
    def returned(self) -> bool:
        back = ReviewDecision.RETURNED in self.points.values()
        return back or ItemStanding.RETURNED in self.parts.values()

    @property
    def open(self) -> bool:
        """True if something waits for a word, its own or its point's."""
        return any(
            standing is ItemStanding.OPEN
            and self.points.get(self._place[name]) is not ReviewDecision.RETURNED
            for name, standing in self.parts.items()
        )


parts = st.one_of(
    st.just({}),
    st.builds(lambda item: {"item": item}, st.sampled_from(ITEMS)),
    st.builds(lambda point: {"point": point}, st.sampled_from([1, 2])),
)
judgements = st.lists(st.tuples(st.sampled_from(list(ReviewDecision)), parts), max_size=12)


@given(
    st.tuples(*(st.sampled_from(POINTS) for _ in ITEMS)),
    judgements,
    st.randoms(use_true_random=False),
)
def test_one_round_of_decisions_on_parts(places, judged, shuffler):
    slot = Slot()
    for item, point in zip(ITEMS, places, strict=True):
        slot.put(item, point)
    slot.submit()
    office = Office(slot.lying)
    for decision, part in judged:
        accepts, whole = decision is ReviewDecision.ACCEPTED, not part
        before = slot.state
        move = Move.ACCEPT if accepts else Move.RETURN
        may = before.may(move) if whole else before.stage in PART_ALLOWED[decision]
        if not may or (whole and not accepts):
            continue  # a word that returns the whole is looked at elsewhere
        if not accepts and "point" in part and ItemStanding.ACCEPTED in office.parts.values():
            continue  # takes back what was accepted with more than itself
        slot.decide(decision, **part)
        office.judge(decision, **part)
        after = slot.state
        assert item_standings(slot.facts) == office.parts
        if office.open:
            assert after.stage is SlotStage.SUBMITTED
        else:
            assert after.stage is (SlotStage.RETURNED if office.returned else SlotStage.ACCEPTED)
        if whole:
            assert not office.open
        # The order of delivery does not matter, and taking the decision back is exact.
        shuffled = list(slot.decisions)
        shuffler.shuffle(shuffled)
        facts = replace(slot.facts, decisions=tuple(shuffled))
        assert (state_of(facts), item_standings(facts)) == (after, item_standings(slot.facts))
        assert state_of(replace(slot.facts, decisions=tuple(slot.decisions[:-1]))) == before


@given(judgements, st.lists(st.sampled_from(ITEMS), max_size=3))
def test_later_changes_neither_decide_a_slot_nor_open_it(judged, changed):
    slot = Slot()
    for item in ITEMS:
        slot.put(item, 1)
    slot.submit()
    for decision, part in judged:
        slot.decide(decision, **part)
    settled = {SlotStage.ACCEPTED, SlotStage.RECHECK}
    before = slot.state.stage
    for item in changed:
        slot.put(item, 2, "new")
    after = slot.state.stage
    assert after is before or {before, after} <= settled


@given(judgements)
def test_what_was_returned_singly_is_accepted_only_singly(judged):
    slot = Slot()
    for item in ITEMS:
        slot.put(item, 1)
    slot.submit()
    last: dict[str, ReviewDecision] = {}
    for decision, part in judged:
        slot.decide(decision, **part)
        if "item" in part:
            last[part["item"]] = decision
    for item, decision in last.items():
        if decision is ReviewDecision.RETURNED:
            assert item_standings(slot.facts)[item] is ItemStanding.RETURNED
            assert item in returned_items(slot.facts)
            assert slot.state.stage is not SlotStage.ACCEPTED


@pytest.mark.parametrize(
    ("stages", "first"),
    [
        ("N A S", 2),
        ("A N R", 2),
        ("N P A", 1),
        ("N N", 0),
    ],
)
def test_a_cell_opens_at_what_asks_for_something(stages, first):
    names = {
        "N": SlotStage.NOT_STARTED,
        "P": SlotStage.PREPARING,
        "S": SlotStage.SUBMITTED,
        "R": SlotStage.RETURNED,
        "A": SlotStage.ACCEPTED,
    }
    rows = tuple(
        slot_row(SlotKey("60", f"way-{n}", "unit"), names[letter])
        for n, letter in enumerate(stages.split())
    )
    assert Cell("60", "unit", rows).first is rows[first]


def slot_row(slot: SlotKey, stage: SlotStage) -> SlotRow:
    items = int(stage is not SlotStage.NOT_STARTED)
    return SlotRow(slot, "", "unit", stage, items, 0, 0, 0, None, None, "", "", Difference(), None)
