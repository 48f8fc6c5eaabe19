"""The interviews of the demonstration: a list of invented people, and what 46 of them answered.

Nobody stands behind a name or a number: everything follows a fixed rule.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from resources import resource_bytes

PEOPLE, ANSWERS = "访谈对象名单.csv", "访谈答卷.csv"
WINDOWS = ("公证办理窗口", "法律援助窗口")
_QUESTIONNAIRE = "questionnaires/01-service-progress.yaml"
_LISTED, _RETURNED = 300, 46
_WORDS = (
    "中午也能有人值班就好了",
    "希望材料清单一次发全，少跑一趟",
    "短信通知办到哪一步，很方便",
    "窗口人员态度好，建议增加叫号",
    "周末能不能预约办理",
)


def make_interviews(folder: Path) -> None:
    """Write the list to draw from, and the answers as services for surveys export them."""
    people = [
        (f"{'赵钱孙李周吴郑王'[n % 8]}某某", WINDOWS[n % 3 == 0], f"000-0000{n:04d}")
        for n in range(1, _LISTED + 1)
    ]
    _write(folder / PEOPLE, [("姓名", "组别", "电话"), *people])
    questions = yaml.safe_load(resource_bytes(_QUESTIONNAIRE))["questions"]
    head = ["序号", "组别", *(f"{n}、{q['text']}" for n, q in enumerate(questions, 1)), "作废原因"]
    _write(folder / ANSWERS, [head, *_sheets(questions)])


def _sheets(questions: list[dict[str, object]]) -> Iterator[list[str]]:
    for number in range(1, _RETURNED + 1):
        group = WINDOWS[number > 28]
        void = "缺第二页" if number == 31 else ""
        cells = [_answer(question, number, place) for place, question in enumerate(questions)]
        yield [str(number), group, *cells, void]


def _answer(question: dict[str, object], number: int, place: int) -> str:
    """Most people are content; few leave a question out."""
    turn = (number * 7 + place * 5) % 23
    match question["kind"]:
        case "open":
            return _WORDS[number // 7 % len(_WORDS)] if number % 7 == 3 else ""
        case "number":
            return str(turn % 12 + 1) if question["id"] == "days" else str(turn % 3)
        case "multiple":
            options = question["options"]
            assert isinstance(options, list)
            return "┋".join(options[turn % 3 : turn % 3 + 1 + turn % 2])
    options = question["options"]
    assert isinstance(options, list)
    if question.get("satisfied"):
        return str(options[0 if turn < 14 else 1 if turn < 21 else 2 if turn < 22 else 3])
    if turn == 22:
        return ""
    return str(options[min(turn // 9, len(options) - 1)])


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
