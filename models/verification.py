"""What the tools of verification methods note for a unit (see ``app.verification``)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, new_id
from models.ids import UnitId

#: So many rows of registers may a unit have; packages take no more.
MOST_REGISTER_ROWS = 40_000


@dataclass(frozen=True, slots=True)
class ReviewedRows:
    """What of a tool's rows the office judges when it reviews a slot.

    The rows of a slot are judged together, as one entry. ``columns`` are what counts, in the order
    of ``order``: a row that says something else there makes an acceptance out of date. With
    ``kind``, a column, the rows of each kind are an entry. ``part`` takes from the values of a
    row what belongs to one task; it is for rows that name several tasks in ``tasks``.
    """

    columns: tuple[str, ...]
    order: tuple[str, ...] = ()
    kind: str = ""
    part: Callable[[dict[str, Any]], Any] | None = None


class ToolRow(Base):
    """A row of a method's tool: a unit's, or the office's in its stead.

    Only the side that entered it changes it. A row that was taken back stays, with ``removed_at``,
    so that packages take it back everywhere. Each table says whether its rows are evidence that
    the office reviews (``reviewed``), or None: lists of what is to be done are not.
    """

    __abstract__ = True

    reviewed: ClassVar[ReviewedRows | None] = None

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    @property
    def title(self) -> str:
        """What people know the row by."""
        raise NotImplementedError


class MethodRow(ToolRow):
    """A row that belongs to one task of the unit."""

    __abstract__ = True

    indicator_code: Mapped[str]
    task_code: Mapped[str]


class WebTarget(MethodRow):
    """An address that a unit put on its list of what to look up (检索清单), and what it must show.

    The lines that the office lays down for all are a choice of its workspace. It is a list of what
    to do: what was found, the look-ups, is the evidence.
    """

    reviewed = None

    __tablename__ = "web_target"
    __table_args__ = (Index("ix_web_target_slot", "indicator_code", "task_code", "unit_id"),)

    address: Mapped[str]
    shows: Mapped[str]

    @property
    def title(self) -> str:
        """See ``MethodRow``."""
        return self.shows


class LookupResult(StrEnum):
    """What was found on the web."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOTHING = "nothing"


class WebLookup(MethodRow):
    """Something that a person looked up on the web (网络检索).

    ``looked_up_on`` is an ISO day; ``target`` the id of the line of the list that it answers, a
    unit's or the office's, which may be gone since.
    """

    reviewed = ReviewedRows(
        ("address", "sought", "looked_up_on", "looked_up_by", "result", "note"),
        order=("looked_up_on", "id"),
    )

    __tablename__ = "web_lookup"
    __table_args__ = (Index("ix_web_lookup_slot", "indicator_code", "task_code", "unit_id"),)

    address: Mapped[str]
    sought: Mapped[str]
    looked_up_on: Mapped[str]
    looked_up_by: Mapped[str]
    result: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    target: Mapped[str | None]

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.sought


class Readiness(StrEnum):
    """How far something is that inspectors will look at."""

    READY = "ready"
    UNDER_WAY = "under_way"
    NOT_YET = "not_yet"


def _on_site(task: dict[str, Any]) -> list[list[str]]:
    """What inspectors look at for a task; how far it is does not count: it changes daily."""
    return [[check["item"], check["look_for"], check["person"]] for check in task["checks"]]


class Site(ToolRow):
    """A place that inspectors visit (实地核验). A unit enters it once, for all its tasks.

    ``route`` is its place among the unit's sites, 0 for none. ``tasks`` are the tasks that it
    serves: ``indicator_code``, ``task_code`` and ``checks``, a list of ``item``, ``look_for``,
    ``state``, ``person`` and ``remark``.
    """

    reviewed = ReviewedRows(
        ("name", "location", "in_charge", "phone", "hours"), order=("name", "id"), part=_on_site
    )

    __tablename__ = "site"
    __table_args__ = (Index("ix_site_unit_id", "unit_id"),)

    name: Mapped[str]
    location: Mapped[str] = mapped_column(default="")
    in_charge: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    route: Mapped[int] = mapped_column(default=0)
    tasks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.name


class RegisterRow(MethodRow):
    """A row of a register (台账); ``cells`` holds the text of each column by its id."""

    reviewed = ReviewedRows(("cells",), order=("position", "id"), kind="register_id")

    __tablename__ = "register_row"
    __table_args__ = (Index("ix_register_row_unit", "unit_id", "register_id"),)

    register_id: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    cells: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)

    @property
    def title(self) -> str:
        """See ``MethodRow``."""
        return next((text for text in self.cells.values() if text), self.register_id)


#: So many sheets with answers may a unit have, of all its rounds; packages take no more.
MOST_ANSWER_SHEETS = 5_000


class InterviewRound(MethodRow):
    """A round of interviews (访谈活动) for one task.

    ``questionnaire`` is the edition that was used, as its data file says it. ``plan`` has a line
    for each group: ``group``, ``total``, ``planned``. ``draws`` has every draw, the last one
    counts: ``drawn_at``, ``drawn_by``, ``seed``, ``algorithm``, ``digest`` of the list, ``reason``,
    ``groups`` (``group``, ``listed``, ``drawn``) and ``people`` (``place``, ``group``, ``name``,
    ``phone``). ``topics`` group open answers: ``question``, ``name``, ``words``. The days are ISO
    days, "" for none.
    """

    # Who was drawn is masked on the way, so that it would read otherwise on the other side.
    reviewed = ReviewedRows(("name", "held_from", "held_to", "location"), ("id",))

    __tablename__ = "interview_round"
    __table_args__ = (Index("ix_interview_round_slot", "indicator_code", "task_code", "unit_id"),)

    name: Mapped[str]
    held_from: Mapped[str] = mapped_column(default="")
    held_to: Mapped[str] = mapped_column(default="")
    location: Mapped[str] = mapped_column(default="")
    questionnaire: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    plan: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    draws: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    topics: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.name


class AnswerOrigin(StrEnum):
    """How the answers of a sheet got in."""

    TYPED = "typed"
    IMPORTED = "imported"
    SCANNED = "scanned"


class InterviewAnswer(MethodRow):
    """The answers on one sheet (答卷) of a round.

    ``answers`` has a text by the id of each question that was answered: "2" for the second option,
    "1,3" for several, a number, or the words of an open answer; ``second`` is what a second person
    typed. ``void`` is why the sheet does not count, "" if it does. ``scan`` is the id of the item
    of evidence that holds the scanned sheet.
    """

    reviewed = ReviewedRows(
        ("round_id", "number", "group_name", "answers", "void"), ("round_id", "number", "id")
    )

    __tablename__ = "interview_answer"
    __table_args__ = (Index("ix_interview_answer_round", "round_id", "number"),)

    round_id: Mapped[str]
    number: Mapped[int]
    group_name: Mapped[str] = mapped_column(default="")
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    entered_by: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default=AnswerOrigin.TYPED.value)
    second: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    second_by: Mapped[str] = mapped_column(default="")
    void: Mapped[str] = mapped_column(default="")
    scan: Mapped[str] = mapped_column(default="")

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return str(self.number)
