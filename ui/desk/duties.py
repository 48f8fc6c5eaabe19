"""What there is to do, the most urgent first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.completeness.states import Filing, IndicatorState, PointState, owed_of
from app.completeness.vocabulary import State
from app.evidence.concerns import concerns_about
from app.evidence.listing import FiledRow
from app.storage.defects import Doubts
from app.verification.site_check.sites import tally_of
from ui.desk.reading import NOTHING, Waiting
from ui.shared.filings import filings_of, slots_of
from ui.shared.targets import FilterTarget, ItemTarget, ProgressFilter, TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.wording import describe_doubts, describe_point, describe_problem, named, task_heading

_MOST = 50
#: So many sites are named.
_NAMED = 3
NO_DOUBTS = Doubts()


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A page other than 指标, by its key, and what it should show."""

    page: str
    part: str | None = None


Target = FilterTarget | ItemTarget | TaskTarget | PageTarget


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Something to do: what, where (``about``), and where a click leads."""

    state: State
    text: str
    about: str
    target: Target


def duty_rows(
    snapshot: Snapshot, waiting: Waiting = NOTHING, doubts: Doubts = NO_DOUBTS
) -> tuple[DutyRow, ...]:
    """What there is to do, the most urgent first."""
    rows = [
        *_doubted(doubts),
        *_came_back(waiting),
        *_late(waiting),
        *_blocked(snapshot),
        *_to_decide(waiting),
        *_to_choose(snapshot),
        *_not_ready(waiting),
        *_to_hand_in(waiting),
        *_loose(snapshot),
        *_doubtful(snapshot),
        *_short(snapshot),
        *_nameless(snapshot),
        *_unconfirmed(snapshot),
        *_empty(snapshot),
    ]
    pressing = sorted(rows, key=lambda row: row.state is not State.PROBLEM)
    return tuple(pressing[:_MOST])


def _doubted(doubts: Doubts) -> Iterator[DutyRow]:
    """Problems of the workspace itself."""
    for reason, remedy in describe_doubts(doubts):
        yield DutyRow(State.PROBLEM, reason, remedy, PageTarget("settings", "backups"))


def _came_back(waiting: Waiting) -> Iterator[DutyRow]:
    if waiting.returned:
        first = waiting.returned[0]
        yield DutyRow(
            State.PROBLEM,
            tr("{count} 条退回要改，请按原因补正", count=len(waiting.returned)),
            task_heading(first.slot.indicator, first.task, first.reasons),
            PageTarget("review"),
        )


def _late(waiting: Waiting) -> Iterator[DutyRow]:
    problems = waiting.problems
    if problems.overdue:
        yield DutyRow(
            State.PROBLEM,
            tr("{count} 个问题整改逾期", count=problems.overdue),
            tr("整改台账中未销号 {open} 个", open=problems.total - problems.closed),
            PageTarget("rectification"),
        )
    elif waiting.own and problems.open + problems.in_progress:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 个问题等着整改", count=problems.open + problems.in_progress),
            tr("填写整改情况，附上佐证"),
            PageTarget("rectification"),
        )


def _to_decide(waiting: Waiting) -> Iterator[DutyRow]:
    """What only the office can decide."""
    if waiting.own:
        return
    if waiting.submitted:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 处报送等着审核", count=waiting.submitted),
            tr("按 J、K 逐处翻看，A 通过，R 退回"),
            PageTarget("review"),
        )
    if waiting.problems.to_verify:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 个问题等着验收", count=waiting.problems.to_verify),
            tr("核对佐证后销号，或退回再改"),
            PageTarget("rectification"),
        )


def _not_ready(waiting: Waiting) -> Iterator[DutyRow]:
    """Sites that inspectors will visit and that are not ready for them."""
    if not waiting.sites:
        return
    tally = tally_of(waiting.sites)
    names = tr("、").join(named(site.name) for site in waiting.sites[:_NAMED])
    yield DutyRow(
        State.PARTIAL,
        tr("{count} 处核验现场还没有准备好", count=tally.sites),
        tr(
            "{names}：检查清单 {checks} 项，已准备 {ready} 项",
            names=names,
            checks=tally.checks,
            ready=tally.ready,
        ),
        TaskTarget(*waiting.sites[0].tasks[0].task),
    )


def _to_choose(snapshot: Snapshot) -> Iterator[DutyRow]:
    """An earlier workspace goes on as it was until the office says who owes the material."""
    if snapshot.facts.unit_name is None and not snapshot.registry.obligations.chosen:
        yield DutyRow(
            State.PARTIAL,
            tr("请选定由谁交材料：现在每个参与单位都算欠交"),
            tr("可以改为只由牵头单位交，逾期、排名和催报随之改变"),
            PageTarget("settings", "owing"),
        )


def _to_hand_in(waiting: Waiting) -> Iterator[DutyRow]:
    if waiting.own and waiting.prepared:
        yield DutyRow(
            State.PARTIAL,
            tr("{count} 处材料准备好了，还没有报送", count=waiting.prepared),
            tr("制作报送包，用 U 盘交给创建办"),
            PageTarget("exchange"),
        )


def _blocked(snapshot: Snapshot) -> Iterator[DutyRow]:
    for found in snapshot.filed.values():
        for row in found:
            if row.blocked:
                problem = next(p for p in row.problems if p.blocking)
                sentence = describe_problem(problem)
                yield DutyRow(
                    State.PROBLEM,
                    tr("{about}：{what}", about=row.title or row.file_name, what=sentence.reason),
                    task_heading(
                        row.indicator,
                        snapshot.framework.task_name(row.indicator, row.task_code),
                        row.unit,
                    ),
                    ItemTarget(row.item),
                )


def _loose(snapshot: Snapshot) -> Iterator[DutyRow]:
    for indicator, task_code, filing, _owes in _filings(snapshot):
        if filing.unassigned:
            yield DutyRow(
                State.PARTIAL,
                tr("{count} 件材料还没有归到要点", count=len(filing.unassigned)),
                task_heading(
                    indicator.code, snapshot.framework.task_name(indicator.code, task_code)
                ),
                TaskTarget(indicator.code, task_code),
            )


def _doubtful(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found if row.open_findings]
    if rows:
        count = len({row.item for row in rows})
        text = tr("{count} 件材料存疑，装订页上看不到文件的全部内容", count=count)
        yield _from_the_first(State.PARTIAL, text, rows[0])


def _from_the_first(state: State, text: str, row: FiledRow) -> DutyRow:
    """One row about many items; a click leads to the first of them."""
    title = row.title or row.file_name
    about = tr("从指标 {indicator} 的《{title}》开始", indicator=row.indicator, title=title)
    return DutyRow(state, text, about, ItemTarget(row.item))


def _short(snapshot: Snapshot) -> Iterator[DutyRow]:
    """Points that lack material for a year, and figures that are missing or too low."""
    for indicator, task_code, filing, owes in _filings(snapshot):
        for point in owed_of(filing, owes):
            if point.items and _presses(point):
                yield DutyRow(
                    State.PARTIAL,
                    describe_point(point),
                    task_heading(
                        indicator.code,
                        snapshot.framework.task_name(indicator.code, task_code),
                        tr("要点 {number}", number=point.point.number),
                    ),
                    TaskTarget(indicator.code, task_code),
                )


def _nameless(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found]
    items = set(concerns_about(rows).nameless)
    if items:
        text = tr("{count} 件材料的题名还是文件名，请另起题名", count=len(items))
        yield _from_the_first(State.PARTIAL, text, next(r for r in rows if r.item in items))


def _unconfirmed(snapshot: Snapshot) -> Iterator[DutyRow]:
    rows = [row for found in snapshot.filed.values() for row in found if row.guesses]
    if rows:
        count = len({row.item for row in rows})
        text = tr("{count} 件材料的题名、文号、责任者或日期是猜得的，请核对", count=count)
        yield _from_the_first(State.EMPTY, text, rows[0])


def _empty(snapshot: Snapshot) -> Iterator[DutyRow]:
    """A unit has to fill in its indicators; an office that has nothing yet has to ask its units."""
    own = snapshot.facts.unit_name or ""
    if not own and not snapshot.filed:
        yield DutyRow(
            State.EMPTY,
            tr("请先核对责任单位，把任务包发给各单位"),
            tr("在“设置”里登记单位和联系人，再到“报送”制作任务包"),
            PageTarget("settings", "units"),
        )
        return
    empty = sum(
        all(filing.state is State.EMPTY for filing in filings_of(state, own).values())
        for state in snapshot.completeness.indicators
        if (any(s.owing for s in slots_of(state, own).values()) if own else state.tasks)
    )
    if empty:
        yield DutyRow(
            State.EMPTY,
            tr("{empty} 项指标还没有材料", empty=empty),
            tr("按指标逐项填报") if own else tr("在“进度”里看各单位，需要时发催报通知"),
            FilterTarget(wanted=ProgressFilter.EMPTY),
        )


def _filings(
    snapshot: Snapshot,
) -> Iterator[tuple[IndicatorState, str, Filing, frozenset[int] | None]]:
    """What is filed for each task, and the points that are owed; a unit's own share of it."""
    own = snapshot.facts.unit_name or ""
    for indicator in snapshot.completeness.indicators:
        slots = slots_of(indicator, own)
        for task_code, filing in filings_of(indicator, own).items():
            owes = slots[task_code].owes if own else None
            yield indicator, task_code, filing, owes


def _presses(point: PointState) -> bool:
    figures = any(t.short for t in point.thresholds)
    return figures or (point.point.per_year and bool(point.years_missing))
