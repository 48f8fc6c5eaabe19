"""The people who work in a workspace, and who uses it now."""

import unicodedata
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.computer_user import current_user
from app.errors import NamedThing
from app.identity.errors import PersonUnknown
from app.naming import demand_line, demand_name
from app.unit_of_work import Database, UnitOfWork
from models import Person, Setting

#: Who sat here last, by the name under which they were logged in at the computer.
_SITTING = "people.sitting"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works here."""

    id: str
    name: str
    duty: str
    phone: str
    retired: bool


def list_people(session: Session, *, with_retired: bool = False) -> tuple[PersonRow, ...]:
    """Everybody who works here, in the order in which they were registered."""
    rows = session.scalars(select(Person).order_by(Person.created_at, Person.id))
    people = (PersonRow(p.id, p.name, p.duty, p.phone, p.retired_at is not None) for p in rows)
    return tuple(p for p in people if with_retired or not p.retired)


def find_person(session: Session, name: str) -> PersonRow:
    """The one person of this name or id.

    Raises:
        PersonUnknown: there is none, or more than one.
    """
    people = list_people(session)
    wanted = unicodedata.normalize("NFC", name).strip()
    found = [p for p in people if wanted in {p.name, p.id}]
    if len(found) != 1:
        raise PersonUnknown(name, tuple(p.name for p in people))
    return found[0]


def add_person(work: UnitOfWork, name: str, duty: str = "", phone: str = "") -> str:
    """Register somebody; returns the id.

    Raises:
        NameUnfit: nobody can be called so, or duty or telephone number are too long.
    """
    person = Person(
        name=demand_name(name, NamedThing.PERSON),
        duty=demand_line(duty, NamedThing.DUTY),
        phone=demand_line(phone, NamedThing.CONTACT),
        created_at=work.now,
    )
    work.session.add(person)
    work.session.flush()
    work.record("person.added", person.id, name=person.name, duty=person.duty)
    return person.id


def edit_person(work: UnitOfWork, person_id: str, name: str, duty: str, phone: str) -> None:
    """Correct a name, duty or telephone number; the log keeps the earlier name.

    Raises:
        PersonUnknown: nobody has this id.
        NameUnfit: nobody can be called so, or duty or telephone number are too long.
    """
    person = _person(work, person_id)
    before = person.name
    if name.strip() != before:  # one of an earlier version may stay
        person.name = demand_name(name, NamedThing.PERSON)
    person.duty = demand_line(duty, NamedThing.DUTY)
    person.phone = demand_line(phone, NamedThing.CONTACT)
    work.record("person.changed", person_id, before=before, name=person.name, duty=person.duty)


def retire_person(work: UnitOfWork, person_id: str) -> None:
    """Somebody works here no longer.

    Raises:
        PersonUnknown: nobody has this id.
    """
    person = _person(work, person_id)
    person.retired_at = work.now
    work.record("person.retired", person_id, name=person.name)


def sit_down(database: Database, name: str) -> PersonRow:
    """From now on the log names this person (by name or id), also at the next start.

    It is remembered for the user who is logged in at the computer.

    Raises:
        PersonUnknown: nobody, or several, have this name.
    """
    user = current_user()
    with database.reading() as session:
        person = find_person(session, name)
        known = _last_sitting(session, user)
    if not database.read_only and known != person:
        with database.writing() as work:
            _remember_sitting(work, user, person.id)
            work.commit()
    database.actor = person.name
    return person


def resume_sitting(database: Database) -> PersonRow | None:
    """Continue with the person who worked here last under this user of the computer."""
    with database.reading() as session:
        person = _last_sitting(session, current_user())
    if person is not None:
        database.actor = person.name
    return person


def _remember_sitting(work: UnitOfWork, user: str, person_id: str) -> None:
    stored = work.session.get(Setting, _SITTING)
    if stored is None:
        work.session.add(Setting(key=_SITTING, value={user: person_id}))
    else:
        stored.value = {**stored.value, user: person_id}


def _last_sitting(session: Session, user: str) -> PersonRow | None:
    stored = session.get(Setting, _SITTING)
    if stored is None:
        return None
    return next((p for p in list_people(session) if p.id == stored.value.get(user)), None)


def _person(work: UnitOfWork, person_id: str) -> Person:
    person = work.session.get(Person, person_id)
    if person is None:
        known = tuple(p.name for p in list_people(work.session))
        raise PersonUnknown(person_id, known)
    return person
