"""The revisions of an item, and in which fields two of them differ."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from app.evidence.errors import ItemUnknown, RevisionUnknown
from app.filekind import FileType
from app.filetypes.formats import stored_type
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of
from app.photos.notes import PhotoNote, notes_of
from app.web_origin import NOWHERE, ORIGIN_FIELDS, WebOrigin
from models import Blob, EvidenceItem, ItemRevision

#: In the order in which they are shown.
_FIELDS = (
    "title",
    "doc_number",
    "issuer",
    "doc_date",
    "copies",
    "remark",
    *ORIGIN_FIELDS,
    "file_name",
    "label",
    "size",
    "sha256",
    "parts",
    "setups",
    "notes",
)


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One state of an item: its description, its file, the names of its further files.

    ``setups`` say how the pages of its files are set up, by their SHA-256, ``notes`` what is noted
    of its photos.
    """

    item: str
    number: int
    current: bool
    title: str
    doc_number: str
    issuer: str
    doc_date: str
    copies: int
    remark: str
    file_name: str
    file_modified_at: datetime | None
    sha256: str
    size: int
    file_type: FileType
    parts: tuple[str, ...]
    created_at: datetime
    created_by: str
    reason: str = ""
    setups: Mapping[str, PageSetup] = field(default_factory=dict)
    origin: WebOrigin = NOWHERE
    notes: Mapping[str, PhotoNote] = field(default_factory=dict)

    @property
    def pages(self) -> PageSetup:
        """How the pages of its main file are set up."""
        return self.setups.get(self.sha256, AS_THEY_ARE)

    @property
    def label(self) -> str:
        """The format's everyday name."""
        return self.file_type.label


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs between two revisions, with its value in each of them."""

    field: str
    before: object
    after: object


def list_revisions(session: Session, item_id: str) -> tuple[RevisionRow, ...]:
    """All revisions of an item, newest first; also of one in the bin. Raises ``ItemUnknown``."""
    item = session.get(EvidenceItem, item_id)
    if item is None:
        raise ItemUnknown(item_id)
    query = (
        select(ItemRevision, Blob)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        .where(ItemRevision.item_id == item_id)
        .options(selectinload(ItemRevision.attachments))
        .order_by(ItemRevision.number.desc())
    )
    return tuple(
        _row(revision, blob, current=revision.number == item.current_revision)
        for revision, blob in session.execute(query)
    )


def contents_of_items(session: Session) -> dict[str, frozenset[str]]:
    """The contents of the main files that items with several revisions have, or had, by item."""
    several = (
        select(ItemRevision.item_id)
        .group_by(ItemRevision.item_id)
        .having(func.count() > 1)
        .scalar_subquery()
    )
    query = select(ItemRevision.item_id, ItemRevision.blob_sha256).where(
        ItemRevision.item_id.in_(several)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for item, sha256 in session.execute(query):
        found[item].add(sha256)
    return {item: frozenset(contents) for item, contents in found.items()}


def revision_of(rows: tuple[RevisionRow, ...], number: int) -> RevisionRow:
    """The revision of a number. Raises ``RevisionUnknown``."""
    found = next((row for row in rows if row.number == number), None)
    if found is None:
        raise RevisionUnknown(number, tuple(sorted(row.number for row in rows)))
    return found


def compare_fields(before: RevisionRow, after: RevisionRow) -> tuple[FieldChange, ...]:
    """The fields in which the catalogue entry and the file differ."""
    changes = (FieldChange(f, _value(before, f), _value(after, f)) for f in _FIELDS)
    return tuple(change for change in changes if change.before != change.after)


def _value(row: RevisionRow, name: str) -> object:
    return getattr(row.origin if name in ORIGIN_FIELDS else row, name)


def own_notes(revision: ItemRevision) -> dict[str, PhotoNote]:
    """What is noted of the photos of a revision, by their SHA-256."""
    files = {revision.blob_sha256, *(part.blob_sha256 for part in revision.attachments)}
    return {sha: one for sha, one in notes_of(revision.binding).items() if sha in files}


def own_setups(revision: ItemRevision) -> dict[str, PageSetup]:
    """How the pages of the files of a revision are set up, by their SHA-256."""
    files = {revision.blob_sha256, *(part.blob_sha256 for part in revision.attachments)}
    return {sha: one for sha, one in setups_of(revision.binding).items() if sha in files}


def _row(revision: ItemRevision, blob: Blob, *, current: bool) -> RevisionRow:
    return RevisionRow(
        item=revision.item_id,
        number=revision.number,
        current=current,
        title=revision.title,
        doc_number=revision.doc_number,
        issuer=revision.issuer,
        doc_date=revision.doc_date,
        copies=revision.copies,
        remark=revision.remark,
        file_name=revision.file_name,
        file_modified_at=revision.file_modified_at,
        sha256=blob.sha256,
        size=blob.size,
        file_type=stored_type(blob.kind, blob.media_type, blob.suffix, blob.label),
        parts=tuple(part.file_name for part in revision.attachments),
        created_at=revision.created_at,
        created_by=revision.created_by,
        reason=revision.reason,
        setups=own_setups(revision),
        origin=WebOrigin.of_stored(revision.origin),
        notes=own_notes(revision),
    )
