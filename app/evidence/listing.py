"""Every item at every place, with all that a list or a form shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.filekind import FileKind
from app.framework.schema import task_key
from app.problems import Problem, ProblemKind
from models import Attachment, Blob, EvidenceItem, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole, VerificationMethod


@dataclass(frozen=True, slots=True)
class FiledRow:
    """An item's current revision at one of its places.

    Attributes:
        placement: the id of the placement; ``item`` is that of the item.
        position: the order within the slot (task and unit).
        doc_date: ISO, whole or cut short ("2021-04-09", "2021-04", "2021", "").
        guesses: the fields that nobody has confirmed, each with where the guess is from.
        problems: what was found when the file was taken in.
        blocked: a problem keeps the item's own pages out, and no printed PDF stands in for them.
    """

    placement: str
    item: str
    indicator: str
    method: VerificationMethod
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

    @property
    def task(self) -> str:
        """The stable id of the task that the item lies under."""
        return task_key(self.indicator, self.method)


#: The fields that the query already has in the right form.
_PLAIN = (
    "placement",
    "item",
    "indicator",
    "method",
    "point",
    "unit",
    "position",
    "revision",
    "title",
    "doc_number",
    "issuer",
    "doc_date",
    "copies",
    "remark",
    "file_name",
    "sha256",
    "size",
    "changed_at",
)


def list_filed(session: Session) -> tuple[FiledRow, ...]:
    """All items outside the recycle bin, at each place, in the order of placing; two queries."""
    companions = set(
        session.scalars(
            select(Attachment.revision_id).where(Attachment.role == AttachmentRole.COMPANION_PDF)
        )
    )
    query = (
        select(
            Placement.id.label("placement"),
            Placement.item_id.label("item"),
            Placement.indicator_code.label("indicator"),
            Placement.method,
            Placement.point_number.label("point"),
            Placement.position,
            Unit.name.label("unit"),
            ItemRevision.id.label("revision_id"),
            ItemRevision.number.label("revision"),
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            ItemRevision.guesses,
            ItemRevision.problems,
            ItemRevision.file_name,
            Blob.sha256,
            Blob.size,
            Blob.kind,
            Blob.label.label("type_label"),
            EvidenceItem.changed_at,
        )
        .join(EvidenceItem, Placement.item_id == EvidenceItem.id)
        .join(
            ItemRevision,
            and_(
                ItemRevision.item_id == EvidenceItem.id,
                ItemRevision.number == EvidenceItem.current_revision,
            ),
        )
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        .join(Unit, Placement.unit_id == Unit.id)
        .where(Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
        .order_by(Placement.indicator_code, Placement.method, Placement.position, Placement.id)
    )
    return tuple(_row(row, companions) for row in session.execute(query).mappings())


def _row(row: Mapping[Any, Any], companions: set[str]) -> FiledRow:
    problems = tuple(Problem(ProblemKind(p["kind"]), p.get("detail", {})) for p in row["problems"])
    blocked = row["revision_id"] not in companions and any(p.blocking for p in problems)
    values = {name: row[name] for name in _PLAIN}
    return FiledRow(
        **values,
        guesses=dict(row["guesses"]),
        problems=problems,
        blocked=blocked,
        kind=FileKind(row["kind"]),
        label=row["type_label"],
    )
