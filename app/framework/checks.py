"""Checks that need the whole pack: references lead somewhere, codes are used once."""

from collections.abc import Iterable, Iterator

from app.framework.findings import FindingKind
from app.framework.lookup import fold_name
from app.framework.reading import Place
from app.framework.schema import Framework, Indicator, Threshold, Unit, UnitGroup, VerificationTask
from models.vocabulary import IndicatorKind

#: A fault before its line is known: where, what, and the words for the sentence.
Fault = tuple[Place, FindingKind, dict[str, str]]

_SIGNS = {IndicatorKind.CREATION: "", IndicatorKind.BONUS: "加", IndicatorKind.PENALTY: "减"}


def cross_check(framework: Framework) -> Iterator[Fault]:
    """Every broken reference and every code that is given twice, section by section."""
    yield from _categories(framework)
    yield from _names(framework)
    yield from _members(framework)
    yield from _stages(framework)
    categories = {c.code: {g.code for g in c.groups} for c in framework.categories}
    units = {fold_name(n): u.name for u in framework.units for n in (u.name, *u.aliases)}
    groups = {fold_name(n): g.name for g in framework.groups for n in (g.name, *g.aliases)}
    seen: set[str] = set()
    for number, indicator in enumerate(framework.indicators):
        here: Place = ("indicators", number)
        if indicator.code in seen:
            yield (*here, "code"), FindingKind.DUPLICATE_INDICATOR, {"code": indicator.code}
        seen.add(indicator.code)
        yield from _coding(indicator, here, categories)
        yield from _tasks(indicator, here)
        yield from _responsible(indicator, here, units, groups)


def _categories(framework: Framework) -> Iterator[Fault]:
    codes: set[str] = set()
    for number, category in enumerate(framework.categories):
        here: Place = ("categories", number)
        entries: list[tuple[Place, str]] = [((*here, "code"), category.code)]
        entries += [((*here, "groups", n, "code"), g.code) for n, g in enumerate(category.groups)]
        for place, code in entries:
            if code in codes:
                yield place, FindingKind.DUPLICATE_CATEGORY, {"code": code}
            codes.add(code)


def _names(framework: Framework) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    sections: tuple[tuple[str, tuple[Unit | UnitGroup, ...]], ...] = (
        ("units", framework.units),
        ("groups", framework.groups),
    )
    for section, entries in sections:
        for number, entry in enumerate(entries):
            here: Place = (section, number)
            names: list[tuple[Place, str]] = [((*here, "name"), entry.name)]
            names += [((*here, "aliases", n), alias) for n, alias in enumerate(entry.aliases)]
            for place, name in names:
                folded = fold_name(name)
                if folded in owners:
                    yield place, FindingKind.NAME_CLASH, {"name": name, "owner": owners[folded]}
                owners.setdefault(folded, entry.name)


def _members(framework: Framework) -> Iterator[Fault]:
    known = {fold_name(n) for u in framework.units for n in (u.name, *u.aliases)}
    for number, group in enumerate(framework.groups):
        for n, member in enumerate(group.members):
            if fold_name(member) not in known:
                place: Place = ("groups", number, "members", n)
                yield place, FindingKind.UNKNOWN_UNIT, {"name": member}


def _stages(framework: Framework) -> Iterator[Fault]:
    numbers = [s.number for s in framework.stages]
    for place in _not_ascending(numbers):
        yield ("stages", place, "number"), FindingKind.STAGE_ORDER, {"number": str(numbers[place])}


def _coding(indicator: Indicator, here: Place, categories: dict[str, set[str]]) -> Iterator[Fault]:
    sign = indicator.code[0] if indicator.code[0] in "加减" else ""
    if sign != _SIGNS[indicator.kind]:
        detail = {"code": indicator.code, "kind": indicator.kind.value}
        yield (*here, "kind"), FindingKind.KIND_MISMATCH, detail
    if indicator.category not in categories:
        detail = {"code": indicator.category}
        yield (*here, "category"), FindingKind.UNKNOWN_CATEGORY, detail
    elif indicator.category_group not in {None, *categories[indicator.category]}:
        detail = {"code": str(indicator.category_group), "category": indicator.category}
        yield (*here, "category_group"), FindingKind.UNKNOWN_CATEGORY_GROUP, detail
    yield from _thresholds(indicator.thresholds, here)


def _tasks(indicator: Indicator, here: Place) -> Iterator[Fault]:
    seen = set()
    for number, task in enumerate(indicator.tasks):
        place: Place = (*here, "tasks", number)
        if task.method in seen:
            detail = {"method": task.method.value}
            yield (*place, "method"), FindingKind.DUPLICATE_METHOD, detail
        seen.add(task.method)
        yield from _points(task, place)


def _points(task: VerificationTask, here: Place) -> Iterator[Fault]:
    numbers = [p.number for p in task.points]
    for n in _not_ascending(numbers):
        place: Place = (*here, "points", n, "number")
        yield place, FindingKind.POINT_ORDER, {"number": str(numbers[n])}
    for n, point in enumerate(task.points):
        yield from _thresholds(point.thresholds, (*here, "points", n))


def _thresholds(thresholds: Iterable[Threshold], here: Place) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, threshold in enumerate(thresholds):
        if threshold.text in seen:
            place: Place = (*here, "thresholds", number, "text")
            yield place, FindingKind.DUPLICATE_THRESHOLD, {"text": threshold.text}
        seen.add(threshold.text)


def _responsible(
    indicator: Indicator, here: Place, units: dict[str, str], groups: dict[str, str]
) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, entry in enumerate(indicator.responsible):
        field, known, kind = (
            ("unit", units, FindingKind.UNKNOWN_UNIT)
            if entry.unit is not None
            else ("group", groups, FindingKind.UNKNOWN_GROUP)
        )
        place: Place = (*here, "responsible", number, field)
        name = entry.unit or entry.group or ""
        canonical = known.get(fold_name(name))
        if canonical is None:
            yield place, kind, {"name": name}
        elif canonical in seen:
            yield place, FindingKind.DUPLICATE_RESPONSIBLE, {"name": canonical}
        seen.add(canonical or name)


def _not_ascending(numbers: list[int]) -> list[int]:
    return [n for n in range(1, len(numbers)) if numbers[n] <= numbers[n - 1]]
