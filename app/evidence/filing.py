"""Storing a file's record in the database: blob, item, revision, placement, problems, event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from app.eventlog import LogEntry
from app.evidence.descriptions import Description
from app.evidence.lookalikes import note_lookalikes
from app.evidence.places import Place
from app.evidence.uses import PresentItem, Uses
from app.filekind import FileType
from app.framework.keys import ItemId, PlacementId, SlotKey
from app.framework.schema import Framework
from app.guessing.guess import Guess, GuessSource, outside_period
from app.originals import StoredOriginal, StoreOutcome
from app.photos.facts import PhotoFacts
from app.problems import Problem, ProblemKind, stored_problem
from app.unit_of_work import UnitOfWork
from app.web_origin import METHOD, NOWHERE, ORIGIN_FIELDS, WebOrigin, missing_origin
from models import Blob, EvidenceItem, ItemRevision, Placement
from models.base import new_id


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A file whose original is stored, with all that is known about it.

    ``photo`` is what a photo says of itself.
    """

    original: StoredOriginal
    file_type: FileType
    file_name: str
    modified_at: datetime | None
    guess: Guess
    problems: tuple[Problem, ...]
    photo: PhotoFacts | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """The catalogue fields of a revision, and which of them nobody has confirmed yet."""

    title: str
    doc_number: str
    issuer: str
    doc_date: str
    guesses: Mapping[str, str] = field(default_factory=dict)
    origin: WebOrigin = NOWHERE


@dataclass(frozen=True, slots=True)
class ItemToFile:
    """A ready file, the place it goes to, and what was stated about it."""

    ready: ReadyFile
    place: Place
    stated: Description


@dataclass(frozen=True, slots=True)
class FiledItem:
    """A new item, as the database has it."""

    item_id: ItemId
    placement_id: PlacementId
    title: str
    problems: tuple[Problem, ...]
    used_at: tuple[str, ...]


def fields_of(guess: Guess, stated: Description, *, web: bool = True) -> Fields:
    """Put what was stated before what was guessed.

    Unless its place asks for pages of the web (``web``), an item counts as one only if the file
    itself tells its address: a name such as 截图 2021-04-09 says nothing then.
    """
    address = guess.origin.get("address")
    if not web and (address is None or address.source is GuessSource.FILE_NAME):
        guess = replace(guess, origin={})
    values = {"title": "", "doc_number": "", "issuer": "", "doc_date": ""}
    guessed = {name: one for name, one in guess.found() if one.value}
    values |= {name: one.value for name, one in guessed.items() if name in values}
    origin = WebOrigin.of_stored({n: one.value for n, one in guessed.items() if n in ORIGIN_FIELDS})
    given = {name: getattr(stated, name) for name in values if getattr(stated, name) is not None}
    known = {*given, *stated.origin.stated()}
    guesses = {name: one.source.value for name, one in guessed.items() if name not in known}
    return Fields(**{**values, **given}, guesses=guesses, origin=stated.origin.applied(origin))


def file_items(
    work: UnitOfWork, framework: Framework, filings: Sequence[ItemToFile], *, again: bool = False
) -> list[FiledItem | PresentItem]:
    """Enter new items at their places, within the unit of work: a few statements for all.

    What lies at its place already is not added once more, unless it is to be added ``again``.
    """
    known = ensure_blobs(work, [filing.ready for filing in filings])
    # Asked before anything is added, or each question would first write what was added so far.
    uses = Uses(work.session, framework, known)
    positions = next_positions(work.session, (filing.place.slot for filing in filings))
    filed: list[FiledItem | PresentItem] = []
    entries: list[LogEntry] = []
    for filing in filings:
        place, ready = filing.place, filing.ready
        content, name = ready.original.sha256, ready.file_name
        present = uses.at(place, content, name)
        if present is not None and not again:
            filed.append(present)
            continue
        method = framework.method_of(place.indicator, place.task_code)
        fields = fields_of(ready.guess, filing.stated, web=method == METHOD)
        period = outside_period(fields.doc_date, place.since_year)
        used_at = uses.in_words(content)
        asked = [period] if period is not None else []
        asked += missing_origin(fields.origin, {method})
        problems = merged_problems(ready.problems, asked, used_at)
        item = new_item(work, place.unit_id)
        add_revision(work, item, 1, ready, fields, problems)
        slot = place.slot
        placement = add_placement(work, item, place, positions[slot])
        positions[slot] += 1
        uses.note(place, content, name, PresentItem(item.id, placement.id, fields.title))
        filed.append(FiledItem(item.id, placement.id, fields.title, problems, used_at))
        entries.append(_attached(filing, fields, item.id, placement.id))
    work.session.flush()
    work.record_all(entries)
    return _with_lookalikes(work, filings, filed)


def _with_lookalikes(
    work: UnitOfWork, filings: Sequence[ItemToFile], filed: Sequence[FiledItem | PresentItem]
) -> list[FiledItem | PresentItem]:
    """The items that were filed, with what their photos look like."""
    fresh: dict[str, set[str]] = {
        item.item_id: {filing.ready.original.sha256}
        for filing, item in zip(filings, filed, strict=True)
        if isinstance(item, FiledItem) and filing.ready.photo is not None
    }
    told = note_lookalikes(work, fresh) if fresh else {}
    return [
        replace(item, problems=(*item.problems, *told[item.item_id]))
        if isinstance(item, FiledItem) and item.item_id in told
        else item
        for item in filed
    ]


def slot_of(placement: Placement) -> SlotKey:
    """The slot that a placement lies in."""
    return SlotKey(placement.indicator_code, placement.task_code, placement.unit_id)


def _attached(filing: ItemToFile, fields: Fields, item_id: str, placement_id: str) -> LogEntry:
    place, ready = filing.place, filing.ready
    return LogEntry(
        "item.attached",
        item_id,
        {
            "file_name": ready.file_name,
            "sha256": ready.original.sha256,
            "size": ready.original.size,
            "title": fields.title,
            "placement": placement_id,
            "indicator": place.indicator,
            "method": place.task_code,
            "point": place.point,
            "unit": place.unit,
        },
    )


def merged_problems(
    found: Sequence[Problem], asked: Sequence[Problem], used_at: Sequence[str]
) -> tuple[Problem, ...]:
    """The problems of a new item: its file's, those of its place, and where else its content is."""
    problems = [*found, *asked]
    if used_at:
        problems.append(Problem(ProblemKind.DUPLICATE_CONTENT, {"used_at": "；".join(used_at[:5])}))
    return tuple(problems)


def ensure_blobs(work: UnitOfWork, files: Sequence[ReadyFile]) -> frozenset[str]:
    """Enter originals that are new; returns those that had been entered before.

    What a package said of an original whose bytes never came gives way to the bytes.
    """
    by_address = {ready.original.sha256: ready for ready in files}
    known = frozenset(work.session.scalars(select(Blob.sha256).where(Blob.sha256.in_(by_address))))
    for sha256, ready in by_address.items():
        row = work.session.get(Blob, sha256) if sha256 in known else None
        if row is not None and not _merely_said(row, ready.original):
            if row.photo is None and ready.photo is not None:  # an earlier version did not ask
                row.photo = ready.photo.stored()
            continue
        row = row or Blob(sha256=sha256, stored_at=work.now)
        row.sm3, row.size = ready.original.sm3, ready.original.size
        row.kind, row.media_type = ready.file_type.kind.value, ready.file_type.media_type
        row.suffix, row.label = ready.file_type.suffix, ready.file_type.label
        row.photo = None if ready.photo is None else ready.photo.stored()
        work.session.add(row)
        if sha256 in known:  # other items show it as well
            work.announce("original.mended", sha256)
    work.session.flush()
    mended = {r.original.sha256 for r in files if r.original.outcome is StoreOutcome.MENDED}
    work.record_all(LogEntry("original.mended", sha256, {}) for sha256 in sorted(mended))
    return known


def _merely_said(row: Blob, original: StoredOriginal) -> bool:
    """True if the row was entered before there were bytes, or does not fit them."""
    fits = (row.sm3, row.size) == (original.sm3, original.size)
    return original.outcome is StoreOutcome.NEW or not fits


def new_item(work: UnitOfWork, unit_id: str) -> EvidenceItem:
    """Add an item without any revision yet."""
    item = EvidenceItem(id=new_id(), unit_id=unit_id, created_at=work.now, changed_at=work.now)
    work.session.add(item)
    return item


def add_revision(
    work: UnitOfWork,
    item: EvidenceItem,
    number: int,
    ready: ReadyFile,
    fields: Fields,
    problems: Iterable[Problem],
) -> ItemRevision:
    """Add a revision with a main file to an item."""
    revision = ItemRevision(
        id=new_id(),
        item=item,
        number=number,
        blob_sha256=ready.original.sha256,
        file_name=ready.file_name,
        file_modified_at=ready.modified_at,
        title=fields.title,
        doc_number=fields.doc_number,
        issuer=fields.issuer,
        doc_date=fields.doc_date,
        guesses=dict(fields.guesses),
        origin=fields.origin.stored(),
        problems=[stored_problem(problem) for problem in problems],
        created_at=work.now,
        created_by=work.actor,
    )
    work.session.add(revision)
    return revision


def add_placement(work: UnitOfWork, item: EvidenceItem, place: Place, position: int) -> Placement:
    """Put an item at a place."""
    placement = Placement(
        id=new_id(),
        item=item,
        indicator_code=place.indicator,
        task_code=place.task_code,
        point_number=place.point,
        unit_id=place.unit_id,
        position=position,
        created_at=work.now,
        changed_at=work.now,
    )
    work.session.add(placement)
    return placement


def next_position(session: Session, slot: SlotKey) -> int:
    """The position after the last one of a slot."""
    return next_positions(session, [slot])[slot]


def next_positions(session: Session, slots: Iterable[SlotKey]) -> dict[SlotKey, int]:
    """The position after the last one of each slot, in one question."""
    found = dict.fromkeys(slots, 1)
    slot = (Placement.indicator_code, Placement.task_code, Placement.unit_id)
    query = (
        select(*slot, func.max(Placement.position))
        .where(tuple_(*slot).in_(list(found)))
        .group_by(*slot)
    )
    for indicator, task_code, unit_id, last in session.execute(query):
        found[SlotKey(indicator, task_code, unit_id)] = last + 1
    return found


def order_placements(work: UnitOfWork, placement_ids: Sequence[PlacementId]) -> None:
    """Let placements take, slot by slot, the positions that they hold together, in this order."""
    found = work.session.scalars(select(Placement).where(Placement.id.in_(placement_ids)))
    placements = {placement.id: placement for placement in found}
    slots: dict[SlotKey, list[Placement]] = {}
    for placement_id in placement_ids:
        placement = placements[placement_id]
        slots.setdefault(slot_of(placement), []).append(placement)
    for members in slots.values():
        positions = sorted(placement.position for placement in members)
        for placement, position in zip(members, positions, strict=True):
            if placement.position != position:
                placement.position = position
                placement.version += 1


def is_filed(session: Session, sha256: str, file_name: str, place: Place) -> bool:
    """True if an item of this file's name and content lies at the place."""
    found = session.scalar(
        select(Placement.id)
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .join(ItemRevision, ItemRevision.item_id == EvidenceItem.id)
        .where(
            ItemRevision.blob_sha256 == sha256,
            ItemRevision.file_name == file_name,
            Placement.indicator_code == place.indicator,
            Placement.task_code == place.task_code,
            Placement.unit_id == place.unit_id,
        )
        .limit(1)
    )
    return found is not None
