"""访谈问卷: a questionnaire as people fill it by hand, on paper that both sides are printed of."""

import unicodedata
from collections.abc import Collection

from app.reports.draft import Draft, NotNeeded, head_values
from app.reports.filling import LINE_BREAK, Filling, Table, Value
from app.reports.rows import ReportRows
from app.verification.interview.schema import Question, QuestionKind, Questionnaire

#: So many half characters stand in a line of options, and between two of them at least.
_LINE, _BETWEEN = 73, 2
_LETTERS = "ABCDEFGHIJKL"
_COLUMNS = ("序", "题目", "提示", "答案")
#: Lines to write on; the marks are of full width in every face.
_RULE, _BLANK = "＿" * 34, "＿" * 6


def questionnaire(rows: ReportRows, unit: str | None) -> Draft | NotNeeded:
    """The first questionnaire of a unit or, without one, of all."""
    drafts = questionnaires(rows, unit)
    return drafts[0] if drafts else NotNeeded("没有访谈任务，也没有用过的问卷")


def questionnaires(rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """A paper for each questionnaire that a unit has used; if none, for each that serves it."""
    held = [line for line in rows.interviews if line.unit == unit]
    used = [line.round.questionnaire for line in held if _wanted(rows, {line.indicator})]
    codes = {line.code for line in rows.indicators_of(unit)} if unit is not None else None
    offered = [
        each.said
        for each in rows.questionnaires
        if (codes is None or codes.intersection(each.serves)) and _wanted(rows, each.serves)
    ]
    found = {(each.id, each.edition): each for each in used or offered}
    return tuple(_draft(rows, each) for each in found.values())


def _wanted(rows: ReportRows, codes: Collection[str]) -> bool:
    return not rows.only or not rows.only.isdisjoint(codes)


def _draft(rows: ReportRows, said: Questionnaire) -> Draft:
    values: dict[str, Value] = {
        **head_values(rows.head, said.title),
        "问卷": said.title,
        "版次": f"第{said.edition}版",
        "对象": said.audience,
        "开头语": said.introduction,
        "题数": len(said.questions),
    }
    lines = tuple(_line(number, each) for number, each in enumerate(said.questions, 1))
    return Draft(Filling(values, {"题目": Table(_COLUMNS, lines)}), name=said.title)


def _line(number: int, question: Question) -> tuple[Value, ...]:
    hints = []
    if question.kind is QuestionKind.MULTIPLE:
        hints.append("可选几项")
    if question.required:
        hints.append("必答")
    hint = f"（{'，'.join(hints)}）" if hints else ""
    return (number, question.text, hint, answer_space(question))


def answer_space(question: Question) -> str:
    """What stands below a question: its options to tick, or room to write."""
    if question.kind is QuestionKind.OPEN:
        return LINE_BREAK.join((_RULE, _RULE))
    if question.kind is QuestionKind.NUMBER:
        return f"{_BLANK} {question.unit}".rstrip()
    cells = [
        f"□ {_LETTERS[place - 1]} {option}{_BLANK if place == question.other else ''}"
        for place, option in enumerate(question.options, 1)
    ]
    widest = max(map(_width, cells)) + _BETWEEN
    columns = max(1, min(len(cells), (_LINE + _BETWEEN) // widest))
    lines = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return LINE_BREAK.join(_aligned(line, widest) for line in lines)


def _aligned(cells: list[str], width: int) -> str:
    """Cells of the same width; the last one of a line needs none."""
    padded = [cell + _blank(width - _width(cell)) for cell in cells[:-1]]
    return "".join((*padded, cells[-1]))


def _blank(width: int) -> str:
    """Room as wide as so many half characters, in full ones where it goes."""
    return "\u3000" * (width // 2) + " " * (width % 2)


def _width(text: str) -> int:
    """How many half characters a text takes in the faces of Chinese papers."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
