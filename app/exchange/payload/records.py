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
    Address,
    Basis,
    Cells,
    Copies,
    Day,
    Detail,
    DocumentDay,
    ExamRules,
    Figure,
    FigurePlace,
    FigureYear,
    FileMoment,
    Id,
    IndicatorCode,
    ItemYear,
    JudgedId,
    Line,
    MaskedName,
    Moment,
    MomentText,
    Name,
    NotedLine,
    Number,
    OptionalTaskCode,
    Point,
    PointNumber,
    Position,
    Sha256,
    SheetAnswers,
    SheetScores,
    ShortLine,
    Size,
    TaskCode,
    Text,
    WallMoment,
)
from app.filekind import FileKind
from app.page_setup import MOST_PAGES, Cut, PageSetup, Paper, stored_setups
from app.photos.looks import DIGITS
from app.photos.notes import LAYOUT, NOTES, PhotoNote, with_notes
from app.problems import ProblemKind
from models.exams import Attendance, Difficulty, QuestionKind
from models.verification import LookupResult, Readiness
from models.vocabulary import AttachmentRole, ReviewDecision, SelfAssessment

#: The formats that are read; the last one is written. 2: what does not apply (``not_applicable``),
#: and figures that were withdrawn. 3: findings and who dismissed them, and how content is bound.
#: 4: tasks go by a code of their own (``task_code``, before ``method``) and may have units of
#: their own; the indicator set may be of format 2; what was looked up on the web. 5: who owes
#: the points (``obligations``), a figure may be of a year, points may have checklists, why a
#: revision took the place of the one before, and how pages are set up. 6: where on the web an item
#: was seen (``origin``); what is to be looked up on the web, and what a look-up answers of it; what
#: photos say of themselves, what is noted of them, and how many share a page; sites that inspectors
#: visit; whether a picture is cut into pages; the years that were chosen for an item; rows of
#: registers, and what a figure was worked out from. 7: questionnaires and their answers, case files
#: and their reviews, exams and their results, and what reviews decide of rows of tools.
Format = Literal[1, 2, 3, 4, 5, 6, 7]
FORMAT: Final = 7

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

    def places(self) -> tuple[Where, ...]:
        """All places in the indicator set that it names."""
        place = self.where()
        return () if place is None else (place,)

    def called(self) -> str:
        """What people know it by: its title, number or indicator; "" if it has none of them."""
        place = self.where()
        return place[0] if place is not None else ""


class UnitsRecord(Record):
    """A record of a unit; ``by_office``: the office entered it in the unit's stead."""

    unit_id: Id
    by_office: bool


class PhotoPart(Part):
    """What a photo says of itself, as its unit read it; nothing but hints rests on it."""

    look: Annotated[str, Field(pattern=rf"^([0-9a-f]{{{DIGITS}}})?$")] = ""
    taken: ShortLine = ""
    place: ShortLine = ""
    taken_by: ShortLine = ""


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
    photo: PhotoPart | None = None


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


class PageSetupPart(Part):
    """How the pages of one file are bound: which (all if none is named), turned, straight, on what.

    ``turns`` and ``tilts`` are pairs of a page and the degrees, or hundredths of a degree,
    clockwise; ``of`` is how many pages the file had. ``cut`` is whether a picture is cut into
    pages; alone it needs no ``of``.
    """

    sha256: Sha256
    of: Annotated[int, Field(ge=0, le=MOST_PAGES)] = 0
    bound: Annotated[list[int], Field(max_length=MOST_PAGES)] = []
    reason: Text = ""
    turns: Annotated[list[tuple[int, int]], Field(max_length=MOST_PAGES)] = []
    tilts: Annotated[list[tuple[int, int]], Field(max_length=MOST_PAGES)] = []
    paper: Paper = Paper.AUTO
    size: tuple[int, int] | None = None
    cut: Cut = Cut.AUTO

    @model_validator(mode="after")
    def _possible(self) -> Self:
        self.setup()
        return self

    def setup(self) -> PageSetup:
        """The setup; raises ``ValueError`` if no file can be bound so."""
        return PageSetup.of_stored(self.model_dump(exclude={"sha256"}))


class PhotoNotePart(Part):
    """What is noted of one photo, beside its title; "": it is to stay empty."""

    sha256: Sha256
    taken: NotedLine | None = None
    place: NotedLine | None = None
    people: NotedLine | None = None
    taken_by: NotedLine | None = None
    words: NotedLine | None = None

    def note(self) -> PhotoNote:
        """The note."""
        return PhotoNote.of_stored(self.model_dump(exclude={"sha256"}))


class BindingPart(Part):
    """How a person wants content bound.

    ``pages``: the files whose pages are set up; ``photos``: what is noted of photos;
    ``photos_per_page``: how many share a page.
    """

    changes: Literal["accepted", "marked"] = "accepted"
    comments: bool = False
    hidden: bool = False
    pages: Annotated[list[PageSetupPart], Field(max_length=5000)] = []
    photos: Annotated[list[PhotoNotePart], Field(max_length=5000)] = []
    photos_per_page: Literal[1, 2, 4] | None = None

    def stored(self) -> dict[str, Any]:
        """In the form in which a revision keeps it."""
        usual = self.model_dump(exclude_defaults=True, exclude={"pages", NOTES, LAYOUT})
        pages = stored_setups({one.sha256: one.setup() for one in self.pages})
        notes = {one.sha256: one.note() for one in self.photos}
        bound = usual | ({"pages": pages} if pages else {})
        return with_notes(bound, notes, self.photos_per_page, notes)


class AttachmentPart(Part):
    """A second file of a revision."""

    id: Id
    position: Position
    role: AttachmentRole
    blob_sha256: Sha256
    file_name: Name
    problems: Annotated[list[ProblemPart], Field(max_length=200)]


class OriginPart(Part):
    """Where on the web an item was seen; "" where nobody said."""

    address: Address = ""
    final_address: Address = ""
    site: Line = ""
    section: Line = ""
    published_on: DocumentDay = ""
    looked_up_at: WallMoment = ""
    looked_up_by: Line = ""

    def stored(self) -> dict[str, str]:
        """In the form in which a revision keeps it."""
        return self.model_dump(exclude_defaults=True)


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
    origin: OriginPart = OriginPart()
    reason: Text = ""
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
    years: Annotated[list[ItemYear], Field(max_length=100)] | None = None
    """The years that a person chose for the item there; none: its title and date tell."""
    created_at: Moment
    changed_at: Moment
    removed_at: Moment | None


class FigureRecord(UnitsRecord):
    """A figure stated for a threshold."""

    place: FigurePlace
    threshold: Text
    year: FigureYear = 0
    """The year that the figure is of; 0: none."""
    value: Figure
    basis: Text = ""
    """What it was worked out from, if the program did so."""
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


class CompletePointRecord(UnitsRecord):
    """A point whose material is said to be complete, whatever its checklist says."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: PointNumber
    said_by: Line
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


class WebTargetRecord(UnitsRecord):
    """What a unit put on its list of what to look up for a task."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    address: Name
    shows: Line
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
    target: Id | None = None
    """The line of the list that it answers."""
    changed_at: Moment
    removed_at: Moment | None


class CheckPart(Part):
    """A line of a site's check list."""

    item: Name
    look_for: Line = ""
    state: Readiness = Readiness.NOT_YET
    person: Line = ""
    remark: Line = ""


class SiteTaskPart(Part):
    """A task that a site serves, with its check list."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    checks: Annotated[list[CheckPart], Field(max_length=200)] = []


class SiteRecord(UnitsRecord):
    """A place that inspectors visit, and what they look at there for each task."""

    name: Name
    location: Line
    in_charge: Line
    phone: Line
    hours: Line
    route: Annotated[Position, Field(ge=0, le=9999)]
    tasks: Annotated[list[SiteTaskPart], Field(max_length=100)]
    changed_at: Moment
    removed_at: Moment | None

    def places(self) -> tuple[Where, ...]:
        """See ``Record``."""
        return tuple((task.indicator_code, task.task_code, None) for task in self.tasks)

    def called(self) -> str:
        """See ``Record``."""
        return self.name


class RegisterRowRecord(UnitsRecord):
    """A row of a register (台账); ``cells`` has the text of each column that is filled."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    register_id: Annotated[Line, Field(min_length=1, max_length=100)]
    position: Position
    cells: Cells
    changed_at: Moment
    removed_at: Moment | None

    def called(self) -> str:
        """See ``Record``."""
        return next(iter(self.cells.values()), "")


#: The letters of options, and what a choice may have.
_LETTERS = "ABCDEFGH"
ExamOptions = Annotated[list[Line], Field(max_length=len(_LETTERS))]
ExamAnswers = Annotated[
    list[Annotated[Text, Field(max_length=2000)]], Field(min_length=1, max_length=100)
]
ExamStem = Annotated[Text, Field(min_length=1, max_length=2000)]
ExamPoints = Annotated[float, Field(ge=0, le=200)]


def _fits(kind: QuestionKind, options: list[str], answers: list[str]) -> None:
    """A choice is answered by letters of its options."""
    choice = kind in {QuestionKind.SINGLE, QuestionKind.MULTIPLE}
    if choice and not set(answers) <= set(_LETTERS[: len(options)]):
        raise ValueError("an answer is no option")


class ExamQuestionRecord(UnitsRecord):
    """A question of the bank for exams."""

    position: Position
    kind: QuestionKind
    chapter: Name
    stem: ExamStem
    options: ExamOptions
    answers: ExamAnswers
    law: Line
    article: Line
    difficulty: Difficulty
    valid_from: Day
    valid_until: Day
    note: Text
    changed_at: Moment
    removed_at: Moment | None

    @model_validator(mode="after")
    def _answered(self) -> Self:
        _fits(self.kind, self.options, self.answers)
        return self

    def called(self) -> str:
        """See ``Record``."""
        return self.stem[:40]


class PaperQuestionPart(Part):
    """A question as it was when a paper was made."""

    id: Annotated[Line, Field(max_length=64)]
    kind: QuestionKind
    stem: ExamStem
    options: ExamOptions
    answers: ExamAnswers
    points: ExamPoints
    partial: ExamPoints | None = None
    chapter: Line = ""
    difficulty: Difficulty = Difficulty.EASY
    source: Text = ""
    note: Text = ""

    @model_validator(mode="after")
    def _answered(self) -> Self:
        _fits(self.kind, self.options, self.answers)
        return self


class PaperPlacePart(Part):
    """A place in a version: the question by its number on the list, the order of its options."""

    question: Annotated[int, Field(ge=1, le=300)]
    options: Annotated[list[Annotated[int, Field(ge=0, le=7)]], Field(max_length=8)]


class PaperVersionPart(Part):
    """One of the versions of a paper."""

    name: Literal["A", "B", "C", "D"]
    order: Annotated[list[PaperPlacePart], Field(min_length=1, max_length=300)]


class ExamPaperPart(Part):
    """The paper of one sitting: its questions, and the versions with every question once."""

    seed: ShortLine
    made_for: Day
    questions: Annotated[list[PaperQuestionPart], Field(min_length=1, max_length=300)]
    versions: Annotated[list[PaperVersionPart], Field(min_length=1, max_length=4)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        numbers = list(range(1, len(self.questions) + 1))
        for version in self.versions:
            if sorted(place.question for place in version.order) != numbers:
                raise ValueError("a version lacks a question, or has one twice")
            for place in version.order:
                options = self.questions[place.question - 1].options
                if sorted(place.options) != list(range(len(options))):
                    raise ValueError("a version lacks an option, or has one twice")
        return self


class ExamDrawPart(Part):
    """How candidates were drawn: so many of a list, by a seed."""

    seed: ShortLine
    count: Annotated[int, Field(ge=1, le=1_000_000)]
    of: Annotated[int, Field(ge=1, le=1_000_000)]


class ExamRecord(UnitsRecord):
    """An exam, with its papers as they were made."""

    indicator_code: IndicatorCode
    task_code: TaskCode
    name: Name
    held_on: Day
    starts_at: Line
    room: Line
    makeup_on: Day
    rules: ExamRules | None
    papers: dict[Literal["1", "2"], ExamPaperPart]
    draw: ExamDrawPart | None
    changed_at: Moment
    removed_at: Moment | None

    def called(self) -> str:
        """See ``Record``."""
        return self.name


class ExamPersonRecord(UnitsRecord):
    """Somebody on the list of an exam. The name travels masked."""

    exam_id: Id
    position: Position
    name: MaskedName
    department: Line
    post: Line
    number: ShortLine
    seat: ShortLine
    paper_version: Literal["", "A", "B", "C", "D"]
    sitting: Literal[1, 2]
    attendance: Attendance
    answers: SheetAnswers
    scores: SheetScores
    changed_at: Moment
    removed_at: Moment | None

    def called(self) -> str:
        """See ``Record``."""
        return self.number


class ReviewRecord(Record):
    """A decision of the office."""

    unit_id: Id
    indicator_code: IndicatorCode
    task_code: TaskCode
    point_number: Point
    item_id: JudgedId | None
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
    item_id: JudgedId | None
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
    complete_points: tuple[CompletePointRecord, ...] = ()
    submissions: tuple[SubmissionRecord, ...] = ()
    replies: tuple[ReplyRecord, ...] = ()
    self_checks: tuple[SelfCheckRecord, ...] = ()
    web_targets: tuple[WebTargetRecord, ...] = ()
    web_lookups: tuple[WebLookupRecord, ...] = ()
    sites: tuple[SiteRecord, ...] = ()
    register_rows: tuple[RegisterRowRecord, ...] = ()
    exam_questions: tuple[ExamQuestionRecord, ...] = ()
    exams: tuple[ExamRecord, ...] = ()
    exam_people: tuple[ExamPersonRecord, ...] = ()

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
