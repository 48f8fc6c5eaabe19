"""The schema of an indicator pack (format 2): frozen values, each field documented for its author.

What differs from set to set is data here: the programme's name, kinds of indicators and how they
are coded, levels of categories, verification methods, and what each task demands of whom.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any, Self, cast

from pydantic import BaseModel, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from app.framework import codes
from app.framework.errors import (
    IndicatorUnknown,
    MethodNotRequired,
    MethodUnknown,
    PointUnknown,
    TaskAmbiguous,
)
from app.framework.keys import PointKey, TaskKey
from app.framework.lookup import match_name
from app.framework.values import (
    Code,
    Day,
    EvidencePoint,
    Identifier,
    Name,
    OptionalText,
    PackCode,
    PackVersion,
    Responsibility,
    Source,
    Stage,
    TaskCode,
    Text,
    Threshold,
    Unit,
    UnitGroup,
    Value,
    Year,
)

FORMAT_VERSION = 2

#: Categories lie inside each other at most so deep.
MAX_LEVELS = 6

_NUMBERING = re.compile(r"^\(?[0-9]*\)?[-_.、]*")


class Effect(StrEnum):
    """What an indicator of a kind does to the result."""

    COUNTS = "counts"
    ADDS = "adds"
    SUBTRACTS = "subtracts"


class Kind(Value):
    """A kind of indicators: which effect they have, and how they are coded."""

    id: Identifier
    """种类的标识，如 creation。"""
    name: Name
    """种类名称，如 创建指标、加分项。"""
    effect: Effect = Effect.COUNTS
    """counts 计入，adds 加分，subtracts 减分。"""
    codes: Annotated[tuple[Name, ...], Field(min_length=1, max_length=20)]
    """编号的写法：{number} 1、2…，{numeral} 一、二…，{letter} A、B…，其余照写，如 加{number}。"""
    aliases: tuple[Name, ...] = ()
    """编号开头固定文字的其他说法，如 加分项；输入时都认。"""


class Method(Value):
    """A way in which inspectors verify (核验方式)."""

    id: Identifier
    """核验方式的标识，如 material_check；同一标识的方式用同样的工具。"""
    name: Name
    """名称，如 材料查证。"""
    aliases: tuple[Name, ...] = ()
    """其他说法；输入时都认。"""
    purpose: OptionalText = ""
    """用来核验什么，显示在说明里。"""


class Category(Value):
    """A category of indicators; those of a deeper level name the one they lie in."""

    code: Code
    """类目代码，全文件内不重复。"""
    name: Name
    """类目名称。"""
    parent: Code | None = None
    """所在的上级类目的代码，须写在前面；第一级不填。"""
    suggested: bool = False
    """分类是否为软件的建议（来源文件没有分类时填 true）。"""


class Theme(Value):
    """What one year is to achieve in a task (年度主题)."""

    year: Year
    """年度。"""
    text: Text
    """当年的主题或要求原文，照录。"""


class VerificationTask(Value):
    """What is verified under an indicator in one way, or in none that is named (核验任务)."""

    code: TaskCode
    """任务编号，在一项指标里不重复；不填的用核验方式的标识。"""
    method: Identifier | None = None
    """核验方式的标识；来源文件没有写明方式的不填。"""
    name: OptionalText = ""
    """任务名称；不填的用核验方式的名称。"""
    requirement: Text
    """工作任务原文，照录。"""
    points: Annotated[tuple[EvidencePoint, ...], Field(min_length=1, max_length=200)]
    """材料要点，至少一条。"""
    responsible_text: OptionalText = ""
    """本任务的责任单位原文，照录。"""
    responsible: Annotated[tuple[Responsibility, ...], Field(max_length=300)] = ()
    """本任务的责任单位和集合；与指标的相同时不填。"""
    deadline_text: OptionalText = ""
    """完成时限原文，照录。"""
    deadline: Day | None = None
    """完成时限。"""
    themes: tuple[Theme, ...] = ()
    """各年度的主题。"""
    weight: Annotated[float, Field(allow_inf_nan=False, ge=0)] | None = None
    """分值或权重；来源文件没有的不填。"""
    scoring: OptionalText = ""
    """评分办法原文，照录。"""

    @model_validator(mode="before")
    @classmethod
    def _coded(cls, data: object) -> object:
        if isinstance(data, dict) and "code" not in data and isinstance(data.get("method"), str):
            return {"code": data["method"], **data}
        return data

    def point(self, number: int) -> EvidencePoint | None:
        """The point of this number, or None."""
        return next((p for p in self.points if p.number == number), None)


class Indicator(Value):
    """One indicator with its tasks and who answers for it (指标)."""

    code: Code
    """编号，写法见 kinds 的 codes，如 60、加1、2.3.1。"""
    kind: Identifier
    """种类的标识，见 kinds。"""
    heading: Name
    """来源文件里的称呼，如 第60项指标。"""
    statement: Text
    """指标原文，照录。"""
    category: Code
    """所属类目的代码，可以是任何一级。"""
    thresholds: tuple[Threshold, ...] = ()
    """指标原文里有、各要点里没有的量化要求。"""
    tasks: Annotated[tuple[VerificationTask, ...], Field(min_length=1, max_length=99)]
    """核验任务，按来源文件的次序；同一方式可以有几条。"""
    responsible_text: OptionalText = ""
    """责任单位原文，照录。"""
    responsible: Annotated[tuple[Responsibility, ...], Field(max_length=300)] = ()
    """责任单位和集合，按来源文件的次序；每条任务都另有的可以不填。"""
    weight: Annotated[float, Field(allow_inf_nan=False, ge=0)] | None = None
    """分值或权重；来源文件没有的不填。"""
    scoring: OptionalText = ""
    """评分办法原文，照录。"""

    @model_validator(mode="after")
    def _answered_for(self) -> Self:
        if not self.responsible and not all(task.responsible for task in self.tasks):
            raise PydanticCustomError("nobody_responsible", "nobody answers for it")
        return self

    def task(self, code: str) -> VerificationTask | None:
        """The task of this code, or None."""
        return next((t for t in self.tasks if t.code == code), None)


class Framework(Value):
    """A versioned indicator set (指标体系)."""

    format: Annotated[int, Field(ge=FORMAT_VERSION, le=FORMAT_VERSION)]
    """本格式的版本，现为 2。"""
    code: PackCode
    """指标体系代码：小写字母、数字、连字符，如 lushan-2021。"""
    version: PackVersion
    """版本号，如 1.0；内容有改动就要换版本号。"""
    title: Name
    """名称。"""
    programme: Name
    """创建或考核工作的名称，印在封面和文书上，如 法治政府建设示范创建。"""
    source: Source
    """来源文件。"""
    notes: tuple[Text, ...] = ()
    """编制说明：哪些是软件的理解而不是原文。"""
    levels: Annotated[tuple[Name, ...], Field(min_length=1, max_length=MAX_LEVELS)]
    """各级类目的叫法，从第一级起，如 一级指标、二级指标。"""
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1, max_length=20)]
    """指标的种类。"""
    methods: Annotated[tuple[Method, ...], Field(max_length=50)] = ()
    """核验方式；任务都不写方式的可以没有。"""
    categories: Annotated[tuple[Category, ...], Field(min_length=1, max_length=999)]
    """类目，上级写在下级前面。"""
    units: Annotated[tuple[Unit, ...], Field(max_length=2000)]
    """责任单位登记表。"""
    groups: Annotated[tuple[UnitGroup, ...], Field(max_length=200)] = ()
    """单位集合。"""
    stages: Annotated[tuple[Stage, ...], Field(max_length=99)] = ()
    """创建步骤。"""
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=2000)]
    """指标。"""

    #: The document that the set was read from, where that was of an earlier format.
    _document: str | None = PrivateAttr(default=None)

    def indicator(self, code: str) -> Indicator:
        """The indicator, its code written in any usual way. Raises ``IndicatorUnknown``."""
        found = self._by_code.get(code) or self._by_code.get(self._understood(code))
        if found is None:
            raise IndicatorUnknown(code, self.code_ranges())
        return found

    def has_task(self, indicator: str, task: str) -> bool:
        """True if the indicator of this code has a task of this code."""
        return TaskKey(indicator, task) in self._tasks

    def has_point(self, key: PointKey) -> bool:
        """True if a task of the set has this point."""
        task = self._tasks.get(key.task)
        return task is not None and task.point(key.number) is not None

    def task(self, indicator: str, task: str) -> VerificationTask:
        """The task of this code. Raises ``IndicatorUnknown`` or ``MethodNotRequired``."""
        found = self._tasks.get(TaskKey(indicator, task))
        if found is None:
            raise self._no_such_task(self.indicator(indicator), task)
        return found

    def find_task(self, indicator: str, words: str) -> VerificationTask:
        """The task that a person means: by its code or name, or by its method.

        Raises:
            IndicatorUnknown: there is no such indicator.
            MethodUnknown: the set has no method or task that is called so.
            MethodNotRequired: this indicator has none.
            TaskAmbiguous: several of its tasks are verified so.
        """
        whole = self.indicator(indicator)
        folded = codes.fold_name(words)
        for task in whole.tasks:
            called = {task.code, task.name or task.code, self.task_name(whole.code, task.code)}
            if folded in map(codes.fold_name, called):
                return task
        method = self.find_method(words)
        fitting = [t for t in whole.tasks if t.method == method.id]
        if not fitting:
            raise self._no_such_task(whole, method.id)
        if len(fitting) > 1:
            names = tuple(self.task_name(whole.code, t.code) for t in fitting)
            raise TaskAmbiguous(whole.code, method.name, names)
        return fitting[0]

    def find_method(self, words: str) -> Method:
        """The method of a name or identifier, numbered or not. Raises ``MethodUnknown``."""
        folded = codes.fold_name(words)
        for written in (folded, _NUMBERING.sub("", folded).rstrip(":")):
            for method in self.methods:
                names = {codes.fold_name(n) for n in (method.name, *method.aliases)}
                if written in names or written.lower().replace("-", "_") == method.id:
                    return method
        raise MethodUnknown(words, tuple(m.name for m in self.methods))

    def point(self, indicator: str, task: str, number: int) -> EvidencePoint:
        """A point of a task. Raises as ``task`` does, or ``PointUnknown``."""
        whole = self.task(indicator, task)
        found = whole.point(number)
        if found is None:
            name = self.task_name(indicator, task)
            raise PointUnknown(indicator, name, number, whole.points[-1].number)
        return found

    def task_name(self, indicator: str, task: str) -> str:
        """What a task is called: its own name, else its method's, told apart from its sisters'.

        A task that the set does not have (any more) goes by its method's name or its code.
        """
        found = self._task_names.get(TaskKey(indicator, task))
        return found or self.method_name(task)

    def method_of(self, indicator: str, task: str) -> str:
        """The method of a task; "" if it has none. Of a task that is no longer there, its code."""
        found = self._tasks.get(TaskKey(indicator, task))
        return task if found is None else found.method or ""

    def method_name(self, method: str | None) -> str:
        """The name of a method; ``NO_METHOD`` of none, the identifier of an unknown one."""
        if not method:
            return NO_METHOD
        return self._method_names.get(method, method)

    def kind(self, id_: str) -> Kind:
        """The kind of this identifier, which the loader has checked to exist."""
        return self._kinds[id_]

    def unit(self, name: str) -> Unit:
        """The unit of this name or alias. Raises ``UnitUnknown`` with the closest names."""
        return self._units_by_name[match_name(name, self._unit_names)]

    def group(self, name: str) -> UnitGroup:
        """The group of this name or alias. Raises ``UnitUnknown`` with the closest names."""
        names = {g.name: (g.name, *g.aliases) for g in self.groups}
        found = match_name(name, names)
        return next(g for g in self.groups if g.name == found)

    def category(self, code: str) -> Category:
        """The category of this code, which the loader has checked to exist."""
        return self._categories[code]

    def category_path(self, code: str) -> tuple[Category, ...]:
        """The category of this code and all that it lies in, the first level first."""
        return self._category_paths[code]

    def top_category(self, code: str) -> str:
        """The code of the first-level category that a category lies in."""
        return self._category_paths[code][0].code

    def categories_in(self, parent: str | None) -> tuple[Category, ...]:
        """The categories directly inside one; of the first level for None."""
        return tuple(c for c in self.categories if c.parent == parent)

    def code_ranges(self) -> tuple[str, ...]:
        """The codes that there are, kind by kind, in words: ``1 到 95``, ``加1、加2``."""
        by_kind = ([i.code for i in self.indicators if i.kind == k.id] for k in self.kinds)
        return tuple(codes.shown_range(found) for found in by_kind if found)

    @property
    def reference(self) -> str:
        """Code and version together, as ``load_framework`` takes them: ``lushan-2021@1.0``."""
        return f"{self.code}@{self.version}"

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content: the same for two files that differ in layout or comments only."""
        return hashlib.sha256(self.to_json().encode("utf-8")).hexdigest()

    def to_json(self) -> str:
        """The whole set as JSON, as a workspace keeps it; of an earlier format as it was."""
        return self._document or self.model_dump_json()

    def read_from(self, document: str) -> Self:
        """The same set, kept as the document of an earlier format that it was read from."""
        self._document = document
        return self

    def _understood(self, text: str) -> str:
        """The code that is meant, or ""."""
        folded = codes.fold_name(text)
        if folded in self._spellings:
            return self._spellings[folded]
        for kind in self.kinds:
            for pattern in kind.codes:
                code = codes.understood(pattern, kind.aliases, text)
                if code in self._by_code:
                    return str(code)
        return ""

    def _no_such_task(self, indicator: Indicator, task: str) -> MethodNotRequired:
        available = tuple(self.task_name(indicator.code, t.code) for t in indicator.tasks)
        return MethodNotRequired(indicator.code, self.method_name(task), available)

    @cached_property
    def _by_code(self) -> Mapping[str, Indicator]:
        return {i.code: i for i in self.indicators}

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        """Headings and codes, made comparable."""
        headings = {codes.fold_name(i.heading): i.code for i in self.indicators}
        return headings | {codes.fold_name(i.code): i.code for i in self.indicators}

    @cached_property
    def _tasks(self) -> Mapping[TaskKey, VerificationTask]:
        return {TaskKey(i.code, t.code): t for i in self.indicators for t in i.tasks}

    @cached_property
    def _task_names(self) -> Mapping[TaskKey, str]:
        return MappingProxyType(
            {
                TaskKey(indicator.code, task.code): name
                for indicator in self.indicators
                for task, name in self._named_tasks(indicator)
            }
        )

    def _named_tasks(self, indicator: Indicator) -> list[tuple[VerificationTask, str]]:
        plain = [
            t.name or (self.method_name(t.method) if t.method else "") for t in indicator.tasks
        ]
        often = Counter(plain)
        return [
            (task, name if name and often[name] == 1 else f"{name or NO_METHOD}（{task.code}）")
            for task, name in zip(indicator.tasks, plain, strict=True)
        ]

    @cached_property
    def _method_names(self) -> Mapping[str, str]:
        return {m.id: m.name for m in self.methods}

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {k.id: k for k in self.kinds}

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return {c.code: c for c in self.categories}

    @cached_property
    def _category_paths(self) -> Mapping[str, tuple[Category, ...]]:
        paths: dict[str, tuple[Category, ...]] = {}
        for category in self.categories:
            above = paths[category.parent] if category.parent is not None else ()
            paths[category.code] = (*above, category)
        return paths

    @cached_property
    def _units_by_name(self) -> Mapping[str, Unit]:
        return {u.name: u for u in self.units}

    @cached_property
    def _unit_names(self) -> Mapping[str, tuple[str, ...]]:
        return {u.name: (u.name, *u.aliases) for u in self.units}


#: What a task is called that has neither a name nor a method.
NO_METHOD = "任务"


def json_schema() -> dict[str, Any]:
    """The JSON schema that is published beside the packs, for editors that check as one types."""
    schema = described_schema(Framework)
    schema["$defs"]["VerificationTask"]["required"].remove("code")
    return schema


def described_schema(of: type[Value]) -> dict[str, Any]:
    """The JSON schema of a kind of files, each field with the text below it."""
    schema = of.model_json_schema()
    _describe(schema, of)
    for kind in Value.__subclasses__():
        if kind.__name__ in schema["$defs"] and kind.__module__ in _MODULES | {of.__module__}:
            _describe(schema["$defs"][kind.__name__], kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


#: Where the parts of an indicator set are; other files have parts of the same names.
_MODULES = frozenset({__name__, Value.__module__})


def _describe(schema: dict[str, Any], kind: type[BaseModel]) -> None:
    """Give each field the text below it as its description.

    Pydantic would do so at every start, which takes longer than anything else in this module.
    """
    # Needed only where the schema is published.
    import ast
    import inspect

    body = cast("ast.ClassDef", ast.parse(inspect.getsource(kind)).body[0]).body
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            name = cast("ast.Name", field.target).id
            words = cast("ast.Constant", text.value).value
            schema["properties"][name]["description"] = inspect.cleandoc(str(words))
