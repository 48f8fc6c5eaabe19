"""The data file of a register: its columns, checks and rates, each field documented for authors."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

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
from app.framework.yaml_text import Place

#: What A4 across has room for, and what one table has rows for.
MOST_COLUMNS = 40


class ColumnType(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    YEAR = "year"
    PERSON = "person"
    ID_NUMBER = "id_number"
    PHONE = "phone"


class Condition(Value):
    """What a row must say to count; exactly one of the demands is given."""

    column: Identifier
    """列的标识。"""
    equals: OptionalText | None = None
    """等于这个值，如 是。"""
    among: tuple[Text, ...] | None = None
    """是这些值之一。"""
    other_than: tuple[Text, ...] | None = None
    """已填写，并且不是这些值。"""
    filled: bool | None = None
    """true 已填写，false 没有填写。"""
    not_after: Identifier | None = None
    """日期不晚于另一列的日期（两列都要填写），写那一列的标识。"""

    @model_validator(mode="after")
    def _one_demand(self) -> Self:
        demands = (self.equals, self.among, self.other_than, self.filled, self.not_after)
        if sum(demand is not None for demand in demands) != 1:
            raise ValueError("give exactly one demand")
        return self


class Column(Value):
    """One column of a register."""

    id: Identifier
    """列的标识，英文小写；填写过的台账不要再改。"""
    name: Name
    """列名，照表头写。"""
    also: tuple[Name, ...] = ()
    """粘贴和导入时也认的其他表头写法。"""
    type: ColumnType = ColumnType.TEXT
    """
    text 文字，date 日期，number 数，money 金额（元），yes_no 是或否，choice 选项，year 年度，
    person 人名，id_number 证件号码，phone 电话。
    """
    needed: bool = False
    """每行必填。"""
    needed_when: Condition | None = None
    """只在符合这个条件的行必填。"""
    unique: bool = False
    """各行不得重复，如案号。"""
    masked: bool = False
    """person、phone、id_number 列：登记时就隐去一部分，工作区里不留全文。"""
    choices: tuple[Name, ...] = ()
    """choice 列的选项。"""
    low: float | None = None
    """number、money 列的最小值。"""
    high: float | None = None
    """number、money 列的最大值。"""
    width: Annotated[int, Field(ge=8, le=80)] = 22
    """打印宽度，毫米；列多时按比例缩窄。"""


class RateKind(StrEnum):
    """How a rate comes about."""

    SHARE = "share"
    COUNT = "count"
    SUM = "sum"
    LEAST = "least"
    MOST = "most"


class Fill(Value):
    """The figure of an indicator that a rate fills."""

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


class Rate(Value):
    """A figure that is worked out from the rows."""

    id: Identifier
    """数值的标识。"""
    name: Name
    """数值的名称，如 出庭率。"""
    kind: RateKind = RateKind.SHARE
    """share 比率（%），count 行数，sum 合计，least 最小值，most 最大值。"""
    of: tuple[Condition, ...] = ()
    """哪些行算在内（比率的分母）；各条件都要符合，不写为全部。"""
    of_name: Name = "全部"
    """分母的说法，如 应诉。"""
    counted: tuple[Condition, ...] = ()
    """比率的分子：分母里再符合这些条件的行。"""
    counted_name: Name = "符合"
    """分子的说法，如 出庭。"""
    column: Identifier | None = None
    """sum、least、most 用哪一列；该列为 number 或 money。"""
    unit: Name = "%"
    """单位，如 %、件、次、学时。"""
    measure: Name = "件"
    """行数的量词，如 件、次、人。"""
    fills: tuple[Fill, ...] = ()
    """填到哪些量化要求。"""


class Order(Value):
    """Dates that follow one another in each row."""

    columns: Annotated[tuple[Identifier, ...], Field(min_length=2)]
    """日期列的标识，依次不早于前一个。"""


class Register(Value):
    """A register (台账): a typed table that indicators ask for."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """台账的标识；与自带台账相同的，用县里的代替自带的。"""
    title: Name
    """台账名称。"""
    about: OptionalText = ""
    """怎样填写，一两句话。"""
    method: Identifier = "material_check"
    """在哪种核验方式的任务里登记。"""
    serves: Mapping[PackCode, tuple[Code, ...]] = Field(default_factory=dict)
    """为哪些指标服务：指标体系的代码和指标编号；行记在该单位负责的第一项下。"""
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=MOST_COLUMNS)]
    """各列，自左至右。"""
    year: Identifier | None = None
    """用哪一列定年度；该列为 date 或 year。"""
    orders: tuple[Order, ...] = ()
    """日期先后的检查。"""
    rates: tuple[Rate, ...] = ()
    """算出的数值。"""

    def column(self, id_: str) -> Column | None:
        """The column of this id; None if there is none."""
        return next((column for column in self.columns if column.id == id_), None)


_DATED = frozenset({ColumnType.DATE})
_YEARLY = frozenset({ColumnType.DATE, ColumnType.YEAR})
_COUNTED = frozenset({ColumnType.NUMBER, ColumnType.MONEY})
_ANY = frozenset(ColumnType)


def checked(data: object) -> tuple[Register, list[Fault]]:
    """The register that plain data says, and its faults. Raises ``ValidationError``."""
    register = Register.model_validate(data)
    return register, list(_faults(register))


def _faults(register: Register) -> Iterator[Fault]:
    ids = {"columns": [c.id for c in register.columns], "rates": [r.id for r in register.rates]}
    for section, named in ids.items():
        for number, id_ in enumerate(named):
            if id_ in named[:number]:
                yield (section, number, "id"), FindingKind.DUPLICATE_ID, {"code": id_}
    for number, column in enumerate(register.columns):
        if (column.type is ColumnType.CHOICE) is not bool(column.choices):
            yield ("columns", number, "choices"), FindingKind.CHOICES_MISPLACED, {}
    for place, id_, types in _references(register):
        found = register.column(id_)
        if found is None or found.type not in types:
            yield place, FindingKind.UNKNOWN_COLUMN, {"name": id_}


def _references(
    register: Register,
) -> Iterator[tuple[Place, str, frozenset[ColumnType]]]:
    """Every column that is named somewhere, and of which types it may be."""
    if register.year is not None:
        yield ("year",), register.year, _YEARLY
    for number, order in enumerate(register.orders):
        for n, id_ in enumerate(order.columns):
            yield ("orders", number, "columns", n), id_, _DATED
    for number, column in enumerate(register.columns):
        if column.needed_when is not None:
            yield from _named(("columns", number, "needed_when"), column.needed_when)
    for number, rate in enumerate(register.rates):
        for part, conditions in (("of", rate.of), ("counted", rate.counted)):
            for n, condition in enumerate(conditions):
                yield from _named(("rates", number, part, n), condition)
        if rate.kind in {RateKind.SUM, RateKind.LEAST, RateKind.MOST}:
            yield ("rates", number, "column"), rate.column or "", _COUNTED


def _named(
    place: Place, condition: Condition
) -> Iterator[tuple[Place, str, frozenset[ColumnType]]]:
    dated = condition.not_after is not None
    yield (*place, "column"), condition.column, _DATED if dated else _ANY
    if condition.not_after is not None:
        yield (*place, "not_after"), condition.not_after, _DATED


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(Register)
