"""答卷: the sheets of a round with what was answered on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.verification import typed
from app.verification.interview.answering import Answers
from app.verification.interview.files import METHOD
from app.verification.notes import Note, NoteKind
from app.verification.slots import Slot
from models import Unit
from models.verification import MOST_ANSWER_SHEETS, InterviewAnswer
from models.verification import AnswerOrigin as AnswerOrigin

#: The highest number of a sheet.
LAST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What a person says of one sheet of a round.

    ``round`` is the round's id. ``second`` is what a second person (``second_by``) entered; once
    differences are settled it is the same as ``answers``. ``void`` is why the sheet does not
    count, "" if it does. ``scan`` is the id of the item of evidence with the scanned sheet.
    """

    round: str
    number: int
    group: str = ""
    answers: Answers = field(default_factory=dict)
    entered_by: str = ""
    origin: AnswerOrigin = AnswerOrigin.TYPED
    second: Answers = field(default_factory=dict)
    second_by: str = ""
    void: str = ""
    scan: str = ""


def read_sheets(session: Session, round_id: str | None = None) -> tuple[Note[AnswerSheet], ...]:
    """The sheets of a round, or of all rounds, by their numbers."""
    table = InterviewAnswer
    query = (
        select(table, Unit.name)
        .join(Unit, Unit.id == table.unit_id)
        .where(table.removed_at.is_(None))
        .order_by(table.round_id, table.number, table.id)
    )
    if round_id is not None:
        query = query.where(table.round_id == round_id)
    return tuple(
        Note(row.id, Slot(unit, row.indicator_code, row.task_code), row.by_office, _said(row))
        for row, unit in session.execute(query)
    )


def removed_numbers(session: Session, ids: Iterable[str]) -> list[int]:
    """The numbers of these sheets, if they were taken back."""
    rows = (session.get(InterviewAnswer, id_) for id_ in ids)
    return [row.number for row in rows if row is not None and row.removed_at is not None]


def next_number(sheets: Iterable[Note[AnswerSheet]]) -> int:
    """The number of the next sheet of a round."""
    return max((sheet.said.number for sheet in sheets), default=0) + 1


def _cleaned(said: AnswerSheet) -> AnswerSheet:
    return AnswerSheet(
        round=said.round,
        number=typed.number("number", said.number, LAST_NUMBER),
        group=typed.line("group", said.group),
        answers=dict(said.answers),
        entered_by=typed.line("entered_by", said.entered_by),
        origin=said.origin,
        second=dict(said.second),
        second_by=typed.line("second_by", said.second_by),
        void=typed.line("void", said.void),
        scan=said.scan,
    )


def _said(row: InterviewAnswer) -> AnswerSheet:
    return AnswerSheet(
        round=row.round_id,
        number=row.number,
        group=row.group_name,
        answers=dict(row.answers),
        entered_by=row.entered_by,
        origin=AnswerOrigin(row.origin),
        second=dict(row.second),
        second_by=row.second_by,
        void=row.void,
        scan=row.scan,
    )


def _put(row: InterviewAnswer, said: AnswerSheet) -> None:
    row.round_id, row.number, row.group_name = said.round, said.number, said.group
    row.answers, row.second = dict(said.answers), dict(said.second)
    row.entered_by, row.second_by = said.entered_by, said.second_by
    row.origin, row.void, row.scan = said.origin.value, said.void, said.scan


def _told(said: AnswerSheet) -> Mapping[str, Any]:
    return {"note": str(said.number), "round": said.round}


#: The sheets of all rounds.
SHEETS: NoteKind[InterviewAnswer, AnswerSheet] = NoteKind(
    method=METHOD,
    table=InterviewAnswer,
    action="interview_answer",
    order=("round_id", "number"),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=MOST_ANSWER_SHEETS,
)
