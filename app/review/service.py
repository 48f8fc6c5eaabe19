"""Handing in and deciding. Everything can be undone, and nothing is ever deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.eventlog import LogEntry
from app.framework.keys import SlotKey, UnitId
from app.review.basis import part_of, stored_basis
from app.review.errors import (
    ItemNotInSlot,
    MoveNotPossible,
    NothingToSubmit,
    ReasonRequired,
    ReasonUnknown,
    ReviewUnknown,
    SlotEmpty,
)
from app.review.reading import Selection, read_facts
from app.review.reasons import reason_texts
from app.review.rows import DecisionRow, SlotFacts
from app.review.states import PART_ALLOWED, ReviewedSlot, state_of
from app.review.tool_rows import reviewed_tables
from app.review.vocabulary import Move, SlotStage
from app.unit_of_work import UnitOfWork
from app.workspace.access import demand_office, demand_own, is_office
from app.workspace.opening import Workspace
from app.workspace.present import present_framework
from models import EvidenceItem, Review, Submission, Unit
from models.base import new_id
from models.vocabulary import ReviewDecision


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision to be made: on a slot, or on a point or an item in it."""

    slot: SlotKey
    decision: ReviewDecision
    point: int | None = None
    item: str | None = None
    reasons: tuple[str, ...] = ()
    note: str = ""


def submit_slots(workspace: Workspace, slots: Iterable[SlotKey], note: str = "") -> tuple[str, ...]:
    """Hand in slots as they stand (报送); in the office's workspace in the units' stead (代为报送).

    Returns the ids of the submissions, in the order of the slots.

    Raises:
        UnitOnly: a slot is another unit's.
        SlotEmpty: nothing lies in one.
        MoveNotPossible: one was handed in or accepted, and nothing changed since.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    chosen = tuple(dict.fromkeys(slots))
    for slot in chosen:
        demand_own(workspace, slot.unit_id)
    with workspace.database.writing() as work:
        made = enter_submissions(work, chosen, note, by_office=is_office(workspace))
        work.commit()
        return made


def submit_unit(workspace: Workspace, unit_id: UnitId, note: str = "") -> Mapping[SlotKey, str]:
    """Hand in every slot of a unit that has something new; returns the submissions' ids.

    Raises:
        UnitOnly: it is another unit.
        NothingToSubmit: nothing is new.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_own(workspace, unit_id)
    with workspace.database.writing() as work:
        slots = submittable(work.session, unit_id)
        if not slots:
            raise NothingToSubmit
        made = enter_submissions(work, slots, note, by_office=is_office(workspace))
        work.commit()
        return dict(zip(slots, made, strict=True))


def submittable(session: Session, unit_id: str) -> tuple[SlotKey, ...]:
    """The slots of a unit that can be handed in now: something lies there, and it is new.

    A returned slot counts only if something changed since; without a change it is for a person
    to say that it is handed in again.
    """
    facts = read_facts(session, Selection(units=frozenset({unit_id})))
    found = []
    for slot, known in facts.items():
        state = state_of(known)
        new = state.stage is SlotStage.PREPARING or bool(state.since)
        if known.lying and new and state.may(Move.SUBMIT):
            found.append(slot)
    return tuple(sorted(found))


def enter_submissions(
    work: UnitOfWork, slots: Sequence[SlotKey], note: str = "", *, by_office: bool
) -> tuple[str, ...]:
    """``submit_slots`` inside a unit of work, for callers that write more in it."""
    facts = read_facts(work.session, Selection.of(slots), slots)
    made: list[str] = []
    entries: list[LogEntry] = []
    for slot in slots:
        known = facts[slot]
        if not known.lying:
            raise SlotEmpty(slot.indicator, _task_name(work, slot), _unit_name(work, slot))
        state = _demand(work, known, Move.SUBMIT)
        turn = state.submission.round + 1 if state.submission else 1
        row = Submission(
            id=new_id(),
            indicator_code=slot.indicator,
            task_code=slot.task_code,
            unit_id=slot.unit_id,
            round=turn,
            basis=stored_basis(known.lying, reviewed_tables()),
            note=note.strip(),
            by_office=by_office,
            submitted_by=work.actor,
            submitted_at=work.now,
            changed_at=work.now,
        )
        work.session.add(row)
        made.append(row.id)
        data = {"submission": row.id, "round": turn, "items": len(known.lying)}
        entries.append(
            LogEntry("slot.submitted", str(slot), {**data, "note": row.note, "office": by_office})
        )
    work.session.flush()
    work.record_all(entries)
    return tuple(made)


def withdraw_submissions(workspace: Workspace, submission_ids: Iterable[str]) -> None:
    """Take submissions back before the office decided on them (撤回报送).

    Raises:
        ReviewUnknown: there is no such submission.
        UnitOnly: it is another unit's, or the office's own in a unit's stead.
        MoveNotPossible: the office has decided, or there is a later submission.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        for submission_id in submission_ids:
            row = _submission(work, workspace, submission_id)
            if row.removed_at is not None:
                continue
            slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
            known = read_facts(work.session, Selection.of([slot]), [slot])[slot]
            state = _demand(work, known, Move.WITHDRAW)
            if state.submission is None or state.submission.id != row.id:
                raise _not_possible(work, slot, state, Move.WITHDRAW)
            _set_removed(work, row, removed=True)
            work.record("slot.withdrawn", str(slot), submission=row.id, round=row.round)
        work.commit()


def restore_submissions(workspace: Workspace, submission_ids: Iterable[str]) -> None:
    """Hand in again what was withdrawn, as it was. Raises as ``withdraw_submissions``."""
    with workspace.database.writing() as work:
        for submission_id in submission_ids:
            row = _submission(work, workspace, submission_id)
            if row.removed_at is None:
                continue
            slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
            _set_removed(work, row, removed=False)
            work.record("slot.submitted", str(slot), submission=row.id, round=row.round)
        work.commit()


def decide(workspace: Workspace, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """Accept or return slots, points and items; all of them or none. Returns the decisions' ids.

    Judging the last part of a slot decides the slot, too. Accepting a slot accepts the rest of
    it: what was returned in the same round stays returned, and so does the slot then.

    Raises:
        OfficeOnly: the workspace is a unit's.
        MoveNotPossible: the slot is not at a stage for this.
        ReasonRequired: a return says no reason, neither itself nor at a point or item.
        ReasonUnknown: a reason is not in the list.
        ItemNotInSlot: the item does not lie there.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        made = decide_in(work, workspace, rulings)
        work.commit()
    return made


def decide_in(work: UnitOfWork, workspace: Workspace, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """``decide`` within a unit of work."""
    demand_office(workspace)
    chosen = tuple(rulings)
    slots = tuple(dict.fromkeys(ruling.slot for ruling in chosen))
    facts = dict(read_facts(work.session, Selection.of(slots), slots))
    texts = reason_texts(work.session)
    entries: list[LogEntry] = []
    made: list[str] = []
    for ruling in chosen:
        for code in ruling.reasons:
            if code not in texts:
                raise ReasonUnknown(code)
        row = _enter(work, facts[ruling.slot], ruling)
        made.append(row.id)
        entries.append(_decided(ruling, row))
        facts[ruling.slot] = _with(facts[ruling.slot], row)
    work.session.flush()
    work.record_all(entries)
    return tuple(made)


def accept_slots(workspace: Workspace, slots: Iterable[SlotKey]) -> tuple[str, ...]:
    """Accept many slots at once, each except what was returned in it. Raises as ``decide``."""
    return decide(workspace, [Ruling(slot, ReviewDecision.ACCEPTED) for slot in slots])


def take_back(workspace: Workspace, decision_ids: Iterable[str]) -> None:
    """Undo decisions: what held before them holds again.

    Raises:
        OfficeOnly: the workspace is a unit's.
        ReviewUnknown: there is no such decision.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        set_decisions_in(work, workspace, decision_ids, removed=True)
        work.commit()


def reinstate(workspace: Workspace, decision_ids: Iterable[str]) -> None:
    """Undo ``take_back``; raises as it does."""
    with workspace.database.writing() as work:
        set_decisions_in(work, workspace, decision_ids, removed=False)
        work.commit()


def _enter(work: UnitOfWork, known: SlotFacts, ruling: Ruling) -> Review:
    slot = ruling.slot
    accepts = ruling.decision is ReviewDecision.ACCEPTED
    state = state_of(known)
    if ruling.point is None and ruling.item is None:
        _demand(work, known, Move.ACCEPT if accepts else Move.RETURN)
    elif state.stage not in PART_ALLOWED[ruling.decision]:
        raise _not_possible(work, slot, state, Move.ACCEPT if accepts else Move.RETURN)
    basis = part_of(known.lying, point=ruling.point, item=ruling.item)
    if ruling.item is not None and not basis:
        raise ItemNotInSlot(ruling.item, slot.indicator, _task_name(work, slot))
    if not accepts and not (ruling.reasons or ruling.note.strip() or _has_reason(known, ruling)):
        raise ReasonRequired(slot.indicator, _task_name(work, slot), _unit_name(work, slot))
    row = Review(
        id=new_id(),
        indicator_code=slot.indicator,
        task_code=slot.task_code,
        unit_id=slot.unit_id,
        point_number=ruling.point,
        item_id=ruling.item,
        revision_number=_revision(work, ruling.item),
        decision=ruling.decision,
        reason_codes=list(ruling.reasons),
        note=ruling.note.strip(),
        basis=stored_basis(basis, reviewed_tables()),
        submission_id=state.submission.id if state.submission else None,
        decided_by=work.actor,
        decided_at=work.now,
        changed_at=work.now,
    )
    work.session.add(row)
    return row


def _has_reason(known: SlotFacts, ruling: Ruling) -> bool:
    """A slot may be returned for what was said of its points and items."""
    if ruling.point is not None or ruling.item is not None:
        return False
    state = state_of(known)
    current = state.submission.id if state.submission else None
    return any(
        d.decision is ReviewDecision.RETURNED and not d.on_slot and d.submission == current
        for d in known.decisions
    )


def _decided(ruling: Ruling, row: Review) -> LogEntry:
    data: dict[str, object] = {"review": row.id, "submission": row.submission_id}
    if ruling.point is not None:
        data["point"] = ruling.point
    if ruling.item is not None:
        data["item"] = ruling.item
    if ruling.reasons or row.note:
        data |= {"reasons": list(ruling.reasons), "note": row.note}
    return LogEntry(f"review.{ruling.decision.value}", str(ruling.slot), data)


def _with(known: SlotFacts, row: Review) -> SlotFacts:
    """The facts after a decision, so that several on one slot see each other."""
    basis = part_of(known.lying, point=row.point_number, item=row.item_id)
    decision = DecisionRow(
        row.id,
        known.slot,
        row.decision,
        basis,
        row.submission_id,
        row.decided_by,
        row.decided_at,
        row.point_number,
        row.item_id,
        tuple(row.reason_codes),
        row.note,
    )
    return SlotFacts(known.slot, known.lying, known.submissions, (*known.decisions, decision))


def set_decisions_in(
    work: UnitOfWork, workspace: Workspace, ids: Iterable[str], *, removed: bool
) -> None:
    """``take_back`` or ``reinstate`` within a unit of work."""
    demand_office(workspace)
    entries = []
    for decision_id in ids:
        row = work.session.get(Review, decision_id)
        if row is None:
            raise ReviewUnknown(decision_id)
        if (row.removed_at is not None) == removed:
            continue
        _set_removed(work, row, removed=removed)
        slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
        action = "review.taken_back" if removed else "review.reinstated"
        entries.append(
            LogEntry(action, str(slot), {"review": row.id, "decision": row.decision.value})
        )
    work.session.flush()
    work.record_all(entries)


def _submission(work: UnitOfWork, workspace: Workspace, submission_id: str) -> Submission:
    row = work.session.get(Submission, submission_id)
    if row is None:
        raise ReviewUnknown(submission_id)
    demand_own(workspace, row.unit_id)
    if row.by_office != is_office(workspace):
        slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
        known = read_facts(work.session, Selection.of([slot]), [slot])[slot]
        raise _not_possible(work, slot, state_of(known), Move.WITHDRAW)
    return row


def _set_removed(work: UnitOfWork, row: Submission | Review, *, removed: bool) -> None:
    row.removed_at = work.now if removed else None
    row.version += 1
    row.changed_at = work.now


def _revision(work: UnitOfWork, item_id: str | None) -> int | None:
    if item_id is None:
        return None
    return work.session.scalar(
        select(EvidenceItem.current_revision).where(EvidenceItem.id == item_id)
    )


def _demand(work: UnitOfWork, known: SlotFacts, move: Move) -> ReviewedSlot:
    state = state_of(known)
    if not state.may(move):
        raise _not_possible(work, known.slot, state, move)
    return state


def _not_possible(
    work: UnitOfWork, slot: SlotKey, state: ReviewedSlot, move: Move
) -> MoveNotPossible:
    return MoveNotPossible(
        slot.indicator, _task_name(work, slot), _unit_name(work, slot), state.stage, move
    )


def _task_name(work: UnitOfWork, slot: SlotKey) -> str:
    return present_framework(work.session).task_name(*slot.task)


def _unit_name(work: UnitOfWork, slot: SlotKey) -> str:
    unit = work.session.get(Unit, slot.unit_id)
    return unit.name if unit is not None else slot.unit_id
