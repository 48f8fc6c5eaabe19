"""The data file of a blueprint: how many questions of which kind, and what they count."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.schema import described_schema
from app.framework.values import Code, Identifier, Name, OptionalText, PackCode, Value
from app.verification.material_check.registers.schema import Fill
from models.exams import Difficulty, QuestionKind

#: So many questions may a paper have.
MOST_ON_PAPER = 300
#: Points of a question; halves are exact.
Points = Annotated[float, Field(gt=0, le=200, multiple_of=0.5)]


class Take(Value):
    """Some questions of one kind."""

    count: Annotated[int, Field(ge=1, le=MOST_ON_PAPER)]
    """抽几道。"""
    chapter: OptionalText = ""
    """只在这一章里抽；不写为任何一章。"""
    difficulty: Difficulty | None = None
    """只抽这个难度的：easy 易，medium 中，hard 难；不写为任何难度。"""


class PaperPart(Value):
    """A part of the paper: questions of one kind, each with the same points."""

    kind: QuestionKind
    """single 单项选择，multiple 多项选择，true_false 判断，blanks 填空，short 简答。"""
    points: Points
    """每题多少分，可以是 0.5 的倍数；填空题按答对的空数计。"""
    partial: Points | None = None
    """多项选择题少选、没有选错时得多少分；不写为全对才得分。"""
    takes: Annotated[tuple[Take, ...], Field(min_length=1, max_length=100)]
    """从哪些章、哪些难度里各抽几道。"""

    @property
    def count(self) -> int:
        """How many questions it has."""
        return sum(take.count for take in self.takes)


class Blueprint(Value):
    """How a paper is put together (组卷方案)."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """方案的标识；与自带方案相同的，用县里的代替自带的。"""
    title: Name
    """方案名称。"""
    about: OptionalText = ""
    """用在哪里，一两句话。"""
    serves: Mapping[PackCode, tuple[Code, ...]] = Field(default_factory=dict)
    """为哪些指标服务：指标体系的代码和指标编号。"""
    minutes: Annotated[int, Field(ge=5, le=600)]
    """考试时间，分钟。"""
    pass_percent: Annotated[int, Field(ge=1, le=100)]
    """合格线，总分的百分之几。"""
    versions: Annotated[int, Field(ge=1, le=4)] = 2
    """几套试卷：1 为一套，2 为 A、B 卷，最多 4；题目相同，题序和选项顺序不同。"""
    shuffle_options: bool = True
    """选项顺序也打乱。"""
    parts: Annotated[tuple[PaperPart, ...], Field(min_length=1, max_length=10)]
    """各大题，按先后。"""
    fills: tuple[Fill, ...] = ()
    """合格率填到哪些量化要求。"""

    @property
    def total(self) -> float:
        """The points of the whole paper."""
        return sum(part.count * part.points for part in self.parts)

    @property
    def pass_mark(self) -> float:
        """The points from which somebody has passed."""
        return self.total * self.pass_percent / 100

    @property
    def count(self) -> int:
        """How many questions the paper has."""
        return sum(part.count for part in self.parts)


def checked(data: object) -> tuple[Blueprint, list[Fault]]:
    """The blueprint that plain data says, and its faults. Raises ``ValidationError``."""
    blueprint = Blueprint.model_validate(data)
    return blueprint, list(_faults(blueprint))


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(Blueprint)


def _faults(blueprint: Blueprint) -> Iterator[Fault]:
    for number, part in enumerate(blueprint.parts):
        if part.kind in [p.kind for p in blueprint.parts[:number]]:
            yield ("parts", number, "kind"), FindingKind.DUPLICATE_ID, {"code": part.kind.value}
        partial = part.partial is not None
        if partial and (part.kind is not QuestionKind.MULTIPLE or part.partial >= part.points):  # type: ignore[operator]
            yield ("parts", number, "partial"), FindingKind.PARTIAL_MISPLACED, {}
    if blueprint.count > MOST_ON_PAPER:
        most = str(MOST_ON_PAPER)
        yield ("parts",), FindingKind.TOO_MANY_QUESTIONS, {"most": most}
