"""The state of a slot and of the items in it. Pure; the order of rows does not matter.

未开始 → 准备中 → 已报送 → 退回 → 已报送 → 通过, and 需复审 when something changed after that.
Nothing of it is stored: the rows of two sides, merged in any order, give the same state.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.review.basis import Basis, Difference, by_item, difference, part_of
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.vocabulary import ItemStanding, Move, Stage
from models.vocabulary import ReviewDecision

#: From which stages each move may be made.
ALLOWED: Mapping[Move, frozenset[Stage]] = {
    Move.SUBMIT: frozenset({Stage.PREPARING, Stage.SUBMITTED, Stage.RETURNED, Stage.RECHECK}),
    Move.WITHDRAW: frozenset({Stage.SUBMITTED}),
    Move.ACCEPT: frozenset({Stage.SUBMITTED, Stage.RECHECK}),
    Move.RETURN: frozenset({Stage.SUBMITTED, Stage.RECHECK, Stage.ACCEPTED}),
}

#: Stages in which the office is asked to decide.
WAITING = frozenset({Stage.SUBMITTED, Stage.RECHECK})


@dataclass(frozen=True, slots=True)
class SlotState:
    """How far a slot is, and what it rests on.

    Attributes:
        stage: how far it is.
        submission: the latest one.
        decision: the latest one on the slot, if it answers the latest submission.
        since: what changed since the decision, or since the submission if none answers it.
    """

    stage: Stage
    submission: SubmissionRow | None
    decision: DecisionRow | None
    since: Difference

    def may(self, move: Move) -> bool:
        """True if the move can be made now."""
        if self.stage not in ALLOWED[move]:
            return False
        # Handed in already, and nothing happened since.
        return not (move is Move.SUBMIT and self.stage is Stage.SUBMITTED and not self.since)


def state_of(facts: SlotFacts) -> SlotState:
    """Reckon the state of a slot."""
    submission = max(facts.submissions, key=lambda s: s.rank, default=None)
    if submission is None:
        stage = Stage.PREPARING if facts.lying else Stage.NOT_STARTED
        return SlotState(stage, None, None, Difference())
    decision = _answer(facts, submission)
    if decision is None:
        return SlotState(
            Stage.SUBMITTED, submission, None, difference(submission.basis, facts.lying)
        )
    since = difference(decision.basis, facts.lying)
    if decision.decision is ReviewDecision.RETURNED:
        return SlotState(Stage.RETURNED, submission, decision, since)
    return SlotState(Stage.RECHECK if since else Stage.ACCEPTED, submission, decision, since)


def item_standings(facts: SlotFacts) -> Mapping[str, ItemStanding]:
    """What the office holds of each item that lies in the slot.

    A decision speaks of an item only as it was then. Accepting a slot or a point accepts what lay
    there, also what had been returned; returning it takes back such acceptances, and leaves what
    was decided on the item itself.
    """
    decisions = sorted(facts.decisions, key=lambda d: d.rank)
    return {item: _standing(item, lying, decisions) for item, lying in by_item(facts.lying).items()}


def returned_items(facts: SlotFacts) -> frozenset[str]:
    """What was returned and is still as it was: by itself, with its point, or with the slot.

    A slot that was returned for what was said of its parts returns nothing but these parts.
    """
    standings = item_standings(facts)
    found = {item for item, standing in standings.items() if standing is ItemStanding.RETURNED}
    for entry in facts.lying:
        decision = None if entry.point is None else point_decision(facts, entry.point)
        if decision is not None and entry in decision.basis and _returns(decision):
            found.add(entry.item)
    state = state_of(facts)
    if state.stage is Stage.RETURNED and state.decision is not None:
        turn = state.decision.submission
        parts = (d for d in facts.decisions if not d.on_slot and d.submission == turn)
        if not any(map(_returns, parts)):
            found |= {entry.item for entry in facts.lying & state.decision.basis}
    return frozenset(i for i in found if standings[i] is not ItemStanding.ACCEPTED)


def point_decision(facts: SlotFacts, point: int) -> DecisionRow | None:
    """The latest decision on a point, unless the slot was accepted after it."""
    found = [d for d in facts.decisions if d.point == point and d.item is None]
    latest = max(found, key=lambda d: d.rank, default=None)
    if latest is None:
        return None
    return None if any(_accepts_all_after(d, latest) for d in facts.decisions) else latest


def is_changed(facts: SlotFacts, decision: DecisionRow) -> bool:
    """True if what a decision speaks of is no longer what lies there."""
    return part_of(facts.lying, point=decision.point, item=decision.item) != decision.basis


def _returns(decision: DecisionRow) -> bool:
    return decision.decision is ReviewDecision.RETURNED


def _answer(facts: SlotFacts, submission: SubmissionRow) -> DecisionRow | None:
    """The latest decision on the slot, if it was made upon this submission or a later one."""
    latest = max(
        (d for d in facts.decisions if d.on_slot), key=lambda decision: decision.rank, default=None
    )
    if latest is None:
        return None
    ranks = {s.id: s.rank for s in facts.submissions}
    judged = ranks.get(latest.submission or "")
    return latest if judged is not None and judged >= submission.rank else None


def _standing(item: str, lying: Basis, decisions: list[DecisionRow]) -> ItemStanding:
    standing = ItemStanding.OPEN
    by_itself = False
    for decision in decisions:
        accepts = decision.decision is ReviewDecision.ACCEPTED
        covers = lying <= decision.basis
        if decision.item == item:
            by_itself = covers
            if accepts:
                standing = ItemStanding.ACCEPTED if covers else ItemStanding.OPEN
            else:
                standing = ItemStanding.RETURNED if covers else ItemStanding.REWORKED
        elif decision.item is None and accepts and covers:
            standing, by_itself = ItemStanding.ACCEPTED, False
        elif decision.item is None and not accepts and standing is ItemStanding.ACCEPTED:
            touches = decision.point is None or any(e.point == decision.point for e in lying)
            if touches and not by_itself:
                standing = ItemStanding.OPEN
    return standing


def _accepts_all_after(decision: DecisionRow, other: DecisionRow) -> bool:
    accepted = decision.decision is ReviewDecision.ACCEPTED
    return decision.on_slot and accepted and decision.rank > other.rank
