"""Checks that need the whole pack: references lead somewhere, codes are used once."""

from collections.abc import Iterable, Iterator

from app.framework import codes
from app.framework.findings import FindingKind
from app.framework.lookup import fold_name
from app.framework.reading import Place
from app.framework.schema import Framework, Indicator, VerificationTask
from app.framework.values import Responsibility, Threshold, Unit, UnitGroup

#: A fault before its line is known: where, what, and the words for the sentence.
Fault = tuple[Place, FindingKind, dict[str, str]]


def cross_check(framework: Framework) -> Iterator[Fault]:
    """Every broken reference and every code that is given twice, section by section."""
    yield from _kinds(framework)
    yield from _methods(framework)
    yield from _categories(framework)
    yield from _names(framework)
    yield from _members(framework)
    yield from _stages(framework)
    for number, indicator in enumerate(framework.indicators):
        yield from _coding(framework, indicator, ("indicators", number))
    yield from _tasks(framework)
    yield from _answering(framework)


def _kinds(framework: Framework) -> Iterator[Fault]:
    yield from _twice("kinds", [k.id for k in framework.kinds], FindingKind.DUPLICATE_ID)
    for number, kind in enumerate(framework.kinds):
        for n, pattern in enumerate(kind.codes):
            if not codes.is_pattern(pattern):
                place: Place = ("kinds", number, "codes", n)
                yield place, FindingKind.BAD_CODE_PATTERN, {"value": pattern}


def _methods(framework: Framework) -> Iterator[Fault]:
    yield from _twice("methods", [m.id for m in framework.methods], FindingKind.DUPLICATE_ID)
    owners: dict[str, str] = {}
    for number, method in enumerate(framework.methods):
        for name in dict.fromkeys((method.name, *method.aliases)):
            owner = owners.setdefault(fold_name(name), method.id)
            if owner != method.id:
                place: Place = ("methods", number, "name")
                yield place, FindingKind.NAME_CLASH, {"name": name, "owner": owner}


def _twice(section: str, ids: list[str], kind: FindingKind) -> Iterator[Fault]:
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            yield (section, number, "id"), kind, {"code": id_}


def _categories(framework: Framework) -> Iterator[Fault]:
    depths: dict[str, int] = {}
    for number, category in enumerate(framework.categories):
        here: Place = ("categories", number)
        if category.code in depths:
            yield (*here, "code"), FindingKind.DUPLICATE_CATEGORY, {"code": category.code}
        depth = 1
        if category.parent is not None:
            if category.parent not in depths:
                detail = {"code": category.parent}
                yield (*here, "parent"), FindingKind.UNKNOWN_PARENT, detail
            depth += depths.get(category.parent, 0)
        if depth > len(framework.levels):
            detail = {"code": category.code, "count": str(len(framework.levels))}
            yield (*here, "parent"), FindingKind.NO_SUCH_LEVEL, detail
        depths.setdefault(category.code, depth)


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


def _coding(framework: Framework, indicator: Indicator, here: Place) -> Iterator[Fault]:
    kinds = {k.id: k for k in framework.kinds}
    kind = kinds.get(indicator.kind)
    if kind is None:
        detail = {"value": indicator.kind, "allowed": ", ".join(kinds)}
        yield (*here, "kind"), FindingKind.NOT_A_CHOICE, detail
    elif not any(codes.fits(pattern, indicator.code) for pattern in kind.codes):
        detail = {"code": indicator.code, "kind": indicator.kind}
        yield (*here, "kind"), FindingKind.KIND_MISMATCH, detail
    if all(c.code != indicator.category for c in framework.categories):
        yield (*here, "category"), FindingKind.UNKNOWN_CATEGORY, {"code": indicator.category}
    yield from _thresholds(indicator.thresholds, here)


def _tasks(framework: Framework) -> Iterator[Fault]:
    methods = {m.id for m in framework.methods}
    indicators: set[str] = set()
    for number, indicator in enumerate(framework.indicators):
        here: Place = ("indicators", number)
        if indicator.code in indicators:
            yield (*here, "code"), FindingKind.DUPLICATE_INDICATOR, {"code": indicator.code}
        indicators.add(indicator.code)
        seen: set[str] = set()
        for n, task in enumerate(indicator.tasks):
            place: Place = (*here, "tasks", n)
            if task.code in seen:
                yield (*place, "code"), FindingKind.DUPLICATE_TASK, {"code": task.code}
            seen.add(task.code)
            if task.method is not None and task.method not in methods:
                detail = {"value": task.method, "allowed": ", ".join(sorted(methods))}
                yield (*place, "method"), FindingKind.NOT_A_CHOICE, detail
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


def _answering(framework: Framework) -> Iterator[Fault]:
    units = {fold_name(n): u.name for u in framework.units for n in (u.name, *u.aliases)}
    groups = {fold_name(n): g.name for g in framework.groups for n in (g.name, *g.aliases)}
    for number, indicator in enumerate(framework.indicators):
        here: Place = ("indicators", number)
        yield from _responsible(indicator.responsible, here, units, groups)
        for n, task in enumerate(indicator.tasks):
            yield from _responsible(task.responsible, (*here, "tasks", n), units, groups)


def _responsible(
    entries: Iterable[Responsibility], here: Place, units: dict[str, str], groups: dict[str, str]
) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
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
