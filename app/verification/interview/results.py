"""What the answers of a round come to: rates with their counts, cross tables, open answers. Pure.

Void sheets count as returned, and for nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.verification.interview.answering import OTHER, fitting, number_of, places
from app.verification.interview.rounds import Round, Topic
from app.verification.interview.schema import Question, QuestionKind
from app.verification.interview.sheets import AnswerSheet


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    counted: int
    of: int

    @property
    def percent(self) -> Fraction | None:
        """The share in a hundred; None of nothing."""
        return Fraction(100 * self.counted, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Response:
    """How many were to be asked, and how many sheets came back.

    ``total`` is how many people there are (对象总数), ``asked`` how many were to be asked (应访);
    0: not known.
    """

    total: int
    asked: int
    returned: int
    valid: int

    @property
    def void(self) -> int:
        """How many sheets do not count."""
        return self.returned - self.valid

    @property
    def return_rate(self) -> Share:
        """回收率: returned of those asked."""
        return Share(self.returned, self.asked)

    @property
    def valid_rate(self) -> Share:
        """有效率: valid of those returned."""
        return Share(self.valid, self.returned)

    @property
    def interview_rate(self) -> Share:
        """访谈率: valid sheets of all people there are."""
        return Share(self.valid, self.total)


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How often an option was chosen; ``place`` counts from 1."""

    place: int
    text: str
    share: Share


@dataclass(frozen=True, slots=True)
class Numbers:
    """What numbers come to; a scale has the scores of its steps."""

    count: int
    mean: Fraction
    median: Fraction
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Words on a sheet: an answer in words, or what was written behind 其他."""

    sheet: str
    number: int
    group: str
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What the answers to one question come to.

    Attributes:
        number: which question it is on the paper, from 1.
        question: what was asked.
        answered: how many of the valid sheets have an answer to it, and of how many.
        options: how often each option was chosen; of those who answered.
        satisfaction: who is satisfied of those whose answer is not set apart; None where
            satisfaction is not asked.
        numbers: what numbers and scales come to; None without any.
        words: the answers in words.
    """

    number: int
    question: Question
    answered: Share
    options: tuple[OptionCount, ...] = ()
    satisfaction: Share | None = None
    numbers: Numbers | None = None
    words: tuple[OpenAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What a round comes to."""

    response: Response
    questions: tuple[QuestionResult, ...]

    @property
    def overall(self) -> QuestionResult | None:
        """The question that satisfaction as a whole is worked out from."""
        return next((result for result in self.questions if result.question.overall), None)

    def of(self, question: str) -> QuestionResult | None:
        """What the question of this id comes to."""
        return next((r for r in self.questions if r.question.id == question), None)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One column of a cross table."""

    group: str
    result: QuestionResult


@dataclass(frozen=True, slots=True)
class TopicAnswers:
    """The open answers that belong together; ``topic`` None: those without one."""

    topic: Topic | None
    answers: tuple[OpenAnswer, ...]


#: A sheet with the id it is stored under.
Numbered = tuple[str, AnswerSheet]


def results_of(round_: Round, sheets: Iterable[Numbered]) -> Results:
    """What a round comes to with these sheets."""
    returned = tuple(sheets)
    valid = [sheet for sheet in returned if not sheet[1].void]
    drawn = len(round_.draw.people) if round_.draw is not None else 0
    response = Response(round_.total, round_.planned or drawn, len(returned), len(valid))
    questions = tuple(
        result_of(question, number, valid)
        for number, question in enumerate(round_.questionnaire.questions, 1)
    )
    return Results(response, questions)


def result_of(question: Question, number: int, valid: Sequence[Numbered]) -> QuestionResult:
    """What the answers on some valid sheets come to."""
    found = (fitting(question, sheet.answers.get(question.id, "")) for _, sheet in valid)
    texts = [text for text in found if text]
    answered = Share(len(texts), len(valid))
    words = tuple(_words(question, valid))
    match question.kind:
        case QuestionKind.OPEN:
            return QuestionResult(number, question, answered, words=words)
        case QuestionKind.NUMBER:
            numbers = numbers_of([n for text in texts if (n := number_of(text)) is not None])
            return QuestionResult(number, question, answered, numbers=numbers)
    chosen = [places(text) for text in texts]
    counts = tuple(
        OptionCount(place, text, Share(sum(place in one for one in chosen), len(texts)))
        for place, text in enumerate(question.options, 1)
    )
    scale = question.kind is QuestionKind.SCALE
    scores = [Decimal(question.score(place)) for one in chosen for place in one if scale]
    return QuestionResult(
        number,
        question,
        answered,
        counts,
        _satisfaction(question, chosen),
        numbers_of(scores),
        words,
    )


def numbers_of(values: Sequence[Decimal]) -> Numbers | None:
    """Mean, median and bounds of some numbers; None of none."""
    if not values:
        return None
    ordered = sorted(values)
    half = len(ordered) // 2
    middle = ordered[half : half + 1] if len(ordered) % 2 else ordered[half - 1 : half + 1]
    return Numbers(
        len(ordered),
        sum(map(Fraction, ordered), Fraction()) / len(ordered),
        sum(map(Fraction, middle), Fraction()) / len(middle),
        ordered[0],
        ordered[-1],
    )


def cross_table(
    round_: Round, sheets: Iterable[Numbered], question: str, by: str = ""
) -> tuple[GroupResult, ...]:
    """A question's results by group; the groups of the sheets, or the answers to ``by``.

    Groups stand in the order of the plan, those beyond it by name; answers in that of the options.
    Sheets of no group come last, as "".
    """
    number = round_.questionnaire.number_of(question)
    asked = round_.questionnaire.question(question)
    if asked is None:
        return ()
    grouping = round_.questionnaire.question(by) if by else None
    by_group: dict[str, list[Numbered]] = {}
    for sheet in sheets:
        if not sheet[1].void:
            by_group.setdefault(_group_of(sheet[1], grouping), []).append(sheet)
    planned = grouping.options if grouping else tuple(line.group for line in round_.plan)
    order = {group: place for place, group in enumerate(planned)}
    names = sorted(by_group, key=lambda name: (not name, order.get(name, len(order)), name))
    return tuple(GroupResult(n, result_of(asked, number, by_group[n])) for n in names)


def by_topic(topics: Iterable[Topic], answers: Iterable[OpenAnswer]) -> tuple[TopicAnswers, ...]:
    """Open answers by the topics that their words speak of; one may speak of several.

    Those that speak of none come last.
    """
    rows = tuple(answers)
    found = []
    placed: set[OpenAnswer] = set()
    for topic in topics:
        fitting = tuple(
            answer
            for answer in rows
            if topic.question in {"", answer.question}
            and any(word.casefold() in answer.words.casefold() for word in topic.words)
        )
        placed.update(fitting)
        if fitting:
            found.append(TopicAnswers(topic, fitting))
    rest = tuple(answer for answer in rows if answer not in placed)
    return (*found, TopicAnswers(None, rest)) if rest else tuple(found)


def _group_of(sheet: AnswerSheet, grouping: Question | None) -> str:
    if grouping is None:
        return sheet.group
    chosen = places(fitting(grouping, sheet.answers.get(grouping.id, "")))
    return grouping.options[chosen[0] - 1] if chosen else ""


def _satisfaction(question: Question, chosen: Sequence[tuple[int, ...]]) -> Share | None:
    if not question.satisfied:
        return None
    said = [one[0] for one in chosen if one and one[0] not in question.apart]
    return Share(sum(place in question.satisfied for place in said), len(said))


def _words(question: Question, valid: Sequence[Numbered]) -> Iterable[OpenAnswer]:
    key = question.id if question.kind is QuestionKind.OPEN else question.id + OTHER
    for id_, sheet in valid:
        if text := sheet.answers.get(key, ""):
            yield OpenAnswer(id_, sheet.number, sheet.group, question.id, text)
