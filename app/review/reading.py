"""From the database to the rows that the states of slots are worked out from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.framework.keys import SlotKey
from app.review.basis import (
    NOTHING,
    Basis,
    assumed_rows,
    basis_of,
    read_bases,
    tools_known,
)
from app.review.rows import DecisionRow, SlotFacts, SubmissionRow
from app.review.tool_rows import last_changes, read_tool_entries
from models import Review, Submission


@dataclass(frozen=True, slots=True)
class Selection:
    """Which slots to read; None does not narrow."""

    units: Collection[str] | None = None
    indicators: Collection[str] | None = None

    @classmethod
    def of(cls, slots: Iterable[SlotKey]) -> "Selection":
        """What holds all of some slots, and little else."""
        chosen = tuple(slots)
        return cls(frozenset(s.unit_id for s in chosen), frozenset(s.indicator for s in chosen))


EVERYTHING = Selection()


def read_facts(
    session: Session, selection: Selection = EVERYTHING, slots: Iterable[SlotKey] = ()
) -> Mapping[SlotKey, SlotFacts]:
    """All that is known of every slot of the selection, in a handful of queries.

    ``slots`` are there in any case, even if nothing is known of them.
    """
    lying = dict(read_bases(session, units=selection.units, indicators=selection.indicators))
    held = read_tool_entries(session, selection.units, selection.indicators)
    for slot, entries in held.items():
        lying[slot] = lying.get(slot, NOTHING).union(entries)
    assume = _Assuming(session, selection, lying)
    submissions = _submissions(session, selection, assume)
    decisions = _decisions(session, selection, assume)
    keys = dict.fromkeys([*slots, *lying, *submissions, *decisions])
    return {
        key: SlotFacts(
            key,
            lying.get(key, NOTHING),
            tuple(submissions.get(key, ())),
            tuple(decisions.get(key, ())),
        )
        for key in keys
    }


def facts_of(session: Session, slot: SlotKey) -> SlotFacts:
    """All that is known of one slot."""
    return read_facts(session, Selection.of([slot]), [slot])[slot]


@dataclass
class _Assuming:
    """Adds what decisions and submissions of earlier versions are taken to have seen."""

    session: Session
    selection: Selection
    lying: Mapping[SlotKey, Basis]

    @cached_property
    def _changes(self) -> Mapping[tuple[SlotKey, str], datetime]:
        return last_changes(self.session, self.selection.units, self.selection.indicators)

    def rows(self, slot: SlotKey, stored: list[list[Any]], at: datetime) -> Basis:
        """What of a slot was not looked at, and is as it was."""
        lying = frozenset(e for e in self.lying.get(slot, NOTHING) if e.is_rows)
        known = tools_known(stored) if lying else frozenset()
        if all(entry.table in known for entry in lying):
            return NOTHING
        changed = {name: when for (place, name), when in self._changes.items() if place == slot}
        return assumed_rows(lying, known, changed, at)


def _live(table: type[Submission | Review], selection: Selection) -> Iterator[ColumnElement[bool]]:
    """What picks the rows of a selection that were not withdrawn."""
    yield table.removed_at.is_(None)
    if selection.units is not None:
        yield table.unit_id.in_(selection.units)
    if selection.indicators is not None:
        yield table.indicator_code.in_(selection.indicators)


def _submissions(
    session: Session, selection: Selection, assume: _Assuming
) -> dict[SlotKey, list[SubmissionRow]]:
    query = select(
        Submission.id,
        Submission.indicator_code,
        Submission.task_code,
        Submission.unit_id,
        Submission.round,
        Submission.basis,
        Submission.by_office,
        Submission.submitted_by,
        Submission.submitted_at,
        Submission.note,
    ).where(*_live(Submission, selection))
    found: dict[SlotKey, list[SubmissionRow]] = defaultdict(list)
    for row in session.execute(query.order_by(Submission.round, Submission.id)):
        slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
        assumed = assume.rows(slot, row.basis, row.submitted_at)
        found[slot].append(
            SubmissionRow(
                row.id,
                slot,
                row.round,
                basis_of(row.basis) | assumed,
                row.by_office,
                row.submitted_by,
                row.submitted_at,
                row.note,
                assumed,
            )
        )
    return found


def _decisions(
    session: Session, selection: Selection, assume: _Assuming
) -> dict[SlotKey, list[DecisionRow]]:
    query = select(
        Review.id,
        Review.indicator_code,
        Review.task_code,
        Review.unit_id,
        Review.decision,
        Review.basis,
        Review.submission_id,
        Review.decided_by,
        Review.decided_at,
        Review.point_number,
        Review.item_id,
        Review.reason_codes,
        Review.note,
    ).where(*_live(Review, selection))
    found: dict[SlotKey, list[DecisionRow]] = defaultdict(list)
    for row in session.execute(query.order_by(Review.decided_at, Review.id)):
        slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
        on_slot = row.point_number is None and row.item_id is None
        assumed = assume.rows(slot, row.basis, row.decided_at) if on_slot else NOTHING
        found[slot].append(
            DecisionRow(
                row.id,
                slot,
                row.decision,
                basis_of(row.basis) | assumed,
                row.submission_id,
                row.decided_by,
                row.decided_at,
                row.point_number,
                row.item_id,
                tuple(row.reason_codes),
                row.note,
            )
        )
    return found
