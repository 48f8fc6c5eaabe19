"""Answering one sheet by keys: one key an answer, the next question by itself. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.verification.interview.answering import OTHER, Answers, places, settled_answer
from app.verification.interview.errors import AnswerNotPossible
from app.verification.interview.schema import Question, QuestionKind

#: What options are called on paper; no question has more.
LETTERS = "ABCDEFGHIJKL"
_SKIP = frozenset({"0", "-", " "})


class Step(StrEnum):
    """What a key has done."""

    NOTHING = "nothing"
    STAYS = "stays"
    WRITES = "writes"
    MOVES = "moves"
    ENDS = "ends"


@dataclass
class Answering:
    """The answers of one sheet as they are stored, and the question where the person is."""

    questions: Sequence[Question]
    answers: dict[str, str] = field(default_factory=dict)
    at: int = 0

    @property
    def question(self) -> Question:
        """The question that is answered now."""
        return self.questions[self.at]

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The questions without an answer, counted from 1."""
        return tuple(n for n, q in enumerate(self.questions, 1) if not self.answers.get(q.id))

    @property
    def impossible(self) -> tuple[int, ...]:
        """The questions with an answer that they do not take, counted from 1."""
        return tuple(
            n
            for n, q in enumerate(self.questions, 1)
            if not is_possible(q, self.answers.get(q.id, ""))
        )

    def press(self, key: str) -> Step:
        """Take a letter or digit: choose, tick, or leave the question without an answer."""
        question = self.question
        if not question.kind.chosen:
            return Step.NOTHING
        if key in _SKIP:
            self._set("")
            return self.onward()
        place = option_of(key, len(question.options))
        return Step.NOTHING if place is None else self.choose(self.at, place)

    def choose(self, at: int, place: int) -> Step:
        """Choose an option, from 1; of several it is ticked, or the tick is taken back.

        Behind some options (其他) words are written before the next question.
        """
        self.at = at
        question = self.question
        if question.kind is not QuestionKind.MULTIPLE:
            self._set(str(place))
            return Step.WRITES if place == question.other else self.onward()
        ticked = set(places(self.answers.get(question.id, ""))) ^ {place}
        self._set(",".join(map(str, sorted(ticked))))
        return Step.WRITES if place == question.other and place in ticked else Step.STAYS

    def write(self, at: int, text: str) -> None:
        """Write a number or words."""
        self.at = at
        self._set(text.strip())

    def write_other(self, at: int, text: str) -> None:
        """Write the words behind 其他."""
        self._put(self.questions[at].id + OTHER, text.strip())

    def onward(self) -> Step:
        """Go to the next question; behind the last one the sheet ends."""
        if self.at + 1 >= len(self.questions):
            return Step.ENDS
        self.at += 1
        return Step.MOVES

    def back(self) -> Step:
        """Go to the question before."""
        if self.at == 0:
            return Step.NOTHING
        self.at -= 1
        return Step.MOVES

    def _set(self, answer: str) -> None:
        question = self.question
        self._put(question.id, answer)
        if question.other is not None and question.other not in places(answer):
            self.answers.pop(question.id + OTHER, None)

    def _put(self, key: str, text: str) -> None:
        if text:
            self.answers[key] = text
        else:
            self.answers.pop(key, None)


def option_of(key: str, count: int) -> int | None:
    """Which option a key means, from 1: both 1 and A are the first; None for no option."""
    upper = key.upper()
    if len(upper) != 1:
        return None
    place = LETTERS.find(upper) + 1
    if upper.isdecimal() and upper.isascii():
        place = int(upper)
    return place if 0 < place <= count else None


def is_possible(question: Question, text: str) -> bool:
    """True if the question takes such an answer."""
    try:
        settled_answer(question, 0, text)
    except AnswerNotPossible:
        return False
    return True


def lettered(question: Question, answers: Answers) -> str:
    """The letters that a sheet of paper has ticked: 「A、C」; what is written stays as it is."""
    text = answers.get(question.id, "")
    if not question.kind.chosen:
        return text
    return "、".join(LETTERS[place - 1] for place in places(text))
