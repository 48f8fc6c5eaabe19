"""评查: the sheets of two reviewers and of the arbiter, blind until both concluded.

Who reviews goes by name. ``view_case`` is the only way to what sheets say before a case is decided,
and gives a reviewer nothing of the other one. The log says who filled in how much; what both wrote
stands in it only when both have concluded.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.ownership import refusal, whose
from app.unit_of_work import UnitOfWork
from app.verification import typed
from app.verification.case_review.cases import names_in
from app.verification.case_review.draws import Draw, DrawnCase, read_draws
from app.verification.case_review.errors import (
    BothConcluded,
    CaseUnknown,
    CommentWordless,
    NoDifference,
    NotConcluded,
    PointsNotPossible,
    ReviewerInvolved,
    ReviewerMissing,
    ReviewersComplete,
    ReviewerTwice,
    SheetConcluded,
    SheetIncomplete,
    StandardUnknown,
    TooMuchOnSheet,
)
from app.verification.case_review.scoring import (
    Assessment,
    CaseState,
    Mark,
    Outcome,
    Seat,
    Verdict,
    assess,
    outcome,
    points_of,
)
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.errors import NoteUnknown
from app.workspace.access import is_office
from app.workspace.opening import Workspace
from models import Unit
from models.case_review import CaseDraw, CaseScore

#: What packages take on one sheet.
MOST_COMMENTS = 500
#: What entries of the log are called.
_ACTION = "case_score"
REVIEWERS = (Seat.FIRST, Seat.SECOND)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a page of the case file; ``standard`` "" and ``item`` "" for none, page 0."""

    text: str
    item: str = ""
    page: int = 0
    standard: str = ""


@dataclass(frozen=True, slots=True)
class SheetText:
    """What a person writes on a sheet; ``concluded`` once nothing of it is to be changed."""

    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()
    summary: str = ""
    concluded: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A stored sheet."""

    id: str
    draw_id: str
    case_id: str
    by_office: bool
    seat: Seat
    reviewer: str
    text: SheetText
    concluded_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Place:
    """A seat of a case: who holds it, and how far its sheet is. It says nothing of the content."""

    reviewer: str
    judged: int
    standards: int
    concluded: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as one person may see it.

    Attributes:
        case: what was drawn.
        sheet: the standards.
        places: who reviews it.
        outcome: what counts; its differences are known once both have concluded.
        scores: the sheets that this person may read, with what each comes to.
        own: the seat of this person; None if there is none.
    """

    case: DrawnCase
    sheet: ReviewSheet
    places: Mapping[Seat, Place]
    outcome: Outcome
    scores: Mapping[Seat, tuple[Score, Assessment]]
    own: Seat | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A sheet that was saved, and what it said before; None if it is new."""

    id: str
    seat: Seat
    before: SheetText | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draw with the seats and the outcome of each case, by ``(draw_id, case_id)``.

    ``scores`` are the sheets that anybody may read: of cases that both reviewers concluded.
    """

    draw: Draw
    places: Mapping[tuple[str, str], Mapping[Seat, Place]]
    outcomes: Mapping[tuple[str, str], Outcome]
    scores: Mapping[tuple[str, str], Mapping[Seat, Score]]


def read_reviewed(session: Session) -> tuple[Reviewed, ...]:
    """Every draw with how far its cases are; nothing of sheets that are still blind."""
    draws = read_draws(session)
    by_case: dict[tuple[str, str], dict[Seat, Score]] = {}
    for score in _read_scores(session):
        by_case.setdefault((score.draw_id, score.case_id), {}).setdefault(score.seat, score)
    return tuple(_reviewed(draw, by_case) for draw in draws)


def view_case(session: Session, draw: Draw, case: DrawnCase, viewer: str) -> CaseView:
    """A case as ``viewer`` may see it: the own sheet, and all of them once both concluded."""
    scores = _scores_of(session, case)
    return _view(draw, case, scores, viewer)


def find_drawn(draw: Draw, words: str) -> DrawnCase:
    """The case of a draw by its number or id. Raises ``CaseUnknown``."""
    fitting = [case for case in draw.cases if words in {case.case_id, case.number}]
    if len(fitting) != 1:
        raise CaseUnknown(words)
    return fitting[0]


def assign_reviewers(
    workspace: Workspace, draw: Draw, reviewers: Mapping[DrawnCase, tuple[str, str]]
) -> int:
    """Name the two reviewers of cases; who has begun a sheet keeps the seat.

    Returns how many seats were given. Raises: see ``save_sheet``.
    """
    given = 0
    with workspace.database.writing() as work:
        for case, names in reviewers.items():
            _demand_mine(workspace, draw)
            rows = _rows_of(work, case)
            for seat, name in zip(REVIEWERS, names, strict=True):
                reviewer = _reviewer(name)
                row = rows.get(seat)
                if row is not None and (row.marks or row.reviewer == reviewer):
                    continue
                other = rows.get(Seat.SECOND if seat is Seat.FIRST else Seat.FIRST)
                if other is not None and other.reviewer == reviewer and other.marks:
                    raise ReviewerTwice(reviewer, case.number)
                _demand_apart(case, reviewer)
                if row is None:
                    row = _new_row(work, workspace, case, seat, reviewer)
                    rows[seat] = row
                row.reviewer = reviewer
                _grown(work, row)
                given += 1
            if len({row.reviewer for row in rows.values()}) < len(rows):
                raise ReviewerTwice(rows[Seat.FIRST].reviewer, case.number)
        if given:
            work.record(f"noted.{_ACTION}_assigned", draw.round_id, note=draw.name, assigned=given)
            work.commit()
    return given


def save_sheet(
    workspace: Workspace, draw: Draw, case: DrawnCase, reviewer: str, text: SheetText
) -> Saved:
    """Save what a reviewer says of a case; the seat follows from the name, or is a free one.

    Raises:
        ReviewerMissing: no name was given.
        ReviewersComplete: two others review the case.
        ReviewerInvolved: the reviewer handled the case.
        SheetConcluded: the sheet is concluded.
        SheetIncomplete: it is to be concluded, and standards are not judged.
        StandardUnknown, PointsNotPossible, CommentWordless, TooMuchOnSheet, NoteTooLong: what it
            says is not possible.
        OwnedByUnit, OwnedByOffice: the other side drew the case.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    name = _reviewer(reviewer)
    _demand_apart(case, name)
    return _save(workspace, draw, case, name, text, arbiter=False)


def arbitrate(
    workspace: Workspace, draw: Draw, case: DrawnCase, arbiter: str, text: SheetText
) -> Saved:
    """Save the sheet of the arbiter, which counts once it is concluded.

    Raises:
        NotConcluded: the reviewers have not both concluded.
        NoDifference: they agree.
        ReviewerTwice: the arbiter is one of them.
        Others: see ``save_sheet``.
    """
    name = _reviewer(arbiter)
    _demand_apart(case, name)
    return _save(workspace, draw, case, name, text, arbiter=True)


def put_back(workspace: Workspace, saved: Saved) -> None:
    """Make a sheet say what it said before it was saved; a new one is taken back.

    Raises:
        NoteUnknown: there is no such sheet.
        BothConcluded: it was concluded, and the other reviewer has read it since, or may have.
    """
    with workspace.database.writing() as work:
        row = work.session.get(CaseScore, saved.id)
        if row is None:
            raise NoteUnknown(saved.id)
        if saved.before is None or not saved.before.concluded:
            _demand_reopenable(work, row)
        if saved.before is None:
            row.removed_at = work.now
        else:
            _put(row, saved.before, work.now)
        _grown(work, row)
        _record(work, "reopened", row, "")
        work.commit()


def reopen_sheet(workspace: Workspace, draw: Draw, case: DrawnCase, reviewer: str) -> Saved:
    """Let a reviewer go on with a sheet that was concluded too early.

    Raises:
        NoteUnknown: this person has no sheet of the case.
        BothConcluded: both have concluded, and may know each other's sheet.
        OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``save_sheet``.
    """
    _demand_mine(workspace, draw)
    with workspace.database.writing() as work:
        rows = _rows_of(work, case)
        row = next((r for r in rows.values() if r.reviewer == reviewer), None)
        if row is None:
            raise NoteUnknown(case.number)
        before = _text(row)
        _demand_reopenable(work, row)
        _put(row, replace(before, concluded=False), work.now)
        _grown(work, row)
        _record(work, "reopened", row, case.number)
        work.commit()
        return Saved(row.id, Seat(row.seat), before)


def _save(
    workspace: Workspace,
    draw: Draw,
    case: DrawnCase,
    reviewer: str,
    text: SheetText,
    *,
    arbiter: bool,
) -> Saved:
    _demand_mine(workspace, draw)
    sheet = draw.sheet_of(case)
    cleaned = _cleaned(sheet, text)
    found = assess(sheet, cleaned.marks)
    if cleaned.concluded and not found.complete:
        raise SheetIncomplete(case.number, len(found.open))
    with workspace.database.writing() as work:
        rows = _rows_of(work, case)
        if arbiter:
            seat = _arbiters_seat(draw, case, rows, reviewer)
        else:
            seat = _seat_of(case, rows, reviewer)
        row = rows.get(seat)
        before = _text(row) if row is not None else None
        if row is not None and row.concluded_at is not None:
            raise SheetConcluded(case.number)
        if before == cleaned and row is not None and row.reviewer == reviewer:
            return Saved(row.id, seat, before)
        if row is None:
            row = _new_row(work, workspace, case, seat, reviewer)
            rows[seat] = row
        row.reviewer = reviewer
        _put(row, cleaned, work.now)
        _grown(work, row)
        done = "concluded" if cleaned.concluded else "saved"
        opened = rows if _both_concluded(rows) else {}
        _record(work, done, row, case.number, opened)
        work.commit()
        return Saved(row.id, seat, before)


def _cleaned(sheet: ReviewSheet, text: SheetText) -> SheetText:
    """What was written, in single lines, each standard once and in the order of the sheet."""
    points = {s.id: points_of(s) for s in sheet.generals} | {s.id: None for s in sheet.basics}
    by_standard: dict[str, Mark] = {}
    for mark in text.marks:
        if mark.standard not in points:
            raise StandardUnknown(mark.standard)
        lost = mark.lost if mark.verdict is Verdict.FAILED else None
        most = points[mark.standard]
        if lost is not None and (most is None or not 0 < lost <= most):
            raise PointsNotPossible(mark.standard, "" if most is None else f"{most:f}")
        remark = typed.line("remark", mark.remark)
        by_standard[mark.standard] = Mark(mark.standard, mark.verdict, lost, remark)
    if len(text.comments) > MOST_COMMENTS:
        raise TooMuchOnSheet(MOST_COMMENTS)
    comments = []
    for comment in text.comments:
        words = typed.line("text", comment.text)
        if not words:
            raise CommentWordless
        if comment.standard and comment.standard not in points:
            raise StandardUnknown(comment.standard)
        page = typed.number("page", comment.page, 100_000)
        comments.append(Comment(words, comment.item, page, comment.standard))
    return SheetText(
        tuple(by_standard[s.id] for s in sheet.standards if s.id in by_standard),
        tuple(comments),
        typed.line("summary", text.summary),
        text.concluded,
    )


def _seat_of(case: DrawnCase, rows: Mapping[Seat, CaseScore], reviewer: str) -> Seat:
    for seat in REVIEWERS:
        if seat in rows and rows[seat].reviewer == reviewer:
            return seat
    if Seat.ARBITER in rows and rows[Seat.ARBITER].reviewer == reviewer:
        raise ReviewerTwice(reviewer, case.number)
    for seat in REVIEWERS:
        if seat not in rows:
            return seat
    raise ReviewersComplete(case.number)


def _arbiters_seat(
    draw: Draw, case: DrawnCase, rows: Mapping[Seat, CaseScore], arbiter: str
) -> Seat:
    if not _both_concluded(rows):
        raise NotConcluded(case.number)
    concluded = {seat: _text(rows[seat]).marks for seat in REVIEWERS}
    if outcome(draw.sheet_of(case), concluded).state is not CaseState.DISPUTED:
        raise NoDifference(case.number)
    if arbiter in {rows[seat].reviewer for seat in REVIEWERS}:
        raise ReviewerTwice(arbiter, case.number)
    return Seat.ARBITER


def _reviewer(name: str) -> str:
    found = typed.line("reviewer", name)
    if not found:
        raise ReviewerMissing
    return found


def _demand_apart(case: DrawnCase, reviewer: str) -> None:
    """Who handled a case does not review it (回避)."""
    if reviewer in names_in(case.handler):
        raise ReviewerInvolved(reviewer, case.number)


def _demand_mine(workspace: Workspace, draw: Draw) -> None:
    error = refusal(whose(by_office=draw.by_office, office=is_office(workspace)))
    if error is not None:
        raise error(draw.name)


def _demand_reopenable(work: UnitOfWork, row: CaseScore) -> None:
    if row.concluded_at is None or row.seat == Seat.ARBITER:
        return
    query = select(CaseScore).where(
        CaseScore.draw_id == row.draw_id,
        CaseScore.case_id == row.case_id,
        CaseScore.removed_at.is_(None),
    )
    others = [r for r in work.session.scalars(query) if r.id != row.id and r.seat in REVIEWERS]
    if any(other.concluded_at is not None for other in others):
        raise BothConcluded(row.reviewer)


def _both_concluded(rows: Mapping[Seat, CaseScore]) -> bool:
    return all(seat in rows and rows[seat].concluded_at is not None for seat in REVIEWERS)


def _rows_of(work: UnitOfWork, case: DrawnCase) -> dict[Seat, CaseScore]:
    query = (
        select(CaseScore)
        .where(
            CaseScore.draw_id == case.draw_id,
            CaseScore.case_id == case.case_id,
            CaseScore.removed_at.is_(None),
        )
        .order_by(CaseScore.id.desc())
    )
    return {Seat(row.seat): row for row in work.session.scalars(query)}


def _new_row(
    work: UnitOfWork, workspace: Workspace, case: DrawnCase, seat: Seat, reviewer: str
) -> CaseScore:
    share = work.session.get(CaseDraw, case.draw_id)
    if share is None or share.removed_at is not None:
        raise CaseUnknown(case.number)
    row = CaseScore(
        unit_id=share.unit_id,
        by_office=is_office(workspace),
        version=0,
        draw_id=case.draw_id,
        case_id=case.case_id,
        seat=seat.value,
        reviewer=reviewer,
        marks=[],
        comments=[],
        summary="",
    )
    work.session.add(row)
    return row


def _put(row: CaseScore, text: SheetText, now: datetime) -> None:
    row.marks = [
        {
            "standard": mark.standard,
            "judged": mark.verdict.value,
            "lost": None if mark.lost is None else float(mark.lost),
            "remark": mark.remark,
        }
        for mark in text.marks
    ]
    row.comments = [
        {
            "standard": comment.standard,
            "item_id": comment.item,
            "page": comment.page,
            "text": comment.text,
        }
        for comment in text.comments
    ]
    row.summary = text.summary
    row.concluded_at = now if text.concluded else None


def _text(row: CaseScore) -> SheetText:
    return SheetText(
        tuple(
            Mark(
                stored["standard"],
                Verdict(stored["judged"]),
                None if stored["lost"] is None else Decimal(str(stored["lost"])),
                stored["remark"],
            )
            for stored in row.marks
        ),
        tuple(
            Comment(stored["text"], stored["item_id"], stored["page"], stored["standard"])
            for stored in row.comments
        ),
        row.summary,
        row.concluded_at is not None,
    )


def _grown(work: UnitOfWork, row: CaseScore) -> None:
    row.version += 1
    row.changed_at = work.now
    work.session.flush()


def _record(
    work: UnitOfWork,
    done: str,
    row: CaseScore,
    number: str,
    opened: Mapping[Seat, CaseScore] | None = None,
) -> None:
    """What the log tells: how much a sheet says and its digest, and all once both may be read."""
    unit = work.session.scalar(select(Unit.name).where(Unit.id == row.unit_id)) or ""
    content = json.dumps([row.marks, row.comments, row.summary], sort_keys=True)
    told: dict[str, Any] = {
        "unit": unit,
        "note": number,
        "by": row.reviewer,
        "seat": row.seat,
        "version": row.version,
        "judged": len(row.marks),
        "comments": len(row.comments),
        "digest": hashlib.sha256(content.encode()).hexdigest()[:16],
    }
    if opened:
        told["sheets"] = {
            seat.value: {mark["standard"]: _brief(mark) for mark in kept.marks}
            for seat, kept in opened.items()
        }
    work.record(f"noted.{_ACTION}_{done}", row.id, **told)


def _brief(mark: Mapping[str, Any]) -> str:
    lost = mark["lost"]
    return str(mark["judged"]) if lost is None else f"{mark['judged']} -{lost:g}"


def _read_scores(session: Session) -> Iterable[Score]:
    query = select(CaseScore).where(CaseScore.removed_at.is_(None)).order_by(CaseScore.id)
    return tuple(_score(row) for row in session.scalars(query))


def _scores_of(session: Session, case: DrawnCase) -> dict[Seat, Score]:
    query = (
        select(CaseScore)
        .where(
            CaseScore.draw_id == case.draw_id,
            CaseScore.case_id == case.case_id,
            CaseScore.removed_at.is_(None),
        )
        .order_by(CaseScore.id.desc())
    )
    return {Seat(row.seat): _score(row) for row in session.scalars(query)}


def _score(row: CaseScore) -> Score:
    return Score(
        row.id,
        row.draw_id,
        row.case_id,
        row.by_office,
        Seat(row.seat),
        row.reviewer,
        _text(row),
        row.concluded_at,
        row.version,
    )


def _reviewed(draw: Draw, by_case: Mapping[tuple[str, str], Mapping[Seat, Score]]) -> Reviewed:
    places, outcomes, scores = {}, {}, {}
    for case in draw.cases:
        key = (case.draw_id, case.case_id)
        there = {s: one for s, one in by_case.get(key, {}).items() if _belongs(draw, one)}
        view = _view(draw, case, there, "")
        places[key], outcomes[key] = view.places, view.outcome
        scores[key] = {seat: score for seat, (score, _) in view.scores.items()}
    return Reviewed(draw, places, outcomes, scores)


def _belongs(draw: Draw, score: Score) -> bool:
    """Only the side that drew a case reviews it."""
    return score.by_office is draw.by_office


def _view(draw: Draw, case: DrawnCase, scores: Mapping[Seat, Score], viewer: str) -> CaseView:
    sheet = draw.sheet_of(case)
    seats = {seat: scores[seat] for seat in Seat if seat in scores}
    concluded = {s: one.text.marks for s, one in seats.items() if one.text.concluded}
    begun = any(one.text.marks or one.text.comments for one in seats.values())
    found = outcome(sheet, concluded, begun=begun)
    readable = readable_seats(seats, viewer)
    standards = len(sheet.standards)
    return CaseView(
        case,
        sheet,
        {
            seat: Place(one.reviewer, len(one.text.marks), standards, one.text.concluded)
            for seat, one in seats.items()
        },
        found,
        {seat: (seats[seat], assess(sheet, seats[seat].text.marks)) for seat in readable},
        next((seat for seat, one in seats.items() if viewer and one.reviewer == viewer), None),
    )


def readable_seats(scores: Mapping[Seat, Score], viewer: str) -> Sequence[Seat]:
    """Whose sheets a person may read: the own one, and those of both once both concluded.

    The arbiter's is read by others once it is concluded. ``viewer`` "" is nobody in particular.
    """
    both = all(seat in scores and scores[seat].text.concluded for seat in REVIEWERS)
    return tuple(
        seat
        for seat, score in scores.items()
        if (viewer and score.reviewer == viewer)
        or (both and (seat in REVIEWERS or score.text.concluded))
    )
