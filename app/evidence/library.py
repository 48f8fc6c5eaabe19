"""材料库: every item once, with all its places; also the recycle bin."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from app.evidence.listing import origin_in_text, readers, setups_in_text
from app.evidence.numbering import BindingOrder
from app.filekind import FileKind
from app.framework.keys import ItemId, PlacementId
from app.ownership import Whose, whose_by
from app.page_setup import AS_THEY_ARE, PageSetup
from app.problems import Problem
from app.visible_text import visible
from app.web_origin import NOWHERE, WebOrigin
from models import Attachment, Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of an item; ``removed_at`` is set if it was taken away from there.

    ``number`` is the item's 编号 at the place, unless it or the place was removed.
    """

    placement: PlacementId
    item: ItemId
    indicator: str
    task_code: str
    point: int | None
    unit: str
    position: int
    removed_at: datetime | None
    placed: Whose = Whose.OWN
    number: str = ""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """An item's current revision, and where the item lies.

    Attributes:
        unit: whose evidence it is.
        doc_date: ISO, whole or cut short ("2021-04-09", "2021-04", "2021", "").
        guesses: the fields that nobody has confirmed, each with where the guess is from.
        blocked: a problem keeps the item's own pages out, and no printed PDF stands in for them.
        removed_at: when it went into the recycle bin, or None.
        places: where it lies; for an item in the bin, where it will lie once it is restored.
        whose: whose the item is; of a place, ``placed`` says it.
        displaced: places that it was taken away from while it stayed at others.
    """

    item: ItemId
    unit: str
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
    created_at: datetime
    changed_at: datetime
    removed_at: datetime | None
    places: tuple[PlaceRow, ...]
    displaced: tuple[PlaceRow, ...]
    whose: Whose = Whose.OWN
    setups: Mapping[str, PageSetup] = field(default_factory=dict)
    origin: WebOrigin = NOWHERE

    @property
    def pages(self) -> PageSetup:
        """How the pages of its main file are set up."""
        return self.setups.get(self.sha256, AS_THEY_ARE)


def list_library(session: Session, order: BindingOrder | None = None) -> tuple[LibraryRow, ...]:
    """Every item, those in the recycle bin included, newest last; four queries for all.

    Places have numbers if an ``order`` is given.
    """
    companions = set(
        session.scalars(
            select(Attachment.revision_id).where(Attachment.role == AttachmentRole.COMPANION_PDF)
        )
    )
    whose = whose_by(session)
    places = _places(session, whose)
    query = (
        select(
            EvidenceItem.id.label("item"),
            Unit.name.label("unit"),
            ItemRevision.id.label("revision_id"),
            ItemRevision.number.label("revision"),
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            # As text: thousands of items say the same, which is taken apart once.
            type_coerce(ItemRevision.guesses, Text).label("guesses"),
            type_coerce(ItemRevision.problems, Text).label("problems"),
            type_coerce(ItemRevision.binding, Text).label("binding"),
            type_coerce(ItemRevision.origin, Text).label("origin"),
            ItemRevision.file_name,
            Blob.sha256,
            Blob.size,
            Blob.kind,
            Blob.label.label("type_label"),
            EvidenceItem.created_at,
            EvidenceItem.changed_at,
            EvidenceItem.removed_at,
            EvidenceItem.by_office,
        )
        .join(EvidenceItem.current)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        .join(Unit, EvidenceItem.unit_id == Unit.id)
        .order_by(EvidenceItem.id)
    )
    guesses_of, problems_of = readers()
    setups_in, origin_of = cache(setups_in_text), cache(origin_in_text)
    found = session.execute(query).mappings().all()
    if order is not None:
        live = {row["item"] for row in found if row["removed_at"] is None}
        places = _numbered(places, live, order)
    rows = []
    for row in found:
        problems = problems_of(row["problems"])
        here, gone = _divided(places.get(row["item"], ()))
        rows.append(
            LibraryRow(
                **{name: row[name] for name in _PLAIN},
                title=visible(row["title"]),
                file_name=visible(row["file_name"]),
                guesses=guesses_of(row["guesses"]),
                problems=problems,
                blocked=row["revision_id"] not in companions and any(p.blocking for p in problems),
                kind=FileKind(row["kind"]),
                label=row["type_label"],
                places=here,
                displaced=gone,
                whose=whose[row["by_office"]],
                setups=setups_in(row["binding"]),
                origin=origin_of(row["origin"]),
            )
        )
    return tuple(rows)


def _numbered(
    places: Mapping[str, list[PlaceRow]], live: Collection[str], order: BindingOrder
) -> Mapping[str, list[PlaceRow]]:
    """The places of all items, those of ``live`` ones with their numbers."""
    counted = (p for item in live for p in places.get(item, ()) if p.removed_at is None)
    numbers = order.numbers(counted)
    return {
        item: [
            replace(p, number=numbers[p.placement]) if p.placement in numbers else p for p in found
        ]
        for item, found in places.items()
    }


#: The fields that the query already has in the right form.
_PLAIN = (
    "item",
    "unit",
    "revision",
    "doc_number",
    "issuer",
    "doc_date",
    "copies",
    "remark",
    "sha256",
    "size",
    "created_at",
    "changed_at",
    "removed_at",
)


def _places(session: Session, whose: Mapping[bool, Whose]) -> Mapping[str, list[PlaceRow]]:
    query = (
        select(
            Placement.id,
            Placement.item_id,
            Placement.indicator_code,
            Placement.task_code,
            Placement.point_number,
            Unit.name.label("unit"),
            Placement.position,
            Placement.removed_at,
            Placement.by_office,
        )
        .join(Unit, Placement.unit_id == Unit.id)
        .order_by(Placement.item_id, Placement.id)
    )
    found: dict[str, list[PlaceRow]] = defaultdict(list)
    for row in session.execute(query):
        found[row.item_id].append(
            PlaceRow(
                placement=row.id,
                item=row.item_id,
                indicator=row.indicator_code,
                task_code=row.task_code,
                point=row.point_number,
                unit=row.unit,
                position=row.position,
                removed_at=row.removed_at,
                placed=whose[row.by_office],
            )
        )
    return found


def _divided(places: Sequence[PlaceRow]) -> tuple[tuple[PlaceRow, ...], tuple[PlaceRow, ...]]:
    """Where the item lies, and where no more; a place that it came back to counts once."""
    here = tuple(p for p in places if p.removed_at is None)
    taken = {_where(p) for p in here}
    gone = {_where(p): p for p in places if p.removed_at is not None and _where(p) not in taken}
    return here, tuple(gone.values())


def _where(place: PlaceRow) -> tuple[str, str, int | None, str]:
    return place.indicator, place.task_code, place.point, place.unit
