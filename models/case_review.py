"""案卷评查: draws of case files, what reviewers found in them, and the pieces of a case file.

The cases themselves are rows of a register (``models.verification.RegisterRow``). A draw keeps what
it was made from and the review sheets as they were then, so that it can be repeated and its scores
stay what they were, whatever is changed later.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.verification import ToolRow


class Seat(StrEnum):
    """Whose sheet it is: of one of the two reviewers, or of the arbiter."""

    FIRST = "first"
    SECOND = "second"
    ARBITER = "arbiter"


class Verdict(StrEnum):
    """What a reviewer says of one standard."""

    MET = "met"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


class CaseDraw(ToolRow):
    """The share of one unit in a draw (抽取); ``round_id`` is the same for all units of the draw.

    ``strata`` are ``category``, ``year``, ``wanted``, ``population`` (the numbers of all cases, in
    order) and ``drawn`` (the numbers that were drawn, in their order). ``cases`` are the drawn ones
    as the register had them: ``case_id``, ``number``, ``category``, ``year``, ``party``,
    ``handler``, ``filed``, ``closed``. ``sheets`` are the review sheets of their categories.
    ``left_out`` counts the cases of the register that could not be drawn, because they have faults.
    """

    # The office's own work: it reviews case files, not these rows.
    reviewed = None

    __tablename__ = "case_draw"
    __table_args__ = (Index("ix_case_draw_unit", "unit_id", "round_id"),)

    round_id: Mapped[str]
    name: Mapped[str]
    seed: Mapped[str]
    algorithm: Mapped[str]
    drawn_by: Mapped[str]
    drawn_at: Mapped[datetime]
    left_out: Mapped[int] = mapped_column(default=0)
    strata: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    cases: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    sheets: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.name


class CaseScore(ToolRow):
    """The sheet of one reviewer, or of the arbiter, on one case of a draw.

    ``marks`` are ``standard``, ``judged`` (a ``Verdict``), ``lost`` (points, null for all of the
    standard's) and ``remark``; ``comments`` are ``standard`` ("" for none), ``item_id``, ``page``
    and ``text``.
    """

    # See ``CaseDraw``.
    reviewed = None

    __tablename__ = "case_score"
    __table_args__ = (Index("ix_case_score_case", "draw_id", "case_id"),)

    draw_id: Mapped[str]
    case_id: Mapped[str]
    seat: Mapped[str]
    reviewer: Mapped[str]
    marks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    comments: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    summary: Mapped[str] = mapped_column(default="")
    concluded_at: Mapped[datetime | None]

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.reviewer


class CasePiece(ToolRow):
    """An evidence item that is a piece of a case file; ``piece`` is a kind of the order template.

    ``case_id`` is a row of the register of cases, ``position`` the place among those of one kind.
    """

    # The pieces are items, which are reviewed.
    reviewed = None

    __tablename__ = "case_piece"
    __table_args__ = (Index("ix_case_piece_case", "case_id"),)

    case_id: Mapped[str]
    item_id: Mapped[str]
    piece: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.piece or self.item_id
