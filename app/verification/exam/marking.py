"""Marking: what somebody's answers come to. Pure.

Answers are as they stand on the sheet, by the number of the question in the version that was sat:
"B", "ACD", "对", "甲；乙". Points that a person gave, for a short answer or instead of what was
worked out for blanks, go by the same numbers.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.verification.exam.papers import Printed
from app.verification.exam.questions import CHOICES, LETTERS, RIGHT, WRONG, read_answers
from models.exams import QuestionKind

#: What people put around and between words that says nothing.
_IDLE = re.compile(r"[\s《》“”\"'‘’，,。.、：:（）()]+")
#: Kinds whose points a person gives, or may correct.
BY_HAND = frozenset({QuestionKind.SHORT, QuestionKind.BLANKS})


class AnswerFault(StrEnum):
    """Why an answer, or points for one, cannot be."""

    NO_QUESTION = "no_question"
    NO_OPTION = "no_option"
    SEVERAL = "several"
    NO_YES = "no_yes"
    NOT_BY_HAND = "not_by_hand"
    BEYOND_POINTS = "beyond_points"
    NO_POINTS = "no_points"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a question brought; ``points`` None: a person has to score it first."""

    number: int  # in the version
    question: int  # on the list
    kind: QuestionKind
    given: str
    points: float | None
    most: float

    @property
    def right(self) -> bool:
        """True if it brought all of its points."""
        return self.points == self.most


@dataclass(frozen=True, slots=True)
class Marked:
    """What a whole sheet came to."""

    marks: tuple[Mark, ...]

    @property
    def open(self) -> tuple[int, ...]:
        """The numbers that a person has yet to score."""
        return tuple(mark.number for mark in self.marks if mark.points is None)

    @property
    def total(self) -> float:
        """The points so far."""
        return round(sum(mark.points or 0.0 for mark in self.marks), 2)


def mark_sheet(
    printed: Sequence[Printed], answers: Mapping[str, str], scores: Mapping[str, float]
) -> Marked:
    """Mark one sheet."""
    return Marked(tuple(_mark(each, answers, scores) for each in printed))


def read_answer(printed: Printed, text: str) -> tuple[str, AnswerFault | None]:
    """An answer in the form in which it is kept, and what is wrong with it."""
    kind = printed.question.kind
    if kind in {QuestionKind.BLANKS, QuestionKind.SHORT}:
        return " ".join(text.split()), None
    found = read_answers(kind, text)
    if not text.strip():
        return "", None
    if kind is QuestionKind.TRUE_FALSE:
        return found[0], None if found[0] in {RIGHT, WRONG} else AnswerFault.NO_YES
    said = "".join(found)
    if not set(found) <= set(LETTERS[: len(printed.options)]):
        return said, AnswerFault.NO_OPTION
    if kind is QuestionKind.SINGLE and len(found) > 1:
        # Two ticks are an answer, a wrong one; at the keyboard it is a slip.
        return said, AnswerFault.SEVERAL
    return said, None


def score_fault(printed: Printed, points: float) -> AnswerFault | None:
    """What is wrong with points that a person gives."""
    if printed.question.kind not in BY_HAND:
        return AnswerFault.NOT_BY_HAND
    if not 0 <= points <= printed.question.points:
        return AnswerFault.BEYOND_POINTS
    return None


def points_for(printed: Printed, given: str) -> float | None:
    """What an answer brings by the rules of the paper; None for a person to say."""
    question = printed.question
    if question.kind is QuestionKind.SHORT:
        return None if given else 0.0
    if question.kind is QuestionKind.BLANKS:
        return _points_of_blanks(question.answers, given, question.points)
    right = set(printed.answers)
    said = set(given) if question.kind in CHOICES else {given}
    if said == right:
        return question.points
    if question.partial is not None and given and said < right:
        return question.partial
    return 0.0


def folded(text: str) -> str:
    """Words as blanks are compared: no marks, no spaces, wide and narrow alike."""
    return _IDLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _mark(printed: Printed, answers: Mapping[str, str], scores: Mapping[str, float]) -> Mark:
    number, question = str(printed.number), printed.question
    given = answers.get(number, "")
    by_hand = scores.get(number) if question.kind in BY_HAND else None
    points = points_for(printed, given) if by_hand is None else by_hand
    return Mark(printed.number, question.number, question.kind, given, points, question.points)


def _points_of_blanks(answers: Sequence[str], given: str, points: float) -> float:
    """The share of the blanks that were filled rightly, in hundredths of a point."""
    said = re.split(r"[;；]", given)
    right: int = sum(
        folded(filled) in {folded(one) for one in re.split(r"[|｜]", answer)} and filled != ""
        for answer, filled in zip(answers, said, strict=False)
    )
    share: float = points * right / len(answers)
    return round(share, 2)
