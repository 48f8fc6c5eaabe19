"""The table of all kinds of records: what is said of each kind once, for all that handles records.

Reading from the database, bounds, checking, storing, undoing and 体检 go over this table. To add a
kind: its record and its list in ``records``, an entry here, its words in ``app.wording.records``.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from sqlalchemy import Table

from app.exchange.payload.records import (
    CompletePointRecord,
    ExamPersonRecord,
    ExamQuestionRecord,
    ExamRecord,
    FigureRecord,
    ItemRecord,
    NotApplicableRecord,
    NoticeRecord,
    PlacementRecord,
    Record,
    RegisterRowRecord,
    ReplyRecord,
    ReviewRecord,
    SelfCheckRecord,
    SiteRecord,
    SubmissionRecord,
    UnitsRecord,
    WebLookupRecord,
    WebTargetRecord,
)
from models import (
    Base,
    CompletePoint,
    EvidenceItem,
    Figure,
    NotApplicable,
    Placement,
    RectificationNotice,
    RectificationReply,
    Review,
    SelfCheck,
    Submission,
)
from models.exams import MOST_EXAMS, MOST_PEOPLE, MOST_QUESTIONS, Exam, ExamPerson, ExamQuestion
from models.verification import MOST_REGISTER_ROWS, RegisterRow, Site, WebLookup, WebTarget


@dataclass(frozen=True)
class RecordKind:
    """What is said of one kind of records.

    Attributes:
        record: the records as they travel.
        model: the table that holds them. Its columns are the record's fields.
        most: how many of them one package may bring.
        once: the fields that no two live records of one writer share, the one that a refusal names
            first; empty if any number may say the same.
        one_row: the table has one row for what ``once`` names, removed or not. So a new generation,
            which may say the same under another id, deletes the rows that it lacks.
    """

    record: type[Record]
    model: type[Base]
    most: int
    once: tuple[str, ...] = ()
    one_row: bool = False

    @property
    def entered(self) -> bool:
        """True if a unit enters them, or the office in its stead: every package may bring them.

        Others are the office's decisions, which no submission brings.
        """
        return issubclass(self.record, UnitsRecord)

    @property
    def table(self) -> Table:
        """The table that holds them."""
        found = self.model.__table__
        assert isinstance(found, Table)
        return found

    @property
    def key(self) -> tuple[str, ...]:
        """The fields that make two live records say one thing."""
        return ("unit_id", "by_office", *self.once)

    def key_of(self, row: object) -> Hashable:
        """What a record, or a row with these columns, says that no second one may say."""
        return tuple(getattr(row, name) for name in self.key)


#: By the field of the payload that holds them, in the order in which rows can be stored.
KINDS: Mapping[str, RecordKind] = {
    "items": RecordKind(ItemRecord, EvidenceItem, most=40_000),
    "placements": RecordKind(PlacementRecord, Placement, most=80_000),
    "figures": RecordKind(
        FigureRecord, Figure, most=20_000, once=("threshold", "place", "year"), one_row=True
    ),
    "not_applicable": RecordKind(
        NotApplicableRecord,
        NotApplicable,
        most=20_000,
        once=("indicator_code", "task_code", "point_number"),
    ),
    "complete_points": RecordKind(
        CompletePointRecord,
        CompletePoint,
        most=20_000,
        once=("indicator_code", "task_code", "point_number"),
    ),
    "submissions": RecordKind(SubmissionRecord, Submission, most=20_000),
    "replies": RecordKind(ReplyRecord, RectificationReply, most=20_000, once=("notice_id",)),
    "self_checks": RecordKind(SelfCheckRecord, SelfCheck, most=20_000, once=("indicator_code",)),
    "web_targets": RecordKind(WebTargetRecord, WebTarget, most=20_000),
    "web_lookups": RecordKind(WebLookupRecord, WebLookup, most=20_000),
    "sites": RecordKind(SiteRecord, Site, most=2_000),
    "register_rows": RecordKind(RegisterRowRecord, RegisterRow, most=MOST_REGISTER_ROWS),
    "exam_questions": RecordKind(ExamQuestionRecord, ExamQuestion, most=MOST_QUESTIONS),
    "exams": RecordKind(ExamRecord, Exam, most=MOST_EXAMS),
    "exam_people": RecordKind(ExamPersonRecord, ExamPerson, most=MOST_PEOPLE),
    "reviews": RecordKind(ReviewRecord, Review, most=80_000),
    "notices": RecordKind(NoticeRecord, RectificationNotice, most=20_000),
}
