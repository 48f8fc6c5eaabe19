"""The answer to one question as it is stored: "2", "1,3", "12.5", or words. Pure."""

import math
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from app.verification.interview.errors import AnswerNotPossible, Expected, QuestionUnknown
from app.verification.interview.schema import Question, QuestionKind, Questionnaire
from app.visible_text import visible

#: Answers by the id of the question; what was written behind 其他 by the id and ``OTHER``.
Answers = Mapping[str, str]
OTHER = ".other"
#: So long are the words of an open answer at most.
LONGEST = 1000
_LARGEST = Decimal(10) ** 12


def settled(questionnaire: Questionnaire, answers: Answers) -> dict[str, str]:
    """Answers as they are stored, in the order of the questions; what is empty is left out.

    Raises:
        AnswerNotPossible: an answer is none that the question takes.
        QuestionUnknown: there is no such question.
    """
    found = {}
    left = dict(answers)
    for number, question in enumerate(questionnaire.questions, 1):
        text = settled_answer(question, number, left.pop(question.id, ""))
        written = words_of(left.pop(question.id + OTHER, ""))
        if text:
            found[question.id] = text
        if written:
            if question.other is None or question.other not in places(text):
                raise AnswerNotPossible(number, written[:50], Expected.OTHER)
            found[question.id + OTHER] = written
    if left:
        texts = tuple(question.text for question in questionnaire.questions)
        raise QuestionUnknown(next(iter(left)), texts)
    return found


def settled_answer(question: Question, number: int, text: str) -> str:
    """One answer as it is stored; "" for none. ``number`` is told in the error.

    Raises ``AnswerNotPossible``.
    """
    typed = words_of(text)
    if not typed:
        return ""
    match question.kind:
        case QuestionKind.OPEN:
            return typed
        case QuestionKind.NUMBER:
            value = number_of(typed)
            if value is None or not _within(question, value):
                raise AnswerNotPossible(number, typed[:50], Expected.NUMBER)
            return format(value, "f")
    try:
        chosen = sorted({int(part) for part in typed.replace("，", ",").split(",") if part.strip()})
    except ValueError:
        raise AnswerNotPossible(number, typed[:50], Expected(question.kind.value)) from None
    several = question.kind is QuestionKind.MULTIPLE
    if not chosen or not all(1 <= place <= len(question.options) for place in chosen):
        raise AnswerNotPossible(number, typed[:50], Expected(question.kind.value))
    if len(chosen) > 1 and not several:
        raise AnswerNotPossible(number, typed[:50], Expected(question.kind.value))
    return ",".join(map(str, chosen))


def places(text: str) -> tuple[int, ...]:
    """The options of a stored answer, counted from 1."""
    return tuple(int(part) for part in text.split(",") if part.isascii() and part.isdigit())


def number_of(text: str) -> Decimal | None:
    """The number that a text says; None if it says none."""
    try:
        value = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value) > _LARGEST:
        return None
    rounded = round(value, 6)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()


def words_of(text: str) -> str:
    """A text as one line without what nobody sees, not longer than packages take."""
    return " ".join(visible(text).split())[:LONGEST]


def fitting(question: Question, text: str) -> str:
    """A stored answer, or "" if the question takes no such answer: a package may bring any."""
    if not text or question.kind is QuestionKind.OPEN:
        return text
    if question.kind is QuestionKind.NUMBER:
        return text if number_of(text) is not None else ""
    chosen = places(text)
    if not chosen or not all(1 <= place <= len(question.options) for place in chosen):
        return ""
    return text if len(chosen) == 1 or question.kind is QuestionKind.MULTIPLE else ""


def missing(questionnaire: Questionnaire, answers: Answers) -> tuple[int, ...]:
    """The numbers of the questions that must be answered and were not."""
    return tuple(
        number
        for number, question in enumerate(questionnaire.questions, 1)
        if question.required and question.id not in answers
    )


def differences(questionnaire: Questionnaire, first: Answers, second: Answers) -> tuple[int, ...]:
    """The numbers of the questions that two people entered differently."""
    return tuple(
        number
        for number, question in enumerate(questionnaire.questions, 1)
        if any(
            first.get(key, "") != second.get(key, "") for key in (question.id, question.id + OTHER)
        )
    )


def answer_words(question: Question, answers: Answers) -> str:
    """An answer as people read it: the chosen options, the number with its unit, the words."""
    text = answers.get(question.id, "")
    if question.kind is QuestionKind.NUMBER and text:
        return f"{text} {question.unit}".strip()
    if not question.kind.chosen:
        return text
    written = answers.get(question.id + OTHER, "")
    return "；".join(
        f"{question.options[place - 1]}（{written}）"
        if written and place == question.other
        else question.options[place - 1]
        for place in places(text)
        if place <= len(question.options)
    )


def _within(question: Question, value: Decimal) -> bool:
    low = -math.inf if question.low is None else question.low
    high = math.inf if question.high is None else question.high
    return low <= float(value) <= high
