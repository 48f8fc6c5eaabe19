"""Login names never travel: packages and exports say 未登记使用人 instead.

Earlier programs wrote the name of the computer's login into the log and the records wherever
nobody was registered. Here it is taken out when a package is made. Two rules keep the receiver's
checks whole:

- The log that travels is chained anew over what it says, always in the same way, so that a later
  package continues an earlier one.
- What a recipient was already sent by an earlier program stays as it was sent: another wording
  of the same version would count as a forgery there, and the recipient has it already.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.eventlog import GENESIS, LogFilter, LoggedEntry, entry_hash, read_log
from app.exchange.payload.documents import LogEntryPart
from app.exchange.payload.marked_words import without_marks
from app.exchange.payload.records import Part
from app.terms import UNNAMED_PERSON
from models import Event, PackageRecord

#: What ``package.made`` says of a package whose login names were left out.
LEFT_OUT = {"logins": "left_out"}

_PERSON_ACTIONS = {"person.added", "person.changed"}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_Records = TypeVar("_Records", bound=Part)


@dataclass(frozen=True, slots=True)
class Logins:
    """The login names that a workspace holds, and what the recipient has with them.

    Attributes:
        names: actors of the log who were not registered as persons when they first acted.
        sent_at: when an earlier program last made the recipient a package.
        sent_to: the last entry of the log that was in it; 0 for none.
    """

    names: frozenset[str]
    sent_at: datetime
    sent_to: int

    @classmethod
    def read(cls, session: Session, peer: str) -> Self:
        """Look through the log of this workspace."""
        people, names = {UNNAMED_PERSON}, set[str]()
        entries = session.execute(
            select(Event.actor, Event.action, Event.data).order_by(Event.sequence)
        )
        for actor, action, data in entries:
            if actor not in people:
                names.add(actor)
            if action in _PERSON_ACTIONS:
                people.add(str(json.loads(data).get("name", "")))
        sent_at, sent_to = _sent_before(session, peer)
        return cls(frozenset(names), sent_at, sent_to)

    def log(self, entries: Iterable[LogEntryPart]) -> tuple[LogEntryPart, ...]:
        """The log as it travels; every entry follows from the one before.

        Words with a mark of state secrecy stay here as well.
        """
        made: list[LogEntryPart] = []
        previous = GENESIS
        for entry in entries:
            told = entry
            if entry.sequence > self.sent_to:
                actor = UNNAMED_PERSON if entry.actor in self.names else entry.actor
                said = {"actor": actor, "data": without_marks(entry.data)}
                told = entry.model_copy(update={**said, "previous_hash": previous})
                told = told.model_copy(update={"hash": entry_hash(told)})
            made.append(told)
            previous = told.hash
        return tuple(made)

    def records(self, records: _Records) -> _Records:
        """Records as they travel."""
        if not self.names:
            return records
        told: dict[str, object] = {
            name: tuple(self._record(row) for row in rows) for name, rows in records if rows
        }
        return records.model_copy(update=told)

    def _record(self, record: Part) -> Part:
        if getattr(record, "changed_at", self.sent_at) <= self.sent_at and self.sent_to:
            return record
        return type(record).model_validate(self._without(record.model_dump()))

    def _without(self, value: Any) -> Any:  # noqa: ANN401  (any JSON-like value)
        if isinstance(value, dict):
            return {
                key: UNNAMED_PERSON
                if _names_somebody(key) and isinstance(inner, str) and inner in self.names
                else self._without(inner)
                for key, inner in value.items()
            }
        if isinstance(value, list | tuple):
            return type(value)(self._without(inner) for inner in value)
        return value


def _names_somebody(field: str) -> bool:
    """True for fields like ``created_by``; ``by`` stands in a dismissed finding."""
    return field == "by" or field.endswith("_by")


def log_for_export(session: Session, wanted: LogFilter) -> Iterator[LoggedEntry]:
    """The entries that are wanted as they may leave the computer in a file, without login names.

    A log without login names comes as it is stored. Else it is chained anew from its beginning,
    as in a package to somebody who was sent nothing before: the whole file still verifies, while
    its hashes are not those of the database.
    """
    logins = Logins.read(session, "")
    if not logins.names:
        yield from read_log(session, wanted)
        return
    numbers = {entry.sequence for entry in read_log(session, wanted)}
    previous = GENESIS
    for entry in read_log(session, LogFilter()):
        actor = UNNAMED_PERSON if entry.actor in logins.names else entry.actor
        told = replace(entry, actor=actor, previous_hash=previous)
        told = replace(told, hash=entry_hash(told))
        previous = told.hash
        if told.sequence in numbers:
            yield told


def _sent_before(session: Session, peer: str) -> tuple[datetime, int]:
    """When an earlier program last made the recipient a package, and how far its log went."""
    sent = select(PackageRecord.id).where(PackageRecord.sent.is_(True), PackageRecord.peer == peer)
    made = session.execute(
        select(Event.sequence, Event.at, Event.data)
        .where(Event.action == "package.made", Event.subject.in_(sent))
        .order_by(Event.sequence.desc())
    )
    for sequence, at, data in made:
        if LEFT_OUT.items() - json.loads(data).items():
            return at, sequence
    return _LONG_AGO, 0
