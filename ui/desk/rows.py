"""The desk's stages and shares, computed from a snapshot. Pure."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.completeness.states import Tally, total_of
from app.framework.values import Stage
from app.stages.schedule import StagePlan
from ui.shared.targets import FilterTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.wording import named

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage, and the days until its deadline; None where the document fixes none."""

    name: str
    deadline_text: str
    days: int | None

    @property
    def words(self) -> str:
        """How much time is left, or how long ago the deadline was."""
        if self.days is None:
            return tr("日期另定")
        if self.days > 0:
            return tr("还有 {days} 天", days=self.days)
        return tr("今天截止") if self.days == 0 else tr("已过期限")


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A part of the whole with its tally; ``target`` is where a click leads. A heading has none."""

    name: str
    tally: Tally
    target: FilterTarget | None = None


def stage_rows(stages: Iterable[Stage | StagePlan], today: date) -> tuple[StageRow, ...]:
    """The stages with their days."""
    return tuple(
        StageRow(s.name, s.deadline_text, (s.deadline - today).days if s.deadline else None)
        for s in stages
    )


def current_stage(rows: tuple[StageRow, ...]) -> int | None:
    """The first stage whose deadline is still to come; None if all have passed."""
    dated = [n for n, row in enumerate(rows) if row.days is not None and row.days >= 0]
    return dated[0] if dated else None


def share_rows(snapshot: Snapshot) -> tuple[ShareRow, ...]:
    """By category, by method, and in an office by unit; for a unit its own share."""
    completeness, own = snapshot.completeness, snapshot.facts.unit_name or ""
    framework = snapshot.framework
    categories: Mapping[str, Tally] = completeness.categories
    methods: Mapping[str | None, Tally] = completeness.methods
    if own:
        slots = completeness.slots(own)
        method_of = {t.key: t.method for i in completeness.indicators for t in i.tasks}
        category_of = {i.code: i.category_path[0] for i in completeness.indicators}
        owing = [s for s in slots if s.owing]
        categories = _sum((category_of[s.indicator], s.tally) for s in owing)
        methods = _sum((method_of[s.task], s.tally) for s in owing)
    top = [c for c in framework.categories_in(None) if c.code in categories]
    rows = [ShareRow(tr("按类目"), total_of(categories[c.code] for c in top))]
    rows += [ShareRow(c.name, categories[c.code], FilterTarget(category=c.code)) for c in top]
    rows.append(ShareRow(tr("按核验方式"), total_of(methods.values())))
    rows += [
        ShareRow(named(method.name), methods[method.id], FilterTarget(method=method.id))
        for method in framework.methods
        if method.id in methods
    ]
    if None in methods:
        rows.append(ShareRow(tr("不写明方式的任务"), methods[None]))
    if not own:
        rows.append(ShareRow(tr("按责任单位"), completeness.slots_total))
        rows += [
            ShareRow(unit, tally, FilterTarget(unit=unit))
            for unit, tally in completeness.units.items()
            if tally.total
        ]
    return tuple(rows)


def whole_of(snapshot: Snapshot) -> Tally:
    """The tally that is shown in large figures: the county's, or the unit's own."""
    own = snapshot.facts.unit_name
    if own is None:
        return snapshot.completeness.whole
    return snapshot.completeness.units.get(own, Tally())


def blocked_items(snapshot: Snapshot) -> int:
    """How many items have a file that cannot be bound."""
    return len({row.item for rows in snapshot.filed.values() for row in rows if row.blocked})


def _sum(pairs: Iterable[tuple[K, Tally]]) -> dict[K, Tally]:
    found: dict[K, Tally] = {}
    for key, tally in pairs:
        found[key] = found.get(key, Tally()) + tally
    return found
