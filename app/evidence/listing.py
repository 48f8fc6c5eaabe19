"""Every item at every place, with all that a list or a form shows of it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Text, and_, select, type_coerce
from sqlalchemy.orm import Session

from app.filekind import FileKind
from app.framework.schema import task_key
from app.ownership import Whose, whose_by
from app.problems import Problem, ProblemKind
from app.visible_text import visible
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
        whose: whose the item is, and ``placed`` whose its place is.
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
    whose: Whose
    placed: Whose

    @property
    def task(self) -> str:
        """The stable id of the task that the item lies under."""
        return task_key(self.indicator, self.method)


#: Columns of the query that the row takes in another form.
_TITLE, _GUESSES, _PROBLEMS, _REVISION, _FILE, _KIND, _WHOSE = 8, 14, 15, 16, 17, 20, 23


def list_filed(session: Session) -> tuple[FiledRow, ...]:
    """All items outside the recycle bin, at each place, in the order of placing; three queries."""
    companions = set(
        session.scalars(
            select(Attachment.revision_id).where(Attachment.role == AttachmentRole.COMPANION_PDF)
        )
    )
    query = (
        # In the order of the row's attributes, so that nothing has to be looked up by name.
        select(
            Placement.id,
            Placement.item_id,
            Placement.indicator_code,
            Placement.method,
            Placement.point_number,
            Unit.name,
            Placement.position,
            ItemRevision.number,
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            # As text: thousands of items say the same, which is taken apart once.
            type_coerce(ItemRevision.guesses, Text),
            type_coerce(ItemRevision.problems, Text),
            ItemRevision.id,
            ItemRevision.file_name,
            Blob.sha256,
            Blob.size,
            Blob.kind,
            Blob.label,
            EvidenceItem.changed_at,
            EvidenceItem.by_office,
            Placement.by_office,
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
    guesses_of, problems_of = readers()
    whose = whose_by(session)
    found: Iterable[Sequence[Any]] = session.execute(query).all()
    rows = []
    for row in found:
        problems = problems_of(row[_PROBLEMS])
        blocked = row[_REVISION] not in companions and any(p.blocking for p in problems)
        values: tuple[Any, ...] = (
            *row[:_TITLE],
            visible(row[_TITLE]),
            *row[_TITLE + 1 : _GUESSES],
            guesses_of(row[_GUESSES]),
            problems,
            blocked,
            visible(row[_FILE]),
            *row[_FILE + 1 : _KIND],
            FileKind(row[_KIND]),
            *row[_KIND + 1 : _WHOSE],
            whose[row[_WHOSE]],
            whose[row[_WHOSE + 1]],
        )
        rows.append(FiledRow(*values))
    return tuple(rows)


def readers() -> tuple[Callable[[str], Mapping[str, str]], Callable[[str], tuple[Problem, ...]]]:
    """Turn the stored texts of guesses and of problems into values, equal ones once."""
    return cache(json.loads), cache(_problems)


def _problems(text: str) -> tuple[Problem, ...]:
    return tuple(Problem(ProblemKind(p["kind"]), p.get("detail", {})) for p in json.loads(text))
