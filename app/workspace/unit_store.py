"""Units and groups between the database and the value that pure functions use."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.unit_of_work import UnitOfWork
from app.workspace.registry import set_group
from app.workspace.unit_state import (
    GroupState,
    RegistryState,
    UnitChangeKind,
    UnitState,
    changes_between,
)
from models import Setting, Unit, UnitAlias, UnitGroup

_CONTACTS = "unit_contacts"

_ACTIONS = {
    UnitChangeKind.ADDED: "unit.added",
    UnitChangeKind.RENAMED: "unit.renamed",
    UnitChangeKind.ALIAS_ADDED: "unit.alias_added",
    UnitChangeKind.ALIAS_REMOVED: "unit.alias_removed",
    UnitChangeKind.CONTACT: "unit.contact_changed",
    UnitChangeKind.RETIRED: "unit.retired",
    UnitChangeKind.REVIVED: "unit.revived",
    UnitChangeKind.JOINED: "group.joined",
    UnitChangeKind.LEFT: "group.left",
    UnitChangeKind.REORDERED: "group.reordered",
}


def read_state(session: Session) -> RegistryState:
    """Read all units, retired ones included, and all groups."""
    units = session.scalars(select(Unit).options(selectinload(Unit.aliases)))
    groups = session.scalars(select(UnitGroup).options(selectinload(UnitGroup.members)))
    contacts = _contacts(session)
    return RegistryState(
        tuple(_unit(row, contacts.get(row.id, {})) for row in units),
        tuple(GroupState(g.code, g.name, tuple(m.unit_id for m in g.members)) for g in groups),
    )


def write_state(work: UnitOfWork, before: RegistryState, after: RegistryState) -> None:
    """Store what differs, with a log entry for each change."""
    old = {u.id: u for u in before.units}
    touched = [u for u in after.units if old.get(u.id) != u]
    for unit in touched:
        if unit.id not in old:
            work.session.add(Unit(id=unit.id, name=unit.name))
    work.session.flush()
    _rename(work.session, touched)
    for unit in touched:
        row = work.session.get_one(Unit, unit.id)
        row.retired_at = unit.retired_at
        row.aliases = [UnitAlias(name=alias) for alias in unit.aliases]
    work.session.flush()
    _store_contacts(work.session, touched)
    members = {g.code: g.members for g in before.groups}
    for group in after.groups:
        if members.get(group.code) != group.members:
            set_group(work.session, group.code, group.members)
    for change in changes_between(before, after):
        work.record(_ACTIONS[change.kind], change.name, detail=change.detail)


def _rename(session: Session, units: list[UnitState]) -> None:
    """Give names and aliases up before they are taken, because names may change hands."""
    for unit in units:
        row = session.get_one(Unit, unit.id)
        if row.name != unit.name:
            row.name = unit.id
        row.aliases = []
    session.flush()
    for unit in units:
        session.get_one(Unit, unit.id).name = unit.name
    session.flush()


def _unit(row: Unit, contact: dict[str, str]) -> UnitState:
    return UnitState(
        row.id,
        row.name,
        tuple(a.name for a in row.aliases),
        contact.get("name", ""),
        contact.get("phone", ""),
        row.retired_at,
    )


def _contacts(session: Session) -> dict[str, dict[str, str]]:
    stored = session.get(Setting, _CONTACTS)
    return dict(stored.value) if stored else {}


def _store_contacts(session: Session, units: list[UnitState]) -> None:
    before = _contacts(session)
    after = dict(before)
    for unit in units:
        after.pop(unit.id, None)
        if unit.contact or unit.phone:
            after[unit.id] = {"name": unit.contact, "phone": unit.phone}
    if after == before:
        return
    stored = session.get(Setting, _CONTACTS)
    if stored is None:
        session.add(Setting(key=_CONTACTS, value=after))
    else:
        stored.value = after
