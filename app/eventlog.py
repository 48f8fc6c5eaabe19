"""The log of what was done (操作记录): only appended to, each entry chained to the last."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from models import Event
from models.texts import stored_text

#: What the first entry is chained to.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The first entry whose hash does not follow from its content and its predecessor."""

    sequence: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What is to be logged: an identifier such as ``item.attached``, its subject, JSON values."""

    action: str
    subject: str
    data: Mapping[str, object]


def append_events(session: Session, at: datetime, actor: str, entries: Iterable[LogEntry]) -> None:
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
            actor=stored_text(actor),
            action=entry.action,
            subject=stored_text(entry.subject),
            data=stored_text(data),
            previous_hash=previous,
        )
        event.hash = previous = entry_hash(event)
        session.add(event)
    session.flush()


class ChainedEntry(Protocol):
    """An entry with its place in the chain: a row of the database, or what a package brought."""

    @property
    def sequence(self) -> int:
        """Its number, from 1 on."""

    @property
    def at(self) -> datetime:
        """When it was written."""

    @property
    def actor(self) -> str:
        """Who did it."""

    @property
    def action(self) -> str:
        """What was done, an identifier."""

    @property
    def subject(self) -> str:
        """What it was done to."""

    @property
    def data(self) -> str:
        """More about it, canonical JSON."""

    @property
    def previous_hash(self) -> str:
        """The hash of the entry before."""

    @property
    def hash(self) -> str:
        """The hash over all of this."""


def find_chain_break(
    events: Iterable[ChainedEntry], *, after: int = 0, previous_hash: str = GENESIS
) -> ChainBreak | None:
    """Walk the entries in order; None if every one follows from the one before.

    For a part of a log, ``after`` and ``previous_hash`` are number and hash of the entry before
    it, as the receiver has it from earlier parts.
    """
    previous, expected = previous_hash, after + 1
    for event in events:
        sound = event.previous_hash == previous and event.hash == entry_hash(event)
        if not sound or event.sequence != expected:
            return ChainBreak(expected)
        previous, expected = event.hash, expected + 1
    return None


@dataclass(frozen=True, slots=True)
class LoggedEntry:
    """An entry as it was logged; satisfies ``ChainedEntry``, travels in packages."""

    sequence: int
    id: str
    at: datetime
    actor: str
    action: str
    subject: str
    data: str
    previous_hash: str
    hash: str

    @property
    def values(self) -> Mapping[str, object]:
        """What ``data`` holds."""
        found: Mapping[str, object] = json.loads(self.data)
        return found


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries are wanted; an empty field wants all.

    ``action`` is an identifier or its beginning up to a dot (``item``); ``subject`` also finds
    entries that name it in their data. ``since`` is the first moment wanted, ``until`` the first
    not wanted any more. ``after`` and ``before`` are numbers of entries, for reading on.
    """

    person: str = ""
    action: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
    after: int = 0
    before: int = 0


def read_log(
    session: Session, wanted: LogFilter, *, newest_first: bool = False, limit: int | None = None
) -> Iterator[LoggedEntry]:
    """Read the entries that are wanted, page by page, while the session is open."""
    order = Event.sequence.desc() if newest_first else Event.sequence
    query = _matching(wanted).order_by(order).limit(limit)
    for event in session.scalars(query.execution_options(yield_per=500)):
        yield LoggedEntry(
            event.sequence,
            event.id,
            event.at,
            event.actor,
            event.action,
            event.subject,
            event.data,
            event.previous_hash,
            event.hash,
        )


def log_people(session: Session) -> tuple[str, ...]:
    """Everybody whom the log names, for choosing a filter."""
    return tuple(session.scalars(select(Event.actor).distinct().order_by(Event.actor)))


def log_actions(session: Session) -> tuple[str, ...]:
    """Every kind of action in the log, for choosing a filter."""
    return tuple(session.scalars(select(Event.action).distinct().order_by(Event.action)))


def _matching(wanted: LogFilter) -> Select[Event]:
    query = select(Event).where(Event.sequence > wanted.after)
    if wanted.before:
        query = query.where(Event.sequence < wanted.before)
    if wanted.person:
        query = query.where(Event.actor == stored_text(wanted.person))
    if wanted.action:
        group = f"{wanted.action}."
        query = query.where(
            or_(Event.action == wanted.action, Event.action.startswith(group, autoescape=True))
        )
    if wanted.subject:
        quoted = json.dumps(stored_text(wanted.subject), ensure_ascii=False)
        query = query.where(
            or_(
                Event.subject == stored_text(wanted.subject),
                # Not LIKE: SQLite refuses long patterns, and takes A for a.
                func.instr(Event.data, quoted) > 0,
            )
        )
    if wanted.since is not None:
        query = query.where(Event.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(Event.at < wanted.until)
    return query


def entry_hash(event: ChainedEntry) -> str:
    """The hash over what an entry says and over the one before."""
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
