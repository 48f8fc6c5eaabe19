"""Who owns evidence: what a unit entered only the unit changes; the same for the office.

One guard watches every flush of a writing session, so that no way of changing evidence, old or
new, can pass it. Merging writes rows directly: it takes over what their owners say.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, UOWTransaction

from app.errors import NotOwnUnit, OwnedByOffice, OwnedByUnit
from models import (
    Attachment,
    CompletePoint,
    EvidenceItem,
    Figure,
    ItemRevision,
    NotApplicable,
    Placement,
    Unit,
    WorkspaceInfo,
)
from models.verification import ToolRow
from models.vocabulary import WorkspaceRole

_OFF = "juanzong_unguarded"

#: What says in its own row whose it is.
Owned = EvidenceItem | Placement | Figure | NotApplicable | CompletePoint | ToolRow


class Whose(StrEnum):
    """Who owns a row, seen from this side; a side may change only its own rows."""

    OWN = "own"
    UNIT = "unit"  # a unit entered it, and this is the creation office
    OFFICE = "office"  # the office entered it in the stead of the unit whose workspace this is

    @property
    def mine(self) -> bool:
        """True if this side may change it."""
        return self is Whose.OWN


def whose(*, by_office: bool, office: bool) -> Whose:
    """Who owns a row. Pure: ``by_office`` is the row's, ``office`` says whose workspace it is."""
    if by_office is office:
        return Whose.OWN
    return Whose.UNIT if office else Whose.OFFICE


def refusal(of: Whose) -> type[OwnedByUnit | OwnedByOffice] | None:
    """What a change of such a row is refused with; None if it is not."""
    return {Whose.OWN: None, Whose.UNIT: OwnedByUnit, Whose.OFFICE: OwnedByOffice}[of]


def whose_by(session: Session) -> Mapping[bool, Whose]:
    """Who owns a row of this workspace, for each value of ``by_office``."""
    office = is_office(session)
    return {entered: whose(by_office=entered, office=office) for entered in (False, True)}


def is_office(session: Session) -> bool:
    """True in the creation office's workspace; True also while there is none yet."""
    with session.no_autoflush:
        return session.scalar(select(WorkspaceInfo.role)) is not WorkspaceRole.UNIT


def owns(session: Session, row: Owned) -> bool:
    """True if what is in the row was entered by this side."""
    return whose(by_office=row.by_office, office=is_office(session)).mine


@contextmanager
def unguarded(session: Session) -> Iterator[None]:
    """Let rows of the other side be adapted, for what both sides do alike (a new indicator set)."""
    session.info[_OFF] = True
    try:
        yield
        session.flush()
    finally:
        session.info.pop(_OFF)


def guard(session: Session, _transaction: UOWTransaction, _instances: object) -> None:
    """Refuse a flush that would change what the other side owns.

    Raises:
        OwnedByUnit: the creation office would change what a unit entered.
        OwnedByOffice: a unit would change what the creation office entered in its stead.
        NotOwnUnit: a unit would enter something for another one.
    """
    if _OFF in session.info:
        return
    changed = [o for o in (*session.dirty, *session.deleted) if _is_evidence(o)]
    changed = [o for o in changed if o in session.deleted or session.is_modified(o)]
    added = [o for o in session.new if isinstance(o, Owned)]
    if not changed and not added:
        return
    with session.no_autoflush:
        office = is_office(session)
        for row in changed:
            owner = _owner(session, row)
            if owner is None:
                continue
            error = refusal(whose(by_office=owner.by_office, office=office))
            if error is not None:
                raise error(_title(session, owner))
        if added and not office:
            _refuse_other_units(session, {row.unit_id for row in added})


def _refuse_other_units(session: Session, units: set[str]) -> None:
    own = session.scalar(select(WorkspaceInfo.unit_id))
    for unit_id in units - {own}:
        name = session.scalar(select(Unit.name).where(Unit.id == unit_id)) or ""
        raise NotOwnUnit(name, session.scalar(select(Unit.name).where(Unit.id == own)) or "")


def _is_evidence(row: object) -> bool:
    return isinstance(row, Owned | ItemRevision | Attachment)


def _owner(session: Session, row: object) -> Owned | None:
    """The row that says whose ``row`` is; None for one that nothing owns yet."""
    if isinstance(row, Owned):
        return row
    if isinstance(row, Attachment):
        row = session.get(ItemRevision, row.revision_id)
    if isinstance(row, ItemRevision):
        return session.get(EvidenceItem, row.item_id)
    return None


def _title(session: Session, owner: Owned) -> str:
    if isinstance(owner, Figure):
        return owner.threshold
    if isinstance(owner, NotApplicable):
        return owner.reason
    if isinstance(owner, CompletePoint):
        return f"{owner.indicator_code}/{owner.task_code}/{owner.point_number}"
    if isinstance(owner, ToolRow):
        return owner.title
    item_id = owner.id if isinstance(owner, EvidenceItem) else owner.item_id
    query = (
        select(ItemRevision.title)
        .where(ItemRevision.item_id == item_id)
        .order_by(ItemRevision.number.desc())
        .limit(1)
    )
    return session.scalar(query) or ""
