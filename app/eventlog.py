"""The log of what was done (操作记录): append-only, each entry chained to the one before."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Event

#: What the first entry is chained to.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The first entry whose hash does not follow from its content and its predecessor."""

    sequence: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be logged: an identifier such as ``item.attached``, its subject, JSON values."""

    action: str
    subject: str
    data: Mapping[str, object]


def append_events(session: Session, at: datetime, actor: str, entries: Iterable[Entry]) -> None:
    """Chain entries to the log in their order, in the session's transaction."""
    last = session.execute(
        select(Event.sequence, Event.hash).order_by(Event.sequence.desc()).limit(1)
    ).one_or_none()
    sequence, previous = (last.sequence, last.hash) if last else (0, GENESIS)
    for entry in entries:
        sequence += 1
        data = json.dumps(entry.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        event = Event(
            sequence=sequence,
            at=at,
            actor=_stored(actor),
            action=entry.action,
            subject=_stored(entry.subject),
            data=_stored(data),
            previous_hash=previous,
        )
        event.hash = previous = _hash_of(event)
        session.add(event)
    session.flush()


def _stored(text: str) -> str:
    """Text as the database keeps it; the hash must cover the same characters."""
    return unicodedata.normalize("NFC", text)


def find_chain_break(events: Iterable[Event]) -> ChainBreak | None:
    """Walk the entries in order; None if every one follows from the one before."""
    previous, expected = GENESIS, 1
    for event in events:
        sound = event.previous_hash == previous and event.hash == _hash_of(event)
        if not sound or event.sequence != expected:
            return ChainBreak(expected)
        previous, expected = event.hash, expected + 1
    return None


def _hash_of(event: Event) -> str:
    content = json.dumps(
        [
            event.previous_hash,
            event.at.isoformat(timespec="microseconds"),
            event.actor,
            event.action,
            event.subject,
            event.data,
        ],
        ensure_ascii=False,
    )
    return hashlib.sha256(content.encode()).hexdigest()
