"""The state of a slot and of the items in it. Pure; the order of rows does not matter.

未开始 → 准备中 → 已报送 → 退回 → 已报送 → 通过, and 需复审 when something changed after that.
Nothing of it is stored: the rows of two sides, merged in any order, give the same state.

A round is one submission with the decisions that answer it. A slot is decided by a decision on
the slot, or by judging everything in it singly: then it is accepted if all was accepted, else
returned. Within a round, accepting the slot or a point accepts the rest: what was returned by
itself stays returned until it is accepted by itself, or is another one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.review.basis import Basis, Difference, by_item, difference, part_of
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.vocabulary import ItemStanding, Move, SlotStage
from models.vocabulary import ReviewDecision

#: From which stages each move may be made.
ALLOWED: Mapping[Move, frozenset[SlotStage]] = {
    Move.SUBMIT: frozenset(
        {SlotStage.PREPARING, SlotStage.SUBMITTED, SlotStage.RETURNED, SlotStage.RECHECK}
    ),
    Move.WITHDRAW: frozenset({SlotStage.SUBMITTED}),
    Move.ACCEPT: frozenset({SlotStage.SUBMITTED, SlotStage.RECHECK}),
    Move.RETURN: frozenset({SlotStage.SUBMITTED, SlotStage.RECHECK, SlotStage.ACCEPTED}),
}

#: From which stages a point or an item may be accepted or returned.
PART_ALLOWED: Mapping[ReviewDecision, frozenset[SlotStage]] = {
    ReviewDecision.ACCEPTED: frozenset(
        {SlotStage.SUBMITTED, SlotStage.RECHECK, SlotStage.RETURNED}
    ),
    ReviewDecision.RETURNED: frozenset(
        {SlotStage.SUBMITTED, SlotStage.RECHECK, SlotStage.RETURNED, SlotStage.ACCEPTED}
    ),
}

#: Stages in which the office is asked to decide.
WAITING = frozenset({SlotStage.SUBMITTED, SlotStage.RECHECK})


@dataclass(frozen=True, slots=True)
class ReviewedSlot:
    """How far a slot is, and what it rests on.

    Attributes:
        stage: how far it is.
        submission: the latest one.
        decision: the one that decided the slot in this round: the latest on the slot, or the
            latest on a part if judging the parts decided it.
        since: what changed since it was decided, or since the submission if it is not.
    """

    stage: SlotStage
    submission: SubmissionRow | None
    decision: DecisionRow | None
    since: Difference

    @property
    def by_parts(self) -> bool:
        """True if it was returned by what was said of its parts, with no word on the whole."""
        return self.stage is SlotStage.RETURNED and not _returns_slot(self.decision)

    def may(self, move: Move) -> bool:
        """True if the move can be made now."""
        if move is Move.RETURN and self.by_parts:
            return True  # adds a word on the whole
        if self.stage not in ALLOWED[move]:
            return False
        # Handed in already, and nothing happened since.
        return not (move is Move.SUBMIT and self.stage is SlotStage.SUBMITTED and not self.since)


def state_of(facts: SlotFacts) -> ReviewedSlot:
    """Reckon the state of a slot."""
    submission = max(facts.submissions, key=lambda s: s.rank, default=None)
    if submission is None:
        stage = SlotStage.PREPARING if facts.lying else SlotStage.NOT_STARTED
        return ReviewedSlot(stage, None, None, Difference())
    decided = _decided(facts, submission)
    if decided is None:
        since = difference(submission.basis, facts.lying)
        return ReviewedSlot(SlotStage.SUBMITTED, submission, None, since)
    stage, decision, seen = decided
    since = difference(seen, facts.lying)
    if stage is SlotStage.ACCEPTED and since:
        stage = SlotStage.RECHECK
    return ReviewedSlot(stage, submission, decision, since)


def item_standings(facts: SlotFacts) -> Mapping[str, ItemStanding]:
    """What the office holds of each item that lies in the slot.

    A decision speaks of an item only as it was then. Accepting a slot or a point accepts what lay
    there, except what was returned in the same round; returning it takes back such acceptances,
    and leaves what was decided on the item itself.
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
    if state.stage is SlotStage.RETURNED and state.decision is not None:
        turn = state.decision.submission
        parts = (d for d in facts.decisions if not d.on_slot and d.submission == turn)
        if not any(map(_returns, parts)):
            found |= {entry.item for entry in facts.lying & state.decision.basis}
    return frozenset(i for i in found if standings[i] is not ItemStanding.ACCEPTED)


def point_decision(facts: SlotFacts, point: int) -> DecisionRow | None:
    """The latest decision on a point, unless the slot was accepted with it after that."""
    found = [d for d in facts.decisions if d.point == point and d.item is None]
    latest = max(found, key=lambda d: d.rank, default=None)
    if latest is None:
        return None
    return None if any(_settles(d, latest) for d in facts.decisions) else latest


def returns_in_force(facts: SlotFacts) -> tuple[DecisionRow, ...]:
    """The returns of points and items that no later decision settled, in their order."""
    latest: dict[tuple[int | None, str | None], DecisionRow] = {}
    for decision in sorted(facts.decisions, key=lambda d: d.rank):
        if not decision.on_slot:
            latest[decision.point, decision.item] = decision
    return tuple(
        d
        for d in latest.values()
        if _returns(d) and not any(_settles(later, d) for later in facts.decisions)
    )


def spared(facts: SlotFacts, decision: DecisionRow) -> tuple[DecisionRow, ...]:
    """What had been returned when a slot was accepted, and stayed so: the rest was accepted."""
    if not decision.on_slot or _returns(decision):
        return ()
    before = tuple(d for d in facts.decisions if d.rank < decision.rank)
    held = returns_in_force(replace(facts, decisions=before))
    return tuple(d for d in held if _spares(decision, d) and _speaks_of(d, decision.basis))


def is_changed(facts: SlotFacts, decision: DecisionRow) -> bool:
    """True if what a decision speaks of is no longer what lies there."""
    return part_of(facts.lying, point=decision.point, item=decision.item) != decision.basis


def _returns(decision: DecisionRow) -> bool:
    return decision.decision is ReviewDecision.RETURNED


def _returns_slot(decision: DecisionRow | None) -> bool:
    return decision is not None and decision.on_slot and _returns(decision)


def _decided(
    facts: SlotFacts, submission: SubmissionRow
) -> tuple[SlotStage, DecisionRow, Basis] | None:
    """What a round came to, by which decision, and what the office saw; None while it is open.

    It depends on nothing but what was handed in and decided: later changes of what lies there
    neither decide a slot nor open it again.
    """
    answers = [d for d in facts.decisions if d.submission == submission.id]
    if not answers:
        return None
    answers.sort(key=lambda d: d.rank)
    word = next((d for d in reversed(answers) if d.on_slot), None)
    if word is not None and _returns(word):
        return SlotStage.RETURNED, word, word.basis
    seen = replace(facts, lying=_seen(submission, answers))
    returns = [
        d
        for d in returns_in_force(seen)
        if d.submission == submission.id and _speaks_of(d, seen.lying)
    ]
    if word is None and not _all_judged(seen, returns, submission.assumed):
        return None
    return SlotStage.RETURNED if returns else SlotStage.ACCEPTED, answers[-1], seen.lying


def _seen(submission: SubmissionRow, answers: Iterable[DecisionRow]) -> Basis:
    """What was handed in, each part as it was when it was last decided on."""
    seen = submission.basis
    for decision in answers:
        seen -= part_of(seen, point=decision.point, item=decision.item)
        seen |= decision.basis
    return seen


def _all_judged(seen: SlotFacts, returns: Iterable[DecisionRow], assumed: Basis) -> bool:
    """True if each item is accepted, or returned in this round by itself or with a point.

    What a tool holds counts as an item, except what is only ``assumed`` to have been seen.
    """
    returned: Basis = frozenset().union(*(d.basis for d in returns))
    standings = item_standings(seen)
    return all(
        standings[item] is ItemStanding.ACCEPTED or entries & returned or entries <= assumed
        for item, entries in by_item(seen.lying).items()
    )


def _standing(item: str, lying: Basis, decisions: list[DecisionRow]) -> ItemStanding:
    standing = ItemStanding.OPEN
    by_itself = False
    returns: dict[tuple[int | None, str | None], DecisionRow] = {}
    for decision in decisions:
        accepts = decision.decision is ReviewDecision.ACCEPTED
        covers = lying <= decision.basis
        returns.pop((decision.point, decision.item), None)
        if decision.item == item:
            by_itself = covers
            if accepts:
                standing = ItemStanding.ACCEPTED if covers else ItemStanding.OPEN
            else:
                standing = ItemStanding.RETURNED if covers else ItemStanding.REWORKED
        elif decision.item is None and accepts and covers:
            if not any(_spares(decision, d) for d in returns.values() if d.basis & lying):
                standing, by_itself = ItemStanding.ACCEPTED, False
        elif decision.item is None and not accepts and standing is ItemStanding.ACCEPTED:
            touches = decision.point is None or any(e.point == decision.point for e in lying)
            if touches and not by_itself:
                standing = ItemStanding.OPEN
        if not accepts and not decision.on_slot and decision.item in {None, item}:
            returns[decision.point, decision.item] = decision
    return standing


def _speaks_of(decision: DecisionRow, basis: Basis) -> bool:
    """True unless the decision is on an item that is not there."""
    return decision.item is None or bool(part_of(basis, item=decision.item))


def _spares(acceptance: DecisionRow, returned: DecisionRow) -> bool:
    """True if accepting a slot or a point leaves an earlier return of a part as it is.

    Both belong to one round, and the part is still the one that was returned.
    """
    part = part_of(acceptance.basis, point=returned.point, item=returned.item)
    if returned.item is not None and not part:
        return True  # the acceptance says nothing of the item
    same = part == returned.basis if returned.item is None else part <= returned.basis
    return same and returned.submission == acceptance.submission


def _settles(later: DecisionRow, returned: DecisionRow) -> bool:
    """True if a decision on the slot accepts what a part was returned for, or accepted, before."""
    if not later.on_slot or _returns(later) or later.rank <= returned.rank:
        return False
    return not (_returns(returned) and _spares(later, returned))
