"""The log of what was done (操作记录): append-only, each entry chained to the one before."""

import hashlib
import json
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


def append_event(
    session: Session,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    data: Mapping[str, object],
) -> None:
    """Chain an entry to the log, in the session's transaction."""
    last = session.scalar(select(Event.hash).order_by(Event.sequence.desc()).limit(1))
    event = Event(
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        data=json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        previous_hash=last or GENESIS,
    )
    event.hash = _hash_of(event)
    session.add(event)
    session.flush()


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
