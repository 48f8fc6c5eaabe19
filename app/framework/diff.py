"""What changed between two versions of an indicator set, to move a workspace to the newer one.

Pure. Indicators are matched by code, tasks by method, points first by identical text, then by
number; what remains is removed or added. ``FrameworkDiff.moves`` says for each old point that lives
on which point it is now, so that evidence follows its point and is never dropped.
"""

from collections.abc import Mapping, Sequence

from app.framework.changes import Change, ChangeKind, FrameworkDiff, Part
from app.framework.keys import PointKey, TaskKey
from app.framework.schema import Framework, Indicator, VerificationTask
from app.framework.values import EvidencePoint, Threshold


def compare(old: Framework, new: Framework) -> FrameworkDiff:
    """Every change that leads from ``old`` to ``new``."""
    changes: list[Change] = []
    moves: dict[PointKey, PointKey] = {}
    olds = {i.code: i for i in old.indicators}
    news = {i.code: i for i in new.indicators}
    for code in dict.fromkeys((*olds, *news)):
        before, after = olds.get(code), news.get(code)
        if before is not None and after is not None:
            changes += _indicator(before, after)
            changes += _tasks(before, after, moves)
        elif before is not None:
            changes += _whole_indicator(before, ChangeKind.REMOVED)
        elif after is not None:
            changes += _whole_indicator(after, ChangeKind.ADDED)
    changes += _named(Part.CATEGORY, _categories(old), _categories(new))
    changes += _named(Part.UNIT, _units(old), _units(new))
    changes += _named(Part.GROUP, _groups(old), _groups(new))
    changes += _named(Part.STAGE, _stages(old), _stages(new))
    return FrameworkDiff(old.reference, new.reference, tuple(changes), moves)


def _whole_indicator(indicator: Indicator, kind: ChangeKind) -> list[Change]:
    changes = [_whole(Part.INDICATOR, kind, indicator.code, indicator.statement)]
    for task in indicator.tasks:
        changes += _whole_task(indicator.code, task, kind)
    return changes


def _whole_task(code: str, task: VerificationTask, kind: ChangeKind) -> list[Change]:
    changes = [_whole(Part.TASK, kind, str(TaskKey(code, task.code)), task.requirement)]
    for point in task.points:
        key = str(PointKey(code, task.code, point.number))
        changes.append(_whole(Part.POINT, kind, key, point.text))
    return changes


def _whole(part: Part, kind: ChangeKind, key: str, text: str) -> Change:
    if kind is ChangeKind.ADDED:
        return Change(part, kind, key, after=text)
    return Change(part, kind, key, before=text)


def _indicator(before: Indicator, after: Indicator) -> list[Change]:
    code = before.code
    changes = _pair(Part.INDICATOR, ChangeKind.REWORDED, code, (before.statement, after.statement))
    changes += _pair(Part.INDICATOR, ChangeKind.ALTERED, code, (_filing(before), _filing(after)))
    parts = (_responsible(before), _responsible(after))
    return changes + _pair(Part.RESPONSIBILITY, ChangeKind.ALTERED, code, parts)


def _tasks(before: Indicator, after: Indicator, moves: dict[PointKey, PointKey]) -> list[Change]:
    changes: list[Change] = []
    olds = {t.code: t for t in before.tasks}
    news = {t.code: t for t in after.tasks}
    for task in dict.fromkeys((*olds, *news)):
        old, new = olds.get(task), news.get(task)
        if old is not None and new is not None:
            texts = (old.requirement, new.requirement)
            key = str(TaskKey(before.code, task))
            changes += _pair(Part.TASK, ChangeKind.REWORDED, key, texts)
            changes += _points(before.code, old, new, moves)
        elif old is not None:
            changes += _whole_task(before.code, old, ChangeKind.REMOVED)
        elif new is not None:
            changes += _whole_task(before.code, new, ChangeKind.ADDED)
    return changes


def _points(
    code: str,
    before: VerificationTask,
    after: VerificationTask,
    moves: dict[PointKey, PointKey],
) -> list[Change]:
    pairs = _matched(before.points, after.points)
    changes: list[Change] = []
    for point in before.points:
        key = PointKey(code, before.code, point.number)
        if point.number not in pairs:
            changes.append(_whole(Part.POINT, ChangeKind.REMOVED, str(key), point.text))
            continue
        heir = pairs[point.number]
        moves[key] = PointKey(code, after.code, heir.number)
        there = str(moves[key])
        changes += _pair(Part.POINT, ChangeKind.MOVED, str(key), (str(key), there))
        changes += _pair(Part.POINT, ChangeKind.REWORDED, there, (point.text, heir.text))
        demands = (_demands(point), _demands(heir))
        changes += _pair(Part.POINT, ChangeKind.ALTERED, there, demands)
    taken = {heir.number for heir in pairs.values()}
    for point in after.points:
        if point.number not in taken:
            added = str(PointKey(code, after.code, point.number))
            changes.append(_whole(Part.POINT, ChangeKind.ADDED, added, point.text))
    return changes


def _matched(
    olds: Sequence[EvidencePoint], news: Sequence[EvidencePoint]
) -> dict[int, EvidencePoint]:
    pairs: dict[int, EvidencePoint] = {}
    free = list(news)
    for same in (_same_place_and_text, _same_text, _same_place):
        for old in olds:
            if old.number in pairs:
                continue
            heir = next((new for new in free if same(old, new)), None)
            if heir is not None:
                pairs[old.number] = heir
                free.remove(heir)
    return pairs


def _same_place_and_text(old: EvidencePoint, new: EvidencePoint) -> bool:
    return _same_place(old, new) and _same_text(old, new)


def _same_text(old: EvidencePoint, new: EvidencePoint) -> bool:
    return old.text == new.text


def _same_place(old: EvidencePoint, new: EvidencePoint) -> bool:
    return old.number == new.number


def _named(part: Part, olds: Mapping[str, str], news: Mapping[str, str]) -> list[Change]:
    changes: list[Change] = []
    for name in dict.fromkeys((*olds, *news)):
        if name not in news:
            changes.append(Change(part, ChangeKind.REMOVED, name, before=olds[name]))
        elif name not in olds:
            changes.append(Change(part, ChangeKind.ADDED, name, after=news[name]))
        else:
            changes += _pair(part, ChangeKind.ALTERED, name, (olds[name], news[name]))
    return changes


def _pair(part: Part, kind: ChangeKind, key: str, texts: tuple[str, str]) -> list[Change]:
    return [] if texts[0] == texts[1] else [Change(part, kind, key, *texts)]


def _filing(indicator: Indicator) -> str:
    place = indicator.category
    return _lines(place, indicator.heading, *(_figure(t) for t in indicator.thresholds))


def _responsible(indicator: Indicator) -> str:
    return _lines(*(f"{r.unit or r.group} {r.role.value}" for r in indicator.responsible))


def _demands(point: EvidencePoint) -> str:
    since = "" if point.since_year is None else f"since {point.since_year}"
    figures = (_figure(t) for t in point.thresholds)
    return _lines(since, "per year" if point.per_year else "", *figures)


def _figure(threshold: Threshold) -> str:
    return f"{threshold.text} {threshold.comparator.value} {threshold.value:g} {threshold.unit}"


def _categories(framework: Framework) -> dict[str, str]:
    return {c.code: _lines(c.name, c.parent or "") for c in framework.categories}


def _units(framework: Framework) -> dict[str, str]:
    return {u.name: _lines(*u.aliases) for u in framework.units}


def _groups(framework: Framework) -> dict[str, str]:
    return {g.name: _lines(*g.aliases, *g.members, g.default_from.value) for g in framework.groups}


def _stages(framework: Framework) -> dict[str, str]:
    return {
        s.name: _lines(
            s.deadline_text,
            str(s.deadline or ""),
            s.description,
            *(f"{m.date} {m.text}" for m in s.milestones),
        )
        for s in framework.stages
    }


def _lines(*parts: str) -> str:
    return "\n".join(p for p in parts if p)
