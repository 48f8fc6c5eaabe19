"""Exams: what is said of one, its papers, and how its candidates were drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from app.verification import typed
from app.verification.exam import papers as drawing
from app.verification.exam.errors import ExamUnknown, NoPaper
from app.verification.exam.papers import Paper
from app.verification.exam.places import METHOD, home
from app.verification.exam.schema import Blueprint
from app.verification.notes import Note, NoteKind, add_note, read_notes
from app.workspace.opening import Workspace
from models.exams import MOST_EXAMS
from models.exams import Exam as ExamRow

#: The sittings: the exam itself, and 补考.
FIRST, MAKEUP = 1, 2


@dataclass(frozen=True, slots=True)
class Draw:
    """How candidates were drawn: so many of a list, by a seed."""

    seed: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Exam:
    """What is said of an exam; days are ISO days, "" where they are not known yet.

    ``rules`` is the blueprint that the papers were made by; ``papers`` are by sitting.
    """

    name: str
    held_on: str = ""
    starts_at: str = ""
    room: str = ""
    makeup_on: str = ""
    rules: Blueprint | None = None
    papers: Mapping[int, Paper] = field(default_factory=dict)
    draw: Draw | None = None

    def paper(self, sitting: int = FIRST) -> Paper:
        """The paper of a sitting. Raises ``NoPaper``."""
        found = self.papers.get(sitting)
        if found is None:
            raise NoPaper(self.name)
        return found

    @property
    def pass_mark(self) -> float:
        """The points from which somebody has passed; 0 before there is a paper."""
        return self.rules.pass_mark if self.rules is not None else 0.0


def read_exams(session: Session, unit: str | None = None) -> tuple[Note[Exam], ...]:
    """The exams of all units, or of one by its name, the last first."""
    rows = read_notes(session, EXAMS)
    found = [row for row in rows if unit in {None, row.slot.unit}]
    return tuple(reversed(found))


def find_exam(session: Session, words: str) -> Note[Exam]:
    """The exam of this id, of this name, or of a name with these words. Raises ``ExamUnknown``."""
    rows = read_exams(session)
    wanted = words.strip()
    exact = [row for row in rows if wanted in {row.id, row.said.name}]
    fitting = exact or [row for row in rows if wanted and wanted in row.said.name]
    if len(fitting) != 1:
        raise ExamUnknown(words, tuple(row.said.name for row in fitting or rows))
    return fitting[0]


def add_exam(workspace: Workspace, unit: str, said: Exam, indicator: str | None = None) -> str:
    """Note an exam under the first exam task of the unit, or of the indicator. Returns its id.

    Raises: see ``home`` and ``add_note``.
    """
    return add_note(workspace, EXAMS, home(workspace, unit, indicator), said)


def _cleaned(said: Exam) -> Exam:
    return replace(
        said,
        name=typed.line("name", said.name, needed=True),
        held_on=typed.day(said.held_on) if said.held_on.strip() else "",
        starts_at=typed.line("starts_at", said.starts_at),
        room=typed.line("room", said.room),
        makeup_on=typed.day(said.makeup_on) if said.makeup_on.strip() else "",
    )


def _said(row: ExamRow) -> Exam:
    return Exam(
        name=row.name,
        held_on=row.held_on,
        starts_at=row.starts_at,
        room=row.room,
        makeup_on=row.makeup_on,
        rules=Blueprint.model_validate(row.rules) if row.rules else None,
        papers={int(sitting): drawing.restored(plain) for sitting, plain in row.papers.items()},
        draw=Draw(**row.draw) if row.draw else None,
    )


def _put(row: ExamRow, said: Exam) -> None:
    row.name, row.held_on, row.starts_at = said.name, said.held_on, said.starts_at
    row.room, row.makeup_on = said.room, said.makeup_on
    row.rules = said.rules.model_dump(mode="json") if said.rules is not None else None
    row.papers = {str(sitting): drawing.stored(paper) for sitting, paper in said.papers.items()}
    draw = said.draw
    row.draw = None if draw is None else {"seed": draw.seed, "count": draw.count, "of": draw.of}


def _told(said: Exam) -> Mapping[str, Any]:
    first = said.papers.get(FIRST)
    told: dict[str, Any] = {"note": said.name, "day": said.held_on}
    if first is not None:
        told |= {"seed": first.seed, "questions": len(first.questions)}
    return told


#: The exams of units.
EXAMS = NoteKind(
    method=METHOD,
    table=ExamRow,
    action="exam",
    order=("held_on",),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=MOST_EXAMS,
)
