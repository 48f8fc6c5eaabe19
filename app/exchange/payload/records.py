"""The records that packages carry: one frozen value per row, items with all that hangs on them.

Every record has one owner, and the owner's version counts: a unit owns what it enters, the office
owns its decisions and whatever has ``by_office``. Field names are those of the tables in
``models``.
"""

import hashlib
import json
from collections import Counter
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.exchange.payload.values import (
    Basis,
    Copies,
    Day,
    Detail,
    DocumentDay,
    Figure,
    FigurePlace,
    FileMoment,
    Id,
    IndicatorCode,
    Line,
    Moment,
    MomentText,
    Name,
    Number,
    OptionalTaskCode,
    Point,
    Position,
    Sha256,
    Size,
    TaskCode,
    Text,
)
from app.filekind import FileKind
from app.problems import ProblemKind
from models.methods import LookupResult
from models.vocabulary import AttachmentRole, ReviewDecision, SelfAssessment

#: The formats that are read; the last one is written. 2: what does not apply (``not_applicable``),
#: and figures that were withdrawn. 3: findings and who dismissed them, and how content is bound.
#: 4: tasks go by a code of their own (``task_code``, before ``method``) and may have units of
#: their own; the indicator set may be of format 2; what was looked up on the web.
Format = Literal[1, 2, 3, 4]
FORMAT: Final = 4

#: Indicator, task ("": none), point.
Where = tuple[str, str, int | None]


class Part(BaseModel):
    """A piece of a payload; read from JSON and from a row alike."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", from_attributes=True, use_attribute_docstrings=True
    )


class Record(Part):
    """A row that has an owner; ``version`` grows with each change its owner makes."""

    id: Id
    version: Number

    def digest(self) -> str:
        """The content in one number: equal for equal content, in whatever order it was stored."""
        content = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    def where(self) -> Where | None:
        """The place in the indicator set that it is about; None if it names none."""
        code = getattr(self, "indicator_code", None)
        task_code = getattr(self, "task_code", None) or ""
        return None if code is None else (code, task_code, getattr(self, "point_number", None))

    def called(self) -> str:
        """What people know it by: its title, number or indicator; "" if it has none of them."""
        place = self.where()
        return place[0] if place is not None else ""


class UnitsRecord(Record):
    """A record of a unit; ``by_office``: the office entered it in the unit's stead."""

    unit_id: Id
    by_office: bool


class BlobPart(Part):
    """What is known of an original; ``included``: its bytes travel in this package."""

    sha256: Sha256
    sm3: Sha256
    size: Size
    kind: FileKind
    media_type: Name
    suffix: Name
    label: Name
    included: bool


class DismissalPart(Part):
    """Who looked at a finding, when, and why it needs no more care."""

    reason: Text
    by: Line
    at: MomentText


class ProblemPart(Part):
    """A problem of a file, as it was found when the file was taken in."""

    kind: ProblemKind
    detail: Detail = {}
    dismissed: DismissalPart | None = None


class BindingPart(Part):
    """How a person wants content bound."""

    changes: Literal["accepted", "marked"] = "accepted"
    comments: bool = False
    hidden: bool = False


class AttachmentPart(Part):
    """A second file of a revision."""

    id: Id
    position: Position
    role: AttachmentRole
    blob_sha256: Sha256
    file_name: Name
    problems: Annotated[list[ProblemPart], Field(max_length=200)]


class RevisionPart(Part):
    """One state of an item's file and description."""

    id: Id
    number: Number
    blob_sha256: Sha256
    file_name: Name
    file_modified_at: FileMoment | None
    title: Name
    doc_number: Name
    issuer: Name
    doc_date: DocumentDay
    copies: Copies
    remark: Text
    guesses: Annotated[dict[Line, Line], Field(max_length=40)]
    problems: Annotated[list[ProblemPart], Field(max_length=200)]
    binding: BindingPart = BindingPart()
    created_at: Moment
    created_by: Line
    attachments: Annotated[list[AttachmentPart], Field(max_length=5000)]


class ItemRecord(UnitsRecord):
    """An evidence item with all its revisions."""

    current_revision: Number
    created_at: Moment
    changed_at: Moment
    removed_at: Moment | None
    revisions: Annotated[list[RevisionPart], Field(min_length=1, max_length=5000)]

    @model_validator(mode="after")
    def _revisions_fit(self) -> Self:
        numbers = [revision.number for revision in self.revisions]
        if max(Counter(numbers).values()) > 1 or self.current_revision not in numbers:
            raise ValueError("the current revision must be there, and each number once")
        return self

    @property
    def title(self) -> str:
        """The present title."""
        return next(r.title for r in self.revisions if r.number == self.current_revision)

    def called(self) -> str:
        """See ``Record``."""
        return self.title

    def blobs(self) -> set[str]:
        """The address of every original that the item rests on."""
        second = {a.blob_sha256 for r in self.revisions for a in r.attachments}
        return second | {r.blob_sha256 for r in self.revisions}


class PlacementRecord(UnitsRecord):
    """An item at a place."""

    item_id: Id
    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: Point
    position: Position
    created_at: Moment
    changed_at: Moment
    removed_at: Moment | None


class FigureRecord(UnitsRecord):
    """A figure stated for a threshold."""

    place: FigurePlace
    threshold: Text
    value: Figure
    changed_at: Moment
    removed_at: Moment | None = None

    def where(self) -> Where:
        """See ``Record``."""
        code, task_code, number = (*self.place.split("/"), "", "")[:3]
        return code, task_code, int(number) if number else None


class NotApplicableRecord(UnitsRecord):
    """A slot, or one point of it, that does not apply to the unit (不涉及), and why."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: Point
    reason: Text
    marked_by: Line
    changed_at: Moment
    removed_at: Moment | None


class SubmissionRecord(UnitsRecord):
    """A slot as it was handed in."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    round: Number
    basis: Basis
    note: Text
    submitted_by: Line
    submitted_at: Moment
    changed_at: Moment
    removed_at: Moment | None


class ReplyRecord(UnitsRecord):
    """What is done about a rectification notice."""

    notice_id: Id
    measure: Text
    person: Line
    done_on: Day
    evidence: Annotated[list[Id], Field(max_length=10_000)]
    replied_by: Line
    changed_at: Moment
    removed_at: Moment | None

    def called(self) -> str:
        """See ``Record``."""
        return self.measure


class SelfCheckRecord(UnitsRecord):
    """What a unit says about itself under an indicator."""

    indicator_code: IndicatorCode
    assessment: SelfAssessment | None
    statement: Text
    problems: Text
    score: Figure | None
    stated_by: Line
    changed_at: Moment
    removed_at: Moment | None


class WebLookupRecord(UnitsRecord):
    """What was looked up on the web for a task, and what was found."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    address: Name
    sought: Line
    looked_up_on: Day
    looked_up_by: Line
    result: LookupResult
    note: Text
    changed_at: Moment
    removed_at: Moment | None


class ReviewRecord(Record):
    """A decision of the office."""

    unit_id: Id
    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: Point
    item_id: Id | None
    revision_number: Number | None
    decision: ReviewDecision
    reason_codes: Annotated[list[Line], Field(max_length=200)]
    note: Text
    basis: Basis
    submission_id: Id | None
    decided_by: Line
    decided_at: Moment
    changed_at: Moment
    removed_at: Moment | None


class NoticeRecord(Record):
    """A rectification notice of the office, with its verdict."""

    unit_id: Id
    number: Number
    indicator_code: IndicatorCode
    task_code: OptionalTaskCode
    point_number: Point
    item_id: Id | None
    review_id: Id | None
    problem: Text
    demand: Text
    found_on: Day
    found_by: Line
    deadline: Day
    verdict: ReviewDecision | None
    verdict_note: Text
    verdict_by: Line
    verdict_at: Moment | None
    judged_reply_id: Id | None
    judged_reply_version: Number | None
    created_at: Moment
    changed_at: Moment
    removed_at: Moment | None

    def called(self) -> str:
        """See ``Record``."""
        return str(self.number)


class ReasonRecord(Part):
    """A reason of the office's own list; ``code`` is its name everywhere."""

    code: Line
    text: Text
    position: Position
    version: Number
    changed_at: Moment
    removed_at: Moment | None


class UnitRecords(Part):
    """All that one owner has entered about one unit, removed rows included."""

    items: tuple[ItemRecord, ...] = ()
    placements: tuple[PlacementRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    not_applicable: tuple[NotApplicableRecord, ...] = ()
    submissions: tuple[SubmissionRecord, ...] = ()
    replies: tuple[ReplyRecord, ...] = ()
    self_checks: tuple[SelfCheckRecord, ...] = ()
    web_lookups: tuple[WebLookupRecord, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for name, records in rows_of(self).items():
            if len({record.id for record in records}) < len(records):
                raise ValueError(f"{name}: an id comes twice")
        return self

    def blobs(self) -> frozenset[str]:
        """The address of every original that the items rest on."""
        return frozenset().union(*(item.blobs() for item in self.items))


class OfficeRecords(UnitRecords):
    """The office's decisions about one unit, and what it entered in the unit's stead."""

    reviews: tuple[ReviewRecord, ...] = ()
    notices: tuple[NoticeRecord, ...] = ()


def rows_of(records: UnitRecords) -> dict[str, tuple[Record, ...]]:
    """Every record by the field that holds it, in the order of ``table.KINDS``."""
    found: dict[str, Any] = {name: getattr(records, name) for name in type(records).model_fields}
    return found
