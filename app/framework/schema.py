"""The schema of an indicator pack: frozen values, every field documented for its author."""

import ast
import hashlib
import inspect
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from app.framework.errors import IndicatorUnknown, MethodNotRequired, PointUnknown
from app.framework.lookup import match_name, parse_indicator_code
from models.vocabulary import IndicatorKind, ResponsibilityRole, VerificationMethod

FORMAT_VERSION = 1

_PRINTABLE = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"


def _nfc(value: object) -> object:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


_Nfc = BeforeValidator(_nfc)
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=8000, pattern=_PRINTABLE),
    _Nfc,
]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=_PRINTABLE),
    _Nfc,
]
OptionalText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=8000, pattern=_PRINTABLE),
    _Nfc,
]
PackCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
PackVersion = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
CategoryCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,15}$")]
IndicatorCode = Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]{0,3}|[加减][1-9][0-9]?)$")]
Year = Annotated[int, Field(ge=1949, le=2199)]


def _possible(day: date) -> date:
    if not 1900 <= day.year <= 2199:
        raise PydanticCustomError("impossible_day", "a day that no calendar here shows")
    return day


#: Calendars count days on from it, which the last day of the year 9999 does not allow.
Day = Annotated[date, AfterValidator(_possible)]


class _Value(BaseModel):
    # The validators are made when something is to be checked: most starts of the program take what
    # the workspace has stored (``stored``).
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Comparator(StrEnum):
    """How a figure is to stand to the threshold."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"

    def holds(self, figure: float, value: float) -> bool:
        """True if ``figure`` keeps to ``value``."""
        match self:
            case Comparator.AT_LEAST:
                return figure >= value
            case Comparator.AT_MOST:
                return figure <= value
            case Comparator.MORE_THAN:
                return figure > value
            case Comparator.LESS_THAN:
                return figure < value


class Source(_Value):
    """The document that the wording is from."""

    title: Text
    """文件标题。"""
    number: OptionalText = ""
    """发文字号，如 鲁法办〔2021〕1号。"""
    issuer: OptionalText = ""
    """发文机关。"""
    date: Day
    """成文日期，如 2021-04-09。"""
    section: OptionalText = ""
    """指标所在的章节，如 二、具体任务。"""
    file: OptionalText = ""
    """随附的原文文件，相对于本文件的位置。"""


class CategoryGroup(_Value):
    """A second-level group of indicators."""

    code: CategoryCode
    """二级类目代码，全文件内不重复。"""
    name: Name
    """二级类目名称。"""


class Category(_Value):
    """A first-level category of indicators."""

    code: CategoryCode
    """一级类目代码。"""
    name: Name
    """一级类目名称。"""
    suggested: bool = False
    """分类是否为软件的建议（来源文件没有分类时填 true）。"""
    groups: tuple[CategoryGroup, ...] = ()
    """二级类目。"""


class Unit(_Value):
    """A responsible unit that the source names."""

    name: Name
    """规范名称，显示和装订都用它。"""
    aliases: tuple[Name, ...] = ()
    """其他写法，如 县应急局。"""


class GroupDefault(StrEnum):
    """What a group holds before a county fills it."""

    NONE = "none"
    REGISTERED = "registered"


class UnitGroup(_Value):
    """A set of units that each county fills with its own list."""

    name: Name
    """集合名称，如 县直各单位。"""
    aliases: tuple[Name, ...] = ()
    """其他写法。"""
    members: tuple[Name, ...] = ()
    """成员单位；留空，由各县在工作区里填写。"""
    default_from: GroupDefault = GroupDefault.NONE
    """留空时先用哪些单位：registered 为本文件 units 登记的全部单位，none 为没有。"""


class Threshold(_Value):
    """A figure that the text demands."""

    text: Text
    """原文里的说法，照录，如 办复率达100%。"""
    comparator: Comparator
    """at_least 不低于，at_most 不超过，more_than 高于，less_than 低于。"""
    value: Annotated[float, Field(allow_inf_nan=False)]
    """数值。"""
    unit: Name
    """单位，如 %、工作日、学时。"""


class EvidencePoint(_Value):
    """One thing that a requirement asks for (材料要点)."""

    number: Annotated[int, Field(ge=1, le=999)]
    """要点序号，自上而下递增；修订时不改已有要点的序号，可以跳号。"""
    text: Text
    """要点文字，照录原文。"""
    since_year: Year | None = None
    """起始年度：原文写“20XX年以来”的填 20XX。"""
    per_year: bool = False
    """是否要求每个年度都有材料（分年度、每年、年度报告）。"""
    thresholds: tuple[Threshold, ...] = ()
    """本要点里的量化要求。"""


class VerificationTask(_Value):
    """One method by which an indicator is verified, with what it requires (核验任务)."""

    method: VerificationMethod
    """核验方式的标识。"""
    requirement: Text
    """工作任务原文，照录。"""
    points: Annotated[tuple[EvidencePoint, ...], Field(min_length=1, max_length=200)]
    """材料要点，至少一条。"""

    def point(self, number: int) -> EvidencePoint | None:
        """The point of this number, or None."""
        return next((p for p in self.points if p.number == number), None)


class Responsibility(_Value):
    """A unit or group that answers for an indicator; exactly one of the two is given."""

    unit: Name | None = None
    """责任单位（units 里的名称或别名）。与 group 二选一。"""
    group: Name | None = None
    """单位集合（groups 里的名称）。与 unit 二选一。"""
    role: ResponsibilityRole
    """lead 牵头，participant 参与。"""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.unit is None) == (self.group is None):
            raise PydanticCustomError("unit_or_group", "give either unit or group")
        return self


class Indicator(_Value):
    """One indicator with its tasks and who answers for it (指标)."""

    code: IndicatorCode
    """编号：1、2…；加分项 加1…，减分项 减1…。"""
    kind: IndicatorKind
    """creation 创建指标，bonus 加分项，penalty 减分项。"""
    heading: Name
    """来源文件里的称呼，如 第60项指标。"""
    statement: Text
    """指标原文，照录。"""
    category: CategoryCode
    """一级类目代码。"""
    category_group: CategoryCode | None = None
    """二级类目代码。"""
    thresholds: tuple[Threshold, ...] = ()
    """指标原文里有、各要点里没有的量化要求。"""
    tasks: Annotated[tuple[VerificationTask, ...], Field(min_length=1, max_length=6)]
    """各核验方式的工作任务，按来源文件的次序。"""
    responsible_text: OptionalText = ""
    """责任单位原文，照录。"""
    responsible: Annotated[tuple[Responsibility, ...], Field(min_length=1, max_length=300)]
    """责任单位和集合，按来源文件的次序。"""

    def task(self, method: VerificationMethod) -> VerificationTask:
        """The task of this method. Raises ``MethodNotRequired`` if there is none."""
        for task in self.tasks:
            if task.method is method:
                return task
        raise MethodNotRequired(self.code, method, tuple(t.method for t in self.tasks))

    def point(self, method: VerificationMethod, number: int) -> EvidencePoint:
        """The point ``number`` of a task. Raises ``MethodNotRequired`` or ``PointUnknown``."""
        task = self.task(method)
        found = task.point(number)
        if found is None:
            raise PointUnknown(self.code, method, number, task.points[-1].number)
        return found


class Milestone(_Value):
    """A further date inside a stage."""

    text: Text
    """原文里的说法，照录。"""
    date: Day
    """日期。"""


class Stage(_Value):
    """One stage of the creation work with its deadline (创建步骤)."""

    number: Annotated[int, Field(ge=1, le=99)]
    """阶段序号，自上而下递增。"""
    name: Name
    """阶段名称，如 动员部署。"""
    deadline_text: Text
    """期限原文，照录，如 2021年4月10前。"""
    deadline: Day | None = None
    """期限；原文没有定下日期的不填。"""
    description: OptionalText = ""
    """阶段要求原文，照录。"""
    milestones: tuple[Milestone, ...] = ()
    """本阶段里另外的日期，如报送自查报告。"""


class Framework(_Value):
    """A versioned indicator set (指标体系)."""

    format: Annotated[int, Field(ge=FORMAT_VERSION, le=FORMAT_VERSION)]
    """本格式的版本，现为 1。"""
    code: PackCode
    """指标体系代码：小写字母、数字、连字符，如 lushan-2021。"""
    version: PackVersion
    """版本号，如 1.0；内容有改动就要换版本号。"""
    title: Name
    """名称。"""
    source: Source
    """来源文件。"""
    notes: tuple[Text, ...] = ()
    """编制说明：哪些是软件的理解而不是原文。"""
    categories: Annotated[tuple[Category, ...], Field(min_length=1, max_length=99)]
    """类目。"""
    units: Annotated[tuple[Unit, ...], Field(max_length=2000)]
    """责任单位登记表。"""
    groups: Annotated[tuple[UnitGroup, ...], Field(max_length=200)] = ()
    """单位集合。"""
    stages: Annotated[tuple[Stage, ...], Field(max_length=99)] = ()
    """创建步骤。"""
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=2000)]
    """指标。"""

    def indicator(self, code: str) -> Indicator:
        """The indicator, its code written in any usual way. Raises ``IndicatorUnknown``."""
        found = self._by_code.get(parse_indicator_code(code))
        if found is None:
            raise IndicatorUnknown(code)
        return found

    def unit(self, name: str) -> Unit:
        """The unit of this name or alias. Raises ``UnitUnknown`` with the closest names."""
        return self._units_by_name[match_name(name, self._unit_names)]

    def group(self, name: str) -> UnitGroup:
        """The group of this name or alias. Raises ``UnitUnknown`` with the closest names."""
        names = {g.name: (g.name, *g.aliases) for g in self.groups}
        found = match_name(name, names)
        return next(g for g in self.groups if g.name == found)

    def category(self, code: str) -> Category:
        """The first-level category of this code, which the loader has checked to exist."""
        return next(c for c in self.categories if c.code == code)

    @property
    def reference(self) -> str:
        """Code and version together, as ``load_framework`` takes them: ``lushan-2021@1.0``."""
        return f"{self.code}@{self.version}"

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content: the same for two files that differ in layout or comments only."""
        return hashlib.sha256(self.to_json().encode("utf-8")).hexdigest()

    def to_json(self) -> str:
        """The whole set as JSON, as a workspace keeps it."""
        return self.model_dump_json()

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The set that ``to_json`` wrote. Raises ``pydantic.ValidationError`` for anything else."""
        return cls.model_validate_json(text)

    @cached_property
    def _by_code(self) -> Mapping[str, Indicator]:
        return {i.code: i for i in self.indicators}

    @cached_property
    def _units_by_name(self) -> Mapping[str, Unit]:
        return {u.name: u for u in self.units}

    @cached_property
    def _unit_names(self) -> Mapping[str, tuple[str, ...]]:
        return {u.name: (u.name, *u.aliases) for u in self.units}


def json_schema() -> dict[str, Any]:
    """The JSON schema that is published beside the packs, for editors that check as one types."""
    schema = Framework.model_json_schema()
    _describe(schema, Framework)
    for kind in _Value.__subclasses__():
        if kind.__name__ in schema["$defs"]:
            _describe(schema["$defs"][kind.__name__], kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _describe(schema: dict[str, Any], kind: type[BaseModel]) -> None:
    """Give each field the text below it as its description.

    Pydantic would do so at every start, which takes longer than anything else in this module.
    """
    body = cast("ast.ClassDef", ast.parse(inspect.getsource(kind)).body[0]).body
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            name = cast("ast.Name", field.target).id
            words = cast("ast.Constant", text.value).value
            schema["properties"][name]["description"] = inspect.cleandoc(str(words))
