"""The data file of a questionnaire (问卷): its questions, and what answers are to show."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.schema import described_schema
from app.framework.values import (
    Code,
    Identifier,
    Name,
    OptionalText,
    PackCode,
    TaskCode,
    Text,
    Value,
)

#: What a sheet of paper has room for, and what one key each can answer.
MOST_OPTIONS, MOST_QUESTIONS = 12, 60

#: Which option it is, counted from 1.
Place = Annotated[int, Field(ge=1, le=MOST_OPTIONS)]


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMBER = "number"
    OPEN = "open"

    @property
    def chosen(self) -> bool:
        """True if the answer is one or several of the options."""
        return self in {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SCALE}


class Question(Value):
    """One question of a questionnaire."""

    id: Identifier
    """问题的标识，英文小写；用过的问卷不要再改。"""
    kind: QuestionKind = QuestionKind.SINGLE
    """single 单选，multiple 多选，scale 量表（选项依次为各档），number 填数，open 开放题。"""
    text: Annotated[Text, Field(max_length=500)]
    """问题的文字。"""
    options: Annotated[tuple[Name, ...], Field(max_length=MOST_OPTIONS)] = ()
    """single、multiple 的选项，scale 的各档，最多 12 个。"""
    scores: tuple[Annotated[int, Field(ge=-1000, le=1000)], ...] = ()
    """scale 各档的分值，与 options 一一对应；不写为 1、2、3……"""
    required: bool = False
    """必答。"""
    satisfied: tuple[Place, ...] = ()
    """哪些选项算满意，写第几个；不问满意度的不写。"""
    apart: tuple[Place, ...] = ()
    """哪些选项不算在满意度的分母里，如“没有遇到”，写第几个。"""
    other: Place | None = None
    """哪个选项后面可以写字，如“其他”，写第几个。"""
    overall: bool = False
    """总体满意度由这一题算出；一份问卷最多一题。"""
    group: bool = False
    """按这一题的答案分组统计；该题为 single。"""
    suggestion: bool = False
    """开放题：答的是意见建议，可以转整改。"""
    unit: Annotated[OptionalText, Field(max_length=20)] = ""
    """number 的单位，如 天、次、分钟。"""
    low: Annotated[float, Field(allow_inf_nan=False)] | None = None
    """number 的最小值。"""
    high: Annotated[float, Field(allow_inf_nan=False)] | None = None
    """number 的最大值。"""

    def score(self, place: int) -> int:
        """What the step of a scale counts, from 1."""
        return self.scores[place - 1] if place <= len(self.scores) else place


class Measure(StrEnum):
    """What is worked out from a round."""

    SATISFACTION = "satisfaction"
    INTERVIEWED = "interviewed"
    RETURNED = "returned"


class QuestionnaireFill(Value):
    """The figure of an indicator that the answers fill."""

    measure: Measure = Measure.SATISFACTION
    """
    satisfaction 满意度，interviewed 访谈率（有效答卷 / 对象总数），
    returned 回收率（收回 / 应访）。
    """
    question: Identifier | None = None
    """satisfaction 由哪一题算出；不写为 overall 的那一题。"""
    framework: PackCode
    """指标体系的代码，如 lushan-2021。"""
    indicator: Code
    """指标编号。"""
    task: TaskCode | None = None
    """任务的编号或核验方式的标识；要求写在指标原文里的不填。"""
    point: Annotated[int, Field(ge=1, le=999)] | None = None
    """材料要点的序号。"""
    threshold: Text
    """量化要求的说法，可只写一部分。"""


class Questionnaire(Value):
    """A questionnaire (问卷) of one edition."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """问卷的标识；与自带问卷相同的，用县里的代替自带的。"""
    title: Name
    """问卷名称。"""
    edition: Annotated[int, Field(ge=1, le=9999)] = 1
    """第几版；修改过的问卷版次加一，用过的活动仍保留当时的一版。"""
    audience: Name
    """访谈对象，如 办事群众、企业、执法对象、人大代表。"""
    about: OptionalText = ""
    """怎样使用，一两句话。"""
    introduction: OptionalText = ""
    """印在问卷开头的话。"""
    serves: Mapping[PackCode, tuple[Code, ...]] = Field(default_factory=dict)
    """为哪些指标的访谈任务服务：指标体系的代码和指标编号。"""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """各题，依次。"""
    fills: Annotated[tuple[QuestionnaireFill, ...], Field(max_length=50)] = ()
    """填到哪些量化要求。"""

    def question(self, id_: str) -> Question | None:
        """The question of this id; None if there is none."""
        return next((question for question in self.questions if question.id == id_), None)

    @property
    def overall(self) -> Question | None:
        """The question that the satisfaction as a whole is worked out from; None for none."""
        return next((question for question in self.questions if question.overall), None)

    def number_of(self, id_: str) -> int:
        """Which question it is on the paper, from 1; 0 if there is none of this id."""
        return next((n for n, q in enumerate(self.questions, 1) if q.id == id_), 0)


def checked(data: object) -> tuple[Questionnaire, list[Fault]]:
    """The questionnaire that plain data says, and its faults. Raises ``ValidationError``."""
    found = Questionnaire.model_validate(data)
    return found, list(faults_of(found))


def faults_of(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What does not go together in a questionnaire."""
    ids = [question.id for question in questionnaire.questions]
    for number, question in enumerate(questionnaire.questions):
        at = ("questions", number)
        if question.id in ids[:number]:
            yield (*at, "id"), FindingKind.DUPLICATE_ID, {"code": question.id}
        yield from _question_faults(question, at)
    overall = [n for n, question in enumerate(questionnaire.questions) if question.overall]
    for number in overall[1:]:
        yield ("questions", number, "overall"), FindingKind.OVERALL_TWICE, {}
    for number, fill in enumerate(questionnaire.fills):
        if fill.measure is not Measure.SATISFACTION:
            continue
        asked = questionnaire.overall
        if fill.question is not None:
            asked = questionnaire.question(fill.question)
        if asked is None or not asked.satisfied:
            name = fill.question or "overall"
            yield ("fills", number, "question"), FindingKind.UNKNOWN_QUESTION, {"name": name}


def _question_faults(question: Question, at: tuple[str | int, ...]) -> Iterator[Fault]:
    kind, count = question.kind, len(question.options)
    if kind.chosen is not (count >= 2):
        yield (*at, "options"), FindingKind.OPTIONS_MISPLACED, {}
    if question.scores and (kind is not QuestionKind.SCALE or len(question.scores) != count):
        yield (*at, "scores"), FindingKind.SCORES_MISPLACED, {}
    for field in ("satisfied", "apart", "other"):
        places = getattr(question, field)
        for place in places if isinstance(places, tuple) else filter(None, (places,)):
            if place > count:
                yield (*at, field), FindingKind.UNKNOWN_OPTION, {"number": place}
    rated = kind in {QuestionKind.SINGLE, QuestionKind.SCALE}
    fitting = {
        "satisfied": not question.satisfied or rated,
        "apart": not question.apart or rated,
        "overall": not question.overall or (rated and bool(question.satisfied)),
        "group": not question.group or kind is QuestionKind.SINGLE,
        "suggestion": not question.suggestion or kind is QuestionKind.OPEN,
    }
    for field, fits in fitting.items():
        if not fits:
            yield (*at, field), FindingKind.FIELD_MISPLACED, {}


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(Questionnaire)
