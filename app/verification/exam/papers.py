"""Papers by blueprint: which questions, in which order, with which options. Pure.

Everything comes from the seed (see ``app.verification.sampling``), so the same bank and the same
seed give the same paper on every computer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.verification.exam.questions import CHOICES, LETTERS, Question, sameness
from app.verification.exam.schema import Blueprint, PaperPart, Take
from app.verification.sampling import shuffled
from models.exams import Difficulty, QuestionKind

VERSIONS = "ABCD"


@dataclass(frozen=True, slots=True)
class Lack:
    """What a blueprint asks for and the bank does not have."""

    kind: QuestionKind
    chapter: str
    difficulty: Difficulty | None
    wanted: int
    found: int


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as it was when the paper was made; ``number`` counts on the list, from 1."""

    number: int
    id: str
    kind: QuestionKind
    stem: str
    options: tuple[str, ...]
    answers: tuple[str, ...]
    points: float
    partial: float | None = None
    chapter: str = ""
    difficulty: Difficulty = Difficulty.EASY
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A question as it stands in a version: its place there, options and answers by their letters.

    ``number`` is its number in the version, ``question`` what it is on the list.
    """

    number: int
    question: PaperQuestion
    options: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions (A卷, B卷): by place, the number on the list and the order of options."""

    name: str
    order: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was drawn: the list of questions, and the versions of it."""

    seed: str
    made_for: str  # the day by which questions had to be in force, ISO
    questions: tuple[PaperQuestion, ...]
    versions: tuple[Version, ...]

    @property
    def total(self) -> float:
        """The points of all questions."""
        return sum(question.points for question in self.questions)

    def printed(self, version: str) -> tuple[Printed, ...]:
        """The questions of a version in their order; of an unknown one those of the first."""
        known = {each.name: each for each in self.versions}
        chosen = known.get(version, self.versions[0])
        return tuple(
            _printed(place, self.questions[number - 1], options)
            for place, (number, options) in enumerate(chosen.order, 1)
        )


def draw_paper(
    blueprint: Blueprint,
    bank: Sequence[tuple[str, Question]],
    day: str,
    seed: str,
    *,
    avoid: Iterable[str] = (),
) -> Paper | tuple[Lack, ...]:
    """A paper from the questions of the bank (id and content) that are in force on ``day``.

    Questions whose ids are to be avoided are taken only where there are no others. Where the bank
    lacks something, all that it lacks comes instead.
    """
    usable = {id_: question for id_, question in bank if question.in_force(day)}
    # What decides is what a question asks, so that the same bank elsewhere gives the same paper.
    names: dict[str, str] = {}
    for id_, question in usable.items():
        names.setdefault(sameness(question), id_)
    ranked = [names[name] for name in shuffled(seed, tuple(names), group="questions")]
    shunned = set(avoid)
    ranked = [i for i in ranked if i not in shunned] + [i for i in ranked if i in shunned]
    chosen: list[tuple[str, PaperPart]] = []
    lacks: list[Lack] = []
    for part in blueprint.parts:
        own = [id_ for id_ in ranked if usable[id_].kind is part.kind]
        taken = _filled(part.takes, own, usable)
        for take, found in zip(part.takes, taken, strict=True):
            if len(found) < take.count:
                lacks.append(Lack(part.kind, take.chapter, take.difficulty, take.count, len(found)))
            chosen += [(id_, part) for id_ in found]
    if lacks:
        return tuple(lacks)
    questions = tuple(
        _listed(number, id_, usable[id_], part) for number, (id_, part) in enumerate(chosen, 1)
    )
    versions = tuple(
        _version(name, questions, seed, shuffle_options=blueprint.shuffle_options)
        for name in VERSIONS[: blueprint.versions]
    )
    return Paper(seed, day, questions, versions)


def stored(paper: Paper) -> dict[str, Any]:
    """A paper as plain values."""
    return {
        "seed": paper.seed,
        "made_for": paper.made_for,
        "questions": [
            {
                "id": q.id,
                "kind": q.kind.value,
                "stem": q.stem,
                "options": list(q.options),
                "answers": list(q.answers),
                "points": q.points,
                "partial": q.partial,
                "chapter": q.chapter,
                "difficulty": q.difficulty.value,
                "source": q.source,
                "note": q.note,
            }
            for q in paper.questions
        ],
        "versions": [
            {
                "name": version.name,
                "order": [
                    {"question": number, "options": list(options)}
                    for number, options in version.order
                ],
            }
            for version in paper.versions
        ],
    }


def restored(plain: Mapping[str, Any]) -> Paper:
    """The paper that plain values say."""
    questions = tuple(
        PaperQuestion(
            number=number,
            id=q["id"],
            kind=QuestionKind(q["kind"]),
            stem=q["stem"],
            options=tuple(q["options"]),
            answers=tuple(q["answers"]),
            points=q["points"],
            partial=q["partial"],
            chapter=q["chapter"],
            difficulty=Difficulty(q["difficulty"]),
            source=q["source"],
            note=q["note"],
        )
        for number, q in enumerate(plain["questions"], 1)
    )
    versions = tuple(
        Version(
            version["name"],
            tuple((place["question"], tuple(place["options"])) for place in version["order"]),
        )
        for version in plain["versions"]
    )
    return Paper(plain["seed"], plain["made_for"], questions, versions)


def _filled(
    takes: Sequence[Take], ranked: Sequence[str], usable: Mapping[str, Question]
) -> list[list[str]]:
    """For each take its questions, as many as can be had for all takes together.

    Takes that overlap (a chapter, and any chapter) give way to each other (augmenting paths).
    """
    wanted = sum(take.count for take in takes)
    # More candidates than the part has questions never help.
    offered = [[i for i in ranked if _fits(take, usable[i])][:wanted] for take in takes]
    owner: dict[str, int] = {}

    def settle(take: int, tried: set[str]) -> bool:
        for id_ in offered[take]:
            if id_ in tried:
                continue
            tried.add(id_)
            held = owner.get(id_)
            if held is None or (held != take and settle(held, tried)):
                owner[id_] = take
                return True
        return False

    for number, take in enumerate(takes):
        for _ in range(take.count):
            if not settle(number, set()):
                break
    rank = {id_: place for place, id_ in enumerate(ranked)}
    return [
        sorted((id_ for id_, held in owner.items() if held == number), key=rank.__getitem__)
        for number in range(len(takes))
    ]


def _fits(take: Take, question: Question) -> bool:
    chapter = take.chapter in {"", question.chapter}
    return chapter and take.difficulty in {None, question.difficulty}


def _listed(number: int, id_: str, question: Question, part: PaperPart) -> PaperQuestion:
    return PaperQuestion(
        number=number,
        id=id_,
        kind=question.kind,
        stem=question.stem,
        options=question.options,
        answers=question.answers,
        points=part.points,
        partial=part.partial,
        chapter=question.chapter,
        difficulty=question.difficulty,
        source=question.source,
        note=question.note,
    )


def _version(
    name: str, questions: Sequence[PaperQuestion], seed: str, *, shuffle_options: bool
) -> Version:
    order = []
    for kind in dict.fromkeys(question.kind for question in questions):
        own = {str(q.number): q for q in questions if q.kind is kind}
        for number in shuffled(seed, tuple(own), group=f"{name}/{kind.value}"):
            question = own[number]
            options = tuple(range(len(question.options)))
            if shuffle_options and kind in CHOICES:
                texts = {f"{o} {text}": o for o, text in enumerate(question.options)}
                options = tuple(
                    texts[text] for text in shuffled(seed, tuple(texts), group=f"{name}/{number}")
                )
            order.append((question.number, options))
    return Version(name, tuple(order))


def _printed(place: int, question: PaperQuestion, options: tuple[int, ...]) -> Printed:
    answers = question.answers
    if question.kind in CHOICES:
        right = {LETTERS.index(letter) for letter in answers}
        answers = tuple(LETTERS[n] for n, option in enumerate(options) if option in right)
    return Printed(place, question, tuple(question.options[o] for o in options), answers)


def parts_of(printed: Sequence[Printed]) -> Iterator[tuple[QuestionKind, tuple[Printed, ...]]]:
    """The parts of a version, each with its questions."""
    for kind in dict.fromkeys(each.question.kind for each in printed):
        yield kind, tuple(each for each in printed if each.question.kind is kind)
