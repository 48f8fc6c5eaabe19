"""What the desk shows, reckoned from a snapshot. Pure."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.completeness.states import Filing, IndicatorState, PointState, Tally, total_of
from app.completeness.vocabulary import State
from app.framework.schema import Stage
from app.stages.schedule import StagePlan
from app.vocabulary import VerificationMethod
from ui.indicators.filtering import Wanted
from ui.indicators.rows import filings_of
from ui.indicators.targets import FilterTarget, ItemTarget, TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.wording import METHOD_NAMES, describe_point, describe_problem

Target = FilterTarget | ItemTarget | TaskTarget

K = TypeVar("K", bound=Hashable)

_MOST = 200


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage, and the days until its deadline; None where the document fixes none."""

    name: str
    deadline_text: str
    days: int | None

    @property
    def words(self) -> str:
        """How long there is, or how long ago it was."""
        if self.days is None:
            return tr("日期另定")
        if self.days > 0:
            return tr("还有 {days} 天", days=self.days)
        return tr("今天截止") if self.days == 0 else tr("已过期限")


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A part of the whole with its tally; ``target`` is where a click leads. A head has none."""

    name: str
    tally: Tally
    target: FilterTarget | None = None


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Something that waits for somebody: what, where, and where a click leads."""

    state: State
    text: str
    where: str
    target: Target


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
    categories: Mapping[str, Tally] = completeness.categories
    methods: Mapping[VerificationMethod, Tally] = completeness.methods
    if own:
        slots = completeness.slots(own)
        category_of = {i.code: i.category for i in completeness.indicators}
        categories = _sum((category_of[s.indicator], s.filing.tally) for s in slots)
        methods = _sum((s.method, s.filing.tally) for s in slots)
    rows = [ShareRow(tr("按类目"), total_of(categories.values()))]
    rows += [
        ShareRow(c.name, categories[c.code], FilterTarget(category=c.code))
        for c in snapshot.framework.categories
        if c.code in categories
    ]
    rows.append(ShareRow(tr("按核验方式"), total_of(methods.values())))
    rows += [
        ShareRow(name, methods[method], FilterTarget(method=method))
        for method, name in METHOD_NAMES.items()
        if method in methods
    ]
    if not own:
        rows.append(ShareRow(tr("按责任单位"), completeness.slots_total))
        rows += [
            ShareRow(unit, tally, FilterTarget(unit=unit))
            for unit, tally in completeness.units.items()
        ]
    return tuple(rows)


def whole_of(snapshot: Snapshot) -> Tally:
    """The tally that stands in large figures: the county's, or the unit's own."""
    own = snapshot.facts.unit_name
    if own is None:
        return snapshot.completeness.whole
    return snapshot.completeness.units.get(own, Tally())


def duty_rows(snapshot: Snapshot) -> tuple[DutyRow, ...]:
    """What waits, the most pressing first."""
    rows = [*_blocked(snapshot), *_loose(snapshot), *_short(snapshot), *_unconfirmed(snapshot)]
    return tuple(rows[:_MOST])


def _blocked(snapshot: Snapshot) -> Iterator[DutyRow]:
    for found in snapshot.filed.values():
        for row in found:
            if row.blocked:
                problem = next(p for p in row.problems if p.blocking)
                sentence = describe_problem(problem)
                yield DutyRow(
                    State.PROBLEM,
                    tr("{about}：{what}", about=row.title or row.file_name, what=sentence.reason),
                    tr(
                        "指标 {indicator}　{method}　{unit}",
                        indicator=row.indicator,
                        method=METHOD_NAMES[row.method],
                        unit=row.unit,
                    ),
                    ItemTarget(row.item),
                )


def _loose(snapshot: Snapshot) -> Iterator[DutyRow]:
    for indicator, method, filing in _filings(snapshot):
        if filing.unassigned:
            yield DutyRow(
                State.PARTIAL,
                tr("{count} 件材料还没有归到要点", count=len(filing.unassigned)),
                tr(
                    "指标 {code}　{method}",
                    code=indicator.code,
                    method=METHOD_NAMES[method],
                ),
                TaskTarget(indicator.code, method),
            )


def _short(snapshot: Snapshot) -> Iterator[DutyRow]:
    """Points that want something for each year, and figures that are lacking or short."""
    for indicator, method, filing in _filings(snapshot):
        for point in filing.points:
            if point.items and _presses(point):
                yield DutyRow(
                    State.PARTIAL,
                    describe_point(point),
                    tr(
                        "指标 {code}　{method}　要点 {number}",
                        code=indicator.code,
                        method=METHOD_NAMES[method],
                        number=point.point.number,
                    ),
                    TaskTarget(indicator.code, method),
                )


def _unconfirmed(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found if row.guesses]
    if rows:
        yield DutyRow(
            State.EMPTY,
            tr(
                "{count} 件材料的题名、文号、责任者或日期是猜得的，请核对",
                count=len({row.item for row in rows}),
            ),
            tr(
                "从指标 {indicator} 的《{title}》开始",
                indicator=rows[0].indicator,
                title=rows[0].title or rows[0].file_name,
            ),
            ItemTarget(rows[0].item),
        )
    empty = sum(
        all(f.state is State.EMPTY for f in filings_of(i, snapshot.facts.unit_name or "").values())
        for i in snapshot.completeness.indicators
        if filings_of(i, snapshot.facts.unit_name or "")
    )
    if empty:
        yield DutyRow(
            State.EMPTY,
            tr("{empty} 项指标还没有材料", empty=empty),
            tr("按指标逐项填报"),
            FilterTarget(wanted=Wanted.EMPTY),
        )


def _filings(
    snapshot: Snapshot,
) -> Iterator[tuple[IndicatorState, VerificationMethod, Filing]]:
    own = snapshot.facts.unit_name or ""
    for indicator in snapshot.completeness.indicators:
        for method, filing in filings_of(indicator, own).items():
            yield indicator, method, filing


def _presses(point: PointState) -> bool:
    figures = any(t.lacking or t.unmet for t in point.thresholds)
    return figures or (point.point.per_year and bool(point.years_missing))


def _sum(pairs: Iterable[tuple[K, Tally]]) -> dict[K, Tally]:
    found: dict[K, Tally] = {}
    for key, tally in pairs:
        found[key] = found.get(key, Tally()) + tally
    return found
