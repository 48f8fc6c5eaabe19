"""Reading the board, what came back, and everything about one slot."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.arranging import read_order
from app.evidence.numbers_reading import NumberedPlace, read_numbers
from app.framework.keys import ItemId, SlotKey, UnitId
from app.framework.schema import Framework
from app.review.basis import BasisEntry, Difference
from app.review.board import Board, SlotRow, ToolHolding
from app.review.reading import EVERYTHING, Selection, read_facts
from app.review.reasons import reason_texts, worded
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.states import (
    WAITING,
    ReviewedSlot,
    is_changed,
    item_standings,
    point_decision,
    returned_items,
    returns_in_force,
    spared,
    state_of,
)
from app.review.versions import Versions, read_versions
from app.review.vocabulary import ItemStanding, Move, ReturnedWith, SlotStage
from app.workspace.obligations import Owing
from app.workspace.registry import Registry, load_registry
from models import EvidenceItem, ItemRevision, NotApplicable, Review, Unit
from models.vocabulary import ReviewDecision

#: So many values are put into one question; more are picked out of the answer.
_FEW = 500
#: The titles of kinds of rows, as of registers, by their ids. Those who know them hand them in.
Titles = Mapping[str, str]
NO_TITLES: Titles = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """Something that came back to a unit: a slot, a point or an item, and why.

    ``task`` is the task's name. ``reworked``: it is no longer what was returned. ``mark``: it was
    marked as not applying, and ``title`` says why. ``answer`` is what the unit says of the change,
    ``number`` the 编号 of an item. ``tool`` is what a method tool holds, and came back.
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
    answer: str = ""
    number: str = ""
    tool: ToolHolding | None = None

    @property
    def on_item(self) -> bool:
        """True if it is an item that came back."""
        return self.item is not None and not self.mark and self.tool is None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in a slot with what the office holds of it.

    Or, with ``mark``, what was marked as not applying: ``title`` then says why, and without a
    ``point`` it is the slot as a whole. ``number`` is an item's 编号. ``answer`` is what the unit
    says of the change, ``versions`` what can be laid beside each other. ``returned_with`` is set if
    it was not judged by itself, and came back with more.

    Or, with ``tool``, what a method tool holds there.
    """

    item: str
    point: int | None
    title: str
    standing: ItemStanding
    reasons: str = ""
    mark: bool = False
    number: str = ""
    answer: str = ""
    versions: Versions | None = None
    returned_with: ReturnedWith | None = None
    tool: ToolHolding | None = None

    @property
    def is_file(self) -> bool:
        """True if it is an item with a file that can be looked at."""
        return not self.mark and self.tool is None


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
    session: Session,
    framework: Framework,
    registry: Registry,
    unit: str | None = None,
    titles: Titles = NO_TITLES,
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
    parts = {task: (registry.leads(*task), registry.owing(*task)) for task in tasks}
    rows = [
        _with_part(
            _slot_row(framework, facts[slot], names[slot.unit_id], texts, titles),
            *parts[slot.indicator, slot.task_code],
        )
        for slot in known
    ]
    present = {row.unit for row in rows}
    return Board(
        tuple(i.code for i in framework.indicators),
        tuple(row.name for row in registry.units if row.name in present)
        + tuple(sorted(present - {row.name for row in registry.units})),
        tuple(rows),
    )


def _with_part(row: SlotRow, leads: Collection[str], owing: Owing) -> SlotRow:
    """The row, told whether its unit leads the task, and owes anything of it."""
    owes = row.unit in owing.units or (owing.if_held and bool(row.items or row.tools))
    return replace(row, lead=row.unit in leads, owes=owes)


def read_slot(
    session: Session, framework: Framework, slot: SlotKey, titles: Titles = NO_TITLES
) -> SlotDetail:
    """Everything about one slot. Raises ``UsageError`` if the set has no such task."""
    facts = read_facts(session, Selection.of([slot]), [slot])[slot]
    texts = reason_texts(session)
    named_items = item_titles(session, {e.item for e in facts.lying if not e.is_rows})
    task = framework.task(slot.indicator, slot.task_code)
    standings = item_standings(facts)
    places = _places(session, framework, slot)
    order = {key: rank for rank, key in enumerate(places, 1)}
    known = {entry.item for entry in facts.lying if entry.is_item}
    answers = _answers(session, known)
    versions = {item: read_versions(session, facts, ItemId(item)) for item in known}
    with_more = _returned_with_more(facts, standings)
    own = {d.item: d for d in sorted(facts.decisions, key=lambda d: d.rank) if d.item is not None}
    items = [
        ItemLine(
            entry.item,
            entry.point,
            named_items.get(entry.item, ""),
            standings[entry.item],
            _item_reasons(standings[entry.item], own.get(entry.item), texts),
            mark=entry.is_mark,
            number=place.number if place else "",
            answer=answers.get(entry.item, ""),
            versions=versions.get(entry.item),
            returned_with=with_more.get(entry),
            tool=_holding(entry, titles) if entry.is_rows else None,
        )
        for entry in facts.lying
        for place in [places.get((entry.item, entry.point))]
    ]
    row = _slot_row(framework, facts, _unit_names(session)[slot.unit_id], texts, titles)
    registry, named = load_registry(session), (slot.indicator, slot.task_code)
    return SlotDetail(
        _with_part(row, registry.leads(*named), registry.owing(*named)),
        task.requirement,
        tuple(_point_line(facts, p.number, p.text, texts) for p in task.points),
        tuple(
            sorted(
                items,
                key=lambda i: (i.point is None, i.point or 0, order.get((i.item, i.point), 0)),
            )
        ),
        _history(facts, texts),
    )


def _places(
    session: Session, framework: Framework, slot: SlotKey
) -> Mapping[tuple[str, int | None], NumberedPlace]:
    """The items of a slot at each of its points, in the order of binding."""
    order = read_order(session, framework, load_registry(session))
    return {
        (place.item, place.point): place
        for place in read_numbers(session, order, [slot.indicator])
        if (place.task_code, place.unit_id) == (slot.task_code, slot.unit_id)
    }


def _numbers(
    session: Session, framework: Framework, codes: Collection[str]
) -> Mapping[tuple[SlotKey, str], str]:
    """The first 编号 of each item in each slot of some indicators."""
    if not codes:
        return {}
    order = read_order(session, framework, load_registry(session))
    found: dict[tuple[SlotKey, str], str] = {}
    for place in order.as_filed(read_numbers(session, order, codes)):
        slot = SlotKey(place.indicator, place.task_code, place.unit_id)
        found.setdefault((slot, place.item), place.number)
    return found


def returned_rows(
    session: Session,
    framework: Framework,
    unit_id: str | None = None,
    register_titles: Titles = NO_TITLES,
) -> tuple[ReturnedRow, ...]:
    """What came back and is not accepted yet, of one unit or of all; the slot before its parts.

    A point or an item comes back by itself, too: a unit need not wait for the word on the slot.
    """
    slots = _ever_returned(session, unit_id)
    if not slots:
        return ()
    selection = Selection.of(slots)
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
    items = {d.item for _, d in found if d.item is not None}
    titles, answers = item_titles(session, items), _answers(session, items)
    codes = {facts.slot.indicator for facts, d in found if d.item is not None}
    numbers = _numbers(session, framework, codes)
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
            answer=answers.get(decision.item or "", ""),
            number=numbers.get((facts.slot, decision.item or ""), ""),
            tool=next(
                (
                    _holding(entry, register_titles)
                    for entry in decision.basis
                    if entry.is_rows and entry.item == decision.item
                ),
                None,
            ),
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


def _ever_returned(session: Session, unit_id: str | None) -> tuple[SlotKey, ...]:
    """The slots in which something was returned at any time."""
    query = select(Review.indicator_code, Review.task_code, Review.unit_id).where(
        Review.decision == ReviewDecision.RETURNED, Review.removed_at.is_(None)
    )
    if unit_id is not None:
        query = query.where(Review.unit_id == unit_id)
    return tuple(SlotKey(*row) for row in session.execute(query.distinct()))


def _answers(session: Session, items: Collection[str]) -> Mapping[str, str]:
    """What units say of the present revisions of items, where they say anything."""
    query = (
        select(ItemRevision.item_id, ItemRevision.reason)
        .select_from(EvidenceItem)
        .join(EvidenceItem.current)
        .where(ItemRevision.reason != "")
    )
    return {item: reason for item, reason in session.execute(query) if item in items}


def _parts_returned(facts: SlotFacts) -> list[DecisionRow]:
    """The returns of points, and of items that still lie there and are not accepted by now."""
    standings = item_standings(facts)
    gone = ItemStanding.ACCEPTED
    return [
        d
        for d in returns_in_force(facts)
        if d.item is None or standings.get(d.item, gone) is not gone
    ]


def _returned_with_more(
    facts: SlotFacts, standings: Mapping[str, ItemStanding]
) -> Mapping[BasisEntry, ReturnedWith]:
    """What nobody judged by itself and came back with its point, or with the whole slot.

    Once it is handed in again it waits, though it is as it was.
    """
    if ItemStanding.OPEN not in standings.values():
        return {}
    returned, state = returned_items(facts), state_of(facts)
    turn = state.submission.id if state.submission else None
    found = {}
    for entry in facts.lying:
        if entry.item in returned and standings[entry.item] is ItemStanding.OPEN:
            decision = None if entry.point is None else point_decision(facts, entry.point)
            by_point = (
                decision is not None
                and decision.decision is ReviewDecision.RETURNED
                and decision.submission == turn
                and entry in decision.basis
            )
            if by_point or state.stage is SlotStage.RETURNED:
                found[entry] = ReturnedWith.POINT if by_point else ReturnedWith.SLOT
    return found


def _slot_row(
    framework: Framework, facts: SlotFacts, unit: str, texts: Mapping[str, str], titles: Titles
) -> SlotRow:
    state = state_of(facts)
    marks = {entry.item for entry in facts.lying if entry.is_mark}
    tools = sorted(entry for entry in facts.lying if entry.is_rows)
    others = marks | {entry.item for entry in tools}
    found = item_standings(facts) if facts.lying else {}
    standings = Counter(standing for item, standing in found.items() if item not in others)
    back = {entry.item for entry in _returned_with_more(facts, found)} - others
    decision = state.decision
    return SlotRow(
        facts.slot,
        framework.task_name(*facts.slot.task),
        unit,
        state.stage,
        sum(standings.values()),
        standings[ItemStanding.RETURNED],
        standings[ItemStanding.OPEN] + standings[ItemStanding.REWORKED] - len(back),
        state.submission.round if state.submission else 0,
        state.submission.at if state.submission else None,
        decision.at if decision else None,
        decision.by if decision else "",
        _slot_reasons(facts, state, texts),
        _titled(state.since, titles),
        decision.id if decision else None,
        len(marks),
        tuple(_holding(entry, titles) for entry in tools),
        frozenset(move for move in Move if state.may(move)),
    )


def _holding(entry: BasisEntry, titles: Titles) -> ToolHolding:
    return ToolHolding(entry.table, entry.kind, entry.rows, _title(titles, entry.kind))


def _title(titles: Titles, kind: str) -> str:
    return titles.get(kind, "") if kind else ""


def _titled(since: Difference, titles: Titles) -> Difference:
    if not since.rows:
        return since
    rows = tuple(change._replace(title=_title(titles, change.kind)) for change in since.rows)
    return replace(since, rows=rows)


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
