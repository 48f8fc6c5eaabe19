"""Everything that a compile needs from the database, in a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from app.completeness.checklists import load_expectations
from app.completeness.expecting import NOTHING_EXPECTED, Expectations
from app.completeness.marks import read_marks
from app.completeness.reading import read_figures
from app.completeness.rows import FigureRow, MarkRow
from app.conversion.model import CHOOSABLE, USUAL, BindingChoices, source_key
from app.evidence.arrangements import Arrangements
from app.evidence.arranging import read_arrangements
from app.evidence.digests import digest_of
from app.evidence.listing import chosen_years
from app.filekind import FileKind, FileType
from app.filetypes.formats import stored_type
from app.framework.keys import UnitId
from app.framework.schema import Framework
from app.page_setup import AS_THEY_ARE, PageSetup, setups_of
from app.photos.facts import PhotoFacts
from app.photos.notes import NO_NOTE, PhotoNote, layout_of, notes_of
from app.problems import Problem, problem_of
from app.sheets.content import NoteForm, NoteLine
from app.storage.layout import Layout
from app.verification.lines import read_lines
from app.web_origin import NOWHERE, WebOrigin
from models import Attachment, Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of an item: its own name, and the original that holds its bytes.

    ``findings`` are those that were told when it was taken in, dismissed ones too; ``choices`` say
    how its content is to be bound, ``pages`` how its pages are set up. Of a photo ``note`` is what
    people noted of it, ``guess`` what it says of itself, and ``described_as`` names both what was
    noted and how the item's photos are laid out ("": nothing of that).
    """

    name: str
    sha256: str
    sm3: str
    size: int
    file_type: FileType
    findings: tuple[Problem, ...] = ()
    choices: BindingChoices = USUAL
    pages: PageSetup = AS_THEY_ARE
    note: PhotoNote = NO_NOTE
    guess: PhotoNote = NO_NOTE
    described_as: str = ""

    @property
    def key(self) -> str:
        """Names the pages that stand for the file (``Source.key``)."""
        return source_key(self.sha256, self.choices, self.pages)

    @property
    def bound_as(self) -> str:
        """Names how a person wants it bound; "" for as usual."""
        return self.key.removeprefix(self.sha256) + self.described_as


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An item's current revision at one of its places.

    ``removed``: it is in the recycle bin. ``withheld`` says why this compile leaves it out ("" if
    it does not). ``returned``: the office returned it as it is, and it goes in all the same.
    ``layout``: how many of its photos share a page, if a person chose that.
    """

    item: str
    revision: str
    indicator: str
    task_code: str
    method: str
    point: int | None
    unit: str
    title: str
    doc_number: str
    issuer: str
    date: str
    copies: int
    remark: str
    main: StoredFile
    attachments: tuple[StoredFile, ...]
    companions: tuple[StoredFile, ...]
    removed: bool
    withheld: str = ""
    returned: bool = False
    placement: str = ""
    position: int = 0
    layout: int | None = None
    origin: WebOrigin = NOWHERE
    years: tuple[int, ...] | None = None

    @property
    def doc_date(self) -> str:
        """The date, by which it may be bound."""
        return self.date

    @property
    def goes_in(self) -> bool:
        """True if the item is to be bound."""
        return not self.removed and not self.withheld

    @property
    def described(self) -> bool:
        """True if its photos are to stand on sheets with what is noted of them."""
        parts = (self.main, *self.attachments)
        return self.layout is not None or any(part.note.says_something for part in parts)

    @property
    def files(self) -> tuple[StoredFile, ...]:
        """Every file of the item."""
        return (self.main, *self.attachments, *self.companions)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is attached, where, by whom, the figures stated, and what does not apply to whom.

    ``pending_marks`` do not count in this compile, since the office has not accepted them.
    ``notes`` are what the tools of the methods have for sheets of their own, ``arrangements`` how
    the office orders what is bound.
    """

    rows: tuple[EvidenceRow, ...]
    figures: tuple[FigureRow, ...]
    marks: tuple[MarkRow, ...]
    pending_marks: tuple[MarkRow, ...] = ()
    notes: tuple[tuple[NoteForm, NoteLine], ...] = ()
    expectations: Expectations = NOTHING_EXPECTED
    arrangements: Arrangements = field(default_factory=dict)


_BLOB = (
    Blob.sha256,
    Blob.sm3,
    Blob.size,
    Blob.kind,
    Blob.media_type,
    Blob.suffix,
    Blob.label,
    Blob.photo,
)


def read_evidence(session: Session, framework: Framework, layout: Layout | None = None) -> Evidence:
    """Read all placements with their items, in the order of placing; no query per row.

    ``layout`` tells where the county's own data files lie.
    """
    units = {unit.id: unit.name for unit in session.scalars(select(Unit))}
    files = _second_files(session)
    query = (
        select(
            EvidenceItem.id.label("item"),
            EvidenceItem.removed_at,
            ItemRevision.id.label("revision"),
            ItemRevision.file_name,
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            ItemRevision.problems,
            ItemRevision.binding,
            ItemRevision.origin,
            Placement.indicator_code,
            Placement.task_code,
            Placement.point_number,
            Placement.unit_id,
            Placement.id.label("placement"),
            Placement.position,
            type_coerce(Placement.years, Text).label("years"),
            *_BLOB,
        )
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .join(EvidenceItem.current)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        # An item in the recycle bin keeps its places, so that the ledger can name it.
        .where(Placement.removed_at.is_(None) | EvidenceItem.removed_at.is_not(None))
        .order_by(Placement.position, Placement.id)
    )
    rows = session.execute(query).mappings()
    found = _without_joined(_evidence_row(row, framework, units, files) for row in rows)
    notes = tuple(read_lines(session, layout))
    return Evidence(
        found,
        read_figures(session),
        read_marks(session),
        notes=notes,
        expectations=load_expectations(session),
        arrangements=read_arrangements(session),
    )


def _without_joined(rows: Iterable[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """Drop what went into the bin as it became a part of another item: it is bound with that."""
    found = tuple(rows)
    slots = {row.placement: (row.indicator, row.task_code, row.unit) for row in found}
    parts = {
        (slots[row.placement], file.sha256)
        for row in found
        if not row.removed
        for file in row.attachments
    }
    return tuple(
        row
        for row in found
        if not row.removed
        or any((slots[row.placement], file.sha256) not in parts for file in row.files)
    )


def _second_files(
    session: Session,
) -> dict[str, dict[AttachmentRole, tuple[StoredFile, ...]]]:
    """Attachments and companions of the current revisions."""
    rows = session.execute(
        select(
            Attachment.revision_id,
            Attachment.role,
            Attachment.file_name,
            Attachment.problems,
            ItemRevision.binding,
            *_BLOB,
        )
        .join(Blob, Blob.sha256 == Attachment.blob_sha256)
        .join(ItemRevision, ItemRevision.id == Attachment.revision_id)
        .order_by(Attachment.revision_id, Attachment.position)
    ).mappings()
    files: dict[str, dict[AttachmentRole, tuple[StoredFile, ...]]] = defaultdict(dict)
    for row in rows:
        of_revision, role = files[row["revision_id"]], row["role"]
        of_revision[role] = (*of_revision.get(role, ()), _stored_file(row))
    return files


def _stored_file(row: Mapping[Any, Any]) -> StoredFile:
    file_type = stored_type(row["kind"], row["media_type"], row["suffix"], row["label"])
    found = tuple(p for p in map(problem_of, row["problems"]) if p.finding)
    choosable = row["binding"] and file_type.kind in CHOOSABLE
    choices = BindingChoices.of(row["binding"]) if choosable else USUAL
    pages = setups_of(row["binding"]).get(row["sha256"], AS_THEY_ARE)
    note, layout = notes_of(row["binding"]).get(row["sha256"], NO_NOTE), layout_of(row["binding"])
    says = file_type.kind is FileKind.IMAGE and (note.says_something or layout)
    return StoredFile(
        row["file_name"],
        row["sha256"],
        row["sm3"],
        row["size"],
        file_type,
        found,
        choices,
        pages,
        note,
        PhotoFacts.of_stored(row["photo"]).guess,
        f"+{digest_of([note.key, layout])}" if says else "",
    )


def _evidence_row(
    row: Mapping[Any, Any],
    framework: Framework,
    units: dict[UnitId, str],
    files: dict[str, dict[AttachmentRole, tuple[StoredFile, ...]]],
) -> EvidenceRow:
    second = files.get(row["revision"], {})
    return EvidenceRow(
        item=row["item"],
        revision=row["revision"],
        indicator=row["indicator_code"],
        task_code=row["task_code"],
        method=framework.method_of(row["indicator_code"], row["task_code"]),
        point=row["point_number"],
        unit=units[row["unit_id"]],
        title=row["title"],
        doc_number=row["doc_number"],
        issuer=row["issuer"],
        date=row["doc_date"],
        copies=row["copies"],
        remark=row["remark"],
        main=_stored_file(row),
        attachments=second.get(AttachmentRole.ATTACHMENT, ()),
        companions=second.get(AttachmentRole.COMPANION_PDF, ()),
        removed=row["removed_at"] is not None,
        placement=row["placement"],
        position=row["position"],
        layout=layout_of(row["binding"]),
        origin=WebOrigin.of_stored(row["origin"]),
        years=chosen_years(row["years"]),
    )
