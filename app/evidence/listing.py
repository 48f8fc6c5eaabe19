"""Every item at every place, with all that lists and forms show of it."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from app.conversion.model import USUAL, BindingChoices
from app.evidence.numbering import BindingOrder
from app.filekind import FileKind
from app.framework.keys import ItemId, PlacementId, TaskKey
from app.ownership import Whose, whose_by
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of
from app.photos.notes import NO_NOTE, PhotoNote, notes_of
from app.problems import Problem, ProblemKind, problem_of
from app.visible_text import visible
from app.web_origin import NOWHERE, WebOrigin
from models import Attachment, Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class FileFinding:
    """Something that a file of an item holds and its pages do not show."""

    sha256: str
    file_name: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class FiledRow:
    """An item's current revision at one of its places.

    Attributes:
        placement: the id of the placement; ``item`` is that of the item.
        position: the order within the slot (task and unit).
        doc_date: ISO, whole or cut short ("2021-04-09", "2021-04", "2021", "").
        guesses: the fields that nobody has confirmed, each with where the guess is from.
        problems: what was found when the file was taken in.
        whose: whose the item is, and ``placed`` whose its place is.
        blocked: a problem keeps the item's own pages out, and no printed PDF stands in for them.
        number: its 编号 at this place (see ``numbering``); "" if the set has no such task.
        binding: how its content is to be bound.
        setups: how the pages of its files are set up, by their SHA-256.
        years: those that a person chose for it at this place; None: title and date tell.
        notes: what is noted of its photos, by their SHA-256.
        findings: those of the main file and of the parts, dismissed ones too.
        remarks: what is remarked of their photos, dismissed ones too.
        parts: how many further files the item has, the printed PDF not counted.
        origin: where on the web it was seen.
    """

    placement: PlacementId
    item: ItemId
    indicator: str
    task_code: str
    point: int | None
    unit: str
    position: int
    revision: int
    title: str
    doc_number: str
    issuer: str
    doc_date: str
    copies: int
    remark: str
    guesses: Mapping[str, str]
    problems: tuple[Problem, ...]
    blocked: bool
    file_name: str
    sha256: str
    size: int
    kind: FileKind
    label: str
    changed_at: datetime
    whose: Whose
    placed: Whose
    number: str
    binding: BindingChoices = USUAL
    findings: tuple[FileFinding, ...] = ()
    remarks: tuple[FileFinding, ...] = ()
    parts: int = 0
    setups: Mapping[str, PageSetup] = field(default_factory=dict)
    origin: WebOrigin = NOWHERE
    years: tuple[int, ...] | None = None
    notes: Mapping[str, PhotoNote] = field(default_factory=dict)

    @property
    def pages(self) -> PageSetup:
        """How the pages of its main file are set up."""
        return self.setups.get(self.sha256, AS_THEY_ARE)

    @property
    def note(self) -> PhotoNote:
        """What is noted of its main file, if that is a photo."""
        return self.notes.get(self.sha256, NO_NOTE)

    @property
    def open_findings(self) -> tuple[FileFinding, ...]:
        """The findings that nobody has dismissed, and that the binding does not answer."""
        return tuple(
            found
            for found in self.findings
            if found.problem.open_finding and not self.binding.answers(found.problem.kind)
        )

    @property
    def open_remarks(self) -> tuple[FileFinding, ...]:
        """The remarks that nobody has dismissed."""
        return tuple(found for found in self.remarks if not found.problem.settled)

    @property
    def task(self) -> TaskKey:
        """The task that the item lies under."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings there are: open ones by kind, the items that have some, dismissed ones."""

    by_kind: Mapping[ProblemKind, int]
    items: int
    dismissed: int

    @property
    def open(self) -> int:
        """Findings that nobody has dismissed."""
        return sum(self.by_kind.values())


def count_findings(rows: Iterable[FiledRow]) -> FindingCount:
    """Count the findings of items; an item that lies at several places counts once."""
    items = {row.item: row for row in rows}.values()
    kinds = Counter(one.problem.kind for row in items for one in row.open_findings)
    return FindingCount(
        by_kind=kinds,
        items=sum(bool(row.open_findings) for row in items),
        dismissed=sum(one.problem.dismissal is not None for row in items for one in row.findings),
    )


def list_filed(
    session: Session, order: BindingOrder | None = None, items: Collection[str] | None = None
) -> tuple[FiledRow, ...]:
    """All items outside the recycle bin, at each place, in the order of binding; three queries.

    Without an ``order`` they come by task and as placed, and have no numbers. ``items`` limits it
    to the items of these ids; numbers then count these alone (see ``rereading``).
    """
    guesses_of, problems_of = readers()
    query = (
        select(
            Placement.id.label("placement"),
            Placement.item_id,
            Placement.indicator_code,
            Placement.task_code,
            Placement.point_number,
            Unit.name.label("unit"),
            Placement.position,
            type_coerce(Placement.years, Text).label("years"),
            Placement.by_office.label("placed_by_office"),
            EvidenceItem.by_office,
            EvidenceItem.changed_at,
            ItemRevision.id.label("revision_id"),
            ItemRevision.number,
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            ItemRevision.file_name,
            # As text: thousands of items say the same, which is taken apart once.
            type_coerce(ItemRevision.guesses, Text).label("guesses"),
            type_coerce(ItemRevision.problems, Text).label("problems"),
            type_coerce(ItemRevision.binding, Text).label("binding"),
            type_coerce(ItemRevision.origin, Text).label("origin"),
            Blob.sha256,
            Blob.size,
            Blob.kind,
            Blob.label.label("type_label"),
        )
        .join(EvidenceItem, Placement.item_id == EvidenceItem.id)
        .join(EvidenceItem.current)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        .join(Unit, Placement.unit_id == Unit.id)
        .where(Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
        .order_by(Placement.indicator_code, Placement.task_code, Placement.position, Placement.id)
    )
    if items is not None:
        query = query.where(Placement.item_id.in_(items))
    whose = whose_by(session)
    binding_of, setups_in = cache(_binding), cache(setups_in_text)
    origin_of = cache(origin_in_text)
    years_in = cache(chosen_years)
    notes_in = cache(notes_in_text)
    found: Sequence[Any] = session.execute(query).all()
    revisions = None if items is None else {row.revision_id for row in found}
    companions, of_parts, remarks, part_counts = _second_files(session, problems_of, revisions)
    if order is not None:
        found = sorted(found, key=lambda row: order.bound(_placed(row)))
    numbers = order.numbers(map(_placed, found)) if order is not None else {}
    rows = []
    for row in found:
        problems = problems_of(row.problems)
        file_name = visible(row.file_name)
        rows.append(
            FiledRow(
                placement=row.placement,
                item=row.item_id,
                indicator=row.indicator_code,
                task_code=row.task_code,
                point=row.point_number,
                unit=row.unit,
                position=row.position,
                revision=row.number,
                title=visible(row.title),
                doc_number=row.doc_number,
                issuer=row.issuer,
                doc_date=row.doc_date,
                copies=row.copies,
                remark=row.remark,
                guesses=guesses_of(row.guesses),
                problems=problems,
                blocked=row.revision_id not in companions and any(p.blocking for p in problems),
                file_name=file_name,
                sha256=row.sha256,
                size=row.size,
                kind=FileKind(row.kind),
                label=row.type_label,
                changed_at=row.changed_at,
                whose=whose[row.by_office],
                placed=whose[row.placed_by_office],
                number=numbers.get(row.placement, ""),
                binding=binding_of(row.binding),
                findings=(
                    *_findings(row.sha256, file_name, problems),
                    *of_parts.get(row.revision_id, ()),
                ),
                remarks=(
                    *_remarks(row.sha256, file_name, problems),
                    *remarks.get(row.revision_id, ()),
                ),
                parts=part_counts[row.revision_id],
                setups=setups_in(row.binding),
                origin=origin_of(row.origin),
                years=years_in(row.years),
                notes=notes_in(row.binding),
            )
        )
    return tuple(rows)


class _Placed(NamedTuple):
    placement: str
    indicator: str
    task_code: str
    point: int | None
    unit: str
    position: int
    doc_date: str


def _placed(row: Any) -> _Placed:  # noqa: ANN401 (a row of the query)
    return _Placed(
        row.placement,
        row.indicator_code,
        row.task_code,
        row.point_number,
        row.unit,
        row.position,
        row.doc_date,
    )


def readers() -> tuple[Callable[[str], Mapping[str, str]], Callable[[str], tuple[Problem, ...]]]:
    """Turn the stored texts of guesses and of problems into values, equal ones once."""
    return cache(json.loads), cache(_problems)


def _problems(text: str) -> tuple[Problem, ...]:
    return tuple(map(problem_of, json.loads(text)))


def chosen_years(text: str | None) -> tuple[int, ...] | None:
    """The years of a placement, out of the stored text; None if nobody chose any."""
    found = json.loads(text) if text else None
    return None if found is None else tuple(found)


def _binding(text: str) -> BindingChoices:
    return BindingChoices.of(json.loads(text))


def notes_in_text(text: str) -> Mapping[str, PhotoNote]:
    """What is noted of photos, out of the stored text of how a revision is bound."""
    return notes_of(json.loads(text))


def setups_in_text(text: str) -> Mapping[str, PageSetup]:
    """How pages are set up, out of the stored text of how a revision is bound."""
    return setups_of(json.loads(text))


def origin_in_text(text: str) -> WebOrigin:
    """Where an item was seen, out of the stored text; nothing in it hides or turns other words."""
    stored = json.loads(text)
    return WebOrigin.of_stored({name: visible(value) for name, value in stored.items()})


def _findings(sha256: str, name: str, problems: Iterable[Problem]) -> tuple[FileFinding, ...]:
    return tuple(FileFinding(sha256, name, problem) for problem in problems if problem.finding)


def _remarks(sha256: str, name: str, problems: Iterable[Problem]) -> tuple[FileFinding, ...]:
    return tuple(FileFinding(sha256, name, problem) for problem in problems if problem.remark)


def _second_files(
    session: Session,
    problems_of: Callable[[str], tuple[Problem, ...]],
    revisions: Collection[str] | None,
) -> tuple[
    set[str], dict[str, tuple[FileFinding, ...]], dict[str, tuple[FileFinding, ...]], Counter[str]
]:
    """The revisions with a printed PDF; findings and remarks of the parts, and their number."""
    query = select(
        Attachment.revision_id,
        Attachment.role,
        Attachment.blob_sha256,
        Attachment.file_name,
        type_coerce(Attachment.problems, Text).label("problems"),
    ).order_by(Attachment.revision_id, Attachment.position)
    if revisions is not None:
        query = query.where(Attachment.revision_id.in_(revisions))
    companions: set[str] = set()
    found: dict[str, tuple[FileFinding, ...]] = {}
    remarked: dict[str, tuple[FileFinding, ...]] = {}
    counts: Counter[str] = Counter()
    for row in session.execute(query):
        if row.role is AttachmentRole.COMPANION_PDF:
            companions.add(row.revision_id)
        else:
            counts[row.revision_id] += 1
        file = row.blob_sha256, row.file_name, problems_of(row.problems)
        findings, remarks = _findings(*file), _remarks(*file)
        if findings:
            found[row.revision_id] = (*found.get(row.revision_id, ()), *findings)
        if remarks:
            remarked[row.revision_id] = (*remarked.get(row.revision_id, ()), *remarks)
    return companions, found, remarked, counts
