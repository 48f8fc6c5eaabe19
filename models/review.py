"""Submission, review, rectification and self-check.

Every row has one writer, so that packages of many senders merge by "the owner's latest version
wins": what a unit says and what the office says about it are never one row. ``by_office`` marks
what the office entered in a unit's stead (代为填报); such a row has an id of its own, and the
unit's row, once there is one, comes before it. References between the two sides are plain ids
without a foreign key, because packages arrive in any order and some are lost.

``basis`` is what a decision or a submission rests on: ``[id, point number or null, digest]`` for
every item that lay there and every mark that stood there, sorted (see ``app.review.basis``).
Whether a decision is stale (需复审) is never stored but found by comparing its basis with what lies
there now; a merge therefore has nothing to mark, and taking a change back makes the decision good
again.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, new_id
from models.ids import ItemId, UnitId
from models.vocabulary import ReviewDecision, SelfAssessment


class Submission(Base):
    """A slot as it was handed in (报送); ``round`` counts 1, 2, 3 … within the slot.

    ``removed_at``: taken back before the office decided.
    """

    __tablename__ = "submission"
    __table_args__ = (Index("ix_submission_slot", "indicator_code", "task_code", "unit_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    round: Mapped[int]
    basis: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
    by_office: Mapped[bool] = mapped_column(default=False)
    submitted_by: Mapped[str]
    submitted_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Review(Base):
    """A decision of the office (审核) on a slot, on one of its points, or on an item in it.

    Decisions are added, never rewritten; the latest one that was not taken back (``removed_at``)
    counts. ``submission_id`` is the submission that it answers. ``reason_codes`` are keys of the
    list of reasons, ``note`` is the free text beside them.
    """

    __tablename__ = "review"
    __table_args__ = (Index("ix_review_slot", "indicator_code", "task_code", "unit_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    point_number: Mapped[int | None]
    item_id: Mapped[ItemId | None] = mapped_column(index=True)
    revision_number: Mapped[int | None]
    decision: Mapped[ReviewDecision]
    reason_codes: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
    basis: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    submission_id: Mapped[str | None]
    decided_by: Mapped[str]
    decided_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class ReturnReason(Base):
    """A reason that the office added to the built-in list, or its own words for a built-in one."""

    __tablename__ = "return_reason"

    code: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class RectificationNotice(Base):
    """A problem that the office found and wants put right (整改通知); only the office writes it.

    ``number`` is its running number in the register (整改台账). Dates are ISO text. The verdict
    (验收) says which version of which reply it judges; a newer reply waits for a new verdict.
    """

    __tablename__ = "rectification_notice"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    number: Mapped[int]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"), index=True)
    indicator_code: Mapped[str]
    task_code: Mapped[str | None]
    point_number: Mapped[int | None]
    item_id: Mapped[ItemId | None]
    review_id: Mapped[str | None]
    problem: Mapped[str]
    demand: Mapped[str] = mapped_column(default="")
    found_on: Mapped[str]
    found_by: Mapped[str]
    deadline: Mapped[str] = mapped_column(default="")
    verdict: Mapped[ReviewDecision | None]
    verdict_note: Mapped[str] = mapped_column(default="")
    verdict_by: Mapped[str] = mapped_column(default="")
    verdict_at: Mapped[datetime | None]
    judged_reply_id: Mapped[str | None]
    judged_reply_version: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class RectificationReply(Base):
    """What a unit does about a notice (整改情况); the id follows from notice and writer.

    ``done_on`` is an ISO date, empty while the work goes on; ``evidence`` holds item ids.
    """

    __tablename__ = "rectification_reply"

    id: Mapped[str] = mapped_column(primary_key=True)
    notice_id: Mapped[str] = mapped_column(index=True)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=False)
    measure: Mapped[str] = mapped_column(default="")
    person: Mapped[str] = mapped_column(default="")
    done_on: Mapped[str] = mapped_column(default="")
    evidence: Mapped[list[str]] = mapped_column(JSON, default=list)
    replied_by: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class SelfCheck(Base):
    """What a unit says about itself under an indicator (自查自评).

    The id follows from unit, indicator and writer.
    """

    __tablename__ = "self_check"

    id: Mapped[str] = mapped_column(primary_key=True)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"), index=True)
    indicator_code: Mapped[str]
    by_office: Mapped[bool] = mapped_column(default=False)
    assessment: Mapped[SelfAssessment | None]
    statement: Mapped[str] = mapped_column(default="")
    problems: Mapped[str] = mapped_column(default="")
    score: Mapped[float | None]
    stated_by: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
