"""Which column of a table holds the answers to which question, and what its cells say. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.verification.interview.answering import OTHER, number_of, words_of
from app.verification.interview.schema import Question, QuestionKind, Questionnaire

#: Targets of columns beside the ids of questions.
NUMBER, GROUP, VOID = "number", "group", "void"
#: Behind the id of a question: the column of one option, marked where it was chosen.
OPTION = "#"
#: Titles and notes stand above a heading.
_HEADING_WITHIN = 10
_NUMBERS = frozenset({"序号", "编号", "答卷编号", "问卷编号", "序", "no", "答题序号"})
_GROUPS = frozenset({"组别", "分组", "组", "群体", "窗口"})
_VOIDS = frozenset({"作废原因", "无效原因"})
#: What services for surveys write beside the answers.
_BESIDE = frozenset(
    {
        "提交答卷时间",
        "开始答题时间",
        "结束答题时间",
        "开始时间",
        "结束时间",
        "提交时间",
        "所用时间",
        "答题时长",
        "来源",
        "来源详情",
        "来自ip",
        "ip",
        "ip地址",
        "总分",
        "用户id",
        "昵称",
    }
)
_IN_BRACKETS = re.compile(
    r"[\[【(（](?:单选|多选|填空|量表|必答|必填|选填|矩阵|打分|问答)[^\[\]【】()（）]*[\]】)）]"
)
_ORDINAL = re.compile(
    r"^(?:第\s*(\d{1,3})\s*题|[qQ]?\s*(\d{1,3}))\s*(?:[、.．:：)）]|$|(?=[(（—]))"
)
_PREFIX = re.compile(r"^[(（]?([A-Za-z]|\d{1,2})[)）]?\s*[.、．:：)）]\s*")
_LEADING = re.compile(r"(\d{1,4})(?!\d)")
_WRITTEN = re.compile(r"^(.*?)\s*[〖\[【(（](.*?)[〗\]】)）]\s*$", re.DOTALL)
_SKIPPED = frozenset({"", "(跳过)", "(空)", "跳过", "空", "-3", "-2", "未选", "无", "/", "-", "—"})
_SKIPPED_WORDS = _SKIPPED - {"无"}
_YES = frozenset({"1", "√", "✓", "✔", "是", "选中", "已选", "y", "yes", "true"})
_NO = frozenset({"", "0", "否", "未选中", "n", "no", "false", "-2", "-3", "(跳过)", "(空)"})
_SPLITS = ("┋", "\n", "；", ";", "|", "，", ",", "、", "/")


@dataclass(frozen=True, slots=True)
class Matching:
    """How a table is read.

    Attributes:
        heading: the place of the line with the headings, from 0; -1 if there is none.
        headings: what stands there.
        targets: where each column goes: the id of a question, with ``OTHER`` or with ``OPTION`` and
            the place of an option; ``NUMBER``, ``GROUP``, ``VOID``; "" for nowhere.
    """

    heading: int
    headings: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings of what goes nowhere, but for what no answer is."""
        pairs = zip(self.headings, self.targets, strict=True)
        return tuple(h for h, target in pairs if h and not target and folded(h) not in _BESIDE)

    def unanswered(self, questionnaire: Questionnaire) -> tuple[Question, ...]:
        """The questions that no column goes to."""
        found = {target.partition(OPTION)[0] for target in self.targets}
        return tuple(question for question in questionnaire.questions if question.id not in found)


def match(
    questionnaire: Questionnaire,
    rows: Sequence[Sequence[str]],
    remembered: Mapping[str, str] | None = None,
) -> Matching:
    """Propose how a table is read, by its headings and by what people chose before."""
    filled = (place for row in rows for place, cell in enumerate(row, 1) if cell.strip())
    wide = max(filled, default=0)
    best: tuple[int, int, list[str]] = (0, -1, [])
    for place, row in enumerate(rows[:_HEADING_WITHIN]):
        targets = [_target(questionnaire, cell, remembered or {}) for cell in row[:wide]]
        known = len({target for target in targets if target})
        if known > best[0]:
            best = (known, place, targets)
    _, place, targets = best
    if place < 0:
        return Matching(-1, ("",) * wide, ("",) * wide)
    headings = [words_of(cell) for cell in rows[place][:wide]]
    short = wide - len(headings)
    return Matching(place, tuple(headings + [""] * short), _each_once([*targets, *([""] * short)]))


def targets_of(questionnaire: Questionnaire) -> dict[str, str]:
    """Everything that a column may go to, with the number and the place of the option if any."""
    found = {NUMBER: NUMBER, GROUP: GROUP, VOID: VOID}
    for number, question in enumerate(questionnaire.questions, 1):
        found[question.id] = str(number)
        if question.other is not None:
            found[question.id + OTHER] = f"{number}{OTHER}"
        if question.kind is QuestionKind.MULTIPLE:
            for place in range(1, len(question.options) + 1):
                found[f"{question.id}{OPTION}{place}"] = f"{number}{OPTION}{place}"
    return found


def target_named(questionnaire: Questionnaire, words: str) -> str | None:
    """The target of an id, of the number of a question, or of its text; None for none."""
    typed = words.strip()
    named = {"序号": NUMBER, "编号": NUMBER, "组别": GROUP, "作废原因": VOID}
    targets = targets_of(questionnaire)
    if typed in targets or typed in named:
        return named.get(typed, typed)
    by_number = {shown: target for target, shown in targets.items()}
    return by_number.get(typed) or _question_target(questionnaire, typed) or None


def read_cell(question: Question, text: str) -> tuple[str, str] | None:
    """What a cell answers, as it is stored, and what was written behind 其他; None: no answer fits.

    An empty cell answers "".
    """
    plain = text.strip()
    if question.kind is QuestionKind.OPEN:
        return ("" if plain in _SKIPPED_WORDS else words_of(plain)), ""
    if plain in _SKIPPED and not _place(question, plain):
        return "", ""
    if question.kind is QuestionKind.NUMBER:
        value = number_of(plain.removesuffix(question.unit).strip())
        return None if value is None else (format(value, "f"), "")
    whole = _place(question, plain)
    if whole:
        return _chosen(question, [whole])
    if question.kind is not QuestionKind.MULTIPLE:
        return None
    for sign in _SPLITS:
        parts = [part for part in plain.split(sign) if part.strip()]
        found = [_place(question, part) for part in parts]
        if len(parts) > 1 and all(found):
            return _chosen(question, [one for one in found if one])
    return None


def read_mark(text: str) -> bool | None:
    """Whether the cell of one option is marked; None if nobody can tell."""
    plain = folded(text)
    if plain in _NO:
        return False
    return True if plain in _YES else None


def is_option_text(question: Question, place: int, text: str) -> bool:
    """True if the cell of one option repeats its words."""
    found = _place(question, text)
    return found is not None and found[0] == place


def folded(text: str) -> str:
    """A text without blanks and forms of letters that nobody means."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    return plain.strip("*:。?;")


def _place(question: Question, text: str) -> tuple[int, str] | None:
    """The option that a text names by its words, its letter or its number; and what was added."""
    plain = unicodedata.normalize("NFKC", text).strip()
    options = [folded(option) for option in question.options]
    candidates = [(plain, "")]
    if (without := _PREFIX.sub("", plain)) != plain:
        candidates.append((without, ""))
    for shown, _ in tuple(candidates):
        if (written := _WRITTEN.match(shown)) is not None:
            candidates.append((written[1], words_of(written[2])))
    for shown, added in candidates:
        if folded(shown) in options:
            return options.index(folded(shown)) + 1, added
    bare = folded(plain).rstrip(".、)")
    if bare.isascii() and bare.isdigit():
        # 10分, 9分, …: the number is what the option says, not its place.
        said = [_LEADING.match(option) for option in options]
        if all(said):
            numbers = [int(found[1]) for found in said if found]
            return (numbers.index(int(bare)) + 1, "") if numbers.count(int(bare)) == 1 else None
        return (int(bare), "") if 1 <= int(bare) <= len(options) else None
    if len(bare) == 1 and "a" <= bare <= "z" and ord(bare) - 96 <= len(options):
        return ord(bare) - 96, ""
    return None


def _chosen(question: Question, found: Sequence[tuple[int, str]]) -> tuple[str, str]:
    chosen = sorted({place for place, _ in found})
    written = next((a for place, a in found if a and place == question.other), "")
    return ",".join(map(str, chosen)), written


def _target(questionnaire: Questionnaire, heading: str, remembered: Mapping[str, str]) -> str:
    text = words_of(heading)
    key = folded(text)
    if not key:
        return ""
    if text in remembered:
        chosen = remembered[text]
        return chosen if chosen in targets_of(questionnaire) else ""
    if key in _BESIDE:
        return ""
    found = _question_target(questionnaire, text)
    if found:
        return found
    for names, target in ((_NUMBERS, NUMBER), (_GROUPS, GROUP), (_VOIDS, VOID)):
        if key in names:
            return target
    return ""


def _question_target(questionnaire: Questionnaire, heading: str) -> str:
    bare = _IN_BRACKETS.sub("", heading).strip()
    ordinal = _ORDINAL.match(bare)
    without = bare[ordinal.end() :].strip() if ordinal else bare
    by_text: dict[str, Question] = {}
    for question in questionnaire.questions:
        by_text.setdefault(folded(question.text), question)
    for shown in (bare, without):
        if (asked := by_text.get(folded(shown))) is not None:
            return asked.id
    number = int(ordinal[1] or ordinal[2]) if ordinal else 0
    numbered = (
        questionnaire.questions[number - 1] if 1 <= number <= len(questionnaire.questions) else None
    )
    for question in questionnaire.questions:
        if question.kind is QuestionKind.MULTIPLE or question.other is not None:
            option = _option_of(question, without, numbered is question)
            if option:
                return option
    return numbered.id if numbered is not None and not without else ""


def _option_of(question: Question, heading: str, numbered: bool) -> str:  # noqa: FBT001 (private)
    """The column of one option: 题目(选项), 题目:选项, 3(选项)."""
    key, text = folded(heading), folded(question.text)
    rest = key.removeprefix(text) if key.startswith(text) else key if numbered else ""
    rest = _PREFIX.sub("", rest.strip("()[]【】?:—-_ "))
    for place, option in enumerate(question.options, 1):
        if rest and rest == folded(option) and question.kind is QuestionKind.MULTIPLE:
            return f"{question.id}{OPTION}{place}"
    return ""


def _each_once(targets: Sequence[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    found = []
    for target in targets:
        found.append("" if target in seen else target)
        seen.add(target)
    return tuple(found)
