"""网络检索记录: what a person looked up on the web, and what was found. Nothing is fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.framework.keys import SlotKey
from app.methods.errors import DayNotPossible, NoteField, NoteIncomplete, NoteTooLong, NoteUnknown
from app.methods.slots import Slot, find_slot
from app.names.methods import VALUES
from app.sheets.content import NoteLine
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from app.workspace.access import is_office
from app.workspace.opening import Workspace
from models import Unit
from models.methods import LookupResult as LookupResult
from models.methods import WebLookup

METHOD = "web_check"
#: The results by their words.
RESULT_NAMES = {result: VALUES["web_lookups"][result] for result in LookupResult}
#: What packages take: years of a day, characters of a line.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a person says of one look-up; ``looked_up_on`` is an ISO day."""

    address: str
    sought: str
    looked_up_on: str
    looked_up_by: str
    result: LookupResult
    note: str = ""


@dataclass(frozen=True, slots=True)
class LookupRow:
    """A look-up as it is stored, and where; ``by_office``: entered in the unit's stead."""

    id: str
    slot: Slot
    by_office: bool
    said: Lookup


def add_lookup(workspace: Workspace, slot: Slot, said: Lookup) -> str:
    """Note a look-up of a unit; in the office's workspace in the unit's stead. Returns its id.

    Raises:
        IndicatorUnknown, MethodNotRequired, UnitUnknown, NotResponsible, UnitOnly, ToolNotOffered:
            see ``find_slot``.
        NoteIncomplete, NoteTooLong, DayNotPossible: it says too little or too much.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    slot, unit_id = find_slot(workspace, slot, METHOD)
    said = _cleaned(said)
    with workspace.database.writing() as work:
        row = WebLookup(
            indicator_code=slot.indicator,
            task_code=slot.task_code,
            unit_id=unit_id,
            by_office=is_office(workspace),
            version=0,
        )
        work.session.add(row)
        _put(work, row, said)
        _record(work, "added", row, slot.unit)
        work.commit()
        return row.id


def alter_lookup(workspace: Workspace, lookup: str, said: Lookup) -> Lookup:
    """Say something else of a look-up; returns what was said before.

    Raises:
        NoteUnknown: there is none with this id.
        OwnedByUnit, OwnedByOffice: the other side entered it.
        NoteIncomplete, NoteTooLong, DayNotPossible, WorkspaceReadOnly: see ``add_lookup``.
    """
    said = _cleaned(said)
    with workspace.database.writing() as work:
        row = _demanded(work, lookup)
        before = _said(row)
        if before != said:
            _put(work, row, said)
            _record(work, "altered", row)
            work.commit()
        return before


def withdraw_lookup(workspace: Workspace, lookup: str) -> None:
    """Take a look-up back; the row stays, so that packages take it back everywhere.

    Raises: see ``alter_lookup``.
    """
    with workspace.database.writing() as work:
        row = _demanded(work, lookup)
        if row.removed_at is None:
            row.removed_at = work.now
            _grown(work, row)
            _record(work, "withdrawn", row)
            work.commit()


def restore_lookup(workspace: Workspace, lookup: str) -> None:
    """Bring back a look-up that was taken back. Raises: see ``alter_lookup``."""
    with workspace.database.writing() as work:
        row = _demanded(work, lookup)
        if row.removed_at is not None:
            row.removed_at = None
            _grown(work, row)
            _record(work, "restored", row)
            work.commit()


def read_lookups(session: Session) -> tuple[LookupRow, ...]:
    """Every look-up that was not taken back, by day."""
    query = (
        select(WebLookup, Unit.name)
        .join(Unit, Unit.id == WebLookup.unit_id)
        .where(WebLookup.removed_at.is_(None))
        .order_by(WebLookup.looked_up_on, WebLookup.id)
    )
    return tuple(
        LookupRow(row.id, Slot(unit, row.indicator_code, row.task_code), row.by_office, _said(row))
        for row, unit in session.execute(query)
    )


def read_lookup(session: Session, lookup: str) -> LookupRow:
    """One look-up that was not taken back. Raises ``NoteUnknown``."""
    found = next((row for row in read_lookups(session) if row.id == lookup), None)
    if found is None:
        raise NoteUnknown(lookup)
    return found


def sheet_lines(session: Session) -> Iterator[NoteLine]:
    """The look-ups as a dossier's sheet has them."""
    for row in read_lookups(session):
        said, slot = row.said, row.slot
        cells = (
            said.address,
            said.sought,
            said.looked_up_on,
            said.looked_up_by,
            RESULT_NAMES[said.result],
            said.note,
        )
        yield NoteLine(slot.indicator, slot.task_code, slot.unit, cells)


def _cleaned(said: Lookup) -> Lookup:
    """What was said, in single lines; all but the last one must say something."""
    found = replace(
        said,
        address=_line(said.address),
        sought=_line(said.sought),
        looked_up_by=_line(said.looked_up_by),
        note=_line(said.note),
    )
    for name in ("address", "sought", "looked_up_by"):
        if not getattr(found, name):
            raise NoteIncomplete(NoteField(name))
    for name in ("address", "sought", "looked_up_by", "note"):
        if len(getattr(found, name)) > _LONGEST:
            raise NoteTooLong(NoteField(name), _LONGEST)
    text = _line(said.looked_up_on)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise DayNotPossible(text) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DayNotPossible(text)
    return replace(found, looked_up_on=day.isoformat())


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _said(row: WebLookup) -> Lookup:
    result = LookupResult(row.result)
    return Lookup(row.address, row.sought, row.looked_up_on, row.looked_up_by, result, row.note)


def _put(work: UnitOfWork, row: WebLookup, said: Lookup) -> None:
    row.address, row.sought, row.note = said.address, said.sought, said.note
    row.looked_up_on, row.looked_up_by = said.looked_up_on, said.looked_up_by
    row.result = said.result.value
    _grown(work, row)


def _grown(work: UnitOfWork, row: WebLookup) -> None:
    row.version += 1
    row.changed_at = work.now
    work.session.flush()


def _demanded(work: UnitOfWork, lookup: str) -> WebLookup:
    row = work.session.get(WebLookup, lookup)
    if row is None:
        raise NoteUnknown(lookup)
    return row


def _record(work: UnitOfWork, done: str, row: WebLookup, unit: str = "") -> None:
    place = SlotKey(row.indicator_code, row.task_code, row.unit_id)
    name = unit or work.session.scalar(select(Unit.name).where(Unit.id == row.unit_id)) or ""
    work.record(
        f"noted.web_lookup_{done}",
        str(place),
        unit=name,
        indicator=row.indicator_code,
        lookup=row.id,
        note=row.sought,
        address=row.address,
        on=row.looked_up_on,
        by=row.looked_up_by,
        result=row.result,
        remark=row.note,
    )
