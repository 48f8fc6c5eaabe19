"""Reading the board, what came back, and everything about one slot."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.numbering import BindingOrder, numbered
from app.evidence.numbers_reading import read_numbers
from app.framework.keys import SlotKey, UnitId
from app.framework.schema import Framework
from app.review.board import Board, SlotRow
from app.review.reading import EVERYTHING, Selection, read_facts
from app.review.reasons import reason_texts, worded
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.states import (
    WAITING,
    ReviewedSlot,
    is_changed,
    item_standings,
    point_decision,
    returns_in_force,
    spared,
    state_of,
)
from app.review.vocabulary import ItemStanding, Move, SlotStage
from app.workspace.registry import Registry, load_registry
from models import EvidenceItem, ItemRevision, NotApplicable, Unit
from models.vocabulary import ReviewDecision

#: So many values are put into one question; more are picked out of the answer.
_FEW = 500


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """Something that came back to a unit: a slot, a point or an item, and why.

    ``task`` is the task's name. ``reworked``: it is no longer what was returned. ``mark``: it was
    marked as not applying, and ``title`` says why.
    """

    slot: SlotKey
    task: str
    unit: str
    point: int | None
    item: str | None
    title: str
    reasons: str
    decided_by: str
    decided_at: datetime
    reworked: bool
    decision: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in a slot with what the office holds of it.

    Or, with ``mark``, what was marked as not applying: ``title`` then says why, and without a
    ``point`` it is the slot as a whole. ``number`` is an item's 编号.
    """

    item: str
    point: int | None
    title: str
    standing: ItemStanding
    reasons: str = ""
    mark: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point of a slot's task with the decision on it, if one holds."""

    number: int
    text: str
    decision: ReviewDecision | None
    reasons: str
    changed: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A submission or a decision, for the story of a slot.

    ``rest``: the slot was accepted except for what had been returned in it.
    """

    at: datetime
    by: str
    round: int | None
    decision: ReviewDecision | None
    point: int | None
    item: str | None
    reasons: str
    by_office: bool
    rest: bool = False


@dataclass(frozen=True, slots=True)
class SlotDetail:
    """Everything about one slot."""

    row: SlotRow
    requirement: str
    points: tuple[PointLine, ...]
    items: tuple[ItemLine, ...]
    history: tuple[HistoryLine, ...]


def read_board(
    session: Session, framework: Framework, registry: Registry, unit: str | None = None
) -> Board:
    """Every slot of the indicator set with its state, in a handful of queries.

    ``unit`` keeps to one unit. A slot in which something lies is there even if its unit no longer
    answers for the indicator; one that the indicator set no longer has is not.
    """
    names = _unit_names(session)
    ids = {name: unit_id for unit_id, name in names.items()}
    tasks = [(i.code, task.code) for i in framework.indicators for task in i.tasks]
    wanted = [
        SlotKey(code, task_code, ids[name])
        for code, task_code in tasks
        for name in registry.units_of(code, task_code)
        if unit in {None, name}
    ]
    selection = EVERYTHING if unit is None else Selection(units=frozenset({ids[unit]}))
    facts = read_facts(session, selection, wanted)
    texts = reason_texts(session)
    order = {task: place for place, task in enumerate(tasks)}
    unit_order = {row.id: place for place, row in enumerate(registry.units)}
    known = sorted(
        (slot for slot in facts if (slot.indicator, slot.task_code) in order),
        key=lambda s: (
            order[s.indicator, s.task_code],
            unit_order.get(s.unit_id, len(unit_order)),
            s.unit_id,
        ),
    )
    rows = tuple(_slot_row(framework, facts[slot], names[slot.unit_id], texts) for slot in known)
    present = {row.unit for row in rows}
    return Board(
        tuple(i.code for i in framework.indicators),
        tuple(row.name for row in registry.units if row.name in present)
        + tuple(sorted(present - {row.name for row in registry.units})),
        rows,
    )


def read_slot(session: Session, framework: Framework, slot: SlotKey) -> SlotDetail:
    """Everything about one slot. Raises ``UsageError`` if the set has no such task."""
    facts = read_facts(session, Selection.of([slot]), [slot])[slot]
    texts = reason_texts(session)
    titles = item_titles(session, {entry.item for entry in facts.lying})
    task = framework.task(slot.indicator, slot.task_code)
    standings = item_standings(facts)
    ranks = _ranks(session, framework, slot)
    own = {d.item: d for d in sorted(facts.decisions, key=lambda d: d.rank) if d.item is not None}
    items = [
        ItemLine(
            entry.item,
            entry.point,
            titles[entry.item],
            standings[entry.item],
            _item_reasons(standings[entry.item], own.get(entry.item), texts),
            mark=entry.is_mark,
            number=numbered(slot.indicator, rank) if rank else "",
        )
        for entry in facts.lying
        for rank in [ranks.get((entry.item, entry.point), 0)]
    ]
    return SlotDetail(
        _slot_row(framework, facts, _unit_names(session)[slot.unit_id], texts),
        task.requirement,
        tuple(_point_line(facts, p.number, p.text, texts) for p in task.points),
        tuple(
            sorted(
                items,
                key=lambda i: (i.point is None, i.point or 0, ranks.get((i.item, i.point), 0)),
            )
        ),
        _history(facts, texts),
    )


def _ranks(
    session: Session, framework: Framework, slot: SlotKey
) -> Mapping[tuple[str, int | None], int]:
    """Which one of its indicator each item of a slot is, at each of its points."""
    order = BindingOrder.of(framework, load_registry(session))
    return {
        (place.item, place.point): place.rank
        for place in read_numbers(session, order, [slot.indicator])
        if (place.task_code, place.unit_id) == (slot.task_code, slot.unit_id)
    }


def returned_rows(
    session: Session, framework: Framework, unit_id: str | None = None
) -> tuple[ReturnedRow, ...]:
    """What came back and is not accepted yet, of one unit or of all; the slot before its parts.

    A point or an item comes back by itself, too: a unit need not wait for the word on the slot.
    """
    selection = EVERYTHING if unit_id is None else Selection(units=frozenset({unit_id}))
    texts, names = reason_texts(session), _unit_names(session)
    found: list[tuple[SlotFacts, DecisionRow]] = []
    for facts in read_facts(session, selection).values():
        state = state_of(facts)
        parts = _parts_returned(facts)
        if state.stage is SlotStage.RETURNED and state.decision is not None:
            if not state.by_parts:
                found.append((facts, state.decision))
        else:
            turn = state.submission.id if state.submission else None
            parts = [d for d in parts if state.stage in WAITING and d.submission == turn]
        found += [(facts, decision) for decision in parts]
    titles = item_titles(session, {d.item for _, d in found if d.item is not None})
    rows = [
        ReturnedRow(
            facts.slot,
            framework.task_name(*facts.slot.task),
            names[facts.slot.unit_id],
            decision.point,
            decision.item,
            titles.get(decision.item or "", ""),
            worded(decision.reasons, decision.note, texts),
            decision.by,
            decision.at,
            is_changed(facts, decision),
            decision.id,
            mark=decision.item is not None and any(e.is_mark for e in decision.basis),
        )
        for facts, decision in found
    ]
    return tuple(
        sorted(rows, key=lambda r: (r.slot, r.item is not None, r.point or 0, r.title, r.decision))
    )


def read_stages(session: Session, slots: Collection[SlotKey]) -> Mapping[SlotKey, SlotStage]:
    """How far some slots are."""
    facts = read_facts(session, Selection.of(slots), slots)
    return {slot: state_of(facts[slot]).stage for slot in slots}


def item_titles(session: Session, items: Iterable[str]) -> Mapping[str, str]:
    """The present titles of items, also of those in the recycle bin; of marks, the reasons."""
    wanted = set(items)
    query = (
        select(ItemRevision.item_id, ItemRevision.title)
        .select_from(EvidenceItem)
        .join(EvidenceItem.current)
    )
    marks = select(NotApplicable.id, NotApplicable.reason)
    if len(wanted) <= _FEW:
        query = query.where(ItemRevision.item_id.in_(wanted))
        marks = marks.where(NotApplicable.id.in_(wanted))
    rows = [*session.execute(query), *session.execute(marks)]
    return {item: title for item, title in rows if item in wanted}


def _parts_returned(facts: SlotFacts) -> list[DecisionRow]:
    """The returns of points, and of items that still lie there and are not accepted by now."""
    standings = item_standings(facts)
    gone = ItemStanding.ACCEPTED
    return [
        d
        for d in returns_in_force(facts)
        if d.item is None or standings.get(d.item, gone) is not gone
    ]


def _slot_row(
    framework: Framework, facts: SlotFacts, unit: str, texts: Mapping[str, str]
) -> SlotRow:
    state = state_of(facts)
    marks = {entry.item for entry in facts.lying if entry.is_mark}
    found = item_standings(facts) if facts.lying else {}
    standings = Counter(standing for item, standing in found.items() if item not in marks)
    decision = state.decision
    return SlotRow(
        facts.slot,
        framework.task_name(*facts.slot.task),
        unit,
        state.stage,
        sum(standings.values()),
        standings[ItemStanding.RETURNED],
        standings[ItemStanding.OPEN] + standings[ItemStanding.REWORKED],
        state.submission.round if state.submission else 0,
        state.submission.at if state.submission else None,
        decision.at if decision else None,
        decision.by if decision else "",
        _slot_reasons(facts, state, texts),
        state.since,
        decision.id if decision else None,
        len(marks),
        frozenset(move for move in Move if state.may(move)),
    )


def _slot_reasons(facts: SlotFacts, state: ReviewedSlot, texts: Mapping[str, str]) -> str:
    """What was said of the slot; if it came back for its parts, what was said of these."""
    if state.by_parts:
        said = [worded(d.reasons, d.note, texts) for d in _parts_returned(facts)]
        return "；".join(dict.fromkeys(filter(None, said)))
    decision = state.decision
    return worded(decision.reasons, decision.note, texts) if decision else ""


def _point_line(facts: SlotFacts, number: int, text: str, texts: Mapping[str, str]) -> PointLine:
    decision = point_decision(facts, number)
    if decision is None:
        return PointLine(number, text, None, "", changed=False)
    return PointLine(
        number,
        text,
        decision.decision,
        worded(decision.reasons, decision.note, texts),
        changed=is_changed(facts, decision),
    )


def _item_reasons(
    standing: ItemStanding, decision: DecisionRow | None, texts: Mapping[str, str]
) -> str:
    told = {ItemStanding.RETURNED, ItemStanding.REWORKED}
    if decision is None or standing not in told:
        return ""
    return worded(decision.reasons, decision.note, texts)


def _history(facts: SlotFacts, texts: Mapping[str, str]) -> tuple[HistoryLine, ...]:
    lines = [_handed_in(row) for row in facts.submissions]
    lines += [
        HistoryLine(
            d.at,
            d.by,
            None,
            d.decision,
            d.point,
            d.item,
            worded(d.reasons, d.note, texts),
            by_office=True,
            rest=bool(spared(facts, d)),
        )
        for d in facts.decisions
    ]
    return tuple(sorted(lines, key=lambda line: line.at))


def _handed_in(row: SubmissionRow) -> HistoryLine:
    return HistoryLine(
        row.at, row.by, row.round, None, None, None, row.note, by_office=row.by_office
    )


def _unit_names(session: Session) -> dict[UnitId, str]:
    return {row.id: row.name for row in session.execute(select(Unit.id, Unit.name))}
