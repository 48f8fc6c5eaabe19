"""What can be done with an item that is there: describe, revise, remove, restore."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evidence.descriptions import Description, normalised
from app.evidence.errors import ItemUnknown
from app.evidence.places import first_year_asked
from app.evidence.successors import to_change
from app.framework.schema import Framework
from app.guessing.guess import outside_period
from app.problems import ProblemKind, stored_problem
from app.unit_of_work import UnitOfWork
from app.web_origin import ORIGIN_FIELDS, UNCHANGED, OriginEdit, WebOrigin, missing_origin
from app.workspace.opening import Workspace
from models import EvidenceItem, ItemRevision, Placement

#: The fields of the catalogue that may be guessed; those of the origin may be, too.
FIELDS = ("title", "doc_number", "issuer", "doc_date")
_GUESSED = (*FIELDS, *ORIGIN_FIELDS)
_KEPT = (*FIELDS, "copies", "remark", "reason")
#: Problems that depend on where an item lies and what is said of it, not on its file.
_JUDGED = frozenset(
    {
        ProblemKind.OUTSIDE_PERIOD.value,
        ProblemKind.ADDRESS_MISSING.value,
        ProblemKind.LOOKUP_TIME_MISSING.value,
    }
)


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """Changes to an item's catalogue entry; None leaves a field as it is.

    A field that is given is thereby confirmed, also if it stays the same; ``confirm`` confirms
    every guess as it stands, except those of the fields ``unsure``. ``reason`` says why the item
    changed, for whoever judges it.
    """

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    doc_date: str | None = None
    copies: int | None = None
    remark: str | None = None
    confirm: bool = False
    unsure: frozenset[str] = frozenset()
    reason: str | None = None
    origin: OriginEdit = UNCHANGED


@dataclass(frozen=True, slots=True)
class DescriptionState:
    """What the catalogue says about an item; ``guesses`` has the source of each guessed field."""

    values: Mapping[str, Any]
    guesses: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that was carried out: the entry before and after it."""

    before: DescriptionState
    after: DescriptionState

    @property
    def reverse(self) -> "Edited":
        """The edit that takes this one back."""
        return Edited(self.after, self.before)


def edit_item(workspace: Workspace, item_id: str, edit: ItemEdit) -> Edited:
    """Change or confirm what the catalogue says about an item; its file stays as it is.

    What is returned takes the edit back with ``put_entry``, marks of guessing and all.

    Raises:
        ItemUnknown: there is no such item.
        DateNotUnderstood: the date is none.
        AddressNotUnderstood: the address is none of the web.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        return _committed(work, edit_within(work, workspace, item_id, edit))


def edit_within(work: UnitOfWork, workspace: Workspace, item_id: str, edit: ItemEdit) -> Edited:
    """Change an entry within a unit of work; see ``edit_item``."""
    stated = normalised(
        Description(edit.title, edit.doc_number, edit.issuer, edit.doc_date, edit.origin),
        workspace.today(),
    )
    item, revision = current(work.session, item_id)
    revision = to_change(work, item, revision)
    before = _entry_of(revision)
    guesses = {
        name: source
        for name, source in revision.guesses.items()
        if not edit.confirm or name in edit.unsure
    }
    for name in FIELDS:
        value = getattr(stated, name)
        if value is not None:
            setattr(revision, name, value)
            guesses.pop(name, None)
    if edit.origin != UNCHANGED:
        origin = stated.origin.applied(WebOrigin.of_stored(revision.origin))
        revision.origin = origin.stored()
        guesses = {k: v for k, v in guesses.items() if k not in stated.origin.stated()}
    revision.guesses = guesses
    if edit.copies is not None:
        revision.copies = max(1, edit.copies)
    if edit.remark is not None:
        revision.remark = edit.remark.strip()
    if edit.reason is not None:
        revision.reason = edit.reason.strip()
    return _edited(work, workspace, item, before)


def put_entry(workspace: Workspace, item_id: str, edited: Edited) -> Edited:
    """Let an item's fields be as they are after ``edited``; fields that it left alone stay.

    To take an edit back, its ``reverse`` is given.

    Raises:
        ItemUnknown: there is no such item.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        return _committed(work, put_within(work, workspace, item_id, edited))


def put_within(work: UnitOfWork, workspace: Workspace, item_id: str, edited: Edited) -> Edited:
    """Put an entry within a unit of work; see ``put_entry``."""
    item, revision = current(work.session, item_id)
    revision = to_change(work, item, revision)
    before = _entry_of(revision)
    guesses = dict(revision.guesses)
    for name in _KEPT:
        if edited.before.values[name] != edited.after.values[name]:
            setattr(revision, name, edited.after.values[name])
    origin = {
        name: edited.after.values[name]
        for name in ORIGIN_FIELDS
        if edited.before.values[name] != edited.after.values[name]
    }
    revision.origin = WebOrigin.of_stored({**revision.origin, **origin}).stored()
    for name in _GUESSED:
        source = edited.after.guesses.get(name)
        if edited.before.guesses.get(name) != source:
            guesses.pop(name, None)
            if source is not None:
                guesses[name] = source
    revision.guesses = guesses
    return _edited(work, workspace, item, before)


def _edited(
    work: UnitOfWork, workspace: Workspace, item: EvidenceItem, before: DescriptionState
) -> Edited:
    """Note what was changed; does nothing if nothing was."""
    _, revision = current(work.session, item.id)
    after = _entry_of(revision)
    if before == after:
        return Edited(before, after)
    judge_places(work.session, item, workspace.facts.framework)
    was, now = _logged(before), _logged(after)
    changes = {key: [was[key], now[key]] for key in now if was[key] != now[key]}
    touch(work, item)
    # What a unit answers to a return is no description.
    action = "item.answered" if set(changes) == {"reason"} else "item.edited"
    work.record(action, item.id, changes=changes)
    return Edited(before, after)


def _committed(work: UnitOfWork, edited: Edited) -> Edited:
    if edited.before != edited.after:
        work.commit()
    return edited


def remove_items(workspace: Workspace, item_ids: Iterable[str]) -> None:
    """Put items into the recycle bin; nothing is deleted. Raises ``ItemUnknown``."""
    with workspace.database.writing() as work:
        set_removed(work, item_ids, removed=True)
        work.commit()


def restore_items(workspace: Workspace, item_ids: Iterable[str]) -> None:
    """Take items out of the recycle bin, back to where they were. Raises ``ItemUnknown``."""
    with workspace.database.writing() as work:
        set_removed(work, item_ids, removed=False)
        work.commit()


def set_removed(work: UnitOfWork, item_ids: Iterable[str], *, removed: bool) -> None:
    """Put items into the recycle bin or take them out, within a unit of work."""
    for item_id in item_ids:
        item, revision = current(work.session, item_id, removed_too=True)
        if (item.removed_at is not None) == removed:
            continue
        item.removed_at = work.now if removed else None
        touch(work, item)
        action = "item.removed" if removed else "item.restored"
        work.record(action, item.id, title=revision.title)


def current(
    session: Session, item_id: str, *, removed_too: bool = False
) -> tuple[EvidenceItem, ItemRevision]:
    """An item and its current revision. Raises ``ItemUnknown``."""
    found = session.execute(
        select(EvidenceItem, ItemRevision)
        .join(EvidenceItem.current)
        .where(EvidenceItem.id == item_id)
    ).one_or_none()
    if found is None or (found[0].removed_at is not None and not removed_too):
        raise ItemUnknown(item_id)
    return found[0], found[1]


def touch(work: UnitOfWork, item: EvidenceItem) -> None:
    """Note that an item changed: its version grows."""
    item.version += 1
    item.changed_at = work.now


def judge_places(session: Session, item: EvidenceItem, framework: Framework) -> None:
    """Check again what the places of an item ask for: its years, and where it was seen."""
    _, revision = current(session, item.id, removed_too=True)
    kept = [p for p in revision.problems if p["kind"] not in _JUDGED]
    placements = session.scalars(
        select(Placement).where(Placement.item_id == item.id, Placement.removed_at.is_(None))
    ).all()
    years = [
        first_year_asked(framework, place.indicator_code, place.task_code, place.point_number)
        for place in placements
    ]
    problem = outside_period(
        revision.doc_date, max((year for year in years if year is not None), default=None)
    )
    methods = {framework.method_of(place.indicator_code, place.task_code) for place in placements}
    missing = missing_origin(WebOrigin.of_stored(revision.origin), methods)
    found = [problem, *missing] if problem else missing
    revision.problems = kept + [stored_problem(one) for one in found]


def _entry_of(revision: ItemRevision) -> DescriptionState:
    values = {name: getattr(revision, name) for name in _KEPT}
    values |= {name: revision.origin.get(name, "") for name in ORIGIN_FIELDS}
    return DescriptionState(values, dict(revision.guesses))


def _logged(entry: DescriptionState) -> dict[str, Any]:
    return {**entry.values, "guessed": sorted(entry.guesses)}
