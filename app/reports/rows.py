"""What papers are made from: frozen rows, read from the workspace before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.completeness.states import Filing, OwedPoints, Tally
from app.completeness.vocabulary import State
from app.framework.keys import PointKey
from app.reports.case_rows import CaseFormLine, CaseReviewLine
from app.review.vocabulary import SlotStage
from app.stages.schedule import Schedule
from app.verification.interview.rounds import Round
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import AnswerSheet
from models.vocabulary import SelfAssessment


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, and when.

    Attributes:
        county: 示例县.
        programme: what the county works on: 法治政府建设示范创建.
        own_unit: the unit whose workspace it is; "" in the office's.
        issuer: the office that issues notices, in full.
        issuer_code: its part of a document number (示创办); "" leaves room to write.
        today: the day that the figures are of and that stands under a paper.
        reply_by: until when material is asked for; None for the deadline of the present stage.
        printed_by: who prints it, at its foot (版记); "" for the issuer.
    """

    county: str
    programme: str
    own_unit: str
    issuer: str
    today: date
    issuer_code: str = ""
    contact: str = ""
    phone: str = ""
    copy_to: str = ""
    printed_by: str = ""
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator; a group of units that answers for it stands under its own name."""

    code: str
    heading: str
    category: str
    statement: str
    leads: tuple[str, ...]
    participants: tuple[str, ...]
    tally: Tally = field(default_factory=Tally)
    state: State = State.EMPTY


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A verification task and its points' texts; ``name`` is what it is called."""

    indicator: str
    name: str
    requirement: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlotLine(OwedPoints):
    """A task and a unit that answers for it: what lies there, and how far its review is.

    ``task`` is what the task is called. ``owes`` are the numbers of the points that the unit owes;
    None: all of them. ``deadline`` is the task's own.
    ``remarks`` are the office's reasons and words of its last decision.
    """

    unit: str
    indicator: str
    task: str
    lead: bool
    filing: Filing
    stage: SlotStage | None = None
    remarks: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    owes: frozenset[int] | None = None
    deadline: date | None = None

    @property
    def begun(self) -> bool:
        """True if anything lies there or was said of it."""
        return self.filing.anything or self.stage not in {None, SlotStage.NOT_STARTED}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An evidence item at one of its places; ``number`` is its 编号, ``task`` the task's name."""

    item: str
    unit: str
    indicator: str
    task: str
    point: int | None
    title: str
    doc_number: str
    issuer: str
    doc_date: str
    copies: int
    file_name: str
    remark: str = ""
    problems: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class RectificationLine:
    """A problem and what becomes of it (整改).

    ``task`` is the task's name, "" if the problem is none of one task. ``state`` is its Chinese
    name; ``open`` is True until the office has closed it. Dates are ISO
    text, empty where nobody has set them.
    """

    number: int
    unit: str
    indicator: str
    task: str
    problem: str
    demand: str
    found_on: str
    found_by: str
    deadline: str
    state: str
    open: bool
    overdue: bool = False
    measure: str = ""
    person: str = ""
    done_on: str = ""
    closed_on: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class SelfCheckLine:
    """What a unit says of itself under an indicator (自查自评)."""

    unit: str
    indicator: str
    assessment: SelfAssessment | None
    statement: str
    problems: str = ""
    measures: str = ""


@dataclass(frozen=True, slots=True)
class SiteTaskLine:
    """What inspectors come to a site for; ``checks`` are item, what to see, and who answers."""

    indicator: str
    heading: str
    task: str
    requirement: str
    checks: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A place that inspectors visit (核验现场)."""

    unit: str
    name: str
    location: str
    in_charge: str
    phone: str
    hours: str
    tasks: tuple[SiteTaskLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """A questionnaire that can be used; ``serves`` are the indicators it was written for."""

    said: Questionnaire
    serves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """A round of interviews (访谈活动) with the sheets that came back; ``task`` is its name."""

    unit: str
    indicator: str
    heading: str
    task: str
    requirement: str
    round: Round
    sheets: tuple[tuple[str, AnswerSheet], ...]


@dataclass(frozen=True)
class ReportRows:
    """Everything that any paper may show.

    Attributes:
        units: every unit in use, with the points that it owes; none if it owes none.
        whole: each point counted once, whoever proved it.
        sites: in the order of visits.
        interviews: the rounds of all units, the earlier ones first.
        questionnaires: those that the county can use.
        case_reviews: the draws of case files, the latest last; papers speak of that one.
        case_forms: the review sheets that the county has now.
        only: the indicators that papers about single tasks are wanted of; empty for all.
        points: the points that certificates are wanted for; empty for those that ask for them.
        in_review: slots have been handed in or decided on, so that papers speak of that.
    """

    head: Letterhead
    schedule: Schedule
    units: Mapping[str, Tally]
    whole: Tally
    indicators: tuple[IndicatorLine, ...]
    tasks: tuple[TaskLine, ...]
    slots: tuple[SlotLine, ...]
    items: tuple[ItemLine, ...] = ()
    rectifications: tuple[RectificationLine, ...] = ()
    self_checks: tuple[SelfCheckLine, ...] = ()
    sites: tuple[SiteLine, ...] = ()
    interviews: tuple[InterviewLine, ...] = ()
    questionnaires: tuple[QuestionnaireLine, ...] = ()
    case_reviews: tuple[CaseReviewLine, ...] = ()
    case_forms: tuple[CaseFormLine, ...] = ()
    only: frozenset[str] = frozenset()
    points: frozenset[PointKey] = frozenset()
    in_review: bool = False
    by_code: Mapping[str, IndicatorLine] = field(init=False)

    def __post_init__(self) -> None:
        """Index the indicators."""
        object.__setattr__(self, "by_code", {line.code: line for line in self.indicators})

    def slots_of(self, unit: str) -> tuple[SlotLine, ...]:
        """The slots of a unit, in the order of the set."""
        return tuple(s for s in self.slots if s.unit == unit)

    def indicators_of(self, unit: str) -> tuple[IndicatorLine, ...]:
        """The indicators that a unit answers for, in the order of the set."""
        codes = {s.indicator for s in self.slots if s.unit == unit}
        return tuple(line for line in self.indicators if line.code in codes)
