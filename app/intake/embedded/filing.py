"""Embedded files become parts of their item, or items at the same place.

The finding that told of them is settled by that, or tells only of those that are left.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DiskFull, FileUnreadable, WorkspaceReadOnly
from app.evidence.descriptions import Description
from app.evidence.errors import PlacementUnknown
from app.evidence.filing import FiledItem, ItemToFile, ReadyFile, ensure_blobs, file_items
from app.evidence.items import current, set_removed, touch
from app.evidence.lookalikes import note_lookalikes
from app.evidence.placements import live_placement
from app.evidence.places import Place, first_year_asked
from app.evidence.second_files import SecondFile, append_part, remove_part
from app.findings.taking_out import TOLD_BY
from app.intake.embedded.findings import Fate, settled
from app.intake.embedded.listing import Embedded, LaidOut, bound_beside, laid_out
from app.intake.errors import (
    ClassifiedRefused,
    EmbeddedNotTakenOut,
    EmbeddedUnknown,
    NotTakenIn,
    SecrecyDoubtful,
)
from app.intake.parts.enclosures import Enclosure, look_at, store
from app.intake.parts.mails import add_mail_parts, with_mail_parts
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.isolation import Workers
from app.jobs import Cancelled, JobContext
from app.ownership import is_office, refusal, whose
from app.problems import problem_of, stored_problem
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Attachment, EvidenceItem, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole

_TOLD_BY = frozenset(kind.value for kind in TOLD_BY)
_Stored = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HostFindings:
    """What was told of the files embedded in one file, before they were taken out and after."""

    sha256: str
    before: tuple[_Stored, ...]
    after: tuple[_Stored, ...]


@dataclass(frozen=True, slots=True)
class EmbeddedChange:
    """What taking out did to an item, so that it can be taken back and done again."""

    item_id: str
    parts: tuple[SecondFile, ...] = ()
    items: tuple[str, ...] = ()
    findings: tuple[HostFindings, ...] = ()

    @property
    def empty(self) -> bool:
        """True if nothing was changed."""
        return not (self.parts or self.items or self.findings)


@dataclass(frozen=True, slots=True)
class _Ready:
    """An embedded file with its outcome so far; ``file`` is None if it will not be entered."""

    outcome: AttachOutcome
    file: ReadyFile | None = None


def file_embedded(
    workspace: Workspace,
    workers: Workers,
    item_id: str,
    job: JobContext,
    chosen: Collection[int] | None = None,
    *,
    separate: bool = False,
    placement_id: str | None = None,
) -> tuple[AttachReport, EmbeddedChange]:
    """Make embedded files parts of their item, or (``separate``) items at the same place.

    ``chosen`` are their numbers (see ``Embedded``); None: all. Each is looked at like any file
    that is added, and one with a mark of secrecy is refused. All are entered in one transaction
    with what becomes of the finding; the attachments of mails among them follow. ``placement_id``
    names the item's place that separate items go to; without it, that is the first.

    Raises:
        ItemUnknown, PlacementUnknown: there is no such item, or it lies nowhere.
        EmbeddedUnknown: there is no such embedded file, or none at all.
        EmbeddedUnreadable: a file could not be looked through; nothing was entered.
        OwnedByUnit, OwnedByOffice: the item is the other side's; nothing was entered.
        DiskFull, WorkspaceReadOnly, Cancelled: nothing was entered.
    """
    _refuse_what_cannot_be_written(workspace, item_id)
    with laid_out(workspace, workers, item_id, job) as laid:
        told = [one.told for one in laid]
        wanted = [one for one in laid if chosen is None or one.told.number in chosen]
        if not wanted or (chosen is not None and len(wanted) < len(set(chosen))):
            raise EmbeddedUnknown(tuple(one.name for one in told))
        ready = _looked_at(workspace, workers, wanted, job)
        with workspace.database.writing() as work:
            item, revision = current(work.session, item_id)
            if separate:
                place = _place(work.session, workspace, item, placement_id)
                outcomes, change = _enter_items(workspace, work, item, place, ready)
            else:
                outcomes, change = _enter_parts(work, item, revision, ready)
            work.session.flush()
            change = replace(change, findings=_settle(work, item, revision, told))
            if not change.empty:
                touch(work, item)
                work.commit()
    return _with_mail_parts(workspace, workers, outcomes, change, job)


def put_embedded_back(workspace: Workspace, change: EmbeddedChange) -> None:
    """Take away again what taking out added; the findings are as they were before.

    Raises:
        ItemUnknown: the item is gone.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        item, revision = current(work.session, change.item_id)
        for file in reversed(change.parts):
            remove_part(work, item, revision, file)
        set_removed(work, change.items, removed=True)
        for one in change.findings:
            _put_findings(work, revision, one.sha256, one.before)
        touch(work, item)
        work.commit()


def take_embedded_again(workspace: Workspace, change: EmbeddedChange) -> None:
    """Do again what was taken back. Raises as ``put_embedded_back``."""
    with workspace.database.writing() as work:
        item, revision = current(work.session, change.item_id)
        for file in change.parts:
            append_part(work, item, revision, file, AttachmentRole.ATTACHMENT)
        set_removed(work, change.items, removed=False)
        for one in change.findings:
            _put_findings(work, revision, one.sha256, one.after)
        touch(work, item)
        work.commit()


def _refuse_what_cannot_be_written(workspace: Workspace, item_id: str) -> None:
    """Check before any original is stored; it is checked again when writing."""
    if workspace.database.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)
    with workspace.database.reading() as session:
        item, revision = current(session, item_id)
        error = refusal(whose(by_office=item.by_office, office=is_office(session)))
        if error is not None:
            raise error(revision.title)


# --- looking at them -----------------------------------------------------------------------------


def _looked_at(
    workspace: Workspace, workers: Workers, wanted: Sequence[LaidOut], job: JobContext
) -> list[_Ready]:
    """Look at the files and store the originals of those that may be entered."""
    files = [Enclosure(one.path, one.told.name) for one in wanted if one.path is not None]
    looked = iter(list(zip(files, look_at(workspace, workers, files, job), strict=True)))
    ready: list[_Ready] = []
    for one in wanted:
        name = one.told.name
        outcome = AttachOutcome(
            f"{one.told.host_name}/{name}",
            workspace.originals.path(one.told.host),
            AttachState.FAILED,
            sha256=one.told.sha256,
        )
        if one.path is None:
            ready.append(_Ready(replace(outcome, error=EmbeddedNotTakenOut(name))))
            continue
        file, found = next(looked)
        if found.classified:
            error = ClassifiedRefused(name, found.classified)
            refused = replace(outcome, state=AttachState.REFUSED, error=error, sha256="")
            ready.append(_Ready(refused))
        elif problem := found.not_evidence:
            unfit = NotTakenIn(name, problem)
            ready.append(_Ready(replace(outcome, error=unfit, problems=(problem,), sha256="")))
        elif found.doubtful:
            doubt = SecrecyDoubtful(name, found.doubtful)
            undecided = replace(outcome, state=AttachState.UNDECIDED, error=doubt, sha256="")
            ready.append(_Ready(undecided))
        else:
            ready.append(_Ready(outcome, store(workspace, file, found, job)))
    return ready


# --- entering them -------------------------------------------------------------------------------


def _enter_parts(
    work: UnitOfWork, item: EvidenceItem, revision: ItemRevision, ready: Sequence[_Ready]
) -> tuple[list[AttachOutcome], EmbeddedChange]:
    ensure_blobs(work, [one.file for one in ready if one.file is not None])
    known = {
        part.blob_sha256 for part in revision.attachments if part.role is AttachmentRole.ATTACHMENT
    }
    outcomes: list[AttachOutcome] = []
    parts: list[SecondFile] = []
    for one in ready:
        outcome = one.outcome
        if one.file is not None:
            outcome = replace(
                outcome, state=AttachState.PRESENT, item_id=item.id, title=revision.title
            )
            content = one.file.original.sha256
            if content not in known:
                known.add(content)
                stored = tuple(stored_problem(problem) for problem in one.file.problems)
                part = SecondFile(content, one.file.file_name, stored)
                append_part(work, item, revision, part, AttachmentRole.ATTACHMENT)
                parts.append(part)
                outcome = replace(outcome, state=AttachState.PART, problems=one.file.problems)
        outcomes.append(outcome)
    work.session.flush()
    note_lookalikes(work, {item.id: {part.sha256 for part in parts}})
    return outcomes, EmbeddedChange(item.id, parts=tuple(parts))


def _enter_items(
    workspace: Workspace,
    work: UnitOfWork,
    item: EvidenceItem,
    place: Place,
    ready: Sequence[_Ready],
) -> tuple[list[AttachOutcome], EmbeddedChange]:
    filings = [ItemToFile(one.file, place, Description()) for one in ready if one.file is not None]
    found = file_items(work, workspace.facts.framework, filings)
    filed = iter(list(zip(filings, found, strict=True)))
    outcomes: list[AttachOutcome] = []
    items: list[str] = []
    for one in ready:
        outcome = one.outcome
        if one.file is not None:
            filing, entered = next(filed)
            outcome = replace(outcome, item_id=entered.item_id, title=entered.title)
            if isinstance(entered, FiledItem):
                items.append(entered.item_id)
                outcome = replace(
                    outcome,
                    state=AttachState.ADDED,
                    problems=entered.problems,
                    used_at=entered.used_at,
                )
            else:
                outcome = replace(outcome, state=AttachState.PRESENT, filing=filing)
        outcomes.append(outcome)
    return outcomes, EmbeddedChange(item.id, items=tuple(items))


def _place(
    session: Session, workspace: Workspace, item: EvidenceItem, placement_id: str | None
) -> Place:
    """The place of an item that is named, or its first one."""
    if placement_id is None:
        placement_id = session.scalar(
            select(Placement.id)
            .where(Placement.item_id == item.id, Placement.removed_at.is_(None))
            .order_by(Placement.created_at, Placement.id)
            .limit(1)
        )
    placement = live_placement(session, placement_id or "")
    if placement.item_id != item.id:
        raise PlacementUnknown(placement.id)
    unit = session.get_one(Unit, placement.unit_id)
    code, task_code, point = placement.indicator_code, placement.task_code, placement.point_number
    since = first_year_asked(workspace.facts.framework, code, task_code, point)
    return Place(code, task_code, point, unit.id, unit.name, since)


def _with_mail_parts(
    workspace: Workspace,
    workers: Workers,
    outcomes: list[AttachOutcome],
    change: EmbeddedChange,
    job: JobContext,
) -> tuple[AttachReport, EmbeddedChange]:
    """Add what mails among the files bring along.

    Whatever goes wrong now, the files stay entered, and a mail says what it lacks.
    """
    with suppress(DiskFull, FileUnreadable, Cancelled):
        if change.items:
            return AttachReport(with_mail_parts(workspace, workers, outcomes, job)), change
        if change.parts:
            added = add_mail_parts(workspace, workers, change.item_id, job)
            parts = tuple(
                SecondFile(
                    part.sha256,
                    part.name.rpartition("/")[2],
                    tuple(stored_problem(problem) for problem in part.problems),
                )
                for part in added
            )
            more = [
                AttachOutcome(
                    part.name,
                    outcomes[0].source,
                    AttachState.PART,
                    item_id=change.item_id,
                    sha256=part.sha256,
                    problems=part.problems,
                )
                for part in added
            ]
            change = replace(change, parts=(*change.parts, *parts))
            return AttachReport((*outcomes, *more)), change
    return AttachReport(tuple(outcomes)), change


# --- the findings --------------------------------------------------------------------------------


def _settle(
    work: UnitOfWork, item: EvidenceItem, revision: ItemRevision, told: Sequence[Embedded]
) -> tuple[HostFindings, ...]:
    """Let the findings say what is so now; returns those that changed."""
    beside = bound_beside(work.session, item, revision)
    changed: dict[str, HostFindings] = {}
    for file in _files(revision):
        fates = [
            Fate(one.name, beside.how(one.sha256)) for one in told if one.host == file.blob_sha256
        ]
        before = _findings(file)
        after = tuple(
            stored_problem(settled(problem_of(one), fates, work.actor, work.now.isoformat()))
            for one in before
        )
        if after != before:
            changed[file.blob_sha256] = HostFindings(file.blob_sha256, before, after)
    for one in changed.values():
        _put_findings(work, revision, one.sha256, one.after)
    return tuple(changed.values())


def _put_findings(
    work: UnitOfWork, revision: ItemRevision, sha256: str, wanted: Sequence[_Stored]
) -> None:
    """Replace a file's findings about embedded files by these."""
    by_kind = {stored["kind"]: dict(stored) for stored in wanted}
    for file in _files(revision):
        if file.blob_sha256 != sha256:
            continue
        for stored in _findings(file):
            now = by_kind.get(stored["kind"], stored)
            if bool(now.get("dismissed")) != bool(stored.get("dismissed")):
                about = {"title": revision.title, "kind": stored["kind"]}
                if now.get("dismissed"):
                    reason = now["dismissed"]["reason"]
                    work.record("item.finding_dismissed", revision.item_id, **about, reason=reason)
                else:
                    work.record("item.finding_raised_again", revision.item_id, **about)
        file.problems = [by_kind.get(stored["kind"], stored) for stored in file.problems]


def _files(revision: ItemRevision) -> list[ItemRevision | Attachment]:
    parts = [part for part in revision.attachments if part.role is AttachmentRole.ATTACHMENT]
    return [revision, *parts]


def _findings(file: ItemRevision | Attachment) -> tuple[_Stored, ...]:
    return tuple(stored for stored in file.problems if stored["kind"] in _TOLD_BY)
