"""What can be done with an item once it is there: describe, revise, remove, restore."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.framework.schema import Framework
from app.intake.errors import ItemUnknown, RevisionUnchanged
from app.intake.filing import (
    Fields,
    add_revision,
    ensure_blobs,
    fields_of,
    merged_problems,
)
from app.intake.guess import GuessSource, outside_period
from app.intake.requests import Description, first_year_asked, normalised
from app.intake.single import take_one
from app.intake.stamps import today_of
from app.intake.uses import Uses
from app.isolation import Workers
from app.jobs import JobContext
from app.problems import Problem, ProblemKind, problem_of, stored_problem
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Attachment, EvidenceItem, ItemRevision, Placement
from models.base import new_id
from models.vocabulary import AttachmentRole

_FIELDS = ("title", "doc_number", "issuer", "doc_date")


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """Changes to an item's catalogue entry; None leaves a field as it is.

    A field that is given is thereby confirmed, also if it stays the same; ``confirm`` confirms
    every guess as it stands.
    """

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    doc_date: str | None = None
    copies: int | None = None
    remark: str | None = None
    confirm: bool = False


def edit_item(workspace: Workspace, item_id: str, edit: ItemEdit) -> None:
    """Change or confirm what the catalogue says about an item; its file stays as it is.

    Raises:
        ItemUnknown: there is no such item.
        DateNotUnderstood: the date is none.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    stated = normalised(
        Description(edit.title, edit.doc_number, edit.issuer, edit.doc_date), today_of(workspace)
    )
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        before = _described(revision)
        guesses = {} if edit.confirm else dict(revision.guesses)
        for name in _FIELDS:
            value = getattr(stated, name)
            if value is not None:
                setattr(revision, name, value)
                guesses.pop(name, None)
        revision.guesses = guesses
        if edit.copies is not None:
            revision.copies = max(1, edit.copies)
        if edit.remark is not None:
            revision.remark = edit.remark.strip()
        after = _described(revision)
        if before == after:
            return
        judge_period(work.session, item, workspace.facts.framework)
        changes = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
        touch(work, item)
        work.record("item.edited", item.id, changes=changes)
        work.commit()


def revise_item(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    path: Path,
    job: JobContext,
    description: Description | None = None,
) -> tuple[Problem, ...]:
    """Give an item a new version of its file; the old version is kept. Returns what is wrong.

    Confirmed fields stay, guesses give way to those of the new file. Parts of the item come
    along; a PDF printed from the old file does not. Reviews that rest on the item become stale.

    Raises:
        ItemUnknown: there is no such item.
        RevisionUnchanged: the content is that of the present version.
        ClassifiedRefused, FileUnreadable, DiskFull, WorkspaceReadOnly, Cancelled: see ``take_one``.
    """
    stated = normalised(description or Description(), today_of(workspace))
    with workspace.database.reading() as session:
        current(session, item_id)
    ready = take_one(workspace, workers, path, job)
    with workspace.database.writing() as work:
        item, old = current(work.session, item_id)
        if old.blob_sha256 == ready.original.sha256:
            raise RevisionUnchanged(ready.file_name)
        content = ready.original.sha256
        used_at = Uses(work.session, [content]).in_words(content)
        ensure_blobs(work, [ready])
        fields = _carried(old, fields_of(ready.guess, stated), stated)
        problems = merged_problems(ready.problems, None, used_at)
        new = add_revision(work, item, old.number + 1, ready, fields, problems)
        new.copies, new.remark, new.binding = old.copies, old.remark, dict(old.binding)
        for part in old.attachments:
            if part.role is AttachmentRole.ATTACHMENT:
                new.attachments.append(
                    Attachment(
                        id=new_id(),
                        position=part.position,
                        role=part.role,
                        blob_sha256=part.blob_sha256,
                        file_name=part.file_name,
                        problems=part.problems,
                    )
                )
        item.current_revision = new.number
        work.session.flush()
        judge_period(work.session, item, workspace.facts.framework)
        touch(work, item)
        work.record(
            "item.revised",
            item.id,
            revision=new.number,
            file_name=ready.file_name,
            sha256=ready.original.sha256,
            before=old.blob_sha256,
        )
        work.commit()
        return tuple(problem_of(problem) for problem in new.problems)


def remove_items(workspace: Workspace, item_ids: Iterable[str]) -> None:
    """Put items into the recycle bin; nothing is deleted. Raises ``ItemUnknown``."""
    _set_removed(workspace, item_ids, removed=True)


def restore_items(workspace: Workspace, item_ids: Iterable[str]) -> None:
    """Take items out of the recycle bin, back to where they were. Raises ``ItemUnknown``."""
    _set_removed(workspace, item_ids, removed=False)


def _set_removed(workspace: Workspace, item_ids: Iterable[str], *, removed: bool) -> None:
    with workspace.database.writing() as work:
        for item_id in item_ids:
            item, revision = current(work.session, item_id, removed_too=True)
            if (item.removed_at is not None) == removed:
                continue
            item.removed_at = work.now if removed else None
            touch(work, item)
            action = "item.removed" if removed else "item.restored"
            work.record(action, item.id, title=revision.title)
        work.commit()


def current(
    session: Session, item_id: str, *, removed_too: bool = False
) -> tuple[EvidenceItem, ItemRevision]:
    """An item and its current revision. Raises ``ItemUnknown``."""
    found = session.execute(
        select(EvidenceItem, ItemRevision)
        .join(ItemRevision, ItemRevision.item_id == EvidenceItem.id)
        .where(EvidenceItem.id == item_id, ItemRevision.number == EvidenceItem.current_revision)
    ).one_or_none()
    if found is None or (found[0].removed_at is not None and not removed_too):
        raise ItemUnknown(item_id)
    return found[0], found[1]


def touch(work: UnitOfWork, item: EvidenceItem) -> None:
    """Note that an item changed: its version grows."""
    item.version += 1
    item.changed_at = work.now


def judge_period(session: Session, item: EvidenceItem, framework: Framework) -> None:
    """Say anew whether the item is older than the points it is placed under ask for."""
    _, revision = current(session, item.id, removed_too=True)
    kept = [p for p in revision.problems if p["kind"] != ProblemKind.OUTSIDE_PERIOD.value]
    placements = session.scalars(
        select(Placement).where(Placement.item_id == item.id, Placement.removed_at.is_(None))
    )
    years = [
        first_year_asked(framework, place.indicator_code, place.method, place.point_number)
        for place in placements
    ]
    problem = outside_period(
        revision.doc_date, max((year for year in years if year is not None), default=None)
    )
    revision.problems = kept + ([stored_problem(problem)] if problem else [])


def _described(revision: ItemRevision) -> dict[str, Any]:
    shown = {name: getattr(revision, name) for name in (*_FIELDS, "copies", "remark")}
    return {**shown, "guessed": sorted(revision.guesses)}


#: A file's or folder's name says less than the document itself, and a new version is often called
#: 通知（改）2.docx.
_NAMES = frozenset({GuessSource.FILE_NAME.value, GuessSource.FOLDER_NAME.value})


def _carried(old: ItemRevision, new: Fields, stated: Description) -> Fields:
    """The fields of a new version: stated, else confirmed before, else guessed anew.

    A guess from a name does not replace what the document said.
    """
    values = {name: getattr(new, name) for name in _FIELDS}
    guesses = dict(new.guesses)
    for name in _FIELDS:
        before = getattr(old, name)
        confirmed = name not in old.guesses
        weaker = guesses.get(name) in _NAMES and old.guesses.get(name) not in _NAMES
        if getattr(stated, name) is not None or (values[name] and not before):
            continue
        if confirmed or weaker or not values[name]:
            values[name] = before
            guesses.pop(name, None)
            if name in old.guesses:
                guesses[name] = old.guesses[name]
    return Fields(guesses=guesses, **values)
