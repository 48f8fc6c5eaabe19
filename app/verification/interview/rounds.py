"""访谈活动: rounds of interviews, each with its questionnaire, its plan and its draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.framework.keys import TaskKey
from app.verification import typed
from app.verification.errors import TooManyNotes
from app.verification.interview.errors import DaysOutOfOrder, RoundUnknown
from app.verification.interview.files import METHOD
from app.verification.interview.schema import Questionnaire
from app.verification.notes import Note, NoteKind, read_notes
from models.verification import InterviewRound

#: What packages take of one round.
MOST_GROUPS, MOST_DRAWS, MOST_DRAWN, MOST_TOPICS = 50, 20, 2_000, 100
_MOST_PEOPLE = 10_000_000


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """How many of a group there are (对象总数, 0: not known), and how many are to be asked."""

    group: str
    total: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """Somebody who was drawn; ``place`` counts the lines of the list from 1."""

    place: int
    group: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """How many of a group the list had, and how many were drawn."""

    group: str
    listed: int
    drawn: int


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """One draw (抽取): who repeats it with the same list and seed finds the same people.

    ``digest`` is that of the list; ``reason`` is why it was drawn again, "" for the first draw.
    """

    drawn_at: str
    drawn_by: str
    seed: str
    algorithm: str
    digest: str
    reason: str
    groups: tuple[DrawnGroup, ...]
    people: tuple[DrawnPerson, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Open answers to a question that have one of the words belong together (归类)."""

    question: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What a person says of a round of interviews. The last draw is the one that counts."""

    name: str
    questionnaire: Questionnaire
    held_from: str = ""
    held_to: str = ""
    location: str = ""
    plan: tuple[GroupPlan, ...] = ()
    draws: tuple[DrawRecord, ...] = ()
    topics: tuple[Topic, ...] = ()
    note: str = ""

    @property
    def draw(self) -> DrawRecord | None:
        """The draw that counts."""
        return self.draws[-1] if self.draws else None

    @property
    def total(self) -> int:
        """How many people could be asked (对象总数); 0: not known."""
        return sum(line.total for line in self.plan)

    @property
    def planned(self) -> int:
        """How many people are to be asked."""
        return sum(line.planned for line in self.plan)


def find_round(session: Session, words: str, task: TaskKey | None = None) -> Note[Round]:
    """The round of this id or name, or of a name with these words.

    Raises ``RoundUnknown`` if there is none, or if several fit.
    """
    rounds = [
        note
        for note in read_notes(session, ROUNDS)
        if task in {None, TaskKey(note.slot.indicator, note.slot.task_code)}
    ]
    wanted = words.strip()
    fitting = [note for note in rounds if wanted in {note.id, note.said.name}]
    fitting = fitting or [note for note in rounds if wanted and wanted in note.said.name]
    if len(fitting) != 1:
        raise RoundUnknown(words, tuple(note.said.name for note in fitting or rounds))
    return fitting[0]


def _cleaned(said: Round) -> Round:
    """What was said, in single lines; a round has a name and ends after it begins."""
    first = typed.day(said.held_from) if said.held_from.strip() else ""
    last = typed.day(said.held_to) if said.held_to.strip() else ""
    if first and last and last < first:
        raise DaysOutOfOrder(first, last)
    for rows, most in (
        (said.plan, MOST_GROUPS),
        (said.draws, MOST_DRAWS),
        (said.topics, MOST_TOPICS),
    ):
        if len(rows) > most:
            raise TooManyNotes(most)
    return Round(
        name=typed.line("name", said.name, needed=True),
        questionnaire=said.questionnaire,
        held_from=first,
        held_to=last,
        location=typed.line("location", said.location),
        plan=tuple(
            GroupPlan(
                typed.line("group", line.group),
                typed.number("total", line.total, _MOST_PEOPLE),
                typed.number("planned", line.planned, _MOST_PEOPLE),
            )
            for line in said.plan
        ),
        draws=said.draws,
        topics=tuple(_cleaned_topic(topic) for topic in said.topics),
        note=typed.line("note", said.note),
    )


def _cleaned_topic(topic: Topic) -> Topic:
    words = (typed.line("words", word) for word in topic.words)
    return Topic(
        topic.question,
        typed.line("name", topic.name, needed=True),
        tuple(dict.fromkeys(filter(None, words))),
    )


def _said(row: InterviewRound) -> Round:
    return Round(
        name=row.name,
        questionnaire=Questionnaire.model_validate(row.questionnaire),
        held_from=row.held_from,
        held_to=row.held_to,
        location=row.location,
        plan=tuple(GroupPlan(line["group"], line["total"], line["planned"]) for line in row.plan),
        draws=tuple(_draw_of(draw) for draw in row.draws),
        topics=tuple(
            Topic(topic["question"], topic["name"], tuple(topic["words"])) for topic in row.topics
        ),
        note=row.note,
    )


def _draw_of(stored: Mapping[str, Any]) -> DrawRecord:
    return DrawRecord(
        drawn_at=stored["drawn_at"],
        drawn_by=stored["drawn_by"],
        seed=stored["seed"],
        algorithm=stored["algorithm"],
        digest=stored["digest"],
        reason=stored["reason"],
        groups=tuple(DrawnGroup(g["group"], g["listed"], g["drawn"]) for g in stored["groups"]),
        people=tuple(
            DrawnPerson(p["place"], p["group"], p["name"], p["phone"]) for p in stored["people"]
        ),
    )


def _put(row: InterviewRound, said: Round) -> None:
    row.name, row.location, row.note = said.name, said.location, said.note
    row.held_from, row.held_to = said.held_from, said.held_to
    row.questionnaire = said.questionnaire.model_dump(mode="json")
    row.plan = [
        {"group": line.group, "total": line.total, "planned": line.planned} for line in said.plan
    ]
    row.topics = [
        {"question": topic.question, "name": topic.name, "words": list(topic.words)}
        for topic in said.topics
    ]
    row.draws = [_stored_draw(draw) for draw in said.draws]


def _stored_draw(draw: DrawRecord) -> dict[str, Any]:
    return {
        "drawn_at": draw.drawn_at,
        "drawn_by": draw.drawn_by,
        "seed": draw.seed,
        "algorithm": draw.algorithm,
        "digest": draw.digest,
        "reason": draw.reason,
        "groups": [{"group": g.group, "listed": g.listed, "drawn": g.drawn} for g in draw.groups],
        "people": [
            {"place": p.place, "group": p.group, "name": p.name, "phone": p.phone}
            for p in draw.people
        ],
    }


def _told(said: Round) -> Mapping[str, Any]:
    told: dict[str, Any] = {
        "note": said.name,
        "questionnaire": said.questionnaire.title,
        "edition": said.questionnaire.edition,
        "draws": len(said.draws),
    }
    if said.draw is not None:
        told["seed"] = said.draw.seed
    return told


#: The rounds of interviews of units, the earlier ones first.
ROUNDS: NoteKind[InterviewRound, Round] = NoteKind(
    method=METHOD,
    table=InterviewRound,
    action="interview_round",
    order=("indicator_code", "task_code", "held_from"),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=500,
)
