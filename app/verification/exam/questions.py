"""The question bank (题库): what a question says, when it is complete, and when it is in force."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from app.names.verification.exam import question_fault_words
from app.verification import typed
from app.verification.exam.errors import QuestionImpossible
from app.verification.exam.places import METHOD, home
from app.verification.notes import Note, NoteChanges, NoteKind, change_notes, read_notes
from app.visible_text import visible
from app.workspace.opening import Workspace
from models.exams import MOST_QUESTIONS, ExamQuestion
from models.exams import Difficulty as Difficulty
from models.exams import QuestionKind as QuestionKind

LETTERS = "ABCDEFGH"
RIGHT, WRONG = "对", "错"
#: What stands in the stem of 填空 for each blank.
BLANK = "____"
_GAP = re.compile(r"_{2,}|＿{2,}|（\s+）|\(\s+\)")
#: So long a stem, an option or an answer may be.
MOST_STEM, MOST_OPTION, MOST_ANSWER = 2000, 400, 2000
_YES = frozenset({"对", "正确", "√", "✓", "是", "t", "true", "y", "1"})
_NO = frozenset({"错", "错误", "×", "✗", "否", "f", "false", "n", "0", "x"})
_SEPARATORS = re.compile(r"[\s,，、;；]+")
CHOICES = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE})


class QuestionFault(StrEnum):
    """What can be wrong with a question."""

    NO_STEM = "no_stem"
    NO_CHAPTER = "no_chapter"
    TOO_LONG = "too_long"
    OPTIONS_FEW = "options_few"
    OPTIONS_MANY = "options_many"
    OPTIONS_ALIKE = "options_alike"
    OPTIONS_NEEDLESS = "options_needless"
    OPTION_EMPTY = "option_empty"
    NO_ANSWER = "no_answer"
    ANSWER_NO_OPTION = "answer_no_option"
    ANSWER_NOT_ONE = "answer_not_one"
    ANSWER_ONE = "answer_one"
    ANSWER_NO_YES = "answer_no_yes"
    BLANKS_UNLIKE = "blanks_unlike"
    DAYS_TURNED = "days_turned"
    NO_DAY = "no_day"
    NO_KIND = "no_kind"
    NO_DIFFICULTY = "no_difficulty"


@dataclass(frozen=True, slots=True)
class Question:
    """What a question says; see ``models.exams.ExamQuestion`` for the answers."""

    kind: QuestionKind
    stem: str
    chapter: str
    answers: tuple[str, ...]
    options: tuple[str, ...] = ()
    law: str = ""
    article: str = ""
    difficulty: Difficulty = Difficulty.EASY
    valid_from: str = ""
    valid_until: str = ""
    note: str = ""
    position: int = 0

    def in_force(self, day: str) -> bool:
        """True if it may be asked on an ISO day; "" asks for no day."""
        if not day:
            return not self.valid_until
        return self.valid_from <= day and (not self.valid_until or day <= self.valid_until)

    @property
    def source(self) -> str:
        """Law and article, as a key names them."""
        return f"《{self.law}》{self.article}" if self.law else self.article


def read_answers(kind: QuestionKind, text: str) -> tuple[str, ...]:
    """The answers that people write in one cell: "ABD", "对", "甲；乙". Pure."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if kind in CHOICES:
        return tuple(sorted(set(_SEPARATORS.sub("", plain).upper())))
    if kind is QuestionKind.TRUE_FALSE:
        folded = plain.casefold()
        return (RIGHT,) if folded in _YES else (WRONG,) if folded in _NO else (plain,)
    if kind is QuestionKind.BLANKS:
        parts = re.split(r"[;；]", text)
        return tuple(part.strip() for part in parts if part.strip())
    return (text.strip(),) if text.strip() else ()


def faults_of(question: Question) -> tuple[QuestionFault, ...]:
    """What is wrong with a question by itself. Pure."""
    return tuple(dict.fromkeys(_faults(question)))


def tidy(question: Question) -> Question:
    """The question in the form in which it is kept: answers in order, gaps in one form."""
    stem = " ".join(visible(question.stem).split())
    if question.kind is QuestionKind.BLANKS:
        stem = _GAP.sub(BLANK, stem)
    answers = tuple(_plain(answer) for answer in question.answers)
    if question.kind in CHOICES:
        answers = tuple(sorted(set(answers)))
    return replace(
        question,
        stem=stem,
        chapter=_plain(question.chapter),
        options=tuple(_plain(option) for option in question.options),
        answers=tuple(filter(None, answers)),
        law=_plain(question.law).strip("《》"),
        article=_plain(question.article),
        note=_plain(question.note),
    )


def sameness(question: Question) -> str:
    """What two questions that ask the same have in common: words only, no marks, no spaces."""
    words = unicodedata.normalize("NFKC", question.stem).casefold()
    return question.kind.value + "".join(char for char in words if char.isalnum())


def duplicates(
    questions: Sequence[Question], present: Iterable[Question] = ()
) -> dict[int, int | None]:
    """By place from 0: which earlier one it repeats; None for one that is in the bank. Pure."""
    there = {sameness(question) for question in present}
    first: dict[str, int] = {}
    found: dict[int, int | None] = {}
    for number, question in enumerate(questions):
        same = sameness(question)
        if same in there:
            found[number] = None
        elif same in first:
            found[number] = first[same]
        else:
            first[same] = number
    return found


def read_bank(session: Session, unit: str | None = None) -> tuple[Note[Question], ...]:
    """The questions of the bank in their order, of all units or of one by its name."""
    rows = read_notes(session, QUESTIONS)
    return tuple(row for row in rows if unit in {None, row.slot.unit})


def change_bank(
    workspace: Workspace, unit: str, changes: NoteChanges[Question]
) -> NoteChanges[Question]:
    """Change questions of a unit's bank, all or none; returns what takes it back.

    Raises:
        NoExamTask, UnitUnknown: see ``home``.
        QuestionImpossible: a question is not complete.
        TooManyNotes: the unit would have more than packages take.
        NoteUnknown, OwnedByUnit, OwnedByOffice, UnitOnly, WorkspaceReadOnly: see ``change_notes``.
    """
    return change_notes(workspace, QUESTIONS, home(workspace, unit), changes)


def _faults(question: Question) -> Iterable[QuestionFault]:
    if not question.stem:
        yield QuestionFault.NO_STEM
    if not question.chapter:
        yield QuestionFault.NO_CHAPTER
    longest = [
        (question.stem, MOST_STEM),
        (question.note, MOST_STEM),
        *((text, MOST_OPTION) for text in (*question.options, question.chapter, question.law)),
        *((text, MOST_ANSWER) for text in (*question.answers, question.article)),
    ]
    if any(len(text) > most for text, most in longest):
        yield QuestionFault.TOO_LONG
    yield from _faults_of_options(question)
    yield from _faults_of_answers(question)
    first, last = question.valid_from, question.valid_until
    if first and last and last < first:
        yield QuestionFault.DAYS_TURNED


def _faults_of_options(question: Question) -> Iterable[QuestionFault]:
    options = question.options
    if question.kind not in CHOICES:
        if options:
            yield QuestionFault.OPTIONS_NEEDLESS
        return
    if any(not option for option in options):
        yield QuestionFault.OPTION_EMPTY
    if len(options) < (3 if question.kind is QuestionKind.MULTIPLE else 2):
        yield QuestionFault.OPTIONS_FEW
    if len(options) > len(LETTERS):
        yield QuestionFault.OPTIONS_MANY
    if len({option.casefold() for option in options}) < len(options):
        yield QuestionFault.OPTIONS_ALIKE


def _faults_of_answers(question: Question) -> Iterable[QuestionFault]:
    answers = question.answers
    if not answers:
        yield QuestionFault.NO_ANSWER
    elif question.kind in CHOICES:
        if not set(answers) <= set(LETTERS[: len(question.options)]):
            yield QuestionFault.ANSWER_NO_OPTION
        if question.kind is QuestionKind.SINGLE and len(answers) > 1:
            yield QuestionFault.ANSWER_NOT_ONE
        if question.kind is QuestionKind.MULTIPLE and len(answers) < 2:
            yield QuestionFault.ANSWER_ONE
    elif question.kind is QuestionKind.TRUE_FALSE:
        if len(answers) != 1 or answers[0] not in {RIGHT, WRONG}:
            yield QuestionFault.ANSWER_NO_YES
    elif question.kind is QuestionKind.BLANKS and question.stem.count(BLANK) != len(answers):
        yield QuestionFault.BLANKS_UNLIKE


def _plain(text: str) -> str:
    return " ".join(visible(text).split())


def _cleaned(said: Question) -> Question:
    found = tidy(said)
    days = [typed.day(day) if day else "" for day in (found.valid_from, found.valid_until)]
    found = replace(found, valid_from=days[0], valid_until=days[1])
    if faults := faults_of(found):
        raise QuestionImpossible(tuple(question_fault_words(fault.value) for fault in faults))
    return found


def _said(row: ExamQuestion) -> Question:
    return Question(
        kind=QuestionKind(row.kind),
        stem=row.stem,
        chapter=row.chapter,
        answers=tuple(row.answers),
        options=tuple(row.options),
        law=row.law,
        article=row.article,
        difficulty=Difficulty(row.difficulty),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        note=row.note,
        position=row.position,
    )


def _put(row: ExamQuestion, said: Question) -> None:
    row.kind, row.stem, row.chapter = said.kind.value, said.stem, said.chapter
    row.answers, row.options = list(said.answers), list(said.options)
    row.law, row.article, row.difficulty = said.law, said.article, said.difficulty.value
    row.valid_from, row.valid_until = said.valid_from, said.valid_until
    row.note, row.position = said.note, said.position


def _told(said: Question) -> Mapping[str, Any]:
    return {"note": said.stem[:60]}


#: The questions of units.
QUESTIONS = NoteKind(
    method=METHOD,
    table=ExamQuestion,
    action="question",
    order=("position",),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=MOST_QUESTIONS,
)
