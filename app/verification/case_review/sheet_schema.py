"""The data file of a review sheet (评查标准): its standards, weights and grades, for authors."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.schema import described_schema
from app.framework.values import Code, Identifier, Name, OptionalText, PackCode, Text, Value

#: So many standards of each sort may a sheet have.
MOST_STANDARDS = 150
#: Points of one standard, and the difference that goes to an arbiter.
MOST_POINTS = 1000.0


class BasicStandard(Value):
    """A standard that every case must meet: one failure makes it 不合格."""

    id: Identifier
    """标准的标识，英文小写；评查过的表不要再改。"""
    text: Text
    """标准的内容。"""
    basis: OptionalText = ""
    """依据，如法律、规章的条文；不写为没有注明。"""


class GeneralStandard(Value):
    """A standard that costs points where a case falls short."""

    id: Identifier
    """标准的标识，英文小写；评查过的表不要再改。"""
    group: OptionalText = ""
    """所属的部分，如 立案、调查取证；相同的排在一起。"""
    text: Text
    """标准的内容。"""
    points: Annotated[float, Field(gt=0, le=MOST_POINTS)] | None = None
    """分值，由县里填；有一条没有填的，整张表不计分，只计问题个数。"""
    basis: OptionalText = ""
    """依据；不写为没有注明。"""


class ReviewSheet(Value):
    """A review sheet: the standards by which the cases of one category are reviewed."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """评查表的标识；与自带评查表相同的，用县里的代替自带的。"""
    title: Name
    """评查表的名称。"""
    about: OptionalText = ""
    """怎样使用，一两句话。"""
    category: Name
    """案卷类别，与案卷台账的“类别”一列相同。"""
    serves: Mapping[PackCode, tuple[Code, ...]] = Field(default_factory=dict)
    """这类案卷为哪些指标评查：指标体系的代码和指标编号；评查记录装入这些指标的卷。"""
    basics: Annotated[tuple[BasicStandard, ...], Field(max_length=MOST_STANDARDS)] = ()
    """基础标准：任何一条不符合，案卷不合格。"""
    generals: Annotated[tuple[GeneralStandard, ...], Field(max_length=MOST_STANDARDS)] = ()
    """一般标准：不符合的扣分；不涉及的不计，其余折算成 100 分。"""
    excellent: Annotated[float, Field(gt=0, le=100)] | None = None
    """优秀的最低分（折算成 100 分后），由县里填；不填的不评等次。"""
    passing: Annotated[float, Field(gt=0, le=100)] | None = None
    """合格的最低分，由县里填；不填的不评等次。"""
    limit: Annotated[float, Field(ge=0, le=100)] | None = None
    """两人得分相差超过多少分交复核人裁定；不填的只在基础标准或等次不同时交。"""

    @property
    def standards(self) -> tuple[BasicStandard | GeneralStandard, ...]:
        """All standards, the basic ones first."""
        return (*self.basics, *self.generals)

    @property
    def scored(self) -> bool:
        """True if the county gave every general standard its points."""
        return bool(self.generals) and all(one.points is not None for one in self.generals)

    @property
    def graded(self) -> bool:
        """True if the county said where the grades begin."""
        return self.excellent is not None and self.passing is not None


def checked(data: object) -> tuple[ReviewSheet, list[Fault]]:
    """The sheet that plain data says, and its faults. Raises ``ValidationError``."""
    sheet = ReviewSheet.model_validate(data)
    return sheet, list(_faults(sheet))


def _faults(sheet: ReviewSheet) -> Iterator[Fault]:
    seen: set[str] = set()
    sections: tuple[tuple[str, tuple[BasicStandard | GeneralStandard, ...]], ...] = (
        ("basics", sheet.basics),
        ("generals", sheet.generals),
    )
    for section, standards in sections:
        for number, standard in enumerate(standards):
            if standard.id in seen:
                yield (section, number, "id"), FindingKind.DUPLICATE_ID, {"code": standard.id}
            seen.add(standard.id)
    if not seen:
        yield ("basics",), FindingKind.MISSING, {"name": "basics"}
    if sheet.graded and (sheet.passing or 0) > (sheet.excellent or 0):
        yield ("passing",), FindingKind.OUT_OF_RANGE, {"limit": f"{sheet.excellent:g}"}


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(ReviewSheet)
