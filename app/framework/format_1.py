"""Packs of format 1, which knew one shape: six methods, three kinds, two levels of categories.

They are read as they were written and then brought into the present format. What a workspace or a
package keeps of such a set stays the document of format 1, so that its digest goes on to fit.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.reading import Place
from app.framework.schema import (
    Category,
    Effect,
    Framework,
    Indicator,
    Kind,
    Method,
    VerificationTask,
)
from app.framework.values import (
    Comparator,
    EvidencePoint,
    Name,
    OptionalText,
    PackCode,
    PackVersion,
    Responsibility,
    Source,
    Stage,
    Text,
    Threshold,
    Unit,
    UnitGroup,
    Value,
    Year,
)
from app.terms import USUAL_KINDS, USUAL_METHODS

_Code1 = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,15}$")]
_IndicatorCode = Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]{0,3}|[加减][1-9][0-9]?)$")]

#: What every set of format 1 was about, without saying so.
PROGRAMME = "法治政府建设示范创建"
LEVELS = ("一级类目", "二级类目")
KINDS = (
    Kind.model_construct(
        id="creation",
        name=USUAL_KINDS["creation"],
        effect=Effect.COUNTS,
        codes=("{number}",),
        aliases=(),
    ),
    Kind.model_construct(
        id="bonus",
        name=USUAL_KINDS["bonus"],
        effect=Effect.ADDS,
        codes=("加{number}",),
        aliases=("加分", "加分项", "加项", "加指标", "加分指标"),
    ),
    Kind.model_construct(
        id="penalty",
        name=USUAL_KINDS["penalty"],
        effect=Effect.SUBTRACTS,
        codes=("减{number}",),
        aliases=("减分", "减分项", "减项", "减指标", "减分指标"),
    ),
)
METHODS = tuple(
    Method.model_construct(id=id_, name=name, aliases=(), purpose="")
    for id_, name in USUAL_METHODS.items()
)


class Kind1(StrEnum):
    """The kinds of indicators that format 1 knew."""

    CREATION = "creation"
    BONUS = "bonus"
    PENALTY = "penalty"


class Method1(StrEnum):
    """The verification methods that format 1 knew."""

    WEB_CHECK = "web_check"
    MATERIAL_CHECK = "material_check"
    INTERVIEW = "interview"
    SITE_CHECK = "site_check"
    CASE_REVIEW = "case_review"
    EXAM = "exam"


class CategoryGroup1(Value):
    """A second-level category."""

    code: _Code1
    name: Name


class Category1(Value):
    """A first-level category with those of the second level."""

    code: _Code1
    name: Name
    suggested: bool = False
    groups: tuple[CategoryGroup1, ...] = ()


class Threshold1(Value):
    """A figure that the text demands, without a deadline."""

    text: Text
    comparator: Comparator
    value: Annotated[float, Field(allow_inf_nan=False)]
    unit: Name


class EvidencePoint1(Value):
    """One thing that a requirement asks for."""

    number: Annotated[int, Field(ge=1, le=999)]
    text: Text
    since_year: Year | None = None
    per_year: bool = False
    thresholds: tuple[Threshold1, ...] = ()


class Task1(Value):
    """A task, which its method names."""

    method: Method1
    requirement: Text
    points: Annotated[tuple[EvidencePoint1, ...], Field(min_length=1, max_length=200)]


class Indicator1(Value):
    """An indicator whose category is of the first level, its group of the second."""

    code: _IndicatorCode
    kind: Kind1
    heading: Name
    statement: Text
    category: _Code1
    category_group: _Code1 | None = None
    thresholds: tuple[Threshold1, ...] = ()
    tasks: Annotated[tuple[Task1, ...], Field(min_length=1, max_length=6)]
    responsible_text: OptionalText = ""
    responsible: Annotated[tuple[Responsibility, ...], Field(min_length=1, max_length=300)]


class Framework1(Value):
    """A set as format 1 wrote it; the fields' meaning is that of ``schema.Framework``."""

    format: Annotated[int, Field(ge=1, le=1)]
    code: PackCode
    version: PackVersion
    title: Name
    source: Source
    notes: tuple[Text, ...] = ()
    categories: Annotated[tuple[Category1, ...], Field(min_length=1, max_length=99)]
    units: Annotated[tuple[Unit, ...], Field(max_length=2000)]
    groups: Annotated[tuple[UnitGroup, ...], Field(max_length=200)] = ()
    stages: Annotated[tuple[Stage, ...], Field(max_length=99)] = ()
    indicators: Annotated[tuple[Indicator1, ...], Field(min_length=1, max_length=2000)]


def upgraded(old: Framework1, document: str | None = None) -> Framework:
    """The set in the present format; ``document`` is the JSON it was read from, if it was."""
    return Framework.model_construct(
        format=2,
        code=old.code,
        version=old.version,
        title=old.title,
        programme=PROGRAMME,
        source=old.source,
        notes=old.notes,
        levels=LEVELS,
        kinds=KINDS,
        methods=METHODS,
        categories=tuple(_categories(old)),
        units=old.units,
        groups=old.groups,
        stages=old.stages,
        indicators=tuple(map(_indicator, old.indicators)),
    ).read_from(document or old.model_dump_json())


def as_written(found: Fault, old: Framework1) -> Fault:
    """A fault of the upgraded set where its author finds it, in the words of format 1."""
    place, kind, detail = found
    match place:
        case ("categories", int(position), *rest):
            return (*_written_places(old)[position], *rest), kind, detail
        case ("indicators", int(number), "category"):
            entry = old.indicators[number]
            if entry.category_group and any(c.code == entry.category for c in old.categories):
                return (*place[:2], "category_group"), *_unknown_group(entry)
            return place, kind, {"code": entry.category}
        case (*before, "code") if kind is FindingKind.DUPLICATE_TASK:
            method = {"method": detail["code"]}
            return (*before, "method"), FindingKind.DUPLICATE_METHOD, method
    return found


def misplaced_groups(old: Framework1) -> Iterator[Fault]:
    """Second-level categories that lie in another first-level one than the indicator names."""
    above = {g.code: c.code for c in old.categories for g in c.groups}
    for number, entry in enumerate(old.indicators):
        if above.get(entry.category_group or "", entry.category) != entry.category:
            known = any(c.code == entry.category for c in old.categories)
            place: Place = ("indicators", number, "category_group" if known else "category")
            unknown = FindingKind.UNKNOWN_CATEGORY, {"code": entry.category}
            yield place, *(_unknown_group(entry) if known else unknown)


def _unknown_group(entry: Indicator1) -> tuple[FindingKind, dict[str, str]]:
    detail = {"code": str(entry.category_group), "category": entry.category}
    return FindingKind.UNKNOWN_CATEGORY_GROUP, detail


def _categories(old: Framework1) -> list[Category]:
    found = []
    for category in old.categories:
        found.append(_category(category.code, category.name, None, category))
        found += [_category(g.code, g.name, category.code, category) for g in category.groups]
    return found


def _category(code: str, name: str, parent: str | None, first_level: Category1) -> Category:
    return Category.model_construct(
        code=code, name=name, parent=parent, suggested=first_level.suggested
    )


def _written_places(old: Framework1) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = []
    for number, category in enumerate(old.categories):
        found.append(("categories", number))
        found += [("categories", number, "groups", n) for n, _ in enumerate(category.groups)]
    return found


def _indicator(old: Indicator1) -> Indicator:
    return Indicator.model_construct(
        code=old.code,
        kind=old.kind.value,
        heading=old.heading,
        statement=old.statement,
        category=old.category_group or old.category,
        thresholds=tuple(map(_threshold, old.thresholds)),
        tasks=tuple(map(_task, old.tasks)),
        responsible_text=old.responsible_text,
        responsible=old.responsible,
        weight=None,
        scoring="",
    )


def _task(old: Task1) -> VerificationTask:
    return VerificationTask.model_construct(
        code=old.method.value,
        method=old.method.value,
        name="",
        requirement=old.requirement,
        points=tuple(map(_point, old.points)),
        responsible_text="",
        responsible=(),
        deadline_text="",
        deadline=None,
        themes=(),
        weight=None,
        scoring="",
    )


def _point(old: EvidencePoint1) -> EvidencePoint:
    return EvidencePoint.model_construct(
        number=old.number,
        text=old.text,
        since_year=old.since_year,
        per_year=old.per_year,
        thresholds=tuple(map(_threshold, old.thresholds)),
    )


def _threshold(old: Threshold1) -> Threshold:
    return Threshold.model_construct(
        text=old.text,
        comparator=old.comparator,
        value=old.value,
        unit=old.unit,
        deadline_text="",
        deadline=None,
    )
