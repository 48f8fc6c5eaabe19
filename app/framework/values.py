"""Values that every format of indicator packs shares, each field documented for its author."""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

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

from models.vocabulary import ResponsibilityRole

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
#: Part of a written key (``60/material_check/2``), so it has no slash and no white space.
Code = Annotated[str, StringConstraints(pattern=r"^[^\s/\\\x00-\x1f\x7f]{1,16}$"), _Nfc]
TaskCode = Annotated[str, StringConstraints(pattern=r"^[^\s/\\\x00-\x1f\x7f]{1,32}$"), _Nfc]
#: An identifier that programs go by: of a method, of a kind of indicators.
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Year = Annotated[int, Field(ge=1949, le=2199)]


def _possible(day: date) -> date:
    if not 1900 <= day.year <= 2199:
        raise PydanticCustomError("impossible_day", "a day that no calendar here shows")
    return day


#: Calendars count days on from it, which the last day of the year 9999 does not allow.
Day = Annotated[date, AfterValidator(_possible)]


class Value(BaseModel):
    """A frozen part of a pack; unknown fields are faults."""

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


class Source(Value):
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


class Unit(Value):
    """A responsible unit that the source names."""

    name: Name
    """规范名称，显示和装订都用它。"""
    aliases: tuple[Name, ...] = ()
    """其他写法，如 县应急局。"""


class GroupDefault(StrEnum):
    """What a group holds before a county fills it."""

    NONE = "none"
    REGISTERED = "registered"


class UnitGroup(Value):
    """A set of units that each county fills with its own list."""

    name: Name
    """集合名称，如 县直各单位。"""
    aliases: tuple[Name, ...] = ()
    """其他写法。"""
    members: tuple[Name, ...] = ()
    """成员单位；留空，由各县在工作区里填写。"""
    default_from: GroupDefault = GroupDefault.NONE
    """留空时先用哪些单位：registered 为本文件 units 登记的全部单位，none 为没有。"""


class Threshold(Value):
    """A figure that the text demands."""

    text: Text
    """原文里的说法，照录，如 办复率达100%。"""
    comparator: Comparator
    """at_least 不低于，at_most 不超过，more_than 高于，less_than 低于。"""
    value: Annotated[float, Field(allow_inf_nan=False)]
    """数值。"""
    unit: Name
    """单位，如 %、工作日、学时。"""
    deadline_text: OptionalText = ""
    """达到的期限原文，照录，如 到2025年。"""
    deadline: Day | None = None
    """达到的期限。"""


class EvidencePoint(Value):
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


class Responsibility(Value):
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


class Milestone(Value):
    """A further date inside a stage."""

    text: Text
    """原文里的说法，照录。"""
    date: Day
    """日期。"""


class Stage(Value):
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
