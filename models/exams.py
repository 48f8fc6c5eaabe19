"""What exams (随机抽考) keep: the question bank, exams with their papers, and who sits them."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.verification import MethodRow, ReviewedRows, ToolRow

#: So many questions, exams and people may a unit have; packages take no more.
MOST_QUESTIONS, MOST_EXAMS, MOST_PEOPLE = 20_000, 500, 20_000


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    BLANKS = "blanks"
    SHORT = "short"


class Difficulty(StrEnum):
    """How hard a question is meant to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Attendance(StrEnum):
    """How somebody on the list of an exam stands to it."""

    LISTED = "listed"
    DRAWN = "drawn"
    PRESENT = "present"
    ABSENT = "absent"


class ExamQuestion(ToolRow):
    """A question of the bank (题库).

    ``answers``: of a choice the letters that are right, of 判断 ``["对"]`` or ``["错"]``, of blanks
    what belongs in each (alternatives parted by ``|``), of a short answer the one to compare with.
    ``valid_from`` and ``valid_until`` are ISO days, "" for no bound.
    """

    # What an exam is made of; the exam is the evidence.
    reviewed = None

    __tablename__ = "exam_question"
    __table_args__ = (Index("ix_exam_question_unit_id", "unit_id"),)

    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str]
    chapter: Mapped[str]
    stem: Mapped[str]
    options: Mapped[list[str]] = mapped_column(JSON, default=list)
    answers: Mapped[list[str]] = mapped_column(JSON, default=list)
    law: Mapped[str] = mapped_column(default="")
    article: Mapped[str] = mapped_column(default="")
    difficulty: Mapped[str] = mapped_column(default=Difficulty.EASY.value)
    valid_from: Mapped[str] = mapped_column(default="")
    valid_until: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.stem


class Exam(MethodRow):
    """An exam (随机抽考) for a task.

    ``rules`` is the blueprint as it was when the papers were made, ``papers`` the questions and
    versions by sitting; before there are none. ``draw`` tells how its candidates were drawn.
    """

    reviewed = ReviewedRows(("name", "held_on", "makeup_on"), ("id",))

    __tablename__ = "exam"
    __table_args__ = (Index("ix_exam_slot", "indicator_code", "task_code", "unit_id"),)

    name: Mapped[str]
    held_on: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    makeup_on: Mapped[str] = mapped_column(default="")
    rules: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    papers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    draw: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    @property
    def title(self) -> str:
        """See ``MethodRow``."""
        return self.name


class ExamPerson(ToolRow):
    """Somebody on the list of an exam.

    ``number`` is the number on the answer sheet (考号), "" for somebody who was not drawn.
    ``sitting`` is 1, or 2 for 补考; ``answers`` has what was answered, ``scores`` the points that
    a person gave, both by the number of the question in the version that was sat.
    Packages carry the name masked.
    """

    # Names are masked on the way; results are judged by the sheets of the exam.
    reviewed = None

    __tablename__ = "exam_person"
    __table_args__ = (Index("ix_exam_person_exam", "unit_id", "exam_id"),)

    exam_id: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    department: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    seat: Mapped[str] = mapped_column(default="")
    paper_version: Mapped[str] = mapped_column(default="")
    sitting: Mapped[int] = mapped_column(default=1)
    attendance: Mapped[str] = mapped_column(default=Attendance.LISTED.value)
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    scores: Mapped[dict[str, float]] = mapped_column(JSON, default=dict)

    @property
    def title(self) -> str:
        """See ``ToolRow``."""
        return self.number or self.name[:1]
