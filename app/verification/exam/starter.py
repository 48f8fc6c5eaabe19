"""Examples of questions that come with the program, for a county to check and to add to."""

from functools import lru_cache

from app.table_files.reading import text_lines
from app.verification.exam.question_files import Reading, read_rows
from app.verification.exam.questions import Question
from resources import resource_bytes

_FILE = "exams/starter-questions.csv"


@lru_cache(maxsize=1)
def starter_questions() -> Reading:
    """The questions of the starter bank (题库示例)."""
    text = resource_bytes(_FILE).decode("utf-8-sig")
    return read_rows("题库示例", [cells for _, cells in text_lines(text, "题库示例")])


def examples() -> tuple[Question, ...]:
    """One question of each kind."""
    found: dict[str, Question] = {}
    for question in starter_questions().questions:
        found.setdefault(question.kind.value, question)
    return tuple(found.values())
